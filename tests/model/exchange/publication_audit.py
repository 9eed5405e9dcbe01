"""A look at a whole publication by somebody who knows the truth: all tables at once, from what is published alone.

It shares nothing with the chain but the audit's arithmetic: which cells there are, what they add up to and how small is
too small is worked out here again, from the merged contributions.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from doorbraak.model.exchange.audit import Audited, Fault, Need, Publication, Range, Reader, audit
from doorbraak.model.exchange.published import Publication as Published
from doorbraak.model.exchange.published import PublishedCell
from doorbraak.model.exchange.table_catalogue import CellKey, TableCatalogue, TableKind
from tests.model.exchange.merged_whole import Merged

FAR = 10**7


def true_counts(merged: Merged, tables: TableCatalogue) -> dict[CellKey, dict[str, int]]:
    """Of every counted cell the households of each sender, under "" all of them."""
    found: dict[CellKey, dict[str, int]] = {}
    for kind in tables.tables.values():
        if kind.has_amounts or kind.margin_of:
            continue
        for cell in all_cells(kind):
            number: dict[str, int] = defaultdict(int)
            for entry in (merged.cells[kind.id, cell].entries if (kind.id, cell) in merged.cells else {}).values():
                number[""] += 1
                for sender in entry.senders:
                    number[sender] += 1
            found[kind.id, cell] = number
    return found


def true_amounts(merged: Merged, tables: TableCatalogue) -> dict[CellKey, int]:
    """Of every cell with amounts what they add up to."""
    found: dict[CellKey, int] = {}
    for kind in tables.tables.values():
        if not kind.has_amounts or kind.band_of:
            continue
        for cell in all_cells(kind):
            codes = cell.split("|")
            found[kind.id, cell] = sum(
                entry.value or 0
                for (table, other), one in merged.cells.items()
                if table in (kind.derived or (kind.id,))
                and all(not mine or mine == its for mine, its in zip(codes, other.split("|"), strict=True))
                for entry in one.entries.values()
            )
    return found


def all_cells(kind: TableKind) -> Iterator[str]:
    for codes in product(*(("", *(code.id for code in one.codes)) for one in kind.dimensions)):
        yield "|".join(codes)


def exposed(
    publication: Published, merged: Merged, tables: TableCatalogue, *, rounding: bool = True
) -> tuple[Fault, ...]:
    """What a reader or a sender finds out about a count that is hidden and small.

    Without `rounding` every shown figure is taken to be known exactly: then the pattern alone has to protect.
    """
    truth = true_counts(merged, tables)
    everybody = truth["households_team", ""][""]
    known = publication.households is not None  # else how many there are is no bound that anybody has
    cells = []
    for (table, cell), number in truth.items():
        shown = publication.table(table).at(cell)
        small = number[""] < 10
        need = Need(apart=4, insider=4) if small else Need()
        cells.append(
            Audited((table, cell), number[""], _said(shown, number[""], everybody, rounding=rounding),
                    (0, everybody if known else FAR), need)
        )  # fmt: skip
    senders = sorted({name for number in truth.values() for name in number if name})
    readers = []
    for sender in senders:
        if truth["households_team", ""][sender] == everybody:
            continue  # all households are its own
        readers.append(Reader(sender, {key: (number[sender], FAR) for key, number in truth.items() if number[sender]}))
    verdict = audit(Publication(tuple(cells), tuple(_sums(tables)), tuple(_withins(tables))), readers)
    return tuple(
        one for one in verdict.faults if not one.reader or truth[one.cell][one.reader] < truth[one.cell][""]
    )  # what a sender has all of, is about nobody else


def _said(shown: PublishedCell, truth: int, everybody: int, *, rounding: bool) -> Range | None:
    if shown.status == "most":
        return (everybody * 9 // 10 + 1, everybody)
    if shown.value is None:
        return None
    return (max(0, shown.value - 4), shown.value + 4) if rounding else (truth, truth)


def exposed_amounts(publication: Published, merged: Merged, tables: TableCatalogue) -> tuple[Fault, ...]:
    """What anybody finds out about an amount of few households, were every shown amount known exactly."""
    truth = true_amounts(merged, tables)
    cells, sums = [], []
    for (table, cell), amount in truth.items():
        kind = tables.tables[table]
        entries = merged.cells[table, cell].entries if (table, cell) in merged.cells else {}
        shown = publication.table(table).at(cell)
        sizes = sorted((abs(one.value or 0) for one in entries.values()), reverse=True)
        together = sum(sizes) if kind.bears_value(cell) else abs(amount)
        need = Need(apart=max(1, together * 24 // 100)) if 0 < len(entries) < 10 else Need()
        before = (0, 0) if not entries else (0, 10**9) if _never_negative(kind, truth, merged) else (-(10**9), 10**9)
        cells.append(
            Audited((table, cell), amount, (amount, amount) if shown.value is not None else None, before, need)
        )
        codes = cell.split("|")
        for at, dimension in enumerate(kind.dimensions):
            if not codes[at]:
                parts = ("|".join((*codes[:at], code.id, *codes[at + 1 :])) for code in dimension.codes)
                sums.append(((table, cell), tuple((table, part) for part in parts)))
        if kind.derived:
            sums.append(((table, cell), tuple((part, cell) for part in kind.derived)))
    return audit(Publication(tuple(cells), tuple(sums), whole_numbers=False)).faults


def _never_negative(kind: TableKind, truth: dict[CellKey, int], merged: Merged) -> bool:
    return all(
        (entry.value or 0) >= 0
        for (table, _), one in merged.cells.items()
        if table in (kind.derived or (kind.id,))
        for entry in one.entries.values()
    ) and all(amount >= 0 for (table, _), amount in truth.items() if table == kind.id)


def _sums(tables: TableCatalogue) -> Iterator[tuple[CellKey, tuple[CellKey, ...]]]:
    for kind in tables.tables.values():
        if kind.has_amounts or kind.margin_of:
            continue
        for cell in all_cells(kind):
            codes = cell.split("|")
            for at, dimension in enumerate(kind.dimensions):
                if dimension.response == "partition" and not codes[at]:
                    parts = ("|".join((*codes[:at], code.id, *codes[at + 1 :])) for code in dimension.codes)
                    yield (kind.id, cell), tuple((kind.id, part) for part in parts)


def _withins(tables: TableCatalogue) -> Iterator[tuple[CellKey, CellKey]]:
    for kind in tables.tables.values():
        if kind.has_amounts or kind.margin_of:
            continue
        for cell in all_cells(kind):
            codes = cell.split("|")
            if set(codes) == {""} and kind.id != "households_team":
                yield ("households_team", ""), (kind.id, cell)
            for at, dimension in enumerate(kind.dimensions):
                if dimension.response == "multi" and codes[at]:
                    yield (kind.id, "|".join((*codes[:at], "", *codes[at + 1 :]))), (kind.id, cell)
                    if kind.held_in:
                        yield (kind.held_in, dimension.by_id[codes[at]].parent), (kind.id, cell)
