"""Reading card files: quickly, as every run does, or with every check and the line of whatever is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from engine.errors import RuleError
from engine.judge.card import GROUPS, Card
from engine.wording import Text, phrase
from rules.build import Fault, Loc, build
from rules.parsed import loader, tree_of

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from rules.card import CardModel

__all__ = ["Fault", "quick", "read", "strict", "strict_fault"]

SHIPPED = Path(__file__).parent


def quick(file: Path) -> Card:
    """Return a shipped card without looking at its reasons and examples, which its tests check.

    Raises RuleError, with the line, for a card that cannot be built.
    """
    try:
        card = build(tree_of(file.read_bytes()))
        if card.id == file.stem and card.group == file.parent.name:
            return card
    except (Fault, KeyError, TypeError, AttributeError, ValueError):
        pass
    return strict(file)


def strict(file: Path) -> Card:
    """Return a card after every check; raises RuleError with file, line and what to write instead of all that is wrong."""
    from rules.slips import slips_in

    raw = _parsed(file)
    found = [*_misshapen(raw), *_misplaced(file, raw), *slips_in(raw)]
    if found:
        strict_faults(file, found)
    try:
        return build(raw)
    except Fault as fault:
        strict_fault(file, fault)


def _misplaced(file: Path, raw: Mapping[str, Any]) -> Iterator[Fault]:
    if isinstance(raw.get("id"), str) and raw["id"] != file.stem:
        yield Fault(("id",), "id-file", id=raw["id"], wanted=file.stem)
    if SHIPPED in file.parents and raw.get("group") in GROUPS and raw["group"] != file.parent.name:
        yield Fault(("group",), "group-folder", group=raw["group"], folder=file.parent.name)


def read(file: Path) -> CardModel:
    """Return the card as written, its shape checked; raises RuleError with file, line and what to write instead."""
    return _checked(file, _parsed(file))


def _parsed(file: Path) -> Mapping[str, Any]:
    from rules.yaml_file import mapping_in

    return mapping_in(file, loader(), phrase("rules.not-a-card"))


def _checked(file: Path, raw: Mapping[str, Any]) -> CardModel:
    from rules.card import CardModel

    found = _misshapen(raw)
    if found:
        strict_faults(file, found)
    return CardModel.model_validate(raw)


def _misshapen(raw: Mapping[str, Any]) -> list[Fault]:
    from pydantic import ValidationError

    from rules.card import CardModel

    try:
        CardModel.model_validate(raw)
    except ValidationError as error:
        return [_as_fault(each, raw) for each in error.errors(include_url=False)]
    return []


def strict_faults(file: Path, faults: Iterable[Fault]) -> NoReturn:
    """Raise one RuleError for all that is wrong in a card, each on a line of its own, in the order of the file."""
    from rules.yaml_file import line_of

    told: dict[tuple[int, str], Text] = {}
    for fault in faults:
        line = line_of(file, fault.loc)
        told.setdefault((line, fault.text.en), phrase("rules.at", file=file, line=line, problem=fault.text))
    texts = [told[key] for key in sorted(told, key=lambda key: key[0])]
    every = Text("\n".join(text.zh for text in texts), "\n".join(text.en for text in texts))
    raise RuleError("rules.all", problems=every)


def strict_fault(file: Path, fault: Fault) -> NoReturn:
    """Raise the RuleError for something wrong in a card, with the line on which it stands."""
    from rules.yaml_file import line_of

    raise RuleError("rules.at", file=file, line=line_of(file, fault.loc), problem=fault.text) from fault


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
        from rules.yaml_file import choices_in

        return Fault(loc, "one-of", name=name, known=choices_in(error))
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
    models |= {"cases": card.CaseModel, "evidence": card.Evidence, "entered": card.Entered, "examples": card.Examples}
    models |= {"fails": card.Example, "passes": card.Example}
    model = models.get(outer[-1], card.CardModel) if outer else card.CardModel
    return ", ".join(model.model_fields)
