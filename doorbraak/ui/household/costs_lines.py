"""The cost lines of a household: what it costs, how much of it, by which law, paid by whom, in which scenario."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.catalogue import Hit, Price
from doorbraak.model.dossier import costs
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError
from doorbraak.model.insight import stopping_costs
from doorbraak.model.insight.savings import LineSum, Saving
from doorbraak.ui.household import costs_columns, costs_details, costs_said
from doorbraak.ui.household.costs_doubles import DoublesNotice
from doorbraak.ui.household.costs_proposals import ProposalsBlock
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet, stacked
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.type_ahead import TypeAhead


class LinesBlock(QWidget):
    """The cost lines of the household that `page` shows."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        self._saving: Saving | None = None
        self._sums: dict[int, LineSum] = {}
        session = page.session
        self._price = TypeAhead(
            session, self.tr("Kosten toevoegen: typ drie letters"), "add:cost", ("price",), describe=self._price_line
        )
        self._price.picked.connect(self._add_price)
        self._price.own_words.connect(self._add_own)
        self._proposals = ProposalsBlock(page)
        self._doubles = DoublesNotice(page)
        self._lines = RecordTable(session, "cost_line", self.tr("Kostenposten"), self._columns(), self)
        self._lines.least = 2
        self._lines.removal.connect(page.removes(self.tr("Kosten weghalen"), costs.remove))
        self._lines.current.connect(lambda _: self._say())
        self._no_lines = quiet(self.tr("Nog geen kosten. Typ wat het is, bijvoorbeeld “ggz” of “uitkering”."))
        self._said, self._stopping = quiet(), quiet()
        self._said.setAccessibleName(self.tr("Wat deze post is"))
        belongs = button(self.tr("&Meer over deze kosten…"), self._details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(block(heading(self.tr("Wat kost het?"), self._price), (self._price, belongs)))
        column.addWidget(self._proposals)
        column.addWidget(self._doubles)
        column.addWidget(self._no_lines)
        column.addWidget(stacked(self, (self._proposals.body, 300), (self._lines, 200)), 1)
        column.addWidget(self._stopping)
        column.addWidget(self._said)

    def _columns(self) -> list[Column]:
        """Figures and short words no wider than they are; what the money is for takes what is left."""
        page = self._page
        return [
            costs_columns.words(page),
            costs_columns.price(page),
            costs_columns.quantity(page),
            costs_columns.recurrence(page),
            costs_columns.law(page),
            costs_columns.payer(page),
            costs_columns.winner(page),
            costs_columns.chance(page, 0),
            costs_columns.chance(page, 1),
            costs_columns.chance(page, 2),
            Column(
                "kind", self.tr("Telt als"), self._counts_as, fits=True,
                missing=lambda line: self._counts_as(line) == costs_said.CHOOSE_PAYER,
                hint=self.tr("Direct, voorkomen, of buiten de besparing"),
            ),
            costs_columns.source(page, self._weak, 96),
            columns.origin(page, "cost_line", width=76),
        ]  # fmt: skip

    def _counts_as(self, line: CostLine) -> str:
        row = self._sums.get(line.id)
        return costs_said.counts_as(line, row.standing) if row else ""

    def _weak(self, line: CostLine) -> list[str]:
        row = self._sums.get(line.id)
        return costs_said.weak(row, self._saving) if row and self._saving else []

    def show_dossier(self, dossier: Dossier) -> None:
        saving = self._page.session.saving(self._page.household)
        other_level = self._saving is not None and self._saving.level.year != saving.level.year
        self._dossier, self._saving = dossier, saving
        self._sums = {row.line.id: row for row in saving.lines}
        self._lines.show_records(dossier.costs)
        if other_level:
            self._lines.show_again()  # what is weak follows from the year of the prices
        self._no_lines.setVisible(not dossier.costs)
        found = stopping_costs.stop_and_go_on(dossier, date.today())
        self._stopping.setText(stopping_costs.sentence(found, self._page.session.catalogue))
        self._stopping.setVisible(bool(found))
        self._proposals.show_dossier(dossier)
        self._doubles.show_dossier(dossier, saving)
        self._say()

    def _say(self) -> None:
        """What the chosen line is a year, and saves."""
        line: CostLine | None = self._lines.record()
        row = self._sums.get(line.id) if line is not None else None
        said = ""
        if row is not None and self._saving is not None:
            weak = costs_said.weak(row, self._saving)
            said = costs_said.sentence(row)
            said += self.tr(" Let op: %s.") % ", ".join(weak) if weak else ""
        elif self._dossier is not None and self._dossier.costs:
            said = self.tr("Kies een regel: dan staat hier wat die per jaar is en bespaart.")
        self._said.setText(said)
        self._said.setVisible(bool(said))

    def _price_line(self, hit: Hit) -> str:
        price = self._page.session.catalogue.prices[hit.id]
        return f"{price.name} · {money.exact(price.price_cents)} {price.unit}"

    def _add_price(self, hit: Hit) -> None:
        price = self._page.session.catalogue.prices[hit.id]
        if price.use == "total":
            sentence = self.tr("Deze prijs is een totaal, alleen om mee te vergelijken. Kies de delen apart.")
            self._page.session.problem.emit(InputError(sentence, "price"))
            return
        label = self.tr("Kosten toevoegen")
        self._after_adding(self._page.attempt(label, costs.add, self._page.household, **_values(price)))

    def _add_own(self, words: str) -> None:
        label = self.tr("Kosten toevoegen")
        self._after_adding(self._page.attempt(label, costs.add, self._page.household, words=words, price_cents=0))

    def _after_adding(self, added: bool) -> None:
        if added:
            self._price.added()
            self._lines.select(self._page.session.dossier(self._page.household).costs[-1].id)
        self._price.setFocus()

    def _details(self) -> None:
        line: CostLine | None = self._lines.record()
        if line is None or self._dossier is None:
            self._page.session.problem.emit(InputError(self.tr("Kies eerst een regel in de tabel."), "line"))
            return

        def save(edited: CostLine) -> None:
            self._page.run(self.tr("Kosten aanvullen"), costs_details.write, line, edited)

        dialog = costs_details.CostDetails(self._page, line, self._dossier, save, self)
        dialog.exec()
        dialog.deleteLater()


# How often a unit comes in a year; of hours, days and visits nobody knows: one, for the user to fill in.
_A_YEAR = {"per maand": 12, "per kwartaal": 4}


def _values(price: Price) -> dict[str, Any]:
    """What `costs.add` takes for a price of the list."""
    return {
        "words": price.name,
        "price": price.id,
        "price_cents": price.price_cents,
        "price_year": price.price_year,
        "unit": price.unit,
        "quantity_e4": _A_YEAR.get(price.unit, 1) * 10_000,
        "recurrence": "once" if price.unit in ("per keer", "per traject") else "yearly",
        "law": price.law,
        "payer": price.payers[0] if price.payers else "",
        "transfer": price.transfer,
    }
