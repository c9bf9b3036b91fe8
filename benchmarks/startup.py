"""What one cold run of the command costs, against only importing libraries: those that it imports, and those it is made with.

Run ``python benchmarks/startup.py [PLAN --against DOCUMENT]``; README.md says what each figure means.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ROOT / "tests" / "extract" / "documents"
OWN = {"cli", "engine", "plans", "reports", "rules", "standards", "gouji", "__main__"}
# What a program for this job would import at its start: commands, checked files, YAML, units, likeness of words.
NAMED = ("click", "pydantic", "yaml", "pint", "rapidfuzz")
_IMPORT = re.compile(r"import time:\s*(?P<self>\d+) \|\s*(?P<all>\d+) \|(?P<indent>\s*)(?P<name>\S+)$", re.MULTILINE)
# Libraries are installed with their byte code; without ours every run would compile the whole program anew.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
_ENVIRONMENT |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
COMMAND = [sys.executable, "-m", "cli"]


def cold(command: list[str]) -> tuple[float, subprocess.CompletedProcess[str]]:
    """Run a command once in a new process; return its seconds and what it printed."""
    begin = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=_ENVIRONMENT, cwd=ROOT)
    return time.perf_counter() - begin, done


def imports(command: list[str]) -> list[tuple[str, int]]:
    """Return the modules that a run of the command imports, in order, with the microseconds of each itself."""
    traced = [command[0], "-X", "importtime", *command[1:]]
    return [(m["name"], int(m["self"])) for m in _IMPORT.finditer(cold(traced)[1].stderr)]


def libraries(command: list[str]) -> list[str]:
    """Return the modules that are neither ours nor there in every interpreter."""
    bare = {name for name, _ in imports([command[0], "-c", "pass"])}
    names = dict.fromkeys(name for name, _ in imports(command))
    return [name for name in names if name not in bare and name.partition(".")[0] not in OWN and _is_there(name)]


def _is_there(name: str) -> bool:
    """Whether the package of a module is installed: what was only looked for in vain is listed too."""
    return find_spec(name.partition(".")[0]) is not None


def measure(command: list[str], rounds: int) -> dict[str, Any]:
    """Time the command, both sets of libraries alone and the bare interpreter in turn; medians of ``rounds``."""
    names = libraries(command)
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "libraries.py"
        lines = ["import importlib", f"for name in {names!r}:", "    try: importlib.import_module(name)"]
        script.write_text("\n".join([*lines, "    except ImportError: pass"]), encoding="utf-8")
        runs = {
            "command": command,
            "libraries": [command[0], str(script)],
            "named": [command[0], "-c", f"import {', '.join(NAMED)}"],
            "interpreter": [command[0], "-c", "pass"],
        }
        times: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(rounds):
            for name, each in runs.items():
                times[name].append(cold(each)[0])
    medians = {name: median(each) for name, each in times.items()}
    return {
        "seconds": {name: round(each, 4) for name, each in medians.items()},
        "spread": {name: [round(min(each), 4), round(max(each), 4)] for name, each in times.items()},
        "ratio": round(medians["command"] / medians["libraries"], 3),
        "ratio to named": round(medians["command"] / medians["named"], 3),
        "own": round(medians["command"] - medians["libraries"], 4),
        "modules": len(names),
        "packages": sorted({name.partition(".")[0] for name in names} - sys.stdlib_module_names),
        "heaviest": sorted(imports(command), key=lambda each: -each[1])[:12],
    }


def show(result: dict[str, Any]) -> None:
    for name, seconds in result["seconds"].items():
        low, high = result["spread"][name]
        print(f"{name:<14}{seconds * 1000:>9.1f} ms   ({low * 1000:.1f}-{high * 1000:.1f})")
    print(f"{'ratio':<14}{result['ratio']:>9.3f}      command / libraries; {result['own'] * 1000:.1f} ms are our own")
    print(f"{'to named':<14}{result['ratio to named']:>9.3f}      command / named: {', '.join(NAMED)}")
    print(
        f"\n{result['modules']} library modules, of packages: {', '.join(result['packages']) or 'none but the standard'}"
    )
    print("heaviest modules by themselves (ms):")
    for name, micros in result["heaviest"]:
        print(f"  {micros / 1000:>8.1f}  {name}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plan", nargs="?", default=str(DOCUMENTS / "web-page.txt"))
    parser.add_argument("--against", default=str(DOCUMENTS / "work-report.txt"))
    parser.add_argument(
        "--arguments", nargs=argparse.REMAINDER, help="all arguments of gouji, instead of check A --against B"
    )
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    command = [*COMMAND, *(options.arguments or ["check", options.plan, "--against", options.against])]
    seconds, first = cold(command)
    if first.returncode not in (0, 1):
        last = (first.stderr.strip().splitlines() or ["no message"])[-1]
        print(f"cannot be measured: exit {first.returncode}: {last}", file=sys.stderr)
        return 2
    result = measure(command, options.rounds) | {"first": round(seconds, 4)}
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        show(result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
