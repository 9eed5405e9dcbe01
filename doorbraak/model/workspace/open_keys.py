"""The key of an open workspace and what opens it: proved, changed, renewed, and looked at in its file."""

import contextlib
from collections.abc import Mapping

from doorbraak.model.errors import DiskFailed, SlotsMissing, UserError
from doorbraak.model.workspace import creation, keys, log, rekey, unlocking
from doorbraak.model.workspace.open_file import OpenFile

NOT_RENEWED = (
    "De sleutel is niet vernieuwd: de schijf is vol of gaf een fout. De dossiers zijn heel, en de vorige "
    "wachtzin geldt nog. Maak ruimte vrij en probeer het opnieuw."
)
_DAMAGED: dict[keys.SlotKind, str] = {
    "passphrase": (
        "De wachtzin opent de werkmap misschien niet meer: in sleutels.json is zij beschadigd of veranderd. "
        "De dossiers zijn heel. Kies een nieuwe wachtzin bij Bestand, Wachtzin en herstelcode."
    ),
    "recovery": (
        "De herstelcode op papier opent de werkmap misschien niet meer: in sleutels.json is zij beschadigd of "
        "veranderd. De dossiers zijn heel. Maak een nieuwe herstelcode bij Bestand, Wachtzin en herstelcode."
    ),
}

_OPENED_WITH_IT = (
    "Je wachtzin werkte net nog, maar wat haar in sleutels.json bewaart is beschadigd of veranderd. De dossiers zijn "
    "heel. Kies nu een nieuwe wachtzin bij Bestand, Wachtzin en herstelcode."
)


class OpenKeys:
    """What a person knows or keeps is in the slots. Whoever changes them: passphrase.py."""

    def __init__(self, file: OpenFile, key: bytes, slots: tuple[keys.Slot, ...], used: keys.SlotKind) -> None:
        self.opened_with = used
        """With the recovery code, until there is another passphrase: the one of before is not known then."""
        self._file = file
        self._key = key
        self._slots = slots
        self._path = file.folder / creation.SLOTS

    @property
    def key(self) -> bytes:
        """Of the database; empty once it is closed."""
        return self._key

    @property
    def slots(self) -> tuple[keys.Slot, ...]:
        return self._slots

    def forget(self) -> None:
        self._key = b""

    def prove(self, secret: str, object_: str, action: log.Action = "wijzigen") -> None:
        """Raises WrongPassphrase when this does not open the workspace; the log says what it was asked for."""
        if not any(key == self._key for _, key in keys.unwrapped(self._slots, secret)):
            with self._file.transaction():
                self._file.log(action, object_, "mislukt")
            keys.refuse(self._slots)

    def replace(self, kind: keys.SlotKind, secret: str, cost: keys.Cost | None, object_: str,
                settings: Mapping[str, str] | None = None) -> None:  # fmt: skip
        """Another secret in the place of the one of its kind, with the line in the log that says so: both, or neither
        when it raises.
        """
        new, before = keys.wrap(kind, secret, self._key, cost or keys.Cost()), self._slots
        others = (slot for slot in before if slot.kind != kind)
        slots = tuple(sorted((new, *others), key=lambda slot: slot.kind))
        try:
            with self._file.transaction():
                self._file.log("wijzigen", object_)
                self._file.write_settings(settings or {})
                keys.write(self._path, slots)
        except BaseException:
            unlocking.settle(self._path, slots, before)
            raise
        self._slots = slots
        self._file.copy_due = True
        if kind == "passphrase":
            self.opened_with = kind

    def renew(self, renewal: rekey.Renewal, settings: Mapping[str, str]) -> None:
        """Another key for the whole file, and so another connection.

        Raises UserError; then the file has the key of before, or it has ended: it could not be opened again.
        """
        with self._file.transaction():
            self._file.log("wijzigen", "sleutel")
            self._file.write_settings(settings)
        key, slots = self._key, self._slots
        try:
            keys.write(self._path, renewal.between)
            done = self._file.exchange(lambda db: rekey.run(db, self._file.folder, key, slots, renewal))
        except BaseException as error:
            if self._file.ended:
                self.forget()
            elif isinstance(error, UserError):
                self._take_back(settings)
            raise
        if not done:
            self._take_back(settings)
            raise DiskFailed(NOT_RENEWED)
        self._key, self._slots = renewal.key, renewal.slots

    def _take_back(self, settings: Mapping[str, str]) -> None:
        with contextlib.suppress(UserError), self._file.transaction():
            self._file.log("wijzigen", "sleutel", "mislukt")
            self._file.write_settings(dict.fromkeys(settings, ""))
            self._file.copy_due = True

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the slots as they lie in the folder now, as sentences: nobody notices a damaged recovery
        slot before the day that the code is needed. Raises NoAccess, DiskFailed.
        """
        try:
            there = keys.read(self._path)
        except SlotsMissing as error:
            return (error.sentence,)
        return tuple(
            _OPENED_WITH_IT if kind == self.opened_with == "passphrase" else _DAMAGED[kind]
            for kind in keys.damaged(there, self._key)
        )
