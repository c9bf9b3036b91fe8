"""From a label to the indicator it is about; a wrong answer is worse than none.

The words of the label decide, its unit has to fit, the longest alias wins, and whatever contradicts the winner leaves
the figure unresolved. Words that only the context gives make the result a matter for review.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from engine.resolve.catalogue import Catalogue, Indicator
from engine.resolve.index import Alias
from engine.resolve.units import UnitFit, fit_unit
from engine.wording import Text, phrase

Certainty = Literal["certain", "review"]
Reason = Literal["unit", "measure", "excluded", "other-thing", "contrast", "less-specific", "ambiguous"]

_SURE = frozenset({"exact", "supplied"})
_NEAREST = 3
_RARE = 12


class Rejection(Struct, frozen=True):
    """An indicator that the words named and that was not taken, and why; ``detail`` is the word or unit concerned."""

    indicator: str
    reason: Reason
    detail: str = ""

    def explained(self, catalogue: Catalogue) -> Text:
        """Return the reason as a sentence."""
        indicator = catalogue.get(self.indicator)
        name = Text(indicator.name, indicator.en) if indicator else self.indicator
        return phrase(f"catalogue.{self.reason}", name=name, detail=self.detail)


class Resolution(Struct, frozen=True):
    """What a label is about.

    ``scope`` holds the catalogue's own spelling of the qualifiers found in the label; ``resolved_unit`` is the unit
    compared, the printed one where the indicator has nothing to supply; ``nearest`` names indicators that share rare
    words with a label that was not resolved.
    """

    indicator: str | None
    scope: tuple[str, ...] = ()
    certainty: Certainty = "certain"
    resolved_unit: str = ""
    rejected: tuple[Rejection, ...] = ()
    nearest: tuple[str, ...] = ()


class _Candidate(Struct, frozen=True):
    indicator: Indicator
    alias: Alias
    fit: UnitFit
    size: int
    sure: bool


class Resolver:
    """Resolves labels against one catalogue; build it once and use it for every plan."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._index = catalogue.index
        self._lexicon = catalogue.lexicon
        self._plain = lru_cache(maxsize=2048)(catalogue.lexicon.plain)
        self._scopes: dict[str, tuple[tuple[str, str], ...]] = {}

    def resolve(self, label: str, context: str = "", unit: str = "", measure: str = "", near: str = "") -> Resolution:
        """Return the indicator of a self-contained label.

        ``context`` is its sentence and item title, weaker evidence; ``unit`` the canonical printed unit; ``measure``
        standard, rate, amount or limit; ``near`` is what of the context is not said of other figures behind it, and alone
        makes it another thing.
        """
        text = self._plain(label)
        found = self._index.words_in(text)
        rejected: list[Rejection] = []
        named: list[_Candidate] = []
        for alias in self._named(found):
            verdict = self._examine(alias, text, found, unit, measure)
            if isinstance(verdict, Rejection):
                rejected.append(verdict)
            else:
                named.append(verdict)
        if not named and context and unit:
            told = self._plain(context), self._plain(near or context)
            named = list(self._completed(text, found, told, unit, measure))
        return self._decided(text, found, unit, named, rejected)

    def scope_in(self, indicator: str | None, words: str) -> tuple[str, ...]:
        """Return the values of an indicator's scope that words name, in the catalogue's spelling."""
        known = self.catalogue.get(indicator)
        return self._scope_of(known, self._plain(words)) if known else ()

    def _named(self, found: Mapping[str, int]) -> Iterable[Alias]:
        """Return the longest alias of each indicator all of whose words are in the label."""
        best: dict[str, Alias] = {}
        by_key = self._index.by_key
        for word in found:
            for alias in by_key.get(word, ()):
                rival = best.get(alias.indicator)
                if rival is not None and (rival.size, rival.words) >= (alias.size, alias.words):
                    continue
                for other in alias.words:
                    if other not in found:
                        break
                else:
                    best[alias.indicator] = alias
        return best.values()

    def _examine(
        self, alias: Alias, text: str, found: Mapping[str, int], unit: str, measure: str
    ) -> _Candidate | Rejection:
        indicator = self.catalogue.indicators[alias.indicator]
        if alias.words[0] != text:
            for word in self._index.excludes[indicator.id]:
                if word in found:
                    return Rejection(indicator.id, "excluded", word)
        fit = fit_unit(unit, indicator.unit, indicator.units, indicator.periods)
        if fit is None:
            return Rejection(indicator.id, "unit", indicator.unit)
        if not _measure_fits(indicator, measure, unit):
            return Rejection(indicator.id, "measure", indicator.kind)
        tail = text[max(found[word] for word in alias.words) :]
        if tail and self._lexicon.leftover(tail) and (rest := self._unknown(tail, indicator.id)):
            return Rejection(indicator.id, "other-thing", rest)
        return _Candidate(indicator, alias, fit, alias.size, fit.quality in _SURE)

    def _unknown(self, text: str, indicator: str) -> str:
        return self._lexicon.leftover(text, self._index.known[indicator])

    def _completed(
        self, text: str, found: Mapping[str, int], told: tuple[str, str], unit: str, measure: str
    ) -> Iterable[_Candidate]:
        """Return the indicators of which the label has some words, and nothing else, and the context the others."""
        context, near = told
        best: dict[str, _Candidate] = {}
        anchors, ordered = self._index.anchors, self._index.ordered
        for place in sorted({place for word in found for place in anchors.get(word, ())}):
            alias = ordered[place]
            indicator = self.catalogue.indicators[alias.indicator]
            if fit_unit(unit, indicator.unit, indicator.units, indicator.periods) is None:
                continue
            mine = sum(len(word) for word in alias.words if word in found)
            rival = best.get(alias.indicator)
            if rival is not None and (rival.size, rival.alias.size) >= (mine, alias.size):
                continue
            if not all(word in found or word in context for word in alias.words) or self._unknown(
                text, alias.indicator
            ):
                continue
            verdict = self._examine(alias, "", {**dict.fromkeys(alias.words, 0), **found}, unit, measure)
            if isinstance(verdict, _Candidate) and not self._excluded_by(near, verdict.indicator, found):
                best[alias.indicator] = _Candidate(verdict.indicator, alias, verdict.fit, mine, sure=False)
        return best.values()

    def _excluded_by(self, context: str, indicator: Indicator, found: Mapping[str, int]) -> bool:
        """Say whether the context makes it another thing; a word whose rival the label itself has does not count."""
        rivals = self._lexicon.rivals
        return any(
            word in context
            and not any(rival in found for rival in rivals.get(word, ()))
            and not self._told_apart(word, indicator, found)
            for word in self._index.excludes[indicator.id]
        )

    def _told_apart(self, word: str, indicator: Indicator, found: Mapping[str, int]) -> bool:
        """Say whether a word is that of a contrast, named beside this, from which the label's own words set it apart.

        财政补助640元,个人缴费380元: neither is the other for standing in one sentence with it.
        """
        known = self._index.known
        # Whose it is (散居) is said of either; what it is called is not.
        whose = {self._plain(word) for value in indicator.scope for word in value.words}
        own = [name for name in known[indicator.id] if name in found and name not in whose]
        return any(
            word in known.get(other, ()) and any(name not in known[other] for name in own)
            for other in indicator.contrasts
        )

    def _decided(
        self, text: str, found: Mapping[str, int], unit: str, named: list[_Candidate], rejected: list[Rejection]
    ) -> Resolution:
        named.sort(key=lambda c: (-c.size, -c.alias.size, c.fit.quality != "exact", c.indicator.id))
        if named:
            top, *others = named
            conflicts = [r for other in others if (r := self._conflict(top, other)) is not None]
            if not conflicts:
                lost = [Rejection(other.indicator.id, "less-specific", top.indicator.id) for other in others]
                resolved = top.fit.unit or unit
                certainty: Certainty = "certain" if top.sure else "review"
                scope = self._scope_of(top.indicator, text)
                return Resolution(top.indicator.id, scope, certainty, resolved, _sorted(rejected + lost))
            rejected = [*rejected, Rejection(top.indicator.id, conflicts[0].reason, conflicts[0].indicator), *conflicts]
        return Resolution(None, (), "review", unit, _sorted(rejected), self._nearest(found))

    def _conflict(self, top: _Candidate, other: _Candidate) -> Rejection | None:
        """Return why ``other`` keeps ``top`` from being the answer, or None when it is only a less exact name."""
        swallowed = all(any(word in longer for longer in top.alias.words) for word in other.alias.words)
        if swallowed and other.alias.words != top.alias.words:
            return None
        if self.catalogue.contrasted(top.indicator.id, other.indicator.id):
            return None if _closer(top, other) else Rejection(other.indicator.id, "contrast", top.indicator.id)
        same_length = (top.size, top.alias.size) == (other.size, other.alias.size)
        if same_length and not _closer(top, other):
            return Rejection(other.indicator.id, "ambiguous", top.indicator.id)
        return None

    def _scope_of(self, indicator: Indicator, text: str) -> tuple[str, ...]:
        """Return the values of the indicator's scope that the label names, longest words first, each word once."""
        if not indicator.scope:
            return ()
        pairs = self._scopes.get(indicator.id)
        if pairs is None:
            plain = ((self._lexicon.plain(word), value.name) for value in indicator.scope for word in value.words)
            pairs = self._scopes[indicator.id] = tuple(sorted(plain, key=lambda pair: (-len(pair[0]), pair)))
        named: set[str] = set()
        for word, value in pairs:
            if word in text:
                named.add(value)
                text = text.replace(word, "\n")
        return tuple(dict.fromkeys(value.name for value in indicator.scope if value.name in named))

    def _nearest(self, found: Mapping[str, int]) -> tuple[str, ...]:
        shared: dict[str, int] = {}
        anchors, ordered = self._index.anchors, self._index.ordered
        for word in found:
            aliases = anchors.get(word, ())
            if 0 < len(aliases) <= _RARE:
                for owner in {ordered[place].indicator for place in aliases}:
                    shared[owner] = shared.get(owner, 0) + len(word)
        return tuple(sorted(shared, key=lambda owner: (-shared[owner], owner))[:_NEAREST])


def _measure_fits(indicator: Indicator, measure: str, unit: str) -> bool:
    """Tell a benefit per head from a sum of money; all else the unit has told already."""
    if not measure or measure == indicator.kind or "limit" in (measure, indicator.kind):
        return True
    money = indicator.unit.startswith("元")
    per_head = "/" in unit
    if {measure, indicator.kind} == {"standard", "amount"} and money:
        return per_head and indicator.kind == "standard"
    return True


def _closer(top: _Candidate, other: _Candidate) -> bool:
    """Say whether the printed unit is the one's own and only near the other's."""
    return (top.fit.quality == "exact") and (other.fit.quality != "exact")


def _sorted(rejections: Iterable[Rejection]) -> tuple[Rejection, ...]:
    return tuple(sorted(set(rejections), key=lambda r: (r.indicator, r.reason, r.detail)))
