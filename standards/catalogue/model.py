"""The format of the catalogue's files, as pydantic models; what concerns several entries is in ``catalogue_checks``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
IndicatorId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Period = Literal["月", "年", "天", "学期", "学年", "次", "季度"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ThemePart(_Part):
    """The theme of a file in both languages."""

    zh: Words
    en: Words


class IndicatorPart(_Part):
    """One indicator: its names, its own full unit, and what it must not be taken for."""

    name: Words
    en: Words
    unit: Words
    kind: Literal["standard", "rate", "amount", "limit"]
    aliases: Annotated[list[Words], Field(min_length=1)]
    not_: Annotated[list[Words], Field(alias="not")] = []
    units: list[Words] = []
    periods: list[Period] = []
    scope: dict[Words, Annotated[list[Words], Field(min_length=1)]] = {}
    contrasts: list[IndicatorId] = []


class IndicatorFile(_Part):
    """A file of ``standards/indicators``."""

    theme: ThemePart
    indicators: Annotated[dict[IndicatorId, IndicatorPart], Field(min_length=1)]


class WordsFile(_Part):
    """The file of words: contrasts, words that say little, spellings that mean the same."""

    contrasts: dict[Words, Annotated[list[Words], Field(min_length=2)]]
    generic: dict[Words, list[Words]]
    synonyms: dict[Words, Words]
