"""A list to choose one from, in a form or an "add" row: keeps what was chosen while its options change."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

_ARROW = "▾"
_LETTERS = 7  # of a long choice that are in sight when there is little room


class ChoiceBox(QComboBox):
    """`options` are (value, words). `value` is the chosen one, or None while there is none.

    `chosen` tells the value that somebody chose. With `nothing` as words, nothing is chosen by itself.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, options: Sequence[tuple[Any, str]] = (), *, nothing: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(nothing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda: self.chosen.emit(self.value))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.offer(options)

    def offer(self, options: Sequence[tuple[Any, str]]) -> None:
        if [(self.itemData(at), self.itemText(at)) for at in range(self.count())] == list(options):
            return
        kept = self.value
        self.clear()
        for value, words in options:
            self.addItem(words, value)
        self.choose(kept)

    @property
    def value(self) -> Any:
        return self.currentData()

    def choose(self, value: Any) -> None:
        """When this is not among the options: the first one, or nothing when that is possible."""
        first = -1 if self.placeholderText() or not self.count() else 0
        self.setCurrentIndex(max(first, self.findData(value)))

    def show_value(self, value: str) -> None:
        """A value that is not in the list is shown as it is, and stays."""
        if self.findData(value) < 0:
            self.addItem(value, value)
        self.choose(value)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt does, with dots where words are cut, and an arrow: without one it looks like a line to type in."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width() - 4
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        group = option.palette.ColorGroup.Normal if self.isEnabled() else option.palette.ColorGroup.Disabled
        painter.setPen(option.palette.color(group, option.palette.ColorRole.Text))
        painter.drawText(
            self.rect().adjusted(0, 0, -8, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _ARROW
        )

    def showPopup(self) -> None:
        """All of a short list in sight, each row high enough to hit: Qt reckons without the air that a style adds."""
        view = self.view()
        rows = range(min(self.count(), self.maxVisibleItems()))
        view.setMinimumHeight(sum(view.sizeHintForRow(row) for row in rows) + 2 * view.frameWidth())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling past must not choose


def choice_row(*controls: QWidget) -> QWidget:
    """Controls on one line; the boxes among them share the room."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    for control in controls:
        line.addWidget(control, int(isinstance(control, ChoiceBox)))
    return holder
