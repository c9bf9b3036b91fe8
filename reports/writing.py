"""Where reports go: one to standard output or a file, several into a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from engine.errors import GoujiError, why_of
from engine.judge.finding import Audit
from engine.paths import true_path
from engine.wording import Text, phrase
from reports import ReportError
from reports.renderer import Renderer, RenderOptions, Template, files_of

_WIDTH = 100
Told = Callable[[Path], None]


class Destination(Struct, frozen=True):
    """Where reports go: standard output (``output`` None or ``-``), a file or a folder.

    ``inputs`` are files that must not be written over; ``told`` is called with each file that was written, ``warned``
    with what could not be written although the rest was.
    """

    output: Path | None
    inputs: frozenset[Path]
    told: Told
    warned: Callable[[Text], None]


def write_reports(renderers: Sequence[Renderer], audit: Audit, options: RenderOptions, to: Destination) -> None:
    """Write one report to standard output or a file, several into a folder; colour and width are the terminal's.

    Raises GoujiError for several formats without a folder, for a closed standard output, for a file that is an input
    and for one that cannot be written.
    """
    for renderer in renderers:
        # A format that cannot be had at all is told before any of the others is written.
        getattr(renderer, "refuse", lambda *_: None)(audit, options)
    if to.output is None or str(to.output) == "-":
        if len(renderers) > 1:
            raise GoujiError("cli.several-formats")
        if renderers[0].binary and on_terminal():
            raise GoujiError("cli.binary", name=renderers[0].name)
        print_bytes(renderers[0].render(audit, replace(options, color=on_terminal(), width=terminal_width())))
        return
    for target, content in _files(renderers, audit, to, options):
        if true_path(target) in to.inputs:
            raise GoujiError("cli.over-input", file=target)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        except (OSError, ValueError) as error:
            # A name may hold characters that the system's own encoding does not have.
            why = why_of(error) if isinstance(error, OSError) else phrase("errors.name-unfit")
            raise GoujiError("cli.not-written", file=target, why=why) from error
        to.told(target)


def told_already(audit: Audit, formats: Sequence[str], output: Path | None) -> bool:
    """Say whether a report for people would add nothing: no plan could be read, and standard error has said why."""
    people = tuple(formats) == ("text",) and (output is None or str(output) == "-")
    return people and all(plan.extraction is None for plan in audit.plans)


def _files(
    renderers: Sequence[Renderer], audit: Audit, to: Destination, options: RenderOptions
) -> Iterator[tuple[Path, bytes]]:
    """Yield the files to write. A format that cannot be written for every plan hides none of the others.

    Raises ReportError, after the last file, for a format that gave none.
    """
    output = to.output or Path()
    if not (output.is_dir() or len(renderers) > 1 or not output.suffix):
        yield output, renderers[0].render(audit, options)
        return
    if any(renderer.name == "html" for renderer in renderers):
        from reports.html import INDEX, pages_of

        options = replace(options, pages=pages_of(audit), index=INDEX)
    failed: list[ReportError] = []
    for renderer in renderers:
        some = False
        try:
            for file in files_of(renderer, audit, options):
                yield output / file.name, file.content
                some = True
        except ReportError as error:
            if some:
                to.warned(error.text)
            else:
                failed.append(error)
    if failed:
        raise failed[0]


def read_template(path: Path | None, formats: Sequence[str]) -> Template | None:
    """Return the template, None where none is given.

    Raises GoujiError when it cannot be opened, and when none of the ``formats`` has a use for it.
    """
    if path is None:
        return None
    if "docx" not in formats:
        raise GoujiError("paper.template-unused")
    try:
        return Template(path.as_posix(), path.read_bytes())
    except OSError as error:
        raise GoujiError("cli.not-opened", file=path, why=why_of(error)) from error


def print_bytes(report: bytes) -> None:
    """Write bytes to standard output; raises GoujiError when it is closed."""
    if getattr(sys.stdout, "buffer", None) is None:
        raise GoujiError("cli.no-output")
    sys.stdout.buffer.write(report)
    sys.stdout.buffer.flush()


def on_terminal() -> bool:
    """Whether standard output is a terminal, so that colour may be used."""
    return bool(sys.stdout) and sys.stdout.isatty()


def terminal_width() -> int:
    """Return the width of the terminal in columns: as COLUMNS says, else as it is, 100 where there is none."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        # shutil asks the same, and brings four compressors with it.
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _WIDTH if sys.__stdout__ else _WIDTH
    except (OSError, ValueError):
        return _WIDTH
