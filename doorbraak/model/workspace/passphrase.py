"""What opens an open workspace from now on: another passphrase, another recovery code, or another key altogether."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from doorbraak.model.errors import DiskFailed, DiskFull, InputError, NoAccess, UserError
from doorbraak.model.workspace import keys, open_keys, rekey, strength
from doorbraak.model.workspace.backup import Backup
from doorbraak.model.workspace.place import MOVED
from doorbraak.model.workspace.store import Store

_TESTED = "recovery_tested"  # the day that the recovery code was last tried
_UNSEEN = "recovery_unseen"  # "1": a code was made, and nobody has said that it was written down
_STILL_HOLD = "Er is niets veranderd: de wachtzin en de herstelcode van hiervoor gelden nog."
_WHY: dict[type[UserError], str] = {
    DiskFull: "De schijf is vol.",
    NoAccess: "Het programma mag niet schrijven in de werkmap.",
    DiskFailed: "De schijf gaf een fout.",
}
_TO_DO: dict[type[UserError], str] = {
    DiskFull: "Maak ruimte vrij en probeer het opnieuw.",
    NoAccess: "Vraag rechten op deze map en probeer het opnieuw.",
    DiskFailed: "Controleer de schijf en probeer het opnieuw.",
}
SAME = "Dit is de wachtzin van nu. Er is niets veranderd. Bedenk een andere."


@dataclass(frozen=True, slots=True)
class Renewed:
    """The new recovery code, which is kept nowhere; the copy that was made, or why it could not be made."""

    code: str
    copy: Backup | None
    problem: UserError | None


def change(store: Store, present: str | None, new: str, *, cost: keys.Cost | None = None) -> None:
    """Another passphrase on the same key: copies of before still open with the old one.

    Without `present` only where the recovery code opened the workspace. Raises WrongPassphrase, WeakPassphrase,
    InputError for the same passphrase, NoAccess, DiskFull, DiskFailed; then the old one still holds.
    """
    if present is not None or store.keys.opened_with != "recovery":
        store.keys.prove(present or "", "wachtzin")
    _check_new(store, new)
    with _said_of_secrets(store):
        store.keys.replace("passphrase", new, cost, "wachtzin")


def renew(store: Store, present: str, new: str, *, cost: keys.Cost | None = None) -> Renewed:
    """After the passphrase leaked: another key, another passphrase, another code, and a copy with those.

    A copy with the old key is made first. Undo is forgotten. Raises as `change`; then the old key,
    passphrase and code still hold.
    """
    store.keys.prove(present, "sleutel")
    _check_new(store, new)
    with _said_of_secrets(store):
        store.backup()
        code = keys.new_recovery_code()
        store.renew_key(rekey.prepared(store.keys.key, store.keys.slots, new, code, cost), {_UNSEEN: "1", _TESTED: ""})
    try:
        return Renewed(code, store.backup(), None)
    except UserError as error:
        return Renewed(code, None, error)


def new_code(store: Store, present: str, *, cost: keys.Cost | None = None) -> str:
    """Another recovery code; the one of before opens copies of before only. Raises WrongPassphrase and as `change`."""
    store.keys.prove(present, "herstelcode")
    code = keys.new_recovery_code()
    with _said_of_secrets(store):
        store.keys.replace("recovery", code, cost, "herstelcode", {_UNSEEN: "1", _TESTED: ""})
    return code


@contextmanager
def _said_of_secrets(store: Store) -> Iterator[None]:
    """The same errors, where it is no change of a dossier that was refused.

    Not once the file had to be closed: then the next opening tells which passphrase holds.
    """
    try:
        yield
    except (DiskFull, NoAccess, DiskFailed) as error:
        if store.closed or error.sentence in (open_keys.NOT_RENEWED, MOVED):
            raise
        kind = type(error)
        raise kind(f"{_WHY[kind]} {_STILL_HOLD} {_TO_DO[kind]}") from error


def code_fits(store: Store, code: str, today: date) -> bool:
    """Whether this is the recovery code of now; nothing changes but the log, and the day when it fits."""
    only = tuple(slot for slot in store.keys.slots if slot.kind == "recovery")
    fits = any(key == store.keys.key for _, key in keys.unwrapped(only, code))
    if fits:
        store.file.keep_settings({_TESTED: today.isoformat(), _UNSEEN: ""})
    store.note("controleren", "herstelcode", "gelukt" if fits else "mislukt")
    return fits


def tested_on(store: Store) -> date | None:
    """The day that the recovery code was last tried and fitted."""
    try:
        return date.fromisoformat(store.file.setting(_TESTED))
    except ValueError:
        return None


def code_seen(store: Store) -> None:
    """Somebody said that the new code was written down."""
    store.file.keep_settings({_UNSEEN: ""})


def code_is_unseen(store: Store) -> bool:
    """The program ended before the new code was shown: there is none on paper."""
    return store.file.setting(_UNSEEN) == "1"


def _check_new(store: Store, new: str) -> None:
    strength.check(new, store.title)
    present = tuple(slot for slot in store.keys.slots if slot.kind == "passphrase")
    if any(True for _ in keys.unwrapped(present, new)):
        raise InputError(SAME, "passphrase")
