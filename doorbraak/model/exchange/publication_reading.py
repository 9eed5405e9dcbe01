"""A publication out of a file that anybody may have made. There is no key: whoever has the file can read it.

The figures are read from the package and everything else is made again from the program's own catalogue; the result has
to give the same CSV files, byte for byte. So no name, order, sign or column of the file reaches a screen that this
program would not have written itself. What cannot be a published figure is refused. Imports msgspec.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, NoReturn

from msgspec import Meta, Struct
from msgspec import json as msgspec_json

from doorbraak.model import bounded
from doorbraak.model.errors import InputError, UserError
from doorbraak.model.exchange import (
    coordinator_key,
    periods,
    publication_csv,
    published,
    rounding,
    rules,
    table_catalogue,
)  # fmt: skip
from doorbraak.model.exchange.coordinator_key import CoordinatorKey
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.publication_csv import CODES, FIGURES, TOTAL, codes_name, figures_name, unguarded
from doorbraak.model.exchange.publication_marking import BASES
from doorbraak.model.exchange.publication_package import DESCRIPTION, FORMAT, VERSION
from doorbraak.model.exchange.published import Publication, PublishedCell, Status
from doorbraak.model.exchange.published_year import Quarter
from doorbraak.model.exchange.table_catalogue import NONE, OTHER, CellKey, Code, TableCatalogue, TableKind

SUFFIX = ".zip"
MOST_BYTES = 20_000_000
MOST_PLAIN = 64_000_000
"""Unpacked, all together: 500 teams and as many wijken fit in it."""

OTHER_FILE = (
    "Dit is geen publicatie van Doorbraak. Er is niets geopend en niets veranderd. Kies het zip-bestand van een "
    "publicatie, zoals doorbraak-2026Q3.zip."
)
CHANGED = (
    "Deze publicatie is beschadigd of veranderd. Er is niets geopend en niets veranderd. Vraag het bestand opnieuw aan "
    "wie de publicatie maakte."
)
NEWER = (
    "Deze publicatie komt van een nieuwere versie van Doorbraak. Er is niets geopend en niets veranderd. Installeer "
    "eerst die versie."
)
OTHER_TABLES = (
    "Deze publicatie is met een andere versie van de tabellen gemaakt. Er is niets geopend en niets veranderd. Zoek de "
    "versie van Doorbraak die erbij hoort, en open haar daarmee."
)
_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,12}", re.ASCII)
_STATUSES: dict[str, Status] = {"shown": "shown", "most": "most", "hidden": "hidden", "withheld": "withheld"}
_HOUSEHOLDS = 10_000_000
_SCALES = {"count": 1, "euro": 1, "contacts": 10, "agencies": 10, "hours": 10}


class PublicationRefused(UserError):
    """A file is no publication that this program wrote; nothing of it was opened."""


class _Quarter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    period: Annotated[str, Meta(pattern=r"^20[0-9]{2}Q[1-4]\Z")]
    fingerprint: Annotated[str, Meta(pattern=r"^[0-9]{4}( [0-9]{4}){5}\Z")]


class _About(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: Literal["doorbraak-publicatie"]
    version: Annotated[int, Meta(ge=1, le=1000)]
    period: Annotated[str, Meta(pattern=r"^20[0-9]{2}(Q[1-4]){0,3}\Z")]
    catalogue: Annotated[str, Meta(max_length=20)]
    gemeente: Annotated[str, Meta(pattern=r"^(GM[0-9]{4})?\Z")]
    example: bool
    quarters: Annotated[tuple[_Quarter, ...], Meta(max_length=4)] = ()
    other_senders: bool = False


class _Description(Struct, frozen=True, kw_only=True):
    """Whatever else stands in it is for other programs: this one never shows it."""

    doorbraak: _About


@dataclass(frozen=True, slots=True)
class Package:
    """A publication, and the code of the gemeente that stood beside it: who writes it again, writes both."""

    publication: Publication
    gemeente: str


def read(path: Path, known: TableCatalogue | None = None) -> Publication:
    """Raises UserError; then nothing of the file was used."""
    return package(path, known).publication


def package(path: Path, known: TableCatalogue | None = None) -> Package:
    """As `read`, with all that is in it."""
    return _opened(bounded.read(path, MOST_BYTES), known)


def opened(content: bytes, known: TableCatalogue | None = None) -> Publication:
    """The publication in these bytes. Raises PublicationRefused."""
    return _opened(content, known).publication


def _opened(content: bytes, known: TableCatalogue | None) -> Package:
    known = known or table_catalogue.load()
    files = _unpacked(content)
    about = _about(files.pop(DESCRIPTION, b""))
    if about.catalogue != known.version:
        _refuse(OTHER_TABLES)
    found: Publication | None = None
    again: dict[str, bytes] = {}
    with suppress(ValueError, KeyError, InputError, csv.Error):  # none of which may quote the file
        tables = _with_codes(files, known)
        quarters = _quarters_of(about)
        last = periods.parse(quarters[-1].period if quarters else about.period)
        cells = {
            key: one
            for kind in published.own_tables(tables)
            for key, one in _cells(kind, files, last, banded=tables.sides_of(kind.id) is not None)
        }
        _check_same(tables, cells)
        found = published.reopened(
            about.period, tables, cells, example=about.example, quarters=quarters, other_senders=about.other_senders
        )
        again = publication_csv.members(found, tables, about.gemeente)
    if found is None or again != files:
        _refuse(CHANGED)
    return Package(found, about.gemeente)


def _refuse(sentence: str) -> NoReturn:
    raise PublicationRefused(sentence)


def _unpacked(content: bytes) -> dict[str, bytes]:
    """In memory only, and no more of it than may be there, whatever the file says of its sizes."""
    files: dict[str, bytes] = {}
    left, whole = MOST_PLAIN, False
    # NotImplementedError and RuntimeError: other packing, or a password; the rest is what zipfile lets through
    with suppress(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = archive.infolist()
            if DESCRIPTION not in {one.filename for one in listed}:
                _refuse(OTHER_FILE)
            for member in listed:
                if member.filename in files or member.compress_type not in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED):
                    _refuse(CHANGED)
                with archive.open(member) as source:
                    files[member.filename] = source.read(left + 1)
                left -= len(files[member.filename])
                if left < 0:
                    _refuse(CHANGED)
        whole = True
    if not whole:
        _refuse(CHANGED if content[:4] == b"PK\x03\x04" else OTHER_FILE)
    return files


def _about(content: bytes) -> _About:
    found: _Description | None = None
    with suppress(ValueError, RecursionError):
        found = msgspec_json.decode(content, type=_Description)
    if found is None:
        _refuse(OTHER_FILE if FORMAT.encode() not in content else CHANGED)
    if found.doorbraak.version > VERSION:
        _refuse(NEWER)
    return found.doorbraak


def _quarters_of(about: _About) -> tuple[Quarter, ...]:
    """Raises ValueError or InputError when the name is not of these quarters."""
    named = periods.parts_of(about.period)
    found = tuple(Quarter(one.period, one.fingerprint) for one in about.quarters)
    listed = [periods.parse(one.period) for one in found]
    ordered = sorted(set(listed), key=lambda one: one.order) == listed
    if (len(named) > 1 or found) and (len(found) < 2 or not ordered or periods.added(listed) != about.period):
        raise ValueError("a name that is not of these quarters")
    return found


def _with_codes(files: dict[str, bytes], known: TableCatalogue) -> TableCatalogue:
    """With the teams and wijken of the file, which have to pass whatever a coordinator's key file has to."""
    found: dict[str, tuple[Code, ...]] = {}
    for dimension in publication_csv.dimensions_of(known).values():
        if dimension.from_key:
            at, label = CODES.index("code"), CODES.index("label")
            rows = _rows(files[codes_name(dimension.id)], CODES)
            given = (Code(unguarded(row[at]), unguarded(row[label])) for row in rows)
            found[dimension.id] = tuple(code for code in given if code.id not in (OTHER, NONE, TOTAL))
    handed = CoordinatorKey(bytes(32), found.get("team", ()), found.get("wijk", ()))
    coordinator_key.encode(handed)  # for its checks alone
    return known.with_codes(found)


def _cells(
    kind: TableKind, files: dict[str, bytes], last: Period, *, banded: bool
) -> Iterator[tuple[CellKey, PublishedCell]]:  # fmt: skip
    """In the order of the file; whether that is the right one is seen when it is written again. `last`: the period of
    the publication, or the last quarter of its year.
    """
    columns = publication_csv.columns_of(kind)
    codes = [columns.index(one.id) for one in kind.dimensions]
    for row in _rows(files[figures_name(kind.id)], columns):
        cell = table_catalogue.cell_of(*("" if row[at] == TOTAL else unguarded(row[at]) for at in codes))
        yield (kind.id, cell), _cell(kind, cell, row[-len(FIGURES) :], last, banded=banded)


def _cell(kind: TableKind, cell: str, said: Sequence[str], last: Period, *, banded: bool) -> PublishedCell:
    """Raises ValueError for what no publication says of a cell. `banded`: its table has bands."""
    status = _STATUSES[said[0]]
    value, households, low, high = map(_number, said[1:-1])
    base = BASES.get(kind.measure, rounding.COUNT_BASE) // _SCALES[kind.measure]
    bound = (low, high) != (None, None)
    checks = (
        (value is not None) == (status == "shown"),
        value is None or (value % base == 0 and (kind.has_amounts or rules.FEWEST <= value <= _HOUSEHOLDS)),
        status != "most" or not kind.has_amounts,
        households is None or (kind.has_amounts and value is not None and rules.FEWEST <= households <= _HOUSEHOLDS),
        households is None or households % rounding.COUNT_BASE == 0,
        not bound or (low is not None and high is not None and value is not None and low <= value <= high),
        not bound or (banded and (low or 0) % base == 0 and (high or 0) % base == 0),
        not said[-1] or (kind.has_amounts and value is not None and _is_before(said[-1], last)),
    )
    if not all(checks):
        raise ValueError("no published figure")
    return PublishedCell(cell, (), status, value, households, low, high, said[-1])


def _is_before(earlier: str, last: Period) -> bool:
    """Raises InputError for what is no period."""
    period = periods.parse(earlier)
    return period.same_kind(last) and period.order < last.order


def _check_same(tables: TableCatalogue, cells: dict[CellKey, PublishedCell]) -> None:
    """A table is withheld as a whole, and a margin is the same figure wherever it stands. Raises ValueError."""
    withheld: dict[str, set[bool]] = {}
    for (table, cell), one in cells.items():
        withheld.setdefault(table, set()).add(one.status == "withheld")
        source = cells[tables.source((table, cell))]
        if (one.status, one.value, one.period) != (source.status, source.value, source.period):
            raise ValueError("one figure in two ways")
    if any(len(said) > 1 for said in withheld.values()):
        raise ValueError("a table that is withheld in part")


def _number(text: str) -> int | None:
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise ValueError("no number")
    return int(text)


def _rows(content: bytes, header: Sequence[str]) -> Iterator[list[str]]:
    """Raises ValueError or csv.Error."""
    rows = csv.reader(io.StringIO(content.decode(), newline=""), strict=True)
    if next(rows, []) != list(header):
        raise ValueError("other columns")
    for row in rows:
        if len(row) != len(header):
            raise ValueError("another number of fields")
        yield row
