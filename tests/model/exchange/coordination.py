"""A coordinator with a workspace of its own, and laptops that send to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from nacl.signing import SigningKey

from doorbraak.model.exchange import container, coordinator, merging, opening_box, periods, receiving, senders
from doorbraak.model.exchange.contributions import Home
from doorbraak.model.exchange.payload import Payload
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.exchange.caseloads import PERIOD, TEAMS, WIJKEN, drawn, known_tables, payload_of
from tests.model.exchange.merged_whole import Merged, whole

DAY, LATER = date(2026, 10, 5), date(2027, 2, 1)
TABLES = known_tables()


def begun(folder: Path) -> Store:
    """An open workspace that handed out the codes of the caseloads."""
    store, _ = coordinator.create(folder, PASSPHRASE, DAY, cost=CHEAP)
    given = {name: {code.id: code.label for code in codes} for name, codes in (("team", TEAMS), ("wijk", WIJKEN))}
    coordinator.add_codes(store, given)
    return store


@cache
def home(number: int) -> Home:
    return drawn(Random(number), TABLES, most=2)


@dataclass
class Laptop:
    """Who sends: `number` tells one from another."""

    number: int
    seed: bytes = field(init=False)

    def __post_init__(self) -> None:
        self.seed = self.number.to_bytes(32, "big")

    @property
    def id(self) -> str:
        return f"{self.number:032x}"

    @property
    def verify_key(self) -> bytes:
        return bytes(SigningKey(self.seed).verify_key)

    @property
    def spoken(self) -> str:
        return senders.spoken(self.verify_key)

    def payload(self, store: Store, homes: Iterable[int], **other: object) -> Payload:
        given = {"coordinator": coordinator.key_pairs(store)[0].fingerprint, "sender": self.id} | other
        return payload_of([home(number) for number in homes], TABLES, **given)

    def file(self, store: Store, homes: Iterable[int], **other: object) -> bytes:
        return self.sealed(store, self.payload(store, homes, **other))

    def sealed(self, store: Store, made: Payload) -> bytes:
        return container.seal(made, self.seed, coordinator.key_pairs(store)[0].public)


def take(store: Store, content: bytes, today: date = DAY) -> str:
    """The outcome. Raises UserError."""
    return receiving.take_in(store, opening_box.box_of(store), content, today)[0]


def believed(store: Store, *laptops: Laptop) -> None:
    """Each is in the list and confirmed, before a file of it came."""
    for one in laptops:
        with store.change("Afzender"):
            number = senders.add(store, one.id, one.verify_key)
        receiving.confirm(store, number, one.spoken, DAY)


def number_of(store: Store, laptop: Laptop) -> int:
    return next(one.number for one in senders.all_of(store) if one.verify_key == laptop.verify_key)


def merged(store: Store, period: str = PERIOD) -> Merged:
    return whole(merging.sources(store, periods.parse(period)))


def content_of(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the access log."""
    names = [name for (name,) in store.rows("SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name")]
    return {
        name: store.rows(f"SELECT * FROM {name}") for name in names if name not in ("access_log", "sqlite_sequence")
    }


def tokens_in(made: Payload) -> set[str]:
    return {entry.token for cell in made.cells for entry in cell.entries}


def plain_bytes(store: Store, place: Path) -> bytes:
    """The whole database without its encryption, as a thief has it who also has the passphrase."""
    place.unlink(missing_ok=True)
    store.file.db.execute("ATTACH DATABASE ? AS plain KEY ''", [str(place)])
    store.file.db.execute("SELECT sqlcipher_export('plain')").fetchall()
    store.file.db.execute("DETACH DATABASE plain")
    return place.read_bytes()
