"""Cleaning a document's text: fold it, take out what damage put in, join lines broken inside a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from engine.normalise.fold import fold
from engine.normalise.offsets import OffsetMap, cut
from engine.patterns import lazy
from engine.quantity.measure_words import AFTER_NUMBER
from engine.quantity.numerals import DIGITS

_HAN = "\u4e00-\u9fff"
_PINYIN = "a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"

# Every pattern here begins with the character it takes out and looks behind it afterwards: the search then jumps from
# one candidate to the next instead of trying each character.
_INVISIBLE = lazy("[\u200b-\u200d\u2060\ufeff\u00ad]+")
# Pinyin that a web page set behind a character, whole or with its first half lost.
_PINYIN_BEHIND = lazy(rf"[(?][{_PINYIN}]{{1,7}}\)")
# Markdown: the marks of headings, quotations and lists at the beginning of a line, and of emphasis.
_MARK = rf"( {{0,3}}(?:(?:> ?|[-*+] +)(?=[{_HAN}(#*>-])|#{{1,6}} +)+)"
_MARKS = lazy(r"\n" + _MARK)
_EMPHASIS = lazy(r"\*\*(?:(?=[^\s*][^*\n]*\*\*)|(?<=[^\s*]\*\*)(?!\*))")
# Blanks between a number and its words.
_BLANKS = lazy(
    rf" (?:(?<=[{_HAN}] ) *(?=\d|/ ?[{_HAN}])|(?<=\d ) *(?=[%‰])"
    rf"|(?:(?<=[\d/] )|(?<=\d[万亿] )|(?<=\d [万亿] )) *(?=[{_HAN}]))"
)
# Blanks inside a number (1 500元) or behind the number of an item; the words around them decide.
_BETWEEN_DIGITS = lazy(r" (?:(?<=\d )|(?<=\d\. )) *(?=\d)")
_OF_ITEM, _OF_NUMBER = lazy(rf"[{_HAN}]\d{{1,2}}\.$", needs="."), lazy(rf"[{_HAN},、(] ?\d{{1,2}}$")
_THOUSAND = lazy(rf"\d{{3}}(?!\d)[ \n]?[{_HAN}]")
# From the first blank of a run only: from every one of them would make a long run slow.
_BREAK = lazy(rf"[ \n](?:(?<=\n)|(?<=[^ ] ) *\n)(?=[{_HAN}\d“(%])")
_GOES_ON = frozenset(",、(“")
_NUMBERED = lazy(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.:]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,3}(?:[、)]|\.(?!\d))"
    r"|第[一二三四五六七八九十百\d]{1,4}[条章节项]|[①-⑳]|附[件表]|[^,。;]{1,8}:)"
)
_TITLE_END = lazy(r"(?:通知|意见|方案|办法|计划|规划|报告|清单|[^代]表|一览|决定|公告|要点)\d*$")
_LEAST_WRAPPED = 20
_LOOK_BACK = 200
_DIGITS_BEFORE = 4
# A line that stops inside a word or a quantity goes on in the next, however short it is.
_CUT_WORD = lazy(
    rf"(?:不低|不少|不超|不高|每人|每|不低于|不少于|不超过|达到|超过|提高|[{_HAN}]{{6,}}\d{{1,4}}(?:\.\d+)?) *$"
)
_CUT_REST = lazy(rf"\d|于|过|到|[万亿%]|{AFTER_NUMBER}|每|人|月")
# Prose, not the cell of a table: words stand before the number.
_QUANTITY_END = lazy(
    rf"[{_HAN}]{{3,}}[ (:、,]?(?P<digits>\d{{1,6}}(?:\.\d{{1,4}})?)[ ]?(?P<unit>[{_HAN}㎡%]{{0,2}})[ ]*$"
)
_UNIT = lazy(rf" ?(?:[万亿千百]?(?:{AFTER_NUMBER}))")
_UNIT_LENGTH, _HEAD_DIGITS = 6, 2
_TABBED = lazy(r"^\t*[^\t\n]*\S[^\t\n]*\t[^\t\n]+\t[^\n]*$", re.MULTILINE)
_CELL_ENDS = lazy(r"(?<=\S)\t")
# 二〇二四年, but not that of a day spelled out as a whole.
_SPELLED_YEAR = lazy(
    "(?<![一二三四五六七八九])二[〇○零][一二三四五六七八九〇○零]{2}(?=年(?!(?:十[一二]?|[一二三四五六七八九])月[一二三四五六七八九十]{1,3}日))"
)
_SPACED = lazy(rf"(?:[{_HAN}\d,。;、%] ){{6,}}")


class Clean(Struct, frozen=True):
    """Cleaned text and the way back to the text as given. ``pinyin`` counts the annotations taken out."""

    text: str
    offsets: OffsetMap
    pinyin: int = 0

    def place(self, offset: int) -> int:
        """Return where in the cleaned text an offset of the text as given stands."""
        return bisect_left(range(len(self.text)), offset, key=self.offsets.origin)


def _breaks_a_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a line break stands inside a sentence: a long line of prose that goes on in the next."""
    begin = max(0, match.start() - _LOOK_BACK)
    line = text[max(begin, text.rfind("\n", begin, match.start()) + 1) : match.start()].strip()
    if _CUT_WORD.search(line) and _CUT_REST.match(text, match.end()):
        return True
    if _cuts_a_quantity(line, text, match.end()):
        return True
    if len(line) < _LEAST_WRAPPED or _TITLE_END.search(line):
        return False
    inner = re.search("[,。;:]", line)
    if inner is None and (_NUMBERED.match(line) or line[-1] not in ",、(“"):
        return False
    stop = text.find("\n", match.end(), match.end() + _LOOK_BACK)
    following = text[match.end() : stop if stop >= 0 else match.end() + _LOOK_BACK]
    return not _NUMBERED.match(following) and re.search("[,。;)、]", following) is not None


def _cuts_a_quantity(line: str, text: str, rest: int) -> bool:
    """Whether a line of prose ends inside a number (5|400元) or its unit (420公|里) or between the two (128|元)."""
    end = _QUANTITY_END.search(line)
    if end is None:
        return False
    following = text[rest : rest + _UNIT_LENGTH]
    if not end["unit"] and len(end["digits"]) <= _HEAD_DIGITS and _THOUSAND.match(following):
        return True
    whole = _UNIT.match(end["unit"] + following)
    return whole is not None and whole.end() > len(end["unit"])


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


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_annotation(text: str, match: re.Match[str]) -> bool:
    """Whether letters in brackets stand behind a character, or behind a bracket when their own is lost."""
    before = text[match.start() - 1 : match.start()]
    return _is_han(before) or (before == ")" and text[match.start()] == "?")


def _markup(text: str) -> list[tuple[int, int]]:
    first = _MARKS.match("\n" + text[: text.find("\n") + 1 or len(text)])
    marks = [(0, first.end() - 1)] if first else []
    marks += [m.span(1) for m in _MARKS.finditer(text)]
    marks += [m.span() for m in _EMPHASIS.finditer(text)]
    return marks + [m.span() for m in _PINYIN_BEHIND.finditer(text) if _is_annotation(text, m)]


def _is_between(text: str, match: re.Match[str]) -> bool:
    """Whether a blank between digits stands inside a number or behind the number of an item."""
    start, end = match.span()
    before = text[max(0, start - _DIGITS_BEFORE) : start]
    inside = end - start == 1 and _OF_NUMBER.search(before) and _THOUSAND.match(text, end)
    return bool(inside or _OF_ITEM.search(before))


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether what stands before a line break may go on behind it."""
    before = text[match.start() - 1 : match.start()]
    return before in _GOES_ON or _is_han(before) or before.isdecimal()


def _gaps(text: str) -> list[tuple[int, int]]:
    pieces = [m.span() for m in _BLANKS.finditer(text)]
    pieces += [m.span() for m in _BETWEEN_DIGITS.finditer(text) if _is_between(text, m)]
    for run in _SPACED.finditer(text):
        pieces += [(i, i + 1) for i in range(run.start() + 1, run.end(), 2)]
    breaks = (m for m in _BREAK.finditer(text) if _goes_on(text, m) and _breaks_a_sentence(text, m))
    return pieces + [m.span() for m in breaks]


def _celled(text: str) -> str:
    """Return a text with bars for the tabs that part the cells of a row, two of them at least, so that each is read by itself."""
    return _TABBED.sub(lambda row: _CELL_ENDS.sub("|", row.group()), text) if "\t" in text else text


def _year_in_digits(year: re.Match[str]) -> str:
    return "".join(str(DIGITS[digit]) for digit in year.group())


def clean(text: str) -> Clean:
    """Return ``text`` cleaned for reading; every offset of the result leads back into ``text``.

    What has no width goes first, then marks and pinyin, then blanks and line breaks, so that none hides another.
    """
    cleaned = folded = fold(_celled(text))
    pieces: list[tuple[int, int]] = []
    offsets, pinyin = OffsetMap((0,), (0,)), 0
    for look in (_invisible, _markup, _gaps):
        found = look(cleaned)
        if look is _markup:
            pinyin = sum(cleaned[start] == "(" for start, _ in found)
        if found:
            pieces = _disjoint(pieces + [offsets.origin_span(*piece) for piece in found])
            cleaned, offsets = cut(folded, pieces)
    return Clean(_SPELLED_YEAR.sub(_year_in_digits, cleaned), offsets, pinyin)
