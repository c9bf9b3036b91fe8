"""What a paragraph gets from its style: list number, heading level, hidden or not."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct, field

from engine.patterns import lazy
from plans.ooxml.names import W, child, number, switched_on, value

_CONTENTS = lazy(r"toc \d|toc heading|目录")
_TITLE = lazy(r"title|标题")


class Style(Struct, frozen=True):
    """One style: its name, the style it builds on, and its own paragraph and run properties."""

    name: str
    base: str | None
    paragraph: etree._Element | None
    run: etree._Element | None


class Styles(Struct, frozen=True):
    """The styles of a document by id, and the default paragraph style."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str | None = None

    def chain(self, style: str | None) -> Iterator[Style]:
        """Yield a style and those it builds on; a circle ends."""
        seen = set()
        while style is not None and style not in seen and style in self.by_id:
            seen.add(style)
            yield self.by_id[style]
            style = self.by_id[style].base

    def of_paragraph(self, properties: etree._Element | None) -> str | None:
        """Return the id of a paragraph's style."""
        return value(properties, "pStyle") or self.default

    def heading(self, properties: etree._Element | None) -> tuple[bool, int | None]:
        """Return whether a paragraph is a heading, and its level from 1 (None for the title)."""
        style = self.of_paragraph(properties)
        levels = [number(properties, "outlineLvl"), *(number(s.paragraph, "outlineLvl") for s in self.chain(style))]
        level = next((found for found in levels if found is not None), 9)
        if level < 9:
            return True, level + 1
        return any(_TITLE.fullmatch(s.name) for s in self.chain(style)), None

    def contents(self, properties: etree._Element | None) -> bool:
        """Say whether a paragraph is an entry of a generated table of contents."""
        own = value(properties, "pStyle")
        return own in self.by_id and _CONTENTS.fullmatch(self.by_id[own].name) is not None

    def hidden(self, run: etree._Element | None, paragraph: etree._Element | None) -> bool:
        """Say whether a run with these properties, in a paragraph with those, is hidden text."""
        own = switched_on(run, "vanish")
        styles = [*self.chain(value(run, "rStyle")), *self.chain(self.of_paragraph(paragraph))]
        return next((on for on in [own, *(switched_on(s.run, "vanish") for s in styles)] if on is not None), False)


def read_styles(root: etree._Element | None) -> Styles:
    """Return the styles of a ``styles`` part (none without the part)."""
    styles: dict[str, Style] = {}
    default = None
    for element in root.iter(W + "style") if root is not None else ():
        id = element.get(W + "styleId")
        if id is None:
            continue
        name = (value(element, "name") or "").lower()
        styles[id] = Style(name, value(element, "basedOn"), child(element, "pPr"), child(element, "rPr"))
        if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
            default = id
    return Styles(styles, default)
