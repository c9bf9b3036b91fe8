"""Plain text (.txt): the text exactly as the file has it, a block for every line that is not blank.

``Document.text`` is ``data.decode(properties["encoding"])``: newlines are left as they are, and a byte order mark of
UTF-8 stays in as the first character, so that offsets are those of the decoded file. Blocks leave out the mark and
the blanks around a line. (UTF-16 takes its mark away when decoding.)
"""

from __future__ import annotations

from pathlib import Path

from engine.document import Block, Document
from engine.errors import ReadError
from engine.patterns import lazy
from plans.assembly import digest
from plans.refusals import OLE, ZIP, flat_format

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LINE = lazy(r"[^\s\ufeff\u200b](?:[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]*[^\s\ufeff\u200b])?")
_CONTROL = lazy(r"[\x00-\x08\x0e-\x1b\x7f]")
_CONTROL_BYTES = lazy(rb"[\x00-\x08\x0e-\x1b\x7f]")
_CONTROLS_ALLOWED = 0.01


class TextReader:
    """Reads plain text in UTF-8, GB 18030 (GBK, GB 2312), Big5 or UTF-16."""

    formats = ("txt",)
    isolated = False
    generic = True

    def sniff(self, head: bytes, name: str) -> bool:
        """Take whatever is no known binary format; whether it is text shows when it is decoded."""
        if head.startswith((OLE, ZIP)) or flat_format(head) is not None:
            return False
        return b"\x00" not in head or head.startswith(_UTF16_MARKS)

    def read(self, path: Path, data: bytes) -> Document:
        """Return the text with a block a line; raises ReadError for bytes that are no text."""
        file = path.as_posix()
        text, encoding = decode(data, file)
        blocks = tuple(Block(match.start(), match.end()) for match in _LINE.finditer(text))
        if not blocks:
            raise ReadError("plans.no-text", file=file)
        return Document(file, digest(data), "txt", text, blocks, in_file=True, properties={"encoding": encoding})


def decode(data: bytes, file: str) -> tuple[str, str]:
    """Return the text of ``data`` and its encoding: UTF-16 by its mark, else strict UTF-8, else GB 18030 or Big5.

    Raises ReadError for bytes that are no text, for UTF-8 with damage in it, which GB 18030 would read as other
    characters, and where neither of the last two makes sense of them.
    """
    encoding = _encoding(data, file)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise ReadError("plans.binary", file=file) from None
    if "\x00" in text or len(_CONTROL.findall(text)) > len(text) * _CONTROLS_ALLOWED:
        raise ReadError("plans.binary", file=file)
    return text, encoding


def _encoding(data: bytes, file: str) -> str:
    if data.startswith(_UTF16_MARKS):
        return "utf-16"
    try:
        data.decode()
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            line = data.count(b"\n", 0, error.start) + 1
            raise ReadError("plans.broken-utf8", file=file, line=line) from None
    else:
        return "utf-8"
    from plans.charset import legacy_encoding  # a file in UTF-8 does without

    found = legacy_encoding(data)
    if found is None and not _CONTROL_BYTES.search(data):
        raise ReadError("plans.encoding-unsure", file=file)
    return found or "utf-8"


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(1 for char in text if "\u0800" <= char != "\ufffd")
    return good > 10 * bad


READER = TextReader()
