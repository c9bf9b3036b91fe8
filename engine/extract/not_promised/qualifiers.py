"""Telling how big, how old or whose from how many: 20户以上自然村, 享受40%救济的人员, 对吸纳10人以上…的企业."""

from __future__ import annotations

from engine.extract.numbers.each import DONE_TO_ONE
from engine.extract.numbers.scan import Figure
from engine.patterns import lazy
from engine.words.people import PEOPLE

_SIZED = lazy(
    r"(?:及以上|及以下|以上|以下|以内|之内)?的?(?:[^,。;、\n\d]{0,6}?)"
    r"(?:自然村|行政村|中心村|建制村|重点村|村庄|村组|村寨|村落|村屯|山寨|聚居[点区]|乡镇|小区|学校|机构|医院|水源地|企业|单位|工程|项目|设施|场所|社区|用户|楼房|住宅|建筑|锅炉|水库|农户|家庭|园区|客车|车辆|水厂|河流|湖泊|道路|桥梁|合作社|家庭农场|大户|失业|毕业|未|无房|工龄|党龄|教龄|居住|户籍|社保|医龄|重点人群)"
)
# 200张床位以上养老机构: the measure word counts beds, and the noun stands before 以上.
_BEDS = lazy(r"(?:护理|养老)?床位及?以[上下](?:的)?[一-龥]{0,6}(?:机构|医院|敬老院|福利院|养老院)")
_SIZE_UNITS = frozenset(
    {
        "人",
        "户",
        "平方米",
        "亩",
        "千瓦",
        "米",
        "年",
        "月",
        "天",
        "张",
        "吨",
        "公里",
        "平方公里",
        "公顷",
        "千伏安",
        "床",
        "元",
        "生",
        "兆瓦",
    }
)
_MEASURING = frozenset(["超过", "大于", "高于", "多于", "小于", "少于", "低于", "不足", "不满", "未满", "不到", "超"])
_NAMED_AFTER = lazy(rf"[^,。;:\n\d]{{0,8}}?的[^,。;:\n\d]{{0,8}}(?:{PEOPLE}|家庭|企业)")
# 年收入50万元以上的村达到5个, 日供水5万吨的水厂1座: what follows is counted, the figure says of what size.
_OF_SIZE = lazy(
    r"的[一-龥]{0,8}?(?:村|户|企业|家庭|镇|乡|合作社|项目|厂|站|场|馆|中心|水库|泵房|小区|园)[^,。;\n\d]{0,6}\d+(?![\d.]*(?:万|亿)?元)"
)
_SPANS = frozenset({"年", "月", "天", "小时", "分钟"})
# How long ago, or the first hours of something.
_SINCE = lazy(r"(?:毕业|离校|退役|失业|登记|注册|成立|创办|经营|[首前])满?$")
_WAITING = lazy(r"(?:内|以内|之内)(?:未|无|的|新|毕业|有)")
_SETTING = lazy(r"(?:个)?(?:月|年|天|小时|学期)(?:内)?(?:即将|未|以来|来|前|后|制|期)")
_REPEATED = lazy(r"连续[^,。;\n\d]{0,6}$", needs="连续")
_OF_SOMEBODY = lazy(r"[^,。;:\n\d]{2,16}的[一-龥]", needs="的")
_ENTITLED = lazy(r"(?:享受|符合|按原?)[^,。;:\n\d]{0,4}$")
_CONDITION = lazy(r"(?:^|[,。;:\n])(?:凡|对|对于|如|若|针对|符合)[^,。;:\n]{0,20}$")


# 1人户, 3人及以上户: how many a household has. 户均, 户籍 begin other words.
_HOUSEHOLD = lazy(r"(?:人口?)?(?:\(含\d人?\))?(?:及?以上|及?以下)?的?户(?![均籍外口数])")
_HOUSEHOLD_BEFORE = lazy(r"\d人口?(?:\(含\d人?\))?(?:及?以上|及?以下)?的?户(?![均籍外口数])")
_HOUSEHOLD_GOES_ON = lazy(r"(?:不?[低高少多大]于|不?超过|[^,。;\d\n]{0,6}(?:补助|补贴|面积)[^,。;\d\n]{0,4}\d)")
_LARGEST_HOUSEHOLD = 10
_A_YEAR_TOLD = lazy(r"[ ]*(?:(?:19|20)\d\d年|上年|去年|原)[^,。;:\d]{0,8}\d")
_HOUSEHOLD_SAID = lazy(
    r"(?<![\d.])(?<!每[一-龥]{2})(?:\d{1,2}[-~至到])?\d{1,2}人口?(?:\(含\d人?\))?(?:及?以上|及?以下)?"
    r"(?:的?户(?![均籍外口数])|(?=的?(?:补助|补贴)|不[低高少多大超]|每|$))"
)


def is_household(text: str, f: Figure) -> bool:
    """Whether a figure says how many a household has: 1人户, or 3人 in a sentence that tells households apart so."""
    if f.raw_unit not in ("人", "口人", "人口") or f.value > _LARGEST_HOUSEHOLD or f.scale or f.per:
        return False
    if _HOUSEHOLD.match(text, f.end - len(f.right) - len(f.raw_unit)):
        return True
    begin = max(text.rfind(mark, 0, f.number) for mark in "。;\n") + 1
    return bool(_HOUSEHOLD_GOES_ON.match(text, f.end)) and bool(_HOUSEHOLD_BEFORE.search(text, begin, f.number))


def household_of(words: str) -> str:
    """Return the size of household that the words right before a figure confine it to (1人户), or nothing."""
    sizes = [m.group() for m in _HOUSEHOLD_SAID.finditer(words)]
    return sizes[-1] if sizes else ""


def without_household(words: str) -> str:
    """Return words without the size of household in them."""
    return _HOUSEHOLD_SAID.sub("", words) if "人" in words else words


def tells_aside(text: str, start: int, end: int) -> bool:
    """Whether a clause tells of a year gone by or of one size of household, and names nothing for the clause behind it."""
    return bool(_A_YEAR_TOLD.match(text, start) or household_of(text[start:end]))


# 按100人核定: how many are reckoned with.
_DONE_TO = lazy(rf"{DONE_TO_ONE}$", needs="每")
_COUNTED = frozenset({"人", "生", "户", "张", "床", "个", "班"})
_RECKONED = lazy(r"(?:核定|核拨|核算|计算|测算|拨付|计)")


def qualifies(text: str, f: Figure) -> bool:
    """Whether a figure says how big, since when or whose, not how many are promised (离校2年内, 100人以上的企业)."""
    if is_household(text, f):
        return True
    if f.value == 1 and not f.word and _DONE_TO.search(text, max(0, f.number - 10), f.number):
        return True
    if f.unit in _COUNTED and text[f.number - 1 : f.number] == "按" and _RECKONED.match(text, f.end):
        return True
    if _tells_whose(text, f) or _tells_size(text, f):
        return True
    if not f.word and _REPEATED.search(text, max(0, f.number - 10), f.number):
        return True
    lasting = f.unit in ("年", "月", "天") and not f.word and f.op != "<="
    if lasting and (_WAITING.match(text, f.end) or _SETTING.match(text, f.end - len(f.raw_unit))):
        return True
    if f.unit not in _SPANS:
        return False
    return text.startswith("就", f.end) or bool(_SINCE.search(text, max(0, f.number - 6), f.number))


def _tells_whose(text: str, f: Figure) -> bool:
    """Whether a figure stands in words that only say who or what is meant: they end in 的, or in 的人员 a little later."""
    following = text[f.end : f.end + 1]
    if f.word in _MEASURING and (following == "的" or f.unit in ("年", "月", "周")):
        return True
    if f.right and following == "的" and f.unit != "元" and f.raw_unit not in ("名", "位", "%"):
        return True
    if f.raw_unit in ("%", "倍") and not f.right and _NAMED_AFTER.match(text, f.end):
        return f.raw_unit == "倍" or bool(_ENTITLED.search(text, max(0, f.start - 8), f.start))
    if following == "的" and f.unit in _SIZE_UNITS and not f.per and _OF_SIZE.match(text, f.end):
        return True
    if f.unit == "元" or not (following == "的" or f.right or f.word in _MEASURING):
        return False
    if following == "的" and text[f.number - 1] == "满":
        return True
    return (following == "的" or _OF_SOMEBODY.match(text, f.end) is not None) and _is_conditional(text, f)


def _tells_size(text: str, f: Figure) -> bool:
    if f.unit == "张" and _BEDS.match(text, f.end):
        return True
    if f.unit not in _SIZE_UNITS or not (f.right or f.word in _MEASURING):
        return False
    sized = _SIZED.match(text, f.end - len(f.right))
    return bool(sized and (f.right or text[f.end : f.end + 1] == "的") and not _counts(f, sized.group()))


def _is_conditional(text: str, f: Figure) -> bool:
    return bool(_CONDITION.search(text, max(0, f.start - 26), f.start))


def _counts(f: Figure, noun: str) -> bool:
    """Whether the measure word counts the noun itself (42名以上…毕业生, 300户以上…家庭)."""
    if f.unit == "人":
        return f.raw_unit in ("名", "位") or noun.endswith(("毕业", "失业"))
    return f.unit == "户" and noun.endswith(("家庭", "农户", "用户", "大户", "住宅"))
