"""The doorbraak: the unusual step that unlocks the rest, who decides and pays, its steps, its purpose, its status."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import interventions
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import STATUSES, Intervention
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.household.breakthrough_purpose import PurposeBlock
from doorbraak.ui.household.breakthrough_status import StatusBlock, objection_words
from doorbraak.ui.household.breakthrough_steps import StepsBlock
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import choices, columns
from doorbraak.ui.widgets.blocks import block, heading, padded, quiet, side_by_side, tabs
from doorbraak.ui.widgets.numbers import shown_day, typed_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText
from doorbraak.ui.widgets.type_ahead import TypeAhead

_STEPS, _PURPOSE, _STATUS = range(3)  # the tabs


class BreakthroughPage(Page):
    tables = frozenset(
        {
            "household", "intervention", "intervention_problem", "intervention_goal", "intervention_agency",
            "status_change", "step", "problem", "goal", "agency",
        }
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._dossier: Dossier | None = None
        self._kind = TypeAhead(
            session, self.tr("Doorbraak toevoegen: typ drie letters"), "add:intervention", ("intervention",)
        )
        self._kind.picked.connect(lambda hit: self._add(kind=hit.id))
        self._kind.own_words.connect(lambda words: self._add(words=words))
        self._table = RecordTable(session, "intervention", self.tr("Doorbraken"), self._columns(), self)
        self._table.removal.connect(self.removes(self.tr("Doorbraak weghalen"), interventions.remove))
        self._table.current.connect(lambda _: self._show_chosen())
        self._none = quiet(self.tr("Nog geen doorbraak. Welke stap maakt de rest los?"))
        self._objection = quiet()
        self._words = RecordText(
            self,
            "intervention",
            "words",
            self.tr("Wat gebeurt er in dit huishouden?"),
            self.tr("Tekst van de doorbraak wijzigen"),
            interventions.reword,
            hint=self.tr("Wat gebeurt er precies, en waarom is dit de stap die de rest losmaakt?"),
        )
        self._steps, self._purpose, self._status = StepsBlock(self), PurposeBlock(self), StatusBlock(self)
        self._tabs = tabs(self.tr("Meer over de gekozen doorbraak"))
        self._lay_out()

    def _lay_out(self) -> None:
        for part, title in (
            (self._steps, self.tr("&Stappen")),
            (self._purpose, self.tr("Waa&rvoor")),
            (self._status, self.tr("Status&verloop")),
        ):
            self._tabs.addTab(padded(part), title)
        below = side_by_side(
            self, (block(heading(self.tr("Wat gebeurt er?"), self._words), self._words), 360), (self._tabs, 790)
        )
        above = block(
            heading(self.tr("Welke stap maakt de rest los?"), self._kind), self._kind, self._none, self._table
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(above, 2)
        column.addWidget(self._objection)
        column.addSpacing(6)
        column.addWidget(below, 3)

    def _columns(self) -> list[Column]:
        catalogue = self.session.catalogue
        return [
            Column("kind", self.tr("Doorbraak"), lambda one: names.intervention_name(one, catalogue)),
            Column(
                "status",
                self.tr("Status"),
                lambda one: choice_names.STATUSES[one.status],
                self._set_status,
                choices=lambda: [(status, choice_names.STATUSES[status]) for status in STATUSES],
                start=lambda one: one.status,
                sort=lambda one: STATUSES.index(one.status),
                width=120,
            ),
            Column(
                "decider",
                self.tr("Wie beslist"),
                lambda one: one.decider,
                self.writes(self.tr("Wie beslist wijzigen"), interventions.set_decider),
                width=230,
                hint=self.tr("Wie mag dit besluiten? Vraag of er een mandaat is."),
                suggest=lambda: list(dict.fromkeys(mandate.decider for mandate in catalogue.mandates)),
            ),
            Column(
                "decided_on",
                self.tr("Besluit op"),
                lambda one: shown_day(one.decided_on),
                self.writes(self.tr("Datum van besluit wijzigen"), interventions.set_decided_on, _day),
                width=100,
                sort=lambda one: one.decided_on.toordinal() if one.decided_on else 0,
                hint=self.tr("De sommen beginnen op de dag van het eerste besluit"),
            ),
            choices.payer_column(catalogue, self.writes(self.tr("Betaler wijzigen"), interventions.set_payer), 150),
            columns.origin(self, "intervention"),
        ]

    def refresh(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._table.show_records(dossier.interventions)
        self._none.setVisible(not dossier.interventions)
        if self._table.record() is None:
            self._table.select_first()
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._dossier is None:
            return
        chosen: Intervention | None = self._table.record()
        self._words.show_record(chosen)
        for part in (self._steps, self._purpose, self._status):
            part.show_intervention(chosen, self._dossier)
        self._objection.setText(objection_words(chosen, self._dossier.statuses, date.today()) if chosen else "")
        self._objection.setVisible(bool(self._objection.text()))

    def _add(self, kind: str = "", words: str = "") -> None:
        if self.attempt(self.tr("Doorbraak toevoegen"), interventions.add, self.household, kind=kind, words=words):
            self._kind.added()
            self._table.select(self.session.dossier(self.household).interventions[-1].id)
        self._kind.setFocus()

    def _set_status(self, one: Intervention, status: str) -> None:
        """A refusal shows at once where it asks why: later nobody remembers, and bezwaar needs it."""
        self.run(self.tr("Status wijzigen"), interventions.set_status, one.id, status)
        if status == "refused":
            self._tabs.setCurrentIndex(_STATUS)
            self._status.show_newest()  # the focus stays in the table: the next key may be of another cell


def _day(text: str) -> date | None:
    return typed_day(text, "decided_on")
