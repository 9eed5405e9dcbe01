"""The second place for copies: choosing a folder, forgetting it, and advice when it would not help."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from doorbraak.model.errors import UserError
from doorbraak.ui import backups_age
from doorbraak.ui.backups_second import chosen_place, keep_second_place, same_disk, second_place
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.short_label import ShortLabel


class SecondPlace(QWidget):
    """`changed` after a folder was chosen or forgotten, `refused` with why one can't be used."""

    changed = Signal()
    refused = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._where, self._advice = ShortLabel(), quiet()  # a path may be as long as it likes
        self.choose = button(self.tr("&Map kiezen…"), self._choose)
        self.forget = button(self.tr("Tweede plek &vergeten"), self._forget)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._where, 1)
        line.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading(self.tr("Tweede plek")))
        column.addLayout(line)
        column.addWidget(self._advice)
        self.show_state()

    def show_state(self) -> None:
        from doorbraak.model.workspace import folder_kinds

        store = self._session.store
        folder, second = store.folder, second_place(store.folder, example=store.example)
        self.forget.setEnabled(chosen_place(folder) is not None)
        if second is None:
            where = self.tr("Nog geen tweede plek.")
            advice = self.tr("Kies bijvoorbeeld een USB-stick. Dan heb je nog een kopie als de laptop stuk of weg is.")
            if backups_age.asks_second_place():
                advice = self.tr("Je organisatie vraagt om een kopie op een tweede plek.") + " " + advice
        else:
            where, advice = str(second), self.tr("Elke nieuwe kopie komt ook hier. Ook hier is hij versleuteld.")
            if not second.is_dir():
                advice = self.tr("Deze map is er nu niet. Sluit de stick of schijf aan, of kies een andere map.")
            elif same_disk(folder, second):
                advice = self.tr("Deze map staat op dezelfde schijf. Kies liever een stick of een andere schijf.")
            else:
                advice = folder_kinds.advice_for_copies(folder_kinds.kinds(second)) or advice
            if chosen_place(folder) is None:
                advice = self.tr("Deze plek komt van de beheerder.") + " " + advice
        self._where.setText(where)
        self._advice.setText(advice)

    def _choose(self) -> None:
        folder = self._session.store.folder
        chosen = ask.folder(self, self.tr("Map voor de tweede kopie"), second_place(folder) or Path.home())
        if chosen is None or not self.isVisible():  # a lock may have closed it meanwhile
            return
        from doorbraak.model.workspace import second_copy

        try:
            second_copy.refuse(folder, chosen)
        except UserError as error:
            self.refused.emit(error)
            return
        self._keep(chosen)

    def _forget(self) -> None:
        """The copies that are there stay there."""
        self._keep(None)

    def _keep(self, second: Path | None) -> None:
        keep_second_place(self._session.store.folder, second)
        store = self._session.store
        store.second, store.second_problem = second_place(store.folder, example=store.example), None
        self.show_state()
        self.changed.emit()
