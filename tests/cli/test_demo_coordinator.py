"""`demo --coordinator`: what it says, what is there, and that nobody's own and nothing half is left behind."""

from datetime import date
from pathlib import Path

import pytest

from doorbraak.cli import demo_coordinator, demo_folder, window
from doorbraak.cli.demo_coordinator import COORDINATOR, RECEIVED, REFUSED, SENDING, TOO_LATE, TWELVE
from doorbraak.model.dossier import dossier, household
from doorbraak.model.exchange import coordinator, ledger_kept, receiving, senders
from doorbraak.model.exchange import synthetic_laptops as laptops
from doorbraak.model.exchange.synthetic_laptops import LATE, QUARTERS, SECOND, SMALL, Laptop
from doorbraak.model.workspace.store import Store
from tests.cli.conftest import Command, Said

MAKE = ("demo", "--coordinator", "--no-window", "--out")
FEW = (Laptop(1, "noord", 12), Laptop(3, "zuid", 10), LATE, *SMALL)
TODAY = date.today()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo met spaties") / "demo"


@pytest.fixture(scope="module")
def said_before() -> list[Said]:
    return []


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """With all twelve it takes half a minute."""
    monkeypatch.setattr(laptops, "LAPTOPS", FEW)


@pytest.fixture
def said(made: Path, doorbraak: Command, said_before: list[Said]) -> Said:
    """What making it says; it is made once."""
    if not said_before:
        said_before.append(doorbraak(*MAKE, made))
    return said_before[0]


def opened(made: Path) -> Store:
    place = made / TWELVE / COORDINATOR
    return coordinator.open_workspace(place, demo_folder.PASSPHRASE, TODAY)


def test_that_it_says_what_came_what_was_refused_and_why_and_where_it_is(said: Said, made: Path) -> None:
    assert (said.code, said.err) == (0, "")
    for words in (
        "VOORBEELD", "synthetisch", "Laptop 5 van 5: 3 huishoudens", "2026Q2: 4 bestanden ontvangen",
        "ontvangen, klein: wacht verzegeld: 1", "2026Q3: 6 bestanden ontvangen", "nog niet ontvangen: 1",
        "geweigerd: laptop-10-2026Q3.doorbraak", "onderweg veranderd", "geweigerd: samenvatting.xlsx",
        "werkblad", demo_folder.PASSPHRASE, f'--workspace "{made / TWELVE / COORDINATOR}"',
    ):  # fmt: skip
        assert words in said.out, words


def test_that_both_quarters_are_final_and_say_that_they_are_examples(said: Said, made: Path) -> None:
    store = opened(made)
    for period in QUARTERS:
        figures = ledger_kept.figures(store, period)
        assert figures is not None
        assert b'"example":true' in figures
    store.close()


def test_that_the_senders_are_confirmed_under_a_label_and_the_late_one_did_not_send(said: Said, made: Path) -> None:
    store = opened(made)
    lines = {line.sender.label: line for line in senders.lines(store, QUARTERS)}
    assert set(lines) == {laptop.label for laptop in FEW}
    assert all(line.sender.counts for line in lines.values())
    assert [state for _, state in lines[LATE.label].asked] == ["received", "not yet"]
    assert [state for _, state in lines[SMALL[0].label].asked] == ["waits", "received"]
    store.close()


def test_that_the_late_file_is_taken_and_those_that_were_refused_are_refused_again(said: Said, made: Path) -> None:
    store = opened(made)
    late = sorted((made / TWELVE / TOO_LATE).iterdir())
    wrong = sorted((made / TWELVE / REFUSED).iterdir())
    reports = receiving.receive(store, (*wrong, *late), TODAY)
    assert [report.outcome for report in reports] == ["refused", "refused", "late"]
    assert [path.name for path in late] == [laptops.file_name(LATE, SECOND)]
    store.close()


def test_that_every_laptop_is_an_example_that_opens_with_the_printed_passphrase(said: Said, made: Path) -> None:
    for laptop in FEW:
        folder = made / TWELVE / SENDING / laptop.name
        store = dossier.open_workspace(folder, demo_folder.PASSPHRASE)
        assert store.example
        assert len(household.all_of(store)) == laptop.households
        store.close()
    assert len(list((made / TWELVE / RECEIVED / "2026Q2").iterdir())) == 4


def test_that_who_breaks_it_off_keeps_the_earlier_demo_and_no_half(
    said: Said, made: Path, doorbraak: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _names(made)

    def broken_off(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(laptops, "send", broken_off)
    again = doorbraak(*MAKE, made)
    assert (again.code, "Afgebroken" in again.err) == (1, True)
    assert {path.name for path in made.iterdir()} == {demo_folder.MARK, ".gitignore", TWELVE}
    assert _names(made) == before


def _names(folder: Path) -> list[str]:
    """Without copies: looking whether a workspace may go makes another one."""
    return sorted(path.name for path in folder.rglob("*") if path.parent.name != "backups")


def test_that_a_laptop_with_own_households_is_left_alone(said: Said, made: Path, doorbraak: Command) -> None:
    folder = made / TWELVE / SENDING / FEW[0].name
    store = dossier.open_workspace(folder, demo_folder.PASSPHRASE)
    with store.change("Huishouden maken"):
        own = household.open_dossier(store, "Zelf getypt", opened=date(2026, 1, 1))
    store.close()
    again = doorbraak(*MAKE, made)
    assert (again.code, "eigen huishoudens" in again.sentence) == (1, True)
    store = dossier.open_workspace(folder, demo_folder.PASSPHRASE)
    assert household.read(store, own).name == "Zelf getypt"
    with store.change("Weer weg"):
        household.remove(store, own)
    store.close()


def test_that_a_coordinator_who_received_real_files_is_left_alone(said: Said, made: Path, doorbraak: Command) -> None:
    store = opened(made)
    with store.change("Echt bestand"):
        store.update("received", 1, example=0)
    store.close()
    again = doorbraak(*MAKE, made)
    assert (again.code, "eigen huishoudens" in again.sentence) == (1, True)
    store = opened(made)
    with store.change("Weer voorbeeld"):
        store.update("received", 1, example=1)
    store.close()


def test_that_a_folder_that_it_did_not_make_is_left_alone(doorbraak: Command, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van iemand")
    said = doorbraak(*MAKE, tmp_path)
    assert (said.code, "niet door de demo gemaakt" in said.sentence) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


def test_that_it_is_made_again_and_opens_the_window_on_the_coordinator_where_there_is_a_screen(
    said: Said, made: Path, doorbraak: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = made / TWELVE / "van-de-vorige-keer.txt"
    left.write_text("x")
    (made / demo_coordinator.UNFINISHED).mkdir()
    shown: list[tuple[Path | None, str | None]] = []
    monkeypatch.setattr(window, "run", lambda folder, secret: shown.append((folder, secret)) or 0)
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.delenv("CI", raising=False)
    again = doorbraak("demo", "--coordinator", "--out", made)
    assert again.code == 0, again.err
    assert shown == [(made / TWELVE / COORDINATOR, demo_folder.PASSPHRASE)]
    assert not left.exists()
    assert not (made / demo_coordinator.UNFINISHED).exists()
