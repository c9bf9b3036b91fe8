"""What the row of a table does, by its words: 新建高标准农田 beside 0.8 and 万亩 under 全年数量, and by when (8月底前投入使用)."""

from __future__ import annotations

from collections.abc import Iterator

from engine.commitment import ReadTable, Term
from engine.document import Document
from engine.extract.dates.deadlines import UNTIL
from engine.normalise.fold import simplified
from engine.patterns import lazy
from engine.quantity.dates import dates_of, last_named, says_by
from engine.tables.model import TableWords
from engine.words.counted import AMOUNT

_TASK = lazy(
    r"^(?:年度|主要|工作|建设|具体|实施|重点|任务|目标|项目)*(?:目标|任务|内容|要求)(?:及?要求|任务|内容)?(?:[(（][^()（）]*[)）])?$"
)
_CLAUSE = lazy(r"[^,，。;；:：、\n]+")
# What is made or done, before its name; how it is to be done tells nothing of what the figure counts.
_DOES = lazy(
    r"(?:计划|全年|全面|组织|实施|推进|开展|完成|新增|新改扩建|新[改扩]建|新建|改[扩造]?建?|建[成设]|扩建|改造|修建|修复|整治|提升|增加|升级|更新|"
    r"发放|提供|培训|资助|救助|筛查|安装|加装|配[备建]|创建|打造|投放|布设|硬化|治理|供应|筹集|招聘|引进|举办)+(?=[一-龥“”]{2})"
)
_NO_THING = lazy(rf"^(?:{AMOUNT})$|^(?:[一-龥]{{0,4}})(?:工作|建设|任务|使用|投入|标准|条件|机制|管理|服务|力度|水平)$")
# Words that set out the work and name nothing of it.
_SETS_OUT = lazy("^(?:计划|全年|全面|组织|实施|推进|开展|完成)+")
_LONGEST = 20


def task_of_row(table: ReadTable, document: Document) -> dict[int, str]:
    """Return, for each row with a cell of its task in words, the clause that says what is made or done.

    A clause with a figure of its own says what that figure counts; where several clauses without one do something, the cell
    does not tell of which the row's number is.
    """
    text = simplified(document.text)
    found: dict[int, str] = {}
    for words in _tasks(table):
        clauses = [c.group().strip() for c in _CLAUSE.finditer(text, words.start, words.end)]
        doing = [c for c in clauses if len(c) <= _LONGEST and not any(s.isdigit() for s in c) and _DOES.match(c)]
        named = [c for c in doing if not _NO_THING.search(_DOES.sub("", c, 1))]
        if clauses and named and (named[0] == clauses[0] or len(named) == 1):
            found.setdefault(words.row, _SETS_OUT.sub("", named[0]))
    return found


def term_of_row(table: ReadTable, document: Document, year: int | None) -> dict[int, Term]:
    """Return by when each row is to be done, where the words of its task name one day and no column of dates does."""
    if any(UNTIL.search(words.column_label) for words in table.words):
        return {}
    text = simplified(document.text)
    found: dict[int, Term] = {}
    for words in _tasks(table):
        days = [day for day in dates_of(text[words.start : words.end]) if says_by(day.group())]
        if len(days) == 1 and (until := last_named(days[0].group(), year)):
            found[words.row] = Term(until, words.start + days[0].start(), words.start + days[0].end())
    return found


def _tasks(table: ReadTable) -> Iterator[TableWords]:
    return (words for words in table.words if _TASK.search(words.column_label))
