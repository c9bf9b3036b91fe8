"""One plan of ours, saved in every format, gives the same commitments and the same findings."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from plan_formats import FORMATS
from running import ROOT, STANDARD

from engine.check import Circumstances, check_plan, read_plan_text
from engine.commitment import Extraction
from engine.resolve.resolver import Resolver
from plans import read_as_one
from rules import load_cards
from standards.catalogue import load_catalogue
from standards.files.loader import load_standard
from standards.in_force.apply import apply

FINDINGS = ["below-floor", "body-annex-conflict", "parts-mismatch", "sum-mismatch"]
FIXED_PAGES = ("pdf of LibreOffice", "pdf of Chromium", "ofd")


@cache
def resolver() -> Resolver:
    return Resolver(load_catalogue())


@pytest.fixture(scope="module")
def saved(tmp_path_factory) -> dict[str, Extraction]:
    return {}


def extraction(name: str, saved: dict[str, Extraction], folder: Path) -> Extraction:
    """Save the plan in a format, read it and keep what it says for the tests that follow."""
    if name not in saved:
        paths = []
        for file, data in FORMATS[name]():
            (folder / file).write_bytes(data)
            paths.append(folder / file)
        saved[name] = read_plan_text(read_as_one(paths), resolver())
    return saved[name]


def commitments(found: Extraction) -> Counter:
    return Counter((c.label, c.bound, c.unit, c.scope, c.deadline, c.responsible) for c in found.commitments)


def columns(found: Extraction) -> list[tuple]:
    return [(column.label, column.unit, column.stated, column.computed) for t in found.tables for column in t.columns]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_commitments_in_every_format(name, saved, tmp_path):
    plain, found = extraction("txt", saved, tmp_path), extraction(name, saved, tmp_path)
    assert len(plain.commitments) == 33
    assert commitments(found) == commitments(plain)
    assert columns(found) == columns(plain) != []
    assert [item.title for item in found.items] == [item.title for item in plain.items]
    assert found.metadata == plain.metadata
    assert found.document.notes == ()


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_findings_in_every_format(name, saved, tmp_path):
    found = extraction(name, saved, tmp_path)
    standard = load_standard(ROOT / STANDARD, known_indicators=frozenset(resolver().catalogue.indicators))
    applied = apply((standard,), level=found.metadata.level, on=date(2024, 12, 31))
    result = check_plan(found, applied, load_cards(()), resolver(), Circumstances(on="2024-12-31"))
    assert sorted(finding.rule for finding in result.findings if finding.severity == "error") == FINDINGS
    texts = extraction("txt", saved, tmp_path)
    plain = check_plan(texts, applied, load_cards(()), resolver(), Circumstances(on="2024-12-31"))
    assert Counter(f.message for f in result.findings) == Counter(f.message for f in plain.findings)


@pytest.mark.parametrize("name", FIXED_PAGES)
def test_every_commitment_on_a_page_has_boxes(name, saved, tmp_path):
    found = extraction(name, saved, tmp_path).commitments
    assert found
    for commitment in found:
        assert commitment.span.boxes and commitment.span.page == commitment.span.boxes[0].page
