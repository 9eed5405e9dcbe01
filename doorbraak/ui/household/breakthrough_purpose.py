"""What the chosen doorbraak is for: which problems, which goals, and which agencies stop by it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from doorbraak.model.dossier import agencies, interventions
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, quiet
from doorbraak.ui.widgets.pick_many import pick
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable


class PurposeBlock(QWidget):
    """Three lists of the doorbraak that is chosen on `page`, each with a button that links."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        catalogue = page.session.catalogue
        future = columns.choice(
            page,
            "future",
            self.tr("Na het plan"),
            self.tr("Na het plan wijzigen"),
            agencies.set_future,
            choice_names.FUTURES,
            width=104,
            hint=self.tr("Houden, pauzeren, stoppen of samenvoegen?"),
        )
        self.problems = _Linked(
            page,
            "problem",
            self.tr("Voor welke &problemen…"),
            self.tr("&Voor welke problemen is deze doorbraak?"),
            self.tr("Problemen van de doorbraak wijzigen"),
            interventions.set_problems,
            [Column("name", self.tr("Probleem"), lambda problem: names.problem_name(problem, catalogue))],
        )
        self.goals = _Linked(
            page,
            "goal",
            self.tr("Voor welke d&oelen…"),
            self.tr("&Voor welke doelen is deze doorbraak?"),
            self.tr("Doelen van de doorbraak wijzigen"),
            interventions.set_goals,
            [Column("name", self.tr("Doel"), lambda goal: " ".join(goal.words.split()))],
        )
        self.agencies = _Linked(
            page,
            "agency",
            self.tr("Welke &instanties stoppen…"),
            self.tr("&Welke instanties stoppen, pauzeren of gaan samen?"),
            self.tr("Instanties van de doorbraak wijzigen"),
            interventions.set_agencies,
            [Column("name", self.tr("Instantie"), lambda agency: names.agency_name(agency, catalogue)), future],
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for part in (self.problems, self.goals, self.agencies):
            row.addWidget(part, 1)

    def show_intervention(self, chosen: Intervention | None, dossier: Dossier) -> None:
        self.problems.show_linked(chosen, dossier.problems, chosen.problems if chosen else ())
        self.goals.show_linked(chosen, dossier.goals, chosen.goals if chosen else ())
        self.agencies.show_linked(chosen, dossier.agencies, chosen.agencies if chosen else ())


class _Linked(QWidget):
    """What is linked; Delete lets one go, the button ticks them in a small window. `verb` gets all that stay."""

    def __init__(
        self, page: Page, kind: str, title: str, question: str, label: str, verb: Callable[..., object],
        columns: Sequence[Column],
    ) -> None:  # fmt: skip
        super().__init__()
        self._page, self._question, self._label, self._verb = page, question, label, verb
        self._title, self._name = title.replace("&", "").rstrip("…"), columns[0].text
        self._intervention: Intervention | None = None
        self._all: Sequence[Any] = ()
        self._linked: tuple[int, ...] = ()
        self.choose: QPushButton = button(title, self._choose)
        self.table = RecordTable(page.session, f"intervention_{kind}", self._title, columns, self)
        self.table.removal.connect(self._let_go)
        self._none = quiet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(block(self.choose, self._none, self.table))

    def show_linked(self, chosen: Intervention | None, records: Sequence[Any], linked: tuple[int, ...]) -> None:
        self._intervention, self._all, self._linked = chosen, records, linked
        shown = [record for record in records if record.id in linked]
        self.table.show_records(shown)
        self.table.show_again()
        if self.table.record() is None:
            self.table.select_first()
        self.choose.setEnabled(chosen is not None and bool(records))
        self._none.setText(self.tr("Nog niets gekozen.") if records else self.tr("Nog niets om uit te kiezen."))
        self._none.setVisible(not shown)

    def _choose(self) -> None:
        chosen = self._intervention
        if chosen is None:
            return
        about = names.intervention_name(chosen, self._page.session.catalogue)
        options = [(record.id, self._name(record)) for record in self._all]
        ticked = pick(self._title, about, self._question, options, self._linked, self)
        if ticked is not None and set(ticked) != set(self._linked):
            self._page.attempt(self._label, self._verb, chosen.id, ticked)

    def _let_go(self, record: Any) -> None:
        if self._intervention is not None:
            kept = tuple(id_ for id_ in self._linked if id_ != record.id)
            self._page.attempt(self._label, self._verb, self._intervention.id, kept)
