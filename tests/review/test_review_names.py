import pytest
from review_reading import labels, odd, reviewed

HEAD = "东河县2023年民生实事方案\n1.水利建设。{body}（县水利局牵头）。\n附件：任务分解表\n\n附件\n任务分解表\n{annex}\n县水利局\n"


def plan(body: str, annex: str) -> str:
    return HEAD.replace("{body}", body).replace("{annex}", annex)


@pytest.mark.parametrize(
    ("body", "annex", "detail"),
    [
        ("新增蓄水能力71万立方米", "新增改善蓄水能力71万立方米。", "新增改善蓄水能力"),
        ("新增改善蓄水能力71万立方米", "新增蓄水能力71万立方米。", "正文写“新增改善蓄水能力”"),
        ("高血压患者管理率达到62%", "高血压患者规范管理率达到62%。", "规范管理率"),
        ("改造农村户厕2600户", "改造农村卫生户厕2600户。", "卫生户厕"),
        ("完成50个农村饮用水水源地整治", "完成50个农村集中饮用水水源地整治。", "集中饮用水"),
        ("新增城镇就业岗位320个", "新增城镇公益岗位320个。", "公益岗位"),
    ],
)
def test_one_figure_under_a_changed_name(body: str, annex: str, detail: str) -> None:
    ((_, said),) = odd(plan(body, annex), "name-drift")
    assert detail in said


@pytest.mark.parametrize(
    ("body", "annex"),
    [
        ("新增蓄水能力71万立方米", "新增蓄水能力71万立方米。"),
        ("新增蓄水能力71万立方米", "新增改善蓄水能力72万立方米。"),
        ("全县新增蓄水能力71万立方米", "新增蓄水能力71万立方米。"),
        ("新增全县蓄水能力71万立方米", "新增蓄水能力71万立方米。"),
        ("新增了蓄水能力71万立方米", "新增蓄水能力71万立方米。"),
        ("适龄及低保适龄妇女免费检查6200人", "适龄妇女及低保适龄妇女免费检查6200人。"),
        ("空气质量优良率达95%", "中心城区空气质量优良率达95%。"),
        ("实现门诊异地结算在全县8个医疗机构覆盖", "实现门诊异地结算8个医疗机构覆盖。"),
        (
            "困难残疾人生活补贴80元，重度残疾人生活补贴80元",
            "困难残疾人生活补贴80元，重度残疾人生活补贴80元。",
        ),
        (
            "新增蓄水能力71万立方米，新增改善蓄水能力71万立方米",
            "新增蓄水能力71万立方米，新增改善蓄水能力71万立方米。",
        ),
        ("新建城区公厕2座", "新建乡镇公厕2座。"),
    ],
)
def test_same_names_and_other_things_are_left_alone(body: str, annex: str) -> None:
    assert labels(plan(body, annex), "name-drift") == []


def test_each_place_of_the_figure_is_shown() -> None:
    (fact,) = [
        f for f in reviewed(plan("新增蓄水能力71万立方米", "新增改善蓄水能力71万立方米。")) if f.fields.get("form")
    ]
    assert [e.span.text for e in fact.evidence] == ["71万立方米", "71万立方米"]
    assert fact.evidence[0].span.start != fact.evidence[1].span.start


ITEM = "1.“{title}”运营。在现有“{first}”门店基础上，新建“{second}”门店2家。\n2.法律援助。办理案件110件。\n"


@pytest.mark.parametrize(
    ("title", "first", "second", "found"),
    [
        ("惠民莱篮子", "惠民菜篮子", "惠民菜篮子", ["惠民莱篮子"]),
        ("惠民菜篮子", "惠民菜篮子", "惠民菜篮子", []),
        ("惠民莱篮子", "惠民菜篮子", "惠民米袋子", []),
        ("惠民莱篮子", "惠民莱篮子", "惠民菜篮子", []),
        ("惠民一号店", "惠民1号店", "惠民1号店", []),
        ("菜篮子", "惠民菜篮子", "惠民菜篮子", []),
    ],
)
def test_a_name_in_a_title_that_its_text_spells_otherwise(
    title: str, first: str, second: str, found: list[str]
) -> None:
    text = ITEM.replace("{title}", title).replace("{first}", first).replace("{second}", second)
    assert labels(text, "name-drift") == found
