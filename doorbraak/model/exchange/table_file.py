"""The shape of resources/exchange/tables.json. Imports msgspec: only for who reads or makes that file."""

from typing import Literal

from msgspec import Struct

from doorbraak.model.exchange.table_catalogue import Measure, Response, Side


class _Strict(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class DimensionRow(_Strict, frozen=True, kw_only=True):
    """`codes`: id, label, parent."""

    id: str
    title: str
    response: Response
    codes: tuple[tuple[str, str, str], ...]
    coarser: str = ""
    from_key: bool = False


class TableRow(_Strict, frozen=True, kw_only=True):
    id: str
    title: str
    row_title: str
    measure: Measure
    dimensions: tuple[str, ...]
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


class TableFile(_Strict, frozen=True, kw_only=True):
    format: Literal["doorbraak-tabellen"]
    version: str
    dimensions: tuple[DimensionRow, ...]
    tables: tuple[TableRow, ...]
