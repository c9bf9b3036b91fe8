"""OFD files made by hand (GB/T 33190): text objects and strokes at places in millimetres from the upper left."""

from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from word_files import package

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


@dataclass
class Leaf:
    """A page of A4, drawn on from the upper left."""

    wide: float = 210
    high: float = 297
    template: str = ""
    drawn: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, words: str, size: float = 5, more: str = "", delta: str | None = None) -> "Leaf":
        """Set words with their upper left at a place, each as wide as it is high."""
        step = f"g {len(words) - 1} {size}" if delta is None and len(words) > 1 else delta or ""
        wide = size * max(1, len(words))
        self.drawn.append(
            f'<ofd:TextObject ID="1" Boundary="{x} {y} {wide} {size}" Font="1" Size="{size}" {more}>'
            f'<ofd:TextCode X="0" Y="{size * 0.88}" DeltaX="{step}">{escape(words)}</ofd:TextCode></ofd:TextObject>'
        )
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "Leaf":
        self.drawn.append(
            f'<ofd:PathObject ID="2" Boundary="{x0} {y0} {x1 - x0} {y1 - y0}"><ofd:AbbreviatedData>M 0 0 '
            f"L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
        )
        return self

    def table(self, rows: list[list[str]], top: float, left: float = 25, wide: float = 50, high: float = 10) -> "Leaf":
        right, bottom = left + wide * len(rows[0]), top + high * len(rows)
        for r in range(len(rows) + 1):
            self.rule(left, top + high * r, right, top + high * r)
        for c in range(len(rows[0]) + 1):
            self.rule(left + wide * c, top, left + wide * c, bottom)
        for r, row in enumerate(rows):
            for c, words in enumerate(row):
                if words:
                    self.text(left + wide * c + 2, top + high * r + 3, words, 3.5)
        return self

    def picture(self, wide: float = 0, high: float = 0) -> "Leaf":
        """Put a picture on the page, over all of it unless its size is given."""
        size = f"{wide or self.wide} {high or self.high}"
        self.drawn.append(f'<ofd:ImageObject ID="3" Boundary="0 0 {size}" ResourceID="9"/>')
        return self

    def xml(self, template: str = "") -> str:
        use = f'<ofd:Template TemplateID="{template}" ZOrder="Background"/>' if template else ""
        return (
            f"<ofd:Page {SPACE}><ofd:Area><ofd:PhysicalBox>0 0 {self.wide} {self.high}</ofd:PhysicalBox></ofd:Area>{use}"
            f'<ofd:Content><ofd:Layer ID="4">{"".join(self.drawn)}</ofd:Layer></ofd:Content></ofd:Page>'
        )


def ofd(*leaves: Leaf, template: Leaf | None = None, **parts: str) -> bytes:
    """Return an OFD file; ``template`` is put under every page, other arguments are further parts by name."""
    listed = "".join(f'<ofd:Page ID="{i}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(leaves)))
    known = '<ofd:TemplatePage ID="77" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
    files: dict[str, str | bytes] = {
        "OFD.xml": (
            f'<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml'
            "</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
        ),
        "Doc_0/Document.xml": (
            f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
            f"</ofd:PageArea>{known}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
        ),
    }
    for i, leaf in enumerate(leaves):
        files[f"Doc_0/Pages/Page_{i}/Content.xml"] = leaf.xml("77" if template else "")
    if template:
        files["Doc_0/Tpls/Tpl_0/Content.xml"] = template.xml()
    return package({**files, **parts})


def set_in_pages(paragraphs: list[str], table: list[list[str]]) -> bytes:
    """Return paragraphs set in lines of 30 characters with page numbers, and a table on a page of its own."""
    size, step, least = 5.0, 9.0, 30
    leaves = [Leaf()]
    y = 30.0
    for paragraph in paragraphs:
        for line in _lines(paragraph, least):
            if y > 260:
                leaves.append(Leaf())
                y = 30.0
            leaves[-1].text(30, y, line, size)
            y += step
    leaves.append(Leaf().table(table, 40))
    for number, leaf in enumerate(leaves, start=1):
        leaf.text(100, 285, f"— {number} —", 4)
    return ofd(*leaves)


def _lines(paragraph: str, least: int) -> list[str]:
    """Break a paragraph into lines; a comma or a full stop hangs at the end of the line before."""
    lines = []
    while paragraph:
        cut = least
        while paragraph[cut : cut + 1] and (
            paragraph[cut] in "，。、；：）》”％%" or (paragraph[cut - 1].isascii() and paragraph[cut].isascii())
        ):
            cut -= 1
        lines.append(paragraph[:cut])
        paragraph = paragraph[cut:]
    return lines
