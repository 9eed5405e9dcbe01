"""The headings of a PDF beside its pages: each on the page where it stands, whatever else says the same."""

import re
from datetime import date

import pytest

from doorbraak.model.documents.document import Document, Paragraph, Section, Subheading
from doorbraak.ui.paper import leaves, pdf, pdf_outline

pytestmark = pytest.mark.usefixtures("qapp")
LONG = tuple(Paragraph("Een lange zin om een bladzijde mee te vullen. " * 30) for _ in range(6))
HEADINGS = ("In het kort", "Geld", "“Hulp” én (meer)")


def document() -> Document:
    """The first section names the second one too, as a report does."""
    first = Section(HEADINGS[0], (Subheading(HEADINGS[1]), Paragraph(HEADINGS[1]), *LONG))
    return Document("Publicatie", "", date(2026, 9, 30), (), (first, *(Section(one, LONG) for one in HEADINGS[1:])))


def objects(content: bytes) -> dict[int, bytes]:
    """The last of each number: what is behind comes in the place of what was before."""
    return {int(number): words for number, words in re.findall(rb"(\d+) 0 obj\n(.*?)endobj", content, re.DOTALL)}


def number(words: bytes, name: bytes) -> int:
    found = re.search(rb"/%b \[?(\d+) 0 R" % name, words)
    assert found is not None, name
    return int(found[1])


def outline(content: bytes) -> list[tuple[str, int]]:
    """As a reader finds it: from the trailer to the catalogue, to the first heading, and on to the next."""
    known = objects(content)
    catalog = known[number(content[content.rindex(b"trailer") :], b"Root")]
    kids = re.search(rb"/Kids\s*\[([^\]]*)\]", known[number(catalog, b"Pages")])
    assert kids is not None
    pages = [int(one) for one in re.findall(rb"(\d+) 0 R", kids[1])]
    at = number(known[number(catalog, b"Outlines")], b"First")
    found = []
    while True:
        title = re.search(rb"/Title <FEFF([0-9A-F]+)>", known[at])
        assert title is not None
        found.append((bytes.fromhex(title[1].decode()).decode("utf-16-be"), pages.index(number(known[at], b"Dest"))))
        if b"/Next" not in known[at]:
            return found
        at = number(known[at], b"Next")


def test_that_each_heading_leads_to_the_page_where_its_section_begins() -> None:
    pages = leaves.leaves_of(document())
    found = outline(pdf.constant(document()))
    assert [title for title, _ in found] == list(HEADINGS)
    assert [at for _, at in found] == sorted({at for _, at in found}), "each on a page of its own"
    for title, at in found:
        assert title in pages[at].headings
        assert title in pages[at].text


def test_that_a_paper_about_a_household_has_no_list_of_headings() -> None:
    assert b"/Outlines" not in pdf.pdf(document())


def test_that_another_pdf_or_a_page_that_is_not_there_is_refused() -> None:
    content = pdf.pdf(document())
    wrong: tuple[tuple[bytes, list[tuple[str, int]]], ...] = (
        (b"", [("Kop", 0)]), (content.replace(b"/Kids", b"/Other"), [("Kop", 0)]), (content, []),
        (content, [("Kop", 99)]),
    )  # fmt: skip
    for given, headings in wrong:
        with pytest.raises(ValueError, match=r"PDF as Qt|without its page"):
            pdf_outline.outlined(given, headings)
