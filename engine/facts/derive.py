"""Deriving the facts of one plan: what it says, what binds it, and how the two were brought together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from engine.bind.applied import Applied
from engine.bind.binding import Binding
from engine.bind.duties import Duties
from engine.bind.items import parents_of
from engine.bind.upper.draft import tasks_of
from engine.commitment import Commitment, Extraction, Item
from engine.document import Span
from engine.facts.bound import item_match_fact, match_fact, refusal_fact
from engine.facts.cost import Heads
from engine.facts.days import dated, day_of_all
from engine.facts.fact import Evidence, Fact, Value
from engine.facts.figures import commitment_fact, requirement_fact, task_fact
from engine.facts.items import Told, item_fact
from engine.facts.named_shares import named_without_figures
from engine.facts.own_words import OwnWords
from engine.facts.table_rows import unanswered_rows
from engine.facts.whose import people_facts
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.words.done import DONE, WHOLLY

_SPECIAL = ("专项", "单项")
_UNITS = lazy(
    r"[(（【]?(?:责任|牵头|主管|主责|实施|承办|配合|负责)(?:责任)?(?:单位|部门|科室|处室|股室|领导|人)[ ]*[:：为]"
)
_YEAR_ALONE = 4
_ONE_SENTENCE = lazy(r"[^。\n]{4,300}[。;；]")
_LEAST_WORDS, _MOST = 3, 4
_LEAST_ARTICLE, _LONGEST_BARE = 10, 14
# What an order or a set of rules ends with needs no more than its sentence.
_CLOSING = lazy(
    "负责解释|解释权|(?:起|日)[施执试]行|同时废止|予以废止|未尽事宜|为准$|参照[^,。;]{0,16}执行|另行(?:通知|制定|规定)"
)
_FOR_ALL = lazy(
    rf"(?<!每)\d{{1,2}}月(?:份|\d{{1,2}}日)?[底末]?(?:之前|以前|前)(?!往)|年[底末](?:之前|以前|前|完成|全部|全面)|年内|\d月(?:底|末|份)?(?:{WHOLLY})?(?:{DONE})"
)


def item_facts(extraction: Extraction, plan: str) -> Iterator[Fact]:
    """Yield a fact for every numbered item."""
    counted: dict[str, int] = {}
    for c in extraction.commitments:
        counted[c.item] = counted.get(c.item, 0) + 1
    leaves = {item.id for item in tasks_of(extraction)}
    parents = parents_of(extraction.items)
    headings = set(parents.values())
    own = OwnWords(extraction)
    answerable = _answerable(extraction.items, leaves, parents)
    text = extraction.document.text
    lists_of_sentences = _lists_of_sentences(extraction.items, parents, text)
    left_bare = _left_bare(extraction.items, parents, text) - headings
    for item in extraction.items:
        if item.section not in ("body", "annex") and item.id not in left_bare:
            continue
        words = own.of(item)
        span = _head_span(extraction, item, words)
        empty = _is_bare(item, words) and (parents[item.id], item.level) not in lists_of_sentences
        told = Told(
            figures=counted.get(item.id, 0),
            empty=empty,
            siblings_responsible=item.id in answerable,
            leaf=item.id in leaves
            or item.id in left_bare
            or (empty and item.section == "body" and item.id not in headings),
        )
        yield item_fact(item, plan, told, span)


def _is_bare(item: Item, words: str) -> bool:
    """Whether an item is its title alone: no figure or date, which is a task, and no article that closes a document."""
    rest = _without_units(words[len(item.number) + len(item.title) :])
    if len(rest) >= _LEAST_WORDS or any(character.isdigit() for character in item.title):
        return False
    article = item.number.endswith("条") and len(item.title) >= _LEAST_ARTICLE
    return not article and _CLOSING.search(item.title) is None


def _left_bare(items: Sequence[Item], parents: Mapping[str, str], text: str) -> frozenset[str]:
    """Return the requirements of which nothing but a title is there, where all others beside them say more."""
    groups: dict[tuple[str, int], list[Item]] = {}
    for item in items:
        if item.section == "requirements":
            groups.setdefault((parents[item.id], item.level), []).append(item)
    found: set[str] = set()
    for group in groups.values():
        bare = [item for item in group if _is_bare(item, text[item.start : item.end].strip())]
        if len(bare) == 1 and len(group) > 2 and len(bare[0].title) <= _LONGEST_BARE:
            found.add(bare[0].id)
    return frozenset(found)


def _lists_of_sentences(items: Sequence[Item], parents: Mapping[str, str], text: str) -> frozenset[tuple[str, int]]:
    """Return the lists, by their heading and level, most of whose items are one sentence that ends as such.

    There an item without anything under it is a task by itself (推行一村一辅警。), and no heading left empty.
    """
    whole: dict[tuple[str, int], list[bool]] = {}
    for item in items:
        told = _ONE_SENTENCE.fullmatch(text[item.start : item.end].strip()) is not None
        whole.setdefault((parents[item.id], item.level), []).append(told)
    return frozenset(key for key, found in whole.items() if _MOST * sum(found) > len(found) * (_MOST - 1))


def _answerable(items: Sequence[Item], leaves: Collection[str], parents: Mapping[str, str]) -> frozenset[str]:
    """Return the leaf items most of whose siblings, under the same heading and of the same level, name a unit."""
    groups: dict[tuple[str, int, str], list[Item]] = {}
    for item in items:
        if item.id in leaves:
            groups.setdefault((parents[item.id], item.level, item.section), []).append(item)
    found: set[str] = set()
    for group in groups.values():
        if 2 * sum(1 for item in group if item.responsible) > len(group):
            found.update(item.id for item in group)
    return frozenset(found)


def _without_units(words: str) -> str:
    return _UNITS.split(words, maxsplit=1)[0].strip(" ,，。.、:：;；（(“”\n\r　")


def _head_span(extraction: Extraction, item: Item, words: str) -> Span:
    at = extraction.document.text.find(words[:1], item.start) if words else item.start
    ends = [i + 1 for i in (words.find("。"), words.find("\n")) if i > 0]
    return extraction.document.span(at, at + min([*ends, 60, len(words)]))


def _deadlines(extraction: Extraction) -> int:
    """Return the number of deadlines: those of figures, and those that the text sets for all of them.

    The plan's year alone (2024年, 全年) is none, and neither is a day by which somebody reports every month.
    """
    own = sum(1 for c in extraction.commitments if c.deadline and len(c.deadline) > _YEAR_ALONE)
    return own + len(_FOR_ALL.findall(fold(extraction.document.text)))


def plan_fact(extraction: Extraction, plan: str) -> Fact:
    """Return the fact for the plan itself."""
    metadata = extraction.metadata
    fields: dict[str, Value] = {
        "kind": "plan",
        "id": plan,
        "plan": plan,
        "file": extraction.document.file,
        "title": metadata.title,
        "dated": bool(metadata.date),
        "level": metadata.level,
        "items": len(tasks_of(extraction)),
        "figures": len(extraction.commitments),
        "deadlines": _deadlines(extraction),
        "special": any(word in metadata.title for word in _SPECIAL),
    }
    fields |= {
        k: v for k, v in (("number", metadata.number), ("issuer", metadata.issuer), ("place", metadata.place)) if v
    }
    if metadata.year:
        fields["year"] = metadata.year
    text = extraction.document.text
    at = max(0, text.find(metadata.title)) if metadata.title else 0
    end = at + len(metadata.title) if metadata.title else min(20, len(text))
    return Fact(fields, (Evidence("plan", extraction.document.span(at, end)),))


def _extra(extraction: Extraction, binding: Binding) -> frozenset[str]:
    """Return the figures of items that answer an upper one which nothing upper asks for.

    An upper item without figures leaves them to the lower level; a part belongs to its whole; of a figure that is
    restated one copy answers for all.
    """
    bound = [(m.applied, m.commitment) for m in binding.matches] + [(r.applied, r.commitment) for r in binding.refusals]
    asked = {applied.requirement.item for applied, _ in bound if applied.value}
    asked |= {m.whole.requirement.item for m in binding.items if m.dropped}
    aligned = {m.item.id for m in binding.items if m.item and m.whole.requirement.item in asked}
    answered = {_same(commitment) for _, commitment in bound}
    return frozenset(
        c.id
        for c in extraction.commitments
        if c.item in aligned and not c.relative and c.part_of is None and _same(c) not in answered
    )


def _same(commitment: Commitment) -> tuple[object, ...]:
    name = commitment.indicator or commitment.label
    return name, commitment.qualifiers or commitment.scope, commitment.bound, commitment.resolved_unit


def _words_of(applied: Applied) -> str:
    """Return what an upper item says behind its heading."""
    at, source = applied.requirement.at, applied.source
    words = source.text[slice(*at)] if at and source else ""
    return words.partition("。")[2] or words.partition("\n")[2]


def facts_of(extraction: Extraction, applied: Sequence[Applied], binding: Binding, plan: str) -> list[Fact]:
    """Return the facts on what a plan says, what binds it and how the two were bound, in a fixed order."""
    taken = {m.whole.requirement.item for m in binding.items}
    spoken = {c.indicator for c in extraction.commitments if c.indicator}
    facts = [plan_fact(extraction, plan), *item_facts(extraction, plan), *unanswered_rows(extraction, plan)]
    extra = _extra(extraction, binding)
    facts += [
        commitment_fact(c.by(day_of_all(extraction, c)), plan, extra=c.id in extra) for c in extraction.commitments
    ]
    own = {c.id for c in extraction.commitments}
    facts += [
        task_fact(c, plan) for c in {m.commitment.id: m.commitment for m in binding.matches}.values() if c.id not in own
    ]
    duties = Duties(extraction)
    counted = {a.requirement.item for a in applied if a.value}
    for a in applied:
        addressed = a.requirement.item in taken or (a.requirement.indicator or "") in spoken
        if a.requirement.binding == "duty" and not a.requirement.item:
            addressed = addressed or duties.taken_up(a.requirement.label)
        if not addressed and a.is_whole and a.requirement.item not in counted:
            addressed = duties.carried_out(_words_of(a))
        total = a.requirement.binding == "total" and not a.demanded
        facts.append(requirement_fact(a, plan, addressed, total))
    heads = Heads(extraction.commitments)
    matches = [match_fact(m, n, plan, heads) for n, m in enumerate(binding.matches, 1)]
    facts += dated(matches, binding.matches, extraction)
    facts += [f for n, m in enumerate(binding.matches, 1) for f in people_facts(m, n, plan, extraction.document)]
    facts += [refusal_fact(r, n, plan) for n, r in enumerate(binding.refusals, 1)]
    facts += [item_match_fact(m, n, plan) for n, m in enumerate(binding.items, 1)]
    facts += named_without_figures(extraction, applied, binding, plan)
    return facts
