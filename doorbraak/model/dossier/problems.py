"""What is stuck: from the catalogue or in own words, for whom, who owns it, and what it waits for."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, links, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.links import Link
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.store import Store

Owner = Literal["", "household", "professional", "system"]
OWNERS: tuple[Owner, ...] = ("", "household", "professional", "system")
HEAVIEST = 10
LAST_RANK = 999

TABLE = columns.record_table(
    "problem",
    columns.belongs_to("household"),
    columns.code("kind", "counted"),
    columns.words("words"),
    columns.code("life_domain", "counted"),
    columns.choice("owner", OWNERS, "counted"),
    columns.words("lead"),
    columns.maybe_number("weight", 0, HEAVIEST, "never"),
    columns.maybe_number("rank", 1, LAST_RANK, "never"),
    columns.maybe_day("solved_on", "counted"),
    *columns.map_place(),
    constraints=(columns.MAP_PLACE_WHOLE,),
)
PEOPLE = Link("problem", "person")
WAITS_FOR = Link("problem", "waits_for", "problem")


@dataclass(frozen=True, slots=True)
class Problem:
    """`kind` is a catalogue id or empty; then `words` says what it is. `people` and `waits_for` are ids, in order.

    `lead` is the one name that is responsible. `weight`: how heavy the household finds it, 0 to 10. `rank`: its
    place in the household's own order, from 1. `map_x`, `map_y`: where somebody put it on the map, in hundredths of a
    letter's height from the household; None where the program places it.
    """

    id: int
    household: int
    kind: str
    words: str
    life_domain: str
    owner: Owner
    lead: str
    weight: int | None
    rank: int | None
    solved_on: date | None
    map_x: int | None
    map_y: int | None
    origin: Origin
    noted_on: date
    people: tuple[int, ...]
    waits_for: tuple[int, ...]


def of_household(store: Store, household: int) -> tuple[Problem, ...]:
    return reading.records(store, TABLE, Problem, household, PEOPLE, WAITS_FOR)


def add(
    store: Store, household: int, *, kind: str = "", words: str = "", life_domain: str, owner: Owner = "",
    lead: str = "", weight: int | None = None, rank: int | None = None, solved_on: date | None = None,
    map_x: int | None = None, map_y: int | None = None, people: tuple[int, ...] = (), noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError without kind and words, or when the household has this kind or rank already."""
    text = checks.line(words, "words")
    if not kind and not text:
        raise InputError("Kies een probleem uit de lijst, of schrijf het in eigen woorden.", "words")
    if kind and store.rows("SELECT 1 FROM problem WHERE household = ? AND kind = ?", [household, kind]):
        raise InputError("Dit probleem staat al bij dit huishouden.", "kind")
    if rank is not None and store.rows("SELECT 1 FROM problem WHERE household = ? AND rank = ?", [household, rank]):
        raise InputError("Deze plaats is al vergeven. Kies een andere.", "rank")
    problem = store.insert(
        "problem",
        household=household,
        kind=checks.code(kind, "kind"),
        words=text,
        life_domain=checks.code(life_domain, "life_domain"),
        owner=checks.one_of(owner, OWNERS, "owner"),
        lead=_lead(lead),
        weight=_weight(weight),
        rank=_rank(rank),
        solved_on=checks.day(solved_on, "solved_on"),
        **checks.map_place(map_x, map_y),
        **values(noted),
    )
    set_people(store, problem, people)
    return problem


def reword(store: Store, problem: int, words: str) -> None:
    """The household's own words beside or instead of the catalogue's. Raises InputError when nothing is left."""
    text = checks.line(words, "words")
    if not text and not store.one("SELECT kind FROM problem WHERE id = ?", [problem])[0]:
        raise InputError("Schrijf wat er vastzit, in eigen woorden.", "words")
    store.update("problem", problem, words=text)


def set_life_domain(store: Store, problem: int, life_domain: str) -> None:
    store.update("problem", problem, life_domain=checks.code(life_domain, "life_domain"))


def set_owner(store: Store, problem: int, owner: Owner) -> None:
    store.update("problem", problem, owner=checks.one_of(owner, OWNERS, "owner"))


def set_lead(store: Store, problem: int, lead: str) -> None:
    store.update("problem", problem, lead=_lead(lead))


def set_weight(store: Store, problem: int, weight: int | None) -> None:
    store.update("problem", problem, weight=_weight(weight))


def set_rank(store: Store, problem: int, rank: int | None) -> None:
    """Give it this place in the household's own order; the others close up and make room. None: no place."""
    _rank(rank)
    household = links.household_of(store, "problem", problem)
    ranked = "SELECT id FROM problem WHERE household = ? AND rank IS NOT NULL AND id <> ? ORDER BY rank, id"
    order = [row[0] for row in store.rows(ranked, [household, problem])]
    if rank is None:
        store.update("problem", problem, rank=None)
    else:
        order.insert(rank - 1, problem)
    for place, at in enumerate(order, 1):
        store.update("problem", at, rank=min(place, LAST_RANK))


def set_solved_on(store: Store, problem: int, on: date | None) -> None:
    store.update("problem", problem, solved_on=checks.day(on, "solved_on"))


def set_map_place(store: Store, problem: int, map_x: int | None, map_y: int | None) -> None:
    """Where it stands on the map; None twice gives the place back to the program. Raises InputError."""
    store.update("problem", problem, **checks.map_place(map_x, map_y))


def set_people(store: Store, problem: int, people: tuple[int, ...]) -> None:
    """Whose problem it is."""
    links.replace(store, PEOPLE, problem, people)


def set_waits_for(store: Store, problem: int, others: tuple[int, ...]) -> None:
    """The problems that have to move first."""
    links.replace(store, WAITS_FOR, problem, others)


def remove(store: Store, problem: int) -> None:
    store.delete("problem", problem)


def _lead(lead: str) -> str:
    return checks.line(lead, "lead", most=100)


def _weight(weight: int | None) -> int | None:
    sentence = "Geef een cijfer van 0 tot en met 10."
    return None if weight is None else checks.whole(weight, "weight", 0, HEAVIEST, sentence)


def _rank(rank: int | None) -> int | None:
    sentence = "Een plaats is 1 of hoger."
    return None if rank is None else checks.whole(rank, "rank", 1, LAST_RANK, sentence)
