"""Long work on copies, one at a time: how far it is, and a way to stop between two."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from doorbraak.ui.widgets.blocks import button, quiet


class Steps(QWidget):
    """Hidden while nothing runs. `ended` tells whether all was done. A step handles its own errors."""

    ended = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._waiting: list[Callable[[], object]] = []
        self.running = False
        self._said, self._bar = quiet(), QProgressBar()
        self._bar.setAccessibleName(name)
        self._bar.setTextVisible(False)
        self.cancel = button(self.tr("Sto&ppen"), lambda: self.stop())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._said, 1)
        line.addWidget(self._bar, 1)
        line.addWidget(self.cancel)
        self.hide()

    def run(self, said: str, steps: Sequence[Callable[[], object]]) -> None:
        self._said.setText(said)
        self._waiting, self.running = list(steps), True
        self._bar.setRange(0, len(steps))
        self._bar.setValue(0)
        self.cancel.setVisible(len(steps) > 1)  # one can't be stopped halfway
        self.show()
        QTimer.singleShot(0, self, self._next)

    def stop(self) -> None:
        """What was done stays done."""
        if self.running:
            self._end(whole=False)

    def _next(self) -> None:
        if not self.running:
            return
        if not self._waiting:
            self._end(whole=True)
            return
        self._waiting.pop(0)()
        self._bar.setValue(self._bar.value() + 1)
        QTimer.singleShot(0, self, self._next)  # the screen first, and who presses the button

    def _end(self, *, whole: bool) -> None:
        self._waiting, self.running = [], False
        self.hide()
        self.ended.emit(whole)
