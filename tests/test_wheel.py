"""The installed program, away from the checkout: what the wheel holds, and that it runs with what it asks for alone."""

import json
import re
import shutil
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest
from running import CI, COUNTY, ROOT, STANDARD, refused, run

from reports import available

PACKAGES = ("engine", "rules", "standards", "plans", "reports")
OFFLINE = re.compile("NameResolution|Failed to establish a new connection|Temporary failure in name resolution")


def pip(python: object, *arguments: object, cwd: Path) -> None:
    """Run pip; where no package registry can be reached skip, in CI fail."""
    done = run([str(python), "-m", "pip", *map(str, arguments), "--quiet", "--disable-pip-version-check"], cwd)
    if done.returncode and OFFLINE.search(done.stderr) and not CI:
        pytest.skip("no package registry can be reached from here")
    assert done.returncode == 0, done.stderr[-2000:]


def shipped() -> set[str]:
    """Every file of the program as the wheel should name it."""
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file()]
    return {p.relative_to(ROOT).as_posix() for p in files if "__pycache__" not in p.parts} | {"cli.py"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from a copy so that nothing is left behind in the checkout."""
    copy, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in shipped() | {"pyproject.toml", "README.md"}:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, copy / name)
    pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", target, copy, cwd=copy)
    (built,) = target.glob("gouji-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A function that runs the installed command in an empty folder with the samples in it, and that folder."""
    home = tmp_path_factory.mktemp("away")
    run([sys.executable, "-m", "venv", "env"], home)
    binaries = home / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    pip(binaries / "python", "install", wheel, cwd=home)
    for sample in (COUNTY, STANDARD):
        shutil.copy(ROOT / sample, home)
    return lambda *words: run([str(binaries / "gouji"), *words], home), home


def test_it_holds_every_file_of_the_program_and_no_test(wheel):
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == shipped()


def test_it_asks_for_python_3_11_or_any_later(wheel):
    with zipfile.ZipFile(wheel) as file:
        (name,) = [name for name in file.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = message_from_bytes(file.read(name))
    assert metadata["Requires-Python"] == ">=3.11"
    plain = [line for line in metadata.get_all("Requires-Dist") if "extra ==" not in line]
    assert plain
    assert all(re.search(r">=\d", line) and "<" not in line for line in plain)
    assert not [line for line in plain if "durable" in line]


def test_the_commands_run_away_from_the_checkout(installed):
    gouji, home = installed
    assert not (home / "cli.py").exists()
    assert re.fullmatch(r"gouji \d+\.\d+\.\d+\n", gouji("--version").stdout)
    assert "below-floor" in gouji("rules", "list").stdout
    assert "安徽省/黄山市/黟县/2022-livelihood" in gouji("standards", "list").stdout


def test_a_check_finds_the_same_as_in_the_checkout(installed):
    gouji, home = installed
    done = gouji("check", COUNTY.name, "--standard", STANDARD.name, "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    away = json.loads(done.stdout)
    assert away["tool"]["version"] != "0"
    command = [sys.executable, str(ROOT / "cli.py"), "check", COUNTY.name, "--standard", STANDARD.name]
    here = json.loads(run([*command, "--format", "json"], home).stdout)
    assert away["findings"] == here["findings"]
    assert away["tool"]["rules"] == here["tool"]["rules"]


def test_it_writes_the_html_report(installed):
    gouji, home = installed
    done = gouji("check", COUNTY.name, "--standard", STANDARD.name, "--format", "html", "--output", "report.html")
    assert (done.returncode, done.stdout) == (1, "")
    assert "1650" in (home / "report.html").read_text("utf-8")


def test_it_writes_every_format_without_an_extra(installed, tmp_path):
    gouji, _ = installed
    words = [word for name in available() for word in ("--format", name)]
    done = gouji("check", COUNTY.name, "--standard", STANDARD.name, *words, "--output", str(tmp_path / "reports"))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(list((tmp_path / "reports").iterdir())) == len(available())


def test_the_second_matcher_says_how_to_get_it(installed):
    gouji, _ = installed
    refused(gouji("check", COUNTY.name, "--standard", STANDARD.name, "--matcher", "durable"), "'.[durable]'")
