"""``gouji.yaml`` beside the plans: what an office would otherwise say on the command line each time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from engine.errors import RuleError, did_you_mean
from engine.paths import true_path
from engine.wording import phrase
from rules.office.forms import Form, Words, read_form, refuse
from rules.yaml_file import text_of

NAME = "gouji.yaml"
_PATHS = ("rules", "standard", "waivers", "decisions")


class _Settings(Form):
    select: tuple[Words, ...] = ()
    ignore: tuple[Words, ...] = ()
    rules: tuple[Words, ...] = ()
    standard: tuple[Words, ...] = ()
    waivers: Words | None = None
    decisions: Words | None = None
    place: Words | None = None
    fail_on: Literal["error", "warning", "note", "never"] | None = None
    lang: Literal["zh", "en"] | None = None


class Settings(Struct, frozen=True):
    """A file of settings and its values, by the names of the command line's options."""

    file: Path
    values: dict[str, Any]


def settings_for(plans: Sequence[Path], named: Path | None) -> Settings | None:
    """Return the settings named, else those beside the plans, else None; paths in them start from their own folder.

    Raises RuleError for settings that do not fit, and for plans in folders whose settings differ.
    """
    if named:
        return _read(named) if _says_something(named) else None
    beside = {true_path(plan.parent) / NAME: plan.parent / NAME for plan in plans}
    there = {found: file for found, file in beside.items() if found.exists()}
    if not there:
        return None
    if len(beside) > 1:
        files = "、".join(sorted(file.as_posix() for file in there.values()))
        raise RuleError("office.several-settings", files=files)
    (file,) = there.values()
    return _read(file) if _says_something(file) else None


def _says_something(file: Path) -> bool:
    """Whether a file holds more than remarks; one kept for later is no settings, and no fault."""
    return any(line.strip() and not line.lstrip().startswith("#") for line in text_of(file).splitlines())


def refuse_unknown(settings: Settings, known: Collection[str]) -> None:
    """Raise RuleError (file, line, the nearest name) for a rule named in settings that is none of ``known``."""
    for key in ("select", "ignore"):
        for index, name in enumerate(settings.values.get(key, "").split(",")):
            if name and name not in known:
                hint = did_you_mean(name, sorted(known))
                refuse(settings.file, (key, index), phrase("rules.unknown-rule", id=name, hint=hint))


def _read(file: Path) -> Settings:
    form = read_form(file, _Settings)
    values: dict[str, Any] = form.model_dump(exclude_none=True, exclude_defaults=True)
    for key in _PATHS:
        if key in values:
            listed = isinstance(values[key], tuple)
            paths = [_path(file, key, path) for path in (values[key] if listed else (values[key],))]
            values[key] = tuple(paths) if listed else paths[0]
    for key in ("select", "ignore"):
        if key in values:
            values[key] = ",".join(values[key])
    return Settings(file, values)


def _path(file: Path, key: str, path: str) -> Path:
    found = file.parent / path
    if not found.exists():
        refuse(file, (key,), phrase("office.file-missing", file=path, settings=file.name))
    return found
