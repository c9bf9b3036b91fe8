"""Every place that a span names can be found in the file again, by other programs than the readers."""

import io
from pathlib import Path

import openpyxl
import pytest
from office_files import converted, printed
from pdf_files import Sheet, pdf
from plan_formats import BODY, annex, page, word
from test_plans_pdf import table

from engine.check import read_plan_text
from engine.commitment import Extraction
from engine.document import Span
from engine.resolve.catalogue import Catalogue
from engine.resolve.resolver import Resolver
from plans.docx import READER as DOCX
from plans.pdf import READER as PDF
from plans.xls import READER as XLS
from plans.xlsx import READER as XLSX


def read(reader, name: str, data: bytes) -> Extraction:
    return read_plan_text(reader.read(Path(name), data), Resolver(Catalogue()))


def bare(words: str) -> str:
    return "".join(words.split())


def by_hand() -> bytes:
    sheet = Sheet().lines("一、就业", "新增就业500人，培训不少于30人次。")
    return pdf(sheet, table(Sheet(), [["乡镇", "就业（人）"], ["甲镇", "380"], ["合计", "380"]], 740))


def sideways() -> bytes:
    return pdf(Sheet(595, 842, rotate=90).lines("一、就业", "新增就业500人，培训不少于30人次。", y=500).turned(90))


PDFS = {
    "by hand": by_hand,
    "set sideways": sideways,
    "LibreOffice": lambda: converted(word(), "docx", "pdf"),
    "Chromium": lambda: printed(page()),
}


def words_in(source, span: Span) -> str:
    found = ""
    for box in span.boxes:
        text = source[box.page - 1].get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index, loose=True)
            if box.left <= (left + right) / 2 <= box.right and box.bottom <= (bottom + top) / 2 <= box.top:
                found += text.get_text_range(index, 1)
    return bare(found)


@pytest.mark.parametrize("name", PDFS)
def test_the_boxes_of_a_figure_hold_its_words_and_no_others(name):
    pdfium = pytest.importorskip("pypdfium2")
    data = PDFS[name]()
    extraction = read(PDF, "a.pdf", data)
    source = pdfium.PdfDocument(data)
    assert extraction.commitments
    for commitment in extraction.commitments:
        assert words_in(source, commitment.span) == bare(commitment.span.text)


@pytest.mark.parametrize("name", sorted({*PDFS} - {"set sideways"}))
def test_ink_is_where_the_boxes_are_drawn(name):
    """Draw the page: in every box there is ink, and more than that of a line that merely touches it."""
    pdfium = pytest.importorskip("pypdfium2")
    data = PDFS[name]()
    extraction = read(PDF, "a.pdf", data)
    scale = 2
    drawn = [leaf.render(scale=scale, grayscale=True) for leaf in pdfium.PdfDocument(data)]
    boxes = [box for commitment in extraction.commitments for box in commitment.span.boxes]
    assert boxes
    for box in boxes:
        picture = drawn[box.page - 1]
        rows, stride = bytes(picture.buffer), picture.stride
        top, bottom = (round(picture.height - height * scale) for height in (box.top, box.bottom))
        lines = [
            rows[y * stride + round(box.left * scale) : y * stride + round(box.right * scale)]
            for y in range(top, bottom)
        ]
        inside = b"".join(lines)
        assert 0.03 * len(inside) < sum(value < 128 for value in inside) < 0.6 * len(inside)


def test_a_figure_over_two_lines_has_two_boxes():
    full = "为办好二〇二四年民生实事切实增进民生福祉提升群众满"
    document = PDF.read(Path("a.pdf"), pdf(Sheet().lines(f"{full}5", "00人，完成。")))
    at = document.text.index("500人")
    first, second = document.span(at, at + 4).boxes
    assert first.bottom > second.top and first.left > second.right


def test_a_cell_of_a_sheet():
    data = annex()
    book = openpyxl.load_workbook(io.BytesIO(data))
    for reader, content in ((XLSX, data), (XLS, converted(data, "xlsx", "xls"))):
        document = reader.read(Path("a"), content)
        places = [document.span(b.start, b.end) for b in document.blocks]
        assert len(places) == 31
        for span in places:
            name, _, cell = (span.cell or "").partition("!")
            assert str(book[name][cell].value) == span.text


def test_a_paragraph_of_a_word_document():
    """Blocks count paragraphs and cells as python-docx meets them, automatic numbers apart."""
    docx = pytest.importorskip("docx")
    document = DOCX.read(Path("a.docx"), word())
    opened = docx.Document(io.BytesIO(word()))
    met = []
    for part in opened.iter_inner_content():
        if isinstance(part, docx.text.paragraph.Paragraph):
            met.append(part.text)
        else:
            met += [cell.text for line in part.rows for cell in line.cells]
    met = [words for words in met if words]
    assert len(BODY) < len(met)
    for index, block in enumerate(document.blocks):
        span = document.span(block.start, block.end)
        if block.kind != "footer":
            assert span.block == index and span.text[block.generated :] == met[index]
