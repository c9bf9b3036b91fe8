"""PDF files with highlights and notes: the file as it was, byte for byte, and an update behind it (ISO 32000-1, 7.5.6).

Needs pypdf.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import ReadError

if TYPE_CHECKING:
    from engine.document import Box
    from engine.judge.finding import Severity
    from engine.remark import Remark

_COLOURS: dict[Severity | None, tuple[str, str, str]] = {
    "error": ("1", "0.6", "0.55"),
    "warning": ("1", "0.85", "0.35"),
    "note": ("0.65", "0.85", "1"),
    None: ("0.8", "0.8", "0.8"),
}
_NOTE = 20  # points: the side of a note's sign
_PRINTED = 4


class PdfAnnotator:
    """Writes remarks into PDF files: a highlight on the words of each, a note for what has no words."""

    formats = ("pdf",)
    suffixes = (".pdf",)

    def annotate(self, path: Path, data: bytes, remarks: Sequence[Remark]) -> bytes:
        """Return the file with its remarks; raises ReadError for one that is signed or must not be changed."""
        from pypdf import PdfWriter
        from pypdf.errors import PyPdfError

        file = path.as_posix()
        try:
            _refuse_protected(file, data)
            writer = PdfWriter(io.BytesIO(data), incremental=True)
            notes = 0
            for number, remark in enumerate(remarks):
                if number and remark.boxes:
                    for page, boxes in groupby(remark.boxes, key=lambda box: box.page):
                        _add(writer, page, _highlight(remark, tuple(boxes)))
                else:
                    first = remarks[0].boxes
                    _add(writer, first[0].page if first else 1, _note(remark, first, notes))
                    notes += 1
            made = io.BytesIO()
            writer.write(made)
        except PyPdfError:
            raise ReadError("plans.damaged", file=file) from None
        return made.getvalue()


def _refuse_protected(file: str, data: bytes) -> None:
    """Raise ReadError for a file with a signature, or with a password against changes."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise ReadError("plans.restricted", file=file)
    root = reader.trailer["/Root"].get_object()
    form = _of(root, "/AcroForm")
    signed = int(_of(form, "/SigFlags") or 0) & 1 or _of(root, "/Perms")
    if signed or any(_is_signature(field) for field in _fields(_of(form, "/Fields"))):
        raise ReadError("plans.signed", file=file)


def _of(dictionary: Any, key: str) -> Any:
    """Return an entry of a dictionary, followed to where it stands; None when there is none."""
    found = dictionary.get(key) if hasattr(dictionary, "get") else None
    return found.get_object() if found is not None else None


def _fields(fields: Any) -> Iterator[Any]:
    """Yield the fields of a form with those below them, each once."""
    waiting, seen = list(fields or ()), set()
    while waiting:
        reference = waiting.pop()
        field = reference.get_object()
        if id(field) not in seen:
            seen.add(id(field))
            waiting += _of(field, "/Kids") or ()
            yield field


def _is_signature(field: Any) -> bool:
    return _of(field, "/FT") == "/Sig" and _of(field, "/V") is not None


def _highlight(remark: Remark, boxes: tuple[Box, ...]) -> Any:
    from pypdf.generic import NameObject

    edges = [(box.left, box.bottom, box.right, box.top) for box in boxes]
    left, bottom, right, top = zip(*edges, strict=True)
    made = _annotation("/Highlight", remark, (min(left), min(bottom), max(right), max(top)))
    corners = (at for a, b, c, d in edges for at in (a, d, c, d, a, b, c, b))
    made[NameObject("/QuadPoints")] = _numbers(corners)
    return made


def _note(remark: Remark, beside: tuple[Box, ...], before: int) -> Any:
    """Return a note left of the words that the first remark stands on, below the ``before`` notes already there."""
    from pypdf.generic import NameObject

    left, top = (beside[0].left, beside[0].top) if beside else (2 * _NOTE, 40 * _NOTE)
    corner = max(0.0, left - 1.5 * _NOTE), top - (before + 1) * 1.2 * _NOTE
    made = _annotation("/Text", remark, (*corner, corner[0] + _NOTE, corner[1] + _NOTE))
    made[NameObject("/Name")] = NameObject("/Comment")
    return made


def _annotation(kind: str, remark: Remark, place: tuple[float, float, float, float]) -> Any:
    from pypdf.generic import DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject

    colour = _numbers(map(FloatObject, _COLOURS[remark.severity]))
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(kind),
            NameObject("/Rect"): _numbers(place),
            NameObject("/Contents"): TextStringObject("\n".join(remark.paragraphs)),
            NameObject("/T"): TextStringObject(remark.author),
            NameObject("/C"): colour,
            NameObject("/F"): NumberObject(_PRINTED),
        }
    )


def _numbers(values: Iterable[float]) -> Any:
    from pypdf.generic import ArrayObject, FloatObject

    return ArrayObject([FloatObject(round(value, 2)) for value in values])


def _add(writer: Any, page: int, annotation: Any) -> None:
    """Add an annotation to a page, behind those that are there."""
    from pypdf.generic import ArrayObject, NameObject

    sheet = writer.pages[min(page, len(writer.pages)) - 1]
    annotation[NameObject("/P")] = sheet.indirect_reference
    reference = writer._add_object(annotation)
    there = _of(sheet, "/Annots")
    if there is None:
        sheet[NameObject("/Annots")] = ArrayObject([reference])
    else:
        there.append(reference)


ANNOTATOR = PdfAnnotator()
