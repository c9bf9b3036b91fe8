"""Where a plan's place lies, from what the plan says of itself; a name that is not unique is never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from engine.commitment import Extraction, Metadata
from engine.patterns import lazy
from engine.wording import Text, phrase
from standards.files.loader import LIBRARY
from standards.levels import LEVELS
from standards.places import table
from standards.places.choose import candidates, choose, level_by_name
from standards.places.mentions import Mention, authorities, subject
from standards.places.signs import SIGNS
from standards.places.table import Place
from standards.places.zones import is_zone

__all__ = ["LEVELS", "Whereabouts", "choose", "is_above", "remarks", "whereabouts"]

_SHOWN = 12
_FEW = 2
_PASSED_ON = lazy("转发|贯彻落实《")
_BELOW = lazy(
    "(?![各全所镇乡])[^\\W\\d_委办室府局党]{1,12}?(?:街道|镇|乡|苏木|县|旗|区|管委会)"
    "(?=人民政府|党委|党工委|办事处|管委会|管理委员会|(?:19|20)[0-9]{2}|民生|关于)"
)
_BEFORE_YEAR = lazy("[一-龥]{2,20}?(?=(?:19|20)[0-9]{2}|关于)", needs="20|19|关于")
_ORGAN = lazy("^([一-龥]{1,3}?)(?:政办|政|委办|委|办|党|府|民)")


class Whereabouts(Struct, frozen=True):
    """A plan's place as a path (empty when unknown), the plan's level, and what a report has to say about it.

    The level may be lower than that of ``place``: a township that the table does not have stands under its county.
    """

    place: str
    level: str
    remarks: tuple[Text, ...] = ()

    def of_plan(self, extraction: Extraction) -> Extraction:
        """Return the extraction with the place as a path and the level that follows from it, where they are known."""
        metadata = extraction.metadata
        found = replace(metadata, place=self.place or metadata.place, level=self.level or metadata.level)
        return extraction if found == metadata else replace(extraction, metadata=found)


def remarks(where: Whereabouts, *, library: bool, upper: bool, dated: bool) -> tuple[Text, ...]:
    """Return what a report says of a plan's place and year, as far as the check depended on them.

    ``library`` says that the library was used, ``upper`` that a higher document was, ``dated`` that the day is known.
    """
    said = where.remarks if library or upper else ()
    if library and not where.place:
        said += (phrase("places.nation-only"),)
    if library and not dated:
        said += (phrase("places.year-unstated"),)
    return said


def whereabouts(extraction: Extraction, given: Place | None = None, library: Path = LIBRARY) -> Whereabouts:
    """Return where a plan belongs, by what its title, its issuer, its number and its text name.

    ``given`` is the place that the user named: the plan's own name only says which place below it is meant.
    """
    metadata = extraction.metadata
    mention, source = _named_in(metadata)
    found = _divisions(candidates(mention.names)) if mention else []
    if given:
        return _under(given, found, metadata, mention)
    if not mention or not found:
        return _of_no_table(metadata, library)
    if len(found) > 1 or mention.is_plain_word:
        return _told_apart(found, extraction)
    return _single(found[0], metadata, source[mention.end :])


def _named_in(metadata: Metadata) -> tuple[Mention | None, str]:
    """Return the place that a document is about, and the text that names it; what it passes on is another's title."""
    sources = [metadata.title, metadata.issuer, metadata.place]
    if _PASSED_ON.search(metadata.title):
        sources = [metadata.issuer, metadata.title, metadata.place]
    for source in sources:
        mention = subject(source)
        if mention and not _ends_a_longer_name(mention, metadata.place):
            return mention, source
    return None, ""


def _ends_a_longer_name(mention: Mention, place: str) -> bool:
    """Whether the document's own name of its place goes on before the name found (云县 in 临云县): that is another place."""
    return 0 < place.find(mention.names[0]) <= _FEW


def _divisions(found: Sequence[Place]) -> list[Place]:
    return [place for place in found if not place.zone] or list(found)


def _single(place: Place, metadata: Metadata, rest: str) -> Whereabouts:
    if place.zone:
        remark = phrase("places.zone-in", name=place.name, place=place.above)
        return Whereabouts(place.above, place.level, (remark,))
    below = _BELOW.match(rest)
    if not below or place.level == "township":
        return Whereabouts(place.path, place.level)
    return _below(place.path, below[0])


def _below(path: str, name: str) -> Whereabouts:
    """Return the whereabouts of a unit that the table does not have under a place that it has."""
    level = level_by_name(f"{path}/{name}")
    if is_zone(name):
        return Whereabouts(path, level, (phrase("places.zone-in", name=name, place=path),))
    return Whereabouts(path, level, (phrase("places.below-not-listed", name=name, place=path, until=table.until()),))


def _under(given: Place, found: Sequence[Place], metadata: Metadata, mention: Mention | None) -> Whereabouts:
    inside = [place for place in found if place.path.startswith(f"{given.path}/") and not place.zone]
    if len(inside) == 1:
        return Whereabouts(inside[0].path, inside[0].level)
    own = mention.name if mention else metadata.place
    level = found[0].level if found else metadata.level
    if not own or own == given.name or any(place.path == given.path for place in found):
        lower = not own and _rank(level) > _rank(given.level)
        return Whereabouts(given.path, level if lower else given.level)
    if _rank(level) > _rank(given.level):
        values = {"name": own, "place": given.path, "until": table.until()}
        return Whereabouts(given.path, level, (phrase("places.below-not-listed", **values),))
    return Whereabouts(given.path, given.level, (phrase("places.differs", name=own, place=given.path),))


def _rank(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else 0


def _of_no_table(metadata: Metadata, library: Path) -> Whereabouts:
    """Return the whereabouts of a place that the table does not have: a keeper's own folder, a zone, or nothing."""
    name, level = metadata.place or _zone_named(metadata.title), metadata.level
    if not name:
        return Whereabouts("", level, (phrase("places.unstated"),))
    own = [path.relative_to(library).as_posix() for path in sorted(library.rglob(name)) if path.is_dir()]
    if len(own) == 1:
        return Whereabouts(own[0], level_by_name(own[0]))
    if is_zone(name):
        return Whereabouts("", level, (phrase("places.zone", name=name),))
    return Whereabouts("", level, (phrase("places.not-listed", name=name, until=table.until()),))


def _zone_named(title: str) -> str:
    """Return the words before the year, where they name a zone (新疆生产建设兵团2023年…)."""
    head = _BEFORE_YEAR.match(title)
    return head[0] if head and is_zone(head[0]) else ""


def _told_apart(found: list[Place], extraction: Extraction) -> Whereabouts:
    """Choose among places of one name by the authorities that the text names, else by the document's own number.

    A name that is also a plain word (东区) comes here even where only one place bears it.
    """
    own = found[0].name
    named = authorities(extraction.document.text)
    fitting, evidence = _nearest(found, {name: m.name for name, m in named.items() if name != own})
    if len(fitting) != 1:
        fitting, evidence = _by_number(found, extraction.metadata.number)
    values: dict[str, object] = {"name": own, "count": len(found)}
    if len(fitting) == 1:
        place = fitting[0]
        remark = phrase("places.by-context", evidence=evidence, place=place.path, **values)
        return Whereabouts(place.path, place.level, (remark,))
    listed = "、".join(place.path for place in found[:_SHOWN]) + ("…" if len(found) > _SHOWN else "")
    levels = {place.level for place in found}
    level = levels.pop() if len(levels) == 1 else extraction.metadata.level
    return Whereabouts("", level, (phrase("places.ambiguous", candidates=listed, **values),))


def _nearest(found: list[Place], named: dict[str, str]) -> tuple[list[Place], str]:
    """Return the places with the most upper levels named, the county before the city before the province."""
    uppers = {place.path: [name for name in reversed(place.above.split("/")) if name in named] for place in found}
    supported = [place for place in found if uppers[place.path]]
    if not supported:
        return [], ""
    # The nearer a level, the more it tells: compare by which of county, city, province are named, in this order.
    keys = {
        place.path: tuple(name in uppers[place.path] for name in reversed(place.above.split("/")))
        for place in supported
    }
    best = max(keys.values())
    top = [place for place in supported if keys[place.path] == best]
    return top, uppers[top[0].path][0]


def _by_number(found: list[Place], number: str) -> tuple[list[Place], str]:
    """Return the places to whose county, city or province the number's organ (黟政办, 皖政) belongs, and not their own."""
    organ = _ORGAN.match(number)
    if not organ or any(organ[1] in place.name for place in found):
        return [], ""
    sign = organ[1]
    fitting = [
        place
        for place in found
        if any(name.startswith(sign) for name in place.above.split("/")) or SIGNS.get(sign) == place.path.split("/")[0]
    ]
    return fitting, number


def is_above(upper: str, upper_level: str, place: str, level: str) -> bool:
    """Return whether a document of the place ``upper`` is known to stand above a plan of ``place``.

    Known means that the plan's path leads through the upper place and that the levels follow. A bare name counts only
    where the table does not have it more than once.
    """
    if upper_level in LEVELS and level in LEVELS and _rank(upper_level) >= _rank(level):
        return False
    if not upper or not place:
        return False
    if "/" in upper or table.is_higher(upper):
        return place.startswith(f"{upper}/") or (place == upper and _rank(upper_level) < _rank(level))
    return upper in place.split("/")[:-1]
