"""What was erased and where it is gone, to read and to print: after erasing, and later from Bewaartermijnen."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from doorbraak.model import whole_files
from doorbraak.model.documents.document import Document, text_of
from doorbraak.model.documents.erasure_proof import proof_of
from doorbraak.model.workspace.tombstones import Tombstone
from doorbraak.ui.leaving import Leaving
from doorbraak.ui.widgets.blocks import button
from doorbraak.ui.widgets.copying import Readable

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


def show_proof(window: "MainWindow", erased: Tombstone) -> None:
    dialog = ProofDialog(window, erased)
    dialog.exec()
    dialog.deleteLater()


class ProofOut(Leaving):
    """The proof on paper or in a file; the log tells of it by the household's number."""

    def printed(self, made: Document, erased: Tombstone) -> None:
        session = self._window.session
        if session is None:
            return
        with self._saying(busy=False):
            from doorbraak.ui.paper import preview

            if preview.print_paper(self._window, made):
                session.store.note("afdrukken", f"huishouden {erased.number}")

    def saved(self, made: Document, erased: Tombstone) -> None:
        from doorbraak.ui.paper import pdf

        self._write(
            self.tr("Bewijs van wissen opslaan"),
            f"huishouden-{erased.number}-gewist.pdf",
            self.tr("Document (*.pdf)"),
            f"huishouden {erased.number}",
            lambda path: whole_files.write_all(path.parent, {path.name: pdf.pdf(made)}),
        )


class ProofDialog(QDialog):
    def __init__(self, window: "MainWindow", erased: Tombstone) -> None:
        super().__init__(window)
        assert window.session is not None
        self._out, self._erased = ProofOut(window), erased
        self._made = proof_of(erased, window.session.store.title, date.today())
        self.setWindowTitle(self.tr("Gewist"))
        self.setMinimumWidth(520)
        said = Readable(self.tr("Wat er gewist is"))
        said.setPlainText(text_of(self._made).replace("\t", ": "))
        self.print = button(self.tr("Bewijs af&drukken…"), lambda: self._out.printed(self._made, erased))
        self.keep = button(self.tr("Bewijs op&slaan…"), lambda: self._out.saved(self._made, erased))
        self.close_ = button(self.tr("S&luiten"), self.accept)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addWidget(said, 1)
        for one in (self.print, self.keep):
            row.addWidget(one)
        row.addStretch()
        row.addWidget(self.close_)
        column.addLayout(row)
        self.resize(620, 480)
        self.print.setFocus()
