"""Neighbouring figures that belong together: ranges, 从A提高到B, A、B左右, and subjects that share figures (分别, 均)."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace

from engine.errors import UnitError
from engine.extract.numbers.scan import Figure
from engine.patterns import lazy
from engine.quantity.numerals import SCALES
from engine.quantity.printed import exact_decimal
from engine.quantity.units import convert
from engine.words.change import CHANGED, FALL, RISE
from engine.words.periods import YEAR_BEFORE

_RANGE = lazy(r"[ ]*(?:-[-\s]*|~|至|到)[ ]*$")
_RISE = f"{RISE}|扩大|调整|增|扩|升|新增"
_FALL = f"{FALL}|降|减|缩|压"
_CHANGE = lazy(
    rf"^[^,;。\n]{{0,6}}?(?:统一|逐步|再|分别|均)?(?:{_RISE}|{_FALL})(?:到|至|为)(?:20\d\d年的?)?[^,;。\n\d]{{0,10}}$",
    needs=f"{_RISE}|{_FALL}",
)
_UNIFIED = lazy(
    rf"^[,]?[ ]*(?:均|全部)?统一(?:{_RISE}|{_FALL})?(?:到|至|为)(?:20\d\d年的?)?[^,。;\n\d]{{0,10}}$", needs="统一"
)
_MADE_OF = lazy(r"[^,。;\n\d]{0,10}(?:组成|构成|负责)")
_BASIS = lazy(r"^(?:的基础上|基础上)[^。;\n\d]{0,16}$", needs="基础上")
_FROM = lazy(r"(?:从|由|在|原来?的?|现行的?)[^,;。\n]{0,16}$")
_OLD = lazy(r"(?:从|由|在)(?:原来?的?)?[^从由在]{0,12}(?:\d|[一二两三四五六七八九十百]{1,4}[所个座处家人名户条])")
_OLD_OF = lazy(r"^.*?[从由在]原来?的?")
# A baseline that is told as last year's (由上年的90.6%提高到) is read as history, and still no part of the name.
_FORMER = lazy(
    rf"(?:从|由|在)(?:上一?年|去年|20\d\d年)[^,;。\n]{{0,12}}?\d[\d.]*[^,;。\n\d]{{0,8}}(?:{_RISE}|{_FALL})(?:到|至|为)$",
    needs="从|由|在",
)
_STEP = lazy(rf"^(?:至|到)(?:{_RISE})?[ ]*$")
_JOIN = lazy(r"^[ ]*(?:、|和|与|及|以及|/)[ ]*$")
_JOIN_CHANGES = lazy(r"^[ ]*(?:、|和|与|及|以及|,|;)[ ]*$")
_RAISED = lazy(rf"^(?:再)?(?:{_RISE}|{_FALL})$")
_IN_TURN = lazy(r"分别[^,。;\n\d]{0,12}$")
_FAR = 26
# How far standards of one list lie apart, and what begins an account of its own.
_CLOSE, _ALIKE = 24, 10
_ONE_SIZE = 100
_OWN_ACCOUNT = lazy(r"[;。]|一次性|资金|投资|投入|预算|总|共|累计|奖|限|最高|封顶|每")
_ALL = 100
_RELATIVE = lazy(
    rf"(?:{_RISE}|{_FALL}|增幅|增速|涨幅|降幅|提高幅度|增长率|增长速度|增长幅度)(?:了|约|幅度)?[ ]*"
    r"(?:不低于|不少于|超过|达到?|至少|约|高于|不超过|控制在|为)?[ ]*$"
)
_RELATIVE_UNITS = frozenset({"%", "百分点", "倍", "‰"})
# An increment in the unit itself: 每人每月增加9元.
_ADDED = lazy(
    rf"(?:{CHANGED}|高于[^,。;\n\d]{{2,12}}|低于[^,。;\n\d]{{2,12}})(?:了|额为?)?"
    r"(?:每(?:人|月|年|生|户|天|亩|名|个|学期|床)|人均|户均|生均|[ ])*(?:不低于|不少于|超过|至少|约|不超过|各)?[ ]*$"
)
# Things are improved, not raised: 改造提升6个菜市场.
_IMPROVED = frozenset(
    {"个", "座", "处", "条", "所", "家", "户", "栋", "幢", "间", "公里", "米", "平方米", "亩", "项", "套", "片", "村"}
)
# 提升1.5万农村人口供水保障水平: what is raised stands behind those who are counted.
_IMPROVED_FOR = lazy(r"(?:名|位)?[一-龥、]{2,24}?(?:水平|能力|质量|条件|技能|素质|安全|体验|满意度)")
_COMPARED = lazy(
    rf"(?:比|较)(?:{YEAR_BEFORE}|现行标准|原标准|原来)[^,。;\n\d]{{0,6}}(?:多|少|增|减|升|降|高|低)$",
    needs="比|较",
)


def _mixed_notation(first: Figure, second: Figure) -> Figure | None:
    """Return 1万5千元, 1亿2000万元 as one figure: a scaled number right before a smaller one goes on in it."""
    if first.tail != second.number or first.unit or not first.scale or first.more:
        return None
    if second.value >= Decimal(1).scaleb(SCALES[first.scale]):
        return None
    start = min(first.start, second.start)
    joined = replace(second, start=start, number=first.number, lead=first.lead, value=first.value + second.value)
    return replace(joined, op=first.op if second.op == "=" else second.op, word=first.word, per=second.per or first.per)


def _joined_range(text: str, first: Figure, second: Figure) -> Figure | None:
    gap = text[first.end : second.number]
    if not _RANGE.match(gap) or (second.start < second.number and second.word):
        return None
    if first.unit not in ("", second.unit) or (first.right and not first.unit):
        return None
    before = text[max(0, first.start - 8) : first.start]
    staffed = _MADE_OF.match(text, second.end)
    if not staffed and re.search("[到至]", gap) and re.search(r"[从由](?:[^,。;]{0,4})$", before):
        return replace(second, baseline=_in_unit_of(first, second), start=second.start)
    low = first.value
    if second.raw_unit == "折" and not first.unit:
        low = first.value * 10
    if not first.unit and not first.scale and second.scale and first.value < second.value:
        low = first.value.scaleb(4) if second.scale == "万" and first.value * 10_000 <= second.value else first.value
    if low >= second.value:
        return None
    return replace(second, start=first.start, number=first.number, op="range", value=low, high=second.value, word="")


def spelled_range(text: str, first: Figure, second: Figure) -> Figure | None:
    """Return 一到两名, 十至十五场 as one range before its ends are looked at singly, where no measure word would carry them."""
    if not second.spelled or second.number - first.end > 1 or first.unit not in ("", second.unit):
        return None
    joined = _joined_range(text, first, second)
    return replace(joined, lead=first.lead) if joined and joined.op == "range" else None


def join_ranges(text: str, figures: list[Figure]) -> list[Figure]:
    """Return figures with ``2-3个`` and ``60%至70%`` as one range each."""
    joined: list[Figure] = []
    for figure in figures:
        merged = _mixed_notation(joined[-1], figure) or _joined_range(text, joined[-1], figure) if joined else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(figure)
    return joined


def _mark_relative(text: str, figures: list[Figure]) -> None:
    for figure in figures:
        before = text[max(0, figure.start - 24) : figure.start]
        if figure.unit == "百分点":
            figure.relative = True
        elif figure.unit in _RELATIVE_UNITS:
            figure.relative = bool(_RELATIVE.search(before))
        else:
            added = _ADDED.search(before)
            improved = added and added.group().startswith("提") and _is_improved(text, figure)
            figure.relative = bool((added and not improved) or _COMPARED.search(before))


def _is_improved(text: str, figure: Figure) -> bool:
    """Whether what is raised is not the figure, but the things or the lot of the people that it counts."""
    if figure.unit in _IMPROVED:
        return True
    return figure.unit in ("", "人") and _IMPROVED_FOR.match(text, figure.end) is not None


def runs_of(text: str, figures: list[Figure]) -> list[list[Figure]]:
    """Return figures in runs that only 、 or 和 parts (70%、80%左右), 从A提高到B as B alone with A as its baseline.

    Marks changes by a share (提高10%) as relative.
    """
    _mark_relative(text, figures)
    runs: list[list[Figure]] = []
    for run in _listed(text, [[f] for f in figures], _JOIN):
        previous = runs[-1] if runs else None
        if previous and len(previous) == len(run) and _is_change(text, previous[-1], run[0]):
            _set_baselines(text, runs.pop(), run)
        elif previous and len(previous) == 1 and _is_parted(text, previous[0], run):
            _set_baselines(text, runs.pop() * len(run), run)
        elif previous and len(previous) > 1 == len(run) and _is_unified(text, previous, run[0]):
            run = [run[0], *(replace(run[0]) for _ in previous[1:])]
            _set_baselines(text, runs.pop(), run)
        elif previous and len(previous) == 1 and _is_step(text, previous[0], run[0]):
            runs.pop()
            run[0].lead = previous[0].lead
            run[0].baseline = previous[0].value
        runs.append(run)
    return _listed(text, runs, _JOIN_CHANGES)


def _listed(text: str, runs: list[list[Figure]], join: re.Pattern[str]) -> list[list[Figure]]:
    joined: list[list[Figure]] = []
    for run in runs:
        if joined and _goes_on(text, joined[-1], run[0], join):
            joined[-1].extend(run)
        else:
            joined.append(list(run))
    return joined


def _goes_on(text: str, run: list[Figure], first: Figure, join: re.Pattern[str]) -> bool:
    last = run[-1]
    if not join.match(text[last.tail : max(last.tail, first.lead)]):
        return False
    if last.unit not in ("", first.unit):
        # 小型水库、山塘分别除险加固8座、26口: each of the subjects has a measure word of its own.
        before = text[max(0, run[0].start - _FAR) : run[0].start]
        return join is _JOIN and first.lead == first.number and bool(_IN_TURN.search(before))
    return join is _JOIN or (last.baseline is not None and first.baseline is not None)


def _set_baselines(text: str, old: list[Figure], new: list[Figure]) -> None:
    origin = _FROM.search(text, max(0, old[0].start - 20), old[0].start)
    new[0].lead = origin.start() if origin else old[0].lead
    for before, after in zip(old, new, strict=True):
        after.baseline = _in_unit_of(before, after)
        after.per = after.per or before.per or old[0].per
        after.unit = after.unit or before.unit


def _in_unit_of(before: Figure, after: Figure) -> Decimal | None:
    """Return what a figure starts from in its own unit: 7200元 a year is 600元 a month; None where the two do not convert."""
    if not (before.per and after.per) or before.full_unit == after.full_unit:
        return before.value
    try:
        return exact_decimal(convert(Fraction(before.value), before.full_unit, after.full_unit))
    except UnitError:
        return None


def _is_change(text: str, first: Figure, second: Figure) -> bool:
    if second.relative or (first.unit and second.unit and first.unit != second.unit):
        return False
    # 压减到 says that it falls, and that it is to be no more.
    gap = text[first.end : second.number if second.word.startswith("压") else second.start]
    if len(gap) > _FAR:
        return False
    if _BASIS.match(gap):
        return True
    before = text[max(0, first.start - 20) : first.start]
    return bool(_CHANGE.match(gap) or _STEP.match(gap)) and bool(_FROM.search(before) or _CHANGE.match(gap))


def _is_parted(text: str, old: Figure, new: list[Figure]) -> bool:
    """Whether several are raised from one figure: 甲、乙标准分别从75元提高到80元、85元."""
    told = _IN_TURN.search(text, max(0, old.start - _FAR), old.start)
    return told is not None and _is_change(text, old, new[0])


def _is_unified(text: str, old: list[Figure], new: Figure) -> bool:
    """Whether figures of several are raised to one: 由每人每月600元、500元统一提高到700元."""
    same = not new.relative and new.unit == old[-1].unit and old[-1].end <= new.start
    return same and _UNIFIED.match(text[old[-1].end : new.start]) is not None


def _is_step(text: str, first: Figure, second: Figure) -> bool:
    """Whether 由65%提高5个百分点: the first figure is where a relative change starts from."""
    if not second.relative or first.unit != "%":
        return False
    return bool(
        _RAISED.match(text[first.end : second.start]) and _FROM.search(text[max(0, first.start - 12) : first.start])
    )


def carry(run: list[Figure]) -> None:
    """Share bound words, unit and denominators inside a run.

    左右 of 70%、80%左右 governs both, 不低于 of 分别不低于70%、80% is carried forward.
    """
    if len(run) < 2:
        return
    first, last = run[0], run[-1]
    for figure in run:
        figure.relative = figure.relative or (first.relative and figure.unit in ("", first.unit))
        if not figure.unit:
            figure.unit, figure.per = last.unit, last.per
            _carry_scale(figure, last)
        if not figure.per and figure.unit == last.unit:
            figure.per = first.per or last.per
        # Nothing is more than all: 100%和99%以上.
        all_of_it = figure.unit == "%" and figure.value >= _ALL and last.op == ">="
        if figure.op == "=" and last.right and last.op != "=" and not all_of_it:
            figure.op, figure.end = last.op, last.end
        if figure.op == "=" and first.word and first.op != "=":
            figure.op = first.op


def _carry_scale(figure: Figure, last: Figure) -> None:
    """Give a sum of money in a list the 万 that closes it (12000、20000、3000万元), where the numbers are of one size."""
    power = SCALES[last.scale]
    if figure.scale or last.unit != "元" or not power or figure.high is not None:
        return
    printed = last.value.scaleb(-power)
    if figure.value <= printed * _ONE_SIZE and printed <= figure.value * _ONE_SIZE:
        figure.value, figure.decimals = figure.value * 10**power, figure.decimals - power
        figure.scale = last.scale


def goes_on_from(text: str, previous: Figure, figure: Figure) -> bool:
    """Whether a standard without 每人每月 goes on in the list of the one before: …每人每年640元,个人缴费380元."""
    gap = text[previous.end : figure.start]
    alike = previous.value <= figure.value * _ALIKE and figure.value <= previous.value * _ALIKE
    return alike and len(gap) <= _CLOSE and not _OWN_ACCOUNT.search(gap)


def before_baseline(left: str, figure: Figure) -> str:
    """Return the subject side of the words left of a figure: without 从… where a baseline stood.

    In 由原散居、集中供养标准…元 the subject stands behind 由.
    """
    if figure.baseline is None and not _FORMER.search(left):
        return left
    cut = _OLD.split(left)[0]
    return cut if cut != left else _OLD_OF.sub("", re.split(r"\d", left)[0])
