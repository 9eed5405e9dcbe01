"""Dossiers for which a colleague has a file that was not answered yet. They still lie here."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.workspace.store import Store


@dataclass(frozen=True, slots=True)
class Given:
    """A dossier on its way. `last_day`: until when the colleague can take it in."""

    household: int
    label: str
    given_on: date
    last_day: date


def all_of(store: Store) -> tuple[Given, ...]:
    """The first first."""
    rows = store.rows("SELECT household, label, given_on, last_day FROM handover_given ORDER BY given_on, id")
    return tuple(Given(of, label, date.fromisoformat(on), date.fromisoformat(last)) for of, label, on, last in rows)
