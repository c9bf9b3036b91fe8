"""Words around a figure that say how firmly it is promised, and the sentences and clauses they stand in."""

from __future__ import annotations

import re
from bisect import bisect_right

from engine.commitment import Strength
from engine.patterns import lazy

_SHOULD = lazy(
    r"力争|争取|原则上|尽量|尽可能|有条件的|适度"
    r"|(?<![金策政大术力下持])支持(?=[一-龥“”、\d]{0,14}(?:建|开展|创|设|新|改|发展|培|兴办))"
)
_MAY = lazy(r"鼓励|探索|倡导|引导(?!$)|可(?=适当|将|在|先行|根据|按)|有意愿")
_LEADING_TIME = lazy(
    r"(?:力争|争取|努力)(?:到|在|于|用|至)?(?:20\d\d年|“[^”]{2,5}”[末期]|年底|今年|\d{1,2}月)[^,。;\n]{0,6},$"
)

# Longer ones are cut, so that looking around a figure costs the same in a text without punctuation.
_CLAUSE, _SENTENCE = 400, 1200


def _no_longer_than(longest: int, ends: list[int], length: int) -> list[int]:
    cut: list[int] = []
    at = 0
    for end in [*ends, length]:
        cut.extend(range(at + longest, end, longest))
        cut.append(end)
        at = end
    return cut if ends and ends[-1] == length else cut[:-1]


class Boundaries:
    """Sentence and clause ends of a text, found once so that every figure finds its own by bisection."""

    def __init__(self, text: str) -> None:
        self.clauses = _no_longer_than(_CLAUSE, [m.end() for m in re.finditer(r"[,。;:!?|\n]", text)], len(text))
        self.sentences = _no_longer_than(_SENTENCE, [m.end() for m in re.finditer(r"[。;!?|\n]", text)], len(text))
        self.length = len(text)

    def clause(self, at: int) -> int:
        """Return where the clause that holds ``at`` begins."""
        index = bisect_right(self.clauses, at)
        return self.clauses[index - 1] if index else 0

    def clause_end(self, at: int) -> int:
        """Return where the clause that holds ``at`` ends, its mark included."""
        index = bisect_right(self.clauses, at)
        return self.clauses[index] if index < len(self.clauses) else self.length

    def sentence(self, at: int) -> tuple[int, int]:
        """Return begin and end of the sentence that holds ``at``, its mark included."""
        index = bisect_right(self.sentences, at)
        start = self.sentences[index - 1] if index else 0
        return start, self.sentences[index] if index < len(self.sentences) else self.length


def strength_of(text: str, clause: int, figure: int) -> Strength:
    """Return how firmly the words left of a figure, in its own clause, promise it.

    A clause before it that only sets a time (力争到2025年，) governs the figure too.
    """
    words = text[clause:figure]
    earlier = _LEADING_TIME.search(text, max(0, clause - 24), clause)
    if _MAY.search(words):
        return "may"
    return "should" if _SHOULD.search(words) or earlier else "must"
