"""Fields that keep what is typed: a long text commits when it is left and two seconds after the last key.

What is not valid yet stays as typed, is marked, and is kept as a draft in the encrypted file.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from doorbraak.model.errors import UserError
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.notice import mark


class TextField(QPlainTextEdit):
    """A longer text of one record; keys in a row are one undo step."""

    PAUSE = 2000  # milliseconds after the last key

    def __init__(
        self, session: Session, name: str, commit: Callable[[str, str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._commit = commit
        self._place = ""
        self._known = ""
        self._visit = 0
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.PAUSE)
        self._timer.timeout.connect(self.finish)
        self.textChanged.connect(self._typed)
        session.flushing.connect(self.finish)

    def show_value(self, place: str, value: str) -> None:
        if place == self._place and value == self._known:
            return
        fresh = place != self._place
        if fresh:
            self.finish()
        self._place, self._known = place, value
        if self.hasFocus() and not fresh and self.toPlainText().strip() == value:
            return
        draft = self._session.store.drafts().get(place) if fresh and place else None
        self.setPlainText(value if draft is None else draft)
        self._timer.stop()
        mark(self, None)

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
        if not self._place or text == self._known:
            return
        try:
            self._known, before = text, self._known
            self._commit(text, f"{self._place} {self._visit}")
        except UserError as error:
            self._known = before
            self._session.store.keep_draft(self._place, text)
            mark(self, error)
            self._session.problem.emit(error)
        else:
            self._session.store.drop_draft(self._place)
            mark(self, None)


class DraftLine(QLineEdit):
    """A field of an "add" row: what was typed but not added yet comes back after a lock or a kill."""

    def __init__(self, session: Session, name: str, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self.setAccessibleName(name)
        self.setText(session.store.drafts().get(place, ""))
        session.flushing.connect(self._keep)

    def _keep(self) -> None:
        if self.text().strip():
            self._session.store.keep_draft(self._place, self.text())
        else:
            self._session.store.drop_draft(self._place)
