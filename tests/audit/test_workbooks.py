"""A plan that is a workbook: words on its first sheet, and its tasks, sums and shares on the sheets behind."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_mechanisms import _cards

from engine.bind.upper.against import applied_against
from engine.check import check_plan, document_of, read_plan_text
from engine.commitment import Extraction
from engine.judge.finding import Finding
from engine.resolve.resolver import Resolver
from plans import read_plan

WORDS = (
    "= 说明\n|安州市2024年民生实事推进台账|\n|安政办发〔2024〕6号|\n|安州市人民政府办公室 2024年3月6日|\n"
    "|一、依据|\n|根据《南山市人民政府关于做好2024年民生实事的通知》（南政发〔2024〕2号）编制。|\n"
    "|二、镇街责任|\n|全市辖2个街道、3个镇，{told}|\n"
)
TASKS = (
    "= 任务表\n|2024年民生实事任务表|||\n|序号|指标|年度目标|完成时限|\n"
    "|1|技能提升|开展补贴性职业技能培训{trained}人次|12月底前|\n|2|农村供水普及|农村自来水普及率达到{water}%|11月底前|\n"
    "|3|城乡养老保障|城乡居民基础养老金每人每月{pension}元|6月底前|\n|4|托育服务|新增托位{nursery}个|10月底前|\n"
)
UPPER = (
    "南山市2024年民生实事实施方案\n一、主要任务\n1.全市开展补贴性职业技能培训9000人次。\n2.农村自来水普及率不低于90%。\n"
    "3.城乡居民基础养老金每人每月不低于140元。\n4.全市新增托位800个。\n附件\n南山市2024年分县任务表\n"
    "县市区\t补贴性职业技能培训（人次）\t新增托位（个）\n安州市\t3000\t300\n东河县\t6000\t500\n合计\t9000\t800\n"
)
KEPT = {"trained": 3100, "water": 91, "pension": 145, "nursery": 300}


def read(text: str, folder: Path, name: str = "plan.xlsx") -> Extraction:
    path = folder / name
    book = Workbook()
    book.remove(book.active)
    for line in text.splitlines():
        if line.startswith("= "):
            sheet = book.create_sheet(line[2:])
        else:
            sheet.append([float(cell) if cell.isdigit() else cell or None for cell in line.split("|")[1:-1]])
    book.save(path)
    return read_plan_text(read_plan(path), Resolver(_cards()[1]))


def found(text: str, folder: Path, upper: str = "") -> list[Finding]:
    resolver = Resolver(_cards()[1])
    plan = read(text, folder)
    applied = ()
    if upper:
        above = read_plan_text(document_of(upper, "upper.txt"), resolver)
        applied = applied_against(above, plan.metadata.place, resolver)
    return [f for f in check_plan(plan, applied, _cards()[0], resolver).findings if f.severity != "note"]


def ledger(told: str = "任务见任务表。", **figures: object) -> str:
    return WORDS.format(told=told) + TASKS.format(**(KEPT | figures))


def test_a_ledger_names_itself_and_who_issued_it(tmp_path: Path) -> None:
    told = read(ledger(), tmp_path).metadata
    assert (told.title, told.issuer, told.place) == ("安州市2024年民生实事推进台账", "安州市人民政府办公室", "安州市")


def test_no_item_of_one_sheet_reaches_into_the_next(tmp_path: Path) -> None:
    plan = read(ledger(), tmp_path)
    assert {c.item for c in plan.commitments if "任务表" in (c.span.cell or "")} == {""}
    assert [item.title for item in plan.items] == ["依据", "镇街责任"]


def test_the_words_of_a_cell_name_its_figure_in_full(tmp_path: Path) -> None:
    labels = [c.label for c in read(ledger(), tmp_path).commitments if "任务表" in (c.span.cell or "")]
    assert labels == ["补贴性职业技能培训人次", "农村自来水普及率", "城乡居民基础养老金", "新增托位数量"]


@pytest.mark.parametrize(
    ("row", "cell", "label"),
    [
        ("城镇新增就业", "完成5200人", "城镇新增就业"),
        ("基本公共卫生服务", "人均财政补助标准94元", "基本公共卫生服务"),
        ("学前教育普惠", "覆盖率达到92%", "学前教育普惠"),
        ("殡葬服务费减免", "统一减免每例1200元", "殡葬服务费减免"),
        ("城市特困人员基本生活标准", "不低于当地城市低保标准的1.3倍", "城市特困人员基本生活标准"),
        ("高龄津贴", "预计惠及人数3200人", "高龄津贴"),
        ("农村生活垃圾治理", "农村生活垃圾无害化处理率达到100%", "农村生活垃圾无害化处理率"),
        ("残疾人服务", "残疾人家庭无障碍改造60户", "残疾人家庭无障碍改造户数"),
    ],
)
def test_a_row_names_what_its_cell_leaves_out(row: str, cell: str, label: str, tmp_path: Path) -> None:
    text = ledger() + f"|5|{row}|{cell}|12月底前|\n"
    assert read(text, tmp_path).commitments[-1].label == label


@pytest.mark.parametrize(
    ("told", "figures", "rules"),
    [
        ("任务见任务表。", {}, set()),
        ("任务见任务表。", {"trained": 2800}, {"below-allocation"}),
        ("任务见任务表。", {"nursery": 280}, {"below-allocation"}),
        ("任务见任务表。", {"water": 89}, {"below-floor"}),
        ("任务见任务表。", {"pension": 139}, {"below-floor"}),
        # What the whole city above has to reach answers for no share of it.
        (
            "南山市全市补贴性职业技能培训任务9000人次，由各县（市、区）分别承担。",
            {"trained": 2800},
            {"below-allocation"},
        ),
        ("全市新增托位800个，我市承担280个。", {"nursery": 280}, {"below-allocation"}),
        ("全市新增托位800个，我市承担300个。", {}, set()),
    ],
)
def test_the_rows_of_a_sheet_answer_for_what_is_asked(
    told: str, figures: dict[str, int], rules: set[str], tmp_path: Path
) -> None:
    assert {f.rule for f in found(ledger(told, **figures), tmp_path, UPPER)} == rules


@pytest.mark.parametrize(
    ("told", "values"),
    [
        ("全市新增托位800个，我市承担300个", ["300个"]),
        ("全市新增托位300个，其中我市城区120个", ["300个", "120个"]),
        ("全市培训任务9000人次，由各县（市、区）分别承担", ["9000人次"]),
        ("南山市全市培训任务9000人次，由各县（市、区）分别承担", []),
        ("南山市下达托位任务800个，我市分得300个", ["300个"]),
        ("安州市全市新增托位300个，由各街道承担", ["300个"]),
        ("全市新增托位300个，我市率先完成任务", ["300个"]),
    ],
)
def test_a_city_under_another_tells_both_as_a_whole_city(told: str, values: list[str]) -> None:
    text = f"安州市2024年民生实事实施方案\n一、主要任务\n1.民生保障。{told}。\n"
    commitments = read_plan_text(document_of(text, "plan"), Resolver(_cards()[1])).commitments
    assert [c.span.text for c in commitments] == values


FUNDS = (
    "= 资金表\n|2024年民生实事资金表|||\n|单位：万元|||\n|项目|测算依据|计划投入|其中：市级|\n"
    "|教育类|||\n|园舍改造|按概算|1800|700|\n|操场改造|按概算|960|480|\n|教育类小计||{first}|1180|\n"
    "|卫生类|||\n|免费体检|按人数|468|468|\n|托位补助|按个数|420|168|\n|卫生类小计||{second}|{own}|\n|总计||{whole}|1816|\n"
)


@pytest.mark.parametrize(
    ("figures", "wrong"),
    [
        ({}, set()),
        ({"second": 898, "whole": 3648}, {"898"}),
        ({"second": 868}, {"868"}),
        ({"first": 2670}, {"2670"}),
        ({"own": 663}, {"663"}),
        ({"whole": 3684}, {"3684"}),
    ],
)
def test_a_row_that_only_names_its_group_is_no_lost_figure(
    figures: dict[str, int], wrong: set[str], tmp_path: Path
) -> None:
    text = FUNDS.format(**({"first": 2760, "second": 888, "own": 636, "whole": 3648} | figures))
    hits = [f for f in found(ledger() + text, tmp_path) if f.rule == "sum-mismatch"]
    assert len(hits) == len(wrong)
    assert all(any(e.span.text in wrong for e in f.evidence) for f in hits)


STEPS = (
    "= 进度表\n|2024年民生实事进度表|||||\n|序号|指标|一季度|二季度|三季度|全部完成时限|\n"
    "|1|技能提升|摸底|累计培训1200人次|累计培训2500人次|12月底前|\n|2|农村供水普及|招标|施工|试水|11月底前|\n"
    "|3|城乡养老保障|测算|发放|复核|6月底前|\n|4|托育服务|选址|新增托位80个|新增托位{third}个|10月底前|\n"
)


@pytest.mark.parametrize(("third", "rules"), [(200, set()), (300, set())])
def test_stages_on_another_sheet_answer_for_no_share(third: int, rules: set[str], tmp_path: Path) -> None:
    assert {f.rule for f in found(ledger() + STEPS.format(third=third), tmp_path, UPPER)} == rules


NAMED = (
    "= 任务清单\n|附表1 2024年民生实事任务分解表||||\n|序号|实事名称|目标任务|完成时限|牵头单位|\n"
    "|1|技能提升|培训3100人次|12月底前|市人社局|\n|2|农村供水|新建供水工程11处|11月底前|市水利局|\n"
    "|3|养老服务|新建服务站6处|6月底前|{office}|\n|4|托育服务|新增托位300个|10月底前|市卫健局|\n"
    "= 时限表\n|附表2 2024年民生实事时限表||||\n|序号|实事名称|一季度|二季度|完成时限|\n"
    "|1|技能提升|摸底|开班|12月底前|\n|2|农村供水|招标|施工|11月底前|\n|3|养老服务|选址|完工|6月底前|\n|4|托育服务|选址|施工|{until}|\n"
)


@pytest.mark.parametrize(
    ("told", "office", "until", "rules"),
    [
        ("全年办好4件民生实事。", "市民政局", "10月底前", set()),
        ("全年办好5件民生实事。", "市民政局", "10月底前", {"count-mismatch"}),
        ("2023年办好3件民生实事，全部完成。", "市民政局", "10月底前", set()),
        ("全年办好4件民生实事。", "市民政局", "12月底前", {"deadline-conflict"}),
        ("全年办好4件民生实事。", "", "10月底前", {"responsible-missing"}),
    ],
)
def test_the_sheets_of_one_ledger_agree(told: str, office: str, until: str, rules: set[str], tmp_path: Path) -> None:
    text = WORDS.format(told=told) + NAMED.format(office=office, until=until)
    assert {f.rule for f in found(text, tmp_path)} == rules


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("共安排4个指标。", False),
        ("共安排6个指标，分两类管理。", True),
        ("2024年民生实事共安排6个指标。", True),
        ("2024年民生实事共安排4个指标。", False),
        ("其中约束性指标3个。", False),
        ("上级下达6个指标。", False),
    ],
)
def test_indicators_counted_against_the_rows_of_two_sheets(told: str, wrong: bool, tmp_path: Path) -> None:
    again = "= 分工表\n|2024年民生实事分工表|||\n|序号|指标|责任单位|办理方式|\n|1|技能提升|市人社局|开班|\n|2|农村供水普及|市水利局|施工|\n"
    again += "|3|城乡养老保障|市人社局|发放|\n|4|托育服务|市卫健局|新建|\n"
    assert ("count-mismatch" in {f.rule for f in found(ledger(told) + again, tmp_path)}) is wrong


@pytest.mark.parametrize(
    ("second", "third", "blank"),
    [("市水利局", "市民政局", False), ("", "市民政局", True), ("市水利局", "", True)],
)
def test_a_row_named_by_its_indicator_has_an_office(second: str, third: str, blank: bool, tmp_path: Path) -> None:
    again = f"= 分工表\n|2024年民生实事分工表|||\n|序号|指标|责任单位|办理方式|\n|1|技能提升|市人社局|开班|\n|2|农村供水普及|{second}|施工|\n"
    again += f"|3|城乡养老保障|{third}|发放|\n|4|托育服务|市卫健局|新建|\n"
    assert ("responsible-missing" in {f.rule for f in found(ledger() + again, tmp_path)}) is blank
