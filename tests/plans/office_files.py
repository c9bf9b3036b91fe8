"""Files made by LibreOffice and by Chromium, and what to do where these programs are missing."""

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest
from running import CI

FILTERS = {"xml": "xml:MS Word 2003 XML", "docx": "docx:MS Word 2007 XML", "xlsx": "xlsx:Calc MS Excel 2007 XML"}


def missing(reason: str) -> None:
    """Skip what cannot be tested here; in CI, where everything has to be there, fail."""
    pytest.fail(reason) if CI else pytest.skip(reason)


@cache
def soffice() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def need_office() -> str:
    """Return the path of LibreOffice; without it skips, under CI fails."""
    if soffice() is None:
        missing(
            "LibreOffice is not installed (Debian: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui)"
        )
    return soffice() or ""


@cache
def converted(data: bytes, suffix: str, target: str) -> bytes:
    """Return a file as LibreOffice saves it in another format."""
    program = need_office()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"plan.{suffix}")
        source.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        subprocess.run(
            [
                program,
                profile,
                "--headless",
                "--convert-to",
                FILTERS.get(target, target),
                "--outdir",
                f"{folder}/made",
                source,
            ],
            capture_output=True,
            check=True,
            timeout=300,
        )
        return next(Path(folder, "made").iterdir()).read_bytes()


@cache
def printed(page: str) -> bytes:
    """Return a web page as Chromium prints it into a PDF."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        missing("Chromium is not installed (Debian: apt-get install chromium)")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, made = Path(folder, "plan.html"), Path(folder, "plan.pdf")
        source.write_text(page, encoding="utf-8")
        subprocess.run(
            [
                str(program), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                f"--user-data-dir={folder}/profile", f"--print-to-pdf={made}", source.as_uri(),
            ],
            capture_output=True,
            timeout=300,
        )  # fmt: skip
        return made.read_bytes()
