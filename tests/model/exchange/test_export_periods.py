"""Which periods are offered to send, and when somebody is reminded."""

from datetime import date

import pytest

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.exchange import export_periods, periods, sending, sent, table_catalogue
from doorbraak.model.exchange.tables import counted_in
from doorbraak.model.workspace.store import Store
from tests.model.exchange.caseloads import add_bare, take_key

TODAY = date(2026, 10, 2)
Q3 = periods.parse("2026Q3")


def offered(store: Store, today: date = TODAY) -> list[str]:
    return [str(one) for one in export_periods.closed(counted_in(store)[0], today)]


def test_that_the_last_quarter_comes_first_and_then_the_last_year(store: Store) -> None:
    add_bare(store, opened=date(2020, 1, 1))
    assert offered(store) == ["2026Q3", "2025", "2026Q2", "2026Q1", "2025Q4", "2024"]


def test_that_a_period_without_an_open_dossier_is_not_offered(store: Store) -> None:
    assert offered(store) == []
    add_bare(store, opened=date(2026, 10, 1))
    assert offered(store) == [], "this quarter is not over"
    add_bare(store, opened=date(2026, 6, 30))
    assert offered(store) == ["2026Q3", "2026Q2"]


@pytest.mark.parametrize(
    ("today", "quarter"),
    [(date(2026, 12, 31), "2026Q3"), (date(2027, 1, 1), "2026Q4"), (date(2027, 4, 1), "2027Q1")],
)
def test_that_a_quarter_is_over_on_the_day_after_its_last(today: date, quarter: str) -> None:
    assert str(export_periods.last_quarter(today)) == quarter


def test_that_a_quarter_waits_until_a_file_was_made_for_it(store: Store, known: Catalogue) -> None:
    add_bare(store)
    assert export_periods.waiting(store, TODAY) is None, "there is nobody to send it to"
    take_key(store)
    assert export_periods.waiting(store, TODAY) == Q3
    sending.make(store, sending.prepare(store, known, table_catalogue.load(), Q3, TODAY), TODAY)
    assert export_periods.waiting(store, TODAY) is None
    assert export_periods.made(store) == {"2026Q3": sent.files(store)[0].made_on}
    assert str(export_periods.waiting(store, date(2027, 1, 1))) == "2026Q4", "each quarter anew"


def test_that_a_year_that_was_made_does_not_stand_for_a_quarter(store: Store, known: Catalogue) -> None:
    add_bare(store)
    take_key(store)
    year, after = periods.parse("2026"), date(2027, 1, 2)
    sending.make(store, sending.prepare(store, known, table_catalogue.load(), year, after), after)
    assert str(export_periods.waiting(store, after)) == "2026Q4"


def test_that_a_quarter_in_which_nobody_was_there_does_not_wait(store: Store) -> None:
    take_key(store)
    add_bare(store, opened=date(2026, 10, 1))
    assert export_periods.waiting(store, TODAY) is None
