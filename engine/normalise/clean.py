"""Cleaning a document's text: fold it, take out what damage put in, join lines broken inside a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.normalise.fold import fold
from engine.normalise.offsets import OffsetMap, cut
from engine.quantity.measure_words import AFTER_NUMBER

_HAN = "\u4e00-\u9fff"
_PINYIN = "a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"

# Every pattern here begins with the character it takes out and looks behind it afterwards: the search then jumps from
# one candidate to the next instead of trying each character.
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]+")
# Pinyin that a web page set behind a character, whole or with its first half lost.
_PINYIN_BEHIND = re.compile(rf"[(?](?:(?<=[{_HAN}]\()|(?<=[{_HAN})]\?))[{_PINYIN}]{{1,7}}\)")
# Markdown: the marks of headings, quotations and lists at the beginning of a line, and of emphasis.
_MARK = rf"( {{0,3}}(?:(?:> ?|[-*+] +)(?=[{_HAN}(#*>-])|#{{1,6}} +)+)"
_FIRST_MARK, _MARKS = re.compile(_MARK), re.compile(r"\n" + _MARK)
_EMPHASIS = re.compile(r"\*\*(?:(?=[^\s*][^*\n]*\*\*)|(?<=[^\s*]\*\*)(?!\*))")
# Blanks between a number and its words.
_BLANKS = re.compile(
    rf" (?:(?<=[{_HAN}] ) *(?=\d)|(?<=\d ) *(?=[{_HAN}%‰])|(?:(?<=\d[万亿] )|(?<=\d [万亿] )) *(?=[{_HAN}])"
    rf"|(?<=[{_HAN}] ) *(?=/ ?[{_HAN}])|(?<=/ ) *(?=[{_HAN}])"
    rf"|(?:(?<=[{_HAN}]\d\. )|(?<=[{_HAN}]\d\d\. )) *(?=\d)"
    rf"|(?:(?<=[{_HAN}]\d )|(?<=[{_HAN}] \d )|(?<=[{_HAN}]\d\d )|(?<=[{_HAN}] \d\d ))(?=\d{{3}}(?!\d) ?[{_HAN}]))"
)
_BREAK = re.compile(rf"[ \n](?:(?<=[{_HAN}\d,、(“]\n)|(?<=[{_HAN}\d,、(“] ) *\n)(?=[{_HAN}\d“(%])")
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.:]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,3}(?:[、)]|\.(?!\d))"
    r"|第[一二三四五六七八九十百\d]{1,4}[条章节项]|[①-⑳]|附[件表]|[^,。;]{1,8}:)"
)
_TITLE_END = re.compile(r"(?:通知|意见|方案|办法|计划|规划|报告|清单|[^代]表|一览|决定|公告|要点)\d*$")
_LEAST_WRAPPED = 20
_LOOK_BACK = 200
# A line that stops inside a word or a quantity goes on in the next, however short it is.
_CUT_WORD = re.compile(
    rf"(?:不低|不少|不超|不高|每人|每|不低于|不少于|不超过|达到|超过|提高|[{_HAN}]{{6,}}\d{{1,4}}(?:\.\d+)?) *$"
)
_CUT_REST = re.compile(rf"\d|于|过|到|[万亿%]|{AFTER_NUMBER}|每|人|月")
_SPACED = re.compile(rf"(?:[{_HAN}\d,。;、%] ){{6,}}")


@dataclass(frozen=True, slots=True)
class Clean:
    """Cleaned text and the way back to the text as given. ``pinyin`` counts the annotations taken out."""

    text: str
    offsets: OffsetMap
    pinyin: int = 0


def _breaks_a_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a line break stands inside a sentence: a long line of prose that goes on in the next."""
    begin = max(0, match.start() - _LOOK_BACK)
    line = text[max(begin, text.rfind("\n", begin, match.start()) + 1) : match.start()].strip()
    if _CUT_WORD.search(line) and _CUT_REST.match(text, match.end()):
        return True
    if len(line) < _LEAST_WRAPPED or _TITLE_END.search(line):
        return False
    inner = re.search("[,。;:]", line)
    if inner is None and (_NUMBERED.match(line) or line[-1] not in ",、(“"):
        return False
    stop = text.find("\n", match.end(), match.end() + _LOOK_BACK)
    following = text[match.end() : stop if stop >= 0 else match.end() + _LOOK_BACK]
    return not _NUMBERED.match(following) and re.search("[,。;)、]", following) is not None


def _disjoint(pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return pieces in order, a piece that another one already covers left out."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def _invisible(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in _INVISIBLE.finditer(text)]


def _markup(text: str) -> list[tuple[int, int]]:
    first = _FIRST_MARK.match(text)
    marks = [first.span(1)] if first else []
    marks += [m.span(1) for m in _MARKS.finditer(text)]
    marks += [m.span() for m in _EMPHASIS.finditer(text)]
    return marks + [m.span() for m in _PINYIN_BEHIND.finditer(text)]


def _gaps(text: str) -> list[tuple[int, int]]:
    pieces = [m.span() for m in _BLANKS.finditer(text)]
    for run in _SPACED.finditer(text):
        pieces += [(i, i + 1) for i in range(run.start() + 1, run.end(), 2)]
    return pieces + [m.span() for m in _BREAK.finditer(text) if _breaks_a_sentence(text, m)]


def clean(text: str) -> Clean:
    """Return ``text`` cleaned for reading; every offset of the result leads back into ``text``.

    What has no width goes first, then marks and pinyin, then blanks and line breaks, so that none hides another.
    """
    cleaned = folded = fold(text)
    pieces: list[tuple[int, int]] = []
    offsets, pinyin = OffsetMap((0,), (0,)), 0
    for look in (_invisible, _markup, _gaps):
        found = look(cleaned)
        if look is _markup:
            pinyin = sum(cleaned[start] == "(" for start, _ in found)
        if found:
            pieces = _disjoint(pieces + [offsets.origin_span(*piece) for piece in found])
            cleaned, offsets = cut(folded, pieces)
    return Clean(cleaned, offsets, pinyin)
