"""The check of one plan: from what was read to findings, coverage and a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256

from msgspec import Struct

from engine.bind.adapted.derived import with_derived
from engine.bind.adapted.disclaimed import without_disclaimed
from engine.bind.adapted.goals import with_later_goals
from engine.bind.adapted.named_denominators import with_denominators_of_indicators, with_named_denominators
from engine.bind.adapted.own_norms import with_own_norms
from engine.bind.applied import Applied
from engine.bind.binder import bind
from engine.bind.upper.against import applied_against
from engine.commitment import Extraction
from engine.document import Block, Document, Note, Span
from engine.errors import GoujiError
from engine.extract import extract
from engine.extract.cells.task_rows import rows_as_items
from engine.facts.derive import facts_of
from engine.facts.fact import Fact
from engine.facts.figures import commitment_fact
from engine.facts.recognised import for_review
from engine.judge.card import Card
from engine.judge.coverage import coverage
from engine.judge.finding import Coverage, Finding, PlanResult
from engine.judge.judge import judge
from engine.judge.tool import note_fact, note_facts, unreadable_fact
from engine.judge.verdict import grade, overall
from engine.match.indexed import IndexedMatcher
from engine.match.rule import Hit, Matcher
from engine.reconcile.lists.counts import count_facts
from engine.reconcile.lists.each_place import each_place_facts
from engine.reconcile.lists.named_lists import named_list_facts
from engine.reconcile.lists.named_offices import named_office_facts
from engine.reconcile.prose.changes import change_facts
from engine.reconcile.prose.divided import divided_facts
from engine.reconcile.prose.in_words import amounts_in_words
from engine.reconcile.prose.multiples import multiple_facts
from engine.reconcile.prose.parts import parts_facts
from engine.reconcile.prose.products import product_facts
from engine.reconcile.prose.products_in_all import product_in_all_facts
from engine.reconcile.prose.ratios import ratio_facts
from engine.reconcile.prose.standings import standing_facts
from engine.reconcile.prose.told_parts import told_part_facts
from engine.reconcile.tables.column_parts import column_parts
from engine.reconcile.tables.columns import column_facts
from engine.reconcile.tables.differences import difference_facts
from engine.reconcile.tables.reckoned_cells import reckoned_cell_facts
from engine.reconcile.tables.sums import table_totals
from engine.reconcile.twice.all_there_are import all_told_facts
from engine.reconcile.twice.done_so_far import done_facts
from engine.reconcile.twice.restated import heads_against_totals, restated_facts
from engine.reconcile.twice.stated_totals import restated_totals, total_commitments
from engine.reconcile.twice.totals_told import totals_told
from engine.requirement import Repeal, Standard
from engine.resolve.catalogue import Catalogue
from engine.resolve.commitments import resolved
from engine.resolve.decided import Decided
from engine.resolve.resolver import Resolver
from engine.review.facts import review_facts
from engine.review.repealed import documents_repealed
from engine.wording import Text, phrase

_REMARKS = ("hidden-content", "recognised-text")


def document_of(text: str, file: str) -> Document:
    """Return a plain text as a document, as if it had been read from a text file of that name."""
    return Document(file, sha256(text.encode()).hexdigest(), "txt", text, [Block(0, len(text))], in_file=True)


def read_plan_text(document: Document, resolver: Resolver) -> Extraction:
    """Return what a document says, every figure resolved against the catalogue."""
    return resolved(rows_as_items(extract(document)), resolver)


def reckoned(extraction: Extraction, plan: str) -> Iterator[Fact]:
    """Yield the facts of arithmetic: totals, parts, restatements, counts, changes, products and ratios."""
    document = extraction.document
    yield from table_totals(extraction.tables, document, plan)
    yield from heads_against_totals(extraction.tables, document, plan)
    yield from parts_facts(extraction, plan)
    yield from divided_facts(extraction, plan)
    yield from told_part_facts(extraction, plan)
    yield from standing_facts(extraction, plan)
    yield from restated_facts(extraction, plan)
    yield from amounts_in_words(document, plan)
    yield from count_facts(extraction, document.text, plan)
    yield from named_list_facts(document, plan)
    yield from each_place_facts(document, plan)
    yield from named_office_facts(document, plan)
    yield from change_facts(extraction, plan)
    yield from product_facts(extraction, plan)
    yield from product_in_all_facts(extraction, plan)
    yield from multiple_facts(extraction, plan)
    yield from ratio_facts(extraction, plan)
    yield from column_facts(extraction.tables, document, plan)
    yield from difference_facts(extraction.tables, document, plan)
    yield from column_parts(extraction.tables, document, plan)
    yield from reckoned_cell_facts(extraction.tables, document, plan)


def _totals_in_text(extraction: Extraction, resolver: Resolver, plan: str) -> Iterator[Fact]:
    """Yield the restatements between the totals of tables and the text, and a fact for each total so used."""
    totals = total_commitments(extraction, resolver)
    for fact, total in restated_totals(extraction, totals, resolver.catalogue.lexicon, plan):
        yield fact
        yield commitment_fact(total, plan)


def _done_in_text(extraction: Extraction, plan: str) -> Iterator[Fact]:
    """Yield the restatements between what text and tables say is done or there, and a fact for each figure so used."""
    for fact, *figures in (*done_facts(extraction, plan), *all_told_facts(extraction, plan)):
        yield fact
        yield from (commitment_fact(figure, plan) for figure in figures)


class Circumstances(Struct, frozen=True):
    """What a caller knows of a check besides plan and requirements.

    ``on`` is the ISO day whose standards count, printed in the report; ``affiliation_known`` is False when the upper
    document is not known to be above the plan's place; ``held_to_standards`` says that standards were meant to be used,
    so that none proven is no compliance; ``known_documents`` leads from the numbers and titles of documents to whether
    they are repealed (since when, by what), and without it nothing is said of documents cited; ``further`` are facts of standards; ``decided`` is
    what people decided about the reading; ``previous`` is the file of the year before that
    the plan was compared with; ``waive`` marks the findings that somebody lets stand.
    """

    on: str = ""
    affiliation_known: bool = True
    held_to_standards: bool = False
    remarks: tuple[Text, ...] = ()
    known_documents: Mapping[str, bool | Repeal] | None = None
    further: tuple[Fact, ...] = ()
    decided: Decided | None = None
    previous: str = ""
    waive: Callable[[tuple[Finding, ...]], tuple[Finding, ...]] = tuple


def check_plan(
    extraction: Extraction,
    applied: Sequence[Applied],
    cards: Sequence[Card],
    resolver: Resolver,
    circumstances: Circumstances | None = None,
    matcher: Matcher | None = None,
) -> PlanResult:
    """Return everything that the check of one plan finds; raises MatcherError when a matcher cannot run."""
    known = circumstances or Circumstances()
    document = extraction.document
    applied = with_denominators_of_indicators(with_named_denominators(applied), resolver)
    applied = with_derived(applied, extraction, resolver.catalogue)
    applied = without_disclaimed(with_own_norms(applied, extraction), extraction)
    applied = with_later_goals(applied, extraction)
    facts = _facts(extraction, applied, resolver, known)
    hits = hits_of(cards, facts, matcher or IndexedMatcher(), document.file)
    findings = known.waive(judge(cards, hits, extraction.metadata.place, extraction))
    covered = coverage(facts, findings)
    doubts = tuple(_doubts(extraction, covered, known, cards))
    return PlanResult(
        file=document.file,
        sha256=document.sha256,
        extraction=extraction,
        standards=_distinct(applied),
        on=known.on,
        verdict=overall(findings, covered, known.affiliation_known, proven=not doubts and not document.recognised),
        grade=grade(findings),
        findings=findings,
        coverage=covered,
        remarks=_remarks(extraction.document, doubts, known),
        previous=known.previous,
    )


def _distinct(applied: Sequence[Applied]) -> tuple[Standard, ...]:
    """Return the standards once each; told apart as objects first, as comparing two reads all their requirements."""
    return tuple(dict.fromkeys({id(a.standard): a.standard for a in applied}.values()))


def _remarks(document: Document, doubts: Sequence[Text], known: Circumstances) -> tuple[Text, ...]:
    """Return what a reader of the report has to know besides the findings: also what of the file was not shown."""
    told = [_told(note) for note in document.notes if note.rule in _REMARKS]
    if not known.affiliation_known:
        doubts = [phrase("judge.affiliation-unknown")]
    return (*known.remarks, *told, *doubts)


def _told(note: Note) -> Text:
    detail = note.detail if isinstance(note.detail, Text) else Text(note.detail, note.detail)
    return Text(f"{note.span.file}：{detail.zh}", f"{note.span.file}: {detail.en}")


def _facts(extraction: Extraction, applied: Sequence[Applied], resolver: Resolver, known: Circumstances) -> list[Fact]:
    """Return every fact of one plan, in a fixed order."""
    plan = extraction.document.file
    facts = facts_of(extraction, applied, bind(applied, extraction, resolver, known.decided), plan)
    facts += reckoned(extraction, plan)
    upper = {a.source.file: a.source.text for a in applied if a.source is not None}
    ended = [name for text in upper.values() for name in documents_repealed(text)]
    facts += review_facts(extraction, plan, known.known_documents, ended)
    facts += _totals_in_text(extraction, resolver, plan)
    facts += _done_in_text(extraction, plan)
    facts += note_facts(extraction.document.notes, plan)
    return [*for_review(totals_told(facts), extraction.document), *known.further]


def _doubts(
    extraction: Extraction, covered: Sequence[Coverage], known: Circumstances, cards: Sequence[Card]
) -> Iterator[Text]:
    """Yield why the silence of the checks proves nothing, where it does not."""
    if all(card.group == "tool" for card in cards):
        yield phrase("judge.no-rules")
    if not extraction.commitments and not extraction.tables:
        yield phrase("judge.nothing-read")
    elif known.held_to_standards and not any(c.status in ("conforms", "violates") for c in covered):
        yield phrase("judge.nothing-proven")


def hits_of(cards: Sequence[Card], facts: list[Fact], matcher: Matcher, plan: str) -> list[Hit]:
    """Return what the cards find in facts; a difference between two matchers is a finding of its own."""
    rules = [rule for card in cards for rule in card.rules]
    hits = matcher.run(rules, facts)
    differences = getattr(matcher, "differences", ())
    if differences:
        notes = [
            note_fact("matcher-disagreement", str(difference), Span(plan, ""), number, plan)
            for number, difference in enumerate(differences, len(facts))
        ]
        hits = [*hits, *IndexedMatcher().run(rules, notes)]
    return hits


def unreadable_plan(file: str, error: GoujiError, cards: Sequence[Card], on: str = "") -> PlanResult:
    """Return the result for a file that could not be read: one finding that says why and what to do."""
    rules = [rule for card in cards for rule in card.rules]
    hits = IndexedMatcher().run(rules, [unreadable_fact(file, error.text)])
    findings = judge(cards, hits)
    return PlanResult(file, "", None, (), on, "review", grade(findings), findings, (), ())


def check_texts(
    plan: str, standard: str | None, cards: Sequence[Card], catalogue: Catalogue | None = None
) -> tuple[Finding, ...]:
    """Return the findings for two short texts, the second read as the higher document (as ``--against`` does)."""
    resolver = Resolver(catalogue or Catalogue())
    extraction = read_plan_text(document_of(plan, "plan"), resolver)
    applied: tuple[Applied, ...] = ()
    if standard is not None:
        upper = read_plan_text(document_of(standard, "standard"), resolver)
        applied = applied_against(upper, extraction.metadata.place, resolver)
    return check_plan(extraction, applied, cards, resolver).findings
