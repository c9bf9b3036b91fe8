"""A slip of the pen in a figure: what it is, where it may be made, and what it makes of the figure."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from engine.bind.binding import Binding
from engine.commitment import Commitment, Extraction
from engine.facts.fact import Fact

NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Fault:
    """Text to put in the place of ``start``–``end``, what kind of slip it is, and the rules that may find it."""

    kind: str
    start: int
    end: int
    text: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A plan as the check reads it, with what holds in it."""

    extraction: Extraction
    facts: Sequence[Fact]
    binding: Binding

    @property
    def text(self) -> str:
        """The document's text."""
        return self.extraction.document.text


def slipped(number: str, rng: random.Random) -> str:
    """Return the number with one slip of the pen: two digits swapped, one changed, one doubled or one left out."""
    digits = [i for i, c in enumerate(number) if c.isdigit()]
    ways = [_swapped(number, i, j) for i, j in itertools.pairwise(digits) if number[i] != number[j]]
    at = rng.choice(digits)
    ways.append(number[:at] + str((int(number[at]) + rng.randint(1, 9)) % 10) + number[at + 1 :])
    whole = number.partition(".")[0]
    if len(whole) > 1:
        ways.append(number[1:] if number[1] != "0" else number[0] + number[2:])
    ways.append(number[0] + number)
    fit = [
        w for w in ways if not w.startswith("0") and w != number and Decimal(w) != Decimal(number) and Decimal(w) > 0
    ]
    return rng.choice(fit) if fit else ""


def _swapped(number: str, i: int, j: int) -> str:
    letters = list(number)
    letters[i], letters[j] = letters[j], letters[i]
    return "".join(letters)


def on_number(
    read: Read, kind: str, start: int, end: int, rules: tuple[str, ...], rng: random.Random
) -> Iterator[Fault]:
    found = list(NUMBER.finditer(read.text, start, end))
    if not found:
        return
    instead = slipped(found[-1].group(), rng)
    if instead:
        yield Fault(kind, found[-1].start(), found[-1].end(), instead, rules)


def on_commitment(
    read: Read, kind: str, commitment: Commitment, rules: tuple[str, ...], rng: random.Random
) -> Iterator[Fault]:
    yield from on_number(read, kind, commitment.start, commitment.end, rules, rng)
