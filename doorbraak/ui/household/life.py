"""Levensloop: what turned the life of this household, in the order of time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import life_events
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.life_events import LifeEvent
from doorbraak.model.errors import UserError
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.household.life_typed import shown_when, typed_event, typed_when
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText


class LifePage(Page):
    tables = frozenset({"household", "life_event", "person"})

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._event = DraftLine(session, self.tr("Nieuwe gebeurtenis"), "add:life-event")
        self._event.setPlaceholderText(
            self.tr("Wat gebeurde er, en wanneer? Bijvoorbeeld: scheiding 2019, of verhuizing naar oma 3-2024")
        )
        self._event.returnPressed.connect(self._add)
        self._events = RecordTable(session, "life_event", self.tr("Gebeurtenissen"), self._columns(), self)
        self._events.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._events.removal.connect(self.removes(self.tr("Gebeurtenis weghalen"), life_events.remove))
        self._events.current.connect(lambda record: self._words.show_record(record))
        self._words = RecordText(
            self,
            "life_event",
            "words",
            self.tr("Wat gebeurde er precies?"),
            self.tr("Gebeurtenis wijzigen"),
            life_events.reword,
            hint=self.tr("Wat gebeurde er, en wat veranderde daardoor?"),
            height=120,
        )
        self._none = quiet(self.tr("Nog geen gebeurtenissen. Vraag wat er veranderde, en wanneer ongeveer."))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(
            block(
                heading(self.tr("Wat gebeurde er in dit leven?"), self._event),
                (self._event, button(self.tr("&Toevoegen"), self._add)),
                self._none,
                self._events,
                heading(self.tr("Wat gebeurde er precies?"), self._words),
                self._words,
            )
        )

    def _columns(self) -> list[Column]:
        catalogue = self.session.catalogue
        return [
            Column(
                "when",
                self.tr("Wanneer"),
                lambda event: shown_when(event.year, event.month),
                self._set_when,
                width=100,
                sort=lambda event: event.year * 13 + (event.month or 0),
                hint=self.tr("Een jaar, of maand en jaar: 2024 of 3-2024"),
            ),
            columns.choice(
                self,
                "kind",
                self.tr("Soort"),
                self.tr("Soort gebeurtenis wijzigen"),
                life_events.set_kind,
                choice_names.LIFE_EVENTS,
                width=210,
            ),
            columns.text(self, "words", self.tr("Wat"), self.tr("Gebeurtenis wijzigen"), life_events.reword),
            columns.one_of(
                self,
                "person",
                self.tr("Wie"),
                self.tr("Persoon van de gebeurtenis wijzigen"),
                life_events.set_person,
                lambda: [(p.id, names.person_name(p, catalogue)) for p in self.session.dossier(self.household).people],
                nobody=self.tr("Het hele huishouden"),
                width=200,
            ),
            columns.origin(self, "life_event"),
        ]

    def refresh(self, dossier: Dossier) -> None:
        self._events.show_records(dossier.life_events)
        self._events.show_again()  # people may be called otherwise
        self._none.setVisible(not dossier.life_events)
        if self._events.record() is None:
            self._events.select_first()
        self._words.show_record(self._events.record())

    def _add(self) -> None:
        if self._event.text().strip():
            try:
                typed = typed_event(self._event.text())
                added = self.run(
                    self.tr("Gebeurtenis toevoegen"),
                    life_events.add,
                    self.household,
                    typed.kind,
                    year=typed.year,
                    month=typed.month,
                    words=typed.words,
                )
            except UserError as error:
                self.session.problem.emit(error)
            else:
                self._event.added()
                self._events.select(int(str(added)))
        self._event.setFocus()

    def _set_when(self, event: LifeEvent, text: str) -> None:
        year, month = typed_when(text)
        self.run(self.tr("Tijd van de gebeurtenis wijzigen"), life_events.set_when, event.id, year, month)
