"""Cleaning a document's text: fold it, take out what damage put in, join lines broken inside a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.normalise.fold import fold
from engine.normalise.offsets import OffsetMap, cut
from engine.quantity.measure_words import AFTER_NUMBER

_HAN = "\u4e00-\u9fff"
_PINYIN = "a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"

# Pinyin that a web page set behind a character, blanks between a number and its words, and characters of no width.
_NOISE = re.compile(
    rf"(?<=[{_HAN}])\([{_PINYIN}]{{1,7}}\)"
    rf"|(?<=[{_HAN})])\?[{_PINYIN}]{{1,7}}\)"
    rf"|(?<=[{_HAN}]) +(?=\d)|(?<=\d) +(?=[{_HAN}%‰])|(?:(?<=\d[万亿])|(?<=\d [万亿])) +(?=[{_HAN}])"
    rf"|(?<=[{_HAN}]) +(?=/ ?[{_HAN}])|(?<=/) +(?=[{_HAN}])"
    rf"|(?:(?<=[{_HAN}]\d\.)|(?<=[{_HAN}]\d\d\.)) +(?=\d)"
    rf"|(?:(?<=[{_HAN}]\d)|(?<=[{_HAN}] \d)|(?<=[{_HAN}]\d\d)|(?<=[{_HAN}] \d\d)) (?=\d{{3}}(?!\d) ?[{_HAN}])"
    r"|[\u200b-\u200d\u2060\ufeff\u00ad]+"
    # Markdown: the marks of headings, quotations, lists and emphasis.
    rf"|(?:(?<=\n)|\A) {{0,3}}(?:(?:> ?|[-*+] +)(?=[{_HAN}(#*>-])|#{{1,6}} +)+"
    r"|\*\*(?=[^\s*][^*\n]*\*\*)|(?<=[^\s*])\*\*(?!\*)"
)
_PINYIN_ONCE = re.compile(rf"(?<=[{_HAN}])\([{_PINYIN}]{{1,7}}\)")
_BREAK = re.compile(rf"(?<=[{_HAN}\d,、(“]) *\n(?=[{_HAN}\d“(%])")
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


def clean(text: str) -> Clean:
    """Return ``text`` cleaned for reading; every offset of the result leads back into ``text``."""
    folded = fold(text)
    pieces = [m.span() for m in _NOISE.finditer(folded)]
    for run in _SPACED.finditer(folded):
        pieces += [(i, i + 1) for i in range(run.start() + 1, run.end(), 2)]
    pieces += [m.span() for m in _BREAK.finditer(folded) if _breaks_a_sentence(folded, m)]
    if not pieces:
        return Clean(folded, OffsetMap((0,), (0,)))
    pieces = _disjoint(pieces)
    cleaned, offsets = cut(folded, pieces)
    return Clean(cleaned, offsets, sum(1 for _ in _PINYIN_ONCE.finditer(folded)))
