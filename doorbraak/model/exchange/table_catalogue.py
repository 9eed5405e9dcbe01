"""The tables that figures may leave in: the only source of their ids, codes and labels.

resources/exchange/tables.json holds them, made by `table_sources` from the program's lists; a list that a workspace
took itself never adds a code here. In a cell an empty code means "all of this dimension".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Literal

from doorbraak import paths

FORMAT: Literal["doorbraak-tabellen"] = "doorbraak-tabellen"
FILE = "exchange/tables.json"
SEPARATOR = "|"
OTHER, NONE = "overig", "geen"
"""A household's own words and unknown codes; and that nothing was filled in."""

Measure = Literal["count", "euro", "contacts", "agencies", "hours"]
Response = Literal["partition", "multi"]
Side = Literal["", "below", "above"]
"""Of a band: how much lower or higher it may turn out."""
CellKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Code:
    """`parent`: a code of the dimension that is coarser, or empty."""

    id: str
    label: str
    parent: str = ""


@dataclass(frozen=True)
class Dimension:
    """`partition`: a household is in one code; `multi`: in any number of them.

    Amounts add up over every dimension, households over a partition only. `coarser`: the dimension that the parents
    of the codes are from. `from_key`: its codes come with the coordinator's key file.
    """

    id: str
    title: str
    response: Response
    codes: tuple[Code, ...]
    coarser: str = ""
    from_key: bool = False

    @cached_property
    def by_id(self) -> Mapping[str, Code]:
        return {code.id: code for code in self.codes}

    def coded(self, value: str) -> str:
        """The code that `value` counts under: its own, `geen` for nothing where that exists, else `overig`."""
        if value in self.by_id:
            return value
        return NONE if not value and NONE in self.by_id else OTHER


@dataclass(frozen=True)
class TableKind:
    """`unit`: what an amount is counted in, and `step` what it is rounded to; `top_step`: the same for a top two.

    `derived`: the tables of which its amounts are the sum, cell by cell; it has no amounts of its own. `margin_of`:
    the table whose margins its cells are: one variable, which is sent and rounded once. `held_in`: the table whose
    cell of the parent holds every household of a cell here. `zeros`: finest cells that can't be anything but empty.
    `band_of`: the table that this is one `side` of the band of: for every household how far it may be off. It is sent
    like the others, and published as a part of the figures of that table only. `adds`: it says what happened in a
    period, so that quarters add up to a year; any other says how things were at the end of it.
    """

    id: str
    title: str
    row_title: str
    measure: Measure
    dimensions: tuple[Dimension, ...]
    unit: str = ""
    step: int = 1
    top_step: int = 1
    derived: tuple[str, ...] = ()
    margin_of: str = ""
    held_in: str = ""
    zeros: tuple[str, ...] = ()
    band_of: str = ""
    side: Side = ""
    adds: bool = False

    @property
    def has_amounts(self) -> bool:
        return self.measure != "count"

    def knows(self, cell: str) -> bool:
        parts = cell.split(SEPARATOR)
        return len(parts) == len(self.dimensions) and all(
            not part or part in dimension.by_id for part, dimension in zip(parts, self.dimensions, strict=True)
        )

    def bears_value(self, cell: str) -> bool:
        """Whether an amount stands beside a token: in the finest cells of a table with amounts of its own."""
        return self.has_amounts and not self.derived and is_finest(cell)

    def bears_top(self, cell: str) -> bool:
        """Whether the top two stand with the cell: where amounts are asked for and none stand beside the tokens."""
        return self.has_amounts and not self.bears_value(cell)

    def labels(self, cell: str) -> tuple[str, ...]:
        """What its codes are called; "" for all of a dimension. Raises KeyError for a cell that is not known."""
        parts = zip(cell.split(SEPARATOR), self.dimensions, strict=True)
        return tuple(dimension.by_id[part].label if part else "" for part, dimension in parts)


@dataclass(frozen=True, slots=True)
class TableCatalogue:
    version: str
    tables: Mapping[str, TableKind]

    def sides_of(self, table: str) -> tuple[str, str] | None:
        """The tables of how much lower and how much higher it may be; None where it has no band."""
        sides = {kind.side: kind.id for kind in self.tables.values() if kind.band_of == table}
        return (sides["below"], sides["above"]) if sides else None

    def knows(self, key: CellKey) -> bool:
        """Whether a file may hold this cell."""
        kind = self.tables.get(key[0])
        return kind is not None and not kind.margin_of and kind.knows(key[1])

    def source(self, key: CellKey) -> CellKey:
        """The cell that is sent for this one: itself, or the margin that it is."""
        kind = self.tables[key[0]]
        if not kind.margin_of:
            return key
        whole = self.tables[kind.margin_of]
        mine = dict(zip((dimension.id for dimension in kind.dimensions), key[1].split(SEPARATOR), strict=True))
        return whole.id, cell_of(*(mine.get(dimension.id, "") for dimension in whole.dimensions))

    def with_codes(self, codes: Mapping[str, tuple[Code, ...]]) -> "TableCatalogue":
        """With those of the coordinator's key file, by dimension; `overig` and `geen` stay behind them."""

        def filled(dimension: Dimension) -> Dimension:
            if not dimension.from_key:
                return dimension
            given = tuple(code for code in codes.get(dimension.id, ()) if code.id not in (OTHER, NONE))
            fixed = tuple(code for code in dimension.codes if code.id in (OTHER, NONE))
            return replace(dimension, codes=given + fixed)

        tables = {
            id_: replace(kind, dimensions=tuple(filled(dimension) for dimension in kind.dimensions))
            for id_, kind in self.tables.items()
        }
        return TableCatalogue(self.version, tables)


def cell_of(*codes: str) -> str:
    return SEPARATOR.join(codes)


def is_finest(cell: str) -> bool:
    return "" not in cell.split(SEPARATOR)


def margins_of(cell: str) -> Iterator[str]:
    """Every margin above a finest cell, the total among them."""
    for parts in product(*((code, "") for code in cell.split(SEPARATOR))):
        if "" in parts:
            yield SEPARATOR.join(parts)


def load(folder: Path | None = None) -> TableCatalogue:
    """Raises RuntimeError when it is not what the program came with: then the installation is not whole."""
    return from_json(((folder or paths.resources()) / FILE).read_bytes())


def from_json(content: bytes) -> TableCatalogue:
    """Raises RuntimeError."""
    import msgspec

    from doorbraak.model.exchange.table_file import TableFile

    try:
        file = msgspec.json.decode(content, type=TableFile)
    except (ValueError, RecursionError) as error:
        raise RuntimeError("resources/exchange/tables.json is damaged: install the program again.") from error
    dimensions = {
        one.id: Dimension(
            one.id, one.title, one.response, tuple(Code(*code) for code in one.codes), one.coarser, one.from_key
        )
        for one in file.dimensions
    }
    tables = {
        one.id: TableKind(
            one.id, one.title, one.row_title, one.measure, tuple(dimensions[id_] for id_ in one.dimensions), one.unit,
            one.step, one.top_step, one.derived, one.margin_of, one.held_in, one.zeros, one.band_of, one.side,
            one.adds,
        )
        for one in file.tables
    }  # fmt: skip
    return TableCatalogue(file.version, tables)
