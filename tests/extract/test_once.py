"""How often something is done: 一次 of a period or for everybody, and verbs between 至少 and its number."""

import pytest

from engine.check import document_of
from engine.extract import extract

HEAD = "云溪县2024年民生实事实施方案\n"


def read(text):
    found = extract(document_of(HEAD + text, "plan.txt")).commitments
    return [(c.bound.op, str(c.bound.value), c.unit) for c in found]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("县民生办每月通报一次进展情况。", [("=", "1", "次/月")]),
        ("每季度调度一次。", [("=", "1", "次/季度")]),
        ("每半年开展一次督查。", [("=", "1", "次/半年")]),
        ("每半个月报送1次进度。", [("=", "1", "次/半月")]),
        ("为65岁以上老年人免费体检一次。", [("=", "1", "次")]),
        ("每年为困难职工免费体检一次。", [("=", "1", "次/年")]),
        ("组织村医每年集中培训一次。", [("=", "1", "次/年")]),
        # How many it is done for is what is promised.
        ("为2300名环卫工人免费体检一次。", [("=", "2300", "人")]),
        # Idioms, and money paid once.
        ("推行“一件事一次办”。", []),
        ("做到一次办好、一次告知。", []),
        ("给予一次性补助500元。", [("=", "500", "元")]),
        ("召开一次动员会后全面启动。", []),
        ("每季度至少召开1次调度会。", [(">=", "1", "次/季度")]),
        ("对独居老人每月至少探访2次。", [(">=", "2", "次/月")]),
        ("公厕至少配备2名保洁员。", [(">=", "2", "人")]),
        ("每个社区最少设置3处充电点。", [(">=", "3", "处/社区")]),
        ("至少在5个村试点。", [(">=", "5", "个")]),
        ("于每季度结束后5个工作日内报送。", [("<=", "5", "工作日")]),
        ("每季度末召开1次调度会。", [("=", "1", "次/季度")]),
        ("亩均投入不低于3000元。", [(">=", "3000", "元/亩")]),
    ],
)
def test_how_often(text, figures):
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("每培训1人补贴500元。", [("培训补贴标准", "500", "元/人")]),
        ("每引进一名人才奖励2万元。", [("引进人才奖励标准", "20000", "元/人")]),
        ("每加装一台电梯补助不超过20万元。", [("加装电梯补助标准", "200000", "元/台")]),
        ("每成功调解一件给予50元。", [("成功调解标准", "50", "元/件")]),
        ("每组织1场招聘会补助3000元。", [("组织招聘会补助标准", "3000", "元/场")]),
        ("每村建设1个书屋。", [("书屋建设数量", "1", "个/村")]),
    ],
)
def test_what_is_paid_for_each_one_that_something_is_done_to(text, figures):
    found = extract(document_of(HEAD + text, "plan.txt")).commitments
    assert [(c.label, str(c.bound.value), c.unit) for c in found] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("城市低保标准不低每人每月700元。", [(">=", "700", "元/人/月")]),
        ("配备护工不少15名。", [(">=", "15", "人")]),
        ("新增学位500，其中公办学位300个。", [("=", "500", ""), ("=", "300", "个")]),
        ("失业率控制在4%以。", [("<=", "4", "%")]),
    ],
)
def test_a_character_that_is_lost(text, figures):
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "strengths"),
    [
        ("力争清扫率超过85%，新建公厕5座，每座公厕配备保洁员1名。", ["should", "must", "must"]),
        ("已争取上级资金85万元，镇财政再安排40万元。", ["must"]),
        ("争取上级资金85万元。", ["should"]),
    ],
)
def test_what_is_striven_for_ends_where_another_deed_begins(text, strengths):
    assert [c.strength for c in extract(document_of(HEAD + text, "plan.txt")).commitments] == strengths


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("一、县住建局要倒排工期，11月底前完成老旧小区改造12个。", [("县住建局",)]),
        ("一、县教体局、县妇联要补足公办学位缺口360个。", [("县教体局", "县妇联")]),
        ("一、县水利局应加固水库3座；县林业局须造林500亩。", [("县水利局",), ("县林业局",)]),
        ("一、县财政局负责拨付资金2000万元。", [("县财政局",)]),
        ("一、落实要求。新建公厕3座。（责任单位：县城管局）", [("县城管局",)]),
        # A need, and the place itself, are nobody's task.
        ("一、县医院需要新增床位80张。", [()]),
        ("一、全县要新建公厕3座。", [()]),
    ],
)
def test_an_office_that_is_told_to_do_something_answers_for_it(text, offices):
    assert [c.responsible for c in extract(document_of(HEAD + text, "plan.txt")).commitments] == offices


def test_the_date_of_one_task_is_not_that_of_its_siblings():
    text = (
        "一、教育\n1.新建幼儿园3所。\n2.改造小学2所。\n完成时限：9月底\n3.新增学位500个。\n"
        "二、交通\n1.改造公路3公里。\n2.新建停车场2个。以上项目10月底前完工。\n"
        "三、养老（完成时限：2024年11月底）\n1.新建养老中心3所。\n2.改造床位20张。\n"
    )
    found = extract(document_of(HEAD + text, "plan.txt")).commitments
    assert [c.deadline for c in found] == [None, "2024-09", None, "2024-10", "2024-10", "2024-11", "2024-11"]
