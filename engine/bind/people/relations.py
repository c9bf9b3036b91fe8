"""How the people and places that a figure speaks of relate to those of a requirement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache

from engine.bind.applied import Applied
from engine.bind.binding import Reason, Relation
from engine.bind.people.ages import Bracket, age_relation, bracket_of, brackets_in
from engine.bind.people.told import fewer_in_all, narrowing, own_part, own_words
from engine.commitment import Commitment
from engine.extract.names.scopes import CONTRAST_GROUP
from engine.patterns import lazy
from engine.resolve.catalogue import Catalogue
from engine.resolve.lexicon import Lexicon
from engine.resolve.likeness import same_thing
from engine.words.counted import AMOUNT

_RURAL = lazy("农村|乡村|村级|行政村")
_COUNTRY = lazy(f"{_RURAL.pattern}|乡镇|集镇")
_URBAN = lazy("城市|城镇|城区|县城")
_MEASURED = lazy(f"(?:{AMOUNT})$")
_PAID = lazy("工作|生活|补助|补贴|津贴|标准|资金|金额|经费|报酬|每人|每月|每年|发放")
_BOTH_SIDES = lazy("城乡")
_EVERYBODY = "城乡居民"
_SIDES = ("rural", "urban")
_RESIDENCE = lazy("^(?:[为对向给])?(?:农村|城市|城镇|乡村|城区)(?!公路|道路|公厕|人居|供水|饮水|危房|电网|集中供)")


class Relating:
    """Relates the scopes of figures to those of requirements: ages by their ends, the rest by its words.

    ``offered`` are the figures of one indicator, whose tiers together may cover what a requirement asks for.
    """

    def __init__(self, offered: Sequence[Commitment], catalogue: Catalogue) -> None:
        self._offered = offered
        self._catalogue = catalogue

    @cached_property
    def _tiers(self) -> Sequence[Bracket]:
        return [bracket for c in self._offered if (bracket := _bracket(c)) is not None]

    def of(self, applied: Applied, commitment: Commitment, indicator: str, wanted: tuple[str, ...]) -> Relation:
        """Return how a figure's people relate to the requirement's, whose qualifiers are ``wanted``."""
        if _other_side(applied, commitment):
            return "disjoint"
        bracket, mine = _asked_bracket(applied), _bracket(commitment)
        tiers = self._tiers if bracket else ()
        # Who speaks of the residents of town and country leaves out none of those that a bare rate is of.
        given = tuple(one for one in commitment.qualifiers if wanted or one != _EVERYBODY)
        if bracket and mine:
            # 80周岁以上 beside 百岁以上 is the lower of two tiers: what the plan says of the very bracket answers.
            if bracket != mine and bracket in tiers:
                return "disjoint"
            if _first_tier(applied, commitment):
                return "narrower"
            wanted, given = _without_ages(wanted), _without_ages(given)
        by_words: Relation = self._catalogue.scope_relation(indicator, wanted, given)
        if by_words == "narrower" and self._together(commitment, indicator, wanted):
            by_words = "equal"
        by_age = age_relation(bracket, mine, tiers)
        # A label that names nobody says less than its sentence.
        unnamed = by_words == "equal" or (by_words == "wider" and not given)
        if by_age == "equal" and unnamed and not bracket and not mine:
            told = told_of(applied, commitment, self._offered)
            return by_words if told == "equal" else told
        return by_age if by_age in ("disjoint", "narrower") or by_words == "equal" else by_words

    def _together(self, commitment: Commitment, indicator: str, wanted: tuple[str, ...]) -> bool:
        """Whether the plan gives the indicator for the rest too: each grade by itself, town and country apart."""
        words = " ".join((commitment.label, *commitment.qualifiers))
        beside = " ".join(f"{c.label} {c.sentence}" for c in self._offered)
        if (side := _side(words)) in _SIDES and (_URBAN if side == "rural" else _COUNTRY).search(beside):
            return True
        if self._is_one_of_tiers(commitment, indicator, wanted):
            return True
        all_given = {q for c in self._offered for q in c.qualifiers}
        return bool(wanted) and self._catalogue.scope_relation(indicator, wanted, all_given) in ("equal", "wider")

    def _is_one_of_tiers(self, commitment: Commitment, indicator: str, wanted: Iterable[str]) -> bool:
        """Whether its sentence gives the same for others too (一级每月130元、二级每月105元), where none are named in what is asked."""
        known = self._catalogue.get(indicator)
        if known is None or {value.name for value in known.scope} & set(wanted):
            return False
        beside = {c.qualifiers for c in self._offered if c.sentence and c.sentence == commitment.sentence}
        return len(beside - {()}) > 1


def people_asked(applied: Applied) -> tuple[Bracket | None, str | None]:
    """Return the age bracket and the residence (``rural``, ``urban``, ``both``) that a requirement names."""
    return _asked_bracket(applied), _residence((applied.requirement.label, *applied.requirement.scope))


def other_ages(applied: Applied, commitment: Commitment) -> bool:
    """Whether a figure is for other ages than the requirement, so that it says nothing of it, compared or not."""
    wanted, given = _asked_bracket(applied), _bracket(commitment)
    return wanted is not None and given is not None and age_relation(wanted, given) == "disjoint"


def speaks_of(applied: Applied, words: str) -> bool:
    """Whether words have any of those that set a requirement's label apart; one of common words alone is in all."""
    own = _PAID.sub("", applied.requirement.label)
    pairs = [own[i : i + 2] for i in range(len(own) - 1)]
    return not pairs or any(pair in words for pair in pairs)


def _asked_bracket(applied: Applied) -> Bracket | None:
    return bracket_of((*applied.requirement.scope, applied.requirement.label))


def told_of(applied: Applied, commitment: Commitment, beside: Iterable[Commitment]) -> Relation:
    """Relate the people of the sentences that two figures stand in, where neither label says whom they are for."""

    def others() -> str:
        rest = " ".join(f"{c.label} {c.sentence}" for c in beside if c is not commitment)
        return f"{commitment.sentence} {rest}"

    return "narrower" if people_told(applied, commitment, others) else "equal"


def people_told(applied: Applied, commitment: Commitment, beside: Callable[[], str] = str) -> tuple[str, str] | None:
    """Return whom the plan's sentence and the upper document's are for, where it is their words that leave some out."""
    requirement = applied.requirement
    if not requirement.told:
        return None
    label, wanted = requirement.label, requirement.told
    if in_all := _first_tier(applied, commitment):
        return in_all
    if requirement.span:
        wanted = own_words(wanted, requirement.span.text, label)
    if _residence((label, *requirement.scope)) in _SIDES:
        label, wanted = _BOTH_SIDES.sub("", label), _BOTH_SIDES.sub("", wanted)
    given = own_words(own_part(commitment.sentence, commitment.span.text), commitment.span.text, commitment.label)
    return narrowing(label, wanted, given, beside)


def _first_tier(applied: Applied, commitment: Commitment) -> tuple[str, str] | None:
    """Return for whom all tiers of either side are, at the first tier of a plan whose tiers begin later or end sooner."""
    mine = _bracket(commitment)
    if mine is None or mine != _asked_bracket(applied):
        return None
    given = own_part(commitment.sentence, commitment.span.text)
    first = min(brackets_in(given), key=lambda ages: (ages[0], ages[1]), default=None)
    return fewer_in_all(applied.requirement.told, given) if first == mine else None


def _bracket(commitment: Commitment) -> Bracket | None:
    return bracket_of((*commitment.scope, commitment.label, *commitment.qualifiers))


def _without_ages(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value for value in values if bracket_of((value,)) is None)


def worded_relation(applied: Applied, commitment: Commitment, siblings: Iterable[Commitment]) -> Relation:
    """Relate scopes by their words alone: a qualifier that stands in the other's label is no difference.

    ``siblings`` are the figures beside the commitment in its item.
    """
    requirement = applied.requirement
    if _other_side(applied, commitment):
        return "disjoint"
    wanted = tuple(w for w in requirement.scope if w not in commitment.label)
    given = tuple(g for g in commitment.scope if g not in requirement.label)
    narrowed = _RESIDENCE.search(commitment.label)
    if narrowed and _residence((requirement.label, *requirement.scope)) is None:
        return "equal" if _other_residence(commitment, narrowed.group(), siblings) else "narrower"
    if not wanted or not given:
        return told_of(applied, commitment, siblings)
    tiers = [bracket for c in siblings if (bracket := _bracket(c)) is not None]
    by_age = age_relation(_asked_bracket(applied), _bracket(commitment), tiers)
    return relation_of(wanted, given) if by_age == "equal" else by_age


def _other_side(applied: Applied, commitment: Commitment) -> bool:
    """Whether one speaks of the country alone and the other of the towns alone, whatever the catalogue knows of it."""
    mine = _residence((commitment.label, *commitment.scope))
    theirs = _residence((applied.requirement.label, *applied.requirement.scope))
    return mine in _SIDES and theirs in _SIDES and mine != theirs


def _residence(words: Iterable[str]) -> str | None:
    """Return rural, urban, or both where the words name both; None where they name none."""
    return _side("".join(words))


@lru_cache(maxsize=4096)
def _side(text: str) -> str | None:
    sides = [side for side, pattern in zip(_SIDES, (_RURAL, _URBAN), strict=True) if pattern.search(text)]
    return "both" if len(sides) > 1 else next(iter(sides), None)


def _other_residence(commitment: Commitment, word: str, siblings: Iterable[Commitment]) -> bool:
    """Whether the plan gives the same figure for the other residence too (城市 beside 农村)."""
    rest = commitment.label.replace(word, "", 1)
    others = ((c, _RESIDENCE.search(c.label)) for c in siblings if c is not commitment)
    return any(found is not None and c.label.replace(found.group(), "", 1) == rest for c, found in others)


def relation_of(requirement: tuple[str, ...], commitment: tuple[str, ...]) -> Relation:
    """Say how the people or places a commitment speaks of relate to those of the requirement, by their words alone.

    Two words exclude each other only when they are a known contrast.
    """
    wanted, given = set(requirement), set(commitment)
    if wanted == given:
        return "equal"
    if not wanted:
        return "narrower"
    if not given:
        return "wider"
    if wanted & given:
        return "narrower" if wanted < given else "wider"
    crossed = any(CONTRAST_GROUP.get(w, -1) == CONTRAST_GROUP.get(g, -2) for w in wanted for g in given)
    return "disjoint" if crossed else "equal"


def alike_but_unit(applied: Applied, commitment: Commitment, lexicon: Lexicon, least: float) -> bool:
    """Whether two figures of unlike units measure the same by their names, apart from what they count in."""
    mine, theirs = (_MEASURED.sub("", label) for label in (applied.requirement.label, commitment.label))
    likeness = same_thing(mine, theirs, lexicon)
    return not likeness.contrast and likeness.score >= least and bool(commitment.unit)


def same_measure(one: str, other: str) -> bool:
    """Whether two labels end in the same measure (…率, …标准), so that a reader would compare them."""
    return one[-1:] == other[-1:] and one[-1:] in "率例准面数"


def unit_reason(mine: str, theirs: str) -> Reason:
    """Return why two figures of unlike units are not compared."""
    return "denominator" if mine.partition("/")[0] == theirs.partition("/")[0] else "unit"
