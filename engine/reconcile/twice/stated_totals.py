"""Totals of tables against the text: a column's total row restates a figure of the body, or contradicts it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.commitment import Commitment, Extraction
from engine.document import Document
from engine.facts.fact import Fact, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.bounds import Bound
from engine.reconcile.prose.common import figure_of, printed, sentence_start, shown, words_before
from engine.reconcile.tables.structure import structure_of
from engine.reconcile.twice.broken_down import broken_down
from engine.reconcile.twice.told_apart import ToldApart
from engine.resolve.lexicon import Lexicon
from engine.resolve.likeness import same_thing
from engine.resolve.resolver import Resolver
from engine.tables.words import STAGE
from engine.wording import phrase

_SAME = 0.72
_LEAST_HEAD = 4
_YEAR = lazy(r"20\d\d(?=年)")
# What is told of several years together is no year's total.
_SEVERAL_YEARS = lazy(
    r"(?:今后|未来|近|过去|前|连续)[两三四五六七八九十\d]{1,2}年|十[三四五六七八]五[”\"]?(?:时期|期间|以来)|[两三四五\d]年(?:累计|来|间|内)|20\d\d年?[—\-~至]20\d\d年"
)
_OF_WHICH = "其中"
_NAMELESS = lazy("(?:所需|需|补助|总)?(?:金额|资金|经费|投资|投入|数量|人数|标准|合计|任务数?)(?:合计|总额)?")
_FAR = 2


def total_commitments(extraction: Extraction, resolver: Resolver) -> tuple[Commitment, ...]:
    """Return the totals that tables state, as figures with their column's name, in the order of the document.

    They are no commitments of their own (``Extraction.commitments`` does not hold them), but the text has to agree.
    """
    document = extraction.document
    found = []
    for read in extraction.tables:
        total = structure_of(read).total
        for index, column in enumerate(read.columns):
            entry = total.entries[index] if total else None
            if entry is None or entry.value is None or not column.summed or not column.label or not entry.unit:
                continue
            if STAGE.search(column.label) or STAGE.search(column.group):
                continue
            resolution = resolver.resolve(column.label, read.title, entry.unit, "amount")
            found.append(
                Commitment(
                    id=f"{read.id}:total:{index}",
                    item="",
                    label=column.label,
                    scope=(),
                    bound=Bound("=", entry.value),
                    unit=entry.unit,
                    span=document.span(entry.start, entry.end),
                    start=entry.start,
                    end=entry.end,
                    indicator=resolution.indicator,
                    resolved_unit=entry.unit,
                    section="annex",
                    digits=entry.digits,
                )
            )
    return tuple(found)


def restated_totals(
    extraction: Extraction, totals: Sequence[Commitment], lexicon: Lexicon, plan: str
) -> Iterator[tuple[Fact, Commitment]]:
    """Yield a ``restatement`` fact for each total that restates a figure of the text or of a list, with that total.

    A list of tasks in an annex states the same totals as the table that breaks them down; two tables are held together
    only where the catalogue knows what they count, since amounts of money are called alike in tables of different things.
    """
    whole = [c for c in extraction.commitments if not c.relative and c.bound.op != "range"]
    body = [c for c in whole if c.section == "body" and _of_the_year(c, extraction.document)]
    beside = _beside(whole, extraction.document)
    # 防汛队伍桥头社区12人 is the figure of that row.
    named = {t.id: {r.label for r in t.rows if r.role == "part" and len(r.label) > 1} for t in extraction.tables}
    listed = [c for c in whole if c.section == "annex" and c.indicator]
    found: list[tuple[Commitment, Commitment]] = []
    apart = ToldApart(extraction)
    for number, total in enumerate(totals):
        rows = named[_table(total)]
        meant = [
            c
            for c in body
            if _may_restate(c, total, beside[_place(c, extraction.document)])
            and not any(row in c.label for row in rows)
        ]
        said = _restated(total, meant, lexicon, apart) or _elsewhere(total, [*listed, *totals[:number]], apart)
        if said is not None:
            found.append((said, total))
    known = {total.id for _, total in found}
    found += [(task, total) for task, total in broken_down(extraction, totals, apart) if total.id not in known]
    # One figure is one column's total: where a column has it, those that divide it (C级, D级; 县级资金) are others.
    answered = {(said.id, _table(total)) for said, total in found if _agrees(said, total)}
    for said, total in found:
        if _agrees(said, total) or (
            (said.id, _table(total)) not in answered and not _is_of_another(said, total, totals)
        ):
            yield _fact(said, total, plan), total


def _is_of_another(said: Commitment, total: Commitment, totals: Sequence[Commitment]) -> bool:
    """Whether a sum that no word names (金额) is not the total of a column called so: another table's total, or far from it.

    全年投入8200万元 is the 合计 of the table of sources, and not the 金额 of that of benefits.
    """
    if not (_NAMELESS.fullmatch(said.label) and _NAMELESS.fullmatch(total.label)):
        return False
    others = (t for t in totals if _table(t) != _table(total) and t.compared_unit == total.compared_unit)
    low, high = sorted((said.bound.value, total.bound.value))
    return high > _FAR * low or any(_agrees(said, other) for other in others)


def _place(c: Commitment, document: Document) -> tuple[int, str]:
    return sentence_start(document, c.start), c.compared_unit


def _beside(figures: Sequence[Commitment], document: Document) -> dict[tuple[int, str], list[Commitment]]:
    """Return the figures of one unit in each sentence."""
    found: dict[tuple[int, str], list[Commitment]] = defaultdict(list)
    for c in figures:
        found[_place(c, document)].append(c)
    return found


def _of_the_year(c: Commitment, document: Document) -> bool:
    """Whether a figure is the whole of one year: neither told of several years together nor behind 其中."""
    words = fold(document.text[sentence_start(document, c.start) : c.start])
    return _OF_WHICH not in words and not _SEVERAL_YEARS.search(words)


def _may_restate(c: Commitment, total: Commitment, beside: Sequence[Commitment]) -> bool:
    """Whether a figure can be meant for a total: its sentence does not give that itself, at once or in parts, and no other year is named."""
    mine, theirs = set(_YEAR.findall(c.label)), set(_YEAR.findall(total.label))
    if mine and theirs and mine.isdisjoint(theirs):
        return False
    value = total.bound.value
    if c.bound.value == value or len(beside) < 2:
        return True
    # 3.6万人次，其中县医院4000人次，其余由乡镇完成: a table may be of what one part leaves.
    left = (c.bound.value - o.bound.value for o in beside if o.part_of == c.id)
    return value not in (sum(o.bound.value for o in beside), *(o.bound.value for o in beside), *left)


def _table(total: Commitment) -> str:
    return total.id.partition(":")[0]


def _elsewhere(total: Commitment, others: Sequence[Commitment], apart: ToldApart) -> Commitment | None:
    """Return the figure of another table for the same indicator, whole, in the same words or the only one there is."""
    table = _table(total)
    if total.indicator is None or total.compared_unit.startswith("元"):
        return None
    same = [
        c
        for c in others
        if c.indicator == total.indicator and c.compared_unit == total.compared_unit and not (c.qualifiers or c.scope or c.part_of)
        and re.split("[:.]", c.id)[0] != table and (_agrees(c, total) or not apart(c, total))
    ]  # fmt: skip
    named = [c for c in same if c.label == total.label]
    return named[0] if named else same[0] if len(same) == 1 else None


def _fact(said: Commitment, total: Commitment, plan: str) -> Fact:
    fields: dict[str, Value] = {
        "kind": "restatement", "id": f"restatement:{said.id}:{total.id}", "plan": plan, "first": said.id,
        "second": total.id, "label": said.label, "agree": _agrees(said, total),
        "across": "annex" if said.section == "body" else "body",
    }  # fmt: skip
    working = phrase("reconcile.restated", first=printed(said), second=printed(total))
    return Fact(fields, (shown(said, "plan"), shown(total, "plan")), figure_of(total), {"working": working})


def _restated(total: Commitment, body: Sequence[Commitment], lexicon: Lexicon, apart: ToldApart) -> Commitment | None:
    """Return the figure of the text that a total restates: one indicator, or much the same name, and the same unit.

    Else the only one whose name has every character of the column's (新增床位 for 养老床位新增). One that bears the column's
    name and agrees is what the column restates, whatever else is called much the same (三项投资 beside 总投资).
    """
    borne = [c for c in body if c.compared_unit == total.compared_unit and total.label and total.label in c.label]
    if same := next((c for c in borne if c.bound.value == total.bound.value and _agrees(c, total)), None):
        return same
    alike, holding = [], []
    text = apart.text
    named = [
        c for c in body if c.compared_unit == total.compared_unit and _named_as(c, total, text) and not apart(c, total)
    ]
    if len(named) == 1:
        return named[0]
    for commitment in body:
        if commitment.compared_unit != total.compared_unit:
            continue
        likeness = same_thing(commitment.label, total.label, lexicon)
        if not _agrees(commitment, total) and apart(commitment, total):
            continue
        one = total.indicator is not None and commitment.indicator == total.indicator and not commitment.qualifiers
        if not likeness.contrast and (likeness.score >= _SAME or one):
            alike.append((-likeness.score, commitment.start, commitment))
        elif not likeness.contrast and not commitment.part_of and _holds(commitment.label, total.label):
            holding.append(commitment)
    if alike:
        return min(alike, key=lambda found: found[:2])[2]
    # 新增床位260张，总数由1840张增加到2100张: what is reached from a baseline is no increase.
    rises = [c for c in holding if c.baseline is None]
    return rises[0] if len(rises) == 1 else holding[0] if len(holding) == 1 else None


def _named_as(said: Commitment, total: Commitment, text: str) -> bool:
    """Whether the clause of a figure says what the column is headed by, and nothing else."""
    return len(total.label) >= _LEAST_HEAD and words_before(text, said.start) == total.label


def _holds(label: str, head: str) -> bool:
    """Whether a name has all of a head's characters; one that a number ran into is no name to go by."""
    return len(head) >= _LEAST_HEAD and set(head) <= set(label) and not any(c.isdigit() for c in label)


def _agrees(said: Commitment, total: Commitment) -> bool:
    value, stated = said.bound.value, total.bound.value
    return {"=": stated == value, "~": True, ">=": stated >= value, ">": stated > value}.get(
        said.bound.op, stated <= value
    )
