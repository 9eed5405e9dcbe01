"""The one place where an error ends that nobody said before."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from doorbraak.model.errors import DiskFailed
from doorbraak.ui import app


def told(error: Exception) -> tuple[str, str]:
    """The sentence and the details of the box."""
    found: list[tuple[str, str]] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        found.append((box.text(), box.detailedText()))
        box.accept()

    QTimer.singleShot(0, read)
    try:
        raise error
    except Exception as raised:  # noqa: BLE001 - as the hook gets it
        app.our_bug(type(raised), raised, raised.__traceback__)
    return found[0]


def test_that_an_error_for_people_shows_its_sentence_and_no_word_of_the_program(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(DiskFailed("De map is weg. Zet haar terug.")) == ("De map is weg. Zet haar terug.", "")
    assert capsys.readouterr().err == "De map is weg. Zet haar terug.\n"


def test_that_a_bug_says_what_is_safe_and_never_what_was_typed(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    said, details = told(ValueError("Fatima"))
    assert said == app.OUR_BUG
    assert "ValueError" in details
    assert "Fatima" not in said + details + capsys.readouterr().err
