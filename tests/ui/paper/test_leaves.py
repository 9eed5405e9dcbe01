"""A paper is the same on the screen, on a printer and in a file."""

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from doorbraak.model.catalogue import load
from doorbraak.model.documents.document import Document, Paragraph, Section
from doorbraak.model.documents.fridge_card import fridge_card_of
from doorbraak.model.documents.printable import Made
from doorbraak.ui.paper import leaves, page, pdf, preview
from tests.model.insight.records import dossier

pytestmark = pytest.mark.usefixtures("qapp")
ON = date(2026, 11, 22)
LONG = Document("Stuk", "", ON, ("Vertrouwelijk",), (Section("Kop", (Paragraph("Een zin. " * 1500),)),))
CARD = fridge_card_of(dossier(), load(), ON)


@pytest.mark.parametrize("made", [LONG, CARD])
def test_that_file_and_printer_have_the_pages_of_the_screen(made: Made, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gedrukt.pdf"))
    preview.paint(printer, made)
    for content in (pdf.pdf(made), (tmp_path / "gedrukt.pdf").read_bytes()):
        assert len(re.findall(rb"/Type /Page\b", content)) == len(leaves.leaves_of(made))
        assert b"/FontFile" in content


def test_that_every_page_of_a_document_has_its_number_its_marks_and_its_day() -> None:
    pages = leaves.leaves_of(LONG)
    assert len(pages) > 1
    for number, one in enumerate(pages, 1):
        for words in (f"{number} van {len(pages)}", "Vertrouwelijk", "22 november 2026"):
            assert words in one.text


@pytest.mark.parametrize("made", [LONG, CARD])
def test_that_a_picture_is_a_white_sheet_of_the_asked_width_with_ink_inside_its_edge(made: Made) -> None:
    picture = leaves.image(leaves.leaves_of(made)[0], 595)
    assert (picture.width(), picture.height()) == (595, 842)
    inked = [(x, y) for x in range(595) for y in range(842) if picture.pixel(x, y) != 0xFFFFFFFF]
    assert len(inked) > 1000
    assert min(x for x, _ in inked) > 20
    assert max(x for x, _ in inked) < 575
    assert min(y for _, y in inked) > 20
    assert max(y for _, y in inked) < 822


def test_that_a_larger_picture_shows_the_same_sheet() -> None:
    small, large = (leaves.image(leaves.leaves_of(CARD)[0], width) for width in (200, 800))
    again = large.scaled(200, small.height())
    differ = [
        (x, y)
        for x in range(0, 200, 5)
        for y in range(0, small.height(), 5)
        if abs(small.pixelColor(x, y).lightness() - again.pixelColor(x, y).lightness()) > 200
    ]
    assert len(differ) < 40
    assert pytest.approx(page.HEIGHT / page.WIDTH) == leaves.RATIO
