import os
import re
import subprocess
import sys
from datetime import date

import pytest

from doorbraak.model.documents.document import Document, Paragraph, Section, Weight
from doorbraak.ui.paper import constant_pdf, pdf

SCRIPT = """
import hashlib
from tests.ui.paper.test_constant_pdf import document
from doorbraak.ui.paper import pdf
print(hashlib.sha256(pdf.constant(document())).hexdigest())
"""


def document() -> Document:
    weights: tuple[Weight, ...] = ("plain", "strong", "muted") * 3
    words = tuple(Paragraph("Een zin. (D:20261122) /ID [ <12ab> ] " * 40, weight) for weight in weights)
    return Document("Publicatie", "", date(2026, 9, 30), (), (Section("Kop", words),), "Voet")


def made_in(zone: str) -> str:
    """In a process of its own: Qt asks for the zone once, and draws once in which order it lays fonts in a file."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, env={**os.environ, "TZ": zone}
    )
    return done.stdout


def test_that_the_moment_the_time_zone_and_the_process_change_no_byte() -> None:
    assert len({made_in(zone) for zone in ("UTC", "Asia/Tokyo", "UTC", "America/Lima")}) == 1


@pytest.mark.usefixtures("qapp")
def test_that_nothing_tells_when_it_was_made() -> None:
    plain, content = pdf.pdf(document()), pdf.constant(document())
    today = re.compile(rb"20[0-9]{2}-?[01][0-9]-?[0-3][0-9]T?[0-9]{2}")
    assert today.search(plain), "Qt does write the moment"
    assert {one[:10] for one in today.findall(content)} <= {b"2000010100"}


@pytest.mark.usefixtures("qapp")
def test_that_every_part_is_still_found_at_its_place() -> None:
    content = pdf.constant(document())
    starts = [int(one) for one in re.findall(rb"startxref\n(\d+)", content)]
    assert len(starts) == 2, "what Qt wrote, and the headings behind it"
    for start in starts:
        assert content[start:].startswith(b"xref")
    places = re.findall(rb"(\d{10}) \d{5} n", content)
    assert len(places) > 10
    for place in places:
        assert re.match(rb"\d+ 0 obj", content[int(place) :])


@pytest.mark.usefixtures("qapp")
def test_that_a_pdf_that_is_put_together_in_another_way_is_refused() -> None:
    content = pdf.constant(document())
    for wrong in (b"", content.replace(b"/ModDate", b"/Other"), content.replace(b"startxref", b"startxxxx")):
        with pytest.raises(ValueError, match="not a PDF"):
            constant_pdf.constant(wrong)
