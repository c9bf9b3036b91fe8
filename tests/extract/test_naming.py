"""What a figure is called, whichever side of it names what is counted."""

import pytest

from engine.check import document_of
from engine.extract import extract

HEAD = "云溪县2024年民生实事实施方案\n"

CASES = [
    # The noun behind the measure word, where the words before it are only a deed.
    ("新建改建12条绿荫步道。", ["新建改建绿荫步道条数"]),
    ("新建、改造9个社区食堂。", ["新建、改造社区食堂数量"]),
    ("提质扩能6个乡镇敬老院。", ["乡镇敬老院提质扩能数量"]),
    ("公开招录25名乡镇医生。", ["乡镇医生公开招录人数"]),
    ("五年内建成3所寄宿制学校。", ["寄宿制学校建成数量"]),
    ("建成了7个村级书屋。", ["村级书屋建成数量"]),
    ("改善全县21所小学教室照明。", ["小学教室照明改善数量"]),
    # … or a place.
    ("完成老城区14条背街小巷改造工程。", ["老城区背街小巷改造工程条数"]),
    ("在河东片区新增30个公交候车亭。", ["在河东片区新增公交候车亭数量"]),
    # A list of figures: each is named by what stands behind it, and shares the deed of the first.
    ("建设40个村级公厕、12个旅游厕所、5个驿站厕所。", ["村级公厕建设数量", "旅游厕所建设数量", "驿站厕所建设数量"]),
    ("三年内建成4所小学和2个风雨操场。", ["小学建成数量", "风雨操场建成数量"]),
    ("为全县70岁以上老年人、2300名环卫工人免费体检一次。", ["环卫工人免费体检人数"]),
    # A list of names that ends in 等: what is counted stands behind the figure.
    ("培育清泉中学、东岭小学等5个教育集团。", ["教育集团培育数量"]),
    ("完成县医院、县中医院等3家医院病房改造。", ["医院病房改造数量"]),
    # Two measures of one thing at once behind each other.
    (
        "完成120幢9万平方米危旧住房加固和30幢2万平方米老旧校舍改造。",
        ["危旧住房加固数量", "危旧住房加固面积", "老旧校舍改造数量", "老旧校舍改造面积"],
    ),
    ("完成廉租房180户9500平方米。", ["廉租房户数", "廉租房面积"]),
    # Brackets within: the words inside name the figure inside.
    (
        "城镇新增就业2万人以上,其中失业人员再就业4000人以上(其中就业困难对象再就业900人以上)。",
        ["城镇新增就业人数", "失业人员再就业人数", "就业困难对象再就业人数"],
    ),
    # A rate of which only the place is said is that of the place before.
    ("市区入园率达到95%以上,县(市)达到90%以上。", ["市区入园率", "县入园率"]),
    ("城区供水普及率达到99%,农村为90%,漏损率控制在9%以内。", ["城区供水普及率", "农村供水普及率", "漏损率"]),
    # A rate that names nothing is that of the thing before.
    ("完成井盖病害治理900座,确保完好率不低于97%。", ["井盖病害治理数量", "井盖病害治理完好率"]),
    ("建立困境儿童生活津贴制度,标准为每人每月580元。", ["困境儿童生活津贴标准"]),
    ("建成1个城市书吧(邻里书屋,建筑面积180平方米)。", ["城市书吧建成数量", "城市书吧建筑面积"]),
    ("此次行动的目标任务是开展技能培训4万人次以上。", ["技能培训人次"]),
    # From where to where an insurance pays, of an insurance that is named once.
    ("居民医保封顶线提高到18万元,起付线降至250元。", ["居民医保封顶线", "居民医保起付线"]),
    ("大病保险起付线降低至1.1万元,报销比例达到65%。", ["大病保险起付线", "大病保险报销比例"]),
    ("二级医院起付线500元,报销比例75%。", ["二级医院起付线", "二级医院报销比例"]),
    ("新增定点药店20家,报销比例达到80%。", ["新增定点药店数量", "报销比例"]),
    ("城乡公交对学生实行七折优惠,体育场馆收费八折。", ["城乡公交对学生折扣", "体育场馆收费折扣"]),
    # Left of the figure all the same, where what stands behind it is what is done.
    ("农村危桥16座改造。", ["农村危桥数量"]),
    ("完成食品定量检测2600批次和定性检测9万批次。", ["食品定量检测批次", "定性检测批次"]),
    ("新增养老床位150张、日间照料中心4家。", ["新增养老床位张数", "新增日间照料中心数量"]),
]


@pytest.mark.parametrize(("sentence", "labels"), CASES)
def test_a_figure_is_named_by_the_thing_that_it_counts(sentence, labels):
    found = extract(document_of(HEAD + sentence, "plan.txt")).commitments
    assert [c.label for c in found if c.start >= len(HEAD)] == labels


def test_people_named_for_another_figure_are_no_scope():
    text = "为全县70岁以上老年人、2300名环卫工人免费体检一次。"
    found = extract(document_of(HEAD + text, "plan.txt")).commitments
    assert [c.scope for c in found if c.start >= len(HEAD)] == [()]


@pytest.mark.parametrize(
    "sentence", ["今年实施36个为民办实事项目。", "29件为民办实事项目全部落实到人。", "用三年时间全面完成改造。"]
)
def test_a_plan_s_own_count_and_the_time_that_it_takes_bind_nobody(sentence):
    found = extract(document_of(HEAD + sentence, "plan.txt")).commitments
    assert [c.label for c in found if c.start >= len(HEAD)] == []


STANDARDS = [
    # What a sum per head is paid for, where the sentence says it once at its head or its first half.
    (
        "农村低保标准不低于610元/人/月;在城乡低保补差水平中,城镇提高到不低于660元/人/月,农村提高到不低于310元/人/月。",
        ["农村低保标准", "城镇低保补差水平", "农村低保补差水平"],
    ),
    (
        "保障儿童生活补助。社会散居孤儿基本生活费标准每人每月不低于1300元,福利机构集中供养孤儿每人每月不低于1800元。",
        ["社会散居孤儿基本生活费标准", "福利机构集中供养孤儿基本生活费标准"],
    ),
    (
        "二是照料护理标准。按照上年度最低工资标准20400元计算,自理、半自理和完全不能自理特困人员每人每年2040元、3400元、6800元。",
        ["自理特困人员照料护理标准", "半自理特困人员照料护理标准", "完全不能自理特困人员照料护理标准"],
    ),
    ("经研究,决定将我县城市低保标准调高至每人每月720元,增幅6%。", ["城市低保标准", "城市低保增幅"]),
    ("调整后,城乡低保标准分别增加40元和35元。", ["城市低保标准增加额", "农村低保标准增加额"]),
    # Rates in units of their own.
    (
        "婴儿死亡率、5岁以下儿童死亡率、孕产妇死亡率分别下降到4.2‰、4.8‰、11/10万。",
        ["婴儿死亡率", "5岁以下儿童死亡率", "孕产妇死亡率"],
    ),
    ("人均预期寿命达到79.3岁。", ["人均预期寿命"]),
    (
        "农村低保标准每人每年6000元。孤儿基本生活最低保障标准分别达到散居孤儿每人每月1400元、集中养育孤儿1900元。",
        ["农村低保标准", "散居孤儿基本生活最低保障标准", "集中养育孤儿基本生活最低保障标准"],
    ),
    (
        "农村低保标准每人每年6000元,机构集中养育孤儿每人每月2000元。",
        ["农村低保标准", "机构集中养育孤儿标准"],
    ),
    ("城、乡低保对象月人均补助分别为380元和260元。", ["城低保对象月人均补助", "乡低保对象月人均补助"]),
    (
        "东山区、河口县、北塔县城市居民最低生活保障标准统一调整为每人每月690元。",
        ["东山区城市居民最低生活保障标准", "河口县城市居民最低生活保障标准", "北塔县城市居民最低生活保障标准"],
    ),
    ("城市污水和生活垃圾无害化处理率分别为95%和98%。", ["城市污水无害化处理率", "生活垃圾无害化处理率"]),
    ("改造县乡公路和新建通村水泥路分别为30公里和18公里。", ["改造县乡公路", "新建通村水泥路"]),
    ("补助标准为户均7500元。", ["补助标准"]),
    ("农村低保标准同步提高到每人每月580元。", ["农村低保标准"]),
    ("计划投资3200万元,完成城东水厂扩建。", ["城东水厂扩建投资"]),
    # Things are improved, not raised by so many.
    ("改造提升6个菜市场。", ["菜市场改造提升数量"]),
]


@pytest.mark.parametrize(("sentence", "labels"), STANDARDS)
def test_a_standard_is_named_by_what_its_sentence_pays(sentence, labels):
    found = extract(document_of(HEAD + sentence, "plan.txt")).commitments
    assert [c.label for c in found if c.start >= len(HEAD)] == labels


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("孕产妇死亡率控制在16/10万以下。", [("<=", "16", "人/10万人")]),
        ("婴儿死亡率、孕产妇死亡率分别下降到4.2‰、11/10万。", [("=", "4.2", "‰"), ("=", "11", "人/10万人")]),
        ("人均预期寿命达到79.3岁。", [("=", "79.3", "岁")]),
        ("改造重建户平补助不超过12000元。", [("<=", "12000", "元/户")]),
        ("为六十岁以上老人和18周岁以下儿童建档。", []),
        ("为30万农村妇女免费检查,对5万脱贫劳动力开展培训。", [("=", "300000", ""), ("=", "50000", "")]),
        ("全县现有30万农村妇女。", []),
        ("本次调整前,城市低保标准为每人每月520元、农村为每人每月360元。", []),
    ],
)
def test_units_of_their_own_and_numbers_without_one(sentence, figures):
    found = extract(document_of(HEAD + sentence, "plan.txt")).commitments
    assert [(c.bound.op, str(c.bound.value), c.unit) for c in found if c.start >= len(HEAD)] == figures


def test_an_item_number_that_runs_into_a_figure_is_no_part_of_it():
    text = "1.加装电梯400台。\n2.50个小区新增充电设施。\n3.开设12个暑托班。\n4.460个居村活动室提供2300场活动。\n"
    found = extract(document_of(HEAD + text, "plan.txt")).commitments
    assert [(str(c.bound.value), c.item) for c in found if c.start >= len(HEAD)] == [
        ("400", "1"),
        ("50", "2"),
        ("12", "3"),
        ("460", "4"),
        ("2300", "4"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "截至2025年3月31日,全市有低保对象34万人。其中城市低保5万人,月平均补助水平为408元;农村低保29万人,月平均补助水平为248元。",
        "新增养老床位378张,超额完成年度任务。",
        "新增托位540个,完成率260%。",
        "6个老旧小区改造正在施工中(90%)。",
    ],
)
def test_what_is_done_already_is_no_promise(sentence):
    found = extract(document_of(HEAD + sentence, "plan.txt")).commitments
    assert [c.label for c in found if c.start >= len(HEAD) and c.unit != "个"] == []


@pytest.mark.parametrize(
    ("sentence", "scopes"),
    [
        ("市区入园率达到95%以上,县(市)达到90%以上。", [("市区",), ("县(市)",)]),
        ("全市入园率达到96%,其中市区入园率达到98%。", [(), ("市区",)]),
        # What stands behind the brackets names nothing in them.
        ("新建幼儿园40所(其中公办25所以上)未建园的乡镇全部开工。", [(), ("公办",)]),
    ],
)
def test_places_told_apart_are_the_scope_of_their_rates(sentence, scopes):
    found = extract(document_of(HEAD + sentence, "plan.txt")).commitments
    assert [c.scope for c in found if c.start >= len(HEAD)] == scopes


@pytest.mark.parametrize(
    ("sentence", "deadlines"),
    [
        # A date that leads a sentence governs all that ; parts in it, until another date.
        ("到2026年,普及率达到90%;满意度达到95%。", ["2026", "2026"]),
        ("2025年底前,新建公厕3座;改造路灯40盏。修复桥梁2座。", ["2025", "2025", None]),
        ("到2026年,普及率达到90%;2025年底前建成公厕3座;种树500棵。", ["2026", "2025", None]),
        ("2024年,新建公厕3座;改造路灯40盏。", ["2024", None]),
        # 2025年年底 is no 年底 of this year.
        ("2025年年底前建成养老院3所,2026年年末完成改厕200户,2027年年内培训100人。", ["2025", "2026", "2027"]),
    ],
)
def test_until_when_a_figure_is_promised(sentence, deadlines):
    found = extract(document_of(HEAD + sentence, "plan.txt")).commitments
    assert [c.deadline for c in found if c.start >= len(HEAD)] == deadlines
