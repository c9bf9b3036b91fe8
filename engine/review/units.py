"""Figures that have no unit where none can be understood: 健康体检4.2万。, a blank among the units of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.commitment import ReadTable
from engine.extract.numbers.each import paid_each_behind
from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.review.page import Page
from engine.tables.model import Entry
from engine.tables.printed import split_unit, told_unit
from engine.tables.words import UNIT_COLUMN, bare, is_total
from engine.wording import phrase

# Verbs that ask for something that is counted in a measure word.
_VERBS = "新建|新增|建成|建设|改造|改建|扩建|完成|发放|培训|安装|配备|更换|维修|救助|资助|开展|举办|设立|购置|种植|体检|筛查|帮扶"
_MAKES = lazy(rf"(?:{_VERBS})[^,。;、:()\d]{{0,14}}$")
_IN_SCALE = lazy(r"(?<![\d.\-~至到])(?P<figure>\d+(?:\.\d+)?[万亿])(?=[。;,)\n\t]|$)")
_BARE = lazy(r"(?<=[一-龥])(?P<figure>\d{2,6}(?:\.\d+)?)(?=[。;\n\t]|,(?!每)[一-龥]|$)")
# 新建助餐点6，每点面积不少于60平方米: told of each of so many.
_EACH_OF = lazy(
    r"(?<=[一-龥])(?P<figure>\d{1,6})(?=,每[一-龥][^,。;:\d\n]{0,10}(?:不[少低]于|不超过|面积|配备|服务|座位))",
    needs="每",
)
# 组织送戏下乡260，每场补助8000元: what the figure counts is told only by what is paid for each.
_BEFORE_EACH = lazy(r"(?<=[一-龥])(?P<figure>\d{1,6})(?=[,(]每)", needs="每")
# Words that say what is counted, so that the figure needs no measure word; and names that end in a number.
_SAID = lazy(
    r"(?:数|量|额|人口|户|人次|面积|里程|规模|投资|资金|总值|产值|收入|支出|经费|指数|得分|系数|指标值|达到|至|到|第|号|热线|电话|编号|邮编|附件|表|图|年|版|率|国道|省道|县道|平台|[、和及与])$"
)
_SHARED = lazy(r"^[、,]?(?:和|及|与)?[一-龥]{0,12}\d")
_CELL_END = lazy(r"(?<=[一-龥])\d{2,6}(?:\.\d+)?(?=\s*$)")
_YEAR = lazy(r"(?:19|20)\d\d$")
# 孤儿基本生活标准提高到1350: what is paid to somebody is money, and stands with 元 and a period.
_PAID = lazy(
    r"(?:(?:低保|最低生活保障|生活保障|基本生活|生活|供养|养育|护理|照料|保障|救助|补助|补贴|津贴|奖励|抚恤|抚养|优待|养老金)(?:金|费|费用)?(?:最低|发放|月)?标准|补助|补贴|津贴|低保金|养老金|生活费)"
    r"(?:[^,。;:\d()]{0,8}?(?:提[高标升]到|调整[到为]|上调[到至]|提高至|增加到|达到?|不低于|确定为|统一为|为)|(?=每[人月]))"
    r"(?:每人每[月年]|每[人月年])*(?P<figure>\d{2,6}(?:\.\d+)?)(?=[,。;)\n]|$)",
    needs="标准|补助|补贴|津贴|金|费",
)
# 散居孤儿每人每月不低于1150 beside 集中养育孤儿每人每月不低于1600元.
_EACH_MONTH = lazy(
    r"每人每[月年](?:不低于|不少于|提高到|达到|发放|补助|补贴|按|为)*(?P<figure>\d{3,6}(?:\.\d+)?)(?=[,。;)\n]|$)",
    needs="每人每",
)
_UNIT_GIVEN = lazy(r"单位:[^,。;\n]{0,8}元|[(/]元|元/")
_IN_BRACKETS = lazy(r"[(（](?:单位[:：])?([^()（）]{1,12})[)）]")
_CAPTION = 200
_LEAST_UNITS = 3


def unit_facts(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact (no-unit) for each figure that lost its unit."""
    text = page.text
    for match in (*_IN_SCALE.finditer(text), *_BARE.finditer(text), *_EACH_OF.finditer(text)):
        start = match.start("figure")
        line = max(text.rfind(mark, 0, start) for mark in "\n。;\t,、:") + 1
        before = text[line:start]
        at, end = page.given(start, match.end("figure"))
        if page.extraction.document.text[at:end] != match["figure"]:
            continue  # two cells or lines that cleaning has joined
        told = f"{before.strip()}{match['figure']}"
        if _shares_a_unit(text, match.end()) or _stands_elsewhere(text, told):
            continue
        if _MAKES.search(before) and not _SAID.search(before) and not _YEAR.fullmatch(match["figure"]):
            yield page.oddity(
                "no-unit", text[line : match.end()], phrase("review.no-unit"), page.given(line, match.end())
            )
    yield from _sums(page)
    yield from _paid_each(page)
    for read in page.extraction.tables:
        yield from _in_cells(page, read)
        yield from _blank_units(page, read)


def _sums(page: Page) -> Iterator[Fact]:
    """Yield a fact for each sum paid to somebody that has no unit, and whose clause and caption give none."""
    text, document = page.text, page.extraction.document.text
    paid = {match.start("figure"): match for match in (*_EACH_MONTH.finditer(text), *_PAID.finditer(text))}
    for _, match in sorted(paid.items()):
        start, end = match.span("figure")
        at, to = page.given(start, end)
        clause = max(text.rfind(mark, 0, start) for mark in "\n。;,:(") + 1
        told = text[clause:end]
        given = "元" in told or _UNIT_GIVEN.search(text, max(0, clause - _CAPTION), start)
        if given or document[at:to] != match["figure"] or _stands_elsewhere(text, told.strip()):
            continue
        yield page.oddity("no-unit", told.strip(), phrase("review.no-unit"), page.given(clause, end))


def _paid_each(page: Page) -> Iterator[Fact]:
    """Yield a fact for each figure without a unit behind which stands what each of it is paid."""
    text, document = page.text, page.extraction.document.text
    for match in _BEFORE_EACH.finditer(text):
        start, end = match.span("figure")
        clause = max(text.rfind(mark, 0, start) for mark in "\n。;,:、(\t") + 1
        at, to = page.given(start, end)
        told = text[clause:end].strip()
        told_behind = paid_each_behind(text, end) and not _YEAR.fullmatch(match["figure"])
        bare_number = told_behind and document[at:to] == match["figure"]
        if bare_number and len(told) > len(match["figure"]) + 1 and not _SAID.search(text, clause, start):
            yield page.oddity("no-unit", told, phrase("review.no-unit"), page.given(clause, end))


def _shares_a_unit(text: str, end: int) -> bool:
    """Whether a later figure of the list has the unit for both: 企业职工1.2万、农民工0.8万人次."""
    return (
        text[end : end + 1] in {"、", ","}
        and not text.startswith(",每", end)
        and _SHARED.match(text[end : end + 20]) is not None
    )


def _stands_elsewhere(text: str, words: str) -> bool:
    """Whether the same words stand with a unit elsewhere: then the two are held against each other."""
    return re.search(re.escape(words) + r"[^\s。;,、)]", text) is not None


def _in_cells(page: Page, read: ReadTable) -> Iterator[Fact]:
    """Yield the cells of words that end in a figure alone, where others of their column have units."""
    ends = [(cell, _CELL_END.search(page.folded, cell.start, cell.end)) for cell in read.words]
    for cell, end in ends:
        if end is None or not _MAKES.search(page.folded, cell.start, end.start()) or _YEAR.fullmatch(end.group()):
            continue
        others = [other for other, found in ends if other.column == cell.column and found is None]
        counted = sum(any(c.isdigit() for c in page.folded[o.start : o.end]) for o in others)
        if counted >= _LEAST_UNITS and not _SAID.search(page.folded, cell.start, end.start()):
            words = page.folded[cell.start : end.end()]
            if not _stands_elsewhere(page.folded, words.strip()):
                yield page.oddity("no-unit", words, phrase("review.no-unit"), (cell.start, end.end()))


def _blank_units(page: Page, read: ReadTable) -> Iterator[Fact]:
    """Yield the rows with figures and nothing in the column of units, where all the others have theirs."""
    text, cells = page.extraction.document.text, read.table.cells
    heads = [c for c in cells if c.row < read.head_rows and UNIT_COLUMN.fullmatch(bare(text[c.start : c.end]))]
    if len(heads) != 1:
        return
    given = {
        row: cell for cell in cells if cell.column == heads[0].column for row in range(cell.row, cell.row + cell.rows)
    }
    words = {row.index: bare(text[c.start : c.end]) if (c := given.get(row.index)) else "" for row in read.rows}
    rows = [row for row in read.rows if row.role == "part" and any(_tells_figure(e) for e in row.entries)]
    blank = [row for row in rows if not words[row.index] and not is_total(row.label)]
    named = [row for row in rows if words[row.index] and split_unit(words[row.index])]
    if len(named) < _LEAST_UNITS or len(blank) * _LEAST_UNITS > len(named):
        return
    for row in blank:
        entry = next(e for e in row.entries if _tells_figure(e))
        if not _has_own_unit(entry, text[row.start : entry.start]) and row.end > row.start:
            places = (entry.start, entry.end), (row.start, row.end)
            yield page.oddity("no-unit", f"{row.label}{entry.text}", phrase("review.no-unit-in-row"), *places)


def _tells_figure(entry: Entry) -> bool:
    return entry.state == "figure" or (entry.state == "words" and told_unit(entry.text) is not None)


def _has_own_unit(entry: Entry, before: str) -> bool:
    """Whether a row says its unit beside the figure, or in brackets before it: 60小时, 开放时间（小时/周）."""
    behind = entry.text.lstrip("0123456789.,约")
    named = any(split_unit(words) for words in _IN_BRACKETS.findall(before))
    return bool(named or told_unit(entry.text) or (behind and split_unit(behind)))
