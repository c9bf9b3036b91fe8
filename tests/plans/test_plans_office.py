"""Formats that LibreOffice converts: what comes out, what is said without it, and that it leaves nothing behind."""

import io
import os
import subprocess
import threading
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from office_files import converted, need_office
from test_plans_reading import ole
from word_files import cell, deleted, docx, ins, p, r, row

from engine.errors import ReadError
from plans import read_plan, soffice
from plans.refusals import OLE

WORD_XML = (
    '<?xml version="1.0" encoding="UTF-8"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">'
    "<w:body><w:p><w:r><w:t>新增就业500人。</w:t></w:r></w:p></w:body></w:wordDocument>"
).encode()
RTF = b"{\\rtf1\\ansi\\ansicpg936 \\'d0\\'c2\\'d4\\'f6500\\'c8\\'cb\\par }"
MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/" '
    'm:media-type="application/vnd.oasis.opendocument.text"/><m:file-entry m:full-path="content.xml" '
    'm:media-type="text/xml"/></m:manifest>'
)


def key_of(path: Path) -> str:
    with pytest.raises(ReadError) as caught:
        read_plan(path)
    for sentence in (caught.value.text.zh, caught.value.text.en):
        assert path.as_posix() in sentence and "{" not in sentence
    return caught.value.key


def odt(content: str = "<a/>", **parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        for name, words in {"META-INF/manifest.xml": MANIFEST, "content.xml": content, **parts}.items():
            archive.writestr(name, words)
    return made.getvalue()


def with_password() -> bytes:
    block = bytearray(512)
    block[:2], block[10:12] = b"\xec\xa5", (0x0100).to_bytes(2, "little")
    return ole("WordDocument").ljust(1024, b"\x00") + bytes(block)


LOCKED = '<m xmlns="urn:m"><file-entry><encryption-data/></file-entry></m>'
FILES = {
    "doc": ("a.doc", ole("WordDocument")), "wps": ("a.wps", ole("WordDocument")), "old wps": ("a.wps", ole("Contents")),
    "old et": ("a.et", ole("Contents")), "rtf": ("a.rtf", RTF), "rtf named doc": ("a.doc", RTF), "odt": ("a.odt", odt()),
    "Word XML": ("a.doc", WORD_XML),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data"), FILES.values(), ids=FILES)
def test_without_libreoffice_it_says_what_to_install_or_to_save_as(tmp_path, monkeypatch, name, data):
    monkeypatch.setattr(soffice, "find", lambda: None)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_plan(tmp_path / name)
    assert caught.value.key == "plans.needs-office"
    assert "LibreOffice" in caught.value.text.zh and ".docx" in caught.value.text.zh


UNSAFE = {
    "a password on Word": ("a.doc", with_password(), "plans.encrypted"),
    "a password on OpenDocument": ("a.odt", odt(**{"META-INF/manifest.xml": LOCKED}), "plans.encrypted"),
    "a document type": ("a.odt", odt("<!DOCTYPE a><a/>"), "plans.unsafe"),
    "a bomb": ("a.odt", odt(**{"Pictures/x": "0" * (60 << 20)}), "plans.bomb"),
    "new Office with a password": ("a.doc", ole("EncryptedPackage", "WordDocument"), "plans.encrypted"),
    "slides": ("a.wps", ole("PowerPoint Document"), "plans.unsupported"),
}


@pytest.mark.parametrize(("name", "data", "key"), UNSAFE.values(), ids=UNSAFE)
def test_what_libreoffice_is_never_given(tmp_path, monkeypatch, name, data, key):
    monkeypatch.setattr(soffice, "_run", lambda *_: pytest.fail("LibreOffice was run"))
    (tmp_path / name).write_bytes(data)
    assert key_of(tmp_path / name) == key


def wide(words: str, width: int = 2000, props: str = "") -> str:
    return cell(words, props=f'<w:tcW w:w="{width}" w:type="dxa"/>{props}')


GRID = "<w:gridCol w:w='2000'/>" * 3
PLAN = docx(
    p(r("到"), deleted("2026"), ins(r("2027"), author="张明"), r("年底完成。")),
    f"<w:tbl><w:tblPr/><w:tblGrid>{GRID}</w:tblGrid>"
    + row(wide("乡镇"), wide("任务", 4000, '<w:gridSpan w:val="2"/>'))
    + row(wide("甲镇"), wide("1"), wide("2"))
    + "</w:tbl>",
    p(r("完")),
)


@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
def test_tracked_changes_and_merged_cells_survive(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(converted(PLAN, "docx", suffix))
    document = read_plan(path)
    assert (document.format, document.text.splitlines()[0]) == (suffix, "到2027年底完成。")
    assert [(n.rule, n.detail) for n in document.notes] == [("unaccepted-revisions", "张明、李华")]
    assert [(c.row, c.column, c.columns) for c in document.tables[0].cells] == [
        (0, 0, 1), (0, 1, 2), (1, 0, 1), (1, 1, 1), (1, 2, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "text"), [("a.rtf", RTF, "新增500人"), ("a.xml", WORD_XML, "新增就业500人。")]
)
def test_rtf_in_chinese_encoding_and_word_xml(tmp_path, name, data, text):
    need_office()
    (tmp_path / name).write_bytes(data)
    assert read_plan(tmp_path / name).text == text


def test_what_libreoffice_cannot_read_says_so(tmp_path):
    need_office()
    (tmp_path / "a.wps").write_bytes(OLE + b"\x00" * 4000)
    assert key_of(tmp_path / "a.wps") in ("plans.office-failed", "plans.no-text", "plans.damaged")


@pytest.fixture
def temporary(tmp_path, monkeypatch) -> Path:
    """Return the only folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_no_file_is_left_and_the_home_folder_is_not_touched(tmp_path, temporary, monkeypatch):
    need_office()
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    (tmp_path / "a.rtf").write_bytes(RTF)
    (tmp_path / "b.wps").write_bytes(OLE + b"\x00" * 4000)
    read_plan(tmp_path / "a.rtf")
    key_of(tmp_path / "b.wps")
    assert (list(temporary.iterdir()), list(home.iterdir())) == ([], [])


@pytest.mark.skipif(os.name != "posix", reason="a program of a few lines is a shell script")
def test_a_program_that_hangs_is_ended_with_all_it_started(tmp_path, temporary, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 300 & echo $! > {tmp_path}/child\nsleep 300\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(soffice, "find", lambda: str(program))
    monkeypatch.setattr(soffice, "convert", _hurried(soffice.convert))
    (tmp_path / "a.rtf").write_bytes(RTF)
    assert key_of(tmp_path / "a.rtf") == "plans.too-slow"
    assert list(temporary.iterdir()) == []
    child = (tmp_path / "child").read_text().strip()
    assert _state(child) in ("", "Z")


def _hurried(convert):
    return lambda *arguments: convert(*arguments, seconds=1)


def _state(process: str) -> str:
    """Return the state of a process, nothing when there is none; one that was ended may wait to be collected."""
    for _ in range(100):
        state = subprocess.run(["ps", "-o", "stat=", "-p", process], capture_output=True, text=True).stdout.strip()[:1]
        if state in ("", "Z"):
            return state
        time.sleep(0.05)
    return state


def test_two_at_once_do_not_hinder_each_other(tmp_path):
    need_office()
    paths = [tmp_path / f"{number}.rtf" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_bytes(RTF.replace(b"500", f"{number}00".encode()))
    with ThreadPoolExecutor(3) as pool:
        assert [d.text for d in pool.map(read_plan, paths)] == ["新增000人", "新增100人", "新增200人"]


class Listener:
    """Counts the requests that reach this machine."""

    def __enter__(self) -> "Listener":
        self.seen = seen = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                seen.append(self.path)
                self.send_error(404)

            do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.place = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


def test_nothing_is_fetched_from_the_network(tmp_path):
    need_office()
    with Listener() as listener:
        linked = (
            f'{{\\rtf1\\ansi {{\\field{{\\*\\fldinst INCLUDEPICTURE "{listener.place}/a.png" \\\\d}}{{\\fldrslt x}}}}'
            f'{{\\field{{\\*\\fldinst INCLUDETEXT "{listener.place}/b.rtf"}}{{\\fldrslt y}}}}500\\par }}'
        )
        (tmp_path / "a.rtf").write_bytes(linked.encode())
        image = (
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
            'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:body><office:text><text:p>甲500人'
            f'<draw:frame><draw:image xlink:href="{listener.place}/c.png"/></draw:frame></text:p>'
            f'<text:section text:name="s"><text:section-source xlink:href="{listener.place}/d.odt"/><text:p>乙</text:p>'
            "</text:section></office:text></office:body></office:document-content>"
        )
        (tmp_path / "b.odt").write_bytes(odt(image))
        assert "500" in read_plan(tmp_path / "a.rtf").text
        assert "甲500人" in read_plan(tmp_path / "b.odt").text
        assert listener.seen == []
