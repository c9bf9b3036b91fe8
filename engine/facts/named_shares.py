"""Where a plan names a task of which a share was allotted to its place, and gives no figure for it: 技能培训 应培尽培."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.bind.applied import Applied
from engine.bind.binding import Binding
from engine.commitment import Extraction
from engine.facts.fact import Evidence, Fact
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.tables.model import TableRow
from engine.words.counted import AMOUNT

_SILENT = lazy(r"[\s“”\"'()（）《》]")
_COUNTED = lazy(f"(?:{AMOUNT})$")
_DEED = lazy("^(?:开展|完成|实施|新增|新建|建成|建设|组织|提供|发放|安排)")
_SENTENCE = lazy(r"[^。;；\n]+")
_DATED = lazy(r"20\d\d年?(?:度|末|底)?|\d{1,2}月(?:\d{1,2}日)?|^[ ]*[(（]?\d{1,2}[)）.、]")
_DIGIT = lazy(r"\d")
_ITS_OWN = ("body", "table")
_SHORTEST = 5

_Place = tuple[int, int]


def named_without_figures(
    extraction: Extraction, applied: Iterable[Applied], binding: Binding, plan: str
) -> Iterator[Fact]:
    """Yield a ``mention`` fact for each share allotted to the place that no figure answers and that some words name."""
    answered = {m.applied.key for m in binding.matches} | {r.applied.key for r in binding.refusals}
    asked = [a for a in applied if a.demanded and a.value is not None and a.key not in answered]
    told = list(_told_without_figures(extraction)) if asked else []
    for a in asked:
        name = _core(a.requirement.label)
        at = next((place for place, words in told if len(name) >= _SHORTEST and name in words), None)
        if at is not None:
            fields = {"kind": "mention", "id": f"mention:{a.key}", "plan": plan, "requirement": a.key}
            yield Fact(fields, (Evidence("plan", extraction.document.span(*at)),))


def _core(label: str) -> str:
    """Return what a share is of, without the deed and the word that it is counted: 职业技能培训人次."""
    return _DEED.sub("", _COUNTED.sub("", _bare(label)))


def _bare(words: str) -> str:
    return _SILENT.sub("", fold(words))


def _told_without_figures(extraction: Extraction) -> Iterator[tuple[_Place, str]]:
    """Yield the rows and sentences that give no figure, with their words."""
    text = extraction.document.text
    within = [(cells[0].start, cells[-1].end) for read in extraction.tables if (cells := read.table.cells)]
    for read in extraction.tables:
        for row in read.rows:
            if row.role == "part" and row.label and row.entries and not _gives_figure(row):
                at = text.find(row.label, row.start, row.end)
                if at >= 0:
                    yield (at, at + len(row.label)), _bare(row.label)
    for item in extraction.items:
        if item.section not in _ITS_OWN:
            continue
        for sentence in _SENTENCE.finditer(text, item.start, item.end):
            tabled = any(start <= sentence.start() < end for start, end in within)
            if not tabled and not _DIGIT.search(_DATED.sub("", fold(sentence.group()))):
                yield sentence.span(), _bare(sentence.group())


def _gives_figure(row: TableRow) -> bool:
    return any(entry.state == "figure" or _DIGIT.search(_DATED.sub("", entry.text)) for entry in row.entries)
