"""Reading the YAML files that an office writes by hand, every fault with its file, line and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from engine.errors import RuleError
from engine.wording import Text, phrase
from rules.yaml_file import Loc, choices_in, line_of, mapping_in, text_of

# Everything is read as the text that was written: no amount becomes a float, no 否 a truth value.
_LOADER: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# What YAML takes for nothing is nothing here too.
_BLANKS = frozenset({"~", "null", "Null", "NULL"})
Words = Annotated[
    str,
    BeforeValidator(lambda text: "" if isinstance(text, str) and text in _BLANKS else text),
    StringConstraints(min_length=1, strip_whitespace=True),
]


class Form(BaseModel):
    """What may stand in a file, or in one entry of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=Form)


class Misfit(ValueError):
    """Something that no single field shows; ``key`` names the sentence in ``engine.wording.office``."""

    def __init__(self, key: str, **values: object) -> None:
        self.text = phrase(f"office.{key}", **values)
        super().__init__(self.text.en)


def read_form(file: Path, form: type[Model]) -> Model:
    """Return a file as its form; raises RuleError (file, line, what to write) for whatever does not fit."""
    raw = _parsed(file, form)
    try:
        return form.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        refuse(file, first["loc"], _problem(first, form))


def refuse(file: Path, loc: Loc, problem: Text) -> NoReturn:
    """Raise the RuleError for what is wrong at ``loc`` (keys and indexes from the outside in)."""
    raise RuleError("rules.at", file=file, line=line_of(file, loc), problem=problem)


def _refuse_anchors(file: Path) -> None:
    """Refuse what stands for another part of the file: whoever approved an entry has to see it as it is written."""
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text_of(file), Loader=_LOADER):
            name = getattr(event, "anchor", None)
            if name:
                key = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
                problem = phrase(f"standards.{key}", name=name)
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise RuleError("rules.at", file=file, line=line, problem=problem)


def _parsed(file: Path, form: type[Form]) -> Mapping[str, Any]:
    _refuse_anchors(file)
    keys = list(form.model_fields)
    lone = phrase("office.not-a-list", name=keys[0]) if len(keys) == 1 else None
    return mapping_in(file, _LOADER, lone or phrase("office.not-a-mapping", known=known_keys(form)))


def known_keys(form: type[Form]) -> str:
    """Return the keys that a form takes, as a sentence lists them."""
    return ", ".join(each.alias or name for name, each in form.model_fields.items())


def _problem(error: ErrorDetails, form: type[Form]) -> Text:
    loc, kind = error["loc"], error["type"]
    name = str(loc[-1]) if loc else ""
    misfit = error.get("ctx", {}).get("error")
    if isinstance(misfit, Misfit):
        return misfit.text
    if kind == "extra_forbidden":
        return phrase("rules.key-unknown", name=name, known=known_keys(_inner(form, loc)))
    if kind == "missing":
        return phrase("rules.key-missing", name=name)
    if kind == "literal_error":
        return phrase("rules.one-of", name=name, known=choices_in(error))
    if kind.startswith("date"):
        return phrase("office.day", name=name)
    if kind in ("list_type", "tuple_type"):
        return phrase("office.list", name=name)
    if kind == "model_type":
        return phrase("office.not-a-mapping", known=known_keys(_inner(form, (*loc, ""))))
    return phrase("office.text", name=name)


def _inner(form: type[Form], loc: Loc) -> type[Form]:
    """Return the form of the entry in which ``loc`` ends: files of an office are one list of entries deep."""
    field = form.model_fields.get(str(loc[0])) if len(loc) > 1 else None
    inner = getattr(field.annotation, "__args__", ()) if field else ()
    return next((each for each in inner if isinstance(each, type) and issubclass(each, Form)), form)


def iso(day: date | None) -> str:
    """Return a day as an ISO date, an empty text for none."""
    return day.isoformat() if day else ""
