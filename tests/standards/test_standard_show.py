"""A standard in words, and its JSON Schema."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
import yaml

from standards.files.loader import LIBRARY, load_library
from standards.files.schema import json_schema
from standards.keepers.show import show

PENSION = next(s for s in load_library() if s.id == "全国/2015-basic-pension")


def test_what_is_in_force_on_a_day_is_told_with_its_history():
    text = show(PENSION, date(2022, 12, 31))
    assert "2022-12-31: 有效  不低于98元/人/月" in text
    assert "2018-01-01 – 2020-06-30  不低于88元/人/月  人社部规〔2018〕3号" in text
    assert "文号未核实" in text
    assert "起日不明  不低于163元/人/月" in text


@pytest.mark.parametrize("standard", load_library(), ids=lambda s: s.id)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_standard_can_be_shown(standard, lang):
    text = show(standard, date(2023, 12, 31), lang)
    assert standard.title in text
    assert all(r.label in text for r in standard.requirements)
    assert show(standard, None, lang) != text


def resolve(schema, part):
    return schema["$defs"][part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else part


def problems(schema, part, tree, path="") -> list[str]:
    """What a JSON Schema editor would underline; enough of the language for our own schema."""
    part = resolve(schema, part)
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None)}
    wanted = part.get("type", list(kinds))
    if not isinstance(tree, tuple(kinds[k] for k in ([wanted] if isinstance(wanted, str) else wanted))):
        return [f"{path}: {tree!r} is no {wanted}"]
    found = []
    if "enum" in part and tree not in part["enum"]:
        found.append(f"{path}: {tree!r}")
    if isinstance(tree, str) and "pattern" in part and not re.search(part["pattern"], tree):
        found.append(f"{path}: {tree!r} does not match")
    if isinstance(tree, list):
        for number, item in enumerate(tree):
            found += problems(schema, part["items"], item, f"{path}/{number}")
    if isinstance(tree, dict) and "properties" in part:
        found += [f"{path}: {key} unknown" for key in tree if key not in part["properties"]]
        found += [f"{path}: {key} missing" for key in part.get("required", []) if key not in tree]
        for key, item in tree.items():
            found += problems(schema, part["properties"].get(key, {}), item, f"{path}/{key}")
    return found


class EditorLoader(yaml.SafeLoader):
    """Reads YAML 1.2 as an editor does: dates stay text."""


EditorLoader.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in rules if not tag.endswith("timestamp")]
    for key, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def in_editor(text: str):
    return yaml.load(text, Loader=EditorLoader)


@pytest.mark.parametrize("path", sorted(LIBRARY.rglob("*.yaml")), ids=lambda p: p.stem)
def test_an_editor_finds_nothing_wrong_in_the_library(path):
    schema = json_schema()
    assert problems(schema, schema, in_editor(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "colour: red",
        "title: 5",
        "level: town",
        "published: 2022/3/1",
        "source: {confidence: sure}",
        "requirements: [{id: A_B}]",
    ],
)
def test_an_editor_finds_slips(wrong):
    schema = json_schema()
    good = {"title": "x", "level": "city", "place": "青岚省/云溪市", "requirements": []}
    assert problems(schema, schema, good) == []
    assert problems(schema, schema, good | in_editor(wrong))


def test_the_schema_offers_the_indicators_of_the_catalogue():
    schema = json_schema(frozenset({"b", "a"}))
    assert schema["$defs"]["RequirementPart"]["properties"]["indicator"]["examples"] == ["a", "b"]
    assert json.dumps(schema) == json.dumps(json_schema(frozenset({"a", "b"})))
