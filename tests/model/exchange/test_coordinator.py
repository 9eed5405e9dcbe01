"""A coordinator's workspace: of its own kind, with a key that leaves it nowhere, and codes that only grow."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.errors import InputError, OtherWorkspace
from doorbraak.model.exchange import coordinator, coordinator_key, coordinator_tables, refusals
from doorbraak.model.exchange.refusals import ExchangeRefused
from doorbraak.model.workspace import DATABASE, backup, drill, restore
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.faults import words
from tests.model.exchange.caseloads import TEAMS, WIJKEN
from tests.model.exchange.coordination import DAY, LATER, Laptop, begun, believed, plain_bytes, take


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "coordinator"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    opened = begun(folder)
    yield opened
    opened.close()


def test_that_neither_kind_of_workspace_opens_as_the_other_and_both_say_so(store: Store, workspace: Path) -> None:
    store.close()
    before = (store.folder / DATABASE).read_bytes(), (workspace / DATABASE).read_bytes()
    with pytest.raises(OtherWorkspace) as household:
        dossier.open_workspace(store.folder, PASSPHRASE)
    with pytest.raises(OtherWorkspace) as coordinators:
        coordinator.open_workspace(workspace, PASSPHRASE, DAY)
    assert household.value.sentence != coordinators.value.sentence
    for error in (household, coordinators):
        assert not words.fault_in(error.value.sentence)
    assert "coördinator" in household.value.sentence
    assert before == ((store.folder / DATABASE).read_bytes(), (workspace / DATABASE).read_bytes()), "nothing changed"
    coordinator.open_workspace(store.folder, PASSPHRASE, DAY).close()
    dossier.open_workspace(workspace, PASSPHRASE).close()


def test_that_a_workspace_from_before_there_were_two_kinds_has_households(workspace: Path) -> None:
    opened = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    with opened.file.transaction():
        opened.file.db.execute("DELETE FROM setting WHERE name = 'kind'")
    opened.close()
    dossier.open_workspace(workspace, PASSPHRASE).close()
    with pytest.raises(OtherWorkspace):
        coordinator.open_workspace(workspace, PASSPHRASE, DAY)


def test_that_it_is_copied_and_put_back_like_any_other(store: Store) -> None:
    believed(store, Laptop(1))
    copy = store.backup()
    with store.change("Weg"):
        store.delete("sender", 1)
    store.close()
    tried = drill.drill(store.folder, PASSPHRASE)
    assert [one.outcome for one in tried] == ["goed"] * len(tried)
    assert len(tried) >= 2
    done = restore.restore(store.folder, copy, PASSPHRASE, tables=coordinator_tables.TABLES)
    assert done.households == 0
    again = coordinator.open_workspace(store.folder, PASSPHRASE, DAY)
    assert again.rows("SELECT count(*) FROM sender") == [(1,)]
    assert backup.all_of(store.folder)
    again.close()


def test_that_a_key_is_made_also_when_making_the_workspace_was_broken_off(folder: Path) -> None:
    made, _ = Store.create(folder, PASSPHRASE, coordinator_tables.TABLES, cost=CHEAP, kind="coordinator")
    made.close()
    opened = coordinator.open_workspace(folder, PASSPHRASE, DAY)
    (pair,) = coordinator.key_pairs(opened)
    assert pair.opens(DAY)
    opened.close()


def test_that_the_private_key_is_in_the_encrypted_file_only(store: Store, tmp_path: Path) -> None:
    (pair,) = coordinator.key_pairs(store)
    content = coordinator.key_file(store)
    assert coordinator_key.decode(content).public == pair.public
    store.backup()
    for path in (file for file in store.folder.rglob("*") if file.is_file()):
        stored = path.read_bytes() if path.name != DATABASE else b""  # its lock would go with the handle
        for key in (pair.private, pair.private.hex().encode()):
            assert key not in stored
    assert pair.private.hex().encode() not in content
    log = " ".join(entry.object for entry in store.log_entries())
    assert pair.private.hex() not in log
    assert pair.private.hex().encode() in plain_bytes(store, tmp_path / "plain.db"), (
        "else this looked in the wrong place"
    )


def test_that_the_key_file_holds_the_codes_of_teams_and_wijken(store: Store) -> None:
    found = coordinator_key.decode(coordinator.key_file(store))
    assert (found.teams, found.wijken) == (TEAMS, WIJKEN)
    coordinator.add_codes(store, {"team": {"noord": "Noord\u200b en  centrum", "oost": "Team Oost"}})
    found = coordinator_key.decode(coordinator.key_file(store))
    assert [(code.id, code.label) for code in found.teams] == [
        ("noord", "Noord en centrum"), ("zuid", "Team Zuid"), ("oost", "Team Oost"),
    ]  # fmt: skip
    known = coordinator.catalogue_of(store).tables["households_team"]
    assert known.knows("oost")


@pytest.mark.parametrize("code", ["overig", "geen", "", "a" * 21, "é", "a b", "=1", "x|y", "１"])
def test_that_a_code_that_could_be_read_as_another_is_refused(store: Store, code: str) -> None:
    with pytest.raises(InputError) as error:
        coordinator.add_codes(store, {"team": {"goed": "Goed", code: "Naam"}})
    assert not words.fault_in(error.value.sentence)
    assert coordinator.codes(store)["team"] == TEAMS, "all or none"


@pytest.mark.parametrize("label", ["", "\u200b", "x" * 61])
def test_that_a_team_needs_a_name(store: Store, label: str) -> None:
    with pytest.raises(InputError):
        coordinator.add_codes(store, {"wijk": {"w3": label}})


def test_that_an_old_key_opens_files_until_its_day_and_both_fingerprints_are_in_the_log(store: Store) -> None:
    first, second = Laptop(1), Laptop(2)
    believed(store, first, second)
    old_files = [one.file(store, range(5)) for one in (first, second)]
    old = coordinator.handed_out(store)
    new = coordinator.rotate(store, DAY + timedelta(days=30), DAY)
    assert coordinator_key.decode(coordinator.key_file(store)).public == new.public
    logged = " ".join(entry.object for entry in store.log_entries())
    assert f"{new.spoken} in plaats van {old.spoken}" in logged
    assert (new.teams, new.wijken) == (old.teams, old.wijken)
    assert take(store, old_files[0], DAY + timedelta(days=30)) == "taken"
    with pytest.raises(ExchangeRefused) as error:
        take(store, old_files[1], DAY + timedelta(days=31))
    assert error.value.sentence == refusals.NOT_FOR_US
    assert take(store, second.file(store, range(5)), LATER) == "taken"


def test_that_a_private_key_that_opens_nothing_more_is_gone_and_not_before(store: Store) -> None:
    waiting = Laptop(1)
    believed(store, waiting)
    assert take(store, waiting.file(store, range(2))) == "waits"
    coordinator.rotate(store, DAY, DAY)
    coordinator.rotate(store, DAY, DAY)
    assert take(store, waiting.file(store, range(2))) == "again", "the same content under a new key"

    def opened_later() -> list[bool]:
        store.close()
        again = coordinator.open_workspace(store.folder, PASSPHRASE, LATER)
        try:
            return [bool(pair.private) for pair in coordinator.key_pairs(again)]
        finally:
            again.close()

    assert opened_later() == [True, False, True], "the first is what the small file was sealed to"


def test_that_a_day_that_has_been_is_no_term(store: Store) -> None:
    with pytest.raises(InputError) as error:
        coordinator.rotate(store, date(2026, 10, 4), DAY)
    assert not words.fault_in(error.value.sentence)
    assert len(coordinator.key_pairs(store)) == 1


def test_that_every_column_has_a_privacy_class_and_there_is_no_table_of_households(store: Store) -> None:
    for table in coordinator_tables.TABLES:
        columns = {name for (name,) in store.rows("SELECT name FROM pragma_table_info(?)", [table.name])}
        assert columns == set(table.column_names)
        assert {column.privacy for column in table.columns} <= {"never", "counted"}
        assert not table.undoable
    names = {name for (name,) in store.rows("SELECT name FROM main.sqlite_master WHERE type = 'table'")}
    assert names.isdisjoint(table.name for table in dossier.TABLES)
