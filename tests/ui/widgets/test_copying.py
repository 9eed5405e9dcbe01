import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from doorbraak.ui.widgets import copying
from doorbraak.ui.widgets.copying import Readable, copy


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
