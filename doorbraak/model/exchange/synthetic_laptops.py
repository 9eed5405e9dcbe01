"""Twelve made-up laptops with 400 synthetic households: what a coordinator receives, made the way that it is made.

Each is a real encrypted workspace, filled with the verbs of a dossier, and what it sends is sealed by `sending`.
One holds so few households that its file waits, a second such laptop starts a quarter later, and one sends its last
file when the publication is there already.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import dossier, profile
from doorbraak.model.exchange import coordinator, sending, table_catalogue
from doorbraak.model.exchange.periods import Period
from doorbraak.model.workspace import keys
from doorbraak.model.workspace.store import Store

if TYPE_CHECKING:
    from doorbraak.model.dossier.casefile_format import CaseFile

SEED = 20_264
FIRST, SECOND = Period(2026, 2), Period(2026, 3)
QUARTERS = (FIRST, SECOND)
TITLE = "VOORBEELD synthetisch"
TEAMS = {"noord": "Team Noord", "oost": "Team Oost", "zuid": "Team Zuid", "west": "Team West"}
WIJKEN = {
    "noord": "Wijk Noord", "oost": "Wijk Oost", "zuid": "Wijk Zuid", "west": "Wijk West", "centrum": "Wijk Centrum",
}  # fmt: skip
_SENT_AFTER = timedelta(days=9)
"""After the last day of a quarter."""


@dataclass(frozen=True, slots=True)
class Laptop:
    """`label`: what the coordinator calls its sender. `periods`: those that it sends in time."""

    number: int
    team: str
    households: int
    periods: tuple[Period, ...] = QUARTERS

    @property
    def name(self) -> str:
        return f"laptop-{self.number:02}"

    @property
    def label(self) -> str:
        return f"{TEAMS[self.team]}, laptop {self.number} (synthetisch)"


LAPTOPS = (
    Laptop(1, "noord", 68),
    Laptop(2, "oost", 58),
    Laptop(3, "zuid", 50),
    Laptop(4, "west", 46),
    Laptop(5, "noord", 40),
    Laptop(6, "oost", 34),
    Laptop(7, "zuid", 30),
    Laptop(8, "west", 26),
    Laptop(9, "noord", 22),
    Laptop(10, "oost", 19, (FIRST,)),
    Laptop(11, "zuid", 4),
    Laptop(12, "west", 3, (SECOND,)),
)
LATE, SMALL = LAPTOPS[9], LAPTOPS[10:]


def cases(catalogue: Catalogue, laptops: Sequence[Laptop] = LAPTOPS) -> dict[Laptop, tuple["CaseFile", ...]]:
    """The households of each, the same every time. Those on a small laptop are there in both quarters."""
    from doorbraak.model.dossier import synthetic_quarters

    made = synthetic_quarters.households(sum(laptop.households for laptop in laptops), SEED, catalogue)
    stay = [case for case in made if counted((case,), FIRST) and counted((case,), SECOND)]
    found: dict[Laptop, tuple[CaseFile, ...]] = {}
    for laptop in sorted(laptops, key=lambda one: one.households):  # the small ones choose first
        found[laptop] = tuple((stay if laptop in SMALL else made)[: laptop.households])
        taken = {case.household.name for case in found[laptop]}
        made = [case for case in made if case.household.name not in taken]
        stay = [case for case in stay if case.household.name not in taken]
    return {laptop: found[laptop] for laptop in laptops}


def make_coordinator(folder: Path, passphrase: str, today: date, cost: keys.Cost | None = None) -> Store:
    """With the teams and wijken of which the key file holds the codes."""
    title = f"{TITLE}: coördinator"
    store, _ = coordinator.create(
        folder, passphrase, today, title=title, example=True, cost=cost, origin="opdrachtregel"
    )  # fmt: skip
    with _closed_on_failure(store):
        coordinator.add_codes(store, {"team": TEAMS, "wijk": WIJKEN})
    return store


def make_laptop(
    folder: Path, passphrase: str, laptop: Laptop, households: Sequence["CaseFile"], key_file: bytes, today: date,
    cost: keys.Cost | None = None,
) -> Store:  # fmt: skip
    """The open workspace, with its households and the coordinator's key."""
    from doorbraak.model.dossier import casefile
    from doorbraak.model.exchange import sent

    title = f"{TITLE}: {laptop.name}"
    store, _ = Store.create(
        folder, passphrase, dossier.TABLES, title=title, example=True, cost=cost, origin="opdrachtregel"
    )  # fmt: skip
    with (
        _closed_on_failure(store),
        store.change("Synthetische huishoudens invoeren", action="invoeren", undoable=False),
    ):
        own = f"Synthetisch: {laptop.name}"
        profile.write(store, profile.Profile(name=own, function="Synthetisch: wijkteam", team=laptop.team))
        for case in households:
            casefile.take_in(store, case)
        sent.take_coordinator(store, key_file, today)
    return store


def send(store: Store, period: Period, catalogue: Catalogue) -> bytes:
    """The sealed file of a quarter, made some days after it ended."""
    on = period.last + _SENT_AFTER
    prepared = sending.prepare(store, catalogue, table_catalogue.load(), period, on)
    return sending.make(store, prepared, on)


def file_name(laptop: Laptop, period: Period) -> str:
    from doorbraak.model.exchange import container

    return f"{laptop.name}-{period}{container.SUFFIX}"


def counted(households: Sequence["CaseFile"], period: Period) -> int:
    """How many were open in it."""
    return sum(
        case.household.opened <= period.last
        and (case.household.closed is None or case.household.closed >= period.first)
        for case in households
    )


def received_real(coordinators: Store) -> bool:
    """Whether a file of real households came into this workspace too."""
    return bool(coordinators.rows("SELECT 1 FROM received WHERE example = 0 AND content != 'none' LIMIT 1"))


@contextmanager
def _closed_on_failure(store: Store) -> Iterator[None]:
    try:
        yield
    except BaseException:
        store.close()
        raise
