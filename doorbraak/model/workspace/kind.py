"""The two kinds of workspace: one with households, and a coordinator's, which has none. Neither opens as the other."""

from typing import TYPE_CHECKING, Literal

from doorbraak.model.errors import OtherWorkspace

if TYPE_CHECKING:
    from sqlite_utils import Database

Kind = Literal["households", "coordinator"]
SETTING = "kind"

_IS: dict[str, str] = {
    "coordinator": (
        "Dit is de werkmap van een coördinator; daar staan geen huishoudens in. Er is niets veranderd. "
        "Kies een andere map, of open deze map in het venster."
    ),
    "households": (
        "Dit is een werkmap met huishoudens, en niet die van een coördinator. Er is niets veranderd. "
        "Kies een andere map, of maak een nieuwe werkmap voor de coördinator."
    ),
}


def of(db: "Database") -> str:
    """A workspace from before there were two has households."""
    row = db.execute("SELECT value FROM setting WHERE name = ?", [SETTING]).fetchone()
    return str(row[0]) if row else "households"


def check(db: "Database", wanted: Kind | None) -> None:
    """Raises OtherWorkspace when the file is of another kind. None: any kind will do."""
    found = of(db)
    if wanted is not None and found != wanted:
        raise OtherWorkspace(_IS.get(found, _IS["households"]))
