"""占比: a share that a sentence states beside the two counts it is the share of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from engine.commitment import Commitment, Extraction
from engine.document import Document
from engine.facts.fact import Fact, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.reconcile.common import figure_of, printed, sentence_start, shown, step_of, unit_of
from engine.reconcile.show import decimal_text
from engine.wording import phrase

_SHARE = lazy(r"(?:占(?:总数|总人数|全部|其|总量|比)?的?(?:比重|比例|比)?(?:达到|达|为)?|即|占比(?:达到|达|为)?)$")
_WITHIN = lazy("其中|内|已|完成")


def ratio_facts(extraction: Extraction, plan_id: str) -> Iterator[Fact]:
    """Yield a ``ratio`` fact where a sentence gives a whole, then a part in the same unit, then 占…% of it.

    Only sentences with exactly these three figures, all plain; a share cut off instead of rounded is let pass.
    """
    sentences: dict[int, list[Commitment]] = defaultdict(list)
    for commitment in extraction.commitments:
        sentences[sentence_start(extraction.document, commitment.start)].append(commitment)
    for start in sorted(sentences):
        fact = _in_sentence(sentences[start], extraction.document, plan_id)
        if fact is not None:
            yield fact


def _in_sentence(members: Sequence[Commitment], document: Document, plan: str) -> Fact | None:
    if len(members) != 3 or any(c.bound.op != "=" or c.relative for c in members):
        return None
    whole, part, share = members
    if unit_of(share) != "%" or unit_of(whole) != unit_of(part) or unit_of(whole) in ("%", "‰", ""):
        return None
    text = fold(document.text)
    before = text[max(0, share.start - 12) : share.start].rstrip()
    between = text[whole.end : part.start]
    if not _SHARE.search(before) or not _WITHIN.search(between) or whole.bound.value <= 0:
        return None
    return _fact(whole, part, share, plan)


def _fact(whole: Commitment, part: Commitment, share: Commitment, plan: str) -> Fact:
    computed = Fraction(part.bound.value) / Fraction(whole.bound.value) * 100
    stated = Fraction(share.bound.value)
    step = step_of(share) or Fraction(1)
    fields: dict[str, Value] = {
        "kind": "ratio", "id": f"ratio:{share.id}", "plan": plan, "label": share.label, "stated": stated,
        "computed": computed, "agree": stated - step / 2 <= computed < stated + step,
    }  # fmt: skip
    working = phrase(
        "reconcile.ratio",
        part=printed(part), whole=printed(whole),
        computed=decimal_text(Fraction(round(computed * 100), 100)), stated=decimal_text(stated),
    )  # fmt: skip
    evidence = (shown(share, "plan"), shown(whole, "part"), shown(part, "part"))
    return Fact(fields, evidence, figure_of(share), {"working": working})
