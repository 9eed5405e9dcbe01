"""The agencies around a household: which, how often, for which problems and people, what has to become of them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, letters, links, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.links import Link
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.money import MOST_CENTS
from doorbraak.model.workspace.store import Store

Bond = Literal["", "helps", "thin", "strains"]
BONDS: tuple[Bond, ...] = ("", "helps", "thin", "strains")
Future = Literal["", "keep", "pause", "stop", "merge"]
FUTURES: tuple[Future, ...] = ("", "keep", "pause", "stop", "merge")
MOST_CONTACTS = 500  # a month

TABLE = columns.record_table(
    "agency",
    columns.belongs_to("household"),
    columns.code("kind", "counted"),
    columns.words("words"),
    columns.number("contacts_e2", 0, MOST_CONTACTS * 100, "summed"),
    columns.code("law", "counted"),
    columns.code("payer", "counted"),
    columns.choice("bond", BONDS, "never"),
    columns.maybe_number("claim_cents", 0, MOST_CENTS, "never"),
    columns.choice("future", FUTURES, "counted"),
    columns.may_name("merges_into", "agency"),
    columns.words("ends_when"),
    columns.maybe_day("ended_on", "counted"),
    *columns.map_place(),
    constraints=(
        "CHECK (merges_into IS NULL OR (future = 'merge' AND merges_into <> id))",
        columns.MAP_PLACE_WHOLE,
    ),
    indexes=("merges_into",),
)
PROBLEMS = Link("agency", "problem")
PEOPLE = Link("agency", "person")


@dataclass(frozen=True, slots=True)
class Agency:
    """`kind` is a catalogue id or empty; then `words` names it. `contacts_e2`: hundredths of a contact a month.

    `law` and `payer` are catalogue ids or empty; `problems` and `people` are ids, in order. `claim_cents`: what it
    claims from the household. `future`: what the plan does with it, with `merges_into` for merge. `ends_when` is
    the household's condition, `ended_on` the day on which it was over. `map_x`, `map_y`: as those of a problem.
    """

    id: int
    household: int
    kind: str
    words: str
    contacts_e2: int
    law: str
    payer: str
    bond: Bond
    claim_cents: int | None
    future: Future
    merges_into: int | None
    ends_when: str
    ended_on: date | None
    map_x: int | None
    map_y: int | None
    origin: Origin
    noted_on: date
    problems: tuple[int, ...]
    people: tuple[int, ...]


def of_household(store: Store, household: int) -> tuple[Agency, ...]:
    return reading.records(store, TABLE, Agency, household, PROBLEMS, PEOPLE)


def add(
    store: Store, household: int, *, kind: str = "", words: str = "", contacts_e2: int = 0, law: str = "",
    payer: str = "", bond: Bond = "", claim_cents: int | None = None, future: Future = "", ends_when: str = "",
    ended_on: date | None = None, map_x: int | None = None, map_y: int | None = None,
    problems: tuple[int, ...] = (), people: tuple[int, ...] = (), noted: Noted = NOW,
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
        kind=checks.code(kind, "kind"),
        words=text,
        contacts_e2=_contacts(contacts_e2),
        law=checks.code(law, "law"),
        payer=checks.code(payer, "payer"),
        bond=checks.one_of(bond, BONDS, "bond"),
        claim_cents=checks.cents(claim_cents, "claim_cents"),
        future=checks.one_of(future, FUTURES, "future"),
        merges_into=None,
        ends_when=checks.line(ends_when, "ends_when"),
        ended_on=checks.day(ended_on, "ended_on"),
        **checks.map_place(map_x, map_y),
        **values(noted),
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
    store.update("agency", agency, law=checks.code(law, "law"))


def set_payer(store: Store, agency: int, payer: str) -> None:
    store.update("agency", agency, payer=checks.code(payer, "payer"))


def set_bond(store: Store, agency: int, bond: Bond) -> None:
    store.update("agency", agency, bond=checks.one_of(bond, BONDS, "bond"))


def set_claim(store: Store, agency: int, claim_cents: int | None) -> None:
    """What it claims from the household; None when it claims nothing."""
    store.update("agency", agency, claim_cents=checks.cents(claim_cents, "claim_cents"))


def set_future(store: Store, agency: int, future: Future) -> None:
    """Raises InputError for a choice that does not exist. What it merged into is let go."""
    future = checks.one_of(future, FUTURES, "future")  # type: ignore[assignment]
    if future == "merge":
        store.update("agency", agency, future=future)
    else:
        store.update("agency", agency, future=future, merges_into=None)


def merge_into(store: Store, agency: int, other: int) -> None:
    """Its work goes to another agency of the household. Raises InputError for itself, and for a circle."""
    links.same_household(store, links.household_of(store, "agency", agency), agency=other)
    onward: int | None = other
    while onward is not None:
        if onward == agency:
            raise InputError("Deze instantie zou in zichzelf opgaan. Kies een andere.", "merges_into")
        onward = store.one("SELECT merges_into FROM agency WHERE id = ?", [onward])[0]
    store.update("agency", agency, future="merge", merges_into=other)


def set_ends_when(store: Store, agency: int, ends_when: str) -> None:
    store.update("agency", agency, ends_when=checks.line(ends_when, "ends_when"))


def set_ended_on(store: Store, agency: int, on: date | None) -> None:
    store.update("agency", agency, ended_on=checks.day(on, "ended_on"))


def set_map_place(store: Store, agency: int, map_x: int | None, map_y: int | None) -> None:
    """Where it stands on the map; None twice gives the place back to the program. Raises InputError."""
    store.update("agency", agency, **checks.map_place(map_x, map_y))


def set_problems(store: Store, agency: int, problems: tuple[int, ...]) -> None:
    links.replace(store, PROBLEMS, agency, problems)


def set_people(store: Store, agency: int, people: tuple[int, ...]) -> None:
    links.replace(store, PEOPLE, agency, people)


def remove(store: Store, agency: int) -> None:
    """Its letters stay, and still say from whom they are. One that is gone already is no mistake."""
    if store.rows("SELECT 1 FROM agency WHERE id = ?", [agency]):
        letters.let_go_of_agency(store, agency)
    store.delete("agency", agency)


def _contacts(contacts_e2: int) -> int:
    return checks.whole(
        contacts_e2, "contacts", 0, MOST_CONTACTS * 100, f"Vul 0 tot {MOST_CONTACTS} contacten per maand in."
    )
