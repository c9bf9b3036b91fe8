"""What was read out of one document: as JSON for programs, as CSV for Excel, as a table for a terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from engine.commitment import Commitment, Extraction, Item, ReadTable
from engine.wording import Text, phrase, say
from reports import ReportError
from reports.json import decimal_text, document_record, encoded, span_record
from reports.parts.printing import clipped, commitment_words, one_line, padded, width_of
from reports.parts.quotes import Locator

FORMATS = ("table", "json", "csv")
_PART = "unreadable"
_UNREAD = (_PART, "hidden-content", "recognised-text", "uncomputed-formula")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SAFE = ("op", "value", "high", "baseline")  # numbers, and a comparator that stands alone: no formula
_CSV = (
    *("id", "item", "label", "scope", "indicator", "op", "value", "high", "unit", "resolved", "baseline", "deadline"),
    *("strength", "kind", "responsible", "quote", "place"),
)


def render_extraction(extraction: Extraction, format: str, lang: str, width: int = 100, color: bool = False) -> bytes:
    """Return an extraction as ``table``, ``json`` or ``csv``; raises ReportError for any other format.

    ``width`` (columns) and ``color`` are for the table alone.
    """
    if format == "json":
        return encoded(_record(extraction) | _missing(extraction, lang))
    if format == "csv":
        return _csv(extraction, lang)
    if format == "table":
        return _table(extraction, lang, width, color).encode("utf-8")
    raise ReportError("report.extraction-format-unknown", name=format, available=", ".join(FORMATS))


def _record(extraction: Extraction) -> dict[str, Any]:
    document = extraction.document
    return {
        "schema": "gouji/extraction/1",
        "document": document_record(document.file, document.sha256, extraction.metadata),
        "items": [_item(item, document.in_file) for item in extraction.items],
        "commitments": [_commitment(c) for c in extraction.commitments],
        "tables": [_read_table(table) for table in extraction.tables],
    }


def _missing(extraction: Extraction, lang: str) -> dict[str, Any]:
    told = [text.in_language(lang) for text in not_read(extraction)]
    return {"not_read": told} if told else {}


def a_part_is_missing(extraction: Extraction) -> bool:
    """Whether one of the files of the document could not be read, so that this is not all that it commits to."""
    return any(note.rule == _PART for note in extraction.document.notes)


def _item(item: Item, in_file: bool) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item.title,
        "responsible": list(item.responsible),
        "start": item.start if in_file else None,
        "end": item.end if in_file else None,
    }


def _commitment(commitment: Commitment) -> dict[str, Any]:
    return {
        "id": commitment.id,
        "item": commitment.item,
        "label": commitment.label,
        "indicator": commitment.indicator,
        "scope": list(commitment.scope),
        "op": commitment.bound.op,
        "value": decimal_text(commitment.bound.value),
        "high": decimal_text(commitment.bound.high),
        "unit": commitment.unit,
        "resolved_unit": commitment.compared_unit,
        "baseline": decimal_text(commitment.baseline),
        "deadline": commitment.deadline,
        "strength": commitment.strength,
        "kind": commitment.kind,
        "responsible": list(commitment.responsible),
        "evidence": span_record(commitment.span),
    }


def _read_table(table: ReadTable) -> dict[str, Any]:
    columns = [
        {"label": c.label, "unit": c.unit, "stated": decimal_text(c.stated), "computed": decimal_text(c.computed)}
        for c in table.columns
    ]
    return {"id": table.id, "title": table.title, "rows": table.table.height, "columns": columns}


def not_read(extraction: Extraction) -> Iterator[Text]:
    """Yield what of the document was not read, or not as it stands there."""
    for note in extraction.document.notes:
        if note.rule in _UNREAD:
            detail = note.detail if isinstance(note.detail, Text) else Text(note.detail, note.detail)
            place = one_line(note.span.cell or note.span.file)
            yield detail if detail.zh.startswith(place) else phrase("report.not-read", place=place, detail=detail)
    if not extraction.commitments and not extraction.tables:
        yield phrase("judge.nothing-read")


def safe_cell(text: str) -> str:
    """Return a text that a spreadsheet takes for text: one that would start a formula gets an apostrophe before it."""
    return f"'{text}" if text.lstrip(" \u3000").startswith(_FORMULA) else text


def _csv(extraction: Extraction, lang: str) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([say(f"report.column-{column}", lang) for column in _CSV])
    locator = Locator(extraction)
    for commitment in extraction.commitments:
        row = _row(commitment, locator, lang)
        writer.writerow([row[c] if c in _SAFE else safe_cell(row[c]) for c in _CSV])
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def _row(commitment: Commitment, locator: Locator, lang: str) -> dict[str, str]:
    """Return the cells of one commitment by column."""
    comma = say("report.list-comma", lang)
    record = _commitment(commitment)
    texts = {key: one_line(str(value)) for key, value in record.items() if isinstance(value, str)}
    return {
        **dict.fromkeys(_CSV, ""),
        **texts,
        "strength": say(f"report.strength-{commitment.strength}", lang),
        "kind": say(f"report.kind-{commitment.kind}", lang),
        "resolved": one_line(record["resolved_unit"]),
        "scope": one_line(comma.join(commitment.scope)),
        "responsible": one_line(comma.join(commitment.responsible)),
        "quote": one_line(commitment.span.text),
        "place": _where(commitment, locator, lang),
    }


def _where(commitment: Commitment, locator: Locator, lang: str, *, item: bool = True) -> str:
    """Return where a figure stands: its file where there are several, its item unless the row says it, its place."""
    place = locator.place(commitment.span, locator.offsets(commitment.span))
    words = (place if item else replace(place, item_number="", item_title="")).words(lang)
    several = bool(locator.extraction.document.parts)
    return say("report.comma", lang).join([one_line(Path(place.file).name), words] if several else [words])


def _table(extraction: Extraction, lang: str, width: int, color: bool) -> str:
    head = [say(f"report.column-{c}", lang) for c in ("id", "label", "value", "quote", "place")]
    locator = Locator(extraction)
    rows = [
        [
            one_line(c.id),
            one_line(c.label),
            one_line(commitment_words(c)),
            one_line(c.span.text),
            _where(c, locator, lang, item=False),
        ]
        for c in extraction.commitments
    ]
    widths = _widths([head, *rows], max(40, width))
    lines = [_aligned(row, widths) for row in (head, *rows)]
    lines.insert(1, "  ".join("-" * w for w in widths))
    if color:
        import click  # only a coloured terminal needs it

        lines[0] = click.style(lines[0], bold=True)
    counts = {"items": len(extraction.items), "tables": len(extraction.tables)}
    title = one_line(extraction.metadata.title or extraction.document.file)
    summary = say("report.extraction-head", lang, commitments=len(rows), **counts)
    missing = [one_line(text.in_language(lang)) for text in not_read(extraction)]
    return "\n".join([title, summary, *missing, "", *lines]) + "\n"


def _aligned(row: list[str], widths: list[int]) -> str:
    cells = (padded(clipped(cell, w), w) for cell, w in zip(row, widths, strict=True))
    return "  ".join(cells).rstrip()


def _widths(rows: list[list[str]], width: int) -> list[int]:
    """Share the width: every column what it needs, the widest giving way until the line fits."""
    widths = [max(width_of(cell) for cell in column) for column in zip(*rows, strict=True)]
    while sum(widths) + 2 * (len(widths) - 1) > width and max(widths) > 6:
        widths[widths.index(max(widths))] -= 1
    return widths
