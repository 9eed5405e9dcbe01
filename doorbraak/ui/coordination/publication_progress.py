"""How far a publication is, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from doorbraak.ui.widgets.blocks import button, quiet


class Progress(QWidget):
    """Hidden while nothing is made."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said, self._bar = quiet(), QProgressBar()
        self._bar.setAccessibleName(self.tr("Voortgang"))
        self._bar.setTextVisible(False)
        self.cancel = button(self.tr("Sto&ppen"), self.stopped.emit)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._said, 2)
        line.addWidget(self._bar, 1)
        line.addWidget(self.cancel)
        self.hide()

    def begin(self) -> None:
        self._bar.setRange(0, 0)
        self._said.setText(self.tr("Bezig met beveiligen en nakijken. Dit duurt ongeveer een halve minuut."))
        self.show()

    def tell(self, done: int, all_: int) -> None:
        """Groups of figures: one of them may take as long as all others together."""
        if not self.isHidden() and all_:
            self._bar.setRange(0, all_)
            self._bar.setValue(done)

    def end(self) -> None:
        self.hide()
