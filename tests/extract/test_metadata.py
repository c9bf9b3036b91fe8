"""What a document says of itself: title, number, issuer, place, level, year, date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.commitment import Metadata
from engine.extract.layout.metadata import read_metadata
from engine.normalise.clean import clean

CASES: dict[str, tuple[str, Metadata]] = {
    "printed-with-cover-letter": (
        "清澜县人民政府办公室关于印发清澜县2023年民生实事实施方案的通知\n澜政办〔2023〕12号\n各乡镇人民政府：\n"
        "现将方案印发给你们，请认真执行。\n清澜县人民政府办公室\n2023年3月5日\n",
        Metadata(
            "清澜县人民政府办公室关于印发清澜县2023年民生实事实施方案的通知",
            "澜政办〔2023〕12号", "清澜县人民政府办公室", "清澜县", "county", 2023, "2023-03-05",
        ),
    ),
    "number-with-other-brackets": (
        "石桥市人民政府关于做好2022年民生工程的意见\n石政[2022]7号\n各县区人民政府：\n",
        Metadata("石桥市人民政府关于做好2022年民生工程的意见", "石政[2022]7号", "石桥市人民政府", "石桥市", "city", 2022),
    ),
    "township-without-number": (
        "2021年柳溪镇民生实事计划\n一、修路\n",
        Metadata("2021年柳溪镇民生实事计划", place="柳溪镇", level="township", year=2021),
    ),
    "date-in-chinese": (
        "东山市2024年民生工程实施方案\n一、教育\n东山市人民政府\n二〇二四年三月十二日\n",
        Metadata(
            "东山市2024年民生工程实施方案", issuer="东山市人民政府", place="东山市", level="city", year=2024, date="2024-03-12"
        ),
    ),
    "district": (
        "青石区2022年十件民生实事任务分解表\n",
        Metadata("青石区2022年十件民生实事任务分解表", place="青石区", level="county", year=2022),
    ),
    "a-page-with-a-table-of-particulars": (
        "索引号：FZ0001 | 公开方式：主动公开 |\n· 发文字号: 澜政办〔2022〕31号\n· 标    题: 清澜县人民政府办公室关于下达2022年就业任务的通知\n"
        "各乡镇人民政府：\n",
        Metadata(
            "清澜县人民政府办公室关于下达2022年就业任务的通知", "澜政办〔2022〕31号", "清澜县人民政府办公室", "清澜县", "county", 2022,
        ),
    ),
    "a-year-before-the-place": (
        "遴选2023年清澜县十件民生实事公开征求意见\n一、修路\n",
        Metadata("遴选2023年清澜县十件民生实事公开征求意见", place="清澜县", level="county", year=2023),
    ),
    "a-bureau-of-the-county": (
        "清澜县农业农村局2020年工作计划\n一、修路\n",
        Metadata("清澜县农业农村局2020年工作计划", place="清澜县", level="county", year=2020),
    ),
    "a-year-from-which-it-is-in-force": (
        "关于提高农村低保标准的通知\n决定从2022年1月1日起提高标准。城市低保标准不变，延续2021年标准执行。\n2022年7月21日\n",
        Metadata("关于提高农村低保标准的通知", year=2022, date="2022-07-21"),
    ),
    "no-title-but-headings": (
        "各县区：\n一、主要指标完成情况\n(一)城镇新增就业2万人。\n",
        Metadata("", level="city"),
    ),
    "a-web-page-put-online-later": (
        "索引号：0071\n发布日期：2023-01-05 10:20\n白水县2022年民生工程实施办法\n",
        Metadata("白水县2022年民生工程实施办法", place="白水县", level="county", year=2022, date="2023-01-05"),
    ),
    "annual-heading-without-year-in-the-title": (
        "云台县民生工程实施方案\n一、2020年目标任务\n建学校2所。\n",
        Metadata("云台县民生工程实施方案", place="云台县", level="county", year=2020),
    ),
    "a-table-below-its-title": (
        "松岭镇2025年村级服务执行标准表\n编制单位:松岭镇人民政府\n项目\t2024年执行\t2025年执行\n特困人员集中供养标准\t900\t950\n2024年\n",
        Metadata("松岭镇2025年村级服务执行标准表", place="松岭镇", level="township", year=2025),
    ),
    "issued-in-january-telling-much-of-the-year-before": (
        "清澜市农村供水实施方案\n清政发〔2026〕2号\n2026年11月底前完成。\n2025年普及率93%。2025年投入3亿元。2025年完工4处。\n2026年1月30日\n",
        Metadata("清澜市农村供水实施方案", "清政发〔2026〕2号", year=2026, date="2026-01-30"),
    ),
    "nothing-said": ("建学校2所。", Metadata()),
    "empty": ("", Metadata()),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_metadata(text: str, expected: Metadata) -> None:
    assert read_metadata(clean(text).text) == expected


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("我市辖3个街道、6个镇，共112个行政村。", "county"),
        ("全市现辖东门街道、西湖街道和龙泉镇、马渡镇，人口48万人。", "county"),
        ("我市下辖12个乡镇（街道），按省市县三级部署推进。", "county"),
        ("各乡镇人民政府，市政府各部门：", "county"),
        ("各镇人民政府、各街道办事处：", "county"),
        ("责任单位：市民政局、各镇街。", "county"),
        ("我市辖2个区、5个县，共86个乡镇。", "city"),
        ("全市下辖东湖区、西湖区、临川县，另有12个街道。", "city"),
        ("各县（市、区）人民政府，各乡镇要抓好落实。", "city"),
        ("各县区要压实各乡镇的责任。", "city"),
        ("各区人民政府，各街道办事处：", "city"),
        ("我市辖区内各小区统一改造。", "city"),
        ("城镇新增就业3万人。", "city"),
    ],
)
def test_a_city_right_above_its_townships_is_of_the_rank_of_a_county(said: str, level: str) -> None:
    text = f"清岚市2024年民生工程实施方案\n{said}\n一、就业\n新增就业8000人。\n"
    assert read_metadata(clean(text).text).level == level


def test_a_number_quoted_in_a_sentence_is_not_its_own() -> None:
    text = "清澜县2023年民生实事实施方案\n根据《关于做好民生工作的通知》（省政办〔2022〕3号）要求，制定本方案。\n"
    assert read_metadata(clean(text).text).number == ""


def test_the_year_of_the_title_is_the_plans_whatever_else_is_dated() -> None:
    text = "清澜县2023年民生实事实施方案\n2022年完成5所，2022年投入3亿元，2022年改造8处。\n2022年12月28日\n"
    assert read_metadata(clean(text).text).year == 2023


def test_an_impossible_date_is_no_date() -> None:
    assert read_metadata("清澜县民生实事实施方案\n2023年13月40日\n").date == ""


@given(
    st.text("清澜县市镇人民政府办公室关于印发年〔〕[](第)号通知方案附件一月日20193\n :.-。", max_size=200)
    | st.text(max_size=60)
)
def test_any_words_give_metadata_that_stand_in_the_text(text: str) -> None:
    cleaned = clean(text).text
    metadata = read_metadata(cleaned)
    squeezed = "".join(cleaned.split())
    assert metadata.title in cleaned
    for said in (metadata.number, metadata.issuer, metadata.place):
        assert "".join(said.split()) in squeezed
    assert metadata.level in ("", "nation", "province", "city", "county", "township")
    assert metadata.year is None or 1900 <= metadata.year <= 2099
