"""Reviews read whatever is put before them: spans hold, ids differ, the same text gives the same facts."""

from hypothesis import given
from hypothesis import strategies as st
from review_reading import reviewed

PIECES = [
    *"一二三四十12350.、,，。；：:()（）“”《》〔〕【】[]-—~?%\n年月日号第附件表个户元至为期县镇乡的和",
    "附件：", "附件2\n", "见附件1", "\n1.", "\n（一）", "为期1年", "2022年3月至2022年5月", "人民政府\n", "新增蓄水能力71万立方米",
    "任务分解表", "(qū)", "?shù)", "（责任单位：县民政局）", "城镇新增就业5000", "城镇新增就业5000人", "2021年底前完成", "河政办[2022]9号",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text_can_be_reviewed(text: str) -> None:
    first = reviewed(text, {})
    assert first == reviewed(text, {})
    assert all(f.fields["kind"] in ("oddity", "reference") for f in first)
    assert all(str(f.fields["label"]).strip() for f in first)
