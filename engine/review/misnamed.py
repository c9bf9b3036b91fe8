"""Townships that the text names with one other character than the plan's own list of them (柳坪乡 listed, 柳溪乡 written)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.commitment import ReadTable
from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.review.page import Page
from engine.wording import phrase
from engine.words.places import TOWNSHIPS

_TOWNSHIP = lazy(r"[一-龥]{1,4}(?:镇|乡|街道)")
_LIST = lazy(r"(?:[一-龥]{2,4}(?:镇|乡|街道)[、,和及]){4,}[一-龥]{2,4}(?:镇|乡|街道)")
_PARTS = lazy(r"[、,和及]")
_HOW_MANY = lazy(rf"(\d{{1,2}})个(?:{TOWNSHIPS})|(?:乡镇|镇街|街镇)(\d{{1,2}})个")
_LEAST, _MANY = 5, 6
# East and west, big and small tell two places apart, they are no slip.
_PAIRED = lazy("[东西南北上下大小新老前后中内外高低里]{2}")
_ELSEWHERE = lazy(
    r"(?:邻|外|他|对口|结对|协作|毗邻|交界|原)[^,。;\n]{0,8}$|(?P<place>[一-龥]{2,3}[县市区旗])(?:[一-龥]{0,3})$"
)
_BESIDE_BEFORE, _BESIDE_BEHIND = lazy(r"[、,和及至与到]$"), lazy(r"[、,和及至与到]")
_LONGEST = 6
# 在县城和镇区 names no township.
_JOINS = "和与及或至到"
_LEADING, _KINDS = "在对为由有于以含即", "县市区镇乡村"


def misnamed_facts(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact (foreign-township) for each name in the text that differs from a listed one by a character."""
    text = page.folded
    own = page.extraction.metadata.place.rpartition("/")[2]
    for names, where, whole in _lists(page):
        known = frozenset(names)
        for name, place in names.items():
            for start, end in _variants(text, name):
                written = text[start:end]
                if (
                    text.count(written) != 1
                    or any(written in other for other in known)
                    or _is_elsewhere(text, start, own)
                ):
                    continue
                if name in _sentence(text, start) or not (whole or _stands_beside(text, start, end, known)):
                    continue
                detail = phrase("review.foreign-township", table=where, other=name)
                yield page.oddity("foreign-township", written, detail, (start, end), place)


def _lists(page: Page) -> Iterator[tuple[dict[str, tuple[int, int]], str, bool]]:
    """Yield the longest list of townships with the place of each name, what holds it, and whether it is of them all."""
    found = [
        (names, read.title or read.id, _is_totalled(read))
        for read in page.extraction.tables
        if (names := _named(page, read))
    ]
    found += list(_told(page))
    found = [one for one in found if len(one[0]) >= _LEAST]
    if found:
        names, where, totalled = max(found, key=lambda one: len(one[0]))
        counts = {int(m[1] or m[2]) for m in _HOW_MANY.finditer(page.folded)}
        yield names, where, len(names) in counts or (totalled and len(names) >= _MANY)


def _is_totalled(read: ReadTable) -> bool:
    return any(row.role != "part" for row in read.rows)


def _named(page: Page, read: ReadTable) -> dict[str, tuple[int, int]]:
    """Return the townships that are the rows of a table, or its columns."""
    text = page.folded
    rows = [(row.label, row.start, row.end) for row in read.rows if row.role == "part"]
    columns = [(column.label, column.start, column.end) for column in read.columns if column.end]
    for named in (rows, columns):
        found: dict[str, tuple[int, int]] = {}
        for label, start, end in named:
            name = re.sub(r"\s", "", label)
            at = text.find(name, start, end)
            if at >= 0 and _TOWNSHIP.fullmatch(name):
                found.setdefault(name, (at, at + len(name)))
        if len(found) >= _LEAST:
            return found
    return {}


def _told(page: Page) -> Iterator[tuple[dict[str, tuple[int, int]], str, bool]]:
    """Yield the lists of townships in running text (甲镇、乙乡、…共6个乡镇)."""
    for match in _LIST.finditer(page.folded):
        names: dict[str, tuple[int, int]] = {}
        at = match.start()
        for name in _PARTS.split(match.group()):
            names.setdefault(name, (at, at + len(name)))
            at += len(name) + 1
        # What leads the first name (在甲镇) is no part of it.
        first, *others = names
        led = len(first) - max(map(len, others))
        if led == 1 and first[0] in _LEADING:
            names = {
                first[1:]: (match.start() + 1, match.start() + len(first)),
                **{name: names[name] for name in others},
            }
        if led <= 0 or first[1:] in names:
            yield names, next(iter(names)), False


def _variants(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield where the text has a name with one other character in place of one of it, its first excepted."""
    for index in range(1, len(name)):
        kind = index == len(name) - 1
        if kind and name[-1] not in "镇乡":
            continue
        other = "[镇乡]" if kind else "[一-龥]"
        for match in re.finditer(re.escape(name[:index]) + other + re.escape(name[index + 1 :]), text):
            written = match.group()[index]
            if (
                written != name[index]
                and not _PAIRED.fullmatch(name[index] + written)
                and (kind or written not in _KINDS + _JOINS)
            ):
                yield match.span()


def _is_elsewhere(text: str, start: int, own: str) -> bool:
    """Whether the words before a name say that it is in another county."""
    found = _ELSEWHERE.search(text[max(0, start - 12) : start])
    return found is not None and not (found["place"] and own and own.endswith(found["place"][-2:]))


def _sentence(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at) for mark in "。;\n") + 1
    ends = [end for mark in "。;\n" if (end := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))]


def _stands_beside(text: str, start: int, end: int, known: frozenset[str]) -> bool:
    """Whether a name stands in a row with names of the list: 柳溪乡、石桥镇."""
    before, behind = text[max(0, start - _LONGEST - 1) : start], text[end : end + _LONGEST + 1]
    return (_BESIDE_BEFORE.search(before) is not None and any(before[:-1].endswith(name) for name in known)) or (
        _BESIDE_BEHIND.match(behind) is not None and any(behind[1:].startswith(name) for name in known)
    )
