"""Over een jaar: where the household wants to stand, in its own words."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout

from doorbraak.model.dossier import goals
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.ui.household.talk_stage import Stage
from doorbraak.ui.household.talk_visit import FROM_THEM
from doorbraak.ui.widgets.blocks import block, button, quiet
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.line_list import DELETE, Line, LineList

if TYPE_CHECKING:
    from doorbraak.ui.household.talk import TalkPage


class YearStage(Stage):
    """A line to add, the goals below it; Delete takes the chosen one away, and undo brings it back."""

    def __init__(self, page: "TalkPage") -> None:
        super().__init__(page)
        asked = QLabel(self.tr("Waar wilt u over een jaar staan?"))
        asked.setProperty("letters", "title")
        asked.setWordWrap(True)
        self._new = self.large(DraftLine(page.session, self.tr("Nieuw doel over een jaar"), "add:talk_goal"))
        self._new.setPlaceholderText(self.tr("In uw eigen woorden: over een jaar …"))
        self._new.returnPressed.connect(self._add)
        self._none = quiet(self.tr("Nog geen doel. Hoe ziet een gewone dag er dan uit?"))
        self._list = self.large(LineList(self.tr("Doelen over een jaar"), self, keys=DELETE), 1.35)
        self._list.asked.connect(lambda goal, _: self._remove(goal))
        self._away = button(self.tr("We&ghalen"), lambda: self._remove(self._list.key))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(asked)
        column.addWidget(block((self._new, button(self.tr("&Toevoegen"), self._add))))
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        column.addWidget(block((quiet(self.tr("Wat het eerst moet, komt bij Wat eerst.")), self._away)))
        column.addStretch(0)

    def take_focus(self) -> None:
        self._new.setFocus()

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        self._list.show_lines([Line(goal.id, f"“{goal.words}”") for goal in dossier.goals])
        self._list.setVisible(bool(dossier.goals))
        self._none.setVisible(not dossier.goals)
        self._away.setEnabled(bool(dossier.goals))

    def _add(self) -> None:
        if self._new.text().strip() and self.page.noted(
            self.tr("Doel toevoegen"), goals.add, self.page.household, self._new.text(), noted=FROM_THEM
        ):
            self._new.added()
        self._new.setFocus()

    def _remove(self, goal: object) -> None:
        if goal is not None:
            self.page.noted(self.tr("Doel weghalen"), goals.remove, goal)
