"""The restore drill: each copy put back apart, checked, and nothing left behind or changed."""

import json
import os
from datetime import date, datetime
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import WrongPassphrase
from doorbraak.model.workspace import DATABASE, backup, copy_check, drill, exact_copy, passphrase, second_copy
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside

TODAY = date(2024, 5, 15)


@pytest.fixture
def copies(workspace: Path) -> list[backup.Backup]:
    """Three copies with one, two and three households, oldest first."""
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    made = []
    for number in range(3):
        with store.change("Toevoegen"):
            household.open_dossier(store, f"Huis {number} Bakker", opened=outside.DAY)
        made.append(store.backup())
    store.close()
    return made


def test_that_each_copy_is_tried_newest_first_and_nothing_changes(workspace: Path, copies: list[backup.Backup]) -> None:
    before = outside.content(workspace)
    tried = drill.drill(workspace, PASSPHRASE)
    assert [(one.households, one.faults) for one in tried] == [(3, ()), (2, ()), (1, ())]
    assert all(one.size > 4096 and one.seconds > 0 for one in tried)
    assert outside.content(workspace) == before
    assert not [path for path in (workspace / backup.FOLDER).iterdir() if path.is_dir()]


def test_that_it_may_be_done_while_the_workspace_is_open(workspace: Path, copies: list[backup.Backup]) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert all(not one.faults for one in drill.drill(workspace, PASSPHRASE))
    assert outside.run(outside.OPEN_AND_SAY, workspace) == "FileInUse", "its lock still holds"
    store.close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_that_a_pipe_with_the_name_of_a_drill_keeps_nobody_waiting(
    workspace: Path, copies: list[backup.Backup]
) -> None:
    """As old as what a killed drill left, and what is swept at a drill and at opening."""
    pipe = workspace / backup.FOLDER / f"{copy_check.PREFIX}oud"
    os.mkfifo(pipe)
    os.utime(pipe, (0, 0))
    assert len(drill.drill(workspace, PASSPHRASE)) == 3
    Store.open(workspace, PASSPHRASE, dossier.TABLES).close()
    assert pipe.exists()


def test_that_the_second_place_is_tried_too(workspace: Path, copies: list[backup.Backup], tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    second_copy.copy(copies[1], tmp_path / "stick")
    tried = drill.drill(workspace, PASSPHRASE, tmp_path / "stick")
    assert [one.elsewhere for one in tried].count(True) == 1
    assert len(tried) == 4
    assert "tweede plek" in drill.report(tried, TODAY)


def test_that_a_damaged_copy_is_told_and_the_others_are_tried(workspace: Path, copies: list[backup.Backup]) -> None:
    content = bytearray(copies[1].path.read_bytes())
    content[len(content) // 2] ^= 1
    copies[1].path.write_bytes(content)
    tried = drill.drill(workspace, PASSPHRASE)
    assert [bool(one.faults) for one in tried] == [False, True, False]
    said = drill.report(tried, TODAY)
    assert "2 van 3 kopieën zijn terug te zetten" in said
    assert "niet goed" in said
    assert "beschadigd" in said


def test_that_a_copy_that_vanished_is_told(
    workspace: Path, copies: list[backup.Backup], monkeypatch: pytest.MonkeyPatch
) -> None:
    going = drill.one_by_one(workspace, PASSPHRASE)
    next(going)
    copies[0].path.unlink()
    (last,) = list(going)[1:]
    assert "niet te lezen" in last.faults[0]


def test_that_a_wrong_passphrase_is_no_damaged_copy(workspace: Path, copies: list[backup.Backup]) -> None:
    outside.refused(WrongPassphrase, lambda: drill.drill(workspace, "iets heel anders dan dit"))


def test_that_a_copy_of_before_a_leak_is_no_bad_copy_and_nobody_is_told_to_keep_it(
    workspace: Path, copies: list[backup.Backup]
) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    passphrase.renew(store, PASSPHRASE, "drie gele fietsen buiten", cost=CHEAP)
    store.close()
    tried = drill.drill(workspace, "drie gele fietsen buiten")
    assert [one.outcome for one in tried] == ["goed", *["andere wachtzin"] * 4]
    assert not any(one.faults for one in tried)
    said = drill.report(tried, TODAY)
    assert "1 van 1 kopieën is terug te zetten" in said
    assert "4 kopieën gaan open met een andere wachtzin" in said
    assert "Vernietig de oude kopieën" in said
    assert "Bewaar haar" not in said
    assert max(map(len, said.splitlines())) <= 80


def test_that_a_copy_that_lost_its_slots_is_not_taken_for_one_of_before(
    workspace: Path, copies: list[backup.Backup]
) -> None:
    beside = json.loads(copies[1].beside.read_text())
    copies[1].beside.write_text(json.dumps({**beside, "slots": {}}))
    content = bytearray(copies[1].path.read_bytes())
    content[0] ^= 1
    copies[1].path.write_bytes(content)
    assert [one.outcome for one in drill.drill(workspace, PASSPHRASE)] == ["goed", "niet goed", "goed"]


def test_that_each_is_put_back_in_a_closed_folder_among_the_copies(
    workspace: Path, copies: list[backup.Backup], monkeypatch: pytest.MonkeyPatch
) -> None:
    places = []
    whole = exact_copy.make

    def watched(source: Path, target: Path) -> None:
        whole(source, target)
        assert target.name == DATABASE
        places.append((target.parent.parent, outside.modes(target.parent)))

    monkeypatch.setattr(exact_copy, "make", watched)
    drill.drill(workspace, PASSPHRASE)
    assert places == [(workspace / backup.FOLDER, {".": 0o700, DATABASE: 0o600})] * 3


def test_that_without_copies_the_report_says_what_to_do(workspace: Path) -> None:
    assert drill.drill(workspace, PASSPHRASE) == ()
    assert "nog geen kopieën" in drill.report((), TODAY)


def test_that_the_report_prints_and_names_nobody(workspace: Path, copies: list[backup.Backup]) -> None:
    said = drill.report(drill.drill(workspace, PASSPHRASE), TODAY)
    assert "Datum: 15-05-2024" in said
    assert "3 van 3 kopieën zijn terug te zetten" in said
    assert f"{copies[0].at:%d-%m-%Y %H:%M}" in said
    assert max(map(len, said.splitlines())) <= 80
    assert "Bakker" not in said
    assert str(workspace) not in said


def test_that_the_report_says_it_when_no_copy_is_good() -> None:
    bad = drill.Tried(datetime(2024, 5, 1), None, 0, 0.1, ("Deze kopie is beschadigd.",))
    said = drill.report([bad], TODAY)
    assert "geen enkele kopie" in said
    assert "?" in said


def test_that_what_is_yielded_can_be_stopped_and_leaves_nothing(workspace: Path, copies: list[backup.Backup]) -> None:
    going = drill.one_by_one(workspace, PASSPHRASE)
    assert next(going).households == 3
    going.close()
    assert not [path for path in (workspace / backup.FOLDER).iterdir() if path.is_dir()]
