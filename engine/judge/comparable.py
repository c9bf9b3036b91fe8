"""What one check could see and the other could not, so that silence is never taken for something put right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from engine.commitment import Metadata
from engine.judge.finding import Audit, Basis, Finding, PlanResult
from engine.judge.same import base_name
from engine.wording import Text, phrase

WHOLE = -1  # stands for an audit as a whole where the number of a plan is asked for


def why_unchecked(finding: Finding, plan: int, plans: Mapping[int, int], old: Audit, new: Audit) -> Text | None:
    """Return why the new check could not have found again what the old one found in ``plan``; None where it could.

    ``plans`` says which plan of the old audit is which of the new one. A finding of the old audit as a whole could be
    found again where all of its plans were read again.
    """
    asked = range(len(old.plans)) if plan == WHOLE else (plan,)
    for number in asked:
        home = plans.get(number)
        file = base_name(old.plans[number].file)
        if home is None and len(old.plans) == len(new.plans) == 1:
            return phrase("compare.why-other-plan")
        if home is None:
            return phrase("compare.why-plan", file=file)
        if new.plans[home].extraction is None:
            return phrase("compare.why-unread", file=base_name(new.plans[home].file))
    if finding.rule in new.rules_left_out:
        return phrase("compare.why-rule", rule=finding.rule)
    homes = [(old.plans[number], new.plans[plans[number]]) for number in asked]
    return next((why for pair in homes if (why := _why_without(finding, *pair))), None)


def _why_without(finding: Finding, old: PlanResult, new: PlanResult) -> Text | None:
    """Return what a finding rests on that was not given again."""
    law = finding.standard
    known = _standards(old)
    gone = {name: title for name, title in known.items() if name not in _standards(new)}
    missing = [title for name, title in gone.items() if (name == law.id if law else "standards" in finding.rests_on)]
    if missing:
        return phrase("compare.why-standard", standards=_listed(missing))
    if law and law.id in known and _asked(law, old) and not _asked(law, new):
        return phrase("compare.why-requirement", standard=known[law.id])
    if "previous" in finding.rests_on and not new.previous:
        return phrase("compare.why-previous")
    return None


def _asked(law: Basis, plan: PlanResult) -> bool:
    return any((row.standard, row.requirement) == (law.id, law.requirement) for row in plan.coverage)


def _listed(titles: Sequence[str]) -> Text:
    return Text("、".join(f"“{title}”" for title in titles), ", ".join(f"“{title}”" for title in titles))


def remarks_on(old: Audit, new: Audit, plans: Mapping[int, int]) -> Iterator[Text]:
    """Yield what differs between two checks besides the plans, and what only one of them covers."""
    if old.rules_digest != new.rules_digest:
        yield phrase("compare.other-rules")
    only_now = sorted(set(old.rules_left_out) - set(new.rules_left_out))
    if only_now:
        yield phrase("compare.rules-only-now", rules=", ".join(only_now))
    if len(old.plans) == len(new.plans) == 1 and not plans:
        yield phrase("compare.two-plans", old=_called(old.plans[0]), new=_called(new.plans[0]))
        return
    for number, plan in enumerate(old.plans):
        if number not in plans:
            yield phrase("compare.plan-gone", file=base_name(plan.file), n=len(plan.findings))
        else:
            yield from _between(plan, new.plans[plans[number]])
    for number, plan in enumerate(new.plans):
        if number not in plans.values():
            yield phrase("compare.plan-added", file=base_name(plan.file), n=len(plan.findings))


def _between(old: PlanResult, new: PlanResult) -> Iterator[Text]:
    file = base_name(new.file)
    if old.extraction is None and new.extraction is not None:
        yield phrase("compare.unread-before", file=file)
    if new.extraction is None:
        yield phrase("compare.unread-now", file=file)
        return
    here, there = _where(old), _where(new)
    if old.extraction is not None and here != there:
        yield phrase("compare.other-place", file=file, old=here, new=there)
    if old.on != new.on and old.extraction is not None:
        days = (on or phrase("report.unknown") for on in (old.on, new.on))
        yield phrase("compare.other-day", file=file, **dict(zip(("old", "new"), days, strict=True)))
    if old.extraction is not None:
        yield from _other_standards(file, _standards(old), _standards(new))


def _called(plan: PlanResult) -> Text:
    """Return a plan's title with its place and year, which may be all that tells two apart."""
    title = plan.extraction.metadata.title if plan.extraction else ""
    where = _where(plan)
    name = title or base_name(plan.file)
    return Text(f"{name}（{where.zh}）", f"{name} ({where.en})")


def _where(plan: PlanResult) -> Text:
    metadata = plan.extraction.metadata if plan.extraction else Metadata()
    known = " ".join(str(part) for part in (metadata.place, metadata.year) if part)
    return Text(known, known) if known else phrase("report.unknown")


def _standards(plan: PlanResult) -> dict[str, str]:
    return {standard.id: f"{standard.title} {standard.number}".strip() for standard in plan.standards}


def _other_standards(file: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Text]:
    for key, one, other in (("standards-gone", old, new), ("standards-added", new, old)):
        titles = [title for name, title in one.items() if name not in other]
        if titles:
            listed = Text("；".join(titles), "; ".join(titles))
            yield phrase(f"compare.{key}", file=file, standards=listed)
