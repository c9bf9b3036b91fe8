"""How fast files of each format are read, in pages a second, and against which peers.

``python benchmarks/formats.py [--peers PYTHON] [--copies 40] [--rounds 5] [--json]``; README.md says what each figure
means. The files are the sample plan many times over, made as the tests make them; PDF and .xls take LibreOffice.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = 700
"""Characters of text that count as a page."""

Reader = Callable[[Path], str]


def gouji() -> Reader:
    sys.path.insert(0, str(ROOT))
    from plans.reader import choose

    def read(path: Path) -> str:
        data = path.read_bytes()
        chosen = choose(data, path.name)
        assert chosen is not None
        return chosen[1].read(path, data).text

    return read


def whole() -> Reader:
    """Read as a run does, with a process of its own for the file."""
    sys.path.insert(0, str(ROOT))
    from plans import read_plan

    return lambda path: read_plan(path).text


def python_docx() -> Reader:
    import docx

    def read(path: Path) -> str:
        parts = []
        for part in docx.Document(str(path)).iter_inner_content():
            rows = getattr(part, "rows", None)
            parts += [part.text] if rows is None else [cell.text for row in rows for cell in row.cells]
        return "\n".join(parts)

    return read


def openpyxl() -> Reader:
    import openpyxl as package

    def read(path: Path) -> str:
        book = package.load_workbook(path, data_only=True)
        return "\n".join(str(value) for sheet in book for row in sheet.values for value in row if value is not None)

    return read


def pdfplumber() -> Reader:
    import logging

    import pdfplumber as package

    logging.disable(logging.CRITICAL)

    def read(path: Path) -> str:
        parts = []
        with package.open(path) as book:
            for page in book.pages:
                parts.append(page.extract_text())
                parts += [cell or "" for table in page.extract_tables() for row in table for cell in row]
        return "\n".join(parts)

    return read


def markitdown() -> Reader:
    from markitdown import MarkItDown

    converter = MarkItDown()
    return lambda path: converter.convert(str(path)).text_content


READERS: dict[str, Callable[[], Reader]] = {
    "gouji": gouji, "whole": whole, "python-docx": python_docx, "openpyxl": openpyxl, "pdfplumber": pdfplumber,
    "markitdown": markitdown,
}  # fmt: skip
PEERS = {
    "docx": ("python-docx", "markitdown"),
    "xlsx": ("openpyxl", "markitdown"),
    "pdf": ("pdfplumber", "markitdown"),
    "html": ("markitdown",),
}


def files(copies: int, folder: Path) -> dict[str, Path]:
    """Write the sample plan ``copies`` times over in every format; return the files by format."""
    sys.path[:0] = [str(ROOT / "tests" / "plans"), str(ROOT / "tests"), str(ROOT)]
    import openpyxl as package
    import plan_formats as plan
    from ofd_files import set_in_pages
    from office_files import converted
    from word_files import docx, p, r, row, tbl

    lines = [line for _ in range(copies) for line in plan.LINES]
    rows = [plan.ROWS[0], *(line for _ in range(copies) for line in plan.ROWS[1:])]
    word = docx(*(p(r(line)) for line in lines), tbl(*(row(*line) for line in rows)), p(r("完")))
    book = package.Workbook()
    for number in range(copies * 20):
        for line in plan.ROWS:
            book.active.append([int(cell) if cell.isdigit() else f"{cell}{number}" for cell in line])
    saved = io.BytesIO()
    book.save(saved)
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>" for line in rows)
    made = {
        "txt": "\n".join([*lines, *("\t".join(line) for line in rows)]).encode(),
        "md": "\n\n".join(lines).encode(),
        "html": f"<!doctype html><meta charset='utf-8'>{''.join(f'<p>{x}</p>' for x in lines)}<table>{table}</table>".encode(),
        "docx": word,
        "xlsx": saved.getvalue(),
        "xls": converted(saved.getvalue(), "xlsx", "xls"),
        "pdf": converted(word, "docx", "pdf"),
        "ofd": set_in_pages(lines, plan.ROWS),
    }
    found = {}
    for form, data in made.items():
        found[form] = folder / f"plan.{form}"
        found[form].write_bytes(data)
    return found


def measure(reader: str, file: Path) -> dict[str, Any]:
    """Read a file twice and return seconds and characters of the second time; the first one also imports libraries."""
    read = READERS[reader]()
    read(file)
    begin = time.perf_counter()
    text = read(file)
    return {"seconds": time.perf_counter() - begin, "characters": len("".join(text.split()))}


def run(python: str, reader: str, file: Path) -> dict[str, Any]:
    """Return one measurement made in a process of its own, ``{"error": …}`` when it could not be made."""
    done = subprocess.run([python, __file__, "--measure", reader, str(file)], capture_output=True, text=True)
    if done.returncode:
        return {"error": (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1]}
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def compare(form: str, file: Path, peers: str, rounds: int) -> dict[str, Any]:
    """Return the medians of one format: ours, the whole way, and the peers', turn by turn."""
    turns = [(sys.executable, "gouji"), (sys.executable, "whole")]
    turns += [(peers, name) for name in PEERS.get(form, ()) if peers]
    taken: dict[str, list[dict[str, Any]]] = {name: [] for _, name in turns}
    for _ in range(rounds):
        for python, name in turns:
            taken[name].append(run(python, name, file))
    told: dict[str, Any] = {"format": form, "bytes": file.stat().st_size}
    for name, results in taken.items():
        failed = next((result["error"] for result in results if "error" in result), None)
        told[name] = {"error": failed} if failed else {
            "seconds": round(median(result["seconds"] for result in results), 4),
            "characters": results[0]["characters"],
        }  # fmt: skip
    ours = told["gouji"]
    told["pages"] = round(ours["characters"] / PAGE, 1)
    for name in taken:
        if "seconds" in told[name]:
            told[name]["pages/s"] = round(told["pages"] / told[name]["seconds"])
            told[name]["gouji is x"] = round(told[name]["seconds"] / ours["seconds"], 2)
    return told


def main() -> None:
    """Run the command line and print a table or JSON."""
    parser = argparse.ArgumentParser(description="pages a second for each format")
    parser.add_argument("--peers", default="", help="an interpreter that has the peers")
    parser.add_argument("--copies", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        results = [
            compare(form, file, given.peers, given.rounds) for form, file in files(given.copies, Path(folder)).items()
        ]
    if given.json:
        print(json.dumps(results, indent=1))
        return
    print(f"{'format':7}{'pages':>7}  {'reader':12}{'pages/s':>9}{'characters':>12}  gouji is ×")
    for told in results:
        for name in (name for name in READERS if name in told):
            row = told[name]
            if "error" in row:
                print(f"{told['format']:7}{told['pages']:7}  {name:12}{row['error'][:60]}")
            else:
                print(
                    f"{told['format']:7}{told['pages']:7}  {name:12}{row['pages/s']:9}{row['characters']:12}  {row['gouji is x']}"
                )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(sys.argv[2], Path(sys.argv[3]))))
    else:
        main()
