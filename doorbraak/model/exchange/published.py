"""A publication: the protected tables of one period, and the only way to make one.

Screens, charts, workbooks and reports take a `Publication` and nothing else. What it says of a cell is a rounded
figure, "meer dan 90%", or that it is hidden, alike for small, empty and everything else. Why is said in words, never in
the numbers of the rules. A share or mean is made of two figures as they are shown.
"""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from doorbraak.model.errors import InputError, UserError
from doorbraak.model.exchange import publication as chain
from doorbraak.model.exchange import rounding
from doorbraak.model.exchange.cell_facts import HOUSEHOLDS
from doorbraak.model.exchange.door import MOST_LABEL
from doorbraak.model.exchange.figures_tied import cells_of
from doorbraak.model.exchange.ledger import OTHER_TABLES, Ledger
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.publication import Figured
from doorbraak.model.exchange.published_rules import LIMITS, Limits, Secrets
from doorbraak.model.exchange.seal import Seal, Sealed
from doorbraak.model.exchange.table_catalogue import CellKey, Measure, TableCatalogue, TableKind

if TYPE_CHECKING:
    from doorbraak.model.exchange.merging import Merged
    from doorbraak.model.workspace.store import Store

Status = Literal["shown", "most", "hidden", "withheld"]
ALL = "Alles samen"
SAID: Mapping[Status, str] = {"most": MOST_LABEL, "hidden": "verborgen", "withheld": "niet gepubliceerd"}
UNITS: Mapping[Measure, str] = {
    "count": "huishoudens", "euro": "euro", "contacts": "per maand", "hours": "uur per jaar",
}  # fmt: skip
_PARTS: Mapping[Measure, int] = {"count": 1, "euro": 1, "contacts": 10, "hours": 10}
"""In how many parts of the published unit the table counts."""

HIDDEN = "Vakjes over weinig huishoudens zijn verborgen, en lege vakjes ook: anders is te zien om wie het gaat."
NEEDED = (
    "Sommige grotere vakjes zijn ook verborgen. Anders was een klein vakje uit te rekenen met optellen en aftrekken."
)
COLLEAGUE = "Vakjes waar een collega de eigen huishoudens van kan aftrekken, zijn verborgen."
LARGE = "Bedragen die vooral van één huishouden komen, zijn verborgen."
MOST = f"Geldt iets voor bijna iedereen, dan staat er “{MOST_LABEL}”."
ROUNDED_COUNTS = "Aantallen zijn afgerond op 5, soms naar boven en soms naar beneden. Delen tellen niet precies op."
ROUNDED_AMOUNTS: Mapping[Measure, str] = {
    "euro": "Bedragen zijn afgerond op duizend euro. Delen tellen niet precies op.",
    "contacts": "Aantallen per maand zijn afgerond op 5. Delen tellen niet precies op.",
    "hours": "Uren zijn afgerond op 10. Delen tellen niet precies op.",
}
CARRIED = "Een cijfer verandert pas als er genoeg huishoudens veranderd zijn. Tot die tijd staat het vorige er."
WITHHELD = (
    "Deze tabel is niet gepubliceerd. De cijfers waren niet zo te beveiligen dat er nog iets over te zeggen viel."
)
NOBODY = "Er is nog niets ontvangen over deze periode, dus er is niets gepubliceerd. Neem eerst bestanden in."

_PUBLISHER = Seal("only publish() makes a publication")


@dataclass(frozen=True, slots=True)
class PublishedCell:
    """`labels`: one for each dimension. `value`: in `unit` of its table, None unless shown; `households`: how many an
    amount is of, as far as that is shown. `low` and `high`: of an amount, in its unit, where both may be shown.
    """

    cell: str
    labels: tuple[str, ...]
    status: Status
    value: int | None = None
    households: int | None = None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class PublishedTable(Sealed):
    """Every cell that the catalogue knows, in its order. `why`: what was left out and how it was rounded."""

    id: str
    title: str
    row_title: str
    measure: Measure
    unit: str
    dimensions: tuple[str, ...]
    cells: tuple[PublishedCell, ...]
    why: tuple[str, ...]
    key: InitVar[object]

    def __post_init__(self, key: object) -> None:
        _PUBLISHER.check(key)

    @cached_property
    def _by_cell(self) -> Mapping[str, PublishedCell]:
        return {one.cell: one for one in self.cells}

    @property
    def withheld(self) -> bool:
        return self.why[:1] == (WITHHELD,)

    @property
    def shown(self) -> tuple[PublishedCell, ...]:
        """The cells that say something."""
        return tuple(one for one in self.cells if one.status in ("shown", "most"))

    def at(self, cell: str) -> PublishedCell:
        """Raises KeyError for a cell that the catalogue does not know."""
        return self._by_cell[cell]

    def per_cent(self, part: str, whole: str) -> int | None:
        """Of two figures of this table as they are shown."""
        share = rounding.per_cent(self.at(part).value, self.at(whole).value)
        return None if share is None else min(100, share)

    def mean(self, cell: str) -> int | None:
        """The amount per household, to a hundred euros; contacts and hours to whole ones."""
        one = self.at(cell)
        return rounding.mean(one.value, one.households, 100 if self.measure == "euro" else 1)


@dataclass(frozen=True)
class Publication(Sealed):
    """`households`: of everybody, where that may be shown. `example`: made-up or published households are in it."""

    period: str
    catalogue: str
    example: bool
    households: int | None
    tables: tuple[PublishedTable, ...]
    key: InitVar[object]

    def __post_init__(self, key: object) -> None:
        _PUBLISHER.check(key)
        if not all(type(table) is PublishedTable for table in self.tables):
            raise TypeError("a publication holds published tables only")

    def table(self, id_: str) -> PublishedTable:
        """Raises KeyError."""
        return {one.id: one for one in self.tables}[id_]


def publish(
    merged: "Merged", tables: TableCatalogue, secrets: Secrets, ledger: Ledger, limits: Limits = LIMITS
) -> tuple[Publication, Ledger]:
    """The publication of a period, and the ledger as it is then. Changes nothing by itself: who keeps the ledger makes
    the period final. Raises InputError when there is nothing, or this period can't follow.
    """
    if merged.catalogue != tables.version:
        raise ValueError("the codes of another catalogue")
    if not any(cell.entries for cell in merged.cells.values()):
        raise InputError(NOBODY, "period")
    outcome = chain.protected(merged, tables, secrets, ledger, limits)
    shown = _Shown(outcome.cells, outcome.withheld)
    return _made(str(merged.period), tables, shown, example=merged.example), outcome.ledger


def publish_in(store: "Store", period: Period, today: date, limits: Limits = LIMITS) -> Publication:
    """Publishes what was received of a period, or gives the publication that it has already: that is final.

    All or nothing, in one change. Raises UserError.
    """
    import msgspec

    from doorbraak.model.exchange import coordinator, ledger_kept, merging

    tables = coordinator.catalogue_of(store)
    earlier = ledger_kept.figures(store, period)
    if earlier is not None:
        return _again(msgspec.json.decode(earlier, type=_Final), tables)
    with store.change("Publicatie maken", action="uitvoeren", undoable=False):
        merged = merging.merged(store, period)
        before = ledger_kept.ledger(store, period)
        if any(cell.entries for cell in merged.cells.values()):
            outcome = chain.protected(merged, tables, ledger_kept.secrets(store), before, limits)
        else:
            raise InputError(NOBODY, "period")
        final = _Final(
            str(period), merged.catalogue, merged.example, tuple(sorted(outcome.withheld)),
            tuple((*key, one) for key, one in sorted(outcome.cells.items()) if one.status != "hidden"),
        )  # fmt: skip
        ledger_kept.keep(store, outcome.ledger, msgspec.json.encode(final), today)
        return _again(final, tables)


@dataclass(frozen=True, slots=True)
class _Final:
    """What a publication shows, as it is kept: nothing of what is hidden."""

    period: str
    catalogue: str
    example: bool
    withheld: tuple[str, ...]
    cells: tuple[tuple[str, str, Figured], ...]


def _again(final: _Final, tables: TableCatalogue) -> Publication:
    """Raises UserError when the codes of now are not those of then."""
    if final.catalogue != tables.version:
        raise UserError(OTHER_TABLES)
    cells = {(table, cell): one for table, cell, one in final.cells}
    return _made(final.period, tables, _Shown(cells, frozenset(final.withheld)), example=final.example)


@dataclass(frozen=True, slots=True)
class _Shown:
    cells: Mapping[CellKey, Figured]
    withheld: frozenset[str]


def _made(period: str, tables: TableCatalogue, shown: _Shown, *, example: bool) -> Publication:
    made = tuple(_table(kind, tables, shown) for kind in tables.tables.values())
    total = shown.cells.get(chain.TOTAL, Figured("hidden"))
    return Publication(period, tables.version, example, total.value, made, key=_PUBLISHER)


def _table(kind: TableKind, tables: TableCatalogue, shown: _Shown) -> PublishedTable:
    withheld = tables.source((kind.id, next(cells_of(kind), "")))[0] in shown.withheld
    cells = tuple(_cell(kind, tables, shown, cell, withheld=withheld) for cell in cells_of(kind))
    why = _why(kind, cells, withheld=withheld)
    return PublishedTable(
        kind.id, kind.title, kind.row_title if kind.measure == "count" else kind.title, kind.measure,
        UNITS[kind.measure], tuple(one.title for one in kind.dimensions), cells, why, key=_PUBLISHER,
    )  # fmt: skip


def _cell(kind: TableKind, tables: TableCatalogue, shown: _Shown, cell: str, *, withheld: bool) -> PublishedCell:
    labels = tuple(label or ALL for label in kind.labels(cell))
    if withheld:
        return PublishedCell(cell, labels, "withheld")
    source = tables.source((kind.id, cell))
    found = shown.cells.get(source, Figured("hidden"))
    if found.value is None:
        return PublishedCell(cell, labels, found.status)
    value = found.value // _PARTS[kind.measure]
    return PublishedCell(cell, labels, "shown", value, _households(source, shown) if kind.has_amounts else None)


def _households(key: CellKey, shown: _Shown) -> int | None:
    return shown.cells.get((key[0] + HOUSEHOLDS, key[1]), Figured("hidden")).value


def _why(kind: TableKind, cells: tuple[PublishedCell, ...], *, withheld: bool) -> tuple[str, ...]:
    """The same words whatever it was that hid a cell: which rule it was, would tell about the cell."""
    if withheld:
        return (WITHHELD,)
    said = [ROUNDED_COUNTS] if kind.measure == "count" else [ROUNDED_AMOUNTS[kind.measure], ROUNDED_COUNTS]
    said.append(CARRIED)
    if any(one.status == "hidden" for one in cells):
        said += [HIDDEN, NEEDED, COLLEAGUE, *([LARGE] if kind.has_amounts else [])]
    if any(one.status == "most" for one in cells):
        said.append(MOST)
    return tuple(said)
