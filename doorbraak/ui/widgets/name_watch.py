"""The naam-wacht in a field: marks what points at somebody and offers a role for it. It blocks nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QStatusTipEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit

from doorbraak.ui import theme
from doorbraak.ui.widgets.plain import entry

if TYPE_CHECKING:
    from doorbraak.model.insight.name_watch import Found
    from doorbraak.ui.watched_names import WatchedNames

FREE_LINES = frozenset(
    (
        "add:barrier", "add:correction", "add:goal", "add:own_words", "add:perspective", "add:sharing", "add:signal",
        "add:statement", "add:step", "add:task",
    )
)  # fmt: skip
"""Lines to add something in that take a sentence, by their place; the others take a name, a day or an amount."""


def _wavy() -> QTextCharFormat:
    marked = QTextCharFormat()
    marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    marked.setUnderlineColor(QColor(theme.current().warning))
    return marked


class _Marks(QSyntaxHighlighter):
    """Only the paragraph that changed is read again."""

    def __init__(self, document: QTextDocument, watched: "WatchedNames") -> None:
        super().__init__(document)
        self._watched = watched
        watched.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        for found in self._watched.found_in(text):
            self.setFormat(found.start, found.end - found.start, _wavy())


class NameWatch(QObject):
    """Watches one field or line. Alt+V, and the menu of the field, put the role in place of what was marked."""

    def __init__(self, field: QPlainTextEdit | QLineEdit, watched: "WatchedNames") -> None:
        super().__init__(field)
        self._field, self._watched = field, watched
        self._told, self._underlined = "", False
        self._marks = _Marks(field.document(), watched) if isinstance(field, QPlainTextEdit) else None
        field.installEventFilter(self)
        if isinstance(field, QPlainTextEdit):
            field.viewport().installEventFilter(self)
        field.textChanged.connect(self._follow)
        field.cursorPositionChanged.connect(self._tell)
        watched.changed.connect(self._follow)

    # -- what stands there ----------------------------------------------------------------------------

    def _line(self) -> tuple[str, int, int]:
        """The paragraph that the cursor is in, where it begins, and where in it the cursor is."""
        if isinstance(self._field, QLineEdit):
            return self._field.text(), 0, self._field.cursorPosition()
        cursor = self._field.textCursor()
        return cursor.block().text(), cursor.block().position(), cursor.positionInBlock()

    def _nearest(self) -> "Found | None":
        """What is marked where the cursor is, else the last before it, else the first of the paragraph."""
        text, _, at = self._line()
        found = self._watched.found_in(text)
        before = [one for one in found if one.start <= at]
        return before[-1] if before else found[0] if found else None

    def _follow(self) -> None:
        self._underline()
        self._tell()

    def _underline(self) -> None:
        """A line has no document: what an input method may mark, we mark."""
        if not isinstance(self._field, QLineEdit):
            return
        marks = [
            QInputMethodEvent.Attribute(
                QInputMethodEvent.AttributeType.TextFormat,
                found.start - self._field.cursorPosition(),
                found.end - found.start,
                _wavy(),
            )
            for found in self._watched.found_in(self._field.text())
        ]
        if marks or self._underlined:
            self._underlined = bool(marks)
            QApplication.sendEvent(self._field, QInputMethodEvent("", marks))

    def _tell(self) -> None:
        """In the bar below, so that nothing moves while one types; a screen reader finds it at the field."""
        found = self._nearest() if self._field.hasFocus() else None
        sentence = ""
        if found is not None:
            sentence = self.tr("Naam-wacht: ‘%s’ → ‘%s’. Alt+V vervangt.") % (found.words, found.advice)
        if sentence == self._told:
            return
        self._told = sentence
        if not self._field.property("wrong"):
            self._field.setAccessibleDescription(sentence)
        QApplication.sendEvent(self._field, QStatusTipEvent(sentence))

    # -- what one can do ------------------------------------------------------------------------------

    def replace(self) -> None:
        """The role in its place, as one step that Ctrl+Z takes back."""
        found = self._nearest()
        if found is None:
            return
        from doorbraak.model.insight.name_watch import instead  # late: fields are known before a household is

        text, begins, _ = self._line()
        words = instead(text, found)
        if isinstance(self._field, QLineEdit):
            self._field.setSelection(found.start, found.end - found.start)
            self._field.insert(words)
            self._field.textEdited.emit(self._field.text())  # as typed: the draft is kept
            return
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(begins + found.start)
        cursor.setPosition(begins + found.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)

    def _menu(self, event: QContextMenuEvent) -> None:
        """About what one pointed at; by the key, about what the cursor is at."""
        field = self._field
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            if isinstance(field, QPlainTextEdit) and not field.textCursor().hasSelection():
                field.setTextCursor(field.cursorForPosition(event.pos()))
            elif isinstance(field, QLineEdit) and not field.hasSelectedText():
                field.setCursorPosition(field.cursorPositionAt(event.pos()))
        menu = self._field.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = self._nearest()
        if found is not None:
            self._offer(menu, found)
        menu.popup(event.globalPos())

    def _offer(self, menu: QMenu, found: "Found") -> None:
        first = menu.actions()[0] if menu.actions() else None
        words, advice = entry(found.words), entry(found.advice)
        replace = menu.addAction(self.tr("&Vervang ‘%s’ door ‘%s’") % (words, advice), self.replace)
        # the s: Plakken, a line below, has the l
        leave = menu.addAction(self.tr("Laat ‘%s’ &staan") % words, lambda: self._watched.let_be(found.words))
        between = menu.addSeparator()
        if first is not None:
            for action in (replace, leave, between):
                menu.insertAction(first, action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            mine = event.key() == Qt.Key.Key_V and event.modifiers() == Qt.KeyboardModifier.AltModifier
            if mine and self._nearest() is not None:
                event.accept()
                if kind == QEvent.Type.KeyPress:
                    self.replace()
                return True
        elif kind == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._menu(event)
            return True
        elif kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and watched is self._field:
            QTimer.singleShot(0, self, self._tell)  # the field itself hears of it after this
        elif kind == QEvent.Type.PaletteChange and self._marks is not None and watched is self._field:
            self._marks.rehighlight()
        return False
