"""The names of places that stand in a text, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from engine.patterns import lazy
from standards.places.table import is_higher, named

_LONGEST = 15
_HIGHER_END = lazy("[省市县区旗盟州域]")
_TOWNSHIP_ENDS = frozenset({"街道", "镇", "乡", "苏木", "地区", "街"})
_FOLLOWED = "街道|镇(?!村)|乡(?!镇|村)|苏木"
_TOWNSHIP_END = lazy(f"(?:街道|镇|乡|苏木|地区|街(?!道))(?!{_FOLLOWED}|地区)", needs="街|镇|乡|苏木|地区")
_OF_TOWNSHIP = lazy(_FOLLOWED)
_BREAK = lazy("[^㐀-鿿豈-﫿\U00020000-\U0003ffff]|关于|印发|转发|中共|举办|开展")
# Names that are also plain words: they say something only behind the name of their city.
_PLAIN_WORDS = frozenset({"城区", "郊区", "矿区", "东区", "西区", "市中区", "城中区", "城关区", "新城区"})


class Mention(Struct, frozen=True):
    """Names that stand side by side and lead down to one place (黄山市, 黟县), and where they stand."""

    names: tuple[str, ...]
    start: int
    end: int

    @property
    def name(self) -> str:
        """The last and lowest of the names."""
        return self.names[-1]

    @property
    def is_plain_word(self) -> bool:
        """Whether it is a name that any city may use for a part of itself (东区), without its city before it."""
        return self.names[0] in _PLAIN_WORDS


def mentions(text: str) -> Iterator[Mention]:
    """Yield the provinces, cities and counties named in a text, those side by side as one; townships are not sought.

    A name that is also a plain word counts behind its city, or at the very beginning.
    """
    held: Mention | None = None
    for start, end in _higher(text):
        name = text[start:end]
        if held and held.end == start:
            held = Mention((*held.names, name), held.start, end)
            continue
        if held and (held.start == 0 or not held.is_plain_word):
            yield held
        held = Mention((name,), start, end)
    if held and (held.start == 0 or not held.is_plain_word):
        yield held


def _higher(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    for found in _HIGHER_END.finditer(text):
        end = found.end()
        for start in range(max(done, end - _LONGEST), end - 1):
            if is_higher(text[start:end]) and not _OF_TOWNSHIP.match(text, end):
                yield start, end
                done = end
                break


def subject(text: str) -> Mention | None:
    """Return the place that a title, an issuer or a bare name is about: the first one named, down to its township."""
    first = next(mentions(text), None)
    below = _township(text, first.end if first else 0, anchored=first is not None)
    if below is None:
        return first
    names = first.names if first and below[0] == first.end else ()
    if first and not names and first.start < below[0]:
        return first
    return Mention((*names, text[below[0] : below[1]]), first.start if names and first else below[0], below[1])


def _township(text: str, start: int, *, anchored: bool) -> tuple[int, int] | None:
    """Return where a township of the table is named, behind ``start``, or right there when ``anchored``."""
    for found in _TOWNSHIP_END.finditer(text, start):
        breaks = [m.end() for m in _BREAK.finditer(text, start, found.start())]
        begin = max([start, *breaks])
        if anchored and begin > start:
            return None
        for at in (begin,) if anchored else range(begin, found.end() - 1):
            if found.end() - at <= _LONGEST and _is_township(text[at : found.end()]):
                return at, found.end()
    return None


def _is_township(name: str) -> bool:
    return name not in _TOWNSHIP_ENDS and any(place.level == "township" for place in named(name))


_AUTHORITY = lazy("(?:省|市|县|区|州|旗)?委|(?:人民)?政府|20[0-9]{2}年|民生|[一-龥]{1,4}局|人大|政协")
_LEADING = lazy("(?:《|中共|根据|按照|隶属于?|所属|印发)$")


def authorities(text: str) -> dict[str, Mention]:
    """Return the places that a text names as an authority or in the title of a document, by their lowest name.

    A place named in passing (赴某县考察) says nothing of where the document belongs.
    """
    found: dict[str, Mention] = {}
    for mention in mentions(text):
        before = text[max(0, mention.start - 4) : mention.start]
        if _AUTHORITY.match(text, mention.end) or _LEADING.search(before):
            for name in mention.names:
                found.setdefault(name, mention)
    return found
