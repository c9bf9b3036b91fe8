"""From the content of a card to the form that the engine runs; checks what the shape alone cannot show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from engine.errors import RuleError
from engine.facts.fact import Role
from engine.facts.vocabulary import fields_of, words_of
from engine.judge.card import GROUPS, Card, Case, FigureRef
from engine.judge.finding import SEVERITIES, STATUSES
from engine.judge.words import NAME
from engine.match.compile import compile_rule
from engine.match.rule import Ref, Rule
from engine.wording import Text, phrase

Loc = tuple[str | int, ...]
_CARD_ONLY = frozenset({"id", "code", "group", "title", "why", "cases", "yields_to", "examples"})
_SHOWN = frozenset({"certainty", "evidence", "expected", "actual", "standard", "label", "message", "remedy"})
CASE_KEYS = _SHOWN | {"when", "without", "severity", "verdict"}
KEYS = CASE_KEYS | _CARD_ONLY


class Fault(Exception):
    """What is wrong in a card: where (keys and list numbers from the top), and a sentence of ``rules``."""

    def __init__(self, loc: Loc, key: str, **values: object) -> None:
        self.loc = loc
        said = values.get("text")
        self.text: Text = said if isinstance(said, Text) and key == "as-said" else phrase(f"rules.{key}", **values)
        super().__init__(self.text)


def build(raw: Mapping[str, Any]) -> Card:
    """Return the card; raises Fault, or the plain TypeError or KeyError of a card whose shape was never checked."""
    _refuse_keys(raw, KEYS, ())
    built = [_case(raw, case, loc, number) for number, (loc, case) in enumerate(shapes_of(raw), 1)]
    return Card(
        id=raw["id"],
        code=raw["code"],
        group=_one_of(raw, "group", GROUPS),
        severity=_one_of(raw, "severity", SEVERITIES),
        title=_text(raw["title"]),
        cases=tuple(built),
        yields_to=tuple(raw.get("yields_to", ())),
    )


def shapes_of(raw: Mapping[str, Any]) -> list[tuple[Loc, Mapping[str, Any]]]:
    """Return the cases of a card with their places; a card without any is one case that adds nothing."""
    cases = raw.get("cases")
    return [((), {})] if cases is None else [(("cases", number), case) for number, case in enumerate(cases)]


def shape_of(raw: Mapping[str, Any], case: Mapping[str, Any]) -> dict[str, Any]:
    """Return all that a case says, with what the card says where the case does not."""
    shape = {key: case.get(key, raw.get(key)) for key in CASE_KEYS}
    shape["when"] = _joined(raw.get("when"), case.get("when"))
    shape["without"] = _joined(raw.get("without"), case.get("without"))
    return shape


def _case(raw: Mapping[str, Any], case: Mapping[str, Any], loc: Loc, number: int) -> Case:
    _refuse_keys(case, CASE_KEYS, loc)
    shape = shape_of(raw, case)
    rule = _compiled(f"{raw['id']}#{number}", shape, loc)
    kinds = {alias: str(pattern["kind"]) for alias, pattern in shape["when"].items()}
    reader = Reader(shape, kinds, loc, frozenset(case))
    return Case(
        rule=rule,
        severity=_one_of(shape, "severity", SEVERITIES, loc),
        verdict=_one_of(shape, "verdict", STATUSES, loc),
        message=reader.sentence("message"),
        remedy=reader.sentence("remedy"),
        certainty=reader.certainty(),
        evidence=reader.evidence(),
        expected=reader.figure("expected"),
        actual=reader.figure("actual"),
        standard=reader.standard(),
        label=reader.alias("label"),
    )


def _joined(of_card: Mapping[str, Any] | None, of_case: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the card's patterns with the case's added: to an alias of both, further conditions."""
    joined = dict(of_card or {})
    for alias, pattern in (of_case or {}).items():
        joined[alias] = joined[alias] | pattern if alias in joined else pattern
    return joined


def _compiled(rule_id: str, shape: Mapping[str, Any], loc: Loc) -> Rule:
    try:
        return compile_rule(rule_id, shape["when"], shape["without"])
    except RuleError as error:
        raise Fault(place_of(rule_id, shape, loc), "as-said", text=error.text) from error


def place_of(rule_id: str, shape: Mapping[str, Any], loc: Loc) -> Loc:
    """Find the first pattern, and in it the first condition, with which the rule no longer compiles."""
    for part in ("when", "without"):
        done: dict[str, Any] = {}
        for alias, pattern in shape[part].items():
            tried = list(pattern) if isinstance(pattern, Mapping) else []
            for count in range(1, len(tried) + 1):
                some = {"kind": pattern.get("kind")} | {key: pattern[key] for key in tried[:count]}
                if not _compiles(rule_id, shape, part, done | {alias: some}):
                    return (*loc, part, alias, tried[count - 1])
            if not tried:
                return (*loc, part, alias)
            done[alias] = pattern
    return (*loc, "when")


def _compiles(rule_id: str, shape: Mapping[str, Any], part: str, patterns: Mapping[str, Any]) -> bool:
    try:
        if part == "when":
            compile_rule(rule_id, patterns, {})
        else:
            compile_rule(rule_id, shape["when"], patterns)
    except RuleError:
        return False
    return True


class Reader:
    """Reads what a case shows, given the kinds of its aliases; ``own`` are the keys that the case itself writes."""

    def __init__(self, shape: Mapping[str, Any], kinds: Mapping[str, str], loc: Loc, own: frozenset[str]) -> None:
        self.shape, self.kinds, self.case, self.own = shape, kinds, loc, own

    def _loc(self, key: str) -> Loc:
        return (*self.case, key) if key in self.own else (key,)

    def _known(self, key: str, alias: str) -> str:
        if alias not in self.kinds:
            raise Fault(self._loc(key), "alias-unknown", name=key, alias=alias, known=", ".join(self.kinds))
        return alias

    def _known_field(self, key: str, alias: str, field: str, known: frozenset[str]) -> None:
        if field not in known:
            raise Fault(
                self._loc(key),
                "field-unknown",
                name=key,
                field=field,
                kind=self.kinds[self._known(key, alias)],
                known=", ".join(sorted(known)),
            )

    def alias(self, key: str) -> str | None:
        """Return the alias that a key names, None for none."""
        name = self.shape[key]
        return None if name is None else self._known(key, name)

    def standard(self) -> str | None:
        """Return the alias of the requirement."""
        alias = self.alias("standard")
        if alias and self.kinds[alias] != "requirement":
            raise Fault(self._loc("standard"), "standard-kind", alias=alias, kind=self.kinds[alias])
        return alias

    def evidence(self) -> tuple[tuple[Role, tuple[str, ...]], ...]:
        """Return the aliases whose words are shown, by role."""
        listed: Mapping[str, Any] = self.shape["evidence"] or {}
        roles = get_args(Role)
        for role in listed:
            if role not in roles:
                raise Fault((*self._loc("evidence"), role), "one-of", name="evidence", known=", ".join(roles))
        return tuple(
            (role, tuple(self._known("evidence", alias) for alias in _listed(listed[role])))
            for role in roles
            if role in listed
        )

    def figure(self, key: str) -> FigureRef | None:
        """Return where a figure comes from, None for none."""
        name = self.shape[key]
        if name is None or not name.startswith("@"):
            return None if name is None else FigureRef(self._known(key, name))
        alias, field = self._reference(key, name, "form-figure")
        return FigureRef(alias, field)

    def certainty(self) -> Any:
        """Return the certainty, or the field that tells it."""
        name = self.shape["certainty"] or "certain"
        if name in ("certain", "review"):
            return name
        return Ref(*self._reference("certainty", name, "form-certainty"))

    def _reference(self, key: str, name: str, form: str) -> tuple[str, str]:
        alias, dot, field = name.removeprefix("@").partition(".")
        if not (name.startswith("@") and dot):
            raise Fault(self._loc(key), "form", name=key, wanted=phrase(f"rules.{form}"))
        self._known_field(key, alias, field, frozenset(fields_of(self.kinds[self._known(key, alias)])))
        return alias, field

    def sentence(self, key: str) -> Text:
        """Return a sentence in both languages, its names known."""
        text = _text(self.shape[key])
        names = [set(NAME.findall(words)) for words in (text.zh, text.en)]
        for name in sorted(names[0] | names[1]):
            self.refuse_name(key, name)
        if names[0] != names[1]:
            raise Fault(self._loc(key), "languages-differ", name=key, names=", ".join(sorted(names[0] ^ names[1])))
        return text

    def refuse_name(self, key: str, name: str) -> None:
        """Refuse a name in a sentence that no fact of the case has."""
        if name == "difference":
            if not (self.shape["expected"] and self.shape["actual"]):
                raise Fault(self._loc(key), "difference-without")
            return
        alias, dot, field = name.partition(".")
        if not dot:
            raise Fault(self._loc(key), "name-form", name=name)
        self._known_field(key, alias, field, words_of(self.kinds[self._known(key, alias)]))


def _refuse_keys(raw: Mapping[str, Any], known: frozenset[str], loc: Loc) -> None:
    for key in raw:
        if key not in known:
            raise Fault((*loc, key), "key-unknown", name=key, known=", ".join(sorted(known)))


def _one_of(raw: Mapping[str, Any], key: str, known: Sequence[Any], loc: Loc = ()) -> Any:
    if raw[key] not in known:
        raise Fault((*loc, key), "one-of", name=key, known=", ".join(known))
    return raw[key]


def _text(both: Mapping[str, str]) -> Text:
    return Text(both["zh"].strip(), both["en"].strip())


def _listed(aliases: str | Sequence[str]) -> Iterator[str]:
    yield from [aliases] if isinstance(aliases, str) else aliases
