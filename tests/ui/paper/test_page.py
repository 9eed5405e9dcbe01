import pytest
from PySide6.QtWidgets import QApplication

from doorbraak.model.documents.document import (
    Block,
    Bullets,
    Column,
    Document,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Quote,
    Section,
    Subheading,
    Table,
)
from doorbraak.ui.paper import page
from doorbraak.ui.paper.page import Words, pages_of
from tests.ui.paper.made_pages import lines, made, page_with, words

pytestmark = pytest.mark.usefixtures("qapp")
COLUMNS = (Column("Wat", 3), Column("Euro", 1, number=True))


def document(*blocks: Block) -> Document:
    return made(Section("Kop", blocks), title="Plan huishouden 12", marks=("VOORBEELD",))


def extent(item: Words) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of what is really written."""
    boxes = [item.layout.lineAt(at).naturalTextRect() for at in range(item.layout.lineCount())]
    return (
        item.x + min(box.left() for box in boxes),
        item.y + min(box.top() for box in boxes),
        item.x + max(box.right() for box in boxes),
        item.y + max(box.bottom() for box in boxes),
    )


LONG = Table(COLUMNS, tuple((f"rij {at} " + "woord " * (at % 40), str(at)) for at in range(120)), ("Samen", "7140"))
EVERYTHING = document(
    Paragraph("Een zin. " * 300),
    Quote("Onze woorden. " * 40),
    Bullets(("stap " * 30, "x" * 400)),
    Subheading("Onderkop"),
    KeyFigures((KeyFigure("€ 264.000", "huidig"), KeyFigure("48", "instanties"))),
    LONG,
)


def test_that_every_page_has_title_marks_date_and_number() -> None:
    pages = pages_of(EVERYTHING)
    assert len(pages) > 3
    for number, one in enumerate(pages, start=1):
        for said in ("Plan huishouden 12", "VOORBEELD", "1 maart 2026", f"{number} van {len(pages)}"):
            assert said in lines(one)


def test_that_a_table_repeats_its_head_and_keeps_every_row_once() -> None:
    pages = pages_of(document(LONG))
    assert len(pages) > 2
    for one in pages:
        assert "Euro" in lines(one)
    rows = [item.text for one in pages for item in words(one) if item.text.startswith("rij ")]
    assert [int(row.split()[1]) for row in rows] == list(range(120))


def test_that_a_row_is_on_one_page() -> None:
    for one in pages_of(document(LONG)):
        left = [int(line.split()[1]) for line in lines(one) if line.startswith("rij ")]
        right = [int(line) for line in lines(one) if line.isdigit() and line != "7140"]
        assert left == right


def test_that_nothing_runs_off_the_page_or_into_its_foot() -> None:
    for one in pages_of(EVERYTHING):
        for item in words(one):
            left, top, right, bottom = extent(item)
            assert left >= page.LEFT - 1
            assert right <= page.WIDTH - page.LEFT + page.POINT
            assert top >= 0
            assert bottom <= page.HEIGHT


def test_that_words_in_the_body_never_overlap() -> None:
    for one in pages_of(EVERYTHING):
        boxes = [extent(item) for item in words(one) if item.text.strip()]
        for at, (left, top, right, bottom) in enumerate(boxes):
            for other in boxes[at + 1 :]:
                across = left < other[2] - 5 and other[0] < right - 5
                down = top < other[3] - 25 and other[1] < bottom - 25  # the room between lines may touch
                assert not (across and down)


def test_that_numbers_stand_to_the_right() -> None:
    table = Table(COLUMNS, (("een", "1"), ("twee", "22.222")))
    one = pages_of(document(table))[0]
    ends = []
    for item in words(one):
        if item.text in {"1", "22.222"}:
            line = item.layout.lineAt(0)
            ends.append(round(item.x + line.position().x() + line.naturalTextRect().right()))
    assert len(ends) == 2
    assert abs(ends[0] - ends[1]) <= 10


def test_that_a_cell_longer_than_a_page_loses_no_word() -> None:
    text = " ".join(f"woord{at}" for at in range(1100))
    pages = pages_of(document(Table(COLUMNS, ((text, "1"),))))
    found = [word for one in pages for item in words(one) for word in item.text.split() if word.startswith("woord")]
    assert " ".join(found) == text


def test_that_a_heading_is_not_alone_at_the_foot() -> None:
    for count in range(20, 60):
        filler = Bullets(tuple("regel" for _ in range(count)))
        pages = pages_of(document(filler, Subheading("Onderkop"), Table(COLUMNS, (("eerste", "1"),))))
        assert "eerste" in lines(page_with(pages, "Onderkop"))


FIRST = (
    Paragraph("eerste woord " * 60),
    Quote("eerste woord " * 60),
    Bullets(("eerste woord " * 60,)),
    KeyFigures((KeyFigure("eerste", "woord"),)),
    Table(COLUMNS, (("eerste " * 40, "1"),), ("Samen", "1")),
)


@pytest.mark.parametrize("block", FIRST, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("under", [False, True])
def test_that_a_heading_stands_on_the_page_of_what_follows(block: Block, under: bool) -> None:
    """However high that is; with a subheading between, all three."""
    for count in range(25, 55):
        between = (Subheading("Onderkop"),) if under else ()
        sections = (
            Section("Voor", (Bullets(tuple("regel" for _ in range(count))),)),
            Section("Kop", (*between, block)),
        )
        place = page_with(pages_of(made(*sections)), "Kop")
        assert "eerste" in place.text()
        if under:
            assert "Onderkop" in lines(place)


@pytest.mark.parametrize("letter", ["x", "W", "😀"])
def test_that_one_long_word_in_a_narrow_column_stays_on_the_page(letter: str) -> None:
    narrow = (Column("Wat", 1), Column("Waarom", 12), Column("Euro", 1, number=True))
    pages = pages_of(document(Table(narrow, ((letter * 900, "omdat", "9" * 400),))))
    found = ""
    for one in pages:
        for item in words(one):
            left, _, right, bottom = extent(item)
            assert left >= page.LEFT - 1
            assert right <= page.WIDTH - page.LEFT + page.POINT
            assert bottom <= (page.FOOT if letter in item.text else page.HEIGHT)
            found += item.text if set(item.text) == {letter} else ""
    assert found == letter * 900


@pytest.mark.parametrize("subtitle", ["woord " * 60, "x" * 300, "Kort"])
def test_that_a_subtitle_takes_two_lines_at_most(subtitle: str) -> None:
    shown = words(pages_of(made(Section("Kop", (Paragraph("Tekst"),)), subtitle=subtitle))[0])[1]
    assert shown.layout.lineCount() <= 2
    assert shown.text.endswith("…") == (len(subtitle) > 200)
    assert shown.text == subtitle or subtitle.startswith(shown.text[:-1])


def test_that_a_total_is_not_alone_on_a_page() -> None:
    for count in range(20, 50):
        table = Table(COLUMNS, tuple(("rij", "1") for _ in range(count)), ("Samen", "9"))
        assert "rij" in lines(page_with(pages_of(document(table)), "Samen"))


def test_that_the_page_can_be_painted(qapp: QApplication) -> None:
    from PySide6.QtGui import QImage, QPainter

    image = QImage(595, 842, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(1 / page.POINT, 1 / page.POINT)
    pages_of(EVERYTHING)[0].paint(painter)
    painter.end()
    dark = sum(image.pixelColor(x, y).lightness() < 128 for x in range(0, 595, 2) for y in range(0, 842, 2))
    assert dark > 500
