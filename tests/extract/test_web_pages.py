"""Texts as public pages print them: news of a plan, lists of progress, tables whose merged cells were written once."""

from __future__ import annotations

import pytest

from engine.check import document_of
from engine.extract import extract
from engine.extract.layout.metadata import read_metadata


def figures(text: str) -> list[str]:
    return [c.span.text for c in extract(document_of(text, "plan.txt")).commitments]


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        # The plan's own matters, by kinds, alone in a heading, chosen, looked at.
        ("全市共安排六方面24项，回应民生关切，投入资金3.2亿元。", ["3.2亿元"]),
        ("市政府印发2024年5类18件民生实事项目清单，计划投入4.6亿元。", ["4.6亿元"]),
        ("民生实事项目清单\n医疗社会保障\n（5件）\n新建社区医院2家。", ["2家"]),
        ("实施60件民生实事，其中遴选了8件提请人大代表票决。新建公厕26座。", ["26座"]),
        ("请登录网站查看24个项目具体内容，并提出意见。", []),
        # But works that end a sentence, and places that many things are built in, are promised.
        ("（3）完成校舍维修工程项目16个。", ["16个"]),
        ("完成无障碍改造1200处、4500平方米以上。", ["1200处", "4500平方米以上"]),
        ("推出6处以上市民驿站、14个文化示范点。", ["6处以上", "14个"]),
        # Who sat there, when something is reported, how long something takes.
        ("到会的168名镇人大代表对候选项目进行了表决。", []),
        ("一季度、9个月、年底各报一次进度。", []),
        ("用3年时间，分批更新老旧管网，今年更新40公里。", ["40公里"]),
        # Chosen from others, new and changed ones of the plan's own, where something lies, how much more it is.
        ("代表们从15个候选里选了9个，列入年度计划。", []),
        ("请您在18项备选事项中选出8项，交回社区。", []),
        ("全市实施28项民生工程，新增4项，扩面提标7项，整合2项，继续实施15项。", []),
        ("清淤沟渠12条（分布于东林、南坝等5个村）。", ["12条"]),
        ("公共卫生补助提高到每人每年98元，高出省定标准4元。", ["98元"]),
        ("100张床位以上养老机构安装视频监控，覆盖率达到90%。", ["90%"]),
        ("公益性公墓扩建，增加700穴。", ["700穴"]),
        ("西河小学主体封顶，东坝小学完成验收。 | 1.2024年5月 2.2024年10月 |", []),
        ("完成三角塘公园步道建设。", []),
        ("初步筛选出12件候选项目，子项达86项，来自各村的40名代表到会，从7个候选项目中票选出五项。", []),
        # A name that ends in a numeral and a measure word.
        ("完成东河、四台2个街道的管网更新。", ["2个"]),
        ("处以2万元罚款。", []),
    ],
)
def test_what_a_page_tells_of_a_plan(text: str, promised: list[str]) -> None:
    assert figures(f"平溪市2024年民生实事\n{text}\n") == promised


def test_an_item_of_a_report_tells_its_target_before_what_is_done_of_it() -> None:
    text = (
        "平溪市政府督查室关于重点工作上半年完成情况的通报\n一、主要指标任务完成情况\n"
        "1.招引亿元企业不少于4家；新建标准厂房12栋。上半年，招引亿元企业2家；新建标准厂房5栋。\n"
        "2.全市完成投资38亿元。\n"
    )
    assert figures(text) == ["不少于4家", "12栋"]


def test_a_month_of_the_same_people_is_of_each_of_them() -> None:
    text = "平溪市2024年民生实事\n脑瘫儿童训练补助提高到每人每年不超过24000元，每月不超过2400元。\n"
    assert [c.unit for c in extract(document_of(text, "plan.txt")).commitments] == ["元/人/年", "元/人/月"]


PROGRESS = "平溪县2024年民生实事未完成项目进度表\n\n序号\n\n项目内容\n\n当前进度\n\n牵头单位\n\n备注\n\n" + "\n\n".join(
    f"{number}\n\n{task}\n\n{done}\n\n{office}\n\n县民生实事"
    for number, (task, done, office) in enumerate(
        [
            ("新建公办园4所。", "80%（东城园滞后）", "县教育局"),
            ("建设农村公路45公里。", "95%", "县交通局"),
            ("建成敬老院3家。", "57%（西河偏慢）", "县民政局"),
            ("推进职业中专扩建。", "22%（严重滞后）", "县教育局"),
            ("新增学位2600个。", "95%", "县教育局"),
            ("完成泵站2座。", "95%", "县水利局"),
            ("加固海塘4.5公里。", "70%", "县水利局"),
            ("新增文化驿站12个。", "98.4%", "县文旅局"),
        ],
        1,
    )
)


def test_the_column_of_progress_is_known_though_only_some_of_its_cells_are_figures() -> None:
    found = extract(document_of(PROGRESS, "plan.txt")).commitments
    assert [(c.span.text, c.responsible) for c in found] == [
        ("4所", ("县教育局",)), ("45公里", ("县交通局",)), ("3家", ("县民政局",)), ("2600个", ("县教育局",)),
        ("2座", ("县水利局",)), ("4.5公里", ("县水利局",)), ("12个", ("县文旅局",)),
    ]  # fmt: skip


MERGED = (
    "序号 | 项目名称 | 项目内容 | 当前进展情况 | 进度评价 | 主办单位 |\n"
    "1 | 人居环境整治 | 试点村达到60个。 | 试点村已达到58个。 | 已完成 | 县人居环境工作专班 |\n"
    "新增卫生乡镇2个。 | 2个乡镇的材料已准备。 | 已完成 | |||\n"
    "建设农村公路50公里。 | 完工建设48.6公里。 | 正常推进 | |||\n"
    "新增绿化360亩。 | 新增造林355亩。 | 已完成 | |||\n"
    "2 | 养老服务 | 新建食堂4个。 | 建成3个。 | 正常推进 | 县民政局 |\n"
)


def test_cells_below_merged_ones_stand_where_their_words_belong_and_share_the_office() -> None:
    found = extract(document_of(MERGED, "plan.txt")).commitments
    assert [(c.span.text, c.responsible) for c in found] == [
        ("60个", ("县人居环境工作专班",)), ("2个", ("县人居环境工作专班",)), ("50公里", ("县人居环境工作专班",)),
        ("360亩", ("县人居环境工作专班",)), ("4个", ("县民政局",)),
    ]  # fmt: skip


def test_rows_on_a_line_name_their_offices_and_what_was_reached_is_no_target() -> None:
    text = (
        "2024年县政府工作报告目标任务上半年推进情况汇总表\n序号 目标任务 责任单位 上半年推进情况\n一、主要预期目标\n"
        "1 地区生产总值增长6%以上。 县发改委 地区生产总值同比增长3.1%。\n"
        "2 第一产业增加值增长5%。 县农业农村局\n县林业局\n县供销联社\n第一产业增加值同比增长3.4%。\n"
        "3 固定资产投资增长10%。 县发改委 固定资产投资同比增长5.2%。\n"
    )
    found = extract(document_of(text, "plan.txt")).commitments
    assert [(c.span.text, c.responsible) for c in found] == [
        ("6%以上", ("县发改委",)), ("5%", ("县农业农村局", "县林业局", "县供销联社")), ("10%", ("县发改委",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "offices"),
    [
        ("1.改造公路30公里。\n牵头单位：县交通局\n责任单位：县财政局、各乡镇政府等\n", ("县交通局", "县财政局", "各乡镇政府")),
        ("改造公路30公里。（牵头责任单位：县交通局，协同配合责任单位：县财政局、县发改委）\n", ("县交通局", "县财政局", "县发改委")),
        ("1.改造公路30公里。\n牵头单位：县交通局\n配合单位：县财政局\n", ("县交通局",)),
    ],
)  # fmt: skip
def test_the_leading_and_the_other_responsible_offices_both_answer(words: str, offices: tuple[str, ...]) -> None:
    (found,) = extract(document_of(f"平溪县2024年民生实事\n{words}", "plan.txt")).commitments
    assert found.responsible == offices


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2022年度市县民生实事未完成项目进度表\n一、就业\n", ""),
        ("民生实事公开征求意见\n据悉，拟列入我市2023年为民办实事项目清单的内容。\n", ""),
        ("民生实事清单来了\n市政府印发了东湖市2023年民生实事清单。\n", "东湖市"),
        ("2024年东湖区政府为民办实事项目\n1.修路\n", "东湖区"),
    ],
)
def test_words_that_end_as_a_place_does_are_none(text: str, place: str) -> None:
    assert read_metadata(text).place == place


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        # What a sum is for stands behind it.
        (
            "3000万元用于危桥加固工程、1200万元用于实施乡村供水工程。",
            ["危桥加固工程资金", "乡村供水工程资金"],
        ),
        ("安排资金500万元用于改造敬老院。", ["改造敬老院资金"]),
        # A name that begins with a figure of its own.
        ("为2万名45-70岁居民免费做肺部筛查。", ["45-70岁居民免费做肺部筛查人数"]),
        ("建设柳林等3座35千伏变电站。", ["35千伏变电站建设数量"]),
        # As many names as are counted stand before the number.
        ("完成桥西路、文昌街2个易涝点整治。", ["易涝点整治数量"]),
        ("新建小学、幼儿园3所。", ["新建小学、幼儿园数量"]),
        # What is done is said of the things of the figure before.
        ("老城区新建书屋6座、改造4座。", ["老城区新建书屋数量", "老城区书屋改造数量"]),
        ("更新投运30辆低地板电动客车。", ["低地板电动客车更新投运数量"]),
        ("每个县（市、区）新建2所公办幼儿园。", ["新建公办幼儿园数量"]),
    ],
)
def test_figures_are_named_by_what_they_count(words: str, labels: list[str]) -> None:
    found = extract(document_of(f"平溪市2024年民生实事\n{words}\n", "plan.txt")).commitments
    assert [c.label for c in found] == labels


def test_whose_standard_it_is_is_told_on_both_sides_of_the_grades() -> None:
    words = (
        "集中供养特困人员全护理、半护理、全自理照料护理补贴标准分别为9600元/年/人、4800元/年/人、1200元/年/人，"
        "一、二级残疾人生活补贴为150元/月/人，三、四级为90元/月/人。"
    )
    found = extract(document_of(f"平溪市2024年民生实事\n{words}\n", "plan.txt")).commitments
    assert [(c.label, c.scope) for c in found[:4]] == [
        ("集中供养特困人员全护理照料护理补贴标准", ("集中供养", "全护理")),
        ("集中供养特困人员半护理照料护理补贴标准", ("集中供养", "半护理")),
        ("集中供养特困人员全自理照料护理补贴标准", ("集中供养", "全自理")),
        ("一、二级残疾人生活补贴标准", ("一、二级",)),
    ]
    assert found[4].scope == ("三、四级",)


def test_several_are_raised_from_one_figure() -> None:
    words = "困难残疾人生活补贴、重度残疾人护理补贴标准分别从不低于90元/人·月提高到不低于100元/人·月、110元/人·月。"
    found = extract(document_of(f"平溪市2024年民生实事\n{words}\n", "plan.txt")).commitments
    assert [(c.label, c.bound.value, c.baseline) for c in found] == [
        ("困难残疾人生活补贴标准", 100, 90),
        ("重度残疾人护理补贴标准", 110, 90),
    ]
