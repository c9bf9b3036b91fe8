"""Word files made by hand, part by part, so that a test shows exactly what is in them."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    'ContentType="application/xml"/><Override PartName="/word/{main}.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def part(root: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'


def p(*content: str, props: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{''.join(content)}</w:p>"


def r(text: str, props: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{props}</w:rPr>" if props else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(*content: str, props: str = "") -> str:
    inner = "".join(c if c.startswith("<w:") else p(r(c)) for c in content) or p()
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, props: str = "") -> str:
    made = "".join(c if c.startswith("<w:") else cell(c) for c in cells)
    return f"<w:tr>{f'<w:trPr>{props}</w:trPr>' if props else ''}{made}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def sdt(*content: str, props: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{props}</w:sdtPr><w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>"


def ins(*content: str, author: str = "张明") -> str:
    return f'<w:ins w:id="1" w:author="{author}">{"".join(content)}</w:ins>'


def deleted(text: str, author: str = "李华") -> str:
    return f'<w:del w:id="2" w:author="{author}"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def package(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(*body: str, main: str = "document", **parts: str) -> bytes:
    """Return a .docx; keyword arguments are further parts by name (``styles``, ``numbering``, ``header1`` …)."""
    roots = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES.format(main=main),
        "_rels/.rels": relations({"rId1": ("officeDocument", f"word/{main}.xml")}),
        f"word/{main}.xml": part("document", f"<w:body>{''.join(body)}</w:body>"),
    }
    links = {}
    for name, content in parts.items():
        root = roots.get(name) or ("hdr" if name.startswith("header") else "ftr")
        links[name] = (name.rstrip("0123456789"), f"{name}.xml")
        files[f"word/{name}.xml"] = part(root, content)
    files[f"word/_rels/{main}.xml.rels"] = relations(links)
    return package(files)


def relations(links: dict[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{id}" Type="{RELATION}/{kind}" Target="{target}"/>' for id, (kind, target) in links.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    )


def lvl(depth: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}'
        "</w:lvl>"
    )


def lists(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def numbering(*forms: tuple[str, str]) -> str:
    return lists(*(lvl(depth, form, text) for depth, (form, text) in enumerate(forms)))


def num(depth: int = 0, id: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{id}"/></w:numPr>'
