"""Damaged files of every format: a document or one clear refusal, never a crash, a hang or something left behind."""

import subprocess
import sys

import pytest
from office_files import need_office
from running import CI, ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))

import fuzz_readers

COUNT = 200 if CI else 25


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    script = ROOT / "benchmarks" / "fuzz_readers.py"
    return subprocess.run([sys.executable, str(script), *arguments], capture_output=True, encoding="utf-8", cwd=ROOT)


def test_mutated_files_of_every_format_are_read_or_refused():
    need_office()
    done = run("--count", str(COUNT), "--office", "3" if CI else "1")
    assert done.returncode == 0, done.stdout + done.stderr
    told = [line.split()[0] for line in done.stdout.splitlines()]
    assert told == [*fuzz_readers.FORMATS, *fuzz_readers.OFFICE]


def test_a_case_is_the_same_every_time():
    known = [b"<a><b>1</b><c>2</c></a>" * 9, b"zwei"]
    made = [fuzz_readers.case("html", known, 1, number) for number in range(50)]
    assert made == [fuzz_readers.case("html", known, 1, number) for number in range(50)]
    assert len(set(made)) > 40 and made != [fuzz_readers.case("html", known, 2, number) for number in range(50)]


BAD_READERS = {
    "an exception": ("raise KeyError('x')", "KeyError"),
    "a crash": ("os.abort()", "crash"),
    "a hang": ("time.sleep(99)", "hang"),
    "a file left open": ("kept.append(open(os.devnull)); return good(path, data)", "files were left open"),
    "memory that grows": ("kept.append(b'x' * (4 << 20)); return good(path, data)", "memory grew"),
    "a refusal that names no file": ("raise ReadError('plans.damaged', file='?')", "does not name the file"),
}


@pytest.mark.parametrize(("code", "fault"), BAD_READERS.values(), ids=BAD_READERS)
def test_the_run_notices(code, fault, tmp_path, monkeypatch):
    """A fuzz run that finds nothing says something only if it would have found it."""
    script = tmp_path / "fuzz_bad.py"
    script.write_text(
        f"import os, pickle, sys, time\nsys.path[:0] = [{str(ROOT)!r}, {str(ROOT / 'benchmarks')!r}]\n"
        "import fuzz_readers as run\nfrom engine.errors import ReadError\nimport plans.text\n"
        "good, kept = plans.text.READER.read, []\n"
        f"def bad(path, data):\n    {code}\n"
        "plans.text.TextReader.read = lambda self, path, data: bad(path, data)\n"
        "run.SECONDS = 1\n"
        "run.child(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]), pickle.load(sys.stdin.buffer))\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(fuzz_readers, "__file__", str(script))
    count = {"hang": 2, "memory grew": 100}.get(fault, 10)
    told = fuzz_readers.fuzz("txt", ["新增500人".encode()], 1, count, None)
    assert any(fault in line for line in told["faults"])
