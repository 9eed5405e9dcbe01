"""Which lists hold in a workspace, taking newer ones, and what of it would name nothing any more."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from doorbraak.model import catalogue
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import (
    agencies,
    budgets,
    dossier,
    events,
    household,
    interventions,
    local_mandates,
    own_lists,
    problems,
)
from doorbraak.model.dossier.casefile_lists import LISTS
from doorbraak.model.errors import CatalogueDamaged
from doorbraak.model.workspace.store import Store

_ANSWER = (
    "Nu gelden de lijsten van het programma. De dossiers zijn veilig. "
    "Ga naar Extra, Lijsten bijwerken. Kies daar nieuwe lijsten, of ga terug naar die van het programma."
)
# What is called by the name of its kind while it has no words of its own.
_CALLED = {problems.TABLE: "problems", agencies.TABLE: "agencies", events.TABLE: "events",
           interventions.TABLE: "interventions"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Held:
    """`fault`: why the lists that were taken do not hold after all; empty when nothing is wrong."""

    catalogue: Catalogue
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Touched:
    """`rows` of `table` name something that vanishes."""

    table: str
    rows: int


def lists_of(store: Store) -> Held:
    """Those that this workspace took, with the program's own for the others.

    A newer program may ask more of a list than the one that took it: then its own hold.
    """
    try:
        return Held(catalogue.load_texts(own_lists.all_of(store)))
    except CatalogueDamaged as wrong:
        return Held(catalogue.load(), f"De eigen lijsten van deze werkmap passen niet meer. {wrong.found} {_ANSWER}")


def with_update(store: Store, given: Mapping[str, str]) -> Catalogue:
    """What would hold with these files: those of an earlier update that are not among them stay.

    Raises CatalogueDamaged with file and line.
    """
    return catalogue.load_texts(own_lists.all_of(store) | dict(given))


def take(store: Store, given: Mapping[str, str], on: date) -> Held:
    """All of these or nothing. Raises CatalogueDamaged, and InputError for more than a catalogue can be."""
    fresh = with_update(store, given)
    _keep_names(store, fresh)
    own_lists.take(store, own_lists.all_of(store) | dict(given), on)
    return Held(fresh)


def go_back(store: Store) -> Held:
    """To the lists that the program came with."""
    fresh = catalogue.load()
    _keep_names(store, fresh)
    own_lists.forget(store)
    return Held(fresh)


def touched(store: Store, gone: Mapping[str, Collection[str]]) -> tuple[Touched, ...]:
    """Of each table how many rows name an id of `gone`, which has ids by list."""
    found = []
    for table, columns in _columns().items():
        named = {column: tuple(gone[target]) for column, target in columns.items() if gone.get(target)}
        if named:
            either = " OR ".join(f"{column} IN ({', '.join('?' * len(ids))})" for column, ids in named.items())
            given = [id_ for ids in named.values() for id_ in ids]
            ((rows,),) = store.rows(f"SELECT count(*) FROM {table} WHERE {either}", given)
            if rows:
                found.append(Touched(table, rows))
    return tuple(found)


def _columns() -> dict[str, dict[str, str]]:
    """Of each table the columns with an id of a list, and which list."""
    found = {dossier.PARTS[name].tables[0].name: dict(of.codes) for name, of in LISTS.items() if of.codes}
    found[household.TABLE.name] = {"retention": "retention"}
    found[budgets.TABLE.name] = {"payer": "payers"}
    found[local_mandates.TABLE.name] = {"law": "laws"}
    return found


def _keep_names(store: Store, fresh: Catalogue) -> None:
    """What had its name from a row that vanishes gets it as words of its own: nobody knows it by an id."""
    before = lists_of(store).catalogue
    for table, name in _CALLED.items():
        known, stays = getattr(before, name), getattr(fresh, name)
        for row, kind in store.rows(f"SELECT id, kind FROM {table.name} WHERE words = '' AND kind <> ''"):
            if kind in known and kind not in stays:
                store.update(table.name, row, words=known[kind].name)
