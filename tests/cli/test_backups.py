"""Copies by command: made, listed without a passphrase, put back also when the workspace is damaged, practised."""

import re
from pathlib import Path

import pytest

from doorbraak.cli.passphrase import VARIABLE
from doorbraak.model.dossier import dossier, household
from doorbraak.model.workspace import DATABASE, backup, restore
from doorbraak.model.workspace.store import Store
from tests.cli.conftest import Command
from tests.conftest import PASSPHRASE


def names(folder: Path) -> list[str]:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    try:
        assert store.log_broken is None
        return [row.name for row in household.all_of(store)]
    finally:
        store.close()


@pytest.fixture
def two(filled: Path) -> Path:
    """casus-01 in every copy, and one more household since the oldest."""
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    with store.change("Toevoegen"):
        household.open_dossier(store, "Daarna", opened=household.all_of(store)[0].opened)
    store.close()
    return filled


def oldest(folder: Path) -> str:
    return backup.all_of(folder)[-1].path.stem


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_that_backup_makes_a_checked_copy_here_and_elsewhere(doorbraak: Command, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    before = len(backup.all_of(filled))
    said = doorbraak("backup", "--workspace", filled, "--second", tmp_path / "stick")
    assert said.code == 0
    assert "nagekeken" in said.out
    assert len(backup.all_of(filled)) == before + 1
    assert len(backup.all_of(tmp_path / "stick")) == 1


def test_that_a_second_place_in_the_workspace_is_refused_before_anything(doorbraak: Command, filled: Path) -> None:
    before = len(backup.all_of(filled))
    said = doorbraak("backup", "--workspace", filled, "--second", filled)
    assert said.code == 1
    assert "in de werkmap zelf" in said.sentence
    assert len(backup.all_of(filled)) == before


def test_that_the_list_asks_no_passphrase(doorbraak: Command, two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    said = doorbraak("restore", "--list", "--workspace", two)
    assert said.code == 0
    assert [line.split()[-1] for line in said.out.splitlines()[1:]] == [copy.path.stem for copy in backup.all_of(two)]


def test_that_a_copy_comes_back_by_name_and_the_file_of_before_is_named(doorbraak: Command, two: Path) -> None:
    said = doorbraak("restore", "--copy", oldest(two), "--workspace", two)
    assert said.code == 0, said.err
    assert "met 1 huishouden." in said.out
    (kept,) = restore.kept_files(two)
    assert str(kept) in said.out
    assert len(names(two)) == 1


def test_that_a_damaged_workspace_is_restored_by_command(doorbraak: Command, two: Path) -> None:
    damage(two / DATABASE)
    assert doorbraak("show", "--workspace", two).code == 1
    assert doorbraak("restore", "--latest", "--workspace", two).code == 0
    assert names(two)[-1] == "Daarna"
    assert "Bewaard van voor een terugzetting: 1" in doorbraak("check", "--workspace", two).out


def test_that_a_copy_of_the_second_place_comes_back_in_an_empty_folder(
    doorbraak: Command, two: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    doorbraak("backup", "--workspace", two, "--second", stick)
    listed = doorbraak("restore", "--list", "--workspace", tmp_path / "nieuw", "--second", stick).out
    name = re.findall(r"tweede-plek/\S+", listed)[0]
    said = doorbraak("restore", "--copy", name, "--workspace", tmp_path / "nieuw", "--second", stick)
    assert said.code == 0, said.err
    assert names(tmp_path / "nieuw")[-1] == "Daarna"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["--copy", "bestaat-niet"], 1, "geen kopie met deze naam"),
        ([], 2, "Kies één van"),
        (["--latest", "--list"], 2, "gaan niet samen"),
    ],
)
def test_that_a_restore_that_is_not_clear_changes_nothing(
    doorbraak: Command, two: Path, words: list[str], code: int, sentence: str
) -> None:
    said = doorbraak("restore", "--workspace", two, *words)
    assert said.code == code
    assert sentence in said.err
    assert len(names(two)) == 2


def test_that_without_copies_it_is_said(doorbraak: Command, tmp_path: Path) -> None:
    assert "geen kopieën" in doorbraak("restore", "--latest", "--workspace", tmp_path).sentence
    said = doorbraak("restore", "--list", "--workspace", tmp_path)
    assert (said.code, said.out) == (0, "Er zijn nog geen kopieën.\n")


def test_that_the_drill_prints_or_writes_its_report(doorbraak: Command, two: Path, tmp_path: Path) -> None:
    said = doorbraak("restore-drill", "--workspace", two)
    assert said.code == 0, said.err
    assert "Verslag van een oefening" in said.out
    out = tmp_path / "verslag.txt"
    assert doorbraak("restore-drill", "--workspace", two, "--out", out).code == 0
    assert "kopieën zijn terug te zetten" in out.read_text()
    assert "bestaat al" in doorbraak("restore-drill", "--workspace", two, "--out", out).sentence
    inside = doorbraak("restore-drill", "--workspace", two, "--out", two / "verslag.txt")
    assert inside.code == 1


def test_that_the_drill_and_check_fail_on_a_copy_that_is_not_good(doorbraak: Command, two: Path) -> None:
    damage(backup.all_of(two)[0].path)
    said = doorbraak("restore-drill", "--workspace", two)
    assert said.code == 1
    assert "niet goed" in said.out
    assert "niet terug te zetten" in said.err
    checked = doorbraak("check", "--workspace", two)
    assert checked.code == 1
    assert "de nieuwste is niet goed" in checked.out
    assert "beschadigd" in checked.sentence
