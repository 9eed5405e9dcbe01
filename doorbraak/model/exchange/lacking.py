"""What the first file of a period would lack for good: a team, or the wijk of a household.

A second file comes only when enough households changed, so that what was forgotten can't be mended.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from doorbraak.model.dossier import household, profile
from doorbraak.model.exchange import export_periods, periods, sent, tables
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.table_catalogue import Code
from doorbraak.model.workspace.store import Store

FOR_GOOD = "Over een periode gaat één bestand weg. Wat daarin ontbreekt, kun je er later bijna nooit meer bij doen."
_MOST_NUMBERS = 10


@dataclass(frozen=True, slots=True)
class Lacking:
    """`teams`, `wijken`: to choose from where something lacks, else empty. `homes`: numbers of those without a wijk."""

    teams: tuple[Code, ...] = ()
    wijken: tuple[Code, ...] = ()
    homes: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.teams or self.homes)

    @property
    def said(self) -> str:
        team = "Je team is nog niet gekozen." if self.teams else ""
        more = len(self.homes) - _MOST_NUMBERS
        listed = ", ".join(map(str, self.homes[:_MOST_NUMBERS])) + (f" en {more} meer" if more > 0 else "")
        wijk = f"Zonder wijk, huishoudens met nummer: {listed}." if self.homes else ""
        return " ".join(part for part in (team, wijk) if part)


def lacking(store: Store, period: Period) -> Lacking:
    """Nothing without a key, where the key lists none, and when a file of this period left already."""
    key = sent.coordinator(store)
    if key is None or str(period) in export_periods.made(store):
        return Lacking()
    homes, _ = tables.counted_in(store)
    without = tuple(home.number for home in homes if periods.open_in(home, period) and not home.wijk)
    return Lacking(
        () if profile.read(store).team else key.teams, key.wijken if without else (), without if key.wijken else ()
    )


def fill_in(store: Store, team: str, wijk: str, numbers: Iterable[int]) -> None:
    """What was chosen; what is empty stays as it is. Inside a change. Raises InputError, NotFound."""
    if team:
        profile.write(store, replace(profile.read(store), team=team))
    for number in numbers if wijk else ():
        household.set_wijk(store, household.by_number(store, number).id, wijk)
