"""PDF files some of whose pages are pictures: those are recognised, the others read as always."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.document import Document
from plans.pages.page import Page
from plans.pages.setting import is_picture
from plans.pdf import PdfReader
from plans.scans.recognise import Recogniser

MAX_PAGES = 60
"""Most pages that are recognised, each of which takes some seconds; the others are told as unreadable."""


class ScanReader(PdfReader):
    """Reads PDF files as ``PdfReader`` does and recognises the text of pages that are pictures."""

    def sniff(self, head: bytes, name: str) -> bool:
        """Never the first choice: asked for only when a PDF turned out to hold pictures."""
        return False

    def read(self, path: Path, data: bytes) -> Document:
        """Return the document; ``recognised`` names the pages whose words were recognised."""
        self._recogniser = Recogniser()
        self._left = MAX_PAGES
        return super().read(path, data)

    def page(self, source: Any, number: int) -> Page:
        """Return a page with its own characters, or with those that its picture shows."""
        page = super().page(source, number)
        if not is_picture(page) or not self._left:
            return page
        self._left -= 1
        return self._recogniser.recognised(source, page)


READER = ScanReader()
