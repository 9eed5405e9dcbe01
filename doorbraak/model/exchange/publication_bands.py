"""How far a saving may be off, beside the savings that are shown: never a figure of its own.

A band is shown only where its saving is, and both of its sides or none. Each side passes the rules for amounts by
itself, and what is hidden of it is audited by itself. That is not enough: the price list comes with the program, and
whoever has it knows how large the band of a cell is beside its saving. Bands of totals would then be equations about
the savings that are hidden. So the savings are audited once more together with all the bands, for such a reader. Where
that gives no proof fewer bands are shown: of totals only, of the grand total only, none. The savings stay as they were.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from doorbraak.model.exchange import audit, rounding
from doorbraak.model.exchange.audit import Audited, Need, Range
from doorbraak.model.exchange.cell_facts import Amounts, CaseloadFacts, Facts
from doorbraak.model.exchange.cell_judgement import Judge
from doorbraak.model.exchange.figures_tied import Line
from doorbraak.model.exchange.publication_problem import FARTHEST, Marked, audited, readers_of
from doorbraak.model.exchange.table_catalogue import SEPARATOR, CellKey, TableCatalogue, TableKind, is_finest

BASE = rounding.EURO_BASE
_NO_NEED = Need(apart=0)
Shown = Mapping[str, frozenset[str]]
"""By table with savings: of which of its cells the band is shown."""


@dataclass(frozen=True)
class Settled:
    """Amounts of which the pattern is known. `said`: what the figure of one that is shown leaves open; `still`: for the
    audit, which may be ended.
    """

    marked: Sequence[Marked]
    lines: Sequence[Line]
    hidden: frozenset[CellKey]
    said: Callable[[Marked], Range]
    still: Callable[[], None] | None = None


class Bands:
    """`carried`: of a cell of a band what was published of it, when its saving is carried forward; else None."""

    def __init__(
        self, facts: CaseloadFacts, tables: TableCatalogue, judge: Judge,
        carried: Callable[[CellKey, CellKey], tuple[bool, int | None]],
    ) -> None:  # fmt: skip
        self._facts, self._tables, self._judge, self._carried = facts.bands, tables, judge, carried
        self._savings = facts.amounts
        self._by_table: dict[str, list[CellKey]] = defaultdict(list)
        for key in sorted(facts.bands):
            self._by_table[key[0]].append(key)

    def shown(self, settled: Settled) -> dict[CellKey, int]:
        """Of each cell of a band that is shown what it says: a multiple of a thousand euros."""
        known = {cell: one for one in settled.marked for cell in one.figure.cells}
        able: dict[str, frozenset[str]] = {}
        for table in sorted({cell[0] for cell in known} & {kind.band_of for kind in self._tables.tables.values()}):
            cells = (cell for (its, cell), one in known.items() if its == table and one.key not in settled.hidden)
            able[table] = frozenset(cell for cell in cells if self._passes(table, cell, known[table, cell]))
        chosen = able if self._stands(settled, known, able) else self._less(settled, known, able)
        found = {
            (side.id, cell): self._figure((table, cell), (side.id, cell))
            for table, cells in chosen.items()
            for side in self._sides(table)
            for cell in cells
        }
        return {key: value for key, value in sorted(found.items()) if value is not None}

    def cells_of(self, table: str) -> Iterator[CellKey]:
        """All that there are of the bands of a table."""
        for side in self._sides(table):
            yield from self._by_table[side.id]

    def _sides(self, table: str) -> tuple[TableKind, ...]:
        return tuple(kind for kind in self._tables.tables.values() if kind.band_of == table)

    def _figure(self, saving: CellKey, key: CellKey) -> int | None:
        held, value = self._carried(saving, key)
        return value if held else rounding.nearest(_amounts(self._facts[key]).total, BASE)

    def _passes(self, table: str, cell: str, one: Marked) -> bool:
        """Each side by itself, of every household of the saving; or it stood there before, and stays with it.

        A total over one single cell is judged as that cell, of which all amounts are known.
        """
        exact = next((code for its, code in one.figure.cells if its == table and is_finest(code)), cell)
        for side in self._sides(table):
            facts, saving = self._facts.get((side.id, exact)), self._savings.get((table, cell))
            if facts is None or saving is None or facts.households != saving.households:
                return False
            held, value = self._carried((table, cell), (side.id, cell))
            if value is None if held else not self._judge.amount(facts, side.step):
                return False
        return True

    def _less(self, settled: Settled, known: Mapping[CellKey, Marked], able: Shown) -> Shown:
        """Table by table, with fewer of its cells when it has to be."""
        chosen: dict[str, frozenset[str]] = {}
        for table, cells in able.items():
            totals = frozenset(cell for cell in cells if not is_finest(cell))
            grand = frozenset(cell for cell in totals if not cell.strip(SEPARATOR))
            for way in dict.fromkeys((cells, totals, grand)):
                if way and self._stands(settled, known, {**chosen, table: way}):
                    chosen[table] = way
                    break
        return chosen

    # -- proof ----------------------------------------------------------------------------------------------

    def _stands(self, settled: Settled, known: Mapping[CellKey, Marked], shown: Shown) -> bool:
        shown = {table: cells for table, cells in shown.items() if cells}
        alone = (
            self._stands_alone(settled, table, side, known, cells)
            for table, cells in shown.items()
            for side in self._sides(table)
        )
        return all(alone) and (not shown or not settled.hidden or self._tells_no_saving(settled, known, shown))

    def _stands_alone(
        self, settled: Settled, table: str, side: TableKind, known: Mapping[CellKey, Marked], shown: frozenset[str]
    ) -> bool:  # fmt: skip
        """Of one side what is hidden stays as open as an amount has to."""
        cells = []
        for key in self._by_table[side.id]:
            facts, of_saving = self._facts[key], known.get((table, key[1]))
            small = of_saving is None or of_saving.primary or not self._judge.amount(facts, side.step)
            level = self._judge.amount_level(facts, side.step, side.step) if small else None
            need = Need(level.lower, level.upper, 1, level.insider) if level is not None else Need()
            cells.append(self._audited(table, key, side, shown, need if self._steps(key, side) else _NO_NEED))
        keys = self._by_table[side.id]
        now = audit.Publication(tuple(cells), tuple(_sums(keys)), whole_numbers=False)
        return audit.audit(now, self._readers(side, keys), brief=True, still=settled.still).passed

    def _tells_no_saving(self, settled: Settled, known: Mapping[CellKey, Marked], shown: Shown) -> bool:
        """All savings with all bands, for who knows what part of a saving its band is."""
        cells = [
            audited(one, None if one.key in settled.hidden else settled.said(one), FARTHEST) for one in settled.marked
        ]
        sums: list[tuple[CellKey, tuple[CellKey, ...]]] = [(line.whole, line.parts) for line in settled.lines]
        shares = []
        readers = {one.name: one for one in readers_of(settled.marked)}
        for table, its in shown.items():
            for side in self._sides(table):
                keys = self._by_table[side.id]
                cells += [self._audited(table, key, side, its, _NO_NEED) for key in keys]
                sums += _sums(keys)
                for key in keys:
                    one = known.get((table, key[1]))
                    if one is not None and is_finest(key[1]) and one.value:
                        least, most = _part_of(self._steps(key, side), one.value)
                        shares.append((key, one.key, least, most))
                for reader in self._readers(side, keys):
                    if reader.name in readers:
                        own = {**readers[reader.name].own, **reader.own}
                        readers[reader.name] = replace(readers[reader.name], own=own)
        now = audit.Publication(tuple(cells), tuple(sums), whole_numbers=False, shares=tuple(shares))
        return audit.audit(now, list(readers.values()), brief=True, still=settled.still).passed

    def _audited(self, table: str, key: CellKey, side: TableKind, shown: frozenset[str], need: Need) -> Audited:
        truth = self._steps(key, side)
        said = None
        if key[1] in shown:
            low, high = audit.rounded(self._figure((table, key[1]), key) or 0, BASE)
            said = (min(-(-low // side.step), truth), max(high // side.step, truth))
        return Audited(key, truth, said, (0, FARTHEST), need)

    def _steps(self, key: CellKey, side: TableKind) -> int:
        return _amounts(self._facts[key]).total // side.step

    def _readers(self, side: TableKind, keys: Sequence[CellKey]) -> list[audit.Reader]:
        """Each sender knows the bands of its own households."""
        own: dict[str, dict[CellKey, Range]] = defaultdict(dict)
        for key in keys:
            facts = self._facts[key]
            for sender, number in facts.own.items():
                mine = _amounts(facts).own.get(sender, 0) // side.step
                own[sender][key] = (mine, mine) if number == facts.households else (mine, FARTHEST)
        return [audit.Reader(sender, own[sender]) for sender in sorted(own)]


def _amounts(facts: Facts) -> Amounts:
    return facts.amounts or Amounts()


def _part_of(band: int, saving: int) -> tuple[int, int]:
    """Between which two thousandths of a saving its band is: who has the price list knows that much."""
    least, sign = 1000 * band // abs(saving), 1 if saving > 0 else -1
    return sign * least, sign * (least + 1)


def _sums(keys: Sequence[CellKey]) -> Iterator[tuple[CellKey, tuple[CellKey, ...]]]:
    """Over every dimension amounts add up."""
    parts: dict[tuple[CellKey, int], list[CellKey]] = defaultdict(list)
    for key in keys:
        codes = key[1].split(SEPARATOR)
        for at, code in enumerate(codes):
            if code:
                parts[(key[0], SEPARATOR.join((*codes[:at], "", *codes[at + 1 :]))), at].append(key)
    for (whole, _), members in sorted(parts.items()):
        yield whole, tuple(members)
