"""Wat eerst: the household's own order, of what it wants and of what is stuck. No computed order is put beside it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout

from doorbraak.model.dossier import goals, problems
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.ui.household.talk_stage import Stage
from doorbraak.ui.widgets.blocks import block, button, heading, quiet, side_by_side
from doorbraak.ui.widgets.line_list import Line, LineList

if TYPE_CHECKING:
    from doorbraak.ui.household.talk import TalkPage


class FirstStage(Stage):
    """Space ticks what has to come first; + and - move the chosen problem up and down."""

    def __init__(self, page: "TalkPage") -> None:
        super().__init__(page)
        self._ranks: dict[object, int | None] = {}
        asked = QLabel(self.tr("Wat moet er eerst, zegt u?"))
        asked.setProperty("letters", "title")
        asked.setWordWrap(True)
        self._wishes = self.large(LineList(self.tr("Wat eerst moet"), self))
        self._wishes.ticked.connect(
            lambda goal, first: page.noted(self.tr("Doel eerst zetten"), goals.put_first, goal, first)
        )
        self._no_wishes = quiet(self.tr("Nog geen doel. Dat komt bij Over een jaar."))
        self._stuck = self.large(LineList(self.tr("Wat vastzit, in uw volgorde"), self, keys="+-"))
        self._stuck.asked.connect(lambda _, key: self._move(-1 if key == "+" else 1))
        self._no_stuck = quiet(self.tr("Nog geen problemen om op volgorde te zetten."))
        self._up = button(self.tr("Naar bove&n"), lambda: self._move(-1))
        self._down = button(self.tr("&Omlaag"), lambda: self._move(1))
        self._out = button(self.tr("&Geen plaats"), self._let_go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(asked)
        column.addWidget(
            side_by_side(
                self,
                (block(heading(self.tr("Van wat u wilt"), self._wishes), self._no_wishes, self._wishes), 480),
                (
                    block(
                        heading(self.tr("Van wat vastzit"), self._stuck),
                        self._no_stuck,
                        self._stuck,
                        (self._up, self._down, self._out),
                    ),
                    520,
                ),
            ),
            1,
        )
        column.addWidget(quiet(self.tr("Spatie zet een vinkje. Met + en - schuift wat vastzit omhoog en omlaag.")))

    def take_focus(self) -> None:
        (self._wishes if self._wishes.count() else self._stuck).setFocus()

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        catalogue = self.page.session.catalogue
        self._wishes.show_lines([Line(goal.id, goal.words, ticked=goal.first) for goal in dossier.goals])
        self._no_wishes.setVisible(not dossier.goals)
        stuck = [one for one in dossier.problems if one.solved_on is None]
        stuck.sort(key=lambda one: (one.rank is None, one.rank or 0, one.id))
        self._ranks = {one.id: one.rank for one in stuck}
        self._stuck.show_lines(
            [
                Line(one.id, f"{one.rank}. {name}" if one.rank else name)
                for one in stuck
                for name in (names.problem_name(one, catalogue),)
            ]
        )
        self._no_stuck.setVisible(not stuck)
        for one in (self._up, self._down, self._out):
            one.setEnabled(bool(stuck))

    def _move(self, by: int) -> None:
        """What has no place yet gets the last one; going up from there."""
        problem = self._stuck.key
        if problem is None:
            return
        ranked = [rank for rank in self._ranks.values() if rank is not None]
        rank = self._ranks.get(problem)
        if rank is None:
            wanted = len(ranked) + 1 if by < 0 else None
        else:
            wanted = min(max(1, rank + by), len(ranked))
        if wanted != rank:
            self.page.noted(self.tr("Volgorde wijzigen"), problems.set_rank, problem, wanted)

    def _let_go(self) -> None:
        problem = self._stuck.key
        if problem is not None and self._ranks.get(problem) is not None:
            self.page.noted(self.tr("Volgorde wijzigen"), problems.set_rank, problem, None)
