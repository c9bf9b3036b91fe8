"""The page on the rules, written from the cards so that it cannot differ from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from engine.judge.card import GROUPS
from engine.wording import phrase
from rules import card_files
from rules.load import read

if TYPE_CHECKING:
    from rules.card import CardModel, CaseModel, Example, Words

_HEAD = """# The rules

Written by `python -m rules docs/rules.md` from the cards in `rules/`; change a card, not this page. Each rule is one
YAML file that an auditor can read: `when` names the facts, `message` says what is wrong, `examples` are run as tests.
"""


def render() -> str:
    """Return the page as Markdown: every rule with its reason, its words and its examples."""
    cards = sorted((read(file) for file in card_files()), key=lambda card: card.code)
    lines = [_HEAD, *_overview(cards)]
    for group in GROUPS:
        title = phrase(f"rules.group-{group}")
        lines += ["", f"## {title.en} {title.zh}"]
        lines += [line for card in cards if card.group == group for line in _card(card)]
    return "\n".join(lines) + "\n"


def _overview(cards: Sequence[CardModel]) -> Iterator[str]:
    yield "| code | rule | finds | 检查 | severity |"
    yield "|---|---|---|---|---|"
    for card in cards:
        severities = " ".join(dict.fromkeys([card.severity, *(c.severity for c in card.cases or () if c.severity)]))
        yield f"| {card.code} | [{card.id}](#{card.id}) | {card.title.en} | {card.title.zh} | {severities} |"


def _card(card: CardModel) -> Iterator[str]:
    severity = phrase(f"rules.severity-{card.severity}")
    yield from ("", f'<a id="{card.id}"></a>', "", f"### {card.code} {card.id}: {card.title.en} {card.title.zh}", "")
    yield f"{severity.en} {severity.zh}" + (f"; yields to {', '.join(card.yields_to)}" if card.yields_to else "")
    yield from ("", card.why.en.strip(), "", card.why.zh.strip(), "")
    for shape in _shapes(card):
        yield from _words("says", shape.message or card.message)
        yield from _words("remedy", shape.remedy or card.remedy)
    yield from _examples("Raises it", card.examples.fails)
    yield from _examples("Does not", card.examples.passes)


def _shapes(card: CardModel) -> Sequence[CaseModel | CardModel]:
    seen: dict[tuple[str, str], CaseModel | CardModel] = {}
    shapes: Sequence[CaseModel | CardModel] = card.cases or [card]
    for shape in shapes:
        seen.setdefault(((shape.message or card.message).zh, (shape.remedy or card.remedy).zh), shape)
    return list(seen.values())


def _words(name: str, words: Words) -> Iterator[str]:
    yield f"- {name}: {words.en.strip()}<br>{words.zh.strip()}"


def _examples(title: str, examples: Sequence[Example]) -> Iterator[str]:
    yield from ("", f"{title}:", "")
    yield from (f"- {_example(example)}" for example in examples)


def _example(example: Example) -> str:
    note = f"{example.note.en} {example.note.zh}: " if example.note else ""
    if example.facts is not None:
        facts = ("; ".join(f"{key} {value}" for key, value in fact.items() if key != "said") for fact in example.facts)
        return note + "<br>".join(f"`{fact}`" for fact in facts)
    said = " and ".join(f"“{_line(words)}”" for words in (example.plans or [example.plan or ""]))
    if example.standard:
        said += f" against “{_line(example.standard)}”"
    if example.entered:
        entered = example.entered.model_dump(exclude_none=True)
        said += " entered as " + ", ".join(f"{key} {_line(value)}" for key, value in entered.items())
    if example.previous:
        said += f" after “{_line(example.previous)}”"
    return f"{note}{said}"


def _line(words: str) -> str:
    return words.strip().replace("\n", " / ").replace("\t", " · ")
