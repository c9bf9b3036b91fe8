"""Tables of real documents that lie beside the project; skipped where they do not."""

import csv
import os
from decimal import Decimal
from pathlib import Path

import pytest
from table_samples import document_of, grid_of

from engine.reconcile.tables.sums import table_totals
from engine.tables.find.flattened import find_flattened
from engine.tables.read.understand import read_table

SHARED = Path(os.environ.get("GOUJI_SHARED") or Path(__file__).resolve().parents[2].parent / "shared")
MATRIX = "003_5d2c4e9f01b9560e.txt"

needs_documents = pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(), reason=f"no documents in {SHARED} (set GOUJI_SHARED to the folder that has them)"
)


def text_of(name: str) -> str:
    with (SHARED / "seeds" / name).open(encoding="utf-8", newline="") as file:
        return file.read()


@needs_documents
def test_the_township_matrix_comes_out_whole() -> None:
    text = text_of(MATRIX)
    table = find_flattened(text)[-1]
    with (SHARED / "gold" / "anhua2023_matrix.csv").open(encoding="utf-8-sig", newline="") as file:
        expected = list(csv.reader(file))
    grid = grid_of(table, text)
    assert grid[0][1:] == expected[0][1:]
    assert grid[1 : len(expected)] == expected[1:]
    assert grid[-1] == ["", "5000", "20400", "656", "81", "300", "71", "50"]


@needs_documents
def test_one_column_of_the_matrix_is_out_by_two_and_the_others_tie_up() -> None:
    text = text_of(MATRIX)
    document = document_of(text)
    read = read_table(find_flattened(text)[-1], text, "t")
    facts = {fact.fields["label"]: fact for fact in table_totals([read], document, "p")}
    wrong = [fact for fact in facts.values() if fact.fields.get("agree") is not True]
    assert len(facts) == 7
    assert [(f.fields["stated"], f.fields["computed"], f.fields["gap"], f.fields["agree"]) for f in wrong] == [
        (20400, 20402, 2, False)
    ]
    assert [(e.role, e.span.start) for e in wrong[0].evidence[:2]] == [("plan", 4421), ("total", 5341)]
    assert read.columns[5].unit == "立方米" and read.columns[5].computed == Decimal(710000)


@needs_documents
def test_the_two_annexes_of_merged_cells_keep_one_indicator_a_row() -> None:
    text = text_of(MATRIX)
    reads = [read_table(table, text, str(i)) for i, table in enumerate(find_flattened(text))]
    counts = [sum(words.column_label == "指标任务" for words in read.words) for read in reads[:2]]
    assert counts == [22, 4]
    officers = {
        text[w.start : w.end]
        for w in reads[0].words
        if w.column_label == "牵头单位" and w.row_label.startswith("开展妇")
    }
    assert officers == {"县卫健局", "县妇联"}


@needs_documents
@pytest.mark.parametrize(
    "name",
    ["000_2fb60732ca072746.txt", "001_aea20ef7835498d2.txt", "002_b43cf99a255c3132.txt", "004_635fd06134c9d9a0.txt"],
)
def test_documents_of_prose_give_no_table(name: str) -> None:
    assert find_flattened(text_of(name)) == ()
