"""Wachtzin en herstelcode: what opens this workspace, and what can be changed about it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from doorbraak.model.workspace import old_copies
from doorbraak.ui import passphrase_dialogs, recovery_dialogs, theme
from doorbraak.ui.widgets.blocks import button, heading, quiet

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


def manage(window: "MainWindow") -> None:
    """From the menu; does nothing while no workspace is open."""
    session = window.session
    if session is None:
        return
    session.flush()
    dialog = KeysDialog(window)
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    if chosen is not None and window.session is session:
        chosen(window)


class KeysDialog(QDialog):
    """Closes on a choice, which is then in `chosen`: one dialog at a time."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Wachtzin en herstelcode"))
        self.setMinimumWidth(min(round(560 * theme.zoom()), 1200))
        self.chosen: Callable[[MainWindow], None] | None = None
        assert window.session is not None
        store = window.session.store
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(6)
        first = self._offer(
            self.tr("Wachtzin"),
            self.tr("Alle kopieën van hiervoor gaan nog open met de oude."),
            (self.tr("Wachtzin &wijzigen…"), passphrase_dialogs.change),
        )
        self._offer(
            self.tr("Heeft iemand anders de wachtzin of de code gezien?"),
            self.tr("Dan krijgt de werkmap een nieuwe sleutel, wachtzin en code."),
            (self.tr("Zin &gelekt…"), passphrase_dialogs.leaked),
        )
        self._offer(
            self.tr("Herstelcode op papier"),
            recovery_dialogs.tested(store),
            (self.tr("&Past deze code…"), recovery_dialogs.test_code),
            (self.tr("&Nieuwe herstelcode…"), recovery_dialogs.new_code),
        )
        count = len(old_copies.old_copies(store))
        if count:
            said = self.tr("Kopieën die nog met een oude wachtzin of code opengaan: %d.") % count
            self._offer(
                self.tr("Oude kopieën"),
                said,
                (self.tr("Oude &kopieën vernietigen…"), passphrase_dialogs.offer_to_destroy),
            )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("&Sluiten"))
        buttons.rejected.connect(self.reject)
        self._column.addSpacing(6)
        self._column.addWidget(buttons)
        first.setFocus()

    def _offer(self, title: str, said: str, *ways: "tuple[str, Callable[[MainWindow], None]]") -> QWidget:
        """A heading, a line and a button for each way; returns the first button."""
        self._column.addWidget(heading(title))
        self._column.addWidget(quiet(said))
        made = [button(text, lambda work=work: self._choose(work)) for text, work in ways]
        for one in made:
            self._column.addWidget(one)
        self._column.addSpacing(8)
        return made[0]

    def _choose(self, work: "Callable[[MainWindow], None]") -> None:
        self.chosen = work
        self.accept()
