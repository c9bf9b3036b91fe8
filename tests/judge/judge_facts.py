"""Building blocks for the judge's tests: a card of few words, facts and hits."""

from decimal import Decimal
from fractions import Fraction

from engine.document import Span
from engine.facts.fact import Evidence, Fact, Figure
from engine.judge.card import Card, Case, FigureRef
from engine.match.rule import Hit, Pattern, Rule
from engine.wording import Text


def card(card_id="below", severity="error", *, group="conformance", yields_to=(), message="{c.label}", **shown):
    rule = Rule(f"{card_id}#1", (Pattern("c", ()),))
    words = Text(message, message)
    settings = {"evidence": (("plan", ("c",)),), "label": "c", "verdict": "violates"} | shown
    case = Case(rule=rule, severity=severity, message=words, remedy=Text("改正", "Correct it"), **settings)
    return Card(card_id, "X01", group, severity, Text("标题", "Title"), (case,), tuple(yields_to))


def figure(op, value, unit, high=None):
    return Figure(op, Decimal(value), None if high is None else Decimal(high), unit, f"{op}{value}{unit}")


def fact(
    kind="commitment", fact_id="c1", *, text="1000元", start=0, role="plan", shown=None, said=None, file="a", **fields
):
    span = Span(file, text, start, start + len(text), None, 0)
    fields = {"kind": kind, "id": fact_id, "plan": "p", "label": "生活费"} | fields
    return Fact(fields, (Evidence(role, span),), shown, said)


def hit(one_card, **facts):
    return Hit(one_card.cases[0].rule.id, facts)


def pair(mine, theirs, base=None):
    """The two sides of a comparison: (op, value, unit), with their base units where the units differ."""
    (ours, standards) = base or ((mine[1], theirs[1]))
    c = fact(shown=figure(*mine), value=Fraction(ours), dimension="d")
    r = fact("requirement", "r1", shown=figure(*theirs), value=Fraction(standards), dimension="d", role="standard")
    return {"c": c, "r": r}


EXPECTED, ACTUAL = FigureRef("r"), FigureRef("c")
