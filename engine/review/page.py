"""A document as an editor has it on the desk: its words as given and as cleaned, its items, where its annexes begin."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from engine.commitment import Extraction
from engine.document import Span
from engine.extract.layout.places import borders
from engine.extract.layout.structure import Skeleton, read_structure
from engine.facts.fact import Evidence, Fact, Value
from engine.normalise.clean import Clean, clean
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.wording import Text

_BARE = lazy(r"[\s“”]")


class Page(Struct, frozen=True, dict=True):
    """What every review reads. ``folded`` has the offsets of the document's text, ``text`` those of the cleaned one."""

    extraction: Extraction
    plan: str

    @cached_property
    def folded(self) -> str:
        """The text as given in one spelling, character for character."""
        return fold(self.extraction.document.text)

    @cached_property
    def cleaned(self) -> Clean:
        """The text with damage and broken lines mended."""
        return clean(self.extraction.document.text)

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.cleaned.text

    @cached_property
    def skeleton(self) -> Skeleton:
        """Items and annexes, with offsets into the cleaned text."""
        return read_structure(self.text, borders(self.extraction.document, self.cleaned))

    @cached_property
    def given_annex_start(self) -> int:
        """Where the first annex begins in the document's text, or its end."""
        heads = self.skeleton.annex_heads
        return self.given(heads[0], heads[0])[0] if heads else len(self.folded)

    @cached_property
    def bare_body(self) -> str:
        """The text before the annexes without blanks and quotation marks, for looking up names."""
        return _BARE.sub("", self.folded[: self.given_annex_start])

    @cached_property
    def bare_annex(self) -> str:
        """The annexes without blanks and quotation marks."""
        return _BARE.sub("", self.folded[self.given_annex_start :])

    def line_at(self, offset: int) -> str:
        """Return the line of the cleaned text that holds ``offset``, without blanks at its ends."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return self.text[start : end if end >= 0 else len(self.text)].strip()

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch of the cleaned text as offsets into the document's text."""
        return self.cleaned.offsets.origin_span(start, end)

    def span(self, start: int, end: int) -> Span:
        """Return the span of a stretch of the cleaned text."""
        return self.extraction.document.span(*self.given(start, end))

    def oddity(self, form: str, label: str, detail: Text, *places: tuple[int, int]) -> Fact:
        """Return an ``oddity`` fact; ``places`` are offsets into the document's text, the first one names the fact."""
        fields: dict[str, Value] = {
            "kind": "oddity",
            "id": f"oddity:{form}:{places[0][0]}-{places[0][1]}",
            "plan": self.plan,
            "form": form,
            "label": label,
        }
        evidence = tuple(Evidence("plan", self.extraction.document.span(*place)) for place in places)
        return Fact(fields, evidence, None, {"detail": detail})
