"""How people are to each other: the lines of the genogram."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks, columns, links, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.store import Store

TABLE = columns.record_table(
    "relation",
    columns.belongs_to("person"),
    columns.may_name("other", "person", gone="CASCADE"),
    columns.code("kind", "never"),
    columns.words("words"),
    constraints=("UNIQUE (person, other, kind)", "CHECK (other IS NOT NULL AND person <> other)"),
    indexes=("other",),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """From `person` to `other`, as the kind reads: parent first. `kind` is a role of the kind "relatie"."""

    id: int
    person: int
    other: int
    kind: str
    words: str
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Relation, ...]:
    return reading.records(store, TABLE, Relation, household)


def add(store: Store, person: int, other: int, kind: str, *, words: str = "", noted: Noted = NOW) -> int:
    """Raises InputError for the same person twice, or a relation that is there already."""
    if person == other:
        raise InputError("Kies twee verschillende mensen.", "other")
    links.same_household(store, links.household_of(store, "person", person), person=other)
    kind = checks.needed(checks.code(kind, "kind"), "kind", "Kies hoe deze twee bij elkaar horen.")
    _free(store, person, other, kind)
    return store.insert(
        "relation",
        person=person,
        other=other,
        kind=kind,
        words=checks.line(words, "words"),
        **values(noted),
    )


def set_kind(store: Store, relation: int, kind: str) -> None:
    kind = checks.needed(checks.code(kind, "kind"), "kind", "Kies hoe deze twee bij elkaar horen.")
    person, other = store.one("SELECT person, other FROM relation WHERE id = ?", [relation])
    _free(store, person, other, kind, but=relation)
    store.update("relation", relation, kind=kind)


def reword(store: Store, relation: int, words: str) -> None:
    store.update("relation", relation, words=checks.line(words, "words"))


def remove(store: Store, relation: int) -> None:
    store.delete("relation", relation)


def _free(store: Store, person: int, other: int, kind: str, *, but: int = 0) -> None:
    there = "SELECT 1 FROM relation WHERE person = ? AND other = ? AND kind = ? AND id <> ?"
    if store.rows(there, [person, other, kind, but]):
        raise InputError("Deze relatie staat er al.", "kind")
