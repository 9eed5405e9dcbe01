"""Each cost line at one moment: B when it is as the plan says, V when it changed, O when nobody knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemDelegate, QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.dossier import confirmations
from doorbraak.model.dossier.confirmations import AFTER, After, Confirmation, State
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import Moment
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names
from doorbraak.model.insight.months import add_months
from doorbraak.model.insight.realised import SPANS, judged_at
from doorbraak.model.insight.savings import LineSum, Saving
from doorbraak.model.workspace.store import Store
from doorbraak.ui.household.follow_up_answers import AnswerKeys, go_on, origin_column, said_of
from doorbraak.ui.widgets.blocks import block, button, heading, quiet, stays
from doorbraak.ui.widgets.choice_box import choice_row
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from doorbraak.ui.page import Page

_KEYS: dict[str, State] = {"b": "confirmed", "v": "changed", "o": "unknown"}
_ACTUAL, _REASON = 3, 4  # columns
_FIRST = "Zeg eerst of het klopt: druk B, V of O."


@dataclass(frozen=True, slots=True)
class Line:
    """A cost line, with what was said of it at the chosen moment; `over`: a year has passed since the start.

    `elsewhere`: when it counts, for one that comes once and outside of the months of this moment.
    """

    row: LineSum
    after: After
    said: Confirmation | None
    over: bool
    elsewhere: str = ""

    @property
    def id(self) -> str:
        """Of this line at this moment: what was typed and refused belongs there."""
        return f"{self.row.line.id}-{self.after}"

    @property
    def origin(self) -> str:
        return self.said.origin if self.said else ""


class _Table(RecordTable):
    """An amount that was typed goes on to the next row."""

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        at_amount = self.currentIndex().column() == _ACTUAL
        super().closeEditor(editor, hint)
        line = self.record()
        if at_amount and hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and line is not None:
            refused = self._records.face(self._records.records.index(line), _ACTUAL)[2]
            if not refused and line.said is not None and line.said.state == "changed":
                go_on(self)

    def ask_amount(self) -> None:
        index = self.model().index(self.currentIndex().row(), _ACTUAL)
        self.setCurrentIndex(index)
        self.edit(index)


class LinesBlock(QWidget):
    """The cost lines of the household that `page` shows."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._lines: list[Line] = []
        self.table = _Table(page.session, "confirmation", self.tr("Klopt elke kostenpost nog?"), self._columns(), self)
        self._keys = AnswerKeys(self.table, _KEYS, _REASON)
        self._keys.said.connect(self._say)
        self.table.removal.connect(self._take_back)
        self.table.opened.connect(lambda _: self.table.ask_amount())
        self.table.current.connect(lambda _: self._offer())
        self.table.current.connect(lambda _: self._say_elsewhere())
        self.table.least, self.table.lines = 4, 2
        stays(self.table)
        self._help, self._aside = quiet(), quiet()
        self._buttons = {
            "confirmed": button(self.tr("Bevesti&gd (B)"), lambda: self._say_current("confirmed")),
            "changed": button(self.tr("Vera&nderd (V)"), lambda: self._say_current("changed")),
            "unknown": button(self.tr("&Onbekend (O)"), lambda: self._say_current("unknown")),
        }
        self._rest = button(self.tr("&Alles bevestigen"), self._confirm_rest)
        self._row = choice_row(*self._buttons.values(), self._rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(
                heading(self.tr("Klopt elke kostenpost nog?"), self.table),
                self._help,
                self._row,
                self.table,
                self._aside,
            )
        )

    def _columns(self) -> list[Column]:
        return [
            Column("words", self.tr("Kosten"), lambda line: line.row.line.words, wraps=True),
            Column(
                "plan",
                self.tr("Met plan"),
                lambda line: money.whole(line.row.years[0].plan),
                numeric=True,
                width=72,
                sort=lambda line: line.row.years[0].plan,
                hint=self.tr("Wat deze post in het eerste jaar met het plan kost, naar kans"),
            ),
            Column("state", self.tr("Klopt het?"), self._stands, width=76, wraps=True, tip=self._stands_because),
            Column(
                "actual",
                self.tr("Kost nu"),
                self._costs_now,
                self._write_actual,
                start=lambda line: money.typed(line.said.actual_cents) if _changed(line) else "",
                numeric=True,
                width=90,
                wraps=True,
                sort=lambda line: line.said.actual_cents if _changed(line) else -1,
                hint=self.tr("Wat het nu echt kost: per jaar, of in totaal bij eenmalig. Nul mag ook."),
            ),
            Column(
                "reason",
                self.tr("Waarom"),
                lambda line: line.said.reason if line.said else "",
                self._write_reason,
                width=66,
                wraps=True,
                hint=self.tr("Waarom het veranderde"),
            ),
            origin_column(self._page, "confirmation", _FIRST),
        ]

    def _costs_now(self, line: Line) -> str:
        """With how often that is."""
        often = self.tr("eenmalig") if line.row.line.recurrence == "once" else self.tr("per jaar")
        return f"{money.exact(line.said.actual_cents)} {often}" if _changed(line) else often

    def _stands_because(self, line: Line) -> str:
        return line.elsewhere or self._stands(line)

    def _stands(self, line: Line) -> str:
        if line.said is not None and not (line.over and line.said.state == "unknown"):
            return choice_names.CONFIRMATIONS[line.said.state]
        if line.elsewhere and not line.over:
            return self.tr("Telt hier niet mee")
        return self.tr("Niet bevestigd") if line.over else self.tr("Verwacht")

    # -- showing ----------------------------------------------------------------------------------------

    def show_dossier(self, dossier: Dossier, saving: Saving, moment: Moment, today: date) -> None:
        """At the start there is nothing to confirm yet."""
        after = next((one for one in AFTER if one == moment), None)
        lines = [row for row in saving.lines if row.counts]
        self._lines = []
        if after is not None:
            over = today >= add_months(saving.start, 12)
            said = {one.cost_line: one for one in dossier.confirmations if one.after == after}
            self._lines = [Line(row, after, said.get(row.line.id), over, _elsewhere(row, after)) for row in lines]
        self.table.show_records(self._lines)
        for shown in (self.table, self._row):
            shown.setVisible(bool(self._lines))
        if self.table.record() is None and (first := self._next_unsaid()) is not None:
            self.table.select(first.id)
        self._offer()
        self._say_elsewhere()
        self._help.setText(self._helped(after, bool(lines)))

    def _helped(self, after: After | None, lines: bool) -> str:
        if not lines:
            return self.tr("Nog geen kosten. Zet ze eerst op het blad Rekensom.")
        if after is None:
            return self.tr("Nog niets te bevestigen: dat begint na 3 maanden. Nu tellen alleen de zes vragen.")
        left = sum(line.said is None for line in self._lines)
        if not left and len(self._lines) == 1:
            return self.tr("Over de ene kostenpost is iets gezegd. Delete neemt het terug.")
        if not left:
            return self.tr("Over alle %d kostenposten is iets gezegd. Delete neemt het terug.") % len(self._lines)
        return self.tr("Nog %d van %d. Druk B, V of O; Delete neemt het terug.") % (left, len(self._lines))

    def take_focus(self) -> None:
        """At the first line of which nothing was said."""
        first = self._next_unsaid()
        if first is not None:
            self.table.select(first.id)
        elif self.table.record() is None:
            self.table.select_first()
        (self.table if self._lines else self).setFocus()

    def _say_elsewhere(self) -> None:
        line = self.table.record()
        self._aside.setText(line.elsewhere if line is not None else "")
        self._aside.setVisible(bool(self._aside.text()))

    def _next_unsaid(self) -> Line | None:
        return next((line for line in self._lines if line.said is None), None)

    def _offer(self) -> None:
        for one in self._buttons.values():
            one.setEnabled(self.table.record() is not None)
        self._rest.setEnabled(any(line.said is None for line in self._lines))

    # -- writing ----------------------------------------------------------------------------------------

    def _say_current(self, state: State) -> None:
        line = self.table.record()
        if line is not None:
            self.table.setFocus()
            self._say(line, state)

    def _say(self, line: Line, state: State) -> None:
        if state == "changed" and line.elsewhere:
            self._page.session.problem.emit(InputError(line.elsewhere, "actual_cents"))
        elif state == "changed":
            self.table.ask_amount()
        elif self._page.attempt(self.tr("Nameting van een kostenpost"), _write, line, state):
            go_on(self.table)

    def _write_actual(self, line: Line, typed: str) -> None:
        """Raises InputError."""
        if line.elsewhere:
            raise InputError(line.elsewhere, "actual_cents")
        cents = money.parse(typed, field="actual_cents")
        self._page.run(self.tr("Nameting van een kostenpost"), _write, line, "changed", cents)

    def _write_reason(self, line: Line, typed: str) -> None:
        said = said_of(line, _FIRST, "reason")
        self._page.run(self.tr("Reden wijzigen"), _write, line, said.state, said.actual_cents, typed, said.on_day)

    def _take_back(self, line: Line) -> None:
        if line.said is not None:
            self._page.attempt(self.tr("Nameting terugnemen"), confirmations.remove, line.said.id)

    def _confirm_rest(self) -> None:
        rest = [line for line in self._lines if line.said is None]
        self._page.attempt(self.tr("Alles bevestigen"), _confirm_all, rest)
        self.table.setFocus()


def _elsewhere(row: LineSum, after: After) -> str:
    """For what comes once and not in these months: an amount would change nothing here, so it says where it does."""
    counts = judged_at(row)
    if row.line.recurrence != "once" or after in counts:
        return ""
    if not counts:
        return "Deze eenmalige kosten vallen niet in het eerste jaar: ze tellen in de nameting niet mee."
    skip, until = next((skip, until) for one, skip, until in SPANS if one == after)
    later = AFTER.index(counts[0]) > AFTER.index(after)
    side, day = ("na", until) if later else ("voor", skip)
    moment = choice_names.MOMENTS[counts[0]].lower()
    return (
        f"Deze eenmalige kosten vallen {side} {shown_day(add_months(row.start, day))}: "
        f"ze tellen mee bij de nameting {moment}."
    )


def _changed(line: Line) -> bool:
    return line.said is not None and line.said.actual_cents is not None


def _write(
    store: Store, line: Line, state: State, cents: int | None = None, reason: str | None = None, on: date | None = None
) -> None:
    """What was said before of why stays, unless something else is said."""
    kept = line.said.reason if line.said else ""
    said = reason if reason is not None else kept
    confirmations.write(store, line.row.line.id, line.after, state, actual_cents=cents, on_day=on, reason=said)


def _confirm_all(store: Store, lines: Sequence[Line]) -> None:
    for line in lines:
        _write(store, line, "confirmed")
