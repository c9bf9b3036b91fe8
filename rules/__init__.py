"""The rule cards: one YAML file a rule, found by walking this folder, never by a list."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from engine.errors import RuleError, did_you_mean
from engine.judge.card import Card
from engine.paths import once
from engine.wording import Text
from rules.load import Fault, quick, strict, strict_fault

FOLDER = Path(__file__).parent


def card_files(extra: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Return the files of all cards, those shipped first, each part sorted by path.

    ``extra`` names further cards or folders of cards, a shipped or repeated one counts once; raises RuleError for one
    that there is not.
    """
    shipped = _inside(FOLDER)
    if not extra:
        return shipped
    further = (file for path in extra for file in _named(path))
    return once((*shipped, *further))


def load_cards(extra: Sequence[Path] = ()) -> tuple[Card, ...]:
    """Return every card, compiled, sorted by id.

    Raises RuleError (file, line, what to write) for a card that is wrong, an id or code used twice, and a yields_to
    that names no card or runs in a circle.
    """
    files = card_files(extra)
    shipped = len(files) if not extra else len(_inside(FOLDER))
    cards = [quick(file) if n < shipped else strict(file) for n, file in enumerate(files)]
    _refuse_clashes(files, cards)
    return tuple(sorted(cards, key=lambda card: card.id))


def select_cards(extra: Sequence[Path], select: str, ignore: str) -> tuple[Card, ...]:
    """Return the cards of ``select`` (all where it is empty) without those of ``ignore``.

    Both are ids, codes or groups joined by commas. What the program could not do is never silenced: a plan that was not
    read would look like a clean one. Raises RuleError for a name that is none of these, where no card is left, and what
    ``load_cards`` raises.
    """
    cards = load_cards(extra)
    known = {name for card in cards for name in _names_of(card)}
    wanted, unwanted = (frozenset(filter(None, map(str.strip, names.split(",")))) for names in (select, ignore))
    for name in sorted((wanted | unwanted) - known):
        raise RuleError("rules.unknown-rule", id=name, hint=did_you_mean(name, sorted(known)))
    chosen = {c for c in cards if (not wanted or wanted & _names_of(c)) and not unwanted & _names_of(c)}
    tool = {c for c in cards if c.group == "tool"}
    if chosen <= tool and not any(wanted & _names_of(c) for c in tool):
        raise RuleError("rules.none-left")
    return tuple(sorted(chosen | tool, key=lambda card: card.id))


def left_out(cards: Sequence[Card], extra: Sequence[Path] = ()) -> tuple[str, ...]:
    """Return the ids of the cards that are not among ``cards``, sorted, so that a report can say what it did not check."""
    chosen = {card.id for card in cards}
    return tuple(sorted(file.stem for file in card_files(extra) if file.stem not in chosen))


def names_of_cards(extra: Sequence[Path] = (), *, groups: bool = False) -> frozenset[str]:
    """Return the ids and codes of all cards, and the groups that they are in where those may be named too."""
    names = (_names_of(card) if groups else (card.id, card.code) for card in load_cards(extra))
    return frozenset(name for of_card in names for name in of_card)


def titles_of_cards(ids: Collection[str], extra: Sequence[Path] = ()) -> tuple[Text, ...]:
    """Return code and title of the cards with these ids, by their codes: what people call a rule."""
    cards = sorted((card for card in load_cards(extra) if card.id in ids), key=lambda card: card.code) if ids else []
    return tuple(Text(f"{card.code} {card.title.zh}", f"{card.code} {card.title.en}") for card in cards)


def _names_of(card: Card) -> frozenset[str]:
    return frozenset((card.id, card.code, card.group))


def card_file(rule_id: str, extra: Sequence[Path] = ()) -> Path:
    """Return the file of the card with this id or code; raises RuleError, with the nearest name, when there is none."""
    files = {file.stem: file for file in card_files(extra)}
    if rule_id not in files:
        rule_id = next((card.id for card in load_cards(extra) if card.code == rule_id), rule_id)
    if rule_id in files:
        return files[rule_id]
    raise RuleError("rules.unknown-rule", id=rule_id, hint=did_you_mean(rule_id, files))


def rules_digest(extra: Sequence[Path] = ()) -> str:
    """Return the sha256 over the bytes of all cards in sorted order, by which a report names the rules it used."""
    return sha256(b"".join(file.read_bytes() for file in card_files(extra))).hexdigest()


def _inside(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.rglob("*.yaml")))


def _named(path: Path) -> tuple[Path, ...]:
    if path.is_dir():
        return _inside(path)
    if not path.is_file():
        raise RuleError("rules.missing-file", file=path)
    return (path,)


def _refuse_clashes(files: Iterable[Path], cards: Sequence[Card]) -> None:
    ids: dict[str, tuple[Path, Card]] = {}
    codes: dict[str, str] = {}
    for file, card in zip(files, cards, strict=True):
        if card.id in ids:
            strict_fault(file, Fault(("id",), "id-twice", id=card.id, other=ids[card.id][0]))
        if card.code in codes:
            strict_fault(file, Fault(("code",), "code-twice", code=card.code, other=codes[card.code]))
        ids[card.id], codes[card.code] = (file, card), card.id
    settled: set[str] = set()
    for file, card in ids.values():
        for name in card.yields_to:
            if name not in ids:
                strict_fault(file, Fault(("yields_to",), "yield-unknown", name=name))
        _refuse_circle(card.id, ids, settled, [])


def _refuse_circle(card_id: str, ids: dict[str, tuple[Path, Card]], settled: set[str], way: list[str]) -> None:
    if card_id in way:
        circle = " → ".join([*way[way.index(card_id) :], card_id])
        strict_fault(ids[card_id][0], Fault(("yields_to",), "yield-circle", circle=circle))
    if card_id in settled or card_id not in ids:
        return
    for name in ids[card_id][1].yields_to:
        _refuse_circle(name, ids, settled, [*way, card_id])
    settled.add(card_id)
