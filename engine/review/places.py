"""Another place's name left in, and lists of townships in one plan that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.commitment import ReadTable
from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.review.page import Page
from engine.review.townships import foreign_rows, lists_all
from engine.tables.model import TableRow
from engine.wording import phrase

_SIGNATURE = lazy(
    r"^[ ]*(?:中共)?(?P<place>[一-龥]{2,8}?(?:自治县|自治旗|[县市区旗镇乡]))(?:委(?:员会)?(?:办公室)?)?(?:人民政府(?:办公室)?)?[ ]*$",
    re.MULTILINE,
)
_OFFICE = lazy(r"委|人民政府")
_HEADING = lazy(
    r"^[ ]*(?:附件\d*[:.]?|\d[.、])?[ ]*(?P<place>[一-龥]{1,6}?[县市区旗镇乡])"
    r"(?=20\d\d年[^。]{0,40}(?:表|方案|清单|任务|计划)[ ]*$)"
)
# 《某县2023年民生实事实施方案》, 由某县民政局牵头: a paper or an office of another place.
_PAPER = lazy(
    r"《(?P<place>[一-龥]{1,6}?[县市区旗镇乡])(?=(?:人民政府|20\d\d年)[^》]{0,60}(?:民生|实事)[^》]{0,30}》)",
    needs="《",
)
_HANDED = (
    "牵头|负责|会同|组织|统筹|年度|绩效|考核|备案|审[核批定]|监督|检查|抽查|验收|汇总|下达|指导|统一|办理|公布|通报|核定|拨付"
    "|具体|协调|落实|实施|制定|督促|要(?!求)"
)
# 改造县福利中心 names no county.
_DOES = "改造|新建|改建|扩建|建[设成]|修缮|提升|依托|支持|利用|完善|推进|打造|启动|成立|设立|发挥|升级|指导|联合|委托"
# 高新区 and 老城区 are parts of a place, and no other one.
_PARTS_OF_TOWNS = "高新|经开|经济|开发|示范|度假|旅游|工业|产业|老城|新城|主城|中心|自贸|保税"
_OFFICE_OF = lazy(
    rf"(?:^|[报,。;:、(]|(?:由|经|向|送|纳入|接受|提交|会同|商|与))(?P<place>(?![由经报送与和同跟向对请])(?!{_DOES})[一-龥]{{2,3}}(?:县|旗)"
    rf"(?=(?![一-龥]{{2,6}}(?:联合|合作|协作|共同))[一-龥]{{2,8}}(?:局|委|办|会|部|中心|院)(?:{_HANDED}|[,、。;)\n]))|(?<=由)(?!{_PARTS_OF_TOWNS})[一-龥]{{2}}(?<![城社小园片辖景市地新老库林牧矿灾山东西南北中])区(?=[一-龥]{{2,6}}局(?:会同|负责|牵头))|(?![由经报送与和同跟向对请])[一-龥]{{2,3}}[镇乡](?=(?:人民政府|[一-龥]{{2,6}}(?:办|站|所|中心))(?:牵头|负责|组织|逐|按|具体|承担|统筹)))",
    re.MULTILINE,
    needs="县|旗|区|镇|乡",
)
# 落实《…市…》: the paper that a plan carries out is one of the level above, which may be a 市 as the plan's own place is.
_CARRIES_OUT = lazy(
    "(?:落实|贯彻|执行|根据|按照|依据|遵照|转发|对照|承接)[^,。;《》]{0,8}(?:《[^《》]{2,60}》[^,。;《》]{0,16}[、和及])*$"
)
# A city that writes to its townships is one of the rank of a county.
_TO_TOWNSHIPS = lazy(r"^[ ]*各(?:乡镇|镇乡|乡|镇|街道)[^县区\n]{0,30}[:]", re.MULTILINE)
# 结合某县实际, 具有某县户籍: whom a plan is for.
_FOR_WHOM = lazy(
    r"(?:结合|具有|拥有|持有)(?P<place>(?!我|全|本|该|当地|乡镇)[一-龥]{2,4}?[县市区旗镇乡])(?=的?(?:县情|市情|区情|镇情|乡情|工作实际|发展实际|实际|户籍|户口))",
    needs="结合|具有|拥有|持有",
)
# 不断增强某区困难群众的获得感: whose people a plan serves.
_WHOSE_PEOPLE = lazy(
    r"(?:增强|提升|提高|保障|满足|惠及|服务|造福|改善|方便|关爱|保护|维护|解决|让|使|为|给|向)(?P<place>[一-龥]{2,3}[县区旗])"
    r"(?=(?:广大|全体|困难|城乡|农村|城市|各族|特殊|老年|残疾|低收入)*(?:群众|居民|百姓|人民(?![政法检医银武代])|市民|村民|老年人|老人|儿童|妇女|残疾人|学生|职工))",
    needs="县|区|旗",
)
# 切实把某县高标准农田建设抓出成效: what the plan's work is to come to.
_WHOSE_WORK = lazy(
    r"(?:把|将|推动|推进|促进|做好|抓好|确保|实现|开创|谱写)(?!.{0,3}(?:全|各|我|本)[县旗])(?P<place>[一-龥]{2,3}[县旗])"
    r"(?=(?![级域城委办直乡镇至到与和、]|境内|创[建成])[一-龥]{2,16}?(?:工作|建设|事业|任务|项目|发展|保障|服务|振兴|实事)(?:[^一-龥]|[一-龥]{0,4}(?:抓|办|做|落|推|建|取得|高质量|再上|走在|迈|开|新|按|如)))",
    needs="县|旗",
)
_KIND_OF_COUNTY = lazy(
    "(?:脱贫|示范|先进|试点|试验|重点|贫困|文明|卫生|园林|森林|宜居|幸福|健康|平安|法治|数字|智慧|创新|生态|旅游|农业|工业|文化|教育|体育|双拥|模范|达标|支持|受援|标杆|典型|样板|百强|后进|欠发达|[大强小弱穷富名])$"
)
# 经某县人民政府常务会议审议通过: who has settled a plan is of its own place, or above it.
_MET = lazy(
    r"(?:经|由|提请|报请|报经|召开|依据|根据|按照)(?P<place>(?![经由报提请全各我本该邻])[一-龥]{2,4}?[县区旗镇乡市])"
    r"(?=(?:人民政府|政府|委员会|委|人大常委会|人大)(?:[一二三四五六七八九十\d第届次]{0,10})(?:常务委员会|常务|常委会|常委|党组|全体|办公|专题|主任|主席团)(?:扩大)?会)",
    needs="常务|常委|党组|全体|办公|专题|主任|主席团",
)
# Kinds of places, and no names: 主城区, 安置区, 农村地区.
_NO_NAME = lazy(
    "[县市区镇乡地山城片园]$|全|各|安置|移民|棚户|搬迁|保护|受灾|革命|连片|贫困|民族|服务|居住|生活|试点|工业|产业|旅游|管理|周边|偏远|重点|库|矿|牧|林"
)
_WITH_OTHERS = lazy("对口|协作|帮扶|支援|合作|结对|共建|毗邻|交界|学习|借鉴|经验|参照|参考|联合|飞地")
_COMMON = lazy(
    r"全|各|我|本|该|邻|外|他|两|多|所在|县[市区]|市[县区]|乡镇|城[乡镇区]|老旧?|社区|小区|地区|园区|新区|开发区|示范区",
    needs="全|各|我|本|该|邻|外|他|两|多|所在|市|区|乡镇|城|老",
)
_COUNTIES = "县旗区"
_LEVELS = {"county": "县区旗市", "city": "市", "township": "镇乡"}
_RANKS = ("市", "县旗区", "镇乡")
_CLAUSE_END = lazy(r"[,。;:(（\n]")
_TOWNSHIP = lazy(r"^[一-龥]{1,8}(?:镇|乡|街道|街道办事处|苏木)$")
# 东河镇 and 西河镇 are two places, not one misspelled; so are 河东镇 and 河东乡.
_PAIRED = lazy("[东西南北上下大小新老前后中内外高低里镇乡]{2}")
_LEAST_PLACES = 5
_MOST_MISSING = 1
# How far into a document the line stands that says whom it is written to.
_HEAD = 1200


def place_facts(page: Page) -> Iterator[Fact]:
    """Yield ``oddity`` facts: wrong-place, foreign-township and township-left-out."""
    yield from _wrong_places(page)
    told = set()
    for fact in foreign_rows(page):
        told.add(fact.fields["label"])
        yield fact
    for fact in _townships(page):
        if fact.fields["label"] not in told:
            yield fact


def _wrong_places(page: Page) -> Iterator[Fact]:
    """Yield the signature or a heading of a document that names another place of the plan's own level."""
    own, level = page.extraction.metadata.place.rpartition("/")[2], page.extraction.metadata.level
    endings = _LEVELS.get(level, "")
    if not own or own[-1] not in endings:
        return
    # A county, a banner and a district are of one rank; a city may be above them.
    beside = _COUNTIES if own[-1] in _COUNTIES else own[-1]
    if own[-1] == "市" and (level == "county" or _TO_TOWNSHIPS.search(page.text[:_HEAD])):
        endings, beside = _LEVELS["county"], "市县旗"
    seen = set()
    for place, start, end in _left_in_prose(page, own) if level == "county" else ():
        seen.add(place)
        detail = phrase("review.wrong-place", place=place, own=own)
        yield page.oddity("wrong-place", place, detail, page.given(start, end))
    for place, start, end in _settled_elsewhere(page, own):
        if place not in seen:
            seen.add(place)
            detail = phrase("review.wrong-place", place=place, own=own)
            yield page.oddity("wrong-place", place, detail, page.given(start, end))
    for place, start, end in _named_places(page):
        same_level = place[-1] in endings and not _COMMON.search(place[:-1])
        if same_level and place[-1] in beside and own not in place and place not in own and place not in seen:
            seen.add(place)
            detail = phrase("review.wrong-place", place=place, own=own)
            yield page.oddity("wrong-place", page.text[start:end].strip(), detail, page.given(start, end))


def _settled_elsewhere(page: Page, own: str) -> Iterator[tuple[str, int, int]]:
    """Yield the names of other places, none of a higher rank, whose own meeting is said to have settled the plan."""
    ranks = {rank for rank in _RANKS if own[-1] in rank}
    below = _RANKS[_RANKS.index(ranks.pop()) :] if ranks else ()
    for match in _MET.finditer(page.text):
        place = match["place"]
        line = page.text.rfind("\n", 0, match.start()) + 1
        named = own[:-1] in place or place[:-1] in own or _NO_NAME.search(place[:-1]) or _COMMON.search(place[:-1])
        lower = any(place[-1] in rank for rank in below) and not place.endswith("市")
        if lower and not named and not _WITH_OTHERS.search(page.text, line, match.start()):
            yield place, match.start("place"), _clause_end(page.text, match.end("place"))


def _clause_end(text: str, at: int) -> int:
    found = _CLAUSE_END.search(text, at)
    return found.start() if found else len(text)


def _left_in_prose(page: Page, own: str) -> Iterator[tuple[str, int, int]]:
    """Yield the names of other places whose people or work the plan is for; one whose offices it names is no slip."""
    for match in (*_WHOSE_PEOPLE.finditer(page.text), *_WHOSE_WORK.finditer(page.text)):
        place = match["place"]
        line = page.text.rfind("\n", 0, match.start()) + 1
        named = (
            own in place
            or place in own
            or any(kind.search(place[:-1]) for kind in (_NO_NAME, _COMMON, _KIND_OF_COUNTY))
        )
        above = re.search(rf"{place}(?:人民政府|委|[一-龥]{{2,8}}(?:局|委员会|办公室))", page.text)
        if not named and not above and not _WITH_OTHERS.search(page.text, line, match.start()):
            yield place, match.start("place"), match.end("place")


def _named_places(page: Page) -> Iterator[tuple[str, int, int]]:
    for match in _SIGNATURE.finditer(page.text):
        if _OFFICE.search(match.group()):
            start = match.start("place")
            yield match["place"], start, start + len(page.text[start : match.end()].rstrip())
    for match in (
        *_PAPER.finditer(page.text),
        *_OFFICE_OF.finditer(page.text),
        *_FOR_WHOM.finditer(page.text),
    ):
        start = page.text.rfind("\n", 0, match.start()) + 1
        before = page.text[start : match.start()]
        above = match["place"].endswith("市") and _CARRIES_OUT.search(before)
        if not _WITH_OTHERS.search(before) and not above:
            yield match["place"], match.start("place"), match.end("place")
    heads = [*page.skeleton.annex_heads, *([page.skeleton.annex_list[0]] if page.skeleton.annex_list else [])]
    for head in heads:
        line = page.text[head:].split("\n", 1)[0]
        heading = _HEADING.match(line)
        if heading:
            yield heading["place"], head + heading.start("place"), head + len(line.rstrip())


def _townships(page: Page) -> Iterator[Fact]:
    """Compare the tables that list townships, two by two in their order; each place is reported once."""
    tables = [(read, rows) for read in page.extraction.tables if len(rows := _places(read)) >= _LEAST_PLACES]
    seen = set()
    for number, (first, mine) in enumerate(tables):
        for second, theirs in tables[number + 1 :]:
            for fact in _compared(page, (first, mine), (second, theirs)):
                if fact.fields["label"] not in seen:
                    seen.add(fact.fields["label"])
                    yield fact


def _places(read: ReadTable) -> dict[str, TableRow]:
    found: dict[str, TableRow] = {}
    for row in read.rows:
        name = re.sub(r"\s", "", row.label)
        if row.role == "part" and _TOWNSHIP.match(name):
            found.setdefault(name, row)
    return found


def _compared(
    page: Page, one: tuple[ReadTable, dict[str, TableRow]], other: tuple[ReadTable, dict[str, TableRow]]
) -> Iterator[Fact]:
    (first, mine), (second, theirs) = one, other
    only_first = [name for name in mine if name not in theirs]
    only_second = [name for name in theirs if name not in mine]
    if len(mine.keys() & theirs.keys()) < _LEAST_PLACES - 1 or len(only_first) > 2 or len(only_second) > 2:
        return
    for name in list(only_first):
        twin = next((other for other in only_second if _one_apart(name, other)), None)
        if twin:
            only_first.remove(name)
            only_second.remove(twin)
            if page.folded.count(twin) <= page.folded.count(name):
                yield _odd(page, "foreign-township", twin, (theirs[twin], mine[name]), _title(first), name)
            else:
                yield _odd(page, "foreign-township", name, (mine[name], theirs[twin]), _title(second), twin)
    if only_first and not only_second and len(only_first) <= _MOST_MISSING and lists_all(second, theirs):
        for name in only_first:
            yield _odd(page, "township-left-out", name, (mine[name],), _title(second), _title(first))
    if only_second and not only_first and len(only_second) <= _MOST_MISSING and lists_all(first, mine):
        for name in only_second:
            yield _odd(page, "township-left-out", name, (theirs[name],), _title(first), _title(second))


def _one_apart(one: str, other: str) -> bool:
    if len(one) != len(other) or len(one) < 3:
        return False
    apart = [a + b for a, b in zip(one, other, strict=True) if a != b]
    return len(apart) == 1 and not _PAIRED.fullmatch(apart[0])


def _title(read: ReadTable) -> str:
    return read.title or read.id


def _odd(page: Page, form: str, name: str, rows: tuple[TableRow, ...], table: str, other: str) -> Fact:
    detail = phrase(f"review.{form}", table=table, other=other)
    return page.oddity(form, name, detail, *(_name_place(page, row) for row in rows))


def _name_place(page: Page, row: TableRow) -> tuple[int, int]:
    """Return where the row's name stands: the row itself may begin with its number."""
    text = page.extraction.document.text
    at = text.find(row.label, row.start, row.end)
    return (at, at + len(row.label)) if at >= 0 and row.label else (row.start, row.end)
