"""The publication page with the way back to what was in the window, and other files to open. It needs no key."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from doorbraak.ui.publication.page import PublicationPage
from doorbraak.ui.widgets.blocks import button

Work = Callable[[], object]


class PublicationRoom(QWidget):
    def __init__(self, back: Work, other: Work, beside: Work, keep: Work, print_: Work) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Publicatie"))
        self.page = PublicationPage()
        self.page.compare_wanted.connect(beside)
        line = QHBoxLayout()
        line.setContentsMargins(12, 12, 12, 0)
        line.setSpacing(6)
        line.addWidget(button(self.tr("Te&rug"), back))
        line.addWidget(button(self.tr("Andere publicatie &openen…"), other))
        line.addStretch(1)
        line.addWidget(button(self.tr("Rapport &afdrukken…"), print_))
        line.addWidget(button(self.tr("Rapport en &grafieken bewaren…"), keep))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.page, 1)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(back)
