"""One line for a problem, its agency, contacts and cost, for a letter or a person: three letters, Enter, and on."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import UserError
from doorbraak.model.workspace.store import Changes
from doorbraak.ui import announce
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import button
from doorbraak.ui.widgets.notice import mark
from doorbraak.ui.widgets.plain import tooltip
from doorbraak.ui.widgets.quick_field import QuickField
from doorbraak.ui.widgets.quick_list import QuickList
from doorbraak.ui.widgets.quick_steps import QuickSteps
from doorbraak.ui.widgets.quick_words import Stage

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
        self._refused = False
        self._tried = ""  # what was last written, or refused, when the line was left
        self._steps = QuickSteps(session, self)
        self._taken = _Taken()
        self.line = QuickField(session, self.tr("Snel invoeren"), "quick")
        self._list = QuickList(self.tr("Wat Enter doet"), above)
        self.tiles = button(self.tr("Aanti&kken"), self.tiles_wanted.emit)
        self.tiles.setToolTip(self.tr("Instanties aantikken per leefgebied"))
        self._connect()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 2)
        row.setSpacing(8)
        row.addWidget(self._taken)
        row.addWidget(self.line, 1)
        row.addWidget(self.tiles)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._ask("")

    def _connect(self) -> None:
        line, steps = self.line, self._steps
        line.entered.connect(lambda: self._enter(self._list.row))
        line.walked.connect(self._walk)
        line.went_back.connect(lambda: self._attempt(steps.back))
        line.ended.connect(steps.escape)
        line.more.connect(steps.more)
        line.skipped.connect(lambda: self._attempt(steps.skip))
        line.lines_pasted.connect(self.lines_pasted)
        line.came.connect(self._offer)
        line.left.connect(self._leave)
        line.moved.connect(self._list.place)
        line.textEdited.connect(lambda _: self._offer())
        self._list.taken.connect(self._enter)
        steps.asked.connect(self._ask)
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
        """For this household; what was typed for another is put away, and what was left at this one comes back."""
        if dossier.household.id != self._steps.writing.household:
            self.line.belongs_to(dossier.household.id)
            self._steps.open(dossier.household.id, self.line.text(), self.line.about)

    def take_focus(self) -> None:
        """What is half typed goes on at its end: chosen as a whole, the next key would take it away."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.end(False)

    def end(self) -> None:
        """No more keys for this line now: what is half typed stays with what it answers to."""
        if self._steps.there():
            self._attempt(lambda: self._steps.end(self.line.text()))

    @property
    def asks_costs(self) -> bool:
        """Off where a family looks along: a line that asks them then is at its end."""
        return self._steps.asks_costs

    @asks_costs.setter
    def asks_costs(self, on: bool) -> None:
        self._steps.asks_costs = on

    def _follow(self, changes: Changes) -> None:
        """After undo, or an edit elsewhere, the line may be about what is gone."""
        steps = self._steps
        if changes.source is steps.writing or not steps.writing.household or steps.stage is Stage.START:
            return
        if not changes.tables.isdisjoint({"household", "problem", "agency"}) and not steps.there():
            steps.begin()

    def _ask(self, text: str) -> None:
        """The next thing to type, with `text` to begin with. What was refused before it is let go."""
        self._tried = ""
        if self._refused:
            self._refused = False
            self._session.mended.emit()
        self.line.begin(text, self._steps.about, dropped=self._steps.takes_number)
        mark(self.line, None)
        self.line.setPlaceholderText(self._steps.hint)
        self._taken.say(self._steps.taken, self._most)
        self._offer()
        if self.line.hasFocus():
            announce.say(self.line, self._said())

    def _said(self) -> str:
        """Where the line has come: nothing of that is in the words that one is typing. Once a step."""
        counted = ""
        if self._steps.stage is Stage.START and self._steps.there():
            figures = self._session.figures(self._steps.writing.household)
            problems = self.tr("1 probleem") if figures.problems == 1 else self.tr("%d problemen") % figures.problems
            agencies = self.tr("1 instantie") if figures.agencies == 1 else self.tr("%d instanties") % figures.agencies
            counted = f"{problems}, {agencies}."
        return " ".join(part for part in (counted, self._steps.taken, self._steps.hint) if part)

    def _offer(self) -> None:
        """The list for what is typed: its first entry is what Enter does."""
        if not self.line.hasFocus() or not self._steps.there():
            self._list.hide()
            return
        shown = self._steps.shown(self.line.text())
        self._list.offer(shown, self.line)
        self.line.setAccessibleDescription(shown[0] if shown else "")

    # -- what keys do ---------------------------------------------------------------------------------

    def _walk(self, steps: int) -> None:
        if self._list.isVisible():
            self._list.walk(steps)
            self.line.setAccessibleDescription(self._list.chosen)
        else:
            self._offer()

    def _enter(self, row: int) -> None:
        """Take what the list says at this row."""
        if not self._steps.there():
            return
        if not self._list.isVisible():
            self._steps.shown(self.line.text())
        self._attempt(lambda: self._steps.take(row, self.line.text()))

    def _leave(self) -> None:
        """A number that is typed is in the file when the line is left, as with any field."""
        self._list.hide()
        text = self.line.text().strip()
        if self._steps.stage is Stage.CONTACTS and text and text != self._tried and self._steps.there():
            self._tried = text  # once: what is left again after a lock has no file to go to
            self._attempt(lambda: self._steps.take_number(text))

    def _attempt(self, work: Callable[[], None]) -> None:
        """What is refused stays as typed, with the sentence above the page."""
        try:
            work()
        except UserError as error:
            mark(self.line, error)
            self._refused = True
            self._session.problem.emit(error)
