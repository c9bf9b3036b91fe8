"""Last year's year left in a plan: in its headings and tables, its deadlines, its own purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.review.calendar_slips import last_years_date
from engine.review.page import Page
from engine.wording import phrase
from engine.words.done import DONE, TERM_FIELD, URGED, WHOLLY

_YEAR = lazy(r"(?<!\d)(?P<year>20\d\d)(?:年|(?=[一-龥]))(?!以来|底以前|前)")
_YEARS = lazy(r"(?<!\d)20\d\d年?[ ]*(?:-|~|至|到|、|和)[ ]*(?:20)?\d\d", needs="-|~|至|到|、|和")
_OWN = lazy(r"民生|实事|任务|目标|分解|明细|清单|计划|方案|项目")
_HISTORY = lazy(r"完成|回顾|总结|成效|进展|结转|续建|跨年|上年|去年|结果|情况|省|国务院|中央|市委|市政府")
_OVERDUE = lazy(
    r"(?:确保|力争|务必|保证|必须)?(?:在|于)?(?P<year>20\d\d)年(?:(?:\d{1,2}月)?(?:底|末|\d{1,2}日)|\d{1,2}月份?)(?:之前|以前|前)"
    rf"(?:{URGED}|{WHOLLY})*(?:{DONE}|实现|达到|开工|整改到位|发放到位|对[^,。;:\n]{{2,20}}(?:开展|进行|组织|实施))(?!的|并|了|后|、|投)"
)
# 完成时限：2023年12月: the one term of the year before where several others are of the plan's own.
_TERM = lazy(
    rf"(?:{TERM_FIELD})(?:要求)?[ ]*:[ ]*"
    r"(?P<year>20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末)?(?:之?前|以前)?(?=[ ]*(?:[,。;)\n]|$|完成))",
    needs="时限|期限|时间|时序|节点|工期",
)
# What a document tells of earlier years rather than of its own.
_REPORT = lazy(r"报告|总结|情况|回顾|进展|通报|公示|决算|白皮书|评估|考核结果")
_PLANNED = lazy(r"任务|计划|清单|分解|目标|安排|方案|分工|指标")
_KNOWN = lazy(r"基础|数据|统计|执行|决算|实际|现状|底数|支出|收入|考核|排名|名单|对比|同期|历年")
# 为做好2024年民生实事工作,制定本方案: what a plan is for.
_PURPOSE = lazy(
    r"(?:为|确保|务必|力争|扎实|全力|切实)(?:了|全力|扎实|切实)*(?:做好|抓好|办好|办实|推进|推动|组织实施|实施好|完成|落实好?)?"
    r"(?:我|全|本)?[县市区镇乡]?(?P<year>20\d\d)年度?[^,。;:《》\n\d]{0,12}?(?:民生实事|民生|实事|重点工作|目标任务|年度任务|(?:任务|工作|项目|工程|工作任务)(?=(?:全部|全面|能够|均|都)?(?:[按如]期|按时|顺利|圆满|高质量|保质保量|落[到实]|落地|完成|见效)))",
    needs="为|确保|务必|力争|扎实|全力|切实",
)
# 对2024年民生实事逐项建账: what is managed is what the plan does.
_MANAGED = lazy(
    r"(?:对|将|把|围绕|聚焦|针对)(?P<year>20\d\d)年度?(?:全[县市区镇乡])?(?:[一二三四五六七八九十]{1,3}|\d{1,3})?[大件项]?(?:重点|为民|惠民)*"
    r"(?:民生实事|实事|民生工程)(?:项目|任务)*(?:的?(?:推进|办理|实施)情况)?[,]?(?:逐[项件一]|建立|实行|纳入|按[月季]|每[月季]|挂图|倒排|进行(?:台账|清单|项目化))",
    needs="对|将|把|围绕|聚焦|针对",
)
_TO_COME = lazy("圆满(?:完成|实现|收官)")
_WISHED = ("确保", "务必", "力争", "全力")
_LOOKED_BACK = lazy("回头看|评价|审计|复核|验收|后续|管护|评估")
_DONE = lazy(r"已|曾|截至|截止|以来|基础上|历年|上年|去年|对照|续建|结转|跨年|延续|原定|原计划|总结|圆满|巩固")
_COLUMN = lazy(r"^(?:计划)?(?:完成|办结|建成|竣工|完工)?(?:时限|期限)|^(?:计划)?(?:完成|办结)时间|^时间(?:节点|要求)$")
_CELL_YEAR = lazy(r"[ ]*(?P<year>20\d\d)[年.\-/][^至到—~]*")
_SENTENCE_END = lazy("[。;\n]")
_ANNEX_LINE = lazy(
    r"^[ ]*附[件表][ ]*\d{0,2}[ ]*[:.][ ]*(?:\d[.、])?(?P<title>[^\n:]{8,60}?)[ ]*$", re.MULTILINE, needs="附"
)
_LONGEST_GAP, _BESIDE = 3, 4

Found = tuple[str, tuple[int, int]]


def year_facts(page: Page) -> Iterator[Fact]:
    """Yield ``oddity`` facts (wrong-year): years that are not the plan's."""
    year, title = page.extraction.metadata.year, page.extraction.metadata.title
    if not year or _YEARS.search(title):
        return
    told: list[tuple[int, int]] = []
    said: set[str] = set()
    for words, place in _found(page, year):
        if words not in said and not any(start < place[1] and place[0] < end for start, end in told):
            told.append(place)
            said.add(words)
            written = int("".join(re.findall(r"20\d\d", words)[:1]) or year - 1)
            detail = phrase("review.wrong-year", year=written, plan=year)
            yield page.oddity("wrong-year", words, detail, place)


def _found(page: Page, year: int) -> Iterator[Found]:
    """Yield the words that name an earlier year than the plan's, with their places in the document's text."""
    yield from _wrong_headings(page, year)
    yield from _overdue(page, year)
    if _is_plan_of(page, year):
        yield from _last_years_terms(page, year)
        yield from _last_years_cells(page, year)
        yield from _last_years_purpose(page, year)
    yield from last_years_date(page, year)


def _is_plan_of(page: Page, year: int) -> bool:
    """Whether the title says that a document plans for that year, and was not issued in the year before."""
    title, issued = page.extraction.metadata.title, _issued(page)
    return str(year) in title and not _REPORT.search(title) and issued in (None, year)


def _issued(page: Page) -> int | None:
    """Return the year in which a document was issued, as its date or its number gives it."""
    metadata = page.extraction.metadata
    issued = metadata.date[:4] or "".join(re.findall(r"(?<=[〔\[(])(?:19|20)\d\d(?=[〕\])])", metadata.number))[:4]
    return int(issued) if issued else None


def _wrong_headings(page: Page, year: int) -> Iterator[Found]:
    """Yield headings, and titles of annexes and tables, that name an earlier year where the title names the plan's.

    A section may be of another year; it is told only where another heading names the plan's own.
    """
    headings = list(_headings(page))
    right = sum(1 for words, _, _ in headings if str(year) in words)
    if str(year) not in page.extraction.metadata.title:
        return
    planned = _is_plan_of(page, year)
    for words, place, of_table in [*((w, page.given(a, b), False) for w, a, b in headings if right), *_titles(page)]:
        years = {int(m["year"]) for m in _YEAR.finditer(words)}
        if len(years) != 1 or not year - _LONGEST_GAP <= min(years) < year or _HISTORY.search(words):
            continue
        if of_table and not (planned and _PLANNED.search(words) and not _KNOWN.search(words)):
            continue
        if not of_table and (years != {year - 1} or not _OWN.search(words)):
            continue
        if not _YEARS.search(words):
            yield words, place


def _titles(page: Page) -> Iterator[tuple[str, tuple[int, int], bool]]:
    """Yield the titles of annexes and tables with their places in the document's text."""
    skeleton, text = page.skeleton, page.extraction.document.text
    for words, start, end in _annex_titles(page) if skeleton.annex_heads or skeleton.annexes else ():
        yield words, page.given(start, end), True
    for match in _ANNEX_LINE.finditer(page.text):
        yield match["title"], page.given(*match.span("title")), True
    for read in page.extraction.tables:
        first = min((cell.start for cell in read.table.cells), default=0)
        at = text.rfind(read.title, 0, first) if read.title else -1
        if at >= 0:
            yield read.title, (at, at + len(read.title)), True


def _headings(page: Page) -> Iterator[tuple[str, int, int]]:
    """Yield the words and place of each item's title, annex's title and line that heads an annex."""
    skeleton, text = page.skeleton, page.text
    for item in skeleton.items:
        at = text.find(item.title, item.start, item.end) if 4 <= len(item.title) <= 40 else -1
        if at >= 0:
            yield item.title, at, at + len(item.title)
    yield from _annex_titles(page)


def _annex_titles(page: Page) -> Iterator[tuple[str, int, int]]:
    """Yield the titles of the list of annexes, and the lines that head them."""
    skeleton, text = page.skeleton, page.text
    listed = skeleton.annex_list
    for title in skeleton.annexes:
        at = text.find(title, *(listed or (0, 0)))
        if at >= 0:
            yield title, at, at + len(title)
    for head in skeleton.annex_heads:
        line = page.line_at(head)
        if len(line) > _BESIDE * 2:
            yield line, head, head + len(text[head:].split("\n", 1)[0].rstrip())


def _overdue(page: Page, year: int) -> Iterator[Found]:
    """Yield deadlines of the year before in a plan that was issued in its own year, or is by its title a plan for it."""
    issued = _issued(page)
    if issued != year and not (issued is None and _is_plan_of(page, year)):
        return
    for match in _OVERDUE.finditer(page.text):
        start = max(page.text.rfind(mark, 0, match.start()) for mark in "。;\n") + 1
        sentence = page.text[start : match.end() + 20]
        # 2024年,全县改造5所,2024年11月底前全部投用 tells what that year was.
        told = str(year - 1) in page.text[start : match.start()]
        if int(match["year"]) == year - 1 and not told and not _DONE.search(sentence):
            yield match.group(), page.given(*match.span())


def _last_years_terms(page: Page, year: int) -> Iterator[Found]:
    """Yield the terms of tasks that name the year before where as many others name the plan's year."""
    terms = list(_TERM.finditer(page.text))
    ours = sum(1 for term in terms if int(term["year"]) >= year)
    before = [term for term in terms if int(term["year"]) == year - 1]
    for term in before if len(before) <= ours else ():
        line = page.text.rfind("\n", 0, term.start()) + 1
        if not _DONE.search(page.text, line, term.start()):
            yield term.group(), page.given(*term.span())


def _last_years_cells(page: Page, year: int) -> Iterator[Found]:
    """Yield the cells of a column of terms that name the year before where more of them name the plan's year."""
    text = page.folded
    for read in page.extraction.tables:
        cells = [w for w in read.words if _COLUMN.search("".join(w.column_label.split()))]
        dated = [(w, m) for w in cells if (m := _CELL_YEAR.fullmatch(text, w.start, w.end))]
        ours = sum(1 for _, m in dated if int(m["year"]) >= year)
        before = [(w, m) for w, m in dated if int(m["year"]) == year - 1]
        for words, match in before if len(before) < ours else ():
            if not _DONE.search(words.row_label):
                yield match.group().strip(), (words.start, words.end)


def _last_years_purpose(page: Page, year: int) -> Iterator[Found]:
    """Yield what a plan says that it is for or manages, where that is the year before's matters."""
    for match in (*_PURPOSE.finditer(page.text), *_MANAGED.finditer(page.text)):
        start = max(page.text.rfind(mark, 0, match.start()) for mark in "。;\n") + 1
        end = _SENTENCE_END.search(page.text, match.end())
        sentence = page.text[start : end.start() if end else len(page.text)]
        # 确保…圆满完成 is still to come.
        sentence = _TO_COME.sub("完成", sentence) if match.group().startswith(_WISHED) else sentence
        past = _DONE.search(sentence) or _LOOKED_BACK.search(sentence)
        if int(match["year"]) == year - 1 and not past and str(year) not in sentence:
            yield match.group(), page.given(*match.span())
