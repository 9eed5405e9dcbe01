"""A paper that somebody keeps when the rest is gone: to read, to print and to save. The log tells that it left."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from doorbraak.model import whole_files
from doorbraak.model.documents.document import Document, read_as_text
from doorbraak.model.errors import UserError
from doorbraak.ui.leaving import Leaving
from doorbraak.ui.widgets import ask, within_screen
from doorbraak.ui.widgets.blocks import button
from doorbraak.ui.widgets.copying import Readable
from doorbraak.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


_WIDE = 520  # pixels at least: more where the buttons ask for it


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
        self._out, self._kept = _Out(window), kept
        self.setWindowTitle(title)
        self.said, self.notice = Readable(named), Notice()
        self.print = button(print_, lambda: self._out.printed(self._kept))
        self.keep = button(keep, lambda: self._save())
        self.close_ = button(self.tr("S&luiten"), self.accept)
        column, self.row = QVBoxLayout(self), QHBoxLayout()
        column.addStrut(_WIDE)
        column.addWidget(self.notice)
        column.addWidget(self.said, 1)
        for one in (self.print, self.keep):
            self.row.addWidget(one)
        self.row.addStretch()
        self.row.addWidget(self.close_)
        column.addLayout(self.row)
        within_screen.begin(self, 620, 480)
        self.print.setFocus()
        self.show_paper(kept.made)

    def show_paper(self, made: Document) -> None:
        self._kept = replace(self._kept, made=made)
        self.said.setPlainText(read_as_text(made))

    def _save(self) -> None:
        """What goes wrong is said here: there may be no workspace open behind it."""
        self.notice.clear()
        try:
            self._out.saved(self._kept)
        except UserError as error:
            self.notice.show_error(error)


class _Out(Leaving):
    """The log tells of it as long as a workspace is open."""

    def printed(self, kept: Kept) -> None:
        from doorbraak.ui.paper import preview

        if preview.print_paper(self._window, kept.made) and self._window.session is not None:
            self._window.session.store.note("afdrukken", kept.object_)

    def saved(self, kept: Kept) -> None:
        """Raises UserError."""
        chosen = ask.target(self._window, kept.saving, kept.file, self.tr("Document (*.pdf)"))
        if chosen is None:
            return
        from doorbraak.ui.paper import pdf

        if self._window.session is not None:
            whole_files.refuse_inside(self._window.session.store.folder, chosen)
            self._window.session.store.note("uitvoeren", kept.object_)
        whole_files.write_all(chosen.parent, {chosen.name: pdf.pdf(kept.made)})
        self._say(self.tr("Gemaakt: %s") % chosen)
