"""A table that sets what is done beside what was planned promises the plan alone."""

import pytest

from engine.check import document_of
from engine.extract import extract

HEAD = "云溪县2024年民生实事项目推进情况\n\n"


def read(text):
    return [str(c.bound.value) for c in extract(document_of(HEAD + text, "plan.txt")).commitments]


def table(*columns, mark="\t"):
    """Return a table of three rows; the figures of each column are told by its place."""
    rows = [["项目", *columns]]
    rows += [[name, *(f"{number}{i}" for i in range(1, len(columns) + 1))] for name, number in ROWS]
    return "\n".join(mark.join(row) for row in rows) + "\n"


ROWS = [("新建公厕（座）", 3), ("改造农房（户）", 4), ("培训护工（人次）", 5)]
FIRST = ["31", "41", "51"]


@pytest.mark.parametrize(
    "columns",
    [
        ("年度目标", "已完成", "完成率"),
        ("年度目标", "已完成", "完成率（%）"),
        ("目标任务", "1—8月完成", "完成比例"),
        ("计划数", "实际完成数", "占计划%"),
        ("全年任务", "累计完成", "完成率"),
        ("任务数", "完成数", "完成百分比"),
        ("年度计划", "截至9月底", "到位率"),
        ("年度任务", "目前进展", "剩余"),
        ("下达任务", "已开工", "开工率"),
        ("应建数", "已建数", "竣工率"),
        ("目标值", "实际值", "差额"),
        ("年度目标", "上半年完成", "完成比例(%)"),
        ("计划改造", "实际改造", "完成占比"),
        ("目标任务", "9月底完成", "达标率"),
    ],
)
@pytest.mark.parametrize("mark", ["\t", " | "])
def test_only_the_plan_is_read(columns, mark):
    assert read(table(*columns, mark=mark)) == FIRST


@pytest.mark.parametrize(
    "columns",
    [
        # No column of plans: what is read is left as it was.
        ("2024年目标", "2024年任务增量"),
        ("计划新建", "计划改建"),
        ("目标数", "计划投资（万元）"),
    ],
)
def test_columns_of_plans_stay(columns):
    assert len(read(table(*columns))) == 2 * len(ROWS)


def test_a_rate_to_be_reached_is_a_plan_of_its_own():
    text = "指标\t目标值\t责任单位\n户厕改造完成率（%）\t95\t县农业农村局\n疫苗接种率（%）\t90\t县卫健局\n参保率（%）\t98\t县医保局\n"
    assert read(text) == ["95", "90", "98"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("年度目标3000人，已完成2460人，占年度任务的82%。", ["3000"]),
        ("签约服务6万人，1—8月签约5.2万人，完成率86.7%。", ["60000"]),
        ("计划改造90公里，目前改造52公里，完成投资1.3亿元，占计划的58%。", ["90"]),
        ("今年改造90公里，截至9月底改造52公里，完成率57.8%。", ["90"]),
        ("实际完成12座，开工率100%，竣工率60%。", []),
        # What is still to be done.
        ("10月底前资金到位率提高到80%，年底前达到100%。", ["80", "100"]),
        ("年底前完成率达到100%。", ["100"]),
        ("6月底前拨付进度不低于年度计划的50%。", ["50"]),
    ],
)
def test_how_much_of_a_task_is_done_is_no_promise(text, values):
    assert read(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("全镇现有18个行政村、2个社区。", []),
        ("全县下辖12个乡镇、3个街道和210个村。", []),
        ("从13件候选项目中票决产生10件实事。", []),
        ("由26个备选项目中筛选确定12件实事，惠及900户。", ["900"]),
        ("26项子任务已全部开工。", []),
        ("惠及32个子项的受益群众5000人。", ["5000"]),
        ("实现21个村公共区域监控全覆盖。", ["21"]),
        ("在12个村安装路灯640盏。", ["12", "640"]),
        ("建成口袋公园7处，总面积约2.4公顷。", ["7", "2.4"]),
        ("补足公办学位缺口360个。", ["360"]),
        ("尚有学位缺口360个。", []),
        ("新增视频监控1050路。", ["1050"]),
        ("优化12路、15路公交。", []),
        ("开通5路公交专线3条。", ["3"]),
        ("路面厚度不低于18厘米。", ["18"]),
    ],
)
def test_what_there_is_and_what_is_asked(text, values):
    assert read(text) == values


@pytest.mark.parametrize(
    "former", ["上年实绩", "上年完成值", "去年标准", "基期值", "现状", "2023年标准", "原标准", "全省平均"]
)
def test_cells_of_words_under_a_head_of_the_time_before_are_no_promises(former):
    rows = [
        ("城市低保标准", "每人每月820元", "每人每月780元"),
        ("护理型床位占比", "62%", "59%"),
        ("助餐点", "24个", "20个"),
    ]
    text = "\n".join("\t".join(row) for row in [("任务内容", "目标值", former), *rows]) + "\n"
    assert read(text) == ["820", "62", "24"]


@pytest.mark.parametrize(
    ("columns", "kept"),
    [
        (("目标值", "市定目标"), 0),
        (("县下达任务", "本镇目标"), 1),
        (("市级目标", "县级目标"), 1),
        (("年度目标", "上级要求"), 0),
        (("县下达任务", "责任单位"), 0),
    ],
)
def test_what_a_higher_level_asks_beside_the_plans_own_target_is_not_the_plans(columns, kept):
    cells = [("82%", "80%"), ("24个", "20个"), ("140户", "130户")]
    if columns[1] == "责任单位":
        cells = [(mine, "镇规建办") for mine, _ in cells]
    names = ("普及率", "助餐点", "户厕改造")
    rows = [("任务", *columns), *((name, *pair) for name, pair in zip(names, cells, strict=True))]
    wanted = [pair[kept].rstrip("%个户") for pair in cells]
    found = read("\n".join("\t".join(row) for row in rows) + "\n")
    assert found == wanted
