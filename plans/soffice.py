"""Running LibreOffice for one conversion: a fresh profile, limits on time, memory and output, and nothing left behind.

Every run imports this module to see whether it is a reader, so what only a conversion needs is imported there.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from engine.errors import ReadError
from engine.wording import Text
from plans.processes import kill

if TYPE_CHECKING:
    import subprocess

SECONDS = 120
"""Time that one conversion may take."""

MEMORY = 4 * 1024 * 1024 * 1024
"""Address space of each of its processes, in bytes, where the platform can limit it."""

OUTPUT = 200 * 1024 * 1024
"""Largest file that it may write, in bytes, where the platform can limit it."""

_PATIENCE = 100  # times a fiftieth of a second
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)

_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Calc/Content/Update", "Link", "2"),
    ("Common/Save/Document", "WarnAlienFormat", "false"),
)


def find() -> str | None:
    """Return the program to run, None where LibreOffice is not installed."""
    import shutil

    found = (shutil.which(name) for name in _NAMES)
    return next(filter(None, found), None) or next((place for place in _PLACES if Path(place).is_file()), None)


def convert(file: str, data: bytes, suffix: str, target: str, kind: Text, *, seconds: float = SECONDS) -> bytes:
    """Return ``data``, a file of the format ``kind`` with this suffix, as LibreOffice writes it in the format ``target``.

    ``target`` is a suffix and a filter (``docx:MS Word 2007 XML``). Raises ReadError, naming ``file``, without
    LibreOffice, when it cannot convert the file and when it takes longer than ``seconds``.
    """
    import subprocess
    from tempfile import TemporaryDirectory

    program = find()
    if program is None:
        raise ReadError("plans.needs-office", file=file, format=kind)
    with TemporaryDirectory(prefix="gouji-", ignore_cleanup_errors=True) as folder:
        source, made = Path(folder, f"plan.{suffix}"), Path(folder, "made")
        source.write_bytes(data)
        _write_settings(Path(folder, "profile", "user"))
        try:
            _run(
                [program, *_arguments(folder), "--convert-to", target, "--outdir", str(made), str(source)],
                seconds,
                folder,
            )
            return next(made.iterdir()).read_bytes()
        except subprocess.TimeoutExpired:
            raise ReadError("plans.too-slow", file=file, seconds=f"{seconds:g}") from None
        except (OSError, StopIteration):
            raise ReadError("plans.office-failed", file=file, format=kind) from None


def _arguments(folder: str) -> list[str]:
    profile = Path(folder, "profile").as_uri()
    plain = ("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard")
    return [f"-env:UserInstallation={profile}", *plain]


def _write_settings(folder: Path) -> None:
    """Write a profile that runs no macro, follows no link and reaches no network."""
    folder.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for path, name, value in _SETTINGS
    )
    proxy = "".join(
        f'<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for name, value in (
            ("ooInetProxyType", "2"),
            ("ooInetHTTPProxyName", "127.0.0.1"),
            ("ooInetHTTPProxyPort", "9"),
            ("ooInetHTTPSProxyName", "127.0.0.1"),
            ("ooInetHTTPSProxyPort", "9"),
            ("ooInetNoProxy", ""),
        )
    )
    (folder / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}{proxy}</oor:items>",
        encoding="utf-8",
    )


def _run(command: list[str], seconds: float, folder: str) -> None:
    import subprocess

    nothing = subprocess.DEVNULL
    own = {"HOME": folder, "TMPDIR": folder, "TMP": folder, "TEMP": folder, "SAL_USE_VCLPLUGIN": "svp"}
    process = subprocess.Popen(
        command, stdin=nothing, stdout=nothing, stderr=nothing, env=os.environ | own, cwd=folder, start_new_session=True
    )
    try:
        _limit(process.pid)
        process.wait(seconds)
    finally:
        _end(process)


def _limit(process: int) -> None:
    if sys.platform == "linux":
        import resource

        with suppress(OSError, ValueError):
            resource.prlimit(process, resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.prlimit(process, resource.RLIMIT_FSIZE, (OUTPUT, OUTPUT))
            resource.prlimit(process, resource.RLIMIT_CORE, (0, 0))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and whatever it started, and wait until all of it is gone."""
    late = process.poll() is None
    kill(process)
    process.wait()
    if late and os.name == "posix":
        _wait_for_group(process.pid)


def _wait_for_group(group: int) -> None:
    # What is still dying could write into the folder while it is being removed.
    for _ in range(_PATIENCE):
        try:
            os.killpg(group, 0)
        except (ProcessLookupError, PermissionError):
            return
        sleep(0.02)
