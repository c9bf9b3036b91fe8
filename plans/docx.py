"""Word documents (.docx), by a walk of our own through the file.

Read as if all tracked changes were accepted (and told so), with automatic numbers written out, notes and text boxes
as blocks after the paragraph they belong to, headers and footers after the body. Hidden text, prompts of empty
fields and generated tables of contents are left out.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.document import Document
from plans.refusals import ZIP, holds

if TYPE_CHECKING:
    from lxml import etree

    from plans.ooxml.body import Line, Walk
    from plans.ooxml.container import Container, Relation

_NOTE_PARTS = ("footnotes", "endnotes")


class DocxReader:
    """Reads Word documents; the automatic numbers are counted as ``Block.generated``."""

    formats = ("docx",)
    isolated = True
    generic = False

    def sniff(self, head: bytes, name: str) -> bool:
        """Know a Word document by the folder ``word/`` in its directory."""
        return head.startswith(ZIP) and holds(head, b"word/")

    def read(self, path: Path, data: bytes) -> Document:
        """Return the document; raises ReadError when it is damaged, encrypted, unsafe or without words."""
        from plans.ooxml.container import open_container

        container = open_container(path.as_posix(), data)
        main, root = main_part(container)
        walk = walked(path, container, main, root)
        return walk.assembly.build(data, "docx")


def main_part(container: Container) -> tuple[str, etree._Element]:
    """Return the name and the root of the part that holds the body; raises ReadError when there is none."""
    from engine.errors import ReadError

    main = next((r.target for r in container.relations("") if r.type == "officeDocument"), "word/document.xml")
    root = container.xml(main)
    if root is None:
        raise ReadError("plans.damaged", file=container.file)
    return main, root


def walked(
    path: Path,
    container: Container,
    main: str,
    root: etree._Element,
    written: list[tuple[int, Line]] | None = None,
) -> Walk:
    """Return the walk through the whole document, done; ``written`` takes the lines with their offsets."""
    from plans.assembly import assembly
    from plans.ooxml.body import Walk
    from plans.ooxml.numbering import read_numbering
    from plans.ooxml.styles import read_styles

    relations = container.relations(main)
    styles = read_styles(_part(container, relations, "styles"))
    numbering = read_numbering(_part(container, relations, "numbering"), styles)
    walk = Walk(assembly(path), styles, numbering, _notes(container, relations), written=written)
    for body in root.iterchildren("{*}body"):
        walk.blocks(body)
    _margins(walk, root, container, relations)
    walk.settle()
    return walk


def _part(container: Container, relations: tuple[Relation, ...], kind: str) -> etree._Element | None:
    target = next((r.target for r in relations if r.type == kind), None)
    return None if target is None else container.xml(target)


def _notes(container: Container, relations: tuple[Relation, ...]) -> dict[str, dict[str, etree._Element]]:
    from plans.ooxml.names import W

    notes: dict[str, dict[str, etree._Element]] = {}
    for kind in _NOTE_PARTS:
        root = _part(container, relations, kind)
        if root is not None:
            notes[kind] = {note.get(W + "id", ""): note for note in root}
    return notes


def _margins(walk: Walk, root: etree._Element, container: Container, relations: tuple[Relation, ...]) -> None:
    from plans.ooxml.names import R, W

    targets = {r.id: r.target for r in relations}
    for kind, name in (("header", "headerReference"), ("footer", "footerReference")):
        seen: dict[str, None] = dict.fromkeys(
            targets.get(reference.get(R + "id", ""), "") for reference in root.iter(W + name)
        )
        for target in seen:
            margin = container.xml(target) if target else None
            if margin is not None:
                walk.blocks(margin, "header" if kind == "header" else "footer")


READER = DocxReader()
