"""The comments in the plan itself: what each says, on which words, and that no finding is left out."""

from __future__ import annotations

import json

import factory
import pytest
from msgspec.structs import replace
from test_formats import HOSTILE, poisoned, several

from engine.document import Block, Document, Part, Span
from engine.facts.fact import Evidence
from engine.judge.finding import PlanResult
from engine.wording import Text
from reports import ReportError, renderer_named
from reports.parts.view import view_of
from reports.renderer import RenderOptions, files_of

ANNOTATED = renderer_named("annotated")


def options(lang="zh", text=factory.PLAN, **more):
    return RenderOptions(lang, annotators={"text": factory.Noted(text)}, **more)


def remarks(audit=None, lang="zh", text=factory.PLAN):
    return json.loads(ANNOTATED.render(audit or factory.audit(), options(lang, text)))["remarks"]


def one(*findings, **more):
    return factory.audit(factory.plan(findings=findings, **more))


def made(words, severity="error", name="一", evidence=None, within=""):
    quoted = (factory.plan_words(words, within),) if evidence is None else evidence
    message = Text(f"{name}的说明", f"about {name}")
    finding = factory._finding("rule", "C01", severity, "violates", name, message, Text("改", "mend"))
    return replace(finding, evidence=quoted)


def test_every_finding_is_told_in_full_once():
    said = ["\n".join(remark["says"]) for remark in remarks()]
    for view in view_of(factory.audit()).all_findings():
        assert sum(view.finding.message.zh in words for words in said) == 1
        assert sum(view.finding.remedy.zh in words for words in said) == 1


def test_a_finding_is_told_at_its_own_words():
    (remark,) = [r for r in remarks() if any("低于" in line for line in r["says"]) and r["severity"] == "error"]
    assert remark["words"] == "不低于每人每月1080元"
    head, _, basis, remedy, responsible = remark["says"]
    assert head.startswith("第") and "【错误】低于上级最低标准（C01）" in head
    assert (basis[:3], remedy[:5], responsible) == ("依据：", "整改建议：", "责任单位：县民政局")


def test_the_first_remark_tells_verdict_and_counts_at_the_title():
    first = remarks()[0]
    assert first["words"] == factory.PLAN.partition("\n")[0] and first["severity"] is None
    assert first["says"][0].startswith("结论：不符合（等次：差）")
    assert "= 共8条" in first["says"][1] and first["says"][2].startswith("10项要求 = ")


def test_what_has_no_words_is_told_at_the_title():
    second = remarks()[1]
    assert second["words"] == factory.PLAN.partition("\n")[0]
    assert second["says"][0].endswith("统列于此：") and "建制村通客车率" in second["says"][1]


def test_other_places_point_to_the_comment():
    pointing = [r for r in remarks() if any("详见" in line for line in r["says"])]
    assert [r["words"] for r in pointing] == ["六、养老服务"]


def test_a_sum_is_told_at_its_total():
    (remark,) = [r for r in remarks() if any("分项之和" in line for line in r["says"])]
    assert remark["words"] == "1950" and factory.PLAN[: remark["at"][0]].endswith("合计\t")


def test_overlapping_findings_are_one_comment_that_quotes_each():
    found = remarks(
        one(
            made("每人每月1080元"),
            made("不低于每人每月", "note", "二", within="不低于每人每月1080"),
            made("1600元", "warning", "三"),
        )
    )
    assert [r["words"] for r in found[1:]] == ["1600元", "不低于每人每月1080元"]
    assert found[2]["severity"] == "error"
    assert found[2]["says"][1] == "方案原文：不低于每人每月" and "方案原文：每人每月1080元" in found[2]["says"]


def test_findings_on_the_same_words_are_one_comment_without_quotes():
    (found,) = remarks(one(made("1600元"), made("1600元", "note", "二")))[1:]
    assert found["says"][1] == "一的说明" and not any(line.startswith("方案原文") for line in found["says"])


def test_words_that_touch_are_two_comments():
    found = remarks(one(made("每人每月", within="每人每月1080"), made("1080元", "note", "二")))
    assert [r["words"] for r in found[1:]] == ["每人每月", "1080元"]


def binary(text, *kinds):
    """A document without offsets, as those of binary files are, with a block for each line."""
    starts = [0, *(n + 1 for n, char in enumerate(text) if char == "\n")]
    ends = [start - 1 for start in starts[1:]] + [len(text)]
    blocks = [Block(*at, kind) for at, kind in zip(zip(starts, ends, strict=True), kinds, strict=True)]
    return Document("a.docx", "0" * 64, "text", text, tuple(blocks))


def at_block(words, block):
    return (Evidence("plan", Span("a.docx", words, block=block)),)


def read_from(document, *findings):
    extraction = replace(factory.extraction(), document=document, tables=(), items=(), commitments=())
    titled = replace(extraction, metadata=replace(extraction.metadata, title="方案题目"))
    return one(*findings, extraction=titled, coverage=())


def test_words_that_stand_twice_in_their_paragraph_are_told_at_the_paragraph():
    document = binary("方案题目\n五百人和五百人", "heading", "paragraph")
    audit = read_from(document, made("", evidence=at_block("五百人", 1)))
    assert [r["words"] for r in remarks(audit, text=document.text)] == ["方案题目", "五百人和五百人"]


def test_words_of_a_header_are_quoted():
    document = binary("送审稿\n方案题目\n正文", "header", "heading", "paragraph")
    first, header = remarks(read_from(document, made("", evidence=at_block("送审稿", 0))), text=document.text)
    assert first["words"] == "方案题目" and header["words"] == "送审稿"
    assert "方案原文：送审稿" in header["says"]


def test_files_of_one_plan_are_annotated_each_and_miss_nothing():
    text = "方案题目\n正文五百人\n附件一\n附件三百人"
    plain = binary(text, *["paragraph"] * 4)
    parts = [Part("a.docx", "1" * 64, "text"), Part("b.xlsx", "2" * 64, "xlsx", False, 11, 2)]
    document = replace(plain, parts=tuple(parts))
    sheet = (Evidence("plan", Span("b.xlsx", "三百人", block=1)),)
    audit = read_from(document, made("", evidence=at_block("五百人", 1)), made("", "note", "二", evidence=sheet))
    (file,) = files_of(ANNOTATED, audit, options(text=text))
    found = json.loads(file.content)
    assert (file.name, found["file"], found["sha256"]) == ("a_批注.txt", "a.docx", "1" * 64)
    assert [r["words"] for r in found["remarks"]] == ["方案题目", "方案题目", "五百人"]
    assert "二的说明" in found["remarks"][1]["says"][1]
    both = RenderOptions(annotators={"text": factory.Noted(text), "xlsx": factory.Noted(text, 11)})
    first, second = (json.loads(file.content)["remarks"] for file in files_of(ANNOTATED, audit, both))
    assert [r["words"] for r in first] == ["方案题目", "五百人"]
    assert [r["words"] for r in second] == ["附件一", "三百人"]


def test_several_plans_have_a_file_each_and_what_cannot_be_annotated_is_told_last():
    plan = factory.plan()
    unable = replace(plan, extraction=replace(plan.extraction, document=replace(factory.document(), format="html")))
    files = []
    with pytest.raises(ReportError) as caught:
        files.extend(files_of(ANNOTATED, factory.audit(unable, plan), options()))
    assert caught.value.key == "paper.not-annotated" and factory.FILE in caught.value.text.zh
    assert ".docx" in caught.value.text.en
    assert len(files) == 1, "the other plan is not kept from its comments"
    assert [file.name for file in files_of(ANNOTATED, factory.audit(plan, plan), options())] == [
        "清澜县2024年民生实事_批注.txt",
        "清澜县2024年民生实事_批注-2.txt",
    ]
    with pytest.raises(ReportError) as caught:
        ANNOTATED.render(factory.audit(plan, plan), options())
    assert caught.value.key == "paper.several-files"


def test_a_plan_that_was_not_read_is_told_and_hides_no_other():
    files = []
    with pytest.raises(ReportError) as caught:
        for file in files_of(ANNOTATED, several(), options()):
            files.append(file)
    assert caught.value.key == "paper.not-annotated-unread" and "双桥县.docx" in caught.value.text.zh
    (file,) = files
    assert "各县新增就业合计6000人" in file.content.decode(), "the findings of all plans are told in each"


def test_a_waived_finding_says_so():
    assert any("豁免：机构改革中" in line for remark in remarks() for line in remark["says"])


def test_english():
    said = "\n".join(line for remark in remarks(lang="en") for line in remark["says"])
    assert "Verdict: Non-compliant" in said and "What to do: Raise the allowance" in said


@pytest.mark.parametrize("words", HOSTILE, ids=lambda w: ascii(w[:12]))
def test_comments_show_foreign_words_and_are_not_endless(words):
    audit = poisoned(words)
    said = remarks(audit, text=audit.plans[0].extraction.document.text)
    lines = [line for remark in said for line in remark["says"]]
    assert lines and all(len(line) <= 2001 and line.isprintable() for line in lines)
    assert not any(char in line for line in lines for char in "\u202e\u2066\u200b\x00\x1b")


def test_nothing_to_annotate_is_no_file():
    unread = PlanResult("a.txt", "", None, (), "2024-12-31", "review", "中", (), ())
    with pytest.raises(ReportError):
        ANNOTATED.render(factory.audit(unread), options())


@pytest.mark.parametrize(("file", "copy"), [("a.TEXT", "a_批注.TEXT"), ("a.wps", "a_批注.txt"), ("b/c", "c_批注.txt")])
def test_a_copy_keeps_its_suffix_where_that_says_what_it_is(file, copy):
    plan = factory.plan()
    named = replace(plan, extraction=replace(plan.extraction, document=replace(factory.document(), file=file)))
    (made,) = files_of(ANNOTATED, factory.audit(named), options())
    assert made.name == copy
