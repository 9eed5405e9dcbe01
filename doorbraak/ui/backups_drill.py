"""Oefenen met terugzetten: every copy is put back somewhere else and counted, and the report can be kept."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from doorbraak.model import whole_files
from doorbraak.model.errors import UserError
from doorbraak.ui import backups_age, theme
from doorbraak.ui.backups_steps import Steps
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from doorbraak.model.documents.document import Document
    from doorbraak.model.workspace.drill import Tried
    from doorbraak.model.workspace.store import Store

_WIDE, _HIGH, _MARGIN = 760, 520, 60  # pixels, with letters of the usual size
_TITLE = "Oefening met terugzetten"


def show_drill(parent: QWidget, store: "Store", secret: str) -> None:
    dialog = DrillDialog(parent, store, secret)
    dialog.exec()
    dialog.deleteLater()


def refused(store: "Store") -> Callable[[str], str]:
    """Why a secret opens no copy at all, so that there is nothing to practise with; empty when it opens one."""
    from doorbraak.model.workspace import copy_check, restore
    from doorbraak.ui import backups_check

    copies = [one.backup for one in restore.restorable(store.folder, store.second)]
    of_now = any(copy_check.fits(made, store.keys.key) for made in copies)

    def why(typed: str) -> str:
        if of_now and store.keys.key in copy_check.unwrapped(store.keys.slots, typed):
            return ""
        return backups_check.refused(copies, typed)

    return why


class DrillDialog(QDialog):
    """Runs when it is shown; closing it stops between two copies."""

    def __init__(self, parent: QWidget, store: "Store", secret: str) -> None:
        super().__init__(parent)
        self._store, self._tried = store, cast("list[Tried]", [])
        self._going: Iterator[Tried] = iter(())
        self.setWindowTitle(self.tr("Oefenen met terugzetten"))
        self.notice, self.steps = Notice(), Steps(self.tr("Voortgang"))
        self.steps.ended.connect(self._ended)
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        letters.setPointSizeF(self.font().pointSizeF())
        self.report.setFont(letters)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(self.tr("Verslag"))
        self.report.setPlaceholderText(self.tr("Nog geen verslag: de kopieën worden eerst geprobeerd."))
        self.print = button(self.tr("&Afdrukken…"), self._print)
        self.save = button(self.tr("&Opslaan…"), self._save)
        self.close_ = button(self.tr("&Sluiten"), self.reject)
        self._lay_out()
        for work in (self.print, self.save):
            work.setEnabled(False)
        QTimer.singleShot(0, self, lambda: self._begin(secret))

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self.print)
        below.addWidget(self.save)
        below.addStretch()
        below.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(quiet(self.tr("In het verslag staan geen namen. Bewaar het als bewijs dat je dit probeerde.")))
        column.addWidget(self.notice)
        column.addWidget(self.steps)
        column.addWidget(heading(self.tr("&Verslag"), self.report))
        column.addWidget(self.report, 1)
        column.addLayout(below)
        zoom, within = theme.zoom(), self.parentWidget().window().size()
        self.resize(min(round(_WIDE * zoom), within.width()), min(round(_HIGH * zoom), within.height()))

    def _begin(self, secret: str) -> None:
        from doorbraak.model.workspace import drill, restore

        folder, second = self._store.folder, self._store.second
        count = len(restore.restorable(folder, second))
        self._going = drill.one_by_one(folder, secret, second)
        self.steps.run(self.tr("Bezig met terugzetten…"), [self._try] * count)

    def _try(self) -> None:
        try:
            found = next(self._going, None)
            self._tried += [found] if found is not None else []
        except UserError as error:
            self.notice.show_error(error)

    def _ended(self, whole: bool) -> None:
        self._going = iter(())  # a practice that was stopped takes its folder away
        if not self._tried:
            return
        from doorbraak.model.workspace import drill

        text = drill.report(self._tried, date.today())
        self.report.setPlainText(text if whole else self.tr("Gestopt: niet alle kopieën zijn geprobeerd.\n\n") + text)
        for work in (self.print, self.save):
            work.setEnabled(True)
        self.report.setFocus()

    def _print(self) -> None:
        from doorbraak.ui.paper import preview

        preview.print_paper(self, paper_of(self._tried, self.report.toPlainText()))

    def _save(self) -> None:
        name, kinds = f"hersteloefening-{date.today().isoformat()}.txt", self.tr("Tekst (*.txt)")
        chosen = ask.target(self, self.tr("Verslag opslaan: zonder namen"), name, kinds)
        if chosen is None or not self.isVisible():  # a lock may have closed it meanwhile
            return
        try:
            whole_files.refuse_inside(self._store.folder, chosen)
            whole_files.write_all(chosen.parent, {chosen.name: (self.report.toPlainText() + "\n").encode()})
        except UserError as error:
            self.notice.show_error(error)

    def reject(self) -> None:
        self.steps.stop()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.steps.stop()
        super().closeEvent(event)


def paper_of(tried: "Sequence[Tried]", report: str) -> "Document":
    """The same report as a page: what stands in columns of letters on screen is a table there."""
    from doorbraak.model.documents.document import Bullets, Column, Document, Paragraph, Section, Table
    from doorbraak.model.workspace import contents

    columns = (
        Column("Kopie van", 4),
        Column("Waar", 3),
        Column(contents.title(one.contents for one in tried), 3, number=True),
        Column("Grootte", 3, number=True),
        Column("Uitkomst", 3),
    )
    rows = tuple(
        (
            f"{one.at:%d-%m-%Y %H:%M:%S}",
            "tweede plek" if one.elsewhere else "werkmap",
            one.contents,
            backups_age.size(one.size),
            one.outcome,
        )
        for one in tried
    )
    faults = tuple(f"{one.at:%d-%m-%Y %H:%M:%S}: {fault}" for one in tried for fault in one.faults)
    told = report.strip().split("\n\n")
    blocks = (Paragraph(" ".join(told[1:2]).replace("\n", " ")), Table(columns, rows), Bullets(faults))
    ended = Section("Uitkomst", (Paragraph(told[-1].removeprefix("Uitkomst: ")),))
    return Document(_TITLE, "", date.today(), (), (Section("Kopieën", blocks), ended))
