"""What was done in other households of this workspace, and whether it worked: all of them in a few questions."""

from collections import defaultdict
from dataclasses import dataclass

from doorbraak.model.dossier import household
from doorbraak.model.dossier.interventions import Status
from doorbraak.model.dossier.outcomes import Worked
from doorbraak.model.workspace.store import Store


@dataclass(frozen=True, slots=True)
class Tried:
    """A doorbraak elsewhere: for which kinds of problems, on which articles, and the last answer to "werkte het?".

    `kind` is a catalogue id or empty; then `words` says what it was. `worked` is None while nobody answered.
    `refused_because`: the reason of the last refusal, as it was written down.
    """

    id: int
    kind: str
    words: str
    status: Status
    problem_kinds: frozenset[str]
    articles: tuple[str, ...]
    worked: Worked | None
    why: str
    refused_because: str = ""


@dataclass(frozen=True, slots=True)
class Precedent:
    """Another household. `problem_kinds` and `agency_kinds` are catalogue ids: own words alone can't be compared."""

    household: int
    number: int
    problem_kinds: frozenset[str]
    agencies: int
    interventions: tuple[Tried, ...]
    agency_kinds: frozenset[str] = frozenset()


def of_others(store: Store, household_id: int) -> tuple[Precedent, ...]:
    """Every other household by number. Examples teach examples only: made-up outcomes are no experience.

    Raises NotFound.
    """
    which = "(SELECT id FROM household WHERE example = ? AND id <> ?)"
    asked = [int(household.read(store, household_id).example), household_id]
    homes = store.rows("SELECT id, number FROM household WHERE example = ? AND id <> ? ORDER BY number", asked)
    kinds: dict[int, set[str]] = defaultdict(set)
    for home, kind in store.rows(
        f"SELECT household, kind FROM problem WHERE kind <> '' AND household IN {which}", asked
    ):
        kinds[home].add(kind)
    agencies: dict[int, list[str]] = defaultdict(list)
    for home, kind in store.rows(f"SELECT household, kind FROM agency WHERE household IN {which}", asked):
        agencies[home].append(kind)
    tried = _tried(store, which, asked)
    return tuple(
        Precedent(
            household=home,
            number=number,
            problem_kinds=frozenset(kinds.get(home, ())),
            agencies=len(agencies.get(home, ())),
            interventions=tuple(tried.get(home, ())),
            agency_kinds=frozenset(kind for kind in agencies.get(home, ()) if kind),
        )
        for home, number in homes
    )


def _tried(store: Store, which: str, asked: list[int]) -> dict[int, list[Tried]]:
    """Per household its doorbraken, in the order in which they were made."""
    problems: dict[int, set[str]] = defaultdict(set)
    for intervention, kind in store.rows(
        "SELECT l.intervention, p.kind FROM intervention_problem l JOIN problem p ON p.id = l.problem "
        f"WHERE p.kind <> '' AND p.household IN {which}",
        asked,
    ):
        problems[intervention].add(kind)
    of_these = f"intervention IN (SELECT id FROM intervention WHERE household IN {which})"
    articles: dict[int, list[str]] = defaultdict(list)
    for intervention, article in store.rows(
        f"SELECT intervention, article FROM legal_ground WHERE article <> '' AND {of_these} ORDER BY id", asked
    ):
        articles[intervention].append(article)
    last = {
        intervention: (worked, why)
        for intervention, worked, why in store.rows(
            f"SELECT intervention, worked, why FROM outcome WHERE {of_these} ORDER BY on_day, id", asked
        )
    }
    refused = dict(
        store.rows(
            f"SELECT intervention, reason FROM status_change WHERE status = 'refused' AND {of_these} "
            "ORDER BY on_day, id",
            asked,
        )
    )
    found: dict[int, list[Tried]] = defaultdict(list)
    for id_, home, kind, words, status in store.rows(
        f"SELECT id, household, kind, words, status FROM intervention WHERE household IN {which} ORDER BY id", asked
    ):
        worked, why = last.get(id_, (None, ""))
        known, grounds = frozenset(problems.get(id_, ())), tuple(articles.get(id_, ()))
        because = refused.get(id_, "")
        found[home].append(Tried(id_, kind, words, status, known, grounds, worked, why, because))
    return found
