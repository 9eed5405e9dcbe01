"""Putting back a copy of before a re-key: what opens the workspace of now is asked beside what opens the copy."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from doorbraak.model.errors import InputError
from doorbraak.ui.widgets.blocks import heading, quiet
from doorbraak.ui.widgets.secret_field import SecretField


class PresentSecret(QWidget):
    """Hidden until it is needed. `given` by Enter in the field, `changed` when it is lost after all, or is not."""

    given = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.secret = SecretField(self.tr("Wachtzin of herstelcode van de werkmap van nu"))
        self.secret.returnPressed.connect(self.given)
        self.lost = QCheckBox(self.tr("Ik &weet die van nu niet meer"))
        self.lost.toggled.connect(self._show_lost)
        self.lost.toggled.connect(self.changed)
        self._show_typed = self.secret.show_button(self.tr("T&onen"))
        self._said = quiet()
        line = QHBoxLayout()
        line.addWidget(self.secret)
        line.addWidget(self._show_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Wachtzin of herstelcode van de werkmap van n&u"), self.secret))
        column.addLayout(line)
        column.addWidget(self.lost)
        column.addWidget(self._said)
        self._show_lost(False)
        self.hide()

    def _show_lost(self, lost: bool) -> None:
        for one in (self.secret, self._show_typed):
            one.setEnabled(not lost)
        if lost:
            self.secret.clear()
            said = self.tr("De wachtzin en de herstelcode van toen gelden dan weer, ook als ze gelekt zijn. ")
            said += self.tr("Regels van het logboek van na de kopie gaan niet mee.")
        else:
            said = self.tr("Deze kopie is van voor de nieuwe sleutel. ")
            said += self.tr("Met beide blijven de wachtzin en het logboek van nu.")
        self._said.setText(said)

    def typed(self) -> str | None:
        """None when it is lost. Raises InputError when nothing was typed."""
        if self.lost.isChecked():
            return None
        if not self.secret.text():
            raise InputError(
                self.tr("Typ ook de wachtzin van de werkmap van nu, of geef aan dat je die niet meer weet."), "present"
            )
        return self.secret.text()

    def forget(self) -> None:
        self.secret.clear()
        self.lost.setChecked(False)
