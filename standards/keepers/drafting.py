"""Writes a standard's file from a higher document, for a person to review: what was read, what was guessed and why."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from msgspec import Struct, field

from engine.bind.upper.allocation import Share
from engine.bind.upper.draft import draft_standard
from engine.commitment import Commitment, Extraction
from engine.document import Document, Span
from engine.errors import StandardError
from engine.quantity.formula import parse_formula
from engine.quantity.numerals import chinese
from engine.quantity.printed import plain
from engine.requirement import Requirement
from engine.resolve.resolver import Resolver
from engine.wording import phrase
from standards.catalogue import load_catalogue
from standards.files import amounts
from standards.in_force.whereabouts import Whereabouts
from standards.keepers.left_over import (
    Left,
    Shares,
    amounts_of,
    columns_left,
    labels_of,
    left_over,
    shares_in,
    whole_of,
    without_figures,
)
from standards.keepers.yaml_text import line, one_line, scalar
from standards.levels import LEVELS, NATION

_DEFAULT_LEVEL = "county"
_UNKNOWN = "待定"
_QUOTED = 60


def draft_yaml(extraction: Extraction, where: Whereabouts, lang: str = "zh", resolver: Resolver | None = None) -> str:
    """Return the text of a standard's file that ``standards validate`` accepts; comments are in ``lang``.

    What the format cannot hold, or nobody can tell how to write, stands at the end as comments. ``resolver`` finds the
    totals that an annex shares out (default: with the catalogue). Raises StandardError when the document has no figure
    that could bind anybody.
    """
    return _Writer(extraction, where, lang, resolver or Resolver(load_catalogue())).text()


class _Writer(Struct):
    extraction: Extraction
    where: Whereabouts
    lang: str
    resolver: Resolver
    ids: set[str] = field(default_factory=set)

    def text(self) -> str:
        standard = draft_standard(self.extraction)
        read = {c.id: c for c in self.extraction.commitments}
        asked = [r for r in standard.requirements if r.values or r.formula]
        shares = shares_in(self.extraction, asked, self.resolver)
        if not asked and not shares.alone:
            raise StandardError("draft.nothing", file=self.extraction.document.file)
        lines = [*self._head(), "requirements:"]
        taken = set()
        for requirement in asked:
            figure = _figure_of(requirement, read)
            taken.add(figure.id)
            if requirement.formula:
                lines += self._derived(requirement, figure)
            else:
                lines += self._requirement(requirement, figure, shares.of_total.get(requirement.id))
        lines += [line for share in shares.alone for line in self._alone(share)]
        filled = {r.item for r in asked}
        bare = [r for r in standard.requirements if r not in asked and (r.told or r.item not in filled)]
        said = without_figures(self.extraction, standard.requirements)
        if bare or said:
            lines += ["", f"# {self._say('no-figure')}", *(self._duty(r) for r in bare)]
            lines += [f"#  - {self._words(span)}" for span in said]
        lines += self._left(shares, left_over(self.extraction, taken, shares))
        return "\n".join(lines) + "\n"

    def _say(self, key: str, **values: object) -> str:
        return phrase(f"draft.{key}", **values).in_language(self.lang)

    def _head(self) -> Iterator[str]:
        metadata = self.extraction.metadata
        file = PurePath(self.extraction.document.file).name
        level = self.where.level if self.where.level in LEVELS else _DEFAULT_LEVEL
        yield f"# {self._say('head', file=file)}"
        yield f"# {self._say('head-next')}"
        yield line("title", metadata.title or file, "" if metadata.title else self._say("title"))
        yield line("number", metadata.number, "" if metadata.number else self._say("number"))
        yield line("issuer", metadata.issuer, "" if metadata.issuer else self._say("issuer"))
        yield line("level", level, "" if level == self.where.level else self._say("level", level=level))
        yield self._place(level)
        yield f"# published:  # {self._published(metadata.date)}"
        yield f'source: {{url: "", confidence: unverified}}  # {self._say("unreviewed")}'

    def _place(self, level: str) -> str:
        place = self.where.place
        if level == "nation":
            return line("place", NATION)
        if place and not self.where.remarks:
            return line("place", place)
        if place:
            remark = self.where.remarks[0].in_language(self.lang)
            return line("place", place, self._say("place-said", remark=remark))
        unknown = [_UNKNOWN] * (LEVELS.index(level) - 1)
        name = self.extraction.metadata.place or _UNKNOWN
        return line("place", "/".join([*unknown, name]), self._say("place"))

    def _published(self, date: str) -> str:
        return self._say("published", date=date) if date else self._say("published-unknown")

    def _requirement(self, requirement: Requirement, read: Commitment, share: Share | None) -> Iterator[str]:
        yield f"  - id: {self._id(requirement.id)}"
        if requirement.indicator:
            unsure = "" if read.certain else self._say("indicator-review")
            yield f"    {line('indicator', requirement.indicator, unsure)}"
        remark = "" if requirement.indicator else self._say("indicator-none")
        yield f"    {line('label', requirement.label or _UNKNOWN, remark)}"
        if requirement.scope:
            yield f"    scope: [{', '.join(scalar(word, flow=True) for word in requirement.scope)}]"
        yield f"    {line('binding', requirement.binding, self._why(requirement, read))}"
        yield f"    strength: {requirement.strength}"
        if requirement.clause:
            yield f"    {line('clause', requirement.clause)}"
        if share:
            yield f"    shares: {_shares(share)}  # {self._say('shares')}"
        yield "    values:"
        yield from self._value(requirement, read)

    def _derived(self, requirement: Requirement, read: Commitment) -> Iterator[str]:
        """Yield a requirement that follows from other figures; as a comment where its formula cannot be read."""
        name, year = self._id(requirement.id), self.extraction.metadata.year
        lines = [f"- id: {name}", line("label", requirement.label)]
        if requirement.scope:
            lines.append(f"scope: [{', '.join(scalar(word, flow=True) for word in requirement.scope)}]")
        lines += [line("binding", "derived", self._say("derived")), f"strength: {requirement.strength}"]
        if requirement.clause:
            lines.append(line("clause", requirement.clause))
        lines.append(f"formula: {json.dumps(requirement.formula, ensure_ascii=False)}  # {self._say('formula')}")
        if year:
            lines += [f"from: {year}-01-01  # {self._say('dates')}", f"to: {year}-12-31"]
        readable = _is_formula(requirement.formula)
        if not readable:
            yield f"# {self._say('formula-unread')}"
        mark = "" if readable else "#"
        yield f"{mark}  # {self._words(read.span)}"
        yield f"{mark}  {lines[0]}"
        yield from (f"{mark}    {line}" for line in lines[1:])

    def _alone(self, share: Share) -> Iterator[str]:
        """Yield the total of what an annex shares out and the text does not name."""
        year = self.extraction.metadata.year
        days = f"from: {year}-01-01, to: {year}-12-31" if year else "from: unknown"
        unit = amounts.spelled(share.unit)
        if amounts.unknown_measure(share.unit):
            unit = amounts.propose_unit(share.unit)
        yield f"  - id: {self._id(share.id.removeprefix('share-'))}"
        yield f"    {line('label', share.label)}"
        yield f"    binding: total  # {self._say('shares-alone')}"
        yield "    strength: must"
        yield f"    shares: {_shares(share)}  # {self._say('shares')}"
        yield "    values:"
        figure = f'op: "=", value: "{whole_of(share)}", unit: {scalar(unit, flow=True)}'
        yield f"      - {{{days}, {figure}}}  # {self._say('dates' if year else 'dates-unknown')}"

    def _left(self, shares: Shares, left: Left) -> Iterator[str]:
        """Yield as comments what the document says in figures and the draft does not hold."""
        lines = [
            self._say("share-left", label=share.label, unit=share.unit or "-", shares=_shares(share))
            for share in shares.left
        ]
        lines += [
            self._say("figure-left", label=one_line(c.label) or _UNKNOWN, quote=self._words(c.span)) for c in left.told
        ]
        comma = phrase("report.list-comma").in_language(self.lang)
        for title, columns in columns_left(self.extraction, shares):
            lines.append(self._say("columns-left", title=title or _UNKNOWN, labels=comma.join(columns)))
        if left.listed:
            listed = comma.join(labels_of(left.listed))
            lines.append(self._say("table-left", n=len(left.listed), labels=listed))
        if lines:
            yield from ("", f"# {self._say('left')}", *(f"#  - {one_line(line)}" for line in lines))

    def _why(self, requirement: Requirement, read: Commitment) -> str:
        if requirement.binding == "total":
            return self._say("total-amount")
        if requirement.binding == "ceiling":
            return self._say("ceiling-low" if requirement.values[0].bound.op in ("<", "<=") else "ceiling-limit")
        if requirement.binding == "fixed":
            return self._say("fixed")
        if requirement.values[0].bound.op == "=":
            return self._say("floor-bare")
        return self._say("floor-standard" if read.kind == "standard" else "floor-rate")

    def _value(self, requirement: Requirement, read: Commitment) -> Iterator[str]:
        value = requirement.values[0]
        unit, remark = self._unit(value.unit, read)
        for text in (self._words(read.span), remark, self._day_remark(read), self._approximate(value.bound.op)):
            if text:
                yield f"      # {text}"
        year = self.extraction.metadata.year
        days = f"from: {year}-01-01, to: {year}-12-31" if year else "from: unknown"
        # More than a bare figure is allowed where it is the least that is asked.
        op = ">=" if requirement.binding == "floor" and value.bound.op == "=" else value.bound.op
        figure = f'op: "{op}", value: "{plain(value.bound.value)}"'
        if value.bound.high is not None:
            figure += f', high: "{plain(value.bound.high)}"'
        unsure = self._say("dates" if year else "dates-unknown")
        yield f"      - {{{days}, {figure}, unit: {scalar(unit, flow=True)}}}  # {unsure}"

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

    def _words(self, span: Span) -> str:
        return self._say("quote", place=self._at(span), quote=one_line(span.text)[:_QUOTED])

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
        label = scalar(requirement.label, flow=True)
        clause = f", clause: {scalar(requirement.clause, flow=True)}" if requirement.clause else ""
        entry = f"#  - {{id: {self._id(requirement.id)}, label: {label}, binding: duty{clause}}}"
        if not requirement.told or requirement.span is None:
            return entry
        words = self._words(requirement.span)
        day = f"{phrase('report.semicolon').in_language(self.lang)}{self._say('day', day=requirement.meet_by)}"
        return f"{entry}  # {words}{day if requirement.meet_by else ''}"

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


def _figure_of(requirement: Requirement, read: Mapping[str, Commitment]) -> Commitment:
    """Return the figure that a requirement was drafted from; a ratio of both sides is two requirements of one figure."""
    return read.get(requirement.id) or read[requirement.id.rpartition("-")[0]]


def _is_formula(text: str) -> bool:
    try:
        parse_formula(text)
    except StandardError:
        return False
    return True


def _shares(share: Share) -> str:
    listed = (f"{scalar(place, flow=True)}: {json.dumps(amount)}" for place, amount in amounts_of(share).items())
    return f"{{{', '.join(listed)}}}"


def _digits(word: str) -> str:
    number = chinese(word)
    return str(number) if number is not None else amounts.kebab(word.replace("附", "annex-"))


def _line_of(document: Document, start: int) -> int:
    return document.text.count("\n", 0, start) + 1
