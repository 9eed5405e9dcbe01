"""The line below: until when all is kept, and how old the newest copy is."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QToolButton

from doorbraak.ui import announce, backups_age
from doorbraak.ui.widgets import by_number

if TYPE_CHECKING:
    from doorbraak.ui.backups_keeper import BackupKeeper
    from doorbraak.ui.main_window import MainWindow


class StatusLine(QObject):
    """Belongs to one window. The age of the copy is a button: it opens the copies."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._bar = window.statusBar()
        self._saved, self._left = QLabel(), QLabel()
        self.copy = QToolButton()
        self.copy.setAutoRaise(True)
        by_number.by_tab_only(self.copy)
        self.copy.setMinimumHeight(24)
        self.copy.clicked.connect(lambda: window.menus.backups.trigger())
        self.examples = QToolButton()
        self.examples.setText(self.tr("Voorbeelden, niet van jou. Stoppen en weggooien"))
        self.examples.setToolTip(self.tr("Je eigen dossiers staan apart. Daar verandert niets aan."))
        self.examples.setAccessibleName(self.examples.text())
        by_number.by_tab_only(self.examples)
        self.examples.setMinimumHeight(24)
        self.examples.clicked.connect(window.stop_looking_around)
        self._bar.addWidget(self.examples)
        self.examples.hide()
        for part in (self._saved, self._left, self.copy):
            part.hide()
            self._bar.addPermanentWidget(part)
        self._bar.setSizeGripEnabled(False)

    def say(self, text: str, milliseconds: int = 10_000) -> None:
        self._bar.showMessage(text, milliseconds)

    def show_saved(self, at: str) -> None:
        """A screen reader says it once a minute, and not at every edit."""
        said = self.tr("Opgeslagen %s") % at
        if said != self._saved.text():
            announce.say(self._bar, said)
        self._saved.setText(said)
        self._saved.show()

    def show_copy(self, keeper: "BackupKeeper", now: datetime) -> None:
        """In words, also what is wrong: a colour is not seen by everybody."""
        at, wrong = keeper.newest, keeper.problem is not None or backups_age.is_old(keeper.newest, now)
        age = backups_age.age(at, now) if at is not None else self.tr("nog geen")
        if keeper.problem is not None:
            said = self.tr("Let op: kopie mislukt, de laatste: %s") % age
        else:
            said = (self.tr("Let op: kopie %s") if wrong else self.tr("Kopie: %s")) % age
        if keeper.second_problem is not None:
            said = self.tr("%s; tweede plek mislukt") % (said if wrong else self.tr("Let op: kopie %s") % age)
        because = keeper.problem or keeper.second_problem
        self.copy.setText(said)
        self.copy.setProperty("wrong", wrong or because is not None)
        self.copy.setToolTip(because.sentence if because else self.tr("Reservekopieën bekijken"))
        self.copy.setAccessibleName(said)
        self.copy.setAccessibleDescription(self.copy.toolTip())
        font = self.copy.font()
        font.setBold(wrong or because is not None)
        self.copy.setFont(font)
        self.copy.show()

    def enter(self, examples: bool = False) -> None:
        """What went wrong at the end of the session before, maybe of another workspace, is of no use in this one.

        `examples`: what is open is thrown away afterwards; the way to do that is in sight as long as it is.
        """
        self.examples.setVisible(examples)
        self._left.clear()
        self._left.hide()

    def leave(self, problem: str) -> None:
        """The workspace is closed: what went wrong at the end stays in sight."""
        self._saved.clear()
        for part in (self._saved, self.copy, self.examples):
            part.hide()
        self._left.setText(problem)
        self._left.setVisible(bool(problem))
        self._bar.clearMessage()
