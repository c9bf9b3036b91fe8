"""How fast figures are read out of text, how the time grows, what memory it takes, and against which peers.

Run ``python benchmarks/extraction.py --help``; README.md says what each figure means.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from texts import SHARED, real_documents, varied  # noqa: E402

PEERS = ("chinese2digits", "jionlp", "recognizers-number", "recognizers")
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
_LONGEST = 900


def run(python: str, reader: str, texts: list[str], folder: Path) -> dict[str, Any]:
    """Return one measurement made in a process of its own, ``{"error": …}`` when it could not be made."""
    file = folder / "texts.json"
    file.write_text(json.dumps(texts), encoding="utf-8")
    try:
        done = subprocess.run(
            [python, str(HERE / "reading.py"), reader, str(file)], capture_output=True, text=True, timeout=_LONGEST
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return {"error": str(error).splitlines()[0]}
    if done.returncode:
        return {"error": (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1]}
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def summary(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the medians of several measurements of the same thing."""
    failed = next((r for r in rounds if "error" in r), None)
    if failed:
        return failed
    seconds = median(r["seconds"] for r in rounds)
    first = rounds[0]
    return {
        "characters": first["characters"],
        "figures": first["figures"],
        "seconds": round(seconds, 4),
        "rate": round(first["characters"] / seconds),
        "slowest": round(first["characters"] / max(r["seconds"] for r in rounds)),
        "fastest": round(first["characters"] / min(r["seconds"] for r in rounds)),
        "memory": first["grown"] and median(r["grown"] for r in rounds),
    }


def speed(options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Measure the real documents and varied text of every size."""
    results: dict[str, Any] = {}
    real = real_documents()
    if real:
        results["real documents"] = summary([run(sys.executable, "gouji", real, folder) for _ in range(options.rounds)])
        # The five of them take a few milliseconds: fifty times over, the clock matters less.
        results["real documents, 50 times"] = summary(
            [run(sys.executable, "gouji", real * 50, folder) for _ in range(options.rounds)]
        )
    else:
        results["real documents"] = {"skipped": f"set {SHARED} to the folder that holds seeds/"}
    for size in [s for s in SIZES if s <= options.largest]:
        rounds = options.rounds if size < 10_000_000 else max(1, options.rounds // 2)
        results[f"varied text, {size:,}"] = summary(
            [run(sys.executable, "gouji", [varied(size)], folder) for _ in range(rounds)]
        )
    rates = [r["rate"] for name, r in results.items() if name.startswith("varied") and "rate" in r]
    if len(rates) > 1:
        results["growth"] = {"ratio": round(rates[-1] / rates[0], 3)}
    return results


def peers(options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Measure the peers and ourselves on one sample, turn by turn, and give the ratios of the medians."""
    source = "\n".join(real_documents()) or varied(100_000)
    sample = source[: options.sample]
    rounds: dict[str, list[dict[str, Any]]] = {name: [] for name in ("gouji", *PEERS)}
    for _ in range(options.rounds):
        for name, measured in rounds.items():
            if any("error" in r for r in measured):
                continue
            measured.append(run(sys.executable if name == "gouji" else options.peers, name, [sample], folder))
    results = {name: summary(measured) for name, measured in rounds.items()}
    ours = results["gouji"].get("rate")
    for result in results.values():
        if ours and "rate" in result:
            result["ratio"] = round(ours / result["rate"], 2)
    return results


def line(name: str, result: dict[str, Any]) -> str:
    """Return one line of the table."""
    if "rate" not in result:
        return f"{name:<28}{next(iter(result.values()))}"
    memory = f"{result['memory'] / 1e6:>9.1f}" if result["memory"] is not None else f"{'-':>9}"
    ratio = f"{result['ratio']:>12}" if "ratio" in result else ""
    spread = f"{result['slowest']:,}-{result['fastest']:,}"
    return f"{name:<28}{result['characters']:>12,}{result['figures']:>9,}{result['rate']:>12,}  {spread:<24}{memory}{ratio}"


def show(results: dict[str, dict[str, Any]]) -> None:
    for part, lines in results.items():
        head = f"{part:<28}{'characters':>12}{'figures':>9}{'chars/s':>12}  {'slowest-fastest':<24}{'MB grown':>9}"
        print(head + (f"{'gouji is ×':>12}" if part == "peers" else ""))
        for name, result in lines.items():
            print(line(name, result))
        print()


def profile(size: int) -> None:
    """Print the 25 functions that take most of the time over ``size`` characters of varied text."""
    from reading import gouji

    read, text = gouji(), varied(size)
    read(text[:2000])
    profiler = cProfile.Profile()
    profiler.runcall(read, text)
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(25)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="measurements of each thing, the median counts")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="longest varied text, in characters")
    parser.add_argument("--peers", metavar="PYTHON", help="an interpreter that has the peers installed")
    parser.add_argument("--sample", type=int, default=4000, help="characters that peers and gouji read in turn")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--profile", action="store_true", help="print where the time goes, measure nothing else")
    options = parser.parse_args()
    if options.profile:
        return profile(min(options.largest, 1_000_000))
    results: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as name:
        results["speed"] = speed(options, Path(name))
        results["peers"] = (
            peers(options, Path(name)) if options.peers else {"peers": {"skipped": "name their interpreter by --peers"}}
        )
    if options.json:
        print(json.dumps(results, ensure_ascii=False, indent=1))
    else:
        show(results)
    return None


if __name__ == "__main__":
    main()
