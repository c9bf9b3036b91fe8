"""The same figure under a changed name, and a name in a title that its own text spells otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from engine.commitment import Commitment
from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.reconcile.prose.common import words_after, words_before
from engine.review.page import Page
from engine.wording import phrase

_QUOTED = lazy(r"“([^“”\n]{3,16})”")
# Words that may be there or not without a change of what is counted.
_IDLE = lazy(
    r"(?:[的地了等和与及并或在对]|全[县市区镇乡]|我[县市区镇乡]|本[县市区镇乡]|年内|全年|今年|当年|计划|共|约|"
    r"完成|实施|实现|开展|达到|确保|力争|组织|推进|落实|\d{4}年?|[县市区镇乡])+"
)
_HAN = lazy(r"[一-龥]+")
_KEPT = 2
_LEAST_SHARED = 4
_LEAST_TELLING = 20
_MOST_CHANGED = 4


def name_facts(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact (name-drift) for each name that changes inside the document."""
    yield from _renamed_figures(page)
    yield from _misspelled_titles(page)


def _renamed_figures(page: Page) -> Iterator[Fact]:
    body, annex = _by_figure(page, "body"), _by_figure(page, "annex")
    text = page.extraction.document.text
    for key, theirs in annex.items():
        for later in theirs:
            for first in body.get(key, ()):
                names = _changed(text, first, later, page)
                if names:
                    detail = phrase("review.renamed", first=names[0], then=names[1], figure=first.span.text)
                    twins = [c for c in annex[key] if _name(text, c) == _name(text, first)]
                    places = [(c.start, c.end) for c in (later, first, *twins)]
                    yield page.oddity("name-drift", names[0], detail, *places)
                    break


def _by_figure(page: Page, section: str) -> dict[tuple[str, Decimal, str], list[Commitment]]:
    found: dict[tuple[str, Decimal, str], list[Commitment]] = defaultdict(list)
    for commitment in page.extraction.commitments:
        if commitment.section == section and commitment.compared_unit:
            found[commitment.bound.op, commitment.bound.value, commitment.compared_unit].append(commitment)
    return found


def _name(text: str, commitment: Commitment) -> str:
    """Return the words that name a figure: those before it in its clause, or behind it (完成50个水源地整治)."""
    before = words_before(text, commitment.start)
    return before if len(before) >= _LEAST_SHARED else words_after(text, commitment.end)


def _changed(text: str, first: Commitment, later: Commitment, page: Page) -> tuple[str, str] | None:
    """Return both names when one has a word more than, or another word in place of, the other; None otherwise."""
    mine, theirs = _name(text, first), _name(text, later)
    if mine == theirs or not mine or not theirs:
        return None
    head, tail = _shared(mine, theirs)
    only_mine, only_theirs = mine[head : len(mine) - tail], theirs[head : len(theirs) - tail]
    more = only_mine or only_theirs
    if head < _KEPT or tail < _KEPT or head + tail < _LEAST_SHARED or not _tells(more, mine, theirs):
        return None
    if only_mine and only_theirs and (not _tells(only_theirs, mine, theirs) or first.bound.value < _LEAST_TELLING):
        return None
    # Where each part of the document has both names there are two things with one figure, and no change of name.
    if theirs in page.bare_body or (only_mine and only_theirs and mine in page.bare_annex):
        return None
    return mine, theirs


def _tells(word: str, mine: str, theirs: str) -> bool:
    """Whether a word that stands in one name only changes what is counted."""
    bare = _IDLE.sub("", word)
    elliptic = mine.count(word) > 1 or theirs.count(word) > 1
    return 2 <= len(bare) <= _MOST_CHANGED and _HAN.fullmatch(word) is not None and not elliptic


def _shared(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two words share at their beginning and, beyond that, at their end."""
    most = min(len(one), len(other))
    head = 0
    while head < most and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < most - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return head, tail


def _misspelled_titles(page: Page) -> Iterator[Fact]:
    """Yield a name quoted in an item's title that its text, twice or more, spells with one other character."""
    text = page.text
    for item in page.skeleton.items:
        words = text[item.start : item.end]
        end = words.find(item.title) + len(item.title)
        names = Counter(_QUOTED.findall(words[end:]))
        for match in _QUOTED.finditer(words[:end]):
            name = match[1]
            others = [n for n, count in names.items() if count > 1 and _one_apart(name, n)]
            if len(others) == 1 and text.count(name) == 1:
                at = words.index(f"“{others[0]}”", end)
                places = [(match.start(), match.end()), (at, at + len(others[0]) + 2)]
                given = [page.given(item.start + a, item.start + b) for a, b in places]
                yield page.oddity("name-drift", name, phrase("review.misspelled", then=others[0]), *given)


def _one_apart(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(apart) == 1 and all(_HAN.fullmatch(c) for c in apart[0])
