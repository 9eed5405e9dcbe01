"""The line that quick entry is typed in: which keys mean more to it than letters, and what it lets be pasted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMoveEvent,
    QResizeEvent,
)

from doorbraak.model.errors import InputError
from doorbraak.model.insight.quick_entry import LONGEST
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.fields import DraftLine


class QuickField(DraftLine):
    """Signals say what a key asks; while `dropped` is on, what stands there is no draft.

    `about` is what the words answer to, in the words of its owner: kept with the draft, and back with it.
    """

    entered = Signal()
    walked = Signal(int)
    went_back = Signal()
    ended = Signal()
    more = Signal()
    skipped = Signal()
    lines_pasted = Signal(str)
    came = Signal()
    left = Signal()
    moved = Signal()

    def __init__(self, session: Session, name: str, place: str) -> None:
        super().__init__(session, name, place)
        self.about = ""
        self.dropped = False  # a number for a record that is in the file already is nothing to begin with after a lock
        self.setMaxLength(LONGEST)
        self.inputRejected.connect(lambda: self._refuse(self.tr("Deze regel is vol.")))

    def begin(self, text: str, about: str, *, dropped: bool) -> None:
        """Something else is to be typed: `text` is all that is left of what stood here, also as a draft."""
        self.about, self.dropped = about, dropped
        self.setText(text)
        self._keep()

    def belongs_to(self, household: int) -> None:
        before = self._place
        super().belongs_to(household)
        if self._place != before:
            self.about = self._session.store.drafts.all().get(self._beside, "")

    # -- keys -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, empty = event.key(), not self.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.ended.emit()
        elif key == Qt.Key.Key_Backspace and empty:
            self.went_back.emit()
        elif event.text() == "+" and empty:
            self.more.emit()
        elif event.text() == "-" and empty and self.dropped:
            self.skipped.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.moved.emit()

    # -- pasting --------------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's menu, with pasting as the key does it."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for theirs in menu.actions():
            if theirs.objectName() == "edit-paste":
                theirs.triggered.disconnect()
                theirs.triggered.connect(self._paste)
        menu.popup(event.globalPos())

    def _paste(self) -> None:
        """Several lines are a list; more than fits is refused, since Qt would drop the rest without a word."""
        text = QGuiApplication.clipboard().text()
        if len(text.strip().splitlines()) > 1:
            self.lines_pasted.emit(text)
        elif _units(text) > self.maxLength() - _units(self.text()) + _units(self.selectedText()):
            self._refuse(self.tr("Dit is te lang om te plakken. Er is niets geplakt."))
        else:
            self.paste()

    def _refuse(self, sentence: str) -> None:
        fits = self.tr("Er passen %d tekens in.") % self.maxLength()
        self._session.problem.emit(InputError(f"{sentence} {fits}"))

    # -- what is kept ---------------------------------------------------------------------------------

    @property
    def _beside(self) -> str:
        return f"{self._place}:about"

    def _keep(self) -> None:
        if not self._place:
            return
        if not self.dropped:
            super()._keep()
        else:
            self._timer.stop()
            self._session.drop_draft(self._place)
        if self.about and self.text().strip() and not self.dropped:
            self._session.keep_draft(self._beside, self.about)
        else:
            self._session.drop_draft(self._beside)


def _units(text: str) -> int:
    """As long as Qt finds it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
