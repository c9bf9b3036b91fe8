"""Right sentences that were once called wrong, each beside one that is wrong indeed."""

import pytest
from test_mechanisms import _cards, errors

from engine.check import check_texts

HEAD = "东河县2024年民生实事实施方案\n一、主要任务\n"


@pytest.mark.parametrize(
    ("task", "found"),
    [
        # A prefix of the parts fills the whole: what follows is another thing, or another division.
        ("全镇12个村（社区），其中村10个、社区2个，建成村级服务站12个。", set()),
        ("建设充电桩200个，其中快充50个、慢充150个，公共120个、专用80个。", set()),
        ("维修校舍30所，其中小学18所、初中12所；新建食堂9所。", set()),
        ("建设充电桩200个，其中快充50个、慢充150个、专用80个。", {"part-exceeds-whole"}),
        ("建设充电桩200个，其中快充60个、慢充150个。", {"parts-mismatch"}),
        # What is built in each of the things counted is counted in its own.
        ("新建2个停车场，其中东街停车场新增车位100个、西街停车场新增车位150个。", set()),
        ("新建120个停车场，其中地面停车场130个、地下停车场20个。", {"part-exceeds-whole"}),
        ("安装监控探头20个，其中主干道70个、背街小巷50个。", {"part-exceeds-whole"}),
        # The same people may be counted twice.
        ("帮扶就业困难人员100人，其中女性60人、残疾人50人。", set()),
        ("培训农民工500人，其中妇女260人、退役军人250人。", set()),
        ("培训农民工500人，其中缝纫260人、家政250人。", {"parts-mismatch"}),
        # Quarters told as they add up.
        ("改造危房120户，其中一季度30户（累计）、二季度60户（累计）、三季度90户（累计）、四季度120户（累计）。", set()),
        ("改造危房120户，其中一季度30户、二季度40户、三季度30户、四季度25户。", {"parts-mismatch"}),
        # Rises told by another period than the standards have.
        ("农村低保标准由每人每年7200元提高到每人每月650元。", set()),
        ("农村低保标准由每人每年7200元提高到每人每月580元。", {"change-mismatch"}),
        ("农村低保标准由每人每月600元提高到每人每年7800元，每月增加50元。", set()),
        ("农村低保标准由每人每年7200元提高到7800元，增加50元/人/月。", set()),
        ("农村低保标准由每人每年7200元提高到7800元，增加60元/人/月。", {"change-mismatch"}),
        ("小学公用经费由每生每学期500元提高到每生每年1100元，增长10%。", set()),
        ("小学公用经费由每生每学期500元提高到每生每年1100元，增长15%。", {"change-mismatch"}),
        # The year before, in whatever words.
        ("城镇新增就业4200人，比2023年同期的3800人增长20%。", {"change-mismatch"}),
        ("城镇新增就业4200人，2023年同期为3800人，同比增长20%。", {"change-mismatch"}),
        ("城镇新增就业4200人，较前一年的3800人增长20%。", {"change-mismatch"}),
        ("城镇新增就业4200人，比上一年度的4000人增长8%。", {"change-mismatch"}),
        ("城镇新增就业4200人，比上一年度的4000人增长5%。", set()),
        # Parts and shares are the same in whatever they are counted.
        ("全县有养老床位480床，其中护理型床位520床。", {"part-exceeds-whole"}),
        ("全县有路灯480盏，其中太阳能路灯520盏。", {"part-exceeds-whole"}),
        ("全县有校舍480间，其中新建校舍220间。", set()),
    ],
)
def test_a_right_sentence_is_let_pass_and_a_wrong_one_is_not(task, found):
    assert errors(f"{HEAD}（一）{task}\n", warnings=False) & CHECKED == found


CHECKED = {"parts-mismatch", "part-exceeds-whole", "change-mismatch", "conflicting-values", "sum-mismatch"}


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("为80名困境老人发放补贴，每人每月200元。", set()),
        ("为80名困难老人发放补贴，每人每月200元。", set()),
        # One figure of the two differs: a slip, not another group.
        ("为120名困难老人发放补贴，每人每月500元。", {"conflicting-values"}),
    ],
)
def test_two_tasks_of_one_name_differ_in_all_that_they_state(second, found):
    plan = f"{HEAD}（一）为120名困难老人发放补贴，每人每月50元。\n（二）{second}\n"
    assert errors(plan, warnings=False) & CHECKED == found


@pytest.mark.parametrize(("whole", "found"), [(239, {"parts-mismatch"}), (240, set()), (100, {"part-exceeds-whole"})])
def test_all_the_villages_of_a_county_are_parts(whole, found):
    villages = "、".join(f"第{number}村2户" for number in range(120))
    assert errors(f"{HEAD}（一）改造户厕{whole}户，其中{villages}。\n", warnings=False) & CHECKED == found


TABLE = "附件：东河县任务分解表\n乡镇\t户厕改造（户）\n东镇\t10\n西镇\t{cell}\n南镇\t5\n北镇\t6\n合计\t{total}\n"


@pytest.mark.parametrize(
    ("cell", "total", "found"),
    [
        ("20（含5户续建）", 41, set()),
        ("20（含5户续建）", 51, {"sum-mismatch"}),
        ("20户（其中续建5户）", 51, {"sum-mismatch"}),
        ("二十", 41, set()),
        ("二十", 51, {"sum-mismatch"}),
        ("二十户", 51, {"sum-mismatch"}),
        ("约20", 51, set()),
        ("另行下达", 51, set()),
        ("9" * 40, 51, set()),
    ],
)
def test_a_cell_with_more_than_its_figure_is_added_up(cell, total, found):
    assert errors(HEAD + "（一）改厕。改造户厕。\n" + TABLE.format(cell=cell, total=total), warnings=False) == found


@pytest.mark.parametrize("cell", ["约20", "另行下达", "9" * 40, "2O"])
def test_a_total_that_could_not_be_checked_is_told(cell):
    assert "total-unchecked" in notes(HEAD + "（一）改厕。改造户厕。\n" + TABLE.format(cell=cell, total=51))


def notes(plan: str) -> set[str]:
    return {f.rule for f in check_texts(plan, None, *_cards()) if f.severity == "note" and f.verdict == "indeterminate"}


AGED = (
    "（一）全县90至99周岁老年人1150人，全年需发放高龄津贴183万元；100周岁以上老年人45人，全年需发放高龄津贴27万元。\n"
)


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        (AGED, set()),
        ("（一）对90至99周岁老年人发放高龄津贴183万元。\n（二）对80至89周岁老年人发放高龄津贴138万元。\n", set()),
        ("（一）发放高龄津贴资金183万元。\n（二）发放高龄津贴资金138万元。\n", {"conflicting-values"}),
    ],
)
def test_each_age_has_sums_of_its_own(plan, found):
    assert errors(HEAD + plan, warnings=False) & CHECKED == found
