"""The same thing stated twice: whether both figures can hold, in the body, in an annex, in a table's head and total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from decimal import Decimal
from fractions import Fraction
from itertools import chain

from msgspec.structs import replace

from engine.commitment import Commitment, Extraction, ReadTable
from engine.document import Document
from engine.facts.fact import Evidence, Fact, Figure, Value
from engine.patterns import lazy
from engine.quantity.bounds import Bound
from engine.reconcile.arithmetic.intervals import meet
from engine.reconcile.arithmetic.slips import one_slip_apart
from engine.reconcile.arithmetic.tally import tally
from engine.reconcile.prose.common import figure_of, printed, shown, values_of, words_before
from engine.reconcile.tables.structure import structure_of
from engine.reconcile.twice.arranged import arranged_pairs
from engine.reconcile.twice.by_item import pairs_by_item
from engine.reconcile.twice.by_named_rows import pairs_by_named_rows
from engine.reconcile.twice.by_their_days import (
    all_by_its_day,
    deadlines_agree,
    in_a_schedule,
    on_the_way,
    shrinks,
    stages,
)
from engine.reconcile.twice.named import Key, form_fields, keys_of
from engine.reconcile.twice.paid_for import pairs_by_funding
from engine.reconcile.twice.told_apart import ToldApart
from engine.reconcile.twice.turned import turned_pairs
from engine.reconcile.twice.two_tasks import of_one_task
from engine.reconcile.twice.whole_money import pairs_of_whole_money
from engine.tables.model import Entry
from engine.wording import phrase

_MONEY = lazy(
    r"(?:计划|估算|概算|预算|预计|项目|工程|年度|全年|完成|安排|投入|总|拟|共|需要?|所需|落实|争取|筹集|财政|[中省市县区]级|中央|上级|各级|专项|补助|奖补|建设|改造|投资|资金|其中|的)*"
    r"(?:投资|资金|经费|金额|补助|补贴|投资额|资金额|造价|估算)"
)
_ASKED = lazy("(?:本|当|今|全)?年度?|目标|任务|计划|指标|数量?|值")
_PLURAL_PARTS = frozenset(["annex", "table"])
_SHORTEST, _SELF_CONTAINED = 4, 6
_KEPT = 8
_YEAR_ALONE = 4

_PAIRS = (
    pairs_by_item, pairs_by_named_rows, pairs_by_funding, pairs_of_whole_money, turned_pairs, arranged_pairs,
)  # fmt: skip


def restated_facts(extraction: Extraction, plan_id: str) -> Iterator[Fact]:
    """Yield a ``restatement`` fact for each figure that a later one of the same name, scope and unit states again.

    Figures to be met by different years are different things; a part is no restatement of its whole. Two figures of
    one name in one sentence are left alone, since the sentence sets them apart by words that the label has lost.
    Two deadlines that differ are shown where they stand.
    """
    by_id = {commitment.id: commitment for commitment in extraction.commitments}
    for fact in of_one_task(list(_restated(extraction, plan_id)), by_id):
        if fact.fields.get("deadlines_agree") is False:
            days = (by_id[str(fact.fields[which])].due for which in ("first", "second"))
            dates = tuple(Evidence("plan", extraction.document.span(*day)) for day in days if day)
            fact = replace(fact, evidence=(*fact.evidence, *dates))
        yield fact


def _restated(extraction: Extraction, plan_id: str) -> Iterator[Fact]:
    first: dict[Key, list[Commitment]] = defaultdict(list)
    said: set[str] = set()
    keys = keys_of(extraction.commitments)
    fields = form_fields(extraction.commitments, keys)
    apart = ToldApart(extraction)
    for commitment, key in zip(extraction.commitments, keys, strict=True):
        if key is None or key in fields:
            continue
        compared = (_compared(earlier, commitment, plan_id, apart) for earlier in first[key][:_KEPT])
        facts = [fact for fact in compared if fact is not None]
        if facts:
            # One that sets another day says more than one that sets none.
            told = next((one for one in facts if one.fields.get("deadlines_agree") is False), facts[0])
            said |= {str(told.fields["first"]), commitment.id}
            yield told
        if not facts or (facts[0].fields["agree"] and len(commitment.deadline or "") > _YEAR_ALONE):
            first[key].append(commitment)
    yield from _under_other_words(extraction, said, plan_id, apart)
    for figure, other in chain.from_iterable(f(extraction) for f in _PAIRS):
        if (
            not {figure.id, other.id} <= said
            and (fact := _compared(figure, other, plan_id, apart, named=True)) is not None
        ):
            said |= {figure.id, other.id}
            yield fact
    yield from _without_unit(extraction, plan_id)


def _under_other_words(extraction: Extraction, said: Set[str], plan: str, apart: ToldApart) -> Iterator[Fact]:
    """Yield a fact for each indicator that the body gives once and the annex gives once, in whatever words.

    In a table of the text it has to be named by what the body names it by; what the body gives of a part is left aside.
    """
    sides: dict[Key, list[Commitment]] = defaultdict(list)
    for c in extraction.commitments:
        if c.indicator and c.certain and not c.relative and c.section in ("body", "annex", "table"):
            sides[c.indicator, "", tuple(sorted(c.qualifiers)), c.compared_unit].append(c)
    for twins in sides.values():
        if said.isdisjoint(c.id for c in twins) and (pair := _pair(twins, apart)):
            whole = all(c.part_of is None and c.bound.op != "range" for c in pair)
            # 甲街道4个、乙街道5个，共15个: each of them is a part, and the sentence gives the whole itself.
            whole = whole and not _said_beside(*pair, extraction.commitments)
            fact = _compared(*pair, plan, apart) if whole else None
            if fact is not None:
                yield fact


def _pair(twins: Sequence[Commitment], apart: ToldApart) -> tuple[Commitment, Commitment] | None:
    sections = [c.section for c in twins]
    if sections == ["body", "annex"]:
        return twins[0], twins[1]
    if sections == ["body", "body"]:
        # 新增城镇就业 and 城镇新增就业: one name in another order, and a slip of the pen. What each is paid is one sum in all items.
        reordered = sorted(twins[0].label) == sorted(twins[1].label)
        paid = all(c.kind == "standard" and "/" in c.compared_unit and c.bound.op == "=" for c in twins)
        same = (reordered and _a_slip_apart(*twins)) or (paid and twins[0].item != twins[1].item)
        return (twins[0], twins[1]) if same else None
    cells = [c for c in twins if c.section == "table"]
    body = [c for c in twins if c.section == "body"]
    if len(cells) != 1 or len(body) + 1 != len(twins) or any(c.bound == cells[0].bound for c in body):
        return None
    named = set(_ASKED.sub("", cells[0].label))
    alike = [c for c in body if named <= set(c.label) and not apart(c, cells[0])]
    if len(alike) != 1:
        return None
    return (alike[0], cells[0]) if alike[0].start < cells[0].start else (cells[0], alike[0])


def _said_beside(figure: Commitment, twin: Commitment, commitments: Sequence[Commitment]) -> bool:
    """Whether the sentence of a twin states the figure itself as well, or what adds up to it."""
    if figure.bound == twin.bound or figure.sentence == twin.sentence:
        return False
    near = [c for c in commitments if c.sentence == twin.sentence and c.compared_unit == figure.compared_unit]
    if any(c.bound == figure.bound for c in near if c.section == twin.section):
        return True
    # 县道48.5公里、村道37.9公里 beside 86.4: the sentence divides what the other figure is.
    mine = [c for c in commitments if c.sentence == figure.sentence and c.compared_unit == figure.compared_unit]
    return figure.bound.value == _sum(near) or twin.bound.value == _sum(mine)


def _sum(figures: Sequence[Commitment]) -> Decimal:
    return sum((c.bound.value for c in figures), Decimal(0))


def _without_unit(extraction: Extraction, plan: str) -> Iterator[Fact]:
    """Yield a fact for each figure without a unit that stands elsewhere, after the same words, with one."""
    text = extraction.document.text
    named: dict[tuple[str, Bound], list[Commitment]] = defaultdict(list)
    for commitment in extraction.commitments:
        words = words_before(text, commitment.start)
        if len(words) >= _SHORTEST:
            named[words, commitment.bound].append(commitment)
    for twins in named.values():
        whole = next((c for c in twins if c.unit), None)
        for bare in (c for c in twins if not c.unit):
            if whole is not None:
                first, second = (whole, bare) if whole.start < bare.start else (bare, whole)
                yield _fact(first, second, agree=True, deadlines=None, plan=plan)


def _compared(
    first: Commitment, second: Commitment, plan: str, apart: ToldApart, *, named: bool = False
) -> Fact | None:
    # The same words may stand in two tables, each with a day of its own.
    beside = first.item == second.item or abs(second.start - first.start) < len(first.sentence)
    if beside and first.sentence and first.sentence == second.sentence and first.section == second.section:
        return None
    if second.part_of == first.id or first.part_of == second.id or first.section == second.section == "table":
        return None
    # A short name (改造户数) may mean another thing in another item.
    short = len(first.label) < _SELF_CONTAINED and not named
    if first.section == second.section and first.item != second.item and short:
        return None
    # … and in another sentence of its item, where what stands before it there is what it is told of.
    leans = len(first.label) < _SELF_CONTAINED and not first.indicator and first.item == second.item
    if first.section == second.section and leans and first.sentence != second.sentence:
        return None
    agree = _both_hold(first, second)
    # Money is called alike in every project of a plan; only a slip of the pen tells that one sum is meant.
    if agree is False and not named and _MONEY.fullmatch(first.label) and not _a_slip_apart(first, second):
        return None
    staged = in_a_schedule(first, second, apart.text) or (
        on_the_way(first, second) and not _a_slip_apart(first, second)
    )
    if agree is False and staged:
        return None
    deadlines = deadlines_agree(first, second)
    if deadlines is False and agree and apart.finished_ahead(first, second):
        deadlines = None
    all_of_it = shrinks(first, second) or all(all_by_its_day(c, apart.text) for c in (first, second))
    if agree is None or (deadlines is False and not all_of_it and (not agree or stages(first, second))):
        return None
    if not agree and apart(first, second):
        return None
    return _fact(first, second, agree=agree, deadlines=deadlines, plan=plan)


def _a_slip_apart(first: Commitment, second: Commitment) -> bool:
    return one_slip_apart(Fraction(first.bound.value), Fraction(second.bound.value))


def _fact(first: Commitment, second: Commitment, *, agree: bool, deadlines: bool | None, plan: str) -> Fact:
    one, other = (first.section in _PLURAL_PARTS), (second.section in _PLURAL_PARTS)
    fields: dict[str, Value] = {
        "kind": "restatement", "id": f"restatement:{first.id}:{second.id}", "plan": plan, "first": first.id,
        "second": second.id, "label": first.label, "agree": agree, "across": "annex" if one != other else "body",
    }  # fmt: skip
    if deadlines is not None:
        fields["deadlines_agree"] = deadlines
    said = {"working": phrase("reconcile.restated", first=printed(first), second=printed(second))}
    return Fact(fields, (shown(first, "plan"), shown(second, "plan")), figure_of(second), said)


def _both_hold(first: Commitment, second: Commitment) -> bool | None:
    mine, theirs = values_of(first), values_of(second)
    if mine is None or theirs is None:
        return True if first.bound.value == second.bound.value else None
    # 不少于60场 in the text and 不少于50场 in its annex: more than 60 is both, and yet one of them is a slip.
    across = (first.section in _PLURAL_PARTS) != (second.section in _PLURAL_PARTS)
    if across and first.bound.op == second.bound.op and first.bound.op in (">=", ">", "<=", "<"):
        return first.bound.value == second.bound.value
    return meet(mine, theirs) is not None


def heads_against_totals(read_tables: Iterable[ReadTable], document: Document, plan_id: str) -> Iterator[Fact]:
    """Yield a ``restatement`` fact where a column's head and its total row state different totals.

    Only where the rows bear out the total row: else the sum itself is reported, and one defect is one finding.
    """
    for read in read_tables:
        structure = structure_of(read)
        for index, column in enumerate(read.columns):
            stated = structure.total.entries[index] if structure.total else None
            if column.head is None or stated is None or stated.value is None or stated.unit != column.head.unit:
                continue
            parts = [row.entries[index] for row in structure.leaves]
            agree = stated.value == column.head.value
            if column.summed and (agree or tally(parts, stated).agree is True):
                yield _head_fact(read, column.label, index, column.head, stated, agree, document, plan_id)


def _head_fact(
    read: ReadTable, label: str, index: int, head: Entry, stated: Entry, agree: bool, document: Document, plan: str
) -> Fact:
    place = f"{read.id}:c{read.columns[index].index}"
    fields: dict[str, Value] = {
        "kind": "restatement", "id": f"restatement:{place}", "plan": plan, "first": f"{place}:head",
        "second": f"{place}:total", "label": label, "agree": agree, "across": "body",
    }  # fmt: skip
    evidence = (
        Evidence("plan", document.span(head.start, head.end)),
        Evidence("plan", document.span(stated.start, stated.end)),
    )
    said = {"working": phrase("reconcile.restated", first=head.text, second=stated.text)}
    figure = Figure("=", stated.value, None, stated.unit, stated.text)
    return Fact(fields, evidence, figure, said)
