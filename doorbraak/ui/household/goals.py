"""What the household says itself: first how it sees the problem, in one large box; then where it wants to stand."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import goals
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.missing_parts import Missing
from doorbraak.ui.household.goals_own_words import OwnWordsBlock
from doorbraak.ui.household.goals_problem import ProblemBox
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet, side_by_side
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText


class GoalsPage(Page):
    tables = frozenset({"household", "person", "goal", "own_words"})

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._problem = ProblemBox(self)
        self._said = OwnWordsBlock(self)
        self._goal = DraftLine(session, self.tr("Nieuw doel"), "add:goal")
        self._goal.setPlaceholderText(self.tr("In eigen woorden van het huishouden"))
        self._goal.returnPressed.connect(self._add_goal)
        self._goals = RecordTable(session, "goal", self.tr("Doelen"), self._goal_columns(), self)
        self._goals.removal.connect(self.removes(self.tr("Doel weghalen"), goals.remove))
        self._goals.current.connect(lambda record: self._whole.show_record(record))
        self._whole = RecordText(
            self,
            "goal",
            "words",
            self.tr("Het gekozen doel, helemaal"),
            self.tr("Doel wijzigen"),
            goals.reword,
            hint=self.tr("Kies een doel hierboven om alles te lezen of aan te vullen."),
            height=64,
        )
        self._no_goals = quiet(self.tr("Nog geen doel. Vraag het eerst aan het huishouden zelf."))
        self._lay_out()

    def _lay_out(self) -> None:
        asked = heading(self.tr("Wat is volgens u het probleem?"), self._problem)
        wanted = block(
            heading(self.tr("Waar wilt u over een jaar staan?"), self._goal),
            (self._goal, button(self.tr("D&oel toevoegen"), self._add_goal)),
            self._no_goals,
            self._goals,
            self._whole,
        )
        below = side_by_side(self, (wanted, 500), (self._said, 640))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(block(asked, self._problem), 2)
        column.addWidget(below, 5)

    def _goal_columns(self) -> list[Column]:
        return [
            columns.text(self, "words", self.tr("Doel, in eigen woorden"), self.tr("Doel wijzigen"), goals.reword),
            columns.flag(
                self,
                "first",
                self.tr("Eerst?"),
                self.tr("Doel eerst zetten"),
                goals.put_first,
                hint=self.tr("Wat moet volgens het huishouden eerst?"),
            ),
            columns.origin(self, "goal"),
        ]

    def take_focus(self) -> None:
        """Their own words first, once; a household that has said them goes on with its goals."""
        if self._problem.toPlainText():
            super().take_focus()
        else:
            self._problem.setFocus()

    def go_to(self, one: Missing) -> None:
        """What the household wants is what may be missing here."""
        self._goal.setFocus()

    def refresh(self, dossier: Dossier) -> None:
        self._problem.show_dossier(dossier)
        self._said.show_dossier(dossier)
        self._goals.show_records(dossier.goals)
        self._whole.show_record(self._goals.record())
        self._no_goals.setVisible(not dossier.goals)

    def _add_goal(self) -> None:
        if self._goal.text().strip() and self.attempt(
            self.tr("Doel toevoegen"), goals.add, self.household, self._goal.text()
        ):
            self._goal.added()
            self._goals.select(self.session.dossier(self.household).goals[-1].id)
        self._goal.setFocus()
