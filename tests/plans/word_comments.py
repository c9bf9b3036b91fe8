"""Reading the comments of a Word document again, without the program: which words each is on, and what it says."""

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


@dataclass(frozen=True)
class Comment:
    """A comment: the words it is on (paragraphs run together), its paragraphs, and who made it."""

    words: str
    paragraphs: tuple[str, ...]
    author: str


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def comments(data: bytes) -> dict[int, Comment]:
    """Every comment by its number; each must have one start, one end and one reference, in this order."""
    files = parts(data)
    (body,) = (name for name in files if name.startswith("word/document"))
    on = ranges(files[body])
    found = {}
    for comment in etree.fromstring(files["word/comments.xml"]).iter("{*}comment"):
        number = int(attribute(comment, "id"))
        said = tuple("".join(t.text or "" for t in p.iter("{*}t")) for p in comment.iter("{*}p"))
        found[number] = Comment(on.pop(number), said, attribute(comment, "author"))
    assert on == {}, "marks without a comment"
    return found


def ranges(document: bytes) -> dict[int, str]:
    """The words within each pair of marks, as they read with all changes accepted."""
    opened: dict[int, list[str]] = {}
    closed: dict[int, str] = {}
    referred = []
    for element in etree.fromstring(document).iter():
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name == "commentRangeStart":
            assert int(attribute(element, "id")) not in opened | closed
            opened[int(attribute(element, "id"))] = []
        elif name == "commentRangeEnd":
            closed[int(attribute(element, "id"))] = "".join(opened.pop(int(attribute(element, "id"))))
        elif name == "commentReference":
            assert int(attribute(element, "id")) in closed
            referred.append(int(attribute(element, "id")))
        else:
            for words in opened.values():
                words.append({"tab": "\t", "br": "\n"}.get(name, text(element) if name == "t" else ""))
    assert opened == {} and sorted(referred) == sorted(closed)
    return closed


def text(element: etree._Element) -> str:
    words = element.text or ""
    return words if element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" else words.strip()


def attribute(element: etree._Element, name: str) -> str:
    return element.get(W + name) or element.get(STRICT + name) or ""
