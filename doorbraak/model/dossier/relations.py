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
    columns.maybe_number("since", 1900, 2200, "never"),
    constraints=("UNIQUE (person, other, kind)", "CHECK (other IS NOT NULL AND person <> other)"),
    indexes=("other",),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """From `person` to `other`, as the kind reads: parent first. `kind` is a role of the kind "relatie".

    `since` is the year in which it began: it puts partners in order.
    """

    id: int
    person: int
    other: int
    kind: str
    words: str
    since: int | None
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Relation, ...]:
    return reading.records(store, TABLE, Relation, household)


def add(
    store: Store, person: int, other: int, kind: str, *, words: str = "", since: int | None = None,
    noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError for the same person twice, a relation that is there already, or a year that can't be."""
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
        since=_year(since),
        **values(noted),
    )


def set_kind(store: Store, relation: int, kind: str) -> None:
    kind = checks.needed(checks.code(kind, "kind"), "kind", "Kies hoe deze twee bij elkaar horen.")
    person, other = store.one("SELECT person, other FROM relation WHERE id = ?", [relation])
    _free(store, person, other, kind, but=relation)
    store.update("relation", relation, kind=kind)


def reword(store: Store, relation: int, words: str) -> None:
    store.update("relation", relation, words=checks.line(words, "words"))


def set_since(store: Store, relation: int, since: int | None) -> None:
    store.update("relation", relation, since=_year(since))


def remove(store: Store, relation: int) -> None:
    store.delete("relation", relation)


def _year(since: int | None) -> int | None:
    if since is None:
        return None
    return checks.whole(since, "since", 1900, date.today().year + 1, "Dit jaar klopt niet. Schrijf vier cijfers.")


def _free(store: Store, person: int, other: int, kind: str, *, but: int = 0) -> None:
    there = "SELECT 1 FROM relation WHERE person = ? AND other = ? AND kind = ? AND id <> ?"
    if store.rows(there, [person, other, kind, but]):
        raise InputError("Deze relatie staat er al.", "kind")
