"""Labels that name several things with one figure: 城市低保标准和农村低保标准均为780元, 城乡低保标准."""

from __future__ import annotations

from dataclasses import dataclass

from engine.patterns import lazy
from engine.resolve.resolver import Resolver

_BETWEEN = lazy(r"[、和及与]")
_ALIKE = lazy(r"(?:均|都|统一|一律|全部|分别)+$")
_BOTH = "城乡"
_EACH = ("城市", "农村")


@dataclass(frozen=True, slots=True)
class Piece:
    """One of the things that a label names, with its indicator and its qualifiers in the catalogue's spelling."""

    label: str
    indicator: str
    scope: tuple[str, ...]


def pieces_of(label: str, unit: str, kind: str, resolver: Resolver) -> tuple[Piece, ...]:
    """Return the things that a label joins, empty unless each of several is an indicator measured in ``unit``."""
    names = _names(_ALIKE.sub("", label))
    if len(names) < len(_EACH):
        return ()
    found = [(name, resolver.resolve(name, "", unit, kind)) for name in names]
    pieces = tuple(Piece(name, r.indicator, r.scope) for name, r in found if r.indicator)
    distinct = {(piece.indicator, piece.scope) for piece in pieces}
    return pieces if len(pieces) == len(names) == len(distinct) else ()


def _names(label: str) -> list[str]:
    if _BOTH in label:
        return [label.replace(_BOTH, one, 1) for one in _EACH]
    return [_ALIKE.sub("", part) for part in _BETWEEN.split(label) if part]
