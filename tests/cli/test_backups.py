"""Copies by command: made, listed without a passphrase, put back also when the workspace is damaged, practised."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from doorbraak.cli.passphrase import VARIABLE
from doorbraak.model.dossier import dossier, erasure, household
from doorbraak.model.errors import WrongPassphrase
from doorbraak.model.exchange import receiving
from doorbraak.model.workspace import DATABASE, backup, kept, passphrase
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from tests.cli.conftest import Command
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.exchange.coordination import DAY, Laptop, begun


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


def test_that_a_clock_that_was_set_back_is_said_with_the_copy(doorbraak: Command, filled: Path) -> None:
    assert "klok" not in doorbraak("backup", "--workspace", filled).out
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    later = (datetime.now(UTC) + timedelta(days=40)).isoformat(timespec="seconds")
    with store.file.transaction():
        store.file.log("inzien", "werkmap", at=later)
    store.close()
    said = doorbraak("backup", "--workspace", filled)
    assert said.code == 0
    assert "Let op: de klok van deze laptop loopt achter" in said.out


def test_that_a_copy_that_a_command_made_elsewhere_is_known_to_who_erases(
    doorbraak: Command, filled: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    doorbraak("backup", "--workspace", filled, "--second", stick)
    store = dossier.open_workspace(filled, PASSPHRASE)
    done = erasure.erase(store, household.by_number(store, 1).id, "request")
    store.close()
    assert backup.all_of(stick) == ()
    assert str(stick) in [place.path for place in done.proof.places if place.done_at]


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
    (was,) = kept.files(two)
    assert str(was) in said.out
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


NEW = "drie gele fietsen buiten"


@pytest.fixture
def leaked(two: Path) -> Path:
    """The passphrase leaked since all copies but the newest were made."""
    store = Store.open(two, PASSPHRASE, dossier.TABLES)
    passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
    store.close()
    return two


def opens_with(folder: Path, secret: str) -> bool:
    try:
        Store.open(folder, secret, dossier.TABLES).close()
    except WrongPassphrase:
        return False
    return True


def test_that_a_copy_of_before_a_leak_asks_what_opens_the_workspace_now_and_keeps_its_key(
    doorbraak: Command, leaked: Path, tmp_path: Path
) -> None:
    words = ("restore", "--copy", oldest(leaked), "--workspace", leaked)
    refused = doorbraak(*words)
    assert refused.code == 1
    assert "--present-passphrase-file" in refused.sentence
    assert "--present-lost" in refused.sentence
    assert not kept.all_of(leaked)
    (tmp_path / "nu").write_text(NEW)
    said = doorbraak(*words, "--present-passphrase-file", tmp_path / "nu")
    assert said.code == 0, said.err
    assert "met de wachtzin van nu" in said.out
    assert "gelden weer" not in said.out
    assert (opens_with(leaked, NEW), opens_with(leaked, PASSPHRASE)) == (True, False)


def test_that_a_lost_passphrase_of_now_is_said_with_what_follows_and_what_to_type(
    doorbraak: Command, leaked: Path
) -> None:
    said = doorbraak("restore", "--copy", oldest(leaked), "--present-lost", "--workspace", leaked)
    assert said.code == 0, said.err
    assert "gelden weer" in said.out
    assert "doorbraak passphrase --leaked" in said.out
    assert "logboek van na deze kopie gingen niet mee" in said.out
    aside = sum(one.copy is not None for one in kept.all_of(leaked))
    counted = "1 kopie die regels kent" if aside == 1 else f"{aside} kopieën die regels kennen"
    assert counted in said.out
    assert "backups/bewaard" in said.out
    assert len(names(leaked)) == 1


def test_that_the_list_shows_what_restores_put_aside_and_a_copy_among_it_comes_back(
    doorbraak: Command, leaked: Path, tmp_path: Path
) -> None:
    assert "bewaard" not in doorbraak("backup", "--list", "--workspace", leaked).out
    newest = backup.all_of(leaked)[0].path.stem
    doorbraak("restore", "--copy", oldest(leaked), "--present-lost", "--workspace", leaked)
    for command in ("backup", "restore"):
        said = doorbraak(command, "--list", "--workspace", leaked).out
        assert "werkmap van vóór het terugzetten" in said
        assert f"bewaard/{newest}  (opzij gezette kopie)" in said
    (tmp_path / "nieuw").write_text(NEW)
    (tmp_path / "oud").write_text(PASSPHRASE)
    back = ("--passphrase-file", tmp_path / "nieuw", "--present-passphrase-file", tmp_path / "oud")
    said = doorbraak("restore", "--copy", f"bewaard/{newest}", "--workspace", leaked, *back)
    assert said.code == 0, said.err
    assert len(household_names(leaked)) == 2


def household_names(folder: Path) -> list[str]:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    try:
        return [row.name for row in household.all_of(store)]
    finally:
        store.close()


def test_that_the_drill_is_no_failure_because_of_copies_of_before_a_leak(
    doorbraak: Command, leaked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, NEW)
    said = doorbraak("restore-drill", "--workspace", leaked)
    assert said.code == 0, said.err
    assert "andere wachtzin" in said.out


def test_that_a_folder_that_is_not_there_is_no_folder_without_copies(doorbraak: Command, tmp_path: Path) -> None:
    for command in ("backup", "restore"):
        said = doorbraak(command, "--list", "--workspace", tmp_path / "verschreven")
        assert said.code == 1
        assert said.sentence.startswith("Deze map bestaat niet. Er is niets veranderd.")


ABSENT = "De tweede plek is er nu niet. Er is niets veranderd. Sluit de schijf aan, of laat --second weg."


@pytest.mark.parametrize(
    "words",
    [
        ("restore", "--latest"), ("restore", "--keys"), ("restore", "--list"), ("restore", "--copy", "x"),
        ("restore-drill",), ("backup", "--list"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_file", [False, True])
def test_that_a_second_place_that_is_not_there_is_never_passed_over(
    doorbraak: Command, two: Path, tmp_path: Path, words: tuple[str, ...], is_file: bool
) -> None:
    if is_file:
        (tmp_path / "stikc").touch()
    before = (two / DATABASE).read_bytes()
    said = doorbraak(*words, "--workspace", two, "--second", tmp_path / "stikc")
    assert (said.code, said.sentence) == (1, ABSENT)
    assert said.out == ""
    assert (two / DATABASE).read_bytes() == before


def test_that_keys_of_a_copy_come_back_and_the_dossiers_are_said_to_be_as_they_were(
    doorbraak: Command, two: Path
) -> None:
    (two / SLOTS).unlink()
    said = doorbraak("restore", "--keys", "--workspace", two)
    assert said.code == 0, said.err
    assert "De dossiers zijn niet veranderd." in said.out


@pytest.fixture
def coordinated(tmp_path: Path) -> Path:
    """A coordinator's, with one sender and one file that came in."""
    store = begun(tmp_path / "coordinator")
    laptop = Laptop(1)
    path = tmp_path / "een.doorbraak"
    path.write_bytes(laptop.file(store, range(6)))
    receiving.receive(store, [path], DAY)
    store.close()
    return tmp_path / "coordinator"


def test_that_copies_of_a_coordinator_tell_of_senders_and_files_and_of_no_households(
    doorbraak: Command, coordinated: Path
) -> None:
    listed = doorbraak("restore", "--list", "--workspace", coordinated).out
    drilled = doorbraak("restore-drill", "--workspace", coordinated)
    assert drilled.code == 0, drilled.err
    restored = doorbraak("restore", "--latest", "--workspace", coordinated)
    assert restored.code == 0, restored.err
    for said in (listed, drilled.out, restored.out):
        assert "1 afzender, 1 bestand" in said
        assert "uishouden" not in said
        assert "?" not in said
    (coordinated / SLOTS).unlink()
    keys = doorbraak("restore", "--keys", "--workspace", coordinated)
    assert keys.code == 0, keys.err
    assert "dossiers" not in keys.out
    assert "niet veranderd" in keys.out


def test_that_keys_that_are_nowhere_are_no_word_about_dossiers_of_a_coordinator(
    doorbraak: Command, coordinated: Path
) -> None:
    for path in (coordinated / backup.FOLDER).iterdir():
        path.unlink()
    (coordinated / SLOTS).unlink()
    said = doorbraak("restore", "--keys", "--workspace", coordinated)
    assert said.code == 1
    assert "dossiers" not in said.sentence


def test_that_a_report_is_not_written_in_another_workspace(doorbraak: Command, two: Path, tmp_path: Path) -> None:
    (tmp_path / "collega" / "onder").mkdir(parents=True)
    (tmp_path / "collega" / DATABASE).write_bytes(b"van een collega")
    for out in (tmp_path / "collega" / "verslag.txt", tmp_path / "collega" / "onder" / "verslag.txt"):
        said = doorbraak("restore-drill", "--workspace", two, "--out", out)
        assert said.code == 1
        assert "map van een werkmap" in said.sentence
        assert not out.exists()


def test_that_who_types_the_lost_passphrase_after_all_is_told_of_the_copies_that_were_put_aside(
    doorbraak: Command, leaked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = backup.all_of(leaked)[0].path.stem
    doorbraak("restore", "--copy", oldest(leaked), "--present-lost", "--workspace", leaked)
    wrong = "helemaal niets daarvan"
    monkeypatch.setenv(VARIABLE, wrong)
    assert "bewaard" not in doorbraak("restore", "--latest", "--workspace", leaked).sentence
    monkeypatch.setenv(VARIABLE, NEW)
    said = doorbraak("restore", "--latest", "--workspace", leaked)
    assert said.code == 1
    assert f"doorbraak restore --copy bewaard/{newest}" in said.sentence
    assert len(names(leaked)) == 1
