"""What belongs together stays on one page, whatever a document holds."""

import re
from collections import Counter
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doorbraak.model.documents.document import (
    Block,
    Bullets,
    Column,
    Document,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Picture,
    Quote,
    Section,
    Subheading,
    Table,
)
from doorbraak.ui.paper.page import FOOT, HEIGHT, LEFT, TOP, Page, pages_of
from doorbraak.ui.paper.page_breaks import Flow, Piece, Tie
from doorbraak.ui.paper.written import Drawing, write
from tests.ui.paper.made_pages import made, words
from tests.ui.paper.test_chart import bar, shown

pytestmark = pytest.mark.usefixtures("qapp")

CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
COLUMNS = (Column("Kolom", 3), Column("Kolom ernaast", 1))
UNFILLED = (Column("Leeg", 3), Column("Leeg ernaast", 1))
TITLES = {"Kolom", "Kolom ernaast"}
ONE_ROW = Table(COLUMNS, (("rij", "1"),))


def body(one: Page) -> list[str]:
    """What stands between head and foot, from the top down."""
    return [item.text for item in words(one) if TOP <= item.y < FOOT]


def said(pages: tuple[Page, ...]) -> list[list[str]]:
    """Without the title above the document."""
    first, *rest = (body(one) for one in pages)
    return [first[1:], *rest]


def after(lines: int, *blocks: Block, heading: str = "Kop") -> list[list[str]]:
    """The pages of a section below so many lines that stand each for themselves."""
    return said(
        pages_of(made(Section("Kop", tuple(Paragraph("regel") for _ in range(lines))), Section(heading, blocks)))
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Every piece of text has a number of its own, in reading order."""
    numbers = count()

    def text(start: str = "", most: int = 60) -> str:
        return f"{start}#{next(numbers)}# " + "woord " * draw(st.integers(0, most))

    def table() -> Table:
        id_ = next(numbers)
        rows = tuple(
            (text(f"rij van {id_} ", 30), text("", 4)) for _ in range(draw(st.integers(0, 9) | st.integers(30, 70)))
        )
        total = (text("samen "), text("", 4)) if draw(st.booleans()) else ()
        return Table(COLUMNS if rows or total else UNFILLED, rows, total)

    def block() -> Block:
        match draw(st.sampled_from(["paragraph", "lines", "muted", "quote", "bullets", "sub", "figures", "table"])):
            case "paragraph":
                return Paragraph(text(most=300))
            case "lines":
                return Paragraph("\n".join(text(most=10) for _ in range(draw(st.integers(1, 8)))))
            case "muted":
                return Paragraph(text(), "muted")
            case "quote":
                return Quote(text())
            case "bullets":
                return Bullets(tuple(text() for _ in range(draw(st.integers(0, 9)))))
            case "sub":
                return Subheading(text("Onderkop ", 20))
            case "figures":
                return KeyFigures(tuple(KeyFigure(text(most=1), text(most=3)) for _ in range(draw(st.integers(0, 4)))))
            case _:
                return table()

    def section() -> Section:
        heading = text("Kop ", 6)
        return Section(heading, tuple(block() for _ in range(draw(st.integers(0, 8)))))

    return made(*(section() for _ in range(draw(st.integers(1, 6)))))


def numbers_in(block: Block | Section) -> list[str]:
    return re.findall(r"#(\d+)#", repr(block))


@CALM
@given(document=documents())
def test_that_every_text_is_drawn_once_and_in_order(document: Document) -> None:
    drawn = [number for one in said(pages_of(document)) for text in one for number in re.findall(r"#(\d+)#", text)]
    assert drawn == [number for section in document.sections for number in numbers_in(section)]


@CALM
@given(document=documents())
def test_that_no_heading_is_last_on_a_page(document: Document) -> None:
    *pages, _ = said(pages_of(document))
    for one in pages:
        assert not one[-1].startswith(("Kop ", "Onderkop "))
        assert one[-1] not in TITLES


@CALM
@given(document=documents())
def test_that_no_table_leaves_one_row_of_several_on_a_page(document: Document) -> None:
    pages = said(pages_of(document))
    rows = [Counter(re.findall(r"rij van (\d+) ", "\n".join(one))) for one in pages]
    for table, of_all in sum(rows, Counter[str]()).items():
        assert of_all == 1 or 1 not in [one[table] for one in rows if table in one]


@CALM
@given(document=documents())
def test_that_no_page_is_empty_and_nothing_is_written_in_its_foot(document: Document) -> None:
    for one in pages_of(document):
        assert any(text.strip() for text in body(one))
        for item in words(one):
            if "#" in item.text:
                assert item.y + item.layout.boundingRect().height() <= FOOT + 20


def test_that_a_heading_and_its_sentence_stand_above_their_table() -> None:
    for lines in range(25, 50):
        for table in (ONE_ROW, Table(COLUMNS, tuple((f"rij {at}", "1") for at in range(60)))):
            pages = after(lines, Paragraph("inleiding"), table, heading="Knopen")
            place = next(one for one in pages if "Knopen" in one)
            assert "inleiding" in place
            assert sum(text.startswith("rij") for text in place) >= min(2, len(table.rows))


def test_that_a_few_short_paragraphs_stand_above_their_figures() -> None:
    for lines in range(25, 50):
        figures = KeyFigures((KeyFigure("12", "maanden"),))
        pages = after(lines, Paragraph("een"), Paragraph("twee"), figures, Paragraph("einde " * 900), heading="Som")
        assert {"Som", "een", "twee", "12"} <= set(next(one for one in pages if "Som" in one))


def test_that_a_low_table_is_on_one_page_and_a_high_one_goes_on() -> None:
    parted = set()
    for lines in range(20, 50):
        for rows in (3, 8, 20):
            pages = after(lines, Table(COLUMNS, tuple(("rij", "1") for _ in range(rows))))
            parted |= {rows} if sum("rij" in one for one in pages) > 1 else set()
    assert parted == {20}


def test_that_three_high_rows_stay_together() -> None:
    for lines in range(20, 50):
        pages = after(lines, Table(COLUMNS, tuple(("rij " + "woord " * 90, "1") for _ in range(3))))
        assert sum("Kolom" in one for one in pages) == 1


def test_that_a_short_list_stays_whole_with_what_introduces_it() -> None:
    days = tuple(f"{at} december 2026: een dag" for at in range(1, 7))
    for lines in range(20, 50):
        pages = after(lines, Paragraph("rest " * 700), Paragraph("Deze dagen komen eraan:"), Bullets(days))
        place = next(one for one in pages if "Deze dagen komen eraan:" in one)
        assert set(days) <= set(place)


def test_that_of_a_long_list_no_item_is_alone() -> None:
    for items in range(20, 60):
        pages = said(pages_of(made(Section("Kop", (Bullets(tuple(f"stap {at}" for at in range(items))),)))))
        assert all(sum(text.startswith("stap") for text in one) > 1 for one in pages)


def test_that_a_closing_stays_together() -> None:
    closing = (Paragraph("Bel ons gerust."), Paragraph("Met vriendelijke groet,"), Paragraph("Noor"))
    for lines in range(20, 50):
        pages = after(lines, *closing, heading="Heeft u vragen?")
        place = next(one for one in pages if "Heeft u vragen?" in one)
        assert {"Bel ons gerust.", "Met vriendelijke groet,", "Noor"} <= set(place)


def test_that_the_link_of_an_article_stands_below_it() -> None:
    for lines in range(15, 50):
        article = (Subheading("Artikel 1"), Paragraph("Waarom " * 250), Paragraph("Tekst van 1 juli", "muted"))
        pages = after(lines, *article, *article)
        for one in pages:
            assert one[0] != "Tekst van 1 juli"


def test_that_a_note_stands_below_its_table() -> None:
    for rows in range(20, 50):
        table = Table(COLUMNS, tuple(("rij", "1") for _ in range(rows)), ("samen", "9"))
        pages = said(pages_of(made(Section("Kop", (table, Paragraph("Zo leest u dit.", "muted"))))))
        assert "rij" in pages[-1]
        assert pages[-1][-1] == "Zo leest u dit."


@pytest.mark.parametrize("lines", [14, 20, 26, 57])
def test_that_a_table_stands_below_the_picture_of_it(lines: int) -> None:
    """Of a table that goes on, its beginning."""
    picture = Picture(shown(bar("Gemeente", 400)))
    for rows in (9, 60):
        table = Table(COLUMNS, tuple(("rij", "1") for _ in range(rows)))
        seen = (Subheading("Wat"), picture, table)
        above = Section("Kop", tuple(Paragraph("regel") for _ in range(lines)))
        for one in pages_of(made(above, Section("Geld", seen))):
            if any(isinstance(item, Drawing) for item in one.items):
                assert {"Wat", "rij"} <= set(body(one))


def piece(text: str, height: float, tie: Tie = Tie.FREE) -> Piece:
    return Piece((write(text, 1000).at(LEFT, 0),), height, tie=tie)


def test_that_what_is_tied_and_higher_than_a_page_parts_where_it_is_tied_least() -> None:
    third = (FOOT - TOP) / 3
    flow = Flow()
    ties = {"a": Tie.FREE, "b": Tie.ROWS, "c": Tie.WHOLE, "d": Tie.HEADING}
    flow.fill([piece(text, third, tie) for text, tie in ties.items()])
    assert [one.text().split() for one in flow.pages] == [["a", "b"], ["c", "d"]]


def test_that_what_is_higher_than_a_page_and_tied_throughout_is_still_drawn() -> None:
    flow = Flow()
    flow.fill([piece(str(at), 2 * HEIGHT if at == 3 else 200, Tie.HEADING) for at in range(120)])
    assert " ".join(one.text() for one in flow.pages).split() == [str(at) for at in range(120)]
    assert all(one.items for one in flow.pages)


def test_that_room_to_sign_in_makes_no_page() -> None:
    flow = Flow()
    flow.fill([piece("groet", FOOT - TOP - 1), piece(" ", 200), piece(" ", 200)])
    assert len(flow.pages) == 1
