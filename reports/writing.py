"""Where reports go: one to standard output or a file, several into a folder."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.errors import GoujiError
from engine.judge.finding import Audit
from reports.renderer import Renderer, RenderOptions, files_of

Told = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Destination:
    """Where reports go: standard output (``output`` None or ``-``), a file or a folder.

    ``inputs`` are files that must not be written over; ``told`` is called with each file that was written.
    """

    output: Path | None
    inputs: frozenset[Path]
    told: Told


def write_reports(renderers: Sequence[Renderer], audit: Audit, options: RenderOptions, to: Destination) -> None:
    """Write one report to standard output or a file, several into a folder; colour and width are the terminal's.

    Raises GoujiError for several formats without a folder, for a closed standard output, for a file that is an input
    and for one that cannot be written.
    """
    if to.output is None or str(to.output) == "-":
        if len(renderers) > 1:
            raise GoujiError("cli.several-formats")
        if renderers[0].binary and on_terminal():
            raise GoujiError("cli.binary", name=renderers[0].name)
        print_bytes(renderers[0].render(audit, replace(options, color=on_terminal(), width=terminal_width())))
        return
    for target, content in _files(renderers, audit, to.output, options):
        if target.resolve() in to.inputs:
            raise GoujiError("cli.over-input", file=target)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        except OSError as error:
            raise GoujiError("cli.not-written", file=target, why=error.strerror) from error
        to.told(target)


def _files(
    renderers: Sequence[Renderer], audit: Audit, output: Path, options: RenderOptions
) -> Iterator[tuple[Path, bytes]]:
    if not (output.is_dir() or len(renderers) > 1 or not output.suffix):
        yield output, renderers[0].render(audit, options)
        return
    if any(renderer.name == "html" for renderer in renderers):
        from reports.html import INDEX, pages_of

        options = replace(options, pages=pages_of(audit), index=INDEX)
    for renderer in renderers:
        for file in files_of(renderer, audit, options):
            yield output / file.name, file.content


def read_template(path: Path | None) -> bytes | None:
    """Return the content of the template, None where none is given; raises GoujiError when it cannot be opened."""
    try:
        return path.read_bytes() if path else None
    except OSError as error:
        raise GoujiError("cli.not-opened", file=path, why=error.strerror) from error


def print_bytes(report: bytes) -> None:
    """Write bytes to standard output; raises GoujiError when it is closed."""
    if sys.stdout is None:
        raise GoujiError("cli.no-output")
    sys.stdout.buffer.write(report)
    sys.stdout.buffer.flush()


def on_terminal() -> bool:
    """Whether standard output is a terminal, so that colour may be used."""
    return bool(sys.stdout) and sys.stdout.isatty()


def terminal_width() -> int:
    """Return the width of the terminal in columns."""
    return shutil.get_terminal_size((100, 24)).columns
