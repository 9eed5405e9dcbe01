from datetime import date

from doorbraak.model.catalogue import load
from doorbraak.model.documents import wording
from tests.model.insight.records import line

CATALOGUE = load()


def test_that_a_date_is_written_out() -> None:
    assert wording.day(date(2026, 3, 1)) == "1 maart 2026"
    assert wording.text_version("2026-07-01") == "1 juli 2026"
    assert (wording.text_version("2025"), wording.text_version("")) == ("2025", "niet gelezen")


def test_that_one_and_more_are_said_differently() -> None:
    assert [wording.count(number, "probleem", "problemen") for number in (0, 1, 2)] == [
        "0 problemen",
        "1 probleem",
        "2 problemen",
    ]


def test_that_a_listed_price_names_its_source_year_and_grade() -> None:
    price = next(iter(CATALOGUE.prices.values()))
    listed = line(100, price=price.id)
    assert wording.source(listed, CATALOGUE) == price.source_title
    assert wording.price_year(listed, CATALOGUE) == str(price.price_year)
    assert wording.quality(listed, CATALOGUE) == price.quality


def test_that_an_own_price_says_that_it_is_one() -> None:
    assert wording.source(line(100), CATALOGUE) == "Eigen opgave"
    assert (wording.price_year(line(100), CATALOGUE), wording.quality(line(100), CATALOGUE)) == ("onbekend", "eigen")


def test_that_a_price_that_left_the_list_is_no_own_one() -> None:
    gone = line(100, price="weg", price_year=2025, source="Geteld in mei.")
    assert wording.source(gone, CATALOGUE) == "Een eerdere prijslijst; Geteld in mei."
    assert (wording.price_year(gone, CATALOGUE), wording.quality(gone, CATALOGUE)) == ("2025", "onbekend")


def test_that_a_law_is_written_with_its_short_form() -> None:
    assert wording.law("jeugdwet", CATALOGUE) == "Jeugdwet (Jw)"
    assert wording.law("", CATALOGUE) == "Geen wet"
