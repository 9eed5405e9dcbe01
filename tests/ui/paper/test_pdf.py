import re
from datetime import date

import pytest

from doorbraak.model.documents.document import Document, Paragraph, Section
from doorbraak.ui.paper import page, pdf

pytestmark = pytest.mark.usefixtures("qapp")


def document(words: str) -> Document:
    sections = (Section("Kop", (Paragraph(words),)),)
    return Document("Plan huishouden 12", "Familie Zonderling", date(2026, 3, 1), (), sections)


@pytest.mark.parametrize("words", ["kort", "Een zin. " * 1500])
def test_that_the_file_has_as_many_pages_as_were_laid_out(words: str) -> None:
    content = pdf.pdf(document(words))
    assert content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", content)) == len(page.pages_of(document(words)))


def test_that_pages_are_a4_and_upright() -> None:
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", pdf.pdf(document("kort")))
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {(595, 842)}


def test_that_the_files_own_properties_hold_the_title_and_no_name() -> None:
    content = pdf.pdf(document("kort"))
    assert "Plan huishouden 12".encode("utf-16-be") in content or b"Plan huishouden 12" in content
    for form in ("utf-16-be", "utf-8"):
        assert "Zonderling".encode(form) not in content


def test_that_letters_are_in_the_file() -> None:
    """Without a font Qt writes empty pages and says nothing."""
    assert b"/FontFile" in pdf.pdf(document("kort"))
