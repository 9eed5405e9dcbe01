"""The figures and code lists of a publication as CSV, for who reads them with another program.

A row of every cell, whatever it says. Each row says of which period and gemeente it is and whether it is an example:
the files of many gemeenten can be read together as they are. RFC 4180, UTF-8.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from doorbraak.model.errors import InputError
from doorbraak.model.exchange.published import ALL, SAID, Publication, PublishedCell, own_tables
from doorbraak.model.exchange.table_catalogue import SEPARATOR, Code, Dimension, TableCatalogue, TableKind

TOTAL = "_T"
"""All of a dimension, as SDMX writes it: no code of our own has that sign, and an empty field is read as unknown."""

ALWAYS = ("period", "gemeente", "example")
FIGURES = ("figure", "value", "households", "low", "high", "as_of")
CODES = (*ALWAYS, "dimension", "code", "label", "parent")
TABLES = (*ALWAYS, "table_id", "title", "measure", "unit", "published")

GEMEENTE_WRONG = (
    "Dit is geen code van een gemeente. Er is niets gemaakt. Schrijf de code van het CBS: GM en vier cijfers, zoals "
    "GM0363."
)
_GEMEENTE = re.compile(r"GM[0-9]{4}", re.ASCII)
_CALCULATES = frozenset("=+-@\N{MINUS SIGN}")


@dataclass(frozen=True, slots=True)
class Where:
    """What every row begins with. `gemeente`: code of Statistics Netherlands, or empty when it was not given."""

    period: str
    gemeente: str
    example: bool

    @property
    def cells(self) -> tuple[str, ...]:
        return (self.period, self.gemeente, _truth(self.example))


def check_gemeente(code: str) -> str:
    """Raises InputError."""
    if code and not _GEMEENTE.fullmatch(code):
        raise InputError(GEMEENTE_WRONG, "gemeente")
    return code


def tables_of(publication: Publication, known: TableCatalogue) -> TableCatalogue:
    """`known` with the teams and wijken that stand in this publication. Raises ValueError for another version."""
    if publication.catalogue != known.version:
        raise ValueError("a publication with the codes of another catalogue")
    found: dict[str, tuple[Code, ...]] = {}
    for kind in own_tables(known):
        for at, dimension in enumerate(kind.dimensions):
            if dimension.from_key and dimension.id not in found:
                pairs = ((one.cell.split(SEPARATOR)[at], one.labels[at]) for one in publication.table(kind.id).cells)
                labels = {code: label for code, label in pairs if code}
                found[dimension.id] = tuple(Code(code, label) for code, label in labels.items())
    return known.with_codes(found)


def dimensions_of(tables: TableCatalogue) -> dict[str, Dimension]:
    return {one.id: one for kind in own_tables(tables) for one in kind.dimensions}


def members(publication: Publication, tables: TableCatalogue, gemeente: str) -> dict[str, bytes]:
    """Every CSV by its name in the package."""
    where = Where(publication.period, gemeente, publication.example)
    made = {"tables.csv": _csv(TABLES, _tables(publication, where))}
    for dimension in dimensions_of(tables).values():
        made[codes_name(dimension.id)] = _csv(CODES, _codes(dimension, where))
    for kind in own_tables(tables):
        made[figures_name(kind.id)] = _csv(columns_of(kind), _figures(kind, publication, where))
    return made


def codes_name(dimension: str) -> str:
    return f"codes/{dimension}.csv"


def figures_name(table: str) -> str:
    return f"data/{table}.csv"


def columns_of(kind: TableKind) -> tuple[str, ...]:
    named = (name for one in kind.dimensions for name in (one.id, f"{one.id}_label"))
    return (*ALWAYS, "table_id", *named, *FIGURES)


def _tables(publication: Publication, where: Where) -> Iterator[Sequence[str]]:
    for table in publication.tables:
        yield *where.cells, table.id, table.title, table.measure, table.unit, _truth(not table.withheld)


def _codes(dimension: Dimension, where: Where) -> Iterator[Sequence[str]]:
    for code in (*dimension.codes, Code(TOTAL, ALL)):
        yield *where.cells, dimension.id, code.id, code.label, code.parent


def _figures(kind: TableKind, publication: Publication, where: Where) -> Iterator[Sequence[str]]:
    for one in publication.table(kind.id).cells:
        named = zip(one.cell.split(SEPARATOR), one.labels, strict=True)
        codes = (text for code, label in named for text in (code or TOTAL, label))
        yield *where.cells, kind.id, *codes, *_said(one)


def _said(one: PublishedCell) -> tuple[str, ...]:
    numbers = (one.value, one.households, one.low, one.high)
    return (one.status, *("" if number is None else str(number) for number in numbers), one.period)


def _truth(said: bool) -> str:
    return "true" if said else "false"


def status_words() -> str:
    return "; ".join(("shown = een cijfer", *(f"{status} = {words}" for status, words in SAID.items())))


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Numbers as they are; whatever else stands there can't be a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    numbers = len(header) - header.index("value") if "value" in header else 0
    for row in rows:
        words = len(row) - numbers
        writer.writerow((*map(guarded, row[:words]), *row[words:]))
    return out.getvalue().encode()


def guarded(text: str) -> str:
    """With an apostrophe before what a spreadsheet would calculate. `unguarded` gives exactly the text again."""
    return f"'{text}" if _calculates(text.lstrip("'")) else text


def unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and _calculates(text.lstrip("'")) else text


def _calculates(text: str) -> bool:
    return unicodedata.normalize("NFKC", text[:1]) in _CALCULATES
