"""Every file in ``bad/`` has one fault. Its first line lists the words that the message must hold, its second the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from standards.files.faults import FaultyStandard
from standards.files.loader import load_standard, validate_file

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))
KNOWN = frozenset({"orphan-living-allowance", "urban-minimum-living-allowance", "rural-minimum-living-allowance"})


def heading(path: Path, name: str) -> str:
    prefix = f"# {name}:"
    return next(
        line.removeprefix(prefix).strip() for line in path.read_text("utf-8").splitlines() if line.startswith(prefix)
    )


def test_there_are_many():
    assert len(BAD) >= 40


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_one_fault_is_told_with_its_line_and_what_to_write(path):
    faults = validate_file(path, known_indicators=KNOWN)
    assert len(faults) == 1, [fault.sentence.zh for fault in faults]
    (fault,) = faults
    said = f"{fault.text.zh}\n{fault.text.en}"
    missing = [word for word in heading(path, "words").split(" | ") if word not in said]
    assert not missing, said
    assert fault.line == int(heading(path, "line")), fault.sentence.zh
    assert fault.column >= 1


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_it_is_refused_in_both_languages(path):
    with pytest.raises(FaultyStandard) as refused:
        load_standard(path, known_indicators=KNOWN)
    for sentence in (refused.value.text.zh, refused.value.text.en):
        assert f"{path}:" in sentence
        assert "{" not in sentence.replace("{ }", "").replace("{from", "")
