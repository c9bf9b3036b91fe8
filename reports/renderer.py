"""What every report format offers, and the few choices that a caller has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from engine.judge.finding import Audit


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """Choices of the caller: language (``zh``, ``en``), whether colour may be used, width in columns (text only)."""

    lang: str = "zh"
    color: bool = False
    width: int = 100


class Renderer(Protocol):
    """A report format. A module of this package is one when it has these four names at its top level."""

    @property
    def name(self) -> str:
        """Name on the command line; the same as the module's."""
        ...

    @property
    def suffix(self) -> str:
        """Suffix of a file in this format, with its dot."""
        ...

    @property
    def binary(self) -> bool:
        """True when the bytes are no text for a terminal."""
        ...

    def render(self, audit: Audit, options: RenderOptions) -> bytes:
        """Return the whole report. Same audit and options, same bytes; no clock, no files, no network."""
        ...
