"""What a document says of itself: title, number, issuer, place, level, year, date."""

from __future__ import annotations

import re

from engine.commitment import Metadata
from engine.patterns import lazy
from engine.quantity.numerals import chinese

_HEAD = 2500
_AUTUMN = "10"
_YEARS_OF_PLAN = lazy(r"\((20\d\d)年?[-~至到](?:20\d\d)年\)")
_OPENING = 800
_NUMBER = lazy(
    r"(?P<organ>[一-龥]{1,10}?)[ ]*[〔\[(【](?P<year>(?:19|20)\d\d)[〕\])】][ ]*(?:第)?[ ]*(?P<no>\d{1,4})[ ]*号",
    needs="号",
)
# A head of a column (2024年标准) is no title.
_LEAST_TITLE = 3
_LONGEST_TITLE = 60
_TITLE_KIND = "通知|意见|方案|办法|计划|规划|通报|报告|清单|决定|公告|要点|任务书|责任书|实事|工作安排|细则|标准|目录|分解表|任务表|附表|台账"
_TITLE = lazy(rf"^[ ]*(?P<title>[^\n。;]{{4,120}}?(?:{_TITLE_KIND}))(?:\(.{{1,16}}\))?[ ]*$", re.MULTILINE)
_YEAR = lazy(r"(20\d\d|19\d\d)[ ]*年?")
_DATE = lazy(r"((?:19|20)\d\d)[ ]*[年.\-/][ ]*(\d{1,2})[ ]*[月.\-/][ ]*(\d{1,2})[ ]*日?")
_CN_DATE = lazy(
    r"([二一][〇零○OＯ一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_ISSUER_LINE = lazy(
    r"^[ ]*(?P<issuer>(?:中共)?[一-龥 ]{2,36}?(?:人民政府办公室|人民政府|委员会办公室|委办公室|党委|委员会|办公室|领导小组|局))[ ]*"
    r"(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:印发)?[ ]*)?$",
    re.MULTILINE,
    needs="人民政府|办公室|委员会|党委|领导小组|局",
)
_LEVELS = (
    (
        "township",
        lazy(
            r"[一-龥]{1,8}?(?:街道|镇|乡|苏木)(?=人民政府|党委|办事处|20\d\d|民生|关于|党政|全|实施|工作|年|重点|办公室)",
            needs="街道|镇|乡|苏木",
        ),
    ),
    (
        "county",
        lazy(
            r"[一-龥]{1,8}?(?:县|自治县|旗|区)(?=人民政府|政府(?!工作报告)|委|[县区旗]委|20\d\d|民生|关于|年|重点|实施|办公室|工作|十件|实事|[一-龥]{2,8}局|\d{1,2}月份)",
            needs="县|旗|区",
        ),
    ),
    (
        "city",
        lazy(
            r"[一-龥]{1,7}?(?:市|自治州|盟|地区)(?=人民政府|政府(?!工作报告)|委|[市州]委|20\d\d|民生|关于|年|重点|实施|办公室|工作|十件|实事)",
            needs="市|自治州|盟|地区",
        ),
    ),
    (
        "province",
        lazy(
            r"[一-龥]{1,6}?(?:省|自治区)(?=人民政府|委|20\d\d|民生|关于|年|重点|实施|办公室|工作|十件|实事)",
            needs="省|自治区",
        ),
    ),
)
# A village may stand behind its township: 双桥镇石岭村2024年…. It is no level of government; what it may be taken for is 农村, 行政村.
_VILLAGE = lazy(
    r"^(?:[一-龥]{1,6}?(?:自治县|[市县区旗]))?(?:[一-龥]{1,6}?(?:镇|乡|街道))?"
    r"(?P<name>(?![一-龥]{0,6}(?:农|乡|行政|自然|建制|中心|城中|示范|试点|老旧|全|各|类)(?:村|社区))[一-龥]{2,8}?(?:(?<!农)村(?!社区)|(?<!村)社区))"
    r"(?=20\d\d|“?(?:民生|两委)|为民|办?实事|[村居]民委员会|[村居]委会|党(?:总支|支部|委))"
)
_FROM_WORDS = (
    ("township", "全镇|全乡|我镇|我乡|本镇|各村"),
    ("county", "全县|我县|全区|我区|各乡镇"),
    ("city", "全市|我市|各县区"),
    ("province", "全省|我省"),
)
# A city that governs townships itself (我市辖3个街道、6个镇; 各镇街) and names no county of its own ranks with the counties.
_GOVERNS = lazy("[我全]市[现共下]*辖([^。;\n]{2,200})")
_TOWNS = lazy("街道|镇|乡")
_COUNTIES = lazy("(?<!市)县|旗|(?<![社小园景片校街辖库牧林矿])区")
_TO_TOWNS = lazy("各(?:乡镇|镇[乡街(、]|街镇|街道|乡、镇|(?:镇|乡|乡\\(镇\\))人民政府)")
_TO_COUNTIES = lazy(
    "各(?:市、?)?(?:县|旗|区(?![域块间段片]))|县[(、]?[市区]|区县|市辖区|(?:[一二三四五六七八九十]|\\d)个?[县区](?![域块间段片])"
)
_LEADING = lazy(r"^(?:中共|关于印发|印发|关于|转发|\d{4}年?|《)+")
_HEAD_WORDS = lazy(
    r"(?:中共|县委办公室|市委办公室|区委办公室|委员会|办公室|人民政府)", needs="中共|办公室|委员会|人民政府"
)


_NO_TITLE = lazy(
    r"[ ]*(?:附|[◆●■★]|\d+[.、]|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|按照|根据|现将|索[ ]*引[ ]*号|[二一][〇零○OＯ])|[^\n]*\|"
)
# What a page prints before the title and the number in its table of particulars.
_FIELD = lazy(r"^[ ·•*-]*(?:标[ ]*题|名[ ]*称|文件名称)[ ]*:[ ]*", needs=":")
_NUMBER_FIELD = lazy(r"^[ ·•*-]*(?:发文字号|文[ ]*号|文件编号|发文文号|字[ ]*号)[ ]*[:|]?[ ]*")
_BEFORE_PLACE = lazy(
    r"^(?:年度?|度|在|对|为|和|与|及|由|做好|印发|下达|公布|调整|提高|推进|加强|实施|遴选|征求|开展|公开|落实|办好|完成)+"
)


# 2022年度市县民生实事, 拟列入我市, 政府印发了某市: words that end as a place does.
_NO_PLACE = lazy(r"^[全各我本城社]|^[省市县区镇乡]+$|[我了的拟]|列入|政府|印发")
_IN_FORCE = lazy(r"[自从]((?:19|20)\d\d)年\d{1,2}月(?:\d{1,2}日)?起")


_DUE = lazy(r"((?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日|[底末])?(?:之?前|以前)(?!的)")


def _title(text: str) -> str:
    head = text[:_HEAD]
    candidates = [
        m
        for m in _TITLE.finditer(head)
        if not _NO_TITLE.match(m["title"]) and len(_YEAR.sub("", m["title"])) > _LEAST_TITLE
    ]
    dated = [m for m in candidates if _YEAR.search(m["title"])]
    opening = _dated_opening(head)
    if opening and not dated:
        return opening
    if candidates:
        return _FIELD.sub("", (dated or candidates)[0]["title"]).strip()
    for line in head.split("\n"):
        bare = line.strip()
        plain = 4 <= len(bare) <= _LONGEST_TITLE and not re.search("[。;:|]", bare)
        if plain and re.search("[一-龥]{4}", bare) and not _NO_TITLE.match(bare):
            return bare
    return ""


def _dated_opening(head: str) -> str:
    """Return the first line where it alone is a name with a year: a table's title (青石镇2023年执行标准表)."""
    first = head.strip().partition("\n")[0].strip()
    named = _LEAST_TITLE < len(first) <= _LONGEST_TITLE and _YEAR.search(first) and not re.search("[。;:|,]", first)
    return first if named and not _NO_TITLE.match(first) and not _DATE.fullmatch(first) else ""


def _number(text: str) -> str:
    for match in _NUMBER.finditer(text[:_HEAD]):
        before = text[max(0, match.start() - 3) : match.start()]
        line_start = text.rfind("\n", 0, match.start()) + 1
        line = _NUMBER_FIELD.sub("", text[line_start : match.end() + 1]).strip()
        if len(line) <= len(match.group().strip()) + 6 and not before.endswith(("(", "》")):
            return re.sub(r"\s", "", match.group())
    return ""


def _date(text: str) -> str:
    found = ""
    for region in (text[:_HEAD], text[-1500:]):
        for match in _DATE.finditer(region):
            line = region[
                region.rfind("\n", 0, match.start()) + 1 : (region.find("\n", match.end()) + 1 or len(region) + 1) - 1
            ]
            if len(line.strip()) < 64 and not re.search("[。;]", line):
                year, month, day = (int(g) for g in match.groups())
                if 1 <= month <= 12 and 1 <= day <= 31:
                    return f"{year}-{month:02d}-{day:02d}"
        spelled = _CN_DATE.search(region)
        if spelled:
            digits = [str(chinese(c) or 0) if c not in "〇零○OＯ" else "0" for c in spelled[1]]
            found = (
                found or f"{''.join(digits)}-{int(chinese(spelled[2]) or 0):02d}-{int(chinese(spelled[3]) or 0):02d}"
            )
    return found


def _place(title: str, issuer: str, text: str) -> tuple[str, str]:
    """Return (place, level) as the title, else the issuer, else the first lines name them."""
    opening = re.search(r"[一-龥]{2,8}[省市县区州盟旗镇乡](?=20\d\d年)", text[:_OPENING])
    village = _VILLAGE.match(_LEADING.sub("", title))
    own = village["name"] if village and not _NO_PLACE.search(village["name"]) else ""
    # What a village's plan names beside it is the township that it is under.
    for source in () if own else (title, issuer, f"{opening.group()}年" if opening else ""):
        for level, pattern in _LEVELS:
            match = pattern.search(_LEADING.sub("", source))
            if match:
                name = _BEFORE_PLACE.sub("", _HEAD_WORDS.sub("", match.group()).rpartition("印发了")[2])
                if 2 <= len(name) <= 9 and not _NO_PLACE.search(name):
                    return name, level
    for level, words in _FROM_WORDS:
        if re.search(words, text[:4000]):
            return own, level
    return own, ""


def read_metadata(text: str) -> Metadata:
    """Return what the head and foot of a cleaned text say of the document; empty where nothing is said.

    The plan's year is the title's, else the one the first headings name; never the day on which a page was put online.
    """
    title = _title(text)
    number = _number(text)
    signed = [m["issuer"].replace(" ", "") for m in _ISSUER_LINE.finditer(text[:_HEAD])]
    issuer = signed[0] if signed else ""
    if not issuer:
        named = re.match(
            r"((?:中共)?[一-龥]{2,24}?(?:办公室|人民政府)(?:[一-龥]{2,14}?(?:办公室|人民政府))?)关于", title
        )
        issuer = named[1] if named else ""
    date = _date(text)
    year = _plan_year(text, title, number, date)
    place, level = _place(title, issuer, text)
    if level == "city" and _governs_towns(text):
        level = "county"
    return Metadata(title, number, issuer, place, level, year, date)


def _governs_towns(text: str) -> bool:
    """Whether a city has towns right below it, as it says of itself or else by whom it tells to do things."""
    told = _GOVERNS.search(text)
    if told:
        return _TOWNS.search(told[1]) is not None and _COUNTIES.search(told[1]) is None
    return _TO_TOWNS.search(text) is not None and _TO_COUNTIES.search(text) is None


def _plan_year(text: str, title: str, number: str, date: str) -> int | None:
    if date and "工作报告" in title and not _YEAR.search(title):
        return int(date[:4])
    for source in (title, *(re.findall(r"^[ ]*[一二]、[^\n]{0,30}", text, re.MULTILINE)[:2])):
        match = re.search(r"((?:19|20)\d\d)[ ]*年?", source)
        if match:
            return int(match[1])
    counted: dict[str, int] = {}
    for match in _IN_FORCE.finditer(text[:20000]):
        counted[match[1]] = counted.get(match[1], 0) + 1
    for match in re.finditer(r"(?<!过去的)(?<!延续)(?<!截至)((?:19|20)\d\d)[ ]*年(?!\d|\s*[-.])", text[:20000]):
        counted[match[1]] = counted.get(match[1], 0) + 1
    if counted:
        most = int(max(sorted(counted), key=lambda y: counted[y]))
        # A plan for several years is of the year it was issued in; one issued in autumn may be next year's.
        begun = _YEARS_OF_PLAN.search(text[:_HEAD]) if date else None
        autumn = date[5:7] >= _AUTUMN and not (begun and begun[1] == date[:4])
        first = int(date[:4]) + autumn if date else most
        # What is to be done in the year of issue is a plan of that year, however much it tells of the year before.
        return first if any(int(m[1]) == first for m in _DUE.finditer(text[:20000])) else min(most, first)
    in_number = re.search(r"(?:19|20)\d\d", number)
    return int(in_number[0]) if in_number else int(date[:4]) if date else None
