"""Compiled patterns, kept beside Python's own byte code: compiling them anew would be two fifths of a cold run.

In CPython a class of Chinese characters (``[一-龥]``) takes about a millisecond to compile. What the interpreter makes of
a pattern is a list of numbers that depends on the pattern and the interpreter alone, so it is kept as byte code is: in
``__pycache__`` (or under ``PYTHONPYCACHEPREFIX``), for one interpreter, not at all with ``PYTHONDONTWRITEBYTECODE`` or
where nothing can be written. The interpreter checks each list again when it takes it. Only the program's own patterns
come here, never a word of a document.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import AnyStr

from engine.version import VERSION

# Flags, code, number of groups, names of groups: what the interpreter is given to make a pattern of.
Code = tuple[int, bytes, int, dict[str, int]]
_Key = tuple[str | bytes, int]


def compiled(pattern: AnyStr, flags: int) -> re.Pattern[AnyStr]:
    """Return what ``re.compile`` does, from its kept code where there is one; raises ``re.error`` for a wrong pattern."""
    key = (pattern, int(flags))
    try:
        kept = _kept()
        code = kept.get(key)
        if code is None:
            if not _fresh():
                atexit.register(_at_exit)
            code = _fresh()[key] = kept[key] = _code(pattern, flags)
        return _made_of(pattern, code)
    except re.error:
        raise
    except Exception:  # not CPython, or a file that somebody else wrote: compile as anybody does
        return re.compile(pattern, flags)


def keep() -> bool:
    """Write what was kept and what this run compiled, in one step; return whether it could be written.

    A run beside this one reads the old file or the new one, never a part of it.
    """
    part = _place().with_name(f"{_place().name}.{os.getpid()}")
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(marshal.dumps((_maker(), _kept())))
        part.replace(_place())
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        return False
    return True


def _at_exit() -> None:
    if not sys.dont_write_bytecode:
        keep()


def _code(pattern: str | bytes, flags: int) -> Code:
    parsed = import_module("re._parser").parse(pattern, flags)
    numbers = array("I", import_module("re._compiler")._code(parsed, flags)).tobytes()
    state = parsed.state
    return int(flags | state.flags), numbers, state.groups - 1, dict(state.groupdict)


def _made_of(pattern: AnyStr, code: Code) -> re.Pattern[AnyStr]:
    flags, numbers, groups, names = code
    named: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        named[number] = name
    numbered = array("I", numbers).tolist()
    made: re.Pattern[AnyStr] = import_module("_sre").compile(pattern, flags, numbered, groups, names, tuple(named))
    return made


@cache
def _fresh() -> dict[_Key, Code]:
    """Return what this run compiled itself."""
    return {}


@cache
def _kept() -> dict[_Key, Code]:
    """Return what earlier runs kept; nothing where another version of gouji or of the interpreter kept it."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        maker, kept = marshal.loads(_place().read_bytes())
        if maker == _maker() and isinstance(kept, dict):
            return kept
    return {}


def _place() -> Path:
    return Path(cache_from_source(__file__)).with_suffix(".patterns")


def _maker() -> tuple[str, str, int, int]:
    return VERSION, sys.version, int(import_module("_sre").MAGIC), array("I").itemsize
