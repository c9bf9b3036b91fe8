"""Whether the words around two figures set them apart: another year, stage, place, part, source or role.

Two figures of one name contradict each other only where all of these are the same as far as told. What is told of one of
them alone sets them apart too, unless it is what a plan means where it says nothing: its own year, all of it, its own place.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from engine.commitment import Commitment, Extraction
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.reconcile.twice.surroundings import Surroundings, Words
from engine.words.done import DONE
from engine.words.periods import STAGE_OF_YEAR

# Words of time that are no time of the figure: names of documents, when something was built, how another figure grew.
_ASIDE = lazy(
    r"[比较](?:上年|去年|上一年|20\d\d年)[^,。;\n]*(?=[,;])|占[^,。;\n]{0,20}%|《[^《》\n]*》|[\[(〔]20\d\d[\])〕]\d*号?|20\d\d年[底末]?[之以]?前(?:建成|竣工)"
)
_SEVERAL = (
    r"20\d\d年?[-~至到]+20\d\d年?|[今未往近]?[后来]?[二三四五两\d]年(?:内|来|间|行动|规划|计划|目标|累计|任务|共|[新改扩]建?)"
    r"|[今未往][后来][一二三四五两几\d]+年|十[三四五六]五|规划期|20\d\d年?(?:及?以[后来]|起)"
)
_PERIOD = lazy(
    rf"(?P<several>{_SEVERAL})|(?P<year>20\d\d)年|(?P<last>[上去]一?年(?!度?结转))|(?P<this>今年|本年|当年|年内)|(?P<next>明年|次年)"
)
_MANY_YEARS = lazy(_SEVERAL)
_STAGE = lazy(
    rf"(?P<all>全年|年底|年末|年内|年度)|(?P<stage>{STAGE_OF_YEAR}|第?[一二三四五六]批|首批"
    r"|[一二三四]期(?!工程)|[一-龥]{2}阶段|\d{1,2}月底?[^,。;\n]{0,3}累计|累计)"
)
_ROLE = lazy(
    r"(?P<former>现行|[此之]前|以往|原(?:定|有|计划|标准|来)|调整前|年初预算)|(?P<upper>(?:[省市县区]|上级|政府)(?:下达|分解|任务|要求))"
    r"|(?P<plan>计划|目标|新标准|任务|拟|力争|确保|安排|预期)|(?P<done>已(?![经知有])|实际|完成情况|(?<!报送)(?<!通报)(?<!汇报)(?<!反馈)(?<!调度)(?<!上报)(?<!工作)进展(?!缓慢|滞后)|截至|累计完成|完成数|完成率)"
    r"|(?P<later>调整后)|(?P<left>(?:剩余|未完成|结转)(?:任务)?|其余|尚|再完成|还需|缺口|结转|不[计含列]入?)|(?P<more>增减|增加|减少|比[^,。;\n]{1,12}[多少增减])"
)
_WHOLE = lazy(r"全[县市区镇乡旗域]|共(?=\d|计|有|安排|需|[^,。;\n]{0,6}$)|各[县区镇乡村街]")
_NAMED = lazy(
    r"(?<![一-龥])(?:[一-龥]{2,4}[县市区])?([一-龥]{2,4}(?:镇(?!街)|乡(?!镇)|街道|社区|片区|园区))(?![级居民道委组])"
)
_ROW_PLACE = lazy(r"[一-龥]{2,8}(?:镇|乡|街道|社区|片区|园区|村|县|区|市|旗)")
_PLACE_ENDS = lazy("[镇乡道区村县市旗]")
# How long such a name is.
_SIZES = range(3, 11)
_NO_NAME = lazy(
    "[各全每本我该个座家名年项]|民生|实事|任务|^(?:城市|农村|新增|老旧|示范|智慧|行政|自然|中心|乡镇|完整|绿色|[新改扩翻修迁]建|建[成设]|[实推先]|完[成善]|改造|覆盖|提升|加强|组织|支持|选择|打造|开展)"
)
_TOTAL_MONEY = lazy("总投资|总造价|总概算")
_YEAR_MONEY = lazy("(?:计划|年度?|完成|当年|本年)(?:完成)?投资")
_DIVISION = lazy(
    r"(城区|县城|农村|乡村|城镇|[东西南北中]部|山区|平原)(?=片?区?(?:任务|部分|指标|项目|情况|分解|清单|表|[\n(:]|$))"
)
_DAYS = "时间|日期|时限|节点"
# 县财政局 hands the money out, whoever it comes from.
_SOURCE = lazy(
    "中央|[省市县区镇](?=级|财(?!政[局所部厅])|本级|补|配套)|上级|财政(?![局所部厅])|债|自筹|社会|银行|贷款|配套|补助|奖补|专项|捐"
)
_LEVELS = frozenset("省市县区镇") | {"中央"}
_KIND = lazy("(续建|新开工|竣工|建成|结转|跨年度?|储备)(?:的|项目)")
_COUNTED = lazy(r"(\d+)个(?:[一-龥]{0,6}项目)|项目(?:共|计)?(\d+)个")
# The heads of the columns that say when works begin and when they end.
_BEGUN = lazy(f"^(?:计划|预计|拟)?(?:开工|动工|启动|开始)(?:{_DAYS})$")
_ENDED = lazy(f"^(?:计划|预计|拟)?(?:{DONE}|结束)(?:{_DAYS})$")
_PARTING = lazy(r"其中(?![^。;\n]*(?:;|共计?|合计|全[县市区镇乡])[^。;\n]*$)")
# Words of one family exclude each other.
_FAMILIES = (
    lazy("集中(?!供水|连片|式)|分散|散居"),
    lazy("城市|农村(?!公路|户?厕|饮水|供水|危房)"),
    lazy("小学|初中|高中|学前|幼儿"),
    lazy("全护理|半护理|[全自]理"),
    lazy("一级|二级|三级|四级"),
    lazy("[东西南北中]部"),
)
_CLAUSE_END = lazy("[,、;:。(]")
_LEAST_NAME = 2


class _Told(Struct, frozen=True):
    """What is told of a figure; empty where nothing is."""

    period: str
    stage: str
    role: str
    place: str
    source: frozenset[str]
    share: str
    kind: frozenset[str]
    parted: bool
    row: frozenset[str]


# 90至99周岁老年人…; 100周岁以上老年人…: each age has figures of its own.
_SENTENCE = 60
_AGES = lazy(r"\d{1,3}(?:[-—~至到]\d{1,3})?周?岁")


class ToldApart:
    """Holds two figures of an extraction against each other by what is told around them."""

    def __init__(self, extraction: Extraction) -> None:
        self._extraction = extraction
        self._around = Surroundings(extraction)
        self._known: dict[str, tuple[Words, _Told]] = {}

    def __call__(self, first: Commitment, second: Commitment) -> bool:
        """Whether two figures of one name are told apart."""
        (words, one), (others, other) = self._of(first), self._of(second)
        if (one.period, one.stage, one.role, one.place) != (other.period, other.stage, other.role, other.place):
            return True
        if one.parted != other.parted or one.kind != other.kind:
            return True
        if one.row and other.row and one.row != other.row:
            return True
        if first.compared_unit == "元" and (one.source != other.source or one.share != other.share):
            return True
        if words.at and others.at and words.at[0] == others.at[0] and words.at[1] != others.at[1]:
            return True
        ages = self._age_before(first), self._age_before(second)
        if all(ages) and ages[0] != ages[1]:
            return True
        if _contrast(words.all + first.label, others.all + second.label):
            return True
        if _of_other_wholes(first, second, self._by_id):
            return True
        sides = ((words, others, second), (others, words, first))
        return any(_is_one_of(mine, theirs) or _divided(mine, theirs, figure) for mine, theirs, figure in sides)

    def finished_ahead(self, first: Commitment, second: Commitment) -> bool:
        """Whether the earlier of two days is when works end that a table says the beginning of: 4月6日开工，11月15日完工.

        What is to be done by the other day is done by then, so that both hold.
        """
        earlier = min(first, second, key=lambda c: c.deadline or "")
        at = self._of(earlier)[0].at
        return at is not None and at[0] in self._works

    def _age_before(self, figure: Commitment) -> str:
        """Return the age that the sentence of a figure names last before it, "" for none."""
        before = re.split("[。\\n]", self.text[max(0, figure.start - _SENTENCE) : figure.start])[-1]
        return next(iter(_AGES.findall(fold(before))[::-1]), "")

    @cached_property
    def _works(self) -> frozenset[str]:
        heads = {t.id: {w.column_label for w in t.words} for t in self._extraction.tables}
        return frozenset(
            name for name, said in heads.items() if all(any(map(p.search, said)) for p in (_BEGUN, _ENDED))
        )

    @cached_property
    def _by_id(self) -> dict[str | None, Commitment]:
        return {c.id: c for c in self._extraction.commitments}

    @property
    def text(self) -> str:
        """The text of the document."""
        return self._extraction.document.text

    def _of(self, figure: Commitment) -> tuple[Words, _Told]:
        if figure.id not in self._known:
            words = self._around.of(figure)
            self._known[figure.id] = words, self._told(figure, words)
        return self._known[figure.id]

    def _told(self, figure: Commitment, words: Words) -> _Told:
        everything = _ASIDE.sub("", words.all)
        near = "\n".join((words.row, words.column, _CLAUSE_END.split(words.sentence)[-1]))
        source = frozenset(_SOURCE.findall(near))
        return _Told(
            period=self._period(everything),
            stage=_last(_STAGE, everything, "all"),
            # 平溪县任务 in the county's own plan is its own, not what a county hands down.
            role=_role(everything.replace(self._own_place, "") if self._own_place else everything),
            place=self._place(everything),
            source=source - {"财政"} if source & _LEVELS else source,
            share="year" if _YEAR_MONEY.search(near) and not _TOTAL_MONEY.search(near) else "",
            kind=frozenset(_KIND.findall(f"{near}\n{words.sentence}")),
            row=self._rows.intersection((words.row.strip(),) if words.at else words.heads.split("\n")),
            parted=not figure.scope and _PARTING.search(words.sentence) is not None,
        )

    @cached_property
    def _own_period(self) -> str:
        """What a figure is of where nothing is told: the years that the title names, else the document's year."""
        metadata = self._extraction.metadata
        return "several" if _MANY_YEARS.search(fold(metadata.title)) else str(metadata.year or "")

    def _period(self, words: str) -> str:
        last = _last_match(_PERIOD, words)
        if last is None:
            return self._own_period
        if last["several"]:
            return "several"
        year = self._extraction.metadata.year
        if last["year"] or year is None:
            return last["year"] or self._own_period
        return str(year + {"last": -1, "this": 0, "next": 1}[str(last.lastgroup)])

    @cached_property
    def _rows(self) -> frozenset[str]:
        """What names the rows of tables, be it places, projects or tasks."""
        return frozenset(fold(row.label) for read in self._extraction.tables for row in read.rows if row.role == "part")

    @cached_property
    def _names(self) -> frozenset[str]:
        """The places that name rows of tables."""
        return frozenset(label for label in self._rows if _ROW_PLACE.fullmatch(label) and not _NO_NAME.search(label))

    @property
    def _own_place(self) -> str:
        return self._extraction.metadata.place.rpartition("/")[2]

    def _place(self, words: str) -> str:
        """Return the place named last, empty for the document's own and for all of it."""
        found = {m.start(): "" for m in _WHOLE.finditer(words)}
        found |= {m.start(): m[1] for m in _NAMED.finditer(words) if not _NO_NAME.search(m[1])}
        ends = [m.end() for m in _PLACE_ENDS.finditer(words)] if self._names else []
        stretches = ((end - size, words[end - size : end]) for end in ends for size in _SIZES if size <= end)
        found |= {at: name for at, name in stretches if name in self._names}
        last = found[max(found)] if found else ""
        return "" if self._own_place and last.endswith(self._own_place) else last


def _last_match(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    return next(iter(deque(pattern.finditer(words), maxlen=1)), None)


def _last(pattern: re.Pattern[str], words: str, whole: str) -> str:
    """Return the last match, empty where it says that all is meant."""
    last = _last_match(pattern, words)
    return "" if last is None or last[whole] else last.group()


def _role(words: str) -> str:
    last = _last_match(_ROLE, words)
    return "" if last is None or last["plan"] else str(last.lastgroup)


def _is_one_of(total: Words, words: Words) -> bool:
    """Whether words speak of one row, or of some rows, of the table whose total the other figure is."""
    leaves = total.leaves
    if leaves is None:
        return False
    counted = [int(next(filter(None, m.groups()))) for m in _COUNTED.finditer(words.sentence)]
    if counted and counted[-1] != len(leaves):
        return True
    said = f"{words.heads}\n{words.row}\n{words.sentence}"
    named = sum(len(name) >= _LEAST_NAME and name in said for name in leaves)
    return named == 1 < len(leaves) or 0 < named * 2 < len(leaves)


def _contrast(words: str, others: str) -> bool:
    """Whether the last word of one family (集中, 分散; 小学, 初中) is another one beside the other figure."""
    pairs = ((_last_match(family, words), _last_match(family, others)) for family in _FAMILIES)
    return any(one and other and one.group()[:1] != other.group()[:1] for one, other in pairs)


def _of_other_wholes(first: Commitment, second: Commitment, by_id: Mapping[str | None, Commitment]) -> bool:
    """Whether two figures are parts (其中) of figures that differ."""
    wholes = [by_id[c.part_of].bound.value for c in (first, second) if c.part_of in by_id]
    return len(set(wholes)) > 1


def _divided(words: Words, others: Words, other: Commitment) -> bool:
    """Whether headings or captions limit one figure to a division (城区任务) of which nothing is said beside the other."""
    named = {*_DIVISION.findall(words.heads), *_DIVISION.findall(words.column)}
    return any(name not in others.all + other.label for name in named)
