"""What was erased and where it is gone, to read and to print: after erasing, and later from Bewaartermijnen."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from doorbraak.model.documents.erasure_proof import proof_of
from doorbraak.model.workspace.tombstones import Tombstone
from doorbraak.ui.paper_to_keep import Kept, PaperDialog

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


def show_proof(window: "MainWindow", erased: Tombstone) -> None:
    dialog = ProofDialog(window, erased)
    dialog.exec()
    dialog.deleteLater()


class ProofDialog(PaperDialog):
    """The log tells of it by the household's number."""

    def __init__(self, window: "MainWindow", erased: Tombstone) -> None:
        assert window.session is not None
        made = proof_of(erased, window.session.store.title, date.today())
        number = erased.number
        saving = _tr("Bewijs van wissen opslaan")
        super().__init__(
            window, Kept(made, f"huishouden {number}", f"huishouden-{number}-gewist.pdf", saving), _tr("Gewist"),
            _tr("Wat er gewist is"), _tr("Bewijs af&drukken…"), _tr("Bewijs op&slaan…"),
        )  # fmt: skip


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProofDialog", text)
