"""What the sections on arrangement say again of a task: another figure for it, or another day."""

import pytest
from test_mechanisms import errors

PLAN = "云溪县2024年民生实事工作方案\n一、实事项目\n1.教育。{task}\n2.道路。新建公路30公里。\n二、{title}\n{again}\n"


@pytest.mark.parametrize(
    ("task", "title", "again", "found"),
    [
        ("改扩建公办幼儿园2所，新增学位570个。", "推进安排", "确保新增540个公办幼儿园学位秋季开学投用。", True),
        ("改扩建公办幼儿园2所，新增学位570个。", "推进安排", "确保新增570个公办幼儿园学位秋季开学投用。", False),
        ("城镇新增就业1800人。", "组织保障", "县人社局要确保城镇新增就业1700人。", True),
        ("城镇新增就业1800人。", "工作要求", "县人社局紧盯重点群体，全年城镇新增就业1760人。", True),
        ("改造老旧小区13个。", "推进安排", "改造老旧小区12个，由县住建局牵头组织。", True),
        ("建成村级养老服务站14个。", "保障措施", "民政部门加强运营指导，建成村级养老服务站16个。", True),
        # A stage, a part, a wish, another unit or population.
        ("城镇新增就业1800人。", "推进安排", "6月底前城镇新增就业900人，9月底前1400人。", False),
        ("城镇新增就业1800人。", "推进安排", "上半年城镇新增就业900人。", False),
        ("城镇新增就业1800人。", "保障措施", "每季度城镇新增就业450人。", False),
        ("城镇新增就业1800人。", "保障措施", "帮扶城镇就业困难人员就业300人。", False),
        ("新建养老服务站9个。", "工作要求", "首批建成养老服务站4个。", False),
        ("改造老旧小区13个。", "推进安排", "6月底前完成老旧小区改造8个。", False),
        ("新增学位570个。", "推进安排", "新增普通高中学位200个。", False),
    ],
)
def test_another_figure_of_a_task_in_a_section_on_arrangement(task: str, title: str, again: str, found: bool) -> None:
    told = errors(PLAN.format(task=task, title=title, again=again))
    assert bool(told & {"conflicting-values", "body-annex-conflict"}) is found


@pytest.mark.parametrize(
    ("again", "found"),
    [
        ("老旧小区改造于11月20日前完成全部施工内容并组织居民代表验收。", True),
        ("老旧小区改造于11月20日前全部完工并交付使用。", True),
        ("老旧小区改造于11月20日前完成全部改造任务并通过县级验收。", True),
        ("老旧小区改造务必于11月20日前完成并投入使用。", True),
        ("老旧小区改造于11月底前完成主体工程并组织阶段验收。", False),
        ("老旧小区改造于10月底前完成全部施工内容并组织居民代表验收。", False),
        ("老旧小区改造于11月20日前完成资金清算并组织审计。", False),
        ("老旧小区改造于4月底前完成方案设计并组织评审。", False),
    ],
)
def test_another_day_of_a_task_whatever_is_done_besides(again: str, found: bool) -> None:
    text = PLAN.format(task="改造老旧小区13个，10月底前完工。", title="推进安排", again=again)
    assert ("deadline-conflict" in errors(text)) is found
