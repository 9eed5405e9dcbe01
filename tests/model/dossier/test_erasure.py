"""Erasing: gone from every page of every file that can be reached, kept from coming back, and proved.

The pages are decrypted by the tests themselves (`page_reader`), by what is documented of the file.
"""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, erasure, household, measurements, people, problems
from doorbraak.model.errors import InputError, NotFound, UserError
from doorbraak.model.workspace import DATABASE, backup, cipher, erased_copies, erasing, kept, restore, tombstones
from doorbraak.model.workspace.store import Store
from tests import whole_dossier
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside, page_reader

MARKER, OTHER = "Zwaluwstaartje7319", "Kwikstaartje9137"
DAY = whole_dossier.DAY


@pytest.fixture
def second(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def folder(tmp_path: Path, second: Path) -> Path:
    """Closed: household 1 with the marker in each of its texts, household 2 with another one, copies of it here and in
    the second place, a file and a copy that were put aside, and a draft.
    """
    folder = tmp_path / "werkmap"
    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, cost=CHEAP)
    store.second = second
    for text in (MARKER, OTHER):
        with store.change("Vullen"):
            home = whole_dossier.make(store, text)
            for table in whole_dossier.OF_THE_WORKSPACE:
                store.file.db.execute(f"DELETE FROM {table}")
        store.drafts.keep(f"household:{home}:note", text)
        store.backup()
    aside = store.backup()
    store.close()
    restore.restore(folder, aside, PASSPHRASE, tables=dossier.TABLES)
    kept.set_aside(folder, [aside])
    assert len(kept.all_of(folder)) == 2
    return folder


@pytest.fixture
def opened(folder: Path, second: Path) -> Store:
    store = dossier.open_workspace(folder, PASSPHRASE)
    store.second = second
    return store


def first(store: Store) -> int:
    return household.by_number(store, 1).id


def numbers(folder: Path) -> list[int]:
    store = dossier.open_workspace(folder, PASSPHRASE)
    try:
        assert store.faults() == []
        return [one.number for one in household.all_of(store)]
    finally:
        store.close()


def holding(text: str, where: Path, key: bytes) -> set[str]:
    """The files below `where`, journals too, of which a decrypted page holds this text."""
    databases = [path for path in where.rglob("*.db") if path.stat().st_size]
    salts = {page_reader.salt_of(path) for path in databases}
    found = {
        path.name for path in databases
        if any(text.encode() in page for page in page_reader.pages(path, key).values())
    }  # fmt: skip
    for path in where.rglob("*-journal"):
        for salt in salts:
            if any(text.encode() in page for page in page_reader.journal_pages(path, key, salt)):
                found.add(path.name)
    return found


def test_that_after_erasing_the_marker_is_in_no_page_of_any_file(opened: Store, tmp_path: Path) -> None:
    key = opened.keys.key
    opened.close()
    before = holding(MARKER, tmp_path, key)
    assert len(before) >= 6, "file, copies here and there, and what was put aside"
    store = dossier.open_workspace(opened.folder, PASSPHRASE)
    store.second = tmp_path / "stick"
    done = erasure.erase(store, first(store), "request")
    assert done.problem is None
    lying = tmp_path / "zoals het lag"
    shutil.copytree(store.folder, lying)  # while it is open: with its journal
    store.close()
    assert holding(MARKER, tmp_path, key) == set()
    assert holding(OTHER, tmp_path, key) >= {DATABASE}
    assert numbers(store.folder) == [2]


def test_that_only_deleting_would_leave_the_marker_in_journal_and_copies(opened: Store, tmp_path: Path) -> None:
    """So the reader of pages finds it where it is."""
    key, lying = opened.keys.key, tmp_path / "zoals het lag"
    with opened.change("Weghalen"):
        household.remove(opened, first(opened))
    shutil.copytree(opened.folder, lying)
    opened.close()
    found = holding(MARKER, lying, key)
    assert f"{DATABASE}-journal" in found
    assert any(name.startswith("20") for name in found)


def test_that_undo_and_drafts_know_nothing_of_it(opened: Store) -> None:
    home = first(opened)
    with opened.change("Wijzigen"):
        household.set_note(opened, home, f"{MARKER} belt morgen")
    assert opened.undo_label
    erasure.erase(opened, home, "wrongly-opened")
    assert opened.undo_label is None
    assert opened.undo() is None
    assert opened.redo() is None
    assert MARKER not in opened.drafts.all().values()
    assert OTHER in opened.drafts.all().values()
    opened.close()


def test_that_what_goes_on_can_be_undone_again(opened: Store) -> None:
    """The connection is another one after it."""
    erasure.erase(opened, first(opened), "request")
    home = household.by_number(opened, 2).id
    with opened.change("Naam wijzigen"):
        household.rename(opened, home, "Specht")
    opened.undo()
    assert household.read(opened, home).name == OTHER
    opened.close()


def test_that_one_fresh_copy_takes_the_place_of_all_others(opened: Store, second: Path) -> None:
    erasure.erase(opened, first(opened), "request")
    (here,), (there,) = backup.all_of(opened.folder), backup.all_of(second)
    assert opened.copy_faults(here) == ()
    assert here.log_state == there.log_state
    assert kept.all_of(opened.folder) == ()
    opened.close()


def test_that_copies_of_another_workspace_stay(opened: Store, second: Path, tmp_path: Path) -> None:
    """In a second place that is shared, and where somebody put them beside ours."""
    other, _ = Store.create(tmp_path / "ander", PASSPHRASE, dossier.TABLES, cost=CHEAP)
    other.second = second
    made = other.backup()
    other.close()
    for path in (made.path, made.beside):
        shutil.copy(path, opened.folder / backup.FOLDER / f"ander{path.suffix}")
    erasure.erase(opened, first(opened), "request")
    opened.close()
    ours = {one.workspace for one in backup.all_of(second)} - {made.workspace}
    assert len(ours) == 1
    assert made.workspace in {one.workspace for one in backup.all_of(second)}
    assert (opened.folder / backup.FOLDER / "ander.db").exists()


def test_that_what_a_drill_or_a_broken_restore_left_goes_too(opened: Store, second: Path) -> None:
    drill = opened.folder / backup.FOLDER / "oefening-x"
    drill.mkdir()
    staged = opened.folder / f"{DATABASE}.terug"
    half = second / backup.FOLDER / "2026-01-01T000000.db.nieuw"
    for path in (drill / DATABASE, staged, half):
        path.write_bytes(b"x")
    erasure.erase(opened, first(opened), "request")
    opened.close()
    assert not drill.exists()
    assert not staged.exists()
    assert not half.exists()


def test_that_an_old_copy_does_not_bring_it_back(opened: Store, second: Path, tmp_path: Path) -> None:
    """As on a stick that was away: the copy is whole, and opens."""
    shutil.copytree(second, tmp_path / "weg")
    key = opened.keys.key
    erasure.erase(opened, first(opened), "request")
    opened.close()
    copy = backup.all_of(tmp_path / "weg")[0]
    assert copy.counts["household"] == 2
    done = restore.restore(opened.folder, copy, PASSPHRASE, tables=dossier.TABLES)
    assert (done.households, done.erased, done.contents) == (1, 1, "1 huishouden")
    assert holding(MARKER, opened.folder, key) == set(), "before anything was shown"
    store = dossier.open_workspace(opened.folder, PASSPHRASE)
    assert [one.number for one in household.all_of(store)] == [2]
    (proof,) = erasure.proofs(store)
    store.close()
    assert backup.all_of(tmp_path / "weg") == (), "where it came from is clean as well"
    assert all(place.done_at for place in proof.places)


def test_that_an_old_copy_does_not_bring_it_back_when_the_file_is_gone(
    opened: Store, second: Path, tmp_path: Path
) -> None:
    """Then a copy that is at hand knows what was erased."""
    shutil.copytree(second, tmp_path / "weg")
    erasure.erase(opened, first(opened), "request")
    opened.close()
    (opened.folder / DATABASE).unlink()
    restore.restore(opened.folder, backup.all_of(tmp_path / "weg")[0], PASSPHRASE, tables=dossier.TABLES)
    assert numbers(opened.folder) == [2]


def test_that_a_household_that_was_handed_back_may_come_back(opened: Store, second: Path, tmp_path: Path) -> None:
    shutil.copytree(second, tmp_path / "weg")
    erasure.erase(opened, first(opened), "handed-over")
    with opened.file.transaction():
        opened.file.db.execute("UPDATE tombstone SET kind = 'handed-over', lifted_at = at")
    opened.close()
    restore.restore(opened.folder, backup.all_of(tmp_path / "weg")[0], PASSPHRASE, tables=dossier.TABLES)
    assert numbers(opened.folder) == [1, 2]


def test_that_a_stick_that_is_away_is_named_and_cleaned_when_it_is_back(
    opened: Store, second: Path, tmp_path: Path
) -> None:
    second.rename(tmp_path / "weg")
    done = erasure.erase(opened, first(opened), "request")
    (away,) = [place for place in done.proof.places if place.place == "second"]
    assert (away.path, away.absent, away.done_at) == (str(second), True, None)
    opened.close()
    second.mkdir()  # another stick under the same name, with nothing of ours
    assert numbers(opened.folder) == [2]
    assert _second(opened.folder).done_at is None
    second.rmdir()
    (tmp_path / "weg").rename(second)
    assert numbers(opened.folder) == [2]
    assert backup.all_of(second) == ()
    found = _second(opened.folder)
    assert found.done_at is not None
    assert found.copies > 0


def test_that_every_place_that_a_copy_ever_went_to_is_cleaned_and_named(
    opened: Store, second: Path, tmp_path: Path
) -> None:
    """Whoever names a folder in a command, or chooses another second place, has forgotten it by then."""
    other = tmp_path / "schijf"
    other.mkdir()
    opened.second = other
    opened.backup()
    opened.second = None
    done = erasure.erase(opened, first(opened), "request")
    assert backup.all_of(second) == backup.all_of(other) == ()
    gone = {place.path: place.copies for place in done.proof.places if place.place == "second"}
    assert set(gone) == {str(second), str(other)}
    assert all(gone.values())
    assert erasure.is_done(done.proof)
    opened.close()


def _second(folder: Path) -> tombstones.Place:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    (proof,) = erasure.proofs(store)
    store.close()
    return next(place for place in proof.places if place.place == "second")


def test_that_a_place_where_something_can_not_be_removed_is_not_called_done(opened: Store) -> None:
    made = backup.all_of(opened.folder)[0]
    made.beside.unlink()
    (made.beside / "iets").mkdir(parents=True)  # no file, so it can't be unlinked
    done = erasure.erase(opened, first(opened), "request")
    assert {place.place for place in done.proof.places if place.done_at is None} == {"backups"}
    opened.close()
    assert numbers(opened.folder) == [2]
    assert all(place.done_at for place in _proof(opened.folder).places), "at the next start nothing was left of it"


def _proof(folder: Path) -> tombstones.Tombstone:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    (proof,) = erasure.proofs(store)
    store.close()
    return proof


# -- one person -------------------------------------------------------------------------------------------------


def test_that_erasing_one_person_leaves_the_others_and_the_secret(opened: Store) -> None:
    home = first(opened)
    with opened.change("Mens erbij"):
        gone = people.add(opened, home, name="Merel")
        problems.set_people(opened, problems.of_household(opened, home)[0].id, [gone])
    secret, whole = household.exchange_secret(opened, home), dossier.read(opened, home)
    erasure.erase(opened, home, "request", gone)
    after = dossier.read(opened, home)
    assert household.exchange_secret(opened, home) == secret
    assert [one.id for one in after.people] == [one.id for one in whole.people if one.id != gone]
    for part in dossier.PARTS:
        if part not in ("people", "problems"):
            assert getattr(after, part) == getattr(whole, part), part
    assert [one.words for one in after.problems] == [one.words for one in whole.problems]
    opened.close()


def test_that_what_is_about_one_person_goes_with_them(opened: Store) -> None:
    """Also where a row only names them: without them it would be said of everybody."""
    home = first(opened)
    with opened.change("Mens erbij"):
        gone = people.add(opened, home, name="Merel")
        made = measurements.add(opened, home, "trust", moment="start", on_day=DAY, value_e2=300, person=gone)
    erasure.erase(opened, home, "request", gone)
    assert made not in [one.id for one in dossier.read(opened, home).measurements]
    opened.close()


def test_that_an_old_copy_does_not_bring_one_person_back(opened: Store, second: Path, tmp_path: Path) -> None:
    home = first(opened)
    with opened.change("Mens erbij"):
        gone = people.add(opened, home, name="Merel Koekoeksbloem")
    opened.backup()
    shutil.copytree(second, tmp_path / "weg")
    key, others = opened.keys.key, len(people.of_household(opened, home)) - 1
    erasure.erase(opened, home, "request", gone)
    opened.close()
    copy = backup.all_of(tmp_path / "weg")[0]
    restore.restore(opened.folder, copy, PASSPHRASE, tables=dossier.TABLES)
    assert holding("Koekoeksbloem", opened.folder, key) == set()
    store = dossier.open_workspace(opened.folder, PASSPHRASE)
    assert len(people.of_household(store, home)) == others
    store.close()


def test_that_somebody_of_another_household_is_not_erased(opened: Store) -> None:
    stranger = people.of_household(opened, household.by_number(opened, 2).id)[0].id
    with pytest.raises(NotFound):
        erasure.erase(opened, first(opened), "request", stranger)
    assert erasure.proofs(opened) == ()
    opened.close()


def test_that_texts_about_others_with_the_name_are_told(opened: Store) -> None:
    home = first(opened)
    with opened.change("Mens erbij"):
        someone = people.add(opened, home, name="Merel")
        household.set_note(opened, home, "merel's zus belt. Merelstraat 3.")
        problems.add(opened, home, words="Merelstraat is te druk", life_domain="wonen")
    assert erasure.texts_naming(opened, home, someone) == {}
    with opened.change("Noemen"):
        problems.add(opened, home, words="Ruzie met MEREL", life_domain="wonen")
    assert erasure.texts_naming(opened, home, someone) == {"Probleem": 1}
    opened.close()


# -- refused, broken off ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("why", list(erasure.EXCEPTIONS))
def test_that_an_exception_forbids_it_and_is_noted_without_content(opened: Store, why: erasure.Exception_) -> None:
    with pytest.raises(InputError) as refused:
        erasure.refuse(opened, first(opened), why)
    assert "Er is niets gewist" in refused.value.sentence
    asked, because = opened.log_entries()[-2:]
    assert (asked.action, asked.object, asked.result) == ("wissen", "huishouden 1", "mislukt")
    assert because.object == f"niet gewist: {erasure.EXCEPTIONS[why].lower()}"
    assert household.by_number(opened, 1)
    opened.close()


def test_that_the_log_and_the_tombstone_hold_no_content(opened: Store) -> None:
    secret = household.exchange_secret(opened, first(opened)).hex()
    done = erasure.erase(opened, first(opened), "term-passed")
    assert done.proof.hash == tombstones.hash_of("household", secret)
    assert (done.proof.number, done.proof.ground, done.proof.kind) == (1, "term-passed", "household")
    for table in (*tombstones.TABLES,):
        for row in opened.rows(f"SELECT * FROM {table.name}"):
            assert MARKER not in repr(row)
            assert secret not in repr(row)
    assert any((line.action, line.object) == ("wissen", "huishouden 1") for line in opened.log_entries())
    assert opened.log_broken_at() is None
    opened.close()


def killed(work: Callable[[], object]) -> None:
    pid = os.fork()
    if not pid:
        try:
            work()
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL


def _die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


STEPS: dict[str, tuple[object, str]] = {
    "before the commit": (tombstones, "take_out"),
    "after the commit": (erasing, "finish"),
    "before the file is written anew": (cipher, "rewrite"),
    "between closing and opening": (cipher, "connect_to_write"),
    "before the fresh copy": (backup, "make"),
    "before the old copies go": (erased_copies, "settle"),
    "before that is written down": (tombstones, "mark"),
}


@pytest.mark.parametrize("step", STEPS)
def test_that_a_kill_at_any_step_leaves_all_or_nothing_and_the_next_start_ends_it(
    step: str, opened: Store, second: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = opened.keys.key
    opened.close()

    def work() -> None:
        store = dossier.open_workspace(opened.folder, PASSPHRASE)
        store.second = second
        monkeypatch.setattr(*STEPS[step], _die)
        erasure.erase(store, first(store), "request")

    killed(work)
    outside.run("dossier.open_workspace(folder, passphrase).close()", opened.folder)  # another process: as at a start
    if step == "before the commit":
        assert numbers(opened.folder) == [1, 2]
        return
    assert numbers(opened.folder) == [2]
    assert holding(MARKER, tmp_path, key) == set()
    assert all(place.done_at for place in _proof(opened.folder).places)


def test_that_a_full_disk_leaves_it_erased_and_says_that_copies_wait(opened: Store, monkeypatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise UserError("De schijf is vol.")

    monkeypatch.setattr(backup, "make", full)
    done = erasure.erase(opened, first(opened), "request")
    assert done.problem is not None
    assert [one.number for one in household.all_of(opened)] == [2]
    assert {place.place for place in done.proof.places if place.done_at is None} == {"backups", "kept", "second"}
    monkeypatch.undo()
    opened.close()
    assert numbers(opened.folder) == [2]
    assert {place.place for place in _proof(opened.folder).places if place.done_at is None} == set()


def test_that_no_copy_goes_and_nothing_is_undone_while_the_file_could_not_be_written_anew(
    opened: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy of now would have what the file still has between its rows."""
    copies = {made.path for made in backup.all_of(opened.folder)}
    monkeypatch.setattr(cipher, "rewrite", lambda _: False)
    done = erasure.erase(opened, first(opened), "request")
    assert done.problem is not None
    assert "opnieuw geschreven" in done.problem.sentence
    assert opened.undo_label is None
    opened.backup()
    assert copies < {made.path for made in backup.all_of(opened.folder)}
    assert {place.done_at for place in erasure.proofs(opened)[0].places} == {None}
    monkeypatch.undo()
    opened.close()
    assert numbers(opened.folder) == [2]
    assert copies.isdisjoint(made.path for made in backup.all_of(opened.folder))


def test_that_the_proof_of_one_person_counts_the_texts_that_keep_the_name(opened: Store) -> None:
    home = first(opened)
    with opened.change("Mens erbij"):
        person = people.add(opened, home, name="Merel")
        household.set_note(opened, home, "Merel belt morgen")
    assert erasure.erase(opened, home, "request", person).proof.naming == 1
    opened.close()
