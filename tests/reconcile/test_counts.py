import pytest
from plan_samples import document_of, items_of
from table_samples import as_table

from engine.check import document_of as read_document
from engine.commitment import Extraction, Metadata
from engine.extract import extract
from engine.facts.fact import Fact
from engine.reconcile.lists.counts import count_facts
from engine.tables.read.understand import read_table

TITLES = ["就业促进", "老年关爱", "道路提升", "校园改造", "饮水安全"]


def body(claim: str, titles: list[str] = TITLES) -> str:
    return f"{claim}\n" + "\n".join(f"{i}.{title}。完成有关工作。" for i, title in enumerate(titles, 1))


def facts(claim: str, titles: list[str] = TITLES, level: str = "county", **more: object) -> list[Fact]:
    text = body(claim, titles)
    extraction = Extraction(document_of(text), Metadata(level=level), items_of(text, titles), **more)  # type: ignore[arg-type]
    return list(count_facts(extraction, text, "p"))


@pytest.mark.parametrize(
    ("claim", "stated", "agree"),
    [
        ("东山县2023年5项民生实事实施方案", 5, True),
        ("东山县2023年6项民生实事实施方案", 6, False),
        ("东山县办好5 件民生实事项目的通知", 5, True),
        ("东山县五大民生工程方案", 5, True),
        ("东山县2023年十件重点民生实事项目", 10, False),
    ],
)
def test_the_number_of_items_claimed(claim: str, stated: int, agree: bool) -> None:
    (fact,) = facts(claim)
    assert (fact.fields["stated"], fact.fields["listed"], fact.fields["agree"]) == (stated, 5, agree)
    assert fact.evidence[0].role == "plan"
    assert [e.span.text for e in fact.evidence[1:]] == [f"{i}.{t}" for i, t in enumerate(TITLES, 1)]


@pytest.mark.parametrize(
    "claim",
    [
        "根据《关于办好33项民生实事的通知》精神",
        "落实全省20项民生实事",
        "按照市政府12项民生实事安排",
        "服务十大新兴产业",
        "提高3项待遇水平",
        "第20项民生实事",
        "去年完成8件民生实事",
    ],
)
def test_numbers_of_others_are_none_of_the_plan_s_claims(claim: str) -> None:
    assert facts(claim) == []


def test_a_number_missing_on_the_way_leaves_it_open() -> None:
    text = body("东山县2023年5项民生实事方案")
    items = items_of(text, TITLES)
    extraction = Extraction(document_of(text), Metadata(), (*items[:2], *items[3:]))
    assert list(count_facts(extraction, text, "p")) == []


def test_requirements_at_the_end_are_not_counted() -> None:
    text = body("东山县2023年5项民生实事方案") + "\n1.加强领导\n2.强化督查\n3.落实资金"
    items = items_of(text, TITLES)
    tail = items_of(text, ["加强领导", "强化督查", "落实资金"], text.index("1.加强领导"), section="requirements")
    (fact,) = count_facts(Extraction(document_of(text), Metadata(), (*items, *tail)), text, "p")
    assert fact.fields["listed"] == 5


@pytest.mark.parametrize(("claimed", "agree"), [(3, [True]), (2, [False]), (4, []), (9, [False])])
def test_indicators_are_the_cells_of_their_column(claimed: int, agree: list[bool]) -> None:
    # Of the three cells one may hold two indicators, so four are possible and nine are not.
    rows = [
        ["序号", "项目名称", "指标任务"],
        ["1", "就业", "新增300人"],
        ["2", "道路", "修路3公里；护栏5公里"],
        ["3", "养老", "改造9户"],
    ]
    table, cells = as_table(rows, "东山县民生实事项目指标分解表")
    text = cells + f"\n共有3项民生实事项目{claimed}个指标任务"
    read = read_table(table, text, "t")
    facts = count_facts(Extraction(document_of(text), Metadata(), (), (), (read,)), text, "p")
    assert [f.fields["agree"] for f in facts if f.fields["label"] == "指标任务"] == agree


@pytest.mark.parametrize(
    ("words", "agree"),
    [
        ("3个指标中，2个指标提前完成全年目标。", [True]),
        ("2个指标已提前完成全年目标。", []),
        ("新增就业、道路修复2个指标半年即超过目标。", []),
        ("本年度共设2个指标。", [False]),
        ("5个指标中，2个指标提前完成全年目标。", [False]),
        ("明确各项任务、责任和时限，共5个指标。", [False]),
        ("需要乡镇承担的2个指标列入分解表，其余1个指标由部门组织。", []),
        ("由部门牵头的2个指标按月报送。", []),
        ("涉及村级的2个指标按季调度。", []),
        ("约束性2个指标必须完成。", []),
        ("2个指标分解到乡镇，剩余的1个由县直部门落实。", []),
        ("交各乡镇办理的2个指标纳入考核。", []),
        ("2项指标由乡镇落实，其他1项由部门落实。", []),
        ("本方案确定的5个指标按月调度。", [False]),
        ("共安排5个指标，其中工程类3个，其余2个为服务类。", [False]),
        ("共安排3个指标，其中工程类2个，其余1个为服务类。", [True]),
        ("全县共设5个指标，全部分解到乡镇。", [False]),
    ],
)
def test_some_of_the_indicators_are_no_claim_of_all(words: str, agree: list[bool]) -> None:
    rows = [
        ["序号", "项目名称", "指标"],
        ["1", "就业", "新增就业"],
        ["2", "道路", "道路修复"],
        ["3", "养老", "适老化改造"],
    ]
    table, cells = as_table(rows, "东山县民生实事项目进度表")
    text = f"{cells}\n{words}"
    read = read_table(table, text, "t")
    facts = count_facts(Extraction(document_of(text), Metadata(), (), (), (read,)), text, "p")
    assert [f.fields["agree"] for f in facts if f.fields["label"] == "指标"] == agree


@pytest.mark.parametrize(("claim", "agree"), [("附件2个", True), ("附件共3个", False)])
def test_annexes(claim: str, agree: bool) -> None:
    (fact,) = facts(claim, annexes=("任务分解表", "责任清单"))
    assert (fact.fields["label"], fact.fields["agree"]) == ("附件", agree)


NESTED = "云溪县2024年民生实事\n一、重点工作({count})\n(一)就业\n1.稳岗。\n2.培训。\n(二)保障\n3.救助。\n4.养老。\n5.托育。\n"


@pytest.mark.parametrize("count", ["5项", "2项", "7项"])
def test_a_count_over_two_levels_may_be_of_either(count):
    text = NESTED.format(count=count)
    extraction = extract(read_document(text, "plan.txt"))
    assert [f for f in count_facts(extraction, text, "p") if f.fields["agree"] is False] == []


SECTIONS = "云溪县2024年{claim}民生实事\n一、就业({first})\n1.稳岗。\n2.培训。\n3.见习。\n二、保障({second})\n4.救助。\n5.养老。\n"


@pytest.mark.parametrize(
    ("claim", "first", "second", "wrong"),
    [
        ("5项", "3项", "2项", []),
        ("5项", "3项", "3项", ["保障"]),
        ("5项", "共4项", "2项", ["就业"]),
        ("6项", "3项", "2项", ["民生实事"]),
    ],
)
def test_a_list_numbered_on_through_its_sections_is_one_and_each_section_has_its_own_count(claim, first, second, wrong):
    text = SECTIONS.format(claim=claim, first=first, second=second)
    extraction = extract(read_document(text, "plan.txt"))
    assert [f.fields["label"] for f in count_facts(extraction, text, "p") if f.fields["agree"] is False] == wrong
    assert extraction.commitments == ()
