"""What is wrong in a file that a person wrote: the place in it, and the sentence that says what to write instead."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from engine.errors import StandardError
from engine.wording import Text, phrase

SHOWN = 40


class Fault(Struct, frozen=True):
    """One thing to mend: ``line`` and ``column`` count from 1, ``text`` says what is wrong and what to write."""

    file: str
    line: int
    column: int
    text: Text

    @property
    def sentence(self) -> Text:
        """The fault with its place in front: ``file:line:column: what is wrong``."""
        place = f"{self.file}:{self.line}:{self.column}"
        return Text(f"{place}：{self.text.zh}", f"{place}: {self.text.en}")


class FaultyStandard(StandardError):
    """A file was refused; ``faults`` holds everything that is wrong in it, in the order of its lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults), key=lambda f: (f.file, f.line, f.column, f.text.zh)))
        shown = [fault.sentence for fault in self.faults[:SHOWN]]
        if len(self.faults) > SHOWN:
            shown.append(phrase("standards.more-faults", count=len(self.faults) - SHOWN))
        listed = Text("\n".join(s.zh for s in shown), "\n".join(s.en for s in shown))
        super().__init__("standards.refused", faults=listed)


def fault(file: str, place: tuple[int, int], key: str, /, **values: object) -> Fault:
    """Return the fault ``standards.key`` at ``place`` (line, column)."""
    return Fault(file, *place, phrase(f"standards.{key}", **values))
