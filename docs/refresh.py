"""Runs every command shown in the READMEs and the office's page and writes what it prints below it: ``python docs/refresh.py``."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", ROOT / "README.zh-CN.md", ROOT / "docs" / "office.md")
_BLOCK = re.compile(r"(?P<open>^```console\n)(?P<body>.*?)(?P<close>^```$)", re.MULTILINE | re.DOTALL)


def fresh(page: str) -> str:
    """Return the page with the output of every ``$ command`` in its console blocks as it is now."""
    return _BLOCK.sub(lambda block: block["open"] + _run_all(block["body"]) + block["close"], page)


def _run_all(body: str) -> str:
    commands = [line.removeprefix("$ ") for line in body.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{printed(command)}" for command in commands)


def printed(command: str) -> str:
    """Return what a shell prints for a command in which ``gouji`` is the command of this checkout."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "gouji"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "cli.py"}" "$@"\n')
        program.chmod(0o755)
        path = os.pathsep.join([folder, os.environ["PATH"]])
        done = subprocess.run(
            ["sh", "-c", command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            cwd=ROOT,
            env=os.environ | {"PATH": path, "COLUMNS": "100"},
        )
    return done.stdout if done.stdout.endswith("\n") or not done.stdout else done.stdout + "\n"


if __name__ == "__main__":
    for file in PAGES:
        file.write_text(fresh(file.read_text("utf-8")), "utf-8")
