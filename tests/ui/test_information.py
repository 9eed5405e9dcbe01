"""What the window tells when somebody asks whether the workspace is whole."""

import json

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from doorbraak.model.workspace.creation import SLOTS
from doorbraak.ui.main_window import MainWindow


def checked(qtbot: QtBot, window: MainWindow) -> str:
    """What stands in the box, which is closed by its button."""
    said: list[str] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.text())
        box.button(QMessageBox.StandardButton.Ok).click()

    QTimer.singleShot(0, window, read)
    window.information.check()
    return said[0]


@pytest.mark.parametrize(
    ("kind", "word"), [("recovery", "Maak een nieuwe herstelcode"), ("passphrase", "Kies nu een nieuwe wachtzin")]
)
def test_that_a_check_of_the_workspace_tells_of_a_slot_that_was_damaged(
    qtbot: QtBot, window: MainWindow, kind: str, word: str
) -> None:
    whole = checked(qtbot, window)
    assert "De wachtzin en de herstelcode zijn heel." in whole
    assert window.session is not None
    path = window.session.store.folder / SLOTS
    content = json.loads(path.read_text())
    for slot in content["slots"]:
        if slot["kind"] == kind:
            slot["salt"] = slot["salt"][::-1].replace("==", "") + "=="
    path.write_text(json.dumps(content))
    said = checked(qtbot, window)
    assert "De wachtzin en de herstelcode zijn heel." not in said
    assert word in said


def test_that_a_check_tells_that_the_slots_are_gone(qtbot: QtBot, window: MainWindow) -> None:
    assert window.session is not None
    (window.session.store.folder / SLOTS).unlink()
    assert "sleutels.json ontbreekt" in checked(qtbot, window)


def test_that_a_check_tells_of_an_order_in_the_file_that_is_not_ours(qtbot: QtBot, window: MainWindow) -> None:
    assert "niet van dit programma" not in checked(qtbot, window)
    assert window.session is not None
    window.session.store.file.db.execute("CREATE VIEW mijn AS SELECT name FROM person")
    assert "niet van dit programma" in checked(qtbot, window)
