"""What has to hold between the fields of a standard's file.

The checks read the plain tree, so that they run even where single fields are wrong, and everything is told at once.
They pass over what ``standards.files.model`` refuses by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from engine.errors import StandardError
from engine.quantity.formula import parse_formula
from engine.wording import phrase
from standards.files import amounts
from standards.files.faults import Fault, fault
from standards.files.yaml_lines import Source, Trail
from standards.levels import LEVELS, NATION

# The levels that a place of so many names can have: 北京市/海淀区 and 河南省/济源市 are of the county level already.
_LEVELS_OF_DEPTH = {1: ("province",), 2: ("city", "county"), 3: ("county", "township"), 4: ("township",)}
_CONTRARY = {"floor": ("<=", "<"), "ceiling": (">=", ">"), "target": ()}
_MAY_FALL = ("%", "‰", "百分点")
_NEEDS_VALUES = ("floor", "ceiling", "fixed", "target", "total")

Check = Callable[[Source, dict[str, Any], Trail], Iterator[Fault]]


def cross_faults(source: Source, known_indicators: frozenset[str] | None = None) -> list[Fault]:
    """Return what does not fit together in a file; indicators are judged only where the catalogue is given."""
    tree = source.tree
    found = [*_place_faults(source, tree), *_repeal_faults(source, tree)]
    requirements = list(_mappings(tree.get("requirements"), ("requirements",)))
    found += _duplicate_ids(source, requirements)
    for trail, requirement in requirements:
        for check in _CHECKS:
            found += check(source, requirement, trail)
        if known_indicators is not None:
            found += _indicator_faults(source, requirement, trail, known_indicators)
        found += _level_faults(source, requirement, trail)
    return found


def _mappings(items: Any, trail: Trail) -> Iterator[tuple[Trail, dict[str, Any]]]:
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield (*trail, number), item


def _text(part: dict[str, Any], key: str) -> str:
    said = part.get(key)
    return said if isinstance(said, str) else ""


def _place_faults(source: Source, tree: dict[str, Any]) -> Iterator[Fault]:
    place, level = _text(tree, "place"), _text(tree, "level")
    if not place:
        return
    at = source.place(("place",))
    parts = place.split("/")
    if any(not part.strip() or part != part.strip() for part in parts) or len(parts) > max(_LEVELS_OF_DEPTH):
        yield fault(source.file, at, "place-form", place=place)
        return
    fitting = ("nation",) if place == NATION else _LEVELS_OF_DEPTH[len(parts)]
    if level in LEVELS and level not in fitting:
        yield fault(source.file, at, "place-level", place=place, level=level, fitting=" / ".join(fitting))


def _repeal_faults(source: Source, tree: dict[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with the day of repeal: missing, before the issue, or before a value begins."""
    repealed, published = amounts.read_day(_text(tree, "repealed")), amounts.read_day(_text(tree, "published"))
    if _text(tree, "repealed_by") and not _text(tree, "repealed"):
        yield Fault(source.file, *source.place(("repealed_by",)), phrase("repeal.missing"))
    if repealed is None:
        return
    if published and repealed <= published:
        at = source.place(("repealed",))
        yield Fault(source.file, *at, phrase("repeal.before-issue", repealed=repealed, published=published))
    for trail, requirement in _mappings(tree.get("requirements"), ("requirements",)):
        for value_trail, value in _mappings(requirement.get("values"), (*trail, "values")):
            first, own = amounts.read_day(_text(value, "from")), "title" in value or "number" in value
            if first and first >= repealed and not own:
                at = source.place((*value_trail, "from"))
                yield Fault(source.file, *at, phrase("repeal.begins-after", first=first, repealed=repealed))


def _duplicate_ids(source: Source, requirements: Iterable[tuple[Trail, dict[str, Any]]]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for trail, requirement in requirements:
        if not (name := _text(requirement, "id")):
            continue
        at = source.place((*trail, "id"))
        if name in seen:
            yield fault(source.file, at, "duplicate-id", id=name, first=seen[name])
        seen.setdefault(name, at[0])


def _needs(source: Source, requirement: dict[str, Any], trail: Trail) -> Iterator[Fault]:
    binding, at = _text(requirement, "binding"), source.place((*trail, "binding"))
    values = requirement.get("values") or []
    if binding in _NEEDS_VALUES and not values:
        yield fault(source.file, at, "values-missing", binding=binding)
    if binding == "target" and not _text(requirement, "meet_by"):
        yield fault(source.file, at, "meet-by-missing")
    if binding == "derived" and not _text(requirement, "formula"):
        yield fault(source.file, at, "formula-missing")
    if binding == "derived" and values:
        yield fault(source.file, source.key_place((*trail, "values")), "derived-with-values")
    if binding and binding != "derived" and _text(requirement, "formula"):
        yield fault(source.file, source.place((*trail, "formula")), "formula-unasked", binding=binding)
    if binding and binding != "total" and requirement.get("shares"):
        yield fault(source.file, source.key_place((*trail, "shares")), "shares-unasked", binding=binding)
    yield from _share_faults(source, requirement, trail)
    for key in ("from", "to"):
        if values and key in requirement:
            yield fault(source.file, source.key_place((*trail, key)), "days-unasked", entry=key)


def _share_faults(source: Source, requirement: dict[str, Any], trail: Trail) -> Iterator[Fault]:
    shares = requirement.get("shares")
    for name, share in (shares if isinstance(shares, dict) else {}).items():
        at = source.place((*trail, "shares", name))
        if share == "":
            yield fault(source.file, at, "share-blank", name=name)
        elif isinstance(share, str) and amounts.is_amount(share) and Decimal(share) < 0:
            yield fault(source.file, at, "negative", text=share, unit=name, proposal=share.removeprefix("-"))


def _formula_form(source: Source, requirement: dict[str, Any], trail: Trail) -> Iterator[Fault]:
    if formula := _text(requirement, "formula"):
        try:
            named = parse_formula(formula).indicators
        except StandardError as error:
            line, column = source.place((*trail, "formula"))
            yield Fault(source.file, line, column, error.text)
            return
        own = {_text(requirement, "indicator"), _text(requirement, "label")} - {""}
        if itself := next((name for name in named if name in own), ""):
            yield fault(source.file, source.place((*trail, "formula")), "formula-of-itself", name=itself)


def _value_forms(source: Source, requirement: dict[str, Any], trail: Trail) -> Iterator[Fault]:
    binding = _text(requirement, "binding")
    for at, value in _mappings(requirement.get("values"), (*trail, "values")):
        op = _text(value, "op")
        if op in _CONTRARY.get(binding, ()):
            yield fault(source.file, source.place((*at, "op")), "op-contrary", op=op, binding=binding)
        if not value.get("value"):
            yield fault(source.file, source.place((*at, "value")), "value-missing", binding=binding)
        yield from _range_faults(source, value, at, op)
        yield from _negative(source, value, at)


def _range_faults(source: Source, value: dict[str, Any], at: Trail, op: str) -> Iterator[Fault]:
    low, high = _text(value, "value"), _text(value, "high")
    if op == "range" and not high:
        yield fault(source.file, source.place((*at, "op")), "high-missing")
    elif op and op != "range" and high:
        yield fault(source.file, source.place((*at, "high")), "high-unasked", op=op)
    elif op == "range" and amounts.is_amount(low) and amounts.is_amount(high) and Decimal(high) <= Decimal(low):
        yield fault(source.file, source.place((*at, "high")), "high-low", low=low, high=high)


def _negative(source: Source, value: dict[str, Any], at: Trail) -> Iterator[Fault]:
    """Yield an amount below nothing of what is counted or paid: any plan would meet such a floor. Rates may fall."""
    unit = _text(value, "unit")
    for key in ("value", "high"):
        amount = _text(value, key)
        if unit and unit not in _MAY_FALL and amounts.is_amount(amount) and Decimal(amount) < 0:
            place = source.place((*at, key))
            yield fault(source.file, place, "negative", text=amount, unit=unit, proposal=amount.removeprefix("-"))


def _day_order(source: Source, requirement: dict[str, Any], trail: Trail) -> Iterator[Fault]:
    parts = [(trail, requirement), *_mappings(requirement.get("values"), (*trail, "values"))]
    for at, part in parts:
        first, last = amounts.read_day(_text(part, "from")), amounts.read_day(_text(part, "to"))
        if first and last and first > last:
            yield fault(source.file, source.place((*at, "to")), "days-reversed", first=first, last=last)


def _overlaps(source: Source, requirement: dict[str, Any], trail: Trail) -> Iterator[Fault]:
    earlier: tuple[date, date, int] | None = None
    for first, last, at in sorted(_periods(requirement, trail), key=lambda period: period[:2]):
        line, column = source.place(at)
        if earlier is not None and first <= earlier[1]:
            wanted = first - timedelta(days=1)
            key = "overlap-open" if earlier[1] == date.max else "overlap"
            yield fault(source.file, (line, column), key, first=first, other=earlier[2], wanted=wanted)
        if earlier is None or last > earlier[1]:
            earlier = first, last, line


def _periods(requirement: dict[str, Any], trail: Trail) -> Iterator[tuple[date, date, Trail]]:
    """First and last day of each value whose days can be read; an unknown first day follows what stands before it."""
    before = date.min
    for at, value in _mappings(requirement.get("values"), (*trail, "values")):
        said_from, said_to = _text(value, "from"), _text(value, "to")
        first = before if said_from == amounts.UNKNOWN_DAY else amounts.read_day(said_from)
        last = amounts.read_day(said_to) if said_to else date.max
        if first and last and first <= last:
            yield first, last, at
            before = last if last == date.max else last + timedelta(days=1)


def _indicator_faults(
    source: Source, requirement: dict[str, Any], trail: Trail, known: frozenset[str]
) -> Iterator[Fault]:
    named = [("indicator", _text(requirement, "indicator"))]
    try:
        if formula := _text(requirement, "formula"):
            named += [("formula", name) for name in parse_formula(formula).indicators]
    except StandardError:
        pass
    for key, name in named:
        if name and amounts.is_kebab(name) and name not in known:
            at = source.place((*trail, key))
            near = amounts.nearest(name, known)
            yield fault(source.file, at, "indicator-near" if near else "indicator-unknown", id=name, near=near)


def _level_faults(source: Source, requirement: dict[str, Any], trail: Trail) -> Iterator[Fault]:
    own = _text(source.tree, "level")
    bound = requirement.get("applies_to")
    for number, level in enumerate(bound if isinstance(bound, list) and own in LEVELS else ()):
        if level in LEVELS and LEVELS.index(level) < LEVELS.index(own):
            at = source.place((*trail, "applies_to", number))
            lower = " ".join(LEVELS[LEVELS.index(own) + 1 :]) or "[]"
            yield fault(source.file, at, "level-above", level=level, own=own, lower=lower)


_CHECKS: tuple[Check, ...] = (_needs, _formula_form, _value_forms, _day_order, _overlaps)
