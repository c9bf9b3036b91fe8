"""Several requirements of one indicator and several figures of it: each is compared once, with its like."""

import pytest

from engine.bind.binder import bind
from engine.bind.upper.draft import applied_draft, draft_standard
from engine.check import check_texts, document_of, read_plan_text
from engine.resolve.resolver import Resolver
from rules import load_cards
from standards.catalogue import load_catalogue

CATALOGUE = load_catalogue()
RESOLVER = Resolver(CATALOGUE)
CARDS = load_cards()
VILLAGES = [f"{one}{two}村" for one in "松竹梅兰菊荷" for two in "东西南北岭坪沟"]


def read(text, name):
    return read_plan_text(document_of(text, name), RESOLVER)


def document(head, clauses):
    return f"{head}2026年民生实事实施方案\n1.农村供水行动。{'；'.join(clauses)}。\n2.环境行动。整治水塘若干。"


def answers(plan, upper):
    binding = bind(applied_draft(draft_standard(read(upper, "upper"))), read(plan, "plan"), RESOLVER)
    return [(m.applied.requirement.span.text, m.commitment.span.text) for m in binding.matches if m.applied.value]


PAIRS = [
    # Names of their own, in another order on the other side.
    (
        ["竹西村农村自来水普及率达到91%", "松东村农村自来水普及率达到92%"],
        ["松东村农村自来水普及率达到93%", "竹西村农村自来水普及率达到90%"],
        [("93%", "92%"), ("90%", "91%")],
    ),
    # One name for all: a low figure answers a low requirement.
    (
        ["农村自来水普及率达到96%", "农村自来水普及率达到91%"],
        ["农村自来水普及率达到90%", "农村自来水普及率达到95%"],
        [("90%", "91%"), ("95%", "96%")],
    ),
    # One figure for two requirements has to meet both.
    (
        ["农村自来水普及率达到96%"],
        ["农村自来水普及率达到90%", "农村自来水普及率达到95%"],
        [("90%", "96%"), ("95%", "96%")],
    ),
    # Two figures for one requirement both have to meet it.
    (
        ["农村自来水普及率达到96%", "全县农村自来水普及率达到94%"],
        ["农村自来水普及率达到95%"],
        [("95%", "96%"), ("95%", "94%")],
    ),
    # Another village answers for none.
    (
        ["松东村农村自来水普及率达到92%", "荷沟村农村自来水普及率达到70%"],
        ["松东村农村自来水普及率达到90%", "兰坪村农村自来水普及率达到95%"],
        [("90%", "92%")],
    ),
]


@pytest.mark.parametrize(("plan", "upper", "expected"), PAIRS)
def test_each_figure_answers_its_like(plan, upper, expected):
    assert sorted(answers(document("青溪县", plan), document("安岚市", upper))) == sorted(expected)


@pytest.mark.parametrize("count", [10, 20, 40])
def test_as_many_pairs_as_figures(count):
    plan = document("青溪县", [f"{v}农村自来水普及率达到{80 + n % 7}%" for n, v in enumerate(VILLAGES[:count])])
    upper = document("安岚市", [f"{v}农村自来水普及率达到{81 + n % 7}%" for n, v in enumerate(VILLAGES[:count])])
    assert len(answers(plan, upper)) == count
    below = [f for f in check_texts(plan, upper, CARDS, CATALOGUE) if f.rule == "below-floor"]
    assert len(below) == count
