"""A rule, a standard, an indicator, a format read or written is one new file: nothing else is to be edited."""

import json
import re
import shutil
import sys
from itertools import pairwise

import pytest
import yaml
from running import ROOT, STANDARD, TOWNSHIP, run
from source import PACKAGES, modules

READER = """
from hashlib import sha256

from engine.document import Block, Document

class Shouted:
    formats = ("shout",)
    isolated = False
    generic = False

    def sniff(self, head, name):
        return head.startswith(b"SHOUT:")

    def read(self, path, data):
        text = data.decode()[6:]
        return Document(path.as_posix(), sha256(data).hexdigest(), "shout", text, (Block(0, len(text)),))

READER = Shouted()
"""
ANNOTATOR = """
class ShoutedNotes:
    formats = ("shout",)
    suffixes = (".shout",)

    def annotate(self, path, data, remarks):
        return data + "\\n".join(line for remark in remarks for line in remark.paragraphs).encode()

ANNOTATOR = ShoutedNotes()
"""
RENDERER = """
name = "tally"
suffix = ".tally"
binary = False

def render(audit, options):
    return f"{sum(len(plan.findings) for plan in audit.plans)} findings".encode()
"""
INDICATOR = """
theme: {zh: 图书馆, en: Libraries}
indicators:
  library-seats:
    name: 图书馆阅览座位数
    en: Seats in libraries
    unit: 个
    kind: amount
    aliases: [图书馆 座位, 阅览座位]
"""
LAW = """
title: 关于公共图书馆座位的规定
number: ""
issuer: 某部
level: nation
place: 全国
source: {confidence: primary, checked: 2024-01-01}
requirements:
  - id: seats
    indicator: library-seats
    label: 图书馆阅览座位数
    binding: floor
    values: [{from: 2020-01-01, op: ">=", value: "120", unit: 个}]
"""
PLAN = "白石镇2024年民生实事方案\n\n1.全民阅读。图书馆阅览座位达到100个，12月底前完成。（责任单位：镇文化站）\n"


@pytest.fixture(scope="module")
def extended(tmp_path_factory):
    """A copy of the program with one more file of each kind."""
    copy = tmp_path_factory.mktemp("copy")
    for folder in PACKAGES:
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "cli.py", copy)
    card = (ROOT / "rules" / "drafting" / "no-deadline.yaml").read_text("utf-8")
    own = card.replace("id: no-deadline", "id: own-card").replace("code: D08", "code: D98")
    added = {
        "rules/drafting/own-card.yaml": own.replace("deadlines: 0}", "deadlines: {gte: 0}}"),
        "plans/shouted.py": READER,
        "plans/shouted_notes.py": ANNOTATOR,
        "reports/tally.py": RENDERER,
        "standards/indicators/libraries.yaml": INDICATOR,
        "standards/library/全国/2020-library-seats.yaml": LAW,
        "plan.shout": f"SHOUT:{PLAN}",
    }
    for name, text in added.items():
        assert not (copy / name).exists()
        (copy / name).write_text(text, "utf-8")
    return lambda *words: run([sys.executable, "cli.py", *map(str, words)], copy)


class TestOneMoreFile:
    def test_a_card(self, extended):
        assert "own-card" in extended("rules", "list").stdout
        done = extended("check", "plan.shout", "--no-library", "--format", "json", "--select", "own-card")
        assert [finding["rule"] for finding in json.loads(done.stdout)["findings"]] == ["own-card"]

    def test_a_reader(self, extended):
        done = extended("extract", "plan.shout", "--format", "json")
        assert [c["value"] for c in json.loads(done.stdout)["commitments"]] == ["100"]

    def test_an_annotator(self, extended):
        done = extended("check", "plan.shout", "--no-library", "--format", "annotated", "--output", "-")
        assert done.stdout.startswith("SHOUT:") and "第1条【" in done.stdout

    def test_a_renderer(self, extended):
        done = extended("check", TOWNSHIP, "--standard", STANDARD, "--format", "tally")
        assert done.stdout.endswith(" findings")

    def test_a_standard_of_the_library_and_its_indicator(self, extended):
        assert "全国/2020-library-seats" in extended("standards", "list").stdout
        done = extended("check", "plan.shout", "--place", "安徽省/黄山市/黟县", "--format", "json")
        (finding,) = [f for f in json.loads(done.stdout)["findings"] if f["rule"] == "below-floor"]
        assert (finding["indicator"], finding["standard"]["id"]) == ("library-seats", "全国/2020-library-seats")


class TestEveryFileThereIs:
    def test_cards(self):
        from rules import card_files, load_cards

        files = sorted((ROOT / "rules").rglob("*.yaml"))
        assert sorted(card_files()) == files
        assert [card.id for card in load_cards()] == sorted(file.stem for file in files)

    def test_indicators(self):
        from standards.catalogue import load_catalogue

        files = (ROOT / "standards" / "indicators").glob("*.yaml")
        written = [name for file in files for name in yaml.safe_load(file.read_text("utf-8"))["indicators"]]
        assert sorted(load_catalogue().indicators) == sorted(written)

    def test_standards(self):
        from standards.files.loader import load_library

        library = ROOT / "standards" / "library"
        files = [path.relative_to(library).with_suffix("").as_posix() for path in library.rglob("*.yaml")]
        ids = [standard.id for standard in load_library()]
        assert sorted(ids) == sorted(files)

    def test_readers(self):
        from plans.reader import readers

        written = {path.stem for path in (ROOT / "plans").glob("*.py") if "\nREADER" in path.read_text("utf-8")}
        assert {name for name, _ in readers()} == {f"plans.{stem}" for stem in written}
        assert [later.generic >= first.generic for (_, first), (_, later) in pairwise(readers())]

    def test_annotators(self):
        from plans.annotation import annotators

        written = {path.stem for path in (ROOT / "plans").glob("*.py") if "\nANNOTATOR" in path.read_text("utf-8")}
        assert {annotator.module for annotator in annotators().values()} == {f"plans.{stem}" for stem in written}

    def test_renderers(self):
        from reports import available

        written = [path.stem for path in (ROOT / "reports").glob("*.py") if "\nsuffix = " in path.read_text("utf-8")]
        assert sorted(available()) == sorted(written)

    def test_the_help_names_every_format(self):
        from cli import main
        from reports import available
        from reports.comparing import formats

        for command, names in (("check", available()), ("compare", formats())):
            words = re.findall("[a-z]+", main.commands[command].help)
            assert set(names) <= set(words)

    def test_formats_of_comparisons(self):
        from reports.comparing import formats

        files = (ROOT / "reports" / "comparing").glob("*.py")
        assert sorted(formats()) == sorted(f.stem for f in files if "\nsuffix = " in f.read_text("utf-8"))

    def test_commands(self):
        from cli import main

        for module in modules(*PACKAGES):
            if module.name == "commands.py":
                assert module.parent.name in main.list_commands(None)
