"""The two kinds of workspace: one with households, and a coordinator's, which has none. Neither opens as the other."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Literal

from doorbraak.model.errors import OtherWorkspace

if TYPE_CHECKING:
    from sqlite_utils import Database

Kind = Literal["households", "coordinator"]
SETTING = "kind"

_IS: dict[Kind, str] = {
    "coordinator": (
        "Dit is de werkmap van een coördinator; daar staan geen huishoudens in. Er is niets veranderd. "
        "Kies een andere map, of open deze map in het venster."
    ),
    "households": (
        "Dit is een werkmap met huishoudens, en niet die van een coördinator. Er is niets veranderd. "
        "Kies een andere map, of maak een nieuwe werkmap voor de coördinator."
    ),
}


def of(db: "Database") -> Kind:
    """A workspace from before there were two has households."""
    row = db.execute("SELECT value FROM setting WHERE name = ?", [SETTING]).fetchone()
    return "coordinator" if row and row[0] == "coordinator" else "households"


def check(db: "Database", wanted: Collection[Kind]) -> Kind:
    """Which of these it is. Raises OtherWorkspace when it is none of them."""
    found = of(db)
    if found not in wanted:
        raise OtherWorkspace(_IS[found])
    return found
