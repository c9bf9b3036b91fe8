"""What is promised of every card: its name, its place, its severity, both languages, and a page that is fresh."""

import json
import re
from pathlib import Path

import pytest

from engine.errors import RuleError
from engine.facts.vocabulary import KINDS
from engine.wording import phrase
from rules import FOLDER, card_file, card_files, guide, load_cards, parsed, rules_digest
from rules.build import CASE_KEYS, KEYS
from rules.card import CardModel, CaseModel, schema
from rules.docs import render
from rules.examples import failures
from rules.load import quick, read, strict

ROOT = FOLDER.parent

# code, id, severities of its shapes (the first is the card's own)
CHECKS = """
C01 below-floor E | C02 above-ceiling E | C03 weaker-bound N | C04 approximate-floor W | C05 weaker-strength W
C06 requirement-missing E W N | C07 target-dropped W N | C08 late-deadline E | C09 outdated-standard E
C10 unit-incomparable N | C11 scope-narrowed W | C12 exceeds-standard N | C13 derived-floor E | C14 below-allocation E
C15 allocation-shortfall E N | C16 year-on-year-drop W | C17 fixed-differs E
S01 sum-mismatch E | S02 parts-mismatch E | S03 part-exceeds-whole E | S04 share-out-of-range E | S05 ratio-mismatch E
S06 product-mismatch E | S07 body-annex-conflict E | S08 conflicting-values E | S09 count-mismatch E
S10 change-mismatch E | S11 duration-mismatch W | S12 deadline-conflict W | S13 year-mismatch W | S14 place-mismatch W
D01 label-drift N | D02 missing-unit W | D03 responsible-missing W | D04 no-quantified-target N | D05 empty-item W
D06 approximate-target N | D07 weak-commitment N | D08 no-deadline N | D09 annex-missing W | D10 annex-omission N
D11 numbering N | D12 document-number-format N | D13 metadata-missing N | D14 cited-document N | D15 garbled-text N
D16 unaccepted-revisions W | D17 extra-target N
U01 stale-standard N | U02 waiver-expired W | U03 waiver-unmatched N | U04 decision-unmatched N
T01 unreadable E | T02 uncomputed-formula W | T03 matcher-disagreement E | T04 total-unchecked N
"""
GROUP = {"C": "conformance", "S": "consistency", "D": "drafting", "U": "upkeep", "T": "tool"}
LETTER = {"error": "E", "warning": "W", "note": "N"}
ROWS = [row.split() for row in re.split(r"[|\n]", CHECKS) if row.strip()]
FILES = card_files()
CARDS = {card.id: card for card in load_cards()}


def test_the_checks_and_the_cards_are_the_same_set():
    assert sorted(row[1] for row in ROWS) == sorted(CARDS)


@pytest.mark.parametrize(("code", "rule", "severities"), [(row[0], row[1], row[2:]) for row in ROWS])
def test_code_group_and_severity(code, rule, severities):
    card = CARDS[rule]
    assert (card.code, card.group) == (code, GROUP[code[0]])
    found = list(dict.fromkeys([card.severity, *(case.severity for case in card.cases)]))
    assert [LETTER[severity] for severity in found] == severities


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_card_is_named_after_its_file_and_stands_in_its_group(file):
    card = read(file)
    assert (card.id, card.group, file.parent.parent) == (file.stem, file.parent.name, FOLDER)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_reading_quickly_gives_what_reading_strictly_gives(file):
    assert quick(file) == strict(file)


def test_cards_yield_as_the_checks_say():
    promised = {
        "outdated-standard": "below-floor",
        "part-exceeds-whole": "parts-mismatch",
        "conflicting-values": "body-annex-conflict",
        "approximate-target": "approximate-floor",
        "weak-commitment": "weaker-strength",
    }
    assert all(other in CARDS[card].yields_to for card, other in promised.items())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_sentence_is_in_both_languages(file):
    card = read(file)
    shapes = [card, *(card.cases or [])]
    words = [card.title, card.why, *(w for s in shapes for w in (s.message, s.remedy) if w)]
    for sentence in words:
        assert re.search(r"[\u4e00-\u9fff]", sentence.zh), sentence.zh
        english = re.sub(r"\{[^}]*\}", "", sentence.en)
        assert re.search(r"[A-Za-z]{3}", english), sentence.en
        assert not re.search(r"[，。：；]", english), sentence.en


def test_the_keys_that_a_run_checks_are_those_of_the_schema():
    assert set(CardModel.model_fields) == KEYS
    assert set(CaseModel.model_fields) == CASE_KEYS


def test_the_schema_can_be_given_to_an_editor():
    described = json.loads(json.dumps(schema()))
    assert described["additionalProperties"] is False
    assert set(described["required"]) >= {"id", "code", "title", "why", "message", "examples"}


def test_the_page_on_the_rules_is_fresh():
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert page == render(), "run: python -m rules docs/rules.md"


def test_the_page_on_writing_cards_is_fresh():
    page = (ROOT / "docs" / "cards.md").read_text("utf-8")
    assert page == guide.render(), "run: python -m rules docs/rules.md"
    assert all(f"\n### {kind}\n" in page for kind in KINDS)


def test_the_card_that_the_page_shows_works(tmp_path):
    file = tmp_path / "renovation-without-day.yaml"
    file.write_text(guide.EXAMPLE, "utf-8")
    assert list(failures([file], load_cards([file]))) == []


def test_the_table_of_parsed_cards_is_fresh():
    cards = [file.read_bytes() for file in FILES]
    assert parsed.TABLE.read_text("utf-8") == parsed.written(cards), "run: python -m rules docs/rules.md"
    assert [parsed.tree_of(card) for card in cards] == [parsed.parsed(card) for card in cards]


def test_a_card_changed_since_is_never_answered_from_the_table():
    card = FILES[0].read_bytes()
    changed = re.sub(rb"(?m)^code: .*$", b"code: Z99", card)
    assert parsed.tree_of(changed) == parsed.tree_of(card) | {"code": "Z99"}


def test_without_the_table_the_cards_are_the_same(monkeypatch, tmp_path):
    cards = load_cards()
    monkeypatch.setattr(parsed, "TABLE", tmp_path / "none.txt")
    assert load_cards() == cards


def test_the_digest_changes_with_a_card_and_with_nothing_else(tmp_path):
    card = tmp_path / "my-rule.yaml"
    card.write_text("id: my-rule\n", "utf-8")
    one = rules_digest([card])
    card.write_text("id: my-rule # changed\n", "utf-8")
    assert len({rules_digest(), one, rules_digest([card])}) == 3
    assert rules_digest() == rules_digest([FILES[0]])
    assert re.fullmatch(r"[0-9a-f]{64}", rules_digest())


def test_a_shipped_card_named_once_more_is_no_second_card():
    assert load_cards([FILES[0], FOLDER]) == load_cards()


def test_a_card_is_found_by_its_id_and_a_slip_is_helped():
    assert card_file("below-floor").name == "below-floor.yaml"
    with pytest.raises(RuleError, match=r"no rule below-flor; did you mean below-floor\?"):
        card_file("below-flor")


def test_every_group_and_severity_has_a_name():
    for name in (*(f"group-{group}" for group in GROUP.values()), *(f"severity-{s}" for s in LETTER)):
        assert phrase(f"rules.{name}").zh


def test_no_card_is_hidden_from_an_installation():
    assert Path("rules/conformance/below-floor.yaml") in {file.relative_to(ROOT) for file in FILES}
