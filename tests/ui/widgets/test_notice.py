"""What went wrong, above the page: it lies over nothing that one reads, as long as it is short."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import LIST

TWO = "Deze datum kan niet. Er is niets veranderd, wat er stond staat er nog. Typ dag, maand en jaar, zoals 3-4-2026. "


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
@pytest.mark.parametrize("larger", [0, 3])
def test_that_a_notice_of_two_lines_stays_clear_of_the_page(
    window: MainWindow, size: tuple[int, int], larger: int
) -> None:
    window.resize(*size)
    window.appearance.zoom(larger)
    settle()
    notice = window.view.notice
    for at in (LIST, 1):  # without a household above it, and with one
        window.show_page(at)
        words = TWO.split()
        while notice_lines(window, " ".join(words)) < 2:
            words += words
        while notice_lines(window, " ".join(words)) > 2:
            words.pop()
        settle()
        strip = window.view.top
        below = notice.mapTo(window, QPoint(0, notice.height())).y()
        assert below < strip.mapTo(window, QPoint(0, strip.height())).y(), at
        assert notice.height() >= notice.heightForWidth(notice.width()), "its words are whole"
        notice.clear()


def notice_lines(window: MainWindow, text: str) -> int:
    notice = window.view.notice
    notice.say(text)
    settle()
    return (notice.heightForWidth(notice.width()) - 14) // notice.fontMetrics().lineSpacing()


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def test_that_a_notice_moves_nothing_and_goes_by_a_click(window: MainWindow) -> None:
    window.show_page(1)
    settle()
    before = {
        one: one.geometry() for one in window.view.children() if one is not window.view.notice and one.isWidgetType()
    }
    window.view.notice.say(TWO * 4)
    settle()
    assert {one: one.geometry() for one in before} == before
    QTest.mouseClick(window.view.notice, Qt.MouseButton.LeftButton)
    assert window.view.notice.isHidden()


def test_that_the_strip_follows_the_letters(window: MainWindow) -> None:
    low = window.view.top.height()
    larger = QFont(QApplication.font())
    larger.setPointSizeF(larger.pointSizeF() * 2)
    QApplication.setFont(larger)
    window.appearance.use_theme("light")
    settle()
    assert window.view.top.height() > low
