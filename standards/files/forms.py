"""The forms that a field of a standard's file can have: amounts, days, units, ids, choices.

A validator names the sentence of ``engine.wording.standards`` that tells the fault; ``standards.files.sentences`` finds its
line.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from engine.commitment import Strength
from engine.quantity.bounds import Op
from engine.quantity.measure_words import MEASURE_WORDS
from engine.requirement import Binding, Confidence
from standards.files import amounts
from standards.files.yaml_lines import Number
from standards.levels import LEVELS


def _wrong(key: str, **values: object) -> PydanticCustomError:
    return PydanticCustomError(key, "{key}", {"key": key, **values})


def _amount(text: Any) -> Decimal | None:
    if isinstance(text, Number):
        raise _wrong("amount-unquoted", text=str(text), proposal=amounts.propose_amount(text) or str(text))
    if not isinstance(text, str):
        raise _wrong("not-text")
    if not text:
        return None
    if not amounts.is_amount(text):
        proposal = amounts.propose_amount(text)
        raise _wrong("amount-proposed", text=text, proposal=proposal) if proposal else _wrong("amount", text=text)
    return Decimal(text)


def _day(text: Any) -> date | None:
    if not isinstance(text, str):
        raise _wrong("not-text")
    if not text:
        return None
    if day := amounts.read_day(text):
        return day
    proposal = amounts.propose_day(text)
    if amounts.is_dayish(text):
        raise (
            _wrong("day-impossible-proposed", text=text, proposal=proposal)
            if proposal
            else _wrong("day-impossible", text=text)
        )
    raise _wrong("day-proposed", text=text, proposal=proposal) if proposal else _wrong("day", text=text)


def _first_day(text: Any) -> date | None:
    if text == amounts.UNKNOWN_DAY:
        return None
    if text == "":
        raise _wrong("first-day-blank")
    return _day(text)


def _unit(text: str) -> str:
    head, *per = text.split("/")
    if len(set(per)) < len(per):
        raise _wrong("unit-proposed", text=text, proposal="/".join((head, *dict.fromkeys(per))))
    bad = amounts.unknown_measure(text)
    if bad is None and (canonical := amounts.spelled(text)) == text:
        return text
    proposal = canonical if bad is None else amounts.propose_unit(text)
    if proposal:
        raise _wrong("unit-proposed", text=text, proposal=proposal)
    near = amounts.nearest(bad or text, MEASURE_WORDS)
    raise _wrong("unit-near", text=text, part=bad, near=near) if near else _wrong("unit", text=text, part=bad)


def _id(text: str) -> str:
    if amounts.is_kebab(text):
        return text
    proposal = amounts.kebab(text)
    raise _wrong("id-proposed", text=text, proposal=proposal) if proposal else _wrong("id", text=text)


def _required(text: str) -> str:
    if not any(map(str.isalnum, text)):
        raise _wrong("blank")
    return text.strip()


def _one_of(*accepted: str) -> BeforeValidator:
    def check(text: Any) -> Any:
        if isinstance(text, str) and text in accepted:
            return text
        said = text if isinstance(text, str) else ""
        near = amounts.nearest(said.lower(), accepted)
        listed = " ".join(accepted)
        raise (
            _wrong("choice-near", text=said, near=near, accepted=listed)
            if near
            else _wrong("choice", text=said, accepted=listed)
        )

    return BeforeValidator(check)


def _months(text: Any) -> int:
    if isinstance(text, str) and text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= 120 and len(text) <= 4:
        return int(text)
    raise _wrong("months", text=text if isinstance(text, str) else "")


def blank_list(items: Any) -> Any:
    """Return an empty list for a key that was left empty."""
    return [] if items == "" else items


_DAY_SCHEMA = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2022-01-01"]}
_AMOUNT_SCHEMA = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$", "examples": ["1100", "4.5"]}
_FIRST_DAY_SCHEMA = {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|unknown)$", "examples": ["2022-01-01"]}
_KEBAB_SCHEMA = {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"}

Text = Annotated[str, AfterValidator(str.strip)]
Words = Annotated[str, AfterValidator(_required)]
Day = Annotated[date | None, BeforeValidator(_day), WithJsonSchema(_DAY_SCHEMA)]
FirstDay = Annotated[date | None, BeforeValidator(_first_day), WithJsonSchema(_FIRST_DAY_SCHEMA)]
Amount = Annotated[Decimal | None, BeforeValidator(_amount), WithJsonSchema(_AMOUNT_SCHEMA)]
Unit = Annotated[str, AfterValidator(_unit)]
Id = Annotated[str, AfterValidator(_id), WithJsonSchema(_KEBAB_SCHEMA)]
Level = Annotated[str, _one_of(*LEVELS), WithJsonSchema({"enum": list(LEVELS)})]
Months = Annotated[int, BeforeValidator(_months), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 120})]
BindingName = Annotated[Binding, _one_of(*get_args(Binding))]
StrengthName = Annotated[Strength, _one_of(*get_args(Strength))]
ConfidenceName = Annotated[Confidence, _one_of(*get_args(Confidence))]
OpName = Annotated[Op, _one_of(*get_args(Op))]
