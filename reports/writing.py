"""Where reports go: one to standard output or a file, several into a folder."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from engine.errors import GoujiError
from engine.judge.finding import Audit
from reports.renderer import Renderer, RenderOptions

Told = Callable[[Path], None]


def write_reports(renderers: Sequence[Renderer], audit: Audit, output: Path | None, lang: str, told: Told) -> None:
    """Write one report to standard output (``output`` None or ``-``) or to a file, several into the folder ``output``.

    ``told`` is called with each file that was written. Raises GoujiError for several formats without a folder, for a
    closed standard output and for a file that cannot be written.
    """
    if output is None or str(output) == "-":
        if len(renderers) > 1:
            raise GoujiError("cli.several-formats")
        options = RenderOptions(lang, color=on_terminal(), width=terminal_width())
        print_bytes(renderers[0].render(audit, options))
        return
    for target, content in _files(renderers, audit, output, lang):
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        except OSError as error:
            raise GoujiError("cli.not-written", file=target, why=error.strerror) from error
        told(target)


def _files(renderers: Sequence[Renderer], audit: Audit, output: Path, lang: str) -> Iterator[tuple[Path, bytes]]:
    folder = output.is_dir() or len(renderers) > 1 or not output.suffix
    for renderer in renderers:
        yield output / f"report{renderer.suffix}" if folder else output, renderer.render(audit, RenderOptions(lang))


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
