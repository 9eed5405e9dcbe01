"""How long each household is kept, why, and until when: what is past comes first. It is counted, never decided."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from doorbraak.model.catalogue import Catalogue, Retention
from doorbraak.model.dossier.household import Household
from doorbraak.model.insight import names

Standing = Literal["passed", "no-ground", "no-term", "running"]
STANDINGS: dict[Standing, str] = {
    "passed": "Termijn voorbij",
    "no-ground": "Nog geen grond gekozen",
    "no-term": "Geen vaste termijn",
    "running": "Termijn loopt",
}
_FROM_LAST_CHANGE = "laatste"  # as the catalogue says it of a term that follows from the dossier itself


@dataclass(frozen=True, slots=True)
class Kept:
    """`until`: the last day of its term, None without one. `check`: the term, or the day that it counts from, is not
    sure. `basis`, `term` and `source` are words and a web address of the catalogue; empty without a ground.
    """

    id: int
    number: int
    name: str
    standing: Standing
    basis: str
    term: str
    source: str
    until: date | None
    check: bool


def kept(
    homes: Iterable[Household], changed: Mapping[int, date], lists: Catalogue, today: date
) -> tuple[Kept, ...]:  # fmt: skip
    """What is past first, the longest past before the others. `changed`: when each was changed last."""
    found = [_of(home, changed[home.id], lists, today) for home in homes]
    order = list(STANDINGS)
    return tuple(sorted(found, key=lambda one: (order.index(one.standing), one.until or date.max, one.number)))


def _of(home: Household, changed: date, lists: Catalogue, today: date) -> Kept:
    known = lists.retention.get(home.retention)
    if known is None:
        return Kept(home.id, home.number, home.name, "no-ground", home.retention, "", "", None, check=False)
    until = _until(known, changed)
    standing: Standing = "no-term" if until is None else "passed" if until < today else "running"
    check = not known.certain or not known.counts_from.lower().startswith(_FROM_LAST_CHANGE)
    term = names.keeping_term(known.id, lists)
    return Kept(home.id, home.number, home.name, standing, known.basis, term, known.source_url, until, check)


def _until(known: Retention, changed: date) -> date | None:
    """From the last change of the dossier on, also where it counts from a day that the program does not know."""
    if known.term is None:
        return None
    if known.unit == "week":
        return changed + timedelta(weeks=known.term)
    months = known.term * (12 if known.unit == "jaar" else 1)
    year, month = divmod(changed.year * 12 + changed.month - 1 + months, 12)
    return date(year, month + 1, min(changed.day, monthrange(year, month + 1)[1]))


def passed(found: Iterable[Kept]) -> int:
    return sum(one.standing == "passed" for one in found)
