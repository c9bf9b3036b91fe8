"""Every sentence the program can say is said somewhere, in both languages, and in the punctuation of its language."""

import ast
import re
from functools import cache
from importlib import import_module

import pytest
from running import ROOT
from source import modules, program, tree

PARTS = sorted(path.stem for path in modules("engine/wording") if path.stem != "__init__")
LISTS = {"paper.ledger-states"}  # choices of a cell, which a workbook wants parted by half-width commas
SENTENCES = [
    pytest.param(text, id=f"{part}.{key}")
    for part in PARTS
    for key, text in import_module(f"engine.wording.{part}").TEXTS.items()
    if f"{part}.{key}" not in LISTS
]
# Half-width marks are part of what is quoted: paths, YAML, options, patterns. Between two characters they are slips.
HALF_WIDTH_IN_CHINESE = re.compile(r"[一-龥][,;:?!](?:[一-龥]|$)")
FULL_WIDTH_IN_ENGLISH = re.compile(r"[，。；：？！、]")


# A key put together of its part and nothing else says nothing: such keys are looked for as strings of their own.
TELLING = re.compile(r"(\w+\\\.)?([a-z]+\\-)+\.\+$|(\w+\\\.)?\.\+(\\-[a-z]+)+$")


@cache
def used():
    """The strings of the program that can name a sentence: those written out, and patterns of those put together."""
    written, made = set(), []
    for path in program():
        if path.parent.name == "wording":
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                written.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                made.append("".join(_pattern(part) for part in node.values))
    templates = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "reports" / "templates").glob("*.*")))
    written.update(re.findall(r"['\"]([\w.-]+)['\"]", templates))
    made += [f"{re.escape(prefix)}.+" for prefix in re.findall(r'"([a-z-]+-)" ~', templates)]
    return written, [re.compile(pattern) for pattern in made if TELLING.match(pattern)]


def _pattern(part):
    return re.escape(part.value) if isinstance(part, ast.Constant) else ".+"


def said(part, key):
    written, made = used()
    names = (f"{part}.{key}", key)
    return not written.isdisjoint(names) or any(pattern.fullmatch(name) for pattern in made for name in names)


@pytest.mark.parametrize("part", PARTS)
def test_every_sentence_is_said(part):
    assert [key for key in import_module(f"engine.wording.{part}").TEXTS if not said(part, key)] == []


def test_a_sentence_that_nothing_says_would_be_seen():
    assert said("report", "verdict-review") and not said("report", "nobody-says-this")


@pytest.mark.parametrize("text", SENTENCES)
def test_punctuation_is_that_of_the_language(text):
    chinese, english, *_ = text
    assert HALF_WIDTH_IN_CHINESE.findall(chinese) == []
    assert FULL_WIDTH_IN_ENGLISH.findall(re.sub(r"“[^”]*”|'[^']*'|`[^`]*`|（[^）]*）", "", english)) == []
