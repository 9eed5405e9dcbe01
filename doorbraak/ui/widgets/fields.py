"""Fields that keep what is typed: a long text commits when it is left and two seconds after the last key.

What is not valid yet stays as typed, is marked, and is kept as a draft in the encrypted file.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QWidget

from doorbraak.model.errors import UserError
from doorbraak.ui.widgets.name_watch import FREE_LINES, NameWatch
from doorbraak.ui.widgets.notice import mark
from doorbraak.ui.widgets.own_undo import OwnUndoLine

if TYPE_CHECKING:  # pages know these fields before anything of a household is loaded
    from doorbraak.ui.session import Session


class TextField(QPlainTextEdit):
    """A longer text of one record; keys in a row are one undo step."""

    PAUSE = 2000  # milliseconds after the last key

    def __init__(
        self, session: "Session", name: str, commit: Callable[[str, str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._commit = commit
        self._place = ""
        self._file = ""  # what the file holds
        self._tried = ""  # what was last committed or refused, as typed
        self._committing = False
        self._visit = 0
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.PAUSE)
        self._timer.timeout.connect(self.finish)
        self.textChanged.connect(self._typed)
        NameWatch(self, session.watched)
        session.flushing.connect(self.finish)

    def show_value(self, place: str, value: str) -> None:
        """Show what the file holds, or the draft that was left at `place`; never over what is being typed."""
        fresh = place != self._place
        if not fresh and value == self._file:
            return
        if fresh:
            self.finish()
        self._place, self._file = place, value
        if self._committing:
            return  # an echo of what stands here: putting it back would move the cursor
        draft = self._session.store.drafts.all().get(place) if fresh and place else None
        self._tried = value
        self.setPlainText(value if draft is None else draft)
        self._timer.stop()
        mark(self, None)

    def event(self, event: QEvent) -> bool:
        """With nothing of its own to undo or redo, it leaves those keys to the window, as a line does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys, typed = QKeySequence.StandardKey, self.document()
            undo = event.matches(keys.Undo) and not typed.isUndoAvailable()
            if undo or (event.matches(keys.Redo) and not typed.isRedoAvailable()):
                event.ignore()
                return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._visit += 1
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finish()

    def _typed(self) -> None:
        if self.hasFocus():
            self._timer.start()

    def finish(self) -> None:
        """Commit what stands there, unless it is what the file holds."""
        self._timer.stop()
        text = self.toPlainText()
        if not self._place or text == self._tried or self._committing:
            return
        place, self._tried, self._committing = self._place, text, True
        try:
            self._commit(text, f"{place} {self._visit}")
        except UserError as error:
            self._session.keep_draft(place, text)
            mark(self, error)
            self._session.problem.emit(error)
        else:
            self._session.drop_draft(place)
            mark(self, None)
        finally:
            self._committing = False


def completes(line: QLineEdit, words: Sequence[str]) -> None:
    """Offer `words` under the line as one types; any part of a word finds it, and own words stay possible."""
    known = line.completer()
    if known is not None:  # a new one would take away the list that may be answering a key right now
        model = known.model()
        if isinstance(model, QStringListModel) and model.stringList() != list(words):
            model.setStringList(list(words))
        return
    completer = QCompleter(QStringListModel(list(words), line), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.popup().setAccessibleName(line.accessibleName())
    line.setCompleter(completer)


class DraftLine(OwnUndoLine):
    """A field of an "add" row: what was typed but not added yet comes back after a lock or a kill.

    One field serves all households in turn, each with its own draft. What is refused is told at the line that has the
    focus then, or that its page gives the focus to.
    """

    PAUSE = 2000  # milliseconds after the last key

    def __init__(self, session: "Session", name: str, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kind = place
        self._place = ""
        self._refused: UserError | None = None  # until the program has nothing else to do
        self.setAccessibleName(name)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.PAUSE)
        self._timer.timeout.connect(self._keep)
        self.textEdited.connect(lambda _: self._edited())
        session.problem.connect(self._hear)
        if place in FREE_LINES:
            NameWatch(self, session.watched)
        session.flushing.connect(self._keep)

    def belongs_to(self, household: int) -> None:
        """Put away what was typed for another household, and show what was left at this one."""
        place = f"household:{household}:{self._kind}" if household else f"workspace:{self._kind}"
        if place != self._place:
            self._keep()
            self._mark(None)
            self._place = place
            self.setText(self._session.store.drafts.all().get(place, ""))

    def added(self) -> None:
        """What was typed is in the file now."""
        self.setText("")  # unlike clear() this forgets the keys that led to it: undoing is the window's now
        self._mark(None)
        self._keep()

    def _edited(self) -> None:
        self._mark(None)
        self._timer.start()

    def _hear(self, error: UserError) -> None:
        if self.isVisible():
            self._refused = error
            QTimer.singleShot(0, self, self._forget)
            if self.hasFocus():
                self._mark(error)

    def _forget(self) -> None:
        self._refused = None

    def _mark(self, error: UserError | None) -> None:
        if error is not None or self.property("wrong"):
            mark(self, error)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._refused is not None:
            self._mark(self._refused)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._refused is not None:  # its page says that it is another one
            self._mark(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        offered = self.completer()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and offered and offered.popup().isVisible():
            offered.popup().hide()
            event.accept()  # else the list answers it too, and puts its words back in the line that was emptied

    def _keep(self) -> None:
        self._timer.stop()
        if not self._place:
            return
        if self.text().strip():
            self._session.keep_draft(self._place, self.text())
        else:
            self._session.drop_draft(self._place)
