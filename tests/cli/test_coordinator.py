"""The coordinator at a keyboard: a workspace, a key to hand out, senders to believe, files to take in."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from doorbraak.model.exchange import container, coordinator, coordinator_key, periods, table_catalogue
from doorbraak.model.exchange.coordinator_key import CoordinatorKey
from tests.cli.conftest import Command
from tests.conftest import PASSPHRASE
from tests.faults import words
from tests.model.exchange.caseloads import PERIOD, payload_of
from tests.model.exchange.coordination import Laptop, home

ONE, OTHER = Laptop(1), Laptop(2)


@pytest.fixture
def place(doorbraak: Command, tmp_path: Path) -> Path:
    """A coordinator's workspace with the codes of the caseloads, and its key file."""
    folder = tmp_path / "coordinator"
    assert doorbraak("coordinator", "new", "--workspace", folder).code == 0
    given = ("--team", "noord=Team Noord", "--team", "zuid=Team Zuid", "--wijk", "w1=Wijk 1", "--wijk", "w2=Wijk 2")
    said = doorbraak("coordinator", "key", "--out", tmp_path / "sleutel.json", *given, "--workspace", folder)
    assert said.code == 0
    key = coordinator_key.decode((tmp_path / "sleutel.json").read_bytes())
    assert key.spoken in said.out
    return folder


def key_of(place: Path, name: str = "sleutel.json") -> CoordinatorKey:
    return coordinator_key.decode((place.parent / name).read_bytes())


def file_of(place: Path, laptop: Laptop, homes: range, name: str, key: str = "sleutel.json", **other: object) -> Path:
    found = key_of(place, key)
    tables = table_catalogue.load().with_codes(found.codes)
    made = payload_of(
        [home(number) for number in homes], tables, sender=laptop.id, coordinator=found.fingerprint, **other
    )
    path = place.parent / name
    path.write_bytes(container.seal(made, laptop.seed, found.public))
    return path


def test_that_a_workspace_is_made_and_its_recovery_code_shown_once(doorbraak: Command, tmp_path: Path) -> None:
    said = doorbraak("coordinator", "new", "--workspace", tmp_path / "c", "--title", "Zuidstad")
    assert (said.code, said.err) == (0, "")
    assert said.out.count("Herstelcode:") == 1
    store = coordinator.open_workspace(tmp_path / "c", PASSPHRASE, date(2026, 10, 5))
    assert (store.title, store.example) == ("Zuidstad", False)
    store.close()


def test_that_without_a_folder_it_lies_beside_the_households_and_not_among_them(
    doorbraak: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("doorbraak.paths.data_folder", lambda: tmp_path / "Doorbraak")
    assert doorbraak("new").code == 0
    assert doorbraak("coordinator", "new").code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"Doorbraak", "Doorbraak-coordinator"}
    assert doorbraak("show").code == 0
    assert doorbraak("coordinator", "senders").code == 0


def test_that_the_way_from_a_first_file_to_one_that_counts_can_be_typed(doorbraak: Command, place: Path) -> None:
    at = ("--workspace", place)
    first = file_of(place, ONE, range(6), "een.doorbraak")
    said = doorbraak("receive", first, *at)
    assert said.code == 0
    assert said.out.startswith("een.doorbraak: Dit uitwisselbestand is ontvangen. Het wacht nog")
    assert "doorbraak coordinator senders" in said.out
    said = doorbraak("coordinator", "senders", "--period", PERIOD, *at)
    assert f"controlegetal: {ONE.spoken}" in said.out
    assert f"{PERIOD}: wacht op bevestiging" in said.out
    assert not words.fault_in(
        doorbraak("coordinator", "confirm", 1, "--fingerprint", *OTHER.spoken.split(), *at).sentence
    )
    said = doorbraak("coordinator", "confirm", 1, "--fingerprint", *ONE.spoken.split(), *at)
    assert "nu meetellen: 1" in said.out
    assert doorbraak("coordinator", "label", 1, "Laptop van Noord", *at).code == 0
    said = doorbraak("coordinator", "senders", "--period", PERIOD, "--period", "2026", *at)
    assert "   1  Laptop van Noord" in said.out
    assert f"{PERIOD}: ontvangen" in said.out
    assert "2026: nog niet ontvangen" in said.out
    assert f"laatste periode: {PERIOD}" in said.out
    again = "Dit uitwisselbestand was al ontvangen. Er is niets veranderd."
    assert doorbraak("receive", first, *at).out == f"een.doorbraak: {again}\n"


def test_that_one_bad_file_is_said_on_stderr_and_stops_no_other(
    doorbraak: Command, place: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "werkblad.doorbraak"
    bad.write_bytes(b"PK\x03\x04xl/workbook.xml")
    good = file_of(place, ONE, range(6), "goed.doorbraak")
    said = doorbraak("receive", bad, tmp_path / "nergens", good, place / "dossiers.db", "--workspace", place)
    assert said.code == 1
    assert said.out.startswith("goed.doorbraak: ")
    lines = said.err.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["werkblad.doorbraak", "nergens", "dossiers.db"]
    assert "Dat leest het programma nooit" in lines[0]
    assert str(tmp_path) not in said.err
    assert doorbraak("coordinator", "senders", "--workspace", place).out.count("controlegetal") == 2, "line and hint"


def test_that_a_withdrawn_sender_is_in_the_list_and_its_files_are_refused(doorbraak: Command, place: Path) -> None:
    at = ("--workspace", place)
    doorbraak("receive", file_of(place, ONE, range(6), "een.doorbraak"), *at)
    doorbraak("coordinator", "confirm", 1, "--fingerprint", ONE.spoken, *at)
    assert doorbraak("coordinator", "withdraw", 1, "--erase", *at).code == 0
    assert f"ingetrokken op {date.today():%d-%m-%Y}" in doorbraak("coordinator", "senders", *at).out
    said = doorbraak("receive", file_of(place, ONE, range(9), "twee.doorbraak", sequence=2), *at)
    assert (said.code, said.out) == (1, "")
    assert "ingetrokken" in said.err


def test_that_withdrawing_asks_for_a_word_that_says_what_goes(doorbraak: Command, place: Path) -> None:
    at = ("--workspace", place)
    doorbraak("receive", file_of(place, ONE, range(6), "een.doorbraak"), *at)
    doorbraak("coordinator", "label", 1, "Laptop van Noord", *at)
    said = doorbraak("coordinator", "withdraw", 1, *at)
    assert said.code == 1
    assert not words.fault_in(said.sentence)
    assert "Laptop van Noord" in said.sentence
    assert "--erase" in said.sentence
    assert "ingetrokken" not in doorbraak("coordinator", "senders", *at).out


def test_that_a_folder_gives_its_exchange_files_and_an_empty_one_is_said(
    doorbraak: Command, place: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "gekregen"
    folder.mkdir()
    said = doorbraak("receive", folder, "--workspace", place)
    assert said.code == 1
    assert not words.fault_in(said.sentence)
    for laptop, name in ((ONE, "een.doorbraak"), (OTHER, "twee.doorbraak")):
        file_of(place, laptop, range(6), name).rename(folder / name)
    (folder / "brief.txt").write_text("niets")
    said = doorbraak("receive", folder, "--workspace", place)
    assert (said.code, said.err) == (0, "")
    assert [line.partition(":")[0] for line in said.out.splitlines()][:2] == ["een.doorbraak", "twee.doorbraak"]


def test_that_a_key_is_replaced_and_the_old_one_opens_files_until_its_day(doorbraak: Command, place: Path) -> None:
    at = ("--workspace", place)
    old = file_of(place, ONE, range(6), "oud.doorbraak")
    until = date.today() + timedelta(days=20)
    said = doorbraak("coordinator", "rotate", "--until", until.isoformat(), *at)
    assert said.code == 0
    assert f"{until:%d-%m-%Y}" in said.out
    assert doorbraak("coordinator", "key", "--out", place.parent / "nieuw.json", *at).code == 0
    assert key_of(place, "nieuw.json").teams == key_of(place).teams
    assert key_of(place, "nieuw.json").public != key_of(place).public
    assert doorbraak("receive", old, *at).code == 0
    assert doorbraak("receive", file_of(place, OTHER, range(6), "n.doorbraak", "nieuw.json"), *at).code == 0


@pytest.mark.parametrize(
    "typed",
    [
        ("coordinator", "key", "--out", "PLACE/sleutel.json"),
        ("coordinator", "key", "--out", "PLACE/coordinator/s.json"),
        ("coordinator", "key", "--out", "PLACE/s.json", "--team", "noord"),
        ("coordinator", "key", "--out", "PLACE/s.json", "--wijk", "overig=x"),
        ("coordinator", "confirm", "7", "--fingerprint", "1234"),
        ("coordinator", "confirm", "99", "--fingerprint", "0" * 24),
        ("coordinator", "label", "0", "x"), ("coordinator", "withdraw", str(2**80)),
        ("coordinator", "rotate", "--until", "morgen"), ("coordinator", "rotate", "--until", "2020-01-01"),
    ],
)  # fmt: skip
def test_that_what_cannot_be_done_is_said_in_one_sentence_and_changes_nothing(
    doorbraak: Command, place: Path, typed: tuple[str, ...]
) -> None:
    said = doorbraak(*(word.replace("PLACE", str(place.parent)) for word in typed), "--workspace", place)
    assert said.code == 1
    assert not words.fault_in(said.sentence)
    assert not (place.parent / "s.json").exists()
    assert coordinator_key.decode((place.parent / "sleutel.json").read_bytes()).public == key_of(place).public


def test_that_a_period_that_is_none_is_said(doorbraak: Command, place: Path) -> None:
    said = doorbraak("coordinator", "senders", "--period", "2026Q5", "--workspace", place)
    assert (said.code, said.sentence) == (1, periods.WRONG)


def test_that_each_kind_of_workspace_is_refused_by_the_commands_of_the_other(
    doorbraak: Command, place: Path, workspace: Path
) -> None:
    for typed in (("show",), ("export", "--out", place.parent / "uit")):
        said = doorbraak(*typed, "--workspace", place)
        assert (said.code, said.out) == (1, "")
        assert "werkmap van een coördinator" in said.sentence
    for typed in (("coordinator", "senders"), ("receive", place.parent / "sleutel.json")):
        said = doorbraak(*typed, "--workspace", workspace)
        assert (said.code, said.out) == (1, "")
        assert "werkmap met huishoudens" in said.sentence


def test_that_copies_log_and_passphrase_are_a_coordinators_too(doorbraak: Command, place: Path) -> None:
    at = ("--workspace", place)
    assert doorbraak("backup", *at).code == 0
    assert doorbraak("receive", file_of(place, ONE, range(6), "een.doorbraak"), *at).code == 0
    assert f"uitwisselbestand {PERIOD} nummer 1" in doorbraak("log", "list", *at).out
    assert doorbraak("log", "verify", *at).code == 0
    assert doorbraak("restore-drill", *at).code == 0
    said = doorbraak("restore", "--latest", *at)
    assert (said.code, said.err) == (0, "")
    assert ONE.spoken in doorbraak("coordinator", "senders", *at).out
    phrase = place.parent / "nieuw"
    phrase.write_text("vijf andere losse woorden samen\n")
    assert doorbraak("passphrase", "--new-passphrase-file", phrase, *at).code == 0
    assert doorbraak("coordinator", "senders", *at, "--passphrase-file", phrase).code == 0


def test_that_a_folder_without_a_workspace_gets_the_command_that_makes_one(doorbraak: Command, tmp_path: Path) -> None:
    said = doorbraak("receive", tmp_path / "x", "--workspace", tmp_path / "leeg")
    assert said.sentence.endswith("doorbraak coordinator new.")


@pytest.mark.parametrize("act", ["new", "key", "senders", "confirm", "label", "withdraw", "rotate"])
def test_that_every_command_explains_itself_in_dutch(doorbraak: Command, act: str) -> None:
    said = doorbraak("coordinator", act, "--help")
    assert said.code == 0
    assert said.out.startswith("Gebruik: doorbraak coordinator " + act)
    assert "--workspace MAP" in said.out
