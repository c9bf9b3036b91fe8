"""Finding figures: a number with its scale word, unit, denominators and the bound words on both sides.

One compiled pattern finds number and unit; the words left of it are read backwards from where it starts. What only looks
like a figure is turned away in :mod:`engine.extract.not_promised.vetoes`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from engine.extract.numbers.each import denominators, paid_each_behind
from engine.patterns import lazy
from engine.quantity.bounds import Op
from engine.quantity.measure_words import AFTER_NUMBER, DENOMINATOR, MEASURE_WORDS, canonical, unit_text
from engine.quantity.numerals import DIGITS, SCALE, arabic, chinese, chinese_between
from engine.words.done import DONE, IN_PLACE

_SCALE = f"{SCALE}|百(?!分)|千(?![伏瓦米克赫字兆])"
_CHINESE = "[一二两三四五六七八九十百千万零〇]"
# 亿元企业 and 百亿元产业 are named by their size.
_NUMERAL = rf"(?![十百千万]+亿){_CHINESE}[一二两三四五六七八九十百千万亿零〇]{{0,11}}"
# 成 is a tenth where nothing that is made (成套, 成效) follows.
_AFTER_SHARE = r"[,。;、)\n]|以[上下内]|左右|的|用于|由|$"
_PER = rf"(?:/\(?每?|每)(?:{DENOMINATOR})(?:[/·.、]?每?(?:{DENOMINATOR}))?\)?"

# Most characters begin no figure, which is told at once by their being none of these.
_BEGINS = rf"(?=[\d半]|{_CHINESE})"
FIGURE = lazy(
    rf"{_BEGINS}(?:(?P<digits>(?<![\d.])\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|(?<![\d.])\d{{1,16}}(?:\.\d{{1,6}})?(?![\d]))"
    rf"|(?P<hundredths>百分之)(?P<share>[一二两三四五六七八九十百千零点]+|\d+(?:\.\d+)?)"
    rf"|(?P<parts>{_CHINESE}{{1,3}})分之(?P<top>{_CHINESE}{{1,3}})"
    rf"|(?<![一二三四五六七八九十第“])(?P<tenths>[一二三四五六七八九]成[一二三四五六七八九半]?)(?={_AFTER_SHARE})"
    r"|(?P<half>一半|半数)(?=以上|左右)"
    rf"|(?<![一二两三四五六七八九十百千万亿零第“几])(?<!(?<![人总户个件份次])数(?=[十百千万亿]))(?P<chinese>{_NUMERAL}(?:点[一二三四五六七八九零〇]{{1,4}})?)"
    rf"(?=(?:[至到]{_NUMERAL})?(?:余|多)?(?:{AFTER_NUMBER})))"
    rf"(?P<scale>{_SCALE})?(?P<more>[多余](?!种形式))?(?P<unit>{AFTER_NUMBER})?"
    rf"(?P<rare>/(?:10|十)万(?:人|活产)?)?(?P<per>{_PER})?(?P<times>·(?:{DENOMINATOR}))?"
    r"(?P<right>(?:\([^()\d\n]{1,8}\)(?=以[上下内]))?(?:及其?|\(含\)|\(含本数\))?(?:以上|以下|以内|之内)|左右|上下|起(?=[,。;、)\n|])|内(?=[^的外部涝容河含]))?"
)

# 不低, 不少: a text that lost the character behind it.
_FLOOR = "≥|大于等于|不短于|起码|下限为|不得低于|不能低于|不低于|不得少于|不能少于|不少于|不小于|不得小于|不低|不少|至少|最少|最低|保底"
_OVER = ">|超过|突破|高于|大于|多于|优于|超"
_CAP = (
    "≤|小于等于|不长于|上限为|上限|最高不超过|最多不超过|封顶|不得超过|不能超过|不超过|不得高于|不高于|不大于|不得多于|不多于|不超|最多|最高|至多|"
    "控制在|压减到|压降到"
)
# Where a figure is kept: under it, unless the words right of it say otherwise (就业率控制在90%以上).
_KEPT_AT = frozenset({"控制在", "压减到", "压降到"})
_UNDER = "<|低于|少于|小于|不足|不满|未满|不到"
_ABOUT = "大约|约|大概|近|接近|将近"
_WORDS: tuple[tuple[str, Op], ...] = ((_FLOOR, ">="), (_OVER, ">"), (_CAP, "<="), (_UNDER, "<"), (_ABOUT, "~"))
_COMPARE: dict[str, Op] = {word: op for words, op in _WORDS for word in words.split("|")}
_EACH = (
    rf"每\d*[十百千万]*(?:名|个|位|一)?(?:{DENOMINATOR})(?:人口)?|(?<![月年])(?:人|户|生|村|校|年|月)均[月年]?|[人户]平(?![均方米安等])"
    "|[月年][人户生]均|单[个座家所户体处张件台餐]"
)
_DOING = (
    "安排|招收|办|建成|建|建设|新建|配备|开展|举办|组织|完成|培养|培训|打造|实施|发放|有|设立|设置|配置|报送|补贴|补助|奖补|奖励|给予|"
    "发放补贴|支付"
)
LEFT = lazy(
    rf"(?P<compare>{_FLOOR}|{_CAP}|(?<![不得未])(?:{_OVER}|{_UNDER})|(?<![附最远靠邻亲签预节公契制履违续特])(?:{_ABOUT}))?"
    rf"(?P<fill>(?:{_EACH}|{_DOING}|到|为|在|于|再|总|共|标准|金额|[ :¥￥])*)$"
)
# 至少探访2次: what is done stands between the comparator and its number.
_DEED_BETWEEN = lazy(r"(?P<compare>至少|最少)(?P<fill>(?:(?![的是在以和为与有])[一-龥]){2,4})$", needs="至少|最少")
# 不低于城市低保标准的1.3倍: the comparator stands before what the share is taken of.
_OF_BASE = lazy(
    r"(?P<compare>不得?低于|不得?少于|不得?超过|不得?高于|(?<![不得未])(?:高于|超过|低于|少于))(?!或|等)"
    r"(?P<base>(?:(?!不得?[低少超高])[^,。;:、\d\n()]){3,16})$",
    needs="低于|少于|超过|高于",
)
_HOURS = frozenset({"小时", "分钟", "天", "日", "工作日"})
_DONE_WITHIN = lazy(f"{DONE}|{IN_PLACE}|开工|整改|发放")
_IN_BRACKETS = lazy(r"\((?P<unit>[^()\s]{1,6})\)[: ]*$")
RIGHT: dict[str, Op] = {
    "内": "<=",
    "以上": ">=",
    "以下": "<=",
    "以内": "<=",
    "之内": "<=",
    "左右": "~",
    "上下": "~",
    "起": ">=",
}
_YUAN = "¥", "￥"
_BRACKETED_BEHIND = lazy(rf"[ ]?\((?P<unit>(?:{AFTER_NUMBER})(?:/(?:{DENOMINATOR}))+)\)")
# 自筹资金120万, with the 元 left out.
_SUM = lazy(r"(?:资金|投资|经费|金额|补助|补贴|投入|费用|预算|造价|[价款])(?:总额|额)?(?:为|约|共|达|合计|[: ])*$")
_A_YEAR = lazy(r"(?:19|20)\d\d")
_CLOSED = lazy(r"[,。;、)\n]|$")
_WINDOW = 26
_MYRIAD, _WHOLE_PRICE = Decimal(10_000), 100
_PASSED = frozenset("超过破")
# Longer digits without a unit are a code.
_CODE = 12


class Figure(Struct):
    """A figure as scanned, in cleaned text: ``start``/``end`` of its words, ``number`` where its digits begin.

    ``unit`` is the numerator, ``per`` the denominators in the order met; ``word`` is the comparator left of it; ``tail`` is
    where its own words end, before a bound word of the list that it stands in is shown with it; ``lead`` where the words that belong to it begin.
    """

    start: int
    end: int
    number: int
    value: Decimal
    decimals: int
    unit: str
    per: tuple[str, ...] = ()
    op: Op = "="
    high: Decimal | None = None
    word: str = ""
    raw_unit: str = ""
    scale: str = ""
    right: str = ""
    more: bool = False
    spelled: bool = False
    baseline: Decimal | None = None
    relative: bool = False
    tail: int = 0
    lead: int = 0
    base: str = ""
    deed: str = ""

    @property
    def full_unit(self) -> str:
        """The unit with its denominators in canonical order: ``元/人/月``."""
        return unit_text(self.unit, self.per) if self.unit else ""


_SLASHED = lazy(rf"(?:{DENOMINATOR})")


def _value(match: re.Match[str]) -> tuple[Decimal, int] | None:
    if match["digits"] and match["unit"] == "折":
        return _discount(match["digits"])
    if match["digits"]:
        if len(match["digits"]) > _CODE and match["digits"].isdigit() and not (match["unit"] or match["scale"]):
            return None
        printed = arabic(match["digits"], match["scale"] or "")
        return printed.value, printed.decimals
    if match["share"]:
        share = match["share"]
        value = Decimal(share) if share[0].isdigit() else chinese(share)
    elif match["top"]:
        top, bottom = chinese(match["top"]), chinese(match["parts"])
        if not top or not bottom:
            return None
        value = (top * 100 / bottom).quantize(Decimal("0.01")).normalize()
        value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
    elif match["tenths"]:
        value = _tenths(match["tenths"])
    elif match["half"]:
        value = Decimal(50)
    elif match["unit"] == "折":
        return _discount(match["chinese"])
    else:
        value = _spelled(match)
    return None if value is None else (value, 0)


def _spelled(match: re.Match[str]) -> Decimal | None:
    """Return the number that a Chinese numeral says; 万 alone is one only in 超万元, elsewhere its digits are wanting."""
    if match["chinese"] == "万":
        return _MYRIAD if match.string[match.start() - 1 : match.start()] in _PASSED else None
    return chinese(match["chinese"])


def _discount(digits: str) -> tuple[Decimal, int] | None:
    """Return the percentage of the price that is paid at 八折, 8.5折, 八五折; None for what is no discount (百折)."""
    value = Decimal(digits) if digits[0].isdigit() else chinese(digits)
    if value is None or digits[0] in "十百千万":
        return None
    tenths = int(value * 10 if value < 10 else value)
    return (Decimal(tenths), 0) if tenths < _WHOLE_PRICE else None


def _tenths(words: str) -> Decimal:
    """Return the percentage that 七成, 七成五, 八成半 say."""
    whole, _, rest = words.partition("成")
    return Decimal(DIGITS[whole] * 10 + (5 if rest == "半" else DIGITS.get(rest, 0)))


def _unit(match: re.Match[str]) -> tuple[str, tuple[str, ...]]:
    if match["share"] or match["top"] or match["tenths"] or match["half"] or match["unit"] == "折":
        return "%", ()
    if match["rare"]:
        return "人", ("10万人",)
    unit = canonical(match["unit"] or "")
    if not match["per"] and not match["times"]:
        return unit, ()
    if match["times"] and not match["per"]:
        return f"{unit}·{canonical(match['times'][1:])}", ()
    per = [canonical(p) for p in _SLASHED.findall(match["per"] or "")] + [
        canonical(p) for p in _SLASHED.findall(match["times"] or "")
    ]
    return unit, tuple(dict.fromkeys(per))


def _share_of(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """Return comparator and base of a multiple or share whose comparator stands before its base (不低于低保标准的1.3倍)."""
    if match["unit"] not in ("倍", "%", "‰"):
        return None
    found = _OF_BASE.search(text, max(0, match.start() - _WINDOW), match.start())
    # 低于市场价15% is a difference, not a share.
    return found if found and (match["unit"] == "倍" or found["base"].endswith("的")) else None


def _left_out(text: str, start: int, end: int, scale: str | None) -> str:
    """Return the unit that the words before a figure without one give: (人)120, 自筹资金120万."""
    named = _IN_BRACKETS.search(text, max(0, start - 10), start)
    if scale and _CLOSED.match(text, end) and _SUM.search(text, max(0, start - 12), start):
        return "元"
    return canonical(named["unit"]) if named and canonical(named["unit"]) in MEASURE_WORDS else ""


def _name_unit(figure: Figure, text: str, match: re.Match[str]) -> None:
    """Give a figure without a unit that which the sign or words before it or the words behind it give."""
    priced = text[figure.number - 1 : figure.number] in _YUAN
    told = "元" if priced else _left_out(text, figure.start, figure.end, match["scale"]) or _told_behind(text, match)
    behind = None if told else _BRACKETED_BEHIND.match(text, figure.end)
    figure.unit, *named = map(canonical, behind["unit"].split("/")) if behind else (told,)
    figure.per = tuple(named) or figure.per


def _told_behind(text: str, match: re.Match[str]) -> str:
    """Return the unit that what is paid for each tells behind a bare number of its own words; a year has none."""
    plain = (
        match["digits"] and match.end() == match.end("digits") and text[match.start() - 1 : match.start()] > "\u3000"
    )
    return paid_each_behind(text, match.end()) if plain and not _A_YEAR.fullmatch(match["digits"]) else ""


def _op(word: str, right: str, *, more: bool) -> Op:
    """Return the bound that the comparator left of a figure and the words right of it, 余 among them, say together."""
    op: Op = _COMPARE.get(word, "=")
    if right and not (op == "<=" and right in ("以内", "之内")):
        sided = RIGHT[right[-2:]]
        op = sided if word in _KEPT_AT or op in ("=", "~") or sided == "~" else op
    return "~" if more and op == "=" else op


def _between(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    return chinese_between(match["chinese"]) if match["chinese"] and match["unit"] != "折" else None


def _spread(figure: Figure, high: Decimal) -> None:
    """Make a range of a figure that lies between its value and ``high``, or the bound of whichever end its words mean."""
    if figure.op in ("<=", "<"):
        figure.value = high
    elif figure.op in ("=", "~"):
        figure.op, figure.high = "range", high


def read_figure(text: str, match: re.Match[str]) -> Figure | None:
    """Return the figure that ``match`` of :data:`FIGURE` found, with its comparators; None for a non-number."""
    between = _between(match)
    value = (between[0], 0) if between else _value(match)
    if value is None:
        return None
    unit, per = _unit(match)
    number = match.start()
    left = LEFT.search(text, max(0, number - _WINDOW, text.rfind("\n", max(0, number - _WINDOW), number) + 1), number)
    if left is None or not left["compare"]:
        left = _DEED_BETWEEN.search(text, max(0, number - _WINDOW), number) or left
    word = left["compare"] or "" if left else ""
    right, end = match["right"] or "", match.end()
    if right == "内" and unit not in _HOURS and not (match["unit"] == "个月" and _DONE_WITHIN.match(text, end)):
        right, end = "", end - 1
    of_base = _share_of(text, match) if not word and (left is None or left.start() == number) else None
    if of_base:
        word = of_base["compare"].replace("不得超", "不超")
    op = _op(word, right, more=bool(match["more"]))
    start = number
    marked = of_base or left
    if marked and word and op != "=":
        start = marked.start("compare")
    figure = Figure(start, end, number, *value, unit, per, op, word=word, raw_unit=match["unit"] or "")
    figure.scale, figure.right, figure.more = match["scale"] or "", right, bool(match["more"])
    figure.spelled = bool(match["chinese"])
    figure.tail, figure.lead = end, start if of_base else left.start() if left else number
    figure.deed = left["fill"] if left and left.re.pattern == _DEED_BETWEEN.pattern else ""
    figure.base = of_base["base"].removesuffix("的") if of_base else ""
    if between:
        _spread(figure, between[1])
    if left and unit:
        filled = denominators(text[left.start("fill") : number])
        figure.per = (*per, *(p for p in filled if p not in per))
    if not unit:
        _name_unit(figure, text, match)
    elif unit == "日":
        figure.unit = "天"
    return figure
