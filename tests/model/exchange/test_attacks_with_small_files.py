"""What a colleague with a small file learns, who subtracts the own households: sealed files in a real workspace."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from doorbraak.model.exchange import coordinator, ledger_kept, periods, published, small_senders
from doorbraak.model.exchange.contributions import Home
from doorbraak.model.exchange.memberships import Membership
from doorbraak.model.workspace.store import Store
from tests.model.exchange.caseloads import PERIOD, payload_of
from tests.model.exchange.coordination import DAY, TABLES, Laptop, begun, believed, take

RANDOM = Random(13)
LAPTOPS = tuple(Laptop(number) for number in range(1, 7))
LAW, PAYER = (dimension.codes[0].id for dimension in TABLES.tables["cost_after"].dimensions)
CELL = f"{LAW}|{PAYER}"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = begun(tmp_path / "coordinator")
    believed(opened, *LAPTOPS)
    yield opened
    opened.close()


def homes(number: int, value: int | None = None) -> list[Home]:
    cost = () if value is None else (Membership("cost_after", CELL, value),)
    return [Home(RANDOM.randbytes(32), (*cost, Membership("households_team", "noord"))) for _ in range(number)]


def send(store: Store, *files: list[Home]) -> None:
    fingerprint = coordinator.key_pairs(store)[0].fingerprint
    for laptop, held in zip(LAPTOPS, files, strict=False):
        take(store, laptop.sealed(store, payload_of(held, TABLES, sender=laptop.id, coordinator=fingerprint)))


def said(store: Store) -> tuple[str, int | None]:
    one = published.publish_in(store, periods.parse(PERIOD), DAY).table("cost_after").at(CELL)
    return one.status, one.value


def test_attack_a_colleague_with_a_small_file_subtracts_the_own_households(store: Store) -> None:
    """Only small files are in the cell: 4 of 30,000, then 28,000 and 6 of 100. Who has the four knows the next one."""
    small = homes(4, 30_000), [*homes(1, 28_000), *homes(3, 100)], homes(3, 100)
    send(store, homes(20), homes(20), *small)
    assert said(store) == ("hidden", None)


def test_that_small_files_of_which_each_leaves_enough_others_are_shown(store: Store) -> None:
    """Each of the three has 8 others; hiding that would be no protection."""
    send(store, homes(20), homes(20), homes(4, 5000), homes(4, 5000), homes(4, 5000))
    assert said(store) == ("shown", 60_000)


def test_attack_a_profile_of_a_small_file_in_what_is_kept(store: Store) -> None:
    """For the rules each sender counts by itself; what stays of it in the workspace is of all of them together."""
    send(store, homes(20, 1000), homes(20, 1000), homes(4, 5000), homes(1, 5000))
    published.publish_in(store, periods.parse(PERIOD), DAY)
    kept = ledger_kept.ledger(store)
    names = {LAPTOPS[0].id, LAPTOPS[1].id, small_senders.SMALL}
    assert kept.senders == (names,)
    for entry in kept.entries.values():
        assert {*entry.own, *(name for state in entry.states for name in (*state.own, *state.apart))} <= names
    assert kept.entries["households_team", "noord"].own[small_senders.SMALL] == 5
