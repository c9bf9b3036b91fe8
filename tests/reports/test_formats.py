"""What every format owes its reader: the same findings, the same bytes, both languages, no harm from foreign text."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import factory
import pytest
from msgspec.structs import replace

from engine.document import Span
from engine.facts.fact import Evidence
from engine.judge.finding import PlanResult
from engine.wording import LANGUAGES, Text
from reports import ReportError, available, renderer_named
from reports.parts.view import view_of
from reports.renderer import RenderOptions

BLOCK = r"(?<=>)(?=<(?:article|section|header|footer|form|nav|tr|p|dl|div|h\d|li|figure|table|details)\b)"
GOLDEN = Path(__file__).with_name("golden")
FORMATS = available()


def several():
    unread = factory._finding(
        *("unreadable", "T01", "error", "indeterminate", "无法读取"),
        Text("文件“双桥县.docx”已加密，无法读取。", "双桥县.docx is encrypted and cannot be read."),
        Text("解除加密后重新提交。", "Remove the encryption and submit it again."),
        evidence=(Evidence("plan", Span("双桥县.docx", "")),),
    )
    whole = factory._finding(
        *("allocation-shortfall", "C15", "error", "indeterminate", "各县合计不足"),
        Text("各县新增就业合计6000人，少于全市9000人。", "All counties promise 6000 jobs, the city needs 9000."),
        Text("补报缺少的县。", "Add the missing counties."),
        certainty="review",
        evidence=(factory.plan_words("3000人"),),
    )
    locked = PlanResult("双桥县.docx", "0" * 64, None, (), "2024-12-31", "review", "中", (unread,), ())
    return factory.audit(factory.plan(), locked, findings=(whole,))


def rendered(format, audit=None, lang="zh", **options):
    return renderer_named(format).render(
        audit or factory.audit(), RenderOptions(lang=lang, **{"annotators": {"text": factory.Noted()}, **options})
    )


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_runs_give_the_same_bytes(format, lang):
    assert rendered(format, lang=lang) == rendered(format, lang=lang)


@pytest.mark.parametrize("format", [f for f in FORMATS if not renderer_named(f).binary])
@pytest.mark.parametrize("audit", [factory.audit(), several()], ids=["one plan", "several plans"])
def test_every_format_carries_every_finding(format, audit):
    text = rendered(format, audit).decode()
    if format == "github":
        text = text.replace("%25", "%")
    for view in view_of(audit).all_findings():
        assert view.finding.fingerprint in text
        assert json.dumps(view.finding.message.zh, ensure_ascii=False)[1:-1].split("“")[0] in flat(text)


FINGERPRINT = {
    "json": lambda text: re.findall(r'"fingerprint": "(\w+)"', text),
    "sarif": lambda text: re.findall(r'"gouji/v1": "(\w+)"', text),
    "html": lambda text: re.findall(r'<article id="[\w-]*?f-(\w+)"', text),
    "md": lambda text: re.findall(r"^- `\S+ \S+ (\w+)`$", text, re.M),
    "text": lambda text: re.findall(r"^ +\S+ \S+ · (\w+)$", text, re.M),
    "junit": lambda text: re.findall(r"^(\w{16})</", text, re.M),
    "github": lambda text: re.findall(r" ([0-9a-f]{16})$", text, re.M),
}


@pytest.mark.parametrize("audit", [factory.audit(), several()], ids=["one plan", "several plans"])
def test_all_formats_carry_the_same_findings(audit):
    wanted = sorted(view.finding.fingerprint for view in view_of(audit).all_findings())
    found = {name: sorted(told(rendered(name, audit).decode())) for name, told in FINGERPRINT.items()}
    assert found == dict.fromkeys(FINGERPRINT, wanted)


def flat(text):
    return re.sub(r"\n\s+", "", text)


@pytest.mark.parametrize("format", [f for f in FORMATS if not renderer_named(f).binary])
def test_a_finding_of_the_whole_audit_is_not_lost_when_one_plan_is_checked(format):
    lonely = factory.audit(findings=several().findings)
    assert several().findings[0].fingerprint in rendered(format, lonely).decode()
    assert view_of(lonely).plans[0].counts.error == 4


@pytest.mark.parametrize("format", ["text", "json", "html"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_report_is_as_agreed(format, lang):
    """Set GOUJI_GOLDEN=1 to write the agreed reports anew, then look at the difference before you keep it."""
    made = rendered(format, lang=lang).decode()
    if format == "html":  # the look of the page may change without its words
        made = re.sub(r"(<style>|<script>).*?(</style>|</script>)", r"\1\2", made, flags=re.S)
        made = re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-", made)
        made = re.sub(BLOCK, "\n", made)
    path = GOLDEN / f"qinghe.{lang}{renderer_named(format).suffix}"
    if os.environ.get("GOUJI_GOLDEN"):
        path.write_text(made, "utf-8", newline="\n")
    assert made == path.read_text("utf-8")


@pytest.mark.parametrize("name", ["html", "json", "text"])
def test_a_format_is_found_by_its_name(name):
    assert renderer_named(name).name == name
    assert renderer_named(name).suffix.startswith(".")


@pytest.mark.parametrize("name", ["docxx", "view", "renderer", "printing", "", "templates", "../json"])
def test_an_unknown_format_is_named_with_those_there_are(name):
    with pytest.raises(ReportError) as error:
        renderer_named(name)
    assert "html、json"[:4] in error.value.text.zh and "json" in error.value.text.zh
    assert f"“{name}”" in error.value.text.en


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]> --> </style></script><!--",
    "=cmd|' /C calc'!A0",
    "{{ 7*7 }} {% raw %}",
    "\u202e文反\u2066隐\u200b藏",
    "\x00\x07\x1b[31m红\x1b[0m\r",
    '" onmouseover="alert(1)',
    "\ud800 残缺",
    "长" * 100_000,
)


def poisoned(words):
    """The usual audit with ``words`` in everything that comes from outside: plan, standard, figures, waiver."""
    text = factory.PLAN.replace("为办好2024年全县", words).replace("各乡镇任务分解表", words[:200], 1)
    doc = replace(factory.document(), text=text + words, tables=())
    base = factory.below_floor()
    spans = tuple(Evidence(e.role, replace(e.span, text=words, start=0, end=40)) for e in base.evidence)
    bad = replace(
        base,
        message=Text(words, words),
        remedy=Text(words, words),
        label=words,
        responsible=(words,),
        evidence=spans,
        expected=replace(base.expected, unit=words, text=words),
        standard=replace(base.standard, citation=words),
        trace=(Text(words, words),),
        title=Text(words, words),
    )
    extraction = replace(factory.extraction(), document=doc, tables=(), items=(), commitments=())
    metadata = replace(extraction.metadata, title=words, issuer=words)
    standards = tuple(replace(s, title=words, number=words) for s in factory.standards())
    return factory.audit(
        factory.plan(extraction=replace(extraction, metadata=metadata), findings=(bad,), standards=standards)
    )


@pytest.mark.parametrize("format", [f for f in FORMATS if not renderer_named(f).binary])
@pytest.mark.parametrize("words", HOSTILE, ids=lambda w: ascii(w[:12]))
def test_foreign_words_stay_words(format, words):
    made = rendered(format, poisoned(words)).decode("utf-8")
    if format == "json":
        assert json.loads(made)["findings"][0]["message"] == words
        return
    if format == "sarif":  # the snippet is the file's own words, exactly
        assert json.loads(made)["runs"][0]["results"]
        return
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200b]", made)
    if format in ("html", "junit"):
        assert "<script>alert" not in made and "<img" not in made and not re.search(r"<[^>]* onmouseover=\"", made)
        assert made.count("</script>") == (format == "html") and made.count("</style>") == (format == "html")


def test_hidden_characters_are_spelt_out():
    made = rendered("text", poisoned("\u202e文反\x1b[31m")).decode()
    assert "‹U+202E›文反‹U+001B›[31m" in made
