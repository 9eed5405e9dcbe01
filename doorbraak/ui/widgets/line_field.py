"""One line of one record in a form: commits when it is left, and keeps what is not valid yet."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from doorbraak.model.errors import InputError, UserError
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.notice import mark


class LineField(QLineEdit):
    """`commit` gets what was typed and raises UserError for what can't be; Escape lets go of what was refused."""

    def __init__(
        self, session: Session, name: str, commit: Callable[[str], object], *, hint: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session = session
        self._commit = commit
        self._place = ""
        self._file = ""  # what the file holds
        self._tried = ""  # what was last committed or refused, as typed
        self._committing = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self.finish)
        session.flushing.connect(self.finish)

    def show_value(self, place: str, value: str) -> None:
        """Show what the file holds, or the draft that was left at `place`; never over what was refused."""
        fresh = place != self._place
        if not fresh and (self._committing or self._tried != self._file or value == self._file):
            self._file = value
            return
        if fresh:
            self.finish()
        self._place, self._file = place, value
        draft = self._session.store.drafts.all().get(place) if fresh else None
        self._tried = value if draft is None else draft
        self.setText(self._tried)
        self.setCursorPosition(0)  # of what is too long, the beginning
        mark(self, None if draft is None else InputError(self.tr("Dit was nog niet goed ingevuld.")))

    def finish(self) -> None:
        """Commit what stands there, unless it is what was tried before."""
        text = self.text()
        if not self._place or text == self._tried or self._committing:
            return
        self._tried, self._committing = text, True
        try:
            self._commit(text)
        except UserError as error:
            self._session.keep_draft(self._place, text)
            mark(self, error)
            self._session.problem.emit(error)
            return
        finally:
            self._committing = False
        self._session.drop_draft(self._place)
        self._show_file()

    def _show_file(self) -> None:
        """As the file has it: "1-2-2027" for "01-02-2027"."""
        mark(self, None)
        self._tried = self._file
        at = self.cursorPosition()
        self.setText(self._file)  # also forgets the keys that led to it: undoing them is the window's now
        self.setCursorPosition(at)

    def event(self, event: QEvent) -> bool:
        """With nothing of its own to undo, the line leaves Ctrl+Z to the window, which undoes the last step."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.text() == self._file:
            standard = QKeySequence.StandardKey
            if event.matches(standard.Undo) or event.matches(standard.Redo):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._file:
            self._session.drop_draft(self._place)
            self._show_file()
            self._session.mended.emit()
            return
        super().keyPressEvent(event)
