"""The JSON Schema of a standard's file, so that an editor completes and checks it while it is written."""

from __future__ import annotations

from typing import Any

from standards.files.model import StandardFile

_UNITS = ["元/人/月", "元/人/年", "元/生/年", "%", "人", "人次", "户", "个", "公里", "平方米", "立方米", ""]


def json_schema(known_indicators: frozenset[str] | None = None) -> dict[str, Any]:
    """Return the JSON Schema of a standard's file (draft 7, which every editor knows); a catalogue's ids are offered."""
    schema = StandardFile.model_json_schema(by_alias=True)
    for part in (schema, *schema["$defs"].values()):
        for name, field in part["properties"].items():
            _tidy(name, field)
    if known_indicators:
        schema["$defs"]["RequirementPart"]["properties"]["indicator"] |= {"examples": sorted(known_indicators)}
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema, "title": "gouji standard"}


def _tidy(name: str, field: dict[str, Any]) -> None:
    """Drop what pydantic adds and no editor needs; a key that may be left out may not be null instead."""
    field.pop("title", None)
    if field.get("default", "") is None:
        del field["default"]
    choices = field.get("anyOf")
    if choices and {"type": "null"} in choices:
        rest = [choice for choice in choices if choice != {"type": "null"}]
        del field["anyOf"]
        field |= rest[0] if len(rest) == 1 else {"anyOf": rest}
    if field.get("default") == "" and field.get("type") == "string":
        field["type"] = ["string", "null"]
    if name == "unit":
        field["examples"] = _UNITS
