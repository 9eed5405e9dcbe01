"""Visits and talks: when, where, how long, what came of it, and a working note for oneself that lasts 30 days."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import visits
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.visits import Visit
from doorbraak.model.insight import choice_names
from doorbraak.model.insight.visiting import KEYBOARD_NORM, VisitTime, note_goes_on, time_of
from doorbraak.model.workspace.store import Store
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet, side_by_side
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.numbers import shown_day, typed_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText


class VisitsPage(Page):
    tables = frozenset({"household", "visit"})

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._day = DraftLine(session, self.tr("Nieuw bezoek: welke dag?"), "add:visit")
        self._day.setPlaceholderText(self.tr("Welke dag? Enter is vandaag, of typ een datum: 31-12-2026."))
        self._day.returnPressed.connect(self._add)
        self._visits = RecordTable(session, "visit", self.tr("Bezoeken"), self._columns(), self)
        self._visits.removal.connect(self.removes(self.tr("Bezoek weghalen"), visits.remove))
        self._visits.current.connect(self._show_visit)
        self._total, self._today = quiet(), quiet()
        self._report = RecordText(
            self,
            "visit",
            "report",
            self.tr("Verslag"),
            self.tr("Verslag wijzigen"),
            visits.set_report,
            hint=self.tr("Wat is er besproken en afgesproken? Het huishouden mag dit lezen."),
        )
        self._note = RecordText(
            self,
            "visit",
            "private_note",
            self.tr("Werknotitie"),
            self.tr("Werknotitie wijzigen"),
            _write_note,
            hint=self.tr("Een geheugensteun voor jezelf."),
        )
        self._about_note = quiet()
        self._lay_out()

    def _lay_out(self) -> None:
        below = side_by_side(
            self,
            (block(heading(self.tr("Wat kwam eruit?"), self._report), self._report), 660),
            (block(heading(self.tr("Werknotitie"), self._note), self._about_note, self._note), 500),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(
            block(
                heading(self.tr("Wanneer spraken jullie elkaar?"), self._day),
                (self._day, button(self.tr("Bezoek &toevoegen"), self._add)),
                self._total,
                self._today,
                self._visits,
            ),
            1,
        )
        column.addWidget(below, 1)

    def _columns(self) -> list[Column]:
        return [
            columns.day(
                self, "on_day", self.tr("Dag"), self.tr("Dag van het bezoek wijzigen"), visits.set_day, needed=True
            ),
            columns.choice(
                self,
                "place",
                self.tr("Waar"),
                self.tr("Plaats van het bezoek wijzigen"),
                visits.set_place,
                choice_names.PLACES,
                width=120,
            ),
            Column(
                "conversation",
                self.tr("Gesprek"),
                lambda visit: choice_names.CONVERSATIONS[visit.conversation],
                self.writes(self.tr("Soort gesprek wijzigen"), visits.set_conversation),
                choices=lambda: list(choice_names.CONVERSATIONS.items()),
                start=lambda visit: visit.conversation,
                width=170,
            ),
            columns.whole(
                self,
                "minutes_with_people",
                self.tr("Met mensen"),
                self.tr("Minuten met mensen wijzigen"),
                visits.set_minutes_with_people,
                maybe=False,
                width=104,
                hint=self.tr("Minuten met mensen"),
            ),
            columns.whole(
                self,
                "minutes_at_keyboard",
                self.tr("Toetsenbord"),
                self.tr("Minuten achter het toetsenbord wijzigen"),
                visits.set_minutes_at_keyboard,
                maybe=False,
                width=108,
                hint=self.tr("Minuten achter het toetsenbord"),
            ),
            Column("report", self.tr("Verslag"), lambda visit: " ".join(visit.report.split())),
            Column(
                "note",
                self.tr("Werknotitie"),
                lambda visit: self.tr("tot %s") % shown_day(note_goes_on(visit)) if visit.note_since else "",
                width=116,
                sort=lambda visit: visit.note_since.toordinal() if visit.note_since else 0,
                hint=self.tr("Tot wanneer de werknotitie blijft staan"),
            ),
            columns.origin(self, "visit"),
        ]

    def refresh(self, dossier: Dossier) -> None:
        self._visits.show_records(sorted(dossier.visits, key=lambda visit: (visit.on_day, visit.id), reverse=True))
        if self._visits.record() is None:
            self._visits.select_first()
        self._total.setText(self._summary(dossier))
        spent = self._spent_today(dossier)
        self._today.setText(spent)
        self._today.setVisible(bool(spent))
        self._show_visit(self._visits.record())

    def _show_visit(self, visit: Visit | None) -> None:
        self._report.show_record(visit)
        self._note.show_record(visit)
        gone = note_goes_on(visit) if visit else None
        self._about_note.setText(
            " ".join(
                (
                    self.tr("Alleen voor jou: komt nooit in een afdruk, bestand of reservekopie."),
                    self.tr("Weg op %s.") % shown_day(gone) if gone else self.tr("Na 30 dagen verdwijnt hij vanzelf."),
                    self.tr("Het huishouden mag wel vragen of er een is."),
                )
            )
        )

    def _summary(self, dossier: Dossier) -> str:
        spent = time_of(dossier.visits)
        if not spent.visits:
            return self.tr("Nog geen bezoek. Druk op Enter voor een bezoek van vandaag.")
        counted = self.tr("1 bezoek") if spent.visits == 1 else self.tr("%s bezoeken") % spent.visits
        if spent.keyboard_share is None:
            return self.tr("%s. Vul de minuten in, dan zie je waar de tijd blijft.") % counted
        return f"{counted}, {self._where_it_went(spent)}"

    def _spent_today(self, dossier: Dossier) -> str:
        """What the clock of the talk counted, and may be corrected in the table; empty when there is nothing yet."""
        spent = time_of(visit for visit in dossier.visits if visit.on_day == date.today())
        if spent.keyboard_share is None:
            return ""
        return self.tr("Vandaag %s") % self._where_it_went(spent)

    def _where_it_went(self, spent: VisitTime) -> str:
        """No share without the norm beside it: a figure alone says nothing."""
        return self.tr("%s minuten met mensen, %s achter het toetsenbord (%s%%). Norm: hoogstens %s%%.") % (
            spent.with_people,
            spent.at_keyboard,
            spent.keyboard_share,
            KEYBOARD_NORM,
        )

    def _add(self) -> None:
        if self.attempt(self.tr("Bezoek toevoegen"), _add_on, self.household, self._day.text()):
            self._day.added()
            self._visits.select(self.session.dossier(self.household).visits[-1].id)
        self._day.setFocus()


def _add_on(store: Store, household: int, typed: str) -> None:
    """Raises InputError for what is no date; nothing typed is today."""
    visits.add(store, household, typed_day(typed, "on_day") or date.today())


def _write_note(store: Store, visit: int, text: str) -> None:
    visits.write_private_note(store, visit, text, date.today())
