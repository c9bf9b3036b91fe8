"""What somebody who writes a card wrongly is told: the file, the line, what is wrong and what to write instead."""

import pytest

from engine.errors import RuleError
from rules import load_cards
from rules.examples import failures
from rules.load import quick, strict

CARD = """\
id: my-rule
code: X01
group: drafting
severity: note
title: {zh: 标题, en: Title}
why: {zh: 理由, en: Reason}
when:
  r: {kind: requirement, binding: floor}
  c: {kind: commitment, low: {lt: "@r.low"}}
verdict: violates
evidence: {plan: c, standard: r}
expected: r
actual: c
standard: r
label: c
message: {zh: "{c.label}低于{r.printed}，差{difference}", en: "{c.label} is below {r.printed} by {difference}"}
remedy: {zh: 改正, en: Correct it}
examples:
  fails: [{plan: 散居孤儿每人每月1000元。, standard: 散居孤儿每人每月不低于1100元。}]
  passes: [{plan: 散居孤儿每人每月1100元。}]
"""

SLIPS = {
    "unknown key": ("severity: note", "severity: note\nlevel: 3", 5, "level"),
    "wrong severity": ("severity: note", "severity: fatal", 4, "error, warning, note"),
    "missing words": ("remedy: {zh: 改正, en: Correct it}\n", "", 1, "remedy"),
    "one language only": ("title: {zh: 标题, en: Title}", "title: {zh: 标题}", 5, "title.en"),
    "words without languages": ("title: {zh: 标题, en: Title}", "title: 标题", 5, "{zh: …, en: …}"),
    "unknown kind": ("kind: commitment, low", "kind: comitment, low", 9, "did you mean commitment?"),
    "unknown field": ("binding: floor", "bindng: floor", 8, "did you mean binding?"),
    "unknown operator": ("low: {lt:", "low: {less:", 9, "lt"),
    "reference to a later alias": ("binding: floor}", 'binding: floor, id: "@c.id"}', 8, "no earlier pattern"),
    "evidence of nobody": ("plan: c, standard", "plan: d, standard", 11, "Aliases: r, c"),
    "role that there is not": ("evidence: {plan: c,", "evidence: {plans: c,", 11, "plans"),
    "standard that is none": ("standard: r\nlabel", "standard: c\nlabel", 14, "c is a commitment"),
    "name that no fact has": ("{c.label}低于", "{c.name}低于", 16, "name, which is no field of commitment"),
    "name without alias": ("{c.label}低于", "{label}低于", 16, "{alias.field}"),
    "name in one language": ("is below {r.printed} by", "is below by", 16, "r.printed"),
    "difference of nothing": ("expected: r\nactual: c\n", "", 14, "needs expected and actual"),
    "figure of no field": ("expected: r\n", 'expected: "@r.lowest"\n', 12, "lowest"),
    "certainty of no kind": ("label: c\n", "label: c\ncertainty: maybe\n", 16, "certain, review or @alias.field"),
    "example of nothing": (
        "passes: [{plan: 散居孤儿每人每月1100元。}]",
        "passes: [{note: {zh: 一, en: one}}]",
        20,
        "{facts: [...]}",
    ),
    "no example": ("passes: [{plan: 散居孤儿每人每月1100元。}]", "passes: []", 20, "passes"),
    "key twice": ("severity: note", "severity: note\nseverity: error", 5, "severity stands twice"),
    "broken yaml": ("when:\n", "when: {\n", 9, "not valid YAML"),
    "other name than the file": ("id: my-rule", "id: your-rule", 1, "write my-rule"),
    "code of no form": ("code: X01", "code: X1", 2, "code"),
    "yields to nobody": ("verdict: violates", "yields_to: [below-flor]\nverdict: violates", 10, "below-flor"),
    "yields to itself": ("verdict: violates", "yields_to: [my-rule]\nverdict: violates", 10, "my-rule → my-rule"),
    "code of another": ("code: X01", "code: C01", 2, "below-floor"),
    "not a mapping": (CARD, "- id: my-rule\n", 1, "key: value"),
    "empty file": (CARD, "", 1, "key: value"),
}


@pytest.fixture
def written(tmp_path):
    def write(text, name="my-rule"):
        file = tmp_path / f"{name}.yaml"
        file.write_text(text, "utf-8")
        return file

    return write


def test_a_good_card_is_taken_beside_the_shipped_ones(written):
    cards = load_cards([written(CARD)])
    assert len(cards) == len(load_cards()) + 1
    assert next(card for card in cards if card.id == "my-rule").cases[0].rule.id == "my-rule#1"


def test_a_folder_of_cards_is_walked(written, tmp_path):
    written(CARD)
    assert "my-rule" in {card.id for card in load_cards([tmp_path])}


@pytest.mark.parametrize("slip", SLIPS, ids=str)
def test_a_slip_is_told_with_file_line_and_remedy(slip, written):
    old, new, line, hint = SLIPS[slip]
    assert CARD.count(old) == 1
    file = written(CARD.replace(old, new))
    with pytest.raises(RuleError) as caught:
        load_cards([file])
    assert caught.value.text.en.startswith(f"{file}, line {line}: ")
    assert hint in caught.value.text.en
    assert caught.value.text.zh.startswith(f"{file} 第{line}行：")


@pytest.mark.parametrize(
    "slips",
    [
        ("unknown key", "one language only", "unknown field"),
        ("wrong severity", "unknown operator", "name that no fact has"),
        ("evidence of nobody", "name that no fact has", "figure of no field"),
        ("unknown field", "unknown operator", "standard that is none", "other name than the file"),
        ("missing words", "code of no form", "example of nothing"),
        ("wrong severity", "certainty of no kind", "no example"),
    ],
)
def test_all_slips_of_a_card_are_told_at_once(slips, written):
    text = CARD
    for slip in slips:
        old, new, *_ = SLIPS[slip]
        assert old in text
        text = text.replace(old, new)
    file = written(text)
    with pytest.raises(RuleError) as caught:
        load_cards([file])
    lines = caught.value.text.en.splitlines()
    assert len(lines) == len(slips) and all(line.startswith(f"{file}, line ") for line in lines)
    assert all(any(SLIPS[slip][3] in line for line in lines) for slip in slips)
    numbers = [int(line.removeprefix(f"{file}, line ").partition(":")[0]) for line in lines]
    assert numbers == sorted(numbers)


# What a run cannot be hurt by (the tests of the shipped cards see to it), and what only all cards together show.
HARMLESS = {"no example", "example of nothing", "key twice", "code of no form"}
TOGETHER = {"yields to nobody", "yields to itself", "code of another"}


@pytest.mark.parametrize("slip", sorted(SLIPS.keys() - HARMLESS - TOGETHER))
def test_reading_quickly_refuses_what_would_spoil_a_run(slip, tmp_path):
    old, new, line, _ = SLIPS[slip]
    folder = tmp_path / "drafting"
    folder.mkdir()
    file = folder / "my-rule.yaml"
    file.write_text(CARD, "utf-8")
    assert quick(file).id == "my-rule"
    file.write_text(CARD.replace(old, new), "utf-8")
    with pytest.raises(RuleError, match=f"line {line}: "):
        quick(file)


def test_the_id_of_a_shipped_card_is_taken(written):
    file = written(CARD.replace("my-rule", "below-floor"), "below-floor")
    with pytest.raises(RuleError, match=r"defined in .*below-floor"):
        load_cards([file])


def test_a_file_that_is_not_there_and_one_that_is_no_text(tmp_path):
    with pytest.raises(RuleError, match="there is no such file"):
        load_cards([tmp_path / "none.yaml"])
    (tmp_path / "bytes.yaml").write_bytes(b"id: \xff\xfe")
    with pytest.raises(RuleError, match="UTF-8"):
        load_cards([tmp_path / "bytes.yaml"])


def test_two_cards_that_yield_to_each_other_are_refused(written):
    one = CARD.replace("verdict: violates", "yields_to: [other-rule]\nverdict: violates")
    other = one.replace("my-rule", "other-rule").replace("X01", "X02").replace("[other-rule]", "[my-rule]")
    files = [written(one), written(other, "other-rule")]
    with pytest.raises(RuleError, match="runs in a circle"):
        load_cards(files)


def test_cases_add_to_the_patterns_of_the_card(written):
    cases = """\
cases:
  - when: {c: {op: "="}}
  - when: {c: {op: "~"}, i: {kind: item, id: "@c.item"}}
    severity: warning
    evidence: {plan: i}
    message: {zh: "{i.label}", en: "{i.label}"}
"""
    card = strict(written(CARD.replace("verdict: violates", f"{cases}verdict: violates")))
    first, second = card.cases
    assert (first.severity, second.severity) == ("note", "warning")
    assert [p.alias for p in second.rule.when] == ["r", "c", "i"]
    assert {c.field for c in first.rule.when[1].conditions} == {"kind", "low", "op", "plan"}
    assert first.evidence == (("plan", ("c",)), ("standard", ("r",)))
    assert second.evidence == (("plan", ("i",)),)


def test_a_slip_in_a_case_is_told_with_its_own_line(written):
    cases = 'cases:\n  - when: {c: {op: "="}}\n  - when: {c: {opp: "~"}}\n'
    file = written(CARD.replace("verdict: violates", f"{cases}verdict: violates"))
    with pytest.raises(RuleError, match=r"line 12: .*opp"):
        load_cards([file])


def test_an_example_that_does_not_behave_is_told(written):
    facts = "examples:\n  fails: [{facts: [{kind: commitment, id: c1, low: 2}]}]\n  passes: [{facts: [{kind: item, id: i1, lable: x}]}]\n"
    file = written(CARD[: CARD.index("examples:")] + facts)
    silent, broken = failures([file], load_cards([file]))
    assert silent.en == f"{file}: example 1 of fails does not raise my-rule"
    assert broken.en.startswith(f"{file}, example 1: item has no lable.")


def test_an_example_that_fires_where_it_must_not_is_told_with_its_message(written):
    pair = "[{kind: requirement, id: r1, binding: floor, low: 3, label: 标准}, {kind: commitment, id: c1, low: 2, label: 生活费}]"
    file = written(
        CARD[: CARD.index("examples:")] + f"examples:\n  fails: [{{facts: {pair}}}]\n  passes: [{{facts: {pair}}}]\n"
    )
    (fires,) = failures([file], load_cards([file]))
    assert "example 1 of passes raises my-rule (生活费 is below" in fires.en
