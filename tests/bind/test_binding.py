"""Which commitment answers which requirement, told by what the cards find."""

import pytest

from engine.bind.adapted.derived import in_words, with_derived
from engine.bind.binder import bind
from engine.bind.upper.draft import applied_draft, binding_of, draft_standard, tasks_of
from engine.check import check_texts, document_of, read_plan_text
from engine.extract import extract
from engine.quantity.formula import parse_formula
from engine.resolve.resolver import Resolver
from rules import load_cards
from standards.catalogue import load_catalogue
from standards.files.loader import load_library
from standards.in_force.apply import apply

CATALOGUE = load_catalogue()
RESOLVER = Resolver(CATALOGUE)
CARDS = load_cards()
CONFORMANCE = {c.id for c in CARDS if c.group == "conformance"}


def found(plan, standard):
    findings = check_texts(plan, standard, CARDS, CATALOGUE)
    return sorted({f.rule for f in findings if f.rule in CONFORMANCE and f.severity != "note"})


CASES = [
    # (plan, higher document, rules above a note)
    ("散居孤儿基本生活费每人每月1100元。", "散居孤儿基本生活费不低于每人每月1150元。", ["below-floor"]),
    ("集中养育孤儿基本生活费每人每月1700元。", "集中供养孤儿基本生活费不低于每人每月1650元。", []),
    ("散居孤儿基本生活费每人每月1100元。", "集中供养孤儿基本生活费不低于每人每月1650元。", ["target-dropped"]),
    ("农村低保标准每人每年6000元。", "农村低保标准不低于每人每月500元。", []),
    ("农村低保标准每人每年5900元。", "农村低保标准不低于每人每月500元。", ["below-floor"]),
    ("农村低保标准每人每年6000元。", "城市低保标准不低于每人每月700元。", ["target-dropped"]),
    ("城镇调查失业率控制在6%以内。", "城镇调查失业率控制在5.5%以内。", ["above-ceiling"]),
    ("城镇调查失业率控制在5%以内。", "城镇调查失业率控制在5.5%以内。", []),
    ("高血压患者管理率达到43%。", "高血压患者规范管理率不低于61%。", []),
    ("城市低保标准从每人每月600元提高到每人每月650元。", "城市低保标准不低于每人每月650元。", []),
]


@pytest.mark.parametrize(("plan", "standard", "rules"), CASES)
def test_figures_are_bound_to_what_they_answer(plan, standard, rules):
    assert found(f"1.民生保障。{plan}", f"1.民生保障。{standard}") == rules


def test_items_are_aligned_by_title_not_by_number():
    plan = "1.困难职工帮扶。帮扶困难职工3户。\n2.“四好农村路”建设。农村公路列养率100%。"
    upper = "1.四好农村路建设。农村公路列养率100%。\n2.困难职工帮扶。帮扶困难职工20户。"
    assert found(plan, upper) == []


@pytest.mark.parametrize(
    ("head", "tail"), [("", ""), ("1.民生保障。", ""), ("", "\n附件\n分解表\n乡镇\t户数（户）\n东河镇\t3\n西岭乡\t4\n")]
)
def test_nothing_read_from_a_higher_document_is_certain(head, tail):
    plan, upper = "城市低保标准每人每月640元。", "城市低保标准不低于每人每月650元。"
    findings = check_texts(head + plan, head + upper + tail, CARDS, CATALOGUE)
    assert [f.certainty for f in findings if f.rule == "below-floor"] == ["review"]


def test_a_total_of_the_upper_level_is_not_demanded():
    assert found("1.就业。城镇新增就业380人。", "1.就业。城镇新增就业5000人。") == []


def test_indicators_outside_the_catalogue_are_bound_by_likeness():
    plan = "1.茶山步道。茶山步道巡护到位率达到80%。"
    upper = "1.茶山步道。茶山步道巡护到位率不低于90%。"
    assert found(plan, upper) == ["below-floor"]


def test_every_match_of_a_drafted_requirement_is_for_review():
    findings = check_texts(
        "1.孤儿。散居孤儿每人每月1000元。", "1.孤儿。散居孤儿每人每月不低于1100元。", CARDS, CATALOGUE
    )
    assert [f.certainty for f in findings if f.rule == "below-floor"] == ["review"]


def plan_of(text):
    return read_plan_text(document_of(text, "plan.txt"), RESOLVER)


@pytest.mark.parametrize(("allowance", "inside"), [("845", True), ("844", False), ("900", True)])
def test_a_derived_floor_follows_from_the_plans_own_figure(allowance, inside):
    from datetime import date

    plan = plan_of(f"1.救助。城市低保标准每人每月650元，城市特困人员基本生活标准每人每月{allowance}元。")
    formulas = [s for s in load_library() if any(r.formula for r in s.requirements) and s.level == "nation"]
    applied = with_derived(apply(formulas, level="county", on=date(2022, 12, 31)), plan, CATALOGUE)
    matches = [m for m in bind(applied, plan, RESOLVER).matches if m.applied.requirement.binding == "derived"]
    assert [m.containment == "inside" for m in matches] == [inside]
    assert "不低于城市低保标准的1.3倍" in {a.formula for a in applied}


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("1.3 * urban-minimum-living-allowance", "不低于城市低保标准的1.3倍"),
        ("本地最低工资标准", "不低于本地最低工资标准"),
        ("个人缴费标准 + 财政补助标准", "不低于个人缴费标准与财政补助标准之和"),
        ("0.5 * 甲类标准 + 乙类标准 + 2 * 丙类标准", "不低于甲类标准的0.5倍、乙类标准与丙类标准的2倍之和"),
    ],
)
def test_a_formula_is_written_as_a_plan_would_write_it(formula, words):
    assert in_words(parse_formula(formula), CATALOGUE) == words


@pytest.mark.parametrize(
    ("text", "binding"),
    [
        ("参保率达到95%。", "floor"),
        ("生活救助不超过12个月。", "ceiling"),
        ("新建幼儿园3所。", "total"),
        ("散居孤儿每人每月1100元。", "floor"),
    ],
)
def test_what_a_figure_of_a_higher_document_binds(text, binding):
    commitment = extract(document_of(text, "upper.txt")).commitments[0]
    assert binding_of(commitment) == binding


def test_headings_are_no_tasks():
    plan = extract(
        document_of("一、工作目标\n办好民生实事。\n二、主要任务\n1.就业。新增就业5人。\n2.养老。建床位6张。", "p")
    )
    assert [item.title for item in tasks_of(plan)] == ["就业", "养老"]


def test_a_draft_has_a_requirement_for_each_figure_and_each_item():
    standard = draft_standard(plan_of("1.就业。城镇新增就业500人。\n2.养老。护理型床位占比不低于55%。"))
    assert [r.binding for r in standard.requirements] == ["duty", "duty", "total", "floor"]
    assert all(a.state == "in-force" for a in applied_draft(standard))


ALLOTTING = (
    "安岚市2024年民生实事\n1.就业。城镇新增就业900人。\n附件1\n城镇新增就业任务分解表\n县区\t城镇新增就业（人）\n"
    "青溪县\t400\n白石县\t300\n东屏镇\t200\n合计\t900\n"
)
SHARED = [
    # (plan, rules above a note): the figure of the text answers for a share, neither its parts nor its copies in an annex
    ("城镇新增就业400人。", []),
    ("城镇新增就业380人。", ["below-allocation"]),
    ("城镇新增就业400人，其中东河镇180人、西岭乡220人。", []),
    ("城镇新增就业380人，其中东河镇180人、西岭乡200人。", ["below-allocation"]),
    ("上半年城镇新增就业200人，全年城镇新增就业400人。", []),
    ("城镇新增就业400人，上半年完成200人。", []),
    ("城镇新增就业400人。\n附件\n1.东河镇城镇新增就业200人。\n2.西岭乡城镇新增就业200人。", []),
    ("城镇新增就业400人。\n附件1\n任务清单\n序号\t任务\t目标\n1\t就业\t城镇新增就业380人", []),
    ("做好就业工作，开展技能培训200人次。", ["requirement-missing"]),
]


@pytest.mark.parametrize(("plan", "rules"), SHARED)
def test_what_answers_for_an_allotted_share(plan, rules):
    assert found(f"青溪县2024年民生实事\n1.就业。{plan}\n", ALLOTTING) == rules


def test_a_share_that_is_missing_is_told_once_and_not_as_a_figure_of_the_item_too():
    findings = check_texts("青溪县2024年民生实事\n1.就业。做好就业工作。\n", ALLOTTING, CARDS, CATALOGUE)
    missing = [f for f in findings if f.rule in ("requirement-missing", "target-dropped")]
    assert [(f.rule, "400人" in f.message.zh, "900人" in f.message.zh) for f in missing] == [
        ("requirement-missing", True, False),
        ("target-dropped", False, True),
    ]


STAGED = [
    # (plan, higher document, rules above a note): a milestone answers for nothing that is asked of the year
    ("农村公路列养率上半年达到60%，全年达到98%。", "农村公路列养率不低于98%。", []),
    ("农村公路列养率6月底前达到60%，12月底前达到98%。", "农村公路列养率不低于98%。", []),
    ("一季度农村公路列养率达到30%，全年农村公路列养率达到98%。", "农村公路列养率不低于98%。", []),
    ("到2024年6月农村公路列养率达到60%，到年底达到98%。", "农村公路列养率不低于98%。", []),
    ("农村公路列养率达到98%，前三季度达到75%。", "农村公路列养率不低于98%。", []),
    ("零工驿站上半年服务300人次，全年服务700人次。", "每个零工驿站全年服务不少于700人次。", []),
    ("农村公路列养率上半年达到60%，全年达到95%。", "农村公路列养率不低于98%。", ["below-floor"]),
    ("农村公路列养率6月底前达到60%。", "农村公路列养率不低于98%。", ["below-floor"]),
    ("农村公路列养率达到60%，城市低保标准上半年每人每月700元。", "农村公路列养率不低于98%。", ["below-floor"]),
]


@pytest.mark.parametrize(("plan", "standard", "rules"), STAGED)
def test_a_stage_does_not_answer_for_the_year(plan, standard, rules):
    assert found(f"1.民生保障。{plan}", f"1.民生保障。{standard}") == rules


PLACED = [
    # One figure answers one of two that are asked for alike: the one whose name it bears.
    (
        "步道巡护到位率80%。",
        "步道巡护到位率不低于90%，步道日常巡护到位率不低于85%。",
        ["below-floor", "target-dropped"],
    ),
    ("茶山步道巡护完成率95%。", "茶山步道巡护完成率不低于90%，茶山步道夜间巡护完成率不低于96%。", ["target-dropped"]),
    # So often a year of each of many things is asked of every place.
    ("每家企业每年检查2次。", "每家企业每年检查4次。", ["below-floor"]),
    ("每条道路每年养护1次。", "每条道路每年养护3次。", ["below-floor"]),
    ("每个班级配备图书60册。", "每个班级配备图书100册。", ["below-floor"]),
    # (plan, higher document, rules above a note): the country is not the town, a week is not a year, an average no total
    ("农村饮水水质达标率94%。", "城区供水水质达标率100%。", ["target-dropped"]),
    ("农村垃圾日产日清率99%。", "★农村垃圾日产日清率98%。", []),
    ("农村桥梁巡护到位率94%。", "城镇桥梁巡护到位率98%。", []),
    ("城镇桥梁巡护到位率94%，农村桥梁巡护到位率99%。", "桥梁巡护到位率不低于98%。", ["below-floor"]),
    ("社区书屋每周开放不少于40小时。", "社区书屋每周开放不少于42小时。", ["below-floor"]),
    ("零工驿站日均服务50人次。", "零工驿站日均服务不少于60人次。", ["below-floor"]),
    ("零工驿站全年服务500人次。", "零工驿站全年服务6000人次。", []),
    ("门诊次均费用增幅控制在5%以内。", "门诊次均费用增幅控制在3%以内。", ["above-ceiling"]),
    ("门诊次均费用增幅控制在2.5%以内。", "门诊次均费用增幅控制在3%以内。", []),
    ("特困人员基本生活标准每人每月910元。", "特困人员基本生活标准不低于当地低保标准的1.3倍。", []),
    ("城市低保标准和农村低保标准统一为每人每月580元。", "农村低保标准不低于每人每年7200元。", ["below-floor"]),
    ("城市低保标准和农村低保标准统一为每人每月600元。", "农村低保标准不低于每人每年7200元。", []),
    (
        "困难残疾人生活补贴每人每月85元，重度残疾人护理补贴每人每月75元。",
        "困难残疾人生活补贴和重度残疾人护理补贴标准均不低于每人每月80元。",
        ["below-floor"],
    ),
]


@pytest.mark.parametrize(("plan", "standard", "rules"), PLACED)
def test_what_differs_in_place_term_or_kind_is_kept_apart(plan, standard, rules):
    assert found(f"1.民生保障。{plan}", f"1.民生保障。{standard}") == rules


COUNTED = [
    # two benefits named by their number alone
    ("残疾人两项补贴标准分别为每人每月95元、110元。", []),
    ("残疾人两项补贴标准分别为每人每月95元、100元。", ["below-floor"]),
    ("残疾人两项补贴标准均为每人每月105元。", []),
    ("残疾人两项补贴标准均为每人每月85元。", ["below-floor"]),
]


@pytest.mark.parametrize(("plan", "rules"), COUNTED)
def test_benefits_counted_instead_of_named_answer_in_their_order(plan, rules):
    upper = "1.助残。困难残疾人生活补贴不低于每人每月90元，重度残疾人护理补贴不低于每人每月105元。"
    assert found(f"1.助残。{plan}", upper) == rules


MERGED = [
    # cut otherwise, merged, renamed, in prose: the figures answer for the item
    (
        "1.惠民实事。改造户厕3座，茶园步道巡护到位率95%。",
        "1.厕所。改造户厕20座。\n2.步道。茶园步道巡护到位率不低于90%。",
        [],
    ),
    (
        "今年，改造户厕3座，茶园步道巡护到位率85%。",
        "1.厕所。改造户厕20座。\n2.步道。茶园步道巡护到位率不低于90%。",
        ["below-floor"],
    ),
    ("1.厕所。改造户厕3座。", "1.厕所。改造户厕20座。\n2.步道。茶园步道巡护到位率不低于90%。", ["requirement-missing"]),
    (
        "一、环境\n1.改造户厕3座。\n2.茶园步道巡护到位率95%。",
        "1.人居环境。改造户厕20座，茶园步道巡护到位率不低于90%，河道清漂及时率不低于95%。",
        ["target-dropped"],
    ),
]


@pytest.mark.parametrize(("plan", "standard", "rules"), MERGED)
def test_an_item_is_taken_up_where_its_figures_are(plan, standard, rules):
    assert found(plan, standard) == rules


def test_a_few_items_with_parts_do_not_hide_the_items_beside_them():
    text = "1.就业。城镇新增就业300人。\n2.救助。（1）低保。农村低保标准每月500元。（2）临时救助。\n3.住房。改造危房20户。\n4.照明。"
    tasks = tasks_of(extract(document_of(text, "upper")))
    assert [task.title for task in tasks] == ["就业", "低保", "临时救助", "住房", "照明"]
