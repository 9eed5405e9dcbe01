"""The figures of all households in tables: per law, payer, winner and effect, over time, and what worked."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import wording
from doorbraak.model.documents.chart_list import Counted
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.caseload import Caseload, Tried
from doorbraak.model.insight.realised import Parts
from doorbraak.model.insight.savings import Amounts, Row
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, padded, quiet, tabs
from doorbraak.ui.widgets.charts import Charts
from doorbraak.ui.widgets.figure_table import Cell, FigureTable, Heading

_FOLLOWED = (
    Heading("Beloofd", hint="Wat de plannen in hun eerste jaar zouden besparen"),
    Heading("Gerealiseerd", hint="Bevestigd bij een nameting, of met de echte kosten"),
    Heading("Nog verwacht", hint="Nog niet nagemeten, en het jaar is nog niet om"),
    Heading("Niet bevestigd", hint="Het jaar is om en niemand heeft het bevestigd"),
    Heading("Anders", hint="Wat de antwoorden meer of minder maakten dan beloofd"),
)
_AMOUNTS = (
    Heading("Zoals het nu gaat", width=140),
    Heading("Als er niets verandert", width=160),
    Heading("Met de plannen", width=130),
    Heading("Direct bespaard", width=130),
    Heading("Voorkomen", width=120),
)


class CaseloadTables(QWidget):
    """One table at a time; `tabs` chooses."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        name = Heading("", "words", 0)
        self.tabs: QTabWidget = tabs(self.tr("Besparingen uitgesplitst"))
        self._laws = self._grouping("caseload_law", self.tr("&Per wet"), self.tr("Wet"))
        self._payers = self._grouping("caseload_payer", self.tr("Per bet&aler"), self.tr("Betaler"))
        self._winners = self._grouping("caseload_winner", self.tr("Per wi&nnaar"), self.tr("Wie wint"))
        self._effects = self._grouping("caseload_effect", self.tr("&Kasbaar of capaciteit"), self.tr("Soort winst"))
        self._followed = self._table(
            "caseload_followed", self.tr("&Gerealiseerd"), (Heading(self.tr("Soort"), name.kind, 0), *_FOLLOWED)
        )
        self._quarters = self._table(
            "caseload_quarter",
            self.tr("Per kwa&rtaal"),
            (
                Heading(self.tr("Kwartaal waarin het begon"), name.kind, 0),
                Heading(self.tr("Huishoudens"), "count", 110),
                Heading(self.tr("Soort"), name.kind, 110),
                *_FOLLOWED,
            ),
        )
        self._tried = self._table(
            "caseload_tried",
            self.tr("Wat w&erkte?"),
            (
                Heading(self.tr("Doorbraak"), "words", 0),
                Heading(self.tr("Leefgebied"), "words", 230),
                *(Heading(word, "count", 80) for word in choice_names.WORKED.values()),
            ),
            self.tr("Het laatste antwoord op “werkte het?” van elke doorbraak, per leefgebied van haar problemen."),
        )
        self.charts = Charts(session, files=False)
        self.tabs.addTab(padded(self.charts), self.tr("Gra&fieken"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.setFocusProxy(self.tabs.tabBar())

    def _table(self, name: str, title: str, headings: tuple[Heading, ...], said: str = "") -> FigureTable:
        made = FigureTable(self._session, name, title.replace("&", ""), headings, self)
        self.tabs.addTab(padded(block(quiet(said), made) if said else made), title)
        return made

    def _grouping(self, name: str, title: str, first: str) -> FigureTable:
        return self._table(name, title, (Heading(first, "words", 0), *_AMOUNTS))

    def take_focus(self) -> None:
        self.tabs.tabBar().setFocus()

    def show_caseload(self, found: Caseload, counted: Counted | None) -> None:
        """`counted`: the same, for the charts; None without households."""
        if counted is not None:
            self.charts.show_counted(counted)
        catalogue = self._session.catalogue
        effects = {**choice_names.EFFECTS, "": self.tr("Nog niet gekozen")}
        _group(self._laws, found.by_law, lambda id_: wording.law(id_, catalogue), self.tr("Samen"))
        _group(self._payers, found.by_payer, lambda id_: names.payer_name(id_, catalogue), self.tr("Samen"))
        _group(self._winners, found.by_beneficiary, lambda id_: names.payer_name(id_, catalogue), self.tr("Samen"))
        _group(self._effects, found.by_effect, lambda id_: effects.get(id_, id_), self.tr("Samen"))
        both = ((self.tr("Direct"), found.direct), (self.tr("Voorkomen"), found.prevented))
        self._followed.show_rows((kind, *_parts(parts)) for kind, parts in both)
        self._quarters.show_rows(
            (self.tr("%d, kwartaal %d") % (one.year, one.quarter), one.households, kind, *_parts(parts))
            for one in found.quarters
            for kind, parts in ((self.tr("Direct"), one.direct), (self.tr("Voorkomen"), one.prevented))
        )
        self._tried.show_rows(_tried(one, catalogue) for one in found.tried)


def _group(table: FigureTable, rows: Iterable[Row], name: Callable[[str], str], together: str) -> None:
    """With what they add up to in the last row."""
    listed = tuple(rows)

    def cells(called: str, sums: Amounts) -> tuple[Cell, ...]:
        return (called, sums.current, sums.threatening, sums.plan, sums.direct, sums.prevented)

    shown = [cells(name(row.id), row.amounts) for row in listed]
    table.show_rows([*shown, cells(together, sum((row.amounts for row in listed), Amounts()))] if shown else [])


def _parts(parts: Parts) -> tuple[int, ...]:
    return parts.promised, parts.realised, parts.expected, parts.unconfirmed, parts.other


def _tried(one: Tried, catalogue: Catalogue) -> tuple[Cell, ...]:
    kind = catalogue.interventions.get(one.kind)
    said = kind.name if kind else one.kind or "In eigen woorden"
    domain = names.life_domain_name(one.life_domain, catalogue) or "Geen probleem genoemd"
    return said, domain, one.yes, one.partly, one.no, one.too_early
