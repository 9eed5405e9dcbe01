"""What the sums of a whole workspace rest on: in which year's prices they are, and how later years weigh."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks, columns
from doorbraak.model.workspace.schema import Table
from doorbraak.model.workspace.store import Store

MOST_DISCOUNT_E4 = 2000
DISCOUNT_E4 = 225
DISCOUNT_SOURCE = "Werkgroep discontovoet: 2,25% reëel sinds 2021 (rwseconomie.nl/discontovoet)"
HOURS_PER_FTE = 1380
"""Our own assumption of the hours a year that one full-time professional really works, without leave and courses."""

TABLE = Table(
    "assumptions",
    (
        columns.maybe_number("price_year", 1990, 2200, "never"),
        columns.number("discount_e4", 0, MOST_DISCOUNT_E4, "never"),
        columns.words("discount_source"),
        columns.maybe_day("discount_on", "never"),
        columns.number("hours_per_fte", 1, 3000, "never"),
    ),
)


@dataclass(frozen=True, slots=True)
class Assumptions:
    """`price_year`: the year in whose prices sums are; None is the last with a known index.

    `discount_e4`: hundredths of a per cent a year, from `discount_source` as read on `discount_on`.
    """

    price_year: int | None = None
    discount_e4: int = DISCOUNT_E4
    discount_source: str = DISCOUNT_SOURCE
    discount_on: date | None = None
    hours_per_fte: int = HOURS_PER_FTE


_COLUMNS = ", ".join(TABLE.column_names[1:])


def read(store: Store) -> Assumptions:
    """Those of the program while nobody chose others."""
    rows = store.rows(f"SELECT {_COLUMNS} FROM assumptions ORDER BY id LIMIT 1")
    if not rows:
        return Assumptions()
    year, rate, source, on, hours = rows[0]
    return Assumptions(year, rate, source, checks.read_day(on), hours)


def write(store: Store, chosen: Assumptions) -> None:
    """Raises InputError for a rate above 20%, a year that can't be, or impossible hours."""
    year = chosen.price_year
    stored = {
        "price_year": year if year is None else checks.whole(
            year, "price_year", 1990, date.today().year + 1, "Dit prijsjaar klopt niet. Schrijf vier cijfers."
        ),
        "discount_e4": checks.whole(
            chosen.discount_e4, "discount_e4", 0, MOST_DISCOUNT_E4, "De discontovoet ligt tussen 0 en 20 procent."
        ),
        "discount_source": checks.line(chosen.discount_source, "discount_source"),
        "discount_on": checks.day(chosen.discount_on, "discount_on"),
        "hours_per_fte": checks.whole(
            chosen.hours_per_fte, "hours_per_fte", 1, 3000, "Uren per fte liggen tussen 1 en 3.000 per jaar."
        ),
    }  # fmt: skip
    rows = store.rows("SELECT id FROM assumptions ORDER BY id LIMIT 1")
    if rows:
        store.update("assumptions", rows[0][0], **stored)
    else:
        store.insert("assumptions", **stored)
