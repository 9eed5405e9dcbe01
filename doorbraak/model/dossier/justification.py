"""Legal grounds: which articles carry the doorbraak, which give room, which block it, and why here."""

from dataclasses import dataclass
from typing import Literal

from doorbraak.model.dossier import checks
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.schema import Column, Table
from doorbraak.model.workspace.store import Store

GroundRole = Literal["carries", "room", "blocks"]
ROLES: tuple[GroundRole, ...] = ("carries", "room", "blocks")

TABLE = Table(
    "legal_ground",
    (
        Column("intervention", "INTEGER NOT NULL REFERENCES intervention(id) ON DELETE CASCADE", "never"),
        Column("article", "TEXT NOT NULL", "counted"),
        Column("role", "TEXT NOT NULL CHECK (role IN ('carries', 'room', 'blocks'))", "counted"),
        Column("reason", "TEXT NOT NULL", "never"),
    ),
    constraints=("UNIQUE (intervention, article)",),
    indexes=("intervention",),
)


@dataclass(frozen=True, slots=True)
class LegalGround:
    """`article` is an id of the catalogue's articles; `reason` says why it matters in this household."""

    id: int
    intervention: int
    article: str
    role: GroundRole
    reason: str


def of_household(store: Store, household: int) -> tuple[LegalGround, ...]:
    rows = store.rows(
        "SELECT g.id, g.intervention, g.article, g.role, g.reason FROM legal_ground g "
        "JOIN intervention i ON i.id = g.intervention WHERE i.household = ? ORDER BY g.id",
        [household],
    )
    return tuple(LegalGround(*row) for row in rows)


def add(store: Store, intervention: int, article: str, *, role: GroundRole = "carries", reason: str = "") -> int:
    """Raises InputError when the article is already a ground of this doorbraak."""
    if store.rows("SELECT 1 FROM legal_ground WHERE intervention = ? AND article = ?", [intervention, article]):
        raise InputError("Dit artikel staat al bij deze doorbraak.", "article")
    return store.insert(
        "legal_ground",
        intervention=intervention,
        article=checks.line(article, "article", most=80),
        role=checks.one_of(role, ROLES, "role"),
        reason=checks.paragraph(reason, "reason", most=2000),
    )


def set_role(store: Store, ground: int, role: GroundRole) -> None:
    store.update("legal_ground", ground, role=checks.one_of(role, ROLES, "role"))


def set_reason(store: Store, ground: int, reason: str) -> None:
    store.update("legal_ground", ground, reason=checks.paragraph(reason, "reason", most=2000))


def remove(store: Store, ground: int) -> None:
    store.delete("legal_ground", ground)
