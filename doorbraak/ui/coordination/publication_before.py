"""Before a publication is made: who has sent for this period, who has not, and what can't be changed afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from doorbraak.model.exchange import publication_checks, senders
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.senders import Line, State
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import card, heading, quiet
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.sides import Sides

_ORDER: tuple[State, ...] = ("not yet", "held", "waits", "received")


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    name: str
    state: State


class Before(QWidget):
    """`counted`: of how many senders something will be in it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._rows: tuple[_Row, ...] = ()
        self._why, self._who, self._alone = "", "", False
        self.counted = 0
        self._figures: dict[str, tuple[QFrame, QLabel, QLabel]] = {
            "received": card(self.tr("Ontvangen")),
            "not yet": card(self.tr("Nog niet ontvangen")),
            "held": card(self.tr("Wacht op bevestiging")),
            "waits": card(self.tr("Klein, nog verzegeld")),
        }
        cards = Sides(self, *((frame, 250) for frame, _, _ in self._figures.values()))
        cards.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._cards, self._help = cards, quiet()
        self.table = RecordTable(session, "senders_sent", self.tr("Wie heeft gestuurd"), self._columns(), self)
        self.table.least = 3
        self._title = heading(self.tr("Wie heeft gestuurd, en wie nog niet?"), self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(cards)
        column.addWidget(self._help)
        column.addWidget(self._title)
        column.addWidget(self.table, 1)
        column.addStretch()
        self._column = column

    def _columns(self) -> list[Column]:
        return [
            Column("number", self.tr("Nr"), lambda row: str(row.id), numeric=True, width=44, sort=lambda row: row.id),
            Column("name", self.tr("Naam"), lambda row: row.name),
            Column(
                "state",
                self.tr("Deze periode"),
                lambda row: senders.STATES[row.state],
                width=300,
                sort=lambda row: _ORDER.index(row.state),
                missing=lambda row: row.state in ("not yet", "held"),
            ),
        ]

    def show_period(self, period: Period, lines: Sequence[Line], today: date, *, final: bool) -> None:
        """`final`: it was published, by another version of the program."""
        self._why = "" if final else publication_checks.why_not(period, lines, today)
        self._alone, self._who = publication_checks.of_one_sender(lines), publication_checks.who_is_in(lines)
        found = [
            _Row(line.sender.number, line.sender.label or self.tr("nog zonder naam"), line.asked[0][1])
            for line in lines
            if line.sender.withdrawn_on is None
        ]
        self._rows = tuple(sorted(found, key=lambda row: (_ORDER.index(row.state), row.id)))
        states = {state: sum(row.state == state for row in self._rows) for state in _ORDER}
        self.counted = 0 if final or self._why else states["received"]
        everybody = len(self._rows)
        self._figure("received", self.tr("%d van %d") % (states["received"], everybody), self.tr("tellen mee"))
        self._figure("not yet", str(states["not yet"]), self.tr("wie later stuurt, telt niet meer mee"))
        self._figure("held", str(states["held"]), self.tr("eerst bellen en bevestigen bij Afzenders"))
        self._figure("waits", str(states["waits"]), self.tr("tellen mee zodra er samen genoeg zijn"))
        self._help.setText(self._said())
        self.table.show_records(self._rows)
        for widget in (self._cards, self._title, self.table):
            widget.setVisible(everybody > 0)
        self._column.setStretch(self._column.count() - 1, 0 if everybody else 1)

    def _figure(self, key: str, figure: str, line: str) -> None:
        _, shown, under = self._figures[key]
        shown.setText(figure)
        shown.setAccessibleDescription(line)
        under.setText(line)

    def _said(self) -> str:
        if not self._rows:
            return self.tr("Nog geen afzenders. Begin op het blad Afzenders.")
        if self._why:
            return self._why
        return f"{self._who} " + self.tr(
            "Het programma verbergt wat te veel over één huishouden kan zeggen, rondt de rest af en kijkt daarna alles "
            "na. Wat gepubliceerd is, blijft zo: verbeteringen komen in de volgende periode."
        )

    def question(self) -> str:
        """What somebody says yes to."""
        said = f"{self._who}\n\n" if self._who else ""
        if self._alone:
            said += f"{publication_checks.ALONE}\n\n"
        return said + self.tr(
            "Een publicatie is definitief. Je kunt haar later niet veranderen, niet overdoen en niet intrekken."
        )

    def forget(self) -> None:
        self._rows, self._who = (), ""
        self.table.show_records(())
        self._help.clear()
