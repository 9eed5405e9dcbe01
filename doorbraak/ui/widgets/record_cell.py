"""One cell of a table of records: paints it, and gives it a line to type in or a list to choose from."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from doorbraak.ui import theme
from doorbraak.ui.drawing.colours import sign_colour
from doorbraak.ui.drawing.domain_icons import paint_icon
from doorbraak.ui.widgets.fields import completes
from doorbraak.ui.widgets.record_model import LEFT, RIGHT, Index, RecordFilter, RecordModel

_LEFT_GAP, _NUMBER_GAP = 4, 10  # pixels between a cell's words and its edge
_SIGN_GAP = 6  # and its sign
# Numbers, since a repaint asks hundreds of times and Qt's flags are slow to combine.
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DOTS = Qt.TextElideMode.ElideRight
_WRAP = Qt.TextFlag.TextWordWrap


def _cut(text: str, letters: QFontMetrics, room: QRect) -> str:
    """As many words as its lines hold, with dots for the others."""
    if letters.boundingRect(room, int(_WRAP), text).height() <= room.height():
        return text
    words = text.split()
    while len(words) > 1:
        words.pop()
        shorter = f"{' '.join(words)}…"
        if letters.boundingRect(room, int(_WRAP), shorter).height() <= room.height():
            return shorter
    return letters.elidedText(text, _DOTS, room.width())


class _Choice(QComboBox):
    """A list that opens before it takes a key: a letter finds, and only Enter or a click chooses."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
            return
        self.showPopup()
        if event.text().isprintable() and event.text().strip():
            self.view().keyboardSearch(event.text())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling past must not choose


class _Line(QLineEdit):
    """Enter takes the words that are chosen in the list below, or else what was typed, and is done: `entered`.

    The list gets each key first and gives it to this line without asking the filters on it, so that the table would
    not hear of Enter before the list is closed.
    """

    entered = Signal()
    heard = False  # whether the table was asked about this Enter: then it commits and closes by itself

    def keyPressEvent(self, event: QKeyEvent) -> None:
        offered = self.completer().popup() if self.completer() is not None else None
        if event.key() not in _ENTER or offered is None or not offered.isVisible():
            super().keyPressEvent(event)
            return
        chosen = offered.currentIndex()
        offered.hide()
        if chosen.isValid():
            self.setText(str(chosen.data()))
        event.accept()  # else the list answers it too
        if not self.heard:
            self.entered.emit()
        self.heard = False


class RecordCell(QStyledItemDelegate):
    """Paints a cell, and gives it a line to type in or a list to choose from."""

    def __init__(self, records: RecordModel, shown: RecordFilter, parent: QWidget) -> None:
        super().__init__(parent)
        self._records = records
        self._shown = shown

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One question to the model and four calls to the painter: Qt takes twenty."""
        text, numeric, refused = self._records.face(self._shown.source_row(index), index.column())
        palette, rect, state = option.palette, option.rect, option.state.value
        chosen = state & _SELECTED
        if chosen:
            painter.fillRect(rect, palette.highlight())
        pen = QColor(theme.current().warning) if refused else palette.highlightedText() if chosen else palette.text()
        painter.setPen(pen.color() if isinstance(pen, QBrush) else pen)
        room = rect.adjusted(_LEFT_GAP, 0, -(_NUMBER_GAP if numeric else _LEFT_GAP), 0)
        column = self._records.columns[index.column()]
        if column.sign is not None:
            record = self._records.records[self._shown.source_row(index)]
            room.setLeft(room.left() + self._sign(painter, column.sign(record), rect, option.fontMetrics, chosen))
        if column.wraps:
            painter.drawText(room, (RIGHT if numeric else LEFT) | _WRAP, _cut(text, option.fontMetrics, room))
        else:
            shown = option.fontMetrics.elidedText(text.replace("\n", " "), _DOTS, room.width())
            painter.drawText(room, RIGHT if numeric else LEFT, shown)
        if state & _FOCUSED:
            painter.setPen(QColor(theme.current().accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _sign(self, painter: QPainter, of: tuple[str, str], rect: QRect, letters: QFontMetrics, chosen: int) -> int:
        """Draws it as high as capitals with their room, and returns what it takes of the width."""
        domain, colour = of
        side = min(letters.ascent() + 2, rect.height() - 4)
        ground = theme.current().chosen if chosen else theme.current().field
        box = QRectF(rect.left() + _LEFT_GAP, rect.center().y() - side / 2, side, side)
        paint_icon(painter, domain, sign_colour(colour, ground), box)
        return side + _SIGN_GAP

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._records.columns[index.column()]
        options = column.options(self._records.records[self._shown.source_row(index)])
        if options is None:
            editor: QWidget = QLineEdit(parent)
            if column.suggest:
                editor = _Line(parent)
                completes(editor, column.suggest())
                editor.entered.connect(lambda: self._entered(editor), Qt.ConnectionType.QueuedConnection)
        else:
            editor = _Choice(parent)
            for value, shown in options:
                editor.addItem(shown, value)
            editor.activated.connect(lambda: self._chosen(editor))
            QTimer.singleShot(0, editor, editor.showPopup)
        editor.setAccessibleName(column.title)
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, _Line) and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            editor.heard = event.key() in _ENTER
        return super().eventFilter(editor, event)

    def _entered(self, editor: QWidget) -> None:
        """Once the list has closed."""
        if isValid(editor) and editor.isVisible():
            self._chosen(editor)

    def _chosen(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            present = index.data(Qt.ItemDataRole.EditRole)
            if editor.findData(present) < 0:  # looking at a cell must not change it
                editor.insertItem(0, index.data() or self.tr("Niet ingevuld"), present)
            editor.setCurrentIndex(editor.findData(present))
        elif isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
