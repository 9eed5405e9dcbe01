"""Who may decide what in this gemeente, as the team looked it up in its mandaatbesluit: of the whole workspace."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks, columns
from doorbraak.model.workspace.schema import Table
from doorbraak.model.workspace.store import Store

TABLE = Table(
    "local_mandate",
    (
        columns.code("law", "never"),
        columns.words("decision"),
        columns.words("decider"),
        columns.words("source"),
        columns.maybe_day("checked_on", "never"),
    ),
)


@dataclass(frozen=True, slots=True)
class LocalMandate:
    """`law`: an id of the catalogue. `decision`: what may be decided, "" for all of that law. `decider`: by which role.

    `source`: where it stands, as read on `checked_on`.
    """

    id: int
    law: str
    decision: str
    decider: str
    source: str
    checked_on: date | None


def all_of(store: Store) -> tuple[LocalMandate, ...]:
    """By law, in the order in which they were written."""
    return tuple(
        LocalMandate(id_, law, decision, decider, source, checks.read_day(on))
        for id_, law, decision, decider, source, on in store.rows(
            "SELECT id, law, decision, decider, source, checked_on FROM local_mandate ORDER BY law, id"
        )
    )


def add(
    store: Store, law: str, decider: str, *, decision: str = "", source: str = "", checked_on: date | None = None
) -> int:
    """Raises InputError without law or decider."""
    return store.insert(
        "local_mandate",
        law=checks.needed(checks.code(law, "law"), "law", "Kies om welke wet het gaat."),
        decision=checks.line(decision, "decision"),
        decider=_decider(decider),
        source=checks.line(source, "source"),
        checked_on=checks.day(checked_on, "checked_on"),
    )


def set_decision(store: Store, mandate: int, decision: str) -> None:
    store.update("local_mandate", mandate, decision=checks.line(decision, "decision"))


def set_decider(store: Store, mandate: int, decider: str) -> None:
    store.update("local_mandate", mandate, decider=_decider(decider))


def set_source(store: Store, mandate: int, source: str) -> None:
    store.update("local_mandate", mandate, source=checks.line(source, "source"))


def set_checked_on(store: Store, mandate: int, on: date | None) -> None:
    store.update("local_mandate", mandate, checked_on=checks.day(on, "checked_on"))


def remove(store: Store, mandate: int) -> None:
    store.delete("local_mandate", mandate)


def _decider(decider: str) -> str:
    return checks.needed(checks.line(decider, "decider"), "decider", "Schrijf welke functie dit mag besluiten.")
