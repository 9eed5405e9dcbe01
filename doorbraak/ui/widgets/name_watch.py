"""The naam-wacht in a field: marks what points at somebody and offers a role for it. It blocks nothing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
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
from doorbraak.ui.widgets.name_watch_sign import NameWatchSign
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

_SHARE = 0.8  # of the window, for the words in the bar below: at the right it says when the copy was made


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
        listed = self._watched.found_in(text)
        for found in listed:
            self.setFormat(found.start, found.end - found.start, _wavy())
        self.setCurrentBlockState(len(listed))  # to count them all without reading all again


class NameWatch(QObject):
    """Watches one field or line. Alt+V, and the menu of the field, put the role in place of what was marked."""

    def __init__(self, field: QPlainTextEdit | QLineEdit, watched: "WatchedNames") -> None:
        super().__init__(field)
        self._field, self._watched = field, watched
        self._told, self._underlined = "", False
        self._sign: NameWatchSign | None = None  # most fields never have one
        self._marks = _Marks(field.document(), watched) if isinstance(field, QPlainTextEdit) else None
        field.installEventFilter(self)
        if isinstance(field, QPlainTextEdit):
            field.viewport().installEventFilter(self)
        field.textChanged.connect(self._follow)
        field.cursorPositionChanged.connect(self._tell)
        watched.changed.connect(self._follow)

    # -- what stands there ----------------------------------------------------------------------------

    def _marked(self) -> Iterator[tuple[int, str, int]]:
        """The paragraphs with something marked: where each begins, its words, and how many are marked."""
        if isinstance(self._field, QLineEdit):
            if found := self._watched.found_in(self._field.text()):
                yield 0, self._field.text(), len(found)
            return
        block = self._field.document().begin()
        while block.isValid():
            if block.userState() > 0:
                yield block.position(), block.text(), block.userState()
            block = block.next()

    def _nearest(self) -> "tuple[Found, int, str] | None":
        """What is marked where the cursor is, else the last before it, else the first after; with its paragraph."""
        field = self._field
        at = field.cursorPosition() if isinstance(field, QLineEdit) else field.textCursor().position()
        listed = [(begins, text) for begins, text, _ in self._marked()]
        before = [one for one in listed if one[0] <= at]
        for begins, text in (*reversed(before), *listed[len(before) :]):
            if found := self._watched.found_in(text):
                ahead = [one for one in found if begins + one.start <= at]
                return (ahead[-1] if ahead else found[0]), begins, text
        return None

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
        nearest = self._nearest() if self._field.hasFocus() else None
        number = sum(count for _, _, count in self._marked()) if nearest else 0
        sentence = self._sentence(nearest[0], number) if nearest else ""
        self._show_sign(nearest[0] if nearest else None, number)
        if sentence == self._told:
            return
        self._told = sentence
        if not self._field.property("wrong"):
            self._field.setAccessibleDescription(sentence)
        QApplication.sendEvent(self._field, QStatusTipEvent(sentence))

    def _sentence(self, nearest: "Found", number: int) -> str:
        """Of several: how many, the first ones as far as the bar has room, and which one the key replaces."""
        if number == 1:
            return self.tr("Naam-wacht: “%s” → “%s”. Alt+V vervangt.") % (nearest.words, nearest.advice)
        said = self.tr("Naam-wacht: %d woorden wijzen iemand aan.") % number
        ends = self.tr("Alt+V vervangt “%s”.") % nearest.words
        window = self._field.window()
        left = window.width() * _SHARE
        named: list[str] = []
        for one in (one for _, text, _ in self._marked() for one in self._watched.found_in(text)):
            pair = f"“{one.words}” → “{one.advice}”"
            if named and window.fontMetrics().horizontalAdvance(" ".join((said, *named, pair, ends))) > left:
                named.append("…")
                break
            named.append(pair)
        return f"{said} {', '.join(named)}. {ends}"

    def _show_sign(self, nearest: "Found | None", number: int) -> None:
        if nearest is None and self._sign is None:
            return
        if self._sign is None:
            self._sign = NameWatchSign(self._field)
            self._sign.pressed.connect(lambda at: self._open_menu(at))
            if isinstance(self._field, QPlainTextEdit):
                self._field.verticalScrollBar().valueChanged.connect(self._sign.place)
        more = self.tr(", nog %d") % (number - 1) if number > 1 else ""
        self._sign.say(self.tr("Alt+V: %s") % nearest.advice + more if nearest else "")

    # -- what one can do ------------------------------------------------------------------------------

    def replace(self) -> None:
        """The role in its place, as one step that Ctrl+Z takes back."""
        nearest = self._nearest()
        if nearest is None:
            return
        from doorbraak.model.insight.name_watch import instead  # late: fields are known before a household is

        found, begins, text = nearest
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
        self._open_menu(event.globalPos())

    def _open_menu(self, at: QPoint) -> None:
        menu = self._field.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        nearest = self._nearest()
        if nearest is not None:
            self._offer(menu, nearest[0])
        menu.popup(at)

    def _offer(self, menu: QMenu, found: "Found") -> None:
        first = menu.actions()[0] if menu.actions() else None
        words, advice = entry(found.words), entry(found.advice)
        replace = menu.addAction(self.tr("&Vervang “%s” door “%s”") % (words, advice), self.replace)
        # the s: Plakken, a line below, has the l
        leave = menu.addAction(self.tr("Laat “%s” &staan") % words, lambda: self._watched.let_be(found.words))
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
        elif kind == QEvent.Type.Resize and self._sign is not None:
            self._sign.place()
        elif kind == QEvent.Type.PaletteChange and self._marks is not None and watched is self._field:
            self._marks.rehighlight()
        return False
