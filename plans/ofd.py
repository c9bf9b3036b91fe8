"""OFD files (GB/T 33190): paragraphs with their page, tables between ruled lines, as of a PDF.

A page that is a picture is told (``unreadable``). Seals, annotations and attachments are not read.
"""

from __future__ import annotations

from pathlib import Path

from engine.document import Document
from plans.refusals import ZIP, holds


class OfdReader:
    """Reads OFD files; blocks carry their page from 1."""

    formats = ("ofd",)
    isolated = True
    generic = False

    def sniff(self, head: bytes, name: str) -> bool:
        """Know an OFD file by the part that names its documents."""
        return head.startswith(ZIP) and holds(head, b"OFD.xml")

    def read(self, path: Path, data: bytes) -> Document:
        """Return the document; raises ReadError when it is damaged, encrypted, unsafe or without words."""
        from plans.assembly import assembly
        from plans.ooxml.container import open_container
        from plans.pages.fixed import read_pages
        from plans.pages.setting import Setting, note_unread

        pages = [sheet.upright() for sheet in read_pages(open_container(path.as_posix(), data))]
        made = assembly(path)
        Setting(made).write(pages)
        note_unread(made, pages)
        return made.build(data, "ofd", {"pages": str(len(pages))})


READER = OfdReader()
