"""Files damaged or inflated in ways of their own: each gives what can be read of it or one refusal that names it."""

import io
import re
import zipfile
from pathlib import Path

import plan_formats as plan
import pytest
from word_files import docx, p, r

from engine.errors import ReadError
from plans import read_plan
from plans.assembly import column_letters

WORDS = "一、就业\n1.城镇新增就业500人。\n"
CYCLE = (
    b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>\n"
    b"endobj\n3 0 obj\n<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>\nendobj\ntrailer\n<< /Size 4 /Root 1 0 R >>\n%%EOF\n"
)


def with_directory(data: bytes, at: int, words: bytes) -> bytes:
    """Write over a field of every entry of a zip file's directory."""
    made, entry = bytearray(data), data.find(b"PK\x01\x02")
    while entry >= 0:
        made[entry + at : entry + at + len(words)] = words
        entry = data.find(b"PK\x01\x02", entry + 4)
    return bytes(made)


def with_sheet(pattern: bytes, words: bytes) -> bytes:
    """Return the annex with a part of its sheet written anew."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plan.annex())) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, re.sub(pattern, words, content, count=1, flags=re.S) if "sheet1" in name else content)
    return made.getvalue()


def wide_sheet() -> bytes:
    row = "".join(f"<c r='{column_letters(n)}1'><v>{n}</v></c>" for n in range(16384))
    return with_sheet(rb"<sheetData>.*</sheetData>", f"<sheetData><row r='1'>{row}</row></sheetData>".encode())


def page(body: str) -> bytes:
    return f"<!doctype html><meta charset='utf-8'>{body}".encode()


REFUSED = {
    "directory cut off.docx": (lambda: plan.word()[:-40], "plans.damaged"),
    "directory cut off.xlsx": (lambda: plan.annex()[:-40], "plans.damaged"),
    "wrong sums.docx": (lambda: with_directory(plan.word(), 16, b"\x01\x02\x03\x04"), "plans.damaged"),
    "wrong sums.xlsx": (lambda: with_directory(plan.annex(), 16, b"\x01\x02\x03\x04"), "plans.damaged"),
    "huge sizes.docx": (lambda: with_directory(plan.word(), 24, b"\xff\xff\xff\x7f"), "plans.bomb"),
    "huge sizes.xlsx": (lambda: with_directory(plan.annex(), 24, b"\xff\xff\xff\x7f"), "plans.bomb"),
    "pages in a circle.pdf": (lambda: CYCLE, "plans.damaged"),
    "tables in tables.html": (lambda: page("<table><tr><td>" * 3000 + "新增就业500人"), "plans.damaged"),
    "blank by the hundred thousand.docx": (lambda: docx(*[p()] * 100_000, p(r("新增就业500人"))), "plans.bomb"),
    "no mark of its order.txt": (lambda: WORDS.encode("utf-16-le"), "plans.binary"),
    "noughts.txt": (lambda: WORDS.replace("就业", "就\x00业").encode(), "plans.binary"),
    "marked as what it is not.txt": (lambda: b"\xef\xbb\xbf" + WORDS.encode("gbk"), "plans.binary"),
}
READ = {
    "as many columns as there can be.xlsx": (wide_sheet, "16383"),
    "a string that is not there.xlsx": (
        lambda: with_sheet(rb'(<c r="A1"[^>]*)>.*?</c>', rb'<c r="A1" t="s"><v>999999</v></c>'), "合计"
    ),
    "a string before the first.xlsx": (
        lambda: with_sheet(rb'(<c r="A1"[^>]*)>.*?</c>', rb'<c r="A1" t="s"><v>-1</v></c>'), "合计"
    ),
    "rows that reach up.html": (
        lambda: page("<table><tr><td rowspan=-3>乡镇</td><td rowspan=99999999 colspan=99999999>户</td></tr><tr><td>甲镇</td></tr></table>"),
        "甲镇",
    ),
    "little end first.txt": (lambda: b"\xff\xfe" + WORDS.encode("utf-16-le"), "500人"),
    "big end first.txt": (lambda: b"\xfe\xff" + WORDS.encode("utf-16-be"), "500人"),
    "line ends of three systems.txt": (lambda: "一、就业\r\n1.新增500人。\r2.培训300人。\n".encode(), "300人"),
    "marked twice.txt": (lambda: b"\xef\xbb\xbf" * 2 + WORDS.encode(), "500人"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    made, key = REFUSED[name]
    path.write_bytes(made())
    with pytest.raises(ReadError) as caught:
        read_plan(path)
    assert caught.value.key == key and name in caught.value.text.zh


@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    made, words = READ[name]
    path.write_bytes(made())
    document = read_plan(path)
    assert words in document.text
    assert all(0 <= block.start <= block.end <= len(document.text) for block in document.blocks)
