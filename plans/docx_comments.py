"""Word documents with comments (批注): a copy in which all but the marks and the comments is as it was.

Comments that are there stay, changes stay tracked, and every part that need not change keeps its bytes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import ReadError

if TYPE_CHECKING:
    from lxml import etree

    from engine.remark import Remark
    from plans.ooxml.container import Container

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


class DocxAnnotator:
    """Writes remarks into Word documents as comments."""

    formats = ("docx",)
    suffixes = (".docx", ".docm", ".dotx", ".dotm")

    def annotate(self, path: Path, data: bytes, remarks: Sequence[Remark]) -> bytes:
        """Return the document with a comment for each remark; raises ReadError for one that is signed or damaged."""
        from plans.docx import main_part, walked
        from plans.ooxml.anchors import Anchors
        from plans.ooxml.body import Line
        from plans.ooxml.comments import comment, first_free, mark
        from plans.ooxml.container import open_container

        container = open_container(path.as_posix(), data)
        if any(name.startswith("_xmlsignatures/") for name in container.names):
            raise ReadError("plans.signed", file=path.as_posix())
        main, root = main_part(container)
        lines: list[tuple[int, Line]] = []
        walked(path, container, main, root, lines)
        changed = {main: root}
        holder = _comments(container, main, changed)
        first = first_free(root, holder)
        mark(root, Anchors(root, lines), remarks, first)
        holder.extend(comment(remark, number) for number, remark in enumerate(remarks, first))
        return container.with_parts(changed)


def _comments(container: Container, main: str, changed: dict[str, etree._Element]) -> etree._Element:
    """Return the root of the part that holds the comments, a new one where there is none."""
    from lxml import etree

    from plans.ooxml.names import R, W

    part = next((r.target for r in container.relations(main) if r.type == "comments"), None)
    root = container.xml(part) if part else None
    if part and root is not None:
        changed[part] = root
        return root
    folder, base = posixpath.split(main)
    part = _free(posixpath.join(folder, "comments{}.xml"), container.names)
    root = etree.Element(W + "comments", nsmap={"w": W[1:-1]})
    changed[part] = root
    types = container.xml("[Content_Types].xml")
    if types is None:
        raise ReadError("plans.damaged", file=container.file)
    etree.SubElement(types, _TYPES + "Override", PartName=f"/{part}", ContentType=_TYPE)
    changed["[Content_Types].xml"] = types
    links = posixpath.join(folder, "_rels", f"{base}.rels")
    relations = container.xml(links)
    if relations is None:
        relations = etree.Element(_RELATIONS + "Relationships")
    name = _free("rIdComments{}", {each.get("Id", "") for each in relations})
    target = posixpath.relpath(part, folder or ".")
    etree.SubElement(relations, _RELATIONS + "Relationship", Id=name, Type=f"{R[1:-1]}/comments", Target=target)
    changed[links] = relations
    return root


def _free(name: str, taken: frozenset[str] | set[str]) -> str:
    """Return the name with the first number, none at first, that nobody has."""
    number = 0
    while name.format(number or "") in taken:
        number += 1
    return name.format(number or "")


ANNOTATOR = DocxAnnotator()
