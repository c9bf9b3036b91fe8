import pytest
from review_reading import reviewed

BODY = "东河县2022年民生实事方案\n一、主要任务\n1.老旧小区改造。改造老旧小区3个{mention}。\n2.法律援助。办理法律援助案件110件。\n"


def annexes(text: str) -> list[tuple[str, bool, bool]]:
    """Return (label, found, named) of the annexes that are not in order."""
    return [
        (str(f.fields["label"]), bool(f.fields["found"]), bool(f.fields["named"]))
        for f in reviewed(text)
        if f.fields.get("target") == "annex" and not (f.fields["found"] and f.fields["named"])
    ]


def body(mention: str = "") -> str:
    return BODY.replace("{mention}", mention)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (body() + "附件：东河县2022年任务分解表\n", ["东河县2022年任务分解表"]),
        (body() + "附件：1.任务分解表\n2.责任清单\n", ["任务分解表", "责任清单"]),
        (body() + "附件：1.任务分解表 2.责任清单表\n", ["任务分解表", "责任清单表"]),
        (body() + "附件：\n1.任务分解表\n2.责任清单.docx\n", ["任务分解表", "责任清单.docx"]),
        (body("（任务分解见附件2）"), ["附件2"]),
        (body("，详见附件") + "东河县人民政府\n", ["附件"]),
        (body("（附表1）"), ["附表1"]),
        (body("，年度考核按附件2《评分细则》执行"), ["附件2"]),
        (body("，考核执行附件2"), ["附件2"]),
        (body("，由各镇对照附件二所列任务落实"), ["附件二"]),
        (body("，完成附件2规定的指标"), ["附件2"]),
        (
            body() + "附件：1.任务分解表\n2.资金安排表\n\n附件1\n任务分解表\n1.老旧小区改造3个。\n",
            ["资金安排表"],
        ),
        # Annexes in lines of their own, as pages list them.
        (
            body() + "附件1：任务分解表\n附件2：资金安排表\n东河县人民政府\n\n附件1 任务分解表\n1.老旧小区改造3个。\n",
            ["资金安排表"],
        ),
        # A table by its number, where the tables that are there bear theirs.
        (
            body("，任务见附表1，分工见附表3") + "附表1 东河县任务分解表\n改造3个。\n附表2 东河县资金表\n30万元。\n",
            ["附表3"],
        ),
        (body("（见附件3）") + "附件：1.任务分解表\n\n附件1\n任务分解表\n改造3个。\n", ["附件3"]),
    ],
)
def test_an_annex_that_is_named_and_not_there(text: str, missing: list[str]) -> None:
    assert annexes(text) == [(label, False, True) for label in missing]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (body() + "东河县人民政府\n\n附件\n重点监测项目表\n1.监测点5个。\n", "附件"),
        (body() + "附件：任务分解表\n\n附件1\n任务分解表\n改造3个。\n\n附件2\n资金安排表\n安排30万元。\n", "附件2"),
    ],
)
def test_an_annex_that_is_there_and_not_named(text: str, label: str) -> None:
    assert annexes(text) == [(label, True, False)]


@pytest.mark.parametrize(
    "text",
    [
        body(),
        body("（见附件）") + "附件：任务分解表\n\n附件\n任务分解表\n改造3个。\n",
        body()
        + "附件：1.东河县2022年民生实事任务分解表\n2.责任清单表\n\n附件1\n2022年任务分解表\n改造3个。\n附件2\n责任清单\n县住建局。\n",
        body() + "附件：东河县2022年民生实事任务分解表\n\n东河县2022民生实事任务分解表\n改造3个。\n",
        body("，任务见附表1，资金见附表2") + "附表1 东河县任务分解表\n改造3个。\n附表2东河县资金表\n30万元。\n",
        body("（按照《关于办好实事的通知》附件2执行）"),
        body("（按照河政办〔2022〕9号文见附件2的标准）"),
        body("，随本方案附表报送进度") + "附表\n进度表\n",
        "附件\n东河县2022年民生实事方案\n一、主要任务\n1.老旧小区改造。改造老旧小区3个。\n",
        # The plan is the first annex of the letter that sends it.
        "关于征求意见的函\n附件：1.东河县2022年民生实事方案（征求意见稿）\n2.任务分解表\n\n附件1\n东河县2022年民生实事方案\n"
        "一、主要任务\n1.老旧小区改造。改造老旧小区3个。\n附件2\n任务分解表\n改造3个。\n",
        body("，见附件一并报送") + "附件：任务表单\n\n附件\n任务表单\n改造3个。\n",
    ],
)
def test_annexes_in_order_are_left_alone(text: str) -> None:
    assert annexes(text) == []


@pytest.mark.parametrize(
    "mention",
    [
        "，任务按附件1执行",
        "，按照《南山市任务通知》附件3执行",
        "，按市方案（南政〔2022〕3号）附件3规定执行",
        "，对照附件一所列任务落实",
        "，按附件并报送",
    ],
)
def test_an_annex_that_the_text_goes_by_and_that_is_there(mention: str) -> None:
    text = body(mention) + "附件：1.任务分解表\n\n附件1\n任务分解表\n1.老旧小区改造3个。\n"
    assert annexes(text) == []
