"""A paper that somebody keeps when the rest is gone: to read, to print and to save. The log tells that it left."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from doorbraak.model import whole_files
from doorbraak.model.documents.document import Document, read_as_text
from doorbraak.ui.leaving import Leaving
from doorbraak.ui.widgets.blocks import button
from doorbraak.ui.widgets.copying import Readable

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Kept:
    """`object_`: what the log calls it; `file`: the name to begin with; `saving`: the title of the window for that."""

    made: Document
    object_: str
    file: str
    saving: str


class PaperDialog(QDialog):
    def __init__(self, window: "MainWindow", kept: Kept, title: str, named: str, print_: str, keep: str) -> None:
        """`named`: what is read there; `print_` and `keep`: the words of the buttons."""
        super().__init__(window)
        out = _Out(window)
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        said = Readable(named)
        said.setPlainText(read_as_text(kept.made))
        self.print = button(print_, lambda: out.printed(kept))
        self.keep = button(keep, lambda: out.saved(kept))
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


class _Out(Leaving):
    def printed(self, kept: Kept) -> None:
        session = self._window.session
        if session is None:
            return
        with self._saying(busy=False):
            from doorbraak.ui.paper import preview

            if preview.print_paper(self._window, kept.made):
                session.store.note("afdrukken", kept.object_)

    def saved(self, kept: Kept) -> None:
        from doorbraak.ui.paper import pdf

        self._write(
            kept.saving,
            kept.file,
            self.tr("Document (*.pdf)"),
            kept.object_,
            lambda path: whole_files.write_all(path.parent, {path.name: pdf.pdf(kept.made)}),
        )
