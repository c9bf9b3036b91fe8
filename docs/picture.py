"""Takes the picture of the sample's report that the READMEs show: ``python docs/picture.py docs/images/report.png``."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLAN = "plans/samples/county-plan.docx"
STANDARD = "plans/samples/city-standard-2024.yaml"
WINDOW = "1200,1240"


def report(target: Path) -> None:
    """Write the HTML report on the sample plan."""
    words = ["check", PLAN, "--standard", STANDARD, "--format", "html", "--output", str(target), "--fail-on", "never"]
    subprocess.run([sys.executable, str(ROOT / "cli.py"), *words], cwd=ROOT, check=True, capture_output=True)


def photograph(browser: str, page: Path, picture: Path) -> None:
    """Write what a browser without a window shows of a page as PNG."""
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        command += [f"--user-data-dir={profile}", f"--window-size={WINDOW}", f"--screenshot={picture}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)


def main(target: Path) -> int:
    """Take the picture; return an exit code."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        print("Chromium is not installed (Debian: apt-get install chromium fonts-noto-cjk)", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        report(page)
        target.parent.mkdir(parents=True, exist_ok=True)
        photograph(browser, page, target.absolute())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
