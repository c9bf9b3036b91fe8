"""Turning away what only looks like a figure: dates, numbering, names, ages, conditions, counts of the plan's own items.

Each test looks at the words right around the number and names its reason; the order is from the cheapest on. The
reasons are kept short, since they are shown when somebody asks how a passage was read.
"""

from __future__ import annotations

from collections.abc import Callable

from engine.extract.not_promised.assessments import is_assessed
from engine.extract.not_promised.history import is_told
from engine.extract.not_promised.once import is_once, is_one_time_each
from engine.extract.not_promised.own_counts import NAMED, is_own_count
from engine.extract.not_promised.procedure import is_procedure
from engine.extract.not_promised.qualifiers import qualifies
from engine.extract.numbers.scan import Figure
from engine.patterns import lazy

# 1.2021年8月: an item's number before a year.
_NUMBERED_YEAR = lazy(r"\d{1,2}\.(?:19|20)\d\d年")
_CENTURY = lazy(r"(?:19|20)\d\d$")
_AFTER_YEAR = lazy(r"(?:年|\s*[-~至到、和/]\s*(?:19|20)\d\d|度|届|版)")
_AGE = lazy(r"\s*(?:[-~至到]+\s*\d+\s*)?(?:周岁|岁|月龄|孕周|周龄)")
# 3人制篮球, 九年制学校; not 制定, 制度 …
_SYSTEM = lazy(r"制(?![定度作造约止品发订])")
_LIFE = lazy(r"寿命[^,。;\n]{0,8}$", needs="寿命")
_LATIN = lazy(r"[A-Za-z+＋]")
_GRADE = lazy(r"(?:[-~至、]\d+)?(?:级|型|版|号(?!机)|期(?!间)|届|代|阶|路|师|旅|度(?=以上)|楼|层|房|栋楼)")
_QUOTE_OPEN, _QUOTE_CLOSE = "“‘「『《", "”’」』》"
_QUOTES = lazy(f"[{_QUOTE_OPEN}]")
_CIRCLE = lazy(r"(?:分钟|公里|里|小时)[^,。;、\n]{0,10}?圈", needs="圈")
_PROGRAMME = lazy(
    r"(?:年|个?月|天|日|小时)(?:[^,。;、\n\d]{0,8}?(?:行动|规划|计划|攻坚|提升工程|工程|活动|制|任期|期限|周期|滚动|工期))"
)
_WHILE = lazy(r"的?时间[^,。;\n]{0,6}(?:完成|实现|建成|基本|全面|整体|集中|使|让|把|将)", needs="时间")
# 半年、9个月、全年: when something is reported.
_REPORTED_AT = lazy("(?:半年|季度)[、和]$")
_POINT = lazy(r"[条项件个款](?:要求|规定|意见|原则|方面)")
_BRACKETED = lazy(r"[(\[][^()\[\]\n]{0,80}$")
_CAMERAS = lazy("监控|视频|探头|摄像|高清|图像|点位")
_AMONG = lazy(r"[^,。;:\n\d]{0,12}[中里](?:[,，]|票选|票决|评选|选|推选|产生|确定|筛选|遴选|择优|抽取|抽查)")
_EXCLUDES = lazy(r"不含|除外|口径|不包括|不足|小于|大于|超过|少于|原|上年|去年")
_ORDINALS = lazy(r"第\d+(?:[、,和]\d+)*(?:[、,和及至到-]第?)$", needs="第")
_NUMBER_WORD = lazy(
    r"(?:编辑|责编|审核|校对|文号|电话|邮编|编号|编码|代码|浏览数?|(?<![一-龥])次数|(?:浏览|访问|阅读|点击|下载|打印)次数|阅读|点击|页码|版本|邮箱|QQ|网址|索引号|字号)\D{0,3}$|第[^一-龥\d]{0,3}$"
)
_CLOCK = lazy(r"\d{0,2}:$|\d-$")

_DIGITS = lazy(r"[\d.,]*")
_LONGEST_NUMBER = 40
_LIST = 60
# Nobody spells 一百二十 in an idiom.
_SPELLED_OUT = 3

Test = Callable[[str, Figure], bool]


def _is_year(text: str, f: Figure) -> bool:
    if "." in text[f.number : f.number + 3] and _NUMBERED_YEAR.match(text, f.number):
        return True
    if f.scale or not _CENTURY.match(text[f.number : f.number + 4]) or text[f.number + 4 : f.number + 5].isdigit():
        return False
    after = f.number + 4
    return bool(_AFTER_YEAR.match(text, after)) or f.raw_unit in ("年", "年度") or (not f.unit and not f.word)


def _is_date(text: str, f: Figure) -> bool:
    if f.raw_unit == "日" and f.right and text[f.number - 1 : f.number] != "月":
        return False
    if f.raw_unit in ("月", "日", "季度") and "·" not in f.unit:
        return True
    if f.raw_unit == "" and text.startswith("日", f.number + 1):
        return True
    if f.raw_unit == "" and not f.scale:
        at = _digits_end(text, f.number)
        tail = text[at : at + 3]
        return tail[:1] in ("日", "号", ":") or bool(
            _CLOCK.search(text[max(0, f.number - 3) : f.number]) and not f.unit
        )
    return False


def _digits_end(text: str, start: int) -> int:
    match = _DIGITS.match(text, start, start + _LONGEST_NUMBER)
    return match.end() if match else start


def _is_name(text: str, f: Figure) -> bool:
    before = text[f.number - 1 : f.number]
    if before in "、,和" and before and _ORDINALS.search(text[max(0, f.number - 16) : f.number]):
        return True
    if f.raw_unit == "小时" and f.value == 24 and not f.word and not f.right:
        return True
    if text[f.number] == "0" and text[f.number + 1 : f.number + 2].isdigit():
        return True
    if f.raw_unit == "次" and before == "届":
        return True
    if before == "每" or (f.word == "近" and f.unit in ("年", "月", "天")):
        return True
    if f.raw_unit == "周" and text.startswith("年", f.end):
        return True
    if f.raw_unit in ("人", "年") and not f.right and _SYSTEM.match(text, f.end):
        return True
    if before in ("第", "初", "高", "+", "_") and f.raw_unit not in ("元",) and before != "高":
        return True
    if before and _LATIN.match(before) and before.isascii() and not (before == "+" and f.raw_unit == "元"):
        return True
    at = _digits_end(text, f.number)
    following = text[at : at + 1]
    return not f.spelled and following.isascii() and bool(_LATIN.match(following)) and not f.raw_unit


def _is_bus(text: str, f: Figure) -> bool:
    """Whether 12路 is the name of a bus, where no cameras are counted."""
    return f.raw_unit == "路" and not _CAMERAS.search(text, max(0, f.number - 16), f.end + 6)


def _is_age(text: str, f: Figure) -> bool:
    if _LIFE.search(text, max(0, f.number - 14), f.number):
        return False
    return f.raw_unit == "岁" or bool(_AGE.match(text, _digits_end(text, f.number)))


def _is_grade(text: str, f: Figure) -> bool:
    # 二类 is a grade, since a count is 两类; so are the others of its list.
    if f.spelled and f.raw_unit == "类" and (f.per or "二类" in text[max(0, f.number - _LIST) : f.end + _LIST]):
        return f.per != () or text[f.number] != "两"
    return not f.unit and bool(_GRADE.match(text, _digits_end(text, f.number)))


def _is_quoted(text: str, f: Figure) -> bool:
    """Inside a short pair of quotation marks, which makes it part of a name (“2+N”, “三公里”); 《》 of any length."""
    if not _QUOTES.search(text, max(0, f.number - 60), f.number):
        return False
    opened = max(text.rfind(mark, max(0, f.number - 60), f.number) for mark in _QUOTE_OPEN)
    if opened < 0 or any(mark in text[opened + 1 : f.number] for mark in _QUOTE_CLOSE):
        return False
    mark = _QUOTE_CLOSE[_QUOTE_OPEN.index(text[opened])]
    closed = text.find(mark, f.number, f.number + 60)
    if closed < 0 or "\n" in text[opened:closed]:
        return False
    return text[opened] == "《" or closed - opened <= 14


def _is_circle(text: str, f: Figure) -> bool:
    return bool(_CIRCLE.match(text, f.end - len(f.raw_unit) if f.spelled else _digits_end(text, f.number)))


def _is_programme(text: str, f: Figure) -> bool:
    if f.unit not in ("年", "月", "天") or f.word or f.per:
        return False
    if _WHILE.match(text, f.end) or (text[f.number - 1 : f.number] == "用" and text.startswith("时间", f.end)):
        return True
    if f.unit == "月" and _REPORTED_AT.search(text, max(0, f.number - 4), f.number):
        return True
    return bool(_PROGRAMME.match(text, f.end - len(f.raw_unit))) or text[max(0, f.number - 2) : f.number] in (
        "为期",
        "时间",
        "期限",
    )


def _is_named_count(text: str, f: Figure) -> bool:
    """3项待遇, 五项制度: the number belongs to a name, unless something is done to that many of them."""
    if f.word or f.right or f.unit not in ("项", "类", "种", "级"):
        return False
    return bool(NAMED.match(text, f.end - len(f.raw_unit)))


def _is_aside(text: str, f: Figure) -> bool:
    """In brackets that say what does not count, what was before, or a share of it."""
    opened = _BRACKETED.search(text, max(0, f.number - 90), f.number)
    return bool(opened and _EXCLUDES.search(opened.group()))


def _is_chosen_from(text: str, f: Figure) -> bool:
    """Whether a figure says from how many something was chosen: 从13件候选项目中票决产生."""
    return text[f.number - 1 : f.number] in ("从", "由", "在") and _AMONG.match(text, f.end) is not None


def _is_label(text: str, f: Figure) -> bool:
    return bool(_NUMBER_WORD.search(text, max(0, f.number - 8), f.number)) and not f.word


def _is_idiom(text: str, f: Figure) -> bool:
    """Whether a Chinese numeral is part of a word: 五个一, 千家, 一次性, 地铁二期, 三面光, 五台3个街道."""
    if (text.startswith("一", f.end) and f.value > 1) or text[f.end : f.end + 1].isdigit():
        return True
    passed = f.op == ">" and text[f.number] == "万"
    if not passed and not _BEGINS_NUMERAL.match(text[f.number]):
        return True
    if f.raw_unit == "角":
        return text[f.number - 1 : f.number] != "元" and text[f.end : f.end + 1] not in ",。;、钱"
    if f.raw_unit == "期":
        return not _HELD.search(text, max(0, f.number - _HELD_WITHIN), f.number)
    return f.unit == "村" or _MAKES_WORD.match(text, f.end) is not None


def _is_idle_numeral(text: str, f: Figure) -> bool:
    """Whether a Chinese numeral binds nothing: 一个平台, 两手抓. It counts behind a comparator or a verb of doing.

    A longer numeral, and one that closes its clause (断头路两条，), counts where something is done in the clause.
    """
    if f.raw_unit == "折":
        return text[f.number - 1 : f.number] == "波"
    return f.spelled and _is_idle(text, f)


def _is_idle(text: str, f: Figure) -> bool:
    if _is_idiom(text, f):
        return True
    if text[f.number - 1 : f.number] == "、" and f.value > 1 and f.unit in _BUILT:
        return not _DOING.search(text, max(0, f.number - 22), f.number)
    if f.word or f.per or f.right:
        return False
    if is_once(f):
        return not is_one_time_each(text, f)
    if _DOES.search(text, max(0, f.number - 8), f.number):
        return (
            f.value == 1 and f.op == "=" and f.unit not in ("所", "座", "处") and text[f.number - 1 : f.number] != "好"
        )
    long = f.tail - f.number - len(f.raw_unit) > 1
    closing = text[f.end : f.end + 1] in ",。;、\n("
    if closing and f.tail - f.number - len(f.raw_unit) >= _SPELLED_OUT and f.unit not in ("年", "月", "天", "小时"):
        return False
    if _RISES_TO.match(text, f.end) and _FROM.search(text, max(0, f.number - 8), f.number):
        return False
    if not (long or closing) or f.unit in ("年", "月", "天", "小时", "项", "种", "类", "条件"):
        return not (long and closing)
    return not _DOING.search(text, max(0, f.number - 22), f.number) and not (
        long and f.unit in ("人", "户", "元", "个")
    )


_DOES = lazy(
    r"(?:新建|改建|扩建|新改扩建|改扩建|建设|建成|建|完成|新增|增加|改造|创建|打造|培育|设立|设置|开设|新开|开通|购置|配备|举办|开展|组织|培训|资助|救助|"
    r"帮扶|发放|达到|实现|整治|治理|修缮|修建|加装|安装|投放|补充|招聘|选派|引进|启动|开工|推出|建立|不少于|至少|提升|升级|新改建|新设|招收|选聘|整修|维修|硬化|铺设|覆盖|扶持|选树|安置|提供|共|增至|扩大到|各|好)了?$"
)
# 由三所增至五所: where a change begins.
_RISES_TO = lazy(r"[^,。;\n\d]{0,4}(?:增|加|提|扩|升|高|大|减|降|低|少)(?:到|至|为)")
_FROM = lazy(r"[从由](?:现有|原来?)?的?$")
_BEGINS_NUMERAL = lazy("[一二两三四五六七八九十]")
# Courses are held in so many 期; of a line, a park or a project it is the phase.
_HELD = lazy(
    r"(?:班|课|课程|培训|讲座|讲堂|活动|论坛|沙龙|夏令营|研修|刊物?|专栏|简报)[^,。;、\n\d]{0,6}$|(?:开展|举办|开办|组织|开设)(?:了|各?类)?$"
)
_HELD_WITHIN = 16
_MAKES_WORD = lazy("性|光(?=沟?渠|水渠|排水)")
_BUILT = frozenset({"所", "座", "处", "个", "条", "家", "套", "台"})
_DOING = lazy(_DOES.pattern.removesuffix("了?$") + r"|安装|打通|拨付|修建|受益")

TESTS: tuple[tuple[str, Test], ...] = (
    ("numeral", _is_idle_numeral),
    ("year", _is_year),
    ("date", _is_date),
    ("age", _is_age),
    ("grade", _is_grade),
    ("name", _is_name),
    ("bus", _is_bus),
    ("own-count", is_own_count),
    ("label", _is_label),
    ("assessed", is_assessed),
    ("procedure", is_procedure),
    ("quoted", _is_quoted),
    ("circle", _is_circle),
    ("programme", _is_programme),
    ("qualifier", qualifies),
    ("named-count", _is_named_count),
    ("aside", _is_aside),
    ("chosen", _is_chosen_from),
    ("history", is_told),
)


def veto(text: str, figure: Figure) -> str | None:
    """Return why the figure binds nobody, or None when it may be a commitment."""
    for reason, test in TESTS:
        if test(text, figure):
            return reason
    return None
