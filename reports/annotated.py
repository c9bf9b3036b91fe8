"""The plan itself with comments (批注) at the words of each finding, for whoever drafted it to work through.

The words of the comments are made here; ``RenderOptions.annotators`` write them into a copy of the file. Every finding
is in it: one without words of its own, or on words in a file that bears no comments, is told at the title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from engine.document import Block, Document, Part
from engine.errors import GoujiError, ReadError
from engine.judge.finding import SEVERITIES, Audit, Severity
from engine.remark import Remark
from engine.wording import Text, say
from reports import ReportError
from reports.parts.printing import one_line
from reports.parts.quotes import Quote
from reports.parts.records import FindingView, PlanView
from reports.parts.sentences import (
    counts_sentence,
    coverage_sentence,
    day,
    severity_words,
    text_of,
    waiver_sentence,
)
from reports.parts.verdicts import verdict_line
from reports.parts.view import view_of
from reports.renderer import RenderOptions, ReportFile

name = "annotated"
suffix = ".docx"
binary = True

_LONGEST = 2000  # characters of one paragraph of a comment
_MARGINS = ("header", "footer")


def render(audit: Audit, options: RenderOptions) -> bytes:
    """Return the one file that there is to annotate; raises ReportError where there are several or none."""
    made = tuple(copies(audit, options)) if len(audit.plans) == 1 else ()
    if len(made) != 1:
        raise ReportError("paper.several-files", format=name)
    return made[0].content


def refuse(audit: Audit, options: RenderOptions) -> None:
    """Raise ReportError where no plan that was read is in a format that bears comments: nothing is written then."""
    read = [plan for plan in view_of(audit).plans if plan.result.extraction]
    if read and not any(_annotated_parts(plan, options) for plan in read):
        raise _cannot(read, options)


def _cannot(plans: Iterable[PlanView], options: RenderOptions) -> ReportError:
    comma = say("report.list-comma", options.lang)
    known = comma.join(sorted(f".{form}" for form in options.annotators))
    files = comma.join(one_line(plan.result.file) for plan in plans)
    return ReportError("paper.not-annotated", files=files, formats=known)


def copies(audit: Audit, options: RenderOptions) -> Iterator[ReportFile]:
    """Yield an annotated copy of each file of each plan.

    Raises ReportError, after the last one, for the plans none of whose files can bear comments, for files that were
    changed meanwhile or must not be written to, and for plans that could not be read.
    """
    view = view_of(audit)
    refused: list[PlanView] = []
    unread: list[PlanView] = []
    failed: list[GoujiError] = []
    for plan in view.plans:
        parts = _annotated_parts(plan, options)
        if not parts:
            (refused if plan.result.extraction else unread).append(plan)
        for part in parts:
            try:
                yield _copy(_Sheet(plan, part, parts, options), view.findings, options)
            except ReadError as error:
                failed.append(error)
    if refused:
        failed.append(_cannot(refused, options))
    if unread:
        files = say("report.list-comma", options.lang).join(one_line(plan.result.file) for plan in unread)
        failed.append(ReportError("paper.not-annotated-unread", files=files))
    if failed:
        raise _together(failed)


def _together(failed: Sequence[GoujiError]) -> ReportError:
    """Return one error that says all that several say, a line each."""
    if len(failed) == 1:
        return ReportError(failed[0].key, **failed[0].values)
    reasons = Text("\n".join(error.text.zh for error in failed), "\n".join(error.text.en for error in failed))
    return ReportError("paper.not-all-annotated", reasons=reasons)


def _copy(sheet: _Sheet, of_all: Iterable[FindingView], options: RenderOptions) -> ReportFile:
    """Return the copy of one file with its comments; raises ReadError where none can be written."""
    part, given = sheet.part, PurePath(sheet.part.file)
    annotator = options.annotators[part.format]
    stem = say("paper.annotated-name", options.lang, name=given.stem)
    suffix = given.suffix if given.suffix.lower() in annotator.suffixes else annotator.suffixes[0]
    return ReportFile(stem + suffix, annotator.annotate(part.file, part.sha256, tuple(sheet.remarks(of_all))))


def _annotated_parts(plan: PlanView, options: RenderOptions) -> tuple[Part, ...]:
    extraction = plan.result.extraction
    return tuple(part for part in extraction.document.files if part.format in options.annotators) if extraction else ()


class _Said(Struct, frozen=True):
    """What one finding has to say about the words from ``start`` to ``end``; ``exact`` unless it is a whole block."""

    start: int
    end: int
    paragraphs: tuple[str, ...]
    severity: Severity
    words: str
    exact: bool = True


class _Sheet:
    """The remarks for one file of a plan: ``part`` of those that are annotated, the first of which has the rest too."""

    def __init__(self, plan: PlanView, part: Part, parts: Sequence[Part], options: RenderOptions) -> None:
        assert plan.result.extraction is not None, "only what was read is annotated"
        self._plan, self.part, self._parts, self._lang = plan, part, parts, options.lang
        self._document: Document = plan.result.extraction.document
        self._author = say("paper.author", options.lang)

    def remarks(self, of_all: Iterable[FindingView]) -> Iterator[Remark]:
        """Yield what there is to say, first on the plan as a whole; offsets count from the start of the file.

        ``of_all`` are the findings of an audit of several plans as a whole.
        """
        findings = [*self._plan.findings, *of_all]
        title = _title(self._plan, self._document, self.part)
        placed = [said for view in findings for said in self._placed(view)]
        homeless = [view for view in findings if not self._has_home(view)] if self.part == self._parts[0] else []
        yield self._remark(*title, self._summary(), None)
        if homeless:
            words = (say("paper.unplaced", self._lang), *(self._in_one(view) for view in homeless))
            yield self._remark(*title, words, _gravest(view.finding.severity for view in homeless))
        for group in sorted(_grouped(placed), key=lambda group: (group[0].start, group[0].end)):
            alike = len({(said.start, said.end) for said in group}) == 1
            words = tuple(line for said in group for line in (said.paragraphs if alike else self._quoting(said)))
            start, end = min(said.start for said in group), max(said.end for said in group)
            yield self._remark(start, end, words, _gravest(said.severity for said in group))

    def _remark(self, start: int, end: int, words: tuple[str, ...], severity: Severity | None) -> Remark:
        cut = tuple(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…" for line in words)
        boxes = self._document.boxes(start, end)
        return Remark(start - self.part.start, end - self.part.start, cut, self._author, severity, boxes)

    def _has_home(self, view: FindingView) -> bool:
        chief = _chief(view)
        home = self._document.part_of(chief.place.file) if chief else None
        return home in self._parts and chief is not None and self._range(chief) is not None

    def _placed(self, view: FindingView) -> Iterator[_Said]:
        """Yield a finding at its chief words in full, and a pointer to it at every other place that it speaks of."""
        chief = _chief(view)
        others = [quote for quote in view.side("plan", "total") if quote is not chief]
        for quote in [chief, *others] if chief else []:
            place = self._range(quote)
            if place is None or self._document.part_of(quote.place.file) != self.part:
                continue
            words = self._in_full(view) if quote is chief else (self._pointer(view, chief),)
            said = _Said(*place, words, view.finding.severity, one_line(quote.text), quote.start is not None)
            block = self._document.blocks[self._document.block_at(said.start)]
            if block.kind in _MARGINS:
                yield replace(said, paragraphs=self._quoting(said), exact=False)
            else:
                yield said

    def _range(self, quote: Quote) -> tuple[int, int] | None:
        """Return where words stand in the whole text; the block that they stand in where that is all that is known."""
        if quote.start is not None and quote.end is not None:
            return quote.start, quote.end
        part, block = self._document.part_of(quote.place.file), quote.place.block
        if part is None or block is None or not quote.text:
            return None
        found: Block = self._document.blocks[part.block + block - 1]
        return found.start, found.end

    def _in_full(self, view: FindingView) -> tuple[str, ...]:
        finding, lang = view.finding, self._lang
        basis = view.basis.citation if view.basis else ""
        responsible = say("report.list-comma", lang).join(finding.responsible)
        named = (("basis", basis), ("remedy", text_of(finding.remedy, lang)), ("responsible", responsible))
        lines = (self._line(key, words) for key, words in named if words)
        waived = waiver_sentence(finding, lang)
        return (self._head(view), text_of(finding.message, lang), *lines, *([waived] if waived else []))

    def _head(self, view: FindingView) -> str:
        finding, lang = view.finding, self._lang
        severity, title = severity_words(finding, lang), text_of(finding.title, lang)
        return say("paper.head", lang, n=view.number, severity=severity, title=title, code=finding.code)

    def _in_one(self, view: FindingView) -> str:
        chief = _chief(view)
        place = chief.place.words(self._lang) if chief else ""
        head, message, *rest = self._in_full(view)
        return say("paper.space", self._lang).join([head, *([place] if place else []), message, *rest])

    def _pointer(self, view: FindingView, chief: Quote | None) -> str:
        where = (chief.place.words(self._lang) or one_line(chief.text)) if chief else ""
        return say("paper.see", self._lang, head=self._head(view), where=where)

    def _line(self, key: str, words: str) -> str:
        return f"{say(f'report.{key}', self._lang)}{say('report.colon', self._lang)}{one_line(words)}"

    def _quoting(self, said: _Said) -> tuple[str, ...]:
        head, *rest = said.paragraphs
        return head, self._line("role-plan", said.words), *rest

    def _summary(self) -> tuple[str, ...]:
        plan, lang = self._plan, self._lang
        standards = say("report.semicolon", lang).join(
            f"{standard.title} {standard.number}".strip() for standard in plan.result.standards
        )
        lines = [
            self._line("verdict", verdict_line(plan, lang)),
            counts_sentence(plan.counts, lang),
            coverage_sentence(plan.statuses, lang),
            self._line("on", day(plan.result.on, lang)),
            self._line("standards", standards or say("report.standards-none", lang)),
        ]
        told = (text_of(remark, lang) for remark in plan.result.remarks)
        return (*lines, *told, say("report.method", lang))


def _chief(view: FindingView) -> Quote | None:
    """Return the words that a finding is about: a total that does not add up, else those of the plan, else a part."""
    quotes = [*view.side("total"), *view.side("plan"), *view.side("part")]
    return next((quote for quote in quotes if quote.text.strip()), None)


def _gravest(severities: Iterable[Severity]) -> Severity:
    return min(severities, key=SEVERITIES.index)


def _grouped(said: Sequence[_Said]) -> Iterator[list[_Said]]:
    """Yield what becomes one comment: exact words that overlap, and what is said on the same block."""
    group: list[_Said] = []
    end = 0
    for each in sorted((s for s in said if s.exact), key=lambda s: (s.start, s.end)):
        if group and each.start >= end:
            yield group
            group, end = [], 0
        group.append(each)
        end = max(end, each.end)
    if group:
        yield group
    blocks: dict[tuple[int, int], list[_Said]] = {}
    for each in said:
        if not each.exact:
            blocks.setdefault((each.start, each.end), []).append(each)
    yield from blocks.values()


def _title(plan: PlanView, document: Document, part: Part) -> tuple[int, int]:
    """Return where the title of the plan stands in a file: the first lines that are part of it, else the first line."""
    wanted = "".join(plan.metadata.title.split())
    end = next((other.start for other in document.files if other.start > part.start), len(document.text) + 1)
    own = [block for block in document.blocks if part.start <= block.start < end and block.kind not in _MARGINS]
    found: list[Block] = []
    for block in own:
        words = "".join(document.text[block.start : block.end].split())
        if words and words in wanted:
            found.append(block)
        elif found:
            break
    first = found or own[:1]
    return (first[0].start, first[-1].end) if first else (part.start, part.start)
