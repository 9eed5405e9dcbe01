from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets import copying
from doorbraak.ui.widgets.copying import Readable, copy, forget


def marks() -> set[str]:
    kinds = QGuiApplication.clipboard().mimeData().formats()
    return {kind for kind in kinds if not kind.startswith("text/plain")}


def test_that_what_is_copied_asks_histories_to_leave_it_out(qtbot: QtBot) -> None:
    copy("€ 1.234,56")
    assert QGuiApplication.clipboard().text() == "€ 1.234,56"
    assert "x-kde-passwordManagerHint" in marks()
    assert any("ExcludeClipboardContentFromMonitorProcessing" in kind for kind in marks())


@pytest.mark.parametrize("other", ["", "iets anders"])
def test_that_it_goes_after_a_minute_when_it_is_still_ours(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    forget: list[object] = []
    monkeypatch.setattr(QTimer, "singleShot", lambda after, _, work: forget.append((after, work)))
    copy("eerste")
    if other:
        QGuiApplication.clipboard().setText(other)
    after, work = forget[0]  # type: ignore[misc]
    assert after == copying.STAYS == 60_000
    work()
    assert QGuiApplication.clipboard().text() == other


def test_that_what_is_selected_and_copied_by_key_has_the_same_marks(qtbot: QtBot) -> None:
    text = Readable("Uitleg")
    qtbot.addWidget(text)
    text.setPlainText("eerste regel\ntweede regel")
    text.show()
    text.selectAll()
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "eerste regel\ntweede regel"
    assert "x-kde-passwordManagerHint" in marks()
    text.close()


@pytest.fixture
def due(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], None]]:
    """What would be done a minute after each copy."""
    found: list[Callable[[], None]] = []
    monkeypatch.setattr(QTimer, "singleShot", lambda after, _, work: found.append(work))
    return found


def test_that_what_is_copied_by_key_goes_after_a_minute_too(qtbot: QtBot, due: list[Callable[[], None]]) -> None:
    text = Readable("Uitleg")
    qtbot.addWidget(text)
    text.setPlainText("eerste regel")
    text.selectAll()
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "eerste regel"
    due[-1]()
    assert QGuiApplication.clipboard().text() == ""


def test_that_what_is_copied_again_stays_a_minute_from_then_on(qtbot: QtBot, due: list[Callable[[], None]]) -> None:
    copy("een")
    copy("een")
    due[0]()
    assert QGuiApplication.clipboard().text() == "een"
    due[1]()
    assert QGuiApplication.clipboard().text() == ""


def test_that_selecting_something_else_meanwhile_keeps_nothing_longer(
    qtbot: QtBot, due: list[Callable[[], None]]
) -> None:
    copy("een")
    text = Readable("Uitleg")
    qtbot.addWidget(text)
    text.setPlainText("twee")
    text.selectAll()
    text.createMimeDataFromSelection()  # as X11 asks when something is selected
    due[0]()
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize("other", ["", "van een ander programma"])
def test_that_before_a_lock_only_what_is_ours_goes(qtbot: QtBot, due: list[Callable[[], None]], other: str) -> None:
    copy("van ons")
    if other:
        QGuiApplication.clipboard().setText(other)
    forget()
    assert QGuiApplication.clipboard().text() == other


def test_that_what_is_copied_from_an_ordinary_field_is_marked_and_goes_too(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, due: list[Callable[[], None]]
) -> None:
    """Letters and colours stay behind: only words go out. What another program copied is left alone."""
    clipboard = QGuiApplication.clipboard()
    text = QTextEdit()
    qtbot.addWidget(text)
    text.setHtml("<b>vijf</b> woorden")
    text.selectAll()
    text.copy()
    assert "text/html" in marks(), "offscreen nobody knows whose it is"
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda self: True)
    clipboard.clear()
    text.copy()
    assert clipboard.text() == "vijf woorden"
    assert "text/html" not in marks()
    assert "x-kde-passwordManagerHint" in marks()
    due[-1]()
    assert clipboard.text() == ""
