"""A figure that adds up those before it: 在5个镇新建10个食堂、在其余乡镇新建4个，共14个 are fourteen, and the others parts of them."""

from __future__ import annotations

from decimal import Decimal

from engine.extract.draft import RATES, Draft
from engine.extract.names.nouns import without_noun
from engine.patterns import lazy

_IN_ALL = lazy(r"[,;、(][ ]*(?:以上|两项|三项)?(?:合计|共计|总计|总共|共)[一-龥]{0,8}$", needs="共|计")
# Only where the last of them is.
_WHERE = lazy("在|其余|其他|另")
_STOPS = "。\n"
_WINDOW = 16
_MOST = 12
_NEARLY = 4
_PLACE = lazy(r"^(?:在)?(?:[一-龥]{1,6}[、和])*[一-龥]{1,6}?(?:镇|乡|街道|村|社区|县|区|市|乡镇)(?=[一-龥]{3})")


def link_sums(text: str, drafts: list[Draft]) -> None:
    """Make the figures before 共 or 合计 parts of the one behind it, where they add up to it, and give it their name."""
    for index, draft in enumerate(drafts):
        start = draft.figure.number
        if draft.part_of is not None or draft.figure.op != "=" or draft.figure.unit in RATES or draft.figure.per:
            continue
        if not _IN_ALL.search(text, max(0, start - _WINDOW), start):
            continue
        parts = _parts(text, drafts, index)
        if len(parts) < 2:
            continue
        first = drafts[parts[-1]]
        own, named = without_noun(draft.label, draft.figure), without_noun(first.label, first.figure)
        for part in parts:
            drafts[part].part_of = index
        if _WHERE.match(own) or (own not in named and not _names_more(own, drafts, parts)):
            draft.label = f"{_PLACE.sub('', named)}{draft.label[len(own) :]}"


def _parts(text: str, drafts: list[Draft], index: int) -> list[int]:
    """Return the figures right before one, in its unit and without a stop between, that add up to it.

    Where none do, those that stand in one row with it (甲12座、乙30座，共40座) and come near it; the difference is a slip.
    """
    whole, total, found = drafts[index], Decimal(0), []
    for at in range(index - 1, max(-1, index - _MOST), -1):
        other = drafts[at]
        between = text[other.figure.end : whole.figure.number]
        if any(stop in between for stop in _STOPS):
            break
        if other.figure.full_unit != whole.figure.full_unit:
            continue
        if other.part_of is not None or other.figure.op != "=" or other.figure.relative:
            break
        found.append(at)
        total += other.figure.value
        if total >= whole.figure.value:
            break
    return found if total == whole.figure.value else _near(text, drafts, index)


def _near(text: str, drafts: list[Draft], index: int) -> list[int]:
    whole, found = drafts[index], []
    for at in range(index - 1, max(-1, index - _MOST), -1):
        other, behind = drafts[at], drafts[at + 1]
        between = text[other.figure.end : behind.figure.number]
        alike = other.figure.full_unit == whole.figure.full_unit and other.figure.op == "=" and other.part_of is None
        if not alike or other.figure.relative or any(stop in between for stop in (*_STOPS, ";")):
            break
        found.append(at)
    total = sum((drafts[at].figure.value for at in found), Decimal(0))
    return found if abs(total - whole.figure.value) * _NEARLY <= whole.figure.value else []


def _names_more(own: str, drafts: list[Draft], parts: list[int]) -> bool:
    """Whether the words behind 共 name a thing of their own, which no part is called."""
    return len(own) > 3 and all(own != without_noun(drafts[part].label, drafts[part].figure) for part in parts)
