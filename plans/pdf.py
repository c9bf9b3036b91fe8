"""PDF files with text: paragraphs with their page, tables between ruled lines, no running heads or page numbers.

A page that is a picture, or whose characters have no meaning, is told (``unreadable``); ``plans.scans`` recognises
pictures where the extra ``ocr`` is installed. Needs pypdfium2.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.document import Document
from engine.errors import ReadError

if TYPE_CHECKING:
    from plans.pages.page import Page


class PdfReader:
    """Reads PDF files that hold text; blocks carry their page from 1."""

    formats = ("pdf",)
    isolated = True
    generic = False

    def sniff(self, head: bytes, name: str) -> bool:
        """Know a PDF by its first bytes."""
        return head[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\x00").startswith(b"%PDF-")

    def read(self, path: Path, data: bytes) -> Document:
        """Return the document; raises ReadError when it is damaged, needs a password or holds no text at all."""
        from plans.assembly import assembly
        from plans.pages.setting import MAX_PAGES, Setting, is_picture, note_unread
        from plans.scans.again import PICTURES

        source = _opened(path.as_posix(), data)
        try:
            if len(source) > MAX_PAGES:
                raise ReadError("plans.too-many-pages", file=path.as_posix(), pages=len(source), limit=MAX_PAGES)
            pages = [self.page(source, number) for number in range(1, len(source) + 1)]
        finally:
            source.close()
        if pages and all(page.damaged for page in pages):
            raise ReadError("plans.damaged", file=path.as_posix())
        made = assembly(path)
        Setting(made).write(pages)
        note_unread(made, pages, "page-is-scanned")
        pictures = sum(map(is_picture, pages))
        return made.build(data, "pdf", {"pages": str(len(pages)), PICTURES: str(pictures)})

    def page(self, source: Any, number: int) -> Page:
        """Return the page with this number (from 1) of an open file."""
        from plans.pages.content import read_page

        return read_page(source, number)


def _opened(file: str, data: bytes) -> Any:
    import pypdfium2 as pdfium  # type: ignore[import-untyped]
    import pypdfium2.raw as raw  # type: ignore[import-untyped]

    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise ReadError("plans.encrypted" if locked else "plans.damaged", file=file) from None


READER = PdfReader()
