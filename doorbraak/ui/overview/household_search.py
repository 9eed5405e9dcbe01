"""What a search over all households found: the household, where it stands in it, and a piece of the text."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from doorbraak.model.dossier.search import Found, Hit, Index
from doorbraak.model.workspace.store import Changes
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, quiet
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True)
class _Line:
    """A hit with the `id` that tables go by."""

    id: str
    hit: Hit


class HouseholdSearch(QWidget):
    """Emits `opened` with the id of a household and the table of what was found.

    The index is made at the first search, follows every change and ends with `forget`.
    """

    opened = Signal(int, str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._index: Index | None = None
        self._text = ""
        self._help = quiet()
        self.table = RecordTable(session, "household_search", self.tr("Gevonden"), self._columns(), self)
        self.table.opened.connect(lambda line: self.opened.emit(line.hit.household, line.hit.table))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(block(self._help, self.table))

    def _columns(self) -> list[Column]:
        return [
            Column(
                "number",
                self.tr("Nummer"),
                lambda line: str(line.hit.number),
                numeric=True,
                width=80,
                sort=lambda line: line.hit.number,
            ),
            Column("name", self.tr("Naam"), lambda line: line.hit.name or self.tr("(nog geen naam)"), width=230),
            Column("where", self.tr("Waar"), self._where, width=250),
            Column("snippet", self.tr("Wat er staat"), lambda line: line.hit.snippet),
        ]

    def _where(self, line: _Line) -> str:
        """What is not shown of a household is counted at its last place."""
        hit = line.hit
        if not hit.more:
            return hit.where
        said = self.tr("%s (en nog 1 plaats)") if hit.more == 1 else self.tr("%%s (en nog %d plaatsen)") % hit.more
        return said % hit.where

    def search(self, text: str) -> None:
        """Nothing for an empty text."""
        self._text = text.strip()
        self.refresh()

    def refresh(self) -> None:
        """Search again, since something may have changed."""
        if not self._text:
            self.table.show_records([])
            return
        found = self._find()
        self.table.show_records([_Line(f"{hit.household}-{hit.table}-{hit.row}", hit) for hit in found.hits])
        if not found.hits:
            self._help.setText(self.tr("Niets gevonden. Probeer een ander woord, of een deel van een woord."))
        elif found.more:
            said = self.tr("Enter opent het eerste. En nog %d meer: typ verder om te kiezen.")
            self._help.setText(said % found.more)
        else:
            self._help.setText(self.tr("Enter opent het eerste. Met pijltje omlaag kies je een ander."))

    def _find(self) -> Found:
        if self._index is not None:
            return self._index.find(self._text)
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # with a thousand households a second, once
        try:
            self._session.store.note("inzien", "zoeken in alle huishoudens")
            self._index = Index(self._session.store, self._session.catalogue)
            return self._index.find(self._text)
        finally:
            QApplication.restoreOverrideCursor()

    def open_first(self) -> None:
        self.table.select_first()
        line = self.table.record()
        if line is not None and self.table.shown:
            self.opened.emit(line.hit.household, line.hit.table)

    def forget(self) -> None:
        """Let go of all that was read: a lock must not wait until this widget is gone."""
        self._index = None

    def follow(self, changes: Changes) -> None:
        """Before `refresh`: what changed is read again."""
        if self._index is not None:
            self._index.follow(changes)
