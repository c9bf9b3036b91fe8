"""The formats that other programs read: SARIF, JUnit, Markdown, and the ledger in Excel."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import factory
import jsonschema
import openpyxl
import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace
from test_formats import HOSTILE, poisoned, rendered, several

from engine.judge.finding import PlanResult
from reports import ReportError
from reports.md import escaped
from reports.parts.printing import width_of
from reports.parts.view import view_of


def run(audit=None):
    log = json.loads(rendered("sarif", audit))
    assert log["version"] == "2.1.0" and len(log["runs"]) == 1
    return log["runs"][0]


def test_sarif_rules_are_sorted_and_every_result_points_at_its_own():
    made = run()
    rules = [rule["id"] for rule in made["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    for result in made["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] == result["properties"]["severity"] and result["kind"] == "fail"
        assert result["message"]["text"]


def test_sarif_regions_are_the_words():
    lines = factory.PLAN.split("\n")
    places = [p for result in run()["results"] for p in (*result["locations"], *result["relatedLocations"])]
    regions = [found for p in places if (found := p["physicalLocation"].get("region"))]
    assert len(regions) >= 10
    for region in regions:
        start, length = region["charOffset"], region["charLength"]
        assert factory.PLAN[start : start + length] == region["snippet"]["text"]
        line = lines[region["startLine"] - 1]
        assert region["startLine"] == region["endLine"]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


def test_sarif_suppresses_what_is_waived():
    waived = [r for r in run()["results"] if r.get("suppressions")]
    assert [r["ruleId"] for r in waived] == ["responsible-missing"]
    assert waived[0]["suppressions"][0]["status"] == "accepted"
    assert "县政府办公室" in waived[0]["suppressions"][0]["justification"]


def test_sarif_says_when_a_file_could_not_be_read():
    made = run(several())
    invocation = made["invocations"][0]
    assert invocation["executionSuccessful"] is False
    note = invocation["toolExecutionNotifications"][0]
    assert note["level"] == "error" and "未能读取" in note["message"]["text"]
    assert len(made["artifacts"]) == 2 and len(made["results"]) == 10
    assert all("%" in a["location"]["uri"] for a in made["artifacts"])


SCHEMA = jsonschema.Draft4Validator(json.loads(Path(__file__).with_name("sarif-2.1.0.schema.json").read_text("utf-8")))


@pytest.mark.parametrize(
    "audit", [factory.audit(), several(), *map(poisoned, HOSTILE[:-1])], ids=lambda a: f"{len(a.plans)}"
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif_obeys_the_schema_of_oasis(audit, lang):
    log = json.loads(rendered("sarif", audit, lang, exit_code=1))
    assert [f"{error.json_path}: {error.message}" for error in SCHEMA.iter_errors(log)] == []


def test_sarif_states_how_the_run_ended():
    ended = json.loads(rendered("sarif", exit_code=1))["runs"][0]["invocations"][0]
    assert ended == {
        "executionSuccessful": True,
        "exitCode": 1,
        "exitCodeDescription": "有达到失败级别的问题",
    }


def test_sarif_does_not_fail_what_is_only_told():
    told = replace(factory.weak_word(), verdict="conforms")
    result = run(factory.audit(factory.plan(findings=(told, factory.below_floor()))))["results"][1]
    assert (result["kind"], result["level"], result["properties"]["severity"]) == ("informational", "none", "note")


def annotations(audit=None):
    lines = rendered("github", audit).decode().splitlines()
    return [re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line).groups() for line in lines if line.startswith("::")]


def test_github_points_at_the_lines_of_the_plan():
    found = annotations()
    assert [command for command, *_ in found] == ["error"] * 3 + ["warning"] + ["notice"] * 4
    lines = factory.PLAN.split("\n")
    for (_, told, _), view in zip(found, view_of(factory.audit()).plans[0].findings, strict=True):
        place = dict(pair.split("=", 1) for pair in told.split(","))
        own = view.side("plan", "total", "part")
        if own:
            assert place["file"] == factory.FILE and own[0].text in lines[int(place["line"]) - 1]
        else:
            assert set(place) == {"title"}  # the plan is silent, so there is no line to show


@pytest.mark.parametrize(
    "words", ["::error::假", "a\n::error::假", "50%0A::error::", "x,line=1:y", "\r\n::stop-commands::x"]
)
def test_github_is_given_no_command_by_a_plan(words):
    found = annotations(poisoned(words))
    assert len(found) == 1 and found[0][0] == "error"
    told = dict(pair.split("=", 1) for pair in found[0][1].split(","))
    assert set(told) <= {"file", "line", "title"} and words.split()[0][:2] in found[0][2]


def cases(audit=None):
    root = ElementTree.fromstring(rendered("junit", audit))
    return root, list(root.iter("testcase"))


def test_junit_counts_are_those_of_its_cases():
    root, found = cases()
    assert root.get("tests") == str(len(found)) == "14"  # 8 findings and the 6 requirements without one
    assert root.get("failures") == str(len(list(root.iter("failure")))) == "3"
    assert root.get("skipped") == str(len(list(root.iter("skipped")))) == "3"
    for suite in root.iter("testsuite"):
        assert suite.get("tests") == str(len(suite.findall("testcase")))


def test_junit_never_passes_what_was_not_judged():
    _, found = cases(factory.audit(factory.plan(findings=())))
    passed = [case.get("name") for case in found if len(case) == 0]
    assert len(passed) == 4 and not any("bus" in name or "doctor" in name for name in passed)
    assert [f.get("name") for f in found if f.find("failure") is not None] == [
        "orphan-scattered 散居孤儿基本生活保障标准"
    ]


@pytest.mark.parametrize("words", HOSTILE[:-1], ids=lambda w: ascii(w[:12]))
def test_junit_stays_xml(words):
    assert cases(poisoned(words))[1]


@pytest.mark.parametrize("words", HOSTILE[:-1], ids=lambda w: ascii(w[:12]))
def test_markdown_shows_foreign_words_as_they_are(words):
    shown = MarkdownIt().renderInline(escaped(words))
    assert "<script" not in shown and "<img" not in shown
    plain = re.sub(r"<[^>]+>", "", shown)
    assert "<" not in plain


@pytest.mark.parametrize("words", ["*强调*", "[链接](http://x)", "![图](x)", "`码`", "# 题", "a|b", "~~删~~", "__粗__"])
def test_markdown_marks_in_a_plan_are_only_characters(words):
    assert MarkdownIt("commonmark").enable("strikethrough").renderInline(escaped(words)) == words


def test_markdown_coverage_has_a_row_a_requirement():
    rows = [line for line in rendered("md").decode().splitlines() if line.startswith("| ")]
    assert len(rows) == 2 + 10 and all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in rows)


def book(audit=None, lang="zh"):
    return openpyxl.load_workbook(io.BytesIO(rendered("xlsx", audit, lang)))


def test_ledger_has_a_row_a_finding_with_the_same_fingerprints():
    for audit in (factory.audit(), several()):
        rows = list(book(audit)["整改台账"].iter_rows(values_only=True))
        assert [row[-1] for row in rows[1:]] == [f.finding.fingerprint for f in view_of(audit).all_findings()]


def test_ledger_shows_both_figures_and_their_difference():
    rows = list(book()["整改台账"].iter_rows(values_only=True))
    row = dict(zip(rows[0], rows[2], strict=True))
    assert (row["应为"], row["实为"], row["相差"]) == ("≥ 1100 元/人/月", "≥ 1080 元/人/月", "20 元/人/月")
    assert row["位置"] == "第一项“困难群众救助”，第7行" and row["整改状态"] == "未整改"
    assert row["单位反馈"] in ("", None) and row["整改时限"] in ("", None), "left for the office to fill in"
    absent = dict(zip(rows[0], rows[7], strict=True))
    assert absent["原文"] == "方案全文中未见相应内容。" and absent["实为"] in ("", None)


def test_ledger_does_not_say_which_of_two_figures_of_a_plan_is_right():
    two = replace(
        factory.count_mismatch(),
        evidence=(factory.plan_words("2200人次"), factory.plan_words("3000人")),
        expected=factory.figure("=", "2200", "人次", "2200人次"),
        actual=factory.figure("=", "3000", "人次", "3000人次"),
        difference=None,
    )
    rows = list(
        book(factory.audit(factory.plan(findings=(two, factory.sum_mismatch()))))["整改台账"].iter_rows(
            values_only=True
        )
    )
    for row in (dict(zip(rows[0], cells, strict=True)) for cells in rows[1:]):
        assert not row["应为"] and not row["实为"]
        assert row["一处写"] and row["另一处写"]


def test_ledger_offers_the_states_and_repeats_its_head_when_printed():
    sheet = book()["整改台账"]
    rule = sheet.data_validations.dataValidation[0]
    assert str(rule.sqref) == "M2:M9" and "已整改" in rule.formula1 and rule.showErrorMessage
    assert sheet["M1"].value == "整改状态" and sheet.freeze_panes == "A2" and sheet.print_title_rows == "$1:$1"
    assert sheet.auto_filter.ref == "A1:T9" and sheet.page_setup.orientation == "landscape"
    assert sheet.print_area == "'整改台账'!$A$1:$N$9" and sheet["N1"].value == "链接"


def test_ledger_rows_are_as_high_as_what_they_hold():
    sheet = book()["整改台账"]
    for row in range(2, sheet.max_row + 1):
        lines = sheet.row_dimensions[row].height / 13.5
        assert all(
            lines * sheet.column_dimensions[c.column_letter].width >= width_of(str(c.value or "")) for c in sheet[row]
        )


def test_ledger_names_the_plan_where_there_are_several():
    assert book()["整改台账"].column_dimensions["B"].hidden
    assert not book(several())["整改台账"].column_dimensions["B"].hidden


def test_ledger_links_to_the_findings_of_the_page_beside_it():
    made = rendered("xlsx", pages=("report.html",))
    sheet = openpyxl.load_workbook(io.BytesIO(made))["整改台账"]
    page = rendered("html").decode()
    links = [sheet.cell(row, 14).hyperlink.location or sheet.cell(row, 14).hyperlink.target for row in range(2, 10)]
    for link in links:
        assert link.startswith("report.html#") and f'id="{link.partition("#")[2]}"' in page
    assert len(set(links)) == 8
    assert book()["整改台账"]["N2"].hyperlink is None, "no page, no link"


@pytest.mark.parametrize("words", ["=1+1", "+8", "-8", "@SUM(A1)", *HOSTILE], ids=lambda w: ascii(w[:12]))
def test_no_cell_of_the_ledger_is_a_formula(words):
    for sheet in book(poisoned(words)):
        for cell in (c for row in sheet.iter_rows() for c in row):
            assert cell.data_type in ("s", "n", "inlineStr") and not (
                cell.data_type == "n" and isinstance(cell.value, str)
            )


def test_ledger_bears_no_time_of_its_making():
    with zipfile.ZipFile(io.BytesIO(rendered("xlsx"))) as made:
        assert {entry.date_time for entry in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert set(re.findall(rb">(\d{4})-\d\d-\d\dT", made.read("docProps/core.xml"))) == {b"1980"}


def test_a_missing_library_is_named_with_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ReportError) as error:
        rendered("xlsx")
    assert "'.[xlsx]'" in error.value.text.zh


def test_a_ledger_without_findings_opens():
    empty = PlanResult("a.txt", "", None, (), "2024-12-31", "compliant", "优", (), ())
    assert book(factory.audit(empty))["整改台账"].max_row == 1
