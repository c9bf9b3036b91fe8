"""What share of injected faults the checks see, and what they say of documents left as they were.

Run ``python benchmarks/inject.py --help``; ``--write`` puts the figures into docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]

from faults import Fault, Read, faults_of, injected  # noqa: E402

from engine.bind.binder import bind  # noqa: E402
from engine.check import check_plan, read_plan_text, reckoned  # noqa: E402
from engine.commitment import Extraction  # noqa: E402
from engine.document import Document  # noqa: E402
from engine.judge.finding import Finding, PlanResult  # noqa: E402
from engine.resolve.resolver import Resolver  # noqa: E402
from plans import read_plan  # noqa: E402
from rules import load_cards  # noqa: E402
from standards.catalogue import load_catalogue  # noqa: E402
from standards.in_force.selection import Selection  # noqa: E402

SAMPLES = ROOT / "plans" / "samples"
STANDARD = SAMPLES / "city-standard-2024.yaml"


@dataclass(frozen=True)
class Pair:
    """A plan and what it is held against: a standard, a higher document, or nothing."""

    plan: Path
    standard: Path | None = None
    against: Path | None = None


@dataclass
class Score:
    """How many faults of each kind there were, and how many were seen by a rule meant for them or by any."""

    tried: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    noticed: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    unchanged: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def count(self, fault: Fault, plan: Path, before: PlanResult, after: PlanResult, text: str) -> None:
        """Count one fault by what is reported with it and was not without it."""
        known = {(f.rule, f.message) for f in before.findings}
        new = [f for f in after.findings if (f.rule, f.message) not in known]
        self.tried[fault.kind] += 1
        hit = any(f.rule in fault.rules for f in new)
        self.seen[fault.kind] += hit
        self.noticed[fault.kind] += hit or any(f.severity != "note" for f in new)
        if not hit:
            was = " ".join(text[max(0, fault.start - 24) : fault.end + 12].split())
            others = ",".join(sorted({f.rule for f in new}))
            self.missed.append(f"{fault.kind} | {plan.name} | {was} → {fault.text} | {others}")


class Bench:
    """The cards, the catalogue and the standards, read once."""

    def __init__(self) -> None:
        self._resolver = Resolver(load_catalogue())
        self._cards = load_cards(())

    def read(self, path: Path) -> Document:
        """Return the document of a file."""
        return read_plan(path)

    def selection(self, pair: Pair) -> Selection:
        """Return what the plan of a pair is held against."""
        upper = read_plan_text(self.read(pair.against), self._resolver) if pair.against else None
        named = (pair.standard,) if pair.standard else ()
        known = frozenset(self._resolver.catalogue.indicators)
        return Selection(known, self._resolver, named=named, upper=upper, library=False)

    def check(self, document: Document, chosen: Selection) -> tuple[PlanResult, Read]:
        """Return what the check of a document finds, and the document as it was read."""
        extraction: Extraction = read_plan_text(document, self._resolver)
        found = chosen.of(extraction, _day(extraction))
        result = check_plan(found.extraction, found.applied, self._cards, self._resolver)
        binding = bind(found.applied, found.extraction, self._resolver)
        return result, Read(found.extraction, list(reckoned(found.extraction, document.file)), binding)


def _day(extraction: Extraction) -> date | None:
    return date(extraction.metadata.year, 12, 31) if extraction.metadata.year else None


def pairs(shared: Path | None, more: Sequence[Path]) -> Iterator[Pair]:
    """Yield the samples, the tests' own documents as files, and real documents where they are at hand."""
    yield Pair(SAMPLES / "county-plan-compliant.docx", STANDARD)
    yield Pair(SAMPLES / "county-plan.docx", STANDARD)
    yield Pair(SAMPLES / "township-plan.txt", against=SAMPLES / "county-plan-compliant.docx")
    yield Pair(ROOT / "benchmarks" / "arithmetic.txt")
    yield from _planted(ROOT / "tests" / "audit")
    seeds = sorted((shared / "seeds").glob("*.txt")) if shared else []
    for seed in seeds:
        yield Pair(seed)
    by_number = {seed.name[:3]: seed for seed in seeds}
    if {"000", "001", "003"} <= by_number.keys() and shared:
        floors = shared / "gold" / "floors-2022.yaml"
        yield Pair(by_number["000"], against=by_number["001"])
        yield from (Pair(by_number[n], floors) for n in ("001", "003") if floors.exists())
    yield from (Pair(path) for path in more)


def _planted(folder: Path) -> Iterator[Pair]:
    """Yield the tests' documents that are kept as files, each with what its case holds it against."""
    for case in sorted((folder / "cases").glob("*.json")):
        told = json.loads(case.read_text(encoding="utf-8"))
        plan = folder / "documents" / told["plan"]
        option, upper = told["args"][0], folder / "documents" / told["args"][-1]
        if plan.exists():
            standard = upper if option == "--standard" and upper.exists() else None
            against = upper if option == "--against" and upper.exists() else None
            yield Pair(plan, standard, against)


def measured(chosen: Sequence[Pair], most: int, seed: int, each: int = 0, kinds: Sequence[str] = ()) -> Score:
    """Return the score over at most ``most`` faults, the places drawn from all of them by ``seed``.

    ``each`` further ones of every kind that has fewer are added, as many as there are; ``kinds`` leaves the others out.
    """
    bench, score = Bench(), Score()
    known: list[_Prepared] = []
    rounds = 1
    prepared = list(_prepared(bench, score, chosen))
    seen: set[tuple[Pair, Fault]] = set()
    while rounds <= _ROUNDS and (len(known) < most or _rare(known, each)):
        for one in _faulty(prepared, random.Random(f"{seed}/{rounds}")):
            if (one[0], one[4]) not in seen and (not kinds or one[4].kind in kinds):
                seen.add((one[0], one[4]))
                known.append(one)
        rounds += 1
    rng = random.Random(seed)
    rng.shuffle(known)
    for pair, document, before, selection, fault in _drawn(known, most, each):
        after, _ = bench.check(injected(document, fault), selection)
        score.count(fault, pair.plan, before, after, document.text)
    return score


_ROUNDS = 12
_Prepared = tuple[Pair, Document, PlanResult, Selection, Fault]
_Unchanged = tuple[Pair, Document, PlanResult, Selection, Read]


def _rare(known: Sequence[_Prepared], each: int) -> bool:
    kinds = Counter(one[4].kind for one in known)
    return not kinds or min(kinds.values()) < each


def _drawn(known: Sequence[_Prepared], most: int, each: int) -> list[_Prepared]:
    """Return the first ``most``, and of every kind with fewer than ``each`` among them those that come next."""
    drawn = list(known[:most])
    kinds = Counter(one[4].kind for one in drawn)
    for one in known[most:]:
        if kinds[one[4].kind] < each:
            kinds[one[4].kind] += 1
            drawn.append(one)
    return drawn


def _prepared(bench: Bench, score: Score, chosen: Sequence[Pair]) -> Iterator[_Unchanged]:
    """Yield each document with what is found in it as it is, which is counted."""
    for pair in chosen:
        document = bench.read(pair.plan)
        selection = bench.selection(pair)
        before, read = bench.check(document, selection)
        name = f"{_called(pair.plan)}{_against(pair)}"
        score.unchanged[name] = Counter(_name(f) for f in before.findings if f.severity != "note")
        yield pair, document, before, selection, read


def _faulty(unchanged: Sequence[_Unchanged], rng: random.Random) -> Iterator[_Prepared]:
    for pair, document, before, selection, read in unchanged:
        for fault in faults_of(read, rng):
            yield pair, document, before, selection, fault


def _against(pair: Pair) -> str:
    other = pair.standard or pair.against
    return f" / {_called(other)}" if other else ""


def _called(path: Path) -> str:
    """Return a document's name; of a real one no more than its number."""
    return f"real plan {path.name[:3]}" if path.parent.name == "seeds" else path.name


def _name(finding: Finding) -> str:
    return f"{finding.severity} {finding.rule}"


def table(score: Score) -> str:
    """Return the figures as Markdown tables."""
    lines = ["| fault | injected | seen | share | noticed by any rule |", "|---|---:|---:|---:|---:|"]
    for kind in sorted(score.tried):
        lines.append(_row(kind, score.tried[kind], score.seen[kind], score.noticed[kind]))
    lines.append(_row("**all**", score.tried.total(), score.seen.total(), score.noticed.total()))
    lines += ["", "| document left as it was | errors | warnings |", "|---|---|---|"]
    for name, found in sorted(score.unchanged.items()):
        lines.append(f"| {name} | {_of(found, 'error')} | {_of(found, 'warning')} |")
    return "\n".join(lines)


def _row(kind: str, tried: int, seen: int, noticed: int) -> str:
    return f"| {kind} | {tried} | {seen} | {100 * seen / tried:.1f} % | {noticed} |" if tried else ""


def _of(found: Counter[str], severity: str) -> str:
    named = [f"{name.split()[1]} {n}" for name, n in sorted(found.items()) if name.startswith(severity)]
    return ", ".join(named) or "none"


def main() -> int:
    """Measure, print, and write docs/accuracy.md when asked to."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("documents", nargs="*", type=Path, help="further plans, checked for themselves")
    ask.add_argument("--count", type=int, default=1000, help="faults at most (default 1000)")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--each", type=int, default=0, help="at least so many of every kind, where there are")
    ask.add_argument("--kind", action="append", default=[], help="faults of this kind only; may be repeated")
    ask.add_argument("--missed", action="store_true", help="list what was not seen")
    ask.add_argument("--write", action="store_true", help="write docs/accuracy.md")
    args = ask.parse_args()
    shared = Path(os.environ["GOUJI_SHARED"]) if os.environ.get("GOUJI_SHARED") else None
    score = measured(list(pairs(shared, args.documents)), args.count, args.seed, args.each, args.kind)
    figures = table(score)
    print(figures)
    if args.missed:
        print("\n".join(score.missed))
    if args.write:
        page = ROOT / "docs" / "accuracy.md"
        page.write_text(
            _PAGE.format(figures=figures, seed=args.seed, count=args.count, each=args.each), encoding="utf-8"
        )
    return 0


_PAGE = """# Accuracy

Written by `python benchmarks/inject.py --count {count} --each {each} --seed {seed} --write` (with `GOUJI_SHARED` naming a folder of real
documents, where there is one).

**How it is measured.** One fault at a time is put into a document that is right at that place: a digit changed, swapped,
doubled or lost in a part or a total, a row left out, a figure taken out of what its standard allows by a tenth and by a
half, another period in the unit, 左右 for a bound, a later month. *Seen*: a finding that was not there before, of a rule
meant for that fault. *Noticed*: any new error or warning. Real documents have faults of their own; what is reported on
documents left as they were stands below.

**What is no fault and not counted.** A change that rounding hides (each finding says how large an error it could not have
seen). Parts that come to a tenth or more less than their whole, where no words say that they are all: some parts may be
named. A number of indicators up to what the cells listed may hold. A figure without a unit that differs from its twin. A row
that makes more than a third of its table.

{figures}
"""


if __name__ == "__main__":
    sys.exit(main())
