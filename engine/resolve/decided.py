"""Following what people decided: readings are corrected before anything is compared, matches confirmed or ruled out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from engine.commitment import Commitment, Extraction
from engine.decision import Decision
from engine.errors import GoujiError
from engine.normalise.quote import normalised
from engine.quantity.bounds import Bound
from engine.quantity.printed import printed
from engine.resolve.commitments import resolved_commitment
from engine.resolve.resolver import Resolver
from engine.wording import Text, phrase

_OF_READING = ("correct", "dismiss")


class Unfollowed(Struct, frozen=True):
    """A decision that could not be followed: ``state`` is ``unmatched``, ``ambiguous`` or ``no-indicator``."""

    decision: Decision
    state: str


class Decided(Struct, frozen=True):
    """A plan as people decided to read it.

    ``pairs`` leads from (id of a commitment, id of a requirement or an empty text for all) to the decision on that match;
    ``remarks`` say what was followed.
    """

    extraction: Extraction
    pairs: Mapping[tuple[str, str], Decision] = field(default_factory=dict)
    remarks: tuple[Text, ...] = ()
    unfollowed: tuple[Unfollowed, ...] = ()

    def on_match(self, commitment: str, requirement: str) -> Decision | None:
        """Return the decision on the match of a commitment with a requirement."""
        return self.pairs.get((commitment, requirement)) or self.pairs.get((commitment, ""))

    @staticmethod
    def remark_of(decision: Decision) -> Text:
        """Return what a report says of a decision on a match that was followed."""
        return _remark(decision, None)


def decide(extraction: Extraction, decisions: Sequence[Decision], resolver: Resolver) -> Decided:
    """Return the extraction with corrected readings, without dismissed figures, and the decisions on matches.

    Raises GoujiError for two decisions that contradict each other about one figure.
    """
    if not decisions:
        return Decided(extraction)
    commitments = {c.id: c for c in extraction.commitments}
    titles = {item.id: item.title for item in extraction.items}
    pairs: dict[tuple[str, str], Decision] = {}
    remarks: list[Text] = []
    unfollowed: list[Unfollowed] = []
    taken: dict[tuple[str, str], Decision] = {}
    for decision in _once(decisions):
        found = list(_meant(decision, extraction.commitments))
        if not found or len({_reading(c) for c in found}) > 1:
            unfollowed.append(Unfollowed(decision, "ambiguous" if found else "unmatched"))
            continue
        if _names_no_indicator(decision, resolver):
            unfollowed.append(Unfollowed(decision, "no-indicator"))
            continue
        for commitment in found:
            _refuse_contrary(taken, commitment, decision)
            if decision.kind == "dismiss":
                commitments.pop(commitment.id, None)
            elif decision.kind == "correct":
                commitments[commitment.id] = _corrected(commitment, decision, titles, resolver)
            else:
                pairs[commitment.id, decision.requirement] = decision
        remarks.append(_remark(decision, commitments.get(found[0].id)))
    return Decided(
        replace(extraction, commitments=tuple(commitments.values())), pairs, tuple(remarks), tuple(unfollowed)
    )


def _once(decisions: Sequence[Decision]) -> Iterator[Decision]:
    """Yield the decisions, one that stands there twice word for word once."""
    seen: set[Decision] = set()
    for decision in decisions:
        words = replace(decision, line=0)
        if words not in seen:
            seen.add(words)
            yield decision


def _refuse_contrary(taken: dict[tuple[str, str], Decision], commitment: Commitment, decision: Decision) -> None:
    """Note what a decision rules on; raises GoujiError where one before it has ruled otherwise on the same.

    A ruling on the match with one requirement may differ from that with all others; a figure that is no commitment has
    no matches.
    """
    about = "reading" if decision.kind in _OF_READING else f"match {decision.requirement}"
    for (figure, other), earlier in taken.items():
        if figure != commitment.id:
            continue
        same = other == about and (earlier.kind, earlier.correction) == (decision.kind, decision.correction)
        if not same and (other == about or "dismiss" in (earlier.kind, decision.kind)):
            lines = {"line": decision.line, "other": earlier.line, "quote": decision.quote}
            raise GoujiError("office.decision-contrary", file=decision.file, **lines)
    taken[commitment.id, about] = decision


def _meant(decision: Decision, commitments: Iterable[Commitment]) -> Iterator[Commitment]:
    words, label = normalised(decision.quote), normalised(decision.label)
    for commitment in commitments:
        if normalised(commitment.span.text) == words and (not label or normalised(commitment.label) == label):
            yield commitment


def _names_no_indicator(decision: Decision, resolver: Resolver) -> bool:
    """Say whether a correction names an indicator that the catalogue does not have: nothing would be compared with it."""
    named = decision.correction.indicator if decision.correction else ""
    return bool(named) and named not in resolver.catalogue.indicators


def _reading(commitment: Commitment) -> tuple[object, ...]:
    """Return what two figures must share for one decision to speak of both: a figure and its restatement do."""
    return commitment.indicator or commitment.label, commitment.scope, commitment.bound, commitment.unit


def _corrected(commitment: Commitment, decision: Decision, titles: Mapping[str, str], resolver: Resolver) -> Commitment:
    correction = decision.correction
    assert correction is not None, "a decision to correct holds the correction"
    unit = correction.unit or commitment.unit
    op = correction.op or ("=" if commitment.bound.op == "range" else commitment.bound.op)
    read = replace(
        commitment,
        bound=Bound(op, correction.value, correction.high),
        unit=unit,
        resolved_unit=unit,
        label=correction.label or commitment.label,
        indicator=None,
        qualifiers=(),
        relative=False,
        certain=True,
        digits=None,
    )
    found = resolved_commitment(read, titles.get(commitment.item, ""), resolver)
    found = replace(found, decided=_remark(decision, read))
    return replace(found, indicator=correction.indicator, certain=True) if correction.indicator else found


def _remark(decision: Decision, commitment: Commitment | None) -> Text:
    said = {"quote": decision.quote, "by": decision.by, "on": decision.on, "reason": decision.reason}
    if decision.kind == "correct" and commitment is not None:
        said["printed"] = printed(commitment.bound, commitment.unit)
    return phrase(f"office.decided-{decision.kind}", **said)
