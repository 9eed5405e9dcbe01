from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from doorbraak.ui.qt_words import QtWords


@pytest.mark.parametrize("mode", [QFileDialog.FileMode.ExistingFiles, QFileDialog.FileMode.Directory])
def test_that_a_file_dialog_asks_in_dutch(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, mode: QFileDialog.FileMode
) -> None:
    words = QtWords()
    qapp.installTranslator(words)
    try:
        dialog = QFileDialog(None, "Openen", str(tmp_path), "Casus (*.json)")
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(mode)
        said = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    finally:
        qapp.removeTranslator(words)
    assert {"Zoek in:", "Soort bestand:"} <= said
    assert said & {"Bestandsnaam:", "Map:"}


def test_that_words_of_other_windows_are_left_to_qt(qapp: QApplication) -> None:
    words = QtWords()
    qapp.installTranslator(words)
    try:
        assert QCoreApplication.translate("QSomethingElse", "Name") == "Name"
    finally:
        qapp.removeTranslator(words)
