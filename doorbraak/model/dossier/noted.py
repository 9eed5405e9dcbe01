"""From whom each record comes and since when it stands there: what a household may always ask."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks
from doorbraak.model.dossier.columns import ORIGINS, Origin
from doorbraak.model.workspace.store import Store, Value


@dataclass(frozen=True, slots=True)
class Noted:
    """`origin`: who said it, "" while nobody chose; "example" is made up and shown so. `on` None is today."""

    origin: Origin = ""
    on: date | None = None


NOW = Noted()


def values(noted: Noted) -> dict[str, Value]:
    """The columns of `record_table`. Raises InputError."""
    return {
        "origin": checks.one_of(noted.origin, ORIGINS, "origin"),
        "noted_on": checks.day(noted.on or date.today(), "noted_on"),
    }


def set_origin(store: Store, table: str, row: int, origin: Origin) -> None:
    """For a row of any table of records."""
    store.update(table, row, origin=checks.one_of(origin, ORIGINS, "origin"))
