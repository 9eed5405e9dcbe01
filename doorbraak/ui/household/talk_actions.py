"""Two of the three columns: what the household does and what letters ask of it, and what others do."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import letters, steps, tasks
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import UserError
from doorbraak.model.insight.load import Action, Weight, load_of, weight_of
from doorbraak.model.insight.talk import Ours, action_words, ours_of, ours_words, us_of
from doorbraak.model.insight.talk_asked import asking_nothing, count_line, letter_words
from doorbraak.model.insight.talk_promise import later, promised, short_day
from doorbraak.model.workspace.store import Store
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.line_list import Line, LineList

if TYPE_CHECKING:
    from doorbraak.ui.household.talk_stage import Stage

_FINISH: dict[str, Callable[..., None]] = {"step": steps.finish, "task": tasks.finish, "letter": letters.settle}
_SET_DUE: dict[str, Callable[..., None]] = {"step": steps.set_due, "task": tasks.set_due}


class YouColumn(QWidget):
    """Space ticks what is done. N gives the chosen action to us, L puts it a week later.

    What letters ask stands apart: it stays with whom it was sent to, and its last day is the sender's.
    """

    def __init__(self, stage: "Stage") -> None:
        super().__init__()
        self._stage, self._page = stage, stage.page
        self._actions: dict[tuple[str, int], Action] = {}
        self._us = ""
        self._title = heading(self.tr("U"))
        self._weight = quiet()
        self._weight.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._list = stage.large(LineList(self.tr("Wat u doet"), self, keys="nl"), 1.15)
        self._list.ticked.connect(lambda key, done: self._finish(key, done))
        self._list.asked.connect(lambda _, letter: self._hand_over() if letter == "n" else self._put_off())
        self._list.currentRowChanged.connect(lambda _: self._show_buttons())
        self._asked = stage.large(LineList(self.tr("Wat brieven van u vragen"), self), 1.15)
        self._asked.ticked.connect(lambda key, done: self._finish(key, done))
        self._by_letter = heading(self.tr("Brieven vragen van u"), self._asked)
        self._nothing = quiet()
        self._ours = button(self.tr("&Naar wij"), self._hand_over)
        self._later = button(self.tr("Een week la&ter"), self._put_off)
        self._new = DraftLine(self._page.session, self.tr("Wat doet u?"), "add:talk_you")
        self._new.setPlaceholderText(self.tr("School bellen voor 1 dec"))
        self._new.returnPressed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._weight)
        column.addWidget(self._list, 1)
        column.addWidget(block((self._ours, self._later)))
        column.addWidget(self._by_letter)
        column.addWidget(self._asked, 1)
        column.addWidget(self._nothing)
        column.addWidget(self._new)
        column.addWidget(button(self.tr("&Voeg toe"), self._add), 0, Qt.AlignmentFlag.AlignLeft)

    def take_focus(self) -> None:
        self._new.setFocus()

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        asked = load_of(dossier)
        self._us = us_of(dossier)
        self._actions = {(action.source, action.id): action for action in asked}
        agreed = [one for one in asked if one.source != "letter"]
        self._list.show_lines([Line((one.source, one.id), action_words(one), ticked=False) for one in agreed])
        self._show_letters([one for one in asked if one.source == "letter"], dossier)
        weight = weight_of(asked, today)
        self._weight.setText(self._about(weight))
        self._weight.setProperty("quiet", not weight.heavy)
        self._weight.style().unpolish(self._weight)
        self._weight.style().polish(self._weight)
        self._show_buttons()

    def _show_letters(self, asked: Sequence[Action], dossier: Dossier) -> None:
        catalogue = self._page.session.catalogue
        self._asked.show_lines(
            [Line((one.source, one.id), letter_words(one, dossier, catalogue), ticked=False) for one in asked]
        )
        for part in (self._by_letter, self._asked):
            part.setVisible(bool(asked))
        others = asking_nothing(dossier)
        counted = self.tr("1 brief vraagt") if others == 1 else self.tr("%d brieven vragen") % others
        self._nothing.setText(self.tr("%s niets van u.") % counted)
        self._nothing.setVisible(others > 0)

    def _about(self, weight: Weight) -> str:
        if not weight.open:
            return self.tr("Nog niets gevraagd van u.")
        said = self.tr("%s. Binnen een week, of al voorbij: %d.") % (count_line(weight), weight.soon)
        if weight.first is not None:
            said += " " + self.tr("De eerste: %s.") % short_day(weight.first)
        return said + (" " + self.tr("Dat is veel. Wat kan naar ons, of later?") if weight.heavy else "")

    def _chosen(self) -> Action | None:
        key: Any = self._list.key
        return self._actions.get(key)

    def _show_buttons(self) -> None:
        for one in (self._ours, self._later):
            one.setEnabled(self._chosen() is not None)

    def _finish(self, key: Any, done: bool) -> None:
        action = self._actions.get(key)
        if action is not None and done:
            self._page.noted(self.tr("Afronden"), _FINISH[action.source], action.id, date.today())

    def _hand_over(self) -> None:
        action = self._chosen()
        if action is not None:
            self._page.noted(self.tr("Naar wij"), hand_over, action.source, action.id, self._us)

    def _put_off(self) -> None:
        action = self._chosen()
        if action is not None:
            new = later(action.due, date.today())
            self._page.noted(self.tr("Een week later"), _SET_DUE[action.source], action.id, new)

    def _add(self) -> None:
        """Without a lead a task is the household's own."""
        _add_line(self._page, self._new, "")


class WeColumn(QWidget):
    """What somebody else than the household does; who is asked beside it."""

    def __init__(self, stage: "Stage") -> None:
        super().__init__()
        self._page = stage.page
        self._ours: dict[tuple[str, int], Ours] = {}
        self._us = ""
        self._about = quiet()
        self._list = stage.large(LineList(self.tr("Wat wij doen"), self), 1.15)
        self._list.ticked.connect(lambda key, done: self._finish(key, done))
        self._who = DraftLine(self._page.session, self.tr("Wie van ons?"), "add:talk_who")
        self._who.returnPressed.connect(self._add)
        self._new = DraftLine(self._page.session, self.tr("Wat doen wij?"), "add:talk_we")
        self._new.setPlaceholderText(self.tr("Brief schrijven voor vrijdag"))
        self._new.returnPressed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Wij"), self._list))
        column.addWidget(self._about)
        column.addWidget(self._list, 1)
        column.addWidget(self._who)
        column.addWidget(self._new)
        column.addWidget(button(self.tr("Voe&g toe"), self._add), 0, Qt.AlignmentFlag.AlignLeft)

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        found = ours_of(dossier)
        self._us = us_of(dossier)
        self._who.setPlaceholderText(self.tr("Wie? Leeg is %s") % self._us)
        self._ours = {(one.source, one.id): one for one in found}
        self._list.show_lines([Line(key, ours_words(one), ticked=False) for key, one in self._ours.items()])
        count = self.tr("1 ding") if len(found) == 1 else self.tr("%d dingen") % len(found)
        self._about.setText(self.tr("%s bij ons en anderen.") % count if found else self.tr("Nog niets bij ons."))

    def _finish(self, key: Any, done: bool) -> None:
        one = self._ours.get(key)
        if one is not None and done:
            self._page.noted(self.tr("Afronden"), _FINISH[one.source], one.id, date.today())

    def _add(self) -> None:
        if _add_line(self._page, self._new, self._who.text().strip() or self._us):
            self._who.added()


def _add_line(page: Any, line: DraftLine, lead: str) -> bool:
    """What stands in the line as a task with its day."""
    added = False
    if line.text().strip():
        try:
            said = promised(line.text(), date.today())
            page.note(page.tr("Taak toevoegen"), tasks.add, page.household, said.words, lead=lead, due=said.due)
        except UserError as error:
            page.session.problem.emit(error)
        else:
            line.added()
            added = True
    line.setFocus()
    return added


def hand_over(store: Store, source: str, row: int, us: str) -> None:
    """From the household to us."""
    if source == "step":
        steps.set_owner(store, row, "professional")
        steps.set_lead(store, row, us)
    else:
        tasks.set_lead(store, row, us)
