"""A number is held against the list that is certainly its own; parts, rates and products against what they are certainly of."""

import pytest
from test_mechanisms import errors

TASKS = "\n".join(
    f"（{number}）{title}。"
    for number, title in zip(
        "一二三四五",
        ("就业。新增岗位260个", "养老。新建食堂3个", "教育。新增学位540个", "交通。改造公路36公里", "文化。送戏70场"),
        strict=True,
    )
)
BODY = "一、总体要求\n坚持尽力而为。{told}\n二、工作任务\n{tasks}\n三、保障措施\n（一）加强领导。\n（二）强化督查。{behind}\n（三）加大宣传。\n"


def plan(told: str = "", behind: str = "", title: str = "平溪县2024年民生实事实施方案") -> str:
    return f"{title}\n" + BODY.format(told=told, tasks=TASKS, behind=behind)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (plan("全年办好5件民生实事。"), False),
        (plan("全年办好6件民生实事。"), True),
        (plan(title="平溪县2024年5件民生实事实施方案"), False),
        (plan(title="平溪县2024年六件民生实事实施方案"), True),
        (plan("县政府决定重点办好以下4件实事。"), True),
        # A saying, and what is told of some of them, is no number of all.
        (plan("建立“一件实事、一名领导、一套班子”机制。"), False),
        (plan("", "每个乡镇选树2件实事作为典型。"), False),
        (plan("", "对9件民生实事每月督查1次。"), False),
        # Those of the document cited.
        (plan("根据《北州市政府关于2024年民生工作的通知》（北政发〔2024〕5号）确定的9件实事，制定本方案。"), False),
        (plan("根据《平溪县2024年民生实事清单》确定的9件实事，制定本方案。"), True),
        # Mentioned again with more than the list that the plan's own number bears out; fewer may be some of them.
        (plan("全年办好5件民生实事。", "8件民生实事的资金实行专账管理。"), True),
        (plan("全年办好5件民生实事。", "3件民生实事的资金实行专账管理。"), False),
        # Said of all that there is, fewer is as wrong; said of some, by somebody or of kinds it is not.
        (plan("全年办好5件民生实事。", "3件民生实事逐件明确责任人。"), True),
        (plan("全年办好5件民生实事。", "全面办好3件民生实事。"), True),
        (plan("全年办好5件民生实事。", "由县教育局办好3件民生实事。"), False),
        (plan("全年办好5件民生实事。", "每名县领导至少办好1件民生实事。"), False),
        (plan("全年办好5件民生实事。", "围绕4类民生实事目标任务加强督查。"), False),
        (plan("全县今年共实施1件民生实事。"), True),
        # Those of the place and the year are all of them.
        (plan("全年办好5件民生实事。", "就平溪县2024年度3件民生实事逐级部署。"), True),
        (plan("全年办好5件民生实事。", "平溪县教育局负责3件民生实事。"), False),
        # In the plan of a street 街道 is its own; each street is another matter.
        (plan("研究确定2024年街道1件民生实事。", title="柳岸街道2024年民生实事实施方案"), True),
        (plan("每个街道确定1件民生实事。", title="柳岸街道2024年民生实事实施方案"), False),
        # Annexes that go with it.
        (
            plan("附1个附件。")
            + "附件：1.任务分解表\n2.资金安排表\n平溪县人民政府\n附件1\n任务分解表\n岗位\n附件2\n资金安排表\n",
            True,
        ),
        (
            plan("附2个附件。")
            + "附件：1.任务分解表\n2.资金安排表\n平溪县人民政府\n附件1\n任务分解表\n岗位\n附件2\n资金安排表\n",
            False,
        ),
        # A list that jumps from the third to the fifth: the number on its last item is not what it holds.
        (plan("全年办好6件民生实事。").replace("（四）交通", "（五）交通").replace("（五）文化", "（六）文化"), True),
        (
            plan("全年办好6件民生实事。").replace(
                "改造公路36公里。\n（五）", "改造公路36公里。（五）环境。建设绿地5处。\n（六）"
            ),
            False,
        ),
        # Stages of the work are not what is done.
        (
            "平溪县2024年民生实事实施方案\n一、责任分解\n全年办好5件民生实事。\n【就业】新增岗位260个。\n【养老】新建食堂3个。\n二、推进安排\n"
            "（一）3月为启动阶段。召开会议。\n（二）4月至10月为实施阶段。每月调度。\n（三）11月为验收阶段。组织验收。\n",
            False,
        ),
        # Each of two is a part of all.
        (plan("全县承担市级民生实事8件、自主实施县级民生实事6件，合计14件。"), False),
        (plan("全年办好3个方面5件民生实事。"), False),
        (plan("全年办好5个方面19件民生实事。"), False),
    ],
)
def test_a_number_of_items_is_held_against_the_list_that_follows_it(text: str, found: bool) -> None:
    assert ("count-mismatch" in errors(text)) is found


@pytest.mark.parametrize(
    "sections",
    [
        "一、总体进展\n4件已完成。\n二、存在问题\n进度不一。\n三、下步打算\n逐件过堂。\n",
        "一、基本情况\n4件已完成。\n二、主要做法\n逐件调度。\n三、存在不足\n进度不一。\n四、下步计划\n抓紧推进。\n",
        "一、总体进展\n总体较好。\n二、主要工作完成情况\n（一）就业。新增岗位260个。\n（二）养老。新建食堂3个。\n（三）教育。新增学位540个。\n三、存在问题\n进度不一。\n",
    ],
)
def test_the_sections_of_a_report_are_not_what_its_title_counts(sections: str) -> None:
    text = f"平溪县关于2024年10件民生实事办理情况的通报\n现将10件民生实事办理情况通报如下。\n{sections}"
    assert "count-mismatch" not in errors(text)


MEASURES = "序号\t实事项目\t指标任务\n1\t就业\t新增260人\n2\t就业\t培训300人次\n3\t养老\t食堂3个\n4\t教育\t学位540个\n5\t教育\t食堂改造9所\n"
SHEETS = {
    "measures": ("指标任务表", MEASURES),
    "places": ("任务分解表", "序号\t乡镇\t新增就业（人）\n1\t甲山镇\t200\n2\t乙水镇\t300\n合计\t\t500\n"),
    "items": ("任务清单", "序号\t项目\t年度目标\n1\t就业\t新增260人\n2\t养老\t食堂3个\n3\t教育\t学位540个\n"),
}


@pytest.mark.parametrize(
    ("sheet", "number", "found"),
    [
        ("measures", "三", False),
        ("measures", "七", True),
        ("places", "十", False),
        ("items", "三", False),
        ("items", "四", True),
    ],
)
def test_rows_of_one_item_are_one_and_rows_of_places_are_none(sheet: str, number: str, found: bool) -> None:
    name, rows = SHEETS[sheet]
    assert ("count-mismatch" in errors(f"平溪县2024年{number}件民生实事{name}\n{rows}")) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("新建3个便民驿站（东湖便民驿站、西门便民驿站、南桥便民驿站）。", False),
        ("新建4个便民驿站（东湖便民驿站、西门便民驿站、南桥便民驿站）。", True),
        ("新建四所幼儿园（东湖幼儿园、西门幼儿园、南桥幼儿园）。", True),
        ("新建4个便民驿站（东湖便民驿站、西门便民驿站、南桥便民驿站等）。", False),
        ("新建3所幼儿园（公办幼儿园、民办幼儿园）。", False),
        ("新建4个便民驿站（含街道便民驿站、村级便民驿站、流动便民驿站）。", False),
        ("改造3个老旧小区（东风小区一期和二期、向阳新村）。", False),
    ],
)
def test_names_in_brackets_behind_the_thing_counted(words: str, found: bool) -> None:
    assert ("count-mismatch" in errors(f"1.推进建设。{words}\n")) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # All there are is no part of what is added.
        ("新增泊位860个，其中地面520个、地下340个，全县泊位总数由3140个增加到4000个。", set()),
        ("新增床位300张，其中公办120张、民办180张，床位总数达到1260张。", set()),
        ("新增普惠托位240个，其中公办150个、民办80个，全县托位总数由1614个增加到1854个。", {"parts-mismatch"}),
        # What a share is of, or what something grew by, divides into nothing.
        ("参保26880人，占应参保人数2.8万人的96%，其中自费参保25340人、资助参保1540人。", set()),
        ("参保26880人，占应参保人口2.8万人的比例即参保率达到96%，其中自费参保25340人、资助参保1540人。", set()),
        ("参保26880人，占应参保人数2.8万人的96%，其中自费参保25340人、资助参保1640人。", {"parts-mismatch"}),
        ("改造户厕860户，为年度任务900户的95.6%，其中新建500户、提升360户。", set()),
        ("免费筛查8600人，比上年增加420人，其中农村妇女7900人、城镇妇女700人。", set()),
        # Stages that rise are told as they add up.
        ("改造小区18个，其中6月底前开工9个，9月底前开工14个。", set()),
        ("改造小区18个，其中城区9个、镇区14个。", {"part-exceeds-whole"}),
        # Some of the private ones only.
        ("全县幼儿园84所，其中公办园46所、普惠性民办园30所。", set()),
        # Behind what is shared out over years, a part is one of all of them.
        ("三年投入960万元，2026年、2027年、2028年分别投入300万元、450万元、210万元，其中专项债券400万元。", set()),
        ("三年投入960万元，分年分别投入300万元、450万元、210万元，其中专项债券990万元。", {"part-exceeds-whole"}),
        ("2026年、2027年分别投入450万元、210万元，其中专项债券400万元。", set()),
        ("2026年、2027年分别投入450万元、210万元，其中专项债券700万元。", {"part-exceeds-whole"}),
        ("举办招聘会24场次，其中专场招聘会28场次。", {"part-exceeds-whole"}),
    ],
)
def test_parts_are_held_against_what_they_divide(words: str, found: set[str]) -> None:
    assert errors(f"1.推进工作。{words}\n") & {"parts-mismatch", "part-exceeds-whole"} == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("全县常住人口30.5万人，到2024年底累计建立健康档案27.2万人，居民健康档案建档率达到93%。", True),
        ("全县常住人口30.5万人，到2024年底累计建立健康档案28.4万份，居民健康档案建档率达到93%。", False),
        ("全县常住人口30.5万人，累计建立健康档案27.2万人，建档率达到93%以上。", False),
        ("65周岁以上老年人4.6万人，全年签约家庭医生3.0万人，签约率达到75%。", True),
        # Of others, of those meant, of another day.
        ("65周岁以上老年人3.4万人，签约2.9万人，失能老年人签约率90%。", False),
        ("高血压患者3.2万人，健康管理2.2万人，规范管理率72%。", False),
        ("全县常住人口42.6万人，居民医保参保38.6万人，参保率达到95%。", False),
        ("应参保人口31万人，截至6月底参保29.4万人，参保率年底达到97%。", False),
        ("全县学校46所，完成食堂改造40所，明厨亮灶率98%。", False),
    ],
)
def test_a_rate_is_held_against_the_counts_that_it_is_called_after(words: str, found: bool) -> None:
    assert ("ratio-mismatch" in errors(f"1.推进工作。{words}\n")) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("补助孤儿30人，每人每月1100元，全年需39.6万元。", False),
        ("补助孤儿30人，每人每月1100元，全年需36.9万元。", True),
        ("补助孤儿30人，每人每月1100元，自7月起执行，全年需19.8万元。", False),
        ("低保对象386人，每人每月700元，按收入差额补助，全年发放186万元。", False),
    ],
)
def test_a_product_is_of_all_the_year_and_of_all_the_standard(words: str, found: bool) -> None:
    assert ("product-mismatch" in errors(f"1.困难群众保障。{words}\n")) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("资助困难学生3260人次，及时发放。\n2.资金保障。学生资助资金按照全年3620人次足额安排。", True),
        ("资助困难学生3260人次，及时发放。\n2.资金保障。学生资助资金按照全年3260人次足额安排。", False),
        (
            "资助困难学生3260人次，及时发放。\n二、工作要求\n（一）强化保障。安排资金860万元，比上年增长7.5%；学生资助资金按全年3620人次足额安排。",
            True,
        ),
        ("免费筛查妇女7600人。县财政足额安排筛查经费，按照6700人予以保障。", True),
        # Another number is paid for on purpose: some of them, those of other years, those of the upper level.
        ("资助困难学生3260人次，及时发放。\n2.资金保障。学生资助资金按照1200人次先行安排。", False),
        ("资助困难学生3260人次，及时发放。去年学生资助资金按3620人次安排。", False),
        ("免费筛查妇女7600人。筛查经费按照上级下达的6700人安排，差额由县财政补足。", False),
        ("资助困难学生3260人次，奖励教师320人次。\n2.资金保障。教师培训经费按照3620人次安排。", False),
        # One name in another order.
        ("新增城镇就业3100人。各乡镇要确保完成城镇新增就业3010人的任务。", True),
        ("新增城镇就业3100人。各乡镇要确保上半年完成城镇新增就业3010人的任务。", False),
        ("新增城镇就业3100人。城关镇要确保完成城镇新增就业3010人的任务。", False),
    ],
)
def test_what_is_paid_for_is_what_is_promised(words: str, found: bool) -> None:
    assert ("conflicting-values" in errors(f"1.推进工作。{words}\n")) is found


@pytest.mark.parametrize(
    ("growth", "found"),
    [
        ("增长8%", True),
        ("增长8%左右", False),
        ("增长8%以上", True),
        ("增长4%以上", False),
        ("增长5%", False),
    ],
)
def test_a_growth_is_held_as_far_as_it_is_told(growth: str, found: bool) -> None:
    assert ("change-mismatch" in errors(f"1.推进工作。养老设施由780个增加到819个，{growth}。\n")) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("整改问题36个，占问题总数48个的75%。", False),
        ("整改问题36个，占问题总数48个的70%。", True),
        ("整改问题36个，约占问题总数48个的74%。", False),
        ("完成412户，为全年任务900户的45.8%。", False),
        ("完成412户，为全年任务900户的54.8%。", True),
        ("抽查的40份台账中有3份要素不全，占7.5%。", False),
        ("抽查的40份台账中有3份要素不全，占17.5%。", True),
        ("新建食堂15个，为上年12个的125%。", False),
        # What stands before the last part is told with it.
        ("收集意见412条，其中市民286条、单位126条，占征集意见865条的47.6%。", False),
        ("改造城区12户、农村34户，占全年任务120户的38.3%。", False),
    ],
)
def test_a_share_is_of_the_whole_that_the_sentence_names(words: str, found: bool) -> None:
    assert ("ratio-mismatch" in errors(f"1.推进工作。{words}\n")) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("救助1140人次，上年同期为1200人次，下降5%。", False),
        ("救助1140人次，上年同期1200人次，同比下降8%。", True),
        ("救助1140人次，上年同期1200人次，其中住院救助下降8%。", False),
    ],
)
def test_a_change_from_the_year_before_that_stands_beside_it(words: str, found: bool) -> None:
    assert ("change-mismatch" in errors(f"1.推进工作。{words}\n")) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("护理补贴每人每月90元，惠及1830人；生活补贴每人每月90元，惠及2150人，全年共需资金429.84万元。", False),
        (
            "护理补贴每人每月90元，惠及1830人，全年需197.64万元；生活补贴每人每月90元，惠及2150人，全年需223.2万元。",
            True,
        ),
    ],
)
def test_an_amount_in_all_is_no_product_of_the_last_group(words: str, found: bool) -> None:
    assert ("product-mismatch" in errors(f"1.残疾人保障。{words}\n")) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("城市低保标准由每人每月690元提高到720元。此前，城市低保标准为每人每月690元。", False),
        ("新改建农村公路58公里，方便群众出行。10月底前完成新改建农村公路45公里。", False),
        ("新改建农村公路580公里，方便群众出行。12月底前完成新改建农村公路508公里。", True),
    ],
)
def test_what_was_and_what_is_reached_on_the_way_contradict_nothing(words: str, found: bool) -> None:
    text = f"平溪县2024年民生实事实施方案\n1.推进工作。{words}\n"
    assert ("conflicting-values" in errors(text)) is found


@pytest.mark.parametrize(
    ("head", "rows", "total", "found"),
    [
        ("班额（人）", (45, 43, 44), "44.1", False),
        ("学生数（人）", (450, 430, 440), "1320", False),
        ("学生数（人）", (450, 430, 440), "1230", True),
        ("累计场次（场）", (2, 6, 9), "9", False),
        ("招聘场次（场）", (2, 6, 9), "9", True),
    ],
)
def test_a_mean_and_a_running_column_are_no_sums(head: str, rows: tuple[int, ...], total: str, found: bool) -> None:
    lines = "".join(f"{name}\t{number}\n" for name, number in zip(("一小", "二小", "三小"), rows, strict=True))
    text = f"平溪县2024年情况表\n单位\t{head}\n{lines}合计\t{total}\n"
    assert ("sum-mismatch" in errors(text)) is found


def test_a_table_may_be_of_what_one_part_leaves() -> None:
    rows = "附件\n平溪县任务分解表\n乡镇\t免费体检（人次）\n甲山镇\t12000\n乙水镇\t{last}\n合计\t{total}\n"
    text = "平溪县2024年民生实事方案\n1.医疗。免费体检3.6万人次，其中县医院4000人次，其余由乡镇完成。\n"
    assert "body-annex-conflict" not in errors(text + rows.format(last="20000", total="32000"))
    assert "body-annex-conflict" in errors(text + rows.format(last="19000", total="31000"))


@pytest.mark.parametrize("words", ["拨备覆盖率不低于150%", "库存覆盖率保持在120%以上", "养老金调整率103.8%"])
def test_ratios_to_a_need_may_be_over_100(words: str) -> None:
    assert "share-out-of-range" not in errors(f"1.推进工作。{words}。\n")


PARKS = "安州区2024年民生实事方案\n一、主要任务\n1.建设口袋公园。{told}\n2.老旧小区改造。改造老旧小区12个。\n"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("滨河街道负责口袋公园4个，北街道55个，南街道3个，共15个。", True),
        ("滨河街道建设口袋公园4个，北街道5个，南街道3个，共12个。", False),
        ("在城关镇建设口袋公园4个、白水镇50个、石塘乡3个，共计12个。", True),
        # More places than are named.
        ("滨河街道建设口袋公园4个，北街道5个，南街道3个，全区共40个。", False),
        # Of kinds, which need not be all.
        ("建设主题公园4个、综合公园5个、社区公园3个，共40个。", False),
    ],
)
def test_figures_of_places_named_before_a_sum_are_all_of_it(told: str, found: bool) -> None:
    assert bool({"parts-mismatch", "part-exceeds-whole"} & errors(PARKS.format(told=told))) is found


INDICATORS = "".join(f"{n}\t{('就业', '养老', '教育')[(n - 1) // 2]}\t指标名{n}\t{n * 10}户\n" for n in range(1, 7))


@pytest.mark.parametrize(("told", "found"), [(6, False), (8, True), (5, True)])
def test_indicators_that_are_the_rows_of_a_table(told: int, found: bool) -> None:
    text = (
        f"平溪县2024年民生实事实施方案\n一、目标\n办好3件民生实事，细化为{told}个量化指标（附件）。\n二、任务\n1.就业。新增岗位260个。\n"
        f"2.养老。新建食堂3个。\n3.教育。新增学位540个。\n附件\n民生实事量化指标表\n序号\t民生实事\t指标名称\t年度目标\n{INDICATORS}"
    )
    assert ("count-mismatch" in errors(text)) is found
