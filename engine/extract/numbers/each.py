"""What an amount is each one's of: 每人每月, 人均, 每百户, 年标准."""

from __future__ import annotations

from engine.patterns import lazy
from engine.quantity.measure_words import DENOMINATOR, canonical

# 每成功调解一件给予50元: for each one that something is done to.
_DEEDS = (
    "(?:成功|新)?(?:调解|培训|培养|引进|新建|新增|招用|招录|吸纳|录用|种植|组织|完成|建成|创建|改造|培育|安置|带动|救助|办理|举办|"
    "开展|查处|发现|介绍|输送|安装|加装)"
)
DONE_TO_ONE = f"每{_DEEDS}(?:成功|了)?"
_PAID_FOR_ONE = lazy(
    rf"每(?P<deed>{_DEEDS})(?:成功|了)?[一1](?:{DENOMINATOR})(?P<thing>[^,。;:、\d]*?)"
    r"(?:给予|发放|一次性|可|按|最高|不超过|不低于)*(?P<paid>补助|补贴|奖励|奖补)?(?:给予|不超过|不低于|最高)*$",
    needs="每",
)
EACH = lazy(
    r"(?<![\d每])(?P<thousand>[千万])人口?均"
    rf"|每(?P<base>10万|[十百千万]+)(?:名|位)?(?:常住|户籍|老年)?(?P<of>人口?|户)"
    rf"|{DONE_TO_ONE}[一1](?P<one>{DENOMINATOR})"
    rf"|每(?P<half>半个月)|每(?:个|一)?(?P<each>{DENOMINATOR})"
    rf"|(?P<before>[月年])(?P<who>[人户生])均|(?P<mean>人|户|生|村|校|亩|床|年|月)(?:均|(?<=[人户])平(?![均方米安等]))(?P<period>[月年](?!度))?"
    r"|单(?P<single>[个座家所户处张件台餐])|(?P<term>[月年])(?:保障|补助|救助|发放)?标准"
    r"|(?:^|(?<=[一-龥,、;:]))(?<![今当本去上下全每明同])(?P<named>[月年])(?:最低生活|基本生活|生活|保障|供养|补助|补贴|救助|护理|照料){1,4}标准"
)
# 每季度结束后5个工作日内 says when, not how much in each.
_ENDS_OF_PERIOD = lazy(r"每(?:个|一)?(?:月|季度?|年度?|周|学期|学年)(?:结束|终了)", needs="结束|终了")
_PAID_EACH_BEHIND = lazy(
    rf"[,(]每一?(?P<of>{DENOMINATOR})[^,。;:\d\n]{{0,10}}(?:补|奖|投|给|发|安排|经费|标准)[^,。;:\d\n]{{0,8}}\d",
    needs="每",
)
# One of them is in whatever EACH finds.
_EACH_SIGN = lazy("[每均平单标]")

# 85个行政村每村每月放映电影1场: of how many places, and that it is of each of them, is no part of what is shown.
_KIND = "行政村|自然村|村居|村|社区|乡镇|镇|乡|街道|县区|县|区|学校|校|园|站|中心"
_OF_EACH_PLACE = lazy(
    rf"^(?:{_KIND})[,、]?(?:平均)?每(?:个)?(?:{_KIND})(?:每(?:个)?(?:月|年|周|季度|半年|学期|天))?(?=[一-龥]{{2}})",
    needs="每",
)


# What is paid or done for each that the name of a table's row tells.
EACH_PAID = frozenset(["元", "次", "场"])


def denominators(text: str) -> list[str]:
    """Return the canonical per-parts that ``每人每月``, ``人均`` or ``年标准`` name, in the order they stand."""
    found: list[str] = []
    if not _EACH_SIGN.search(text):
        return found
    text = _ENDS_OF_PERIOD.sub("", text)
    for match in EACH.finditer(text):
        if match["base"]:
            found.append(f"{match['base']}{match['of'][0]}")
        elif match["thousand"]:
            found.append(f"{match['thousand']}人")
        elif match["before"]:
            found += [match["who"], match["before"]]
        elif match["half"]:
            found.append("半月")
        else:
            word = match["one"] or match["each"] or match["mean"] or match["single"] or match["term"] or match["named"]
            found += [canonical(word)] + ([match["period"]] if match["period"] else [])
    return list(dict.fromkeys(found))


def paid_for_one(words: str) -> str:
    """Return the name of what is paid for each one that something is done to (加装电梯补助 of 每加装一台电梯补助), or nothing."""
    found = _PAID_FOR_ONE.search(words)
    return f"{found['deed']}{found['thing']}{found['paid'] or ''}" if found else ""


def without_each_place(words: str) -> str:
    """Return words without the places that begin them and that something is done in each: 放映电影 of 行政村每村每月放映电影."""
    return _OF_EACH_PLACE.sub("", words) if "每" in words else words


def places_alone(words: str) -> str:
    """Return the places that words begin with where they go on with what is done in each of those, else all the words."""
    found = _OF_EACH_PLACE.match(words) if "每" in words else None
    return words[: words.index("每")].rstrip(",、") if found else words


def paid_each_behind(text: str, end: int) -> str:
    """Return the measure word that what is paid for each tells of a figure that ends at ``end``: 场 of 260，每场补助8000元."""
    found = _PAID_EACH_BEHIND.match(text, end) if text.startswith("每", end + 1) else None
    return canonical(found["of"]) if found else ""
