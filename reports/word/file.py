"""Writing lines and tables into a Word file: the office's own template, or the bare file of ``word_base``."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Mapping

from lxml import etree

from engine.wording import phrase
from reports import ReportError
from reports.renderer import Template
from reports.word.archive import packed
from reports.word.base import PACKAGE, STYLES, base_parts, style_xml
from reports.word.base import W as _NAMESPACE
from reports.word.opinion import Grid, Line

PLACE = "{{正文}}"
"""The paragraph of a template that the text takes the place of."""

_W = f"{{{_NAMESPACE}}}"
_TYPES = "[Content_Types].xml"
_RELATION = f"{{{PACKAGE}/relationships}}Relationship"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TWIPS_A_MM = 1440 / 25.4
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


class _UnusableError(Exception):
    """A template is no Word document that can be written into; its argument says why."""


def word_file(content: Iterable[Line | Grid], lang: str, template: Template | None) -> bytes:
    """Return a Word file that holds ``content``; raises ReportError for a template that is no Word document.

    Styles are found in a template by their names; those that it has not are added to it.
    """
    try:
        return _filled(content, lang, base_parts(lang) if template is None else _parts(template.content))
    except _UnusableError as error:
        why = phrase(f"paper.template-{error.args[0]}")
        raise ReportError("paper.template-bad", file=template.file if template else "", why=why) from error


def _filled(content: Iterable[Line | Grid], lang: str, parts: Mapping[str, bytes]) -> bytes:
    main = _target(parts, "", "officeDocument") or "word/document.xml"
    styles_part = _target(parts, main, "styles")
    root = _xml(parts, main)
    styles = _xml(parts, styles_part) if styles_part else None
    body = root.find(_W + "body")
    if body is None or styles is None:
        raise _UnusableError("incomplete")
    known = _styles(styles, lang)
    _fill(body, [_element(each, known) for each in content])
    changed = {main: root, str(styles_part): styles}
    written = {
        name: etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)
        for name, part in changed.items()
    }
    return packed({**parts, **written})


def _parts(template: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    except _DAMAGE:
        raise _UnusableError("no-word") from None
    types = parts.get(_TYPES, b"")
    if b"macroEnabled" in types:
        raise _UnusableError("macros")
    # A template (.dotx) differs from a document by this alone, and Word opens neither under the name of the other.
    return {**parts, _TYPES: types.replace(b"wordprocessingml.template.main", b"wordprocessingml.document.main")}


def _xml(parts: Mapping[str, bytes], name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(parts[name], parser)
    except (KeyError, etree.XMLSyntaxError, ValueError):
        raise _UnusableError("incomplete") from None


def _target(parts: Mapping[str, bytes], part: str, kind: str) -> str | None:
    """Return the part that another one (``""`` for the package) names as its ``kind``."""
    folder, base = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    if name not in parts:
        return None
    for link in _xml(parts, name).iter(_RELATION):
        target = link.get("Target", "")
        if link.get("Type", "").endswith(f"/{kind}") and link.get("TargetMode") != "External":
            return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))
    return None


def _styles(styles: etree._Element, lang: str) -> dict[str, str]:
    """Return the ids of our styles; add those that are not there."""
    there = {}
    for style in styles.iter(_W + "style"):
        name = style.find(_W + "name")
        if name is not None:
            there[name.get(_W + "val", "")] = style.get(_W + "styleId", "")
    for key, wanted in STYLES.items():
        if wanted.name not in there:
            styles.append(etree.fromstring(style_xml(key, lang)))
            there[wanted.name] = f"gouji-{key}"
    return {key: there[wanted.name] for key, wanted in STYLES.items()}


def _fill(body: etree._Element, content: list[etree._Element]) -> None:
    """Put the content where the template says, else at its end, before the properties of the last section."""
    for paragraph in body.iter(_W + "p"):
        if "".join(text.text or "" for text in paragraph.iter(_W + "t")).strip() == PLACE:
            parent = paragraph.getparent()
            if parent is not None:
                at = parent.index(paragraph)
                parent[at:at] = content
                if paragraph.find(f"{_W}pPr/{_W}sectPr") is None:
                    parent.remove(paragraph)
                else:  # it ends a section, with the page set-up of what stands before it
                    for run in paragraph.findall(_W + "r"):
                        paragraph.remove(run)
                return
    last = body.find(_W + "sectPr")
    at = len(body) if last is None else body.index(last)
    body[at:at] = content


def _make(name: str, *content: etree._Element, **attributes: str) -> etree._Element:
    made = etree.Element(_W + name, {_W + key: value for key, value in attributes.items()}, nsmap={"w": _NAMESPACE})
    made.extend(content)
    return made


def _element(each: Line | Grid, known: Mapping[str, str]) -> etree._Element:
    return _table(each, known) if isinstance(each, Grid) else _paragraph(each, known)


def _paragraph(line: Line, known: Mapping[str, str]) -> etree._Element:
    made = _make("p", _make("pPr", _make("pStyle", val=known[line.style])))
    if line.lead:
        made.append(_run(line.lead, _make("rPr", _make("b"))))
    made.append(_run(line.text))
    return made


def _run(words: str, *properties: etree._Element) -> etree._Element:
    text = _make("t")
    text.text = words
    text.set(_SPACE, "preserve")
    return _make("r", *properties, text)


def _table(grid: Grid, known: Mapping[str, str]) -> etree._Element:
    widths = [str(round(width * _TWIPS_A_MM)) for width in grid.widths]
    edges = (
        _make(side, val="single", sz="4", space="0")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    made = _make(
        "tbl",
        _make(
            "tblPr",
            _make("tblW", w=str(sum(map(int, widths))), type="dxa"),
            _make("tblBorders", *edges),
            _make("tblLayout", type="fixed"),
        ),
        _make("tblGrid", *(_make("gridCol", w=width) for width in widths)),
    )
    for number, row in enumerate(grid.rows):
        cells = (
            _cell(words, width, known["cell-head" if number == 0 else "cell"])
            for words, width in zip(row, widths, strict=True)
        )
        repeated = [] if number else [_make("tblHeader")]
        made.append(_make("tr", _make("trPr", _make("cantSplit"), *repeated), *cells))
    return made


def _cell(words: str, width: str, style: str) -> etree._Element:
    paragraph = _make("p", _make("pPr", _make("pStyle", val=style)), _run(words))
    return _make("tc", _make("tcPr", _make("tcW", w=width, type="dxa")), paragraph)
