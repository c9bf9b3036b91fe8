"""What a plan says that its place does not have: 本街道没有农村公路建设和管养任务 asks no figure of it for such roads."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.commitment import Extraction
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.wording import phrase

_NONE = lazy(
    r"(?P<said>(?:没有|不涉及|不存在|(?<=[县区市镇乡道村])无)(?!完成|落实|达到|列入|纳入|及时|按时|明确|规定)"
    r"(?P<what>[一-龥]{4,16}?)(?:任务|对象|项目|需求))(?=[,，。;；、)）\n]|$)",
    needs="没有|不涉及|不存在|无",
)
# Of 农村公路建设和管养 the thing is 农村公路.
_DEEDS = lazy("(?:[和及与、].*|建设|改造|管养|管护|治理|整治|养护|保障|救助|分散供养|集中供养)+$")
_LEAST = 4


def without_disclaimed(applied: Sequence[Applied], extraction: Extraction) -> tuple[Applied, ...]:
    """Return the requirements; what a higher document sets for a thing that the plan says not to have does not apply.

    A share that is allotted to the place stays: whether there is such a task is then for both to settle. So does all that is
    set for a thing of which the plan itself has a figure: it is held to what it says.
    """
    things = {
        thing: match["said"]
        for match in _NONE.finditer(fold(extraction.document.text))
        if len(thing := _DEEDS.sub("", match["what"])) >= _LEAST
        and not any(thing in commitment.label for commitment in extraction.commitments)
    }
    return tuple(_without(a, things) if things else a for a in applied)


def _without(applied: Applied, things: dict[str, str]) -> Applied:
    if not applied.drafted or applied.demanded or applied.value is None:
        return applied
    said = next((words for thing, words in things.items() if thing in applied.requirement.label), "")
    return replace(applied, applies=False, why_not=phrase("bind.none-here", words=said)) if said else applied
