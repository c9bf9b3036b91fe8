"""Which labels are worth comparing with one: those that share rare pairs of characters with it, looked up in an index."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

_FEW = 24
_COMMON = 150


class Candidates:
    """An index over labels, so that a thousand of them are not compared with a thousand others pair by pair."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._all = range(len(labels))
        self._places: dict[str, list[int]] = defaultdict(list)
        if len(labels) > _FEW:
            for index, label in enumerate(labels):
                for pair in _pairs(label):
                    self._places[pair].append(index)

    def near(self, label: str) -> Iterable[int]:
        """Return the indexes of the labels that share most with ``label``, in order; all of them where they are few.

        Pairs that very many labels have (数量, 标准) say nothing and are left aside.
        """
        if len(self._all) <= _FEW:
            return self._all
        shared: Counter[int] = Counter()
        for pair in _pairs(label):
            places = self._places.get(pair, ())
            if len(places) <= _COMMON:
                shared.update(places)
        best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_FEW]
        return sorted(index for index, _ in best)


def _pairs(label: str) -> set[str]:
    return {label[i : i + 2] for i in range(len(label) - 1)}
