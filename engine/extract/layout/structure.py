"""The skeleton of a plan: numbered items in any style, sections, annexes.

Levels follow the order in which the styles nest in this document, not a fixed list, since offices differ. A number that
runs into the text (``10.15分钟``: item 10, 15 minutes) counts as numbering when it continues its series.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct, field

from engine.commitment import Item, Section
from engine.extract.layout.annexes import annex_heads, listed_annexes
from engine.extract.layout.notes import numbered_notes
from engine.patterns import lazy
from engine.quantity.numerals import whole_number

_CN = "[一二三四五六七八九十百]{1,4}"
# What makes a figure with decimals (1.1亿元) of what would be a number (1.1 总体要求).
_MEASURE = "(?:[万亿%‰元倍亩吨米]|公里|平方|公顷|立方|个百分点)"
_MARK = lazy(
    rf"(?:(?<=\n)|(?<=^)|(?<=[。;!?:)])(?<!\d[.)]))[ ]*(?:"
    rf"(?P<cn>{_CN})(?:、|\.(?!\d)|:)"
    rf"|\((?P<cnp>{_CN})\)[、.]?"
    rf"|第(?P<ord>{_CN}|\d{{1,3}})(?P<division>条|项|件|章|节|部分)[、:. ]?"
    rf"|(?:任务|项目|实事|事项|工程)(?P<matter>{_CN}|\d{{1,2}})[:、]"
    rf"|(?P<dec>\d{{1,2}}(?:\.\d{{1,2}}){{1,2}})(?=[ 、]|[一-龥“])(?!{_MEASURE})"
    rf"|(?P<num>\d{{1,3}})(?P<dot>[.、]|\)(?!\)))(?!(?<=\.)\d{{1,4}}{_MEASURE})"
    rf"|\((?P<nump>\d{{1,3}})\)[、.]?"
    rf"|(?P<circle>[①-⑳])"
    rf"|(?P<padded>(?<!\d)\d\d)[ ]*\n?[ ]*(?=[一-龥“])(?![年月日时分号个项])"
    rf"|(?P<starred>(?<![^\n])[★☆◆■●▲])(?=[^★☆◆■●▲\n]{{2,30}}[★☆◆■●▲][ ]*$)"
    rf")[ ]*",
    re.MULTILINE,
)
_TITLE = lazy(r"[^\n。;:]{0,90}")
_TITLE_STOP = lazy(r"\((?=[^()]*(?:责任|牵头|负责|配合|实施|主办|承办)[^()]*(?:\)|$))|,(?=.)")
_SUPPORT = lazy(
    r"(?:工作|有关|几点|具体)?(?:要求|保障措施|组织领导|组织保障|组织实施|保障机制|推进机制|工作重点|实施保障|责任落实|监督考核|督查考核|指导思想|总体要求|基本原则|工作机制)"
)
# 总体要求和目标 sets targets, whatever else it says.
_WITH_GOALS = lazy(r"(?:要求|思想|原则)(?:[和与及、]|以及)[一-龥]{0,4}(?:目标|指标)")
_SERIES_LIMIT = 200
_LONG_TITLE = 24


class Mark(Struct):
    """A piece of numbering: where it stands, where its text begins, its style and value."""

    start: int
    end: int
    style: str
    value: int
    printed: str


class Skeleton(Struct):
    """Items and annexes of a cleaned text; ``annex_start`` is where the first annex's own text begins."""

    items: list[Item] = field(default_factory=list)
    annexes: tuple[str, ...] = ()
    annex_heads: list[int] = field(default_factory=list)
    annex_list: tuple[int, int] | None = None

    def section_at(self, offset: int) -> Section:
        """Say which part of the document an offset lies in."""
        if self.annex_heads and offset >= self.annex_heads[0]:
            return "annex"
        return "body"


def _read_mark(text: str, match: re.Match[str]) -> Mark | None:
    if match["starred"]:
        return Mark(match.start(), match.end(), "starred", 1, match["starred"])
    style = "ord" if match["ord"] else match.lastgroup or ""
    if match["dot"]:
        style = "num)" if match["dot"] == ")" else "num"
    printed = match.group().strip()
    if match["dec"]:
        return Mark(match.start(), match.end(), "dec", int(match["dec"].split(".")[-1]), match["dec"])
    if match["ord"] and match["division"] in ("章", "节", "部分"):
        style = match["division"]
    if match["circle"]:
        return Mark(match.start(), match.end(), style, ord(match["circle"]) - 0x245F, printed)
    digits = (
        match["cn"]
        or match["cnp"]
        or match["ord"]
        or match["num"]
        or match["nump"]
        or match["padded"]
        or match["matter"]
        or ""
    )
    value = whole_number(digits)
    return Mark(match.start(), match.end(), style, value, printed) if value else None


def _run_in(match: re.Match[str]) -> Mark:
    """Return ``10.`` of ``10.15分钟``: no item 10 is open, so the second number belongs to the text."""
    number, _, _ = match["dec"].partition(".")
    end = match.start("dec") + len(number) + 1
    return Mark(match.start(), end, "num", int(number), f"{number}.")


def _in_series(text: str, mark: Mark, last: dict[str, int]) -> bool:
    """Whether a mark continues or opens a series; a lone number in prose or a decimal does not."""
    expected = last.get(mark.style, 0) + 1
    following = text[mark.end : mark.end + 1]
    if mark.style == "num" and following.isdigit():
        named = re.match(r"[\d.%]*[^\d.%\s]", text[mark.end : mark.end + 12])
        year = re.match(r"(?:19|20)\d\d年", text[mark.end : mark.end + 5])
        return named is not None and (mark.value == expected or year is not None)
    if mark.value != expected and (mark.value > _SERIES_LIMIT or mark.style == "padded"):
        return False
    at_line = mark.start == 0 or text[mark.start - 1] == "\n"
    return at_line or mark.value in (1, expected)


def _title(text: str, start: int) -> str:
    line = _TITLE.match(text, start)
    title = line.group().strip() if line else ""
    for stop in _TITLE_STOP.finditer(title, 2):
        if stop.group() == "(" or len(title) > _LONG_TITLE:
            title = title[: stop.start()]
            break
    return title.strip(" ,、:★☆◆■●▲")


def find_marks(text: str) -> list[Mark]:
    """Return the numbering of a cleaned text that holds as a series, in order."""
    last: dict[str, int] = {}
    order: list[str] = []
    marks = []
    for match in _MARK.finditer(text):
        mark = _read_mark(text, match)
        if mark and mark.style == "dec" and last.get("num") != int(mark.printed.split(".")[0]):
            mark = _run_in(match)
        if mark is None or not _in_series(text, mark, last):
            continue
        if mark.style not in order:
            order.append(mark.style)
        for inner in order[order.index(mark.style) + 1 :]:
            last.pop(inner, None)
        last[mark.style] = mark.value
        marks.append(mark)
    return marks


def _levels(marks: list[Mark]) -> list[int]:
    """Return the nesting level of each mark: a style lies one deeper than the one under which it first appears."""
    stack: list[str] = []
    levels = []
    for mark in marks:
        if mark.style in stack:
            del stack[stack.index(mark.style) + 1 :]
        else:
            stack.append(mark.style)
        levels.append(len(stack))
    return levels


def read_structure(text: str, files: Sequence[int] = ()) -> Skeleton:
    """Return items, annexes and sections of a cleaned text.

    ``files`` are the offsets at which further files of the plan, or further sheets, begin; no item of one reaches into the next.
    """
    titles, listed = listed_annexes(text)
    marks = [m for m in find_marks(text) if not listed or not listed[0] <= m.start < listed[1]]
    # The plan behind its notice may open with a bare 附件: what stands before the first item heads no annex.
    begin = marks[0].start if marks else 0
    heads = [head for head in annex_heads(text, titles, listed) if head > begin]
    skeleton = Skeleton(annexes=titles, annex_list=listed, annex_heads=heads)
    file_of = [bisect_right(files, mark.start) for mark in marks]
    levels = [level for file in sorted(set(file_of)) for level in _levels(_of_file(marks, file_of, file))]
    ends = _ends(text, marks, levels, skeleton, files)
    parents: list[tuple[int, str]] = []
    taken: dict[str, int] = {}
    notes = numbered_notes(text, [(m.start, m.end, m.style, m.value) for m in marks], levels)
    support_level = 0
    for index, (mark, level, end) in enumerate(zip(marks, levels, ends, strict=True)):
        if index and file_of[index] != file_of[index - 1]:
            parents.clear()
            support_level = 0
        title = _title(text, mark.end)
        if support_level >= level:
            support_level = 0
        if not support_level and len(title) < 16 and _SUPPORT.match(title) and not _WITH_GOALS.search(title):
            support_level = level
        section: Section = "requirements" if support_level else skeleton.section_at(mark.start)
        if index in notes:
            section = "notes"
        while parents and parents[-1][0] >= level:
            parents.pop()
        item_id = _item_id(mark, parents[-1][1] if parents else "", taken)
        parents.append((level, item_id))
        skeleton.items.append(Item(item_id, mark.printed, title, (), mark.start, end, level, section))
    return skeleton


def _of_file(marks: list[Mark], file_of: list[int], file: int) -> list[Mark]:
    return [mark for mark, its in zip(marks, file_of, strict=True) if its == file]


def _ends(text: str, marks: list[Mark], levels: list[int], skeleton: Skeleton, files: Sequence[int] = ()) -> list[int]:
    """Return where each item ends: before the next mark of its level or a higher one, an annex, its list, or a file."""
    stops = sorted({*skeleton.annex_heads, *([skeleton.annex_list[0]] if skeleton.annex_list else []), *files})
    ends = [len(text)] * len(marks)
    open_marks: list[int] = []
    for index, mark in enumerate(marks):
        while open_marks and levels[open_marks[-1]] >= levels[index]:
            ends[open_marks.pop()] = mark.start
        open_marks.append(index)
    for index, mark in enumerate(marks):
        at = bisect_right(stops, mark.start)
        if at < len(stops):
            ends[index] = min(ends[index], stops[at])
    return ends


def _item_id(mark: Mark, parent: str, taken: dict[str, int]) -> str:
    """Return a unique id: the bare number for Arabic items, the path of numbers for the rest and for repeats.

    ``taken`` counts how often each id was asked for, so that a thousand repeats are no search.
    """
    own = str(mark.value) if mark.style in ("num", "num)", "padded") else mark.printed.strip("、.:() ")
    path = f"{parent}.{own}" if parent else own
    candidate = own if mark.style in ("num", "dec") and own not in taken else path
    while candidate in taken:
        taken[path] = taken.get(path, 1) + 1
        candidate = f"{path}~{taken[path]}"
    taken[candidate] = taken.get(candidate, 1)
    return candidate
