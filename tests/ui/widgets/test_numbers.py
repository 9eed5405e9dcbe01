from datetime import date

import pytest

from doorbraak.model.errors import InputError
from doorbraak.ui.widgets.numbers import (
    shown_day,
    shown_version,
    typed_day,
    typed_month,
    typed_number,
    typed_percent,
    typed_year,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1,3", 130),
        ("1.3", 130),
        ("1.234,5", 123450),
        ("0.05", 5),
        (" 2 ", 200),
        ("", 0),
        ("0,05", 5),
        ("7,50", 750),
        ("1,234.56", 123456),
        ("1.234,56", 123456),
        ("1\u00a0234", 123400),
    ],
)
def test_that_a_number_is_read_with_comma_or_point(typed: str, meant: int) -> None:
    assert typed_number(typed, 2, "contacts") == meant


@pytest.mark.parametrize("typed", ["-1", "1,234", "1.500", "10.000", "een", "1,2,3", "1e3", "½", "٣"])
def test_that_what_is_no_number_is_refused_with_its_field(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        typed_number(typed, 2, "contacts")
    assert refused.value.field == "contacts"


@pytest.mark.parametrize(("typed", "meant"), [("40", 40), ("40%", 40), (" 5 % ", 5), ("0", 0), ("100", 100)])
def test_that_a_chance_is_a_whole_per_cent(typed: str, meant: int) -> None:
    assert typed_percent(typed, "chance") == meant


@pytest.mark.parametrize("typed", ["120", "-1", "", "%", "0,5", "99999999999999999999"])
def test_that_a_chance_outside_its_range_is_refused(typed: str) -> None:
    with pytest.raises(InputError):
        typed_percent(typed, "chance")


@pytest.mark.parametrize("typed", ["1-2-2027", "01-02-2027", "1/2/2027", "2027-02-01", " 1.2.2027 "])
def test_that_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert typed_day(typed, "on") == date(2027, 2, 1)


@pytest.mark.parametrize("typed", ["30-2-2027", "2027", "morgen", "1-2-27"])
def test_that_a_day_that_does_not_exist_is_refused(typed: str) -> None:
    with pytest.raises(InputError):
        typed_day(typed, "on")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2-11", f"Schrijf het jaar erbij: 2-11-{date.today().year}."),
        (" 02/11 ", f"Schrijf het jaar erbij: 2-11-{date.today().year}."),
        ("1-2-27", "Schrijf het jaar met vier cijfers: 1-2-2027."),
        ("31-2", "Deze datum bestaat niet. Schrijf hem zo: 31-12-2026."),
        ("31-2-27", "Deze datum bestaat niet. Schrijf hem zo: 31-12-2026."),
    ],
)
def test_that_a_day_without_its_year_asks_for_the_year(typed: str, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        typed_day(typed, "on")
    assert refused.value.sentence == sentence


def test_that_an_empty_day_or_year_is_none() -> None:
    assert typed_day(" ", "on") is None
    assert typed_year("", "year") is None
    assert shown_day(None) == ""


def test_that_a_shown_day_can_be_typed_back() -> None:
    assert typed_day(shown_day(date(2026, 11, 21)), "on") == date(2026, 11, 21)


@pytest.mark.parametrize("typed", ["12", "20120", "tien", "२०१२"])
def test_that_a_year_has_four_digits(typed: str) -> None:
    with pytest.raises(InputError):
        typed_year(typed, "birth_year")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("5", 5), ("05", 5), ("12", 12), ("mei", 5), (" Mei 2027 ", 5), ("mrt", 3), ("mrt.", 3), ("sept", 9), ("", None)],
)
def test_that_a_month_is_a_number_or_its_name(typed: str, meant: int | None) -> None:
    assert typed_month(typed, "month") == meant


@pytest.mark.parametrize("typed", ["0", "13", "ma", "meimaand", "2027", "٣", "5 mei"])
def test_that_what_is_no_month_is_refused_with_its_field(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        typed_month(typed, "month")
    assert refused.value.field == "month"


def test_that_the_day_of_a_law_text_is_shown_as_days_are() -> None:
    shown = [shown_version(text) for text in ("2026-07-01", "2026", "2026-13-01", "1-7-2026", "")]
    assert shown == ["1-7-2026", "2026", "2026-13-01", "1-7-2026", ""]
