"""Which periods a coordinator asks after: the usual ones, and every one of which there is something."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from doorbraak.model.exchange import coordinator_periods, periods, published
from doorbraak.model.workspace.store import Store
from tests.model.exchange.coordination import Laptop, begun, believed, take

TODAY = date(2026, 11, 22)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = begun(tmp_path / "coordinator")
    yield opened
    opened.close()


def test_that_the_last_quarter_comes_first_and_then_the_last_year(store: Store) -> None:
    assert [str(one) for one in coordinator_periods.asked(store, TODAY)] == [
        "2026Q3", "2025", "2026Q2", "2026Q1", "2025Q4", "2024",
    ]  # fmt: skip


def test_that_on_the_first_day_of_a_year_the_quarter_before_it_is_the_last(store: Store) -> None:
    assert [str(one) for one in coordinator_periods.asked(store, date(2027, 1, 1))][:2] == ["2026Q4", "2026"]


def test_that_an_older_period_of_which_something_came_is_there_too(store: Store) -> None:
    believed(store, Laptop(1))
    take(store, Laptop(1).file(store, range(6), period="2023Q2"))
    take(store, Laptop(1).file(store, range(6), period="2026Q4", sequence=2))
    found = [str(one) for one in coordinator_periods.asked(store, TODAY)]
    assert found[:2] == ["2026Q3", "2025"]
    assert found[2] == "2026Q4"
    assert found[-1] == "2023Q2"
    assert len(found) == len(set(found))


def test_that_who_publishes_quarters_is_offered_the_years_that_they_make(store: Store) -> None:
    believed(store, Laptop(1))
    for sequence, period in enumerate(("2025Q3", "2025Q4", "2026Q1"), 1):
        take(store, Laptop(1).file(store, range(30), period=period, sequence=sequence))
        published.publish_in(store, periods.parse(period), TODAY)
    found = [str(one) for one in coordinator_periods.offered(store, TODAY)]
    assert found[0] == "2026Q3"
    assert found[-1] == "2025"
    assert {one for one in found if "Q" not in one} == {"2025"}, "of one quarter no year is made"


def test_that_who_publishes_years_is_offered_years_alone(store: Store) -> None:
    assert coordinator_periods.offered(store, TODAY) == coordinator_periods.asked(store, TODAY)
    believed(store, Laptop(1))
    take(store, Laptop(1).file(store, range(30), period="2025"))
    published.publish_in(store, periods.parse("2025"), TODAY)
    assert [str(one) for one in coordinator_periods.offered(store, TODAY)] == ["2025", "2024"]
