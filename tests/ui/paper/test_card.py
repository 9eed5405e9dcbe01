"""The fridge card on paper: one page, large letters, nothing outside it."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from doorbraak import paths
from doorbraak.model.catalogue import load
from doorbraak.model.documents.fridge_card import HEADINGS, FridgeCard, fridge_card_of
from doorbraak.model.dossier import casefile
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.goals import Goal
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.workspace.store import Store
from doorbraak.ui.paper import card, page, pdf
from doorbraak.ui.paper.card import CardSheet, Picture, sheet_of
from doorbraak.ui.paper.written import INK, POINT, Rule, Words
from tests.model.dossier.drawn_cases import cases
from tests.model.dossier.test_casefile_round_trip import CALM
from tests.model.insight.records import agency, dossier, household, made, task
from tests.ui.paper.test_page import extent

pytestmark = pytest.mark.usefixtures("qapp")
CATALOGUE = load()
TODAY = date(2026, 11, 22)
OWN = Profile("Noor", "wijkteam", "06 1234 5678", "T-4")
CASES = sorted(path.name for path in (paths.resources() / "cases").glob("*.json"))
EDGE = 20 * POINT
WIDE = "W" * 10_000
HIGH = "漢" * 10_000


def made_card(found: Dossier, profile: Profile = OWN) -> FridgeCard:
    return fridge_card_of(found, CATALOGUE, TODAY, profile)


def full(words: str, tasks: int = 40) -> Dossier:
    """More of everything than fits, each text as long as `words`."""
    return dossier(
        of=household(lead=words, example=True),
        goals=tuple(made(Goal, id=at, words=words, first=True) for at in (1, 2, 3)),
        tasks=tuple(
            task(at, words=words, lead=words if at % 2 else "", due=TODAY, kind="payment" if at % 3 else "task")
            for at in range(1, tasks + 1)
        ),
        agencies=tuple(agency(at, words=words, future="pause", ends_when=words) for at in range(1, 10)),
    )


def boxes(sheet: CardSheet) -> list[QRectF]:
    found = []
    for item in sheet.items:
        match item:
            case Words():
                left, top, right, bottom = extent(item)
                found.append(QRectF(left, top, right - left, bottom - top))
            case Rule(x, y, width, height):
                found.append(QRectF(x, y, width, height))
            case Picture(_, place):
                found.append(place)
    return found


def assert_one_page(sheet: CardSheet) -> None:
    """Nothing outside the page, nothing over another, letters as large as they have to be."""
    assert sheet.height == page.HEIGHT
    assert 16 <= sheet.points <= 24
    for box in boxes(sheet):
        assert box.left() >= EDGE
        assert box.top() >= EDGE
        assert box.right() <= page.WIDTH - EDGE
        assert box.bottom() <= page.HEIGHT - EDGE
    written = [item for item in sheet.items if isinstance(item, Words) and item.x > 90 * POINT]
    for above, below in pairwise(written):
        assert extent(above)[3] <= extent(below)[1] + 0.2 * sheet.points * POINT
    for item in sheet.items:
        if isinstance(item, Words):
            assert item.layout.font().pixelSize() >= 16 * POINT


def pages(content: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", content))


def lines_of(shown: FridgeCard) -> int:
    return sum(len(part.lines) for part in shown.parts)


def bare(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("case", CASES)
def test_that_every_example_is_one_page_with_its_card_and_counts_what_gave_way(store: Store, case: str) -> None:
    content = (paths.resources() / "cases" / case).read_bytes()
    with store.change("Casus invoeren"):
        id_ = casefile.take_in(store, casefile.read(content, CATALOGUE))
    shown = made_card(dossiers.read(store, id_))
    sheet = sheet_of(shown)
    assert_one_page(sheet)
    assert lines_of(shown) - lines_of(sheet.card) <= 2
    assert [len(part.lines) + part.left for part in sheet.card.parts] == [
        len(one.lines) + one.left for one in shown.parts
    ]
    assert not any(part.shortened for part in sheet.card.parts)
    assert sorted(bare(sheet.text()).split("\n")) == sorted(sheet.card.text.split("\n"))
    assert pages(pdf.pdf(shown)) == 1


@pytest.mark.parametrize(
    "found", [full(WIDE), full(HIGH), full("woord " * 1500), full("Post openen"), full(WIDE, tasks=2)],
    ids=["wide", "high", "words", "forty", "two"],
)  # fmt: skip
def test_that_the_fullest_household_is_one_page_too_and_counts_the_rest(found: Dossier) -> None:
    shown = made_card(found, Profile(found.goals[0].words, found.goals[0].words, found.goals[0].words))
    sheet = sheet_of(shown)
    assert_one_page(sheet)
    assert pages(pdf.pdf(shown)) == 1
    for whole, fitted in zip(shown.parts, sheet.card.parts, strict=True):
        assert len(whole.lines) + whole.left == len(fitted.lines) + fitted.left
        assert all(said in sheet.text() for said in sheet.card.closing(fitted))
    assert "En nog " in sheet.text()


def test_that_an_empty_household_gets_lines_to_write_on_in_large_letters() -> None:
    sheet = sheet_of(made_card(dossier(), Profile()))
    assert_one_page(sheet)
    assert sheet.points >= 18
    lines = [item for item in sheet.items if isinstance(item, Rule) and item.colour == INK]
    assert len(lines) == 11
    steps = sorted(item.y for item in lines)
    assert min(below - above for above, below in pairwise(steps)) >= 24 * POINT


def test_that_an_ordinary_card_has_letters_of_eighteen_points_or_more() -> None:
    found = dossier(
        goals=(made(Goal, words="Rust in huis, en een dag zonder brieven.", first=True),),
        tasks=(
            task(1, words="Post in de bak leggen", due=TODAY),
            task(2, words="Bellen met de bank", lead="Noor", due=date(2026, 11, 27)),
            task(3, words="Gesprek op school", kind="appointment", due=date(2026, 12, 1)),
        ),
        agencies=(agency(1, "uwv", future="pause", ends_when="Een half jaar stil."),),
    )
    assert sheet_of(made_card(found)).points >= 18


def test_that_letters_that_no_page_was_made_for_are_drawn_smaller_and_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """A font may be wider than any that we measured."""
    monkeypatch.setattr(card, "SIZES", (60.0,))
    shown = made_card(full(WIDE))
    sheet = sheet_of(shown)
    assert sheet.height > page.HEIGHT
    assert max(box.bottom() for box in boxes(sheet)) <= sheet.height - EDGE
    assert pages(pdf.pdf(shown)) == 1
    image = QImage(300, 424, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    card.draw_card(painter, QRectF(0, 0, 300, 424), shown)
    painter.end()
    assert {image.pixel(x, 423) for x in range(300)} == {0xFFFFFFFF}


def test_that_each_part_has_its_own_sign_in_black() -> None:
    pictures = [item for item in sheet_of(made_card(dossier(), Profile())).items if isinstance(item, Picture)]
    assert [one.sign for one in pictures] == list(HEADINGS)
    seen = set()
    for sign in HEADINGS:
        path = paths.resources() / "icons" / f"card-{sign}.svg"
        assert set(re.findall(r"#\w+", path.read_text(encoding="utf-8"))) == {"#000000"}
        assert f"icons/{path.name}" in (paths.resources() / "README.md").read_text(encoding="utf-8")
        image = QImage(64, 64, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        QSvgRenderer(str(path)).render(painter)
        painter.end()
        edge = {image.pixel(x, y) for at in range(64) for x, y in ((at, 0), (at, 63), (0, at), (63, at))}
        assert edge == {0xFFFFFFFF}
        dark = sum(image.pixelColor(x, y).lightness() < 128 for x in range(64) for y in range(64))
        assert 150 < dark < 1500
        seen.add(bytes(image.constBits()))
    assert len(seen) == len(HEADINGS)


def test_that_the_files_own_properties_hold_a_number_and_no_name() -> None:
    found = dossier(of=household(name="Familie Zonderling", lead="Zonderling"))
    content = pdf.pdf(made_card(found, Profile("Zonderling", "", "")))
    assert "Koelkastkaart huishouden 12".encode("utf-16-be") in content or b"Koelkastkaart huishouden 12" in content
    for form_ in ("utf-16-be", "utf-8"):
        assert "Zonderling".encode(form_) not in content
    assert b"/FontFile" in content
    width, height = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", content)[0]
    assert (round(float(width)), round(float(height))) == (595, 842)


def test_that_it_is_drawn_whole_in_any_rectangle() -> None:
    image = QImage(500, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    place = QRectF(100, 50, 300, 300)
    card.draw_card(painter, place, made_card(full("Post openen")))
    painter.end()
    inked = [(x, y) for x in range(500) for y in range(400) if image.pixel(x, y) != 0xFFFFFFFF]
    assert len(inked) > 1000
    assert all(place.contains(x, y) for x, y in inked)


@settings(CALM, max_examples=25)
@given(case=cases())
def test_that_any_household_fits_on_one_page(store: Store, case: form.CaseFile) -> None:
    with store.change("Casus"):
        of = casefile.take_in(store, case)
    found = dossiers.read(store, of)
    if not found.household.no_paper:
        assert_one_page(sheet_of(made_card(found)))
