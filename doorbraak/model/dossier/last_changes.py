"""When each dossier was changed last: terms of the law count from there."""

from datetime import date

from doorbraak.model.dossier import dossier
from doorbraak.model.workspace.store import Store


def of_all(store: Store) -> dict[int, date]:
    """By household. The log tells of every change since it began; records and closing of what was taken in."""
    days: dict[int, str] = dict(store.rows("SELECT id, max(opened, coalesce(closed, opened)) FROM household"))
    for table in dossier.TABLES:
        names = table.column_names
        if names[1] == "household" and "noted_on" in names:
            _later(days, store.rows(f"SELECT household, max(noted_on) FROM {table.name} GROUP BY household"))
    logged = store.rows(
        "SELECT h.id, max(substr(l.at, 1, 10)) FROM access_log l "
        "JOIN household h ON l.object = 'huishouden ' || h.number "
        "WHERE l.action IN ('wijzigen', 'ongedaan maken', 'opnieuw doen') AND l.result = 'gelukt' GROUP BY h.id"
    )
    _later(days, logged)
    return {household: date.fromisoformat(day) for household, day in days.items()}


def _later(days: dict[int, str], found: list[tuple[int, str]]) -> None:
    for household, day in found:
        days[household] = max(day, days[household])
