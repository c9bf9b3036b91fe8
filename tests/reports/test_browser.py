"""The page as people use it: in Chromium, without a network, in both languages, in light and in dark."""

from __future__ import annotations

import os
import re
import shutil

import factory
import pytest
from msgspec.structs import replace
from test_formats import HOSTILE, poisoned, several

from engine.document import Block, Cell, Table
from reports import html
from reports.renderer import RenderOptions

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install 'gouji[dev]')")
CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)")
expect = sync_api.expect
WITHOUT_QUERY = re.compile(r"^[^?]*$")
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


class Seen:
    """What a page asked the network for and complained of while it was open."""

    def __init__(self, page):
        self.requests, self.complaints = [], []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on(
            "console", lambda said: self.complaints.append(said.text) if said.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))


@pytest.fixture
def opened(browser, tmp_path):
    """Open a report; afterwards it must have asked for nothing but itself, and complained of nothing."""
    contexts, watched = [], []

    def open_(audit=None, lang="zh", query="", viewport=WIDE, scheme="light", script=True):
        file = tmp_path / f"{len(contexts)}.html"
        file.write_bytes(html.render(audit or factory.audit(), RenderOptions(lang)))
        context = browser.new_context(viewport=viewport, color_scheme=scheme, java_script_enabled=script)
        contexts.append(context)
        page = context.new_page()
        watched.append((Seen(page), file))
        page.goto(file.as_uri() + query)
        return page

    yield open_
    for context in contexts:
        context.close()
    for seen, file in watched:
        assert {url.split("#")[0].split("?")[0] for url in seen.requests} == {file.as_uri()}
        assert seen.complaints == []


def shown(page):
    return page.locator("article.finding:visible").count()


@pytest.mark.parametrize(
    ("audit", "lang", "scheme"),
    [(factory.audit, lang, scheme) for lang in ("zh", "en") for scheme in ("light", "dark")]
    + [(several, "zh", "light"), (several, "en", "dark")],
)
def test_nothing_stands_in_the_way_of_anyone(opened, audit, lang, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = opened(audit(), lang=lang, scheme=scheme)
    page.locator("details").evaluate_all("folds => folds.forEach(fold => { fold.open = true; })")
    found = axe.Axe().run(page).response["violations"]
    serious = [
        (v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found if v["impact"] in ("serious", "critical")
    ]
    assert serious == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_is_wider_than_the_window(opened, lang, viewport):
    for audit in (factory.audit(), several(), poisoned("长" * 2000 + "w" * 2000)):
        page = opened(audit, lang=lang, viewport=viewport)
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_filter_and_search_show_what_was_asked_for(opened):
    page = opened()
    assert shown(page) == 8 and page.locator("#shown").inner_text() == "显示 8 / 8 条"
    page.locator("label.chip.note").click()
    assert shown(page) == 5
    page.locator("details.more summary").click()
    page.select_option("#by-unit", "县民政局")
    assert page.locator("article.finding:visible").get_attribute("data-rule") == "below-floor"
    page.fill("#by-words", "没有这几个字")
    expect(page.locator("#shown")).to_have_text("没有符合筛选条件的问题。")
    assert shown(page) == 0
    page.click("button[type=reset]")
    expect(page.locator("#shown")).to_have_text("显示 8 / 8 条")
    assert shown(page) == 8


@pytest.mark.parametrize(
    ("field", "value", "rules"),
    [
        ("verdict", "indeterminate", {"approximate-floor", "unit-incomparable"}),
        ("certainty", "review", {"unit-incomparable"}),
        ("rule", "sum-mismatch", {"sum-mismatch"}),
    ],
)
def test_every_choice_narrows_the_list(opened, field, value, rules):
    page = opened(query=f"?{field}={value}")
    found = page.locator("article.finding:visible").evaluate_all("all => all.map(a => a.dataset.rule)")
    assert set(found) == rules and len(found) == len(rules)


def test_a_filtered_view_can_be_handed_on(opened):
    page = opened()
    page.locator("label.chip.error").click()
    page.locator("details.more summary").click()
    page.select_option("#group-by", "units")
    address = page.url
    assert "severity=warning%2Cnote%2Cwaived" in address and "group=units" in address
    again = opened(query="?" + address.partition("?")[2])
    assert shown(again) == 5
    heads = again.locator(".band-head:visible").all_inner_texts()
    assert heads[-1].startswith("未写明责任单位") and any(h.startswith("县人力资源和社会保障局") for h in heads)


def test_findings_can_be_put_in_the_order_of_the_plan_or_of_the_gap(opened):
    page = opened(query="?order=at")
    at = page.locator("article.finding").evaluate_all("all => all.map(a => a.dataset.at).filter(Boolean).map(Number)")
    assert at == sorted(at) and len(at) == 7
    page = opened(query="?order=gap")
    gaps = page.locator("article.finding").evaluate_all(
        "all => all.map(a => a.dataset.gap).filter(Boolean).map(Number)"
    )
    assert gaps == sorted(gaps, reverse=True) and len(gaps) == 3
    page.click("button[type=reset]")
    expect(page).to_have_url(WITHOUT_QUERY)
    assert page.locator("article.finding").evaluate_all("all => all.map(a => +a.dataset.n)") == list(range(1, 9))


def test_finding_and_text_lead_to_each_other(opened):
    page = opened()
    finding = page.locator("article[data-rule=below-floor]")
    finding.locator(".quote.plan a").click()
    mark = page.locator(".m:target")
    assert mark.inner_text() == "不低于每人每月1080元"
    inside = "m => { const p = m.closest('.paper').getBoundingClientRect(), r = m.getBoundingClientRect();"
    assert mark.evaluate(inside + " return r.top > p.top && r.bottom < p.bottom; }")
    mark.click()
    assert page.locator("article:target").get_attribute("data-rule") == "below-floor"


def test_a_link_to_a_finding_shows_it_whatever_is_filtered(opened):
    anchor = f"f-{factory.weak_word().fingerprint}"
    page = opened(query=f"?severity=error#{anchor}")
    expect(page).to_have_url(WITHOUT_QUERY)
    assert page.locator(f"#{anchor}").is_visible() and page.locator("article:target").count() == 1


def test_the_link_of_a_finding_is_copied_without_the_filter(opened):
    page = opened(query="?severity=error")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("article[data-rule=below-floor] .permalink").click()
    page.get_by_text("已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f".html#f-{factory.below_floor().fingerprint}")


def test_the_filter_is_worked_by_keyboard_alone(opened):
    page = opened()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator("input[value=note]").focus()
    page.keyboard.press("Space")
    assert shown(page) == 5


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_table_of_plans_fits_a_small_screen(opened, lang):
    page = opened(several(), lang=lang, viewport={"width": 1200, "height": 800})
    table = page.locator(".scroll:has(table.plans)")
    assert table.evaluate("box => box.scrollWidth - box.clientWidth") <= 0


def test_tables_of_plans_are_sorted_by_a_click(opened):
    page = opened(several())
    column = page.locator("table.plans thead th").nth(4)
    names = lambda: page.locator("table.plans tbody th").all_inner_texts()  # noqa: E731
    first = names()
    column.locator("button").click()
    assert column.get_attribute("aria-sort") == "descending" and names() == first
    column.locator("button").click()
    assert column.get_attribute("aria-sort") == "ascending" and names() == first[::-1]


def test_an_open_filter_covers_nothing_that_is_jumped_to(opened):
    page = opened()
    page.locator("details.more summary").click()
    page.locator("article[data-rule=sum-mismatch] .equation a").first.click()
    page.locator(".m:target").click()
    below = "a => a.getBoundingClientRect().top - document.getElementById('filter').getBoundingClientRect().bottom"
    assert page.locator("article:target").evaluate(below) >= 0
    paper = "p => p.getBoundingClientRect().top - document.getElementById('filter').getBoundingClientRect().bottom"
    assert page.locator(".paper").evaluate(paper) >= 0


def test_paper_shows_everything_and_a_place_to_sign(opened):
    page = opened(query="?severity=error")
    assert shown(page) == 3 and not page.locator("section.sign").is_visible()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert shown(page) == 8
    assert page.locator("details.fold").count() == page.locator("details.fold[open]").count() > 0
    assert "审核人" in page.locator("section.sign").inner_text() and not page.locator("#filter").is_visible()
    made = page.pdf(prefer_css_page_size=True)
    assert made.startswith(b"%PDF") and made.count(b"/Type /Page\n") + made.count(b"/Type /Page ") < 40


def test_without_script_the_page_is_whole(opened):
    page = opened(script=False)
    assert shown(page) == 8 and not page.locator("#filter").is_visible()
    assert page.locator("details.fold:not([open])").count() == 0


@pytest.mark.parametrize("words", [*HOSTILE[:-1], "<a href='javascript:alert(1)'>x</a>"], ids=lambda w: ascii(w[:12]))
def test_a_plan_s_words_never_become_markup(opened, words):
    page = opened(poisoned(words))
    assert page.locator("main script, main img, main style, main iframe, main [onmouseover]").count() == 0
    assert page.locator("main a:not([href^='#'])").count() == 0


def test_an_address_of_a_source_is_a_link_only_if_it_is_one(opened):
    for url, links in (("https://example.org/a.html", 1), ("javascript:alert(1)", 0), ("https://x.org/ onclick=x", 0)):
        standards = tuple(replace(s, url=url) for s in factory.standards())
        page = opened(factory.audit(factory.plan(standards=standards, findings=(factory.below_floor(),))))
        assert page.locator("main a[target=_blank]").count() == links


def test_each_plan_has_a_page_behind_the_overview(browser, tmp_path):
    made = {file.name: file.content for file in html.copies(several(), RenderOptions())}
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    assert list(made) == ["index.html", "1-清澜县2024年民生实事.html", "2-双桥县.html"]
    page = browser.new_page()
    seen = Seen(page)
    page.goto((tmp_path / "index.html").as_uri())
    page.locator("table.matrix td.violates a").click()
    assert page.locator("article:target").get_attribute("data-rule") == "below-floor"
    page.locator("a.back").click()
    page.locator("table.plans tbody a").nth(1).click()
    assert "双桥县" in page.title() and "未能读取" in page.locator("main").inner_text()
    assert seen.complaints == [] and all(url.startswith("file:") for url in seen.requests)
    page.close()


def wide():
    """A plan whose text holds a table of many columns, the first of them names."""
    names = ("乡镇", "城镇新增就业人数", "农村适龄妇女免费检查人数", "困难残疾人家庭无障碍改造户数", "新增改善蓄水能力")
    rows = [names, *((f"第{n}街道镇", "70", "557", "", "1.48") for n in range(1, 9))]
    text = "\n".join("".join(cell + "\n" for cell in row) for row in rows)
    cells, blocks, at = [], [], 0
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            blocks.append(Block(at, at + len(words), "cell"))
            cells.append(Cell(r, c, at, at + len(words)))
            at += len(words) + 1
        at += 1
    document = replace(
        factory.document(), text=text, blocks=tuple(blocks), tables=(Table(tuple(cells)),), in_file=False
    )
    extraction = replace(factory.extraction(), document=document, tables=(), items=(), commitments=())
    return factory.audit(factory.plan(extraction=extraction, findings=(), coverage=()))


def test_the_tables_of_the_text_fit_the_paper_and_keep_their_names_together(opened):
    page = opened(wide(), viewport={"width": 680, "height": 900})
    page.emulate_media(media="print")
    table = page.locator(".sheet table.grid")
    box = table.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 680
    line = page.locator(".sheet p, .hint").first.evaluate("e => parseFloat(getComputedStyle(e).lineHeight)")
    assert table.locator("tr").nth(3).bounding_box()["height"] < 3 * line


def test_what_the_grades_mean_stands_at_the_foot_of_every_page(opened):
    page = opened()
    note = page.locator("footer #grading")
    assert "不符合上级标准的为差" in note.inner_text()
    page.locator(".grade a").first.click()
    expect(note).to_be_in_viewport()
