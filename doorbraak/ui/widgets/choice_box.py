"""A list to choose one from in an "add" row: keeps what was chosen while its options change."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

_ARROW = "▾"
_LETTERS = 7  # of a long choice that are in sight when there is little room


class ChoiceBox(QComboBox):
    """`options` are (value, words). `value` is the chosen one, or None while there is none."""

    def __init__(self, name: str, options: Sequence[tuple[Any, str]] = ()) -> None:
        super().__init__()
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
        """The first one when this is not among the options."""
        self.setCurrentIndex(max(0, self.findData(value)) if self.count() else -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt does, with dots where words are cut, and an arrow: without one it looks like a line to type in."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
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
