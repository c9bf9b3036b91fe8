"""Putting the parts of extraction together for one document."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from engine.commitment import Commitment, Extraction, Item, Metadata, ReadTable, Section, Term
from engine.document import Document
from engine.extract.cells.tabled import Cells, cells_of, tabled
from engine.extract.dates.homes import DaysSet, term_of, term_of_all
from engine.extract.draft import Draft
from engine.extract.figures import supply_denominators
from engine.extract.layout.metadata import read_metadata
from engine.extract.layout.places import Places, borders, run_together
from engine.extract.layout.responsible import Responsibility
from engine.extract.layout.structure import Skeleton, read_structure
from engine.extract.names.nouns import without_noun
from engine.extract.names.scopes import bracketed, contrasting, peoples, residence
from engine.extract.names.shared_out import name_shared_out
from engine.extract.names.stages import name_stages
from engine.extract.names.tiers import tell_tiers_apart
from engine.extract.names.topics import complete
from engine.extract.not_promised.history import reports_the_past
from engine.extract.not_promised.progress import reports_progress
from engine.extract.not_promised.upper_level import is_of_upper_level
from engine.extract.numbers.bare import unit_of_people
from engine.extract.numbers.each import EACH_PAID
from engine.extract.numbers.scan import Figure
from engine.extract.prose import ProseReader
from engine.extract.row_labels import in_row
from engine.normalise.clean import Clean, clean
from engine.normalise.fold import simplified
from engine.quantity.bounds import Bound
from engine.tables.find.flattened import find_flattened
from engine.tables.read.folded import unfolded
from engine.tables.read.understand import read_table

_BESIDE = 3


def _reported(skeleton: Skeleton) -> list[tuple[int, int]]:
    """Return the stretches of sections that report what is done or wanting, merged and in order."""
    found: list[tuple[int, int]] = []
    for item in skeleton.items:
        if reports_the_past(item.title) and not (found and item.start < found[-1][1]):
            found.append((item.start, item.end))
    return found


def _numbering(skeleton: Skeleton, text: str) -> frozenset[int]:
    """Return the offsets at which the digits of item numbers stand, which are no figures."""
    offsets: set[int] = set()
    for item in skeleton.items:
        at = item.start
        while at < len(text) and text[at] in " (第任务项目实事工程":
            at += 1
        offsets.update(range(item.start, at + 1))
    if skeleton.annex_list:
        offsets.update(range(*skeleton.annex_list))
    return frozenset(offsets)


def _without_run_in(skeleton: Skeleton, text: str) -> str:
    """Return a text of the same length without the item numbers that run into a figure: the 2. of 2.50个小区."""
    parts: list[str] = []
    done = 0
    for item in skeleton.items:
        at = text.find(item.number, item.start)
        end = at + len(item.number)
        if at >= done and text[end : end + 1].isdigit():
            parts += [text[done:at], " " * len(item.number)]
            done = end
    return "".join([*parts, text[done:]])


def _reader(skeleton: Skeleton, cleaned: Clean, metadata: Metadata, cells: frozenset[int]) -> ProseReader:
    text = _without_run_in(skeleton, cleaned.text)
    numbering = _numbering(skeleton, cleaned.text)
    progress = reports_progress(metadata.title)
    return ProseReader(text, metadata.year, numbering, _reported(skeleton), cells, progress)


def extract(document: Document) -> Extraction:
    """Return the items and commitments of a document, in reading order, with offsets into its text as given."""
    cleaned = clean(document.text)
    metadata = read_metadata(cleaned.text)
    skeleton = read_structure(cleaned.text, borders(document, cleaned))
    tables = tables_of(document)
    reader = _reader(skeleton, cleaned, metadata, run_together(tables, document.text, cleaned))
    responsibility = Responsibility(cleaned.text)
    terms = DaysSet(cleaned.text, metadata.year, skeleton.items)
    places = Places(skeleton.items)
    cells = cells_of(tables, replace(document, text=simplified(document.text)), metadata.year)
    drafts = _outside_cells(reader.read(), cells, cleaned, metadata)
    homes = [places.at(draft.figure.number) for draft in drafts]
    name_stages(drafts, cleaned.text)
    name_shared_out(drafts, cleaned.text)
    tell_tiers_apart(cleaned.text, drafts)
    complete(drafts, homes, cleaned.text)
    scopes = _scopes(drafts, homes, cleaned.text)
    commitments = []
    ids = _ids(drafts, homes, skeleton)
    for index, (draft, home) in enumerate(zip(drafts, homes, strict=True)):
        draft.scope = scopes[index]
        draft.around = draft.around or term_of(draft.figure.number, draft.label, home, places, terms)
        draft.deadline = draft.deadline or draft.around
        told = home.section if home else "notes"
        section = skeleton.section_at(draft.figure.number) if told == "notes" else told
        names = ids[index], home.id if home else "", ids[draft.part_of] if draft.part_of is not None else None
        at_row = cells.offices_at(cleaned.offsets.origin(draft.figure.number))
        responsible = _responsible(draft, home, places, responsibility) or at_row
        commitments.append(_commitment(document, cleaned, draft, names, section, responsible))
    items = tuple(_given_item(item, cleaned, responsibility) for item in skeleton.items)
    annex_from = cleaned.offsets.origin(skeleton.annex_heads[0]) if skeleton.annex_heads else len(document.text)
    commitments += tabled(tables, document, metadata.year, annex_from)
    commitments.sort(key=lambda c: (c.start, c.end))
    term = term_of_all(terms.closing, places, cleaned)
    return Extraction(document, metadata, items, tuple(commitments), tables, skeleton.annexes, term)


def _ids(drafts: list[Draft], homes: list[Item | None], skeleton: Skeleton) -> list[str]:
    """Return the id of each draft: that of its item or section, and its number in there."""
    counts: Counter[str] = Counter()
    ids = []
    for draft, home in zip(drafts, homes, strict=True):
        prefix = home.id if home else skeleton.section_at(draft.figure.number)
        counts[prefix] += 1
        ids.append(f"{prefix}.{counts[prefix]}")
    return ids


def _cleaned(term: Term, cleaned: Clean) -> Term:
    """Return a date of the document's text with its place in the cleaned one."""
    return Term(term.day, cleaned.place(term.start), cleaned.place(term.end))


def _given(term: Term, cleaned: Clean) -> Term:
    """Return a date of the cleaned text with its place in the document's."""
    return Term(term.day, *cleaned.offsets.origin_span(term.start, term.end))


def _outside_cells(drafts: list[Draft], cells: Cells, cleaned: Clean, metadata: Metadata) -> list[Draft]:
    """Return the drafts of the plan's own level in no cell of figures; one in a cell of words is named after its row.

    A draft that is left out leaves the numbers of 其中 parts behind it as they are counted anew.
    """
    kept: list[Draft] = []
    moved: dict[int, int] = {}
    counted = Counter(cells.prose_at(cleaned.offsets.origin(draft.figure.number)) for draft in drafts)
    for index, draft in enumerate(drafts):
        offset = cleaned.offsets.origin(draft.figure.number)
        if offset in cells.figures or cells.reports_at(offset):
            continue
        if is_of_upper_level(cleaned.text, draft.figure.lead, metadata):
            continue
        unit = cells.unit_at(offset)
        if unit and not draft.figure.unit and not draft.figure.scale:
            draft.figure = _in_unit(draft.figure, *unit)
        if prose := cells.prose_at(offset):
            if _is_cost_of(draft, kept, cells, cleaned):
                draft.label = f"{_counted_before(kept)}补助所需金额"
            elif prose.row:
                draft.label = in_row(draft.label, prose, alone=counted[prose] == 1)
            if prose.row and draft.figure.unit in EACH_PAID:
                supply_denominators(prose.row, 0, draft.figure, prose.row)
            until = prose.until.of(draft.label) if prose.until else None
            draft.around = _cleaned(until, cleaned) if until else None
            draft.deadline = draft.deadline or draft.around
        moved[index] = len(kept)
        kept.append(draft)
    for draft in kept:
        draft.part_of = moved.get(draft.part_of) if draft.part_of is not None else None
    return kept


def _is_cost_of(draft: Draft, kept: list[Draft], cells: Cells, cleaned: Clean) -> bool:
    """Whether a sum in a cell of words is what the rate right before it comes to (每场补助4000元，需260万元), and not the row's own."""
    before = kept[-1].figure if kept else None
    if before is None or draft.figure.unit != "元" or draft.figure.per or before.unit != "元" or not before.per:
        return False
    here, there = (cells.prose_at(cleaned.offsets.origin(f.number)) for f in (draft.figure, before))
    return here is there and bool(here and here.row)


def _counted_before(kept: list[Draft]) -> str:
    """Return what the rate that was read last is for each of, by the name of the figure before it."""
    counted = next((d for d in reversed(kept[-_BESIDE:]) if d.figure.unit != "元"), kept[-1])
    return without_noun(counted.label, counted.figure)


def _in_unit(figure: Figure, power: int, unit: str) -> Figure:
    """Return a figure without a unit in that of its column or row."""
    numerator, *per = unit.split("/")
    value = figure.value.scaleb(power)
    high = figure.high.scaleb(power) if figure.high is not None else None
    return replace(figure, value=value, high=high, unit=numerator, per=tuple(per), decimals=figure.decimals - power)


def tables_of(document: Document) -> tuple[ReadTable, ...]:
    """Return the tables of a document, understood: its own, and those that a web page flattened into lines."""
    text = simplified(document.text)
    found = [*document.tables, *find_flattened(text, document.blocks)]
    tables = [table for each in found for table in unfolded(each, text)]
    return tuple(read_table(table, text, f"t{number}") for number, table in enumerate(tables, 1))


def _responsible(draft: Draft, home: Item | None, places: Places, responsibility: Responsibility) -> tuple[str, ...]:
    """Return the offices of a figure's item, of its row, or those that the heading of an item around it names."""
    at = draft.figure.number
    start, end = (home.start, home.end) if home else responsibility.paragraph(at)
    found = responsibility.for_figure(at, start, end) or responsibility.in_row(at)
    outer = places.around(home) if home else None
    while outer and not found:
        found = responsibility.in_heading(outer.start, outer.end)
        outer = places.around(outer)
    return found or responsibility.persons(start, end)


def _scopes(drafts: list[Draft], homes: list[Item | None], text: str) -> list[tuple[str, ...]]:
    """Return the scope of each draft: what its sentence gives, else the word that sets it against its siblings."""
    scopes = [d.scope or ((d.part_label,) if d.part_label else bracketed(text, d.figure.end)) for d in drafts]
    by_item: dict[str, list[int]] = {}
    for index, item in enumerate(homes):
        by_item.setdefault(item.id if item else "", []).append(index)
    for home, members in by_item.items():
        words = contrasting([(drafts[i].label, drafts[i].figure.full_unit) for i in members])
        named = (
            peoples(["".join([drafts[i].label, *drafts[i].scope]) for i in members]) if home else [""] * len(members)
        )
        for index, word, who in zip(members, words, named, strict=True):
            single = word or who or residence(drafts[index].label)
            if single and not scopes[index]:
                scopes[index] = (single,)
    return scopes


def _commitment(
    document: Document,
    cleaned: Clean,
    draft: Draft,
    names: tuple[str, str, str | None],
    section: Section,
    responsible: tuple[str, ...],
) -> Commitment:
    """Return the commitment of a draft; ``names`` are its id, its item's and that of the whole it is part of."""
    figure = draft.figure
    identifier, item, part_of = names
    start, end = cleaned.offsets.origin_span(figure.start, figure.end)
    unit = figure.full_unit
    sentence = cleaned.text[slice(*draft.sentence)].strip()
    return Commitment(
        id=identifier,
        item=item,
        label=draft.label,
        scope=draft.scope,
        bound=Bound(figure.op, figure.value, figure.high),
        unit=unit,
        span=document.span(start, end),
        start=start,
        end=end,
        resolved_unit=unit or unit_of_people(cleaned.text, figure),
        baseline=figure.baseline,
        deadline=draft.deadline.day if draft.deadline else None,
        due=cleaned.offsets.origin_span(draft.deadline.start, draft.deadline.end) if draft.deadline else None,
        around=_given(draft.around, cleaned) if draft.around and draft.around != draft.deadline else None,
        strength=draft.strength,
        kind=draft.kind,
        sentence=sentence[:400],
        responsible=responsible,
        section=section,
        part_of=part_of,
        digits=figure.decimals,
        relative=figure.relative,
    )


def _given_item(item: Item, cleaned: Clean, responsibility: Responsibility) -> Item:
    start, end = cleaned.offsets.origin_span(item.start, item.end)
    answering = responsibility.within(item.start, item.end) or responsibility.persons(item.start, item.end)
    return replace(item, start=start, end=end, responsible=answering)
