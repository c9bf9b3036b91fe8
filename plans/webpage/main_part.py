"""Finding the document in a web page: what offices' content systems mark as such, else where the running text is."""

from __future__ import annotations

import re

from lxml import etree

from engine.patterns import lazy

DROPPED = frozenset(
    (
        "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "video", "audio", "nav", "aside",
        "button", "select", "input", "textarea", "dialog", "del", "rt", "rp", "head", "footer",
    )
)  # fmt: skip
"""Elements whose text is not the document's."""

_FRAME = lazy(
    r"(?:^|[-_])(?:bd)?(?:share|sharing|nav|navbar|navigation|breadcrumbs?|crumbs?|position|dqwz|footer|foot|sidebar|"
    r"toolbar|qrcode|ewm|erweima|related|xgwd|recommend|comments?|pager|pagination|copyright|banner|menu|prev|next|"
    r"fenxiang|daohang)(?:$|[-_\d])",
    re.IGNORECASE,
)
_HIDDEN = lazy(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CONTAINERS = (
    "//*[@id='zoom' or @id='Zoom']",
    "//*[@id='UCAP-CONTENT']",
    "//*[@id='vsb_content' or starts-with(@id,'vsb_content_')]",
    "//*[contains(concat(' ',normalize-space(@class),' '),' TRS_Editor ')]",
    "//*[contains(concat(' ',normalize-space(@class),' '),' trs_editor_view ')]",
    "//*[contains(concat(' ',normalize-space(@class),' '),' pages_content ')]",
    "//*[contains(concat(' ',normalize-space(@class),' '),' article-content ')]",
    "//*[contains(concat(' ',normalize-space(@class),' '),' article_content ')]",
    "//article",
    "//main",
)
_LEAST_OF_BODY = 0.5
_MOST_OF_PAGE = 0.3
_KEPT_ON_DESCENT = 0.85
_LINK_WEIGHT = 3


def tidy(root: etree._Element) -> None:
    """Take out scripts, navigation, share buttons and what the page hides, keeping the text that follows each."""
    most = _MOST_OF_PAGE * _length(root)
    for element in list(root.iter()):
        # A name alone must not cost the document: what holds much of the page's text stays.
        if _is_frame(element) or (_framed_by_name(element) and _length(element) < most):
            _remove(element)


def main_part(root: etree._Element) -> etree._Element:
    """Return the element that holds the document."""
    body = root.find("body")
    top = body if body is not None else root
    whole = _weight(top)
    for path in _CONTAINERS:
        found = root.xpath(path)
        candidates = [e for e in found if isinstance(e, etree._Element)] if isinstance(found, list) else []
        best = max(candidates, key=_weight, default=None)
        if best is not None and _weight(best) >= _LEAST_OF_BODY * whole:
            return best
    return _descended(top)


def page_title(root: etree._Element) -> str:
    """Return the title of the document: what the page declares, else its only first-level heading, else nothing."""
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() == "articletitle":
            return squeezed(meta.get("content") or "")
    headings = [squeezed(words(heading)) for heading in root.iter("h1")]
    headings = [heading for heading in headings if heading]
    return headings[0] if len(headings) == 1 else ""


def words(element: etree._Element) -> str:
    """Return all text inside an element."""
    return "".join(text for text in element.itertext() if isinstance(text, str))


def squeezed(text: str) -> str:
    """Return text with runs of blanks as one blank and none at the ends."""
    return re.sub(r"\s+", " ", text).strip()


def _is_frame(element: etree._Element) -> bool:
    if not isinstance(element.tag, str):
        return True
    if element.tag in DROPPED or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.tag == "div" and element.get("title") in ("header", "footer"):
        return True  # as LibreOffice saves them
    return _HIDDEN.search(element.get("style") or "") is not None


def _framed_by_name(element: etree._Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return element.tag != "body" and any(_FRAME.search(name) for name in names)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _weight(element: etree._Element) -> int:
    """Count the text of an element; text inside links speaks against it."""
    linked = sum(_length(link) for link in element.iter("a"))
    return _length(element) - _LINK_WEIGHT * linked


def _length(element: etree._Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _descended(element: etree._Element) -> etree._Element:
    """Go down while one child alone holds nearly all of the running text."""
    while True:
        weights = [(_weight(child), child) for child in element if isinstance(child.tag, str)]
        best = max(weights, key=lambda entry: entry[0], default=None)
        blockish = best is not None and best[1].tag in ("div", "section", "article", "main", "center", "form", "body")
        if best is None or not blockish or best[0] < _KEPT_ON_DESCENT * max(_weight(element), 1):
            return element
        element = best[1]
