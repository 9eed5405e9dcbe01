"""What was paid for doorbraken, in all households by their number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.dossier import noted, payments
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.payments import Payment
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.numbers import shown_day, typed_day
from doorbraak.ui.widgets.record_model import ORIGIN, Column
from doorbraak.ui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True)
class _Row:
    payment: Payment
    line: CostLine
    number: int

    @property
    def id(self) -> int:
        return self.payment.id

    @property
    def origin(self) -> str:
        return self.payment.origin


class PaymentsBlock(QWidget):
    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._numbers: dict[int, int] = {}  # the number of the household of each cost line that can be paid
        self._what = ChoiceBox(self.tr("Waarvoor is betaald?"), nothing=self.tr("Kies de kosten van een doorbraak"))
        self._day = DraftLine(session, self.tr("Dag van de betaling"), "add:payment_day")
        self._day.setPlaceholderText(self.tr("Dag (vandaag)"))
        self._amount = DraftLine(session, self.tr("Betaald bedrag"), "add:payment")
        self._amount.setPlaceholderText(self.tr("Betaald bedrag"))
        self._add_button = button(self.tr("Betaling &toevoegen"), self._add)
        for line in (self._day, self._amount):
            line.returnPressed.connect(self._add)
            line.belongs_to(0)
        self._help = quiet()
        self.table = RecordTable(session, "payment", self.tr("Betalingen"), self._columns(), self)
        self.table.removal.connect(
            lambda row: session.attempt(
                self.tr("Betaling weghalen"), payments.remove, row.id, household=row.number, by=self
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(
                heading(self.tr("Wat is er betaald?"), self._what),
                (self._what, self._day, self._amount, self._add_button),
                self._help,
                self.table,
            )
        )

    def _columns(self) -> list[Column]:
        return [
            Column(
                "number",
                self.tr("Nummer"),
                lambda row: str(row.number),
                numeric=True,
                width=80,
                sort=lambda row: row.number,
            ),
            Column("what", self.tr("Kosten van de doorbraak"), lambda row: row.line.words),
            Column(
                "payer",
                self.tr("Betaler"),
                lambda row: names.payer_name(row.line.payer, self._session.catalogue),
                width=230,
            ),
            Column(
                "on_day",
                self.tr("Dag"),
                lambda row: shown_day(row.payment.on_day),
                self._writes(self.tr("Dag van de betaling wijzigen"), payments.set_day, _needed_day),
                width=110,
                sort=lambda row: row.payment.on_day.toordinal(),
            ),
            Column(
                "cents",
                self.tr("Bedrag"),
                lambda row: money.exact(row.payment.cents),
                self._writes(
                    self.tr("Betaald bedrag wijzigen"),
                    payments.set_cents,
                    lambda text: money.parse(text, field="cents"),
                ),
                start=lambda row: money.typed(row.payment.cents),
                numeric=True,
                width=130,
                sort=lambda row: row.payment.cents,
            ),
            Column(
                "words",
                self.tr("Toelichting"),
                lambda row: row.payment.words,
                self._writes(self.tr("Toelichting wijzigen"), payments.reword, str),
            ),
            Column(
                ORIGIN,
                self.tr("Herkomst"),
                lambda row: choice_names.ORIGINS[row.origin] if row.origin else "",
                lambda row, chosen: self._session.run(
                    self.tr("Herkomst wijzigen"), noted.set_origin, "payment", row.id, chosen, household=row.number
                ),
                choices=lambda: list(choice_names.ORIGINS.items()),
                start=lambda row: row.origin,
                width=92,
                hint=self.tr("Van wie dit komt. Een voorbeeld is verzonnen."),
            ),
        ]

    def _writes(
        self, label: str, verb: Callable[..., object], read: Callable[[str], object]
    ) -> Callable[[Any, str], object]:
        def write(row: _Row, typed: str) -> object:
            return self._session.run(label, verb, row.id, read(typed), household=row.number, by=self)

        return write

    def show_dossiers(self, dossiers: Sequence[Dossier]) -> None:
        rows, offered = [], []
        self._numbers = {}
        for dossier in sorted(dossiers, key=lambda one: one.household.number):
            number, lines = dossier.household.number, {line.id: line for line in dossier.costs}
            rows += [_Row(payment, lines[payment.cost_line], number) for payment in dossier.payments]
            for line in dossier.costs:
                if line.intervention is not None:
                    self._numbers[line.id] = number
                    offered.append((line.id, f"{number} · {line.words}"))
        self.table.show_records(rows)
        self._what.offer(offered)
        for control in (self._what, self._day, self._amount, self._add_button):
            control.setVisible(bool(offered))
        self._help.setVisible(not rows)
        self._help.setText(
            self.tr("Nog niets betaald. Kies hierboven waarvoor er betaald is.")
            if offered
            else self.tr("Nog geen kosten van een doorbraak. Zet ze in een huishouden op het blad Rekensom.")
        )

    def _add(self) -> None:
        line = self._what.value
        try:
            if line is None:
                raise InputError(self.tr("Kies eerst waarvoor er betaald is."), "what")
            day = typed_day(self._day.text(), "on_day") or date.today()
            cents = money.parse(self._amount.text(), field="cents")
            added = self._session.run(
                self.tr("Betaling toevoegen"), payments.add, line, day, cents, household=self._numbers[line], by=self
            )
        except UserError as error:
            self._session.problem.emit(error)
            field = error.field if isinstance(error, InputError) else ""
            {"what": self._what, "on_day": self._day}.get(field or "", self._amount).setFocus()
            return
        self._day.added()
        self._amount.added()
        self.table.select(added)
        self._amount.setFocus()


def _needed_day(typed: str) -> date:
    on = typed_day(typed, "on_day")
    if on is None:
        raise InputError("Hier hoort een datum. Schrijf hem zo: 31-12-2026.", "on_day")
    return on
