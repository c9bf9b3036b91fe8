"""The word for what a unit counts, which the name of an amount ends in: 人数, 里程, 金额."""

from __future__ import annotations

from engine.extract.numbers.scan import Figure
from engine.patterns import lazy

_NOUN: dict[str, str] = {
    "人": "人数", "人次": "人次", "户": "户数", "户次": "户次", "公里": "里程", "米": "长度", "件": "件数", "张": "张数",
    "平方米": "面积", "亩": "面积",
    "公顷": "面积", "平方公里": "面积", "场次": "场次", "场": "场次", "次": "次数", "元": "金额",
    "例": "例数", "针次": "针次", "篇": "篇数", "条": "条数",
    "立方米": "", "吨": "数量", "村": "村数", "套": "套数", "处": "处数", "批次": "批次", "种": "种数", "类": "种类数", "棵": "棵数", "株": "株数",
    "月": "时长", "年": "时长", "天": "时长", "小时": "时长", "分钟": "时长", "路": "路数", "学时": "学时", "千瓦": "容量",
    "岁": "", "工作日": "时长", "斤": "数量", "℃": "", "份": "份数", "部": "数量",
}  # fmt: skip
_AMOUNT = lazy(r"(?<![\d.])\d[\d.]*(?:万|亿)?[^\d]{1,3}$")
_NAMED_AMOUNTS = (
    "数", "数量", "面积", "里程", "能力", "人数", "总量", "规模", "次数", "宽度", "高度", "长度", "全长", "总长", "厚度", "时间", "时限", "期限",
    "时长", "周期", "年限", "容量", "产量", "总数", "人次", "户次", "死亡率", "发病率", "患病率",
)  # fmt: skip
MONEY_HEAD = lazy(
    r"标准|补贴|补助|津贴|救助金|资金|投入|经费|费用|待遇|养老金|奖励|额|价格|收入|低保|公用经费|定额|基金|工资|限额|限价|起付线|封顶线|投资|金$|费$|款$"
)


def _noun_of(figure: Figure) -> str:
    return _NOUN.get(figure.unit, "数量") if figure.unit else "数"


def with_noun(core: str, figure: Figure) -> str:
    """Return a name with the word for what its unit counts: 职业技能培训人次."""
    noun = _noun_of(figure)
    core = _without_amount(core, figure)
    if figure.unit == "元":
        noun = "" if MONEY_HEAD.search(core) else ("标准" if figure.per else "金额")
    if noun and core.endswith((*_NAMED_AMOUNTS, noun)):
        noun = ""
    # 住户 + 户数 is 住户数.
    shared = next((size for size in range(len(noun) - 1, 0, -1) if core.endswith(noun[:size])), 0)
    return f"{core}{noun[shared:]}"


def _without_amount(core: str, figure: Figure) -> str:
    """Return a name without an amount of the figure's own unit behind it: what is done so far before what is wanted."""
    told = _AMOUNT.search(core) if figure.raw_unit and core.endswith(figure.raw_unit) else None
    return core[: told.start()] if told and told.start() else core


def without_noun(label: str, figure: Figure) -> str:
    """Return a label without the word for what its unit counts: 职业技能培训人次 is 职业技能培训."""
    noun = _noun_of(figure)
    return label[: -len(noun)] if noun and label.endswith(noun) and len(label) > len(noun) + 1 else label
