"""The same family on two laptops while it is handed over: with real dossiers, files and workspaces from end to end."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from doorbraak.model import catalogue
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import dossier
from doorbraak.model.dossier import household as households
from doorbraak.model.exchange import coordinator, periods, receiving, senders, sending, table_catalogue
from doorbraak.model.exchange.table_catalogue import TableCatalogue
from doorbraak.model.handover import giving, on_the_way, own_key, taking
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.exchange.caseloads import take_cases, take_key
from tests.model.exchange.coordination import begun, merged, take

EXPORTED = {"2026Q3": date(2026, 10, 2), "2026Q4": date(2027, 1, 5)}
HANDED = date(2026, 10, 1)


class Town:
    """A coordinator and two laptops with six households each, one of which moves."""

    def __init__(self, folder: Path, lists: Catalogue, tables: TableCatalogue) -> None:
        self.lists, self.tables = lists, tables
        self.centre = begun(folder / "coordinator")
        self.laptops: list[Store] = []
        for name in "ab":
            store, _ = Store.create(folder / name, PASSPHRASE, dossier.TABLES, cost=CHEAP)
            take_cases(store)
            take_key(store, coordinator.handed_out(self.centre))
            self.laptops.append(store)

    def close(self) -> None:
        for store in (self.centre, *self.laptops):
            store.close()

    def hand_over(self) -> str:
        """Taken in, and not yet wiped at the giver; the answer that wipes it."""
        giver, taker = self.laptops
        with taker.change("Sleutel", undoable=False):
            file = own_key.key_file(taker, "B")
        home = households.all_of(giver)[0].id
        with giver.change("Overdragen", undoable=False):
            content = giving.give(giver, home, own_key.take(giver, file, "B", HANDED), HANDED)
        one = taking.offered(taker, content, self.lists, HANDED)
        taking.take(taker, one, HANDED)
        return one.answer

    def wipe(self, answer: str) -> None:
        giver, _ = self.laptops
        (one,) = on_the_way.all_of(giver)
        giving.confirm(giver, one.household, answer)

    def count(self, period: str, *laptops: Store) -> tuple[int, int]:
        """Of the files of these laptops: how many households the coordinator counts, how many of them from two."""
        day = EXPORTED[period]
        for store in laptops:
            made = sending.prepare(store, self.lists, self.tables, periods.parse(period), day)
            take(self.centre, sending.make(store, made, day), day)
        for one in senders.all_of(self.centre):
            if one.confirmed_on is None:
                receiving.confirm(self.centre, one.number, senders.spoken(one.verify_key), day)
        whole = merged(self.centre, period).cells["households_team", "noord"]
        return len(whole.entries), sum(len(entry.senders) == 2 for entry in whole.entries.values())


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    made = Town(tmp_path, catalogue.load(), table_catalogue.load())
    yield made
    made.close()


def test_attack_the_same_family_while_it_is_handed_over(town: Town) -> None:
    """Both laptops send it: one household, and each of the two knows it."""
    town.hand_over()
    assert [len(households.all_of(store)) for store in town.laptops] == [6, 7]
    assert town.count("2026Q3", *town.laptops) == (12, 1)


@pytest.mark.parametrize("first", [0, 1])
def test_attack_the_same_family_that_was_handed_over_between_two_files(town: Town, first: int) -> None:
    """The giver sent it, wiped it, and the taker sends it as well, in whichever order."""
    giver, taker = town.laptops
    if first == 0:
        town.count("2026Q3", giver)
    town.wipe(town.hand_over())
    assert [len(households.all_of(store)) for store in town.laptops] == [5, 7]
    assert town.count("2026Q3", *((taker,) if first == 0 else (taker, giver))) == (12, 1 - first)


def test_attack_the_same_family_in_the_next_quarter(town: Town) -> None:
    """It left the one and came to the other, and is one household in both quarters."""
    giver, taker = town.laptops
    assert town.count("2026Q3", giver, taker) == (12, 0)
    town.wipe(town.hand_over())
    assert town.count("2026Q4", giver, taker) == (12, 0)
