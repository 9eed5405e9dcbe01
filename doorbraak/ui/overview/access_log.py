"""Logboek: who did what, about which household, when; and whether nobody touched what stands there."""

import re
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout

from doorbraak.model.documents import log_words
from doorbraak.model.dossier import household
from doorbraak.model.errors import UserError
from doorbraak.model.workspace import log_reading
from doorbraak.model.workspace.log import Verdict
from doorbraak.model.workspace.log_reading import Wanted
from doorbraak.model.workspace.store import Changes
from doorbraak.ui.backups_steps import Steps
from doorbraak.ui.overview.access_log_file import LogFile
from doorbraak.ui.overview.access_log_filter import LogFilter
from doorbraak.ui.overview.access_log_steps import Step, judging
from doorbraak.ui.overview.access_log_table import LogTable
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.filter_bar import FilterBar
from doorbraak.ui.widgets.notice import Notice
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

_AT_ONCE = 2  # steps that nobody waits for
_HOUSEHOLD = re.compile(r"huishouden ([0-9]{1,18})", re.ASCII)


class AccessLogPage(OverviewPage):
    """Looking at it is a line in it, once each time that it is opened."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Logboek"))
        self._session = session
        self._wanted, self._refused = Wanted(), False
        self.filter = LogFilter(self)
        self.filter.changed.connect(self._show)
        self.filter.entered.connect(lambda: self.table.setFocus())
        names = {"all": self.tr("Alle regels"), "failed": self.tr("Mislukt")}
        self.kinds = FilterBar(self.tr("Gelukt of niet"), names, self)
        self.kinds.chosen.connect(lambda _: self._show())
        self._help = quiet()
        self.table = LogTable(session, self.tr("Logboek"), self)
        self.table.opened.connect(self._open)
        self.table.records.failed.connect(session.problem, Qt.ConnectionType.QueuedConnection)
        self._whole, self._broken = WrappedLabel(), Notice(self)
        self._whole.setTextFormat(Qt.TextFormat.PlainText)
        self.steps = Steps(self.tr("Voortgang"))
        self.steps.ended.connect(self._ended)
        self._stopped = ""
        self._check = button(self.tr("Logboek &nakijken"), self._verify)
        self._save = button(self.tr("Regels op&slaan…"), self._save_lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Wie deed wat, en wanneer?"), self.filter.search))
        for widget in (self.filter, self.kinds, self._help):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        for widget in (self._whole, self._broken, self.steps):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in (self._check, self._save):
            row.addWidget(widget)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(quiet(log_words.REWRITTEN))
        session.changed.connect(self._changed)

    def _changed(self, _: Changes) -> None:
        """Undo is possible here too, and each step is a line."""
        if self.isVisible():
            self._show()

    def refresh(self) -> None:
        store = self._session.store
        self.filter.offer(*log_reading.used(store, self.table.records.last))
        self._show()
        if store.log_broken is None:
            self._say(None)
        else:
            self._say(log_reading.verify(store))

    def _show(self) -> None:
        """The lines that are wanted now; a day that does not exist leaves those of before."""
        try:
            wanted = self.filter.wanted
            all_, failed = log_reading.counts(self._session.store, wanted)
            self._wanted = replace(wanted, failed=self.kinds.key == "failed")
            self.table.show_lines(self._wanted)
        except UserError as error:
            self._refused = True
            self._session.problem.emit(error)
            return
        if self._refused:
            self._refused = False
            self._session.mended.emit()
        self.kinds.show_counts({"all": all_, "failed": failed})
        self._help.setText(self._said(self.table.records.rowCount(), self.table.records.lines))
        self._offer()

    def _offer(self) -> None:
        idle = not self.steps.running
        self._check.setEnabled(idle)
        self._save.setEnabled(idle and self.table.records.lines > 0)

    def _said(self, shown: int, lines: int) -> str:
        if not lines:
            return self.tr("Nog geen regels in het logboek. Ze zijn weggehaald: kijk het na.")
        if not shown:
            return self.tr("Niets gevonden. Kies iets anders, of maak de zoekregel leeg.")
        said = self.tr("Wat er in een dossier staat, komt hier nooit in.")
        if not self._session.coordinates:
            said += " " + self.tr("Enter opent het huishouden van een regel.")
        if shown < lines:
            both = log_words.whole_number(shown), log_words.whole_number(lines)
            said = self.tr("%s van %s regels.") % both + " " + said
        return said

    # -- whether it is whole --------------------------------------------------------------------------------

    def _verify(self) -> None:
        store = self._session.store
        try:
            store.note("controleren", log_reading.OBJECT)
        except UserError as error:
            self._session.problem.emit(error)
            return
        self._stopped = self.tr("Gestopt. Het logboek is niet helemaal nagekeken. Er is niets veranderd.")
        self._work(self.tr("Bezig met nakijken…"), list(judging(store, self._judged)))

    def _judged(self, found: Verdict) -> None:
        self._show()
        self._say(found)

    def _work(self, said: str, steps: list[Step]) -> None:
        """At once when it is short; else with how far it is, and a way to stop."""
        works = [lambda step=step: self._step(step) for step in steps]
        if len(works) <= _AT_ONCE:
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                for work in works:
                    if not work():
                        break
            finally:
                QApplication.restoreOverrideCursor()
            return
        self.steps.run(said, works)
        self._offer()
        QTimer.singleShot(0, self, self._offer_to_stop)  # once it has its place: large letters scroll to it

    def _offer_to_stop(self) -> None:
        if self.steps.running:
            self.steps.cancel.setFocus()

    def _step(self, step: Step) -> bool:
        """Whether to go on."""
        try:
            step()
        except UserError as error:
            self._stopped = ""
            self.steps.stop()
            self._session.problem.emit(error)
            return False
        return True

    def _ended(self, whole: bool) -> None:
        self._offer()
        if not whole and not self._stopped:  # a lock, or an error that is said above
            return
        if not whole:
            self._whole.show()
            self._whole.setText(self._stopped)
        if self.isVisible():
            self._show()
            if not self.table.hasFocus():  # where it is when a line was found that was touched
                self._check.setFocus()

    def _say(self, found: Verdict | None) -> None:
        """None: as it was found at opening."""
        broken = found is not None and found.broken is not None
        words = log_words.verdict(found) if found is not None else self.tr("Bij het openen was het logboek heel.")
        self._broken.say(words if broken else "")
        self._whole.setVisible(not broken)
        self._whole.setText("" if broken else words)
        self._whole.setAccessibleDescription("" if broken else words)
        if found is not None and found.broken is not None:
            self.table.go_to(found.broken)

    # -- what leaves, and where one goes --------------------------------------------------------------------

    def _save_lines(self) -> None:
        out = LogFile(self.window())  # type: ignore[arg-type]
        try:
            self._stopped = self.tr("Gestopt. Er is geen bestand gemaakt.")
            out.save(self._wanted, lambda steps: self._work(self.tr("Bezig met opslaan…"), steps))
        finally:
            out.deleteLater()
        if self.isVisible():  # a lock may have closed it
            self._show()

    def _open(self, about: str) -> None:
        match = _HOUSEHOLD.fullmatch(about)
        if match is None:
            return
        try:
            self.found.emit(household.by_number(self._session.store, int(match[1])).id, "")
        except UserError as error:
            self._session.problem.emit(error)

    def take_focus(self) -> None:
        (self.table if self.table.records.rowCount() else self.filter.search).setFocus()

    def forget(self) -> None:
        self._stopped = ""
        self.steps.stop()
        self.filter.forget()
        self.table.records.forget()
        self._wanted = Wanted()
        self._say(None)
        self._help.clear()
        self.kinds.show_counts({})
