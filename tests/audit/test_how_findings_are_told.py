"""How findings are told: citations as documents print them, formulas with their figures, one slip once."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from cli import main

UPPER = """\
云州市2024年民生实事工作方案

一、主要任务
（一）困难群众救助。农村低保标准不低于每人每月700元。
（二）托育服务。新增托位500个。
（三）就业促进。城镇新增就业1000人。
{annex}
县区	城镇新增就业（人）	新增托位（个）
临溪县	400	200
望岗县	600	300
合计	1000	500

云州市人民政府办公室
2024年3月5日
"""
PLAN = """\
临溪县2024年民生实事工作方案
一、主要任务
（一）困难群众救助。农村低保标准每人每月590元。
（二）托育服务。新增托位100个。
（三）就业促进。城镇新增就业300人。
"""


@pytest.fixture
def checked(tmp_path):
    """Check a plan in this process, against a document or a standard, and return the report."""

    def check(plan, *options, upper="", form="json", lang="zh"):
        ours, above = tmp_path / "ours.txt", tmp_path / "above.txt"
        ours.write_text(plan, "utf-8")
        above.write_text(upper, "utf-8")
        held = ("--against", above) if upper else ()
        words = ("check", ours, *held, *options, "--no-library", "--format", form, "--lang", lang, "--fail-on", "never")
        done = CliRunner().invoke(main, [str(word) for word in words])
        assert done.exit_code == 0, done.stderr
        return json.loads(done.stdout) if form == "json" else done.stdout

    return check


@pytest.mark.parametrize(
    ("annex", "cited"),
    [
        ("附件：云州市2024年民生实事任务分解表", "附件“云州市2024年民生实事任务分解表”"),
        ("附件2：云州市2024年民生实事任务分解表", "附件2“云州市2024年民生实事任务分解表”"),
        ("附件1 2024年民生实事任务分解表", "附件1“2024年民生实事任务分解表”"),
        ("附表：民生实事任务分解表", "附件“民生实事任务分解表”"),
        ("附件\n2024年民生实事任务分解表", "附件“2024年民生实事任务分解表”"),
    ],
)
def test_an_annex_is_cited_by_its_title_once(checked, annex, cited):
    found = checked(PLAN, upper=UPPER.format(annex=annex))["findings"]
    citations = [f["standard"]["citation"] for f in found if f["rule"] == "below-allocation"]
    assert citations and all(one.count("附") == 1 for one in citations)
    assert all(one.endswith(cited) or one.endswith("附件") for one in citations)


def test_the_number_of_an_item_is_cited_in_full_width(checked):
    (found,) = [f for f in checked(PLAN, upper=UPPER.format(annex="附件"))["findings"] if f["rule"] == "below-floor"]
    assert found["standard"]["citation"].endswith("第（一）项")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_a_document_read_in_this_run_is_neither_verified_nor_of_unknown_days(checked, form, lang):
    told = checked(PLAN, upper=UPPER.format(annex="附件"), form=form, lang=lang)
    for words in ("来源已与原件核对", "日期不明", "checked against the original", "a day that is not known"):
        assert words not in told


def test_the_date_at_the_end_of_a_document_is_its_date(checked):
    assert "2024年3月5日发布" in checked(PLAN, upper=UPPER.format(annex="附件"), form="text")


STANDARD = """\
title: 救助标准
level: city
place: 青岚省/云州市
source: {confidence: primary, checked: 2024-01-01}
requirements:
  - {id: a, label: 农村特困人员基本生活标准, scope: [农村], binding: derived, formula: "1.3 * 农村低保标准", from: 2024-01-01}
  - {id: b, label: 居民医保筹资标准, binding: derived, formula: "居民医保个人缴费标准 + 居民医保财政补助标准", from: 2024-01-01}
  - id: c
    label: 集中供养孤儿基本生活保障标准
    binding: floor
    values:
      - {from: 2024-01-01, op: ">=", value: "1500", unit: 元/人/月, title: 孤儿标准的文件（标题未见）, number: 云民发〔2024〕1号}
      - {from: 2023-01-01, to: 2023-12-31, op: ">=", value: "1400", unit: 元/人/月}
"""


class TestFormulas:
    @pytest.fixture
    def held(self, checked, tmp_path):
        standard = tmp_path / "standard.yaml"
        standard.write_text(STANDARD, "utf-8")
        return lambda plan: {f["rule"]: f for f in checked(plan, "--standard", standard)["findings"] if f["standard"]}

    @pytest.mark.parametrize(
        ("said", "worked"),
        [
            ("农村低保标准每人每月590元，农村特困人员基本生活标准每人每月700元", ("590元/人/月", "767元/人/月")),
            ("农村低保标准每人每年7080元，农村特困人员基本生活标准每人每年8400元", ("7080元/人/年", "9204元/人/年")),
        ],
    )
    def test_a_derived_floor_is_quoted_with_its_formula(self, held, said, worked):
        found = held(f"云州市临溪县2024年民生实事方案\n1.救助。{said}。")["derived-floor"]
        assert "不低于农村低保标准的1.3倍，按本方案{}折算为{}".format(*worked) in found["message"]
        (law,) = [e["text"] for e in found["evidence"] if e["role"] == "standard"]
        assert law == "农村特困人员基本生活标准不低于农村低保标准的1.3倍"
        assert found["expected"]["value"] in ("767", "9204")

    @pytest.mark.parametrize("base", ["农村低保标准每人每月590元", "农村低保标准提高到每人每月590元"])
    def test_one_on_which_the_plan_is_silent_says_so_too(self, held, base):
        found = held(f"云州市临溪县2024年民生实事方案\n1.救助。{base}。")
        assert "折算为767元/人/月" in found["requirement-missing"]["message"] or "个人缴费" in str(found)

    def test_a_document_without_a_known_title_has_no_title_marks(self, held):
        found = held("云州市临溪县2024年民生实事方案\n1.救助。集中供养孤儿基本生活保障标准每人每月1450元。")[
            "below-floor"
        ]
        assert found["standard"]["citation"] == "孤儿标准的文件（云民发〔2024〕1号，标题未见）"


TABLE = """\
临溪县2024年民生实事工作方案
一、主要任务
（一）农村改厕。改造农村户厕{said}。
（二）就业。城镇新增就业300人。

附件
临溪县2024年农村户厕改造任务分解表
乡镇	改造农村户厕（户）
东乡	{part}
西乡	28
南乡	20
合计	{total}
"""


@pytest.mark.parametrize(
    ("said", "part", "total", "rules", "remedy"),
    [
        ("68户", 20, 69, ["body-annex-conflict", "sum-mismatch"], "正文不用改"),
        ("68户", 20, 86, ["body-annex-conflict", "sum-mismatch"], "正文不用改"),
        ("69户", 20, 69, ["sum-mismatch"], "正文与合计一致"),
        ("任务", 20, 69, ["sum-mismatch"], "改正有误的一处"),
        ("70户", 20, 69, ["body-annex-conflict", "sum-mismatch"], "改正有误的一处"),
        ("70户", 20, 68, ["body-annex-conflict"], ""),
        ("68户", 20, 68, [], ""),
        ("1.2万户", 11952, 12001, ["body-annex-conflict", "sum-mismatch"], "正文不用改"),
    ],
)
def test_a_total_that_does_not_add_up_is_told_with_what_the_text_has(checked, said, part, total, rules, remedy):
    found = [
        f for f in checked(TABLE.format(said=said, part=part, total=total))["findings"] if f["severity"] == "error"
    ]
    assert sorted(f["rule"] for f in found) == rules
    for one in found:
        if one["rule"] == "sum-mismatch":
            assert remedy in one["remedy"] and "同步修改正文" not in one["remedy"]
        elif remedy == "正文不用改":
            assert "同一处差错" in one["remedy"]
        words = [e["text"] for e in one["evidence"]]
        assert str(total) in words and words.count(str(total)) == 1
        assert (said in words) == (remedy in ("正文不用改", "正文与合计一致", "") or one["rule"] != "sum-mismatch")


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", "另有2处错误待人工确认"), ("en", "Further errors that a person has to confirm: 2.")],
)
def test_the_headline_tells_of_errors_to_be_confirmed(checked, tmp_path, lang, words):
    standard = tmp_path / "standard.yaml"
    lines = [
        f'  - {{id: r{n}, label: {label}, binding: floor, values: [{{from: 2024-01-01, op: ">=", value: "95", unit: "%"}}]}}'
        for n, label in enumerate(["水站巡检率", "路灯巡检率"])
    ]
    head = "title: 巡检标准\nlevel: city\nplace: 青岚省/云州市\nsource: {confidence: primary, checked: 2024-01-01}\nrequirements:\n"
    standard.write_text(head + "\n".join(lines) + "\n", "utf-8")
    plan = "云州市临溪县2024年方案\n1.巡检。水站巡检率90%，路灯巡检率90%。\n2.资金。安排资金600万元，其中省级300万元，市级100万元，县级150万元。"
    told = checked(plan, "--standard", standard, form="text", lang=lang)
    assert words in " ".join(told.splitlines()[:3])
