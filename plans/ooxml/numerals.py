"""The forms of a list number: what Word shows for the n-th entry in each number format (ECMA-376, ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_LARGEST = 32767
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def _letters(n: int) -> str:
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)


def _roman(n: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (n // value)
        n %= value
    return text


def _counting(n: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """Write a number below 10 000 as it is said: 十一, 一百零五."""
    if not 0 < n < 10000:
        return str(n)
    text = ""
    for power in (3, 2, 1, 0):
        digit = n // 10**power % 10
        if digit:
            text += digits[digit] + (units[power - 1] if power else "")
        elif text and n % 10**power:
            text += "" if text.endswith("零") else "零"
    spoken = units[0] == "十" and 10 <= n < 20
    return text[1:] if spoken else text


def _digital(n: int, digits: str = _DIGITS) -> str:
    return "".join(digits[int(digit)] for digit in str(n))


def _counting_short(n: int) -> str:
    return _counting(n) if n < 100 else _digital(n)


def _enclosed(first: int, last: int, *more: tuple[int, int, int]) -> Callable[[int], str]:
    runs = ((1, last, first), *more)

    def form(n: int) -> str:
        for low, high, code in runs:
            if low <= n <= high:
                return chr(code + n - low)
        return str(n)

    return form


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda n: signs[n - 1] if 1 <= n <= len(signs) else str(n)


_CIRCLED = _enclosed(0x2460, 20, (21, 35, 0x3251), (36, 50, 0x32B1))

_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02d}",
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _counting_short,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _counting_short,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "taiwaneseDigital": _digital,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "chineseLegalSimplified": lambda n: _counting(n, _LEGAL, "拾佰仟"),
    "ideographLegalTraditional": lambda n: _counting(n, _LEGAL_TRADITIONAL, "拾佰仟"),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": lambda n: _STEMS[(n - 1) % 10] + _BRANCHES[(n - 1) % 12],
    "ideographEnclosedCircle": _enclosed(0x3280, 10),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _enclosed(0x2474, 20),
    "decimalEnclosedFullstop": _enclosed(0x2488, 20),
    "decimalFullWidth": lambda n: "".join(chr(ord(digit) + 0xFEE0) for digit in str(n)),
    "decimalFullWidth2": lambda n: "".join(chr(ord(digit) + 0xFEE0) for digit in str(n)),
    "numberInDash": lambda n: f"- {n} -",
    "bullet": lambda n: "",
    "none": lambda n: "",
}


def numeral(n: int, form: str) -> str:
    """Return the n-th number in a format of Word; a format that is not known here is written in digits.

    So are numbers beyond those that Word counts to.
    """
    if not 1 <= n <= _LARGEST:
        return "" if form in ("bullet", "none") else str(n)
    return _FORMS.get(form, str)(n)
