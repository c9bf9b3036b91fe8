"""PDF files whose pages are pictures, as a scanner makes them."""

import pytest

DPI = 150


def scanned(data: bytes, *pages: int) -> bytes:
    """Return a PDF with pictures in place of these pages (from 1; all, if none is named)."""
    pdfium = pytest.importorskip("pypdfium2")
    source, made = pdfium.PdfDocument(data), pdfium.PdfDocument.new()
    for number in range(1, len(source) + 1):
        if pages and number not in pages:
            made.import_pages(source, [number - 1])
            continue
        leaf = source[number - 1]
        width, height = leaf.get_size()
        picture = pdfium.PdfImage.new(made)
        picture.set_bitmap(leaf.render(scale=DPI / 72))
        picture.set_matrix(pdfium.PdfMatrix().scale(width, height))
        page = made.new_page(width, height)
        page.insert_obj(picture)
        page.gen_content()
    return saved(made)


def saved(document) -> bytes:
    import io

    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
