"""Reading card files: quickly, as every run does, or with every check and the line of whatever is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from engine.errors import RuleError
from engine.judge.card import Card
from engine.patterns import lazy
from engine.wording import Text, phrase
from rules.build import Fault, Loc, build

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from rules.card import CardModel

__all__ = ["Fault", "line_of", "quick", "read", "refuse_twice", "strict", "strict_fault", "text_of"]

SHIPPED = Path(__file__).parent
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# A run needs neither reasons nor examples, and they are most of a card: reading them costs half of the start.
_PROSE = lazy(r"^(?:why|examples):.*\n?(?:(?:[ \t#-].*)?\n)*(?:[ \t#-].*\Z)?", re.MULTILINE)


def quick(file: Path) -> Card:
    """Return a shipped card without looking at its reasons and examples, which its tests check.

    Raises RuleError, with the line, for a card that cannot be built.
    """
    try:
        card = build(yaml.load(_PROSE.sub("", file.read_text("utf-8")), Loader=_Loader))
        if card.id == file.stem and card.group == file.parent.name:
            return card
    except (Fault, yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError):
        pass
    return strict(file)


def strict(file: Path) -> Card:
    """Return a card after every check; raises RuleError with file, line and what to write instead."""
    raw = _parsed(file)
    model = _checked(file, raw)
    if model.id != file.stem:
        strict_fault(file, Fault(("id",), "id-file", id=model.id, wanted=file.stem))
    if SHIPPED in file.parents and model.group != file.parent.name:
        strict_fault(file, Fault(("group",), "group-folder", group=model.group, folder=file.parent.name))
    try:
        return build(raw)
    except Fault as fault:
        strict_fault(file, fault)


def read(file: Path) -> CardModel:
    """Return the card as written, its shape checked; raises RuleError with file, line and what to write instead."""
    return _checked(file, _parsed(file))


def _checked(file: Path, raw: Mapping[str, Any]) -> CardModel:
    from pydantic import ValidationError

    from rules.card import CardModel

    try:
        return CardModel.model_validate(raw)
    except ValidationError as error:
        strict_fault(file, _as_fault(error.errors(include_url=False)[0], raw))


def strict_fault(file: Path, fault: Fault) -> NoReturn:
    """Raise the RuleError for something wrong in a card, with the line on which it stands."""
    raise RuleError("rules.at", file=file, line=line_of(file, fault.loc), problem=fault.text) from fault


def text_of(file: Path) -> str:
    """Return the text of a file that people write; raises RuleError for one that there is not or that is no UTF-8."""
    try:
        return file.read_text("utf-8")
    except FileNotFoundError as error:
        raise RuleError("rules.missing-file", file=file) from error
    except UnicodeDecodeError as error:
        raise RuleError("rules.not-text", file=file) from error
    except OSError as error:
        raise RuleError("rules.unreadable", file=file) from error


def _parsed(file: Path) -> Mapping[str, Any]:
    text = text_of(file)
    try:
        node = yaml.compose(text, Loader=_Loader)
        raw = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = phrase("rules.yaml", cause=getattr(error, "problem", None) or "")
        raise RuleError("rules.at", file=file, line=mark.line + 1 if mark else 1, problem=problem) from error
    if not isinstance(raw, dict):
        raise RuleError("rules.at", file=file, line=1, problem=phrase("rules.not-a-card"))
    refuse_twice(file, node)
    return raw


def refuse_twice(file: Path, node: yaml.Node | None) -> None:
    """Raise RuleError for a key that stands twice: YAML keeps the last without a word, a person meant both."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                problem = phrase("rules.key-twice", name=key.value)
                raise RuleError("rules.at", file=file, line=key.start_mark.line + 1, problem=problem)
            seen.add(key.value)
            refuse_twice(file, value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            refuse_twice(file, value)


def line_of(file: Path, loc: Loc) -> int:
    """Return the line of the innermost part of ``loc`` that the file has."""
    node, line = yaml.compose(text_of(file), Loader=_Loader), 1
    for step in loc:
        if isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == step), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line


_FORMS = {
    "string_type": "form-text",
    "string_too_short": "form-text",
    "list_type": "form-list",
    "too_short": "form-list",
    "dict_type": "form-mapping",
    "model_type": "form-mapping",
}
_BOTH = ("title", "why", "message", "remedy", "note")


def _as_fault(error: ErrorDetails, raw: Mapping[str, Any]) -> Fault:
    loc, kind = error["loc"], error["type"]
    name = ".".join(str(step) for step in loc) or "card"
    if kind == "extra_forbidden":
        return Fault(loc, "key-unknown", name=name, known=_known_keys(loc))
    if kind == "missing":
        return Fault(loc, "key-missing", name=name)
    if kind == "literal_error":
        return Fault(loc, "one-of", name=name, known=str(error["ctx"]["expected"]).replace("'", ""))
    if kind == "string_pattern_mismatch":
        return Fault(loc, "form", name=name, wanted=error["ctx"]["pattern"])
    return Fault(loc, "form", name=name, wanted=_wanted(loc, kind))


def _wanted(loc: Loc, kind: str) -> Text:
    if kind == "value_error":
        return phrase("rules.form-example")
    if kind in ("model_type", "dict_type") and loc and loc[-1] in _BOTH:
        return phrase("rules.form-both")
    return phrase("rules." + _FORMS.get(kind, "form-text"))


def _known_keys(loc: Loc) -> str:
    from rules import card

    outer = [step for step in loc[:-1] if isinstance(step, str)]
    models: dict[str, type[BaseModel]] = dict.fromkeys(_BOTH, card.Words)
    models |= {"cases": card.CaseModel, "evidence": card.Evidence, "examples": card.Examples}
    models |= {"fails": card.Example, "passes": card.Example}
    model = models.get(outer[-1], card.CardModel) if outer else card.CardModel
    return ", ".join(model.model_fields)
