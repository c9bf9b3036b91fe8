"""How many of all stand how: 10项民生实事中，2项已完成，6项达到序时进度，2项滞后."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from engine.commitment import Extraction
from engine.facts.fact import Fact
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.reconcile.prose.divided import Part, divided_fact
from engine.words.counted import THINGS

_UNITS = THINGS
_AHEAD, _BEHIND = (
    rf"(?P<n>\d+)(?:{_UNITS})(?P<how>[^,。;、\d]{{2,24}})",
    rf"(?P<what>[^,。;、\d]{{2,14}}?)(?P<m>\d+)(?:{_UNITS})",
)
_WHOLE = lazy(
    rf"(?<![\d.第/年月])(?P<whole>\d+)(?P<unit>{_UNITS})(?P<of>[^,。;:、\d]{{0,16}}?)(?:中,?|里,|,其中[:,]?|\(其中[:,]?|,)(?P<parts>(?:[^。;\n()]|;(?=[^。;\n]{{0,24}}\d)){{8,120}})",
    needs="中|里|,",
)
_EACH = lazy(rf"[,、;]?(?:其中|另有?|有|还有|和)?(?:{_AHEAD}|{_BEHIND})(?=[,、;。)]|$)")
# One who is behind has not done it and is not on time; those that have not begun are none of those at work.
_SCHEMES = (
    {
        "done": lazy(r"^(?:已经?|提前|均已|全部|全面|基本)*(?:完成|完工|办结|竣工|建成)(?!序时|过半|率|投资)"),
        "on-time": lazy(
            "(?:达到|超过|符合|快于|高于|超|达).{0,4}(?:序时|时序|进度)|按(?:计划|序时|时序)|进展顺利|进度正常"
        ),
        "behind": lazy("滞后|慢于|落后|低于.{0,3}(?:序时|时序)|未达(?:到)?.{0,3}(?:序时|时序|进度)|进展缓慢|进度偏慢"),
    },
    {
        "done": lazy(r"^(?:已经?|提前|均已|全部|全面|基本)*(?:完成|完工|办结|竣工|建成)(?!序时|过半|率|投资)"),
        "at-work": lazy("^(?:正在|正|尚在|在|仍在|已开工)?(?:建设|推进|施工|实施|在建|办理)"),
        "not-begun": lazy("(?:未|没有)(?:开工|启动|动工|实施)|待开工"),
    },
)
_LAST = frozenset({"behind", "not-begun"})


def standing_facts(extraction: Extraction, plan: str) -> Iterator[Fact]:
    """Yield a ``parts`` fact for each number of matters of which a sentence says how many stand how, the last ones included.

    Those that are done may be counted again among those on time: where some of the parts make the whole, nothing is doubted.
    """
    document = extraction.document
    parted = {c.start for c in extraction.commitments if c.part_of}
    for match in _WHOLE.finditer(fold(document.text)):
        parts = _parts(match)
        if not parts or any(start in parted for _, _, (start, _) in parts):
            continue
        whole = Fraction(match["whole"])
        if not _some_make(whole, parts):
            place = match.start("whole"), match.end("unit")
            yield divided_fact(
                document, plan, place, (f"{match['whole']}{match['unit']}{match['of']}", match["unit"], 0), whole, parts
            )


def _parts(match: re.Match[str]) -> list[Part]:
    """Return the numbers that follow a whole, each of another standing of one scheme, the last one of it among them."""
    at, found, hows = match.start("parts"), [], []
    text, start = match["parts"], 0
    while one := _EACH.match(text, start):
        hows.append((one["how"] or one["what"]).strip())
        span = one.span("n") if one["n"] else one.span("m")
        found.append((hows[-1], Fraction(text[slice(*span)]), (at + span[0], at + span[1])))
        start = one.end()
    return found if _divides(hows) else []


def _divides(hows: Sequence[str]) -> bool:
    for scheme in _SCHEMES:
        named = [next((name for name, words in scheme.items() if words.search(how)), "") for how in hows]
        if len(named) > 1 and "" not in named and len(set(named)) == len(named) and _LAST & set(named):
            return True
    return False


def _some_make(whole: Fraction, parts: Sequence[Part]) -> bool:
    values = [value for _, value, _ in parts]
    return any(sum(some) == whole for size in range(2, len(values) + 1) for some in combinations(values, size))
