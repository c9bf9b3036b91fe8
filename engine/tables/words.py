"""The words that heads, labels and totals of plan tables are made of."""

from __future__ import annotations

import re
from functools import lru_cache

from engine.patterns import lazy

_TOTAL = lazy(
    r"[^,。;]{0,6}(?:合计|总计|共计|总数|汇总|总和)(?:数|数量|金额)?|总量|全[县市区镇乡省州旗](?:合计|总计|汇总)?"
)
_TOTAL_COLUMN = lazy(
    r"总(?:任务|目标|指标|计划)(?:任务|目标)?(?:数|量)?|(?:任务|目标|指标|计划)总[数量]|全[县市区镇乡省州旗](?:任务|目标|计划|指标)(?:数|总数|总量)?"
)
_SUBTOTAL = lazy(r"[^,。;]{0,8}(?:小计|分计)|小结")
_MEMO = lazy(r"(?:其中|#|内含)[:：]?")
CORNER = lazy(
    r"序号?|编号|乡镇名?称?|镇街|街道|乡镇\(?街道\)?|县区|县市区|市州|地区|区域|区划|单位名?称?|村居?|社区|项目|项目名称|实事项目名称|"
    r"实事项目|民生实事项目?|名称|指标|指标名称|类别|任务|部门|责任单位|牵头单位|年度|年份|科目|内容|工程名称|项目类别|乡镇/项目|项目/乡镇|点位"
)
HEAD = lazy(
    rf"(?:{CORNER.pattern}|.{{0,6}}(?:任务|指标任务|目标任务|目标值?|内容|领导|单位|部门|备注|说明|时限|完成时间|金额|数量|标准|计划|进度|资金|投资|负责人|责任人|联系人))"
)
TITLE = lazy(r".{3,}(?:表|清单|明细|一览|情况|目录)(?:\(.{1,12}\))?|附[件表]\d*.*|单位[::].*")
STOP = lazy(
    r"附[件表]\s*\d*(?:[::].*)?|注[::].*|备注[::].*|说明[::].*|填表.*|责任编辑.*|信息来源.*|来源[::].*|打印.*|抄送.*|联系(?:人|电话)[::].*|"
    r"[一二三四五六七八九十]{1,3}、.*|\([一二三四五六七八九十]{1,3}\).*|.{2,20}(?:办公室|人民政府)\s*\d{4}年.*"
)
UNSUMMED = lazy(
    r".*(?:率|比例|比重|覆盖面|标准|排名|名次|位次|序号|编号|年度|年份|电话|单价|均价|增幅|得分|分值|权重|指数|系数|时间|时限|期限|邮编|代码|文号)"
    r"|.*(?:平均|人均|户均|占比|同比|环比|增长率|占.{1,8}%).*|每[万千百]?[人户亩生].*"
)
SERIAL = lazy(r"序\s*号|编\s*号|序|No\.?", re.IGNORECASE)
# A stage of the year, and what was done before, say nothing of the year's own task.
STAGE = lazy("季度|上半年|下半年|累计|已完成|[上去往]年|完成率|进度|截至")
UNIT_COLUMN = lazy(r"(?:计量|指标|度量|标准|数量|规模|对象|人数|金额|补助|补贴)?单位")
_ORGANISATION = lazy(
    r".{1,}(?:局|委|办|联|院|中心|公司|站|政府|处|所|会|校|厅|科|股|部|行|社|镇|乡|街道|村)(?:\(.*\))?$"
)

_FIRST_HALF = lazy(r"序号|.{0,6}名称|(?:民生)?实事(?:项目)?|乡镇|县区|类别")
_SECOND_HALF = lazy(r"(?:.{0,2}(?:指标|目标|工作))?任务|.{0,4}(?:内容|领导|单位|部门|备注|目标值?|指标)")

# The same cells are asked about for every width that a table might have.
_KEPT = 8192
_BLANK = lazy("[\\s\u200b-\u200d\u2060\ufeff\u00ad]+")


@lru_cache(maxsize=_KEPT)
def bare(text: str) -> str:
    """Return the words of a cell without blanks and characters of no width."""
    return _BLANK.sub("", text)


def split_label(label: str) -> tuple[str, str] | None:
    """Return the two head words that a label is made of, None when it is one."""
    words = bare(label)
    for cut in range(min(len(words) - 2, 14), 1, -1):
        if _FIRST_HALF.fullmatch(words[:cut]) and _SECOND_HALF.fullmatch(words[cut:]):
            return words[:cut], words[cut:]
    return None


@lru_cache(maxsize=_KEPT)
def is_total(label: str) -> bool:
    """Whether a row or column of this name adds up all others (合计, 总计, 全县)."""
    return _TOTAL.fullmatch(_plain(label)) is not None


def is_total_column(label: str) -> bool:
    """Whether a column of this name adds up what the columns beside it share out (总任务, 全县合计)."""
    return is_total(label) or _TOTAL_COLUMN.fullmatch(_plain(label)) is not None


@lru_cache(maxsize=_KEPT)
def is_subtotal(label: str) -> bool:
    """Whether a row or column of this name adds up a group (小计)."""
    return _SUBTOTAL.fullmatch(_plain(label)) is not None


def is_memo(label: str) -> bool:
    """Whether a row of this name repeats a part of another one (其中)."""
    return _MEMO.match(bare(label)) is not None


def is_organisation(text: str) -> bool:
    """Whether a cell names an office, a company or a place that answers for something."""
    return len(text) <= 30 and _ORGANISATION.match(text) is not None


@lru_cache(maxsize=_KEPT)
def _plain(label: str) -> str:
    return re.sub(r"[(（].*?[)）]|[::]$", "", bare(label))
