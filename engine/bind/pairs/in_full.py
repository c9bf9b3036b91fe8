"""Shares of 100 % that a plan promises in words: 全部开工 for 开工率100%, 应签尽签 for 签约率100%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.bind.items import holding
from engine.bind.pairs.tasks import Part, in_words, parts_of
from engine.commitment import Commitment, Extraction, Item
from engine.normalise.fold import fold

_ALL, _LEAST = 100, 3


def promised_in_full(
    asked: Sequence[Applied], extraction: Extraction, tasks: Sequence[Item], places: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Applied, Commitment]]:
    """Yield each share of all that is asked with the words of the plan that promise it, in what answers its item.

    ``places`` are the ids of the plan's items that answer each item of the upper document.
    """
    wanted = [a for a in asked if _is_of_all(a)]
    parts = parts_of(extraction, tasks) if wanted else ()
    titles = {item.id: item.title for item in tasks}
    for a in wanted:
        around = holding(places.get(a.requirement.item, ()), extraction.items)
        inside = [part for part in parts if around and around.start <= part.start < around.end]
        found = next((part for part in inside if _promises(part, titles.get(part.item, ""), a.requirement.label)), None)
        if found:
            assert a.value is not None
            words = in_words(found, extraction)
            yield a, replace(words, bound=a.value.bound, unit="%", resolved_unit="%", kind="rate")


def _is_of_all(applied: Applied) -> bool:
    value, label = applied.value, applied.requirement.label
    return (
        value is not None
        and value.unit == "%"
        and value.bound.value == _ALL
        and len(label) >= _LEAST
        and label[-1] == "率"
    )


def _promises(part: Part, title: str, label: str) -> bool:
    """Whether a part says that all is done, and names of what at least half."""
    deed, thing = label[-3:-1], label[:-3]
    pairs = [thing[i : i + 2] for i in range(len(thing) - 1)]
    words = f"{title} {part.words}"
    named = 2 * sum(pair in words for pair in pairs) >= len(pairs)
    return named and _in_full(deed).search(part.words) is not None


@lru_cache(maxsize=64)
def _in_full(deed: str) -> re.Pattern[str]:
    one, deed = re.escape(deed[0]), re.escape(fold(deed))
    return re.compile(f"全(?:部|面)(?:[按如]期|实现|完成)?{deed}(?!率)|全{deed}|{deed}(?:工作)?全覆盖|应{one}尽{one}")
