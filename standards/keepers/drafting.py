"""Writes a standard's file from a higher document, for a person to review: what was read, what was guessed and why."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePath

from msgspec import Struct, field

from engine.bind.upper.draft import draft_standard
from engine.commitment import Commitment, Extraction
from engine.document import Document, Span
from engine.errors import StandardError
from engine.patterns import lazy
from engine.quantity.numerals import chinese
from engine.quantity.printed import plain
from engine.requirement import Requirement
from engine.wording import phrase
from standards.files import amounts
from standards.in_force.whereabouts import Whereabouts
from standards.levels import LEVELS, NATION

_PLAIN = lazy(r"[一-龥A-Za-z《〔（“‘][一-龥\w《》〔〕（）()“”‘’·、，。；？！…—\-/%+.～〇 ]*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "unknown"})
_DEFAULT_LEVEL = "county"
_UNKNOWN = "待定"
_QUOTED = 60


def draft_yaml(extraction: Extraction, where: Whereabouts, lang: str = "zh") -> str:
    """Return the text of a standard's file that ``standards validate`` accepts; comments are in ``lang``.

    Raises StandardError when the document has no figure that could bind anybody.
    """
    return _Writer(extraction, where, lang).text()


class _Writer(Struct):
    extraction: Extraction
    where: Whereabouts
    lang: str
    ids: set[str] = field(default_factory=set)

    def text(self) -> str:
        standard = draft_standard(self.extraction)
        read = {c.id: c for c in self.extraction.commitments}
        figures = [r for r in standard.requirements if r.values]
        if not figures:
            raise StandardError("draft.nothing", file=self.extraction.document.file)
        lines = [*self._head(), "requirements:"]
        for requirement in figures:
            lines += self._requirement(requirement, read[requirement.id])
        filled = {r.item for r in figures}
        bare = [r for r in standard.requirements if not r.values and r.item not in filled]
        if bare:
            lines += ["", f"# {self._say('no-figure')}", *(self._duty(r) for r in bare)]
        return "\n".join(lines) + "\n"

    def _say(self, key: str, **values: object) -> str:
        return phrase(f"draft.{key}", **values).in_language(self.lang)

    def _head(self) -> Iterator[str]:
        metadata = self.extraction.metadata
        file = PurePath(self.extraction.document.file).name
        level = self.where.level if self.where.level in LEVELS else _DEFAULT_LEVEL
        yield f"# {self._say('head', file=file)}"
        yield f"# {self._say('head-next')}"
        yield _line("title", metadata.title or file, "" if metadata.title else self._say("title"))
        yield _line("number", metadata.number, "" if metadata.number else self._say("number"))
        yield _line("issuer", metadata.issuer, "" if metadata.issuer else self._say("issuer"))
        yield _line("level", level, "" if level == self.where.level else self._say("level", level=level))
        yield self._place(level)
        yield f"# published:  # {self._published(metadata.date)}"
        yield f'source: {{url: "", confidence: unverified}}  # {self._say("unreviewed")}'

    def _place(self, level: str) -> str:
        place = self.where.place
        if level == "nation":
            return _line("place", NATION)
        if place and not self.where.remarks:
            return _line("place", place)
        if place:
            remark = self.where.remarks[0].in_language(self.lang)
            return _line("place", place, self._say("place-said", remark=remark))
        unknown = [_UNKNOWN] * (LEVELS.index(level) - 1)
        name = self.extraction.metadata.place or _UNKNOWN
        return _line("place", "/".join([*unknown, name]), self._say("place"))

    def _published(self, date: str) -> str:
        return self._say("published", date=date) if date else self._say("published-unknown")

    def _requirement(self, requirement: Requirement, read: Commitment) -> Iterator[str]:
        yield f"  - id: {self._id(requirement.id)}"
        if requirement.indicator:
            unsure = "" if read.certain else self._say("indicator-review")
            yield f"    {_line('indicator', requirement.indicator, unsure)}"
        remark = "" if requirement.indicator else self._say("indicator-none")
        yield f"    {_line('label', requirement.label or _UNKNOWN, remark)}"
        if requirement.scope:
            yield f"    scope: [{', '.join(_scalar(word, flow=True) for word in requirement.scope)}]"
        yield f"    {_line('binding', requirement.binding, self._why(requirement, read))}"
        yield f"    strength: {requirement.strength}"
        if requirement.clause:
            yield f"    {_line('clause', requirement.clause)}"
        yield "    values:"
        yield from self._value(requirement, read)

    def _why(self, requirement: Requirement, read: Commitment) -> str:
        if requirement.binding == "total":
            return self._say("total-amount")
        if requirement.binding == "ceiling":
            return self._say("ceiling-low" if requirement.values[0].bound.op in ("<", "<=") else "ceiling-limit")
        if requirement.values[0].bound.op == "=":
            return self._say("floor-bare")
        return self._say("floor-standard" if read.kind == "standard" else "floor-rate")

    def _value(self, requirement: Requirement, read: Commitment) -> Iterator[str]:
        value = requirement.values[0]
        unit, remark = self._unit(value.unit, read)
        for text in (self._quote(read), remark, self._day_remark(read), self._approximate(value.bound.op)):
            if text:
                yield f"      # {text}"
        year = self.extraction.metadata.year
        days = f"from: {year}-01-01, to: {year}-12-31" if year else "from: unknown"
        figure = f'op: "{value.bound.op}", value: "{plain(value.bound.value)}"'
        if value.bound.high is not None:
            figure += f', high: "{plain(value.bound.high)}"'
        unsure = self._say("dates" if year else "dates-unknown")
        yield f"      - {{{days}, {figure}, unit: {_scalar(unit, flow=True)}}}  # {unsure}"

    def _unit(self, unit: str, read: Commitment) -> tuple[str, str]:
        """Return the unit to write, and what has to be said of it."""
        if not unit:
            return "", self._say("unit-none")
        if amounts.unknown_measure(unit):
            return amounts.propose_unit(unit), self._say("unit-unknown", unit=unit)
        supplied = read.unit and amounts.spelled(read.unit) != amounts.spelled(unit)
        return amounts.spelled(unit), self._say("unit-supplied", unit=read.unit) if supplied else ""

    def _day_remark(self, read: Commitment) -> str:
        year = self.extraction.metadata.year
        later = read.deadline and year and int(read.deadline[:4]) > year
        return self._say("deadline", deadline=read.deadline) if later else ""

    def _approximate(self, op: str) -> str:
        return self._say("approximate") if op == "~" else ""

    def _quote(self, read: Commitment) -> str:
        words = _one_line(read.span.text)[:_QUOTED]
        return self._say("quote", place=self._at(read.span), quote=words)

    def _at(self, span: Span) -> str:
        if span.start is not None:
            line = _line_of(self.extraction.document, span.start)
            return self._say("at-characters", line=line, start=span.start, end=span.end)
        if span.cell:
            return self._say("at-cell", cell=span.cell)
        if span.page:
            return self._say("at-page", page=span.page)
        return self._say("at-block", block=(span.block or 0) + 1)

    def _duty(self, requirement: Requirement) -> str:
        label = _scalar(requirement.label, flow=True)
        clause = f", clause: {_scalar(requirement.clause, flow=True)}" if requirement.clause else ""
        return f"#  - {{id: {self._id(requirement.id)}, label: {label}, binding: duty{clause}}}"

    def _id(self, name: str) -> str:
        """Return a kebab-case id for the item's number in the document, unique in the file."""
        words = (_digits(word) for word in re.split(r"[.\-:]", name.removeprefix("item-")))
        stem = "-".join(["item", *(word for word in words if word)])
        made, count = stem, 1
        while made in self.ids:
            count += 1
            made = f"{stem}-n{count}"
        self.ids.add(made)
        return made


def _digits(word: str) -> str:
    number = chinese(word)
    return str(number) if number is not None else amounts.kebab(word.replace("附", "annex-"))


def _line_of(document: Document, start: int) -> int:
    return document.text.count("\n", 0, start) + 1


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _line(key: str, text: str, remark: str = "") -> str:
    said = f"{key}: {_scalar(text)}"
    return f"{said}  # {_one_line(remark)}" if remark else said


def _scalar(text: str, *, flow: bool = False) -> str:
    """Return a text as YAML, in quotes wherever it could be read as anything else."""
    text = _one_line(text)
    bare = _PLAIN.fullmatch(text) is not None and text.lower() not in _WORDS
    if bare and not (flow and re.search(r"[，、,]", text)):
        return text
    return json.dumps(text, ensure_ascii=False)
