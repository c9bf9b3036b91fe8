"""docs/office.md: its files are real files that do what the page says, its commands print what it shows."""

import json
import os
import re
import shutil
import sys

import pytest
from click.testing import CliRunner
from running import COUNTY, ROOT, STANDARD

from cli import main

sys.path.append(str(ROOT / "docs"))
PAGE = (ROOT / "docs" / "office.md").read_text("utf-8")
FILES = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder that the page describes, with the files as the page has them."""
    made = tmp_path_factory.mktemp("office")
    for name in re.findall(r"^      (\S+)  ", PAGE, re.MULTILINE):
        source = {COUNTY.name: COUNTY, STANDARD.name: STANDARD}.get(name)
        if source:
            shutil.copy(ROOT / source, made / name)
        else:
            (made / name).write_text(FILES[name], encoding="utf-8")
    return made


def run(folder, *words):
    done = CliRunner().invoke(main, ["check", str(folder / COUNTY.name), *words])
    assert done.exit_code < 2, done.stderr
    return done


def test_the_files_do_what_the_page_says(folder):
    assert sorted(FILES) == ["decisions.yaml", "gouji.yaml", "waivers.yaml"]
    result = json.loads(run(folder, "--format", "json").stdout)
    assert [f["rule"] for f in result["findings"] if f["waiver"]] == ["below-floor"]
    assert not {"waiver-unmatched", "decision-unmatched"} & {f["rule"] for f in result["findings"]}
    remarks = " ".join(result["remarks"])
    assert "gouji.yaml" in remarks and "D07 指标前用弱约束词" in remarks
    assert remarks.count("张某") == 2


def test_every_key_of_the_files_is_on_the_page():
    from rules.office import decisions, settings, waivers

    for form in (decisions._Entry, settings._Settings, waivers._Entry):
        for name, field in form.model_fields.items():
            if name not in ("high", "indicator", "requirement"):  # seldom needed: the errors name them
                assert re.search(rf"\b{field.alias or name}\b", PAGE), name


def test_the_fingerprint_shown_is_one_of_the_sample(folder):
    (shown,) = set(re.findall(r"--explain ([0-9a-f]+)", PAGE))
    done = run(folder, "--explain", shown)
    assert "below-floor" in done.stdout and "比较过的规定" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="the commands are shown as a POSIX shell takes them")
def test_the_output_shown_is_what_the_commands_print():
    from refresh import fresh

    assert PAGE.count("```console\n$ ") == 1
    assert fresh(PAGE) == PAGE, "run: make docs"


def test_both_halves_speak_of_the_same():
    chinese, english = PAGE.split("\n## One folder\n")
    for word in re.findall(r"`(--[a-z-]+|[a-z_]+\.yaml|accept|reject|correct|dismiss|relabel)`?", chinese):
        assert word in english, word
