"""Words around a figure that say how firmly it is promised, and the sentences and clauses they stand in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection

from engine.commitment import Strength
from engine.patterns import lazy

_SHOULD = lazy(
    r"力争|(?<!已)争取|原则上|尽量|尽可能|有条件的|适度"
    r"|(?<![金策政大术力下持])支持(?=[一-龥“”、()\d]{0,14}(?:建|开展|创|设|新|改|发展|培|兴办))",
    needs="力争|争取|原则上|尽量|尽可能|有条件的|适度|支持",
)
_MAY = lazy(r"鼓励|探索|倡导|引导(?!$)|可(?=适当|将|在|先行|根据|按)|有意愿", needs="鼓励|探索|倡导|引导|可|有意愿")
_TIME_FIRST = lazy(
    r"(?:力争|争取|努力)(?:到|在|于|用|至)?(?:20\d\d年|“[^”]{2,5}”[末期]|年底|今年|\d{1,2}月)[^,。;\n]{0,6},"
)

_STRIVES = lazy(r"力争|(?<!已)争取(?![了到])")
# 参保率力争达到95%,报销比例稳定在65%: what is named before the word is all that is striven for.
_OF_ITS_OWN = lazy(
    r"(?:率|比例|占比|比重|标准|水平|收入|指数|满意度|人数|户数|总量|数量|面积|里程|余额|增速)(?:均|都|要|也|应)?$"
)
# What is paid is said to be so much, and striven for by nobody: 力争参保率达到95%,起付标准为200元.
_STATED = lazy("(?:标准|价格|票价|费|线|限额)(?:统一|均|分别)?[为是](?:每[一-龥]{1,2})*$")
# One thing is encouraged, and only how much of it stands behind the comma: 鼓励机构配备设施,配备率100%.
_ENCOURAGED = lazy(r"(?:^|[\n:])[ ]*(?:鼓励|倡导)[^,;。]{2,40},$", needs="鼓励|倡导")
_RATE = lazy("[一-龥]{1,8}率(?:达到|达|为|保持在?|稳定在?)?[^,]{0,2}$", needs="率")
_FIRMLY = lazy(r"确保|必须|保证|务必|坚决|不低于|不少于|不得|[;。\n]")
_ANEW = lazy(
    r"[ ]*(?:计划|将|并|再|另|同时|全年|年内|共|全部)*(?:新|改|扩|续|建|完成|开展|实施|组织|举办|提供|发放|落实|推进|推动|实现|安排|投入|投资|"
    r"培|打造|创|整治|治理|修|铺|硬化|安装|加装|配|购|引进|招|选|清|疏|种|栽|补|设|启|开|对|为|在|将|把)"
)

_FIELD_LINE = lazy(
    r"\n[ ]*[\[【(]?(?:完成|建设|办结|实施|责任|牵头|配合|主管|承办|协办)(?:时限|期限|时间|单位|部门|科室)[\]】)]?[ ]*:[^\n]*"
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

    def __init__(self, text: str, cells: Collection[int] = ()) -> None:
        """Find the ends in ``text``; ``cells`` are offsets at which the cells of a table begin that nothing else parts."""
        clauses = [m.end() for m in re.finditer(r"[,。;:!?|\n]", text)]
        sentences = [m.end() for m in re.finditer(r"[。;!?|\n]", text)]
        self.cells = frozenset(cells)
        if cells:
            clauses, sentences = sorted({*clauses, *cells}), sorted({*sentences, *cells})
        self.clauses = _no_longer_than(_CLAUSE, clauses, len(text))
        self.sentences = _no_longer_than(_SENTENCE, sentences, len(text))
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


def paragraph_at(text: str, at: int) -> tuple[int, int]:
    """Return begin and end of the line that holds ``at``, with the lines behind it that are fields of it (完成时限:…)."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    while field := _FIELD_LINE.match(text, end):
        end = field.end()
    return start, end


def strength_of(text: str, sentence: int, clause: int, figure: int, number: int) -> Strength:
    """Return how firmly the words left of a figure, in its own clause, promise it.

    力争 goes on over the commas of its sentence: 力争甲达到5个，乙达到3个; 鼓励 over the next one. ``number`` is where the digits begin.
    """
    words = text[clause:figure]
    if _MAY.search(words):
        return "may"
    if _SHOULD.search(text[clause:number]):
        return "should"
    before, own = text[sentence:clause], text[clause:number]
    if _ENCOURAGED.search(before) and not _FIRMLY.search(before) and not _FIRMLY.search(own) and _goes_on(own):
        return "may"
    return "should" if _strives(before, own) else "must"


def _strives(before: str, words: str) -> bool:
    """Whether 力争 of a clause before goes on: one that only sets a time governs all, another what names no deed anew."""
    strives = list(_STRIVES.finditer(before))
    firm = strives and (_FIRMLY.search(before, strives[-1].start()) or _FIRMLY.search(words) or _STATED.search(words))
    if not strives or firm:
        return False
    if _TIME_FIRST.match(before, strives[-1].start()) is not None:
        return True
    if _OF_ITS_OWN.search(before[: strives[-1].start()].rpartition(",")[2]) and not words.startswith("其中"):
        return False
    return not any(map(begins_anew, [*before[strives[-1].end() :].split(",")[1:-1], words]))


def _goes_on(words: str) -> bool:
    return _RATE.match(words) is not None or not begins_anew(words)


def begins_anew(words: str) -> bool:
    """Whether a clause begins with what is to be done, or says that it goes on from another: 新建…, 并完成…."""
    return _ANEW.match(words) is not None
