"""Sentences and documents labelled soundly: quotes stand in their texts, values and units are spelled right."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
FILES = sorted((HERE / "sentences").glob("*.yaml"))
GOLD = sorted((HERE / "documents").glob("*.json"))
PHENOMENA = {
    "bounds", "changes-from-to", "chinese-numerals", "damaged-text", "deadlines", "distribution-fenbie-jun",
    "item-structures", "mixed", "numbers", "parts-qizhong", "ranges", "relative-changes", "strength",
    "units-and-denominators", "vetoes-ages-qualifiers", "vetoes-dates-numbering", "vetoes-names",
}  # fmt: skip
OPS = {">=", ">", "<=", "<", "=", "~", "range"}
STRENGTHS = {"must", "should", "may"}
KINDS = {"standard", "rate", "amount", "limit"}
KEYS = {
    "quote", "nth", "op", "value", "high", "unit", "label", "scope", "baseline", "deadline", "strength", "kind",
    "optional",
}  # fmt: skip
# Spellings that the guide replaces by a canonical unit.
NOT_A_UNIT = re.compile(r"[\s·.．／()（）％]|^(名|位|方|m|km|㎡|万|亿|个月|个百分点)|万|亿|每")
PRODUCT_UNITS = {"月·人", "人·天"}
DEADLINE = re.compile(r"20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


def load(path: Path) -> list[dict[str, Any]]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def cases() -> list[Any]:
    return [pytest.param(case, id=f"{path.stem}-{n}") for path in FILES for n, case in enumerate(load(path), 1)]


def place(text: str, figure: dict[str, Any]) -> int:
    """Where the quote stands: its ``nth`` occurrence that does not begin in the middle of a longer number."""
    start = -1
    for _ in range(figure.get("nth", 1)):
        start = text.find(figure["quote"], start + 1)
        while start > 0 and figure["quote"][0].isdigit() and text[start - 1] in "0123456789.":
            start = text.find(figure["quote"], start + 1)
        assert start >= 0, f"not in the text: {figure['quote']!r}"
    return start


def check_amount(figure: dict[str, Any]) -> None:
    assert figure["op"] in OPS
    assert figure.get("strength", "must") in STRENGTHS
    assert figure["kind"] in KINDS
    numbers = [figure[key] for key in ("value", "high", "baseline") if figure.get(key) is not None]
    for number in numbers:
        assert isinstance(number, str), f"a number must be quoted: {number!r}"
        assert Decimal(number).is_finite()
    assert (figure.get("high") is not None) == (figure["op"] == "range")
    if figure["op"] == "range":
        assert Decimal(figure["value"]) < Decimal(figure["high"])
    assert figure["unit"] in PRODUCT_UNITS or not NOT_A_UNIT.search(figure["unit"].split("/")[0]), figure["unit"]
    if figure.get("deadline") is not None:
        assert DEADLINE.match(figure["deadline"])


@pytest.mark.parametrize("case", cases())
def test_sentence_is_well_formed(case: dict[str, Any]) -> None:
    assert set(case) <= {"text", "year", "figures"}
    places = set()
    for figure in case["figures"]:
        assert set(figure) <= KEYS
        assert figure["label"].strip()
        check_amount(figure)
        # One figure may hold for two groups ("甲、乙标准统一提高到700元"), each under its own name.
        key = (place(case["text"], figure), Decimal(figure["value"]), figure["label"])
        assert key not in places, f"labelled twice: {figure['quote']}"
        places.add(key)


def test_every_phenomenon_has_its_file_and_enough_sentences() -> None:
    counts = {path.stem: len(load(path)) for path in FILES}
    assert set(counts) == PHENOMENA
    assert min(counts.values()) >= 15, counts
    assert sum(counts.values()) >= 320, counts


def test_no_sentence_stands_twice() -> None:
    texts = [case["text"] for path in FILES for case in load(path)]
    assert len(texts) == len(set(texts))


def test_enough_sentences_tempt_without_binding() -> None:
    pure = sum(not case["figures"] for path in FILES for case in load(path))
    traps = sum(len(load(path)) for path in FILES if path.stem.startswith("vetoes-"))
    assert pure >= 75
    assert traps >= 90


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_document_labels_stand_where_they_say(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (path.parent / gold["doc"]).read_bytes().decode("utf-8")
    places, ids = set(), set()
    for figure in gold["commitments"]:
        start = figure["offset"]
        assert text[start : start + len(figure["quote"])] == figure["quote"], figure["id"]
        check_amount(figure)
        key = (start, Decimal(figure["value"]))
        assert key not in places, figure["id"]
        places.add(key)
        assert figure["id"] not in ids
        ids.add(figure["id"])
    for other in gold["not_commitments"]:
        assert text[other["offset"] : other["offset"] + len(other["quote"])] == other["quote"], other


def test_documents_of_every_style_are_labelled() -> None:
    assert len(GOLD) >= 19
