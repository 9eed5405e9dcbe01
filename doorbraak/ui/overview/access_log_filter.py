"""Which lines of the access log one wants to see: by household or word, action, account and period."""

from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from doorbraak.model.documents import log_words
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.log_reading import Wanted
from doorbraak.ui.widgets.blocks import block
from doorbraak.ui.widgets.choice_box import ChoiceBox, choice_row
from doorbraak.ui.widgets.notice import mark
from doorbraak.ui.widgets.numbers import typed_day
from doorbraak.ui.widgets.own_undo import OwnUndoLine

_PAUSE = 150  # milliseconds without a key after which a word is looked for
_MOST_DIGITS = 9
_OWN = "own"


class LogFilter(QWidget):
    """Emits `changed` when other lines are wanted, `entered` at Enter in the line to search with."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.search = self._line(
            self.tr("Zoeken in het logboek"), self.tr("Zoek op het nummer van een huishouden, of op een woord")
        )
        self.action = ChoiceBox(self.tr("Wat er gedaan is"), [("", self.tr("Alles wat gedaan is"))])
        self.actor = ChoiceBox(self.tr("Wie het deed"), [(None, self.tr("Alle accounts"))])
        self.period = ChoiceBox(
            self.tr("Wanneer"),
            [
                ("", self.tr("Altijd")),
                ("day", self.tr("Vandaag")),
                ("week", self.tr("Laatste 7 dagen")),
                ("month", self.tr("Laatste 30 dagen")),
                ("year", self.tr("Dit jaar")),
                (_OWN, self.tr("Zelf dagen kiezen")),
            ],
        )
        self.since = self._line(self.tr("Vanaf welke dag"), self.tr("Van (dag)"))
        self.until = self._line(self.tr("Tot en met welke dag"), self.tr("Tot en met (dag)"))
        self._waiting = QTimer(self, singleShot=True, interval=_PAUSE)
        self._waiting.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _: self._waiting.start())
        self.search.returnPressed.connect(self._enter)
        for box in (self.action, self.actor):
            box.chosen.connect(lambda _: self.changed.emit())
        self.period.chosen.connect(self._choose_period)
        for line in (self.since, self.until):
            line.editingFinished.connect(self._days)
            line.hide()
        self._days_taken = ("", "")
        self._actions: frozenset[str] = frozenset()
        self._actors: frozenset[str] = frozenset()
        rows = block(self.search, choice_row(self.action, self.actor, self.period, self.since, self.until))
        rows.setParent(self)
        column = rows.layout()
        assert column is not None
        self.setLayout(column)

    def _line(self, name: str, hint: str) -> OwnUndoLine:
        line = OwnUndoLine()
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        line.setClearButtonEnabled(True)
        return line

    def _enter(self) -> None:
        if self._waiting.isActive():
            self._waiting.stop()
            self.changed.emit()
        self.entered.emit()

    def _choose_period(self, chosen: str) -> None:
        for line in (self.since, self.until):
            line.setVisible(chosen == _OWN)
        if chosen == _OWN:
            self.since.setFocus()
        self.changed.emit()

    def _days(self) -> None:
        typed = self.since.text(), self.until.text()
        if typed != self._days_taken:
            self._days_taken = typed
            self.changed.emit()

    def offer(self, actions: frozenset[str], actors: frozenset[str]) -> None:
        """What the log knows, besides what it was known to; by the words on screen."""
        self._actions, self._actors = self._actions | actions, self._actors | actors
        self._show_offered()

    def _show_offered(self) -> None:
        named = sorted(((name, log_words.action(name)) for name in self._actions), key=lambda one: one[1].casefold())
        self.action.offer([("", self.tr("Alles wat gedaan is")), *named])
        self.actor.offer(
            [(None, self.tr("Alle accounts")), *((actor, actor) for actor in sorted(self._actors, key=str.casefold))]
        )

    @property
    def wanted(self) -> Wanted:
        """Raises InputError for a day that does not exist; the field then says so."""
        since, until = self._period()
        words = self.search.text().split()
        numbers = [word for word in words if word.isascii() and word.isdigit() and len(word) <= _MOST_DIGITS]
        others = tuple(word for word in words if word not in numbers[:1])
        return Wanted(
            action=self.action.value or "",
            household=int(numbers[0]) if numbers else None,
            actor=self.actor.value,
            since=since,
            until=until,
            words=others,
            meant=log_words.meant(others),
        )

    def _period(self) -> tuple[date | None, date | None]:
        today, chosen = date.today(), self.period.value
        if chosen == _OWN:
            return self._typed(self.since), self._typed(self.until)
        back = {"day": 0, "week": 6, "month": 29}
        if chosen in back:
            return today - timedelta(back[chosen]), None
        return (date(today.year, 1, 1) if chosen == "year" else None), None

    def _typed(self, line: OwnUndoLine) -> date | None:
        try:
            day = typed_day(line.text(), "day")
        except InputError as error:
            mark(line, error)
            raise
        mark(line, None)
        return day

    def forget(self) -> None:
        self._waiting.stop()
        for line in (self.search, self.since, self.until):
            line.blockSignals(True)
            line.clear()
        self._actions = self._actors = frozenset()
        self._show_offered()
