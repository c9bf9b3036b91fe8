"""What every command shares: an error that the user can mend is one clear text on standard error and exit code 2."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

from engine.errors import GoujiError
from engine.wording import Text, phrase, say

FAILED = 2
_SHOWN = 200
_SEVERAL = 2


def _tell(text: Text, options: dict[str, Any]) -> None:
    """Print one text on standard error, whatever characters it can show."""
    if sys.stderr is not None:
        print(text.in_language(options.get("lang") or "zh"), file=sys.stderr)


def plainly(command: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a command so that whatever stops it is told in the language of its ``lang`` option, without a traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except GoujiError as error:
            _tell(error.text, kwargs)
        except BrokenPipeError:
            # Whoever read the output has enough; writing more, the interpreter's own flush included, would fail again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            _tell(phrase("cli.system", why=error.strerror or str(error)), kwargs)
        except Exception as error:
            # A fault of the program must not look like findings (exit 1), nor show its insides to who audits a plan.
            _tell(phrase("cli.fault", kind=type(error).__name__, why=str(error)[:_SHOWN]), kwargs)
        raise SystemExit(FAILED)

    return run


def with_bar(files: Sequence[Path], lang: str, quiet: bool) -> Iterator[Path]:
    """Yield the files, with a bar of progress on a terminal's standard error where there are several."""
    if len(files) < _SEVERAL or quiet or not sys.stderr or not sys.stderr.isatty():
        yield from files
        return
    import click

    with click.progressbar(files, label=say("cli.checking", lang), file=sys.stderr) as bar:
        yield from bar


def announcing(lang: str, quiet: bool) -> Callable[[Path], None]:
    """Return what says on standard error that a report was written, or keeps silent."""

    def announce(file: Path) -> None:
        if not quiet and sys.stderr is not None:
            print(say("cli.written", lang, file=file), file=sys.stderr)

    return announce
