"""Pictures and shapes whose words nobody reads: which of them are large enough to be a page of words."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from engine.patterns import lazy
from plans.ooxml.names import local

_CM = 360_000  # English Metric Units in a centimetre
LARGE = (8.0, 4.0)
"""Width and height, in centimetres, from which on a picture may well be a page of words."""

_STYLE = lazy(r"(?:^|;)\s*(width|height)\s*:\s*(\d+(?:\.\d+)?)\s*(pt|in|cm|mm|px|pc)?")
_IN_CM = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 2.54 / 96, "pc": 2.54 / 6, "": 2.54 / 96}
_ROW, _COLUMN = 0.5, 1.7  # what a row and a column of a sheet usually measure, in centimetres


def is_large(wide: float, high: float) -> bool:
    """Say whether a picture of so many centimetres may well hold words."""
    return wide >= LARGE[0] and high >= LARGE[1]


def holds_picture(drawing: etree._Element) -> bool:
    """Say whether a ``w:drawing`` or ``w:pict`` is a large picture; pictures in its text boxes are told there."""
    if next(_own(drawing, "{*}blip"), None) is not None:
        extent = next(drawing.iter("{*}extent"), None)
        return extent is not None and is_large(*_extent(extent))
    if next(drawing.iter("{*}OLEObject"), None) is not None:
        return False  # its picture shows what the object holds
    shapes = (image.getparent() for image in _own(drawing, "{*}imagedata"))
    return any(is_large(*_styled(shape.get("style", ""))) for shape in shapes if shape is not None)


def unread_on_sheet(drawing: etree._Element) -> tuple[int, int]:
    """Return how many large pictures, and how many boxes with words, lie on a sheet."""
    pictures = boxes = 0
    for anchor in drawing.iterchildren("{*}twoCellAnchor", "{*}oneCellAnchor", "{*}absoluteAnchor"):
        if next(anchor.iter("{*}pic"), None) is not None:
            pictures += is_large(*_anchored(anchor))
        boxes += any((text.text or "").strip() for text in anchor.iter("{*}t"))
    return pictures, boxes


def _own(top: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the descendants of that name outside text boxes."""
    for found in top.iter(name):
        above = found.getparent()
        while above is not None and above is not top and local(above) != "txbxContent":
            above = above.getparent()
        if above is top or found is top:
            yield found


def _extent(element: etree._Element) -> tuple[float, float]:
    sides = (element.get("cx", ""), element.get("cy", ""))
    wide, high = (int(side) / _CM if side.isdecimal() else 0.0 for side in sides)
    return wide, high


def _styled(style: str) -> tuple[float, float]:
    sides = {name: float(number) * _IN_CM[unit or ""] for name, number, unit in _STYLE.findall(style)}
    return sides.get("width", 0.0), sides.get("height", 0.0)


def _anchored(anchor: etree._Element) -> tuple[float, float]:
    """Return the size of what is anchored on a sheet: as the file gives it, else by the rows and columns it covers."""
    for extent in anchor.iter("{*}ext"):
        if extent.get("cx"):
            sides = _extent(extent)
            if all(sides):
                return sides
    covered = []
    for name, size in (("col", _COLUMN), ("row", _ROW)):
        first, last = (anchor.findtext(f"{{*}}{end}/{{*}}{name}", "").strip() for end in ("from", "to"))
        covered.append((int(last) - int(first) + 1) * size if first.isdecimal() and last.isdecimal() else 0.0)
    return covered[0], covered[1]
