"""Facts of two years: what a place promised the year before against what it promises now."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.bind.binder import bind
from engine.bind.binding import Match
from engine.bind.contain import in_base
from engine.bind.upper.allocation import same_place
from engine.bind.upper.draft import applied_draft, draft_standard
from engine.commitment import Commitment, Extraction
from engine.document import Span
from engine.facts.fact import Evidence, Fact
from engine.facts.figures import figure_of
from engine.patterns import lazy
from engine.quantity.printed import printed
from engine.resolve.resolver import Resolver
from engine.wording import Text, phrase

_LEVELS = ("standard", "rate")
_RISING = (">=", ">", "=", "range")
# What a place keeps up from year to year, other than works that are finished once: posts, performances, days of opening.
_KEPT_UP = lazy(
    "公益性?岗位?|演出|送戏|文艺|戏曲|电影|放映|展演|招聘|义诊|巡诊|宣讲|讲座|开放|免费(?:体检|筛查|检查|健康检查)"
)
_EVENTS = frozenset(["场", "场次", "天", "小时"])


class YearOnYear(Struct, frozen=True):
    """What a comparison with an earlier plan gives: facts, and what a reader of the report has to know of it.

    ``previous`` is that plan's file, empty where it is none to compare with.
    """

    facts: tuple[Fact, ...] = ()
    remarks: tuple[Text, ...] = ()
    previous: str = ""


def year_on_year(extraction: Extraction, previous: Extraction, resolver: Resolver, plan: str) -> YearOnYear:
    """Compare a plan with one of an earlier year, and say that and with what; not with itself, another place's or a later one."""
    mine, before = extraction.metadata, previous.metadata
    title = before.title or previous.document.file
    if reason := _not_comparable(extraction, previous):
        return YearOnYear(remarks=(phrase(f"bind.{reason}", title=title, place=before.place, year=before.year or ""),))
    facts = tuple(yearly_facts(extraction, previous, resolver, plan))
    falls = sum(1 for fact in facts if fact.fields["falls"])
    told = [phrase("bind.compared", title=title, year=before.year or "", count=len(facts), falls=falls)]
    if not (mine.place and before.place):
        told.append(phrase("bind.place-not-told", title=title))
    if not (mine.year and before.year):
        told.append(phrase("bind.year-not-told", title=title))
    return YearOnYear(facts, tuple(told), previous.document.file)


def _not_comparable(extraction: Extraction, previous: Extraction) -> str:
    """Return why an earlier document is none to compare with, empty where nothing speaks against it."""
    mine, before = extraction.metadata, previous.metadata
    if extraction.document.sha256 == previous.document.sha256:
        return "same-file"
    if mine.place and before.place and not same_place(mine.place, before.place):
        return "other-place"
    return "no-earlier" if mine.year and before.year and before.year >= mine.year else ""


def yearly_facts(extraction: Extraction, previous: Extraction, resolver: Resolver, plan: str) -> Iterator[Fact]:
    """Yield a fact for each benefit and each rate that both this year's plan and last year's state.

    ``previous`` is read as a higher document is, so that the same figures answer each other; each side is used once and
    only figures of the same people and places are compared. Amounts of work differ from year to year and are left
    aside, but for what is kept up (posts, performances); approximate figures too: nothing proves that they fell.
    """
    drafted = applied_draft(draft_standard(_levels_of(previous)))
    earlier = [a for a in drafted if a.value is not None]  # a task in words has no level to fall from
    pairs = _one_to_one(bind(earlier, _levels_of(extraction), resolver).matches)
    when = _when(extraction.metadata.year, previous.metadata.year)
    for number, (before, now) in enumerate(pairs, 1):
        yield _yearly_fact(before, now, number, plan, when)


def _when(year: int | None, before: int | None) -> Text:
    """Return how a report names the earlier year."""
    return Text(f"{before}年", str(before)) if year and before and before != year - 1 else Text("上一年度", "last year")


def _levels_of(extraction: Extraction) -> Extraction:
    """Return a plan with its benefits and rates alone."""
    levels = [
        c
        for c in extraction.commitments
        if (c.kind in _LEVELS or _is_kept_up(c)) and not c.relative and c.bound.op in _RISING
    ]
    return replace(extraction, commitments=tuple(levels))


def _is_kept_up(c: Commitment) -> bool:
    """Whether so much is done every year anew that less of it is a cut: so many performances, so many posts kept."""
    unit = c.compared_unit.partition("/")[0]
    posts = "岗位" in c.label and "公益" in c.label
    return (
        c.kind == "amount" and c.part_of is None and _KEPT_UP.search(c.label) is not None and (posts or unit in _EVENTS)
    )


def _one_to_one(matches: tuple[Match, ...]) -> Iterator[tuple[Applied, Commitment]]:
    """Yield the pairs, those named alike first; a requirement or a commitment that is taken answers no other."""
    used: set[int] = set()
    ranked = sorted(enumerate(matches), key=lambda pair: (pair[1].commitment.label != _label(pair[1]), pair[0]))
    kept = []
    for place, match in ranked:
        ends = {id(match.applied), id(match.commitment)}
        if match.relation == "equal" and not ends & used:
            used |= ends
            kept.append((place, match))
    for _, match in sorted(kept, key=lambda pair: pair[0]):
        yield match.applied, match.commitment


def _label(match: Match) -> str:
    return match.applied.requirement.label


def _yearly_fact(before: Applied, now: Commitment, number: int, plan: str, when: Text) -> Fact:
    assert before.value is not None
    value = before.value
    unit = now.compared_unit
    then, today = in_base(value.bound, value.unit), in_base(now.bound, unit)
    return Fact(
        {
            "kind": "yearly",
            "id": f"yearly-{number}",
            "plan": plan,
            "commitment": now.id,
            "label": now.label,
            "before": then,
            "now": today,
            "falls": today < then,
            "kept_up": _is_kept_up(now),
        },
        _evidence(before.requirement.span),
        figure_of(value.bound, value.unit),
        {"before": _same(printed(value.bound, value.unit)), "now": _same(printed(now.bound, unit)), "when": when},
    )


def _evidence(span: Span | None) -> tuple[Evidence, ...]:
    return (Evidence("standard", span, earlier=True),) if span else ()


def _same(words: str) -> Text:
    return Text(words, words)
