"""The agencies around a household: which, how often, for which problems and people, paid by whom."""

from dataclasses import dataclass

from doorbraak.model.dossier import checks, links
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.schema import Column, Table
from doorbraak.model.workspace.store import Store

TABLE = Table(
    "agency",
    (
        Column("household", "INTEGER NOT NULL REFERENCES household(id) ON DELETE CASCADE", "never"),
        Column("kind", "TEXT NOT NULL", "counted"),
        Column("words", "TEXT NOT NULL", "never"),
        Column("contacts_e2", "INTEGER NOT NULL CHECK (contacts_e2 >= 0)", "summed"),
        Column("law", "TEXT NOT NULL", "counted"),
        Column("payer", "TEXT NOT NULL", "counted"),
    ),
    indexes=("household",),
)
PROBLEMS = Table(
    "agency_problem",
    (
        Column("agency", "INTEGER NOT NULL REFERENCES agency(id) ON DELETE CASCADE", "never"),
        Column("problem", "INTEGER NOT NULL REFERENCES problem(id) ON DELETE CASCADE", "never"),
    ),
    constraints=("UNIQUE (agency, problem)",),
    indexes=("problem",),
)
PEOPLE = Table(
    "agency_person",
    (
        Column("agency", "INTEGER NOT NULL REFERENCES agency(id) ON DELETE CASCADE", "never"),
        Column("person", "INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE", "never"),
    ),
    constraints=("UNIQUE (agency, person)",),
    indexes=("person",),
)
MOST_CONTACTS = 500  # a month


@dataclass(frozen=True, slots=True)
class Agency:
    """`kind` is a catalogue id or empty; then `words` names it. `contacts_e2`: hundredths of a contact a month.

    `law` and `payer` are catalogue ids or empty; `problems` and `people` are ids, in order.
    """

    id: int
    household: int
    kind: str
    words: str
    contacts_e2: int
    law: str
    payer: str
    problems: tuple[int, ...]
    people: tuple[int, ...]


def of_household(store: Store, household: int) -> tuple[Agency, ...]:
    rows = store.rows(
        "SELECT id, household, kind, words, contacts_e2, law, payer FROM agency WHERE household = ? ORDER BY id",
        [household],
    )
    problems = links.of_household(store, PROBLEMS.name, "agency", "problem", household)
    people = links.of_household(store, PEOPLE.name, "agency", "person", household)
    return tuple(
        Agency(id_, of, kind, words, contacts_e2, law, payer, problems.get(id_, ()), people.get(id_, ()))
        for id_, of, kind, words, contacts_e2, law, payer in rows
    )


def add(
    store: Store, household: int, *, kind: str = "", words: str = "", contacts_e2: int = 0, law: str = "",
    payer: str = "", problems: tuple[int, ...] = (), people: tuple[int, ...] = (),
) -> int:  # fmt: skip
    """Raises InputError without kind and words, or when the household has this catalogue agency already."""
    text = checks.line(words, "words")
    if not kind and not text:
        raise InputError("Kies een instantie uit de lijst, of schrijf haar naam.", "words")
    if kind and not text and _there(store, household, kind):
        raise InputError("Deze instantie staat al bij dit huishouden.", "kind")
    agency = store.insert(
        "agency",
        household=household,
        kind=checks.line(kind, "kind", most=80),
        words=text,
        contacts_e2=_contacts(contacts_e2),
        law=checks.line(law, "law", most=80),
        payer=checks.line(payer, "payer", most=80),
    )
    set_problems(store, agency, problems)
    set_people(store, agency, people)
    return agency


def _there(store: Store, household: int, kind: str, *, but: int = 0) -> bool:
    return bool(
        store.rows(
            "SELECT 1 FROM agency WHERE household = ? AND kind = ? AND words = '' AND id <> ?",
            [household, kind, but],
        )
    )


def reword(store: Store, agency: int, words: str) -> None:
    """An own name beside or instead of the catalogue's.

    Raises InputError when no name is left, or when only the own name told two of one kind apart.
    """
    text = checks.line(words, "words")
    if not text:
        household, kind = store.one("SELECT household, kind FROM agency WHERE id = ?", [agency])
        if not kind:
            raise InputError("Schrijf de naam van de instantie.", "words")
        if _there(store, household, kind, but=agency):
            raise InputError("Deze instantie staat er al zonder eigen naam. Houd de naam.", "words")
    store.update("agency", agency, words=text)


def set_contacts(store: Store, agency: int, contacts_e2: int) -> None:
    store.update("agency", agency, contacts_e2=_contacts(contacts_e2))


def set_law(store: Store, agency: int, law: str) -> None:
    store.update("agency", agency, law=checks.line(law, "law", most=80))


def set_payer(store: Store, agency: int, payer: str) -> None:
    store.update("agency", agency, payer=checks.line(payer, "payer", most=80))


def set_problems(store: Store, agency: int, problems: tuple[int, ...]) -> None:
    links.replace(store, PROBLEMS.name, "agency", "problem", agency, problems)


def set_people(store: Store, agency: int, people: tuple[int, ...]) -> None:
    links.replace(store, PEOPLE.name, "agency", "person", agency, people)


def remove(store: Store, agency: int) -> None:
    store.delete("agency", agency)


def _contacts(contacts_e2: int) -> int:
    return checks.whole(
        contacts_e2, "contacts", 0, MOST_CONTACTS * 100, f"Vul 0 tot {MOST_CONTACTS} contacten per maand in."
    )
