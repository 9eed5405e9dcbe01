"""The demo: two marked workspaces, figures, documents; and nothing of anybody else is ever touched."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from doorbraak.cli import demo, demo_folder, window
from doorbraak.model.dossier import dossier, household, published_cases
from doorbraak.model.workspace import keys
from doorbraak.model.workspace.store import Store
from tests.cli.conftest import Command, Said
from tests.conftest import CHEAP, PASSPHRASE

MAKE = ("demo", "--no-window", "--out")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo met spaties") / "demo"


@pytest.fixture(scope="module")
def said_before() -> list[Said]:
    return []


@pytest.fixture
def said(made: Path, doorbraak: Command, said_before: list[Said]) -> Said:
    """What making it says. It is made once: drawing the documents of six households takes seconds."""
    if not said_before:
        said_before.append(doorbraak(*MAKE, made))
    return said_before[0]


def sixty(folder: Path) -> Store:
    return Store.open(folder / demo.MANY, demo_folder.PASSPHRASE, dossier.TABLES)


def test_that_it_prints_the_figures_of_casus_01_and_the_saving_in_its_two_parts(said: Said) -> None:
    out = said.out.replace("\u00a0", " ")
    assert (said.code, said.err) == (0, "")
    first = out[: out.index("Huishouden 2 ")]
    for word in ("Instanties              48", "Contacten per maand     24,4", "Publiek               € 264.000"):
        assert word in first
    for word in ("VOORBEELD", "Huidig", "Dreigend", "Plan", "Besparing", "direct", "voorkomen", "Per wet"):
        assert word in first
    assert demo_folder.PASSPHRASE in out


def test_that_it_prints_every_household_once_and_a_plan_that_costs_more_too(said: Said) -> None:
    out = said.out.replace("\u00a0", " ")
    assert [out.count(f"Huishouden {number} · ") for number in range(1, 8)] == [1] * 6 + [0]
    assert out.count("Publieke kosten over 12 maanden vanaf") == 6
    assert "Besparing             -€ 8.055" in out


def test_that_both_workspaces_are_marked_as_examples_and_open_with_the_printed_passphrase(
    said: Said, made: Path
) -> None:
    for name, number in ((demo.SIX, 6), (demo.MANY, 60)):
        store = Store.open(made / name, demo_folder.PASSPHRASE, dossier.TABLES)
        rows = household.all_of(store)
        assert store.title.startswith("VOORBEELD")
        assert store.example
        assert len(rows) == number
        assert all(row.example for row in rows)
        assert {slot.cost for slot in keys.read(made / name / "sleutels.json")} == {keys.Cost()}
        store.close()


def test_that_the_summary_is_of_the_sixty_and_says_on_every_sheet_that_they_are_made_up(said: Said, made: Path) -> None:
    book = openpyxl.load_workbook(made / demo.DOCUMENTS / "samenvatting.xlsx")
    assert len(book.sheetnames) == 6
    for sheet in book:
        texts = [str(cell.value) for row in sheet.iter_rows() for cell in row]
        assert any(text.startswith("VOORBEELD") for text in texts), sheet.title
    assert any("50-99" in str(row[0].value) for row in book["Uitleg"].iter_rows())


def test_that_it_stays_useful(said: Said, made: Path) -> None:
    """Of 60 made-up households at least 10 of the 15 life domains can be read."""
    sheet = openpyxl.load_workbook(made / demo.DOCUMENTS / "samenvatting.xlsx")["Leefgebieden"]
    assert len([row for row in sheet.iter_rows(min_row=5) if row[0].value]) >= 10


def test_that_all_documents_are_in_the_folder_that_it_names(said: Said, made: Path) -> None:
    folder = made / demo.DOCUMENTS
    assert str(folder) in said.out
    found = [path for path in folder.rglob("*") if path.is_file()]
    assert {path.suffix for path in found} == {".pdf", ".svg", ".png", ".xlsx", ".json"}
    assert all(path.stat().st_size > 500 for path in found)
    assert all(path.name in said.out for path in found)


def test_that_it_can_be_made_again_and_its_made_up_households_stay_the_same(
    said: Said, made: Path, doorbraak: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rows() -> list[tuple[object, ...]]:
        store = sixty(made)
        found = store.rows("SELECT household, kind, words, life_domain FROM problem ORDER BY id")
        store.close()
        return found

    before, last = rows(), published_cases.files()[-1:]
    # The six are drawn above; this is about what was there.
    monkeypatch.setattr(published_cases, "files", lambda: last)
    (made / demo.DOCUMENTS / "van-de-vorige-keer.pdf").write_bytes(b"x")
    again = doorbraak(*MAKE, made)
    assert again.code == 0
    assert rows() == before
    assert not (made / demo.DOCUMENTS / "van-de-vorige-keer.pdf").exists()


def test_that_a_folder_that_it_did_not_make_is_left_alone(doorbraak: Command, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van iemand")
    said = doorbraak(*MAKE, tmp_path)
    assert said.code == 1
    assert "niet door de demo gemaakt" in said.sentence
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


def test_that_a_workspace_with_own_households_or_an_own_passphrase_is_left_alone(
    doorbraak: Command, tmp_path: Path
) -> None:
    (tmp_path / demo_folder.MARK).write_text("x")
    store, _ = Store.create(
        tmp_path / demo.MANY, demo_folder.PASSPHRASE, dossier.TABLES, title="VOORBEELD", example=True, cost=CHEAP
    )
    with store.change("Huishouden maken"):
        household.open_dossier(store, "Zelf getypt", opened=date(2026, 1, 1))
    store.close()
    Store.create(tmp_path / demo.SIX, PASSPHRASE, dossier.TABLES, cost=CHEAP)[0].close()

    said = doorbraak(*MAKE, tmp_path)
    assert (said.code, "eigen wachtzin" in said.sentence) == (1, True)
    for path in sorted((tmp_path / demo.SIX).rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    said = doorbraak(*MAKE, tmp_path)
    assert (said.code, "eigen huishoudens" in said.sentence) == (1, True)

    kept = sixty(tmp_path)
    assert [row.name for row in household.all_of(kept)] == ["Zelf getypt"]
    kept.close()


def test_that_a_demo_that_is_open_elsewhere_is_left_alone(said: Said, made: Path, doorbraak: Command) -> None:
    store = sixty(made)
    again = doorbraak(*MAKE, made)
    assert (again.code, "al geopend" in again.sentence) == (1, True)
    assert len(household.all_of(store)) == 60
    store.close()


def test_that_it_keeps_itself_out_of_a_repository(said: Said, made: Path) -> None:
    assert (made / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize(
    ("environment", "platform", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_that_a_window_needs_a_screen(environment: dict[str, str], platform: str, there: bool) -> None:
    assert window.has_screen(environment, platform) is there


def test_that_it_opens_the_window_on_the_six_households_when_there_is_a_screen_and_no_ci(
    tmp_path: Path, doorbraak: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, last = tmp_path / "demo", published_cases.files()[-1:]
    monkeypatch.setattr(published_cases, "files", lambda: last)  # the window is the same, and it is there sooner
    monkeypatch.setattr(demo, "HOUSEHOLDS", 5)
    opened: list[tuple[Path | None, str | None]] = []
    monkeypatch.setattr(window, "run", lambda folder, secret: opened.append((folder, secret)) or 0)
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setenv("CI", "true")
    assert doorbraak("demo", "--out", made).code == 0
    assert opened == []
    monkeypatch.delenv("CI")
    assert doorbraak("demo", "--out", made).code == 0
    assert opened == [(made / demo.SIX, demo_folder.PASSPHRASE)]


def test_that_a_demo_in_or_under_a_workspace_is_refused(doorbraak: Command, workspace: Path) -> None:
    before = sorted(path.name for path in workspace.rglob("*"))
    for out in (workspace, workspace / "demo", workspace / "diep" / "demo"):
        said = doorbraak(*MAKE, out)
        assert (said.code, "in de map van een werkmap" in said.sentence) == (1, True), out
    assert sorted(path.name for path in workspace.rglob("*")) == before


@pytest.mark.parametrize("name", [demo.SIX, demo.MANY, demo.DOCUMENTS])
def test_that_a_link_among_what_a_demo_left_is_said_and_not_followed(
    doorbraak: Command, tmp_path: Path, name: str
) -> None:
    out, elsewhere = tmp_path / "demo", tmp_path / "van iemand"
    out.mkdir()
    elsewhere.mkdir()
    (elsewhere / "brief.txt").write_text("van iemand")
    (out / demo_folder.MARK).write_text("x")
    (out / name).symlink_to(elsewhere)
    said = doorbraak(*MAKE, out)
    assert said.code == 1
    assert name in said.sentence
    assert "een verwijzing" in said.sentence
    assert (elsewhere / "brief.txt").read_text() == "van iemand"


def test_that_a_link_to_nothing_and_a_file_are_no_folder_for_a_demo(doorbraak: Command, tmp_path: Path) -> None:
    (tmp_path / "nergens").symlink_to(tmp_path / "weg")
    (tmp_path / "bestand").write_text("van iemand")
    for out in (tmp_path / "nergens", tmp_path / "bestand"):
        said = doorbraak(*MAKE, out)
        assert (said.code, "een bestand of een verwijzing" in said.sentence) == (1, True), out
    assert (tmp_path / "bestand").read_text() == "van iemand"


def test_that_documents_and_window_share_one_application(tmp_path: Path) -> None:
    """A process has one application: the window's own is made before documents are drawn."""
    script = (
        "import sys\n"
        "from doorbraak.cli import demo, window\n"
        "from doorbraak.cli.arguments import parser\n"
        "window.has_screen = lambda *_: True\n"
        "last, demo.HOUSEHOLDS = demo.published_cases.files()[-1:], 5\n"
        "demo.published_cases.files = lambda: last\n"
        "window.run = lambda folder, _: print('venster', folder.name, type(app()).__name__) or 0\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication.instance\n"
        f"sys.exit(demo.demo(parser().parse_args(['demo', '--out', {str(tmp_path / 'demo')!r}])))\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}
    environment.pop("CI", None)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert "venster werkmap-zes-huishoudens QApplication" in done.stdout
