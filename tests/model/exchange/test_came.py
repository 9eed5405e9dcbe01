"""What came in stays to be seen: of each period from how many senders, and how many of them wait."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from doorbraak.model.exchange import came, periods, senders
from doorbraak.model.exchange.came import Came
from doorbraak.model.workspace.store import Store
from tests.model.exchange.coordination import DAY, Laptop, begun, believed, number_of, take
from tests.model.exchange.merged_caseloads import NEXT, PERIOD

ONE, TWO, SMALL, STRANGER = Laptop(1), Laptop(2), Laptop(3), Laptop(4)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = begun(tmp_path / "coordinator")
    believed(made, ONE, TWO, SMALL)
    yield made
    made.close()


def test_that_each_period_says_from_how_many_senders_something_came(store: Store) -> None:
    assert came.by_period(store) == ()
    for laptop, homes in ((ONE, 6), (TWO, 6), (SMALL, 2), (STRANGER, 6)):
        take(store, laptop.file(store, range(homes)))
    take(store, ONE.file(store, range(6), period=NEXT, sequence=2))
    assert came.by_period(store) == (
        Came(periods.parse(NEXT), 1, 0, 0, DAY, False), Came(periods.parse(PERIOD), 2, 1, 1, DAY, False),
    )  # fmt: skip


def test_that_what_was_withdrawn_is_not_said_to_be_there(store: Store) -> None:
    take(store, ONE.file(store, range(6)))
    senders.withdraw(store, number_of(store, ONE), DAY)
    assert came.by_period(store) == ()
