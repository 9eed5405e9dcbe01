import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QImage

from doorbraak import paths
from doorbraak.model.catalogue import load
from doorbraak.model.dossier import casefile
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.workspace.store import Store
from doorbraak.ui.paper import ecomap
from tests.model.insight.records import dossier

pytestmark = pytest.mark.usefixtures("qapp")
CATALOGUE = load()
TODAY = date(2026, 11, 21)
CASES = sorted((paths.resources() / "cases").glob("casus-*.json"))


@pytest.fixture
def published(store: Store, casus: int) -> Dossier:
    return dossiers.read(store, casus)


def svg_words(content: bytes) -> list[str]:
    root = ET.fromstring(content)  # noqa: S314 what we wrote ourselves
    return ["".join(one.itertext()).strip() for one in root.iter("{http://www.w3.org/2000/svg}text")]


def test_that_the_drawing_holds_every_name_as_text(published: Dossier) -> None:
    text = " ".join(svg_words(ecomap.svg(ecomap.sheet_of(published, CATALOGUE))))
    for one in published.problems:
        assert names.problem_name(one, CATALOGUE) in text
    for other in published.agencies:
        assert names.agency_name(other, CATALOGUE) in text
    for said in ("VOORBEELD", "Bevat persoonsgegevens", "48 instanties", "32 problemen"):
        assert said in text


def test_that_the_files_own_properties_hold_no_name(published: Dossier) -> None:
    named = replace(published, household=replace(published.household, name="Familie Zonderling"))
    sheet = ecomap.sheet_of(named, CATALOGUE)
    drawing = ecomap.svg(sheet)
    assert b"<title>Kaart huishouden" in drawing
    assert b"Zonderling" not in drawing
    printed = ecomap.pdf(sheet)
    assert "Zonderling".encode("utf-16-be") not in printed
    assert b"Zonderling" not in printed


@pytest.mark.parametrize(("size", "points"), [("A4", (842, 595)), ("A3", (1191, 842))])
def test_that_the_pdf_is_one_page_across(published: Dossier, size: ecomap.PageSize, points: tuple[int, int]) -> None:
    content = ecomap.pdf(ecomap.sheet_of(published, CATALOGUE), size)
    assert content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", content)) == 1
    width, height = (float(n) for n in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", content)[0])
    assert (round(width), round(height)) == points


def test_that_the_plan_is_told_in_two_numbers_and_seen_in_the_drawing(published: Dossier) -> None:
    now, after = (ecomap.sheet_of(published, CATALOGUE, TODAY, after=after) for after in (False, True))
    assert now.title == "Kaart huishouden 1"
    assert after.title == "Kaart huishouden 1 na de doorbraak"
    left = sum(one.future == "keep" for one in published.agencies)
    assert f"van 48 instanties naar {left}" in after.counts
    assert f"van 24,4 contacten per maand naar {left_contacts(published)}" in after.counts
    assert after.counts in " ".join(svg_words(ecomap.svg(after)))
    assert ecomap.png(now, 600) != ecomap.png(after, 600)


def left_contacts(found: Dossier) -> str:
    return names.contacts(sum(one.contacts_e2 for one in found.agencies if one.future == "keep"))


def test_that_agencies_that_nobody_chose_about_are_told(published: Dossier) -> None:
    agencies = tuple(replace(one, future="", merges_into=None) for one in published.agencies)
    sheet = ecomap.sheet_of(replace(published, agencies=agencies), CATALOGUE, TODAY, after=True)
    assert "over 48 nog niets gekozen" in sheet.counts


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_that_every_published_household_can_be_drawn_now_and_after(store: Store, case: Path) -> None:
    with store.change("Casus invoeren"):
        found = casefile.take_in(store, casefile.read(case.read_bytes(), CATALOGUE))
    for after in (False, True):
        sheet = ecomap.sheet_of(dossiers.read(store, found), CATALOGUE, TODAY, after=after)
        image = QImage.fromData(ecomap.png(sheet, 1000))
        tones = {image.pixelColor(x, y).name() for x in range(0, 1000, 3) for y in range(0, image.height(), 3)}
        assert len(tones) > 50


def test_that_the_picture_is_not_blank(published: Dossier) -> None:
    image = QImage.fromData(ecomap.png(ecomap.sheet_of(published, CATALOGUE), 1400))
    assert image.width() == 1400
    colours = {image.pixelColor(x, y).name() for x in range(0, 1400, 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 50
    assert image.textKeys() == []


def test_that_nothing_touches_the_edge_of_the_picture(published: Dossier) -> None:
    image = QImage.fromData(ecomap.png(ecomap.sheet_of(published, CATALOGUE), 1400))
    white = QColor("#FFFFFF")
    edge = [(x, y) for x in range(1400) for y in (0, image.height() - 1)]
    edge += [(x, y) for x in (0, 1399) for y in range(image.height())]
    assert all(image.pixelColor(x, y) == white for x, y in edge)


def test_that_an_empty_household_says_what_is_missing() -> None:
    assert "Er zijn nog geen problemen en instanties ingevuld." in svg_words(
        ecomap.svg(ecomap.sheet_of(dossier(), CATALOGUE))
    )
