"""Too late: a file about a period that nothing can be published of any more says so, and nowhere that it counts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from doorbraak.model.exchange import coordinator, opening_box, periods, published, receiving, senders, too_late
from doorbraak.model.workspace.store import Store
from tests.conftest import PASSPHRASE
from tests.model.exchange.coordination import LATER, Laptop, number_of
from tests.model.exchange.merged_caseloads import PERIOD
from tests.model.exchange.test_ledger_kept import HOMES, LAPTOPS, send
from tests.model.exchange.test_ledger_kept import store as store

NEW, QUARTER = Laptop(9), periods.parse(PERIOD)


@pytest.fixture
def final(store: Store) -> Iterator[Store]:
    """The third quarter is published."""
    send(store, HOMES)
    published.publish_in(store, QUARTER, LATER)
    return store


def took(store: Store, content: bytes) -> tuple[str, str]:
    outcome, _, sentence = receiving.take_in(store, opening_box.box_of(store), content, LATER)
    return outcome, sentence


@pytest.mark.parametrize(
    ("period", "why"),
    [(PERIOD, too_late.FINAL), ("2026Q2", too_late.PASSED), ("2026", too_late.YEAR), ("2026Q4", "")],
)
def test_that_a_file_that_comes_too_late_does_not_say_that_it_counts(final: Store, period: str, why: str) -> None:
    assert too_late.why(final, periods.parse(period)) == why
    outcome, sentence = took(final, LAPTOPS[0].file(final, range(7), period=period, sequence=2))
    assert outcome == ("late" if why else "taken")
    assert why in sentence
    assert ("en telt mee" in sentence) is not bool(why)


def test_that_a_late_file_of_a_new_sender_says_so_before_and_after_confirming(final: Store) -> None:
    outcome, sentence = took(final, NEW.file(final, range(6)))
    assert outcome == "held"
    assert sentence.endswith(too_late.FINAL)
    done = receiving.confirm(final, number_of(final, NEW), NEW.spoken, LATER)
    assert (done.taken, done.late, done.small) == (0, (too_late.FINAL,), 0)


def test_that_a_small_file_that_waits_on_is_not_said_to_count_once_confirmed(store: Store) -> None:
    took(store, NEW.file(store, range(3)))
    done = receiving.confirm(store, number_of(store, NEW), NEW.spoken, LATER)
    assert (done.taken, done.late, done.small) == (0, (), 1)


def test_that_where_a_year_was_published_a_quarter_counts_no_more(tmp_path: Path) -> None:
    made, _ = coordinator.create(tmp_path / "c", PASSPHRASE, date(2027, 1, 5))
    with made.change("Publicatie"):
        made.insert("published", period="2026", catalogue="1", made_on="2027-01-05", figures=b"")
    assert too_late.why(made, periods.parse("2027Q1")) == too_late.QUARTER
    assert too_late.why(made, periods.parse("2027")) == ""
    assert senders.all_of(made) == ()
    made.close()
