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
from engine.words.places import TOWNSHIPS

_KIND = "(?:街道办事处|街道|苏木|镇|乡)"
_COUNT = r"(?:等|共|共计|这|全部|所有)?(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,3})个?"
# 全县城关镇、石桥镇…8个乡镇: every name with what it is.
_NAMED = lazy(
    rf"(?P<names>[一-龥]{{1,12}}?{_KIND}(?:[、和及][一-龥]{{1,6}}?{_KIND}){{1,40}}){_COUNT}(?P<kind>{TOWNSHIPS})",
    needs="镇|乡|街",
)
# 项目区涉及城关镇、石桥镇…5个乡镇，任务见附件1: those of one table, whose rows it names.
_LED = lazy(
    "^.*?(?:涉及|覆盖|包括|包含|选择|选定|确定|安排|分布[在于]|布局在|落实到|分解到|分配到|位于|在|由|为)(?=[一-龥]{2})"
)
_SEE_TABLE = lazy(r"[^。;\n]{0,30}?(?:附件|附表|[下上]表|[解细配务]表|见表)")
# What every township has, so that a table of it lists them all.
_OF_EACH = lazy(
    r"^(?:(?:20\d\d年[底末]?|现有|辖区|全部)*(?:(?:户籍|常住|总|农村|农业|乡村)?人口|[总农]?户(?:户?数)?|(?:\d{2}周?岁(?:及?以上)?)?老年人口?|行政村|村民小组|村居?|村\(社区\)|耕地)(?:总?数量?|总?人数|个数|总?面积|基数)?)(?:\([^()]*\))?$"
)
_LIST = rf"[一-龥]{{1,12}}?{_KIND}(?:[、和及][一-龥]{{1,6}}?{_KIND}){{2,40}}"
_NUMBER = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_KINDS = rf"{_NUMBER}个?{_KIND}(?:[、和及,]?{_NUMBER}个?{_KIND}){{1,2}}"
# 辖城关镇、石桥镇、青石乡,共2镇1乡: they are counted by what they are.
_NAMED_BY_KINDS = lazy(rf"(?P<names>{_LIST}),?(?:等|共|共计|合计|计|总计)(?P<counts>{_KINDS})", needs="镇|乡|街")
# 辖2镇1乡:城关镇、石桥镇、青石乡: the number stands before the names.
_COUNTED = lazy(
    rf"(?P<lead>全[县区市旗]|[我本][县区市旗]|辖)(?:辖区|[的各现共下有辖设])*"
    rf"(?:(?P<counts>{_KINDS})|(?P<count>{_NUMBER})个?(?:{TOWNSHIPS})(?:\((?:街道|镇|乡)\))?)[,:(](?:分别|即|包括|有|为|是)*[:]?(?P<names>{_LIST})(?![、和及])",
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
# 覆盖城关镇、石桥镇…等全部9个乡镇: what a plan does is done in each of them.
_REACHED = lazy(
    rf"(?:覆盖|涉及|惠及|涵盖|遍及|分布在|分布于|分解到|延伸到|落实到)(?:全[县区市旗]的?)?(?P<names>(?:(?!等)[一-龥]){{1,6}}?{_KIND}(?:[、和及]{_ONE}){{3,40}})(?:等|这)?"
    rf"(?:全部|所有|全[县区市旗])(?:的|共|辖区内?)?(?P<count>{_NUMBER})个(?:乡镇街道|街道乡镇|乡镇|镇街|街镇|镇乡|镇|乡|街道)",
    needs="全部|所有|全县|全区|全市|全旗",
)
_OF_ALL = lazy(r"^.*?(?:全[县区市旗]|[我本][县区市旗]|辖)(?:辖区|[的各现共下有辖])*(?=[一-龥]{2})")
_JOINED = lazy(r"[、和及]")
_NEXT = lazy(r"[,、和及以]{0,2}")
_EACH = lazy(r"[^,。;\n]{0,6}?(?:均|都|全部)[^,。;\n]{0,8}(?:任务|承担|分解|附件)")
_LEAST, _MOST_OTHERS = 4, 2
# 街道 and 镇; 乡镇 is of both.
_TWO_KINDS = 3
_ROW = lazy(rf"[一-龥]{{1,8}}{_KIND}")


class Townships(Struct, frozen=True):
    """The townships of a list by their names, each with its place in the document's text; the list's own place.

    ``whole`` says that the list is of all that there are, and not of those of one table; ``reached``
    that what the plan does is done in each of them.
    """

    names: dict[str, tuple[int, int]]
    start: int
    end: int
    whole: bool = True
    reached: bool = False


def listed_townships(page: Page) -> Townships | None:
    """Return the longest list of the text that says to be of all townships and counts as many as it names."""
    lists = [*_reached(page), *_named(page), *_named_and_counted(page), *_by_kind(page), *_uncounted(page)]
    return max(lists, key=lambda found: len(found.names), default=None)


def _reached(page: Page) -> Iterator[Townships]:
    for match in _REACHED.finditer(page.folded):
        found = _with_places(match["names"], match.start("names"), "", of_all=False)
        if found and len(found) == whole_number(match["count"]) >= _LEAST:
            yield Townships(found, match.start("names"), match.end(), reached=True)


def _named(page: Page) -> Iterator[Townships]:
    """Yield the lists counted behind them, those of several kinds (3个街道和2个镇) as one."""
    for run in _runs(_NAMED.finditer(page.folded)):
        names = _of_run(run, kinds=False)
        if names and len(names) >= _LEAST:
            yield Townships(names, run[0].start(), run[-1].end())


def _of_table(page: Page) -> Iterator[Townships]:
    """Yield the lists of those townships that a table has the tasks of."""
    for match in _NAMED.finditer(page.folded):
        lead = _LED.match(match["names"])
        if lead is None or _OF_ALL.match(match["names"]) or not _SEE_TABLE.match(page.folded, match.end()):
            continue
        at = match.start("names") + lead.end()
        found = _with_places(match["names"][lead.end() :], at, "", of_all=False) or {}
        if len(found) == whole_number(match["count"]) >= _LEAST:
            yield Townships(found, match.start(), match.end(), whole=False)


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
    for run in _runs(_BY_KIND.finditer(page.folded)):
        names = _of_run(run, kinds=True)
        if names and len(names) >= _LEAST:
            yield Townships(names, run[0].start(), run[-1].end())


def _runs(matches: Iterable[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield the lists of one kind each that follow each other, joined: 3个街道和2个镇."""
    run: list[re.Match[str]] = []
    for match in matches:
        if run and not _joins(run[-1], match):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _joins(before: re.Match[str], match: re.Match[str]) -> bool:
    if before["kind"] == match["kind"] or len(before["kind"] + match["kind"]) > _TWO_KINDS:
        return False
    between = match.string[before.end() : match.start()]
    return _NEXT.fullmatch(between) is not None and bool(between or match["names"][0] in "和及")


def _of_run(run: list[re.Match[str]], *, kinds: bool) -> dict[str, tuple[int, int]] | None:
    """Return the names of a run, the kind behind each where only its count has it; None where a count is another."""
    names: dict[str, tuple[int, int]] = {}
    for number, match in enumerate(run):
        words = match["names"].lstrip("和及" if number else "")
        at = match.start("names") + len(match["names"]) - len(words)
        found = _with_places(words, at, match["kind"] if kinds else "", of_all=number == 0)
        if found is None or len(found) != whole_number(match["count"]):
            return None
        names |= found
    return names


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
        yield from _against(page, read, listed, seen)
    for some in _of_table(page):
        for read in page.extraction.tables:
            if len(_rows(page, read)) == len(some.names):
                yield from _against(page, read, some, seen)


def _against(page: Page, read: ReadTable, listed: Townships, seen: set[str]) -> Iterator[Fact]:
    """Yield what sets the rows of a table apart from a list; ``seen`` are the foreign names told already."""
    rows = _rows(page, read)
    others = [name for name in rows if not _is_among(name, listed.names)]
    shared, foreign = len(rows) - len(others), [name for name in others if name not in seen]
    stems = "\n".join(row.label for row in read.rows)
    absent = [name for name in listed.names if name not in rows and _stem(name) not in stems]
    most = _MOST_OTHERS if listed.whole else 1
    if shared < max(_LEAST - 1, len(listed.names) - most) or len(foreign) > most:
        return
    all_listed = listed.whole and (lists_all(read, rows) or _each_has_tasks(page, listed) or _has_what_each_has(read))
    if len(absent) == 1 and not others and all_listed:
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


def _has_what_each_has(read: ReadTable) -> bool:
    """Whether a table has a column of what no township is without (老年人口, 行政村)."""
    return any(_OF_EACH.match("".join(column.label.split())) for column in read.columns)


def _each_has_tasks(page: Page, listed: Townships) -> bool:
    """Whether the text says of its list that each of the townships has tasks: 等12个乡镇均为任务承担单位."""
    return listed.reached or _EACH.match(page.folded, listed.end) is not None


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
