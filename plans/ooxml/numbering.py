"""Automatic list numbers: Word keeps 一、 and （一） out of the text, so they have to be counted here."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct, field

from engine.patterns import lazy
from plans.ooxml.names import W, child, number, switched_on, value
from plans.ooxml.numerals import numeral
from plans.ooxml.styles import Styles

_LEVELS = 9
_PLACEHOLDER = lazy(r"%([1-9])")
_CLOSING = "、）．。，：】〕》〉"


class Level(Struct, frozen=True):
    """One level of a list: where it starts, how its number is written and what follows the number."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str | None = None


class List(Struct, frozen=True):
    """A list that paragraphs refer to: the definition whose count it shares, its levels and where they start anew."""

    counter: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering(Struct):
    """The lists of a document and the count so far, as the paragraphs go by in reading order."""

    lists: dict[str, List] = field(default_factory=dict)
    styles: Styles = field(default_factory=Styles)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _restarted: set[tuple[str, int]] = field(default_factory=set)

    def next(self, properties: etree._Element | None) -> str:
        """Return the number that Word shows before a paragraph with these properties, ``""`` when it has none."""
        place = self._place(properties)
        if place is None:
            return ""
        id, depth = place
        found = self.lists.get(id)
        if found is None or depth not in found.levels:
            return ""
        counts = self._counted(id, found, depth)
        level = found.levels[depth]
        if level.form == "bullet":
            return ""
        shown = _PLACEHOLDER.sub(lambda match: _written(found, counts, int(match[1]) - 1, level.legal), level.text)
        return shown + _suffix(level, shown)

    def _place(self, properties: etree._Element | None) -> tuple[str, int] | None:
        style = self.styles.of_paragraph(properties)
        sources = [properties, *(s.paragraph for s in self.styles.chain(style))]
        id = next((found for found in (value(source, "numPr", "numId") for source in sources) if found), None)
        if id is None or id == "0":
            return None
        own = number(properties, "numPr", "ilvl")
        if own is None and child(properties, "numPr", "numId") is None:
            linked = self.lists[id].levels if id in self.lists else {}
            own = next((depth for depth, level in linked.items() if style and level.style == style), None)
        depths = [own, *(number(source, "numPr", "ilvl") for source in sources)]
        depth = next((depth for depth in depths if depth is not None), 0)
        return (id, depth) if 0 <= depth < _LEVELS else None

    def _counted(self, id: str, found: List, depth: int) -> list[int | None]:
        counts = self._counts.setdefault(found.counter, [None] * _LEVELS)
        override = found.starts.get(depth)
        if override is not None and (id, depth) not in self._restarted:
            self._restarted.add((id, depth))
            counts[depth] = override
        else:
            count = counts[depth]
            counts[depth] = found.starts.get(depth, found.levels[depth].start) if count is None else count + 1
        for deeper in range(depth + 1, _LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or (restart and depth < restart):
                counts[deeper] = None
        return counts


def _written(found: List, counts: list[int | None], depth: int, legal: bool) -> str:
    if depth not in found.levels:
        return ""
    # A level that has not been used yet counts as begun: 1.1 may stand before any 1.
    count = counts[depth]
    shown = found.levels[depth].start if count is None else count
    form = found.levels[depth].form
    return numeral(shown, "decimal" if legal and form not in ("bullet", "none") else form)


def _suffix(level: Level, shown: str) -> str:
    if not shown or level.suffix == "nothing":
        return ""
    # A tab after 一、 is layout; after a bare 1 it keeps the number apart from a figure that follows.
    return " " if level.suffix == "space" or shown[-1] not in _CLOSING else ""


def read_numbering(root: etree._Element | None, styles: Styles) -> Numbering:
    """Return the lists of a ``numbering`` part (none without the part)."""
    if root is None:
        return Numbering(styles=styles)
    definitions = {element.get(W + "abstractNumId", ""): element for element in root.iter(W + "abstractNum")}
    lists = {}
    for element in root.iter(W + "num"):
        id = element.get(W + "numId")
        counter = value(element, "abstractNumId")
        if id is None or counter is None or counter not in definitions:
            continue
        levels = _levels(_definition(counter, definitions, root, styles))
        starts = {}
        for override in element.iter(W + "lvlOverride"):
            depth = number(override, name="ilvl") or 0
            start = number(override, "startOverride")
            own = child(override, "lvl")
            if own is not None:
                levels[depth] = _level(own)
            if start is not None:
                starts[depth] = start
        lists[id] = List(counter, levels, starts)
    return Numbering(lists, styles)


def _definition(
    counter: str, definitions: dict[str, etree._Element], root: etree._Element, styles: Styles
) -> etree._Element:
    """Follow ``numStyleLink`` to the definition that holds the levels."""
    linked = value(definitions[counter], "numStyleLink")
    if linked is None:
        return definitions[counter]
    for style in styles.chain(linked):
        id = value(style.paragraph, "numPr", "numId")
        for element in root.iter(W + "num"):
            target = value(element, "abstractNumId")
            if element.get(W + "numId") == id and target in definitions:
                return definitions[target]
    return definitions[counter]


def _levels(definition: etree._Element) -> dict[int, Level]:
    return {number(element, name="ilvl") or 0: _level(element) for element in definition.findall(W + "lvl")}


def _level(element: etree._Element) -> Level:
    start = number(element, "start")
    return Level(
        start=1 if start is None else start,
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        suffix=value(element, "suff") or "tab",
        restart=number(element, "lvlRestart"),
        legal=switched_on(element, "isLgl") or False,
        style=value(element, "pStyle"),
    )
