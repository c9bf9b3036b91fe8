"""What every command shares: an error that the user can mend is one clear text on standard error and exit code 2."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from engine.errors import GoujiError
from engine.wording import Text, phrase

FAILED = 2
_SHOWN = 200


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
