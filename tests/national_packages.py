"""`python -m tests.national_packages MAP [342]`: made-up data packages of so many gemeenten, to load together.

One caseload of 400 synthetic households goes through the whole chain. Each gemeente has its figures in another size,
its own teams and wijken with awkward names, and some more that is hidden. All of it is marked as an example.
"""

import sys
import tempfile
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random

from doorbraak.model.exchange import periods, publication_package, published, table_catalogue
from doorbraak.model.exchange.published import Publication, PublishedCell
from doorbraak.model.exchange.rounding import COUNT_BASE
from doorbraak.model.exchange.table_catalogue import CellKey, Code
from tests.model.exchange.caseloads import TEAMS, WIJKEN, known_tables
from tests.model.exchange.merged_caseloads import PERIOD, merge, patterns, publish, spread_over

_NAMES = ("'t Zand", "=Centrum", 'De "Kolk", oost', "-Rand", "Noord; west")  # what a careless reader trips over


def base() -> Publication:
    tables = known_tables()
    with tempfile.TemporaryDirectory() as folder:
        known = patterns(Path(folder) / "werkmap", tables)
    return publish(merge(spread_over(Random(1), known, tables, 400, 12), tables, example=True), tables)[0]


def of_gemeente(number: int, model: Publication, period: str = PERIOD) -> Publication:
    random = Random(number)
    own = {
        name: tuple(Code(f"{name[0]}{number}-{at}", f"{random.choice(_NAMES)} {number}") for at, _ in enumerate(codes))
        for name, codes in (("team", TEAMS), ("wijk", WIJKEN))
    }
    renamed = {
        old.id: new.id
        for name, codes in (("team", TEAMS), ("wijk", WIJKEN))
        for old, new in zip(codes, own[name], strict=True)
    }
    size = random.uniform(0.2, 3)
    tables = table_catalogue.load().with_codes(own)
    hidden = {
        tables.source((table.id, cell.cell)) for table in model.tables for cell in table.cells if random.random() < 0.1
    }
    cells: dict[CellKey, PublishedCell] = {}
    for table in model.tables:
        base_of = 1000 if table.measure == "euro" else 10 if table.measure == "hours" else COUNT_BASE
        for cell in table.cells:
            gone = cell.cell and tables.source((table.id, cell.cell)) in hidden and cell.status == "shown"
            made = PublishedCell(cell.cell, (), "hidden") if gone else _sized(cell, size, base_of)
            code = "|".join(renamed.get(one, one) for one in cell.cell.split("|"))
            cells[table.id, code] = replace(made, cell=code)
    return published.reopened(str(periods.parse(period)), tables, cells, example=True)


def _sized(cell: PublishedCell, size: float, base_of: int) -> PublishedCell:
    def to(number: int | None, multiple: int) -> int | None:
        return None if number is None else round(number * size / multiple) * multiple

    return replace(
        cell, value=to(cell.value, base_of), households=to(cell.households, COUNT_BASE), low=to(cell.low, base_of),
        high=to(cell.high, base_of),
    )  # fmt: skip


def main(words: list[str]) -> int:
    out, number = Path(words[0]), int(words[1]) if len(words) > 1 else 342
    model = base()
    for at in range(1, number + 1):
        gemeente = f"GM{at:04d}"
        with zipfile.ZipFile(BytesIO(publication_package.package_bytes(of_gemeente(at, model), gemeente))) as package:
            package.extractall(out / gemeente)
        if at % 50 == 0:
            print(f"{at} of {number}", file=sys.stderr, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
