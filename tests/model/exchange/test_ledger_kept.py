"""From sealed files to a final publication in a real encrypted workspace, quarter after quarter."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from doorbraak.model.errors import InputError
from doorbraak.model.exchange import coordinator, ledger_kept, periods, published
from doorbraak.model.exchange.contributions import Home, contributions
from doorbraak.model.exchange.memberships import Membership
from doorbraak.model.workspace.store import Store
from tests.conftest import PASSPHRASE
from tests.model.exchange.coordination import DAY, LATER, TABLES, Laptop, begun, believed, content_of, take
from tests.model.exchange.merged_caseloads import NEXT, PERIOD, before_of

QUARTER, FOLLOWING = periods.parse(PERIOD), periods.parse(NEXT)
LAPTOPS = (Laptop(1), Laptop(2), Laptop(3))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = begun(tmp_path / "coordinator")
    believed(made, *LAPTOPS)
    yield made
    made.close()


def caseload(number: int) -> list[Home]:
    """20 households of one laptop: all in one life domain, half of them with one agency and half with another."""
    random = Random(number)
    common = (Membership("households_team", "noord"), Membership("life_domains", "geld"))
    kinds = ("advocaat", "ambassade")
    return [Home(random.randbytes(32), (*common, Membership("agencies", kinds[at % 2]))) for at in range(20)]


def send(
    store: Store, homes: dict[int, list[Home]], period: str = PERIOD, earlier: str = "", sequence: int = 1
) -> None:
    for laptop in LAPTOPS:
        own = homes[laptop.number]
        before = before_of(own, earlier, TABLES) if earlier else None
        made = laptop.payload(store, [], households=len(own), period=period, sequence=sequence,
                              cells=contributions(own, period, TABLES, before))  # fmt: skip
        take(store, laptop.sealed(store, made), LATER if earlier else DAY)


HOMES = {laptop.number: caseload(laptop.number) for laptop in LAPTOPS}


def test_that_a_period_is_published_once_and_is_the_same_for_ever(store: Store, tmp_path: Path) -> None:
    send(store, HOMES)
    made = published.publish_in(store, QUARTER, DAY)
    assert made.households == 60
    assert made.table("agencies").shown
    kept = content_of(store)
    send(store, {**HOMES, 3: HOMES[3][:15]}, sequence=2)
    assert published.publish_in(store, QUARTER, date(2026, 12, 1)) == made, "what came later does not change it"
    after = content_of(store)
    for table in ("publisher", "published", "ledger"):
        assert after[table] == kept[table]
    folder = store.folder
    store.close()
    again = coordinator.open_workspace(folder, PASSPHRASE, LATER)
    assert published.publish_in(again, QUARTER, LATER) == made
    again.close()


def test_that_the_next_quarter_carries_forward_what_the_workspace_keeps(store: Store) -> None:
    send(store, HOMES)
    first = published.publish_in(store, QUARTER, DAY)
    send(store, HOMES, NEXT, PERIOD, sequence=2)
    second = published.publish_in(store, FOLLOWING, LATER)
    assert second.tables == first.tables
    assert [str(one) for one in ledger_kept.ledger(store).published] == [PERIOD, NEXT]


def test_that_nothing_is_written_when_nothing_can_be_published(store: Store) -> None:
    kept = content_of(store)
    with pytest.raises(InputError, match="nog niets ontvangen"):
        published.publish_in(store, QUARTER, DAY)
    assert content_of(store) == kept


def test_that_a_kept_publication_holds_nothing_of_what_is_hidden(store: Store) -> None:
    rare = (Membership("households_team", "noord"), Membership("agencies", "ambulance"))
    few = [Home(Random(100 + at).randbytes(32), rare) for at in range(3)]
    send(store, {**HOMES, 1: [*HOMES[1][:17], *few]})
    published.publish_in(store, QUARTER, DAY)
    kept = ledger_kept.figures(store, QUARTER)
    assert kept is not None
    assert b"hidden" not in kept
    assert b'"ambulance"' not in kept
    assert b'"advocaat"' in kept


def test_that_the_secrets_are_drawn_once(store: Store) -> None:
    with store.change("Proef", undoable=False):
        first = ledger_kept.secrets(store)
        assert ledger_kept.secrets(store) == first
