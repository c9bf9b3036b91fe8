"""What several places do each, as what they do in all: 4个镇各新建2个 are 8."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from engine.extract.numbers.scan import Figure
from engine.patterns import lazy
from engine.quantity.measure_words import canonical
from engine.quantity.numerals import chinese
from engine.words.places import TOWNSHIPS

_NUMBER = r"\d{1,4}|[一二两三四五六七八九十]{1,3}"
_PLACE = rf"{TOWNSHIPS}|行政村|自然村|中心村|村居|村|社区|县市区|县|区|市|园区|片区|小区|网格"
_EACH = lazy(
    rf"(?:(?:在|选[择取定])?(?:[一-龥]{{1,6}}[、和])+[一-龥]{{1,6}}?等?|在|选[择取定])?(?:(?<![\d.第])(?P<further>{_NUMBER})个(?:{_PLACE})[、和及与])?"
    rf"(?<![\d.第])(?P<number>{_NUMBER})(?P<counted>个)?(?P<place>{_PLACE})(?:\([^()\n]{{0,12}}\))?"
    r"[^,。;:、\n\d各]{0,8}各(?:自)?(?P<deed>(?![类级种项有])[^,。;:、\n\d每]{0,14})$",
    needs="各",
)
# Who of several does it, or how many of them there are, is not said by a number in front of these.
_NOT_ALL = lazy(r"(?:第|前|后|近|约|其他|其余)$")
# 各新建1处停车场、2个公园: the list goes on with what each of them has.
_NEXT = lazy(r"[一-龥]{1,12}[、和及与]")
_WINDOW = 44
_TOLD_SINGLY = frozenset({"", "元", "%", "‰", "百分点", "倍"})


def in_all(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures with what each of a number of places has as what all of them have, in place of the two numbers.

    Places that are only named and not counted with 个 (两镇) keep theirs as so many for each: they may be some of many.
    """
    found: list[Figure] = []
    places, end = Decimal(0), 0
    for figure in figures:
        start = max(0, figure.start - _WINDOW)
        each = _EACH.search(text, start, figure.start) if "各" in text[start : figure.start] else None
        if figure.unit in _TOLD_SINGLY or figure.per:
            found.append(figure)
        elif each is None or _NOT_ALL.search(text, 0, each.start()):
            goes_on = end and _NEXT.fullmatch(text, end, figure.start)
            found.append(_times(figure, places) if goes_on else figure)
            end = figure.end if goes_on else 0
        elif each["counted"]:
            while found and found[-1].number >= each.start():
                found.pop()
            places, end = sum((_number(n) for n in (each["further"], each["number"]) if n), Decimal(0)), figure.end
            deed = f"{each['deed']}{figure.deed}"
            found.append(replace(_times(figure, places), start=each.start(), lead=each.start(), deed=deed))
        else:
            found.append(replace(figure, per=(canonical(each["place"]),)))
    return found


def _times(figure: Figure, places: Decimal) -> Figure:
    high = figure.high * places if figure.high is not None else None
    return replace(figure, value=figure.value * places, high=high, spelled=False)


def _number(digits: str) -> Decimal:
    return Decimal(digits) if digits[0].isdigit() else chinese(digits) or Decimal(1)
