"""A comparison in every format: the same rows, the same bytes, both languages, no harm from foreign text."""

import hashlib
import json
import re
from base64 import b64encode
from itertools import pairwise

import pytest
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from msgspec.structs import replace
from two_drafts import FRESH, GONE, LEFT, LET_STAND, RAISED, SAME, STILL_LOW, audit, new, old, plan, unread

from engine.document import Span
from engine.errors import GoujiError
from engine.facts.fact import Evidence
from engine.wording import LANGUAGES, Text
from reports import ReportError
from reports.comparing import comparing, formats
from reports.parts.printing import one_line
from reports.renderer import RenderOptions

FORMATS = ("html", "json", "md", "sarif", "text")
SEVERAL = (
    audit(plan(GONE, SAME), plan(RAISED, file="乙县.txt", place="乙县", title="乙县方案"), findings=(LEFT,)),
    audit(
        plan(SAME, FRESH),
        unread("乙县.txt"),
        plan(STILL_LOW, file="丙县.txt", place="丙县", title="丙县方案"),
        findings=(replace(LEFT, waiver=LET_STAND),),
    ),
)
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "‮txt.exe‬",
    "a\u200bb\ufeff",
    "]]>--><!--",
    "|表|格|\n# 题\n```",
    "\x1b[31m红\x07",
    "{{ 7 * 7 }}{% raw %}",
    "\ud800半",
]


def rendered(form, drafts=None, lang="zh", **options):
    before, after = drafts or (old(), new())
    return comparing(before, [form])[0].render(after, RenderOptions(lang=lang, **options))


def poisoned(words):
    """Two drafts in which every text that comes from outside is ``words``."""
    said = Text(words, words)
    evidence = (Evidence("plan", Span(words, words)), Evidence("part", Span(words, words)))
    # What a finding is known by was worked out before: no reader lets half a character through, JSON may hold one.
    one, other = (side.plans[0] for side in (old(), new()))
    more = {"message": said, "remedy": said, "title": said, "evidence": evidence, "responsible": (words,)}
    law = replace(RAISED.standard, citation=words)
    waiver = replace(LET_STAND, reason=words, approved_by=words)

    def poison(findings):
        return tuple(
            replace(f, **more, label=words, standard=f.standard and law, waiver=f.waiver and waiver) for f in findings
        )

    about = {"file": words, "title": words, "remarks": (said,), "standards": (words,)}
    return tuple(audit(plan(findings=poison(side.findings), **about)) for side in (one, other))


def test_the_formats_are_found():
    assert formats() == FORMATS
    with pytest.raises(ReportError, match="html, json, md, sarif, text"):
        comparing(old(), ["docx"])


def test_nothing_is_compared_with_a_draft_that_could_not_be_read():
    with pytest.raises(GoujiError, match=r"临河县\.txt"):
        comparing(audit(unread()), ["text"])


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("drafts", [None, SEVERAL], ids=["one plan", "several plans"])
def test_two_runs_give_the_same_bytes_and_every_finding(form, lang, drafts):
    made = rendered(form, drafts, lang)
    assert made == rendered(form, drafts, lang)
    text = "".join(made.decode().split())
    for side in drafts or (old(), new()):
        for found in [*(f for p in side.plans for f in p.findings), *side.findings]:
            known = found.fingerprint if form in ("json", "sarif") else "".join(found.message.in_language(lang).split())
            assert known in text or row_with(known) in text


def row_with(message):
    """A finding that is in both drafts is shown as it stands last."""
    return message.replace("不低于1400元", "不低于1500元")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", "较上一稿：已整改1处，新出现1处，仍有3处（其中1处数值有变化，其中1处已豁免）"),
        ("en", "Since the last draft: 1 fixed, 1 new, 3 still there (1 with another figure, 1 waived)"),
    ],
)
def test_the_headline(form, lang, words):
    assert words in rendered(form, lang=lang, width=200).decode()


def test_the_headline_tells_what_was_not_looked_at_again():
    assert (
        "已整改1处，新出现3处，仍有2处（其中1处已豁免），未再核对1处" in rendered("text", SEVERAL, width=200).decode()
    )


@pytest.mark.parametrize("words", HOSTILE, ids=lambda w: ascii(w[:10]))
@pytest.mark.parametrize("form", FORMATS)
def test_foreign_text_does_no_harm(form, words):
    text = rendered(form, poisoned(words)).decode()
    if form == "json":  # data: the words themselves, escaped as JSON escapes them
        assert json.loads(text)["rows"][0]["new"]["message"] == words
        return
    if form == "sarif":  # names of files are data there, as they are in JSON
        text = "".join(result["message"]["text"] for result in json.loads(text)["runs"][0]["results"])
    assert not re.search("[\u200b\u202e\ufeff\x1b\x07]", text)
    if form == "html":
        tree = lxml_html.document_fromstring(text.encode())
        assert not tree.xpath("//script|//img")
        assert one_line(words) in " ".join(tree.xpath("string(//article)").split())
    if form == "md":
        shown = MarkdownIt().enable("table").render(text)
        assert "<script" not in shown and "<img" not in shown and "<pre>" not in shown


class TestText:
    def test_sections_come_in_their_order(self):
        text = rendered("text", SEVERAL).decode()
        heads = re.findall(r"^(新出现|有变化|仍然存在|未再核对|已整改) (\d+)$", text, re.M)
        assert heads == [("新出现", "3"), ("有变化", "0"), ("仍然存在", "2"), ("未再核对", "1"), ("已整改", "1")]

    def test_both_figures_stand_side_by_side(self):
        assert "实为：≥ 1500 元/人/月（上一稿 ≥ 1400 元/人/月）" in rendered("text").decode()

    def test_colour_changes_no_word(self):
        painted = rendered("text", color=True).decode()
        assert "\x1b[" in painted
        assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == rendered("text").decode()


class TestJson:
    def test_counts_are_those_of_the_rows(self):
        made = json.loads(rendered("json", SEVERAL))
        assert made["schema"] == "gouji/comparison/1"
        for state in ("new", "changed", "unchanged", "unchecked", "fixed"):
            assert made["summary"][state] == sum(row["state"] == state for row in made["rows"])
        for side in ("old", "new"):
            assert made["summary"]["findings"][side] == sum(row[side] is not None for row in made["rows"])

    def test_the_plans_have_the_findings_between_them(self):
        made = json.loads(rendered("json", SEVERAL))
        *plans, whole = (plan["plan"] for plan in made["plans"])
        assert plans == ["临河县2024年民生实事方案", "乙县.txt", "丙县方案"]
        assert whole == "各方案汇总后的问题"
        for state in ("new", "changed", "unchanged", "unchecked", "fixed"):
            assert sum(plan[state] for plan in made["plans"]) == made["summary"][state]

    def test_plans_of_the_same_title_are_told_apart(self):
        pair = audit(*(plan(LEFT, file=f"{name}镇.txt", place=f"{name}镇") for name in "甲乙"))
        made = json.loads(rendered("json", (pair, pair)))
        assert [plan["unchanged"] for plan in made["plans"]] == [1, 1]
        assert made["plans"][1]["plan"].endswith("（乙镇.txt）")

    def test_a_row_has_both_findings_and_what_changed(self):
        (row,) = [row for row in json.loads(rendered("json"))["rows"] if row["state"] == "changed"]
        assert (row["old"]["actual"]["value"], row["new"]["actual"]["value"], row["other_figure"]) == (
            "1400",
            "1500",
            True,
        )


class TestSarif:
    def run(self, drafts=None):
        (found,) = json.loads(rendered("sarif", drafts))["runs"]
        return found

    def test_every_result_has_its_baseline_state(self):
        states = {r["message"]["text"]: r["baselineState"] for r in self.run()["results"]}
        assert sorted(states.values()) == ["absent", "new", "unchanged", "unchanged", "updated"]
        assert states["散居孤儿标准不低于1080元有问题"] == "absent"

    def test_what_was_not_looked_at_again_is_open(self):
        (result,) = [r for r in self.run(SEVERAL)["results"] if r["kind"] == "open"]
        assert (result["baselineState"], result["level"]) == ("absent", "none")
        assert "未能读取" in result["message"]["text"]

    def test_rules_and_files_are_numbered_anew(self):
        made = self.run(SEVERAL)
        rules = [rule["id"] for rule in made["tool"]["driver"]["rules"]]
        assert rules == sorted({r["ruleId"] for r in made["results"]})
        for result in made["results"]:
            assert rules[result["ruleIndex"]] == result["ruleId"]
            for location in result["locations"]:
                artifact = location["physicalLocation"]["artifactLocation"]
                if "index" in artifact:
                    assert made["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]

    def test_a_waived_result_is_suppressed(self):
        assert [r["properties"]["waiver"] for r in self.run()["results"] if r.get("suppressions")] == ["granted"]


class TestHtml:
    def tree(self, drafts=None, lang="zh"):
        return lxml_html.document_fromstring(rendered("html", drafts, lang))

    def test_the_policy_allows_the_page_s_own_style_alone(self):
        page = rendered("html").decode()
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1].replace("&#39;", "'")
        style = re.search(r"<style>(.*?)</style>", page, re.S)[1]
        digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert policy.startswith("default-src 'none';")
        assert f"style-src 'sha256-{digest}'" in policy
        assert "script-src" not in policy

    def test_nothing_is_fetched_and_nothing_runs(self):
        page = rendered("html", SEVERAL).decode()
        assert not re.search(r"https?:|@import|url\(|<link|<iframe|<object|<script|src=|\sstyle=|\son\w+=", page)

    @pytest.mark.parametrize("drafts", [None, SEVERAL], ids=["one plan", "several plans"])
    def test_links_stay_on_the_page(self, drafts):
        tree = self.tree(drafts)
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert all(link.startswith("#") and link[1:] in ids for link in tree.xpath("//a/@href"))

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_structure_serves_readers_of_every_kind(self, lang):
        tree = self.tree(SEVERAL, lang)
        levels = [int(h.tag[1]) for h in tree.iter("h1", "h2", "h3")]
        assert levels.count(1) == 1
        assert all(later - first <= 1 for first, later in pairwise(levels))
        assert all(th.get("scope") for th in tree.iter("th"))

    def test_each_plan_has_its_row_of_counts(self):
        rows = self.tree(SEVERAL).xpath("//table[@class='by-plan']//tr")
        cells = [[cell.text_content().strip() for cell in row.xpath("th|td")] for row in rows]
        assert cells[0][1:] == ["＋ 新出现", "≠ 有变化", "＝ 仍然存在", "? 未再核对", "✓ 已整改"]
        assert cells[1:] == [
            ["临河县2024年民生实事方案", "1", "0", "1", "0", "1"],
            ["乙县.txt", "1", "0", "0", "1", "0"],
            ["丙县方案", "1", "0", "0", "0", "0"],
            ["各方案汇总后的问题", "0", "0", "1", "0", "0"],
        ]
        assert not self.tree().xpath("//table[@class='by-plan']")

    def test_a_changed_finding_shows_both_drafts(self):
        (article,) = self.tree().xpath("//section[h2[@id='changed']]//article")
        assert [mark.text_content() for mark in article.xpath(".//mark")] == ["不低于1400元", "不低于1500元"]
        rows = [[cell.text_content() for cell in row.xpath("th|td")] for row in article.xpath(".//tbody/tr")]
        assert ["实为", "≥ 1400 元/人/月", "≥ 1500 元/人/月"] in rows

    def test_a_finding_names_its_plan_where_there_are_several(self):
        assert "所属方案：丙县方案" in self.tree(SEVERAL).text_content()
        assert "所属方案" not in self.tree().text_content()
