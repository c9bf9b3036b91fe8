"""Excel workbooks (.xlsx): every visible sheet, its titles as paragraphs and its grid as a table.

A number is read as the sheet shows it (percentages, dates, units in the format), exactly and from the digits in the
file. A formula counts by its stored value; one without is told (``uncomputed-formula``). Hidden sheets are left out
and named (``hidden-content``); hidden rows and columns stay, since totals add them up.
"""

from __future__ import annotations

from pathlib import Path

from engine.document import Document
from plans.refusals import ZIP, holds


class XlsxReader:
    """Reads Excel workbooks; blocks and cells carry the sheet's own cell names (``Sheet1!H16``)."""

    formats = ("xlsx",)
    isolated = True
    generic = False

    def sniff(self, head: bytes, name: str) -> bool:
        """Know a workbook by ``xl/workbook`` in its directory."""
        return head.startswith(ZIP) and holds(head, b"xl/workbook.xml")

    def read(self, path: Path, data: bytes) -> Document:
        """Return the document; raises ReadError when it is damaged, encrypted, unsafe or without words."""
        from plans.assembly import assembly
        from plans.ooxml.container import open_container
        from plans.ooxml.regions import write_sheets
        from plans.ooxml.workbook import read_workbook

        sheets = read_workbook(open_container(path.as_posix(), data))
        made = assembly(path)
        write_sheets(made, sheets)
        return made.build(data, "xlsx")


READER = XlsxReader()
