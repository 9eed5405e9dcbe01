"""How old the newest copy is, in words: a colour alone would say nothing to who does not see it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from doorbraak.model import policy

if TYPE_CHECKING:
    from doorbraak.model.workspace.store import Store

LASTS = timedelta(days=2)
"""A copy that is older tells that something is wrong: one is made within a quarter of an hour after each change."""


def is_old(at: datetime | None, now: datetime) -> bool:
    return at is not None and now - at > LASTS


def age(at: datetime, now: datetime) -> str:
    """ "vandaag 14:32", "gisteren 14:32", "8 dagen oud"."""
    days = max((now.date() - at.date()).days, 0)
    if days > 1:
        return f"{days} dagen oud"
    return f"{'gisteren' if days else 'vandaag'} {at:%H:%M}"


def moment(at: datetime, now: datetime) -> str:
    """The same for one copy among others, so with its day and its seconds: "8-2-2026 14:32:05"."""
    days = (now.date() - at.date()).days
    if days in (0, 1):
        return f"{age(at, now)}:{at:%S}"
    return f"{at.day}-{at.month}-{at.year} {at:%H:%M:%S}"


def size(count: int) -> str:
    """ "412 kB", "3,4 MB": as a folder shows it."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def warning(store: "Store", now: datetime) -> str:
    """What who works should know about the copies of this workspace; empty when all is well or none is needed yet."""
    from doorbraak.model.workspace import backup  # late: a start needs none of it

    found = backup.of_workspace(store.folder, store.identity)
    said = []
    if found and is_old(found[0].at, now):
        said.append(f"De laatste reservekopie is {age(found[0].at, now)}. Maak er een met Ctrl+K.")
    said.extend(filter(None, [leaked_words(store)]))
    if store.second_problem is not None:
        said.append("De kopie op de tweede plek is niet gelukt. Kijk bij Bestand, Reservekopieën.")
    if store.second is None and not store.example and asks_second_place():
        said.append("Je organisatie vraagt om een kopie op een tweede plek. Kies die map bij Bestand, Reservekopieën.")
    return " ".join(said)


def leaked_words(store: "Store") -> str:
    """After *Zin gelekt?*, as long as there are copies that open with what leaked; empty when there are none."""
    from doorbraak.model.workspace.leaked_copies import leaked_copies  # late: a start needs none of it

    count = len(leaked_copies(store))
    if not count:
        return ""
    said = "1 kopie gaat" if count == 1 else f"{count} kopieën gaan"
    said += " nog open met de wachtzin of code die gelekt is. "
    return said + "Vernietig oude kopieën bij Bestand, Wachtzin en herstelcode."


def asks_second_place() -> bool:
    """Whether the administrator wants copies in a second place too."""
    return policy.in_force().second_place_required
