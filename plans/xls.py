"""Old Excel workbooks (.xls, and .et of WPS, which is one inside): as .xlsx, with the sheet's own cell names.

Needs xlrd, which alone tells the number formats of these files (95 % is stored as 0.95). A formula counts by its
stored value; these files store one with every formula.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.document import Document
from engine.errors import ReadError
from plans.refusals import OLE, has_stream

if TYPE_CHECKING:
    from plans.ooxml.sheet import Sheet


class XlsReader:
    """Reads old workbooks; blocks and cells carry the sheet's own cell names (``Sheet1!H16``)."""

    formats = ("xls",)
    isolated = True
    generic = False

    def sniff(self, head: bytes, name: str) -> bool:
        """Know a workbook by its stream in the old Office container."""
        return head.startswith(OLE) and not has_stream(head, "EncryptedPackage") and _has_book(head)

    def read(self, path: Path, data: bytes) -> Document:
        """Return the document; raises ReadError when it is damaged, encrypted, too large or without words."""
        from plans.assembly import assembly
        from plans.ooxml.regions import write_sheets

        made = assembly(path)
        write_sheets(made, _sheets(_opened(path.as_posix(), data), path.as_posix()))
        return made.build(data, "xls")


def _has_book(data: bytes) -> bool:
    # A Word document may hold a workbook as an object; its own stream then tells what the file is.
    return (has_stream(data, "Workbook") or has_stream(data, "Book")) and not has_stream(data, "WordDocument")


def _opened(file: str, data: bytes) -> Any:
    import xlrd  # type: ignore[import-untyped]

    from plans.compound import loops

    if loops(data):
        raise ReadError("plans.damaged", file=file)
    try:
        return xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
    except MemoryError:
        raise
    except xlrd.XLRDError as error:
        locked = "encrypted" in str(error).lower()
        raise ReadError("plans.encrypted" if locked else "plans.damaged", file=file) from None
    except Exception:
        # xlrd takes the records of a damaged file at their word and fails in many ways.
        raise ReadError("plans.damaged", file=file) from None


def _sheets(book: Any, file: str) -> list[Sheet]:
    from plans.ooxml.sheet import Sheet, limited

    sheets: list[Sheet] = []
    for source in book.sheets():
        sheet = Sheet(source.name, source.visibility == 0)
        if sheet.visible:
            _fill(sheet, source, book)
        sheets.append(sheet)
        limited(file, sum(len(known.cells) for known in sheets))
    return sheets


def _fill(sheet: Sheet, source: Any, book: Any) -> None:
    import xlrd

    for row in range(source.nrows):
        for column in range(source.row_len(row)):
            cell = source.cell(row, column)
            if cell.ctype == xlrd.XL_CELL_ERROR:
                sheet.failed[row, column] = ("", xlrd.error_text_from_code.get(cell.value, "#?"))
            text = _shown(cell, book)
            if text:
                sheet.cells[row, column] = text
    sheet.hidden_rows.update(row for row, line in source.rowinfo_map.items() if line.hidden)
    sheet.hidden_columns.update(column for column, line in source.colinfo_map.items() if line.hidden)
    for top, bottom, left, right in source.merged_cells:
        sheet.merged[top, left] = (bottom - top, right - left)


def _shown(cell: Any, book: Any) -> str:
    import xlrd

    from plans.ooxml.cell_formats import shown

    if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return shown(repr(cell.value), _code(cell, book), book.datemode == 1).strip()
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#?"))
    return str(cell.value).strip()


def _code(cell: Any, book: Any) -> str:
    """Return the code of a cell's number format; built-in ones as a Chinese Excel shows them."""
    from plans.ooxml.cell_formats import BUILT_IN

    styles = book.xf_list
    key = styles[cell.xf_index].format_key if cell.xf_index is not None and cell.xf_index < len(styles) else 0
    known = book.format_map.get(key)
    return BUILT_IN.get(key) or (str(known.format_str) if known is not None else "")


READER = XlsReader()
