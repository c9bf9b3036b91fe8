"""What an opinion (审核意见) says of one plan, as lines in the styles of an official document; no file format yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from engine.judge.finding import SEVERITIES
from engine.patterns import lazy
from engine.requirement import Standard
from engine.wording import say
from reports.parts.printing import figure_words, in_prose, one_line
from reports.parts.quotes import INNER_QUOTES, Quote
from reports.parts.records import CoverageView, FindingView, PlanView
from reports.parts.sentences import (
    bracketed,
    day,
    figures,
    in_force,
    planned_words,
    required_words,
    standing,
    text_of,
    waiver_sentence,
)
from reports.parts.verdicts import counts_in_words, coverage_in_words, verdict_line

_CLOSED = lazy(r"(?<=\d) (?=[一-龥])")  # prose sets no blank between a figure and its unit
_NUMERALS = "一二三四五六七八九十"
_MOST_STANDARDS = 5  # in the text; more of them are listed in an annex
_LONGEST = 3000  # characters of one line
_OUTER_TITLE = str.maketrans("《》", "〈〉")  # a title within a title mark has the inner marks (GB/T 15834)
_COLUMNS = (("requirement", 46), ("required", 26), ("planned", 26), ("state", 18), ("reason", 40))


class Line(Struct, frozen=True):
    """A paragraph in one of the styles of ``word_base.STYLES``; ``lead`` are the words that it begins with, in bold."""

    style: str
    text: str
    lead: str = ""


class Grid(Struct, frozen=True):
    """A table whose first row is its head; ``widths`` are in millimetres."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


class Opinion:
    """The opinion on a plan in one language; ``of_all`` are the findings of an audit of several plans as a whole."""

    def __init__(self, plan: PlanView, of_all: Sequence[FindingView], lang: str) -> None:
        self._plan, self._of_all, self._lang = plan, tuple(of_all), lang
        self._parts = 0

    def lines(self) -> Iterator[Line | Grid]:
        """Yield the whole opinion from the blank number to the annex."""
        title = self._titled(self._plan.title)
        yield Line("number", self._say("opinion-number"))
        yield Line("title", self._say("opinion-title", title=title))
        yield Line("addressee", self._say("opinion-to"))
        named = bracketed(self._say("opinion-standard", title=title), one_line(self._plan.metadata.number), self._lang)
        read = self._plan.result.extraction is not None
        yield self._body(self._say("opinion-opening" if read else "opinion-opening-unread", plan=named))
        yield from self._scope()
        yield from self._verdict()
        yield from self._findings()
        yield from self._undecided()
        yield from self._request()
        yield from self._closing()

    def _say(self, key: str, **values: object) -> str:
        return say(f"paper.{key}", self._lang, **values)

    def _titled(self, words: str) -> str:
        words = one_line(words)
        return _cut(words.translate(_OUTER_TITLE) if self._lang == "zh" else words)

    def _body(self, text: str, lead: str = "") -> Line:
        return Line("body", _cut(text), f"{lead}{say('report.colon', self._lang)}" if lead else "")

    def _ended(self, text: str) -> str:
        """Return a text as a whole sentence: on paper it stands alone, with nothing else to end it."""
        return text if not text or text[-1] in "。！？.!?…" else text + say("report.stop", self._lang)

    def _heading(self, text: str) -> Line:
        self._parts += 1
        number = f"{_NUMERALS[self._parts - 1]}、" if self._lang == "zh" else f"{self._parts}. "
        return Line("heading1", number + text)

    def _subheading(self, number: int, text: str) -> Line:
        mark = f"（{_NUMERALS[number - 1]}）" if self._lang == "zh" else f"{self._parts}.{number} "
        return Line("heading2", mark + text)

    def _scope(self) -> Iterator[Line]:
        plan, lang = self._plan, self._lang
        result, said = plan.result, plan.metadata
        yield self._heading(self._say("opinion-scope"))
        yield self._subheading(1, self._say("opinion-object"))
        facts = {
            "plan": plan.title,
            "number": said.number,
            "issuer": said.issuer,
            "date": day(said.date, lang) if said.date else "",
            "file": self._files(),
            "sha256": result.sha256,
        }
        for key, words in facts.items():
            if words:
                yield replace(self._body(one_line(words), say(f"report.{key}", lang)), style="fact")
        yield self._subheading(2, self._say("opinion-basis"))
        if self._long:
            yield self._body(self._say("opinion-many", n=len(result.standards)))
        else:
            yield from self._standards("body")
        if not result.standards:
            yield self._body(say("report.standards-none", lang))
        yield self._subheading(3, self._say("opinion-day"))
        yield self._body(self._say("opinion-on", day=day(result.on, lang), note=say("report.on-note", lang)))

    def _files(self) -> str:
        """Return the names of the plan's files without their folders, which are nobody else's business."""
        extraction = self._plan.result.extraction
        files = [part.file for part in extraction.document.files] if extraction else [self._plan.result.file]
        return say("report.list-comma", self._lang).join(re.split(r"[/\\]", file)[-1] for file in files)

    @property
    def _long(self) -> bool:
        """Whether the standards are too many for the text, so that they are listed in an annex."""
        return len(self._plan.result.standards) > _MOST_STANDARDS

    def _standards(self, style: str) -> Iterator[Line]:
        for n, standard in enumerate(self._plan.result.standards, 1):
            yield Line(style, _cut(f"{self._numbered(n)}{self._standard(standard)}"))

    def _numbered(self, n: int) -> str:
        return f"{n}. " if self._lang == "en" else f"{n}."

    def _standard(self, standard: Standard) -> str:
        lang = self._lang
        published = say("report.published", lang, date=day(standard.published, lang)) if standard.published else ""
        confidence = say(f"report.confidence-{standing(standard)}", lang)
        facts = (one_line(standard.number), one_line(standard.issuer), published, confidence)
        known = say("report.comma", lang).join(fact for fact in facts if fact)
        title = self._say("opinion-standard", title=self._titled(standard.title))
        return bracketed(title, known, lang)

    def _verdict(self) -> Iterator[Line]:
        plan, lang = self._plan, self._lang
        yield self._heading(self._say("opinion-verdict"))
        yield self._body(verdict_line(plan, lang), say("report.verdict", lang))
        if plan.result.extraction is not None:
            yield self._body(counts_in_words(plan.counts, lang), say("report.findings", lang))
            yield self._body(coverage_in_words(plan.statuses, lang), say("report.coverage", lang))
        for remark in plan.result.remarks:
            yield self._body(self._ended(text_of(remark, lang)), self._say("opinion-remarks"))

    def _findings(self) -> Iterator[Line]:
        yield self._heading(self._say("opinion-findings"))
        every = [*self._plan.findings, *self._of_all]
        kinds: dict[str, list[FindingView]] = {}
        for kind in (*SEVERITIES, "waived"):
            kinds[kind] = [
                view for view in every if ((view.finding.waiver and "waived") or view.finding.severity) == kind
            ]
        if not every:
            yield self._body(say("report.findings-none", self._lang))
        if self._of_all:
            yield self._body(self._say("opinion-audit", n=len(self._of_all)))
        shown = [(kind, views) for kind, views in kinds.items() if views]
        number = 0
        for at, (kind, views) in enumerate(shown, 1):
            name = self._say(f"opinion-{kind}")
            yield self._subheading(at, self._say("opinion-kind", kind=name, n=len(views)))
            for view in views:
                number += 1
                yield from self._finding(number, view)

    def _finding(self, number: int, view: FindingView) -> Iterator[Line]:
        finding, lang = view.finding, self._lang
        title = text_of(finding.title, lang)
        if finding.certainty == "review":
            title = bracketed(title, say("report.review", lang), lang)
        yield Line("heading3", _cut(self._say("opinion-item", n=number, title=title, code=finding.code)))
        yield self._body(self._ended(text_of(finding.message, lang)), self._say("opinion-problem"))
        quoted = [self._quoted(quote) for quote in view.side("plan", "total")]
        words = say("report.semicolon", lang).join(quoted) or say("report.no-plan-words", lang)
        yield self._body(words, self._say("opinion-words"))
        if view.basis:
            yield self._body(
                bracketed(one_line(view.basis.citation), in_force(view.basis, lang), lang), self._named("basis")
            )
        prose = {figure_words(known): in_prose(known) for known in (finding.expected, finding.actual) if known}
        rows = ((name, prose.get(formula) or _CLOSED.sub("", formula)) for name, formula, _ in figures(view, lang))
        amounts = [f"{name}{say('report.colon', lang)}{one_line(said)}" for name, said in rows]
        if finding.expected and finding.actual:
            yield self._body(say("report.semicolon", lang).join(amounts), self._say("opinion-figures"))
        yield self._body(self._ended(text_of(finding.remedy, lang)), self._named("remedy"))
        units = say("report.list-comma", lang).join(one_line(unit) for unit in finding.responsible)
        if units:
            yield self._body(units, self._named("responsible"))
        if finding.waiver:
            yield self._body(waiver_sentence(finding, lang))

    def _named(self, key: str) -> str:
        return say(f"report.{key}", self._lang)

    def _quoted(self, quote: Quote) -> str:
        said = one_line(f"{quote.before}{quote.text}{quote.after}").translate(INNER_QUOTES)
        words = self._say("opinion-quote", words=said)
        where = quote.place.words(self._lang) or re.split(r"[/\\]", one_line(quote.place.file))[-1]
        return bracketed(_cut(words) if said else "", where, self._lang)

    def _undecided(self) -> Iterator[Line]:
        lang = self._lang
        yield self._heading(say("report.unchecked", lang))
        if self._plan.result.extraction is None:
            yield self._body(say("report.unreadable", lang))
        elif not self._plan.undecided:
            yield self._body(say("report.unchecked-none", lang))
        else:
            yield self._body(say("report.unchecked-note", lang))
        for n, entry in enumerate(self._plan.undecided, 1):
            mark = self._numbered(n)
            if isinstance(entry, CoverageView):
                label = f"{one_line(entry.coverage.label)}{say('report.colon', lang)}"
                yield self._body(self._ended(f"{mark}{label}{text_of(entry.coverage.reason, lang)}"))
            else:
                yield self._body(self._ended(f"{mark}{text_of(entry.finding.message, lang)}"))

    def _request(self) -> Iterator[Line]:
        findings = [view.finding for view in (*self._plan.findings, *self._of_all) if not view.finding.waiver]
        asked = {
            "opinion-deadline": bool(findings),
            "opinion-review": any(finding.certainty == "review" for finding in findings),
            "opinion-supply": bool(self._plan.undecided) or self._plan.result.extraction is None,
        }
        yield self._heading(self._say("opinion-request"))
        for key, wanted in asked.items():
            if wanted:
                yield self._body(self._say(key))
        if not any(asked.values()):
            yield self._body(self._say("opinion-nothing"))
        yield self._body(self._say("opinion-method"))
        if self._plan.result.extraction is not None:
            yield self._body(say("report.grade-note", self._lang))

    def _closing(self) -> Iterator[Line | Grid]:
        said = {"opinion-basis": self._long, "opinion-table": bool(self._plan.coverage)}
        annexes = [self._say(key) for key, wanted in said.items() if wanted]
        numbers = [str(n) if len(annexes) > 1 else "" for n in range(1, len(annexes) + 1)]
        for number, annex in zip(numbers, annexes, strict=True):
            style = "annexed" if number in ("", "1") else "annexed-next"
            yield Line(style, self._say("opinion-annexed", n=number, title=annex))
        yield Line("sign", self._say("opinion-sign"))
        yield Line("date", self._say("opinion-date"))
        for number, annex in zip(numbers, annexes, strict=True):
            yield Line("annex", f"{self._say('opinion-annex')}{number}")
            yield Line("annex-title", annex)
            yield from self._table() if annex == self._say("opinion-table") else self._standards("annex-text")

    def _table(self) -> Iterator[Line | Grid]:
        yield Grid(tuple(self._rows()), tuple(width for _, width in _COLUMNS))
        yield Line("cell", "")  # what ends with a table has a paragraph after it (ECMA-376 part 1, 17.4.65)

    def _rows(self) -> Iterator[tuple[str, ...]]:
        lang = self._lang
        yield tuple(say(f"report.{key}", lang) for key, _ in _COLUMNS)
        for row in self._plan.coverage:
            state = say(f"report.status-{row.coverage.status}", lang)
            label, reason = one_line(row.coverage.label), text_of(row.coverage.reason, lang)
            cells = (bracketed(label, self._cited(row), lang), required_words(row), planned_words(row), state, reason)
            yield tuple(_cut(one_line(cell)) for cell in cells)

    def _cited(self, row: CoverageView) -> str:
        """Return which of several standards a row rests on, by its number in the list of them."""
        standards = [standard.id for standard in self._plan.result.standards]
        if len(standards) < 2 or row.coverage.standard not in standards:
            return "" if row.coverage.standard in standards else one_line(row.basis.citation)
        return self._say("opinion-cited", n=standards.index(row.coverage.standard) + 1)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
