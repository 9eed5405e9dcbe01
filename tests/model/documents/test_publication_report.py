from dataclasses import replace
from datetime import date

import pytest

import doorbraak
from doorbraak.model.documents import publication_report
from doorbraak.model.documents.document import Document, Picture, Subheading, Table, text_of
from doorbraak.model.documents.publication_charts import BAND
from doorbraak.model.documents.publication_report import LEFT_OUT, METHOD, SHORT, SOURCES, report_of
from doorbraak.model.exchange import published_method, published_views, published_year, yearly
from doorbraak.model.exchange.published import Publication, PublishedCell
from doorbraak.model.exchange.published_sentences import EMPTY
from doorbraak.model.exchange.published_view import Chapter, Column, Figure, Row, View
from doorbraak.model.exchange.summary import EXAMPLE
from tests.model.exchange.test_published_views import all_hidden, drawn, every, publication


def made(of: Publication) -> Document:
    return report_of(of, published_views.chapters(of))


def section(of: Document, heading: str) -> str:
    (found,) = (one for one in of.sections if one.heading == heading)
    return text_of(Document("", "", of.on, (), (found,)))


def test_that_it_takes_nothing_but_a_publication() -> None:
    with pytest.raises(TypeError):
        report_of(None, ())  # type: ignore[arg-type]


def test_that_it_begins_with_conclusions_and_ends_with_what_is_left_out_and_how_it_was_counted() -> None:
    of = publication(drawn(1, 0.3))
    report, chapters = made(of), published_views.chapters(of)
    assert [one.heading for one in report.sections] == [
        SHORT, *(one.title for one in chapters), LEFT_OUT, METHOD, SOURCES,
    ]  # fmt: skip
    for chapter in chapters:
        told = [view for view in chapter.views if view.rows]
        assert told[0].conclusion in section(report, SHORT)
    said = section(report, METHOD) + section(report, LEFT_OUT)
    for _, sentences in published_method.method(of):
        assert all(one in said for one in sentences)
    assert doorbraak.__version__ in said


def test_that_every_view_has_its_sentence_its_table_and_its_notes() -> None:
    of = publication(drawn(1, 0.3))
    report = made(of)
    for chapter in published_views.chapters(of):
        said = section(report, chapter.title)
        for view in chapter.views:
            assert view.title in said
            assert view.conclusion in said
            assert all(note in said for note in view.notes)
            assert all(row.label in said for row in view.rows)
        (found,) = (one for one in report.sections if one.heading == chapter.title)
        assert sum(isinstance(one, Table) for one in found.blocks) == sum(bool(view.rows) for view in chapter.views)
        titles = [one.text for one in found.blocks if isinstance(one, Subheading)]
        assert len(titles) == len(set(titles))


def test_that_every_page_says_that_it_is_protected_and_an_example_says_so_too() -> None:
    plain, example = made(publication(drawn(1, 0.3))), made(publication(drawn(1, 0.3), example=True))
    assert plain.marks == ("Statistisch beveiligd",)
    assert EXAMPLE not in text_of(plain)
    assert example.marks == ("VOORBEELD", "Statistisch beveiligd")
    assert EXAMPLE in text_of(example)


def test_that_no_page_bears_the_day_on_which_it_was_made() -> None:
    report = made(publication(drawn(1, 0.3)))
    assert report.foot == "Publicatie 2026Q3"
    assert str(report.on) == "2026-09-30"
    assert made(publication(drawn(1, 0.3))) == report


def test_that_a_row_says_its_band_and_of_how_many_as_far_as_those_are_shown() -> None:
    rows = (Row("Zvw", (Figure("shown", 9000, 8000, 11000, 40),)), Row("Jw", (Figure("shown", 5000),)),
            Row("Wmo", (Figure("shown", 7000, households=25, period="2026Q2"),)), Row("Pw", (Figure("hidden"),)),
            )  # fmt: skip
    view = View("v", "Titel", "Zin.", "Wet", (Column("Direct", "euro"),), rows, (), "bars")
    said = section(report_of(publication(all_hidden()), (Chapter("c", "Geld", (view,)),)), "Geld")
    assert "€\u00a09.000 (€\u00a08.000 tot €\u00a011.000, 40 huishoudens)" in said
    assert "Jw\t€\u00a05.000\n" in said
    assert "Wmo\t€\u00a07.000 (25 huishoudens, stand van 2026Q2)" in said
    assert "Pw\tverborgen" in said
    times = report_of(publication(all_hidden()), (Chapter("c", "Geld", (replace(view, of="keer"),)),))
    assert "40 keer" in section(times, "Geld")


def test_that_the_band_is_explained_once_and_each_picture_says_how_many_rows_it_leaves_out() -> None:
    banded = tuple(Row(f"Wet {at}", (Figure("shown", 9000 + at * 1000, 8000, 30000),)) for at in range(12))
    first = View("eerst", "Eerst", "Zin.", "Wet", (Column("Direct", "euro"),), banded[:3], (), "bars")
    second = replace(first, id="dan", title="Dan", rows=banded)
    plain = View(
        "nul", "Nul", "Zin.", "Wet", (Column("Direct", "euro"),), (Row("A", (Figure("shown", 5),)),), (), "bars"
    )
    chapters = (Chapter("c", "Geld", (plain, first, second)), Chapter("d", "Meer", (replace(second, id="meer"),)))
    report = report_of(publication(all_hidden()), chapters)
    assert text_of(report).count(BAND) == 1
    assert (
        section(report, "Geld").index("Eerst")
        < section(report, "Geld").index(BAND)
        < section(report, "Geld").index("Dan")
    )
    for heading in ("Geld", "Meer"):
        assert section(report, heading).count("De grafiek toont 10 van de 12 regels; de tabel toont ze alle.") == 1


def test_that_a_table_without_a_figure_is_said_to_show_nothing() -> None:
    cells = {**all_hidden(), ("households_team", ""): PublishedCell("", (), "shown", 355)}
    report = made(publication(cells))
    listed = section(report, LEFT_OUT).splitlines()
    assert any(line.startswith("Huishoudens per team\t1\t") for line in listed)
    assert any(line.startswith(f"Uren van professionals die vrijkomen\t{EMPTY}\t") for line in listed)
    assert "1 vakjes met een cijfer" in section(report, SHORT)


def test_that_with_everything_hidden_it_still_says_what_is_left_out_and_why() -> None:
    of = publication(all_hidden())
    report = made(of)
    assert not any(isinstance(block, Picture) for one in report.sections for block in one.blocks)
    assert all(one.title in text_of(report) for one in of.tables)
    assert any(view.conclusion in text_of(report) for view in every(published_views.chapters(of)))
    assert publication_report.file_name("2026Q3") == "doorbraak-2026Q3.pdf"


def test_that_the_sources_of_the_prices_are_listed_with_their_year() -> None:
    said = section(made(publication(all_hidden())), SOURCES)
    assert "Zorginstituut Nederland" in said
    assert "2019 tot en met" in said or "2018 tot en met" in said


def test_that_a_year_of_quarters_says_on_its_first_page_what_of_it_is_of_that_year() -> None:
    cells = drawn(1, 0.9, "2026Q1")
    year = yearly.made(publication(cells, f"2026Q{at}") for at in (1, 2, 3, 4))
    report = made(year)
    assert report.title == "Doorbraak: jaar 2026"
    assert report.on == date(2026, 12, 31)
    assert published_year.in_short(year.quarters) in section(report, SHORT)
    assert published_year.IN_LAST in section(report, SHORT)
    for quarter in year.quarters:
        assert quarter.fingerprint in section(report, METHOD)
    partial = made(yearly.made(publication(cells, f"2026Q{at}") for at in (1, 2)))
    assert partial.title == "Doorbraak: 1e en 2e kwartaal van 2026"
    assert partial.on == date(2026, 6, 30)
