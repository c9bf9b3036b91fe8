"""What all tests share: the real documents, and programs that may be missing."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from running import CI, SHARED

# No test depends on the time it takes; in CI every run draws the same examples.
settings.register_profile("gouji", deadline=None, derandomize=CI, print_blob=not CI)
settings.load_profile("gouji")


@pytest.fixture(scope="session")
def seeds() -> dict[str, Path]:
    """Return the real documents by their number; skips where they are not at hand."""
    found = {path.name[:3]: path for path in sorted((SHARED / "seeds").glob("*.txt"))}
    if not found:
        pytest.skip(f"no real documents in {SHARED}: set GOUJI_SHARED to the folder that holds seeds/")
    return found


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of a Chromium; without one skips, under CI fails."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        reason = "Chromium is not installed (Debian: apt-get install chromium)"
        pytest.fail(reason) if CI else pytest.skip(reason)
    return found
