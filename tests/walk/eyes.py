"""What somebody sees who sits at the window: the dialog that asks something, else the window; and pictures of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QElapsedTimer, QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from doorbraak.ui.main_window import MainWindow
from tests.ui.test_screens import clipped
from tests.walk.camera import Camera

_PATIENCE = 60_000  # milliseconds: only what hangs takes longer


def plain(words: str) -> str:
    """What somebody reads on a button: no sign of the key that it has."""
    return words.replace("&", "").rstrip("…").strip()


@dataclass
class Eyes:
    """`part` is which part of the walk they are at; `counted` has the keys and clicks of each. `cut`: the words that
    got too little room, and where.
    """

    camera: Camera
    window: MainWindow = field(init=False)
    part: str = ""
    counted: dict[str, list[int]] = field(default_factory=dict)
    cut: list[tuple[str, str]] = field(default_factory=list)

    def begin(self, part: str) -> None:
        self.part = part
        self.counted.setdefault(part, [0, 0])

    @property
    def total(self) -> tuple[int, int]:
        return sum(keys for keys, _ in self.counted.values()), sum(clicks for _, clicks in self.counted.values())

    def sit_at(self, window: MainWindow) -> None:
        """A window that has just been made comes in sight."""
        self.window = window
        window.setGeometry(QRect(QPoint(0, 0), self.camera.size))
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)

    @property
    def place(self) -> QWidget:
        """The dialog that asks something, else the window."""
        return QApplication.activeModalWidget() or self.window

    def see(self, words: str) -> None:
        """A picture of all that is on the screen."""
        self.settle()
        self.cut += [(words, label) for label in clipped(self.place)]
        self.camera.take(words, self.window, self.total)

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
        if QApplication.activePopupWidget() is None and QApplication.activeWindow() is not self.place:
            self.place.activateWindow()  # without a window manager nobody else does
            QApplication.processEvents()

    def until(self, done: Callable[[], object], what: str) -> None:
        clock = QElapsedTimer()
        clock.start()
        while not done():
            assert not clock.hasExpired(_PATIENCE), f"did not come: {what}"
            QTest.qWait(5)

    def said(self) -> str:
        """All words in sight that are not typed."""
        return "\n".join(one.text() for one in self.place.findChildren(QLabel) if one.isVisible())

    def shows(self, words: str) -> None:
        self.until(lambda: words in self.said(), f"{words}, but: {self.said()}")

    def found(self, words: str, kinds: type[QWidget] | tuple[type[QWidget], ...]) -> QWidget:
        """The one of these kinds that bears these words, or has them as its name."""
        self.settle()
        seen = [one for one in self.place.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()]
        for bears in (lambda one: _words(one) == words, lambda one: plain(one.accessibleName()) == words):
            for one in seen:
                if bears(one):
                    return one
        raise AssertionError(
            f"{words} is not in sight, but: {sorted({_words(one) or one.accessibleName() for one in seen})}"
        )


def _words(one: QWidget) -> str:
    return plain(one.text()) if isinstance(one, QAbstractButton) else ""
