"""Numbered notes: what is explained below a table or a list (说明：1.… 2.…) is numbered and no task."""

from __future__ import annotations

from collections.abc import Sequence

from engine.patterns import lazy

# A column may be called 备注 or 说明 too, so that without a colon only what heads nothing else counts.
_HEAD = lazy(
    r"(?:^|\n)[ ]*[(\[【]?(?:(?:附?注|备注|注释|附注|注意事项|[一-龥]{0,4}说明)[)\]】]?[ ]*:[ ]*\n?"
    r"|(?:附?注|注释|(?:填[表报]|编制|有关|补充)说明)[ ]*\n)[ ]*$"
)
_TITLE = lazy(r"(?:附?注|备注|注释|附注|(?:填[表报写]|编制|有关|情况|补充|指标|数据|几点)说明)[ ]*:?[ ]*$", 8)
_BEFORE = 24
_LONGEST_TITLE = 12

Numbered = tuple[int, int, str, int]
"""Where a number begins and ends, its style and its value."""


def numbered_notes(text: str, marks: Sequence[Numbered], levels: Sequence[int]) -> frozenset[int]:
    """Return the positions of the marks that number notes: behind the word 注 or 说明, or under such a heading.

    ``text`` is cleaned. Notes go on as long as their numbers do, with what is numbered inside them.
    """
    found: set[int] = set()
    level, style, last = 0, "", 0
    heading = 0
    for index, ((start, end, its, value), depth) in enumerate(zip(marks, levels, strict=True)):
        if heading and depth <= heading:
            heading = 0
        if _TITLE.match(text[end : end + _LONGEST_TITLE].partition("\n")[0]):
            heading = heading or depth
        if _HEAD.search(text[max(0, start - _BEFORE) : start]):
            level, style, last = depth, its, value
        elif depth == level and its == style and value == last + 1:
            last = value
        elif depth <= level:
            level = 0
        if heading or level:
            found.add(index)
    return frozenset(found)
