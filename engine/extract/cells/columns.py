"""What the columns of a table are, where it is no target of the plan's own: what was, what is done, stages, what others ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.commitment import ReadTable
from engine.extract.dates.deadlines import UNTIL
from engine.patterns import lazy
from engine.tables.model import TableWords
from engine.words.done import PROGRESS

_STAGE = lazy("季度|上半年|下半年|[1-4一二三四]季|\\d{1,2}月")
# What is done so far, where a column beside it says what was to be done (年度目标 | 已完成 | 完成率).
_PLANNED = lazy(r"目标|计划|任务|下达|应(?:建|完成|发|改|拨)|年度数")
_DONE = lazy(
    r"^(?:已|实际|实有|实绩|累计|目前|现已|截[至止])|(?:[至到\-—–~]|^)\d{1,2}月|^(?:本月|当月|本季|上半年|[一二三四1-4]季度)"
    rf"|(?:{PROGRESS}|执行|达标|兑现|发放|办结|落实|实现)(?:率|比例|比重|占比|百分比|[%％])"
    rf"|^(?:{PROGRESS}|发放|办结|投用)(?:数量?|量|投资|资金|金额|人数|户数|个数|里程|面积|额|值)?(?:[(（]|$)"
    rf"|(?:实际|累计|已)(?:{PROGRESS}|发放|投入|达到)|^占[^,，]{{0,8}}(?:比例?|比重|[%％])|剩余|未完成|差额|缺口|滞后|超额"
)
# 上年实绩, 基期值, 原标准: what a column of the time before is called. 上级 and 全省 are of somebody else's.
FORMER = lazy(
    r"(?:上一?年|去年|往年|基期|现状|基数|基准)|(?:原有?|现行|现有|调整前|提标前)(?:的?标准|值|数|水平|情况|执行)?(?:[(（]|$)"
    r"|(?:全?[国省]|全市(?=平均)|周边|邻)[^,，]{0,6}(?:平均|均值)"
)
YEAR = lazy(r"(?:19|20)\d\d")
_REPORTS = lazy(
    "进展|(?:完成|落实|办理|推进|实施)情况|(?:完成|工程|实施|形象|当前|目前)进度|工作成效|(?:实际|累计|目前|现已|已)(?:完成|建成)|^完成数$"
)
# 时间节点, 开工时间: days on the way, where another column (完成时限) says by when all is done.
_ON_THE_WAY = lazy("节点|进度|阶段|步骤|时序|开工|动工|开始|启动|起始")
_STEPS = lazy("节点|进度|阶段|步骤|时序|季度|里程碑|推进计划|工作计划|时间安排")
_LEVELS = ("镇乡", "县区旗", "市州盟", "省", "国")
_ASKED = lazy(
    r"^(?:(?P<level>国家|[省市州盟县区旗镇乡](?:里|级)?)|上级)(?:政府|部门)?(?:下达|分解|分配|规定|要求|[核确]?定|最低|目标|任务|标准|指标|计划)|^(?:下达|分解|分配)(?:的)?(?:任务|目标|指标|数)"
)
_OWN = lazy(r"目标|任务|计划|标准|指标值|承诺|[本我][县区旗镇乡市]|完成值")
_NO_TARGET = lazy(r"上年|去年|基期|现状|完成情况|完成率|进度|资金|投资|金额|经费|补助|补贴|配套|时限|时间|单位|部门")


def promising_nothing(table: ReadTable, year: int | None) -> Iterator[TableWords]:
    """Yield the cells of words that promise nothing: what is done, what was, what a higher level asks."""
    above = _asked_by_others(_heads(table))
    for w in table.words:
        if _REPORTS.search(w.column_label) or is_former(w.column_label, year) or w.column_label in above:
            yield w


def terms(table: ReadTable) -> frozenset[str]:
    """Return the heads of the columns that say by when a row is done; those of milestones only where there are no others."""
    heads = {w.column_label for w in table.words if UNTIL.search(w.column_label)}
    return frozenset({head for head in heads if not _ON_THE_WAY.search(head)} or heads)


def milestones(table: ReadTable) -> frozenset[str]:
    """Return the heads of the columns of words that say what is done on the way to the day of another column."""
    heads = {w.column_label for w in table.words if _STEPS.search(w.column_label)}
    return frozenset(heads - terms(table) - {w.column_label for w in promising_nothing(table, None)})


def is_former(column: str, year: int | None) -> bool:
    """Whether a head names earlier years alone (2024年标准 in a plan of 2025), or the year before as such."""
    years = [int(y) for y in YEAR.findall(column)]
    return bool(FORMER.match(column)) or bool(years and year and max(years) < year)


def stages(table: ReadTable) -> frozenset[int]:
    """Return the columns of stages (一季度), which are steps to the year's figure where another column gives that."""
    stages = frozenset(column.index for column in table.columns if _STAGE.search(column.label))
    return stages if len(stages) < len(table.columns) else frozenset()


def asked_above(table: ReadTable) -> frozenset[int]:
    """Return the columns of what a higher level asks, beside those of the plan's own targets."""
    above = _asked_by_others(_heads(table))
    return frozenset(c.index for c in table.columns if c.label in above)


def _heads(table: ReadTable) -> list[str]:
    """Return the heads of a table's columns, without that of the names of its rows."""
    others = {w.column_label for w in table.words if w.end - w.start != len(w.row_label)}
    return [*sorted(others), *(c.label for c in table.columns)]


def done(table: ReadTable) -> frozenset[int]:
    """Return the columns of what is done so far, where words or figures of another column say what was to be done."""
    leaves = {c.index: c.label.rpartition("·")[2] for c in table.columns}
    done = frozenset(index for index, leaf in leaves.items() if _DONE.search(leaf) and not _PLANNED.match(leaf))
    heads = [*(leaf for index, leaf in leaves.items() if index not in done), *(w.column_label for w in table.words)]
    return done if any(_PLANNED.search(head) for head in heads) else frozenset()


def _asked_by_others(heads: Iterable[str]) -> frozenset[str]:
    """Return the heads, of one table's, under which a higher level's targets stand beside those of the plan itself.

    Where all targets are called those of some level, the lowest level is the plan's own.
    """
    leaves = {head: head.rpartition("·")[2] for head in heads}
    targets = {head: leaf for head, leaf in leaves.items() if not _NO_TARGET.search(leaf)}
    ranks = {head: _rank(leaf) for head, leaf in targets.items() if _OWN.search(leaf) or _ASKED.match(leaf)}
    lowest = min(ranks.values(), default=0)
    return frozenset(head for head, rank in ranks.items() if rank > lowest)


def _rank(leaf: str) -> int:
    """Return 0 for the plan's own, more for each level above a township's."""
    found = _ASKED.match(leaf)
    if found is None:
        return 0
    level = found["level"]
    named = (n for n, letters in enumerate(_LEVELS, 1) if level and level[0] in letters)
    return next(named, len(_LEVELS) + 1)
