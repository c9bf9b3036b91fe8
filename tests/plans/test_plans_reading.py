"""Which reader takes a file, what is said when none can, and what a hostile file gets."""

import io
import os
import struct
import sys
import zipfile
from pathlib import Path

import pytest
from word_files import docx, p, package, part, r

from engine.errors import ReadError
from engine.wording.plans import TEXTS
from plans import MAX_BYTES, read_plan
from plans.reader import readers
from plans.refusals import OLE
from plans.worker import read_apart

GOOD = docx(p(r("新增就业500人")))


def refused(path: Path) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_plan(path)
    error = caught.value
    for sentence in (error.text.zh, error.text.en):
        assert path.as_posix() in sentence and "{" not in sentence.replace(path.as_posix(), "")
    return error


def ole(*streams: str) -> bytes:
    entries = ((s.encode("utf-16-le") + b"\x00\x00").ljust(64, b"\x00") + bytes([2 * len(s) + 2]) for s in streams)
    return OLE + b"\x00" * 504 + b"".join(entry.ljust(128, b"\x00") for entry in entries)


def zipped(files: dict[str, bytes]) -> bytes:
    return package(dict(files))


CONTENT = b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
FILES = {
    "empty": ("a.txt", b"", "plans.empty"),
    "blank": ("a.txt", b"\n \n", "plans.empty"),
    "binary renamed .txt": ("a.txt", b"\x7fELF\x02\x01\x01" + b"\x00" * 60, "plans.binary"),
    "damaged .docx": ("a.docx", GOOD[: len(GOOD) // 2], "plans.damaged"),
    "noise named .docx": ("a.docx", b"\x00\x01\x02\x03" * 30, "plans.damaged"),
    "zip named .docx": ("a.docx", zipped({"a/b": b"x"}), "plans.damaged"),
    "zip": ("a.zip", zipped({"a/b": b"x"}), "plans.archive"),
    "no document part": ("a.docx", zipped({"word/x.xml": b"<a/>"}), "plans.damaged"),
    "document part is no XML": ("a.docx", zipped({"word/document.xml": b"<a>"}), "plans.damaged"),
    "encrypted new Office": ("a.docx", ole("EncryptionInfo", "EncryptedPackage"), "plans.encrypted"),
    "slides": ("a.doc", ole("PowerPoint Document"), "plans.unsupported"),
    "slides of today": ("a.pptx", zipped({"ppt/presentation.xml": b"<a/>"}), "plans.unsupported"),
    "other OLE": ("a.bin", ole("Contents"), "plans.unsupported"),
    "old Excel that is cut": ("a.docx", ole("Workbook"), "plans.damaged"),
    "OFD without documents": ("a.ofd", zipped({"OFD.xml": b"<a/>"}), "plans.damaged"),
    "OpenDocument slides": (
        "a.odp",
        b"PK\x03\x04" + b"\x00" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.presentation",
        "plans.unsupported",
    ),
    "web archive": ("a.doc", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "plans.unsupported"),
    "picture": ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "plans.image"),
    "rar": ("a.rar", b"Rar!\x1a\x07\x01\x00", "plans.archive"),
    "only pictures": ("a.docx", docx("<w:p><w:r><w:drawing/></w:r></w:p>"), "plans.no-text"),
}


@pytest.mark.parametrize(("name", "data", "key"), FILES.values(), ids=FILES)
def test_refusals_say_what_the_file_is(tmp_path, name, data, key):
    path = tmp_path / name
    path.write_bytes(data)
    assert refused(path).key == key


def test_missing_directory_and_special_file(tmp_path):
    assert refused(tmp_path / "无.docx").key == "plans.file-missing"
    assert refused(tmp_path).key == "plans.directory"
    assert refused(tmp_path / ("长" * 300)).key in ("plans.file-missing", "plans.cannot-open")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "fifo")
        assert refused(tmp_path / "fifo").key == "plans.not-a-file"


def test_no_permission(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("甲", encoding="utf-8")

    def denied(self: Path) -> bytes:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert refused(path).key == "plans.no-permission"


def test_a_file_too_big_is_not_even_read(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    error = refused(path)
    assert (error.key, "51 MB" in error.text.en) == ("plans.too-big", True)


def test_content_decides_not_the_name(tmp_path):
    for name, data, format in (("a.txt", GOOD, "docx"), ("a.docx", "新增就业500人".encode(), "txt")):
        path = tmp_path / name
        path.write_bytes(data)
        document = read_plan(path)
        assert (document.format, document.text, document.file) == (format, "新增就业500人", path.as_posix())


def test_braces_in_a_name_do_no_harm(tmp_path):
    assert "{x}" in refused(tmp_path / "{x}.txt").text.zh


def test_a_docx_through_the_worker_is_what_its_reader_gives(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(GOOD)
    direct = next(reader for _, reader in readers() if "docx" in reader.formats).read(path, GOOD)
    assert read_plan(path) == direct


def test_readers_are_found_one_a_module():
    modules = [name for name, _ in readers()]
    assert {"plans.docx", "plans.text"} <= set(modules)
    assert modules[-1] == "plans.text", "plain text is asked last"
    formats = [format for _, reader in readers() for format in reader.formats]
    assert len(formats) == len(set(formats))


def test_every_sentence_has_both_languages():
    for zh, en in TEXTS.values():
        assert (
            zh and en and any("\u4e00" <= c <= "\u9fff" for c in zh) and not any("\u4e00" <= c <= "\u9fff" for c in en)
        )


def bomb() -> bytes:
    body = part("document", f"<w:body>{p(r('甲'))}</w:body>").encode()
    return zipped({"word/document.xml": body + b" " * (60 << 20)})


def lying_bomb() -> bytes:
    """A zip whose directory claims the part to be small."""
    data = bytearray(bomb())
    real = struct.pack("<I", len(part("document", f"<w:body>{p(r('甲'))}</w:body>").encode()) + (60 << 20))
    at = data.find(real)
    while at >= 0:
        data[at : at + 4] = struct.pack("<I", 1000)
        at = data.find(real)
    return bytes(data)


def hostile_xml(prologue: str) -> bytes:
    body = (
        prologue.encode()
        + part("document", f"<w:body>{p(r('甲&x;' if 'ENTITY' in prologue else '甲'))}</w:body>").encode()[38:]
    )
    return zipped({"word/document.xml": body})


def encrypted_entry() -> bytes:
    data = bytearray(GOOD)
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def twice() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", b"<a/>")
        with pytest.warns(UserWarning):
            archive.writestr("word/document.xml", b"<b/>")
    return buffer.getvalue()


def corrupt() -> bytes:
    data = bytearray(GOOD)
    at = data.find(b"word/document.xml") + 40
    data[at : at + 8] = b"\xff" * 8
    return bytes(data)


HOSTILE = {
    "bomb": (bomb, "plans.bomb"),
    "bomb that lies about its size": (lying_bomb, "plans.damaged"),
    "many entries": (lambda: zipped({f"word/{i}": b"" for i in range(5001)}), "plans.bomb"),
    "DTD": (lambda: hostile_xml("<!DOCTYPE w:document>"), "plans.unsafe"),
    "external entity": (
        lambda: hostile_xml('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
        "plans.unsafe",
    ),
    "laughs": (lambda: hostile_xml('<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY x "&a;&a;">]>'), "plans.unsafe"),
    "path out of the file": (lambda: zipped({"word/document.xml": b"<a/>", "../word/x": b""}), "plans.unsafe"),
    "encrypted entry": (encrypted_entry, "plans.encrypted"),
    "one name twice": (twice, "plans.damaged"),
    "broken data": (corrupt, "plans.damaged"),
    "deep nesting": (
        lambda: docx("<w:smartTag>" * 5000 + p(r("甲")) + "</w:smartTag>" * 5000),
        "plans.damaged",
    ),
    "entity without DTD": (lambda: docx(p(r("甲&x;"))), "plans.damaged"),
}


@pytest.mark.parametrize(("make", "key"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_are_refused(tmp_path, make, key):
    path = tmp_path / "a.docx"
    path.write_bytes(make())
    assert refused(path).key == key


MISBEHAVIOUR = {
    "hangs": ("import time; time.sleep(60)", "plans.too-slow"),
    "dies": ("import os; os.abort()", "plans.crashed"),
    "leaves": ("import os; os._exit(0)", "plans.crashed"),
    "fails": ("raise KeyError('r')", "plans.crashed"),
    "eats memory": ("bytearray(4 << 30)", "plans.too-much-memory"),
    "answers nonsense": ("return 7", "plans.crashed"),
    "answers with code": (
        "import os\n        class E:\n            def __reduce__(self): return os.abort, ()\n        return E()",
        "plans.crashed",
    ),
}


@pytest.mark.parametrize(("code", "key"), MISBEHAVIOUR.values(), ids=MISBEHAVIOUR)
def test_a_reader_that_misbehaves_costs_its_own_file_only(tmp_path, monkeypatch, code, key):
    if key == "plans.too-much-memory" and sys.platform == "win32":
        pytest.skip("no limit on memory there")
    source = f"class Bad:\n    def read(self, path, data):\n        {code}\nREADER = Bad()\n"
    (tmp_path / "bad_reader.py").write_text(source, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(ReadError) as caught:
        read_apart("bad_reader", Path("坏.docx"), b"", seconds=1 if key == "plans.too-slow" else 60)
    assert caught.value.key == key
    assert "坏.docx" in caught.value.text.zh


def test_chatter_of_a_library_does_not_spoil_the_answer(tmp_path, monkeypatch):
    source = """import os
from plans.text import READER as inner
class Loud:
    def read(self, path, data):
        print('hello', flush=True)
        os.write(1, b'x')
        return inner.read(path, data)
READER = Loud()
"""
    (tmp_path / "loud_reader.py").write_text(source, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert read_apart("loud_reader", Path("a.txt"), "甲".encode()).text == "甲"


def test_files_of_the_working_folder_are_not_run(tmp_path, monkeypatch):
    (tmp_path / "pickle.py").write_text("raise SystemExit('run from the folder of the plan')", encoding="utf-8")
    (tmp_path / "a.docx").write_bytes(GOOD)
    monkeypatch.chdir(tmp_path)
    assert read_plan(Path("a.docx")).text == "新增就业500人"
