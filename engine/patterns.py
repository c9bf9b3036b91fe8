"""Regular expressions that are compiled when they are first used.

A run needs about half of the patterns that its modules name, and compiling all of them costs more than reading a plan.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, Generic, cast

from engine.kept_patterns import compiled

# What each method answers where nothing matches, and which of its arguments is the text.
_NOTHING: dict[str, tuple[int, Callable[[Any], Any]]] = {
    "search": (0, lambda text: None),
    "match": (0, lambda text: None),
    "fullmatch": (0, lambda text: None),
    "finditer": (0, lambda text: iter(())),
    "findall": (0, lambda text: []),
    "sub": (1, lambda text: text),
    "split": (0, lambda text: [text]),
}

_made: list[Lazy[Any]] = []


class Lazy(Generic[AnyStr]):
    """Stands for a compiled pattern; each method is the compiled pattern's own from its first use on.

    ``needs`` are texts of which one lies in whatever the pattern matches, lookaheads included: until a text holds one of
    them, the pattern need not be compiled to say that it is not there.
    """

    def __init__(self, pattern: AnyStr, flags: int, needs: tuple[str, ...] = ()) -> None:
        self.pattern: AnyStr = pattern
        self.needs = needs
        self._flags = flags
        self._guards: list[str] = []
        _made.append(self)

    def __getattr__(self, name: str) -> Any:
        if self.needs and name in _NOTHING:
            found = self._guarded(name, *_NOTHING[name])
            self._guards.append(name)
        else:
            found = self._compiled(name)
        # An attribute of its own is found before __getattr__ is asked again.
        self.__dict__[name] = found
        return found

    def compile(self) -> re.Pattern[AnyStr]:
        """Return the compiled pattern; raises ``re.error`` for a wrong one."""
        return compiled(self.pattern, self._flags)

    def _compiled(self, name: str) -> Any:
        return getattr(self.compile(), name)

    def _holds_words(self, text: Any, *bounds: int) -> bool:
        for word in self.needs:  # noqa: SIM110 - asked for most figures, where a generator for each would cost as much again
            if text.find(word, *bounds) >= 0:
                return True
        return False

    def _guarded(self, name: str, place: int, nothing: Callable[[Any], Any]) -> Callable[..., Any]:
        # The text looked through last, where it lacked the words and where it held one of them.
        lacking: list[Any] = [None]
        holding: list[Any] = [None]

        def look(*arguments: Any, **named: Any) -> Any:
            if not named:
                text, *within = arguments[place:]
                if text is lacking[0]:
                    return nothing(text)
                if text is not holding[0]:
                    if not self._holds_words(text):
                        lacking[0] = text
                        return nothing(text)
                    holding[0] = text
                # Behind the text of sub and split stands a number of times, behind that of the others where to look.
                # One asked at many places of a text with ``match`` alone would be looked at to its end for each.
                anywhere = name in ("sub", "split") or (name == "match" and len(within) == 1)
                if within and not anywhere and not self._holds_words(text, *within):
                    return nothing(text)
            for guard in self._guards:
                self.__dict__[guard] = self._compiled(guard)
            self._guards.clear()
            return self.__dict__[name](*arguments, **named)

        return look


def lazy(pattern: AnyStr, flags: int = 0, *, needs: str = "") -> re.Pattern[AnyStr]:
    """Return what ``re.compile`` would, compiled when it is first used; a wrong pattern raises re.error only then.

    ``needs`` names, parted by ``|``, texts without one of which nothing matches (``"去年|上年"``).
    """
    return cast("re.Pattern[AnyStr]", Lazy(pattern, flags, tuple(filter(None, needs.split("|")))))


def every() -> tuple[Lazy[Any], ...]:
    """Return all patterns of the modules that are imported, in the order of their making."""
    return tuple(_made)
