"""Figures that stand in a list say of each other what is counted, what is done to it and what they are part of."""

import pytest

from engine.check import document_of
from engine.extract import extract

HEAD = "云溪县2024年民生实事实施方案\n"


def read(text):
    return [c for c in extract(document_of(HEAD + text, "plan.txt")).commitments if c.start >= len(HEAD)]


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        # Parts are named with what the whole says for them.
        ("新建公共停车位600个,其中立体停车位150个。", ["新建公共停车位数量", "新建立体停车位数量"]),
        ("改造老旧管网40公里,其中供热管网15公里。", ["老旧管网改造里程", "供热管网改造里程"]),
        ("新增燃气用户3200户,其中河东老旧小区900户。", ["新增燃气用户数", "河东老旧小区新增燃气用户数"]),
        ("培训护理员500人,其中新考取证书200人。", ["护理员培训人数", "新考取证书人数"]),
        # A deed without a thing is done to the thing before; not where the measure word is another's.
        ("建成村级书屋6个,启用4个。", ["村级书屋建成数量", "村级书屋启用数量"]),
        ("新建成小学2所,新开工建设3所。", ["新建成小学数量", "新开工建设小学数量"]),
        ("建成村级书屋6个,惠及2000人。", ["村级书屋建成数量", "村级书屋惠及人数"]),
        # Two measures of one thing.
        ("改造老旧小区30个、210栋。", ["老旧小区改造数量", "老旧小区改造数量"]),
        # A list that goes on after a comma with the bare thing.
        ("改造提升县乡公路36公里,桥梁8座。", ["县乡公路改造提升里程", "桥梁改造提升数量"]),
        ("改扩建乡镇敬老院6所,村(社区)幸福院20所。", ["改扩建乡镇敬老院数量", "改扩建村幸福院数量"]),
        ("改造提升县乡公路36公里,绿化面积8亩。", ["县乡公路改造提升里程", "绿化面积"]),
        # The last of several deeds stands before its own thing.
        ("完成12个小区供配电设施改造、安装5000块智能电表。", ["小区供配电设施改造数量", "智能电表安装数量"]),
        ("维修、整治、亮化14条背街小巷。", ["背街小巷维修、整治、亮化条数"]),
        # What is done for somebody else begins anew.
        ("为3000名男职工做肺功能检查、为2600名女职工做乳腺检查。", ["男职工做肺功能检查人数", "女职工做乳腺检查人数"]),
        # 及 of 惠及 joins nothing.
        ("惠及17个乡镇。", ["惠及乡镇数量"]),
        ("实施青山小学等8所改善办学条件项目。", ["改善办学条件项目数量"]),
    ],
)
def test_what_the_figures_of_a_list_leave_out(sentence, labels):
    assert [c.label for c in read(sentence)] == labels


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("一、完成3000套安置房建设。\n二、改造12条巷道。", ["安置房建设套数", "巷道改造条数"]),
        ("1.*改建护理床位90张\n2.*新增1家食堂、*3家老年驿站", ["改建护理床位张数", "新增食堂数量", "新增老年驿站数量"]),
        ("筹措供应200张“青年之家”床位。", ["“青年之家”床位筹措供应张数"]),
        ("提高村卫生室运行经费补助至6000元。", ["村卫生室运行经费"]),
        ("建设改造燃气管网建设60公里。", ["燃气管网建设改造里程"]),
        ("改造农村校舍面积1.2万平方米。", ["农村校舍改造面积"]),
        ("铺设迎宾大道供热主管网,全长约4.3公里。", ["迎宾大道供热主管网全长"]),
        ("加强餐具消毒监管,年度抽检不少于60批次。", ["餐具消毒监管年度抽检批次"]),
        ("建成共有产权住房80套。", ["共有产权住房建成套数"]),
        ("新增急救设备20台、对应培训300人。", ["新增急救设备数量", "对应培训人数"]),
        ("1.促进返乡创业。计划安排300万元。", ["促进返乡创业金额"]),
    ],
)
def test_marks_numbers_and_measures_are_no_part_of_a_name(sentence, labels):
    assert [c.label for c in read(sentence)] == labels


def test_a_bracket_right_behind_a_figure_opens_that_figure_up():
    found = read("新建学校25所,其中城区学校10所(含寄宿制学校4所)、乡镇学校15所(含寄宿制学校5所)。")
    whole = {c.id: str(c.bound.value) for c in found}
    assert [(str(c.bound.value), whole.get(c.part_of)) for c in found] == [
        ("25", None),
        ("10", "25"),
        ("4", "10"),
        ("15", "25"),
        ("5", "15"),
    ]


def test_a_bracket_that_counts_something_else_opens_nothing_up():
    found = read("新建学校6所(含教师宿舍120套),改造食堂3个。")
    assert [c.part_of for c in found] == [None, None, None]


@pytest.mark.parametrize(
    "sentence",
    [
        "全年抓好12件大事。",
        "建设五分钟应急救护圈。",
        "打造八公里滨河休闲圈。",
        "建设3人制篮球场。",
        "发展九年制学校。",
        "支持50户以上连片村寨消防改造。",
        "三村联建,共同发展。",
        "推进6村民小组自治。",
    ],
)
def test_names_and_sizes_are_no_figures(sentence):
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("建设3人制篮球场20个。", [("=", "20", "个")]),
        ("完成超230个50户以上村寨供水改造。", [(">", "230", "个")]),
        ("农村检测批次数占比50%以上。", [(">=", "50", "%")]),
        ("新建200个(标准桩)以上充电桩。", [(">=", "200", "个")]),
        ("新建200个(不含续建)充电桩。", [("=", "200", "个")]),
        ("完成31村整体提升。", [("=", "31", "村")]),
        ("五年制高职班招生3个班。", [("=", "3", "个")]),
        ("办结重大信访事项15件。", [("=", "15", "件")]),
        ("制定3人以上单位登记办法,培训30人。", [("=", "30", "人")]),
    ],
)
def test_figures_beside_names_and_sizes_stay(sentence, expected):
    assert [(c.bound.op, str(c.bound.value), c.unit) for c in read(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("引导1000名毕业生到基层就业。", "must"),
        ("引导社会资本投入500万元。", "may"),
        ("支持大学生、农民工等群体返乡创业2000人。", "should"),
        ("落实政策支持,新建学校2所。", "must"),
    ],
)
def test_how_firmly(sentence, strength):
    assert [c.strength for c in read(sentence)] == [strength]


def test_the_offices_of_a_heading_answer_for_all_that_stands_under_it():
    found = read(
        "一、就业工程（责任单位：县人社局、县教育局）\n（一）工作目标\n1.新增就业8000人。\n2.再就业300人。\n"
        "二、教育工程（责任单位：县教育局）\n1.建学校2所。（县住建局牵头）\n2.增学位900个。\n"
    )
    assert [(str(c.bound.value), c.responsible) for c in found] == [
        ("8000", ("县人社局", "县教育局")),
        ("300", ("县人社局", "县教育局")),
        ("2", ("县住建局",)),
        ("900", ("县教育局",)),
    ]


def test_a_voltage_with_a_fraction_is_one_class():
    assert [c.scope for c in read("改造0.4千伏线路200公里。")] == [("0.4千伏",)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("候车亭、充电桩各10个。", [("候车亭数量", "10", "个"), ("充电桩数量", "10", "个")]),
        ("新建小学、幼儿园各2所。", [("新建小学数量", "2", "所"), ("新建幼儿园数量", "2", "所")]),
        (
            "东山镇、西河镇各新建公厕3座。",
            [("东山镇新建公厕数量", "3", "座"), ("西河镇新建公厕数量", "3", "座")],
        ),
        ("培育专业合作社和家庭农场各5家以上。", [("专业合作社培育数量", "5", "家"), ("家庭农场培育数量", "5", "家")]),
        (
            "为30户低保家庭各安装2套报警器。",
            [("低保家庭各安装户数", "30", "户"), ("低保家庭安装报警器套数", "2", "套/户")],
        ),
        # One thing, kinds of it, and places that are counted themselves.
        ("配备垃圾桶各20个。", [("垃圾桶配备数量", "20", "个")]),
        ("新建小学、幼儿园等各类学校5所。", [("新建小学、幼儿园等各类学校数量", "5", "所")]),
        ("县、乡两级财政各安排配套资金200万元。", [("县、乡两级财政安排配套资金", "2000000", "元")]),
    ],
)
def test_what_is_given_to_each(sentence, expected):
    assert [(c.label, str(c.bound.value), c.unit) for c in read(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "strengths"),
    [
        ("力争新增就业5000人,失业人员再就业800人,就业困难人员就业300人。", ["should"] * 3),
        ("力争新增就业5000人,其中返乡人员900人,确保零就业家庭清零率100%。", ["should", "should", "must"]),
        ("力争到年底,登记失业率控制在4%以内,新增就业5000人。", ["should", "should"]),
        ("力争完成投资600万元,新建公园3个。", ["should", "must"]),
        ("力争优良率达95%,达标率达98%;森林覆盖率达到40%。", ["should", "should", "must"]),
        ("争取到上级资金600万元,覆盖率达到90%。", ["should", "must"]),
        ("力争覆盖率达95%,每年抽检比例不少于10%。", ["should", "must"]),
        ("参保率力争达到96%,报销比例稳定在66%。", ["should", "must"]),
        ("垃圾处理率力争达92%,污水处理率达到85%,管网普及率达到70%。", ["should", "must", "must"]),
        ("群众满意度力争达到90%,办结率达到100%。", ["should", "must"]),
        ("登记失业人员就业人数力争达到900人,其中困难人员300人。", ["should", "should"]),
        ("力争参保率达到96%,住院起付标准为200元,门诊补贴标准为每人每年80元。", ["should", "must", "must"]),
        ("各镇力争参保率达到96%,报销比例达到66%。", ["should", "should"]),
    ],
)
def test_striving_goes_on_over_commas(sentence, strengths):
    assert [c.strength for c in read(sentence)] == strengths


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建口袋公园6个、绿地4处。完成时限：11月底前。责任单位：县住建局。\n修路3公里。",
         [("2024-11", ("县住建局",)), ("2024-11", ("县住建局",)), (None, ())]),
        ("建口袋公园6个。\n【完成时限】：11月底前\n责任单位：县住建局\n修路3公里。", [("2024-11", ("县住建局",)), (None, ())]),
        ("一、公园\n建口袋公园6个。建绿地4处。\n完成时限：11月底前\n二、道路\n修路3公里。",
         [("2024-11", ()), ("2024-11", ()), (None, ())]),
    ],
)  # fmt: skip
def test_fields_behind_a_line_hold_for_all_its_figures(text, expected):
    assert [(c.deadline, c.responsible) for c in read(text)] == expected


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("实施12个项目,其中8个已完成。", ["12"]),
        ("改造9个村,5个村已全部建成投用。", ["9"]),
        ("对3个已建成的站点进行改造。", ["3"]),
        ("新建停车场3座,已完成选址。", ["3"]),
        ("小规模学校按100人核定公用经费。", []),
        ("按每人1000元核定公用经费。", ["1000"]),
        ("低保标准在上年每人6200元的基础上提高到每人6700元。", ["6700"]),
    ],
)
def test_what_is_done_already_or_only_reckoned_with(sentence, values):
    assert [str(c.bound.value) for c in read(sentence)] == values


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("每半年开展检查不少于1次。", "次/半年"),
        ("每季度开展检查不少于1次。", "次/季度"),
        ("起始年级班额不超过45人。", "人/班"),
        ("大班额学校减少3所。", "所"),
    ],
)
def test_half_years_and_classes_are_denominators(sentence, unit):
    assert [c.unit for c in read(sentence)] == [unit]


@pytest.mark.parametrize(
    ("sentence", "wholes"),
    [
        # Parts are of the figure right before 其中, unless they exceed it and add up to one before.
        ("新建学校12所,年内竣工3所,其中幼儿园7所、小学5所。", [None, None, "12", "12"]),
        ("新建学校12所,年内竣工9所,其中幼儿园5所、小学4所。", [None, None, "9", "9"]),
        ("新建学校12所,年内竣工3所,其中幼儿园7所、小学4所。", [None, None, "3", "3"]),
    ],
)
def test_the_whole_of_parts_is_the_nearest_that_can_hold_them(sentence, wholes):
    found = read(sentence)
    values = {c.id: str(c.bound.value) for c in found}
    assert [values.get(c.part_of) for c in found] == wholes


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("治理率必须达到45%以上,力争50%。", "治理率"),
        ("整治背街小巷12条,约3.6公里。", "背街小巷整治里程"),
        ("新建公租房320套,约186万元。", "新建公租房金额"),
    ],
)
def test_no_name_holds_a_figure(sentence, label):
    assert read(sentence)[-1].label == label
