"""What a run does grows with what it reads and no faster: calls and lines are counted, since a clock would only measure the machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.check import check_plan, document_of, read_plan_text
from engine.document import Document
from engine.reconcile.twice.surroundings import Surroundings
from engine.resolve.resolver import Resolver
from reports import available, renderer_named
from reports.renderer import RenderOptions
from rules import load_cards
from standards.catalogue import load_catalogue

sys.path.append(str(Path(__file__).resolve().parent.parent / "benchmarks"))

from report import audit

# What comes on top when the size is doubled again, over what came on top before: 2 where all costs the same, 4 for a square.
_MOST = 2.1


Work = Callable[[], object]


def growth(work: Callable[[int], Work], size: int, count: Callable[[Work], int] | None = None) -> float:
    """Return how what is called grows from ``size`` to twice and four times that; ``work`` makes the run for a size."""
    work(size)()  # what is made once a process is not counted
    once, twice, fourfold = ((count or calls)(work(size * times)) for times in (1, 2, 4))
    return (fourfold - twice) / (twice - once)


def calls(work: Work) -> int:
    """Return how many functions, Python's own among them, are called or gone on with while ``work`` runs."""
    count = 0

    def seen(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def steps(work: Work) -> int:
    """Return how many lines are gone through while ``work`` runs, those of a loop that calls nothing once for each turn."""
    count = 0

    def seen(_frame: object, _event: str, _argument: object) -> object:
        nonlocal count
        count += 1
        return seen

    before = sys.gettrace()
    sys.settrace(seen)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", sorted(set(available()) - {"annotated"}))
def test_a_report_costs_the_same_for_each_finding(name: str) -> None:
    renderer = renderer_named(name)

    def rendering(size: int) -> Callable[[], object]:
        made = audit(size)
        return lambda: renderer.render(made, RenderOptions())

    assert growth(rendering, 60) <= _MOST


def figures(count: int) -> str:
    return "，".join(f"新建第{n}处甲类设施{n % 90 + 3}个" for n in range(count))


SHAPES: dict[str, Callable[[int], str]] = {
    "one line": lambda size: f"1.建设。{figures(size)}。",
    "one list": lambda size: "1.建设。" + "、".join(f"{n % 90 + 3}个" for n in range(size)) + "。",
    "items": lambda size: "\n".join(f"{n}.公厕建设。新建公厕{n % 90 + 3}个，每个补助{n}元。" for n in range(1, size)),
    "words without figures": lambda size: "1.建设。" + "改善群众生活环境，健全工作机制，" * size + "。",
    "table": lambda size: "|村|一|二|三|\n" + "\n".join(f"|甲{n}村|{n}|{n % 7}|{n % 3}|" for n in range(size)),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_reading_costs_the_same_for_each_character(shape: str) -> None:
    resolver = Resolver(load_catalogue())

    def reading(size: int) -> Callable[[], object]:
        document = document_of(f"安岚县2024年民生实事\n{SHAPES[shape](size)}", "plan")
        return lambda: read_plan_text(document, resolver)

    assert growth(reading, 60) <= _MOST


ROWS: dict[str, tuple[str, Callable[[int], str]]] = {
    "words": (
        "序号\t项目名称\t目标任务\t完成时限\t责任单位\n",
        lambda n: (
            f"{n}\t第{n}村户厕改造\t改造户厕{n % 90 + 3}户，每户补助{n + 400}元\t2024年{n % 12 + 1}月底\t县住建局\n"
        ),
    ),
    "figures": (
        "序号\t项目名称\t目标数量（户）\t投资（万元）\t完成时限\t责任单位\n",
        lambda n: f"{n}\t户厕改造\t{n % 90 + 3}\t{n + 400}\t2024年{n % 12 + 1}月底\t县住建局\n",
    ),
}


def list_of_tasks(kind: str, size: int) -> Document:
    head, row = ROWS[kind]
    rows = "".join(map(row, range(1, size + 1)))
    return document_of(f"安岚县2024年民生实事任务清单\n{head}{rows}", "plan")


@pytest.mark.parametrize("kind", ROWS)
def test_checking_costs_the_same_for_each_row_of_a_list_of_tasks(kind: str) -> None:
    resolver, cards = Resolver(load_catalogue()), load_cards()

    def checking(size: int) -> Work:
        document = list_of_tasks(kind, size)
        return lambda: check_plan(read_plan_text(document, resolver), (), cards, resolver)

    assert growth(checking, 50, steps) <= _MOST


def test_telling_figures_apart_costs_the_same_for_each_figure_of_a_table() -> None:
    def asking(size: int) -> Work:
        extraction = read_plan_text(list_of_tasks("figures", size), Resolver(load_catalogue()))
        around = Surroundings(extraction)
        assert len(extraction.commitments) >= size
        return lambda: [around.of(c) for c in extraction.commitments]

    assert growth(asking, 50, steps) <= _MOST
