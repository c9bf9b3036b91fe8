"""The line that people read first: what is concluded, and the true reason."""

import json

import pytest
from running import gouji

SUMS = "1.就业。城镇新增就业500人，其中：男性300人、女性250人。\n"
FLOOR = "2.救助。散居孤儿基本生活保障标准为每人每月1200元。\n"


@pytest.mark.parametrize(("body", "own"), [(SUMS + FLOOR, True), (FLOOR, False)])
def test_an_upper_document_of_nobody_known_is_the_reason_and_hides_no_error_of_the_plan_itself(tmp_path, body, own):
    plan, upper = tmp_path / "方案.txt", tmp_path / "上级.txt"
    plan.write_text("清澜县2024年民生实事方案\n" + body, encoding="utf-8")
    upper.write_text("某某文件\n1.救助。散居孤儿基本生活保障标准不低于每人每月1250元。\n", encoding="utf-8")
    result = json.loads(gouji("check", plan, "--against", upper, "--format", "json").stdout)
    assert result["verdict"] == "review"
    head = gouji("check", plan, "--against", upper, COLUMNS="300").stdout.splitlines()[0]
    assert "隶属关系未核实" in head
    assert ("方案自身的1处错误" in head) is own
