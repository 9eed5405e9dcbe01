"""`doorbraak export` for the coordinator: key in, röntgen on the screen, sealed file out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household, profile
from doorbraak.model.exchange import (
    container,
    coordinator_key,
    coordinator_key_changes,
    export_periods,
    lacking,
    periods,
    sent,
    xray_words,
)
from doorbraak.model.exchange.table_catalogue import Code
from doorbraak.model.workspace.store import Store
from tests.cli.conftest import Command, Said
from tests.conftest import PASSPHRASE
from tests.faults import words
from tests.model.exchange.caseloads import OTHER_PRIVATE, PRIVATE, add_bare, key_of, known_tables, take_key

TODAY = date.today()
QUARTER = export_periods.last_quarter(TODAY)


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "sleutel.json"
    path.write_bytes(coordinator_key.encode(key_of()))
    return path


@pytest.fixture
def sender(filled: Path) -> Path:
    """A closed workspace with a household that was there all last year, and the coordinator's key."""
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    add_bare(store, opened=date(TODAY.year - 1, 1, 1))
    take_key(store)
    with store.change("Invullen"):
        lacking.fill_in(store, "noord", "w1", [home.number for home in household.all_of(store)])
    store.close()
    return filled


@pytest.fixture
def exchange(doorbraak: Command, sender: Path, tmp_path: Path):
    def run(folder: str = "uit", *more: object) -> Said:
        return doorbraak("export", "--exchange", "--out", tmp_path / folder, *more, "--workspace", sender)

    return run


def opened(folder: Path, private: bytes = PRIVATE) -> container.Opened:
    (path,) = folder.iterdir()
    return container.open_(path.read_bytes(), private, known_tables())


def digits(private: bytes = PRIVATE) -> str:
    return key_of(private).spoken


def taken(folder: Path) -> str | None:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    key = sent.coordinator(store)
    store.close()
    return key.fingerprint if key else None


@pytest.mark.parametrize("form", [digits(), digits().replace(" ", "-"), digits().replace(" ", "")])
def test_that_the_key_is_taken_with_the_digits_that_were_read_aloud(
    doorbraak: Command, workspace: Path, key_file: Path, form: str
) -> None:
    said = doorbraak("export", "--coordinator-key", key_file, "--fingerprint", form, "--workspace", workspace)
    assert (said.code, said.err) == (0, "")
    assert "overgenomen" in said.out
    assert taken(workspace) == key_of().fingerprint


@pytest.mark.parametrize("given", [(), ("--fingerprint", digits(OTHER_PRIVATE)), ("--fingerprint", "0412")])
def test_that_no_key_is_taken_without_its_own_digits_and_they_are_not_shown(
    doorbraak: Command, workspace: Path, key_file: Path, given: tuple[str, ...]
) -> None:
    said = doorbraak("export", "--coordinator-key", key_file, *given, "--workspace", workspace)
    assert said.code == 1
    assert "niets overgenomen" in said.sentence
    assert digits() not in said.out + said.err
    assert taken(workspace) is None


def test_that_another_key_says_that_it_replaces_the_first(doorbraak: Command, sender: Path, tmp_path: Path) -> None:
    other = tmp_path / "ander.json"
    other.write_bytes(coordinator_key.encode(key_of(OTHER_PRIVATE)))
    given = ("--fingerprint", digits(OTHER_PRIVATE), "--workspace", sender)
    assert "vervangt" in doorbraak("export", "--coordinator-key", other, *given).out
    assert "vervangt" not in doorbraak("export", "--coordinator-key", other, *given).out
    assert taken(sender) == key_of(OTHER_PRIVATE).fingerprint


def test_that_without_digits_it_says_what_would_change_and_changes_nothing(
    doorbraak: Command, sender: Path, tmp_path: Path
) -> None:
    newer = tmp_path / "nieuwer.json"
    newer.write_bytes(coordinator_key.encode(replace(key_of(), wijken=(Code("w1", "Wijk Een"),))))
    said = doorbraak("export", "--coordinator-key", newer, "--workspace", sender)
    assert said.code == 1
    assert "niets overgenomen" in said.sentence
    assert coordinator_key_changes.SAME_KEY in said.out
    assert "Wijk met een andere naam: Wijk 1 heet nu Wijk Een." in said.out
    store = Store.open(sender, PASSPHRASE, dossier.TABLES)
    assert sent.coordinator(store) == key_of()
    store.close()


def test_that_digits_of_the_key_alone_do_not_vouch_for_its_teams(
    doorbraak: Command, workspace: Path, tmp_path: Path
) -> None:
    forged = tmp_path / "vals.json"
    forged.write_bytes(coordinator_key.encode(replace(key_of(), teams=(Code("noord", "Team Zuid"),))))
    for digits in (key_of().spoken, coordinator_key.spoken(key_of().fingerprint)):
        said = doorbraak("export", "--coordinator-key", forged, "--fingerprint", digits, "--workspace", workspace)
        assert said.code == 1
    assert taken(workspace) is None


def test_that_what_is_no_key_file_is_refused(doorbraak: Command, workspace: Path, casus_file: Path) -> None:
    given = ("--fingerprint", digits(), "--workspace", workspace)
    said = doorbraak("export", "--coordinator-key", casus_file, *given)
    assert said.code == 1
    assert "geen sleutelbestand" in said.sentence


def test_that_the_file_of_the_last_quarter_opens_with_the_coordinators_key_alone(exchange, tmp_path: Path) -> None:
    said = exchange()
    assert (said.code, said.err) == (0, "")
    payload = opened(tmp_path / "uit").payload
    assert (payload.period, payload.households, payload.example) == (str(QUARTER), 2, True)
    with pytest.raises(Exception, match="voor een andere coördinator"):
        opened(tmp_path / "uit", OTHER_PRIVATE)


def test_that_it_says_what_was_made_in_the_agreed_words(exchange) -> None:
    said = exchange().out
    assert "Gepseudonimiseerd - persoonsgegevens, alleen voor de coördinator." in said
    assert xray_words.EXAMPLE in said
    assert xray_words.size_of(2) in said
    assert "Jouw controlegetal" in said
    assert "anoniem" not in said.lower()


def test_that_a_first_file_without_team_or_wijk_is_made_only_when_that_is_typed(
    exchange, sender: Path, tmp_path: Path
) -> None:
    store = Store.open(sender, PASSPHRASE, dossier.TABLES)
    with store.change("Leeg"):
        profile.write(store, profile.Profile())
        household.set_wijk(store, household.by_number(store, 2).id, "")
    store.close()
    said = exchange()
    assert said.code == 1
    assert not words.fault_in(said.sentence)
    assert "Je team is nog niet gekozen." in said.sentence
    assert "huishoudens met nummer: 2." in said.sentence
    assert not (tmp_path / "uit").exists()
    assert exchange("uit", "--incomplete").code == 0
    assert exchange("nog-eens").code == 0, "it left: nothing can be mended any more"


def test_that_a_year_can_be_asked_for(exchange, tmp_path: Path) -> None:
    assert exchange("uit", "--period", TODAY.year - 1).code == 0
    assert opened(tmp_path / "uit").payload.period == str(TODAY.year - 1)


def test_that_the_same_file_goes_again_and_it_says_so(exchange, tmp_path: Path) -> None:
    exchange("eerst")
    assert xray_words.again_of(0) in exchange("nog-eens").out
    assert opened(tmp_path / "eerst").payload == opened(tmp_path / "nog-eens").payload


def test_that_codes_that_another_key_lacks_are_said_before_anything_is_made(
    exchange, sender: Path, tmp_path: Path
) -> None:
    exchange("eerst")
    store = Store.open(sender, PASSPHRASE, dossier.TABLES)
    take_key(store, coordinator_key.CoordinatorKey(key_of(OTHER_PRIVATE).public, (), key_of().wijken))
    store.close()
    said = exchange("nog-eens")
    assert said.code == 1
    assert "team noord" in said.sentence
    assert not (tmp_path / "nog-eens").exists()


def test_that_each_file_is_a_log_line_without_a_name_or_a_place(exchange, sender: Path, tmp_path: Path) -> None:
    exchange()
    store = Store.open(sender, PASSPHRASE, dossier.TABLES)
    (line,) = [one for one in store.log_entries() if one.object.startswith("uitwisselbestand")]
    store.close()
    assert (line.action, line.origin) == ("uitvoeren", "opdrachtregel")
    assert f"{QUARTER} nummer 1" in line.object
    assert str(tmp_path) not in line.object


@pytest.mark.parametrize(
    ("period", "words"),
    [("2026Q5", "geen periode"), (str(periods.quarter_of(TODAY)), "nog niet voorbij"), ("2001Q1", "geen dossier open")],
)
def test_that_a_period_that_can_not_leave_is_refused_and_nothing_is_written(
    exchange, tmp_path: Path, period: str, words: str
) -> None:
    said = exchange("uit", "--period", period)
    assert said.code == 1
    assert words in said.sentence
    assert not (tmp_path / "uit").exists()


def test_that_without_a_key_nothing_is_made(doorbraak: Command, filled: Path, tmp_path: Path) -> None:
    said = doorbraak("export", "--exchange", "--out", tmp_path / "uit", "--workspace", filled)
    assert said.code == 1
    assert "nog geen sleutel" in said.sentence
    assert not (tmp_path / "uit").exists()


def test_that_a_folder_with_files_is_left_alone_and_nothing_is_remembered(
    exchange, sender: Path, tmp_path: Path
) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").write_text("van iemand")
    assert "lege map" in exchange("vol").sentence
    assert "map van een werkmap" in exchange(str(sender / "uit")).sentence
    store = Store.open(sender, PASSPHRASE, dossier.TABLES)
    assert sent.files(store) == ()
    store.close()
    assert [path.name for path in (tmp_path / "vol").iterdir()] == ["brief.txt"]


def test_that_the_röntgen_is_shown_and_nothing_is_made(doorbraak: Command, exchange, sender: Path) -> None:
    said = doorbraak("export", "--xray", "--workspace", sender)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Uitwisselbestand: {xray_words.EXCHANGE_LABEL}")
    assert f"Huishouden 2\t{xray_words.IN_NO_CELL}" in said.out
    store = Store.open(sender, PASSPHRASE, dossier.TABLES)
    assert sent.files(store) == ()
    assert ("inzien", "uitwisselen") in [(one.action, one.object) for one in store.log_entries()]
    store.close()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--out", "uit", "--period", "2026Q3"), "--exchange of --xray"),
        (("--xray", "--fingerprint", "0412"), "--coordinator-key"),
        (("--xray", "--party", "zorgverzekeraar"), "--party"),
        (("--xray", "--incomplete"), "--exchange"),
        (("--xray", "--exchange"), "--out"),
    ],
)
def test_that_an_option_that_would_do_nothing_is_refused(
    doorbraak: Command, workspace: Path, words: tuple[str, ...], said: str
) -> None:
    found = doorbraak("export", *words, "--workspace", workspace)
    assert found.code == 1
    assert said in found.sentence


def test_that_without_out_or_xray_the_usage_is_wrong(doorbraak: Command, workspace: Path) -> None:
    found = doorbraak("export", "--exchange", "--workspace", workspace)
    assert found.code == 2
    assert "--xray" in found.err
