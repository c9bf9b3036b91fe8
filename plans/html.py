"""Saved web pages (.html): the document itself, without the page around it.

Also reads what offices export as ``.doc`` or ``.xls`` but is a web page inside. The characters are those of the byte
order mark, else UTF-8 where it fits, else the charset declared (GB 2312 and GBK read as GB 18030), else GB 18030.
"""

from __future__ import annotations

import re
from pathlib import Path

from engine.document import Document
from engine.errors import ReadError
from engine.patterns import lazy

_START = lazy(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = lazy(rb"<meta[^>]*?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_LEGACY = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb18030": "gb18030", "big5": "big5"}


class HtmlReader:
    """Reads web pages; paragraphs end at line breaks, data tables keep their spans, layout tables are seen through."""

    formats = ("html",)
    isolated = True
    generic = False

    def sniff(self, head: bytes, name: str) -> bool:
        """Know a page by the element that it starts with."""
        return _START.match(_narrow(head[:8192])) is not None and b"<w:wordDocument" not in head[:4096]

    def read(self, path: Path, data: bytes) -> Document:
        """Return the document; raises ReadError when the page holds no words or is nested beyond reason."""
        from lxml import etree

        from plans.assembly import assembly
        from plans.webpage.blocks import Writer, clean
        from plans.webpage.main_part import main_part, page_title, tidy, words

        file = path.as_posix()
        text = _decoded(data, file)
        parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
        try:
            root = etree.fromstring(text.encode(), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise ReadError("plans.no-text", file=file) from None
        if root is None:
            raise ReadError("plans.no-text", file=file)
        if any("depth" in entry.message for entry in parser.error_log):
            raise ReadError("plans.damaged", file=file)
        title = page_title(root)
        tidy(root)
        part = main_part(root)
        made = assembly(path)
        if title and title not in clean(words(part)):
            made.add(title, "heading")
        Writer(made).write(part)
        return made.build(data, "html")


def _narrow(head: bytes) -> bytes:
    """Return the start of a page written in UTF-16 as plain bytes."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="ignore").encode()
    return head


def _decoded(data: bytes, file: str) -> str:
    from plans.text import decode

    declared = _CHARSET.search(data[:4096])
    encoding = _LEGACY.get(declared[1].decode("ascii").lower()) if declared else None
    if encoding is not None:
        # Pages often declare what they no longer are; Chinese text is hardly ever UTF-8 by accident.
        for name in ("utf-8", encoding):
            try:
                return data.decode(name).lstrip("\ufeff")
            except UnicodeDecodeError:
                continue
    text, _ = decode(data, file)
    return text.lstrip("\ufeff")


READER = HtmlReader()
