"""Laptop kwijt: without a workspace, and what was on it from a copy, by keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from doorbraak.ui.lost_laptop import CopyDialog, LostLaptopDialog
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets import ask
from tests.conftest import PASSPHRASE
from tests.ui.test_erase import ok, said
from tests.ui.test_handover import doing, from_menu


def test_that_it_can_be_read_before_any_workspace_is_open(
    make_window: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    window = make_window(tmp_path / "geen")
    texts: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, LostLaptopDialog)
        texts.append(dialog.said.toPlainText())

    assert doing(window, from_menu(window, "Laptop"), read) == [LostLaptopDialog]
    assert "72 uur" in texts[0]


@pytest.mark.parametrize("inside", [False, True])
def test_that_a_copy_tells_what_was_on_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, inside: bool
) -> None:
    """Also by who chooses the folder of the copies itself. What is saved has no name in it."""
    made = window.session.store.backup()
    monkeypatch.setattr(ask, "folder", lambda *_: made.path.parent if inside else made.path.parent.parent)
    monkeypatch.setattr(ask, "target", lambda *_: tmp_path / "laptop-kwijt.pdf")
    dialog = LostLaptopDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()

    def typed(asked: QDialog) -> None:
        assert isinstance(asked, CopyDialog)
        ok(asked)
        assert "Typ de wachtzin" in said(asked)
        asked.present.setText("een heel andere zin")
        ok(asked)
        assert asked.held is None
        asked.present.setText(PASSPHRASE)
        ok(asked)

    assert doing(window, dialog.which.click, typed) == [CopyDialog]
    assert "Er stonden 0 huishoudens in" in dialog.said.toPlainText()
    assert "1 voorbeeld over niemand" in dialog.said.toPlainText()
    dialog.keep.click()
    assert (tmp_path / "laptop-kwijt.pdf").read_bytes().startswith(b"%PDF")
    dialog.close()


def test_that_a_folder_without_copies_is_said(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(ask, "folder", lambda *_: tmp_path)
    dialog = LostLaptopDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.which.click()
    assert "geen kopieën van Doorbraak" in dialog.notice.text()
    dialog.close()
