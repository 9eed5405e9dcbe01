"""Another passphrase, another recovery code: what opens from then on, what still does, and what the log says."""

from datetime import date
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import DiskFull, InputError, WeakPassphrase, WrongPassphrase
from doorbraak.model.workspace import backup, cipher, keys, passphrase
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside

NEW = "drie gele fietsen buiten"
TODAY = date(2024, 5, 1)


def last_line(store: Store) -> tuple[str, str, str]:
    line = store.log_entries()[-1]
    return line.action, line.object, line.result


@pytest.fixture
def with_code(tmp_path: Path) -> tuple[Path, str]:
    """A closed workspace and its recovery code."""
    folder = tmp_path / "werkmap"
    store, code = Store.create(folder, PASSPHRASE, dossier.TABLES, title="Oosterwold", cost=CHEAP)
    store.close()
    return folder, code


def test_that_a_new_passphrase_opens_and_the_old_one_does_not(with_code: tuple[Path, str]) -> None:
    folder, code = with_code
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    passphrase.change(store, PASSPHRASE, NEW, cost=CHEAP)
    assert last_line(store) == ("wijzigen", "wachtzin", "gelukt")
    store.close()
    outside.opens_whole(folder, NEW)
    outside.opens_whole(folder, code)
    outside.refused(WrongPassphrase, lambda: Store.open(folder, PASSPHRASE, dossier.TABLES))


def test_that_a_copy_of_before_keeps_the_old_passphrase_and_one_of_after_has_the_new(store: Store) -> None:
    before = store.backup()
    passphrase.change(store, PASSPHRASE, NEW, cost=CHEAP)
    after = store.backup()
    assert keys.unwrap(backup.slots_of(before), PASSPHRASE) == store.keys.key
    assert keys.unwrap(backup.slots_of(after), NEW) == store.keys.key
    with pytest.raises(WrongPassphrase):
        keys.unwrap(backup.slots_of(after), PASSPHRASE)


def test_that_closing_after_a_change_of_passphrase_makes_a_copy_with_it(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    passphrase.change(store, PASSPHRASE, NEW, cost=CHEAP)
    assert store.close() is None
    assert keys.unwrap(backup.slots_of(backup.all_of(workspace)[0]), NEW)


@pytest.mark.parametrize(
    ("present", "new", "kind"),
    [
        ("fout", NEW, WrongPassphrase), (PASSPHRASE, "kort", WeakPassphrase),
        (PASSPHRASE, "Welkom2024!!", WeakPassphrase),
        (PASSPHRASE, PASSPHRASE, InputError),
        (PASSPHRASE, "Proef-Proef-1", WeakPassphrase),
    ],
)  # fmt: skip
def test_that_a_refused_passphrase_leaves_the_slots_as_they_were(
    store: Store, present: str, new: str, kind: type[InputError]
) -> None:
    before = (store.folder / SLOTS).read_bytes()
    outside.refused(kind, lambda: passphrase.change(store, present, new, cost=CHEAP))
    assert (store.folder / SLOTS).read_bytes() == before
    if present == "fout":
        assert last_line(store) == ("wijzigen", "wachtzin", "mislukt")


@pytest.mark.parametrize("name", ["change", "new_code", "renew"])
def test_that_a_full_disk_leaves_slots_and_log_as_they_were(
    store: Store, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before, lines = (store.folder / SLOTS).read_bytes(), len(store.log_entries())

    def full(path: Path, slots: object) -> None:
        raise DiskFull(cipher.NO_ROOM)

    with monkeypatch.context() as patch:
        patch.setattr(keys, "write", full)
        if name == "change":
            said = outside.refused(DiskFull, lambda: passphrase.change(store, PASSPHRASE, NEW, cost=CHEAP))
        elif name == "new_code":
            said = outside.refused(DiskFull, lambda: passphrase.new_code(store, PASSPHRASE, cost=CHEAP))
        else:
            patch.setattr(store, "backup", lambda: full(store.folder, ()))
            said = outside.refused(DiskFull, lambda: passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP))
    assert "de wachtzin en de herstelcode van hiervoor gelden nog" in said
    assert "laatste wijziging" not in said
    assert (store.folder / SLOTS).read_bytes() == before
    assert len(store.log_entries()) == lines
    assert not passphrase.code_is_unseen(store)
    passphrase.change(store, PASSPHRASE, NEW, cost=CHEAP)


def test_that_a_commit_that_fails_puts_the_old_slots_back(store: Store) -> None:
    before = (store.folder / SLOTS).read_bytes()
    store.file.db.execute("CREATE TEMP TABLE late (id REFERENCES gone(id) DEFERRABLE INITIALLY DEFERRED)")
    store.file.db.execute("CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY)")
    store.file.db.execute(
        "CREATE TEMP TRIGGER stop AFTER INSERT ON main.access_log BEGIN INSERT INTO late VALUES(1); END"
    )
    with pytest.raises(Exception, match="FOREIGN KEY"):
        passphrase.change(store, PASSPHRASE, NEW, cost=CHEAP)
    store.file.db.execute("DROP TRIGGER temp.stop")
    assert (store.folder / SLOTS).read_bytes() == before


def test_that_who_opened_with_the_code_chooses_a_passphrase_without_the_old_one(with_code: tuple[Path, str]) -> None:
    folder, code = with_code
    store = Store.open(folder, code, dossier.TABLES)
    assert store.keys.opened_with == "recovery"
    passphrase.change(store, None, NEW, cost=CHEAP)
    with pytest.raises(WrongPassphrase):
        passphrase.change(store, None, PASSPHRASE, cost=CHEAP)
    store.close()
    outside.opens_whole(folder, NEW)


def test_that_nobody_else_changes_the_passphrase_without_the_old_one(store: Store) -> None:
    with pytest.raises(WrongPassphrase):
        passphrase.change(store, None, NEW, cost=CHEAP)


def test_that_a_new_code_opens_and_the_old_one_does_not(with_code: tuple[Path, str]) -> None:
    folder, old = with_code
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    with pytest.raises(WrongPassphrase):
        passphrase.new_code(store, "fout", cost=CHEAP)
    new = passphrase.new_code(store, PASSPHRASE, cost=CHEAP)
    assert last_line(store) == ("wijzigen", "herstelcode", "gelukt")
    store.close()
    for secret in (new, PASSPHRASE):
        outside.opens_whole(folder, secret)
    outside.refused(WrongPassphrase, lambda: Store.open(folder, old, dossier.TABLES))


def test_that_a_code_that_nobody_saw_is_remembered_until_somebody_says_so(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert not passphrase.code_is_unseen(store)
    passphrase.new_code(store, PASSPHRASE, cost=CHEAP)
    store.close()
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert passphrase.code_is_unseen(store)
    passphrase.code_seen(store)
    assert not passphrase.code_is_unseen(store)
    store.close()


def test_that_testing_the_code_tells_whether_it_fits_and_changes_no_slot(with_code: tuple[Path, str]) -> None:
    folder, code = with_code
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    before = (folder / SLOTS).read_bytes()
    assert passphrase.tested_on(store) is None
    for wrong in ("", PASSPHRASE, keys.new_recovery_code(), code[:-1]):
        assert not passphrase.code_fits(store, wrong, TODAY)
        assert last_line(store) == ("controleren", "herstelcode", "mislukt")
    assert passphrase.tested_on(store) is None
    assert passphrase.code_fits(store, f" {code.lower()} ", TODAY)
    assert last_line(store) == ("controleren", "herstelcode", "gelukt")
    assert passphrase.tested_on(store) == TODAY
    assert (folder / SLOTS).read_bytes() == before
    passphrase.new_code(store, PASSPHRASE, cost=CHEAP)
    assert passphrase.tested_on(store) is None, "the new one was never tried"
    store.close()


def test_that_undo_outlives_a_change_of_passphrase(store: Store) -> None:
    with store.change("Huis"):
        household.open_dossier(store, "Huis", opened=outside.DAY)
    passphrase.change(store, PASSPHRASE, NEW, cost=CHEAP)
    passphrase.new_code(store, NEW, cost=CHEAP)
    store.undo()
    assert household.all_of(store) == ()
