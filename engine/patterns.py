"""Regular expressions that are compiled when they are first used.

A run needs about half of the patterns that its modules name, and compiling all of them costs more than reading a plan.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast


class Lazy(Generic[AnyStr]):
    """Stands for a compiled pattern; each method is the compiled pattern's own from its first use on."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        # An attribute of its own is found before __getattr__ is asked again.
        self.__dict__[name] = found
        return found


def lazy(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what ``re.compile`` would, compiled when it is first used; a wrong pattern raises re.error only then."""
    return cast("re.Pattern[AnyStr]", Lazy(pattern, flags))
