"""Last year's plan, all plans of a total together, and documents cited: as a user asks for them."""

import json

import pytest
from running import gouji, refused

UPPER = """云溪市2024年民生实事实施方案
云政办〔2024〕6号
1.稳就业。全市城镇新增就业5000人。
附件：任务分解表
县区	城镇新增就业（人）
清澜县	2600
双桥县	2400
合计	5000
"""


@pytest.fixture
def written(tmp_path):
    def write(name, text):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return write


def plan(place, jobs, orphans="1250", year=2024):
    words = f"{place}{year}年民生实事方案\n1.就业。城镇新增就业{jobs}人。\n"
    return f"{words}2.救助。散居孤儿基本生活保障标准每人每月{orphans}元。\n"


def checked(*arguments):
    done = gouji("check", *arguments, "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


def of(findings, rule):
    return [f for f in findings if f["rule"] == rule]


def test_a_benefit_that_falls_under_last_years_is_told_with_both_figures(written):
    now, before = (
        written("now.txt", plan("清澜县", 2500, "1200")),
        written("before.txt", plan("清澜县", 2700, year=2023)),
    )
    (found,) = of(checked(now, "--previous", before, "--no-library")["findings"], "year-on-year-drop")
    assert (found["actual"]["value"], found["expected"]["value"]) == ("1200", "1250")
    assert [e["file"].rpartition("/")[2] for e in found["evidence"]] == ["now.txt", "before.txt"]


def test_what_did_not_fall_is_silent(written):
    now, before = written("now.txt", plan("清澜县", 2500)), written("before.txt", plan("清澜县", 2700, year=2023))
    assert of(checked(now, "--previous", before, "--no-library")["findings"], "year-on-year-drop") == []


@pytest.mark.parametrize(("jobs", "short"), [((2500, 2400), True), ((2600, 2400), False), ((2700, 2400), False)])
def test_all_places_of_a_total_are_held_to_it_together(written, jobs, short):
    plans = [written(f"{place}.txt", plan(place, n)) for place, n in zip(("清澜县", "双桥县"), jobs, strict=True)]
    found = of(checked(*plans, "--against", written("city.txt", UPPER))["findings"], "allocation-shortfall")
    assert len(found) == short
    if short:
        assert (found[0]["severity"], found[0]["actual"]["value"], found[0]["expected"]["value"]) == (
            "error",
            "4900",
            "5000",
        )


def test_while_a_place_is_missing_nothing_is_concluded(written):
    upper = written("city.txt", UPPER.replace("双桥县	2400", "双桥县	1400\n石泉县	1000"))
    plans = [written("a.txt", plan("清澜县", 2600)), written("b.txt", plan("双桥县", 1400))]
    (found,) = of(checked(*plans, "--against", upper)["findings"], "allocation-shortfall")
    assert (found["severity"], found["verdict"]) == ("note", "indeterminate")


def test_a_plan_of_last_year_that_cannot_be_read_stops_the_run(written, tmp_path):
    refused(gouji("check", written("now.txt", plan("清澜县", 1)), "--previous", tmp_path / "none.txt"), "none.txt")


def test_rows_that_name_their_unit_in_brackets_are_read_and_added_up(written):
    rows = (
        "|指标|合计|甲镇|乙镇|\n|-|-|-|-|\n|新增就业（人）|100|50|40|\n|培训（人次）|80|50|30|\n|助餐点（个）|8|5|3|\n"
    )
    found = of(checked(written("now.md", f"# 某县2024年方案\n\n{rows}"), "--no-library")["findings"], "sum-mismatch")
    assert [(f["expected"]["value"], f["expected"]["unit"], f["actual"]["value"]) for f in found] == [
        ("100", "人", "90")
    ]


def test_a_plan_is_not_checked_with_no_rule(written):
    file = written("now.txt", plan("清澜县", 2500))
    refused(gouji("check", file, "--no-library", "--select", "S01", "--ignore", "S01"), "没有可用的规则")
    refused(gouji("check", file, "--ignore", "conformance,consistency,drafting,upkeep"), "没有可用的规则")
    written("gouji.yaml", "select: [S01]\nignore: [sum-mismatch]\n")
    refused(gouji("check", file, "--lang", "en"), "No rule is left")


def test_a_plan_is_not_compared_with_itself(written):
    file = written("now.txt", plan("清澜县", 2500))
    for option in ("--against", "--previous"):
        refused(gouji("check", file, option, file.parent / "." / file.name), "now.txt", option, "自身")


def test_extract_refuses_a_standard_as_check_does(written):
    refused(gouji("extract", written("standard.yaml", "title: a\n")), "standard.yaml", "YAML")


def test_extract_says_that_there_is_no_figure(written):
    shown = gouji("extract", written("now.txt", "本县概况。今天天气很好。\n"))
    assert shown.returncode == 0 and "没有读出" in shown.stderr


def test_settings_of_remarks_alone_are_none(written):
    file = written("now.txt", plan("清澜县", 2500))
    written("gouji.yaml", "# 以后再写\n\n# lang: en\n")
    result = checked(file, "--no-library")
    assert not any("gouji.yaml" in remark for remark in result["remarks"])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_standard_given_as_a_plan_is_refused(written, lang):
    refused(gouji("check", written("standard.yaml", "title: a\n"), "--lang", lang), "standard.yaml", "--standard")


def test_a_cited_document_that_the_library_does_not_hold_is_told_only_where_the_library_is_used(written):
    text = plan("安徽省黄山市黟县", 10) + "依据《关于办好民生实事的示例通知》（示例发〔2024〕1号）制定。\n"
    file = written("now.txt", text)
    (found,) = of(checked(file)["findings"], "cited-document")
    assert "示例发〔2024〕1号" in found["message"]
    assert of(checked(file, "--no-library")["findings"], "cited-document") == []
