"""Facts of items and figures that depend on what stands beside them."""

import pytest
from review_reading import RESOLVER

from engine.bind.binder import bind
from engine.bind.upper.draft import applied_draft, draft_standard
from engine.check import document_of, read_plan_text
from engine.commitment import Extraction
from engine.facts.derive import facts_of, item_facts
from engine.facts.fact import Fact
from engine.reconcile.twice.restated import restated_facts


def read(text: str) -> Extraction:
    return read_plan_text(document_of(text, "plan.txt"), RESOLVER)


def item(text: str, label: str) -> Fact:
    (fact,) = [f for f in item_facts(read(text), "p") if f.fields["label"] == label]
    return fact


UNIT = "（责任单位：县民政局）"
SECTIONS = (
    f"一、考核安排\n按照上级要求，实行统一考核。\n二、工作任务\n1.养老服务。建设助餐点2个。{UNIT}\n"
    f"2.法律援助。办理案件110件。{UNIT}\n3.道路建设。硬化道路5公里。\n"
)


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        (SECTIONS, "考核安排", False),
        (SECTIONS, "道路建设", True),
        (f"1.养老服务。建设助餐点2个。{UNIT}\n2.法律援助。办理案件110件。\n", "法律援助", False),
        (
            f"一、民生\n（一）养老。建设助餐点2个。{UNIT}\n（二）救助。办理案件110件。{UNIT}\n二、道路\n（一）硬化。硬化道路5公里。\n（二）安防。安装护栏3公里。\n",
            "硬化",
            False,
        ),
    ],
)
def test_siblings_are_the_tasks_under_the_same_heading(text: str, label: str, expected: bool) -> None:
    assert item(text, label).fields["siblings_responsible"] is expected


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        (SECTIONS, "考核安排", False),
        (SECTIONS, "道路建设", True),
        (SECTIONS, "工作任务", False),
        ("一、养老服务\n1.助餐点。建设助餐点2个。\n二、道路建设\n硬化道路5公里。\n", "道路建设", False),
        ("一、养老服务\n1.助餐点。建设助餐点2个。\n二、道路建设\n", "道路建设", True),
        ("1.食品安全。持续加强食品安全监管。\n2.法律援助。办理案件110件。\n", "食品安全", True),
    ],
)
def test_a_section_of_prose_is_no_task_and_a_bare_heading_is_one(text: str, label: str, expected: bool) -> None:
    assert item(text, label).fields["leaf"] is expected


UPPER = "1.养老服务。建设助餐点10个，新增床位200张。\n2.法律援助。做好法律援助。\n3.道路建设。硬化道路50公里。\n"


@pytest.mark.parametrize(
    ("plan", "extra"),
    [
        ("1.养老服务。建设助餐点2个，安装呼叫器60台。\n", ["60台"]),
        ("1.养老服务。建设助餐点2个。\n", []),
        ("1.法律援助。办理案件110件。\n", []),
        ("1.文化惠民。送戏下乡12场。\n", []),
        ("1.道路建设。硬化道路5公里，其中村道3公里、通组路2公里。\n", []),
        ("1.道路建设。硬化道路5公里。\n附件：任务表\n\n附件\n任务表\n1.道路建设。硬化道路5公里。\n", []),
    ],
)
def test_a_figure_that_nothing_upper_asks_for(plan: str, extra: list[str]) -> None:
    extraction = read(plan)
    applied = applied_draft(draft_standard(read(UPPER)))
    facts = facts_of(extraction, applied, bind(applied, extraction, RESOLVER), "p")
    assert [f.evidence[0].span.text for f in facts if f.fields.get("extra")] == extra


def test_without_an_upper_document_nothing_is_extra() -> None:
    extraction = read("1.养老服务。建设助餐点2个。\n")
    assert not any(f.fields.get("extra") for f in facts_of(extraction, (), bind((), extraction, RESOLVER), "p"))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2022年10月15日前", "2022-10-15"),
        ("2022年10月底前", "2022-10-31"),
        ("2024年2月底前", "2024-02-29"),
        ("2022年底前", "2022-12-31"),
    ],
)
def test_a_drafted_requirement_is_due_on_the_last_day_of_its_date(words: str, day: str) -> None:
    (requirement,) = [
        r for r in draft_standard(read(f"1.养老。{words}完成适老化改造100户。\n")).requirements if r.values
    ]
    assert requirement.meet_by is not None
    assert requirement.meet_by.isoformat() == day


ANNEX = "1.就业。{body}。\n附件：任务分解表\n\n附件\n任务分解表\n{annex}\n县人社局\n"


@pytest.mark.parametrize(
    ("body", "annex", "pairs"),
    [
        ("城镇新增就业5000人", "城镇新增就业5000", [("5000人", "5000")]),
        ("城镇新增就业5000", "城镇新增就业5000人", [("5000", "5000人")]),
        ("办理事项种类超过30类", "办理事项种类超过30", [("超过30类", "超过30")]),
        ("城镇新增就业5000", "城镇新增就业5000", []),
        ("城镇新增就业5000人", "城镇新增就业500", []),
        ("城镇新增就业5000人", "转移就业5000", []),
    ],
)
def test_a_figure_that_lost_its_unit(body: str, annex: str, pairs: list[tuple[str, str]]) -> None:
    extraction = read(ANNEX.replace("{body}", body).replace("{annex}", annex))
    bare = {c.id for c in extraction.commitments if not c.unit}
    facts = [f for f in restated_facts(extraction, "p") if {f.fields["first"], f.fields["second"]} & bare]
    found = [
        tuple(e.span.text for e in f.evidence) for f in facts if not {f.fields["first"], f.fields["second"]} <= bare
    ]
    assert found == pairs


@pytest.mark.parametrize(
    ("body", "later", "agree"),
    [
        ("2022年10月底前完成适老化改造100户", "2022年12月底前完成适老化改造100户", [False]),
        ("2022年10月底前完成适老化改造100户", "确保2022年10月底前完成适老化改造100户", [True]),
        ("2022年6月底前完成适老化改造50户", "2022年12月底前完成适老化改造100户", []),
        ("到2023年，自来水普及率达到95%", "到2025年，自来水普及率达到95%", []),
    ],
)
def test_stages_are_no_two_deadlines(body: str, later: str, agree: list[bool]) -> None:
    extraction = read(f"一、总体目标\n{body}。\n二、主要任务\n1.养老服务。{later}。\n")
    found = [f.fields["deadlines_agree"] for f in restated_facts(extraction, "p") if "deadlines_agree" in f.fields]
    assert found == agree
