"""Every sentence the program says, in Chinese and English, in one place.

A module of this package holds the sentences of one part of the program as ``TEXTS``: key to (zh, en), and
the option of the command line that sees to it where there is one. Keys are read as ``part.key``:
``phrase("errors.did-you-mean", near="below-floor")``.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from msgspec import Struct

LANGUAGES = ("zh", "en")


class Text(Struct, frozen=True):
    """The same sentence in both languages.

    ``option`` is what on the command line sees to it; papers and pages leave it out.
    """

    zh: str
    en: str
    option: str = ""

    def in_language(self, lang: str) -> str:
        """Return the sentence in ``lang`` (``zh`` or ``en``)."""
        return self.zh if lang == "zh" else self.en

    def filled(self, **values: object) -> Text:
        """Return the sentence with its ``{names}`` replaced; a bilingual value is put in by its own language."""
        return Text(_fill(self.zh, values, "zh"), _fill(self.en, values, "en"), self.option)


class _Count(int):
    """A number that brings its noun: ``{n:figure|figures}`` is ``1 figure`` and ``2 figures``."""

    def __format__(self, nouns: str) -> str:
        one, bar, many = nouns.partition("|")
        return f"{int(self)} {one if self == 1 else many}" if bar else format(int(self), nouns)


def _fill(sentence: str, values: dict[str, object], lang: str) -> str:
    return sentence.format_map({k: _filled(v, lang) for k, v in values.items()})


def _filled(value: object, lang: str) -> object:
    if isinstance(value, Text):
        return value.in_language(lang)
    return _Count(value) if type(value) is int else value


@cache
def _table(part: str) -> dict[str, tuple[str, ...]]:
    texts: dict[str, tuple[str, ...]] = import_module(f"engine.wording.{part}").TEXTS
    return texts


def phrase(key: str, **values: object) -> Text:
    """Return the sentence ``part.key`` with its values filled in; raises KeyError for a key nobody wrote."""
    part, _, name = key.partition(".")
    text = Text(*_table(part)[name])
    return text.filled(**values) if values else text


def say(key: str, lang: str, **values: object) -> str:
    """Return the sentence ``part.key`` in one language."""
    return phrase(key, **values).in_language(lang)


def joined(*texts: Text) -> Text:
    """Return sentences one after the other, in English with a blank between."""
    return Text("".join(t.zh for t in texts), " ".join(t.en for t in texts))
