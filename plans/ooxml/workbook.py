"""The sheets of a workbook: cells with the words they show, merged ranges, and formulas that were never computed."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

from engine.errors import ReadError
from engine.patterns import lazy
from plans.ooxml.cell_formats import BUILT_IN, shown
from plans.ooxml.container import Container
from plans.ooxml.pictures import unread_on_sheet
from plans.ooxml.sheet import Sheet, limited

_REFERENCE = lazy(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_VALUE, _FORMULA, _INLINE = (f"{_SPREADSHEET}{name}" for name in ("v", "f", "is"))
_TRUE = ("1", "true")
_LAST_ROW, _LAST_COLUMN = 1048576, 16384
_LONGEST_INDEX = 12  # digits; a list of strings is far shorter


class _Shared(Struct, frozen=True):
    """What all sheets refer to: strings, the format code of each style, the calendar's first day."""

    strings: list[str]
    codes: list[str]
    epoch_1904: bool


def read_workbook(container: Container) -> list[Sheet]:
    """Return the sheets in their order; hidden ones by name alone. Raises ReadError for a damaged workbook."""
    main = next((r.target for r in container.relations("") if r.type == "officeDocument"), "xl/workbook.xml")
    root = container.xml(main)
    if root is None:
        raise ReadError("plans.damaged", file=container.file)
    relations = container.relations(main)
    parts = {r.type: r.target for r in reversed(relations)}
    properties = root.find(_SPREADSHEET + "workbookPr")
    epoch_1904 = properties is not None and properties.get("date1904") in _TRUE
    strings = _strings(container.xml(parts.get("sharedStrings", "")))
    shared = _Shared(strings, _codes(container.xml(parts.get("styles", ""))), epoch_1904)
    targets = {r.id: r for r in relations}
    sheets: list[Sheet] = []
    for element in root.iter(_SPREADSHEET + "sheet"):
        sheet = Sheet(element.get("name", ""), element.get("state", "visible") == "visible")
        relation = targets.get(element.get(_RELATION_ID, ""))
        if relation is None or relation.type != "worksheet":
            continue
        if sheet.visible:
            if relation.target in container.names:
                # Counted before it is parsed, which would take a hundred times the memory.
                limited(container.file, container.read(relation.target).count(b"<c "))
            part = container.xml(relation.target)
            if part is None:
                raise ReadError("plans.damaged", file=container.file)
            _fill(sheet, part, shared)
            _drawn(sheet, container, relation.target)
            limited(container.file, sum(len(known.cells) for known in (*sheets, sheet)))
        sheets.append(sheet)
    return sheets


def _drawn(sheet: Sheet, container: Container, part: str) -> None:
    """Count what is drawn on a sheet and not read."""
    for relation in container.relations(part):
        drawing = container.xml(relation.target) if relation.type == "drawing" else None
        if drawing is not None:
            pictures, boxes = unread_on_sheet(drawing)
            sheet.pictures += pictures
            sheet.boxes += boxes


def _words(element: etree._Element) -> str:
    """Return the text of a string item without its phonetic guide."""
    found = []
    for part in element.iter(_SPREADSHEET + "t"):
        parent = part.getparent()
        if parent is None or parent.tag != _SPREADSHEET + "rPh":
            found.append(part.text or "")
    return "".join(found)


def _strings(root: etree._Element | None) -> list[str]:
    return [] if root is None else [_words(item) for item in root.iterchildren(_SPREADSHEET + "si")]


def _codes(root: etree._Element | None) -> list[str]:
    if root is None:
        return []
    own = {f.get("numFmtId", ""): f.get("formatCode", "") for f in root.iter(_SPREADSHEET + "numFmt")}
    formats = root.find(_SPREADSHEET + "cellXfs")
    codes = []
    for style in formats if formats is not None else ():
        id = style.get("numFmtId", "0")
        codes.append(own.get(id) or BUILT_IN.get(int(id) if id.isdigit() else 0, ""))
    return codes


def _fill(sheet: Sheet, root: etree._Element, shared: _Shared) -> None:
    row = -1
    for line in root.iter(_SPREADSHEET + "row"):
        number = line.get("r", "")
        row = int(number) - 1 if number.isdigit() else row + 1
        column = -1
        if line.get("hidden") in _TRUE:
            sheet.hidden_rows.add(row)
        for cell in line.iterchildren(_SPREADSHEET + "c"):
            place = parse_reference(cell.get("r", "")) or (row, column + 1)
            column = place[1]
            _take(sheet, place, cell, shared)
    for columns in root.iter(_SPREADSHEET + "col"):
        first, last = columns.get("min", ""), columns.get("max", "")
        if columns.get("hidden") in _TRUE and first.isdigit() and last.isdigit():
            sheet.hidden_columns.update(range(int(first) - 1, min(int(last), _LAST_COLUMN)))
    for merge in root.iter(_SPREADSHEET + "mergeCell"):
        first, _, last = merge.get("ref", "").partition(":")
        begin, end = parse_reference(first), parse_reference(last)
        if begin and end and end[0] >= begin[0] and end[1] >= begin[1]:
            sheet.merged[begin] = (end[0] - begin[0] + 1, end[1] - begin[1] + 1)


def _take(sheet: Sheet, place: tuple[int, int], cell: etree._Element, shared: _Shared) -> None:
    kind = cell.get("t", "n")
    parts = {part.tag: part for part in cell}
    stored, formula, inline = parts.get(_VALUE), parts.get(_FORMULA), parts.get(_INLINE)
    raw = (stored.text or "") if stored is not None else ""
    if kind == "e" or (formula is not None and not raw and kind != "str"):
        words = formula.text or "" if formula is not None else ""
        sheet.failed[place] = (f"={words}" if words else "", raw)
    if kind == "s" and inline is None and raw.strip() and _listed(raw, shared) is None:
        sheet.lost.add(place)
    text = _words(inline) if inline is not None else _shown(raw, kind, cell.get("s", "0"), shared)
    if text.strip():
        sheet.cells[place] = text.strip()


def _listed(raw: str, shared: _Shared) -> str | None:
    """Return the words that a cell names by their number in the list of strings, None where the list lacks it."""
    digits = raw.strip()
    index = int(digits) if digits.isdecimal() and len(digits) < _LONGEST_INDEX else -1
    return shared.strings[index] if 0 <= index < len(shared.strings) else None


def _shown(raw: str, kind: str, style: str, shared: _Shared) -> str:
    if not raw:
        return ""
    if kind == "s":
        return _listed(raw, shared) or ""
    if kind == "b":
        return "TRUE" if raw == "1" else "FALSE"
    if kind != "n":
        return raw
    index = int(style) if style.isdigit() else 0
    return shown(raw, shared.codes[index] if index < len(shared.codes) else "", shared.epoch_1904)


def parse_reference(text: str) -> tuple[int, int] | None:
    """Return row and column from 0 of a reference such as ``H16``, None for what is none."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(match[2])
    return (row - 1, column - 1) if 1 <= row <= _LAST_ROW and column <= _LAST_COLUMN else None
