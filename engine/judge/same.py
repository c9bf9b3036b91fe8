"""Which plan, and which finding, of one draft is which of the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from engine.commitment import Metadata
from engine.judge.alike import can_be_one_plan
from engine.judge.finding import Finding, PlanResult
from engine.judge.identity import question_of, words_of
from engine.normalise.quote import normalised

Thing = TypeVar("Thing")
Name = Callable[[Thing], Hashable]
_OPEN = (
    "violates",
    "indeterminate",
    "not-addressed",
)  # a plan that does more than it must has nothing left to put right


def one_to_one(old: Sequence[Thing], new: Sequence[Thing], names: Iterable[Name[Thing]]) -> dict[int, int]:
    """Return which of ``old`` is which of ``new``, by their numbers, no one twice.

    ``names`` are tried in their order on what is still alone. Where several have the same name they go together in
    their order; what a name calls None (or an empty text) it does not know.
    """
    pairs: dict[int, int] = {}
    for name in names:
        taken = set(pairs.values())
        waiting: dict[Hashable, list[int]] = {}
        for number, thing in enumerate(old):
            if number not in pairs:
                waiting.setdefault(name(thing), []).append(number)
        for queue in waiting.values():
            queue.reverse()
        for number, thing in enumerate(new):
            called = None if number in taken else name(thing)
            if called and waiting.get(called):
                pairs[waiting[called].pop()] = number
    return pairs


def same_findings(old: Sequence[Finding], new: Sequence[Finding]) -> dict[int, int]:
    """Return which finding of a plan's old draft is which of its new one, by their numbers.

    Equal fingerprints come first: the same words of the plan, of several with the same words the one that says the
    same. Then equal keys: the same question about other words, of several the one with the same label. Then
    the same question though the place was read otherwise, since fingerprint and key hold the place. Last the same matter
    under a related rule: what was missing and is now too low has not been put right.
    """
    before, after = _as_in_document(old), _as_in_document(new)
    found = one_to_one(
        [old[n] for n in before],
        [new[n] for n in after],
        (
            lambda f: f.fingerprint and (_root(f.fingerprint), f.message.zh),
            lambda f: f.fingerprint and (_root(f.fingerprint), f.message.en),
            lambda f: _root(f.fingerprint),
            lambda f: _names_its_question(f) and (_root(f.key), normalised(f.label)),
            lambda f: _names_its_question(f) and _root(f.key),
            lambda f: _names_its_question(f) and (question_of(f), words_of(f)),
            lambda f: _names_its_question(f) and question_of(f),
            lambda f: _names_its_question(f) and f.verdict in _OPEN and _matter_of(f),
        ),
    )
    return {before[first]: after[second] for first, second in found.items()}


def same_plans(old: Sequence[PlanResult], new: Sequence[PlanResult]) -> dict[int, int]:
    """Return which plan of an audit is which of the next, by their numbers.

    Two that stand alone are drafts of one plan, whatever their files are called, unless their places, years or titles
    show two different plans; these go together nowhere. Of several, a name leads to a plan only
    where nothing else has it: the file, the file without its folder, place, year and title, place and year, title.
    """
    if len(old) == len(new) == 1:
        return {0: 0} if can_be_one_plan(old[0], new[0]) else {}
    names: tuple[Name[PlanResult], ...] = (
        lambda plan: plan.file,
        lambda plan: base_name(plan.file),
        lambda plan: (m := _about(plan)).place and (m.place, m.year, m.title),
        lambda plan: (m := _about(plan)).place and m.year and (m.place, m.year),
        lambda plan: _about(plan).title,
    )
    pairs = one_to_one(old, new, [_unambiguous(name, old, new) for name in names])
    return {first: second for first, second in pairs.items() if can_be_one_plan(old[first], new[second])}


def base_name(file: str) -> str:
    """Return a file's name without its folders, whichever system wrote it."""
    return re.split(r"[/\\]", file)[-1]


def _about(plan: PlanResult) -> Metadata:
    return plan.extraction.metadata if plan.extraction else Metadata()


def _unambiguous(name: Name[Thing], *sides: Sequence[Thing]) -> Name[Thing]:
    counts = [Counter(map(name, side)) for side in sides]

    def checked(thing: Thing) -> Hashable:
        called = name(thing)
        return called if called and all(count[called] <= 1 for count in counts) else None

    return checked


def _root(identity: str) -> str:
    """Return a fingerprint or key without the number that tells equal ones apart."""
    return identity.partition("-")[0]


def _as_in_document(findings: Sequence[Finding]) -> list[int]:
    """Return the numbers of the findings so that equal ones come as in the document, however a report sorts them."""

    def which(number: int) -> tuple[int, int]:
        prints, keys = (name.partition("-")[2] for name in (findings[number].fingerprint, findings[number].key))
        return (int(prints) if prints.isdecimal() else 1, int(keys) if keys.isdecimal() else 1)

    return sorted(range(len(findings)), key=which)


def _matter_of(finding: Finding) -> tuple[str, ...]:
    """Return what a finding is about whichever rule of its group speaks of it: a requirement, or words and their label."""
    _, requirement, subject = question_of(finding)
    return (finding.group, requirement) if requirement else (finding.group, subject, words_of(finding))


def _names_its_question(finding: Finding) -> bool:
    """Whether anything but the words tells what a finding is about; else its key is that of a whole rule."""
    return bool(finding.key and (finding.indicator or finding.label or finding.standard))
