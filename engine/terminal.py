"""What every command shares: an error that the user can mend is one clear text on standard error and exit code 2."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Any

from engine.errors import GoujiError, why_of
from engine.wording import Text, phrase, say

FAILED = 2
_SHOWN = 200
_SEVERAL = 2
# What is read or written by name brings that name; what has none and fails so is the output.
_OUTPUT_FULL = (errno.ENOSPC, errno.EFBIG, errno.EIO)


def with_option(text: Text, lang: str) -> str:
    """Return a sentence in one language with the option of the command line that sees to it."""
    said = text.in_language(lang)
    return said + say("usage.by-option", lang, option=text.option) if text.option else said


def _tell(text: Text, options: dict[str, Any]) -> None:
    """Print one text on standard error, whatever characters it can show."""
    if sys.stderr is not None:
        print(with_option(text, options.get("lang") or "zh"), file=sys.stderr)


def plainly(command: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a command so that whatever stops it is told in the language of its ``lang`` option, without a traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except GoujiError as error:
            _tell(error.text, kwargs)
        except OSError as error:
            told_of_output(error, kwargs.get("lang", ""))
        except Exception as error:
            # A fault of the program must not look like findings (exit 1), nor show its insides to who audits a plan.
            _tell(phrase("cli.fault", kind=type(error).__name__, why=str(error)[:_SHOWN]), kwargs)
        raise SystemExit(FAILED)

    return run


def told_of_output(error: GoujiError | OSError, lang: str) -> None:
    """Say in one line what stopped a call that did not end by itself; in Chinese where it asks for no language.

    Nothing more is written to standard output: what is left for it, the interpreter's own flush included, would fail
    again. Whoever closed a pipe has enough and is told nothing.
    """
    if sys.stdout is not None and isinstance(error, OSError):
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, GoujiError):
        _tell(error.text, {"lang": lang})
    elif not isinstance(error, BrokenPipeError):
        full = error.errno in _OUTPUT_FULL and error.filename is None
        _tell(phrase("cli.output-failed" if full else "cli.system", why=why_of(error)), {"lang": lang})


class _Closed(io.TextIOBase):
    """Stands for a standard output that was closed before the start: writing to it is an error and not a success."""

    encoding, errors = "utf-8", "strict"

    def write(self, text: str) -> int:
        if text:
            raise GoujiError("cli.no-output")
        return 0


def stand_in_for_closed_output() -> None:
    """Make writing to a closed standard output fail: the interpreter itself would drop every word without a sign."""
    if sys.stdout is None:
        sys.stdout = _Closed()


def with_bar(files: Sequence[Path], lang: str, quiet: bool) -> Iterator[Path]:
    """Yield the files, with a bar of progress on a terminal's standard error where there are several."""
    if len(files) < _SEVERAL or quiet or not sys.stderr or not sys.stderr.isatty():
        yield from files
        return
    import click

    with click.progressbar(files, label=say("cli.checking", lang), file=sys.stderr) as bar:
        yield from bar


def warning(lang: str) -> Callable[[Text], None]:
    """Return what says on standard error what could not be done although the run goes on."""
    return lambda text: _tell(text, {"lang": lang})


def announcing(lang: str, quiet: bool) -> Callable[[Path], None]:
    """Return what says on standard error that a report was written, or keeps silent."""

    def announce(file: Path) -> None:
        if not quiet and sys.stderr is not None:
            print(say("cli.written", lang, file=file), file=sys.stderr)

    return announce
