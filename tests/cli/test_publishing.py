"""Publishing at a keyboard: once for ever, whole files or none, and a line in the log for what left."""

import hashlib
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from doorbraak import paths
from doorbraak.cli import publishing
from doorbraak.model.exchange import (
    coordinator,
    periods,
    publication_checks,
    publication_gemeente,
    publication_package,
    publication_print,
    publication_reading,
    published,
    published_rules,
    senders,
    yearly,
)
from tests.cli.conftest import Command
from tests.conftest import PASSPHRASE
from tests.faults import words
from tests.model.exchange.coordination import LATER, Laptop, begun, believed, take
from tests.model.exchange.merged_caseloads import NEXT, PERIOD
from tests.model.exchange.test_ledger_kept import HOMES, LAPTOPS, send

ZIP, QUARTER = "doorbraak-2026Q3.zip", periods.parse(PERIOD)


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both quarters are over."""
    today_is(monkeypatch, LATER)


def today_is(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    class Day(date):
        @classmethod
        def today(cls) -> "Day":
            return cls(day.year, day.month, day.day)

    monkeypatch.setattr(publishing, "date", Day)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A coordinator's workspace with the files of one quarter, and those of the next with one laptop less."""
    store = begun(tmp_path / "coordinator")
    believed(store, *LAPTOPS)
    send(store, HOMES)
    send(store, {**HOMES, 3: HOMES[3][:10]}, NEXT, PERIOD, sequence=2)
    store.close()
    return tmp_path / "coordinator"


@pytest.fixture
def at(place: Path) -> tuple[object, ...]:
    return ("--workspace", place)


def kept(place: Path) -> Iterator[str]:
    store = coordinator.open_workspace(place, PASSPHRASE, date(2026, 10, 5))
    found = published.kept_periods(store)
    store.close()
    return map(str, found)


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def description(package: Path) -> bytes:
    with zipfile.ZipFile(package) as archive:
        return archive.read(publication_package.DESCRIPTION)


def test_that_a_publication_is_written_whole_and_read_back(
    doorbraak: Command, place: Path, at: tuple[object, ...], tmp_path: Path
) -> None:
    out = tmp_path / "uit" / "publicatie"
    said = doorbraak("publish", "--period", PERIOD, "--out", out, "--gemeente", "GM0363", *at)
    assert said.code == 0
    assert "ligt vast" in said.out
    assert "Statistisch beveiligd" in said.out
    assert "anoniem" not in said.out
    assert said.err.splitlines()[0].startswith("De cijfers worden beveiligd")
    found = publication_reading.read(out / ZIP)
    assert found.households == 60
    assert f"Controlegetal van deze cijfers: {publication_print.spoken(found)}" in said.out
    store = coordinator.open_workspace(place, PASSPHRASE, date(2026, 10, 5))
    assert published.kept_in(store, QUARTER) == found
    assert published.kept_in(store, periods.parse(NEXT)) is None
    store.close()


def test_that_it_is_the_same_when_repeated_and_in_the_log_each_time(
    doorbraak: Command, place: Path, at: tuple[object, ...], tmp_path: Path
) -> None:
    for name in ("een", "twee", "twee"):
        assert doorbraak("publish", "--period", PERIOD, "--out", tmp_path / name, *at).code == 0
    assert content(tmp_path / "een") == content(tmp_path / "twee")
    lines = doorbraak("log", "list", *at).out
    digest = hashlib.sha256((tmp_path / "een" / ZIP).read_bytes()).hexdigest()
    assert lines.count(f"publicatie {PERIOD}") == lines.count(digest) == 3
    assert str(tmp_path) not in lines
    assert doorbraak("log", "verify", *at).code == 0


def test_that_who_is_missing_is_said_before_it_is_for_ever(
    doorbraak: Command, place: Path, at: tuple[object, ...], tmp_path: Path
) -> None:
    store = coordinator.open_workspace(place, PASSPHRASE, date(2026, 10, 5))
    believed(store, Laptop(9))
    senders.label(store, 4, "Team Zuid")
    store.close()
    given = ("publish", "--period", PERIOD, "--out", tmp_path / "uit")
    said = doorbraak(*given, *at)
    assert (said.code, said.out) == (1, "")
    assert not words.fault_in(said.sentence)
    assert "3 van de 4 afzenders zijn binnen. Nog niet: Team Zuid." in said.sentence
    assert "--incomplete" in said.sentence
    assert list(kept(place)) == []
    said = doorbraak(*given, "--incomplete", *at)
    assert said.code == 0
    assert "Nog niet: Team Zuid." in said.out


def test_that_a_team_that_comes_later_changes_no_earlier_publication(
    doorbraak: Command, place: Path, at: tuple[object, ...], tmp_path: Path
) -> None:
    assert doorbraak("publish", "--period", PERIOD, "--out", tmp_path / "een", *at).code == 0
    given = ("--team", "west=Team West", "--team", "noord=Andere naam")
    assert doorbraak("coordinator", "key", "--out", tmp_path / "sleutel.json", *given, *at).code == 0
    assert doorbraak("publish", "--period", PERIOD, "--out", tmp_path / "twee", *at).code == 0
    assert content(tmp_path / "een") == content(tmp_path / "twee")
    assert doorbraak("publish", "--period", NEXT, "--out", tmp_path / "twee", *at).code == 0
    teams = publication_reading.read(tmp_path / "twee" / "doorbraak-2026Q4.zip").table("households_team")
    assert teams.at("west").labels == ("Team West",)
    assert teams.at("noord").labels == ("Andere naam",)


def test_that_files_of_this_publication_are_written_over_and_others_are_not(
    doorbraak: Command, place: Path, at: tuple[object, ...], tmp_path: Path
) -> None:
    out = tmp_path / "uit"
    first = ("publish", "--period", PERIOD, "--out", out)
    assert doorbraak(*first, *at).code == 0
    assert doorbraak(*first, "--gemeente", "GM0363", *at).code == 0, "the same publication"
    (out / "eigen.txt").write_text("blijft")
    (out / ZIP).write_bytes(b"van een ander")
    before = content(out)
    said = doorbraak(*first, *at)
    assert said.code == 1
    assert not words.fault_in(said.err.splitlines()[-1])
    assert content(out) == before


def test_that_nothing_is_published_when_it_could_not_be_written(
    doorbraak: Command, place: Path, at: tuple[object, ...], tmp_path: Path
) -> None:
    (tmp_path / "bestand").write_text("x")
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / ZIP).write_text("van een ander")
    for out in (place, place / "uit", tmp_path / "bestand", tmp_path / "vol"):
        said = doorbraak("publish", "--period", PERIOD, "--out", out, *at)
        assert (said.code, said.out) == (1, "")
        assert not words.fault_in(said.sentence)
    assert list(kept(place)) == []


@pytest.mark.parametrize(
    "typed",
    [("--period", "2026Q5"), ("--period", "2020Q1"), ("--period", PERIOD, "--gemeente", "Amsterdam"),
     ("--period", PERIOD, "--gemeente", "gm0363")],
)  # fmt: skip
def test_that_what_cannot_be_is_said_and_changes_nothing(
    doorbraak: Command, place: Path, at: tuple[object, ...], tmp_path: Path, typed: tuple[str, ...]
) -> None:
    said = doorbraak("publish", *typed, "--out", tmp_path / "uit", *at)
    assert (said.code, said.out) == (1, "")
    assert said.err
    assert not (tmp_path / "uit").exists()
    assert list(kept(place)) == []


def test_that_a_period_that_is_not_over_is_not_published(
    doorbraak: Command, place: Path, at: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    today_is(monkeypatch, date(2026, 12, 31))
    said = doorbraak("publish", "--period", NEXT, "--out", tmp_path / "uit", *at)
    assert (said.code, said.out, said.err) == (1, "", f"{publication_checks.NOT_OVER}\n")
    today_is(monkeypatch, date(2027, 1, 1))
    assert doorbraak("publish", "--period", NEXT, "--out", tmp_path / "uit", *at).code == 0


@pytest.mark.parametrize(
    ("believe", "homes", "why"),
    [(0, 0, publication_checks.NOBODY), (0, 6, publication_checks.NOT_CONFIRMED),
     (1, 3, publication_checks.TOO_SMALL)],
)  # fmt: skip
def test_that_a_period_of_which_nothing_counts_says_why_and_nothing_else(
    doorbraak: Command, tmp_path: Path, believe: int, homes: int, why: str
) -> None:
    store = begun(tmp_path / "leeg")
    believed(store, *[Laptop(1)] * believe)
    if homes:
        take(store, Laptop(1).file(store, range(homes)))
    store.close()
    said = doorbraak("publish", "--period", PERIOD, "--out", tmp_path / "uit", "--workspace", tmp_path / "leeg")
    assert (said.code, said.out, said.err) == (1, "", f"{why}\n")
    assert not words.fault_in(said.sentence)
    assert not (tmp_path / "uit").exists()


def test_that_the_caseload_of_one_sender_is_published_only_when_that_is_asked_for(
    doorbraak: Command, tmp_path: Path
) -> None:
    store = begun(tmp_path / "een")
    believed(store, Laptop(1), Laptop(2))
    take(store, Laptop(1).file(store, range(12)))
    take(store, Laptop(2).file(store, range(3)))
    store.close()
    typed = ("publish", "--period", PERIOD, "--out", tmp_path / "uit", "--workspace", tmp_path / "een")
    said = doorbraak(*typed)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(publication_checks.ALONE)
    assert len(said.err.splitlines()) == 1
    assert not words.fault_in(said.sentence)
    assert list(kept(tmp_path / "een")) == []
    assert doorbraak(*typed, "--one-sender").code == 0
    assert doorbraak(*typed).code == 0, "it is there already"


def test_that_a_gemeente_is_remembered_until_another_is_typed(
    doorbraak: Command, place: Path, at: tuple[object, ...], tmp_path: Path
) -> None:
    first = ("publish", "--period", PERIOD, "--out", tmp_path / "een")
    assert "GM" not in doorbraak(*first, *at).out
    for typed, stands in ((("--gemeente", "GM0363"), "GM0363"), ((), "GM0363"), (("--gemeente", ""), "")):
        said = doorbraak(*first, *typed, *at)
        assert said.code == 0
        assert (stands in said.out) if stands else ("GM" not in said.out)
        assert f'"gemeente": "{stands}"'.encode() in description(tmp_path / "een" / ZIP)
        store = coordinator.open_workspace(place, PASSPHRASE, date(2026, 10, 5))
        assert publication_gemeente.kept(store) == stands
        store.close()


def test_that_what_was_published_can_be_listed(
    doorbraak: Command, place: Path, at: tuple[object, ...], tmp_path: Path
) -> None:
    assert doorbraak("publish", "--list", *at).out == "Er is nog niets gepubliceerd.\n"
    for period in (PERIOD, NEXT):
        assert doorbraak("publish", "--period", period, "--out", tmp_path / "uit", *at).code == 0
    said = doorbraak("publish", "--list", *at).out
    assert said == f"{PERIOD}\n{NEXT}\n2026Q3Q4, te maken van kwartalen: --period 2026\n"
    assert doorbraak("publish", "--list", "--period", PERIOD, *at).code == 1
    assert doorbraak("publish", "--list", "--out", tmp_path / "uit", *at).code == 2
    assert doorbraak("publish", *at).code == 2


def test_that_a_year_is_made_of_the_quarters_that_were_published(
    doorbraak: Command, place: Path, at: tuple[object, ...], tmp_path: Path
) -> None:
    year = ("publish", "--period", "2026", "--out")
    assert doorbraak("publish", "--period", PERIOD, "--out", tmp_path / "uit", *at).code == 0
    early = doorbraak(*year, tmp_path / "jaar", *at)
    assert (early.code, early.out) == (1, "")
    assert "minstens twee" in early.sentence
    assert not words.fault_in(early.sentence)
    assert not (tmp_path / "jaar").exists()
    assert doorbraak("publish", "--period", NEXT, "--out", tmp_path / "uit", *at).code == 0
    said = doorbraak(*year, tmp_path / "jaar", "--gemeente", "GM0363", *at)
    assert said.code == 0
    assert f"Gemaakt van de publicaties over {PERIOD}, {NEXT}." in said.out
    assert "beveiligd. Dat kan" not in said.err, "nothing of the contributions is asked"
    made = publication_reading.read(tmp_path / "jaar" / "doorbraak-2026Q3Q4.zip")
    quarters = [publication_reading.read(tmp_path / "uit" / f"doorbraak-{one}.zip") for one in (PERIOD, NEXT)]
    assert made == yearly.made(quarters)
    assert made.households == quarters[1].households
    assert doorbraak(*year, tmp_path / "weer", "--gemeente", "GM0363", *at).code == 0
    assert content(tmp_path / "weer") == content(tmp_path / "jaar")
    assert doorbraak(*year, tmp_path / "jaar", *at).code == 0, "another gemeente beside the same figures"
    assert list(kept(place)) == [PERIOD, NEXT]


def test_that_a_workspace_of_households_publishes_nothing(doorbraak: Command, workspace: Path, tmp_path: Path) -> None:
    said = doorbraak("publish", "--period", PERIOD, "--out", tmp_path / "uit", "--workspace", workspace)
    assert (said.code, said.out) == (1, "")
    assert "werkmap met huishoudens" in said.sentence


def test_that_the_command_explains_itself_in_dutch(doorbraak: Command) -> None:
    said = doorbraak("publish", "--help")
    assert said.out.startswith("Gebruik: doorbraak publish")
    assert "--gemeente CODE" in said.out


def test_that_a_setting_that_is_less_strict_than_the_floors_is_said_and_does_not_hold(
    doorbraak: Command, at: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "beleid.json"
    settings.write_text('{"format": "doorbraak-beleid", "version": 1, "publication": {"fewest": 3}}')
    monkeypatch.setattr(paths, "policy_file", lambda: settings)
    said = doorbraak("publish", "--period", PERIOD, "--out", tmp_path / "uit", *at)
    assert said.code == 0
    assert said.err.splitlines()[0] == published_rules.LESS_STRICT % "fewest"
