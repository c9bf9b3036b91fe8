import pytest
from review_reading import labels, odd

HEAD = "东河县2022年民生实事方案\n"


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("开展为期1年的专项整治（2021年3月5日至2021年12月31日）。", "为期1年的专项整治(2021年3月5日至2021年12月31日)"),
        ("开展为期一年（2022年3月至2022年8月）的整治。", "为期一年(2022年3月至2022年8月)"),
        ("从2022年3月1日至2022年4月30日，为期3个月。", "从2022年3月1日至2022年4月30日,为期3个月"),
        ("专项行动为期半年（3月1日至6月15日）。", "为期半年(3月1日至6月15日)"),
        ("行动为期两年（2022年至2025年）。", "为期两年(2022年至2025年)"),
        ("开展为期30天（2022年5月1日至2022年5月15日）的集中宣传。", "为期30天(2022年5月1日至2022年5月15日)"),
    ],
)
def test_a_duration_that_its_own_dates_belie(sentence: str, label: str) -> None:
    assert labels(f"{HEAD}1.专项整治。{sentence}\n", "duration") == [label]


@pytest.mark.parametrize(
    "sentence",
    [
        "开展为期1年的专项整治（2021年1月1日至2021年12月31日）。",
        "开展为期一年（2022年3月至2023年2月）的整治。",
        "开展为期一年（2022年3月至2023年3月）的整治。",
        "行动为期三年（2021—2023年）。",
        "行动为期三年（2021年至2024年）。",
        "专项行动为期3个月（3月至5月）。",
        "专项行动为期3个月（3月1日至5月31日）。",
        "专项行动为期100天（2022年3月1日至6月8日）。",
        "为期3个月的专项整治，2022年12月31日前完成验收。",
        "开展为期3个月的专项整治。2022年1月1日至2022年12月31日为统计口径。",
        "本办法自2022年4月1日起施行，有效期2年。",
        "期限为2年，补贴每人每年5000元。",
        "为期1年（2022年2月30日至2022年12月31日）。",
    ],
)
def test_durations_that_may_be_right_are_left_alone(sentence: str) -> None:
    assert labels(f"{HEAD}1.专项整治。{sentence}\n", "duration") == []


@pytest.mark.parametrize(
    ("issued", "found"),
    [
        ("3月5日，县政府办公室印发《东河县2022年民生实事方案》。\n", True),
        ("东河县人民政府\n2022年3月5日\n", True),
        ("东河县人民政府\n2022年1月4日\n", False),
        ("", False),
    ],
)
def test_from_now_on_is_the_day_of_the_document(issued: str, found: bool) -> None:
    text = f"{HEAD}{issued}1.专项整治。开展为期1年（现在起至2022年12月31日）的整治。\n"
    assert bool(labels(text, "duration")) is found


ITEMS = "1.老旧小区改造。改造3个。\n2.法律援助。办理110件。\n"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (f"{HEAD}一、2021年民生实事任务\n{ITEMS}二、2022年重点监测项目\n1.监测点5个。\n", "2021年民生实事任务"),
        (
            f"{HEAD}一、2022年主要任务\n{ITEMS}附件：东河县2021年民生实事任务分解表\n",
            "东河县2021年民生实事任务分解表",
        ),
        (f"{HEAD}东政办〔2022〕9号\n1.校园建设。2021年底前建成幼儿园2所。\n", "2021年底前建成"),
        (f"东政办〔2022〕9号\n{HEAD}1.道路。硬化道路5公里，2021年10月31日前全部完成。\n", "2021年10月31日前全部完成"),
    ],
)
def test_last_years_year_left_in(text: str, label: str) -> None:
    ((shown, detail),) = odd(text, "wrong-year")
    assert shown == label
    assert "2021" in detail and "2022" in detail


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}一、2022年主要任务\n{ITEMS}",
        f"{HEAD}一、2021年民生实事完成情况\n{ITEMS}二、2022年主要任务\n1.改造3个。\n",
        f"{HEAD}一、2021年结转项目\n{ITEMS}二、2022年主要任务\n1.改造3个。\n",
        f"{HEAD}一、2021—2022年任务\n{ITEMS}二、2022年主要任务\n1.改造3个。\n",
        f"{HEAD}一、2021年民生实事任务\n{ITEMS}二、资金\n安排30万元。\n",
        f"东政办〔2022〕9号\n{HEAD}1.老旧小区改造。改造2021年底前建成的小区3个。\n",
        f"东政办〔2022〕9号\n{HEAD}1.校园建设。2021年底前已完成选址，2022年建成。\n",
        f"东政办〔2021〕90号\n{HEAD}1.校园建设。2021年底前完成选址，2022年10月底前建成。\n",
        f"东政办〔2022〕9号\n{HEAD}1.校园建设。2022年底前建成幼儿园2所，2024年全面建成。\n",
        f"{HEAD}1.社会救助。农村低保标准由2021年的每人每年4600元提高到5000元。\n",
        "东政办〔2022〕9号\n东河县2021—2022年民生实事方案\n1.道路。2021年底前完成5公里。\n",
    ],
)
def test_other_years_that_belong_there_are_left_alone(text: str) -> None:
    assert labels(text, "wrong-year") == []
