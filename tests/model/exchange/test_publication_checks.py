"""Why nothing can be published yet, and whose work a publication would show: said before anything is made."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from doorbraak.model.exchange import periods, publication_checks, senders
from doorbraak.model.workspace.store import Store
from tests.model.exchange.caseloads import PERIOD
from tests.model.exchange.coordination import DAY, Laptop, begun, believed, number_of, take

QUARTER = periods.parse(PERIOD)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = begun(tmp_path / "coordinator")
    yield made
    made.close()


def why_not(store: Store, today: date = DAY) -> str:
    return publication_checks.why_not(QUARTER, senders.lines(store, [QUARTER]), today)


def alone(store: Store) -> bool:
    return publication_checks.of_one_sender(senders.lines(store, [QUARTER]))


def test_that_a_period_can_be_published_from_the_day_after_it(store: Store) -> None:
    believed(store, Laptop(1))
    take(store, Laptop(1).file(store, range(6)))
    assert why_not(store, QUARTER.last) == publication_checks.NOT_OVER
    assert why_not(store, date(2026, 10, 1)) == ""


def test_that_what_was_not_confirmed_or_was_withdrawn_does_not_count(store: Store) -> None:
    assert why_not(store) == publication_checks.NOBODY
    take(store, Laptop(1).file(store, range(6)))
    assert why_not(store) == publication_checks.NOT_CONFIRMED
    senders.withdraw(store, number_of(store, Laptop(1)), DAY)
    assert why_not(store) == publication_checks.NOBODY


def test_that_small_files_alone_can_be_too_few_and_together_are_not_of_one_sender(store: Store) -> None:
    believed(store, Laptop(1), Laptop(2))
    take(store, Laptop(1).file(store, range(3)))
    assert why_not(store) == publication_checks.TOO_SMALL
    take(store, Laptop(2).file(store, range(3, 6)))
    assert why_not(store) == ""
    assert not alone(store)


def test_that_one_sender_is_alone_until_another_counts(store: Store) -> None:
    believed(store, Laptop(1), Laptop(2))
    take(store, Laptop(1).file(store, range(6)))
    assert alone(store)
    take(store, Laptop(3).file(store, range(6, 12)))
    assert alone(store), "nobody confirmed that one"
    take(store, Laptop(2).file(store, range(12, 18)))
    assert not alone(store)


def test_that_who_did_not_send_is_named_as_the_coordinator_calls_them(store: Store) -> None:
    believed(store, Laptop(1), Laptop(2), Laptop(3))
    senders.label(store, number_of(store, Laptop(2)), "Team Laat")
    take(store, Laptop(1).file(store, range(6)))
    take(store, Laptop(4).file(store, range(6, 12)))

    def now() -> str:
        return publication_checks.who_is_in(senders.lines(store, [QUARTER]))

    assert now() == (
        "2 van de 4 afzenders zijn binnen. Nog niet: Team Laat, afzender 3. Nog niet bevestigd: afzender 4. "
        f"{publication_checks.TOO_LATE}"
    )
    senders.withdraw(store, number_of(store, Laptop(3)), DAY)
    senders.withdraw(store, number_of(store, Laptop(4)), DAY)
    take(store, Laptop(2).file(store, range(12, 14)))
    assert now() == "2 van de 2 afzenders zijn binnen.", "a small one is in, although it waits"
    assert publication_checks.missing(senders.lines(store, [QUARTER])) == ()


def test_that_of_many_who_did_not_send_a_few_are_named(store: Store) -> None:
    believed(store, *(Laptop(at) for at in range(1, 9)))
    assert "afzender 5 en 3 meer." in publication_checks.who_is_in(senders.lines(store, [QUARTER]))
