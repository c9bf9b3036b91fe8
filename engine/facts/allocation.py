"""Facts of an audit: whether the plans of all lower places together reach a total of the upper level."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.bind.binder import bind
from engine.bind.contain import in_base
from engine.bind.upper.allocation import same_place, shares_of
from engine.bind.upper.draft import applied_draft, draft_standard
from engine.commitment import Commitment, Extraction
from engine.facts.fact import Evidence, Fact
from engine.quantity.printed import printed
from engine.quantity.units import parse_unit
from engine.resolve.resolver import Resolver
from engine.wording import Text, phrase

_FEWEST = 2


class _Total(Struct, frozen=True):
    """A total of the upper level with the places that share it, as far as they are known."""

    applied: Applied
    places: frozenset[str]


class _Answer(Struct, frozen=True):
    """What the plan of a place promises towards a total; ``figure`` is None where it says nothing.

    Of several ``drafts`` of one place the last that gives a figure counts, and only that one.
    """

    place: str
    figure: Commitment | None
    drafts: int = 1


def allocation_facts(
    upper: Extraction | None,
    plans: Sequence[Extraction],
    applied: Sequence[Applied],
    resolver: Resolver,
    audit: str = "audit",
    lower_places: Collection[str] = (),
) -> Iterator[Fact]:
    """Yield a fact for each total of the upper level that several lower plans were to reach together.

    ``upper`` is the document of ``--against``, ``applied`` the requirements of named standards (their ``total``);
    ``lower_places`` names the places one level below where neither an annex nor a standard names those that share the
    total. The sum is ``complete`` only when each of them is among the plans, with a figure that is exact.
    """
    if len(plans) < _FEWEST:
        return
    totals = [*_of_document(upper, resolver, lower_places), *_of_standards(applied, lower_places)]
    answers = [_answers(plan, [t.applied for t in totals], resolver) for plan in plans]
    for number, total in enumerate(totals, 1):
        given = [_Answer(_name(p), a.get(id(total.applied))) for p, a in zip(plans, answers, strict=True)]
        mine = _once_a_place(given)
        if sum(answer.figure is not None for answer in mine) >= _FEWEST:
            yield _allocation_fact(total, mine, f"allocation-{number}", audit)


def _of_document(upper: Extraction | None, resolver: Resolver, lower: Collection[str]) -> Iterator[_Total]:
    if upper is None:
        return
    named = {id(share.total): share.allotted for share in shares_of(upper, resolver) if share.total}
    places = {total.id: allotted for total in upper.commitments if (allotted := named.get(id(total)))}
    for applied in applied_draft(draft_standard(upper)):
        if applied.requirement.binding == "total" and applied.value and applied.value.bound.op != "~":
            yield _Total(applied, frozenset(places.get(applied.requirement.id, lower)))


def _of_standards(applied: Sequence[Applied], lower: Collection[str]) -> Iterator[_Total]:
    for a in applied:
        whole = a.requirement.binding == "total" and not a.demanded and a.applies and a.state == "in-force"
        if whole and a.value and a.value.bound.op != "~":
            yield _Total(a, frozenset(place for place, _ in a.requirement.allotted) or frozenset(lower))


def _answers(plan: Extraction, totals: Sequence[Applied], resolver: Resolver) -> Mapping[int, Commitment]:
    """Return the figure with which a plan answers each total: the whole before its parts, the text before its tables."""
    found: dict[int, Commitment] = {}
    whole = replace(plan, commitments=tuple(c for c in plan.commitments if c.part_of is None))
    for match in bind(totals, whole, resolver).matches:
        if match.relation == "equal":
            found.setdefault(id(match.applied), match.commitment)
    return found


def _name(plan: Extraction) -> str:
    """Return the name of a plan's place, or of its file where the plan does not say."""
    return plan.metadata.place or PurePath(plan.document.file).stem


def _once_a_place(answers: Sequence[_Answer]) -> list[_Answer]:
    """Return one answer a place, in the order in which the places came."""
    found: list[_Answer] = []
    for answer in answers:
        index = next((n for n, known in enumerate(found) if same_place(known.place, answer.place)), None)
        if index is None:
            found.append(answer)
        else:
            known = found[index]
            found[index] = replace(answer if answer.figure else known, drafts=known.drafts + 1)
    return found


def _allocation_fact(total: _Total, mine: Sequence[_Answer], name: str, audit: str) -> Fact:
    value = total.applied.value
    assert value is not None
    given = [(a, a.figure) for a in mine if a.figure is not None and a.figure.bound.op != "~"]
    computed = sum((in_base(c.bound, c.compared_unit) for _, c in given), Fraction(0)) / parse_unit(value.unit).factor
    stated = Fraction(value.bound.value)
    everyone = bool(total.places) and all(any(same_place(a.place, p) for a in mine) for p in total.places)
    exact = len(given) == sum(a.figure is not None for a in mine)
    span = total.applied.requirement.span
    parts = [_part(answer, c) for answer, c in given]
    listed = Text("、".join(part.zh for part in parts), ", ".join(part.en for part in parts))
    total_printed = printed(value.bound, value.unit)
    return Fact(
        {
            "kind": "allocation",
            "id": name,
            "plan": audit,
            "requirement": total.applied.key,
            "label": total.applied.requirement.label,
            "stated": stated,
            "computed": computed,
            "short": computed < stated,
            "complete": everyone and exact,
            "unit": value.unit,
        },
        (*([Evidence("total", span)] if span else []), *(Evidence("part", c.span) for _, c in given)),
        said={"working": phrase("bind.allocated", parts=listed, stated=total_printed), "parts": listed},
    )


def _part(answer: _Answer, figure: Commitment) -> Text:
    """Return what a place promises, and that it is the last of several drafts where more than one was given."""
    words = f"{answer.place.rpartition('/')[2]}{printed(figure.bound, figure.compared_unit)}"
    return phrase("bind.last-draft", words=words, drafts=answer.drafts) if answer.drafts > 1 else Text(words, words)
