from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.ui import theme
from doorbraak.ui.widgets.pick_many import PickMany

OPTIONS = [(at, f"Instantie {at}") for at in range(1, 7)]


@pytest.fixture
def letters(qapp: QApplication) -> Iterator[QApplication]:
    """Where letters may grow; afterwards they are as before."""
    before = qapp.font()
    yield qapp
    qapp.setFont(before)
    theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize("larger", [1.0, 1.5, 2.0])
def test_that_rows_do_not_overlap_from_the_first_moment(qtbot: QtBot, letters: QApplication, larger: float) -> None:
    font = letters.font()
    font.setPointSizeF(font.pointSizeF() * larger)
    letters.setFont(font)
    theme.apply(letters, theme.LIGHT)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PickMany("Kiezen", "Waarvoor", "Welke?", OPTIONS, (2,), parent)
    dialog.show()
    listed = dialog.findChild(QListWidget)
    boxes = [listed.visualItemRect(listed.item(row)) for row in range(listed.count())]
    lowest = listed.fontMetrics().height() + 4
    dialog.close()
    assert all(above.bottom() < below.top() for above, below in pairwise(boxes))
    assert min(box.height() for box in boxes) >= lowest
    assert dialog.chosen == (2,)
