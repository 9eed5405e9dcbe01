from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.ui.widgets.sides import Sides


@pytest.fixture
def sides(qtbot: QtBot) -> Iterator[Sides]:
    """Two blocks, of at least 300 and 200 pixels, in a window in which both fit beside each other."""
    holder, left, right = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(holder)
    left.setMinimumSize(300, 100)
    right.setMinimumSize(200, 80)
    made = Sides(holder, (left, 400), (right, 284))
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made)
    holder.resize(700, 400)
    holder.show()
    QApplication.processEvents()
    yield made
    holder.close()


def widths(sides: Sides, wide: int) -> bool:
    """Whether the blocks are beside each other in a window as wide as this."""
    sides.window().resize(wide, 400)
    QApplication.processEvents()
    assert sides.width() == wide, "it pushes nothing"
    return sides.orientation() == Qt.Orientation.Horizontal


def test_that_blocks_go_under_each_other_when_they_do_not_fit_and_come_back(sides: Sides) -> None:
    assert sides.sizes() == [400, 284]
    assert widths(sides, 300 + 16 + 200)
    assert not widths(sides, 300 + 16 + 199)
    assert sides.minimumSizeHint().height() >= 180
    assert not widths(sides, 300)
    assert widths(sides, 700)
    assert sides.sizes() == [400, 284]


def test_that_a_block_that_grows_sends_the_other_under_it(sides: Sides) -> None:
    sides.widget(0).setMinimumWidth(600)
    QApplication.processEvents()
    assert sides.orientation() == Qt.Orientation.Vertical
    assert sides.widget(0).width() == 700
