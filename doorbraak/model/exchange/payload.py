"""What is inside an exchange file, its one way of being written, and every check before it is believed.

Imports msgspec: only for who makes or reads such a file.
"""

from collections import defaultdict
from contextlib import suppress
from itertools import pairwise
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from doorbraak.model.exchange.contributions import CellContributions
from doorbraak.model.exchange.payload_tops import tops_agree
from doorbraak.model.exchange.refusals import DAMAGED, OTHER_TABLES, refuse
from doorbraak.model.exchange.rules import FEWEST_CHANGED
from doorbraak.model.exchange.table_catalogue import SEPARATOR, CellKey, TableCatalogue, margins_of

FORMAT: Literal["doorbraak-uitwisseling"] = "doorbraak-uitwisseling"
MOST_PLAIN = 20_000_000
MOST_HOUSEHOLDS = 2_000
COUNTED_IN = "households_team"
"""The table that every household of a file is in."""

Sender = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
_Cells = Annotated[tuple[CellContributions, ...], Meta(max_length=100_000)]


class Payload(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`example`: what is counted is made up or published. `coordinator`: the fingerprint of whom it is for."""

    format: Literal["doorbraak-uitwisseling"]
    catalogue: Annotated[str, Meta(min_length=1, max_length=20)]
    period: Annotated[str, Meta(pattern=r"^20\d\d(Q[1-4])?\Z")]
    sender: Sender
    sequence: Annotated[int, Meta(ge=1, le=1_000_000)]
    coordinator: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    households: Annotated[int, Meta(ge=1, le=MOST_HOUSEHOLDS)]
    example: bool
    cells: _Cells


def encode(payload: Payload) -> bytes:
    """Canonical: names in order, no white space, so that equal payloads are equal bytes."""
    return msgspec.json.encode(payload, order="sorted")


def decode(plain: bytes, tables: TableCatalogue) -> Payload:
    """Raises ExchangeRefused: one fault, and nothing of the file is believed."""
    if len(plain) > MOST_PLAIN:
        refuse(DAMAGED)
    payload = _typed(plain)
    if encode(payload) != plain:  # a field twice, 1.0 for 1, or white space
        refuse(DAMAGED)
    if payload.catalogue != tables.version:
        refuse(OTHER_TABLES)
    _check(payload, tables)
    return payload


def _typed(plain: bytes) -> Payload:
    payload = None
    with suppress(ValueError, RecursionError):  # also no UTF-8, NaN, an unknown field, a number out of bounds
        payload = msgspec.json.decode(plain, type=Payload)
    return refuse(DAMAGED) if payload is None else payload  # out here: what the decoder says may quote the file


def _check(payload: Payload, tables: TableCatalogue) -> None:
    keys = [(one.table, one.cell) for one in payload.cells]
    if any(first >= second for first, second in pairwise(keys)):
        refuse(DAMAGED)
    for one in payload.cells:
        if not _holds(one, tables) or len(one.entries) > payload.households:
            refuse(DAMAGED)
    numbers = {(one.table, one.cell): len(one.entries) for one in payload.cells}
    if numbers.get((COUNTED_IN, ""), 0) != payload.households or not _adds_up(numbers, tables):
        refuse(DAMAGED)
    if not tops_agree(payload.cells, tables):
        refuse(DAMAGED)


def _holds(one: CellContributions, tables: TableCatalogue) -> bool:
    """The cell exists, its tokens differ, and amounts stand only where they may."""
    key = (one.table, one.cell)
    if not tables.knows(key):
        return False
    kind, names = tables.tables[one.table], [entry.token for entry in one.entries]
    shown = kind.bears_value(one.cell)
    return (
        all(first < second for first, second in pairwise(names))
        and all((entry.value is not None) == shown for entry in one.entries)
        and all(entry.value % kind.step == 0 for entry in one.entries if entry.value is not None)
        and not (kind.band_of and any((entry.value or 0) < 0 for entry in one.entries))
        and one.changed <= len(names) + MOST_HOUSEHOLDS
        and len(one.top) == (min(2, len(names)) if kind.bears_top(one.cell) else 0)
        and len(one.moved) == (_said_of(one.changed) if kind.has_amounts else 0)
        and all(list(sizes[:2]) == sorted(sizes[:2], reverse=True) for sizes in (one.top, one.moved))
        and max(one.moved, default=0) == (one.moved[0] if one.moved else 0)
        and all(size % kind.top_step == 0 for size in (*one.top, *one.moved))
        and (one.cell not in kind.zeros or not names)
    )


def _said_of(changed: int) -> int:
    """How many amounts are said of so many changes."""
    return 3 if changed >= FEWEST_CHANGED else min(1, changed)


def _adds_up(numbers: dict[CellKey, int], tables: TableCatalogue) -> bool:
    """Every cell has its margins, and a margin has no fewer households than a part, and no more than all parts; over a
    partition exactly as many.
    """
    parts: dict[tuple[CellKey, int], list[int]] = defaultdict(list)
    for (table, cell), number in numbers.items():
        codes = cell.split(SEPARATOR)
        for at, code in enumerate(codes):
            if code:
                parts[(table, SEPARATOR.join((*codes[:at], "", *codes[at + 1 :]))), at].append(number)
        if "" not in codes and any((table, margin) not in numbers for margin in margins_of(cell)):
            return False
    for (key, at), found in parts.items():
        whole, exact = numbers.get(key, 0), tables.tables[key[0]].dimensions[at].response == "partition"
        if not max(found) <= whole <= sum(found) or (exact and whole != sum(found)):
            return False
    return all(_has_parts(key, number, parts) for key, number in numbers.items())


def _has_parts(key: CellKey, number: int, parts: dict[tuple[CellKey, int], list[int]]) -> bool:
    """No margin of its own making: somebody is in it by a cell below it."""
    codes = key[1].split(SEPARATOR)
    return not number or all((key, at) in parts for at, code in enumerate(codes) if not code)
