"""Plans of a few words, to see where they are taken to lie."""

from engine.check import document_of
from engine.commitment import Extraction
from engine.extract.layout.metadata import read_metadata
from standards.files.loader import LIBRARY
from standards.in_force.whereabouts import Whereabouts, whereabouts
from standards.places.choose import choose


def plan(text: str) -> Extraction:
    return Extraction(document_of(text, "plan.txt"), read_metadata(text))


def lies(text: str, given: str = "") -> Whereabouts:
    return whereabouts(plan(text), choose(given, LIBRARY) if given else None)
