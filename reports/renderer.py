"""What every report format offers, and the few choices that a caller has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from typing import Protocol

from msgspec import Struct, field

from engine.judge.finding import Audit
from engine.remark import Annotator


class Template(Struct, frozen=True):
    """A Word file whose page, head and styles an opinion takes over: its name as given, and its content."""

    file: str
    content: bytes


class RenderOptions(Struct, frozen=True):
    """Choices of the caller: language (``zh``, ``en``), whether colour may be used, width in columns (text only).

    ``annotators`` write comments into copies of the plans, by their format. ``template`` is the Word file
    that an opinion is written into, None for the plain one. ``pages`` are the names of the pages in HTML that are written
    beside, one a plan, ``index`` that of their overview, for links to them; empty where there are none. ``exit_code`` is
    what the run will end with, None where the caller does not say.
    """

    lang: str = "zh"
    color: bool = False
    width: int = 100
    annotators: Mapping[str, Annotator] = field(default_factory=dict)
    template: Template | None = None
    pages: tuple[str, ...] = ()
    index: str = ""
    exit_code: int | None = None


class ReportFile(Struct, frozen=True):
    """One file of a report: its name, with its suffix and without a folder, and its content."""

    name: str
    content: bytes


class Renderer(Protocol):
    """A report format. A module of this package is one when it has these four names at its top level.

    A format that gives a file for each plan also has ``copies(audit, options)``, which yields them (see ``files_of``).
    One that may have nothing to give has ``refuse(audit, options)``, which raises ReportError before anything is written.
    """

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


def files_of(renderer: Renderer, audit: Audit, options: RenderOptions) -> Iterator[ReportFile]:
    """Yield the files of a report, each under a name that no other has; most formats have one, ``report.html``.

    What a format cannot write is raised after what it can.
    """
    several: Callable[[Audit, RenderOptions], Iterator[ReportFile]] | None = getattr(renderer, "copies", None)
    if several is None:
        yield ReportFile(f"report{renderer.suffix}", renderer.render(audit, options))
        return
    taken = set[str]()
    for file in several(audit, options):
        name, number = PurePath(file.name), 1
        while name.name.casefold() in taken:
            number += 1
            name = PurePath(file.name).with_stem(f"{PurePath(file.name).stem}-{number}")
        taken.add(name.name.casefold())
        yield ReportFile(name.name, file.content)
