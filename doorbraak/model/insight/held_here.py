"""How long each household lies on this laptop: one that nobody needs here any more is a risk for whom it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier.household import Household


@dataclass(frozen=True, slots=True)
class Held:
    """`days`: since it was made or taken in here. `long`: more than the administrator wants, or the usual number."""

    household: Household
    days: int
    long: bool

    @property
    def mark(self) -> str:
        """ "Staat hier 190 dagen", or nothing."""
        return f"Staat hier {self.days} dagen" if self.long else ""


def held(homes: Iterable[Household], today: date, most: int) -> tuple[Held, ...]:
    """The longest first. A clock that went back makes no negative days."""
    found = ((home, max(0, (today - home.here_since).days)) for home in homes)
    lines = [Held(home, days, days > most) for home, days in found]
    return tuple(sorted(lines, key=lambda one: (-one.days, one.household.number)))
