"""Writing comments (批注) into a Word document: marks around the words, and the part that holds what they say.

Ranges begin and end between runs (ECMA-376 part 1, 17.13.4), so a run is split where the words begin or end inside it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable

from lxml import etree

from engine.patterns import lazy
from engine.remark import Remark
from plans.ooxml.anchors import Anchors, Edge, Words, unit_of
from plans.ooxml.inline import words_of
from plans.ooxml.names import W, child, local

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FORBIDDEN = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIZE = "18"  # half points: comments are read in the margin
_Marks = list[tuple[int, bool, int, int, Edge]]


def first_free(*roots: etree._Element | None) -> int:
    """Return the first number that no comment in these parts has."""
    names = [W + name for name in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")]
    taken = [found.get(W + "id", "") for root in roots if root is not None for found in root.iter(*names)]
    return max((int(number) + 1 for number in taken if number.isdecimal()), default=0)


def mark(root: etree._Element, anchors: Anchors, remarks: Iterable[Remark], first: int) -> None:
    """Put the marks of comments around the words of ``remarks``, numbered from ``first``, into the body ``root``.

    Where words can bear no comment it goes to their paragraph, else to the place of the first remark.
    """
    marks: _Marks = []
    whole: list[tuple[etree._Element, int]] = []
    default: Words | etree._Element | None = None
    for number, remark in enumerate(remarks, first):
        place = anchors.place(remark.start, remark.end)
        place = default if place is None else place
        if place is None:
            place = next(root.iter(W + "p"))
        default = place if default is None else default
        if isinstance(place, Words):
            marks.append((place.first.at, True, number, len(marks), place.first))
            marks.append((place.last.at, False, number, len(marks), place.last))
        else:
            whole.append((place, number))
    # From the end, so that what was counted before a place stays true; what begins at a place is set before what ends.
    for _, starts, number, _, edge in sorted(marks, key=lambda each: (-each[0], not each[1], each[3])):
        _insert(edge, [_start(number)] if starts else _end(number), starts=starts)
    for paragraph, number in whole:
        properties = child(paragraph, "pPr")
        paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, _start(number))
        paragraph.extend(_end(number))


def _insert(edge: Edge, nodes: list[etree._Element], *, starts: bool) -> None:
    """Put ``nodes`` at an edge, splitting the run that it lies in; what cannot be split is taken in as a whole."""
    unit = unit_of(edge.element)
    if unit.tag != W + "r":
        _beside(unit, nodes, before=starts)
        return
    inner = edge.element
    while inner.getparent() is not unit:
        above = inner.getparent()
        if above is None:
            return
        inner = above
    before = starts
    if inner is edge.element and inner.tag == W + "t":
        _cut(inner, edge.count)
        before = edge.count == 0
    following = inner if before else inner.getnext()
    if following is None:
        _beside(unit, nodes, before=False)
    elif all(local(each) == "rPr" for each in following.itersiblings(preceding=True)):
        _beside(unit, nodes, before=True)
    else:
        _split(unit, following)
        _beside(unit, nodes, before=False)


def _beside(unit: etree._Element, nodes: list[etree._Element], *, before: bool) -> None:
    parent = unit.getparent()
    if parent is not None:
        at = parent.index(unit) + (0 if before else 1)
        parent[at:at] = nodes


def _cut(text: etree._Element, count: int) -> None:
    """Cut a text in two after ``count`` of its characters as read; nothing at its ends."""
    words = words_of(text, "t") or ""
    if 0 < count < len(words):
        rest = copy.copy(text)
        rest.tail, text.text, rest.text = None, words[:count], words[count:]
        for part in (text, rest):
            part.set(_SPACE, "preserve")
        text.addnext(rest)


def _split(run: etree._Element, following: etree._Element) -> None:
    """Move ``following`` and all that comes after it in a run into a second run that looks the same."""
    second = etree.Element(run.tag, {str(key): str(value) for key, value in run.attrib.items()})
    properties = child(run, "rPr")
    if properties is not None:
        second.append(copy.deepcopy(properties))
    moved = [following, *following.itersiblings()]
    second.extend(moved)
    _beside(run, [second], before=False)


def _element(name: str, *content: etree._Element, **attributes: str) -> etree._Element:
    made = etree.Element(W + name, {W + key: value for key, value in attributes.items()}, nsmap={"w": W[1:-1]})
    made.extend(content)
    return made


def _start(number: int) -> etree._Element:
    return _element("commentRangeStart", id=str(number))


def _end(number: int) -> list[etree._Element]:
    reference = _element("r", _element("commentReference", id=str(number)))
    return [_element("commentRangeEnd", id=str(number)), reference]


def comment(remark: Remark, number: int) -> etree._Element:
    """Return the comment itself; it bears no time, so that two runs give the same."""
    author = _legal(remark.author)
    made = _element("comment", id=str(number), author=author, initials=author[:1])
    for at, words in enumerate(remark.paragraphs):
        spacing = _element("spacing", before="0", after="0", line="240", lineRule="auto")
        layout = _element("pPr", spacing, _element("ind", left="0", firstLine="0", firstLineChars="0"))
        layout.append(_element("jc", val="left"))
        text = _element("t")
        text.text = _legal(words)
        text.set(_SPACE, "preserve")
        size = [_element("sz", val=_SIZE), _element("szCs", val=_SIZE)]
        look = _element("rPr", *([_element("b")] if at == 0 else []), *size)
        mark = [] if at else [_element("r", _element("annotationRef"))]
        made.append(_element("p", layout, *mark, _element("r", look, text)))
    return made


def _legal(words: str) -> str:
    return _FORBIDDEN.sub("\ufffd", words)
