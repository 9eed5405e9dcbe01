"""A publication: the protected tables of one period, and the only way to make one.

Screens, charts, workbooks and reports take a `Publication` and nothing else. What it says of a cell is a rounded
figure, "meer dan 90%", or that it is hidden, alike for small, empty and everything else. Why is said in words, never in
the numbers of the rules. A share or mean is made of two figures as they are shown.
"""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from doorbraak.model.errors import InputError, UserError
from doorbraak.model.exchange import other_senders, published_sentences, published_year, rounding, table_catalogue
from doorbraak.model.exchange import publication as chain
from doorbraak.model.exchange.cell_facts import HOUSEHOLDS, Caseload, caseload_of
from doorbraak.model.exchange.door import MOST_LABEL
from doorbraak.model.exchange.figures_tied import cells_of
from doorbraak.model.exchange.ledger import OTHER_TABLES, Ledger
from doorbraak.model.exchange.periods import Period, parse
from doorbraak.model.exchange.publication import Figured
from doorbraak.model.exchange.publication_marking import TOTAL
from doorbraak.model.exchange.published_rules import LIMITS, Limits, Secrets, drawn_secrets, limits_here
from doorbraak.model.exchange.published_year import Quarter
from doorbraak.model.exchange.seal import Seal, Sealed
from doorbraak.model.exchange.table_catalogue import CellKey, Code, Measure, TableCatalogue, TableKind

if TYPE_CHECKING:
    from doorbraak.model.workspace.store import Store

Status = Literal["shown", "most", "hidden", "withheld"]
ALL = "Alles samen"
SAID: Mapping[Status, str] = {"most": MOST_LABEL, "hidden": "verborgen", "withheld": "niet gepubliceerd"}
UNITS: Mapping[Measure, str] = {
    "count": "huishoudens", "euro": "euro", "contacts": "contacten per maand", "agencies": "instanties",
    "hours": "uur per jaar",
}  # fmt: skip
_PARTS: Mapping[Measure, int] = {"count": 1, "euro": 1, "contacts": 10, "agencies": 10, "hours": 10}
"""In how many parts of the published unit the table counts."""

_PUBLISHER = Seal("only publish() makes a publication")


@dataclass(frozen=True, slots=True)
class PublishedCell:
    """`labels`: one for each dimension. `value`: in `unit` of its table, None unless shown; `households`: how many an
    amount is of, as far as that is shown. `low` and `high`: of an amount, in its unit, where both may be shown.
    `period`: of an amount that stayed as it was, the earlier one that it is of, as are its households and band.
    """

    cell: str
    labels: tuple[str, ...]
    status: Status
    value: int | None = None
    households: int | None = None
    low: int | None = None
    high: int | None = None
    period: str = ""


@dataclass(frozen=True)
class PublishedTable(Sealed):
    """Every cell that the catalogue knows, in its order. `why`: what was left out and how it was rounded. `added`: of a
    year that was made of quarters, whether its figures are sums of theirs. `at_end`: it says how things were at the end
    of the period, and not what happened in it.
    """

    id: str
    title: str
    row_title: str
    measure: Measure
    unit: str
    dimensions: tuple[str, ...]
    cells: tuple[PublishedCell, ...]
    why: tuple[str, ...]
    key: InitVar[object]
    added: bool = False
    at_end: bool = False

    def __post_init__(self, key: object) -> None:
        _PUBLISHER.check(key)

    @cached_property
    def _by_cell(self) -> Mapping[str, PublishedCell]:
        return {one.cell: one for one in self.cells}

    @property
    def withheld(self) -> bool:
        return self.why[:1] == (published_sentences.WITHHELD,)

    @property
    def shown_words(self) -> str:
        """ "1.240", or the words that stand there when that is none."""
        if self.withheld:
            return SAID["withheld"]
        return f"{len(self.shown):,}".replace(",", ".") if self.shown else published_sentences.EMPTY

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
    """`households`: of everybody, where that may be shown. `example`: made-up or published households are in it.
    `quarters`: of a year that was made of its published quarters, those. `other_senders`: than in the one before.
    """

    period: str
    catalogue: str
    example: bool
    households: int | None
    tables: tuple[PublishedTable, ...]
    key: InitVar[object]
    quarters: tuple[Quarter, ...] = ()
    other_senders: bool = False

    def __post_init__(self, key: object) -> None:
        _PUBLISHER.check(key)
        if not all(type(table) is PublishedTable for table in self.tables):
            raise TypeError("a publication holds published tables only")

    def table(self, id_: str) -> PublishedTable:
        """Raises KeyError."""
        return {one.id: one for one in self.tables}[id_]


def publish(
    caseload: Caseload, tables: TableCatalogue, secrets: Secrets, ledger: Ledger, limits: Limits = LIMITS
) -> tuple[Publication, Ledger]:
    """The publication of a period, and the ledger as it is then. Changes nothing by itself: who keeps the ledger makes
    the period final. Raises InputError when there is nothing, or this period can't follow.
    """
    if caseload.catalogue != tables.version:
        raise ValueError("the codes of another catalogue")
    if not caseload.facts.counts:
        raise InputError(published_sentences.NOBODY, "period")
    outcome = chain.protected(caseload, tables, secrets, ledger, limits)
    shown = _Shown(outcome.cells, outcome.withheld)
    return _made(str(caseload.period), tables, shown, example=caseload.example), outcome.ledger


def publish_in(store: "Store", period: Period, today: date, limits: Limits | None = None) -> Publication:
    """Publishes what was received of a period, or gives the publication that it has already: that is final.

    All or nothing, in one change. Raises UserError.
    """
    earlier = kept_in(store, period)
    if earlier is not None:
        return earlier
    with store.change("Publicatie maken", action="uitvoeren", undoable=False):
        asked = read_for(store, period, limits)
        return make_final(store, asked, protected(asked), today)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a publication will be made of, as it was at one moment. Nothing in it is protected yet: no screen takes it.

    `came`: what had been received by then.
    """

    tables: TableCatalogue
    caseload: Caseload
    secrets: Secrets
    before: Ledger
    limits: Limits
    came: tuple[tuple[object, ...], ...]


def read_for(store: "Store", period: Period, limits: Limits | None = None) -> Asked:
    """Changes nothing. `limits` None: those of this computer. Raises UserError when there is nothing, or this period
    can't follow.
    """
    from doorbraak.model.exchange import coordinator, ledger_kept, merging

    sources, before = merging.sources(store, period), ledger_kept.ledger(store)
    tables, secrets = coordinator.catalogue_of(store), ledger_kept.known_secrets(store) or drawn_secrets()
    caseload = caseload_of(sources, tables)
    if not caseload.facts.counts:
        raise InputError(published_sentences.NOBODY, "period")
    before.check(period, caseload.catalogue)
    return Asked(tables, caseload, secrets, before, limits or limits_here()[0], _came(store, period))


def protected(asked: Asked, told: chain.Told | None = None) -> chain.Outcome:
    """The long part, which asks the file nothing. What `told` raises ends it."""
    return chain.protected(asked.caseload, asked.tables, asked.secrets, asked.before, asked.limits, told)


def make_final(store: "Store", asked: Asked, outcome: chain.Outcome, today: date) -> Publication:
    """Inside a change. Raises InputError when something came in or went since it was read, or when all is hidden: what
    is final stays so.
    """
    import msgspec

    from doorbraak.model.exchange import coordinator, ledger_kept

    caseload = asked.caseload
    if _came(store, caseload.period) != asked.came:
        raise InputError(published_sentences.MEANWHILE, "period")
    if all(one.status == "hidden" for one in outcome.cells.values()):
        raise InputError(published_sentences.NOTHING_TO_SHOW, "period")
    ledger_kept.secrets(store, asked.secrets)
    final = _Final(
        str(caseload.period), caseload.catalogue, caseload.example, tuple(sorted(outcome.withheld)),
        tuple((*key, one) for key, one in sorted(outcome.cells.items()) if one.status != "hidden"),
        coordinator.codes(store), other_senders.differ(store, caseload.period, asked.before),
    )  # fmt: skip
    ledger_kept.keep(store, outcome.ledger, msgspec.json.encode(final), today)
    return _again(final, asked.tables)


def _came(store: "Store", period: Period) -> tuple[tuple[object, ...], ...]:
    """Everything that decides what a publication is made of."""
    return (
        *store.rows("SELECT sender, digest, content FROM received WHERE period = ? ORDER BY id", [str(period)]),
        *store.rows("SELECT id, confirmed_on, withdrawn_on FROM sender ORDER BY id"),
        *store.rows("SELECT dimension, code, label FROM handed_code ORDER BY id"),
        *store.rows("SELECT period FROM published ORDER BY id"),
    )


def kept_in(store: "Store", period: Period) -> Publication | None:
    """The publication of a period that is final, and None before that. Raises UserError."""
    import msgspec

    from doorbraak.model.exchange import ledger_kept

    kept = ledger_kept.figures(store, period)
    return None if kept is None else _again(msgspec.json.decode(kept, type=_Final), table_catalogue.load())


def kept_periods(store: "Store") -> tuple[Period, ...]:
    """Those that are final: years and quarters, the oldest first."""
    rows = store.rows("SELECT period FROM published")
    return tuple(sorted((parse(one) for (one,) in rows), key=lambda one: one.order))


def reopened(
    period: str, tables: TableCatalogue, cells: Mapping[CellKey, PublishedCell], *, example: bool,
    quarters: tuple[Quarter, ...] = (), other_senders: bool = False,
) -> Publication:  # fmt: skip
    """The publication that a file holds, for `publication_reading`, which looks at every figure of it; and one that
    `yearly` makes of publications.

    Names come from `tables` and never from the cells. Raises KeyError when a cell is not there.
    """
    made = []
    for kind in own_tables(tables):
        found = tuple(replace(cells[kind.id, cell], labels=_labels(kind, cell)) for cell in cells_of(kind))
        withheld = all(one.status == "withheld" for one in found)
        made.append(_table_of(kind, found, withheld=withheld, quarters=len(quarters)))
    everybody = cells[TOTAL].value
    return Publication(
        period, tables.version, example, everybody, tuple(made), key=_PUBLISHER, quarters=quarters,
        other_senders=other_senders,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Final:
    """What a publication shows, as it is kept: nothing of what is hidden. `codes`: those that had been handed out."""

    period: str
    catalogue: str
    example: bool
    withheld: tuple[str, ...]
    cells: tuple[tuple[str, str, Figured], ...]
    codes: dict[str, tuple[Code, ...]]
    other_senders: bool = False


def _again(final: _Final, known: TableCatalogue) -> Publication:
    """With the teams and wijken of then. Raises UserError when the tables of now are not those of then."""
    if final.catalogue != known.version:
        raise UserError(OTHER_TABLES)
    tables = known.with_codes(final.codes)
    cells = {(table, cell): one for table, cell, one in final.cells}
    shown = _Shown(cells, frozenset(final.withheld))
    return replace(
        _made(final.period, tables, shown, example=final.example), other_senders=final.other_senders, key=_PUBLISHER
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    cells: Mapping[CellKey, Figured]
    withheld: frozenset[str]


def _made(period: str, tables: TableCatalogue, shown: _Shown, *, example: bool) -> Publication:
    made = tuple(_table(kind, tables, shown) for kind in own_tables(tables))
    total = shown.cells.get(TOTAL, Figured("hidden"))
    return Publication(period, tables.version, example, total.value, made, key=_PUBLISHER)


def own_tables(tables: TableCatalogue) -> tuple[TableKind, ...]:
    """Those that are published by themselves: a band stands beside the amount that it belongs to."""
    return tuple(kind for kind in tables.tables.values() if not kind.band_of)


def _table(kind: TableKind, tables: TableCatalogue, shown: _Shown) -> PublishedTable:
    withheld = tables.source((kind.id, next(cells_of(kind), "")))[0] in shown.withheld
    return _table_of(
        kind, tuple(_cell(kind, tables, shown, cell, withheld=withheld) for cell in cells_of(kind)), withheld=withheld
    )


def _table_of(
    kind: TableKind, cells: tuple[PublishedCell, ...], *, withheld: bool, quarters: int = 0
) -> PublishedTable:  # fmt: skip
    """`quarters`: of how many a year was made."""
    why, counts = _why(kind, cells, withheld=withheld), kind.measure == "count"
    title, unit, added = kind.row_title if counts else kind.title, UNITS[kind.measure], kind.adds and quarters > 0
    if added:
        why = published_year.why_added(kind.measure, quarters, why, withheld=withheld)
        title = published_year.TIMES_TITLE % f"{title[0].lower()}{title[1:]}"
        unit = published_year.TIMES if counts else unit
    elif quarters:
        why = (*why, published_year.AS_LAST)
    return PublishedTable(
        kind.id, kind.title, title, kind.measure, unit, tuple(one.title for one in kind.dimensions), cells, why,
        key=_PUBLISHER, added=added, at_end=not kind.adds and kind.id != TOTAL[0],
    )  # fmt: skip


def _cell(kind: TableKind, tables: TableCatalogue, shown: _Shown, cell: str, *, withheld: bool) -> PublishedCell:
    labels = _labels(kind, cell)
    if withheld:
        return PublishedCell(cell, labels, "withheld")
    source = tables.source((kind.id, cell))
    found = shown.cells.get(source, Figured("hidden"))
    if found.value is None:
        return PublishedCell(cell, labels, found.status)
    value = found.value // _PARTS[kind.measure]
    if not kind.has_amounts:
        return PublishedCell(cell, labels, "shown", value)
    low, high = _band(source, value, tables, shown)
    number = found.households if found.carried else _households(source, shown)
    return PublishedCell(cell, labels, "shown", value, number, low, high, found.period)


def _band(key: CellKey, value: int, tables: TableCatalogue, shown: _Shown) -> tuple[int | None, int | None]:
    """Around what is shown, so that the figure always lies in its own band."""
    sides = tables.sides_of(key[0]) or ("", "")
    below, above = (shown.cells.get((side, key[1]), Figured("hidden")).value for side in sides)
    return (None, None) if below is None or above is None else (value - below, value + above)


def _labels(kind: TableKind, cell: str) -> tuple[str, ...]:
    return tuple(label or ALL for label in kind.labels(cell))


def _households(key: CellKey, shown: _Shown) -> int | None:
    return shown.cells.get((key[0] + HOUSEHOLDS, key[1]), Figured("hidden")).value


def _why(kind: TableKind, cells: tuple[PublishedCell, ...], *, withheld: bool) -> tuple[str, ...]:
    """The same words whatever it was that hid a cell: which rule it was, would tell about the cell."""
    if withheld:
        return (published_sentences.WITHHELD,)
    said = (
        [published_sentences.ROUNDED_COUNTS]
        if kind.measure == "count"
        else [published_sentences.ROUNDED_AMOUNTS[kind.measure], published_sentences.ROUNDED_COUNTS]
    )
    said.append(published_sentences.CARRIED)
    if any(one.period for one in cells):
        said.append(published_sentences.STOOD)
    if any(one.low is not None for one in cells):
        said += [published_sentences.BANDS, published_sentences.NO_BAND]
    if any(one.status == "hidden" for one in cells):
        said += [
            published_sentences.HIDDEN,
            published_sentences.NEEDED,
            published_sentences.COLLEAGUE,
            *([published_sentences.LARGE] if kind.has_amounts else []),
        ]
    if any(one.status == "most" for one in cells):
        said.append(published_sentences.MOST)
    return tuple(said)
