"""Files that must not be trusted: each gets one clear line that names the file and the remedy, and the others go on."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from ofd_files import Leaf, ofd
from pdf_files import Sheet, pdf
from running import gouji
from test_plans_reading import ole
from test_plans_xlsx import row, sheet, workbook
from word_files import docx, p, package, r

from engine.errors import ReadError
from plans import MAX_BYTES, read_plan

PLAN = "新增就业500人。"


def made(kind: str) -> bytes:
    return {
        "docx": lambda: docx(p(r(PLAN))),
        "xlsx": lambda: workbook(sheet(row(1, A=PLAN))),
        "ofd": lambda: ofd(Leaf().text(30, 40, PLAN)),
        "pdf": lambda: pdf(Sheet().lines(PLAN)),
        "html": lambda: f"<!doctype html><meta charset='utf-8'><p>{PLAN}</p>".encode(),
        "txt": lambda: PLAN.encode(),
    }[kind]()


def with_part(kind: str, name: str, content: bytes | str) -> bytes:
    """Return a file with one more part, or with another one in its place."""
    parts: dict[str, bytes | str] = {}
    with zipfile.ZipFile(io.BytesIO(made(kind))) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    return package({**parts, name: content})


def million_cells() -> bytes:
    cells = "".join(f'<c r="{column}{{0}}"><v>1</v></c>' for column in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[:20])
    rows = "".join(f'<row r="{number}">{cells.format(number)}</row>' for number in range(1, 50_001))
    return workbook(sheet(rows))


def many_pages() -> bytes:
    kids = " ".join(["3 0 R"] * 10_000)
    return (
        f"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [{kids}] /Count 10000 "
        ">>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n"
    ).encode()


def laughs(tag: str) -> str:
    return f'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><{tag}>&b;</{tag}>'


MAIN = {"docx": "word/document.xml", "xlsx": "xl/worksheets/sheet0.xml", "ofd": "Doc_0/Pages/Page_0/Content.xml"}
INNER = package({"a.docx": docx(p(r(PLAN)))})
BOMB = "0" * (80 << 20)

CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "archive": ("方案.zip", lambda: INNER, "plans.archive"),
    "archive in an archive": ("方案.zip", lambda: package({"b.zip": INNER}), "plans.archive"),
    "archive named .docx": ("方案.docx", lambda: INNER, "plans.damaged"),
    "rar": ("方案.rar", lambda: b"Rar!\x1a\x07\x01\x00" + b"\x00" * 50, "plans.archive"),
    "locked docx": ("方案.docx", lambda: ole("EncryptionInfo", "EncryptedPackage"), "plans.encrypted"),
    "locked xlsx": ("方案.xlsx", lambda: ole("EncryptionInfo", "EncryptedPackage"), "plans.encrypted"),
    "200 MB of text": ("方案.txt", lambda: b"", "plans.too-big"),
    "a million cells": ("附件.xlsx", million_cells, "plans.too-many-cells"),
    "10,000 pages": ("方案.pdf", many_pages, "plans.too-many-pages"),
    "picture named .pdf": ("方案.pdf", lambda: b"\x89PNG\r\n\x1a\n\x00", "plans.image"),
    "noise named .pdf": ("方案.pdf", lambda: bytes(range(256)) * 4, "plans.damaged"),
    "noise named .txt": ("方案.txt", lambda: bytes(range(256)) * 4, "plans.binary"),
    "empty": ("方案.docx", lambda: b"", "plans.empty"),
    "deep page": ("方案.html", lambda: b"<html>" + b"<div>" * 5000 + b"x", "plans.damaged"),
    **{
        f"bomb {kind}": (f"方案.{kind}", lambda kind=kind: with_part(kind, MAIN[kind], BOMB), "plans.bomb")
        for kind in MAIN
    },
    **{
        f"bomb beside {kind}": (f"方案.{kind}", lambda kind=kind: with_part(kind, "media/x.bin", BOMB), "plans.bomb")
        for kind in MAIN
    },
    **{
        f"entities {kind}": (f"方案.{kind}", lambda kind=kind: with_part(kind, MAIN[kind], laughs("a")), "plans.unsafe")
        for kind in MAIN
    },
    **{
        f"cut {kind}": (f"方案.{kind}", lambda kind=kind: made(kind)[: len(made(kind)) // 2], "plans.damaged")
        for kind in (*MAIN,)
    },
}


def saved(folder: Path, case: str) -> Path:
    name, make, _ = CASES[case]
    path = folder / name
    path.write_bytes(make())
    if case == "200 MB of text":
        with path.open("wb") as stream:
            stream.truncate(4 * MAX_BYTES)
    return path


@pytest.mark.parametrize("case", CASES)
def test_one_clear_line_with_file_and_remedy(tmp_path, case):
    path = saved(tmp_path, case)
    with pytest.raises(ReadError) as caught:
        read_plan(path)
    assert caught.value.key == CASES[case][2]
    zh, en = caught.value.text.zh, caught.value.text.en
    for sentence in (zh, en):
        assert path.as_posix() in sentence and "\n" not in sentence and "{" not in sentence
    if case != "empty":
        assert "请" in zh and any(
            word in en for word in ("Save", "Split", "Unpack", "Take", "Use", "Open", "Recognise")
        )


NAMES = ["方案.txt", "方案.docx", "方案.xlsx", "方案.pdf", "方案.ofd", "方案.doc", "方案.html", "方案"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["docx", "xlsx", "ofd", "pdf", "html", "txt"])
def test_a_wrong_suffix_changes_nothing(tmp_path, kind, name):
    (tmp_path / name).write_bytes(made(kind))
    document = read_plan(tmp_path / name)
    assert (document.format, document.text) == (kind, PLAN)


def test_no_file_is_left(tmp_path, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    for kind in ("docx", "xlsx", "ofd", "pdf", "html", "txt"):
        (tmp_path / f"a.{kind}").write_bytes(made(kind))
        read_plan(tmp_path / f"a.{kind}")
    for case in ("bomb docx", "cut xlsx", "10,000 pages"):
        with pytest.raises(ReadError):
            read_plan(saved(tmp_path, case))
    assert list(temporary.iterdir()) == []


def test_an_archive_inside_a_document_is_told_and_never_unpacked(tmp_path):
    data = with_part("docx", "word/embeddings/oleObject1.bin", INNER)
    (tmp_path / "a.docx").write_bytes(data)
    assert read_plan(tmp_path / "a.docx").text == PLAN


def open_files() -> int:
    """Return how many files this process has open, 0 where the system does not tell."""
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


def children() -> set[str]:
    """Return the processes that this process, whichever test started them, has not yet seen end."""
    return {pid for listed in Path("/proc/self/task").glob("*/children") for pid in listed.read_text().split()}


@pytest.mark.skipif(
    not Path("/proc/self/task").is_dir(), reason="needs a system that tells of processes that were left"
)
def test_no_process_and_no_open_file_is_left(tmp_path):
    (tmp_path / "a.docx").write_bytes(made("docx"))
    others = children()
    read_plan(tmp_path / "a.docx")
    before = open_files()
    for _ in range(5):
        read_plan(tmp_path / "a.docx")
    assert open_files() == before
    assert children() <= others


def test_the_other_files_go_on(tmp_path):
    bad = [saved(tmp_path, case) for case in ("archive", "bomb docx", "10,000 pages")]
    good = tmp_path / "好.txt"
    good.write_text("参保率达到120%。", encoding="utf-8")
    done = gouji("check", "--no-library", "--format", "json", *bad, good)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert done.stdout.count('"rule": "unreadable"') == len(bad)
    assert done.stdout.count('"rule": "share-out-of-range"') == 1
    assert all(path.as_posix() in done.stderr for path in bad)
