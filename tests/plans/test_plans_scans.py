"""Pages that are pictures: unreadable without the extra ``ocr``; with it read, and what rests on them is for review."""

from pathlib import Path

import pytest
from annex_files import html, page_of
from msgspec.structs import replace
from office_files import missing, printed
from plan_formats import page
from scan_files import scanned

from engine.check import check_plan, document_of, read_plan_text
from engine.document import Block, Document
from engine.errors import ReadError
from engine.resolve.resolver import Resolver
from plans import read_plan
from plans.scans import again
from plans.scans.recognise import shared_out, unturned
from rules import load_cards
from standards.catalogue import load_catalogue

TEXT = "1.基本医疗保险参保率达到120%。"
TASKS = """
    乡镇|改厕（户）|资金（万元）
    东岭镇|135|27.5
    西河镇|240|48
    合计|375|76.5
    """


@pytest.fixture
def recognition() -> None:
    if not again.installed():
        missing("character recognition is not installed: pip install 'gouji[ocr]' (some 400 MB)")


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(load_catalogue())


def two_pages() -> bytes:
    first = html("甲|乙", ("一、任务",), ("1.基本医疗保险参保率达到120%，新增就业500人。",))
    return printed(page_of([first, html(TASKS.replace("76.5", "86.5"), ("改厕任务分解表",))]))


def saved(folder: Path, data: bytes) -> Path:
    path = folder / "plan.pdf"
    path.write_bytes(data)
    return path


def test_without_recognition_a_scan_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(again, "installed", lambda: False)
    with pytest.raises(ReadError) as caught:
        read_plan(saved(tmp_path, scanned(two_pages())))
    assert caught.value.key == "plans.no-text"


def test_without_recognition_a_scanned_page_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(again, "installed", lambda: False)
    document = read_plan(saved(tmp_path, scanned(two_pages(), 2)))
    assert [(note.rule, note.span.page) for note in document.notes] == [("unreadable", 2)]
    assert not document.recognised


def test_a_recogniser_that_fails_leaves_the_page_unreadable(tmp_path, monkeypatch):
    monkeypatch.setattr(again, "installed", lambda: True)
    monkeypatch.setattr(again, "MEMORY", 256 << 20)
    document = read_plan(saved(tmp_path, scanned(two_pages(), 2)))
    assert [(note.rule, note.span.page) for note in document.notes] == [("unreadable", 2)]


def on_page(recognised: bool) -> Document:
    plain = document_of(TEXT, "plan.pdf")
    pages = (("plan.pdf", 1),) if recognised else ()
    return replace(plain, blocks=[Block(0, len(TEXT), page=1)], in_file=False, recognised=pages)


@pytest.mark.parametrize(("recognised", "certainty"), [(False, "certain"), (True, "review")])
def test_findings_on_recognised_words_are_for_review(resolver, recognised, certainty):
    result = check_plan(read_plan_text(on_page(recognised), resolver), (), load_cards(()), resolver)
    found = {f.rule: (f.severity, f.certainty) for f in result.findings}
    assert found["share-out-of-range"] == ("error", certainty)
    assert result.verdict == ("review" if recognised else "non-compliant")


def test_a_plan_that_was_recognised_is_not_proven(resolver):
    extraction = read_plan_text(replace(on_page(True), text=TEXT.replace("120%", "95%")), resolver)
    assert check_plan(extraction, (), load_cards(()), resolver).verdict == "review"


def test_a_line_is_shared_out_to_its_characters():
    assert list(shared_out("新 30", (0, 5, 50, 15))) == [
        ("新", (0, 5, 20, 15)),
        ("3", (30, 5, 40, 15)),
        ("0", (40, 5, 50, 15)),
    ]


@pytest.mark.parametrize(
    ("turn", "size", "corner"), [(0, (200, 100), 0), (90, (100, 200), 1), (180, (200, 100), 2), (270, (100, 200), 3)]
)
def test_a_place_on_a_page_that_is_shown_turned(turn, size, corner):
    """The lower left corner of the file's page (200 by 100) stands in another corner for each turn."""
    width, height = size
    left, bottom = [(0, 0), (0, height - 10), (width - 10, height - 10), (width - 10, 0)][corner]
    assert unturned((left, bottom, left + 10, bottom + 10), turn, size) == (0, 0, 10, 10)


@pytest.mark.usefixtures("recognition")
def test_a_scanned_page_is_read_and_its_findings_are_for_review(tmp_path, resolver):
    document = read_plan(saved(tmp_path, scanned(two_pages(), 2)))
    assert document.recognised == (("plan.pdf", 2),) or [page for _, page in document.recognised] == [2]
    result = check_plan(read_plan_text(document, resolver), (), load_cards(()), resolver)
    found = {f.rule: f for f in result.findings if f.severity == "error"}
    assert {rule: f.certainty for rule, f in found.items()} == {
        "share-out-of-range": "certain",
        "sum-mismatch": "review",
    }
    assert "86.5" in {e.span.text for e in found["sum-mismatch"].evidence}
    assert any("第 2 页" in remark.zh for remark in result.remarks)


@pytest.mark.usefixtures("recognition")
def test_a_scanned_plan_gives_nearly_all_that_the_text_gives(tmp_path, resolver):
    data = printed(page())
    (tmp_path / "text").mkdir()
    plain = read_plan_text(read_plan(saved(tmp_path / "text", data)), resolver)
    found = read_plan_text(read_plan(saved(tmp_path, scanned(data))), resolver)
    expected = {(c.bound, c.unit) for c in plain.commitments}
    read = {(c.bound, c.unit) for c in found.commitments}
    assert len(expected & read) >= 0.9 * len(expected) and len(read - expected) <= 0.1 * len(expected)
    assert all(commitment.span.boxes for commitment in found.commitments)
