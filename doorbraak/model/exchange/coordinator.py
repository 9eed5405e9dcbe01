"""A coordinator's workspace: its keys, what it hands out, and the catalogue that its senders count by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.dossier import checks
from doorbraak.model.errors import InputError
from doorbraak.model.exchange import table_catalogue
from doorbraak.model.exchange.coordinator_tables import TABLES
from doorbraak.model.exchange.table_catalogue import NONE, OTHER, Code, TableCatalogue
from doorbraak.model.workspace import keys
from doorbraak.model.workspace.log import Origin
from doorbraak.model.workspace.store import Store

if TYPE_CHECKING:
    from doorbraak.model.exchange.coordinator_key import CoordinatorKey

CODE_WRONG = (
    "Deze code kan niet, dus er is niets veranderd. Een code is 1 tot 20 letters, cijfers of streepjes, en niet "
    "overig of geen. Kies een andere."
)
LABEL_WRONG = "Een team of wijk heeft een naam van 1 tot 60 tekens. Er is niets veranderd. Typ een andere naam."
UNTIL_WRONG = "De oude sleutel moet nog minstens vandaag gelden. Er is niets veranderd. Kies een latere dag."
_LONGEST_CODE = 20


@dataclass(frozen=True, slots=True)
class KeyPair:
    """`until`: of one that was replaced, the last day that it opens a file that comes in."""

    id: int
    public: bytes
    private: bytes
    made_on: date
    until: date | None

    @property
    def fingerprint(self) -> str:
        from doorbraak.model.exchange import coordinator_key

        return coordinator_key.fingerprint(self.public, "coordinator")

    def opens(self, today: date) -> bool:
        return bool(self.private) and (self.until is None or today <= self.until)


def create(
    folder: Path, passphrase: str, today: date, *,
    title: str = "", example: bool = False, cost: keys.Cost | None = None, origin: Origin = "venster",
) -> tuple[Store, str]:  # fmt: skip
    """A new workspace with a key pair, and its recovery code. Raises as `Store.create`."""
    store, code = Store.create(
        folder, passphrase, TABLES, title=title, example=example, cost=cost, origin=origin, kind="coordinator"
    )
    return with_key(store, today), code


def open_workspace(folder: Path, secret: str, today: date, *, origin: Origin = "venster") -> Store:
    """Raises as `Store.open`; OtherWorkspace for one with households."""
    return with_key(Store.open(folder, secret, TABLES, origin=origin, kind="coordinator"), today)


def with_key(store: Store, today: date) -> Store:
    """A key pair, also when making the workspace was broken off before there was one; and none that has had its day."""
    try:
        if not key_pairs(store):
            with store.change("Sleutel maken", action="aanmaken", undoable=False):
                _new_key(store, today)
        _forget_expired(store, today)
    except BaseException:
        store.close()
        raise
    return store


# -- keys -----------------------------------------------------------------------------------------------


def key_pairs(store: Store) -> tuple[KeyPair, ...]:
    """The one of now first."""
    rows = store.rows("SELECT id, public, private, made_on, until FROM key_pair ORDER BY id DESC")
    return tuple(
        KeyPair(id_, bytes.fromhex(public), bytes.fromhex(private), date.fromisoformat(made), checks.read_day(until))
        for id_, public, private, made, until in rows
    )


def rotate(store: Store, until: date, today: date) -> "CoordinatorKey":
    """Another key pair, for who hands over or fears that the key was seen; both fingerprints stand in the log.

    What was sealed to the one of before still opens until that day. Raises InputError for a day that has been.
    """
    if until < today:
        raise InputError(UNTIL_WRONG, "until")
    before = handed_out(store)
    with store.change("Sleutel vervangen", undoable=False):
        for pair in key_pairs(store):
            if pair.until is None or pair.until > until:
                store.update("key_pair", pair.id, until=until.isoformat())
        _new_key(store, today)
        after = handed_out(store)
        store.file.log("wijzigen", f"sleutel coördinator {after.spoken} in plaats van {before.spoken}")
    return after


def _new_key(store: Store, today: date) -> None:
    from nacl.public import PrivateKey

    made = PrivateKey.generate()
    public, private = bytes(made.public_key).hex(), bytes(made).hex()
    store.insert("key_pair", public=public, private=private, made_on=today.isoformat(), until=None)


def _forget_expired(store: Store, today: date) -> None:
    """A private key that opens nothing more: no file that comes in, and none that lies here sealed."""
    waiting = {id_ for (id_,) in store.rows("SELECT DISTINCT key_pair FROM received WHERE key_pair IS NOT NULL")}
    done = [pair for pair in key_pairs(store) if pair.private and not pair.opens(today) and pair.id not in waiting]
    if done:
        with store.change("Oude sleutel wissen", action="wissen", undoable=False):
            for pair in done:
                store.update("key_pair", pair.id, private="")


# -- what is handed out ---------------------------------------------------------------------------------


def codes(store: Store) -> dict[str, tuple[Code, ...]]:
    """By dimension of the catalogue of tables, in the order in which they came."""
    found: dict[str, tuple[Code, ...]] = {"team": (), "wijk": ()}
    for dimension, code, label in store.rows("SELECT dimension, code, label FROM handed_code ORDER BY id"):
        found[dimension] += (Code(code, label),)
    return found


def add_codes(store: Store, given: Mapping[str, Mapping[str, str]]) -> None:
    """Names of teams and wijken by code; one that is there gets another name. None is ever taken away: files may hold
    it. Raises InputError.
    """
    with store.change("Teams en wijken invoeren", undoable=False):
        for dimension, labels in given.items():
            for code, label in labels.items():
                _add_code(store, dimension, code, label)


def _add_code(store: Store, dimension: str, code: str, label: str) -> None:
    from doorbraak.model.exchange.coordinator_key import LONGEST_LABEL

    plain = code.replace("-", "")
    if (
        code in (OTHER, NONE)
        or not code
        or len(code) > _LONGEST_CODE
        or (plain and not (plain.isascii() and plain.isalnum()))
    ):
        raise InputError(CODE_WRONG, dimension)
    label = checks.needed(checks.line(label, dimension, most=LONGEST_LABEL), dimension, LABEL_WRONG)
    known = store.rows("SELECT id FROM handed_code WHERE dimension = ? AND code = ?", [dimension, code])
    if known:
        store.update("handed_code", known[0][0], label=label)
    else:
        store.insert("handed_code", dimension=dimension, code=code, label=label)


def handed_out(store: Store) -> "CoordinatorKey":
    """What every sender takes in once: the public key of now, and the codes of teams and wijken."""
    from doorbraak.model.exchange.coordinator_key import CoordinatorKey

    found = codes(store)
    return CoordinatorKey(key_pairs(store)[0].public, found["team"], found["wijk"])


def key_file(store: Store) -> bytes:
    from doorbraak.model.exchange import coordinator_key

    return coordinator_key.encode(handed_out(store))


def catalogue_of(store: Store, known: TableCatalogue | None = None) -> TableCatalogue:
    """The catalogue of tables with the codes that were handed out."""
    return (known or table_catalogue.load()).with_codes(codes(store))
