"""What a long report costs: writing it, opening it and filtering it, against only encoding the same words.

Run ``python benchmarks/report.py [--findings 2000]``; README.md says what each figure means.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

from msgspec.structs import replace

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from engine.commitment import Extraction, Metadata  # noqa: E402
from engine.document import Block, Document, Span  # noqa: E402
from engine.facts.fact import Evidence, Figure  # noqa: E402
from engine.judge.finding import Audit, Finding, PlanResult  # noqa: E402
from engine.wording import Text  # noqa: E402
from reports import ReportError, available, renderer_named  # noqa: E402
from reports.renderer import RenderOptions  # noqa: E402

SENTENCE = (
    "{n}．某项民生实事。全年完成改造任务{n}户，补助标准不低于每人每月{n}元，责任单位为县某局，十二月底前全部完成。"
)


def audit(findings: int) -> Audit:
    """Return an audit of a plan with one sentence and one finding a number."""
    lines = [SENTENCE.format(n=n) for n in range(1, findings + 1)]
    text = "\n".join(lines)
    blocks, made, at = [], [], 0
    for n, line in enumerate(lines, 1):
        blocks.append(Block(at, at + len(line), "paragraph"))
        words = f"不低于每人每月{n}元"
        start = at + line.index(words)
        made.append(_finding(n, Span("plan.txt", words, start, start + len(words))))
        at += len(line) + 1
    document = Document("plan.txt", "0" * 64, "text", text, tuple(blocks), in_file=True)
    extraction = Extraction(document, Metadata(title="长计划"), (), (), ())
    plan = PlanResult("plan.txt", "0" * 64, extraction, (), "2024-12-31", "non-compliant", "差", tuple(made), ())
    return Audit((plan,), version="0")


def _finding(n: int, span: Span) -> Finding:
    severity = ("error", "warning", "note")[n % 3]
    words = Text(f"第{n}项补助标准偏低，差{n}元。", f"Item {n} is {n} too low.")
    remedy = Text("提高补助标准。", "Raise it.")
    made = Finding("below-floor", "C01", "conformance", severity, "violates", "certain", words, words, remedy)  # type: ignore[arg-type]
    if severity == "error":  # as a figure that falls short has both figures and their difference
        expected, actual = (Figure(">=", Decimal(amount), None, "元/人/月", "") for amount in (2 * n, n))
        made = replace(made, expected=expected, actual=actual, difference=(Decimal(n), "元/人/月"))
    return replace(
        made, fingerprint=f"{n:016x}", key=f"{n:016x}", evidence=(Evidence("plan", span),), item=str(n // 50)
    )


def seconds(work: Any, times: int = 3) -> float:
    """Return the median processor seconds of some runs of ``work`` after one that is not counted."""
    work()
    taken = []
    for _ in range(times):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return median(taken)


def in_browser(page_bytes: bytes) -> dict[str, float]:
    """Return the seconds that Chromium takes to open the page, and from a choice or a word to the list it leaves."""
    from playwright.sync_api import sync_playwright

    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    two_frames = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    measured = (
        f"async act => {{ const t = performance.now(); act(); await {two_frames}; return performance.now() - t; }}"
    )
    choose = "document.querySelector('input[value=note]').click()"
    seek = "f => { f.value = '第1999项'; f.dispatchEvent(new Event('input', {bubbles: true})); }"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_bytes(page_bytes)
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        begin = time.perf_counter()
        page.goto(file.as_uri())
        page.evaluate(two_frames)
        opened = time.perf_counter() - begin
        filtered = page.evaluate(f"({measured})(() => {{ {choose} }})") / 1000
        begin = time.perf_counter()
        page.locator("#by-words").evaluate(seek)
        page.locator("#shown", has_text="显示 1 /").wait_for()
        sought = time.perf_counter() - begin
        begin = time.perf_counter()
        page.locator(".more summary").click()
        page.locator("button[type=reset]").click()
        page.select_option("#group-by", "item")
        page.evaluate(two_frames)
        grouped = time.perf_counter() - begin
        browser.close()
    return {"open": opened, "filter": filtered, "search": sought, "group": grouped}


def main() -> int:
    """Print the figures; return an exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--findings", type=int, default=2000)
    made = audit(parser.parse_args().findings)
    texts = [f.message.zh for plan in made.plans for f in plan.findings]
    bare = seconds(lambda: json.dumps(texts, ensure_ascii=False).encode())
    print(f"{'format':10} {'seconds':>8} {'kB':>7}")
    for name in available():
        renderer = renderer_named(name)
        try:
            content = renderer.render(made, RenderOptions())
        except ReportError:
            print(f"{name:10} written into a copy of the plan's own file, which a made audit has not")
            continue
        taken = seconds(lambda r=renderer: r.render(made, RenderOptions()))  # type: ignore[misc]
        print(f"{name:10} {taken:8.2f} {len(content) // 1024:7,}")
    print(f"{'bare JSON':10} {bare:8.4f}")
    try:
        found = in_browser(renderer_named("html").render(made, RenderOptions()))
    except (ImportError, StopIteration):
        print("no browser figures: they need playwright and Chromium", file=sys.stderr)
        return 0
    for name, taken in found.items():
        print(f"{name:10} {taken:8.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
