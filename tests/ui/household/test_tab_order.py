"""Tab walks as one reads and works."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import page_named


def walked(start: QWidget, steps: int) -> list[QWidget]:
    start.setFocus()
    seen = []
    for _ in range(steps):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    return seen


@pytest.mark.parametrize("tab", ["_barriers", "_earlier", "_articles"])
def test_that_tab_follows_the_work_on_a_tab_of_the_justification(window: MainWindow, tab: str) -> None:
    shown = page_named(window, "Onderbouwing")
    part = getattr(shown, tab)
    shown._open(part)
    QApplication.processEvents()
    if tab == "_barriers":
        assert walked(part._new, 3) == [part._add_button, part.table, part._ladder]
        assert walked(part._ladder, 2)[-1] in (part._words, part._tried)
    elif tab == "_earlier":
        one = part._compared
        assert walked(one._new, 3) == [one._verdict, one._add_button, one.table]
    else:
        part.table.select_first()
        assert walked(part.table, 2) == [part._reason, part._suggested.table]
