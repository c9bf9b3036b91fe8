"""From one draft to the next: what was put right, what is new, what is still there, and what nobody looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from engine.judge.comparable import WHOLE, remarks_on, why_unchecked
from engine.judge.finding import Audit, Finding
from engine.judge.identity import words_of
from engine.judge.same import same_findings, same_plans
from engine.wording import Text

State = Literal["new", "changed", "unchanged", "unchecked", "fixed"]
STATES: tuple[State, ...] = ("new", "changed", "unchanged", "unchecked", "fixed")


class Row(Struct, frozen=True):
    """One finding through two drafts: in both, only in the old one (``new`` None), or only in the new one.

    ``why`` says of an unchecked finding why the new check could not have found it.
    """

    state: State
    old: Finding | None = None
    new: Finding | None = None
    why: Text | None = None

    @property
    def finding(self) -> Finding:
        """The finding as it stands last."""
        found = self.new or self.old
        assert found is not None, "a row is about something"
        return found

    @property
    def other_figure(self) -> bool:
        """Whether another figure is expected, found or between them than in the old draft."""
        return self.old is not None and self.new is not None and _amounts(self.old) != _amounts(self.new)

    @property
    def other_rule(self) -> bool:
        """Whether a related rule speaks of the same matter now."""
        return self.old is not None and self.new is not None and self.old.rule != self.new.rule

    @property
    def waiver(self) -> Literal["", "granted", "ended"]:
        """Whether the finding has been let stand since the old draft, or no longer is."""
        if self.old is None or self.new is None or bool(self.old.waiver) == bool(self.new.waiver):
            return ""
        return "granted" if self.new.waiver else "ended"


class Comparison(Struct, frozen=True):
    """Two audits, every finding of both in one row, and what has to be known to read the rows right.

    Rows come by state in the order of ``STATES``, then as the findings come in their audits.
    """

    old: Audit
    new: Audit
    rows: tuple[Row, ...]
    remarks: tuple[Text, ...] = ()

    def of(self, *states: State) -> tuple[Row, ...]:
        """Return the rows in one of these states."""
        return tuple(row for row in self.rows if row.state in states)

    @property
    def two_plans(self) -> bool:
        """Whether two lone plans are not drafts of one: nothing of either can have been put right in the other."""
        return len(self.old.plans) == len(self.new.plans) == 1 and not same_plans(self.old.plans, self.new.plans)

    @property
    def counts(self) -> dict[State, int]:
        """How many rows there are in each state, in the order of ``STATES``."""
        return {state: len(self.of(state)) for state in STATES}


def compared(old: Audit, new: Audit) -> Comparison:
    """Return what has become of the findings of ``old`` in ``new``.

    What the new check could not have found (its plan, rule or standard was left out, its file unreadable) is
    ``unchecked``, never ``fixed``.
    """
    plans = same_plans(old.plans, new.plans)
    before, after = _by_plan(old), _by_plan(new)
    known: dict[tuple[int, int], Finding] = {}
    gone: list[Row] = []
    for plan, findings in before.items():
        home = plans.get(plan, WHOLE)
        ours = after.get(home, ()) if plan in plans or plan == WHOLE else ()
        pairs = same_findings(findings, ours)
        known |= {(home, pairs[number]): findings[number] for number in pairs}
        left = [finding for number, finding in enumerate(findings) if number not in pairs]
        gone += [_gone(finding, why_unchecked(finding, plan, plans, old, new)) for finding in left]
    there = [
        _there(known.get((plan, number)), finding)
        for plan, findings in after.items()
        for number, finding in enumerate(findings)
    ]
    rows = sorted([*there, *gone], key=lambda row: STATES.index(row.state))
    made = Comparison(old, new, tuple(rows), tuple(remarks_on(old, new, plans)))
    _assert_sums(made)
    return made


def _by_plan(audit: Audit) -> dict[int, Sequence[Finding]]:
    """Return the findings by the number of their plan; a plan that stands alone has those of the audit too."""
    if len(audit.plans) == 1:
        return {0: (*audit.plans[0].findings, *audit.findings)}
    return {**{number: plan.findings for number, plan in enumerate(audit.plans)}, WHOLE: audit.findings}


def _there(old: Finding | None, new: Finding) -> Row:
    if old is None:
        return Row("new", None, new)
    row = Row("changed", old, new)
    figures = any(f.expected or f.actual or f.difference for f in (old, new))
    same = not row.other_figure if figures else words_of(old) == words_of(new)
    return Row("unchanged", old, new) if same and not row.other_rule else row


def _gone(old: Finding, why: Text | None) -> Row:
    return Row("unchecked" if why else "fixed", old, None, why)


def _amounts(finding: Finding) -> tuple[object, ...]:
    ends = [f and (f.op, f.value, f.high, f.unit) for f in (finding.expected, finding.actual)]
    return (*ends, finding.difference)


def _assert_sums(made: Comparison) -> None:
    counts, both = made.counts, len(made.of("changed", "unchanged"))
    totals = [sum(len(findings) for findings in _by_plan(audit).values()) for audit in (made.old, made.new)]
    assert totals[0] == both + counts["unchecked"] + counts["fixed"], "every old finding has one row"
    assert totals[1] == both + counts["new"], "every new finding has one row"
