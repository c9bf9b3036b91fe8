"""The townships that a plan's text lists as all of its county (全县城关镇、石桥镇…8个乡镇), against the rows of its tables."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from engine.commitment import ReadTable
from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.quantity.numerals import whole_number
from engine.review.page import Page
from engine.wording import phrase

_KIND = "(?:街道办事处|街道|苏木|镇|乡)"
_COUNT = r"(?:等|共|共计|这|全部|所有)?(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,3})个?"
# 全县城关镇、石桥镇…8个乡镇: every name with what it is.
_NAMED = lazy(
    rf"(?P<names>[一-龥]{{1,12}}?{_KIND}(?:[、和及][一-龥]{{1,6}}?{_KIND}){{2,40}}){_COUNT}(?:乡镇街道|乡镇|镇街|镇乡|镇|乡|街道)",
    needs="镇|乡|街",
)
_LIST = rf"[一-龥]{{1,12}}?{_KIND}(?:[、和及][一-龥]{{1,6}}?{_KIND}){{2,40}}"
_NUMBER = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_KINDS = rf"{_NUMBER}个?{_KIND}(?:[、和及,]?{_NUMBER}个?{_KIND}){{1,2}}"
# 辖城关镇、石桥镇、青石乡,共2镇1乡: they are counted by what they are.
_NAMED_BY_KINDS = lazy(rf"(?P<names>{_LIST}),?(?:等|共|共计|合计|计|总计)(?P<counts>{_KINDS})", needs="镇|乡|街")
# 辖2镇1乡:城关镇、石桥镇、青石乡: the number stands before the names.
_COUNTED = lazy(
    rf"(?P<lead>全[县区市旗]|[我本][县区市旗]|辖)(?:辖区|[的各现共下有辖设])*"
    rf"(?:(?P<counts>{_KINDS})|(?P<count>{_NUMBER})个?(?:乡镇街道|乡镇|镇街|镇乡|镇|乡|街道)(?:\((?:街道|镇|乡)\))?)[,:(](?:分别|即|包括|有|为|是)*[:]?(?P<names>{_LIST})(?![、和及])",
    needs="辖|全县|全区|全市|全旗|我县|我区|我市|我旗|本县|本区|本市|本旗",
)
_ONE_KIND = lazy(rf"(?P<number>{_NUMBER})个?{_KIND}")
# 辖城关、石桥、双河3镇和青石、大塘2乡: what they are is said of several at once.
_BY_KIND = lazy(rf"(?P<names>[一-龥]{{1,12}}(?:、[一-龥]{{1,4}})*?){_COUNT}(?P<kind>街道|镇|乡)(?!镇|街|级|村)")
# 全县辖城关镇、石桥镇…,人口38万人: what a county 辖 is all of them, without a number too.
_ONE = rf"(?:(?!等)[一-龥]){{1,6}}?{_KIND}"
_UNCOUNTED = lazy(
    rf"(?:全[县区市旗]|[我本][县区市旗])(?:现|共|下)*辖(?:有)?(?P<names>{_ONE}(?:[、和及]{_ONE}){{3,40}})(?=[,。;\n])",
    needs="辖",
)
_OF_ALL = lazy(r"^.*?(?:全[县区市旗]|[我本][县区市旗]|辖)(?:辖区|[的各现共下有辖])*(?=[一-龥]{2})")
_JOINED = lazy(r"[、和及]")
_NEXT = lazy(r"[,、和及以]{0,2}")
_EACH = lazy(r"[^,。;\n]{0,6}?(?:均|都|全部)[^,。;\n]{0,8}(?:任务|承担|分解|附件)")
_LEAST, _MOST_OTHERS = 4, 2
_ROW = lazy(rf"[一-龥]{{1,8}}{_KIND}")


class Townships(Struct, frozen=True):
    """The townships of a list by their names, each with its place in the document's text; the list's own place."""

    names: dict[str, tuple[int, int]]
    start: int
    end: int


def listed_townships(page: Page) -> Townships | None:
    """Return the longest list of the text that says to be of all townships and counts as many as it names."""
    lists = [*_named(page), *_named_and_counted(page), *_by_kind(page), *_uncounted(page)]
    return max(lists, key=lambda found: len(found.names), default=None)


def _named(page: Page) -> Iterator[Townships]:
    for match in _NAMED.finditer(page.folded):
        found = _with_places(match["names"], match.start("names"), "")
        if found and len(found) == whole_number(match["count"]) >= _LEAST:
            yield Townships(found, match.start(), match.end())


def _named_and_counted(page: Page) -> Iterator[Townships]:
    """Yield the lists counted by kinds behind them (共2镇1乡), or at all before them (辖3个乡镇:)."""
    for match in (*_NAMED_BY_KINDS.finditer(page.folded), *_COUNTED.finditer(page.folded)):
        told = match.groupdict()
        found = _with_places(match["names"], match.start("names"), "", of_all="lead" not in told)
        counts = [_sum_of(told["counts"])] if told["counts"] else [whole_number(match["count"])]
        if found and [len(found)] == counts and len(found) >= _LEAST:
            yield Townships(found, match.start(), match.end())


def _sum_of(counts: str) -> int:
    return sum(whole_number(one["number"]) for one in _ONE_KIND.finditer(counts))


def _uncounted(page: Page) -> Iterator[Townships]:
    for match in _UNCOUNTED.finditer(page.folded):
        found = _with_places(match["names"], match.start("names"), "", of_all=False) or {}
        if len(found) >= _LEAST:
            yield Townships(found, match.start(), match.end())


def _by_kind(page: Page) -> Iterator[Townships]:
    runs: list[list[re.Match[str]]] = []
    for match in _BY_KIND.finditer(page.folded):
        joins = runs and _NEXT.fullmatch(page.folded, runs[-1][-1].end(), match.start())
        if joins or (runs and runs[-1][-1].end() == match.start() and match["names"][0] in "和及"):
            runs[-1].append(match)
        else:
            runs.append([match])
    for run in runs:
        names: dict[str, tuple[int, int]] = {}
        for number, match in enumerate(run):
            led = "" if number == 0 else "和及"
            words = match["names"].lstrip(led)
            at = match.start("names") + len(match["names"]) - len(words)
            found = _with_places(words, at, match["kind"], of_all=number == 0)
            if found is None or len(found) != whole_number(match["count"]):
                names = {}
                break
            names |= found
        if len(names) >= _LEAST:
            yield Townships(names, run[0].start(), run[-1].end())


def _with_places(words: str, at: int, kind: str, of_all: bool = True) -> dict[str, tuple[int, int]] | None:
    """Return the names of a list with their places; None where nothing says that the list is of all of them."""
    lead = _OF_ALL.match(words) if of_all else None
    if of_all and lead is None:
        return None
    begin = lead.end() if lead else 0
    found: dict[str, tuple[int, int]] = {}
    at += begin
    for name in _JOINED.split(words[begin:]):
        if name:
            found[f"{name.removesuffix('办事处')}{kind}"] = (at, at + len(name))
        at += len(name) + 1
    return found


def foreign_rows(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact for each row of a table that the text's list of all townships lacks (foreign-township).

    The table has all but two of the list at least; a township of the list that is wanting in it is shown beside. Where
    that alone sets the two apart, it is left out (township-left-out) of a table that is to have them all.
    """
    listed = listed_townships(page)
    seen: set[str] = set()
    for read in page.extraction.tables if listed else ():
        assert listed is not None
        rows = _rows(page, read)
        others = [name for name in rows if not _is_among(name, listed.names)]
        shared, foreign = len(rows) - len(others), [name for name in others if name not in seen]
        stems = "\n".join(row.label for row in read.rows)
        absent = [name for name in listed.names if name not in rows and _stem(name) not in stems]
        if shared < max(_LEAST - 1, len(listed.names) - _MOST_OTHERS) or len(foreign) > _MOST_OTHERS:
            continue
        if len(absent) == 1 and not others and (lists_all(read, rows) or _each_has_tasks(page, listed)):
            detail = phrase("review.not-in-table", count=len(listed.names), table=read.title or read.id)
            at = listed.names[absent[0]]
            yield page.oddity("township-left-out", absent[0], detail, at, (listed.start, listed.end))
        for name in foreign:
            seen.add(name)
            form = "not-among-them" if len(absent) != 1 else "in-place-of"
            detail = phrase(f"review.{form}", count=len(listed.names), other="".join(absent[:1]))
            beside = [listed.names[absent[0]]] if len(absent) == 1 else []
            yield page.oddity("foreign-township", name, detail, rows[name], *beside, (listed.start, listed.end))


def lists_all(read: ReadTable, places: Collection[str]) -> bool:
    """Whether a table lists places without a task too, so that one not in it was left out."""
    rows = [row for row in read.rows if re.sub(r"\s", "", row.label).removesuffix("办事处") in places]
    blank = any(entry.state == "blank" or entry.value == 0 for row in rows for entry in row.entries)
    return len(read.columns) > 1 and blank


def _each_has_tasks(page: Page, listed: Townships) -> bool:
    """Whether the text says of its list that each of the townships has tasks: 等12个乡镇均为任务承担单位."""
    return _EACH.match(page.folded, listed.end) is not None


def _rows(page: Page, read: ReadTable) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for row in read.rows:
        name = re.sub(r"\s", "", row.label)
        at = page.extraction.document.text.find(row.label, row.start, row.end)
        if row.role == "part" and _ROW.fullmatch(name) and at >= 0:
            found.setdefault(name.removesuffix("办事处"), (at, at + len(row.label)))
    return found


def _is_among(name: str, listed: Iterable[str]) -> bool:
    """Whether a name is listed, with or without a word that led the list."""
    return any(one.endswith(name) or name.endswith(one) for one in listed)


def _stem(name: str) -> str:
    return re.sub(f"{_KIND}$", "", name)
