"""Reading the figures of running text: scan, turn away, group, then name each one from the words around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise
from operator import attrgetter

from msgspec.structs import replace

from engine.commitment import Term
from engine.extract.dates.deadlines import Dates, years_in_turn
from engine.extract.draft import RATES, Draft, kind_of
from engine.extract.figures import inherit_denominators, scan, supply_denominators
from engine.extract.layout.words import Boundaries, strength_of
from engine.extract.names.distribute import Share, subjects_of, with_list_before
from engine.extract.names.labels import (
    change_noun,
    compose,
    counted,
    joined,
    lacks_payment,
    of_others,
    rate_of_pay,
    subject,
    tidy,
)
from engine.extract.names.money import money_for
from engine.extract.names.named_before import framed, is_attribute, standard_named_before, thing_of
from engine.extract.names.naming import (
    deed_of_things,
    follows_list,
    head_of_list,
    in_brackets,
    is_deed,
    is_thing,
    last_deed,
)
from engine.extract.names.nouns import with_noun
from engine.extract.names.scopes import age_scope, bearer_scope, class_scope, people_scope
from engine.extract.names.siblings import (
    carry_deeds,
    carry_names,
    carry_things,
    follow_steps,
    name_bare_places,
    tell_governed_apart,
    tell_places_apart,
)
from engine.extract.names.wholes import link_parts
from engine.extract.not_promised.history import is_past, promises
from engine.extract.not_promised.progress import said_of
from engine.extract.not_promised.qualifiers import household_of, tells_aside, without_household
from engine.extract.numbers.bare import binds_bare
from engine.extract.numbers.groups import before_baseline, carry, runs_of
from engine.extract.numbers.scan import Figure
from engine.patterns import lazy

# 室温不低于18℃: two characters that name all that is measured.
_NAMED_BY_UNIT = frozenset({"℃", "分贝"})
_COUNTS_PEOPLE = frozenset({"人", "人次", "次", "例", "针次"})
_NEAR = 400
# 为甲…、为乙…: what follows is done for somebody else.
_TURNS_TO = lazy(r"(?<=[^分别均各]{4})、(?P<to>(?:为|对|给|向)[^、,。;:分均各]{0,14}$)")


class ProseReader:
    """Reads the figures of one cleaned text.

    ``year`` is the plan's, for deadlines such as 年底前; ``told`` are stretches, sorted and apart, that report what was, ``cells`` where the
    cells of tables begin that nothing in the text parts; ``progress`` is true of a report on what has been done so far.
    """

    def __init__(
        self,
        text: str,
        year: int | None,
        numbering: Collection[int],
        told: Sequence[tuple[int, int]] = (),
        cells: Collection[int] = (),
        progress: bool = False,
    ) -> None:
        self._text = text
        self._year, self._told, self._progress = year, told, progress
        self._bounds = Boundaries(text, cells)
        runs = [run for run in runs_of(text, scan(text, numbering)) if self._promises(run)]
        self._figures = [f for run in runs for f in run]
        self._dates = Dates(text, year, [f.start for f in self._figures])
        self._deeds: dict[int, str] = {}
        self._runs: list[list[int]] = []
        at = 0
        for run in runs:
            self._supply_denominators(run[0], text[self._left_start(at) : run[0].start])
            carry(run)
            self._runs.append(
                [i for i in range(at, at + len(run)) if run[i - at].unit or binds_bare(text, run[i - at])]
            )
            at += len(run)

    def _promises(self, run: list[Figure]) -> bool:
        """Whether a run of figures is promised: with a unit or bound to stand by, and told of the plan's own time."""
        if not run[-1].unit and not binds_bare(self._text, run[-1]):
            return False
        sentence = self._near(run[0].start)[0]
        if self._progress and (said := said_of(self._text, run[0], sentence)):
            return said == "target"
        return not self._is_reported(run[0]) and not is_past(self._text, run[0], sentence, self._year)

    def _is_reported(self, figure: Figure) -> bool:
        """Whether a figure stands in a section that reports what was, in a sentence that promises nothing."""
        index = bisect_right(self._told, (figure.start, len(self._text))) - 1
        if index < 0 or figure.start >= self._told[index][1]:
            return False
        return not promises(self._text, self._near(figure.start)[0], figure.start)

    def read(self) -> list[Draft]:
        """Return a draft for every figure, in reading order; one figure shared by two subjects gives two."""
        drafts: list[Draft] = []
        for run in self._runs:
            drafts.extend(self._read_run(run))
        link_parts(self._text, drafts)
        tell_places_apart(self._text, drafts)
        tell_governed_apart(self._text, drafts)
        name_bare_places(self._text, drafts)
        follow_steps(self._text, drafts)
        carry_deeds(self._text, drafts)
        carry_names(self._text, drafts)
        carry_things(drafts)
        return drafts

    def _near(self, at: int) -> tuple[int, int]:
        """Return the sentence around ``at``, cut to what stands near it: a line may run on without any stop."""
        start, end = self._bounds.sentence(at)
        return max(start, at - _NEAR), min(end, at + _NEAR)

    def _chain(self, index: int) -> tuple[int, int]:
        """Return the first and the last of the figures that stand at once behind each other: 廉租房264户13000平方米."""
        first = last = index
        while first and self._touches(first - 1):
            first -= 1
        while last + 1 < len(self._figures) and self._touches(last):
            last += 1
        return first, last

    def _touches(self, index: int) -> bool:
        """Whether the next figure stands at once behind a figure and counts something else."""
        figure, following = self._figures[index], self._figures[index + 1]
        return figure.end == following.start and figure.unit != following.unit

    def _left_start(self, index: int) -> int:
        figure = self._figures[index]
        start = self._bounds.clause(figure.start if figure.baseline is None else figure.lead)
        previous = self._figures[index - 1] if index else None
        start = max(start, previous.end) if previous and previous.end <= figure.start else start
        start = max(start, figure.start - _NEAR)
        turned = _TURNS_TO.search(self._text, start, figure.start)
        return turned.start("to") if turned else start

    def _read_run(self, run: list[int]) -> list[Draft]:
        left = self._text[self._left_start(run[0]) : self._figures[run[0]].start]
        drafts = self._named(run, left)
        for draft, year in zip(drafts, years_in_turn(left, len(run)), strict=False):
            draft.deadline = Term(year, draft.figure.start, draft.figure.end)
        return drafts

    def _named(self, run: list[int], left: str) -> list[Draft]:
        first = self._figures[run[0]]
        start = self._left_start(run[0])
        change = change_noun(left, first) if first.relative else ""
        shares = [
            replace(share, label=f"{self._paid(share.label, first, start, self._near(first.start)[0])}{change}")
            for share in subjects_of(
                with_list_before(self._text, start, before_baseline(left, first), len(run)), len(run)
            )
        ]
        if shares and len(run) > 1:
            return [self._draft(index, share) for index, share in zip(run, shares, strict=True)]
        if shares:
            noun = rate_of_pay if first.unit == "元" and first.per else str
            named = [replace(s, label=with_noun(s.label, first) if s.bare else noun(s.label)) for s in shares]
            return [self._draft(run[0], share) for share in named]
        drafts = [self._draft(index, None) for index in run]
        for before, draft in pairwise(drafts):
            if (before.figure.word or not draft.label) and not self._text[
                before.figure.tail : draft.figure.start
            ].strip(" 、和,"):
                draft.label = before.label
        return drafts

    def _draft(self, index: int, share: Share | None) -> Draft:
        figure = self._figures[index]
        first, last = self._chain(index)
        start = self._left_start(first)
        left = f"{self._text[start : self._figures[first].start]}{self._figures[first].deed}"
        near = self._near(figure.start)
        following = self._figures[last + 1].start if last + 1 < len(self._figures) else len(self._text)
        if self._figures[last].end in self._bounds.cells:
            following = self._figures[last].end
        clause_end = min(self._bounds.clause_end(figure.end), following)
        right = counted(self._text, self._figures[last].end, following)
        left, named_at = self._naming(first, start, left, right)
        self._supply_denominators(figure, left)
        inherit_denominators(self._text, near[0], self._figures[index - 1] if index else None, figure)
        label = share.label if share else self._label(figure, left, right, start, near)
        scope = share.scope if share else self._scope(figure, start, max(near[0], named_at), clause_end, tidy(label))
        strength = strength_of(
            self._text, near[0], max(near[0], self._bounds.clause(figure.start)), figure.start, figure.number
        )
        deadline = self._dates.deadline_of((figure.start, figure.end), near)
        return Draft(
            figure,
            tidy(label),
            scope,
            strength,
            deadline,
            kind_of(figure, label),
            self._bounds.sentence(figure.start),
            begin=-1 if share else start,
        )

    def _naming(self, index: int, start: int, left: str, right: str) -> tuple[str, int]:
        """Return the words left of a figure that name it, and where they begin if what stands before is another's.

        In a list (改造3座危桥、5处隐患点) only the deed that it began with is left of them.
        """
        left = in_brackets(left)
        listed = head_of_list(left)
        if listed is not None and len(right) > 1:
            left = listed
        elif is_thing(right) and follows_list(self._text[start : self._figures[index].lead]):
            goes_on = index and self._bounds.clause(self._figures[index - 1].start) == self._bounds.clause(start)
            left = self._deeds.get(index - 1, "") if goes_on else ""
            start = self._figures[index].lead
        else:
            start = 0
            left = (deed_of_things(left) or last_deed(left)) if is_thing(right) else left
        words = subject(left)
        if is_deed(words):
            self._deeds[index] = words
        return left, start

    def _supply_denominators(self, figure: Figure, left: str) -> None:
        supply_denominators(self._text, self._near(figure.start)[0], figure, left)

    def _scope(self, figure: Figure, start: int, sentence: int, clause_end: int, label: str) -> tuple[str, ...]:
        """Return the people, places or class that the words around a figure confine it to."""
        clause = self._text[start:clause_end]
        if figure.unit not in RATES and (household := household_of(self._text[start : figure.start])):
            return (household,)
        if figure.unit in _COUNTS_PEOPLE:
            return people_scope(self._text[sentence : figure.start], self._text[figure.end : clause_end])
        if figure.unit in RATES:
            return bearer_scope(label) or age_scope(label, "")
        return class_scope(clause) or age_scope(label, "")

    def _subject_before(self, start: int, sentence: int) -> int:
        """Return where the clause begins that names what one without subject is about, past those of a year gone by."""
        earlier = max(self._bounds.clause(max(sentence, start - 1)), sentence)
        while earlier > sentence and tells_aside(self._text, earlier, start):
            earlier = max(self._bounds.clause(max(sentence, earlier - 1)), sentence)
        return earlier

    def _unread(self, start: int, end: int) -> int:
        """Return where the first figure between two offsets begins, else the second offset: no name holds a figure."""
        first = bisect_left(self._figures, start, key=attrgetter("number"))
        return min(self._figures[first].lead, end) if self._figures[first].number < end else end

    def _paid(self, label: str, figure: Figure, start: int, sentence: int) -> str:
        """Return the label of a sum per head with what is paid, where only the words before its clause say that."""
        if figure.unit != "元" or not figure.per or not lacks_payment(label):
            return label
        line = max(sentence - 80, self._text.rfind("\n", 0, start) + 1, 0)
        named = framed(self._text, sentence, start) or standard_named_before(self._text, line, start)
        fits = named and named not in label and not of_others(label, named)
        return rate_of_pay(joined(label.removesuffix("标准"), named)) if fits else label

    def _label(self, figure: Figure, left: str, right: str, start: int, sentence: tuple[int, int]) -> str:
        label = compose(without_household(before_baseline(left, figure)), right, figure)
        label = self._paid(label, figure, start, sentence[0])
        if figure.relative:
            return label
        if spent := money_for(self._text, left, figure):
            return spent
        if is_attribute(label) and not self._dates.holds_figure(sentence[0], start):
            return f"{thing_of(self._text[self._subject_before(start, sentence[0]) : start])}{label}"
        if (len(tidy(label)) < 3 and figure.unit not in _NAMED_BY_UNIT) or label in ("金额", "标准"):
            earlier = self._subject_before(start, sentence[0])
            stop = self._bounds.clause_end(earlier)
            household = household_of(self._text[stop : figure.start])
            if (figure.per or household) and self._dates.holds_figure(earlier, stop if household else start):
                return label
            headed = self._text[stop - 1] == ":"
            told = compose(
                self._text[earlier : stop if headed or household else self._unread(earlier, start)], right, figure
            )
            label = told or label
            if headed and figure.unit != "元":
                self._supply_denominators(figure, self._text[earlier:stop])
        return label
