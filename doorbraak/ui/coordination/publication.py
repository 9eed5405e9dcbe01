"""Publicatie: who has sent, making what will be final, and what was published: protected figures and nothing else."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout

from doorbraak.model.errors import UserError
from doorbraak.model.exchange import (
    coordinator_periods,
    export_periods,
    periods,
    publication_gemeente,
    published,
    published_words,
    senders,
    yearly,
)
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.publication import Outcome
from doorbraak.model.exchange.published import Asked, Publication
from doorbraak.model.exchange.published_rules import limits_here
from doorbraak.model.workspace.store import Changes
from doorbraak.ui.coordination.publication_before import Before
from doorbraak.ui.coordination.publication_gemeente import GemeenteField
from doorbraak.ui.coordination.publication_progress import Progress
from doorbraak.ui.coordination.publication_work import PublicationWork
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.blocks import button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from doorbraak.ui.publication.page import PublicationPage


class PublishingPage(OverviewPage):
    """What is not protected yet is worked on beside it and never in sight."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Publicatie"))
        self._session = session
        self._asked: Asked | None = None
        self._publication: Publication | None = None
        self._previous: Publication | None = None
        self.period = ChoiceBox(self.tr("Over welke periode"), parent=self)
        self.period.chosen.connect(lambda _: self.refresh())
        self._made, self.notice = quiet(), Notice(self)
        self.make = button(self.tr("Publicatie &maken…"), self._make)
        self.make.setProperty("main", True)
        self.save = button(self.tr("Bewaren in &map…"), self._save)
        self.save.setProperty("main", True)
        self.gemeente = GemeenteField(session)
        self.before = Before(session)
        self.shown: PublicationPage | None = None  # made when there is one to show: it draws charts
        self.progress = Progress()
        self.progress.stopped.connect(self._stop)
        self._work = PublicationWork(self)
        self._work.progress.connect(self.progress.tell)
        self._work.finished.connect(self._finish)
        self._work.refused.connect(self._refused)
        self._rooms = QStackedWidget()
        self._rooms.addWidget(self.before)
        self._lay_out()
        session.changed.connect(self._changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Over welke periode publiceer je?"), self.period))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.period, 1)
        line.addWidget(self.make)
        line.addWidget(self.gemeente)
        line.addWidget(self.save)
        column.addLayout(line)
        column.addWidget(self._made)
        column.addWidget(self.notice)
        column.addWidget(self.progress)
        column.addWidget(self._rooms, 1)

    # -- reading ----------------------------------------------------------------------------------------

    def _changed(self, _: Changes) -> None:
        if self.isVisible() and not self._work.running:
            self.refresh()

    @property
    def _chosen(self) -> Period:
        return periods.parse(self.period.value)

    def refresh(self) -> None:
        store = self._session.store
        kept = published.kept_periods(store)
        offered = coordinator_periods.offered(store, date.today())
        self.period.offer([(str(one), self._called(one, kept)) for one in offered])
        named = ", ".join(export_periods.name(one) for one in reversed(kept))
        self._made.setText(self.tr("Al gepubliceerd: %s.") % named if kept else self.tr("Nog niets gepubliceerd."))
        self._read(kept)
        self.gemeente.refresh()
        self._offer()

    def _called(self, period: Period, kept: tuple[Period, ...]) -> str:
        name, made = export_periods.name(period), yearly.called(kept, period)
        if made and period not in kept:
            return self.tr("%s, van de kwartalen") % published_words.period_words(made).removeprefix("het ")
        return self.tr("%s, gepubliceerd") % name if made else name

    def _read(self, kept: tuple[Period, ...]) -> None:
        """The publication of the chosen period when there is one; else who has sent."""
        store, period = self._session.store, self._chosen
        made = self._publication
        try:
            name = yearly.called(kept, period)
            if not name:
                self._publication = None
            elif made is None or made.period != name:
                self._publication = yearly.kept_or_made(store, period)
                assert self._publication is not None
                self._previous = yearly.before(store, self._publication)
        except UserError as error:
            self._publication = None
            self._session.problem.emit(error)
        if self._publication is None:
            self._let_go()
            self.before.show_period(period, senders.lines(store, [period]), date.today(), final=period in kept)
            self._rooms.setCurrentWidget(self.before)
        elif self._publication is not made or self.shown is None:
            self._show(self._publication)

    def _show(self, made: Publication) -> None:
        """As its reader sees it, who has no key."""
        from doorbraak.ui.publication.page import PublicationPage

        if self.shown is None:
            self.shown = PublicationPage(compares=False)
            inside = self.shown.layout()
            assert inside is not None
            inside.setContentsMargins(0, 6, 0, 0)  # this page has its own
            self._rooms.addWidget(self.shown)
        self.shown.show_publication(made, self._previous)
        self._rooms.setCurrentWidget(self.shown)

    def _let_go(self) -> None:
        if self.shown is not None:
            self.shown.forget()

    def _offer(self) -> None:
        busy, there = self._work.running, self._publication is not None
        self.period.setEnabled(not busy)
        self._made.setVisible(not there)  # then the list of periods says it
        self.make.setVisible(not there)
        self.make.setEnabled(not busy and self.before.counted > 0)
        self.save.setVisible(there)
        self.gemeente.setVisible(there)

    # -- making -----------------------------------------------------------------------------------------

    def _make(self) -> None:
        self._session.flush()
        period = self._chosen
        title = self.tr("%s publiceren?") % export_periods.name(period)
        if not ask.sure(self.window(), title, self.before.question(), self.tr("Ja, &maken")) or not self.isVisible():
            return  # a lock may have closed the question
        self.notice.clear()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._asked = published.read_for(self._session.store, period)
        except UserError as error:
            self._session.problem.emit(error)
            return
        finally:
            QApplication.restoreOverrideCursor()
        self._work.start(self._asked)
        self.progress.begin()
        self._offer()
        self.progress.cancel.setFocus()

    def _finish(self, outcome: Outcome) -> None:
        """The one moment at which something is written: all of it or nothing."""
        asked, self._asked = self._asked, None
        self.progress.end()
        made = self._session.attempt(
            self.tr("Publicatie maken"), published.make_final, asked, outcome, date.today(),
            action="uitvoeren", undoable=False,
        )  # fmt: skip
        self.refresh()
        if made:
            said = self.tr("De publicatie is gemaakt en nagekeken. Zij is definitief.")
            self.notice.say(" ".join((said, *limits_here()[1])), calm=True)
        if self.isVisible():
            (self.save if made else self.make).setFocus()

    def _refused(self, error: UserError | None) -> None:
        """None: a bug of ours, which is said elsewhere."""
        self._asked = None
        self.progress.end()
        self.refresh()
        if error is not None:
            self._session.problem.emit(error)

    def _stop(self) -> None:
        self._work.stop()
        self._asked = None
        self.progress.end()
        self.refresh()
        self.notice.say(self.tr("Gestopt. Er is niets gepubliceerd en niets veranderd."), calm=True)
        self.make.setFocus()

    def _save(self) -> None:
        from doorbraak.ui.publication.keeping import keep_all

        self._session.flush()
        made, store = self._publication, self._session.store
        if made is None or not self.gemeente.taken():
            return
        try:
            said = keep_all(
                self, made, self._previous, lambda: self._publication is made, store.folder, store.note,
                publication_gemeente.kept(store),
            )  # fmt: skip
        except UserError as error:
            self._session.problem.emit(error)
        else:
            if said:
                self.notice.say(said, calm=True)

    def take_focus(self) -> None:
        (self.save if self._publication is not None else self.period).setFocus()

    def forget(self) -> None:
        """A lock: what was being made, is not."""
        self._work.stop()
        self._asked = self._publication = self._previous = None
        self.progress.end()
        self._let_go()
        self.before.forget()
        self.notice.clear()
