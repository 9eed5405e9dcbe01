"""The list of a round that was closed: what went, what is on its way and what is still here."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from doorbraak.model.documents import closing_list
from doorbraak.model.dossier import erasure, household
from doorbraak.model.handover import on_the_way
from doorbraak.ui.paper_to_keep import Kept, PaperDialog

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


def show_list(window: "MainWindow") -> None:
    dialog = ClosingListDialog(window)
    dialog.exec()
    dialog.deleteLater()


class ClosingListDialog(PaperDialog):
    def __init__(self, window: "MainWindow") -> None:
        assert window.session is not None
        store, today = window.session.store, date.today()
        made = closing_list.list_of(
            household.all_of(store), on_the_way.all_of(store), erasure.proofs(store), store.title, today
        )
        kept = Kept(made, "rondje afsluiten", f"rondje-{today.isoformat()}.pdf", _tr("Lijst van dit rondje opslaan"))
        super().__init__(
            window, kept, _tr("Lijst van dit rondje"), _tr("Wat weg is, onderweg is en er nog staat"),
            _tr("Lijst af&drukken…"), _tr("Lijst op&slaan…"),
        )  # fmt: skip


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClosingListDialog", text)
