"""What belongs to a procedure, a penalty, a size or the plan's own list promises nothing; what is promised beside it counts."""

import pytest

from engine.check import document_of
from engine.extract import extract


def read(text):
    return [c.span.text for c in extract(document_of(f"清河县2024年民生实事实施方案\n{text}", "plan.txt")).commitments]


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("对骗取资金的，依法追回并处一倍以上三倍以下罚款。", []),
        ("逾期不改的，处2万元以上5万元以下罚款。", []),
        ("拟保障名单在村（社区）公示7天，无异议后按每人每月700元发放。", ["700元"]),
        ("备用金按每个乡镇5万元以上的原标准停止执行，调整为每年10万元。", ["10万元"]),
        ("每名班子成员联系1-2个村，新建村级公厕12座。", ["12座"]),
        ("集体经济年收入50万元以上的村达到5个。", ["5个"]),
        ("新建日供水能力5万吨的水厂1座，铺设管网118公里。", ["1座", "118公里"]),
        ("新建处理能力200吨的污水处理站3座。", ["3座"]),
        ("2023年8件民生实事全部办结。2024年确定8件，新增学位600个。", ["600个"]),
        ("安排重点民生项目6个，其中新开工3个、续建3个，改造小区20个。", ["20个"]),
        ("实施老旧小区改造项目6个，其中新开工4个、续建2个。", ["6个", "4个", "2个"]),
        ("截至2023年底，全县低保对象1200户，全年发放救助资金6872万元。", []),
        ("2023年完成投资3亿元。今年全年发放救助资金6900万元。", ["6900万元"]),
        ("全年培训800人次。", ["800人次"]),
    ],
)
def test_only_what_is_promised_is_read(text, promised):
    assert read(text) == promised


@pytest.mark.parametrize(
    ("place", "text", "promised"),
    [
        ("清河市", "上级下达我省的保障性安居工程补助42亿元，我市争取到位资金3000万元以上。", ["3000万元以上"]),
        ("清河县", "全省城镇新增就业30万人，我县承担3200人。", ["3200人"]),
        ("清河市", "我市新增就业3万人。", ["3万人"]),
        ("清河县", "今年全市计划修复水毁渠道86公里、清淤20公里。我县修复渠道9公里。", ["9公里"]),
        ("清河县", "全省新增林地30万亩；其中我县新增1.2万亩。", ["1.2万亩"]),
        ("清河镇", "全县改厕2600户。2024年，我镇改厕180户。", ["180户"]),
        ("清河县", "全县修复渠道9公里。我县实行包干负责。", ["9公里"]),
        ("清河县", "全市城市低保标准统一提高到每人每月760元。按月发放。", ["760元"]),
    ],
)
def test_what_the_level_above_was_given_is_not_the_plans_own(place, text, promised):
    document = document_of(f"{place}2024年民生实事实施方案\n{place}人民政府\n{text}", "plan.txt")
    assert [c.span.text for c in extract(document).commitments] == promised


@pytest.mark.parametrize(
    ("field", "offices"),
    [
        ("【牵头单位】县教育局　【配合单位】县自然资源局", ("县教育局",)),
        ("【责任单位】县人社局、县财政局", ("县人社局", "县财政局")),
        ("〔责任部门〕县民政局", ("县民政局",)),
        ("责任单位（责任人）：县住建局（张某）", ("县住建局",)),
        ("责任单位 县交通运输局", ("县交通运输局",)),
    ],
)
def test_offices_are_read_in_whatever_brackets_their_field_stands(field, offices):
    text = f"清河县2024年民生实事实施方案\n一、教育\n新建公办幼儿园4所。\n{field}\n二、就业\n城镇新增就业3200人。\n"
    first, *_ = extract(document_of(text, "plan.txt")).commitments
    assert first.responsible == offices


TABLE = """清河县2024年民生实事目标任务分解表
单位：万元
序号
项目名称
年度目标任务
计划投资
牵头单位
完成时限
1
高中扩容
迁建第二中学，新增学位1800个
9600
县教育局
2024年8月
2
清洁取暖
更换取暖设备26套
310
县教育局
2024年10月
3
公厕改造
改造公厕12座
450
县住建局
2024年12月
合计
10360
附件
清河县任务分解表
乡镇
养老点（个）
培训（人次）
石桥镇
5
620
柳泉镇
4
540
南岗镇
4
480
合计
13
1640
"""


def test_rows_begin_at_their_number_where_another_cell_of_figures_stands_between_words():
    found = extract(document_of(TABLE, "plan.txt"))
    invested = {c.span.text: c.responsible for c in found.commitments if c.unit == "元"}
    assert invested == {"9600": ("县教育局",), "310": ("县教育局",), "450": ("县住建局",)}
    assert len(found.tables) == 2


PROGRESS = "清河县人民政府办公室关于2024年上半年民生实事办理情况的通报\n{}\n"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("截至6月30日，城镇新增就业1820人，完成年度目标3000人的60.7%。", ["3000人"]),
        ("开展职业技能培训1100人次，年度目标为1800人次。", ["1800人次"]),
        ("两癌筛查（年度目标：宫颈癌4000人、乳腺癌4200人）。上半年分别完成2300人、2150人。", ["4000人", "4200人"]),
        ("家庭医生签约服务率达到62.3%（目标65%以上）。", ["65%以上"]),
        ("新建服务站20个，已建成8个。下一步，10月底前再建成12个。", ["20个", "12个"]),
        ("计划改造农村公路58公里，已完工32公里，其余26公里9月底前完工。", ["58公里", "26公里"]),
        ("上半年发放低保金2860万元，惠及6200人。", []),
        ("上半年组织见习162人，为年度目标的108%。", []),
        ("下半年确保投资达到年度计划的110%。", ["110%"]),
        ("三季度末投资完成率达到75%以上。", ["75%以上"]),
        (
            "共24项民生实事，截至6月底已完成15项。其余9项中，14个村级食堂改造已完成6个（43%），这2项预计9月底前完工。",
            ["14个"],
        ),
        ("4\n1）完成学历提升416人；\n2）完成技能鉴定902人。\n提前完成年度任务。", ["416人", "902人"]),
    ],
)
def test_a_report_on_progress_tells_targets_from_what_is_done(text, targets):
    found = extract(document_of(PROGRESS.format(text), "report.txt")).commitments
    assert [c.span.text for c in found] == targets


def test_in_a_plan_a_half_year_is_a_stage():
    assert read("上半年完成投资3亿元，全年完成投资6亿元。") == ["3亿元", "6亿元"]


def test_a_target_behind_what_is_done_has_its_name():
    text = PROGRESS.format("截至6月30日，城镇新增就业1820人，完成年度目标3000人的60.7%。")
    (target,) = extract(document_of(text, "report.txt")).commitments
    assert target.label == "城镇新增就业人数"
