"""Figures that are only reached on the way: 6月底前完成1000人，11月底前全部完成 says how far a task is by June."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from decimal import Decimal

from engine.commitment import Commitment
from engine.extract.names.stages import bare_stage
from engine.patterns import lazy
from engine.words.done import FINISHED

_ALL_DONE = lazy(
    rf"(?:全部|全面|如期)(?:{FINISHED})|(?:{FINISHED})(?:全部|全年|年度|所有|其余|剩余|余下)"
    rf"|(?:其余|剩余|余下)[^,，。;；\n]{{0,16}}?(?:{FINISHED})",
    needs="全|如期|年度|所有|其余|剩余|余下",
)


def halfway(commitments: Iterable[Commitment], text: str) -> Iterator[Commitment]:
    """Yield figures of a part of the year in a sentence that says when all is done, where their item has a larger one."""
    waiting = []
    largest: dict[Hashable, Decimal] = defaultdict(Decimal)
    for c in commitments:
        key = c.item, c.resolved_unit
        largest[key] = max(largest[key], c.bound.value)
        if bare_stage(text, c.start) and _ALL_DONE.search(text, *_sentence(text, c.start)):
            waiting.append(c)
    yield from (c for c in waiting if c.item and c.bound.value < largest[c.item, c.resolved_unit])


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Return the sentence around a figure, over semicolons too: the day of the rest may stand behind one."""
    ends = [end for mark in "。\n" if (end := text.find(mark, at)) >= 0]
    return max(text.rfind(mark, 0, at) for mark in "。\n") + 1, min(ends, default=len(text))
