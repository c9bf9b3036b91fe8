"""A figure on its way to a commitment: with everything that its sentence says of it."""

from __future__ import annotations

from msgspec import Struct

from engine.commitment import Kind, Strength, Term
from engine.extract.numbers.scan import Figure

RATES = frozenset({"%", "‰", "百分点", "倍"})
# So many for a round number of people or households, or for an area, are a share like one in per cent.
_ROUND = frozenset({"百人", "千人", "万人", "10万人", "百户", "千户", "万户", "平方公里"})


class Draft(Struct):
    """A figure with everything that its sentence says of it; offsets are those of the cleaned text.

    ``begin`` is where the words that name it begin, -1 where it shares them; ``deed`` what a list says is done to it;
    ``around`` is the day of its item or its row.
    """

    figure: Figure
    label: str
    scope: tuple[str, ...] = ()
    strength: Strength = "must"
    deadline: Term | None = None
    kind: Kind = "amount"
    sentence: tuple[int, int] = (0, 0)
    part_of: int | None = None
    part_label: str = ""
    begin: int = -1
    deed: str = ""
    around: Term | None = None


def kind_of(figure: Figure, label: str) -> Kind:
    """Return what sort of promise a figure is: a cap, a rate, a sum per head, or an amount."""
    if figure.op in ("<=", "<"):
        return "limit"
    if figure.unit in RATES or not _ROUND.isdisjoint(figure.per):
        return "rate"
    if (figure.unit == "元" and (figure.per or "标准" in label)) or any(p in ("人", "户", "生") for p in figure.per):
        return "standard"
    return "amount"
