"""The card as people write it. Pydantic is heavy: import this module only to check, show or describe cards."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from engine.judge.card import Group
from engine.judge.finding import Severity, Status
from engine.patterns import lazy

Pattern = dict[str, Any]
_FOLD = lazy(r"(?<=[\u2018-\u201d\u3000-\uffef]) (?=[\u2018-\u201d\u3000-\uffef])")
Patterns = dict[str, Pattern]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Words(_Strict):
    """A sentence in Chinese and English."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)

    @field_validator("zh")
    @classmethod
    def _unfolded(cls, words: str) -> str:
        """Take out the blank that YAML puts where a folded line ended: Chinese has none."""
        return _FOLD.sub("", words)


class Evidence(_Strict):
    """Whose words a finding shows, by the part they play: an alias or a list of them."""

    plan: str | list[str] | None = None
    standard: str | list[str] | None = None
    part: str | list[str] | None = None
    total: str | list[str] | None = None


class Entered(_Strict):
    """How a keeper of standards enters the words of an example's standard."""

    binding: Literal["floor", "ceiling", "fixed", "target", "total", "duty", "derived", "reference"]
    formula: str | None = Field(None, description="The formula of a derived standard: 1.3 * 城市低保标准.")
    earlier: str | None = Field(None, description="What the standard said before: a figure whose term has ended.")


class Example(_Strict):
    """Words of a plan, with those of a standard where one is needed; or facts, where words alone cannot show it."""

    plan: str | None = None
    plans: list[str] | None = Field(None, min_length=2, description="The plans of several places below one document.")
    standard: str | None = None
    entered: Entered | None = None
    previous: str | None = Field(None, description="The plan of the same place for the year before.")
    facts: list[dict[str, Any]] | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _words_or_facts(self) -> Example:
        given = [self.plan, self.plans, self.facts]
        beside_facts = self.facts is not None and (self.standard or self.previous)
        if sum(one is not None for one in given) != 1 or beside_facts or (self.entered and not self.standard):
            raise ValueError("form-example")
        return self


class Examples(_Strict):
    """What must raise the rule and what must not."""

    fails: list[Example] = Field(min_length=1)
    passes: list[Example] = Field(min_length=1)


class _Shown(_Strict):
    without: Patterns = Field(default_factory=dict, description="Patterns that no fact may meet.")
    certainty: str | None = Field(None, description="certain, review or @alias.field")
    evidence: Evidence | None = Field(None, description="Whose words a finding shows.")
    expected: str | None = Field(None, description="An alias with a figure, or @alias.field: what should be.")
    actual: str | None = Field(None, description="An alias with a figure, or @alias.field: what is.")
    standard: str | None = Field(None, description="The alias of the requirement that a finding rests on.")
    label: str | None = Field(None, description="The alias that a finding is named after.")


class CaseModel(_Shown):
    """One shape of a rule: what it adds to the card's patterns, and what it says otherwise."""

    when: Patterns = Field(default_factory=dict, description="Patterns, or further conditions on the card's.")
    severity: Severity | None = None
    verdict: Status | None = None
    message: Words | None = None
    remedy: Words | None = None


class CardModel(_Shown):
    """A rule card. ``when`` names the facts, ``message`` and ``remedy`` say what is wrong and what to do."""

    id: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", description="The file's name without .yaml.")
    code: str = Field(pattern=r"^[A-Z]\d\d$", description="The check code, such as C01.")
    group: Group
    severity: Severity
    verdict: Status
    title: Words
    why: Words
    when: Patterns = Field(default_factory=dict, description="alias: {kind: …, field: condition}")
    cases: list[CaseModel] | None = Field(None, min_length=1, description="The shapes of a rule that has several.")
    yields_to: list[str] = Field(default_factory=list, description="Cards whose finding on the same figure counts.")
    message: Words
    remedy: Words
    examples: Examples


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a card, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **CardModel.model_json_schema()}
