"""20项民生实事, 10件…22个指标任务, 3个附件: the numbers of its own items, indicators and annexes that a plan claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from engine.commitment import Metadata
from engine.patterns import lazy
from engine.quantity.numerals import whole_number

OWN = r"民生(?:微?实事|工程|项目)|惠民(?:实事|工程|项目)|为民(?:办)?(?:微)?实事|微?实事"
_CLAIM = lazy(
    rf"(?P<number>(?<![\d.第-])\d{{1,3}}|(?<![第每、])[一二三四五六七八九十]{{1,3}}) ?(?P<unit>项|件|个|大|类)"
    rf"(?P<noun>(?:重点|监测|主要|年度|全县|全市|全区)*(?:{OWN})(?:项目|事项|工程|任务)*|(?:主要|重点|具体)?指标任务|(?:主要|具体|量化|考核|核心|关键|监测)?指标(?![体数的值])|附件)",
    needs="民生|实事|为民|惠民|指标|附件",
)
_CLAIM_BEHIND = lazy(
    rf"(?P<noun>(?:{OWN})(?:项目|事项|工程|任务)*)(?:共计|共|合计|总计|计)?(?:\d{{1,2}}|[一二三四五六七八九十])?(?:大?类|个?方面|大?板块)?"
    rf"(?P<number>(?<!\d)\d{{1,3}}|(?<![一二三四五六七八九十])[一二三四五六七八九十]{{1,3}})(?P<unit>项|件|个)(?=[,。;:、()\n]|$)",
    needs="民生|实事|为民|惠民",
)
_CLAIM_OF_THESE = lazy(
    r"(?P<noun>以下|下列|如下)(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})(?P<unit>项|件|条|个)(?=[,。;:实任工民事重\n]|$)",
    needs="以下|下列|如下",
)
_CLAIM_IN_TITLE = lazy(
    r"(?P<noun>清单|项目表|一览表|任务表|目标表|分解表)[ ]*\((?:共计|共|合计|计)?(?:\d{1,2}大?类)?(?P<number>\d{1,3})(?P<unit>项|件|个)\)",
    needs="清单|项目表|一览表|任务表|目标表|分解表",
)
_ANNEX_COUNT = lazy(r"附件[共计]*(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})[个份件]", needs="附件")
_QUOTED = lazy("《[^《》]{0,200}》")
_SENTENCE = lazy("[。;\n]")
_YEAR = lazy(r"(?<!\d)(20\d\d)年?")
_DONE = lazy(
    r"^(?:项目|任务)?[ ]*(?:均|都|已|全部|全面|如期|按期|圆满|顺利|提前|超额|基本)*(?:完成|办结|办成|兑现|落地见效|竣工)(?!目标|任务|时限)"
)
_AHEAD = lazy("确保|力争|推动|推进|保证|实现|要求|务必|必须|要")
_AFTER_UPPER = lazy(
    r"(?:按照|根据|依据|围绕|对照|承接|对标|结合)[^,。;]{0,4}?(?<![我本全])[省市县区](?!街)",
    needs="按照|根据|依据|围绕|对照|承接|对标|结合",
)
# 根据《…市…方案》(…号)确定的9件: the items of the document cited.
_BY_CITED = lazy(
    r"《(?P<cited>[^《》]*)》(?:\([^()]*\))?[^,。;:《》]{0,6}(?:确定|明确|部署|下达|安排|提出|要求|规定|印发)[^,。;:《》]{0,6}$"
)
_UPPER = {
    "county": lazy("全市|市里|市级|市委|市政府|市定"),
    "township": lazy("全市|市里|市级|市委|市政府|市定|[县区市](?:里|级|委|政府|人民政府|定|下达)|全[县区]"),
}
_OTHERS = lazy("省|国家|中央|上级|部委|[地]级市|往年|去年|上年|近年|累计|历年|已完成|兄弟|各县")
# 12个指标中,2个指标…: some of those counted right before.
_OUT_OF = lazy(r"(?:项|件|个|大|类)[一-龥]{0,12}[中里],")
# 见习、康复救助2个指标: those named, and no more.
_NAMED = lazy(r"(?P<names>[一-龥“”]{2,12}(?:、[一-龥“”]{2,12})*)(?:等|这)?$")
# 承担市级8件、自主实施县级6件: each is a part of all that the plan does.
_PART = lazy("[省市县区镇乡]级|[自另][主定选行]|另|新增|续建")
# 由乡镇承担的8项指标, and those whose rest is counted behind (其余17项由部门组织): some of all.
_SOME_THAT = lazy(
    "(?:[需应]要?由?|由|交|归|属于?|涉及|分解|下放|可量化|能量化|约束性|预期性)(?!本方案|全部|所有)[^,:]{0,14}的$|(?:约束|预期)性$"
)
_THE_REST = lazy(
    r"^(?:(?!其中)[^。;\n]){0,60}?(?:其余|剩余|剩下|余下|其他|另外|另有)(?:的)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[项件个](?![县市区镇乡村局])"
)
# What announces a list: a deed of the plan itself (共办理8件), and what points to it (以下8件, 本方案所列10件).
_DEED = lazy(
    r"(?:办好|办理|梳理|形成|遴选|筛选|评选|票选|票决|征集|提炼|谋划|拟定|敲定|选定|提出|办成|新办|[要拟]办|实施|安排|确定|推进|推出|承办|抓好|抓实|组织|开展|兴办|落实|列出|现将|下达|[共计即](?=[^,:]{0,6}$))[^,:]{0,16}$"
)
_NO_DEED = lazy("^[^,:]{0,2}(?:对|围绕|针对|就|凡|每|各)")
# Who does only some of what the plan does, and what is said of each: 由县教育局办好2件, 每村办1件.
_SOMEBODY = lazy(r"[局委办站](?![好理成实])|中心|部门|系统|单位|[各每]|村|社区|街道|乡镇|至少|不少于|再|分别|试点|示范")
# 确定2024年街道6件实事 in the plan of a 街道: its own.
_OWN_TOWNSHIP = lazy("(?<![各每个])(?:街道|乡镇|镇村)(?=[^,:]{0,4}$)")
# What is said of all that there is: 12件民生实事逐件明确责任人, 围绕20项民生实事目标任务.
_OF_ALL = lazy(r"^(?:项目|事项|任务)?[ ]*(?:的)?(?:均|都|逐[件项个一]|要逐[件项个一]|全部|目标任务|任务清单|项目清单)")
# 就清河县2024年度20项民生实事: those of the place and the year, all of them.
_OF_THE_YEAR = lazy(r"[省市县区旗镇乡]20\d\d年度?的?$")
_POINTS = lazy("(?:以上|上述|以下|下列|如下|所列|本方案|本次)[^,:]{0,8}$")
# 共有10件民生实事, 以及2项重点监测项目: what is said of the first is said of both.
_AND = lazy("以及|和|及|与|并")
_GROUPS = lazy(r"(?P<groups>\d{1,2}|[一二三四五六七八九十])(?:大?类|个?方面|大?板块)的?$")
_THINGS = ("项目", "工程", "事项", "任务")
_BEFORE = 14
# 附2个附件: how many go with the plan.
_ATTACHED = lazy("附[有上:]?$")
_LONGEST_LINE = 60
_REACH = 120


class Claim(Struct, frozen=True):
    """A number of things that a plan says it holds, and the words before it.

    ``announces`` where it stands in a title or says that the plan does them, so that a list has to follow; ``points`` where
    it points to a list (以上, 以下); ``groups`` is the number of kinds said before it (5大类12项), 0 where none is. ``whole``
    where it is said of everything that the plan does, not of what may be some of it.
    """

    number: int
    unit: str
    noun: str
    start: int
    end: int
    context: str = ""
    announces: bool = False
    points: bool = False
    groups: int = 0
    whole: bool = False


def claims_of(folded: str, metadata: Metadata) -> Iterator[Claim]:
    """Yield the numbers that a plan claims of its own, those in titles of documents cited left out.

    One thing is no list, unless it is said to be everything; and where one clause tells two numbers of the same (市级8件、县级6件), each is a part.
    """
    quoted = [match.span() for match in _QUOTED.finditer(folded)]
    found = {
        match.start("number"): match
        for pattern in (_CLAIM_IN_TITLE, _CLAIM_BEHIND, _CLAIM_OF_THESE, _CLAIM)
        for match in pattern.finditer(folded)
    }
    matches = [match for _, match in sorted(found.items())]
    last: Claim | None = None
    for match in matches:
        number = whole_number(match["number"])
        if _of_others(folded, match, metadata) or any(a < match.start() < b for a, b in quoted):
            continue
        # 实事3个方面 counts kinds, 民生实事项目12个 what is done.
        if match.re.pattern == _CLAIM_BEHIND.pattern and match["unit"] == "个" and match["noun"][-2:] not in _THINGS:
            continue
        if "附件" not in match["noun"] and _is_a_part(folded, match, matches):
            continue
        claim = _claim(folded, match, number, last, metadata.level)
        if "指标" not in claim.noun:
            last = claim
        if number > 1 or (
            number == 1 and (claim.whole if "附件" not in claim.noun else _ATTACHED.search(claim.context))
        ):
            yield claim
    for match in _ANNEX_COUNT.finditer(folded):
        yield Claim(whole_number(match["number"]), "个", "附件", match.start(), match.end())


def _claim(folded: str, match: re.Match[str], number: int, last: Claim | None, level: str) -> Claim:
    clause = _clause(folded, match.start())
    if level == "township":
        clause = _OWN_TOWNSHIP.sub("", clause)
    groups = _GROUPS.search(folded, max(0, match.start() - 8), match.start("number"))
    line = folded[folded.rfind("\n", 0, match.start()) + 1 :].partition("\n")[0].strip()
    titled = len(line) <= _LONGEST_LINE and not _SENTENCE.search(line) and line[-1:] not in {",", ":"}
    points = match.re.pattern == _CLAIM_OF_THESE.pattern or _POINTS.search(clause) is not None
    does = _DEED.search(clause) is not None and not _NO_DEED.search(clause)
    if (
        last is not None
        and _AND.fullmatch(clause)
        and last.start >= match.start() - len(_sentence(folded, match.start()))
    ):
        does, clause = last.announces, last.context[-_BEFORE:]
    whole = _is_of_all(folded, match, clause, last, does or points)
    return Claim(
        number, match["unit"], match["noun"], match.start(), match.end(), folded[max(0, match.start() - 40) : match.start()],
        announces=titled or does or match.re.pattern == _CLAIM_IN_TITLE.pattern, points=points,
        groups=whole_number(groups["groups"]) if groups else 0, whole=whole,
    )  # fmt: skip


def _is_of_all(folded: str, match: re.Match[str], clause: str, last: Claim | None, announced: bool) -> bool:
    """Whether a number is said of everything that the plan does; indicators are, where the items before them are."""
    if "指标" in match["noun"] and last is not None and last.end == match.start():
        return last.whole
    said = announced or _OF_THE_YEAR.search(clause) or _OF_ALL.search(folded[match.end() : match.end() + 12])
    return bool(said) and not _SOMEBODY.search(clause)


def _clause(folded: str, at: int) -> str:
    """Return the words of a clause before ``at``, without titles quoted."""
    return re.split("[,:]", _QUOTED.sub("", _sentence(folded, at)))[-1]


def _sentence(folded: str, at: int) -> str:
    low = max(0, at - _REACH)
    ends = [end.end() for end in _SENTENCE.finditer(folded, low, at)]
    return folded[ends[-1] if ends else low : at]


def _of_others(folded: str, match: re.Match[str], metadata: Metadata) -> bool:
    """Whether a number speaks of another level, of another year, of a part, or of what is done."""
    said = _sentence(folded, match.start())
    sentence = _QUOTED.sub("", said)
    clause = re.split("[,:、]", sentence)[-1][-_BEFORE:]
    upper = _UPPER.get(metadata.level)
    own = metadata.place.rpartition("/")[2]
    if _AFTER_UPPER.search(clause) and not (own and own in clause):
        return True
    cited = _BY_CITED.search(said)
    if cited and not (own and own in cited["cited"]):
        return True
    if _SOME_THAT.search(clause) or _THE_REST.match(folded[match.end() : match.end() + _REACH]):
        return True
    if _OUT_OF.search(sentence) or _names_each(sentence, whole_number(match["number"])):
        return True
    if _OTHERS.search(clause) or (upper and upper.search(clause)) or "其中" in sentence:
        return True
    years = _YEAR.findall(sentence)
    if years and metadata.year and int(years[-1]) != metadata.year:
        return True
    return _DONE.search(folded[match.end() : match.end() + 12]) is not None and not _AHEAD.search(sentence)


def _names_each(sentence: str, number: int) -> bool:
    """Whether the words right before a number of things name just as many of them."""
    named = _NAMED.search(re.split("[,:]", sentence)[-1])
    return named is not None and number > 1 and named["names"].count("、") + 1 == number


def _is_a_part(folded: str, match: re.Match[str], matches: Sequence[re.Match[str]]) -> bool:
    """Whether another number of the same things stands in its clause, or in its sentence where either names a level."""
    mine = _kind(match["noun"])
    for other in matches:
        if other is match or _kind(other["noun"]) != mine or other["number"] == match["number"]:
            continue
        first, second = (match, other) if match.start() < other.start() else (other, match)
        between = folded[first.end() : second.start()]
        if second.start() < first.end() or len(between) > _REACH or _SENTENCE.search(between):
            continue
        levelled = _PART.search(_clause(folded, match.start()) + match.group()) is not None
        if not re.search("[,:]", between) or levelled:
            return True
    return False


def _kind(noun: str) -> str:
    return next((kind for kind in ("附件", "指标", "监测") if kind in noun), "")
