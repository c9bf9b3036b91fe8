"""An amount written out and in figures: 陆仟肆佰捌拾万元整（6480万元）."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from engine.document import Document
from engine.facts.fact import Evidence, Fact, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.numerals import SCALES, chinese
from engine.wording import phrase

_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億圆", "一二三四五六七八九十百千万亿元")
_DIGITS = "|".join("零壹贰叁肆伍陆柒捌玖拾佰仟万萬亿億")
_WORDS = r"(?:人民币)?(?P<words>[零壹贰叁肆伍陆柒捌玖拾佰仟万萬亿億]{2,24})[元圆]整?"
_FIGURES = r"[¥￥]?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<scale>[万亿]?)元?"
_BOTH = (
    lazy(rf"{_WORDS}[,]?[(](?:小写)?[:]?{_FIGURES}[)]", needs=_DIGITS),
    lazy(rf"{_FIGURES}[,]?[(](?:大写)?[:]?{_WORDS}[)]", needs=_DIGITS),
)


def amounts_in_words(document: Document, plan: str) -> Iterator[Fact]:
    """Yield a ``restatement`` fact for each amount that is written out in capital numerals and in figures beside them."""
    text = fold(document.text)
    for pattern in _BOTH:
        for match in pattern.finditer(text):
            written = chinese(match["words"].translate(_FORMAL))
            if written is None:
                continue
            printed = Fraction(match["number"].replace(",", "")) * 10 ** SCALES[match["scale"]]
            fields: dict[str, Value] = {
                "kind": "restatement", "id": f"restatement:words:{match.start()}", "plan": plan,
                "first": f"words:{match.start('words')}", "second": f"figures:{match.start('number')}",
                "label": "金额大写", "agree": printed == Fraction(written), "across": "body",
            }  # fmt: skip
            first = Evidence("plan", document.span(match.start("words"), match.end("words") + 1))
            second = Evidence("plan", document.span(match.start("number"), match.end("scale")))
            working = phrase("reconcile.restated", first=first.span.text, second=second.span.text)
            yield Fact(fields, (first, second), None, {"working": working})
