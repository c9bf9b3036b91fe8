"""From the hits of the cards to findings: the words, the figures, the evidence, and one finding for one defect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from engine.commitment import Commitment, Extraction, Item
from engine.document import Span
from engine.facts.fact import Evidence, Fact, Role
from engine.judge.card import Card, Case
from engine.judge.figures import figure_of, gap_between
from engine.judge.finding import SEVERITIES, Basis, Certainty, Finding
from engine.judge.identity import identified
from engine.judge.resting import rests_on
from engine.judge.words import fill
from engine.match.rule import Hit, Ref
from engine.wording import Text

ROLES: tuple[Role, ...] = ("plan", "standard", "part", "total")
# Which commitment a fact of arithmetic speaks of: the whole of parts, the first of two that differ, what changes.
_SPEAKS_OF = ("whole", "first", "commitment")
TRACES = ("trace", "working")


class _Raw(Struct, frozen=True):
    """A finding before yielding, with the ids of the plan's facts that it speaks of."""

    finding: Finding
    touched: frozenset[str]


def judge(
    cards: Iterable[Card], hits: Iterable[Hit], plan_place: str = "", extraction: Extraction | None = None
) -> tuple[Finding, ...]:
    """Return the findings for the hits, each defect once, sorted by severity, place in the document and rule.

    ``plan_place`` goes into the fingerprints; ``extraction`` supplies the item and the responsible units.
    """
    of_rule = {case.rule.id: (card, case) for card in cards for case in card.cases}
    where = _Whereabouts(extraction)
    raw: dict[str, dict[_Raw, None]] = {}
    for hit in hits:
        card, case = of_rule[hit.rule]
        raw.setdefault(card.id, {})[_raised(card, case, hit.facts, where)] = None
    kept = _merged(_after_yielding({card.id: card for card, _ in of_rule.values()}, raw))
    in_order = sorted(kept, key=_order)
    named = identified(in_order, plan_place)
    return tuple(sorted(named, key=lambda f: (*_order(f)[:-1], f.fingerprint)))


def _raised(card: Card, case: Case, facts: Mapping[str, Fact], where: _Whereabouts) -> _Raw:
    gap = gap_between(case.expected, case.actual, facts)
    difference = gap.text if gap else Text("0", "0")
    named = facts[case.label] if case.label else None
    item, responsible = where.of(facts)
    finding = Finding(
        rule=card.id,
        code=card.code,
        group=card.group,
        severity=case.severity,
        verdict=case.verdict,
        certainty=_certainty(case, facts),
        title=card.title,
        message=fill(case.message, facts, difference),
        remedy=fill(case.remedy, facts, difference),
        label=str(named.fields.get("label", "")) if named else "",
        indicator=_indicator(named, facts),
        item=item,
        expected=figure_of(case.expected, facts),
        actual=figure_of(case.actual, facts),
        difference=(gap.value, gap.unit) if gap and gap.value is not None else None,
        evidence=_evidence(case, facts),
        standard=_basis(facts[case.standard]) if case.standard else None,
        responsible=responsible,
        trace=tuple(f.said[name] for f in facts.values() if f.said for name in TRACES if name in f.said),
        rests_on=rests_on(case.rule),
    )
    return _Raw(finding, _touched(case, facts))


def _certainty(case: Case, facts: Mapping[str, Fact]) -> Certainty:
    """Return the certainty: a match by likeness or an unverified requirement leaves no finding certain."""
    ref = case.certainty
    stated = facts[ref.alias].fields.get(ref.field, "certain") if isinstance(ref, Ref) else ref
    doubtful = any(f.fields.get("certainty") == "review" or f.fields.get("verified") is False for f in facts.values())
    return "review" if doubtful or stated == "review" else "certain"


def _indicator(named: Fact | None, facts: Mapping[str, Fact]) -> str | None:
    for fact in [*([named] if named else []), *facts.values()]:
        if "indicator" in fact.fields:
            return str(fact.fields["indicator"])
    return None


class _Whereabouts:
    """The items and the responsible units of a plan, looked up by the ids of its facts."""

    def __init__(self, extraction: Extraction | None) -> None:
        self._responsible: dict[str, tuple[str, ...]] = {}
        self._order: dict[str, int] = {}
        self._of_item: dict[str, tuple[str, ...]] = {}
        self._item_of: dict[str, str] = {}
        if extraction is None:
            return
        things: tuple[Commitment | Item, ...] = (*extraction.commitments, *extraction.items)
        for place, thing in enumerate(things):
            if thing.responsible:
                self._responsible.setdefault(thing.id, thing.responsible)
                self._order.setdefault(thing.id, place)
        for item in extraction.items:
            self._of_item.setdefault(item.id, item.responsible)
        self._item_of = {c.id: c.item for c in extraction.commitments}

    def of(self, facts: Mapping[str, Fact]) -> tuple[str, tuple[str, ...]]:
        """Return the plan's item that a finding concerns and who is responsible for it."""
        ours = [f.fields for f in facts.values() if f.fields["kind"] in ("item", "commitment", "item-match")]
        spoken_of = [str(f.fields[name]) for f in facts.values() for name in _SPEAKS_OF if name in f.fields]
        items = [str(f["id"] if f["kind"] == "item" else f.get("item", "")) for f in ours]
        item = next(iter((*items, *(self._item_of[name] for name in spoken_of if name in self._item_of), "")))
        named = [name for name in (*(str(f["id"]) for f in ours), *spoken_of) if name in self._responsible]
        if named:
            return item, self._responsible[min(named, key=lambda name: self._order[name])]
        return item, self._of_item.get(item, ())


def _basis(requirement: Fact) -> Basis:
    fields = requirement.fields
    return Basis(str(fields.get("standard", "")), str(fields["id"]), str(fields.get("citation", "")))


def _evidence(case: Case, facts: Mapping[str, Fact]) -> tuple[Evidence, ...]:
    shown = {
        e.as_role(role): None for role, aliases in case.evidence for a in aliases for e in _words_of(facts[a], role)
    }
    reckoned = {e.span for e in shown if e.role in ("part", "total")}
    shown = {e: None for e in shown if e.role != "plan" or e.span not in reckoned}  # the same words are shown once
    return tuple(sorted(shown, key=lambda e: (ROLES.index(e.role), _place(e.span))))


def _words_of(fact: Fact, role: Role) -> Iterator[Evidence]:
    """Yield the words of a fact that a card shows in a role: a match has words of both sides, each for its own."""
    return (e for e in fact.evidence if e.role == role or fact.fields["kind"] != "match")


def _place(span: Span) -> tuple[str, int, int, int, str, str]:
    """Order spans as they stand in a file, whatever its format can tell."""
    block = -1 if span.block is None else span.block
    start = -1 if span.start is None else span.start
    return (span.file, span.page or 0, block, start, span.cell or "", span.text)


def _touched(case: Case, facts: Mapping[str, Fact]) -> frozenset[str]:
    """Return the plan's facts that a finding shows, or the requirement where the plan has nothing to show."""
    ours = [a for role, aliases in case.evidence if role != "standard" for a in aliases]
    if ours:
        return frozenset(str(facts[a].fields["id"]) for a in ours if facts[a].fields["kind"] != "plan")
    return frozenset({str(facts[case.standard].fields["id"])}) if case.standard else frozenset()


def _after_yielding(cards: Mapping[str, Card], raw: Mapping[str, Iterable[_Raw]]) -> list[Finding]:
    """Drop what another card says of the same figure, no less severely; a finding that was dropped drops nothing."""
    kept: dict[str, list[_Raw]] = {}

    def settle(card_id: str) -> list[_Raw]:
        if card_id not in kept:
            kept[card_id] = []
            others = [r for other in cards[card_id].yields_to if other in cards for r in settle(other)]
            kept[card_id] = [r for r in raw.get(card_id, ()) if not any(_covers(other, r) for other in others)]
        return kept[card_id]

    return [found.finding for card_id in sorted(cards) for found in settle(card_id)]


def _covers(other: _Raw, raw: _Raw) -> bool:
    severe = SEVERITIES.index(other.finding.severity) <= SEVERITIES.index(raw.finding.severity)
    return severe and bool(other.touched & raw.touched)


def _merged(findings: Sequence[Finding]) -> list[Finding]:
    """Return each finding once: what reads the same and shows the same is the same."""
    return list(dict.fromkeys(findings))


def _order(finding: Finding) -> tuple[object, ...]:
    first = finding.evidence[0] if finding.evidence else None
    lead = ROLES.index(first.role) if first and first.role == "standard" else 0
    place = (lead, _place(first.span)) if first else (2, ())
    basis = (finding.standard.id, finding.standard.requirement) if finding.standard else ("", "")
    return (SEVERITIES.index(finding.severity), place, finding.rule, basis, finding.label, finding.message.zh)
