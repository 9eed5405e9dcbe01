"""The doorbraak: the unusual step that unlocks the rest, who decides and pays, its steps, its purpose, its status."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.dossier import interventions, local_mandates, tasks
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import STATUSES, Intervention, StatusChange
from doorbraak.model.dossier.local_mandates import LocalMandate
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.missing_parts import Missing
from doorbraak.ui.household import breakthrough_cost, breakthrough_course
from doorbraak.ui.household.breakthrough_idea import IdeaText
from doorbraak.ui.household.breakthrough_mandate import MandateBlock
from doorbraak.ui.household.breakthrough_purpose import PurposeBlock
from doorbraak.ui.household.breakthrough_status import StatusBlock
from doorbraak.ui.household.breakthrough_steps import StepsBlock
from doorbraak.ui.page import Page
from doorbraak.ui.selection import DOORBRAAK, follows
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import choices, columns
from doorbraak.ui.widgets.blocks import block, button, heading, padded, quiet, side_by_side, tabs
from doorbraak.ui.widgets.numbers import shown_day, typed_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText
from doorbraak.ui.widgets.type_ahead import TypeAhead

_STEPS, _PURPOSE, _MANDATE, _STATUS = range(4)  # the tabs


class BreakthroughPage(Page):
    tables = frozenset(
        {
            "household", "intervention", "intervention_problem", "intervention_goal", "intervention_agency",
            "status_change", "step", "problem", "goal", "agency", "legal_ground", "local_mandate", "cost_line", "task",
        }
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._dossier: Dossier | None = None
        self._local: tuple[LocalMandate, ...] = ()
        self._kind = TypeAhead(
            session, self.tr("Doorbraak toevoegen: typ drie letters"), "add:intervention", ("intervention",)
        )
        self._kind.picked.connect(lambda hit: self._add(kind=hit.id))
        self._kind.own_words.connect(lambda words: self._add(words=words))
        self._table = RecordTable(session, "intervention", self.tr("Doorbraken"), self._columns(), self)
        self._table.removal.connect(self.removes(self.tr("Doorbraak weghalen"), interventions.remove))
        self._table.current.connect(lambda _: self._show_chosen())
        self._none = quiet(self.tr("Nog geen doorbraak. Typ een paar letters en kies met Enter."))
        self._course, self._objection = quiet(), quiet()
        self._plan = button(self.tr("Maak er een taa&k van"), self._plan_objection)
        self._to_costs = button(self.tr("&Meer kosten: naar de Rekensom"), lambda: session.wanted.emit("Rekensom"))
        self._words = RecordText(
            self,
            "intervention",
            "words",
            self.tr("Wat gebeurt er in dit huishouden?"),
            self.tr("Tekst van de doorbraak wijzigen"),
            interventions.reword,
            hint=self.tr("Wat gebeurt er precies, en waarom is dit de stap die de rest losmaakt?"),
        )
        self._idea = IdeaText(self.tr("Wat de lijst over deze doorbraak zegt"), session.catalogue)
        self._steps, self._purpose, self._status = StepsBlock(self), PurposeBlock(self), StatusBlock(self)
        self._mandate = MandateBlock(self)
        self._tabs = tabs(self.tr("Meer over de gekozen doorbraak"))
        self._follow = follows(self._table, DOORBRAAK, session.selection)
        self._lay_out()

    def _lay_out(self) -> None:
        for part, title in (
            (self._steps, self.tr("&Stappen")),
            (self._purpose, self.tr("Waa&rvoor")),
            (self._mandate, self.tr("Wie b&eslist")),
            (self._status, self.tr("Status&verloop")),
        ):
            self._tabs.addTab(padded(part), title)
        left = QWidget()
        words = QVBoxLayout(left)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(6)
        words.addWidget(heading(self.tr("Wat gebeurt er?"), self._words))
        words.addWidget(self._words, 1)
        words.addWidget(self._idea, 1)
        above = block(
            heading(self.tr("Welke stap maakt de rest los?"), self._kind), self._kind, self._none, self._table
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(above, 2)
        below = side_by_side(self, (left, 330), (self._tabs, 820))  # after what stands above it: Tab follows
        self._lines = [block((self._course, self._to_costs)), block((self._objection, self._plan))]
        for line in self._lines:
            column.addWidget(line)
        column.addSpacing(6)
        column.addWidget(below, 3)

    def _columns(self) -> list[Column]:
        catalogue = self.session.catalogue
        return [
            Column("kind", self.tr("Doorbraak"), lambda one: names.intervention_name(one, catalogue)),
            Column(
                "status",
                self.tr("Status"),
                lambda one: breakthrough_course.status_words(one, self._statuses(), date.today()),
                self._set_status,
                choices=lambda: [(status, choice_names.STATUSES[status]) for status in STATUSES],
                start=lambda one: one.status,
                sort=lambda one: STATUSES.index(one.status),
                width=218,
            ),
            Column(
                "decider",
                self.tr("Wie beslist"),
                lambda one: one.decider,
                self.writes(self.tr("Wie beslist wijzigen"), interventions.set_decider),
                width=176,
                hint=self.tr("Wie mag dit besluiten? Vraag of er een mandaat is."),
                suggest=self._deciders,
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
            choices.payer_column(catalogue, self._set_payer, 130),
            Column(
                "cost",
                self.tr("Kost in jaar 1"),
                self._cost,
                self._set_cost,
                start=lambda one: money.typed(line.price_cents) if (line := self._single(one)) else self._cost(one),
                numeric=True,
                width=104,
                sort=lambda one: -1 if (cents := self._cents(one)) is None else cents,
                hint=self.tr("Wat de doorbraak zelf kost. Meer posten? Die staan in de Rekensom."),
            ),
            columns.origin(self, "intervention"),
        ]

    def refresh(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._local = local_mandates.all_of(self.session.store)
        self._table.show_records(dossier.interventions)
        self._table.show_again()  # what it costs and how long it waits is not in the record
        self._none.setVisible(not dossier.interventions)
        here, chosen = self._table.record(), self.session.selection.doorbraak
        if chosen and (here is None or here.id != chosen):  # else the cell in focus would be left
            self._table.select(chosen)
        if self._table.record() is None:
            self._table.select_first()
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._dossier is None:
            return
        chosen: Intervention | None = self._table.record()
        self._words.show_record(chosen)
        self._idea.show_kind(chosen.kind if chosen else "")
        for part in (self._steps, self._purpose, self._status):
            part.show_intervention(chosen, self._dossier)
        self._mandate.show_intervention(chosen, self._dossier, self._local)
        count, title = self._mandate.to_look_at, self.tr("Wie b&eslist")
        self._tabs.setTabText(_MANDATE, self.tr("%s (%d na te kijken)") % (title, count) if count else title)
        self._show_course(chosen, self._dossier)

    def _show_course(self, chosen: Intervention | None, dossier: Dossier) -> None:
        """Lines that are in sight whichever tab is open; each only when there is something to say."""
        today, statuses = date.today(), dossier.statuses
        course = breakthrough_course.help_first_words(chosen, statuses) if chosen else ""
        course = course or (breakthrough_course.first_day_words(chosen, dossier) if chosen else "")
        objection = breakthrough_course.objection_words(chosen, statuses, today) if chosen else ""
        last = breakthrough_course.objection_to_plan(chosen, statuses, dossier.tasks, today) if chosen else None
        more = chosen is not None and self._cents(chosen) is not None and self._single(chosen) is None
        for label, text in ((self._course, course), (self._objection, objection)):
            label.setText(text)
            label.setVisible(bool(text))
        self._plan.setVisible(last is not None)
        self._to_costs.setVisible(more)
        for line, parts in zip(
            self._lines, ((self._course, self._to_costs), (self._objection, self._plan)), strict=True
        ):
            line.setVisible(any(not part.isHidden() for part in parts))

    def _add(self, kind: str = "", words: str = "") -> None:
        if self.attempt(self.tr("Doorbraak toevoegen"), interventions.add, self.household, kind=kind, words=words):
            self._kind.added()
            self.session.selection.choose(DOORBRAAK, self.session.dossier(self.household).interventions[-1].id)
        self._kind.setFocus()

    def go_to(self, one: Missing) -> None:
        """The cell, and below it the tab, where this is filled in."""
        match one.code:
            case "purpose":
                self._tabs.setCurrentIndex(_PURPOSE)
                self._purpose.problems.choose.setFocus()
            case "decider":
                self._tabs.setCurrentIndex(_MANDATE)
                self._table.go_to(one.row, "decider")
            case "decision-day":
                self._tabs.setCurrentIndex(_STATUS)
                self._table.go_to(one.row, "decided_on")
            case "refusal-reason":
                self._tabs.setCurrentIndex(_STATUS)
                refused = [x for x in self._statuses() if x.intervention == one.row and x.status == "refused"]
                if refused:
                    self._status.table.go_to(max(refused, key=lambda x: (x.on_day, x.id)).id, "reason")
            case "own-cost":
                self._table.go_to(self.session.selection.doorbraak or 0, "cost")

    def _set_status(self, one: Intervention, status: str) -> None:
        """A refusal shows at once where it asks why: later nobody remembers, and bezwaar needs it."""
        self.run(self.tr("Status wijzigen"), interventions.set_status, one.id, status)
        if status == "refused":
            self._tabs.setCurrentIndex(_STATUS)
            self._status.show_newest()  # the focus stays in the table: the next key may be of another cell

    def _statuses(self) -> tuple[StatusChange, ...]:
        return self._dossier.statuses if self._dossier else ()

    def _deciders(self) -> list[str]:
        """Those of this gemeente before what is usual."""
        usual = (one.decider for one in self.session.catalogue.mandates)
        return list(dict.fromkeys([*(one.decider for one in self._local), *usual]))

    def _plan_objection(self) -> None:
        chosen: Intervention | None = self._table.record()
        if chosen is None or self._dossier is None:
            return
        today = date.today()
        last = breakthrough_course.objection_to_plan(chosen, self._dossier.statuses, self._dossier.tasks, today)
        words = breakthrough_course.objection_task(chosen, self.session.catalogue)
        label = self.tr("Bezwaar bij de taken zetten")
        if last and self.attempt(
            label, tasks.add, self.household, words, kind="objection", due=last, intervention=chosen.id
        ):  # fmt: skip
            self._table.setFocus()  # the button is gone

    # -- what it costs --------------------------------------------------------------------------------

    def _cents(self, one: Intervention) -> int | None:
        return breakthrough_cost.first_year(one, self.session.saving(self.household))

    def _single(self, one: Intervention) -> CostLine | None:
        lines = self._dossier.costs if self._dossier else ()
        return breakthrough_cost.single(breakthrough_cost.own_lines(one, lines))

    def _cost(self, one: Intervention) -> str:
        cents = self._cents(one)
        return "" if cents is None else money.whole(cents)

    def _set_cost(self, one: Intervention, typed: str) -> None:
        if self._dossier is not None:
            label, catalogue = self.tr("Kosten van de doorbraak wijzigen"), self.session.catalogue
            self.run(label, breakthrough_cost.set_amount, one, typed, self._dossier, catalogue)

    def _set_payer(self, one: Intervention, payer: str) -> None:
        lines = self._dossier.costs if self._dossier else ()
        self.run(self.tr("Betaler wijzigen"), breakthrough_cost.set_payer, one, payer, lines)


def _day(text: str) -> date | None:
    return typed_day(text, "decided_on")
