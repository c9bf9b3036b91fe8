"""Putting figures and names into the sentences of a card."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.facts.fact import Fact, Value
from engine.patterns import lazy
from engine.quantity.printed import exact_decimal
from engine.wording import Text, phrase

NAME = lazy(r"\{([^{}]*)\}")
# Quotation marks inside quotation marks are single ones (GB/T 15834).
_INNER = str.maketrans("“”", "‘’")
_OPTIONAL = frozenset({"unit", "likely"})
_NUMBERING = " .．、，,：:()（）"


def fill(template: Text, facts: Mapping[str, Fact], difference: Text) -> Text:
    """Return the sentence with every ``{alias.name}`` and ``{difference}`` replaced.

    ``name`` is a text said of the fact or else one of its fields (a deadline as a day); what a fact does not have
    reads as not stated, a unit as nothing, a scope as no limit.
    """

    def word(found: re.Match[str], lang: str) -> str:
        alias, _, field = found[1].partition(".")
        text = (difference if found[1] == "difference" else _word_of(facts[alias], field)).in_language(lang)
        quoted = found.string[: found.start()].endswith("“")
        return text.translate(_INNER) if quoted else text

    zh = NAME.sub(lambda found: word(found, "zh"), template.zh)
    en = NAME.sub(lambda found: word(found, "en"), template.en)
    return Text(zh, en)


def _word_of(fact: Fact, name: str) -> Text:
    if fact.said and name in fact.said:
        return fact.said[name]
    value = fact.fields.get(name)
    if name == "deadline" and isinstance(value, int):
        return day(value)
    if name == "number" and fact.fields["kind"] == "item":
        value = str(value).strip(_NUMBERING)
    if value is not None and value != "":
        return shown(value)
    if name == "printed" and fact.figure:
        return Text(fact.figure.text, fact.figure.text)
    return Text("", "") if name in _OPTIONAL else phrase("judge.no-limit" if name == "scope" else "judge.unstated")


def shown(value: Value) -> Text:
    """Return a value as a reader sees it: plain decimals, and two places with 约 where a fraction does not end."""
    if isinstance(value, bool):
        return phrase("judge.yes" if value else "judge.no")
    if isinstance(value, str):
        return Text(value, value)
    exact = exact_decimal(Fraction(value))
    if exact is not None:
        return Text(plain(exact), plain(exact))
    return phrase("judge.about", amount=plain(rounded(Fraction(value))))


def day(ordinal: int) -> Text:
    """Return a day as documents write it: 2022年10月31日, 2022-10-31."""
    when = date.fromordinal(ordinal)
    return Text(f"{when.year}年{when.month}月{when.day}日", when.isoformat())


def rounded(value: Fraction) -> Decimal:
    """Return the fraction rounded to two places, halves away from zero."""
    hundredths = (abs(value) * 200 + 1) // 2
    return Decimal(f"{-hundredths if value < 0 else hundredths}E-2")


def plain(amount: Decimal) -> str:
    """Return a decimal without exponent and without needless zeros: ``20400``, ``2.5``."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
