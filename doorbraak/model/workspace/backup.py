"""Verified copies of the workspace: opened and checked before they count, thinned as they age.

A backup is two files: the encrypted database and a small JSON with a copy of the key slots, the row
counts, and length and last hash of the access log. It counts when both are there.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model import bounded
from doorbraak.model.errors import DiskFailed, DiskFull, FileDamaged, NoAccess, UserError
from doorbraak.model.workspace import cipher, exact_copy, keys, log

if TYPE_CHECKING:
    from sqlite_utils import Database

FOLDER = "backups"
_MOST_BYTES = 100_000  # of the file beside a copy
_STAMP = "%Y-%m-%dT%H%M%S"
_SAFE = "Er is geen reservekopie gemaakt; de dossiers zelf zijn wel bewaard."


@dataclass(frozen=True, slots=True)
class Backup:
    """One generation. `counts` is rows per table, `log_state` length and last hash of the access log.

    `workspace` was drawn when the workspace was made: copies with another one are of another workspace.
    """

    path: Path
    at: datetime
    counts: dict[str, int]
    log_state: tuple[int, str]
    workspace: str = ""

    @property
    def beside(self) -> Path:
        return self.path.with_suffix(".json")


def make(
    db: "Database", key: bytes, slots: tuple[keys.Slot, ...], folder: Path, at: datetime, blanked: Iterable[str] = ()
) -> Backup:
    """Copy, open the copy, check it, only then give it its name. Raises DiskFull, DiskFailed, NoAccess.

    `blanked`: statements that empty in the copy what is not meant to last; they take no row away.
    """
    with _said_of_a_copy(), cipher.errors_for_people():
        place = folder / FOLDER
        place.mkdir(mode=0o700, exist_ok=True)
        _clear(place)
        path = free(place / f"{at.strftime(_STAMP)}.db")
        fresh = path.with_name(path.name + ".nieuw")
        backup = Backup(path, at, row_counts(db), log.length_and_last(db), identity_of(db))
        try:
            fresh.touch(mode=0o600)
            cipher.copy_to(db, fresh, key, blanked)
            _verify(fresh, key, backup.counts)
            keys.write_whole(backup.beside, _beside(backup, slots))
            fresh.replace(path)  # last: from here it counts
            exact_copy.sync_folder(place)
        except BaseException:
            backup.beside.unlink(missing_ok=True)
            _clear(place)  # a half copy would keep a full disk full
            raise
    return backup


def _beside(backup: Backup, slots: tuple[keys.Slot, ...]) -> bytes:
    content = {
        "at": backup.at.isoformat(timespec="seconds"),
        "counts": backup.counts,
        "log_length": backup.log_state[0],
        "log_last": backup.log_state[1],
        "workspace": backup.workspace,
        "slots": json.loads(keys.to_json(slots)),
    }
    return (json.dumps(content, indent=1) + "\n").encode()


@contextmanager
def _said_of_a_copy() -> Iterator[None]:
    """The same errors, but not as if the last change were lost."""
    again = "Het programma probeert het later opnieuw."
    try:
        yield
    except DiskFull as error:
        raise DiskFull(f"De schijf is vol. {_SAFE} Maak ruimte vrij. {again}") from error
    except NoAccess as error:
        raise NoAccess(
            f"Het programma mag niet schrijven in de map backups. {_SAFE} Vraag rechten op deze map. {again}"
        ) from error
    except DiskFailed as error:
        raise DiskFailed(f"De schijf gaf een fout. {_SAFE} Controleer de schijf. {again}") from error


def _clear(place: Path) -> None:
    for left in place.glob("*.nieuw*"):
        if left.is_file() or left.is_symlink():  # a folder that somebody made is none of ours
            left.unlink(missing_ok=True)


def free(path: Path) -> Path:
    """Two backups within one second get different names; slots that lost their copy are not overwritten."""
    number, free = 1, path
    while free.exists() or free.with_suffix(".json").exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}.db")
    return free


def _verify(path: Path, key: bytes, counts: dict[str, int]) -> None:
    try:
        copy = cipher.connect(path, key)
        try:
            whole = not cipher.faults(copy) and row_counts(copy) == counts
        finally:
            cipher.close(copy)
    except FileDamaged:  # the copy is, not the workspace
        whole = False
    if not whole:
        raise DiskFailed(cipher.DISK_ERROR)


def identity_of(db: "Database") -> str:
    """What tells one workspace from another: drawn when it was made."""
    row = db.execute("SELECT value FROM setting WHERE name = 'identity'").fetchone()
    return str(row[0]) if row else ""


def row_counts(db: "Database") -> dict[str, int]:
    """Rows per table of ours; what SQLite keeps for itself is left out."""
    names = db.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name"
    ).fetchall()
    return {name: int(db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in names}


def all_of(folder: Path) -> tuple[Backup, ...]:
    """The generations that count, newest first; what can't be read is left out."""
    return lying_in(folder / FOLDER)


def of_workspace(folder: Path, identity: str) -> tuple[Backup, ...]:
    """The same without those of another workspace, which somebody may have put beside them."""
    return tuple(made for made in all_of(folder) if made.workspace == identity)


def lying_in(place: Path) -> tuple[Backup, ...]:
    """The same of the folder where the copies themselves lie."""
    found = []
    for path in _copies(place):
        try:
            beside = json.loads(bounded.read(path.with_suffix(".json"), _MOST_BYTES))
            at = datetime.fromisoformat(beside["at"]).replace(tzinfo=None)
            log_state = (int(beside["log_length"]), str(beside["log_last"]))
            found.append(Backup(path, at, dict(beside["counts"]), log_state, str(beside.get("workspace", ""))))
        except (UserError, *keys.UNREADABLE):
            continue
    return tuple(sorted(found, key=_age, reverse=True))


def _copies(place: Path) -> list[Path]:
    try:
        return list(place.glob("*.db"))
    except OSError:  # a second place that was pulled out
        return []


def newest(folder: Path) -> Backup | None:
    return next(iter(all_of(folder)), None)


def slots_of(backup: Backup) -> tuple[keys.Slot, ...]:
    """The key slots of the moment. Raises SlotsMissing, and what `bounded.read` raises."""
    return keys.from_json(bounded.read(backup.beside, _MOST_BYTES).decode("utf-8", "replace"))


def of_older_key(backup: Backup, slots: Iterable[keys.Slot]) -> bool:
    """Whether the workspace with these slots got another key since: what opened it then opens the copy. Raises as
    `slots_of`.
    """
    return {slot.mark for slot in slots_of(backup)}.isdisjoint(slot.mark for slot in slots)


def _age(backup: Backup) -> tuple[int, datetime, int, str]:
    """By the access log first, which only grows: a clock may be set back, and a second holds more than one."""
    name = backup.path.name
    return backup.log_state[0], backup.at, len(name), name


def kept(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Which moments stay: two days all, then the last of 14 days, 8 weeks and 6 months."""
    ordered = sorted(moments, reverse=True)
    keep = {moment for moment in ordered if now - moment <= timedelta(days=2)}
    for most, period in ((14, "%Y-%m-%d"), (8, "%G-%V"), (6, "%Y-%m")):
        seen: dict[str, datetime] = {}
        for moment in ordered:
            seen.setdefault(moment.strftime(period), moment)
        keep.update(list(seen.values())[:most])
    return frozenset(keep)


def thin(folder: Path, now: datetime, workspace: str) -> None:
    """Remove the generations of this workspace that the rule of `kept` lets go; those of another are not ours."""
    found = of_workspace(folder, workspace)
    stay = kept((backup.at for backup in found), now)
    with cipher.errors_for_people():
        for backup in found:
            if backup.at not in stay:
                backup.path.unlink(missing_ok=True)
                backup.beside.unlink(missing_ok=True)
