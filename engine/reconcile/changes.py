"""由A提高到B: whether B lies the way the words say, and whether a growth stated follows from the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from engine.commitment import Commitment, Extraction
from engine.document import Document
from engine.facts.fact import Fact, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.reconcile.common import clause_after, figure_of, printed, sentence_start, shown, unit_of
from engine.reconcile.show import decimal_text
from engine.wording import Text, phrase

_RISE = lazy("提高|提升|增加|增长|增至|上升|上调|上涨|扩大|扩增|调高|升至")
_FALL = lazy("降低|降至|降到|下降|减少|减至|压减|下调|缩短|压缩|调低|减轻")
_GROWTH = lazy(
    r"^[^,。;]{0,2}[,(、]?(?:同比|[较比][上去]年|每人每[月年]|每[人月年户]|标准|月?人均|净|再)*(?:增加|提高|增长|增幅|涨幅|上调|提升|降低|减少|下降|降幅)"
    r"(?:了|为|达|到达|幅度为)?(?P<number>\d+(?:\.\d+)?)(?P<unit>个百分点|%|元|人次|人|户|个|张|所|家|公里)?"
)


def change_facts(extraction: Extraction, plan_id: str) -> Iterator[Fact]:
    """Yield a ``change`` fact for every commitment that names the figure it starts from.

    ``falls`` is true where words of growth lead to a smaller figure (or words of reduction to a larger one); ``agree``
    is there only where the text also states the growth.
    """
    for commitment in extraction.commitments:
        if commitment.baseline is not None and not commitment.relative and commitment.bound.op != "range":
            fact = _fact(commitment, commitment.baseline, extraction.document, plan_id)
            if fact is not None:
                yield fact


def _fact(commitment: Commitment, baseline: Decimal, document: Document, plan: str) -> Fact | None:
    words = fold(document.text[sentence_start(document, commitment.start, 80) : commitment.end])
    rise, fall = _last(_RISE, words), _last(_FALL, words)
    if rise == fall:
        return None
    change = Fraction(commitment.bound.value) - Fraction(baseline)
    falls = change < 0 if rise > fall else change > 0
    fields: dict[str, Value] = {
        "kind": "change", "id": f"change:{commitment.id}", "plan": plan, "commitment": commitment.id,
        "label": commitment.label, "falls": falls,
    }  # fmt: skip
    growth = _stated_growth(commitment, Fraction(baseline), document)
    if growth is not None:
        fields["agree"] = growth[0]
    said = {"working": growth[1] if growth else _working(commitment, Fraction(baseline), change)}
    return Fact(fields, (shown(commitment, "plan"),), figure_of(commitment), said)


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((match.start() for match in pattern.finditer(words)), default=-1)


def _working(commitment: Commitment, before: Fraction, change: Fraction) -> Text:
    return phrase(
        "reconcile.change-from-to",
        before=printed(commitment, before), after=printed(commitment), change=printed(commitment, change),
    )  # fmt: skip


def _stated_growth(commitment: Commitment, before: Fraction, document: Document) -> tuple[bool, Text] | None:
    """Compare 增加50元 or 增长8.3% right behind the figure with what follows from the two figures."""
    behind = fold(clause_after(document, commitment.end, 40)).replace(" ", "")
    match = _GROWTH.match(behind)
    if match is None or not match["unit"]:
        return None
    stated = Fraction(match["number"])
    change = abs(Fraction(commitment.bound.value) - before)
    if match["unit"] == "%":
        if before == 0 or unit_of(commitment) in ("%", "‰"):
            return None
        computed = change / before * 100
    elif unit_of(commitment).split("/")[0] == match["unit"].replace("个百分点", "%"):
        computed = change
    else:
        return None
    unit = match["unit"]
    text = phrase(
        "reconcile.change-stated",
        before=printed(commitment, before), after=printed(commitment),
        computed=decimal_text(computed) + unit, stated=match["number"] + unit,
    )  # fmt: skip
    return _rounds_to(computed, stated, match["number"]), text


def _rounds_to(computed: Fraction, stated: Fraction, as_printed: str) -> bool:
    """Whether ``computed`` prints as stated, rounded or cut off at the last digit printed."""
    step = Fraction(1, 10 ** len(as_printed.partition(".")[2]))
    return stated - step / 2 <= computed < stated + step
