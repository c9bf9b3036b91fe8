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
import io
import json
import os
import pickle
import random
import re
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 30
MEMORY = 1536 * 1024 * 1024
MOST_GROWN = 200 * 1024 * 1024
FORMATS = ("txt", "md", "html", "docx", "xlsx", "xls", "pdf", "ofd")
OFFICE = ("doc", "rtf", "odt")
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_TAG = re.compile(rb"<[^<>]{1,300}>")
_EXTREMES = (
    b"0",
    b"-1",
    b"1",
    b"255",
    b"65536",
    b"2147483648",
    b"-2147483649",
    b"99999999999999999999",
    b"1e400",
    b"",
    b"x",
)


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


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 2, 4, 16, 256, 4096)))


def _flip(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 64))):
        if made:
            made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _drop(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _numbers(data: bytes, chance: random.Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    for match in sorted(chance.sample(found, min(len(found), chance.choice((1, 3, 20)))), key=lambda m: -m.start()):
        data = data[: match.start()] + chance.choice(_EXTREMES) + data[match.end() :]
    return data


def _words(data: bytes, chance: random.Random) -> bytes:
    """Set a whole number of two or four bytes to an extreme."""
    start, size = chance.randrange(len(data) + 1), chance.choice((2, 4))
    return data[:start] + chance.choice((b"\xff", b"\x00", b"\x7f", b"\x80")) * size + data[start + size :]


def _tags(data: bytes, chance: random.Random) -> bytes:
    """Drop, double, swap or nest elements."""
    found = list(_TAG.finditer(data))
    if len(found) < 2:
        return _flip(data, chance)
    a, b = sorted(chance.sample(found, 2), key=lambda m: m.start())
    kind = chance.randrange(4)
    if kind == 0:
        return data[: a.start()] + data[a.end() :]
    if kind == 1:
        return data[: a.start()] + a[0] * chance.choice((2, 300)) + data[a.end() :]
    if kind == 2:
        return data[: a.start()] + b[0] + data[a.end() : b.start()] + a[0] + data[b.end() :]
    return data[: a.start()] + data[b.start() :]


def _elements(data: bytes, chance: random.Random) -> bytes:
    """Return XML that is still XML: elements dropped, doubled, moved or renamed, attributes taken away."""
    from lxml import etree

    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return _numbers(data, chance)
    for _ in range(chance.choice((1, 1, 3, 10))):
        inner = [element for element in root.iter() if isinstance(element.tag, str) and element.getparent() is not None]
        if len(inner) < 2:
            break
        one, other = chance.sample(inner, 2)
        parent = one.getparent()
        kind = chance.randrange(5)
        if kind == 0 and parent is not None:
            parent.remove(one)
        elif kind == 1 and parent is not None:
            parent.insert(parent.index(one), etree.fromstring(etree.tostring(one, with_tail=False)))
        elif kind == 2 and one not in other.iterancestors():
            other.append(one)
        elif kind == 3:
            one.tag = other.tag
        elif one.attrib:
            del one.attrib[chance.choice(sorted(one.attrib))]
    return etree.tostring(root)


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _drop, _double, _cut, _numbers, _words, _tags)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return a file with one to three faults; half of the zip files are mended as archives, so that parts are parsed."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _in_archive(data, chance)
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = chance.choice(MUTATIONS)(data, chance)
    return data


def _in_archive(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = sorted(name for name in parts if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml")
    for name in chance.sample(names, min(len(names), chance.choice((1, 1, 2)))):
        if chance.random() < 0.05:
            del parts[name]
        else:
            parts[name] = chance.choice((*MUTATIONS, *[_elements] * 5, *[_numbers] * 5))(parts[name], chance)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


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
