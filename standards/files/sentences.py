"""From what pydantic says to what a keeper of standards can act on: line, column and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from engine.patterns import lazy
from standards.files import amounts, model
from standards.files.faults import Fault, fault
from standards.files.yaml_lines import Source, Trail

_IN_KEYS = frozenset("：，；“”‘’（）［］｛｝")
# What is left of YAML's own marks in a text when they were typed with the Chinese input method on.
_IN_TEXTS = lazy(r"[A-Za-z_]：|[［］｛｝]")


def model_faults(error: ValidationError, source: Source) -> list[Fault]:
    """Return a fault with its place for each thing that pydantic found."""
    return [_fault(dict(found), source) for found in error.errors(include_url=False)]


def _fault(found: Mapping[str, Any], source: Source) -> Fault:
    kind, trail = found["type"], _in_file(found["loc"])
    if mark := _IN_TEXTS.search(_said(found)):
        return fault(source.file, source.place(trail), "full-width", mark=mark[0][-1])
    match kind:
        case "extra_forbidden":
            return _unknown_key(trail, source)
        case "missing":
            values = {"entry": trail[-1], "example": _example(trail)}
            return fault(source.file, source.place(trail[:-1]), "key-missing", **values)
        case "model_type" | "dict_type" | "model_attributes_type":
            return fault(source.file, source.place(trail), "not-mapping", entry=_name(trail))
        case "list_type":
            return fault(source.file, source.place(trail), "not-list", entry=_name(trail), text=_said(found))
        case "string_type" | "not-text":
            return fault(source.file, source.place(trail), "not-text", entry=_name(trail))
        case "too_short":
            return fault(source.file, source.place(trail), "no-requirements")
    values = {name: value for name, value in found.get("ctx", {}).items() if name != "key"}
    return fault(source.file, source.place(trail), kind, name=_name(trail), **values)


def _in_file(loc: tuple[int | str, ...]) -> Trail:
    return tuple(step for step in loc if step != "[key]")


def _name(trail: Trail) -> str:
    """Return the key that the fault is about: the last step that is no number."""
    return next((str(step) for step in reversed(trail) if isinstance(step, str)), "")


def _said(found: Mapping[str, Any]) -> str:
    said = found.get("input")
    return said if isinstance(said, str) else "…"


def _part_at(trail: Trail) -> type[BaseModel]:
    """Return the model whose keys stand at ``trail`` (the key itself not counted)."""
    names = [step for step in trail if isinstance(step, str)]
    if names and names[-1] == "source":
        return model.SourcePart
    if names and names[-1] == "requirements":
        return model.RequirementPart
    return model.ValuePart if names else model.StandardFile


def keys_of(part: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys of a part of the file as they are written (``from``, not ``from_``)."""
    return tuple(info.alias or name for name, info in part.model_fields.items())


def _unknown_key(trail: Trail, source: Source) -> Fault:
    key, place = str(trail[-1]), source.key_place(trail)
    if mark := next((c for c in key if c in _IN_KEYS), ""):
        return fault(source.file, place, "full-width", mark=mark)
    accepted = keys_of(_part_at(trail[:-1]))
    if near := amounts.nearest(key.lower(), accepted):
        return fault(source.file, place, "key-near", entry=key, near=near)
    return fault(source.file, place, "key-unknown", entry=key, accepted=" ".join(accepted))


_EXAMPLES = {
    "title": "title: 关于……的通知",
    "level": "level: county",
    "place": "place: 安徽省/黄山市/黟县",
    "requirements": "requirements: […]",
    "id": "id: orphan-scattered",
    "label": "label: 散居孤儿基本生活保障标准",
    "binding": "binding: floor",
    "from": "from: 2022-01-01",
    "op": 'op: ">="',
    "unit": "unit: 元/人/月",
}


def _example(trail: Trail) -> str:
    return _EXAMPLES.get(str(trail[-1]), f"{trail[-1]}: …")
