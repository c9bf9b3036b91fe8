"""PDF files made by hand: text at places, ruled lines and pictures, page by page."""

from dataclasses import dataclass, field

FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [ << /Type /Font "
    b"/Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) "
    b"/Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 "
    b"880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >> ] >>"
)
IMAGE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
    b"stream\n\x80\nendstream"
)


@dataclass
class Sheet:
    """A page in points, drawn on from the lower left."""

    width: int = 595
    height: int = 842
    rotate: int = 0
    drawn: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, words: str, size: float = 16) -> "Sheet":
        code = words.encode("utf-16-be").hex()
        self.drawn.append(f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm <{code}> Tj ET")
        return self

    def lines(self, *lines: str, x: float = 80, y: float = 740, size: float = 16) -> "Sheet":
        for number, words in enumerate(lines):
            self.text(x, y - 28 * number, words, size)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "Sheet":
        self.drawn.append(f"{x0} {y0} m {x1} {y1} l S")
        return self

    def picture(self, wide: float = 0, high: float = 0) -> "Sheet":
        """Put a picture on the page, over all of it unless its size in points is given."""
        self.drawn.append(f"q {wide or self.width} 0 0 {high or self.height} 0 0 cm /I Do Q")
        return self

    def turned(self, degrees: int) -> "Sheet":
        """Turn what is drawn against the clock, as a landscape table is put on a portrait page."""
        matrix = {
            90: f"0 1 -1 0 {self.width} 0",
            180: f"-1 0 0 -1 {self.width} {self.height}",
            270: f"0 -1 1 0 0 {self.height}",
        }[degrees]
        self.drawn = [f"q {matrix} cm", *self.drawn, "Q"]
        return self


def pdf(*sheets: Sheet, trailer: str = "") -> bytes:
    first = 5
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(sheets)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>".encode(),
        FONT,
        IMAGE,
    ]
    for i, sheet in enumerate(sheets):
        stream = "\n".join(sheet.drawn).encode()
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] /Rotate {sheet.rotate} /Contents "
            f"{first + 2 * i + 1} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
