"""The colleagues to whom dossiers can be sealed: whose key was taken over, and a way to forget one that was lost."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout

from doorbraak.model.handover import on_the_way, own_key
from doorbraak.ui.handover import Handover
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.blocks import button, quiet
from doorbraak.ui.widgets.numbers import shown_day

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


def show_colleagues(window: "MainWindow") -> None:
    dialog = ColleaguesDialog(window)
    dialog.exec()
    dialog.deleteLater()


_WIDE = 560  # pixels at least: more where the words ask for it


class ColleaguesDialog(QDialog):
    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._known: tuple[own_key.Colleague, ...] = ()
        self.setWindowTitle(self.tr("Sleutels van collega’s"))
        self._help = quiet()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Collega’s met hun cijfers"))
        self.list.currentRowChanged.connect(lambda _: self._offer())
        self.take = button(self.tr("Sleutel &overnemen…"), self._take)
        self.forget = button(self.tr("&Vergeten…"), self._forget)
        self.close_ = button(self.tr("S&luiten"), self.accept)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addStrut(_WIDE)
        column.addWidget(self._help)
        column.addWidget(self.list, 1)
        for one in (self.take, self.forget):
            row.addWidget(one)
        row.addStretch()
        row.addWidget(self.close_)
        column.addLayout(row)
        self._show()

    def _show(self) -> None:
        session = self._window.session
        self._known = own_key.colleagues(session.store) if session is not None else ()
        self.list.clear()
        for one in self._known:
            self.list.addItem(f"{one.label} · {one.key.digits} · {shown_day(one.taken_on)}")
        self.list.setCurrentRow(0)
        self._help.setText(
            self.tr(
                "Aan deze collega’s kun je dossiers overdragen. Is een sleutel of laptop kwijt? Vergeet dan de sleutel."
            )
            if self._known
            else self.tr("Nog van niemand. Vraag je collega om het bestand met de ontvangstsleutel.")
        )
        self._offer()

    def _offer(self) -> None:
        self.forget.setEnabled(0 <= self.list.currentRow() < len(self._known))

    def _take(self) -> None:
        Handover(self._window).take_key()
        self._after()

    def _forget(self) -> None:
        session, chosen = self._window.session, self._known[self.list.currentRow()]
        if session is None:
            return
        away = sum(one.label == chosen.label for one in on_the_way.all_of(session.store))
        said = self.tr("Er wordt niets meer verzegeld voor deze sleutel van %s.") % chosen.label
        if away:
            said += (
                " " + self.tr("Wat nog onderweg is (%d), blijft onderweg: wie de sleutel heeft, kan het openen.") % away
            )
        title = self.tr("Sleutel vergeten?")
        if ask.sure(self, title, said, self.tr("&Vergeten")) and self._window.session is session:
            session.attempt(self.tr("Ontvangstsleutel vergeten"), own_key.forget, chosen.id, undoable=False)
        self._after()

    def _after(self) -> None:
        """A lock may have come between."""
        if self._window.session is None:
            self.reject()
        else:
            self._show()
