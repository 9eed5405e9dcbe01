"""Reading, protecting and keeping apart, for a window that lives meanwhile: only the last writes, if all holds."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from doorbraak.model.errors import InputError
from doorbraak.model.exchange import periods, published, published_sentences
from doorbraak.model.exchange import publication as chain
from doorbraak.model.exchange.ledger import Ledger
from doorbraak.model.exchange.published import Asked, Publication
from doorbraak.model.workspace.store import Store
from tests.model.exchange.caseloads import PERIOD
from tests.model.exchange.coordination import DAY, Laptop, begun, believed, content_of, take
from tests.model.exchange.merged_caseloads import SECRETS, caseload, merge, small_laptops, small_tables

ASKED = periods.parse(PERIOD)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three laptops that sent and are believed."""
    opened = begun(tmp_path / "coordinator")
    believed(opened, *(Laptop(number) for number in (1, 2, 3)))
    for number in (1, 2, 3):
        take(opened, Laptop(number).file(opened, range(number * 6, number * 6 + 6)))
    yield opened
    opened.close()


def keep(store: Store, asked: Asked) -> Publication:
    outcome = published.protected(asked)
    with store.change("Publicatie maken", undoable=False):
        return published.make_final(store, asked, outcome, DAY)


def test_that_in_parts_it_is_the_same_publication(store: Store) -> None:
    made = keep(store, published.read_for(store, ASKED))
    assert published.publish_in(store, ASKED, DAY) == made
    assert published.kept_in(store, ASKED) == made


def test_that_reading_and_protecting_write_nothing(store: Store) -> None:
    before, lines = content_of(store), len(store.log_entries())
    published.protected(published.read_for(store, ASKED))
    assert content_of(store) == before
    assert len(store.log_entries()) == lines


def test_that_it_tells_how_far_it_is_and_what_is_raised_there_ends_it(store: Store) -> None:
    asked, told = published.read_for(store, ASKED), list[tuple[int, int]]()
    published.protected(asked, lambda done, all_: told.append((done, all_)))
    assert sorted(told) == told
    assert {done for done, _ in told} == set(range(told[0][1]))
    assert len({all_ for _, all_ in told}) == 1

    def stop(done: int, _: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        published.protected(asked, stop)


def test_that_it_can_be_ended_within_a_group_and_what_listens_changes_nothing() -> None:
    """One group of figures may take as long as all others together: its search and its audit are heard."""
    tables = small_tables()
    found = caseload(merge(small_laptops(5, 120, 4), tables), tables)
    heard: list[tuple[int, int, str]] = []

    def told(done: int, all_: int) -> None:
        above = sys._getframe(1)
        heard.append((done, all_, above.f_code.co_name))

    quiet = chain.protected(found, tables, SECRETS, Ledger())
    assert chain.protected(found, tables, SECRETS, Ledger(), told=told) == quiet
    times = Counter(done for done, _, _ in heard)
    assert max(times.values()) > 10, "of one group alone"
    assert {name for _, _, name in heard} >= {"run", "spend", "seen_by"}


@pytest.mark.parametrize("what", ["file", "withdrawn", "code", "published"])
def test_that_what_changed_since_it_was_read_refuses_it_whole(store: Store, what: str) -> None:
    asked = published.read_for(store, ASKED)
    if what == "file":
        take(store, Laptop(1).file(store, range(6, 13), sequence=2))
    elif what == "withdrawn":
        with store.change("Afzender"):
            store.update("sender", 1, withdrawn_on=DAY.isoformat())
    elif what == "code":
        with store.change("Code"):
            store.insert("handed_code", dimension="team", code="nieuw", label="Nieuw")
    else:
        published.publish_in(store, ASKED, DAY)
    before = content_of(store)
    with pytest.raises(InputError) as refused:
        keep(store, asked)
    assert refused.value.sentence == published_sentences.MEANWHILE
    assert content_of(store) == before


def test_that_the_secrets_of_the_first_are_those_of_every_later_one(store: Store) -> None:
    asked = published.read_for(store, ASKED)
    assert store.rows("SELECT count(*) FROM publisher") == [(0,)]
    keep(store, asked)
    assert store.rows("SELECT key, p FROM publisher") == [(asked.secrets.key.hex(), asked.secrets.p)]


def test_that_nothing_received_is_refused_before_anything_is_made(store: Store) -> None:
    with pytest.raises(InputError):
        published.read_for(store, periods.parse("2026Q2"))
    assert store.rows("SELECT count(*) FROM publisher") == [(0,)]


def test_that_a_period_is_not_spent_on_a_publication_without_any_figure(tmp_path: Path) -> None:
    store = begun(tmp_path / "coordinator")
    believed(store, Laptop(1))
    take(store, Laptop(1).file(store, range(6)))
    before = content_of(store)
    with pytest.raises(InputError, match="geen enkel cijfer"):
        keep(store, published.read_for(store, ASKED))
    assert published.kept_periods(store) == ()
    assert content_of(store) == before
    store.close()
