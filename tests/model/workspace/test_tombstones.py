"""What was erased may not come back: what a tombstone tells, and what of it a restore takes from where."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from doorbraak.model.dossier import household
from doorbraak.model.workspace import tombstones
from doorbraak.model.workspace.store import Store
from doorbraak.model.workspace.tombstones import Place, Tombstone

AT, LATER = "2026-11-23T10:00:00+00:00", "2026-11-24T10:00:00+00:00"


def made(hash_: str = "ab", at: str = AT, done_at: str | None = None) -> Tombstone:
    return Tombstone(0, hash_, "household", 3, "request", at, None, (Place("backups", done_at=done_at),))


@pytest.fixture
def home(store: Store) -> int:
    with store.change("Nieuw"):
        return household.open_dossier(store, "Specht", opened=date(2026, 1, 1))


def of(store: Store, home: int, at: str = AT) -> Tombstone:
    secret = household.exchange_secret(store, home).hex()
    return made(tombstones.hash_of("household", secret), at)


def write(store: Store, *stones: Tombstone) -> None:
    with store.file.transaction():
        for one in stones:
            tombstones.write(store.file.db, one)


def obeyed(store: Store) -> int:
    with store.file.transaction():
        return tombstones.obey(store.file.db, Place("backups"))


def known(store: Store) -> list[Tombstone]:
    return [replace(one, id=0) for one in tombstones.all_of(store.file.db)]


def test_that_the_hash_is_the_documented_one_and_of_one_kind_only() -> None:
    secret = bytes(range(32))
    documented = hashlib.sha256(b"doorbraak-tombstone|household|" + secret).hexdigest()
    assert tombstones.hash_of("household", secret.hex()) == documented
    assert tombstones.hash_of("person", secret.hex()) != documented


def test_that_a_household_with_a_tombstone_is_taken_out_and_its_place_waits_again(store: Store, home: int) -> None:
    write(store, replace(of(store, home), places=(Place("backups", copies=4, done_at=AT),)))
    assert obeyed(store) == 1
    assert household.all_of(store) == ()
    assert tombstones.pending(store.file.db) == (Place("backups"),)
    assert obeyed(store) == 0


def test_that_a_household_that_came_back_may_go_again(store: Store, home: int) -> None:
    """Handed over, handed back, handed over: the last one stands."""
    write(store, replace(of(store, home), kind="handed-over", lifted_at=LATER))
    assert obeyed(store) == 0
    write(store, replace(of(store, home, LATER), kind="handed-over"))
    assert obeyed(store) == 1


def test_that_the_file_of_now_knows_best_and_copies_add_what_only_they_know(store: Store) -> None:
    write(store, made("ab"), made("cd"))
    of_now, of_copy, unknown = made("ab", done_at=LATER), made("cd", done_at=LATER), made("ef")
    with store.file.transaction():
        tombstones.carry(store.file.db, [of_now], [of_copy, unknown])
    assert sorted(known(store), key=lambda one: one.hash) == [of_now, made("cd"), unknown]


def test_that_what_was_done_counts_for_all_that_waited_there(store: Store) -> None:
    write(store, made("ab"), made("cd", done_at=AT))
    with store.file.transaction():
        tombstones.mark(store.file.db, Place("backups", copies=2, done_at=LATER))
    places = [one.places for one in known(store)]
    assert places == [(Place("backups", copies=2, done_at=LATER),), (Place("backups", done_at=AT),)]
