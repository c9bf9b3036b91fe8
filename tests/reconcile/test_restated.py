import pytest
from plan_samples import figure, plan
from table_samples import understood

from engine.facts.fact import Fact
from engine.reconcile.twice.restated import heads_against_totals, restated_facts

TEXT = "农村适龄妇女两癌免费检查20400人。附件1：农村适龄妇女两癌免费检查20040人。"
LABEL = "农村适龄妇女“两癌”免费检查人数"


def pair(**second: object) -> list[Fact]:
    extraction = plan(
        TEXT,
        figure(TEXT, "20400人", LABEL, "20400", "人", id="a", sentence="正文句", deadline="2023-12-31"),
        figure(
            TEXT,
            "20040人",
            **{  # type: ignore[arg-type]
                **{"label": LABEL, "value": "20040", "unit": "人", "id": "b", "section": "annex", "sentence": "附件句"},
                **second,
            },
        ),
    )
    return list(restated_facts(extraction, "p"))


def test_body_and_annex_that_cannot_both_hold() -> None:
    (fact,) = pair()
    assert (fact.fields["agree"], fact.fields["across"], fact.fields["first"]) == (False, "annex", "a")
    assert [(e.role, e.span.text) for e in fact.evidence] == [("plan", "20400人"), ("plan", "20040人")]


@pytest.mark.parametrize(
    ("second", "agree"),
    [
        ({"value": "20400"}, True),
        ({"op": ">="}, True),
        ({"op": "<="}, False),
        ({"op": ">=", "value": "20401"}, False),
        ({"value": "20000", "digits": -4}, True),
        ({"deadline": "2023"}, False),
    ],
)
def test_bounds_roundings_and_deadlines_of_one_year(second: dict[str, object], agree: bool) -> None:
    assert [fact.fields["agree"] for fact in pair(**second)] == [agree]


@pytest.mark.parametrize(
    "second",
    [
        {"label": "农村适龄妇女“两癌”复查人数"},
        {"unit": "人次"},
        {"scope": ("城镇",)},
        {"deadline": "2024-12-31"},
        {"relative": True},
        {"op": "~"},
        {"part_of": "a"},
        {"section": "body", "sentence": "正文句"},
    ],
)
def test_different_things_are_no_restatement(second: dict[str, object]) -> None:
    assert pair(**second) == []


def test_one_figure_with_two_deadlines_is_told_apart() -> None:
    (fact,) = pair(value="20400", deadline="2023-06-30")
    assert (fact.fields["agree"], fact.fields["deadlines_agree"]) == (True, False)


def test_a_short_name_in_another_item_is_another_thing() -> None:
    text = "改造20户。改造30户。"
    first = figure(text, "20户", "改造户数", "20", "户", item="1", sentence="甲")
    second = figure(text, "30户", "改造户数", "30", "户", item="2", sentence="乙")
    assert list(restated_facts(plan(text, first, second), "p")) == []


@pytest.mark.parametrize(("total", "agree"), [("300", [True]), ("310", [False]), ("350", [])])
def test_a_head_against_its_total_row(total: str, agree: list[bool]) -> None:
    # 350 is neither the head's 300 nor the sum of 310: there the sum is the finding, not the restatement.
    last = "200" if total == "300" else "210"
    read, document = understood([["乡镇", "新增就业300人"], ["东", "100"], ["西", last], ["合计", total]])
    assert [f.fields["agree"] for f in heads_against_totals([read], document, "p")] == agree
