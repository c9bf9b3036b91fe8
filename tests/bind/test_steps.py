"""Steps of works by their days: when they are begun, when their frame stands, when they are accepted."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CATALOGUE = load_catalogue()
CARDS = load_cards()
UPPER = "安岚市2026年民生实事实施方案\n1.住房。全市改造老旧住宅小区150个，2026年8月31日前全部开工。\n2.道路。全市改造农村公路600公里。"
ONE = "安岚市2026年渠道改造实施方案\n一、任务\n改造渠道90公里。\n二、时限要求\n{}"
ONE = ONE.format("2026年度项目须于5月31日前全部开工，9月30日前完成主体工程，12月10日前完成竣工验收。")


def late(plan: str, upper: str) -> bool:
    return any(f.rule == "late-deadline" for f in check_texts(plan, upper, CARDS, CATALOGUE))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("改造老旧住宅小区18个，其中2000年底前建成的15个，2026年9月30日前全部开工。", True),
        ("改造老旧住宅小区18个，9月底前全部开工建设。", True),
        ("老旧住宅小区改造项目确保10月15日前动工。", True),
        ("改造老旧住宅小区18个，2026年8月31日前全部开工。", False),
        ("改造老旧住宅小区18个，7月底前全部开工，10月底前完工。", False),
        ("改造老旧住宅小区18个，9月底前完成竣工验收。", False),
        ("改造老旧住宅小区18个，首批7月底前开工，其余9月底前开工。", False),
        ("改造老旧住宅小区18个。\n2.学校。新建学校2所，10月底前开工。", False),
        ("改造老旧住宅小区18个，9月底前开工率达到90%。", False),
    ],
)
def test_a_beginning_is_that_of_the_work_it_is_told_of(sentence: str, found: bool) -> None:
    assert late(f"青溪县2026年民生实事实施方案\n1.住房。{sentence}", UPPER) is found


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ("（一）组织施工。6月20日前全部开工，9月20日前完成主体工程。", True),
        ("（一）组织施工。5月20日前全部开工，10月20日前完成主体工程。", True),
        ("（一）竣工验收。2026年12月25日前完成竣工验收，同步归档。", True),
        ("（一）组织施工。5月20日前全部开工，9月20日前完成主体工程。\n（二）验收。12月5日前完成竣工验收。", False),
        ("（一）前期准备。6月20日前完成招标。", False),
    ],
)
def test_steps_of_all_work_of_documents_on_one_matter(steps: str, found: bool) -> None:
    assert late(f"青溪县2026年渠道改造专项方案\n第一部分 任务\n改造渠道12公里。\n第二部分 进度\n{steps}", ONE) is found


def test_a_document_on_another_matter_has_other_steps() -> None:
    assert not late("青溪县2026年校舍改造专项方案\n一、任务\n改造校舍3处。\n二、进度\n6月20日前全部开工。", ONE)
