"""The chains of sectors in an old Office container ([MS-CFB]), which a damaged or hostile file ties into loops."""

from __future__ import annotations

from collections.abc import Sequence

_HEADER = 512
_IN_HEADER = 109
_ENTRY = 4


def loops(data: bytes) -> bool:
    """Say whether following a chain of sectors in this container would never end."""
    shift = _number(data, 30, 2)
    if not 7 <= shift <= 16:
        return True
    size = 1 << shift
    table = _table(data, size)
    if _has_loop(table):
        return True
    small = b"".join(_sector(data, index, size) for index in _chain(_number(data, 60), table))
    return _has_loop(_entries(small))


def _table(data: bytes, size: int) -> Sequence[int]:
    """Return the allocation table: for each sector the one that follows it."""
    listed = list(_entries(data[76 : 76 + _IN_HEADER * _ENTRY]))
    more, most = _number(data, 68), len(data) // size + 1
    for _ in range(most):
        entries = _entries(_sector(data, more, size))
        if not entries:
            break
        listed += entries[:-1]
        more = entries[-1]
    return _entries(b"".join(_sector(data, index, size) for index in listed[: most + _IN_HEADER]))


def _has_loop(table: Sequence[int]) -> bool:
    seen = bytearray(len(table))
    for start in range(len(table)):
        path = []
        at = start
        while at < len(table) and not seen[at]:
            seen[at] = 1
            path.append(at)
            at = table[at]
        if at < len(table) and seen[at] == 1:
            return True
        for passed in path:
            seen[passed] = 2
    return False


def _chain(start: int, table: Sequence[int]) -> list[int]:
    found = []
    while start < len(table):
        found.append(start)
        start = table[start]
    return found


def _sector(data: bytes, index: int, size: int) -> bytes:
    return data[_HEADER + index * size : _HEADER + (index + 1) * size] if index < len(data) // size else b""


def _entries(data: bytes) -> Sequence[int]:
    return [int.from_bytes(data[at : at + _ENTRY], "little") for at in range(0, len(data) - _ENTRY + 1, _ENTRY)]


def _number(data: bytes, at: int, size: int = _ENTRY) -> int:
    return int.from_bytes(data[at : at + size], "little")
