"""Who sends to this coordinator: known by their own label, believed once their fingerprint was read aloud."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks
from doorbraak.model.errors import InputError, NotFound
from doorbraak.model.exchange import periods, refusals
from doorbraak.model.exchange.outcomes import TOO_MANY_NEW, WITHDRAWN
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.refusals import refuse
from doorbraak.model.workspace.store import Store

SAME_LABEL = (
    "Zo heet al een andere afzender. Er is niets veranderd. Is het dezelfde persoon met twee werkmappen? Trek dan een "
    "van de twee in: een persoon mag niet als twee afzenders tellen. Zijn het er twee, geef dan een andere naam."
)
SAME_KEY = (
    "Een andere afzender die meetelt heeft hetzelfde controlegetal. Er is niets veranderd. Het is dezelfde laptop "
    "onder twee codes. Trek een van de twee in: een laptop mag niet als twee afzenders tellen."
)
UNKNOWN = "Deze afzender staat niet in de lijst. Er is niets veranderd. Kies een nummer uit de lijst."
COUNTS = "confirmed_on IS NOT NULL AND withdrawn_on IS NULL"
"""Of a row of the table of senders: what `Sender.counts` says."""
MOST_NEW = 300
"""Senders that wait to be confirmed: whoever floods the coordinator fills no disk."""


@dataclass(frozen=True, slots=True)
class Sender:
    """`id`: as the files say, random; `number`: in the list of this coordinator. `expected`: the digits of the key
    that takes the place of this one.
    """

    number: int
    id: str
    verify_key: bytes
    label: str
    confirmed_on: date | None
    withdrawn_on: date | None
    expected: str = ""

    @property
    def counts(self) -> bool:
        return self.confirmed_on is not None and self.withdrawn_on is None

    @property
    def spoken(self) -> str:
        """The short fingerprint, for reading aloud: the sender's program shows the same."""
        return spoken(self.verify_key)


def spoken(verify_key: bytes) -> str:
    from doorbraak.model.exchange import coordinator_key

    return coordinator_key.spoken(coordinator_key.fingerprint(verify_key, "sender"))


_ALL = "SELECT id, sender, verify_key, label, confirmed_on, withdrawn_on, expected FROM sender"


def all_of(store: Store) -> tuple[Sender, ...]:
    return _read(store.rows(f"{_ALL} ORDER BY id"))


def numbered(store: Store, number: int) -> Sender:
    """Raises NotFound."""
    found = _read(store.rows(f"{_ALL} WHERE id = ?", [number])) if 0 < number < 2**63 else ()
    if not found:
        raise NotFound(UNKNOWN)
    return found[0]


def named(store: Store, id_: str) -> tuple[Sender, ...]:
    """Under this id: one that was confirmed, or those of which at most one is what it says."""
    return _read(store.rows(f"{_ALL} WHERE sender = ? ORDER BY id", [id_]))


def _read(rows: Iterable[tuple[int, str, str, str, str | None, str | None, str]]) -> tuple[Sender, ...]:
    return tuple(
        Sender(
            number, id_, bytes.fromhex(key), label, checks.read_day(confirmed), checks.read_day(withdrawn), expected
        )
        for number, id_, key, label, confirmed, withdrawn, expected in rows
    )  # fmt: skip


def signer(store: Store, id_: str, verify_key: bytes) -> Sender | None:
    """Whose file it is; None for somebody new, or a key that nobody compared yet. Raises ExchangeRefused.

    A key that takes the place of another one is known by digits that were typed before: then it is not None.
    """
    known = named(store, id_)
    confirmed = next((one for one in known if one.confirmed_on is not None), None)
    if confirmed is None:
        same = next((one for one in known if one.verify_key == verify_key), None)
        if same is None and sum(one.confirmed_on is None for one in all_of(store)) >= MOST_NEW:
            refuse(TOO_MANY_NEW)
        if same is not None and same.withdrawn_on is not None:
            refuse(WITHDRAWN)
        return same
    if verify_key != confirmed.verify_key and (not confirmed.expected or spoken(verify_key) != confirmed.expected):
        refuse(refusals.OTHER_SIGNER)
    if confirmed.withdrawn_on is not None:
        refuse(WITHDRAWN)
    return confirmed


def take_new_key(store: Store, sender: Sender, verify_key: bytes) -> None:
    """In place of the one of before; both fingerprints stand in the log. Inside a change."""
    store.update("sender", sender.number, verify_key=verify_key.hex(), expected="")
    store.file.log("wijzigen", f"sleutel afzender {spoken(verify_key)} in plaats van {sender.spoken}")


def add(store: Store, id_: str, verify_key: bytes) -> int:
    """Somebody new, who is not believed yet; returns the number. Inside a change."""
    return store.insert(
        "sender", sender=id_, verify_key=verify_key.hex(), label="", confirmed_on=None, withdrawn_on=None, expected=""
    )


def label(store: Store, number: int, text: str) -> None:
    """What the coordinator calls this sender; it is in no publication. Raises NotFound, InputError."""
    named_so = checks.line(text, "label")
    others = (one for one in all_of(store) if one.number != number and one.withdrawn_on is None)
    if named_so and any(one.label.casefold() == named_so.casefold() for one in others):
        raise InputError(SAME_LABEL, "label")
    with store.change("Afzender een naam geven", undoable=False):
        store.update("sender", numbered(store, number).number, label=named_so)


def refuse_same_key(store: Store, sender: Sender) -> None:
    """One laptop under two ids would count as two. Raises InputError."""
    others = (one for one in all_of(store) if one.number != sender.number and one.counts)
    if any(one.verify_key == sender.verify_key for one in others):
        raise InputError(SAME_KEY, "fingerprint")


def withdraw(store: Store, number: int, today: date) -> None:
    """All contributions of this sender are gone, and new files are refused until it is confirmed once more.

    What was published stays published. Raises NotFound.
    """
    sender = numbered(store, number)
    with store.change("Afzender intrekken", action="wissen", undoable=False):
        store.update("sender", number, withdrawn_on=today.isoformat(), expected="")
        for (row,) in store.rows("SELECT id FROM received WHERE sender = ?", [number]):
            for (part,) in store.rows("SELECT id FROM contribution WHERE received = ?", [row]):
                store.delete("contribution", part)
            store.update("received", row, content="none", sealed=None, key_pair=None)
        store.file.log("wissen", f"afzender {sender.spoken} ingetrokken")


# -- the list -------------------------------------------------------------------------------------------

State = Literal["received", "waits", "held", "not yet"]
STATES: dict[State, str] = {
    "received": "ontvangen", "waits": "ontvangen, klein: wacht verzegeld", "held": "wacht op bevestiging",
    "not yet": "nog niet ontvangen",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """`last`: the last period that came in of any kind, or None; `asked`: of each period that was asked for."""

    sender: Sender
    last: Period | None
    asked: tuple[tuple[Period, State], ...]


def lines(store: Store, asked: Iterable[Period] = ()) -> tuple[Line, ...]:
    """Every sender, with what came in and what did not come yet."""
    from doorbraak.model.exchange import small_files

    wanted, came = tuple(asked), dict[int, dict[Period, str]]()
    enough = {period: small_files.enough(store, str(period)) for period in wanted}
    for number, period, content, small in store.rows("SELECT sender, period, content, small FROM received"):
        if content != "none":
            came.setdefault(number, {})[periods.parse(period)] = "small" if small else content
    found = []
    for one in all_of(store):
        own = came.get(one.number, {})
        states = tuple((period, _state(one, own.get(period), enough[period])) for period in wanted)
        found.append(Line(one, max(own, key=lambda period: period.last, default=None), states))
    return tuple(found)


def _state(sender: Sender, content: str | None, enough: bool) -> State:
    if content is None:
        return "not yet"
    if not sender.counts:
        return "held"
    return "waits" if content == "small" and not enough else "received"
