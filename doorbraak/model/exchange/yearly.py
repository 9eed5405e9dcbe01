"""A year that is made of its published quarters and of nothing else.

Whatever it says follows from what everybody can read already, so that it can betray nothing: no contribution, secret or
ledger is asked, and none is changed. Anybody with the packages of the quarters makes the same one.
"""

from collections.abc import Iterable, Sequence

from doorbraak.model.errors import InputError
from doorbraak.model.exchange import periods, publication_csv, publication_print, published, table_catalogue
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.published import Publication, PublishedCell
from doorbraak.model.exchange.published_year import Quarter
from doorbraak.model.exchange.table_catalogue import CellKey, TableCatalogue
from doorbraak.model.workspace.store import Store

FEWEST = 2
"""Quarters that a year is made of: one alone is what it is already."""
TOO_FEW = (
    "Uit deze werkmap wordt per kwartaal gepubliceerd. Een jaar wordt gemaakt van minstens twee gepubliceerde "
    "kwartalen, en die zijn er van %d nog niet. Er is niets gemaakt. Kies eerst een kwartaal."
)


def possible(kept: Iterable[Period]) -> tuple[Period, ...]:
    """The years that can be made of these publications, the last one first."""
    listed = tuple(kept)
    years = sorted({one.year for one in listed}, reverse=True)
    return tuple(Period(year) for year in years if len(_quarters(listed, year)) >= FEWEST)


def called(kept: Iterable[Period], period: Period) -> str:
    """The name of its publication, or of the year that is made of its quarters so far; empty when there is none."""
    listed = tuple(kept)
    if period in listed:
        return str(period)
    return periods.added(_quarters(listed, period.year)) if period in possible(listed) else ""


def kept_or_made(store: Store, period: Period) -> Publication | None:
    """The publication of a period that is final, or a year of its quarters so far; None before that. Raises UserError:
    a year is not made of other files where quarters are published.
    """
    kept = published.kept_periods(store)
    if period in possible(kept):
        return _of(store, _quarters(kept, period.year))
    if not period.quarter and any(one.quarter for one in kept):
        raise InputError(TOO_FEW % period.year, "period")
    return published.kept_in(store, period)


def before(store: Store, now: Publication) -> Publication | None:
    """What to put beside it: the last one of the same kind; of a year of quarters, the same quarters a year earlier,
    where all of them were published.
    """
    kept = published.kept_periods(store)
    if now.quarters:
        earlier = periods.parts_of(periods.one_before(now.period))
        quarters = earlier if len(earlier) > 1 else _quarters(kept, earlier[0].year)
        return _of(store, quarters) if len(quarters) == len(now.quarters) and set(quarters) <= set(kept) else None
    period = periods.parse(now.period)
    others = [one for one in kept if one.same_kind(period) and one.order < period.order]
    return published.kept_in(store, others[-1]) if others else None


def made(quarters: Iterable[Publication], known: TableCatalogue | None = None) -> Publication:
    """Raises ValueError for what are not two or more quarters of one year and one catalogue."""
    ordered = sorted(quarters, key=lambda one: periods.parse(one.period).order)
    spans = [periods.parse(one.period) for one in ordered]
    last = ordered[-1]
    if (
        not all(one.quarter for one in spans)
        or len(set(spans)) != len(spans)
        or len(spans) < FEWEST
        or len({one.year for one in spans}) > 1
        or len({one.catalogue for one in ordered}) > 1
    ):
        raise ValueError("no quarters of one year")
    known = known or table_catalogue.load()
    cells: dict[CellKey, PublishedCell] = {}
    for kind in published.own_tables(known):
        tables = [one.table(kind.id) for one in ordered]
        for cell in tables[-1].cells:
            cells[kind.id, cell.cell] = _added([one.at(cell.cell) for one in tables]) if kind.adds else cell
    return published.reopened(
        periods.added(spans), publication_csv.tables_of(last, known), cells,
        example=any(one.example for one in ordered), other_senders=any(one.other_senders for one in ordered),
        quarters=tuple(Quarter(one.period, publication_print.spoken(one)) for one in ordered),
    )  # fmt: skip


def _added(parts: Sequence[PublishedCell]) -> PublishedCell:
    """One that is not shown, or that is of an earlier quarter, leaves open how much it is, so that nothing can be said
    of the sum.
    """
    values = [one.value for one in parts if one.value is not None and not one.period]
    if len(values) < len(parts):
        withheld = any(one.status == "withheld" for one in parts)
        return PublishedCell(parts[0].cell, parts[0].labels, "withheld" if withheld else "hidden")
    homes = [one.households for one in parts if one.households is not None]
    number = sum(homes) if len(homes) == len(parts) else None
    return PublishedCell(parts[0].cell, parts[0].labels, "shown", sum(values), number)


def _quarters(kept: Iterable[Period], year: int) -> tuple[Period, ...]:
    return tuple(one for one in kept if one.year == year and one.quarter)


def _of(store: Store, quarters: Iterable[Period]) -> Publication:
    found = [published.kept_in(store, one) for one in quarters]
    return made(one for one in found if one is not None)
