"""A list of agencies pasted in the line of quick entry."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from doorbraak.model.insight.quick_entry import LONGEST
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.quick_paste import PasteAgencies
from tests.ui.quick_typing import Type, dossier, entry


def test_that_pasted_lines_are_shown_and_added_as_one_step(window: MainWindow, typing: Type) -> None:
    seen: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PasteAgencies)
        seen.extend(dialog._list.item(row).text() for row in range(dialog._list.count()))
        seen.append(dialog._sum.text())
        dialog.accept()

    typing("uwv⏎⎋")
    QGuiApplication.clipboard().setText("- huisarts\nUWV\ntante Bep")
    QTimer.singleShot(0, window, answer)
    QTest.keyClick(entry(window).line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert seen == ["Huisarts", "UWV · staat er al", "“tante Bep” in eigen woorden", "2 instanties komen erbij."]
    assert [agency.kind or agency.words for agency in dossier(window).agencies] == ["uwv", "huisarts", "tante Bep"]
    window.undo()
    assert len(dossier(window).agencies) == 1


def test_that_an_empty_list_is_refused_at_its_field(window: MainWindow, typing: Type) -> None:
    seen: list[object] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PasteAgencies)
        dialog.accept()
        seen.extend([dialog.isVisible(), bool(dialog.notice.text()), dialog._text.property("wrong")])
        dialog.reject()

    QTimer.singleShot(0, window, answer)
    window.view.quick.paste()
    assert seen == [True, True, True]
    assert dossier(window).agencies == ()


def paste_dialog(window: MainWindow, text: str, work: Callable[[PasteAgencies], None]) -> None:
    """`work` with the dialog that pasting this text in the line opens; it is closed after it."""
    done: list[bool] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PasteAgencies)
        try:
            work(dialog)
            done.append(True)
        finally:
            dialog.reject()

    QGuiApplication.clipboard().setText(text)
    QTimer.singleShot(0, window, answer)
    QTest.keyClick(entry(window).line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert done


def test_that_what_is_too_much_for_one_time_stays_in_the_field(window: MainWindow, typing: Type) -> None:
    def work(dialog: PasteAgencies) -> None:
        assert dialog._sum.text().endswith("60 regels blijven staan.")
        dialog.accept()
        assert dialog.isVisible()
        assert dialog.notice.text() == "Toegevoegd: 200. 60 regels blijven staan."
        assert dialog._text.toPlainText().splitlines()[0] == "instantie 200"
        dialog.accept()
        assert not dialog.isVisible()

    paste_dialog(window, "\n".join(f"instantie {at}" for at in range(260)), work)
    assert [agency.words for agency in dossier(window).agencies] == [f"instantie {at}" for at in range(260)]


def test_that_a_pasted_line_that_is_cut_says_so(window: MainWindow, typing: Type) -> None:
    def work(dialog: PasteAgencies) -> None:
        assert dialog._list.item(0).text().startswith("Te lang, de laatste 100 tekens vallen weg: “xxx")

    paste_dialog(window, "x" * 300 + "\nuwv", work)


def test_that_a_text_too_long_to_lay_out_is_refused_with_a_sentence(window: MainWindow, typing: Type) -> None:
    def work(dialog: PasteAgencies) -> None:
        assert "te lang" in dialog.notice.text()
        assert dialog._text.toPlainText() == ""
        dialog.notice.clear()
        dialog._text.setPlainText("uwv")
        dialog._text.paste()
        assert "te lang" in dialog.notice.text()
        assert dialog._text.toPlainText() == "uwv"
        QGuiApplication.clipboard().setText("ggd ")
        dialog._text.paste()
        assert dialog._text.toPlainText() == "ggd uwv"

    paste_dialog(window, "a" * 100_000 + "\nb", work)


def test_that_a_paste_too_long_for_the_line_is_refused_and_nothing_is_cut(window: MainWindow, typing: Type) -> None:
    line = entry(window).line
    typing("huur")
    for text in ("a" * LONGEST, "😀" * (LONGEST // 2)):
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert line.text() == "huur"
        assert "te lang om te plakken" in window.view.notice.text()
        window.view.notice.clear()
    line.selectAll()
    QGuiApplication.clipboard().setText("b" * LONGEST)
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "b" * LONGEST
    typing("c")
    assert "vol" in window.view.notice.text()


def test_that_the_menu_of_the_line_pastes_as_the_key_does(window: MainWindow, typing: Type) -> None:
    line, pasted = entry(window).line, []
    entry(window).lines_pasted.disconnect()
    entry(window).lines_pasted.connect(pasted.append)

    def choose() -> None:
        at = line.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, line.mapToGlobal(at))
        QApplication.sendEvent(line, event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        next(action for action in menu.actions() if action.objectName() == "edit-paste").trigger()
        menu.close()

    QGuiApplication.clipboard().setText("huisarts\nuwv")
    choose()
    assert (pasted, line.text()) == (["huisarts\nuwv"], "")
    QGuiApplication.clipboard().setText("huisarts")
    choose()
    assert (len(pasted), line.text()) == (1, "huisarts")
