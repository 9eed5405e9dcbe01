"""A newer set of the catalogue's lists than the one that the program came with, as taken in by this workspace."""

from collections.abc import Mapping
from datetime import date

from doorbraak.model.dossier import checks, columns
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.schema import Table
from doorbraak.model.workspace.store import Store

MOST_BYTES = 5_000_000
TABLE = Table(
    "own_list",
    (
        columns.code("name", "never"),
        columns.words("content"),
        columns.day("taken_on", "never"),
    ),
    ("UNIQUE (name)",),
)


def all_of(store: Store) -> dict[str, str]:
    """The text of each file by its name; {} while those of the program hold."""
    return dict(store.rows("SELECT name, content FROM own_list ORDER BY name"))


def taken_on(store: Store) -> date | None:
    rows = store.rows("SELECT max(taken_on) FROM own_list")
    return checks.read_day(rows[0][0])


def take(store: Store, lists: Mapping[str, str], on: date) -> None:
    """All of these in place of those that were taken before. Whether they are right is the catalogue's to say.

    Raises InputError for more than a catalogue can be.
    """
    text = "".join(lists.values())
    if "\0" in text or len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise InputError("Deze lijsten zijn te groot, of geen tekst. Er is niets veranderd.", "content")
    if len({checks.code(name, "name") for name in lists}) < len(lists):
        raise InputError("Een lijst staat er twee keer in. Er is niets veranderd.", "name")
    forget(store)
    day = checks.known_day(on, "taken_on")
    for name, content in sorted(lists.items()):
        store.insert("own_list", name=checks.code(name, "name"), content=content, taken_on=day)


def forget(store: Store) -> None:
    """Back to the lists that the program came with."""
    for (row,) in store.rows("SELECT id FROM own_list"):
        store.delete("own_list", row)
