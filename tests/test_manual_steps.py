"""Who does what the manual says, gets there: its words are pressed in the real windows, in the order of its steps."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.model import catalogue
from doorbraak.model.dossier import dossier, household
from doorbraak.model.insight import quick_entry
from doorbraak.model.workspace.store import Store
from doorbraak.ui.damaged_room import RestoreRoom
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.start import Unlock
from doorbraak.ui.widgets import ask
from tests import manual_text
from tests.conftest import PASSPHRASE
from tests.manual_text import BETWEEN, FOLDER
from tests.ui.conftest import filled, first_font, make_window, no_window_left, own_settings, window
from tests.ui.rooms import press, room
from tests.walk import pdf_words
from tests.walk.camera import Camera
from tests.walk.hands import Hands

__all__ = ["filled", "first_font", "make_window", "no_window_left", "own_settings", "window"]

Make = Callable[[Path], MainWindow]
PHRASE = "appel fiets lantaarn zondag"


class Reader(Hands):
    """Presses only what the part of the manual that lies open names."""

    named: frozenset[str] = frozenset()

    def open(self, path: Path) -> None:
        self.named = frozenset(one.words.rstrip("…") for one in manual_text.named(path))

    def press(self, words: str, *then: Callable[[], object]) -> None:
        assert words in self.named, f"the manual does not say {words}"
        self.click(words, *then)

    def choose_menu(self, *path: str, then: tuple[Callable[[], object], ...] = ()) -> None:
        assert BETWEEN.join(path) in self.named, f"the manual does not say {path}"
        self.menu(*path, then=then)

    def go(self, title: str) -> None:
        assert title in self.named, f"the manual does not say {title}"
        self.page(title)


@pytest.fixture
def reader(tmp_path: Path, qapp: QApplication) -> Reader:
    return Reader(Camera(tmp_path / "beelden"))


def test_that_a_stranger_gets_from_the_first_start_to_a_plan_in_a_file(
    reader: Reader, make_window: Make, tmp_path: Path
) -> None:
    """As eerste-uur.md has it."""
    reader.open(FOLDER / "eerste-uur.md")
    reader.begin("Het eerste uur")
    reader.sit_at(make_window(tmp_path / "Doorbraak"))
    _workspace(reader)
    reader.choose_menu("Extra", "Mijn gegevens", then=(lambda: _own_name(reader),))
    reader.choose_menu("Huishouden", "Nieuw huishouden")
    reader.type("huu↓↓⏎")  # the line has the keys at once
    reader.type("woningc⏎2⏎⏎")
    reader.type("+huisarts⏎-")
    reader.type("⎋mens dochter Emma 2012⏎")
    reader.type("schulden die⏎⎋⎋")
    reader.shows("2\nproblemen")
    reader.go("Kaart")
    reader.go("Wat eerst?")
    reader.press("Wacht op")
    reader.type("↑⏎⎋")
    reader.go("Gesprek")
    reader.press("Over een jaar")
    reader.into("Nieuw doel over een jaar")
    reader.type("Rust in huis⏎")
    reader.press("Wat eerst")
    reader.go("Doorbraak")
    reader.into("Doorbraak toevoegen: typ drie letters")
    reader.type("laatste⏎")
    reader.fill("Wat gebeurt er in dit huishouden?", "De schuld wordt in één keer betaald.")
    reader.tab("Stappen")
    reader.into("Nieuwe stap")
    reader.type("Brief sturen voor 1 dec⏎")
    reader.go("Rekensom")
    reader.press("Voorstellen bekijken")
    reader.tab("Wat dreigt")
    reader.go("Papieren")
    reader.row("Welk papier?", "Perspectiefplan")
    path = tmp_path / "plan.pdf"
    reader.press("Opslaan als PDF", lambda: reader.file_name(path))
    reader.until(path.exists, "the plan")
    words = pdf_words.words_of(path.read_bytes())
    assert "Rust in huis" in words
    assert "Sam" in words
    made = reader.window.session.dossier(reader.window.view.household)
    assert [len(one.waits_for) for one in made.problems] == [0, 1]
    assert [(one.name, one.birth_year) for one in made.people] == [("Emma", 2012)]
    assert len(made.agencies) == 2
    reader.choose_menu("Bestand", "Vergrendelen")
    reader.until(lambda: reader.window.session is None, "the lock")


def _workspace(reader: Reader) -> None:
    reader.press("Nieuwe werkmap maken")
    reader.fill("Wachtzin", PHRASE)
    reader.fill("Nog een keer", PHRASE)
    reader.press("Werkmap maken")
    reader.until(lambda: "herstelcode" in reader.said(), "the recovery code")
    reader.press("Klaar, ik heb hem bewaard")
    reader.until(lambda: reader.window.session, "the open workspace")


def _own_name(reader: Reader) -> None:
    reader.fill("Naam", "Sam")
    reader.press("Goed")


def test_that_copies_of_a_stick_open_on_another_laptop(
    qtbot: QtBot, window: MainWindow, make_window: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As laptop-kwijt.md has it: the folder backups in an empty folder, the passphrase of then, put back."""
    made = window.session.store.backup()
    chosen = tmp_path / "andere laptop"
    shutil.copytree(made.path.parent, chosen / "backups")
    other = make_window(tmp_path / "leeg")
    monkeypatch.setattr(ask, "folder", lambda *_: chosen)
    press(qtbot, room(other), "Bestaande werkmap openen")
    unlock = room(other)
    assert isinstance(unlock, Unlock)
    unlock.passphrase.setText(PASSPHRASE)
    press(qtbot, unlock, "Openen")
    restore = room(other)
    assert isinstance(restore, RestoreRoom)
    restore.passphrase.setText(PASSPHRASE)
    press(qtbot, restore, "Terugzetten")
    assert other.session is not None
    assert other.session.store.folder == chosen
    assert (chosen / "backups").is_dir()


def test_that_what_is_typed_in_quick_entry_becomes_what_the_table_says(store: Store) -> None:
    """The first of the list is what Enter takes."""
    rows = re.findall(r"^\| “([^”]+)” \| een (\w+)", (FOLDER / "wijkteamlid.md").read_text("utf-8"), re.MULTILINE)
    assert len(rows) >= 5
    with store.change("Begin"):
        home = household.open_dossier(store, "", opened=date(2026, 11, 23))
    known, read = catalogue.load(), dossier.read(store, home)
    kinds = {"probleem": "problem", "instantie": "agency", "mens": "person", "brief": "letter"}
    first = [(text, quick_entry.read_line(text, date(2026, 11, 23), read, known).choices[0].kind) for text, _ in rows]
    assert first == [(text, kinds[kind]) for text, kind in rows]
