"""Words around a figure that say how firmly and until when it is promised."""

from __future__ import annotations

import re
from bisect import bisect_right

from engine.commitment import Strength
from engine.extract.scan import Figure
from engine.patterns import lazy

_SHOULD = lazy(
    r"力争|争取|原则上|尽量|尽可能|有条件的|适度"
    r"|(?<![金策政大术力下持])支持(?=[一-龥“\d]{0,10}(?:建|开展|创|设|新|改|发展|培|兴办))"
)
_MAY = lazy(r"鼓励|探索|倡导|引导|可(?=适当|将|在|先行|根据|按)|有意愿")
_LEADING_TIME = lazy(
    r"(?:力争|争取|努力)(?:到|在|于|用|至)?(?:20\d\d年|“[^”]{2,5}”[末期]|年底|今年|\d{1,2}月)[^,。;\n]{0,6},$"
)

_DAY = lazy(
    r"(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号])?)?(?:底|末)?(?:之?前|内|以前)?"
    r"|(?<!\d)(?P<only>\d{1,2})月(?:份|底|末|(?P<dom>\d{1,2})[日号])?(?:之?前|内|以前)"
    r"|(?P<now>年内|年底前?|年末|当年|今年|全年|本年度?|年度内|12月底前)"
    r"|(?P<half>上半年|下半年|一季度|二季度|三季度|四季度|第一季度|第二季度|第三季度|第四季度)"
)
_HALVES = {"上半年": 6, "下半年": 12, "一季度": 3, "二季度": 6, "三季度": 9, "四季度": 12}
_MONTH_END = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


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
        self.clauses = _no_longer_than(_CLAUSE, [m.end() for m in re.finditer(r"[,。;:!?\n]", text)], len(text))
        self.sentences = _no_longer_than(_SENTENCE, [m.end() for m in re.finditer(r"[。;!?\n]", text)], len(text))
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


def _date(match: re.Match[str], year: int | None) -> str | None:
    stated = match["year"] or (str(year) if year else None)
    if stated is None:
        return None
    if match["half"]:
        month = _HALVES[match["half"].removeprefix("第")]
        return f"{stated}-{month:02d}-{_MONTH_END[month - 1]}"
    month_text = match["month"] or match["only"]
    if not month_text:
        return stated
    month = int(month_text)
    if not 1 <= month <= 12:
        return None
    day = match["day"] or match["dom"]
    if day and 1 <= int(day) <= 31:
        return f"{stated}-{month:02d}-{int(day):02d}"
    return f"{stated}-{month:02d}"


_HISTORIC = lazy(r"(?:《[^》]*|比|较|以来|于)$")
_AFTERWARDS = lazy(r"(?:以来|起|以后|的基础|相比|增长|印发|出台|[^,。;]{0,20}》)")
_FINISH = lazy(r"(?:完成|建成|投入|达到|实现|开工|竣工|投用|全部|全面|发放|到位|启用|落实)")


def deadline_of(text: str, figure: Figure, sentence: tuple[int, int], following: int, year: int | None) -> str | None:
    """Return the deadline (ISO day, month or year) that the sentence gives for a figure, else None.

    The nearest one left of the figure holds; without one, a date behind it that something is to be done by.
    ``following`` is where the next figure begins, ``year`` the plan's own for 年底前 and the like.
    """
    found = None
    for match in _DAY.finditer(text, sentence[0], figure.start):
        if not _HISTORIC.search(text[max(0, match.start() - 12) : match.start()]) and not _AFTERWARDS.match(
            text, match.end()
        ):
            found = _date(match, year) or found
    if found:
        return found
    for match in _DAY.finditer(text, figure.end, min(following, sentence[1])):
        if _FINISH.match(text, match.end()):
            return _date(match, year)
    return None
