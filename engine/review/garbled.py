"""Damage to the text: doubled hyphens, figures run together, pinyin, lost characters, broken off or repeated words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.quantity.measure_words import AFTER_NUMBER
from engine.reconcile.prose.common import words_before
from engine.review.brackets import unclosed
from engine.review.page import Page
from engine.wording import Text, phrase

_HAN = "一-龥"
_TONE = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_TONES = frozenset(_TONE)
# A Chinese dash is two characters (——); a hyphen is doubled where a blank or plain hyphens stand in a range.
_HYPHENS = lazy(r"(?<![\d-])(?P<low>[1-9]\d{0,3}(?:\.\d+)?)[ ]*-(?P<gap>[ ]*)-[ ]*(?P<high>\d{1,4}(?:\.\d+)?)(?![\d-])")
_PINYIN = lazy(rf"[{_HAN}]\([a-z{_TONE}üɑ]{{0,6}}[{_TONE}][a-z{_TONE}üɑ]{{0,5}}\)")
_LOST = lazy(rf"(?<=[{_HAN})）])\?[a-z{_TONE}üɑ]{{1,7}}[)）]|\ufffd+|(?<=[{_HAN}])\?{{2,}}(?=[{_HAN}])")
_OFF = lazy(
    r"[,、;:][ ]*\((?=(?:责任|牵头|主管|实施|承办|主办|负责|完成时限)[^()\n]{0,8}[:为]|[^()\n]{2,30}(?:牵头|负责)\))"
)
_TOGETHER = lazy(
    rf"(?<![\d.\-~])(?P<one>[1-9]\d{{0,7}}(?:\.\d+)?)[ ]*(?P<first>{AFTER_NUMBER}|%)(?P<two>\d{{1,8}}(?:\.\d+)?)[ ]*(?P<second>{AFTER_NUMBER}|%)"
)
_VERBS = "进行|开展|加强|提高|完善|建立|确保|做好|按照|根据|以及|或者|其中|不低于|不少于|不超过|达到"
_TWICE = lazy(
    rf"(?<![目标靶鹄])的的(?!确|士)|(?<![总调缓饱平温柔暖祥共之])和和(?![美气睦平谐])|(?P<verb>{_VERBS})(?P=verb)"
    rf"|(?P<long>[{_HAN}]{{3,8}})(?P=long)(?!(?P=long))|[、,;]{{2,}}|(?<!。)。。(?!。)|[,、;]。|。[,、;]"
)
_OFFICE = lazy(r"[县区市镇乡村局委办]$")
_WORD_BEFORE = lazy(rf"[{_HAN}]{{1,4}}(?:\([^()]*\))?$")
_DATED = frozenset("年月日")
_APART = 12
_SHOWN = 8


def garbled_facts(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact (garbled) for each place at which the text is damaged; pinyin and losses once, counted."""
    yield from _hyphens(page)
    yield from _together(page)
    yield from _pinyin(page)
    yield from _lost(page)
    for match in filter(_follows_words, _OFF.finditer(page.folded)):
        start = match.start() - len(words_before(page.folded, match.start(), _SHOWN))
        words = page.extraction.document.text[start : match.end()]
        yield page.oddity("garbled", words, phrase("review.broken-off"), (start, match.end()))
    for match in _TWICE.finditer(page.folded):
        if not (match["long"] and (_OFFICE.search(match["long"]) or len(set(match["long"])) == 1)):
            yield _fact(page, match, phrase("review.repeated", words=match.group()))
    for start, end, mark in unclosed(page.text):
        first, last = page.given(start, end)
        words = page.extraction.document.text[first:last]
        yield page.oddity("garbled", words, phrase("review.unclosed", mark=mark), (first, last))


def _follows_words(match: re.Match[str]) -> bool:
    before = match.string[match.start() - 1 : match.start()]
    return "一" <= before <= "龥" or before in {"”", "%"} or before.isdecimal()


def _fact(page: Page, match: re.Match[str], detail: Text) -> Fact:
    words = page.extraction.document.text[match.start() : match.end()]
    return page.oddity("garbled", words.strip(), detail, match.span())


def _hyphens(page: Page) -> Iterator[Fact]:
    given = page.extraction.document.text
    for match in _HYPHENS.finditer(page.folded):
        marks = re.sub(r"[\d.\s]", "", given[match.start() : match.end()])
        if match["gap"] or set(marks) <= {"-", "－", "‐"}:
            yield _fact(page, match, phrase("review.hyphens", meant=f"{match['low']}-{match['high']}"))


def _together(page: Page) -> Iterator[Fact]:
    """Yield two figures run together: of one measure word, or standing apart elsewhere in the text."""
    for match in _TOGETHER.finditer(page.folded):
        one, two = match["one"], match["two"]
        if match["first"] in _DATED:
            continue
        apart = re.compile(
            rf"(?<![\d.]){re.escape(one)}[ ]*{re.escape(match['first'])}[^\d。\n]{{1,{_APART}}}{two}(?![\d.])"
        )
        elsewhere = apart.search(page.folded)
        places = [match.span()]
        if elsewhere:
            stop = elsewhere.end() + len(match["second"])
            words = page.folded[elsewhere.start() : stop]
            places.append((elsewhere.start(), stop))
            yield page.oddity("garbled", match.group(), phrase("review.together-elsewhere", words=words), *places)
        elif match["first"] == match["second"] and one != two:
            yield page.oddity("garbled", match.group(), phrase("review.together"), *places)


def _pinyin(page: Page) -> Iterator[Fact]:
    """Yield one fact for pinyin set behind characters; brackets of plain letters (km) are no pinyin."""
    first = None if _TONES.isdisjoint(page.folded) else _PINYIN.search(page.folded)
    if first:
        yield _fact(page, first, phrase("review.pinyin", count=page.cleaned.pinyin))


def _lost(page: Page) -> Iterator[Fact]:
    given = page.extraction.document.text
    found = list(_LOST.finditer(given)) if "?" in given or "\ufffd" in given else []
    if found:
        at = found[0].start()
        before = _WORD_BEFORE.search(page.folded, max(0, at - _APART), at)
        start = before.start() if before else at
        yield page.oddity(
            "garbled", given[start : found[0].end()], phrase("review.lost", count=len(found)), (start, found[0].end())
        )
