"""Whom each record of a household is about: one person, several, or all of them together.

A record that names nobody is about whoever the record that it belongs to is about: a letter about those of its
agency, a payment about those of its cost line. What names nobody in the end is about the whole household; but of a
cost line that is not of one person, nobody can tell whose police or whose clinic it is; nor of a statement, a
correction or a measurement (all debts, say) that does not say whose it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from doorbraak.model.dossier.dossier import Dossier

Whom = frozenset[int] | None
"""Ids of people; None is the whole household, and none of them: nobody can tell."""
_UNKNOWN: frozenset[int] = frozenset()

OF_A_DOORBRAAK = (
    "statuses", "steps", "outcomes", "grounds", "considerations", "perspectives", "barriers", "comparisons",
)  # fmt: skip
_SAID_BY_ONE = ("own_words", "life_events")
_OF_WHO_SAYS_SO = ("measurements", "corrections", "statements")
_OF_ALL = ("goals", "visits", "events")


@dataclass(frozen=True, slots=True)
class About:
    """By the name of the dossier's part, and by the id of the record in it."""

    whom: dict[str, dict[int, Whom]]

    def of(self, part: str, id_: int) -> Whom:
        return self.whom[part][id_]

    def shown_to(self, part: str, id_: int, person: int | None) -> bool:
        """`person`: who reads it; None reads all."""
        whom = self.whom[part].get(id_)
        return person is None or whom is None or person in whom


def about_of(dossier: Dossier) -> About:
    found: dict[str, dict[int, Whom]] = {"people": {one.id: frozenset((one.id,)) for one in dossier.people}}

    def settle(part: str, *ways: tuple[str, str]) -> None:
        """Each way is a field and the part that its id is of; the first that names a record says it."""
        found[part] = {one.id: _first(one, ways, found) for one in getattr(dossier, part)}

    for part in _OF_ALL:
        found[part] = {one.id: None for one in getattr(dossier, part)}
    for part in _SAID_BY_ONE:
        settle(part, ("person", "people"))
    for part in _OF_WHO_SAYS_SO:
        settle(part, ("person", "people"))
        found[part] = {id_: _UNKNOWN if whom is None else whom for id_, whom in found[part].items()}
    found["relations"] = {one.id: frozenset((one.person, one.other)) for one in dossier.relations}
    found["custody"] = {one.id: _some((one.person, one.holder)) for one in dossier.custody}
    found["problems"] = {one.id: _some(one.people) for one in dossier.problems}
    found["agencies"] = {
        one.id: _some(one.people) or _together(found["problems"][id_] for id_ in one.problems)
        for one in dossier.agencies
    }
    settle("workers", ("agency", "agencies"))
    settle("letters", ("agency", "agencies"))
    found["interventions"] = {
        one.id: _together(found["problems"][id_] for id_ in one.problems)
        if one.problems
        else _together(found["agencies"][id_] for id_ in one.agencies)
        for one in dossier.interventions
    }
    for part in OF_A_DOORBRAAK:
        settle(part, ("intervention", "interventions"))
    step, agency, problem = ("intervention", "interventions"), ("agency", "agencies"), ("problem", "problems")
    event = ("event", "events")
    settle("costs", ("person", "people"), problem, agency, event, step)
    everybody = frozenset(one.id for one in dossier.people)
    for id_, whom in found["costs"].items():
        told = everybody if whom is None else whom
        found["costs"][id_] = told if len(told) == 1 else _UNKNOWN
    settle("confirmations", ("cost_line", "costs"))
    settle("payments", ("cost_line", "costs"))
    settle("refusals", problem, agency, event, step)
    settle("tasks", step)
    settle("signals", agency, ("barrier", "barriers"), step)
    settle("sharing", agency)
    return About(found)


def _first(record: Any, ways: tuple[tuple[str, str], ...], found: dict[str, dict[int, Whom]]) -> Whom:
    for field, part in ways:
        id_ = getattr(record, field)
        if id_ is not None:
            return found[part][id_]
    return None


def _some(ids: Iterable[int | None]) -> Whom:
    return frozenset(id_ for id_ in ids if id_ is not None) or None


def _together(several: Iterable[Whom]) -> Whom:
    """Of all of them; the whole household when one is, or when there is none."""
    whom: set[int] = set()
    for one in several:
        if one is None:
            return None
        whom |= one
    return frozenset(whom) or None
