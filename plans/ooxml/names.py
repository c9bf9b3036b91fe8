"""Names of WordprocessingML, and reading of its attributes."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace, ``""`` for a comment or processing instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first descendant along ``path``, None when a step is missing."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: etree._Element | None, *path: str, name: str = "val") -> str | None:
    """Return an attribute of the descendant along ``path``, None when it is not there."""
    found = child(element, *path)
    return None if found is None else found.get(W + name)


def number(element: etree._Element | None, *path: str, name: str = "val") -> int | None:
    """Return an attribute as a whole number, None when it is not there or is none."""
    text = value(element, *path, name=name)
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def switched_on(element: etree._Element | None, *path: str) -> bool | None:
    """Return whether a switch such as ``w:vanish`` is on, None when it is not set here."""
    found = child(element, *path)
    if found is None:
        return None
    return found.get(W + "val", "true") not in ("0", "false", "off", "none")
