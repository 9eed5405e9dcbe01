"""The own profile: who works with this workspace. It stands on documents."""

from dataclasses import dataclass

from doorbraak.model.dossier import checks, columns
from doorbraak.model.workspace.schema import Table
from doorbraak.model.workspace.store import Store

LONGEST = 100
TABLE = Table(
    "profile",
    (
        columns.words("name"),
        columns.words("function"),
        columns.words("phone"),
        columns.code("team", "counted"),
    ),
)


@dataclass(frozen=True, slots=True)
class Profile:
    """`team` is a code from the coordinator, or empty."""

    name: str = ""
    function: str = ""
    phone: str = ""
    team: str = ""


def read(store: Store) -> Profile:
    """Empty while nobody filled it in."""
    rows = store.rows("SELECT name, function, phone, team FROM profile ORDER BY id LIMIT 1")
    return Profile(*rows[0]) if rows else Profile()


def write(store: Store, profile: Profile) -> None:
    """Raises InputError for what is too long, or a team that is no code: it may leave the laptop."""
    team = checks.code_that_leaves(profile.team, "team")
    values = {
        "name": checks.line(profile.name, "name", most=LONGEST),
        "function": checks.line(profile.function, "function", most=LONGEST),
        "phone": checks.line(profile.phone, "phone", most=LONGEST),
        "team": team,
    }
    rows = store.rows("SELECT id FROM profile ORDER BY id LIMIT 1")
    if rows:
        store.update("profile", rows[0][0], **values)
    else:
        store.insert("profile", **values)
