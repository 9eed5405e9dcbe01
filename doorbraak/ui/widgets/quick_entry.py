"""One line for a problem, its agency, contacts and cost, for a letter or a person: three letters, Enter, and on."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from doorbraak.model import money
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import UserError
from doorbraak.model.insight import names
from doorbraak.model.insight.quick_entry import Choice, Reading, read_agency, read_line, read_problem
from doorbraak.model.workspace.store import Changes
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import button
from doorbraak.ui.widgets.notice import mark
from doorbraak.ui.widgets.numbers import typed_number
from doorbraak.ui.widgets.plain import tooltip
from doorbraak.ui.widgets.quick_field import QuickField
from doorbraak.ui.widgets.quick_list import QuickList
from doorbraak.ui.widgets.quick_words import Stage, contacts_line, cost_lines, hint, taken
from doorbraak.ui.widgets.quick_writing import QuickWriting

_SHARE = 0.42  # of the width, for the words at the left of what was taken


class _Taken(QLabel):
    """What was taken in this line so far; the last words stay in sight when there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def say(self, words: str, most: int) -> None:
        self._words = words
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideLeft, most))
        self.setToolTip(tooltip(words))
        self.setVisible(bool(words))

    def fit(self, most: int) -> None:
        self.say(self._words, most)


class QuickEntry(QWidget):
    """Stands above the pages of a household. `above` is what its list lies over."""

    tiles_wanted = Signal()
    lines_pasted = Signal(str)

    def __init__(self, session: Session, above: QWidget) -> None:
        super().__init__()
        self._session = session
        self._stage = Stage.START
        self._reading = Reading(())
        self._last_problem: int | None = None
        self._last_agency: int | None = None
        self._tried = ""  # what was last written, or refused, when the line was left
        self._writing = QuickWriting(session, self)
        self.asks_costs = True  # off where a family looks along
        self._taken = _Taken()
        self.line = QuickField(session, self.tr("Snel invoeren"), "quick")
        self._list = QuickList(self.tr("Wat Enter doet"), above)
        self.tiles = button(self.tr("Aantikken"), self.tiles_wanted.emit)
        self.tiles.setToolTip(self.tr("Instanties aantikken per leefgebied"))
        self._connect()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 2)
        row.setSpacing(8)
        row.addWidget(self._taken)
        row.addWidget(self.line, 1)
        row.addWidget(self.tiles)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._ask(Stage.START)

    def _connect(self) -> None:
        line = self.line
        line.entered.connect(lambda: self._enter(self._list.row))
        line.walked.connect(self._walk)
        line.went_back.connect(lambda: self._attempt(self._back))
        line.ended.connect(self._end)
        line.more.connect(self._more)
        line.skipped.connect(self._skip)
        line.lines_pasted.connect(self.lines_pasted)
        line.came.connect(self._offer)
        line.left.connect(self._leave)
        line.moved.connect(self._list.place)
        line.textEdited.connect(lambda _: self._offer())
        self._list.taken.connect(self._enter)
        self._session.changed.connect(self._follow)

    def sizeHint(self) -> QSize:
        return QSize(0, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._taken.fit(self._most)

    @property
    def _most(self) -> int:
        return round(self.width() * _SHARE)

    # -- what it shows --------------------------------------------------------------------------------

    def show_household(self, dossier: Dossier) -> None:
        """For this household; what was typed for another is put away."""
        if dossier.household.id != self._writing.household:
            self._writing.household = dossier.household.id
            self._last_problem = self._last_agency = None
            self._begin()
        self.line.belongs_to(dossier.household.id)

    def take_focus(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _follow(self, changes: Changes) -> None:
        """After undo, or an edit elsewhere, the line may be about what is gone."""
        if changes.source is self._writing or not self._writing.household or self._stage is Stage.START:
            return
        if not changes.tables.isdisjoint({"household", "problem", "agency"}) and not self._gone_on():
            self._begin()

    def _gone_on(self) -> bool:
        """Whether the household and what the line is about are there."""
        try:
            return bool(self._writing.household) and self._writing.still_there()
        except UserError:
            return False

    def _ask(self, stage: Stage, text: str = "") -> None:
        """The next thing to type, with `text` to begin with."""
        self._stage, self._tried = stage, ""
        self.line.dropped = stage in (Stage.CONTACTS, Stage.COST)
        self.line.setText(text)
        mark(self.line, None)
        self.line.setPlaceholderText(hint(stage, goes_on=bool(self._last_problem or self._last_agency)))
        self._taken.say(taken(stage, self._writing, self._session.catalogue), self._most)
        self._offer()

    def _offer(self) -> None:
        """The list for what is typed: its first entry is what Enter does."""
        if not self.line.hasFocus() or not self._gone_on():
            self._list.hide()
            return
        shown = self._shown()
        self._list.offer(shown, self.line)
        self.line.setAccessibleDescription(shown[0] if shown else "")

    def _shown(self) -> list[str]:
        text = self.line.text()
        if self._stage is Stage.CONTACTS:
            return [contacts_line(text, self._writing.present_agency)]
        if self._stage is Stage.COST:
            return cost_lines(text, self._writing.proposals())
        dossier, catalogue = self._writing.dossier, self._session.catalogue
        if self._stage is Stage.AGENCY:
            problem = self._writing.present_problem
            self._reading = read_agency(text, problem.kind if problem else "", dossier, catalogue)
        elif self._stage is Stage.MORE:
            self._reading = read_problem(text, dossier, catalogue)
        else:
            self._reading = read_line(text, date.today(), dossier, catalogue)
        return [choice.shown for choice in self._reading.choices]

    # -- what keys do ---------------------------------------------------------------------------------

    def _walk(self, steps: int) -> None:
        if self._list.isVisible():
            self._list.walk(steps)
            self.line.setAccessibleDescription(self._list.chosen)
        else:
            self._offer()

    def _enter(self, row: int) -> None:
        """Take what the list says at this row."""
        if not self._gone_on():
            return
        if not self._list.isVisible():
            self._shown()
        self._attempt(lambda: self._take(row))

    def _leave(self) -> None:
        """A number that is typed is in the file when the line is left, as with any field."""
        self._list.hide()
        text = self.line.text().strip()
        if self._stage is Stage.CONTACTS and text and text != self._tried and self._gone_on():
            self._tried = text  # once: what is left again after a lock has no file to go to
            self._attempt(lambda: self._writing.take_contacts(typed_number(text, 2, "contacts")))

    def _attempt(self, work: Callable[[], None]) -> None:
        """What is refused stays as typed, with the sentence above the page."""
        try:
            work()
        except UserError as error:
            mark(self.line, error)
            self._session.problem.emit(error)

    def _take(self, row: int) -> None:
        if self._stage is Stage.CONTACTS:
            self._take_contacts()
        elif self._stage is Stage.COST:
            self._take_cost(row)
        elif not self.line.text().strip() and self._stage in (Stage.START, Stage.MORE):
            self._begin()
        elif self._reading.choices:
            self._take_choice(self._reading.choices[min(row, len(self._reading.choices) - 1)])

    def _take_choice(self, choice: Choice) -> None:
        if choice.kind == "agency":
            fresh, beside = choice.row is None, self._stage is Stage.AGENCY
            self._writing.take_agency(choice)
            agency = self._writing.present_agency
            known = not fresh and beside and agency is not None and bool(agency.contacts_e2)
            self._finish() if known else self._ask(Stage.CONTACTS)
        elif choice.kind == "problem":
            self._writing.take_problem(choice)
            self._ask(Stage.MORE if self._stage is Stage.MORE else Stage.AGENCY)
        else:
            self._writing.take_letter(choice) if choice.kind == "letter" else self._writing.take_person(choice)
            self._writing.begin()
            self._finish()

    def _take_contacts(self) -> None:
        if self.line.text().strip():
            self._writing.take_contacts(typed_number(self.line.text(), 2, "contacts"))
        if self.asks_costs and not self._writing.has_costs:
            self._ask(Stage.COST)
        else:
            self._finish()

    def _take_cost(self, row: int) -> None:
        text = self.line.text().strip()
        if text in ("", "-"):
            proposals = self._writing.proposals()
            if not text and row < len(proposals[:1]):
                self._writing.take_costs(proposals)
        elif row == 0:
            cents = money.parse(text, field="price_cents")
            if cents:
                self._writing.take_amount(cents)
        self._finish()

    def _skip(self) -> None:
        """ "-" where a number is asked: it stays unknown."""
        if self._stage is Stage.CONTACTS:
            self._attempt(self._take_contacts)
        else:
            self._finish()

    def _more(self) -> None:
        """ "+": one more agency for the problem of this line or the one before; for an agency alone, its problems."""
        if self._stage is Stage.START:
            self._writing.problem, self._writing.agency = self._last_problem, self._last_agency
            if not self._gone_on():
                self._writing.problem = self._writing.agency = None
        if self._writing.problem is not None:
            self._writing.agency = None
            self._ask(Stage.AGENCY)
        elif self._writing.agency is not None:
            self._ask(Stage.MORE)

    def _back(self) -> None:
        """A stage back: what the line wrote there is taken out again."""
        if self._stage is Stage.COST:
            agency = self._writing.present_agency
            self._ask(Stage.CONTACTS, names.contacts(agency.contacts_e2) if agency and agency.contacts_e2 else "")
        elif self._stage is Stage.CONTACTS:
            self._writing.back_from_agency()
            self._ask(Stage.AGENCY if self._writing.problem is not None else Stage.START)
        elif self._stage is Stage.AGENCY:
            self._writing.back_from_problem()
            self._begin()
        elif self._stage is Stage.MORE:
            self._finish()

    def _end(self) -> None:
        """Escape: what was taken stays, what is half typed goes."""
        if self._stage is Stage.START:
            self._ask(Stage.START)
            self.line.added()
        else:
            self._finish()

    def _finish(self) -> None:
        """The line is written; "+" can still go on with it."""
        self._last_problem, self._last_agency = self._writing.problem, self._writing.agency
        self._writing.begin()
        self._ask(Stage.START)
        self.line.added()

    def _begin(self) -> None:
        self._last_problem = self._last_agency = None
        self._writing.begin()
        self._ask(Stage.START)
