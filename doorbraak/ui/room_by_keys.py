"""What is dragged wider with the mouse, by keys and from the menu: a part of a page, a column (WCAG 2.5.7)."""

from typing import TYPE_CHECKING

from PySide6 import QtWidgets  # tables load with the first one
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from doorbraak.ui import theme

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow

_STEP = 40  # pixels, at letters of the usual size


def part(window: "MainWindow", way: int) -> None:
    """Of what has the focus; `way` is 1 for more room and -1 for less. It says so where there is nothing to divide."""
    if not divide(QApplication.focusWidget(), way):
        window.status.say(window.tr("Hier zijn geen delen naast of onder elkaar."))


def column(window: "MainWindow", way: int) -> None:
    """In which the cell with the focus stands."""
    table = QApplication.focusWidget()
    if not isinstance(table, QtWidgets.QTableView) or not table.currentIndex().isValid():
        window.status.say(window.tr("Ga eerst naar een vak in een tabel."))
        return
    header, at = table.horizontalHeader(), table.currentIndex().column()
    header.resizeSection(at, max(header.minimumSectionSize(), header.sectionSize(at) + way * _step()))
    table.scrollTo(table.currentIndex())


def divide(inside: QWidget | None, way: int) -> bool:
    """Gives the part around `inside` more of what it shares with the one after it, or with the one before the last."""
    here = inside
    while here is not None:
        holder = here.parentWidget()
        if isinstance(holder, QSplitter) and holder.count() > 1:
            _divide(holder, holder.indexOf(here), way)
            return True
        here = holder
    return False


def _divide(parts: QSplitter, at: int, way: int) -> None:
    """None gets smaller than what stands in it needs."""
    sizes = parts.sizes()
    other = at + 1 if at + 1 < len(sizes) else at - 1
    across = parts.orientation() == Qt.Orientation.Horizontal
    gives = other if way > 0 else at
    asked = parts.widget(gives).minimumSizeHint().expandedTo(parts.widget(gives).minimumSize())
    spare = max(0, sizes[gives] - (asked.width() if across else asked.height()))
    step = min(_step(), spare)
    sizes[gives] -= step
    sizes[at + other - gives] += step
    parts.setSizes(sizes)


def _step() -> int:
    return round(_STEP * theme.zoom())
