"""What the administrator decided: said under Hulp, and used where one would look for it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from doorbraak import paths
from doorbraak.model.dossier import local_mandates
from doorbraak.model.policy import Policy
from doorbraak.ui import policy_shown
from doorbraak.ui.backups_place import SecondPlace
from doorbraak.ui.catalogue_update import CatalogueUpdateDialog
from doorbraak.ui.local_mandates import LocalMandatesDialog
from doorbraak.ui.main_window import MainWindow
from tests.conftest import PASSPHRASE
from tests.ui.rooms import press

Decide = Callable[..., Path]


@pytest.fixture
def decide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Decide:
    """Writes the policy of this machine."""
    file = tmp_path / "beleid.json"
    monkeypatch.setattr(paths, "policy_file", lambda: file)

    def write(**fields: object) -> Path:
        file.write_text(json.dumps({"format": "doorbraak-beleid", "version": 1, **fields}), encoding="utf-8")
        return file

    return write


def test_that_under_hulp_everything_is_said_that_the_administrator_decided(
    qtbot: QtBot, window: MainWindow, decide: Decide, tmp_path: Path
) -> None:
    file = decide(
        lock_minutes=3, lock_minutes_at_table=7, held_days=99, second_place="required", publication={"fewest": 20},
        backup_folder=str(tmp_path), coordinator_key=str(tmp_path / "weg.json"), mandates=str(tmp_path / "m.csv"),
        catalogue_folder=str(tmp_path),
    )  # fmt: skip
    seen: list[str] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        box.close()

    action = next(action for action, entry in window.menus._actions if "Beleid" in entry.text)
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, read)
    action.trigger()
    qtbot.waitUntil(lambda: bool(seen))
    for word in ("na 3 minuten", "na 7 minuten", "99 dagen", "tweede plek", "strengere grenzen", str(file), "weg.json"):
        assert word in seen[0], word
    assert seen[0].count("Daar is nu niets te vinden") == 2


def test_that_without_a_file_it_says_that_nothing_was_decided() -> None:
    said = policy_shown.paragraphs(Policy())
    assert "niets bepaald" in said[0]
    assert "na 5 minuten" in said[1]


def test_that_a_fault_of_the_file_comes_first() -> None:
    assert policy_shown.paragraphs(Policy(fault="Er klopt iets niet.", given=True))[0] == "Er klopt iets niet."


def test_that_copies_go_to_the_administrators_place_until_one_chooses_another(
    qtbot: QtBot, filled: Path, make_window: Callable[[Path], MainWindow], decide: Decide, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    given, own = tmp_path / "van de beheerder", tmp_path / "eigen stick"
    given.mkdir()
    own.mkdir()
    decide(backup_folder=str(given))
    window = make_window(filled)
    window.open_with(PASSPHRASE)
    store = window.session.store
    assert store.second == given
    store.backup()
    assert list((given / "backups").glob("*.db"))
    place = SecondPlace(window.session)
    qtbot.addWidget(place)
    place.show()
    assert "van de beheerder" in place._advice.text()
    assert not place.forget.isEnabled()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(own))
    press(qtbot, place, "Map kiezen…")
    assert store.second == own
    press(qtbot, place, "Tweede plek vergeten")
    assert store.second == given
    place.close()


def test_that_the_list_of_mandates_of_the_administrator_is_taken_by_a_button(
    qtbot: QtBot, window: MainWindow, decide: Decide, tmp_path: Path
) -> None:
    lists = tmp_path / "mandaten.csv"
    lists.write_text("law,decision,decider,source,checked_on\nparticipatiewet,,Consulent,,\n", "utf-8")
    bare = LocalMandatesDialog(window.session, window)
    qtbot.addWidget(bare)
    bare.show()
    assert not bare._from_file.isVisible()
    bare.close()
    decide(mandates=str(lists))
    dialog = LocalMandatesDialog(window.session, window)
    qtbot.addWidget(dialog)
    dialog.show()
    press(qtbot, dialog, "Lijst van de beheerder overnemen")
    assert [one.decider for one in local_mandates.all_of(window.session.store)] == ["Consulent"]
    assert "Overgenomen: 1" in dialog.notice.text()
    press(qtbot, dialog, "Lijst van de beheerder overnemen")
    assert "staat hier al" in dialog.notice.text()
    lists.write_text("geen lijst", "utf-8")
    press(qtbot, dialog, "Lijst van de beheerder overnemen")
    assert "Meld het aan de beheerder" in dialog.notice.text()
    dialog.close()


def test_that_newer_lists_are_looked_for_where_the_administrator_puts_them(
    qtbot: QtBot, window: MainWindow, decide: Decide, tmp_path: Path
) -> None:
    folder = tmp_path / "lijsten"
    folder.mkdir()
    text = (paths.resources() / "catalogue" / "roles.csv").read_text("utf-8")
    (folder / "roles.csv").write_text(text.replace("Oom", "Oom of oudoom"), "utf-8")
    decide(catalogue_folder=str(folder))
    dialog = CatalogueUpdateDialog(window.session, window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.take.isEnabled() == ("Oom" in text)
    dialog.close()


def test_that_the_key_of_the_coordinator_lies_ready(
    window: MainWindow, decide: Decide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from doorbraak.ui.overview.exchange_file import ExchangeFile

    begins: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda _parent, _title, start, _kinds: (begins.append(start), ([], ""))[1]
    )
    ExchangeFile(window).take_key()
    decide(coordinator_key=str(tmp_path / "sleutel.json"))
    ExchangeFile(window).take_key()
    assert begins == [str(Path.home()), str(tmp_path / "sleutel.json")]
