"""What is shared out to places without a total of it: 新建老年助餐点，其中泉西街道不少于6个、石门梁镇不少于4个."""

from __future__ import annotations

from collections.abc import Sequence

from engine.extract.draft import Draft
from engine.patterns import lazy
from engine.words.counted import AMOUNT
from engine.words.places import ONE_PLACE

_AMOUNT = lazy(f"(?:{AMOUNT})$")
_PLACE = lazy(ONE_PLACE)
_THING = lazy(
    r"(?:^|[。;；\n:：])[ ]*(?:\(?[一二三四五六七八九十\d]{1,3}[)、.][^。;；\n]{0,20}[。\n])?"
    r"(?P<thing>[一-龥“”、]{4,30})[,，](?:其中|按[^,，。;；\d]{0,6}分解[:：]?)[:：]?"
)
_LEADS = lazy("^(?:组织|开展|实施|推进|推动|全面|计划|完成)+")


def name_shared_out(drafts: Sequence[Draft], text: str) -> None:
    """Give each figure that is called by a place alone the thing that its sentence in ``text`` shares out, and the place as its scope."""
    things: dict[tuple[int, int], str] = {}
    for draft in drafts:
        place = _AMOUNT.sub("", draft.label)
        if draft.part_of is not None or not _PLACE.fullmatch(place):
            continue
        if draft.sentence not in things:
            told = _THING.search(text, max(0, draft.sentence[0] - 1), draft.figure.number)
            things[draft.sentence] = _LEADS.sub("", told["thing"]) if told else ""
        thing = things[draft.sentence]
        if thing:
            draft.label = f"{place}{thing}{draft.label.removeprefix(place)}"
            draft.scope = draft.scope or (place,)
