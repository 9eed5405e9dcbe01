"""Reservekopieën: which copies there are, whether they are whole, and putting one back."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from doorbraak.model.errors import UserError
from doorbraak.ui import backups_age, backups_table, backups_words, theme
from doorbraak.ui.backups_kept import KeptFiles
from doorbraak.ui.backups_place import SecondPlace
from doorbraak.ui.backups_secret import ask_secret
from doorbraak.ui.backups_steps import Steps
from doorbraak.ui.backups_table import CopyRow
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from doorbraak.model.workspace.restore import Restorable
    from doorbraak.ui.main_window import MainWindow

_WIDE, _HIGH, _MARGIN = 960, 620, 60  # pixels, with letters of the usual size


def show_backups(window: "MainWindow") -> None:
    """From the menu and the line below; does nothing while no workspace is open."""
    session = window.session
    if session is None:
        return
    session.flush()
    dialog = BackupsDialog(window)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted and window.session is session
    chosen = dialog.wanted
    dialog.deleteLater()
    if accepted and chosen is not None:
        window.show_restore(chosen)
        window.activateWindow()  # not every desktop does it when the window above goes: nobody could type


class BackupsDialog(QDialog):
    """Accepted when `wanted` should be put back."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        assert window.session is not None
        self._window, self._session = window, window.session
        self._checked: dict[str, str] = {}
        self._rows: tuple[CopyRow, ...] = ()
        self._wrong: list[str] = []
        self.wanted: Restorable | None = None
        self.setWindowTitle(self.tr("Reservekopieën"))
        self.notice, self.said, self._none = Notice(), quiet(), quiet(self.tr("Nog geen kopie. Maak er nu een."))
        self.said.setAccessibleName(self.tr("Uitkomst"))
        self.table = backups_table.table(self._session, self)
        self.table.current.connect(lambda _: self._offer())
        self.make = button(self.tr("&Nu een kopie maken"), self._make)
        self.check = button(self.tr("Kopie &controleren…"), lambda: self._check(all_of_them=False))
        self.check_all = button(self.tr("&Alle controleren…"), lambda: self._check(all_of_them=True))
        self.drill = button(self.tr("&Oefenen met terugzetten…"), self._drill)
        self.restore = button(self.tr("&Terugzetten…"), self._restore)
        self.close_ = button(self.tr("&Sluiten"), self.reject)
        self.steps = Steps(self.tr("Voortgang"))
        self.steps.ended.connect(self._ended)
        self._leaked = quiet()
        self.second = SecondPlace(self._session)
        self.second.changed.connect(self._second_changed)
        self.second.refused.connect(self.notice.show_error)
        self.kept = KeptFiles(self._session)
        self.kept.removed.connect(self._removed)
        self.kept.refused.connect(self.notice.show_error)
        self._lay_out()
        self._read()
        self.table.select_first()
        (self.table if self._rows else self.make).setFocus()

    def _lay_out(self) -> None:
        zoom, within = theme.zoom(), self._window.size()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(
            quiet(
                self.tr(
                    "Het programma maakt zelf kopieën: binnen een kwartier na een wijziging, bij vergrendelen en bij "
                    "sluiten. Elke kopie is versleuteld en is nagekeken."
                )
            )
        )
        column.addWidget(self._leaked)
        column.addWidget(self.notice)
        column.addWidget(heading(self.tr("&Kopieën van deze werkmap"), self.table))
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addWidget(self.steps)
        column.addWidget(self.kept)
        column.addLayout(_line(self.make, self.check, self.check_all))
        column.addWidget(self.second)
        column.addLayout(_line(self.restore, self.drill, None, self.close_))
        self.resize(
            min(round(_WIDE * zoom), within.width() - _MARGIN), min(round(_HIGH * zoom), within.height() - _MARGIN)
        )

    # -- showing --------------------------------------------------------------------------------------

    def _read(self) -> None:
        from doorbraak.model.workspace import kept, restore

        store = self._session.store
        found, aside = restore.restorable(store.folder, store.second, store.identity), kept.all_of(store.folder)
        self._rows = backups_table.rows_of(found, aside, self._checked)
        self.table.show_rows(self._rows)
        leaked = backups_age.leaked_words(store)
        self._leaked.setText(leaked)
        self._leaked.setVisible(bool(leaked))
        self.kept.setVisible(bool(aside))
        self.table.setVisible(bool(self._rows))
        self._none.setVisible(not self._rows)
        self._offer()

    def _offer(self) -> None:
        idle, one = not self.steps.running, self.table.record()
        self.make.setEnabled(idle)
        for work in (self.check, self.restore):
            work.setEnabled(idle and one is not None and one.copy is not None)
        for work in (self.check_all, self.drill):
            work.setEnabled(idle and any(row.copy is not None for row in self._rows))
        self.kept.offer(one if idle else None)
        self.second.setEnabled(idle)

    def _say(self, text: str, *, good: bool = False) -> None:
        self.said.setProperty("good", good)
        self.said.setProperty("quiet", not good)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setText(text)

    # -- doing ----------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.notice.clear()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            problem = self._window.keeper.make()
        finally:
            QApplication.restoreOverrideCursor()
        elsewhere = self._window.keeper.second_problem
        self._read()
        self.table.select_first()
        self._say("" if problem else self.tr("De kopie is gemaakt en nagekeken."), good=True)
        if problem or elsewhere:
            self.notice.show_error(problem or elsewhere)

    def _removed(self) -> None:
        self._read()
        (self.table if self._rows else self.make).setFocus()

    def _second_changed(self) -> None:
        """A copy goes there at once: then one knows that it works."""
        self.notice.clear()
        if self._session.store.second is not None:
            self._make()
        else:
            self._read()

    def _check(self, *, all_of_them: bool) -> None:
        from doorbraak.ui import backups_check

        one = self.table.record()
        rows = {row.path: row for row in (self._rows if all_of_them else (one,)) if row is not None and row.copy}
        store = self._session.store
        found = backups_check.checkable(self, store, [row.copy.backup for row in rows.values() if row.copy is not None])
        if not self.isVisible():  # a lock closed it meanwhile
            return
        self._wrong = []
        left = len(rows) - len(found)
        if left:
            said = self.tr("%d kopieën zijn niet nagekeken: zij gaan open met een andere wachtzin.") % left
            if left == 1:
                said = self.tr("1 kopie is niet nagekeken: zij gaat open met een andere wachtzin.")
            self._wrong.append(said)
        steps = [lambda one=one: self._check_one(rows[one.copy.path], one.faults) for one in found]
        self._start(self.tr("Bezig met nakijken…"), steps)

    def _start(self, words: str, work: Sequence[Callable[[], object]]) -> None:
        self.notice.clear()
        self._say("")
        self.steps.run(words, work)
        self._offer()
        if self.steps.cancel.isVisible():
            self.steps.cancel.setFocus()

    def _check_one(self, row: CopyRow, faults: Callable[[], tuple[str, ...]]) -> None:
        when = row.moment
        try:
            found = faults()
            self._checked[row.id] = self.tr("nu: beschadigd") if found else self.tr("nu: heel")
            if found:
                self._wrong.append(self.tr("De kopie van %s is beschadigd: %s") % (when, " ".join(found)))
        except UserError as error:
            self._checked[row.id] = self.tr("niet gelukt")
            self._wrong.append(self.tr("De kopie van %s is niet nagekeken. %s") % (when, error.sentence))
        self._read()
        self.table.select(row.id)  # type: ignore[arg-type]

    def _ended(self, whole: bool) -> None:
        self._offer()
        if not whole:
            self._say(self.tr("Gestopt. Wat al is nagekeken, staat in de lijst."))
        elif not self._wrong:
            self._say(self.tr("Alles wat is nagekeken, is heel."), good=True)
        if self._wrong:
            more = self.tr(" En nog %d andere.") % (len(self._wrong) - 2) if len(self._wrong) > 2 else ""
            self.notice.say(" ".join(self._wrong[:2]) + more + self.tr(" De dossiers zelf zijn niet geraakt."))
        self.table.setFocus()

    def _drill(self) -> None:
        from doorbraak.ui.backups_drill import refused, show_drill

        title = self.tr("Oefenen met terugzetten")
        why = self.tr("Elke kopie wordt apart teruggezet, geopend en nageteld. Je werkmap verandert niet.")
        secret = ask_secret(self, title, why, refused(self._session.store))
        if secret is not None and self.isVisible():  # a lock may have closed it meanwhile
            self.notice.clear()
            show_drill(self, self._session.store, secret)

    def _restore(self) -> None:
        row = self.table.record()
        if row is None or row.copy is None:
            return
        from doorbraak.model.workspace import backup

        entries = self._session.store.log_entries()[row.copy.backup.log_state[0] :]
        older = backup.of_older_key(row.copy.backup, self._session.store.keys.slots)
        question = backups_words.restoring(row.copy, [one.action for one in entries], datetime.now(), older_key=older)
        if ask.sure(self, self.tr("Kopie terugzetten"), question, self.tr("&Sluiten en terugzetten")):
            if not self.isVisible():  # a lock may have closed it meanwhile
                return
            self.wanted = row.copy
            self.accept()

    def reject(self) -> None:
        self.steps.stop()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.steps.stop()
        super().closeEvent(event)


def _line(*buttons: QPushButton | None) -> QHBoxLayout:
    """None: from here on at the right."""
    line = QHBoxLayout()
    line.setSpacing(6)
    for one in buttons:
        if one is None:
            line.addStretch()
        else:
            line.addWidget(one)
    if None not in buttons:
        line.addStretch()
    return line
