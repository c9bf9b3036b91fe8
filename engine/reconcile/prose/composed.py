"""A figure made up of others, as the words behind it say: 1420人，由甲校1180人、乙校240人两部分组成."""

from __future__ import annotations

from collections.abc import Sequence

from engine.commitment import Commitment
from engine.document import Document
from engine.patterns import lazy

_HOW_MANY = "(?:[两二三四五六七八2-8]个?(?:部分|类|块|方面|渠道|来源|项)?)?"
# 等组成 leaves some of them out.
_MADE_OF = lazy(
    rf"[一-龥]{{0,10}}[,，(（]?(?:主要)?(?:由|分为|分成|包括|包含)(?P<parts>[^。;；\n]{{4,160}}?(?<!等)){_HOW_MANY}(?:共同)?(?:组成|构成)"
    r"|[一-龥]{0,10}[,，(（](?:分为|分成|包括|包含)(?P<kinds>[^。;；\n]{4,160}?)[两二三四五六2-6]个?(?:部分|大?类|块)(?=[,，。;；)）\n]|$)"
    r"|[一-龥]{0,10}[,，(（]?由[两二三四五六2-6]个?(?:部分|大?类|块|方面)(?:组成|构成)[:：](?P<listed>[^。;；\n]{4,160})"
)
_LEADS = ("由", "分为", "分成", "包括", "包含")
_NEAR = 16


def composed_of(commitments: Sequence[Commitment], at: int, document: Document) -> list[Commitment]:
    """Return the figures that the words behind one say it is made up of, all in its unit; none where they say nothing of it."""
    whole, text = commitments[at], document.text
    behind = text[whole.end : whole.end + _NEAR]
    if whole.relative or not any(lead in behind for lead in _LEADS):
        return []
    made = _MADE_OF.match(text, whole.end)
    if made is None:
        return []
    start, end = made.span(next(name for name, words in made.groupdict().items() if words))
    inside = [c for c in commitments[at + 1 : at + 1 + _NEAR] if start <= c.start and c.end <= end]
    # 新建学校1500个 are school places there, as the whole is, whatever a new school is counted in elsewhere.
    alike = all(whole.unit in (c.unit, c.compared_unit) and not c.relative for c in inside)
    return [c for c in inside if not c.part_of] if alike and len(inside) > 1 else []
