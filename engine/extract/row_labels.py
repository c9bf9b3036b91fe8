"""What a figure in a cell of words is called: by its own words, by the name of its row, or by both."""

from __future__ import annotations

from engine.extract.cells.tabled import Prose
from engine.extract.names.labels import joined, names_rate, pays
from engine.patterns import lazy
from engine.words.counted import AMOUNT

_LEAST_LABEL, _IN_FULL = 4, 6
_FOR_WHOM_ALONE = lazy(r"(?:\d{1,3}[-—~至]?)+周?岁(?:及?以[上下])?(?:老年人|老人|儿童)?(?:补助|补贴|发放)?标准")
_KIND_COUNTED = lazy(f"(?:{AMOUNT})$")
# What is paid, and for nothing that is named: 人均财政补助标准.
_NOTHING_NAMED = lazy(
    r"(?:[人户年月]均|每[一-龥]|统一|减免|优惠|免收|提高|降低|调整|执行|按|不低于|不超过|各级|[中省市县区]级|中央|财政|政府|最低|平均|年度|政策|基本|筹资|补助|补贴|奖补|资金|经费|金额|发放|"
    r"支付|报销|结算|标准|比例|水平|的)+"
)
# Who or what is reached by it, whatever that is: 惠及人数, 覆盖户数, 计划完成数量.
_REACHED = lazy(
    rf"(?:计划|累计|全年|预计|全县|全市|全区|惠及|受益|覆盖|涉及|服务|完成|达到|实施|任务|目标)*(?:群众|对象)?(?:{AMOUNT})"
)


def in_row(label: str, prose: Prose, *, alone: bool) -> str:
    """Return the label of a figure in a cell of words: its row names what its own words do not.

    The only figure beside a column of indicators is that indicator's, unless its own words name it in full (农村供水普及:
    农村自来水普及率达到92%); 参保率 in the row 居民医保 is its 参保率.
    """
    # 80-89周岁每人每月50元 in the row 高龄津贴: for whom, and not what.
    if _FOR_WHOM_ALONE.fullmatch(label) and not names_rate(prose.row):
        return f"{prose.row}{label}"
    if prose.indicated and alone and prose.row not in label and (_measures(prose.row) or not _says_in_full(label)):
        return prose.row
    if len(label) >= _LEAST_LABEL:
        return label
    return joined(prose.row, label) if label and names_rate(label) and not names_rate(prose.row) else prose.row


def _says_in_full(label: str) -> bool:
    """Whether the words of a cell name what their figure measures, and not only that something is paid or counted."""
    if len(label) < _IN_FULL or _NOTHING_NAMED.fullmatch(label) or _REACHED.fullmatch(label):
        return False
    return _measures(label)


def _measures(name: str) -> bool:
    """Whether a name is that of a measure: a rate, a payment, a number of something."""
    return names_rate(name) or pays(name) or _KIND_COUNTED.search(name) is not None
