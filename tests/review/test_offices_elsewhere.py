"""Offices and papers of another place: those of the level above are cited, those beside are left in from another plan."""

import pytest
from review_reading import labels

COUNTY = "清澜县人民政府办公室关于印发清澜县2024年民生实事实施方案的通知\n各乡镇人民政府，县直各单位：\n"
CITY = "清澜市人民政府办公室关于印发清澜市2024年民生实事实施方案的通知\n各镇人民政府、街道办事处，市直各单位：\n"
PREFECTURE = "清澜市人民政府办公室关于印发清澜市2024年民生实事实施方案的通知\n各县（市、区）人民政府，市直各单位：\n"


@pytest.mark.parametrize("head", [COUNTY, CITY])
@pytest.mark.parametrize(
    "told",
    [
        "各镇完成情况纳入白岭县民政局年度考核。",
        "每月5日前将进度报送白岭县教育局汇总。",
        "结果经白岭县财政局审核后拨付。",
        "工作接受白岭县审计局监督。",
        "方案报白岭县农业农村局备案。",
        "由白岭县水利局牵头实施。",
        "经白岭县人民政府常务会议审议通过，全年办好8件实事。",
        "经白岭县人民政府第12次常务会议研究，全年办好8件实事。",
        "提请白岭县人大常委会会议票决。",
        "由白岭县委常委会会议研究确定。",
    ],
)
def test_an_office_left_in(head: str, told: str) -> None:
    assert labels(f"{head}一、工作要求\n{told}\n", "wrong-place") == ["白岭县"]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (COUNTY, "经县人民政府第12次常务会议审议通过。"),
        (COUNTY, "经清澜县人民政府常务会议审议通过。"),
        (COUNTY, "根据白岭市人民政府常务会议部署，全年办好8件实事。"),
        (PREFECTURE, "经省人民政府常务会议审议通过。"),
        (COUNTY, "学习借鉴由白岭县人民政府常务会议推广的经验。"),
        (CITY, "经全市党组会议研究。"),
        (COUNTY, "各镇完成情况纳入县民政局年度考核。"),
        (COUNTY, "各镇完成情况纳入清澜县民政局年度考核。"),
        (COUNTY, "与白岭县教育局签订对口支援协议，由白岭县教育局负责选派教师。"),
        (COUNTY, "由各县民政局负责，按时上报。"),
        (CITY, "为落实《南山市人民政府办公室关于印发2024年市政府民生实事实施方案的通知》（南政办发〔2024〕8号），制定本方案。"),
        (CITY, "根据《南山市2024年民生实事实施方案》和市委工作要求，制定本方案。"),
        (CITY, "由其汇总后于每月5日前报南山市政府督查室。"),
        (PREFECTURE, "各县完成情况纳入白岭县民政局年度考核。"),
    ],
)  # fmt: skip
def test_offices_above_and_below_are_their_own(head: str, told: str) -> None:
    assert labels(f"{head}一、工作要求\n{told}\n", "wrong-place") == []


def test_a_paper_of_another_city_is_left_in() -> None:
    told = "《白岭市2024年民生实事实施方案》已经市政府同意，现印发给你们。\n"
    assert labels(f"{CITY}{told}", "wrong-place") == ["白岭市"]
