"""How the time of a check grows with the number of requirements and commitments, and what a real pair of documents takes.

Run ``python benchmarks/growth.py --help``; README.md says what each figure means.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from texts import real_documents  # noqa: E402

from engine.bind.upper.draft import applied_draft, draft_standard  # noqa: E402
from engine.check import check_plan, document_of, read_plan_text  # noqa: E402
from engine.commitment import Extraction  # noqa: E402
from engine.resolve.resolver import Resolver  # noqa: E402
from rules import load_cards  # noqa: E402
from standards.catalogue import load_catalogue  # noqa: E402

SIZES = (50, 200, 1000, 5000)
_FIRST = "山水林田湖草沙桥路渠塘坝井站场馆院校园街"
_SECOND = "东西南北中上下前后左右内外高低新老大小长"
_THIRD = "巡护管养清扫值守检修监测培训宣讲走访调处核验登记"
_FOURTH = "到位达标办结覆盖完好合格入户上线建档签约"
_KNOWN = ("城乡居民基本医疗保险参保率", "农村自来水普及率", "普惠性幼儿园覆盖率", "高血压患者规范管理率")


def label(number: int) -> str:
    """Return a rate that no catalogue knows, another one for each number below 40,000; every fiftieth is a known one."""
    if number % 50 == 49:
        return _KNOWN[number // 50 % len(_KNOWN)]
    first, second = _FIRST[number % 20], _SECOND[number // 20 % 20]
    third, fourth = number // 400 % 12 * 2, number // 4800 % 10 * 2
    return f"{first}{second}{_THIRD[third : third + 2]}{_FOURTH[fourth : fourth + 2]}率"


def document(count: int, least: int, name: str) -> str:
    """Return a plan of ``count`` rates, five an item."""
    lines = [f"{name}2024年民生实事实施方案"]
    for item in range(0, count, 5):
        rates = "，".join(f"{label(n)}达到{least + n % 30}%" for n in range(item, min(item + 5, count)))
        lines.append(f"{item // 5 + 1}.{label(item)[:4]}行动。{rates}。")
    return "\n".join(lines)


def seconds(run: Callable[[], object], rounds: int) -> float:
    """Return the median processor time of several runs after one that is not counted."""
    run()
    taken = []
    for _ in range(rounds):
        begun = process_time()
        run()
        taken.append(process_time() - begun)
    return median(taken)


class Bench:
    """Checks documents in this process, everything loaded once."""

    def __init__(self, rounds: int) -> None:
        self._resolver = Resolver(load_catalogue())
        self._cards = load_cards()
        self._rounds = rounds

    def read(self, text: str, name: str) -> Extraction:
        """Return what a text says."""
        return read_plan_text(document_of(text, name), self._resolver)

    def check(self, plan: Extraction, upper: Extraction) -> Callable[[], Any]:
        """Return the check of a plan against a document that was read already."""
        applied = applied_draft(draft_standard(upper))
        return lambda: check_plan(plan, applied, self._cards, self._resolver)

    def measured(self, plan: Extraction, upper: Extraction) -> dict[str, Any]:
        """Return the time of a check, with what there was to check."""
        run = self.check(plan, upper)
        result = run()
        return {
            "requirements": len(result.coverage),
            "commitments": len(plan.commitments),
            "findings": len(result.findings),
            "milliseconds": round(seconds(run, self._rounds) * 1000, 1),
        }


def main() -> None:
    """Print the measurements as a table, or as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--largest", type=int, default=SIZES[-1])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--profile", action="store_true", help="the 25 costliest functions of the largest check")
    options = parser.parse_args()
    bench = Bench(options.rounds)
    rows: dict[str, dict[str, Any]] = {}
    sizes = [size for size in SIZES if size <= options.largest]
    for size in sizes:
        plan, upper = document(size, 60, "青溪县"), document(size, 62, "安岚市")
        rows[f"{size} × {size}"] = bench.measured(bench.read(plan, "plan"), bench.read(upper, "upper"))
    if options.profile:
        run = bench.check(
            bench.read(document(sizes[-1], 60, "青溪县"), "p"), bench.read(document(sizes[-1], 62, "市"), "u")
        )
        profile = cProfile.Profile()
        profile.runcall(run)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
    read = [bench.read(text, f"real-{number}") for number, text in enumerate(real_documents())]
    real = sorted(read, key=lambda extraction: len(extraction.commitments), reverse=True)[:2]
    if len(real) > 1:
        rows["largest real pair"] = bench.measured(real[0], real[1])
    first, last = rows[f"{sizes[0]} × {sizes[0]}"], rows[f"{sizes[-1]} × {sizes[-1]}"]
    growth = last["milliseconds"] / first["milliseconds"] / (sizes[-1] / sizes[0])
    if options.json:
        print(json.dumps({"rows": rows, "growth": round(growth, 2)}, ensure_ascii=False))
        return
    for name, row in rows.items():
        print(f"{name:20}", "  ".join(f"{key} {value}" for key, value in row.items()))
    print(f"growth {growth:.2f}")


if __name__ == "__main__":
    main()
