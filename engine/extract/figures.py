"""The figures of a text that may bind somebody: scanned, what only looks like one turned away, ranges made one."""

from __future__ import annotations

import re
from collections.abc import Collection

from engine.extract.draft import RATES
from engine.extract.not_promised.vetoes import veto
from engine.extract.numbers.each import denominators
from engine.extract.numbers.groups import goes_on_from, join_ranges, spelled_range
from engine.extract.numbers.in_all import in_all
from engine.extract.numbers.scan import FIGURE, Figure, read_figure
from engine.patterns import lazy
from engine.quantity.measure_words import DENOMINATOR, PER_PERIODS, canonical

# 由2万人提高到3万人 has a number of people, none that a figure is counted by.
_PER_THOUSAND = lazy(
    r"(?:每|(?<![\d.一二两三四五六七八九十百千万几数余多]))(?P<base>[千万])(?:名|位)?(?:常住|户籍|老年)?人口?(?!以上|以下|大会)"
)
_SHARED_OUT = lazy(rf"(?P<of>{DENOMINATOR})?[^,。;:、\n\d]{{0,14}}各(?![类级地种])[^,。;:、\n\d]{{0,10}}", needs="各")
# 现有18个行政村、2个社区: what a list goes on with is so already too.
_LISTED = lazy(r"[一-龥]{1,10}[、和]")
_CLASS_SIZE = lazy(r"班额[^,。;\n\d]{0,6}$", needs="班额")
_BY_THE = lazy(r"[,、]每(?:月|年|天|学期|学年|季度)(?:不超过|不低于|不少于|最高|最多|至少)?")
# 按月发放高龄津贴,80-89周岁每人100元: how often a sum per head is paid, unless its own words tell of another time.
_PAID_BY_THE = lazy(
    r"按(?P<period>月|季度?|学期|学年|年)(?![度龄级份])(?:足额|及时|准时|全额|统一|定期|按时)*(?:发放|发给|计发|补助|拨付|支付|给予|打卡)",
    needs="按",
)
_PAID_SO = lazy(
    r",(?:[均都并]|全部|统一|于次月|通过[^,\d]{0,12}|由[^,\d]{2,12})*按(?:月|季度?|学期|学年|年)(?![度龄级份])",
    needs="按",
)
_PAYMENT = lazy("奖励|奖补|慰问|补贴|补助|津贴|[金费]|标准")
_OTHER_TIMES = lazy("一次性|全年|当年|年度|每次|单次|[月年]标准|累计")
_STOP = lazy("[。;\n]")
_REGULAR = lazy(r"每(?P<period>月|周|季度)(?=\d{1,2}[日号]前|底前|前)")


def scan(text: str, numbering: Collection[int]) -> list[Figure]:
    """Return the figures of a cleaned text that may bind somebody; ``numbering`` are offsets of item numbers."""
    found: list[Figure] = []
    begun: Figure | None = None
    told = 0
    for match in FIGURE.finditer(text):
        if match.start() in numbering:
            continue
        figure = read_figure(text, match)
        if figure is None:
            continue
        if begun and (spelled := spelled_range(text, begun, figure)):
            figure = spelled
        begun = figure if figure.spelled and figure.op == "=" else None
        reason = veto(text, figure)
        if reason is None and told and _LISTED.fullmatch(text, told, figure.start) and not figure.word:
            reason = "history"
        told = figure.tail if reason == "history" else 0
        if reason is None:
            found.append(figure)
    return in_all(text, join_ranges(text, found))


def shared_out(text: str, before: Figure, figure: Figure) -> tuple[str, ...]:
    """Return what a figure is each one's of: 户 for the sets of 为20户家庭各安装1套, nothing where 各 stands not between."""
    if before.unit in ("元", "%") or before.per or figure.unit == before.unit:
        return ()
    match = _SHARED_OUT.fullmatch(text, before.end, figure.start)
    return (canonical(match["of"] or before.unit),) if match else ()


def inherit_denominators(text: str, sentence: int, previous: Figure | None, figure: Figure) -> None:
    """Give a figure the 每人每月 of the one before it in its sentence, where both are raised and only that one says so."""
    if previous is None or previous.start < sentence:
        return
    if len(figure.per) == 1 and figure.per[0] in PER_PERIODS and _BY_THE.fullmatch(text, previous.end, figure.number):
        # 每人每年不超过17000元,每月不超过1700元: of each of the same people.
        figure.per = (*(p for p in previous.per if p not in PER_PERIODS), *figure.per)
    if figure.per or figure.scale:
        return
    figure.per = shared_out(text, previous, figure)
    if not figure.unit == previous.unit == "元":
        return
    both_raised = figure.baseline is not None and previous.baseline is not None
    if both_raised or goes_on_from(text, previous, figure):
        figure.per = previous.per


def supply_denominators(text: str, sentence: int, figure: Figure, left: str) -> None:
    """Give a figure the 每人, 生均 … that its clause names; money takes what its own words left out."""
    if figure.unit in RATES or figure.unit in ("", "岁") or (figure.per and figure.unit != "元"):
        return
    if figure.unit == "人" and _CLASS_SIZE.search(left):
        figure.per = ("班",)
        return
    periods = any(p in PER_PERIODS for p in figure.per)
    heads = any(p not in PER_PERIODS for p in figure.per)
    named = [p for p in denominators(left) if not (periods if p in PER_PERIODS else heads)]
    if named or figure.per:
        figure.per = (*figure.per, *named)
        figure.per = (*figure.per, *_paid_every(text, sentence, figure, left))
        return
    _supply_from_sentence(text, sentence, figure, left)


def _paid_every(text: str, sentence: int, figure: Figure, left: str) -> tuple[str, ...]:
    """Return the period by which the sentence has a sum per head paid (按月发放高龄津贴,每人100元), where it has one only."""
    if figure.unit != "元" or any(p in PER_PERIODS for p in figure.per) or _OTHER_TIMES.search(left):
        return ()
    stop = _STOP.search(text, figure.end)
    end = stop.start() if stop else len(text)
    if "按" not in text[sentence:end]:
        return ()
    found = {match["period"] for match in _PAID_BY_THE.finditer(text, sentence, end)}
    ahead = _PAID_BY_THE.search(text, sentence, figure.start)
    # 按月发放高龄津贴,节日慰问每人200元: a payment of its own is not paid so.
    if ahead and _PAYMENT.search(left) and ahead.end() <= figure.start - len(left):
        return ()
    said = ahead or _PAID_SO.search(text, figure.end, end)
    return (canonical(found.pop()),) if said and len(found) == 1 else ()


def _supply_from_sentence(text: str, sentence: int, figure: Figure, left: str) -> None:
    """Give a figure the 每月 of its sentence's reporting day (每月5日前报送2篇), or the 每千人 of its clause."""
    regular = _REGULAR.search(text, sentence, figure.start)
    if regular and not re.search(
        r"\d[^\d日号]{0,3}[一-龥]{1,2}", text[regular.end("period") : figure.start].lstrip("0123456789")
    ):
        figure.per = (canonical(regular["period"]),)
        return
    thousand = _PER_THOUSAND.search(left)
    if thousand and figure.unit != "元":
        figure.per = (f"{thousand['base']}人",)
