"""Finding tables of tasks whose cells were run together in lines: 序号 项目 任务 责任单位 完成时限 1 … 县教育局 9月底 2 ….

A page that loses its table leaves one blank between two cells, or none. The head says which columns there are; offices
and dates in the rows say where each cell ends, so there must be a column of one of them. Rows are numbered in order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from engine.document import Cell, Table
from engine.patterns import lazy
from engine.tables.printed import is_figure
from engine.tables.words import is_organisation

_BLANK = "[ \u3000\u00a0]"
_NAME = (
    r"(?:实事项目名称|实事项目|民生实事|项目名称|任务名称|实事名称|项目内容|目标任务|任务目标|任务内容|内容及标准|进展情况|完成情况|名称|项目|内容|任务|目标|指标|标准|措施|举措|事项|类别"
    r"|单位|部门|领导|责任人|联系人|时限|时间|期限|节点|备注|说明|数量|投资|资金)"
)
_HEAD = lazy(
    rf"^{_BLANK}*序{_BLANK}?号(?P<names>(?:{_BLANK}?[一-龥]{{0,6}}?{_NAME}(?:[(（][^()（）\n]{{1,8}}[)）])?){{2,9}}){_BLANK}*(?=\n|\d|$)",
    re.MULTILINE,
    needs="序",
)
_COLUMN = lazy(rf"[一-龥]{{0,6}}?{_NAME}(?:[(（][^()（）\n]{{1,8}}[)）])?")
_OFFICE_HEAD = lazy("单位|部门")
_DATE_HEAD = lazy("时限|时间|期限|节点")
_AMOUNT_HEAD = lazy("数量|目标|计划|投资|资金|指标")
_DAY = r"(?:20\d\d年(?:\d{1,2}月)?|\d{1,2}月)(?:\d{1,2}日|[上中下]旬|[底末])?(?:之?前|内)?|年[底内](?:之?前)?|全年|长期|持续推进"
_DATE_BEHIND = lazy(rf"(?:{_DAY})$")
_BRACKET, _BETWEEN, _DIGIT = lazy(r"[(（][^()（）]*[)）]"), lazy("[、,，]"), lazy(r"\d")
_ENDS = r"(?:局|委员会|委|办公室|办|联合会|联|中心|公司|集团|大队|支队|站|院|政府|管委会|总工会|协会|街道)"
_PLACE_OF_OFFICE = lazy(
    r"(?:^|[\s、,，(（:：])([省市县区州旗镇乡])(?=[一-龥]{2,10}(?:局|委|办|中心|联)(?:[\s、,，)）]|$))", re.MULTILINE
)
_OWN_PLACE = lazy("[一-龥]{2,4}?([市县区州旗镇乡])")
_LEADING = lazy(rf"{_BLANK}*\n?{_BLANK}*(?P<serial>\d{{1,3}})(?=[ \t\u3000]?[一-龥“])")
_LONGEST_ROW = 700
_LEAST_ROWS = 2
_MOST_LINES = 4
_FITS, _TEXT, _AGAINST, _SKIP, _GOES_ON = 8, 3, -12, -2, -1

_Span = tuple[int, int]


class _Head(Struct, frozen=True):
    """Where a head ends, its columns behind the serial number, and which sort of cell each of them has."""

    start: int
    end: int
    serial: _Span
    columns: tuple[_Span, ...]
    sorts: tuple[str, ...]


class _Token(Struct, frozen=True):
    start: int
    end: int
    sort: str


def find_glued(text: str) -> list[Table]:
    """Return the tables of two numbered rows at least below a head in one line that names offices or dates."""
    tables = []
    for match in _HEAD.finditer(text):
        head = _head(text, match)
        if head is not None and (table := _table(text, head)) is not None:
            tables.append(table)
    return tables


def _head(text: str, match: re.Match[str]) -> _Head | None:
    columns = tuple(m.span() for m in _COLUMN.finditer(text, match.start("names"), match.end("names")))
    sorts = tuple(_sort_of_column(text[start:end]) for start, end in columns)
    if not {"office", "date"}.intersection(sorts) or "text" not in sorts:
        return None
    begin = text.index("序", match.start())
    return _Head(match.start(), match.end(), (begin, match.start("names")), columns, sorts)


def _sort_of_column(name: str) -> str:
    if _DATE_HEAD.search(name):
        return "date"
    return "office" if _OFFICE_HEAD.search(name) and "计量" not in name else "text"


def _table(text: str, head: _Head) -> Table | None:
    place = _place_of_offices(text)
    rows = list(_rows(text, head, place))
    if len(rows) < _LEAST_ROWS:
        return None
    cells = [Cell(0, column, *span) for column, span in enumerate((head.serial, *head.columns))]
    for number, (serial, start, end) in enumerate(rows, 1):
        cells.append(Cell(number, 0, *serial))
        placed = _aligned(_tokens(text, start, end, place), head, text)
        cells.extend(Cell(number, column + 1, *span) for column, span in placed)
    return Table(tuple(cells))


def _place_of_offices(text: str) -> str:
    """Return the character that the offices of a text begin with: 县 of 县教育局, or that of the place it names first."""
    found: Counter[str] = Counter(_PLACE_OF_OFFICE.findall(text))
    if found:
        return max(sorted(found), key=lambda place: found[place])
    named = _OWN_PLACE.search(text)
    return str(named[1]) if named else ""


def _rows(text: str, head: _Head, place: str) -> Iterator[tuple[_Span, int, int]]:
    """Yield the serial number of each row, where its cells begin and where they end."""
    first = _LEADING.match(text, head.end)
    if first is None:
        return
    closes = _closing(head.sorts[-1], place)
    at, lines = first.span("serial"), 1
    number = int(first["serial"])
    while following := _following(text, at[1], number + 1, closes):
        yield at, at[1], following[0]
        lines = text[at[1] : following[0]].rstrip().count("\n") + 1
        at, number = following, number + 1
    # The last row has as many lines as the one before it.
    stop = at[1]
    for _ in range(lines):
        stop = text.find("\n", stop + 1) if stop >= 0 else stop
    yield at, at[1], len(text) if stop < 0 else stop


def _closing(sort: str, place: str) -> re.Pattern[str]:
    """Return what the last cell of a row ends in, by the sort of its column."""
    if sort == "date":
        return _DATE_BEHIND
    return lazy(
        rf"(?:{place or '[省市县区镇乡]'}[一-龥、]{{1,30}}{_ENDS}|各[一-龥]{{1,6}})$"
        if sort == "office"
        else r"[。;；]$"
    )


def _following(text: str, start: int, number: int, closes: re.Pattern[str]) -> _Span | None:
    """Return where the next serial number stands: on a line of its own, or behind what the last cell of a row ends in."""
    for match in re.finditer(rf"(?<![\d.〔]){number}(?=[ \t\u3000]?[一-龥“])", text[start : start + _LONGEST_ROW]):
        before = text[start : start + match.start()].rstrip(" \t\u3000")
        if before.count("\n") > _MOST_LINES or "\n\n" in before:
            return None
        if before.endswith("\n") or closes.search(before):
            return start + match.start(), start + match.end()
    return None


def _tokens(text: str, start: int, end: int, place: str) -> list[_Token]:
    """Return the pieces of a row: what blanks part, and in that the offices and the date that words run into."""
    tokens = []
    for match in re.finditer(r"[^\s\u3000]+", text[start:end]):
        tokens += _split(text, start + match.start(), start + match.end(), place)
    return tokens


def _split(text: str, start: int, end: int, place: str) -> list[_Token]:
    words = text[start:end]
    if is_figure(words):
        return [_Token(start, end, "figure")]
    if _names_offices(words, place):
        return [_Token(start, end, "office")]
    closing = [("date", _DATE_BEHIND)] + ([("office", _last_office(place))] if place else [])
    tokens: list[_Token] = []
    cut = len(words)
    while found := next(((sort, m) for sort, last in closing if (m := last.search(words, 0, cut))), None):
        sort, match = found
        tokens.insert(0, _Token(start + match.start(), start + cut, sort))
        cut = match.start()
    return [_Token(start, start + cut, "text"), *tokens] if cut else tokens


def _names_offices(words: str, place: str) -> bool:
    """Whether words are a list of offices and no more, each parted from the next."""
    plain = _BRACKET.sub("", words)
    run_on = place and re.search(rf"[^、,，]{place}[^{place}]{{1,12}}{_ENDS}", plain[1:])
    return (
        not run_on
        and all(name.startswith("各") or is_organisation(name) for name in _BETWEEN.split(plain))
        and not _DIGIT.search(plain)
    )


def _last_office(place: str) -> re.Pattern[str]:
    """Return the list of offices that words end with: 区财政局、各街道 of …不少于3家区教委区财政局、各街道."""
    one = rf"(?:{place}[^{place}\d,，。;；、\s]{{1,12}}?{_ENDS}|各[镇乡街县市区][^\d,，。;；、\s]{{0,8}})"
    return lazy(rf"{one}(?:[、,，](?:{one}|[一-龥]{{2,12}}{_ENDS}))*$")


def _aligned(tokens: Sequence[_Token], head: _Head, text: str) -> list[tuple[int, _Span]]:
    """Return the column of each piece and what stands in it: in order, where the sorts of columns and pieces agree best."""
    width = len(head.columns)
    best: list[tuple[int, tuple[int, ...]]] = [(_SKIP * column, ()) for column in range(width)]
    for index, token in enumerate(tokens):
        fits = [_fit(token, head, column, text) for column in range(width)]
        found: list[tuple[int, tuple[int, ...]]] = []
        for column in range(width):
            before = best if index else best[column : column + 1]
            choices = [
                (score + fits[column] + (_step(path[-1], column, head) if path else 0), (*path, column))
                for score, path in before
                if not path or path[-1] < column or (path[-1] == column and head.sorts[column] != "date")
            ]
            if choices:
                found.append(max(choices))
        best = found
    columns = max(best)[1] if best else ()
    spans: dict[int, _Span] = {}
    for token, column in zip(tokens, columns, strict=True):
        begin = spans[column][0] if column in spans else token.start
        spans[column] = (begin, token.end)
    return sorted(spans.items())


def _step(last: int, column: int, head: _Head) -> int:
    return _GOES_ON if last == column else _SKIP * (column - last - 1)


def _fit(token: _Token, head: _Head, column: int, text: str) -> int:
    sort = head.sorts[column]
    if token.sort == sort:
        return _TEXT if sort == "text" else _FITS
    if token.sort == "figure":
        return _FITS if sort == "text" and _AMOUNT_HEAD.search(text[slice(*head.columns[column])]) else 0
    return 0 if sort == "text" else _AGAINST
