"""One stage of the talk: in view alone, in large letters that follow the letters of the program."""

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from doorbraak.model.dossier.dossier import Dossier

if TYPE_CHECKING:
    from doorbraak.ui.household.talk import TalkPage

W = TypeVar("W", bound=QWidget)


class Stage(QWidget):
    """`page` writes for it; each stage can be skipped and come back to."""

    def __init__(self, page: "TalkPage") -> None:
        super().__init__()
        self.page = page
        self._enlarged: list[tuple[QWidget, float]] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._enlarge_all)

    def large(self, widget: W, share: float = 1.25) -> W:
        """The same widget, in letters so many times as large as usual."""
        self._enlarged.append((widget, share))
        _enlarge(widget, share)
        return widget

    def changeEvent(self, event: QEvent) -> None:
        """A size of its own does not follow by itself; it waits until Qt has told everybody."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_soon"):
            self._soon.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        """The letters may have changed while another stage was in view."""
        self._enlarge_all()
        super().showEvent(event)

    def _enlarge_all(self) -> None:
        for widget, share in self._enlarged:
            _enlarge(widget, share)

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        raise NotImplementedError

    def part(self) -> int:
        """Which question, or whose turn, of a stage that shows one at a time."""
        return 0

    def back_to_part(self, part: int) -> None:
        """Does nothing where all is in sight."""

    def take_focus(self) -> None:
        raise NotImplementedError


def _enlarge(widget: QWidget, share: float) -> None:
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * share)
    if widget.font() != font:
        widget.setFont(font)
    if isinstance(widget, QLineEdit):  # beside a button it would get no more room than that, and cut its letters
        widget.ensurePolished()
        widget.setMinimumHeight(widget.sizeHint().height())
