"""Tasks without a figure: what a higher document wants done by a day or for certain people, and what of the plan answers it.

Such a task has no number to compare. Its words say what is to be done (特殊困难老年人居家适老化改造), a date until when and
an age for whom; the plan may answer with a figure of its own or in words alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.bind.binding import Relation
from engine.bind.pairs.pairing import Pairing
from engine.bind.pairs.topic import Topics
from engine.bind.people.ages import brackets_in
from engine.bind.people.listed import without_lists
from engine.bind.people.told import told_relation
from engine.commitment import Commitment, Extraction, Item
from engine.document import Cell
from engine.extract.dates.deadlines import only_date, without_dates
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.bounds import Bound
from engine.quantity.days import last_day
from engine.requirement import Requirement
from engine.words.done import DONE, FINISHED, STARTED, STEP, URGED, WHOLLY
from engine.words.places import TOWNSHIPS

_END = lazy(r"[。；;！!\n]")
_SILENT = lazy(r"[\s、,，。:：;；“”\"'()（）《》的和及与]|等")
_AGED = lazy(r"(?:年龄)?\d{1,3}(?:[-—–~至到]\d{1,3})?(?:周岁|岁)(?:\([含不]\))?(?:及?以[上下内])?(?:的)?")
_SERVES = lazy(
    r"(?:为|对|向)[^,，]{2,30}(?:免费|发放|提供|开展|接种|开放|实行|给予|办理|实施|进行|组织|落实|推行|优先)"
    r"|(?:覆盖|惠及|扩大|扩展|发放范围[为是]|发放对象[为是])(?:到|至|所有|全部|全体|全市|全县|全区)*\d"
)
_LEAD = lazy(
    r"^(?:[,，、:：\s]|(?:[春秋]季)?(?:学期)?开学前|第?[一二三四五六七八九十\d]{1,3}[、.)）]|[◆●■★▲]|为|对|向|面向|全面|继续|确保|力争|全部|组织|实施|开展|完成|实现|免费)+"
)
# A name may end in how its thing comes into use (村组道路通车), so that those words stay.
_TRAIL = lazy(
    rf"(?:[,，](?:全面|全部)?完成[^,，]{{2,6}}任务$|[,，、\s]|全部|全面|基本|均|{FINISHED}|到位|落实|任务|工作|{URGED}|(?<!存)在|于)+$"
)
# What is left of 须于10月底前 once the day is gone.
_BY_NO_DAY = lazy(rf"(?:{URGED})*于(?=(?:{WHOLLY})*(?:{DONE}|{STARTED})|$)")
# Which of the lower places are to do it says nothing of what is to be done.
_EVERYONE = lazy(
    rf"(?:各|每个)(?:县市区|市县区|县市|县区|区县|{TOWNSHIPS}|[县区市])(?![一-龥]?级)(?:都要|均要|均|都|要|应当|应|须)?"
)
_GIVEN = lazy("^(?:免费)?(?:提供|给予|开展|实施|发放|办理|实行)")
_IN_GENERAL = lazy("[,，、]?(?:全面|按时|按期)?完成(?:全年|年度|当年|目标)[一-龥]{0,4}(?:任务|目标)")
_BRACKETS = lazy(r"[(（][^()（）]*[)）]")
# 以上任务11月底前完成 is the day of other tasks.
_OF_OTHERS = lazy(
    r"^(?:以上|上述|各项|各类|所有|全部|其他|其余|本项|该项|除|未|[^:]{0,6}(?:时间|时限|期限|进度)[^:]{0,4}:$)"
)
# What the upper level asks of its own offices, and stages of a work, are no task of the lower level's plan.
_OFFICE = lazy(
    r"报送|报告|上报|制定|印发|方案|通报|考核|督查|调度|自查|总结|备案|单位[:：]|部门[:：]|牵头|会议|台账|项目库|责任人|起施行|起执行"
)
_STAGE = lazy("启动|开工|开始|招标|前期|摸底|部署|申报|设计|筛查出|入库")
_CLAUSE = lazy(r"[^,，:：。;；\n]+(?:[,，。;；\n]|$)")
_THING_BY_DAY = lazy(
    rf"[一-龥“”]{{4,24}}?(?:{URGED}|于|在)*(?:20\d\d年)?\d{{1,2}}月(?:\d{{1,2}}日|底|末|份)?之?前"
    rf"(?:{WHOLLY})*(?:{DONE})+[,，。;；]?"
)
_STEP = lazy(STEP)
# 应救尽救 says that all are meant, and how it is done names nothing.
_SLOGAN = lazy("[,，]?(?:做到|实现|确保)?应[一-龥]尽[一-龥]")
_DONE_HOW = lazy("(?:免费)?(?:实施|开展|落实|组织|进行|提供|推行)(?=[一-龥]{4})")
_SEVERAL = 2
_QUARTERS, _COVERED, _LEAST, _MOST = 4, 3, 4, 40


_GENERAL = lazy(rf"月[^,，。]*(?:{FINISHED})")


class Part(Struct, frozen=True):
    """A stretch of an item between two stops, with the figures in it.

    ``topic`` is what its item is about where its own words only say by when it is done (12月20日前完成年度任务).
    """

    start: int
    end: int
    words: str
    item: str
    figures: tuple[Commitment, ...]
    topic: str = ""


def parts_of(extraction: Extraction, items: Sequence[Item]) -> tuple[Part, ...]:
    """Return the parts of the sentences in these items, in the order of the text; of the whole text without items."""
    text = extraction.document.text
    ranges = [(i.start, i.end, i.id) for i in items] or [(0, len(text), "")]
    found = []
    topics = Topics(extraction)
    for start, end, item in ranges:
        at = start
        for stop in [*(m.end() for m in _END.finditer(text, start, end)), end]:
            if text[at:stop].strip():
                found.append(_about(_part(extraction, at, stop, item), topics))
            at = stop
    return tuple(found)


def _about(part: Part, topics: Topics) -> Part:
    """Return a part with its topic, where its own words only say by when all is done."""
    if part.figures or not _GENERAL.search(part.words):
        return part
    deed, topic = _deed(part.words), topics.of(part.item)
    return replace(part, topic=topic) if len(deed) < _LEAST and deed in topic else part


def rows_of(extraction: Extraction) -> Iterator[Part]:
    """Yield the rows of the tables as parts: what is done stands in one cell (免排队通道), for whom in the next."""
    for read in extraction.tables:
        rows: dict[int, list[Cell]] = defaultdict(list)
        for cell in read.table.cells:
            if cell.row >= read.head_rows and cell.start < cell.end:
                rows[cell.row].append(cell)
        for cells in rows.values():
            if len(cells) > 1:
                yield _part(extraction, min(c.start for c in cells), max(c.end for c in cells), "")


def _part(extraction: Extraction, start: int, end: int, item: str) -> Part:
    figures = tuple(c for c in extraction.commitments if start <= c.start < end)
    return Part(start, end, fold(extraction.document.text[start:end]), item, figures)


def figureless(extraction: Extraction, tasks: Sequence[Item], clauses: dict[str, str]) -> Iterator[Requirement]:
    """Yield a duty for each part of a task that has a day or an age and no figure; ``clauses`` are the items' citations."""
    year = extraction.metadata.year
    parts = parts_of(extraction, tasks) if tasks else ()
    for number, part in enumerate((one for whole in parts for one in _each_by_its_day(whole)), 1):
        if part.figures or _OFFICE.search(part.words):
            continue
        until = only_date(part.words, year)
        ages = set(brackets_in(part.words)) if _SERVES.search(part.words) else set()
        label = part.topic or _deed(part.words)
        if (
            _OF_OTHERS.match(label)
            or (not until and len(ages) != 1)
            or not _LEAST <= len(_AGED.sub("", label)) <= _MOST
        ):
            continue
        span = extraction.document.span(*_trimmed(extraction.document.text, part))
        clause = clauses.get(part.item, "")
        yield Requirement(
            f"task-{part.item}-{number}", label, "duty", clause=clause, span=span,
            meet_by=last_day(until) if until else None, told=part.words, at=(part.start, part.end), item=part.item,
        )  # fmt: skip


def _each_by_its_day(part: Part) -> Iterator[Part]:
    """Yield the clauses of a part that names several things, each with its day: 甲10月底前完工,乙9月底前竣工."""
    clauses = list(_CLAUSE.finditer(part.words))
    named = ((clause, _EVERYONE.sub("", _BRACKETS.sub("", clause.group().strip()))) for clause in clauses)
    dated = [clause for clause, words in named if _THING_BY_DAY.fullmatch(words)]
    if part.figures or len(dated) < _SEVERAL or len(dated) < len(clauses):
        yield part
        return
    for clause in dated:
        start = part.start + clause.start()
        yield Part(start, part.start + clause.end(), clause.group(), part.item, ())


def answer(
    requirement: Requirement, parts: Sequence[Part], extraction: Extraction
) -> tuple[Commitment, Relation] | None:
    """Return what of a plan answers a task without a figure, and how its people relate to the task's; None for nothing.

    A part of the plan in words alone answers as a commitment without a number, with its own day.
    """
    wanted = _pairs(_without_people(requirement.label))
    # Beside a title that says what is to be done, the sentence that says by when answers.
    best = max(parts, key=lambda p: (_share(wanted, _pairs(_said(p))), bool(p.topic), len(p.figures)), default=None)
    if best is None or _QUARTERS * _share(wanted, _pairs(_said(best))) < _COVERED:
        return None
    if bool(_STAGE.search(requirement.told)) != bool(_STAGE.search(best.words)):
        return None
    relation = told_relation(requirement.told, best.words)
    clause = _clause_on(best, wanted)
    dated = clause is not best and only_date(clause.words, extraction.metadata.year)
    if dated and not _STEP.search(clause.words) and not any(clause.start <= c.start < clause.end for c in best.figures):
        # 管网铺设于12月底前完成,漏损率控制在10%以内: the day is that of the laying.
        return in_words(clause, extraction), relation
    figure = max(best.figures, key=lambda c: _share(_pairs(c.label), wanted), default=None)
    if figure is None or not _is_of(_pairs(figure.label), wanted):
        return in_words(clause, extraction), relation
    return figure, relation


def _is_of(named: frozenset[str], wanted: frozenset[str]) -> bool:
    """Whether a figure is called after what is wanted, or half of either name stands in the other."""
    return bool(named & wanted) and max(_share(named, wanted), _share(wanted, named)) * 2 >= 1


def _clause_on(part: Part, wanted: frozenset[str]) -> Part:
    """Return the clause of a part that says all that is wanted, the part where none does."""
    for clause in _CLAUSE.finditer(part.words):
        if wanted <= _pairs(clause.group()) | _pairs(_deed(clause.group())):
            return Part(part.start + clause.start(), part.start + clause.end(), clause.group(), part.item, ())
    return part


def match_tasks(applied: Sequence[Applied], extraction: Extraction, items: Sequence[Item], found: Pairing) -> None:
    """Match the tasks without a figure to the parts of a plan's items, figures or words, that speak of the same."""
    asked = [a for a in applied if a.value is None and a.requirement.told]
    parts = (*parts_of(extraction, items), *rows_of(extraction)) if asked else ()
    for a in asked:
        if given := answer(a.requirement, parts, extraction):
            found.take(a, *given)


def _without_people(label: str) -> str:
    """Return what is to be done without the ages and the groups listed: for whom the plan does it is compared apart."""
    words = _DONE_HOW.sub("", _SLOGAN.sub("", without_lists(_AGED.sub("", label))))
    words = _GIVEN.sub("", _SILENT.sub("", words))
    return words if len(words) >= _LEAST else label


def in_words(part: Part, extraction: Extraction) -> Commitment:
    """Return a part of a plan that has no figure as a commitment without a number, with its own day."""
    start, end = _trimmed(extraction.document.text, part)
    return Commitment(
        id=f"{part.item or 'text'}-words-{part.start}",
        item=part.item,
        label=part.topic or _deed(part.words),
        scope=(),
        bound=Bound("=", Decimal(0)),
        unit="",
        span=extraction.document.span(start, end),
        start=start,
        end=end,
        deadline=only_date(part.words, extraction.metadata.year),
        sentence=part.words,
    )


def _said(part: Part) -> str:
    """Return the words of a part, with the names that a table gives the figures in it."""
    return "\n".join([part.topic, part.words, *(c.label for c in part.figures)])


def _share(wanted: frozenset[str], given: frozenset[str]) -> Fraction:
    return Fraction(len(wanted & given), len(wanted)) if wanted else Fraction(0)


def _pairs(words: str) -> frozenset[str]:
    bare = _SILENT.sub("", words)
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1))


def _deed(words: str) -> str:
    """Return what is to be done in the words of a part, without the date and the words around it."""
    bare = _EVERYONE.sub("", _BRACKETS.sub("", _IN_GENERAL.sub("", without_dates(words)))).strip(" \n。;；")
    bare = _BY_NO_DAY.sub("", bare)
    last = None
    while bare != last:
        last = bare
        bare = _TRAIL.sub("", _LEAD.sub("", bare))
    return bare


def _trimmed(text: str, part: Part) -> tuple[int, int]:
    words = text[part.start : part.end]
    start = part.start + len(words) - len(words.lstrip())
    return start, start + len(words.strip().rstrip("。；;"))
