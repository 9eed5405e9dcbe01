"""Vandaag: what one wants to know before ringing the bell, in one look; the background stays folded away."""

from datetime import date, datetime

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from doorbraak.model.dossier import agenda
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names, worklist
from doorbraak.model.insight.today import Today, ago, copy_words, today_of
from doorbraak.ui import backups_age
from doorbraak.ui.household.today_background import Background
from doorbraak.ui.household.today_lists import Agreed, Dates
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import button, card, quiet, side_by_side
from doorbraak.ui.widgets.numbers import shown_day


class TodayPage(Page):
    tables = frozenset(
        {
            "household",
            "person",
            "goal",
            "own_words",
            "problem",
            "agency",
            "letter",
            "visit",
            "intervention",
            "status_change",
            "step",
            "task",
            "threatening_event",
            "measurement",
        }
    )

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._safety = quiet()
        self._safety.setObjectName("notice")
        self._safety.setProperty("quiet", False)
        self._cards = QWidget()
        self._start = self._card(self.tr("Hier beginnen we"))
        self._contact = self._card(self.tr("Laatste contact"))
        self._follow_up = self._card(self.tr("Nameting"))
        self._copy = self._card(self.tr("Reservekopie"))
        self._copies = quiet()
        self._agreed, self._dates = Agreed(self), Dates(self)
        self._background = Background()
        self._talk = button(self.tr("Begin het &gesprek"), lambda: session.wanted.emit("Gesprek"))
        self._talk.setProperty("main", True)
        session.copied.connect(self._follow_copies)
        self._lay_out()

    def _card(self, title: str) -> tuple[QFrame, QLabel, QLabel]:
        """The figure is set in the letters of a heading: it may be a sentence."""
        frame, figure, line = card(title)
        figure.setProperty("letters", "heading")
        figure.setWordWrap(True)
        return frame, figure, line

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for at, (frame, _, _) in enumerate((self._start, self._contact, self._follow_up, self._copy)):
            row.addWidget(frame, 3 if at == 0 else 2)
        below = QHBoxLayout()
        below.addWidget(self._background.fold)
        below.addStretch()
        below.addWidget(self._talk)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self._safety)
        column.addWidget(self._cards)
        column.addWidget(self._copies)
        column.addWidget(side_by_side(self, (self._agreed, 560), (self._dates, 560)), 1)
        column.addWidget(self._background)
        column.addLayout(below)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_copy()

    def refresh(self, dossier: Dossier) -> None:
        today = date.today()
        items = worklist.items(agenda.read(self.session.store, self.household), today)
        found = today_of(dossier, items, self.session.catalogue, today)
        self._safety.setVisible(dossier.household.no_paper)
        self._safety.setText(self.tr("Let op: laat hier niets op papier achter. Ook geen kaartje en geen brief."))
        self._show_start(found, today)
        self._show_contact(found)
        self._show_follow_up(found, today)
        self._show_copy()
        self._agreed.show_tasks(found.agreed, today)
        self._dates.show_items(found.dates, today)
        self._background.show_dossier(dossier, found, self.session.catalogue)

    def _show_start(self, found: Today, today: date) -> None:
        start = found.start
        when = worklist.from_today(start.due, today) if start and start.due else ""
        more = " · ".join(part for part in (start.who if start else "", when) if part)
        self._say(
            self._start,
            start.words if start else self.tr("Nog geen eerste stap"),
            more if start else self.tr("Vraag vandaag: wat moet er eerst?"),
        )

    def _show_contact(self, found: Today) -> None:
        last = found.last_visit
        if found.since is None:
            self._say(self._contact, self.tr("Nog geen contact"), self.tr("Dit is het eerste gesprek."))
            return
        kind = choice_names.CONVERSATIONS[last.conversation] if last else self.tr("Vandaag was er al een gesprek.")
        more = f"{shown_day(last.on_day)} · {kind}" if last else kind
        self._say(self._contact, ago(found.since).capitalize(), more)

    def _show_follow_up(self, found: Today, today: date) -> None:
        next_ = found.follow_up
        if next_ is None:
            self._say(self._follow_up, self.tr("Geen meer"), self.tr("Alle metingen zijn geweest."))
            return
        moment = choice_names.MOMENTS[next_.moment]
        near = self.tr("Kan nu") if next_.due else worklist.from_today(next_.on, today).capitalize()
        self._say(self._follow_up, near, moment)

    def _follow_copies(self) -> None:
        if self.isVisible():
            self._show_copy()

    def _show_copy(self) -> None:
        from doorbraak.model.workspace import backup  # late: only this card needs it

        found = backup.of_workspace(self.session.store.folder, self.session.store.identity)
        said, _, age = copy_words(found[0].at if found else None, datetime.now()).partition(", ")
        self._say(self._copy, said, age or self.tr("Maak er een met Ctrl+K."))
        wrong = backups_age.warning(self.session.store, datetime.now())
        self._copies.setText(wrong)
        self._copies.setVisible(bool(wrong) and not self.session.at_table)  # that is not for who looks along

    @staticmethod
    def _say(of: tuple[QFrame, QLabel, QLabel], figure: str, more: str) -> None:
        of[1].setText(figure)
        of[2].setText(more)
