"""Faults put into documents one at a time are seen, and documents without faults stay silent."""

import sys
from pathlib import Path

from running import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))

from inject import Bench, Pair, measured, pairs

SAMPLES = ROOT / "plans" / "samples"


def test_most_injected_faults_are_seen() -> None:
    score = measured(list(pairs(None, ())), most=80, seed=7)
    assert score.tried.total() == 80
    assert len(score.tried) >= 8
    assert score.seen.total() >= 79, "\n".join(score.missed)


def test_the_compliant_sample_is_left_alone() -> None:
    pair = Pair(SAMPLES / "county-plan-compliant.docx", SAMPLES / "city-standard-2024.yaml")
    bench = Bench()
    result, _ = bench.check(bench.read(pair.plan), bench.selection(pair))
    assert [f.rule for f in result.findings if f.severity != "note"] == []


def test_the_same_seed_gives_the_same_faults(tmp_path: Path) -> None:
    one, other = (
        measured([Pair(SAMPLES / "county-plan-compliant.docx", SAMPLES / "city-standard-2024.yaml")], 12, 3)
        for _ in range(2)
    )
    assert (one.tried, one.seen, one.missed) == (other.tried, other.seen, other.missed)
