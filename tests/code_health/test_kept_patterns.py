"""Patterns kept beside the byte code are those that the interpreter would make, and a run never depends on them."""

import os
import re
import subprocess
import sys

import pytest
from source import ROOT

from engine.kept_patterns import compiled

PATTERNS = [
    (r"[一-龥]{2,4}(?P<unit>元|人)", 0),
    (r"(?P<a>\d+)(?P<b>[万亿])?(?P=a)(?<!第)", re.IGNORECASE | re.MULTILINE),
    (rb"<meta[^>]+charset=(\w+)", re.IGNORECASE),
    ("", re.DOTALL),
]
LOOK = """
from engine.kept_patterns import compiled
found = compiled(r"(?P<sum>[一二三]+)万", 0)
print(found.fullmatch("一二万")["sum"], found.groupindex["sum"], found.search("四万"))
"""
ANSWER = "一二 1 None\n"


def run(code, kept, **environment):
    """What a new process prints that keeps its byte code, and with it its patterns, under a folder."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    plain |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONPYCACHEPREFIX": str(kept)}
    done = subprocess.run([sys.executable, "-c", code], env=plain | environment, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def files(kept):
    return list(kept.rglob("*.patterns*"))


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_pattern_from_its_code_is_the_compiled_one(pattern, flags):
    for _ in range(2):
        mine, theirs = compiled(pattern, flags), re.compile(pattern, flags)
        assert mine == theirs
        assert (mine.pattern, mine.flags, mine.groups, mine.groupindex) == (
            theirs.pattern,
            theirs.flags,
            theirs.groups,
            theirs.groupindex,
        )


def test_a_wrong_pattern_is_told_as_ever():
    with pytest.raises(re.error, match="unterminated"):
        compiled("(去年", 0)


def test_a_later_run_takes_what_an_earlier_one_kept(tmp_path):
    assert run(LOOK, tmp_path) == ANSWER
    (kept,) = files(tmp_path)
    before = kept.stat()
    # Without the compiler of patterns only what is kept can answer.
    without = f"import re._compiler as c\ncode, c._code = c._code, None\n{LOOK}c._code = code\n"
    assert run(without, tmp_path) == ANSWER
    assert (kept.stat().st_mtime_ns, kept.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.parametrize("spoil", [b"", b"\0" * 99, b"i\x05\0\0\0", "half"])
def test_a_spoilt_file_is_no_hindrance_and_made_afresh(tmp_path, spoil):
    run(LOOK, tmp_path)
    (kept,) = files(tmp_path)
    good = kept.read_bytes()
    kept.write_bytes(good[: len(good) // 2] if spoil == "half" else spoil)
    assert run(LOOK, tmp_path) == ANSWER
    assert files(tmp_path) == [kept]
    assert kept.read_bytes() == good


def test_what_another_interpreter_or_version_kept_is_not_taken(tmp_path):
    run("import engine.kept_patterns as k\nk.VERSION = '0'\n" + LOOK, tmp_path)
    (kept,) = files(tmp_path)
    others = kept.read_bytes()
    assert run(LOOK, tmp_path) == ANSWER
    assert kept.read_bytes() != others


def test_nothing_is_written_where_no_byte_code_is(tmp_path):
    assert run(LOOK, tmp_path, PYTHONDONTWRITEBYTECODE="1") == ANSWER
    assert files(tmp_path) == []
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert run(LOOK, blocked) == ANSWER
    assert run("from engine.kept_patterns import keep\nprint(keep())", blocked) == "False\n"


def test_code_that_the_interpreter_refuses_is_compiled_afresh(tmp_path):
    wrong = "import engine.kept_patterns as k\nk._kept()[r'(?P<sum>[一二三]+)万', 0] = (32, bytes(40), 1, {'sum': 1})\n"
    assert run(wrong + LOOK, tmp_path) == ANSWER


def test_prepare_compiles_what_runs_need(tmp_path):
    run("from engine.prepare import prepare\nassert prepare()", tmp_path, PYTHONDONTWRITEBYTECODE="1")
    nothing_left = """
import re._compiler, cli, engine.audit, engine.patterns
code, re._compiler._code = re._compiler._code, None
for each in engine.patterns.every():
    each.compile()
re._compiler._code = code
print(len(engine.patterns.every()) > 100)
"""
    assert run(nothing_left, tmp_path) == "True\n"
