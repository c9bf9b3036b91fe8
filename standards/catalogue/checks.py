"""Judges the files of the catalogue: what is wrong, in which line, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from pydantic import BaseModel, ValidationError

from engine.quantity.measure_words import CANONICAL, MEASURE_WORDS
from engine.resolve.lexicon import Lexicon
from engine.resolve.units import fit_unit
from engine.wording import phrase
from standards.catalogue.files import indicator_files, lexicon_of
from standards.catalogue.model import IndicatorFile, IndicatorPart, ThemePart, WordsFile
from standards.files.amounts import nearest
from standards.files.faults import Fault, FaultyStandard
from standards.files.yaml_lines import Source, Trail, read_yaml

_SHORTEST = 2
_EXPECTED = {
    "list_type": "[…]",
    "dict_type": "{…}",
    "model_type": "{…}",
    "too_short": "≥ 1",
    "string_type": "abc",
    "string_too_short": "abc",
}


class _Entry(Struct, frozen=True):
    """An indicator with the file that it stands in."""

    id: str
    part: IndicatorPart
    source: Source

    def fault(self, key: str, /, *path: str | int, **values: object) -> Fault:
        place = self.source.place(("indicators", self.id, *path))
        return _fault(self.source, place, key, **values)


def catalogue_faults(root: Path, words: Path) -> list[Fault]:
    """Return everything that is wrong in the indicators under ``root`` and in the file of words."""
    if not root.is_dir():
        return [Fault(root.as_posix(), 1, 1, phrase("catalogue.no-folder", folder=root.as_posix()))]
    faults: list[Fault] = []
    lexicon = _checked_words(words, faults) if words.is_file() else Lexicon()
    entries = [entry for path in indicator_files(root) for entry in _checked_file(path, faults)]
    for entry in entries:
        faults += _own_faults(entry, lexicon)
    faults += _between(entries, lexicon)
    return sorted(set(faults), key=lambda f: (f.file, f.line, f.column, f.text.zh))


def _checked_words(path: Path, faults: list[Fault]) -> Lexicon:
    source = _read(path, faults)
    if source is None or _validated(source, WordsFile, faults) is None:
        return Lexicon()
    for name, values in source.tree["contrasts"].items():
        seen: dict[str, int] = {}
        for at, value in enumerate(values):
            for word in value.split("="):
                if word in seen:
                    place = source.place(("contrasts", name, at))
                    faults.append(_fault(source, place, "word-twice", word=word, name=name))
                seen[word] = at
    return lexicon_of(source.tree)


def _checked_file(path: Path, faults: list[Fault]) -> Iterator[_Entry]:
    source = _read(path, faults)
    file = _validated(source, IndicatorFile, faults) if source else None
    if source and isinstance(file, IndicatorFile):
        for id_, part in file.indicators.items():
            yield _Entry(id_, part, source)


def _read(path: Path, faults: list[Fault]) -> Source | None:
    try:
        source = read_yaml(path)
    except FaultyStandard as refused:
        faults += refused.faults
        return None
    faults += source.faults
    return source


def _validated(source: Source, model: type[BaseModel], faults: list[Fault]) -> BaseModel | None:
    if not isinstance(source.tree, dict):
        faults.append(_fault(source, source.place(()), "not-a-mapping"))
        return None
    try:
        return model.model_validate(source.tree)
    except ValidationError as error:
        faults += [_model_fault(dict(found), source, model) for found in error.errors(include_url=False)]
    return None


def _model_fault(found: dict[str, Any], source: Source, model: type[BaseModel]) -> Fault:
    trail: Trail = tuple(step for step in found["loc"] if step != "[key]")
    key = str(trail[-1]) if trail else ""
    match found["type"]:
        case "extra_forbidden":
            known = _keys_at(trail[:-1], model)
            place = source.key_place(trail)
            if near := nearest(key.lower(), known):
                return _fault(source, place, "unknown-key", entry=key, nearest=near)
            return _fault(source, place, "unknown-key-only", entry=key, known="、".join(known))
        case "missing":
            return _fault(source, source.place(trail[:-1]), "missing-key", entry=key)
        case "string_pattern_mismatch":
            return _fault(source, source.key_place(trail), "bad-id", value=found["input"])
        case "model_type" | "dict_type" | "model_attributes_type":
            return _fault(source, source.place(trail), "not-a-mapping")
    name = next((step for step in reversed(trail) if isinstance(step, str)), "")
    expected = found.get("ctx", {}).get("expected") or _EXPECTED.get(found["type"], "…")
    said = found["input"] if isinstance(found["input"], str) else "…"
    return _fault(source, source.place(trail), "bad-value", entry=name, value=said, expected=expected)


def _keys_at(trail: Trail, model: type[BaseModel]) -> tuple[str, ...]:
    parts: dict[int, type[BaseModel]] = {0: model, 1: ThemePart, 2: IndicatorPart}
    part = parts.get(len(trail), IndicatorPart)
    return tuple(info.alias or name for name, info in part.model_fields.items())


def _own_faults(entry: _Entry, lexicon: Lexicon) -> Iterator[Fault]:
    part = entry.part
    for key, at, unit in [("unit", None, part.unit), *(("units", n, unit) for n, unit in enumerate(part.units))]:
        if not all(piece in MEASURE_WORDS or piece in CANONICAL for piece in unit.split("/")):
            yield entry.fault("bad-unit", key, *([] if at is None else [at]), value=unit)
    for at, alias in enumerate(part.aliases):
        yield from _alias_faults(entry, at, alias, lexicon)
    words: dict[str, str] = {}
    for dimension, values in part.scope.items():
        for at, value in enumerate(values):
            for word in value.split("="):
                if len(word) < _SHORTEST:
                    yield entry.fault("short-word", "scope", dimension, at, word=word, alias=value)
                if words.setdefault(word, value) != value:
                    yield entry.fault("word-twice", "scope", dimension, at, word=word, name=dimension)


def _alias_faults(entry: _Entry, at: int, alias: str, lexicon: Lexicon) -> Iterator[Fault]:
    words = [lexicon.plain(word) for word in alias.split()]
    for word in words:
        if len(word) < _SHORTEST:
            yield entry.fault("short-word", "aliases", at, word=word, alias=alias)
    for word in words:
        if any(word != other and word in other for other in words):
            yield entry.fault("word-in-word", "aliases", at, word=word, alias=alias)
    for number, excluded in enumerate(entry.part.not_):
        if any(lexicon.plain(excluded) in word for word in words):
            yield entry.fault("self-excluded", "not", number, word=excluded, alias=alias)


def _between(entries: list[_Entry], lexicon: Lexicon) -> Iterator[Fault]:
    ids: dict[str, _Entry] = {}
    aliases: dict[frozenset[str], list[_Entry]] = {}
    for entry in entries:
        if (first := ids.setdefault(entry.id, entry)) is not entry:
            yield entry.fault("duplicate-id", id=entry.id, other=first.source.file)
        own: set[frozenset[str]] = set()
        for at, alias in enumerate(entry.part.aliases):
            words = frozenset(map(lexicon.plain, alias.split()))
            own.add(words)
            for other in aliases.get(words, ()):
                if _same_unit(entry.part, other.part):
                    yield entry.fault("duplicate-alias", "aliases", at, alias=alias, other=other.id)
        for words in own:
            aliases.setdefault(words, []).append(entry)
    for entry in entries:
        yield from _contrast_faults(entry, ids)


def _same_unit(one: IndicatorPart, other: IndicatorPart) -> bool:
    """Say whether some unit printed would fit both."""
    units = {one.unit, *one.units}
    return any(fit_unit(unit, other.unit, tuple(other.units)) for unit in units) or any(
        fit_unit(unit, one.unit, tuple(one.units)) for unit in {other.unit, *other.units}
    )


def _contrast_faults(entry: _Entry, ids: dict[str, _Entry]) -> Iterator[Fault]:
    for at, name in enumerate(entry.part.contrasts):
        if name in ids and name != entry.id:
            continue
        near = nearest(name, ids)
        if near and name != entry.id:
            yield entry.fault("unknown-contrast", "contrasts", at, id=name, nearest=near)
        else:
            yield entry.fault("unknown-contrast-only", "contrasts", at, id=name)


def _fault(source: Source, place: tuple[int, int], key: str, /, **values: object) -> Fault:
    return Fault(source.file, *place, phrase(f"catalogue.{key}", **values))
