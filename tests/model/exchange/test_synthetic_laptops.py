"""The made-up laptops: real workspaces, real files, and all of it said to be made up."""

from datetime import date
from pathlib import Path

import pytest

from doorbraak.model import catalogue
from doorbraak.model.dossier import household, profile
from doorbraak.model.exchange import coordinator, coordinator_key, receiving, senders
from doorbraak.model.exchange import synthetic_laptops as laptops
from doorbraak.model.exchange.synthetic_laptops import FIRST, LAPTOPS, SECOND, SMALL, Laptop
from tests.conftest import CHEAP, PASSPHRASE

TODAY = date(2026, 10, 12)
KNOWN = catalogue.load()


def test_that_there_are_twelve_laptops_with_400_households_of_four_teams() -> None:
    assert len(LAPTOPS) == 12
    assert sum(laptop.households for laptop in LAPTOPS) == 400
    assert {laptop.team for laptop in LAPTOPS} == set(laptops.TEAMS)
    assert [laptop.households for laptop in SMALL] == [4, 3]
    assert [laptop for laptop in LAPTOPS if laptop.periods == (FIRST,)] == [laptops.LATE]


def test_that_every_household_is_on_one_laptop_and_the_small_ones_are_counted_in_both_quarters() -> None:
    few = (Laptop(1, "noord", 30), *SMALL)
    found = laptops.cases(KNOWN, few)
    assert found == laptops.cases(KNOWN, few)
    assert {laptop: len(cases) for laptop, cases in found.items()} == {one: one.households for one in few}
    names = [case.household.name for cases in found.values() for case in cases]
    assert len(names) == len(set(names)) == 37
    for laptop in SMALL:
        assert [laptops.counted(found[laptop], period) for period in (FIRST, SECOND)] == [laptop.households] * 2
    assert laptops.counted(found[few[0]], FIRST) < 30


def test_that_what_they_send_is_received_and_said_to_be_made_up(tmp_path: Path) -> None:
    few = (Laptop(1, "noord", 8), *SMALL)
    store = laptops.make_coordinator(tmp_path / "coordinator", PASSPHRASE, TODAY, CHEAP)
    key, outcomes = coordinator.key_file(store), []
    assert {code.id for code in coordinator_key.decode(key).teams} == set(laptops.TEAMS)
    assert store.example
    assert store.title.startswith("VOORBEELD synthetisch")
    for laptop, cases in laptops.cases(KNOWN, few).items():
        own = laptops.make_laptop(tmp_path / laptop.name, PASSPHRASE, laptop, cases, key, TODAY, CHEAP)
        assert own.example
        assert own.title.startswith("VOORBEELD synthetisch")
        assert profile.read(own).team == laptop.team
        assert all(home.example and home.name.startswith("Synthetisch") for home in household.all_of(own))
        assert {home.wijk for home in household.all_of(own)} <= set(laptops.WIJKEN)
        path = tmp_path / laptops.file_name(laptop, SECOND)
        path.write_bytes(laptops.send(own, SECOND, KNOWN))
        own.close()
        outcomes += [report.outcome for report in receiving.receive(store, [path], TODAY)]
    assert outcomes == ["held"] * 3
    for sender in senders.all_of(store):
        receiving.confirm(store, sender.number, sender.spoken, TODAY)
    states = [state for line in senders.lines(store, (SECOND,)) for _, state in line.asked]
    assert states == ["received"] * 3, "the small ones hold enough together"
    assert {bool(example) for (example,) in store.rows("SELECT example FROM received")} == {True}
    assert not laptops.received_real(store)
    with store.change("Echt bestand"):
        store.update("received", 1, example=0)
    assert laptops.received_real(store)
    store.close()


def test_that_a_laptop_that_fails_halfway_is_closed(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="sleutel"):
        laptops.make_laptop(tmp_path / "w", PASSPHRASE, LAPTOPS[11], (), b"geen sleutel", TODAY, CHEAP)
    from doorbraak.model.dossier import dossier

    reopened = dossier.open_workspace(tmp_path / "w", PASSPHRASE)
    assert household.all_of(reopened) == ()
    reopened.close()
