"""The page: one file, safe, complete without script, readable in light and dark, linked both ways."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from itertools import pairwise

import factory
import pytest
from lxml import html as lxml_html
from msgspec.structs import replace

from reports import renderer_named
from reports.parts.templates import asset
from reports.parts.view import view_of
from reports.renderer import RenderOptions


def page(audit=None, lang="zh"):
    return renderer_named("html").render(audit or factory.audit(), RenderOptions(lang=lang)).decode()


def tree(*args, **more):
    return lxml_html.document_fromstring(page(*args, **more))


TWO = (factory.plan(), factory.plan(file="乙.txt"))


def test_the_policy_allows_exactly_the_page_s_own_style_and_script():
    made = page()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', made)[1]
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", made, re.S)[1]
        digest = b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy.replace("&#39;", "'")


def test_nothing_is_fetched_and_no_inline_style_or_handler_is_used():
    made = page()
    assert not re.search(
        r"@import|url\(|<link|<iframe|<object|src=", re.sub(r"<script>.*?</script>", "", made, flags=re.S)
    )
    assert not re.search(r"\sstyle=|\son\w+=", made)


@pytest.mark.parametrize("plans", [TWO[:1], TWO], ids=["one", "two"])
def test_every_link_leads_somewhere_and_no_place_is_named_twice(plans):
    doc = tree(factory.audit(*plans, findings=(factory.weak_word(),)))
    ids = doc.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = doc.xpath("//a/@href")
    assert all(link.startswith("#") and link[1:] in ids for link in links)


def test_finding_and_text_link_to_each_other():
    doc = tree()
    for view in view_of(factory.audit()).plans[0].findings:
        article = doc.get_element_by_id(view.anchor)
        for quote in view.side("plan"):
            assert article.xpath(f".//a[@href='#t{quote.start}']")
            assert doc.xpath(f"//*[@class='sheet']//a[@href='#{view.anchor}']")


def test_page_is_complete_without_script():
    doc = tree()
    assert len(doc.xpath("//article")) == 8 and not doc.xpath("//article[@hidden]")
    folds = doc.xpath("//details[not(ancestor::form)]")
    assert len(folds) == len(doc.xpath("//details[@open]")) > 0
    assert doc.xpath("//form[@hidden]")  # a filter that cannot work is not shown


def test_structure_serves_readers_of_every_kind():
    for lang, said in (("zh", "zh-CN"), ("en", "en")):
        doc = tree(lang=lang)
        assert doc.get("lang") == said and doc.xpath("string(//title)").strip()
        levels = [int(h.tag[1]) for h in doc.iter("h1", "h2", "h3", "h4", "h5")]
        assert levels.count(1) == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))
        assert all(th.get("scope") for th in doc.iter("th"))
        assert all(t.xpath("caption") for t in doc.xpath("//table[contains(@class, 'list')]"))
        assert all(field.xpath("ancestor::label") for field in doc.iter("select", "input"))


def test_severity_is_told_in_words_and_shape_too():
    for article in tree().xpath("//article"):
        tag = article.xpath(".//span[contains(@class, 'tag')]")[0].text_content()
        assert re.match(r"[■▲●○]\s+\w+", tag)


def test_counts_on_the_page_add_up():
    numbers = [int(dd.text_content()) for dd in tree().xpath("//dl[@class='tally']//dd")]
    assert numbers[:4] == [3, 1, 3, 1] and numbers[4] == sum(numbers[:4])


def test_bar_has_no_gap_and_no_overlap():
    rects = tree().xpath("//*[@class='bar']/*[local-name()='rect']")
    edges = [(int(r.get("x")), int(r.get("width"))) for r in rects]
    assert [x for x, _ in edges] == [0, 400, 500, 700, 800]
    assert edges[-1][0] + edges[-1][1] == 998


def test_the_sum_is_shown_with_its_parts_and_the_total_marked():
    article = next(a for a in tree().xpath("//article") if a.get("data-rule") == "sum-mismatch")
    assert [m.text_content() for m in article.xpath(".//td[@class='part']/mark")] == [row[1] for row in factory.ROWS]
    assert article.xpath("string(.//td[@class='total']/mark)") == "1950"
    working = " ".join(article.xpath("string(.//p[@class='equation'])").split())
    assert working.startswith("412 + 385 + 290 + 268 + 174 + 152 + 139 + 120 = 1940 户")


def test_the_whole_plan_is_on_the_page():
    words = tree().xpath("//*[@class='sheet']")[0]
    for tag in words.xpath(".//a[@class='no']"):
        tag.drop_tree()
    assert "".join(words.text_content().split()) == "".join(factory.PLAN.split())


def test_a_silent_plan_says_that_nothing_was_found():
    doc = tree(factory.audit(factory.plan(findings=(), coverage=(), verdict="compliant", grade="优")))
    assert "未发现问题。" in doc.text_content() and not doc.xpath("//form")


def test_a_requirement_leads_to_every_finding_that_rests_on_it():
    plan = factory.plan()
    both = tuple(f.fingerprint for f in plan.findings[:2])
    row = replace(plan.coverage[0], finding=both[0], findings=both)
    shown = tree(factory.audit(replace(plan, coverage=(row,))))
    links = shown.xpath('//section[contains(@class,"coverage")]//a[@class="ref"]/@href')
    assert len(set(links)) == len(links) == 2


def colours(dark):
    css = asset("report.css")
    light, night = re.findall(r":root \{(.*?)\n\s*\}", css, re.S)[:2]
    values = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", light))
    return values | (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", night)) if dark else {})


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * c for c in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "error", "warning", "note", "ok", "waived", "link"])
@pytest.mark.parametrize("ground", ["page", "card", "faint"])
def test_contrast_is_enough(dark, ink, ground):
    values = colours(dark)
    light, deep = sorted((luminance(values[ink]), luminance(values[ground])), reverse=True)
    assert (light + 0.05) / (deep + 0.05) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["mark", "error-wash", "warning-wash", "note-wash"])
def test_marked_words_stay_readable(dark, ground):
    values = colours(dark)
    inks = ["ink", "error"] if ground == "mark" else ["ink"]
    for ink in inks:
        light, deep = sorted((luminance(values[ink]), luminance(values[ground])), reverse=True)
        assert (light + 0.05) / (deep + 0.05) >= 4.5
