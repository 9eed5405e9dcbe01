"""Which copies open with what leaked, by real files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.workspace import backup, old_copies, passphrase
from doorbraak.model.workspace.leaked_copies import leaked_copies
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE

NEW = "drie gele fietsen buiten"


@pytest.fixture
def store(workspace: Path) -> Store:
    opened = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    opened.backup()
    return opened


def test_that_after_another_passphrase_alone_nothing_leaked(store: Store) -> None:
    passphrase.change(store, PASSPHRASE, NEW, cost=CHEAP)
    store.backup()
    assert old_copies.old_copies(store)
    assert leaked_copies(store) == ()
    store.close()


def test_that_after_another_key_all_copies_of_before_count_here_and_elsewhere_until_they_are_gone(
    store: Store, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    store.second = elsewhere
    store.backup()
    assert leaked_copies(store) == ()
    before = len(backup.all_of(store.folder)) + len(backup.all_of(elsewhere))
    passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
    found = leaked_copies(store)
    assert len(found) >= before
    assert {copy.elsewhere for copy in found} == {True, False}
    for copy in found[1:]:
        copy.path.unlink()
    assert leaked_copies(store) == found[:1]
    old_copies.destroy(store, old_copies.old_copies(store))
    assert leaked_copies(store) == ()
    store.close()


def test_that_a_copy_of_which_nothing_can_be_read_is_not_said_to_have_leaked(
    store: Store, change_slots: Callable[[Store], None]
) -> None:
    passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
    old_copies.destroy(store, old_copies.old_copies(store))
    change_slots(store)
    assert old_copies.old_copies(store)
    assert leaked_copies(store) == ()
    store.close()


@pytest.fixture
def change_slots() -> Callable[[Store], None]:
    def change(of: Store) -> None:
        (made,) = backup.all_of(of.folder)
        made.path.with_suffix(".json").write_text("niet te lezen", encoding="utf-8")

    return change
