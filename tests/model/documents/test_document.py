from dataclasses import replace
from datetime import date

import pytest

from doorbraak.model.documents.document import (
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
    marks_of,
    text_of,
)
from tests.model.insight.records import household

COLUMNS = (Column("Wie", 1), Column("Hoeveel", 1, number=True))


def test_that_a_row_of_a_table_has_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="cells"):
        Table(COLUMNS, (("een",),))
    with pytest.raises(ValueError, match="cells"):
        Table(COLUMNS, (), ("een", "twee", "drie"))


def test_that_an_example_says_so_and_every_document_says_that_it_is_personal() -> None:
    assert marks_of(household()) == ("Bevat persoonsgegevens", "Vertrouwelijk")
    assert marks_of(replace(household(), example=True))[0] == "VOORBEELD"


def test_that_the_text_of_a_document_holds_all_its_words_in_order() -> None:
    blocks = (
        Paragraph("a"),
        Quote("b"),
        Bullets(("c", "d")),
        Subheading("e"),
        KeyFigures((KeyFigure("5", "f"),)),
        Table(COLUMNS, (("g", "1"),), ("samen", "1")),
    )
    document = Document("Titel", "Onder", date(2026, 1, 1), ("Merk",), (Section("Kop", blocks),))
    words = ["Titel", "Onder", "Merk", "Kop", "a", "b", "c", "d", "e", "5 f", "Wie\tHoeveel", "g\t1", "samen\t1"]
    assert text_of(document).split("\n") == words
