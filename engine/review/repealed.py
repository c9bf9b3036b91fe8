"""Documents that a text puts out of force: 《…通知》（某民发〔2023〕11号）同时废止."""

from __future__ import annotations

from collections.abc import Iterator

from engine.normalise.fold import fold
from engine.patterns import lazy

_ENDED = lazy("废止|停止执行|不再执行|失效|停止使用")
_NOT_ENDED = lazy(
    "(?:未|不予|尚未|没有)(?:被)?(?:废止|失效)|继续(?:有效|执行)|已(?:经)?(?:被)?[^,。;]{0,12}(?:废止|失效)的"
)
_ON_WHAT = lazy(
    r"(?:按照|根据|依据|依照|参照|与|同|对照|关于)[^,。;《》]{0,8}(?:《[^《》\n]{2,80}》(?:\([^()\n]{1,24}\))?[、和及与]?)+"
)
_TITLE = lazy(r"《(?P<title>[^《》\n]{2,80}(?:《[^《》\n]{2,60}》[^《》\n]{0,20})?)》")
_NUMBER = lazy(r"[一-龥]{1,12}[〔\[(]\d{4}[〕\])]第?\d{1,4}号")
_SENTENCE = lazy(r"[^。;\n]+")


def repeals(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a text begin and end that put documents out of force."""
    folded = fold(text)
    for sentence in _SENTENCE.finditer(folded) if _ENDED.search(folded) else ():
        if _ENDED.search(sentence.group()) and not _NOT_ENDED.search(sentence.group()):
            yield sentence.span()


def documents_repealed(text: str) -> Iterator[str]:
    """Yield the titles and numbers of the documents that a text puts out of force, as they stand in it."""
    folded = fold(text)
    for start, end in repeals(text):
        words = _ON_WHAT.sub("", folded[start:end])
        last = max(match.start() for match in _ENDED.finditer(words))
        for match in _TITLE.finditer(words, 0, last):
            yield match["title"]
        yield from (match.group() for match in _NUMBER.finditer(words, 0, last))
