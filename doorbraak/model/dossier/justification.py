"""Legal grounds: which articles carry the doorbraak, which give room, which block it, and why here."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.store import Store

GroundRole = Literal["carries", "room", "blocks"]
ROLES: tuple[GroundRole, ...] = ("carries", "room", "blocks")
LONGEST = 2000

TABLE = columns.record_table(
    "legal_ground",
    columns.belongs_to("intervention"),
    columns.code("article", "counted"),
    columns.choice("role", ROLES, "counted"),
    columns.words("reason"),
    columns.words("title"),
    columns.words("text"),
    columns.words("text_version"),
    columns.maybe_day("checked_on", "never"),
    constraints=("UNIQUE (intervention, article, title)",),
)


@dataclass(frozen=True, slots=True)
class LegalGround:
    """`article` is an id of the catalogue's articles; `reason` says why it matters in this household.

    An own article has no id: `title` names it. `text` is what it said when it was chosen, in plain words, and
    `text_version` the date of that text, so that the ground stays readable when the catalogue changes. On
    `checked_on` somebody read the newest text where the law is published.
    """

    id: int
    intervention: int
    article: str
    role: GroundRole
    reason: str
    title: str
    text: str
    text_version: str
    checked_on: date | None
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[LegalGround, ...]:
    return reading.records(store, TABLE, LegalGround, household)


def add(
    store: Store, intervention: int, article: str, *, role: GroundRole = "carries", reason: str = "",
    title: str = "", text: str = "", text_version: str = "", checked_on: date | None = None, noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError when the article is already a ground of this doorbraak, or an own one has no title."""
    article, title = checks.code(article, "article"), checks.line(title, "title")
    if not article and not title:
        raise InputError("Kies een artikel uit de lijst, of schrijf welk artikel het is.", "article")
    there = "SELECT 1 FROM legal_ground WHERE intervention = ? AND article = ? AND (article <> '' OR title = ?)"
    if store.rows(there, [intervention, article, title]):
        raise InputError("Dit artikel staat al bij deze doorbraak.", "article")
    return store.insert(
        "legal_ground",
        intervention=intervention,
        article=article,
        role=checks.one_of(role, ROLES, "role"),
        reason=checks.paragraph(reason, "reason", most=LONGEST),
        title=title,
        text=checks.paragraph(text, "text", most=LONGEST),
        text_version=checks.line(text_version, "text_version", most=40),
        checked_on=checks.day(checked_on, "checked_on"),
        **values(noted),
    )


def set_role(store: Store, ground: int, role: GroundRole) -> None:
    store.update("legal_ground", ground, role=checks.one_of(role, ROLES, "role"))


def set_reason(store: Store, ground: int, reason: str) -> None:
    store.update("legal_ground", ground, reason=checks.paragraph(reason, "reason", most=LONGEST))


def set_title(store: Store, ground: int, title: str) -> None:
    """Raises InputError for an article of the list, which has its own title, or a second one of that name."""
    _own(store, ground, "title")
    text = checks.needed(checks.line(title, "title"), "title", "Schrijf welk artikel het is.")
    there = (
        "SELECT 1 FROM legal_ground g JOIN legal_ground o ON o.intervention = g.intervention AND o.id <> g.id "
        "WHERE g.id = ? AND o.article = '' AND o.title = ?"
    )
    if store.rows(there, [ground, text]):
        raise InputError("Dit artikel staat al bij deze doorbraak.", "title")
    store.update("legal_ground", ground, title=text)


def set_text(store: Store, ground: int, text: str) -> None:
    """What an own article says. Raises InputError for an article of the list."""
    _own(store, ground, "text")
    store.update("legal_ground", ground, text=checks.paragraph(text, "text", most=LONGEST))


def set_text_version(store: Store, ground: int, version: str) -> None:
    """Of which date the text of an own article is. Raises InputError for an article of the list."""
    _own(store, ground, "text_version")
    store.update("legal_ground", ground, text_version=checks.line(version, "text_version", most=40))


def set_checked_on(store: Store, ground: int, on: date | None) -> None:
    """Raises InputError for a day that is too early or too late for a dossier."""
    store.update("legal_ground", ground, checked_on=checks.day(on, "checked_on"))


def _own(store: Store, ground: int, field: str) -> None:
    if store.one("SELECT article FROM legal_ground WHERE id = ?", [ground])[0]:
        raise InputError("Dit artikel komt uit de lijst. Schrijf bij de reden wat hier anders is.", field)


def remove(store: Store, ground: int) -> None:
    store.delete("legal_ground", ground)
