"""Damaged files by the thousand: whatever is in a file, its reader returns a document or one clear refusal.

``python benchmarks/fuzz_readers.py [--count 5000] [--seed 1] [--formats docx,pdf] [--office 20]`` mutates files of our
own sample plan, the same way every time for a seed, and reads each with its reader in a process that is limited in
memory and time. Told at the end, for each format: documents and refusals, and what must not be: exceptions that are
no refusal, crashes, hangs, files or descriptors left open, growing memory. ``--office`` is the number of files for the
formats that LibreOffice converts, which take seconds each. Exit code 1 when anything is wrong. ``--keep DIR`` saves the
files at fault. Needs what the tests need, LibreOffice too.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import random
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mutations import mutated

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 30
MEMORY = 1536 * 1024 * 1024
MOST_GROWN = 200 * 1024 * 1024
FORMATS = ("txt", "md", "html", "docx", "xlsx", "xls", "pdf", "ofd")
OFFICE = ("doc", "rtf", "odt")


def samples() -> dict[str, list[bytes]]:
    """Return whole files of each format, made as the tests make them."""
    sys.path[:0] = [str(ROOT / "tests" / "plans"), str(ROOT / "tests"), str(ROOT)]
    import plan_formats as plan
    from office_files import converted
    from pdf_files import Sheet, pdf

    by_hand = pdf(*(Sheet().lines(*(line[:26] for line in plan.LINES[at : at + 12])) for at in (0, 12, 24)))
    return {
        "txt": [plan.text(), plan.text().decode().encode("gbk")],
        "md": [plan.markdown()],
        "html": [plan.page().encode()],
        "docx": [plan.word()],
        "xlsx": [plan.annex(), converted(plan.annex(), "xlsx", "xlsx")],
        "xls": [converted(plan.annex(), "xlsx", "xls")],
        "pdf": [by_hand, converted(plan.word(), "docx", "pdf")],
        "ofd": [plan.set_in_pages(plan.LINES, plan.ROWS)],
        "doc": [converted(plan.word(), "docx", "doc")],
        "rtf": [converted(plan.word(), "docx", "rtf")],
        "odt": [converted(plan.word(), "docx", "odt")],
    }


def case(form: str, known: list[bytes], seed: int, number: int) -> bytes:
    """Return the file with this number; it depends on format, seed and number alone."""
    chance = random.Random(f"{form} {seed} {number}")
    return mutated(chance.choice(known), chance)


def outcome(read: Callable[[Path, bytes], Any], path: Path, data: bytes) -> str:
    """Return ``document``, the key of a refusal, or ``!`` and what is wrong."""
    from engine.errors import ReadError

    try:
        document = read(path, data)
    except ReadError as error:
        whole = path.as_posix() in error.text.zh and path.as_posix() in error.text.en
        return error.key if whole else f"! {error.key} does not name the file"
    except MemoryError:
        return "plans.too-much-memory"
    except Exception as error:
        return f"! {type(error).__name__}: {error}"
    return _fault(document) or "document"


def _fault(document: Any) -> str:
    """Return what is wrong with a document, nothing when every place in it is one."""
    end = 0
    for block in document.blocks:
        if not (0 <= block.start <= block.end <= len(document.text)) or block.start < end:
            return "! blocks out of order"
        end = block.end
        document.span(block.start, block.end)
    for table in document.tables:
        places = {
            (r, c)
            for x in table.cells
            for r in range(x.row, x.row + x.rows)
            for c in range(x.column, x.column + x.columns)
        }
        if len(places) != sum(x.rows * x.columns for x in table.cells):
            return "! cells of a table overlap"
    if pickle.loads(pickle.dumps(document)) != document:
        return "! does not come back from the worker"
    return ""


def _resident() -> int:
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if status.is_file() else 0


def _open_files() -> int:
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


def child(form: str, seed: int, first: int, count: int, known: list[bytes]) -> None:
    """Read cases one by one and tell of each on standard output; the parent watches for the end."""
    from plans.reader import readers
    from plans.worker import _limit

    read = next(reader.read for _, reader in readers() if form in reader.formats)
    _limit(MEMORY)
    for number in range(first, first + count):
        data = case(form, known, seed, number)
        signal.alarm(SECONDS)
        found = outcome(read, Path(f"方案.{form}"), data)
        signal.alarm(0)
        print(json.dumps([number, found, _resident(), _open_files()]), flush=True)


def run(form: str, known: list[bytes], seed: int, count: int) -> Iterator[tuple[int, str, int, int]]:
    """Yield what became of every case; a child that dies is told as a crash or a hang, and the next one goes on."""
    first = 0
    while first < count:
        command = [sys.executable, __file__, "--child", form, str(seed), str(first), str(count - first)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert process.stdin and process.stdout
        process.stdin.write(pickle.dumps(known))
        process.stdin.close()
        for line in process.stdout:
            number, found, resident, files = json.loads(line)
            first = number + 1
            yield number, found, resident, files
        code = process.wait()
        if first < count:
            yield first, "! hang" if code == -signal.SIGALRM else f"! crash (code {code})", 0, 0
            first += 1


def fuzz(form: str, known: list[bytes], seed: int, count: int, keep: Path | None) -> dict[str, Any]:
    """Return the tally of one format."""
    outcomes: Counter[str] = Counter()
    faults: list[str] = []
    grown = files = 0
    warm: tuple[int, int] | None = None
    for number, found, resident, opened in run(form, known, seed, count):
        outcomes["fault" if found.startswith("!") else found] += 1
        if found.startswith("!"):
            faults.append(f"{form} {number}: {found[2:]}")
            warm = None
            if keep:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{number}.{form}").write_bytes(case(form, known, seed, number))
        elif warm is None and number >= count // 5:
            warm = (resident, opened)
        elif warm is not None:
            grown, files = max(grown, resident - warm[0]), max(files, opened - warm[1])
    if files > 0:
        faults.append(f"{form}: {files} files were left open")
    if grown > MOST_GROWN:
        faults.append(f"{form}: memory grew by {grown >> 20} MB")
    return {"outcomes": outcomes, "faults": faults, "grown": grown}


def through_office(form: str, known: list[bytes], seed: int, count: int) -> dict[str, Any]:
    """Return the tally of a format that LibreOffice converts; the whole way is run, as for a user."""
    from plans import read_plan

    outcomes: Counter[str] = Counter()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TMPDIR"] = tempfile.tempdir = f"{folder}/temporary"
        Path(tempfile.tempdir).mkdir()
        for number in range(count):
            path = Path(folder, f"{number}.{form}")
            path.write_bytes(case(form, known, seed, number))
            found = outcome(lambda path, _: read_plan(path), path, b"")
            outcomes["fault" if found.startswith("!") else found] += 1
            if found.startswith("!") or list(Path(tempfile.tempdir).iterdir()):
                faults.append(f"{form} {number}: {found[2:] if found.startswith('!') else 'left files behind'}")
        tempfile.tempdir = None
        del os.environ["TMPDIR"]
    return {"outcomes": outcomes, "faults": faults, "grown": 0}


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return 1 when anything is wrong."""
    parser = argparse.ArgumentParser(description="read damaged files")
    parser.add_argument("--count", type=int, default=200, help="files a format")
    parser.add_argument("--office", type=int, default=0, help="files a format that LibreOffice converts")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--keep", type=Path, help="folder for the files at fault")
    given = parser.parse_args(arguments)
    known = samples()
    faults = []
    wanted = [form for form in given.formats.split(",") if form]
    for form in [*wanted, *(OFFICE if given.office else ())]:
        if form in OFFICE:
            told = through_office(form, known[form], given.seed, given.office)
        else:
            told = fuzz(form, known[form], given.seed, given.count, given.keep)
        faults += told["faults"]
        counts = ", ".join(f"{name.removeprefix('plans.')} {n}" for name, n in told["outcomes"].most_common())
        print(f"{form:5} {counts}; memory +{told['grown'] >> 20} MB", flush=True)
    for fault in faults:
        print(f"FAULT {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]), pickle.load(sys.stdin.buffer))
    else:
        sys.exit(main())
