import pytest
from plan_samples import figure, plan

from engine.commitment import Extraction
from engine.facts.fact import Fact
from engine.reconcile.prose.parts import parts_facts

TRAINING = "开展培训2975人次，其中技能培训2300人次，创业培训675人次。"


def training(
    first: str = "2300", second: str = "675", *, whole_op: str = "=", ops: str = "=", units: str = "人次"
) -> Extraction:
    text = TRAINING.replace("2300", first).replace("675", second)
    return plan(
        text,
        figure(text, "2975人次", "培训人次", "2975", "人次", id="w", op=whole_op),
        figure(text, f"{first}人次", "技能培训", first, units, id="a", part_of="w", op=ops),
        figure(text, f"{second}人次", "创业培训", second, units, id="b", part_of="w", op=ops),
    )


def only(extraction: Extraction) -> Fact:
    (fact,) = parts_facts(extraction, "p")
    return fact


def shape(fact: Fact) -> tuple[object, object, object]:
    return fact.fields["exhaustive"], fact.fields.get("agree"), fact.fields["exceeds"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2300", "675", (True, True, False)),
        ("2300", "665", (True, False, False)),
        ("2300", "676", (True, False, True)),
        ("2300", "300", (False, None, False)),
        ("3300", "300", (False, None, True)),
        ("2300", "1200", (False, None, True)),
    ],
)
def test_parts_against_their_whole(first: str, second: str, expected: tuple[object, object, object]) -> None:
    assert shape(only(training(first, second))) == expected


def test_evidence_working_and_amounts() -> None:
    fact = only(training(second="665"))
    assert [(e.role, e.span.text) for e in fact.evidence] == [
        ("plan", "2975人次"),
        ("part", "2300人次"),
        ("part", "665人次"),
    ]
    assert (fact.fields["stated"], fact.fields["computed"]) == (2975, 2965)
    assert fact.said is not None
    assert fact.said["working"].zh == "其中各项技能培训2300人次＋创业培训665人次＝2965人次，总数为2975人次，差10人次"


def test_persons_are_no_part_of_person_times() -> None:
    assert list(parts_facts(training(units="人"), "p")) == []


@pytest.mark.parametrize(
    ("whole_op", "ops", "second", "agree"),
    [(">=", ">=", "675", True), (">=", ">=", "750", True), ("<=", ">=", "750", False), (">=", "=", "665", False)],
)
def test_bounds_are_compared_as_bounds(whole_op: str, ops: str, second: str, agree: bool) -> None:
    assert only(training(second=second, whole_op=whole_op, ops=ops)).fields.get("agree") is agree


@pytest.mark.parametrize(
    ("text", "whole", "parts", "unit"),
    [
        # What is reached one stage after the other adds up to nothing.
        (
            "改造户厕780户，其中5月底前300户、9月底前累计620户、11月底前累计780户。",
            "780户",
            ["300户", "620户", "780户"],
            "户",
        ),
        ("收费每人每月不超过1400元，其中乳儿班1400元、托大班1000元。", "1400元", ["1400元", "1000元"], "元/人/月"),
        ("比下达任务多200人，其中再就业1230人、困难人员315人。", "200人", ["1230人", "315人"], "人"),
    ],
)
def test_what_divides_no_whole(text: str, whole: str, parts: list[str], unit: str) -> None:
    numbers = ["".join(filter(str.isdigit, words)) for words in (whole, *parts)]
    own = [
        figure(text, words, words, number, unit, id=str(place), part_of="w")
        for place, (words, number) in enumerate(zip(parts, numbers[1:], strict=True))
    ]
    assert list(parts_facts(plan(text, figure(text, whole, "总数", numbers[0], unit, id="w"), *own), "p")) == []


def test_approximate_parts_decide_nothing() -> None:
    assert only(training(second="665", ops="~")).fields.get("agree") is None


def test_parts_that_go_on_do_not_claim_to_be_all() -> None:
    text = TRAINING.replace("675人次。", "600人次等。")
    extraction = plan(
        text,
        figure(text, "2975人次", "培训人次", "2975", "人次", id="w"),
        figure(text, "2300人次", "技能培训", "2300", "人次", id="a", part_of="w"),
        figure(text, "600人次", "创业培训", "600", "人次", id="b", part_of="w"),
    )
    assert shape(only(extraction)) == (False, None, False)


def test_attributes_that_may_overlap_do_not_exceed_together() -> None:
    text = "培训100人，其中妇女80人，党员60人。"
    extraction = plan(
        text,
        figure(text, "100人", "培训人数", "100", "人", id="w"),
        figure(text, "80人", "妇女", "80", "人", id="a", part_of="w"),
        figure(text, "60人", "党员", "60", "人", id="b", part_of="w"),
    )
    assert shape(only(extraction)) == (False, None, False)


def test_rounded_wholes_are_intervals() -> None:
    text = "参保13.3万人，其中职工61000人，居民72400人。"
    extraction = plan(
        text,
        figure(text, "13.3万人", "参保人数", "133000", "人", id="w", digits=-3),
        figure(text, "61000人", "职工", "61000", "人", id="a", part_of="w"),
        figure(text, "72400人", "居民", "72400", "人", id="b", part_of="w"),
    )
    assert shape(only(extraction)) == (True, True, False)
