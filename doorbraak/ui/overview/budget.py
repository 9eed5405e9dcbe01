"""The doorbraakbudget: per year and payer what was put aside, reserved, spent and left; and below it each payment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from doorbraak.model import money
from doorbraak.model.dossier import budgets, household
from doorbraak.model.dossier.dossier import read_only
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.insight import names
from doorbraak.model.insight.budget_left import BudgetLeft, budget_left
from doorbraak.model.workspace.store import Changes
from doorbraak.ui.overview.budget_payments import PaymentsBlock
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.numbers import typed_year
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

_PARTS = frozenset({"household", "interventions", "costs", "payments"})
_TABLES = frozenset({"household", "intervention", "status_change", "cost_line", "payment", "budget"})
_USUAL = "gemeente"


@dataclass(frozen=True, slots=True)
class _Row:
    left: BudgetLeft
    words: str

    @property
    def id(self) -> str:
        return f"{self.left.year}-{self.left.payer}"


class BudgetPage(OverviewPage):
    """Reads of each household no more than it adds up: three hundred take a tenth of a second."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Doorbraakbudget"))
        self._session = session
        self._year = DraftLine(session, self.tr("Jaar van het budget"), "add:budget_year")
        self._year.setPlaceholderText(self.tr("Jaar, nu %d") % date.today().year)
        public = [(one.id, one.name) for one in session.catalogue.payers.values() if one.public]
        self._payer = ChoiceBox(self.tr("Wie betaalt het budget?"), public)
        self._payer.choose(_USUAL)
        self._amount = DraftLine(session, self.tr("Bedrag van het budget"), "add:budget")
        self._amount.setPlaceholderText(self.tr("Bedrag in euro’s"))
        self._add_button = button(self.tr("Budget &vastleggen"), self._add)
        for line in (self._year, self._amount):
            line.returnPressed.connect(self._add)
            line.belongs_to(0)
        self._table = RecordTable(session, "budget", self.tr("Budget per jaar en betaler"), self._columns(), self)
        self._table.removal.connect(self._remove)
        self._help = quiet()
        self._payments = PaymentsBlock(session, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(
            block(
                heading(self.tr("Wat is er nog voor doorbraken?"), self._table),
                (self._payer, self._year, self._amount, self._add_button),
                self._help,
                self._table,
            ),
            2,
        )
        column.addWidget(self._payments, 3)
        session.changed.connect(self._changed)

    def _columns(self) -> list[Column]:
        def euros(key: str, title: str, hint: str) -> Column:
            return Column(
                key,
                title,
                lambda row: money.exact(getattr(row.left, key)),
                numeric=True,
                width=130,
                sort=lambda row: getattr(row.left, key),
                hint=hint,
            )

        return [
            Column(
                "year",
                self.tr("Jaar"),
                lambda row: str(row.left.year),
                numeric=True,
                width=70,
                sort=lambda row: row.left.year,
            ),
            Column(
                "payer",
                self.tr("Betaler"),
                lambda row: names.payer_name(row.left.payer, self._session.catalogue),
                width=230,
            ),
            Column(
                "cents",
                self.tr("Budget"),
                lambda row: money.exact(row.left.budget.cents) if row.left.budget else "",
                self._write_cents,
                start=lambda row: money.typed(row.left.budget.cents) if row.left.budget else "",
                numeric=True,
                width=130,
                sort=lambda row: row.left.budget.cents if row.left.budget else -1,
                hint=self.tr("Wat deze betaler voor doorbraken klaarzet. Leeg haalt het weg."),
            ),
            euros("reserved", self.tr("Gereserveerd"), self.tr("Kosten van doorbraken die nog niet betaald zijn")),
            euros("spent", self.tr("Besteed"), self.tr("Betalingen in dit jaar")),
            Column(
                "left",
                self.tr("Nog over"),
                lambda row: money.exact(row.left.left) if row.left.budget else self.tr("geen budget"),
                numeric=True,
                width=130,
                sort=lambda row: row.left.left,
            ),
            Column(
                "words",
                self.tr("Waar besloten"),
                lambda row: row.words,
                self._write_words,
                hint=self.tr("Waar over dit budget is besloten"),
            ),
        ]

    # -- reading ----------------------------------------------------------------------------------------

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.tables & _TABLES:
            self.refresh()

    def refresh(self) -> None:
        """Examples stand in only where there is no real household, as in every count."""
        store = self._session.store
        homes = household.all_of(store)
        counted = [home for home in homes if not home.example] or homes
        dossiers = [read_only(store, home.id, _PARTS) for home in counted]
        found = budget_left(budgets.all_of(store), dossiers)
        self._table.show_records([_Row(one, one.budget.words if one.budget else "") for one in found])
        said = self._said(found)
        if left_out := len(homes) - len(counted):
            said += " " + self.tr("Voorbeelden tellen niet mee: %d.") % left_out
        elif any(home.example for home in counted):
            said = self.tr("VOORBEELD: deze huishoudens zijn verzonnen of gepubliceerd.") + " " + said
        self._help.setText(said)
        self._payments.show_dossiers(dossiers)

    def _said(self, found: Iterable[BudgetLeft]) -> str:
        listed = list(found)
        if not listed:
            return self.tr("Nog geen budget en geen kosten van doorbraken. Leg hierboven een budget vast.")
        over = [one for one in listed if one.budget is not None and one.left < 0]
        if not over:
            return self.tr("Gereserveerd: de kosten van doorbraken die nog niet betaald zijn.")
        said = self.tr("In %d is bij %s %s meer gereserveerd en besteed dan er is.")
        return " ".join(
            said % (one.year, names.payer_name(one.payer, self._session.catalogue), money.exact(-one.left))
            for one in over
        )

    def take_focus(self) -> None:
        if self._table.record() is None:
            self._table.select_first()
        (self._table if self._table.shown else self._amount).setFocus()

    # -- writing ----------------------------------------------------------------------------------------

    def _add(self) -> None:
        typed = self._year.text()
        try:
            year = typed_year(typed, "year") or date.today().year
            if not self._amount.text().strip():
                raise InputError(self.tr("Vul in hoeveel er voor dat jaar is."), "cents")
            cents = money.parse(self._amount.text(), field="cents")
            self._write(year, self._payer.value or _USUAL, cents)
        except UserError as error:
            self._session.problem.emit(error)
            wrong = self._year if isinstance(error, InputError) and error.field == "year" else self._amount
            wrong.setFocus()
            return
        self._year.added()
        self._amount.added()
        self._amount.setFocus()

    def _write(self, year: int, payer: str, cents: int, words: str | None = None) -> None:
        """What was said of it stays, unless something else is said. Raises UserError."""
        known = next(
            (one for one in budgets.all_of(self._session.store) if (one.year, one.payer) == (year, payer)), None
        )
        said = words if words is not None else known.words if known else ""
        self._session.run(self.tr("Budget vastleggen"), budgets.write, year, payer, cents, words=said, by=self)

    def _write_cents(self, row: _Row, typed: str) -> None:
        if not typed.strip():
            self._remove(row)
            return
        self._write(row.left.year, row.left.payer, money.parse(typed, field="cents"))

    def _write_words(self, row: _Row, typed: str) -> None:
        if row.left.budget is None:
            raise InputError(self.tr("Vul eerst het budget in."), "words")
        self._write(row.left.year, row.left.payer, row.left.budget.cents, typed)

    def _remove(self, row: _Row) -> None:
        if row.left.budget is not None:
            self._session.attempt(self.tr("Budget weghalen"), budgets.remove, row.left.budget.id, by=self)
