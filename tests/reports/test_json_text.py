"""The formats for programs and terminals, to the letter of the contract."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from fractions import Fraction
from string import Formatter

import factory
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from engine.facts.fact import Figure
from engine.quantity.bounds import Bound
from engine.wording.report import TEXTS
from reports import ReportError, renderer_named
from reports.extraction import render_extraction, safe_cell
from reports.parts.printing import amount_words, clipped, plain, width_of, wrapped, written
from reports.parts.sentences import adds_up, figures
from reports.parts.view import view_of
from reports.renderer import RenderOptions

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def check(audit=None, lang="zh"):
    return json.loads(renderer_named("json").render(audit or factory.audit(), RenderOptions(lang=lang)))


def text(audit=None, **options):
    return renderer_named("text").render(audit or factory.audit(), RenderOptions(**options)).decode()


def test_json_has_the_keys_of_the_contract_in_their_order():
    report = check()
    assert list(report)[:10] == [
        *("schema", "tool", "plan", "standards", "on", "verdict", "grade", "summary", "findings", "coverage")
    ]
    assert report["schema"] == "gouji/findings/1"
    assert report["tool"] == {"name": "gouji", "version": "0.1.0", "rules": "5f" * 32, "rules_left_out": []}
    assert list(report["plan"]) == ["file", "sha256", "title", "number", "issuer", "place", "level", "year", "date"]
    assert list(report["standards"][0]) == ["id", "title", "number", "file"]
    assert report["summary"] == {
        **{"error": 3, "warning": 1, "note": 3, "waived": 1},
        "coverage": {
            **{"total": 10, "conforms": 4, "violates": 1, "indeterminate": 2},
            **{"not-addressed": 1, "not-applicable": 2},
        },
    }
    finding = report["findings"][1]
    assert list(finding)[:17] == [
        *("fingerprint", "key", "rule", "code", "severity", "verdict", "certainty", "message", "remedy", "label"),
        *("indicator", "expected", "actual", "difference", "evidence", "standard", "waiver"),
    ]
    assert finding["expected"] == {
        **{"op": ">=", "value": "1100", "high": None, "unit": "元/人/月", "text": "每人每月不低于1100元"}
    }
    assert finding["difference"] == {"value": "20", "unit": "元/人/月"}
    assert list(finding["evidence"][0]) == ["role", "file", "text", "start", "end", "page", "block", "cell"]
    assert list(finding["standard"]) == ["id", "requirement", "citation"]
    assert list(report["coverage"][0])[:6] == ["requirement", "label", "status", "reason", "commitment", "finding"]


def test_json_offsets_point_at_the_words():
    for finding in check()["findings"]:
        for seen in finding["evidence"]:
            if seen["role"] != "standard":
                assert factory.PLAN[seen["start"] : seen["end"]] == seen["text"]


def test_json_of_several_plans_keeps_their_order():
    report = check(factory.audit(factory.plan(file="乙.txt"), factory.plan(), findings=(factory.weak_word(),)))
    assert report["schema"] == "gouji/audit/1"
    assert [p["schema"] for p in report["plans"]] == ["gouji/findings/1"] * 2
    assert [f["rule"] for f in report["findings"]] == ["weak-commitment"]
    assert list(report) == ["schema", "plans", "findings"]


def test_json_speaks_the_language_asked_for():
    assert check(lang="en")["findings"][0]["message"].startswith("The text speaks of 10")
    assert check()["findings"][7]["waiver"]["approved_by"] == "县政府办公室"


def test_json_ends_in_one_newline_and_is_not_escaped():
    raw = renderer_named("json").render(factory.audit(), RenderOptions())
    assert raw.endswith(b"}\n") and "散居孤儿".encode() in raw and b"\r" not in raw


@pytest.mark.parametrize(
    ("amount", "machine", "people"),
    [
        ("1.79E+4", "17900", "17900"),
        ("48600000.00", "48600000", "4860万"),
        ("0.10", "0.1", "0.1"),
        ("1100", "1100", "1100"),
        ("-0.0", "0", "0"),
        ("-12345.6", "-12345.6", "-12345.6"),
        ("200000", "200000", "20万"),
        ("-200000", "-200000", "-20万"),
        ("360002", "360002", "360002"),
        ("1250000000", "1250000000", "12.5亿"),
        ("1E-7", "0.0000001", "0.0000001"),
    ],
)
def test_amounts_are_plain(amount, machine, people):
    assert plain(Decimal(amount)) == machine
    assert written(Decimal(amount)) == people


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_an_amount_printed_is_the_amount(amount):
    assert Decimal(plain(amount)) == amount
    scale = {"万": 10**4, "亿": 10**8}.get(written(amount)[-1], 1)
    assert Fraction(written(amount).rstrip("万亿")) * scale == Fraction(amount)


@pytest.mark.parametrize(
    ("op", "value", "high", "unit", "words"),
    [
        (">=", "1100", None, "元/人/月", "≥ 1100 元/人/月"),
        ("<", "4.50", None, "%", "< 4.5%"),
        ("=", "3", None, "所", "3 所"),
        ("~", "12000", None, "人", "≈ 12000 人"),
        ("range", "2", "3", "个", "2–3 个"),
        (">", "90", None, "", "> 90"),
    ],
)
def test_figures_are_written_as_formulas(op, value, high, unit, words):
    assert amount_words(op, Decimal(value), high and Decimal(high), unit) == words


# text


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [30, 72, 100, 200])
def test_no_line_is_wider_than_asked(lang, width):
    assert max(width_of(line) for line in text(lang=lang, width=width).splitlines()) <= width


def test_colour_changes_no_word():
    coloured = text(color=True)
    assert "\x1b[" in coloured and ANSI.sub("", coloured) == text()
    assert "\x1b" not in text()


def test_text_begins_with_the_verdict_and_its_counts():
    lines = text().splitlines()
    assert lines[0] == "结论：不符合（等次：差）。有3处错误，改正后方可印发。"
    assert lines[1] == "错误3 + 警告1 + 提示3 + 豁免1 = 共8条"
    assert lines[2] == "10项要求 = 符合4 + 不符合1 + 无法判定2 + 未涉及1 + 不适用2"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            {"verdict": "compliant", "grade": "优", "findings": ()},
            "符合（等次：优）。未发现错误。4项要求已逐项证明符合。",
        ),
        ({"verdict": "compliant", "grade": "优", "findings": (), "coverage": ()}, "只核对了方案内部的一致性"),
        ({"verdict": "review", "grade": "良", "findings": ()}, "须人工复核（等次：待定）。有2项要求无法判定"),
        ({"verdict": "review", "grade": "中"}, "有3处错误尚待人工确认"),
        ({"verdict": "review", "grade": "中", "extraction": None}, "未能读取。没有作任何核对，不作结论。"),
    ],
)
def test_the_verdict_says_why(change, words):
    assert words in text(factory.audit(factory.plan(**change)), width=200).splitlines()[0]


WORDS = st.text("甲乙，。（《》ab 1", max_size=60)


@given(WORDS, st.integers(8, 40), st.integers(0, 3))
def test_wrapping_loses_no_character_and_keeps_the_width(words, width, indent):
    lines = wrapped(words, width, " " * indent)
    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(width_of(line) <= width for line in lines)


def test_closing_punctuation_does_not_begin_a_line_nor_opening_end_one():
    lines = wrapped("一二三四，五六七（八九", 8)
    assert not any(line.startswith("，") for line in lines)
    assert not any(line.endswith("（") for line in lines)


@given(st.text("甲a乙b", max_size=20), st.integers(2, 30))
def test_a_clipped_text_fits(words, width):
    assert width_of(clipped(words, width)) <= width
    assert clipped(words, 100) == words


# sums


def sum_view(**more):
    made = replace(factory.sum_mismatch(), **more)
    return view_of(factory.audit(factory.plan(findings=(made,)))).plans[0].findings[0]


def test_parts_that_are_terms_are_named_so():
    assert adds_up(sum_view())
    assert [title for title, *_ in figures(sum_view(), "zh")] == ["分项相加", "文中总数", "总数多于分项之和"]


def test_parts_that_are_factors_are_never_shown_as_a_sum():
    product = sum_view(expected=Figure("=", Decimal(412 * 385), None, "元", ""))
    assert not adds_up(product)
    assert [title for title, *_ in figures(product, "zh")] == ["应为", "实为", "相差"]


# extraction


def test_extraction_json_is_as_agreed():
    record = json.loads(render_extraction(factory.extraction(), "json", "zh"))
    assert record["schema"] == "gouji/extraction/1"
    assert list(record) == ["schema", "document", "items", "commitments", "tables"]
    orphan = record["commitments"][2]
    assert list(orphan) == [
        *("id", "item", "label", "indicator", "scope", "op", "value", "high", "unit", "resolved_unit", "baseline"),
        *("deadline", "strength", "kind", "responsible", "evidence"),
    ]
    assert (orphan["op"], orphan["value"], orphan["unit"]) == (">=", "1080", "元/人/月")
    assert factory.PLAN[orphan["evidence"]["start"] : orphan["evidence"]["end"]] == orphan["evidence"]["text"]
    assert record["tables"] == [
        {
            **{"id": "t1", "title": "各乡镇任务分解表", "rows": 10},
            "columns": [
                {"label": "保障户数", "unit": "户", "stated": "1950", "computed": "1940"},
                {"label": "改造厕所", "unit": "座", "stated": "156", "computed": "156"},
            ],
        }
    ]
    assert list(record["items"][0]) == ["id", "title", "responsible", "start", "end"]


def test_offsets_of_a_binary_file_are_not_given():
    base = factory.extraction()
    record = json.loads(render_extraction(replace(base, document=replace(base.document, in_file=False)), "json", "zh"))
    assert {item["start"] for item in record["items"]} == {None}


def test_csv_opens_in_excel_and_holds_a_row_a_figure():
    raw = render_extraction(factory.extraction(), "csv", "zh")
    assert raw.startswith(b"\xef\xbb\xbf") and b"\r\n" in raw
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert len(rows) == 15
    assert rows[2]["指标"] == "散居孤儿基本生活保障标准" and rows[2]["数值"] == "1080" and rows[2]["关系"] == ">="
    assert (rows[2]["约束程度"], rows[2]["类别"]) == ("应当（约束性）", "标准")


@pytest.mark.parametrize("words", ["=1+1", "+86", "-5万", "@SUM(A1)", "\t=1", " =1", "＝1", '=HYPERLINK("x")'])
def test_csv_cells_start_no_formula(words):
    assert safe_cell(words) == "'" + words
    base = factory.extraction()
    bad = replace(base.commitments[0], label=words, scope=(words,), responsible=(words,), unit=words, indicator=words)
    raw = render_extraction(replace(base, commitments=(bad,)), "csv", "zh").decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(raw)))
    for column in ("指标", "口径", "责任单位", "单位", "指标目录"):
        assert row[column].startswith("'")


def test_ordinary_cells_stay_as_they_are():
    assert safe_cell("城关镇") == "城关镇" and safe_cell("") == ""


def test_a_negative_figure_stays_a_number_in_csv():
    base = factory.extraction()
    negative = replace(base.commitments[0], bound=Bound("=", Decimal("-5")))
    raw = render_extraction(replace(base, commitments=(negative,)), "csv", "zh").decode("utf-8-sig")
    assert next(csv.DictReader(io.StringIO(raw)))["数值"] == "-5"


@pytest.mark.parametrize("width", [60, 100, 160])
def test_table_columns_line_up_whatever_the_characters(width):
    lines = render_extraction(factory.extraction(), "table", "zh", width).decode().splitlines()
    assert len(lines) == 3 + 2 + 15
    head, rule, *rows = lines[3:]
    second = width_of(head[: head.index("指标")])
    assert all(width_of(line) <= width for line in lines[3:])
    for row in rows:
        cut = next(n for n in range(len(row)) if width_of(row[:n]) == second)
        assert row[cut - 2 : cut] == "  " and row[cut] != " "
    assert set(rule) == {"-", " "}


def test_an_unknown_extraction_format_names_the_others():
    with pytest.raises(ReportError) as error:
        render_extraction(factory.extraction(), "xml", "zh")
    assert "table, json, csv" in error.value.text.zh


# wording


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_both_languages_say_the_same_values(key):
    zh, en = ({name for _, name, *_ in Formatter().parse(words) if name} for words in TEXTS[key])
    assert zh == en and all(TEXTS[key])
