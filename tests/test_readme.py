"""The READMEs and the documentation say what is so: outputs, commands, options, links, the picture."""

import doctest
import os
import re
import struct
import sys
from importlib import import_module
from importlib.util import find_spec

import pytest
from running import ROOT, gouji

sys.path.append(str(ROOT / "docs"))

READMES = ("README.md", "README.zh-CN.md")
PAGES = sorted([*READMES, *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")), "benchmarks/README.md"])
OUTER = re.compile(r"\]\((?!https?://|#)([^)#]+)(#[^)]*)?\)")


def read(name):
    return (ROOT / name).read_text("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="the commands are shown as a POSIX shell takes them")
@pytest.mark.parametrize("name", READMES)
def test_the_output_shown_is_what_the_commands_print(name):
    from refresh import fresh

    assert read(name).count("```console\n$ ") >= 3
    assert fresh(read(name)) == read(name), "run: make docs"


def test_a_stale_output_would_be_seen():
    from refresh import fresh

    page = "```console\n$ echo two\none\n```\n"
    assert fresh(page) == "```console\n$ echo two\ntwo\n```\n"


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name):
    links = [match[1] for match in OUTER.finditer(read(name))]
    missing = [link for link in links if not ((ROOT / name).parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("name", [*PAGES, "CHANGELOG.md"])
def test_commands_and_options_named_are_there(name):
    page = read(name)
    for group, command in re.findall(r"`?gouji (check|compare|extract|standards|rules)(?: ([a-z]+)\b(?![./]))?", page):
        words = (group, command) if group in ("standards", "rules") and command else (group,)
        assert gouji(*words, "--help").returncode == 0, f"gouji {' '.join(words)}"
    known = "".join(
        gouji(*words, "--help").stdout
        for words in (
            ("check",),
            ("compare",),
            ("extract",),
            *((g, c) for g in ("standards", "rules") for c in commands(g)),
        )
    )
    if name.startswith("benchmarks/"):
        known += "".join(script.read_text("utf-8") for script in sorted((ROOT / "benchmarks").glob("*.py")))
    shown = set(re.findall(r"`(--[a-z][a-z-]+)", page))
    assert {option for option in shown if not re.search(rf"{option}\b", known)} == set()


SHOWN = re.compile(r"^\$? ?(?:\S*/)?gouji (check|compare|extract|standards|rules)\b(.*)$", re.MULTILINE)


@pytest.mark.parametrize("name", PAGES)
def test_each_command_line_shown_has_only_options_of_its_command(name):
    for match in SHOWN.finditer(read(name)):
        line = re.split(r"\s#|\|", match[2])[0]
        words = [match[1]]
        if match[1] in ("standards", "rules") and (sub := re.match(r" ([a-z]+)\b", line)):
            words.append(sub[1])
        options = set(re.findall(r"(?<=\s)(--[a-z][a-z-]+)", line))
        known = gouji(*words, "--help").stdout if options else ""
        assert {option for option in options if not re.search(rf"{option}\b", known)} == set(), match.group()


def commands(group):
    listed = gouji(group, "--help").stdout.partition("Commands:")[2]
    return re.findall(r"^  ([a-z]+) ", listed, re.MULTILINE)


@pytest.mark.parametrize("name", READMES)
def test_make_targets_named_are_there(name):
    named = set(re.findall(r"make ([a-z]+)\b", re.sub(r"install make \S+|install make", "", read(name))))
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    assert {"demo", "test"} <= named & targets
    assert set(named & {"demo", "test", "clean", "docs", "bench", "picture", "lint"}) <= targets


def test_both_readmes_show_the_same():
    one, other = (read(name) for name in READMES)
    commands = re.compile(r"^\$ (.*?)(?: --lang en)?( \|.*)?$", re.MULTILINE)
    assert [m[1] for m in commands.finditer(one)] == [m[1] for m in commands.finditer(other)]
    assert one.count("\n## ") == other.count("\n## ")
    assert one.count("\n```") == other.count("\n```")


def test_the_examples_of_the_library_page_run(monkeypatch):
    monkeypatch.chdir(ROOT)
    done = doctest.testfile(str(ROOT / "docs" / "library.md"), module_relative=False, encoding="utf-8")
    assert (done.failed, done.attempted >= 60) == (0, True)


def test_what_the_library_page_names_is_there():
    page = read("docs/library.md")
    for name in set(re.findall(r"`((?:engine|plans|reports|rules|standards)(?:\.[a-z_]+)+)", page)):
        module, _, attribute = name.rpartition(".")
        found = find_spec(name) is not None if find_spec(module).submodule_search_locations else False
        assert found or hasattr(import_module(module), attribute), name
    for path in set(re.findall(r"`((?:engine|plans|reports|rules|standards|cli)[\w/]*\.py)`", page)):
        assert (ROOT / path).is_file(), path


def size_of(picture):
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", head[16:24])


def test_the_picture_is_there():
    path = ROOT / "docs" / "images" / "report.png"
    assert size_of(path)[0] >= 1000
    assert path.stat().st_size > 50_000


def test_the_picture_can_be_taken_again(chromium, tmp_path):
    from picture import main

    assert main(tmp_path / "report.png") == 0
    assert size_of(tmp_path / "report.png") == size_of(ROOT / "docs" / "images" / "report.png")


def test_a_browser_shows_what_the_report_says(chromium, tmp_path):
    """The page works opened as a file, its script runs without an error, and filtering leaves what it should."""
    import subprocess

    from picture import report

    report(tmp_path / "report.html")
    arguments = [f"--user-data-dir={tmp_path / 'profile'}", "--enable-logging=stderr", "--v=0", "--dump-dom"]
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", *arguments]
    done = subprocess.run([*command, (tmp_path / "report.html").as_uri()], capture_output=True, encoding="utf-8")
    assert done.returncode == 0
    assert "1650" in done.stdout
    assert "不符合" in done.stdout
    assert "Uncaught" not in done.stderr
    assert "ERR_" not in done.stderr
