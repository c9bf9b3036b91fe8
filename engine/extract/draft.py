"""A figure on its way to a commitment: with everything that its sentence says of it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.commitment import Kind, Strength
from engine.extract.scan import Figure


@dataclass(slots=True)
class Draft:
    """A figure with everything that its sentence says of it; offsets are those of the cleaned text.

    ``begin`` is where the words that name it begin, -1 where it shares them; ``deed`` what a list says is done to it.
    """

    figure: Figure
    label: str
    scope: tuple[str, ...] = ()
    strength: Strength = "must"
    deadline: str | None = None
    kind: Kind = "amount"
    sentence: tuple[int, int] = (0, 0)
    part_of: int | None = None
    part_label: str = ""
    begin: int = -1
    deed: str = ""
