"""No text, however broken, does more than be refused; and the guide's own examples are right."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standard_samples import FLOOR, HEAD, write

from standards.files.faults import FaultyStandard
from standards.files.loader import load_standard, validate_file

GOOD = HEAD + FLOOR
PIECES = st.sampled_from(
    [
        "",
        " ",
        "\n",
        "：",
        ":",
        "- ",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "#",
        "&a",
        "*a",
        "!x",
        "null",
        "|",
        ">",
        "%",
        "\x00",
        "0",
        "，",
    ]
)
GUIDE = Path(__file__).parents[2] / "docs" / "standards.md"


@given(st.integers(0, len(GOOD)), st.integers(0, 30), PIECES | st.text(max_size=5))
def test_a_damaged_file_is_loaded_or_refused_with_a_line(tmp_path_factory, at, length, piece):
    path = tmp_path_factory.getbasetemp() / "damaged.yaml"
    path.write_bytes((GOOD[:at] + piece + GOOD[at + length :]).encode("utf-8", "surrogatepass"))
    lines = path.read_bytes().count(b"\n") + 2
    for fault in validate_file(path):
        assert 1 <= fault.line <= lines
        assert fault.text.zh and fault.text.en


@given(
    st.recursive(
        st.text(max_size=4), lambda t: st.lists(t, max_size=3) | st.dictionaries(st.text(max_size=3), t, max_size=3)
    )
)
def test_any_tree_under_a_key_is_refused_and_never_a_traceback(tmp_path_factory, tree):
    path = tmp_path_factory.getbasetemp() / "tree.yaml"
    import yaml

    for key in ("title", "source", "requirements", "place"):
        path.write_text(yaml.safe_dump({"level": "city", key: tree}, allow_unicode=True), "utf-8")
        with pytest.raises(FaultyStandard):
            load_standard(path)


def test_the_examples_of_the_guide_are_right(tmp_path):
    blocks = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    head, floor, repeal, series, total = blocks
    floor_and_more = floor + series.replace("2021-01-01", "2020-01-01").replace("2021-12-31", "2020-12-31")
    repealed_from, repealed_by = (line.split("#")[0] for line in repeal.strip().splitlines())
    loaded = load_standard(write(tmp_path, f"{repealed_from}\n{repealed_by}\n{head}" + floor_and_more + total))
    assert [r.id for r in loaded.requirements] == ["orphan-scattered", "employment"]
    assert loaded.requirements[0].values[0].number == "医保发〔2021〕32号"
    assert (loaded.entered_by, loaded.reviewed_by) == ("王某", "李某")
    assert (loaded.repealed, loaded.repealed_by) == (date(2024, 7, 1), "云政办〔2024〕15号")
