"""The one view that every format of a comparison renders: rows numbered, with both drafts' evidence ready to print."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from engine.judge.comparison import STATES, Comparison, Row, State
from engine.judge.finding import Finding
from engine.judge.same import base_name, same_plans
from engine.wording import say
from reports.parts.printing import one_line
from reports.parts.quotes import Quote
from reports.parts.records import FindingView, PlanView, ReportView
from reports.parts.sentences import bracketed, day, figures, severity_words, text_of
from reports.parts.view import view_of


class RowView(Struct, frozen=True):
    """A row with its number, counted from 1 through the whole comparison, and the name of its plan.

    The name is empty for a finding of the audit as a whole.
    """

    number: int
    row: Row
    old: FindingView | None
    new: FindingView | None
    plan: str

    @property
    def state(self) -> State:
        """What has become of the finding."""
        return self.row.state

    @property
    def last(self) -> FindingView:
        """The finding as it stands last."""
        found = self.new or self.old
        assert found is not None, "a row is about something"
        return found


class ComparisonView(Struct, frozen=True):
    """A whole comparison as shown. ``plans`` are the names of all plans, the new audit's first."""

    comparison: Comparison
    old: ReportView
    new: ReportView
    rows: tuple[RowView, ...]
    plans: tuple[str, ...]

    @property
    def several(self) -> bool:
        """Whether there are several plans, so that rows have to tell theirs."""
        return len(self.old.plans) > 1 or len(self.new.plans) > 1

    def of(self, state: State) -> tuple[RowView, ...]:
        """Return the rows in that state."""
        return tuple(row for row in self.rows if row.state == state)

    @property
    def title(self) -> str:
        """The title of the new draft; empty where there are several plans."""
        return "" if self.several else self.new.plans[0].title


class FigureLine(Struct, frozen=True):
    """A figure of a finding in both drafts, as formulas; empty in the draft that has none."""

    title: str
    old: str
    new: str


def comparison_view(comparison: Comparison) -> ComparisonView:
    """Return the view of a comparison; rows are sorted by state, then as the reports of their audits sort them."""
    old, new = view_of(comparison.old), view_of(comparison.new)
    names = _plan_names(old, new)
    places: dict[int, tuple[int, FindingView, str]] = {}
    for view, called in zip((new, old), names, strict=True):
        named = [(f, name) for plan, name in zip(view.plans, called, strict=True) for f in plan.findings]
        for finding, name in (*named, *((finding, "") for finding in view.findings)):
            places[id(finding.finding)] = (len(places), finding, name)

    def order(row: Row) -> tuple[int, int]:
        return STATES.index(row.state), places[id(row.finding)][0]

    def seen(finding: Finding | None) -> FindingView | None:
        return places[id(finding)][1] if finding else None

    rows = tuple(
        RowView(number, row, seen(row.old), seen(row.new), places[id(row.finding)][2])
        for number, row in enumerate(sorted(comparison.rows, key=order), 1)
    )
    return ComparisonView(comparison, old, new, rows, tuple(dict.fromkeys(n for called in names for n in called)))


def _plan_names(old: ReportView, new: ReportView) -> tuple[list[str], list[str]]:
    """Return what the plans of the new and of the old audit are called: their titles, with the file where two are alike.

    A plan that is in both is called the same.
    """

    def names(view: ReportView) -> list[str]:
        titles = [plan.title for plan in view.plans]
        files = [base_name(plan.result.file) for plan in view.plans]
        return [f"{t}（{f}）" if titles.count(t) > 1 else t for t, f in zip(titles, files, strict=True)]

    now, before = names(new), names(old)
    pairs = same_plans(old.audit.plans, new.audit.plans)
    return now, [now[pairs[n]] if n in pairs else name for n, name in enumerate(before)]


def plan_counts(view: ComparisonView, lang: str) -> tuple[tuple[str, dict[State, int]], ...]:
    """Return for each of several plans how many of its findings are in each state; nothing where there is one plan.

    Findings of the audit as a whole, where there are any, come last, so that the columns add up.
    """
    if not view.several:
        return ()
    found = Counter((row.plan, row.state) for row in view.rows)
    named = {plan: plan for plan in view.plans}
    if any(not row.plan for row in view.rows):
        named[""] = say("report.findings-audit", lang)
    return tuple((called, {state: found[plan, state] for state in STATES}) for plan, called in named.items())


def headline(view: ComparisonView, lang: str) -> str:
    """Return what has become of the findings in one sentence: fixed, new, still there, not checked again."""
    counts, comma = view.comparison.counts, say("report.comma", lang)
    if view.comparison.two_plans:
        return say("compare.headline-two-plans", lang, old=counts["unchecked"], new=counts["new"])
    there = view.comparison.of("changed", "unchanged")
    figures_changed = sum(row.other_figure for row in there)
    within = {
        "figure": figures_changed,
        "words": counts["changed"] - figures_changed,
        "waived": sum(row.finding.waiver is not None for row in there),
    }
    inner = comma.join(say(f"compare.of-{name}", lang, n=n) for name, n in within.items() if n)
    parts = [
        say("compare.part-fixed", lang, n=counts["fixed"]),
        say("compare.part-new", lang, n=counts["new"]),
        bracketed(say("compare.part-there", lang, n=len(there)), inner, lang),
    ]
    if counts["unchecked"]:
        parts.append(say("compare.part-unchecked", lang, n=counts["unchecked"]))
    return say("compare.headline", lang, parts=comma.join(parts))


def sums_sentence(view: ComparisonView, lang: str) -> str:
    """Return how the findings of both drafts add up, as sums that the reader can check."""
    counts = dict(view.comparison.counts)
    both, fresh = counts["changed"] + counts["unchanged"], counts.pop("new")
    totals = {"old": both + counts["fixed"] + counts["unchecked"], "new": both + fresh}
    return say("compare.sums", lang, **totals, **counts, fresh=fresh)


def remarks(view: ComparisonView, lang: str) -> tuple[str, ...]:
    """Return what has to be known to read the comparison right, then what the reports of the two drafts say."""
    own = [text_of(remark, lang) for remark in view.comparison.remarks]
    old, new = ([r for plan in side.plans for r in plan.result.remarks] for side in (view.old, view.new))
    for draft, said, elsewhere in (("old-draft", old, new), ("new-draft", new, old)):
        known = {words for remark in elsewhere for words in (remark.zh, remark.en)}
        head = f"{say(f'compare.{draft}', lang)}{say('report.colon', lang)}"
        own += [f"{head}{text_of(r, lang)}" for r in dict.fromkeys(said) if not {r.zh, r.en} & known]
    return tuple(own)


def marks(row: RowView, lang: str) -> tuple[str, ...]:
    """Return what else has changed in a finding: what was found before, its severity, whether it is let stand."""
    said = []
    if row.old and row.row.other_rule:
        said.append(say("compare.old-message", lang, message=text_of(row.old.finding.message, lang)))
    if row.old and row.new and row.old.finding.severity != row.new.finding.severity:
        was, now = (severity_words(view.finding, lang) for view in (row.old, row.new))
        said.append(say("compare.severity-changed", lang, old=was, new=now))
    if row.row.waiver:
        said.append(say(f"compare.waiver-{row.row.waiver}", lang))
    return tuple(said)


def why_unchecked(row: RowView, lang: str) -> str:
    """Return why a finding was not looked at again; empty for all others."""
    return text_of(row.row.why, lang) if row.row.why else ""


def figure_lines(row: RowView, lang: str) -> tuple[FigureLine, ...]:
    """Return the figures of a finding in both drafts, side by side under what they are called."""
    old, new = ({t: formula for t, formula, _ in figures(v, lang)} if v else {} for v in (row.old, row.new))
    return tuple(FigureLine(title, old.get(title, ""), new.get(title, "")) for title in {**new, **old})


def severity_of(view: FindingView, lang: str) -> str:
    """Return a finding's severity in words, or that it is let stand."""
    return say("report.waived", lang) if view.finding.waiver else severity_words(view.finding, lang)


def where(quote: Quote, lang: str) -> str:
    """Return a quote's file, without its folders, and its place in it, in words."""
    parts = (one_line(base_name(quote.place.file)), quote.place.words(lang))
    return say("report.comma", lang).join(part for part in parts if part)


def own_quotes(view: FindingView) -> tuple[Quote, ...]:
    """Return the plan's words that a finding rests on; of a sum the total alone, where it has one."""
    for roles in (("plan", "total"), ("part",)):
        found = tuple(q for q in view.quotes if q.role in roles and q.text)
        if found:
            return found
    return ()


def drafts(view: ComparisonView, lang: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what each draft is called, with the files checked, their day and their SHA-256."""
    sides = (("old-draft", view.old), ("new-draft", view.new))
    return tuple((say(f"compare.{key}", lang), tuple(_source(p, lang) for p in side.plans)) for key, side in sides)


def _source(plan: PlanView, lang: str) -> str:
    result = plan.result
    known = f"{day(result.on, lang)} · sha256 {one_line(result.sha256)}"
    return bracketed(one_line(result.file), known if result.extraction else say("report.unreadable", lang), lang)
