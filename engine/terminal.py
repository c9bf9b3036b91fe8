"""What every command shares: an error that the user can mend is one clear text on standard error and exit code 2."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from engine.errors import GoujiError

FAILED = 2


def plainly(command: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a command so that a GoujiError is told in the language of its ``lang`` option, without a traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except GoujiError as error:
            print(error.text.in_language(kwargs.get("lang") or "zh"), file=sys.stderr)
            raise SystemExit(FAILED) from None

    return run
