"""The rekensom: what carrying on costs, what threatens, what the plan costs, and the saving between them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.catalogue import Hit
from doorbraak.model.dossier import costs
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError
from doorbraak.model.insight import names
from doorbraak.ui.household import costs_details
from doorbraak.ui.household.costs_events import EventsBlock
from doorbraak.ui.household.costs_result import ResultBlock
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import choices, columns
from doorbraak.ui.widgets.blocks import block, button, heading, padded, quiet, side_by_side, tabs
from doorbraak.ui.widgets.numbers import typed_number, typed_percent
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.type_ahead import TypeAhead


class CostsPage(Page):
    tables = frozenset({"household", "cost_line", "threatening_event", "intervention", "agency"})

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._dossier: Dossier | None = None
        self._result = ResultBlock(session)
        self._events = EventsBlock(self)
        self._price = TypeAhead(
            session, self.tr("Kosten toevoegen: typ drie letters"), "add:cost", ("price",), describe=self._price_line
        )
        self._price.picked.connect(self._add_price)
        self._price.own_words.connect(self._add_own)
        self._lines = RecordTable(session, "cost_line", self.tr("Kostenposten"), self._columns(), self)
        self._lines.removal.connect(self.removes(self.tr("Kosten weghalen"), costs.remove))
        self._no_lines = quiet(self.tr("Nog geen kosten. Typ wat het is, bijvoorbeeld “ggz” of “uitkering”."))
        self._lay_out()

    def _lay_out(self) -> None:
        belongs = button(self.tr("&Meer over deze kosten…"), self._details)
        lines = block(
            heading(self.tr("Wat kost het?"), self._price),
            (self._price, belongs),
            self._no_lines,
            self._lines,
        )
        entered = tabs(self.tr("Kosten en dreigingen"))
        entered.addTab(padded(lines), self.tr("K&osten"))
        entered.addTab(padded(self._events), self.tr("Wat d&reigt"))
        split = side_by_side(self, (entered, 852), (self._result.tables, 300))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._result)
        column.addWidget(split, 1)

    def _columns(self) -> list[Column]:
        catalogue = self.session.catalogue
        return [
            Column(
                "words",
                self.tr("Waarvoor"),
                lambda c: c.words,
                self.writes(self.tr("Kosten anders noemen"), costs.reword),
            ),
            Column(
                "price_cents",
                self.tr("Prijs (€)"),
                lambda c: money.typed(c.price_cents),
                self._set_price,
                numeric=True,
                width=80,
                sort=lambda c: c.price_cents,
                hint=self.tr("Een eigen prijs vervangt die uit de prijslijst"),
            ),
            Column(
                "quantity_e4",
                self.tr("Aantal"),
                lambda c: f"{names.quantity(c.quantity_e4)} {_unit(c)}".strip(),
                self.writes(self.tr("Aantal wijzigen"), costs.set_quantity, _quantity),
                start=lambda c: names.quantity(c.quantity_e4),
                numeric=True,
                width=70,
                sort=lambda c: c.quantity_e4,
                hint=self.tr("Aantal per jaar, of in totaal bij eenmalig"),
            ),
            Column(
                "recurrence",
                self.tr("Hoe vaak"),
                lambda c: self.tr("per jaar") if c.recurrence == "yearly" else self.tr("eenmalig"),
                self.writes(self.tr("Hoe vaak wijzigen"), costs.set_recurrence),
                choices=lambda: [("yearly", self.tr("per jaar")), ("once", self.tr("eenmalig"))],
                start=lambda c: c.recurrence,
                width=70,
            ),
            choices.law_column(catalogue, self.writes(self.tr("Wet wijzigen"), costs.set_law), 78),
            choices.payer_column(catalogue, self.writes(self.tr("Betaler wijzigen"), costs.set_payer), 86),
            self._chance("chance_current", self.tr("Nu"), 0),
            self._chance("chance_threatening", self.tr("Dreigt"), 1),
            self._chance("chance_plan", self.tr("Plan"), 2),
            Column(
                "source",
                self.tr("Bron"),
                self._grade,
                self.writes(self.tr("Bron wijzigen"), costs.set_source),
                start=lambda c: c.source,
                width=58,
                tip=self._source,
            ),
            columns.origin(self, "cost_line", width=84),
        ]

    def _chance(self, key: str, title: str, at: int) -> Column:
        def part(line: CostLine) -> int:
            return (line.chances.current, line.chances.threatening, line.chances.plan)[at]

        def write(line: CostLine, text: str) -> None:
            parts = [line.chances.current, line.chances.threatening, line.chances.plan]
            parts[at] = typed_percent(text, key)
            self.run(self.tr("Kans wijzigen"), costs.set_chances, line.id, costs.Chances(*parts))

        hint = self.tr("Kans op deze kosten, in procenten")
        return Column(
            key, title, lambda c: f"{part(c)}%", write, start=lambda c: str(part(c)), numeric=True, width=52,
            sort=part, hint=hint,
        )  # fmt: skip

    def _grade(self, line: CostLine) -> str:
        """Quality and year of the list's price; what is known of an own one."""
        price = self.session.catalogue.prices.get(line.price)
        if price is None:
            return self.tr("eigen") if line.source else self.tr("geen")
        return f"{price.quality}, {price.price_year}"

    def _source(self, line: CostLine) -> str:
        price = self.session.catalogue.prices.get(line.price)
        if price is None:
            return line.source or self.tr("Nog geen bron: schrijf waar deze prijs vandaan komt.")
        return f"{price.source_title}. {price.note}".strip()

    def refresh(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._lines.show_records(dossier.costs)
        self._no_lines.setVisible(not dossier.costs)
        self._events.show_dossier(dossier)
        self._result.show_saving(self.session.saving(self.household), dossier)

    def _price_line(self, hit: Hit) -> str:
        price = self.session.catalogue.prices[hit.id]
        return f"{price.name} · {money.exact(price.price_cents)} {price.unit}"

    def _add_price(self, hit: Hit) -> None:
        price = self.session.catalogue.prices[hit.id]
        if price.use == "total":
            sentence = self.tr("Deze prijs is een totaal, alleen om mee te vergelijken. Kies de delen apart.")
            self.session.problem.emit(InputError(sentence, "price"))
            return
        label = self.tr("Kosten toevoegen")
        added = self.attempt(
            label,
            costs.add,
            self.household,
            words=price.name,
            price=price.id,
            price_cents=price.price_cents,
            price_year=price.price_year,
            unit=price.unit,
            quantity_e4=_A_YEAR.get(price.unit, 1) * 10_000,
            recurrence="once" if price.unit in ("per keer", "per traject") else "yearly",
            law=price.law,
            payer=price.payers[0] if price.payers else "",
            transfer=price.transfer,
        )
        self._after_adding(added)

    def _add_own(self, words: str) -> None:
        label = self.tr("Kosten toevoegen")
        self._after_adding(self.attempt(label, costs.add, self.household, words=words, price_cents=0))

    def _after_adding(self, added: bool) -> None:
        if added:
            self._price.added()
            self._lines.select(self.session.dossier(self.household).costs[-1].id)
        self._price.setFocus()

    def _details(self) -> None:
        line: CostLine | None = self._lines.record()
        if line is None or self._dossier is None:
            self.session.problem.emit(InputError(self.tr("Kies eerst een regel in de tabel."), "line"))
            return

        def save(details: costs_details.Details) -> None:
            self.run(self.tr("Kosten aanvullen"), costs_details.write, line.id, details)

        dialog = costs_details.CostDetails(line, self._dossier, self.session.catalogue, save, self)
        dialog.exec()
        dialog.deleteLater()

    def _set_price(self, line: CostLine, text: str) -> None:
        cents = money.parse(text, field="price_cents")
        self.run(self.tr("Prijs wijzigen"), costs.set_price, line.id, cents, source=line.source)


# How often a unit comes in a year; of hours, days and visits nobody knows: one, for the user to fill in.
_A_YEAR = {"per maand": 12, "per kwartaal": 4}


def _unit(line: CostLine) -> str:
    """ "maand" of "per maand"; nothing beside a price per year or per time."""
    return "" if line.unit in ("per jaar", "per keer") else line.unit.removeprefix("per ")


def _quantity(text: str) -> int:
    if not text.strip():
        raise InputError("Vul een aantal in. Nul mag ook.", "quantity")
    return typed_number(text, 4, "quantity")
