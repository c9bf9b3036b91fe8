"""Compile everything that runs would compile one by one: ``python -m engine.prepare``, once after an installation.

Where whoever runs gouji may not write beside its modules (an installation for all users of a server), only who installs
it can do so.
"""

from __future__ import annotations

import compileall
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from engine.kept_patterns import keep
from engine.patterns import every

PACKAGES = ("engine", "plans", "reports", "rules", "standards")


def prepare() -> bool:
    """Write the byte code of every module and the code of every pattern; return whether all could be written."""
    root = Path(__file__).resolve().parent.parent
    written = [bool(compileall.compile_dir(root / package, quiet=1)) for package in PACKAGES]
    written.append(bool(compileall.compile_file(root / "cli.py", quiet=1)))
    for package in PACKAGES:
        for module in walk_packages(import_module(package).__path__, f"{package}."):
            if not module.name.endswith("__main__"):
                with suppress(ImportError):  # an extra that is not installed
                    import_module(module.name)
    for pattern in every():
        pattern.compile()
    return keep() and all(written)


if __name__ == "__main__":
    sys.exit(not prepare())
