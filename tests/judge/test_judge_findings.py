"""One defect, one finding, sorted, with an identity that outlives a moved line."""

import random

import pytest
from msgspec.structs import replace

from engine.commitment import Commitment, Extraction, Item, Metadata
from engine.document import Document, Span
from engine.judge.card import FigureRef
from engine.judge.judge import judge
from engine.match.rule import Ref
from engine.quantity.bounds import Bound
from engine.wording import Text
from tests.judge.judge_facts import card, fact, hit, pair


def requirement(**fields):
    settings = {"standard": "s", "citation": "示例〔2022〕1号", "role": "standard", "text": "不低于1100元"} | fields
    return fact("requirement", "r1", **settings)


def test_a_finding_carries_all_that_the_card_shows():
    below = card(
        message="{c.label}差{difference}",
        evidence=(("plan", ("c",)), ("standard", ("r",))),
        expected=FigureRef("r"),
        actual=FigureRef("c"),
        standard="r",
    )
    facts = pair(("=", "1000", "元"), (">=", "1100", "元"))
    facts["r"].fields.update(standard="s", citation="示例〔2022〕1号")
    facts["c"].fields.update(item="7", indicator="orphan")
    (found,) = judge([below], [hit(below, **facts)], "某省/某市")
    assert found.message.zh == "生活费差100元"
    assert (found.expected.text, found.actual.text) == (">=1100元", "=1000元")
    assert found.difference == (100, "元")
    assert (found.standard.id, found.standard.requirement, found.standard.citation) == ("s", "r1", "示例〔2022〕1号")
    assert (found.label, found.indicator, found.item) == ("生活费", "orphan", "7")
    assert [e.role for e in found.evidence] == ["plan", "standard"]


def test_evidence_is_shown_once_plan_first_and_in_the_order_of_the_file():
    both = card(evidence=(("plan", ("c", "d", "t")), ("standard", ("r",))))
    part = fact("total", "t", text="5", start=3, role="part")
    found = judge(
        [both],
        [hit(both, c=fact(start=40), d=fact(start=10), t=part, r=requirement(start=0), x=fact(start=0))],
    )
    assert [(e.role, e.span.start) for e in found[0].evidence] == [
        ("plan", 10),
        ("plan", 40),
        ("standard", 0),
        ("part", 3),
    ]


@pytest.mark.parametrize(
    ("facts", "certainty"),
    [
        ({"m": fact("match", "m", certainty="certain")}, "certain"),
        ({"m": fact("match", "m", certainty="review")}, "review"),
        ({"r": requirement(verified=False)}, "review"),
        ({"r": requirement(verified=True)}, "certain"),
    ],
    ids=["certain match", "match by likeness", "unverified figure", "verified figure"],
)
def test_certainty(facts, certainty):
    one = card()
    assert judge([one], [hit(one, c=fact(), **facts)])[0].certainty == certainty


def test_certainty_of_the_card_itself():
    always, of_fact = card("always", certainty="review"), card("field", certainty=Ref("c", "certainty"))
    found = judge([always, of_fact], [hit(always, c=fact()), hit(of_fact, c=fact(certainty="certain"))])
    assert {f.rule: f.certainty for f in found} == {"always": "review", "field": "certain"}


class TestYielding:
    def test_a_card_yields_on_the_same_figure_and_on_no_other(self):
        strong, weak = card("strong"), card("weak", yields_to=["strong"])
        hits = [
            hit(strong, c=fact(fact_id="c1")),
            hit(weak, c=fact(fact_id="c1")),
            hit(weak, c=fact(fact_id="c2", start=9)),
        ]
        found = judge([strong, weak], hits)
        assert [(f.rule, f.evidence[0].span.start) for f in found] == [("strong", 0), ("weak", 9)]

    def test_it_yields_to_no_lesser_severity(self):
        note, error = card("note", "note"), card("error", "error", yields_to=["note"])
        assert {f.rule for f in judge([note, error], [hit(note, c=fact()), hit(error, c=fact())])} == {"note", "error"}

    def test_what_was_dropped_drops_nothing(self):
        first, third = card("first"), card("third", yields_to=["second"])
        shared, other = fact(fact_id="c1"), fact(fact_id="c2", start=9)
        second = card("second", yields_to=["first"], evidence=(("plan", ("c", "d")),))
        hits = [hit(first, c=shared), hit(second, c=shared, d=other), hit(third, c=other)]
        assert {f.rule for f in judge([first, second, third], hits)} == {"first", "third"}

    def test_the_standard_is_no_common_figure(self):
        strong = card("strong", evidence=(("plan", ("c",)), ("standard", ("r",))))
        weak = card("weak", yields_to=["strong"], evidence=(("plan", ("c",)), ("standard", ("r",))))
        hits = [
            hit(strong, c=fact(fact_id="c1"), r=requirement()),
            hit(weak, c=fact(fact_id="c2", start=5), r=requirement()),
        ]
        assert len(judge([strong, weak], hits)) == 2

    def test_where_the_plan_shows_nothing_the_requirement_is_what_they_share(self):
        shown = {"evidence": (("standard", ("r",)),), "standard": "r", "label": "r", "message": "{r.label}"}
        strong, weak = card("strong", **shown), card("weak", yields_to=["strong"], **shown)
        assert [f.rule for f in judge([strong, weak], [hit(strong, r=requirement()), hit(weak, r=requirement())])] == [
            "strong"
        ]


@pytest.mark.parametrize("alias", ["c", "x"])
def test_what_reads_the_same_and_shows_the_same_is_one_finding(alias):
    one = card()
    hits = [hit(one, **({"c": fact()} | {alias: fact(fact_id=f"{alias}{n}")})) for n in range(3)]
    assert len(judge([one], hits)) == 1


class TestIdentity:
    def prints(self, **changes):
        one = card()
        settings = {"text": "每人每月1000元", "start": 5} | changes
        place = settings.pop("place", "某省/某市")
        (found,) = judge([one], [hit(one, c=fact(**settings))], place)
        return found.fingerprint, found.key

    def test_a_moved_line_is_the_same_finding(self):
        assert self.prints() == self.prints(start=500, fact_id="c9", file="b.txt")

    @pytest.mark.parametrize("text", ["每人每月 1000 元", "每人每月１０００元", "每人\n每月1000元"])
    def test_retyping_is_the_same_finding(self, text):
        assert self.prints() == self.prints(text=text)

    def test_a_corrected_figure_is_another_finding_on_the_same_question(self):
        (mine, key), (other, same) = self.prints(), self.prints(text="每人每月1050元")
        assert mine != other and key == same

    @pytest.mark.parametrize("changes", [{"indicator": "orphan"}, {"place": "某省/别市"}, {"label": "护理费"}])
    def test_another_indicator_place_or_label_is_another_question(self, changes):
        assert self.prints()[1] != self.prints(**changes)[1]

    def test_two_requirements_are_two_questions(self):
        one = card(standard="r")
        (a,) = judge([one], [hit(one, c=fact(), r=requirement())])
        (b,) = judge([one], [hit(one, c=fact(), r=replace(requirement(), fields=requirement().fields | {"id": "r2"}))])
        assert a.key != b.key

    def test_equals_are_told_apart_in_the_order_of_the_text(self):
        one = card(message="{c.id}")
        hits = [hit(one, c=fact(fact_id=f"c{n}", start=start)) for n, start in enumerate((70, 7, 30))]
        found = sorted(judge([one], hits), key=lambda f: f.evidence[0].span.start)
        base = found[0].fingerprint
        assert len(base) == 16
        assert [f.fingerprint for f in found] == [base, f"{base}-2", f"{base}-3"]
        assert [f.key for f in found] == [found[0].key, f"{found[0].key}-2", f"{found[0].key}-3"]


def test_findings_come_sorted_whatever_the_order_of_the_hits():
    cards = [card(f"{s}-{n}", s, message="{c.id}") for s in ("note", "error", "warning") for n in (2, 1)]
    hits = [hit(one, c=fact(fact_id=f"c{start}", start=start)) for one in cards for start in (900, 5, 80)]
    wanted = judge(cards, hits)
    assert [f.severity for f in wanted] == ["error"] * 6 + ["warning"] * 6 + ["note"] * 6
    assert [f.evidence[0].span.start for f in wanted[:6]] == [5, 5, 80, 80, 900, 900]
    assert [f.rule for f in wanted[:2]] == ["error-1", "error-2"]
    shuffled = random.Random(7)
    for _ in range(5):
        shuffled.shuffle(hits)
        shuffled.shuffle(cards)
        assert judge(cards, hits) == wanted


def test_the_item_says_who_is_responsible():
    document = Document("a", "", "txt", "", [])
    item = Item("7", "7.", "救助", ("县民政局",), 0, 9)
    own = Commitment("7.1", "7", "l", (), Bound("=", 1), "元", Span("a", "1元"), 0, 2, responsible=("县残联",))
    extraction = Extraction(document, Metadata(), (item,), (own,))
    one = card()
    named = {kind: judge([one], [hit(one, c=found)], "", extraction)[0] for kind, found in (
        ("own", fact(fact_id="7.1", item="7")), ("items", fact(fact_id="7.2", item="7")), ("nobody", fact("total", "t"))
    )}  # fmt: skip
    assert (named["own"].responsible, named["own"].item) == (("县残联",), "7")
    assert (named["items"].responsible, named["items"].item) == (("县民政局",), "7")
    assert (named["nobody"].responsible, named["nobody"].item) == ((), "")


def test_what_was_worked_out_is_kept_as_a_trace():
    one = card()
    found = judge(
        [one],
        [hit(one, c=fact(said={"trace": Text("读作", "read"), "working": Text("1＋1", "1+1"), "other": Text("", "")}))],
    )
    assert found[0].trace == (Text("读作", "read"), Text("1＋1", "1+1"))
