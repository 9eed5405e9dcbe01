"""One open workspace: what a change promises, also when everything around it goes wrong."""

import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, goals, household, people
from doorbraak.model.errors import DiskFailed, NotFound, UserError, WorkspaceExists, WorkspaceMissing
from doorbraak.model.workspace import DATABASE, creation
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.place import MOVED
from doorbraak.model.workspace.store import Changes, Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside

DAY = date(2024, 1, 1)
MARKER = "Zilverberkstraatgeheim"


def add(store: Store, name: str = "Huis") -> int:
    with store.change("Toevoegen"):
        return household.open_dossier(store, name, opened=DAY)


def names(store: Store) -> list[str]:
    return [row.name for row in household.all_of(store)]


def test_that_a_question_about_a_row_that_is_gone_says_so(store: Store) -> None:
    home = add(store)
    assert store.one("SELECT name FROM household WHERE id = ?", [home]) == ("Huis",)
    said = outside.refused(NotFound, lambda: store.one("SELECT name FROM household WHERE id = ?", [home + 1]))
    with store.change("Wijzigen"):
        assert said == outside.refused(NotFound, lambda: store.update("household", home + 1, name="x"))


# -- creating ---------------------------------------------------------------------------------------


def test_that_files_are_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "diep" / "werkmap"
    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, cost=CHEAP)
    add(store)
    store.backup()
    while_open = outside.modes(folder)
    store.close()
    assert {DATABASE, DATABASE + "-journal", SLOTS, "backups"} <= while_open.keys()
    for modes in (while_open, outside.modes(folder)):
        for name, mode in modes.items():
            assert mode == (0o700 if name in (".", "backups") else 0o600), name


def test_that_a_workspace_keeps_its_title_and_mark(tmp_path: Path) -> None:
    folder = tmp_path / "werkmap"
    Store.create(folder, PASSPHRASE, dossier.TABLES, title=" Wijk\0team ", example=True, cost=CHEAP)[0].close()
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    assert (store.title, store.example) == ("Wijkteam", True)
    store.close()


def test_that_a_workspace_is_never_overwritten(workspace: Path) -> None:
    before = outside.content(workspace)
    outside.refused(WorkspaceExists, lambda: Store.create(workspace, PASSPHRASE, dossier.TABLES, cost=CHEAP))
    assert outside.content(workspace) == before


@pytest.mark.parametrize("left", [SLOTS, DATABASE + "-journal"])
def test_that_nothing_is_made_over_what_another_workspace_left(workspace: Path, left: str) -> None:
    (workspace / DATABASE).rename(workspace.parent / "verplaatst.db")  # its slots stay, or its journal
    (workspace / SLOTS).rename(workspace / left)
    before = outside.content(workspace)
    outside.refused(WorkspaceExists, lambda: Store.create(workspace, PASSPHRASE, dossier.TABLES, cost=CHEAP))
    assert outside.content(workspace) == before


def test_that_an_interrupted_creation_can_be_repeated(tmp_path: Path) -> None:
    code = """
import os
from doorbraak.model.workspace import creation
stop = STOP
calls = 0
def watch(event, arguments):
    global calls
    if event in ("open", "os.rename", "sqlcipher3.connect", "os.remove", "os.chmod", "os.mkdir"):
        calls += str(folder) in str(arguments)
        if calls == stop:
            os._exit(0)
sys.addaudithook(watch)
Store.create(folder, passphrase, dossier.TABLES, cost=keys.Cost(1, 65536))[0].close()
print("made")
"""
    made = 0
    for stop in range(1, 15):
        folder = tmp_path / f"werkmap {stop}"
        made += outside.run(code.replace("STOP", str(stop)), folder) == "made"
        if not (folder / DATABASE).exists():
            Store.create(folder, PASSPHRASE, dossier.TABLES, cost=CHEAP)[0].close()
        outside.opens_whole(folder)
        assert not list(folder.glob("*.nieuw*"))
        if made:
            break
    assert 4 < stop < 14, "it was really broken off in between, and the last one was not"


def test_that_a_creation_broken_off_between_its_statements_can_be_repeated(tmp_path: Path) -> None:
    folder = tmp_path / "werkmap"
    code = """
import os
from doorbraak.model.workspace import log
log.append = lambda *_: os._exit(0)
Store.create(folder, passphrase, dossier.TABLES, cost=keys.Cost(1, 65536))
"""
    assert outside.run(code, folder) == ""
    assert (folder / creation.UNFINISHED).exists()
    outside.refused(WorkspaceMissing, lambda: Store.open(folder, PASSPHRASE, dossier.TABLES))
    Store.create(folder, PASSPHRASE, dossier.TABLES, cost=CHEAP)[0].close()
    outside.opens_whole(folder)


def test_that_a_folder_without_a_workspace_is_named(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    (tmp_path / "map" / DATABASE).mkdir(parents=True)
    for folder in (tmp_path, tmp_path / "nergens", tmp_path / "bestand", tmp_path / "map"):
        outside.refused_untouched(WorkspaceMissing, folder)


# -- changing ---------------------------------------------------------------------------------------


def test_that_an_edit_is_there_after_close_and_open(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    add(store, "Bewaard")
    store.close()
    again = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert names(again) == ["Bewaard"]
    again.close()


@pytest.mark.parametrize("error", [ZeroDivisionError, NotFound, KeyboardInterrupt, SystemExit, MemoryError])
def test_that_any_exception_leaves_the_file_as_it_was(store: Store, error: type[BaseException]) -> None:
    add(store)
    lines = store.log_entries()
    with pytest.raises(error), store.change("Breekt af"):  # noqa: PT012
        household.open_dossier(store, "Half", opened=DAY)
        raise error("x")
    assert names(store) == ["Huis"]
    assert store.log_entries() == lines
    add(store, "Verder")
    assert names(store) == ["Huis", "Verder"]


def test_that_a_change_within_a_change_ends_both_with_nothing_written(store: Store) -> None:
    with pytest.raises(RuntimeError), store.change("Buiten"):  # noqa: PT012
        household.open_dossier(store, "Buiten", opened=DAY)
        add(store, "Binnen")
    assert names(store) == []
    add(store, "Verder")
    assert names(store) == ["Verder"]


@pytest.mark.parametrize("act", ["undo", "note", "draft", "backup", "close"])
def test_that_nothing_else_starts_within_a_change(store: Store, act: str) -> None:
    add(store)
    acts = {
        "undo": store.undo,
        "note": lambda: store.note("inzien", "huishouden 1"),
        "draft": lambda: store.drafts.keep("a", "b"),
        "backup": store.backup,
        "close": store.close,
    }
    with pytest.raises(RuntimeError), store.change("Buiten"):  # noqa: PT012
        household.open_dossier(store, "Half", opened=DAY)
        acts[act]()
    assert names(store) == ["Huis"]
    assert store.drafts.all() == {}
    add(store, "Verder")
    assert names(store) == ["Huis", "Verder"]


def test_that_a_verb_outside_a_change_is_refused(store: Store) -> None:
    home = add(store)
    for verb in (
        lambda: household.open_dossier(store, "Los", opened=DAY),
        lambda: household.rename(store, home, "Los"),
        lambda: household.remove(store, home),
    ):
        with pytest.raises(RuntimeError):
            verb()
    assert names(store) == ["Huis"]


def test_that_an_edit_of_a_row_that_is_gone_is_not_lost_in_silence(store: Store) -> None:
    home = add(store)
    store.undo()
    with pytest.raises(NotFound), store.change("Naam wijzigen"):
        household.rename(store, home, "Getypt")
    assert store.redo_label == "Toevoegen"


def test_that_an_edit_that_changes_nothing_of_a_row_that_is_there_is_fine(store: Store) -> None:
    home = add(store)
    with store.change("Naam wijzigen"):
        household.rename(store, home, "Huis")
    assert store.undo_label == "Toevoegen"


def test_that_a_refused_statement_can_be_followed_by_another_in_one_step(store: Store) -> None:
    import sqlcipher3

    home = add(store)
    with store.change("Tweede poging"):
        with pytest.raises(sqlcipher3.dbapi2.IntegrityError):
            store.insert("person", household=999_999, name="a", role="", birth_year=None, lives_here="x")
        people.add(store, home, name="b")
    assert [person.name for person in people.of_household(store, home)] == ["b"]
    store.undo()
    assert people.of_household(store, home) == ()


# -- listeners --------------------------------------------------------------------------------------


def test_that_a_listener_that_fails_is_reported_and_stops_neither_the_others_nor_the_change(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: reported.append(kind))
    told: list[Changes] = []

    def fails(changes: Changes) -> None:
        raise ZeroDivisionError

    store.listeners += [fails, told.append]
    add(store)
    assert names(store) == ["Huis"]
    assert [changes.label for changes in told] == ["Toevoegen"]
    assert reported == [ZeroDivisionError]
    store.undo()
    assert len(told) == len(reported) == 2


def test_that_a_listener_is_told_after_the_commit_and_may_change_things(store: Store) -> None:
    def once(changes: Changes) -> None:
        store.listeners.remove(once)
        assert names(store) == ["Huis"]
        add(store, "Van de luisteraar")

    store.listeners.append(once)
    add(store)
    assert names(store) == ["Huis", "Van de luisteraar"]
    store.undo()
    assert names(store) == ["Huis"]


def test_that_a_listener_may_close_the_workspace(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    store.listeners.append(lambda changes: store.close() and None)
    add(store)
    outside.opens_whole(workspace)


# -- drafts -----------------------------------------------------------------------------------------


def test_that_a_draft_comes_back_as_typed_and_is_outside_undo(workspace: Path) -> None:
    typed = {"naam 1": " half\n'ding' ", "bedrag": "12,,5", "leeg": ""}
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    add(store)
    for place, content in typed.items():
        store.drafts.keep(place, "eerst")
        store.drafts.keep(place, content)
    store.undo()
    assert store.drafts.all() == typed
    store.close()
    again = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert again.drafts.all() == typed
    again.drafts.drop("bedrag")
    again.drafts.drop("nergens")
    assert set(again.drafts.all()) == {"naam 1", "leeg"}
    again.close()


def test_that_a_draft_survives_a_kill(workspace: Path) -> None:
    code = """
import os
store = Store.open(folder, passphrase, dossier.TABLES)
store.drafts.keep("naam", "nog niet af")
os._exit(0)
"""
    outside.run(code, workspace)
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert store.drafts.all() == {"naam": "nog niet af"}
    store.close()


@pytest.mark.parametrize("typed", ["\ud83d", "a\0b", "\udcff en meer", "x" * 1_000_000])
def test_that_a_draft_takes_whatever_a_keyboard_gives(store: Store, typed: str) -> None:
    store.drafts.keep("naam", typed)
    assert len(store.drafts.all()["naam"]) == len(typed.replace("\0", ""))


def test_that_a_draft_never_shows_up_at_a_row_that_came_later(store: Store) -> None:
    # A draft names its row by id: an id that was given out twice would show one family's words at another.
    last = add(store, "Weg")
    with store.change("Persoon"):
        person = people.add(store, last, name="Eerste")
    store.drafts.keep(f"person {person}", "van de eerste familie")
    with store.change("Verwijderen"):
        household.remove(store, last)
    new = add(store, "Nieuw")
    with store.change("Persoon"):
        assert people.add(store, new, name="Ander") > person
    assert new > last


def test_that_an_id_is_not_used_again_after_close_and_open_either(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    last = add(store, "Weg")
    with store.change("Verwijderen"):
        household.remove(store, last)
    store.close()
    again = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert add(again, "Nieuw") > last
    again.close()


def test_that_undo_gives_a_row_back_its_own_id_and_not_the_next(store: Store) -> None:
    home = add(store, "Weg")
    with store.change("Verwijderen"):
        household.remove(store, home)
    store.undo()
    assert [row.id for row in household.all_of(store)] == [home]
    store.undo()
    assert household.all_of(store) == ()
    assert add(store, "Ander") > home, "also after an addition that was taken back"


# -- closing ----------------------------------------------------------------------------------------


def test_that_closing_twice_does_nothing_more(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert store.close("vergrendelen") is None
    before = outside.content(workspace)
    assert store.close() is None
    assert outside.content(workspace) == before


def test_that_nothing_can_be_read_or_written_after_closing(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    add(store)
    store.close()
    before = outside.content(workspace)
    for act in (
        lambda: names(store),
        lambda: add(store),
        store.undo,
        lambda: store.drafts.keep("a", "b"),
        store.backup,
    ):
        with pytest.raises(Exception, match="closed"):
            act()
    assert outside.content(workspace) == before
    assert store.keys.key == b""


def test_that_a_folder_that_vanished_is_said_at_close_and_ends_it(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    add(store)
    workspace.rename(workspace.parent / "weg")
    problem = store.close()
    assert isinstance(problem, UserError)
    (workspace.parent / "weg").rename(workspace)
    outside.opens_whole(workspace)


def copied_over(folder: Path) -> None:
    """The same bytes at the same place, but another file: what a program that syncs folders does."""
    (folder / "nieuw").write_bytes((folder / DATABASE).read_bytes())
    (folder / "nieuw").replace(folder / DATABASE)


TAKEN_AWAY: dict[str, Callable[[Path], object]] = {
    "folder renamed": lambda folder: folder.rename(folder.parent / "weg"),
    "file removed": lambda folder: (folder / DATABASE).unlink(),
    "file replaced": copied_over,
    "all removed": shutil.rmtree,
}


@pytest.mark.parametrize("how", TAKEN_AWAY)
def test_that_nothing_is_called_saved_when_the_file_is_no_longer_at_its_place(workspace: Path, how: str) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    home = add(store)
    heard: list[Changes] = []
    store.listeners.append(heard.append)
    TAKEN_AWAY[how](workspace)
    for act in (
        lambda: add(store, "Te laat"), lambda: store.drafts.keep("naam", "te laat"), store.undo, store.backup,
        lambda: store.note("inzien", "huishouden 1"),
    ):  # fmt: skip
        assert outside.refused(DiskFailed, act) == MOVED
    assert heard == []
    assert [row.id for row in household.all_of(store)] == [home]
    problem = store.close()
    assert isinstance(problem, DiskFailed)
    assert problem.sentence == MOVED
    assert "wel bewaard" not in problem.sentence
    assert "alles daarvoor" not in problem.sentence


def test_that_no_copy_is_made_in_another_workspace_that_took_the_place(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    add(store)
    workspace.rename(workspace.parent / "weg")
    Store.create(workspace, PASSPHRASE, dossier.TABLES, cost=CHEAP)[0].close()
    before = outside.content(workspace)
    assert isinstance(store.close(), DiskFailed)
    assert outside.content(workspace) == before


def test_that_a_folder_that_was_put_back_goes_on_as_before(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    workspace.rename(workspace.parent / "weg")
    outside.refused(DiskFailed, lambda: add(store))
    (workspace.parent / "weg").rename(workspace)
    add(store, "Weer terug")
    assert store.close() is None
    outside.opens_whole(workspace)


# -- where it writes --------------------------------------------------------------------------------

SESSION = """
store, code = Store.create(folder, passphrase, dossier.TABLES, title=MARKER, cost=keys.Cost(1, 65536))
from doorbraak.model.dossier import goals, people, problems
with store.change("Toevoegen"):
    home = household.open_dossier(store, MARKER, opened=date(2024, 1, 1), note=MARKER * 100)
    goals.add(store, home, words=MARKER)
    person = people.add(store, home, name=MARKER)
    problems.add(store, home, words=MARKER, life_domain="x", people=(person,))
store.drafts.keep("naam", MARKER)
store.backup()
with store.change("Weg"):
    household.remove(store, home)
store.undo(); store.redo(); store.undo()
store.rows("SELECT note FROM household ORDER BY note, name")
"""


@pytest.mark.parametrize("end", ["store.close()", "import os; os._exit(0)"])
def test_that_what_was_typed_is_in_no_file_at_all(tmp_path: Path, end: str) -> None:
    fresh = {name: str(tmp_path / name) for name in (
        "HOME", "TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
        "XDG_STATE_HOME", "XDG_RUNTIME_DIR",
    )}  # fmt: skip
    for place in fresh.values():
        Path(place).mkdir()
    folder = tmp_path / "werkmap"
    code = f"MARKER = {MARKER!r}\n{SESSION}\nassert store.rows('SELECT name FROM household') == [(MARKER,)]\n{end}"
    outside.run(code, folder, **fresh)
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) >= 4
    for path in written:
        assert path.is_relative_to(folder), path
        content = path.read_bytes()
        for spelled in (MARKER.encode(), MARKER.encode("utf-16-le"), PASSPHRASE.encode(), MARKER[:12].encode()):
            assert spelled not in content, path.name
    outside.opens_whole(folder)


def test_that_file_names_tell_nothing(workspace: Path) -> None:
    outside.run(f"MARKER = {MARKER!r}\n{SESSION}\nstore.close()", workspace.parent / "ander")
    names_there = [path.name for path in (workspace.parent / "ander").rglob("*")]
    assert len(names_there) >= 4
    assert not any(MARKER.lower() in name.lower() for name in names_there)


def test_that_a_household_read_back_is_the_one_written(store: Store) -> None:
    home = add(store, "Familie 'd\"É\U0001f3e0'")
    with store.change("Doel"):
        goals.add(store, home, words="regel een\nregel twee")
    read = dossier.read(store, home)
    assert read.household.name == "Familie 'd\"É\U0001f3e0'"
    assert [goal.words for goal in read.goals] == ["regel een\nregel twee"]
