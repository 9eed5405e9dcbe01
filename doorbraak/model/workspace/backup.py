"""Verified copies of the workspace: opened and checked before they count, thinned as they age.

A backup is two files: the encrypted database and a small JSON with a copy of the key slots, the row
counts, and length and last hash of the access log. It counts when both are there.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.errors import DiskFailed, UserError
from doorbraak.model.workspace import cipher, keys, log

if TYPE_CHECKING:
    from sqlite_utils import Database

FOLDER = "backups"
_STAMP = "%Y-%m-%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One generation. `counts` is rows per table, `log_state` length and last hash of the access log."""

    path: Path
    at: datetime
    counts: dict[str, int]
    log_state: tuple[int, str]

    @property
    def beside(self) -> Path:
        return self.path.with_suffix(".json")


def make(db: "Database", key: bytes, slots: tuple[keys.Slot, ...], folder: Path, at: datetime) -> Backup:
    """Copy, open the copy, check it, only then give it its name. Raises DiskFull, DiskFailed, NoAccess."""
    with cipher.errors_for_people():
        place = folder / FOLDER
        place.mkdir(mode=0o700, exist_ok=True)
        for left in place.glob("*.nieuw*"):
            left.unlink()
        path = _free(place / f"{at.strftime(_STAMP)}.db")
        fresh = path.with_name(path.name + ".nieuw")
        fresh.touch(mode=0o600)
        cipher.copy_to(db, fresh, key)
        backup = Backup(path, at, row_counts(db), log.length_and_last(db))
        _verify(fresh, key, backup.counts)
        beside = {
            "at": at.isoformat(timespec="seconds"),
            "counts": backup.counts,
            "log_length": backup.log_state[0],
            "log_last": backup.log_state[1],
            "slots": json.loads(keys.to_json(slots)),
        }
        fresh.replace(path)
        keys.write_whole(backup.beside, (json.dumps(beside, indent=1) + "\n").encode())
    return backup


def _free(path: Path) -> Path:
    """Two backups within one second get different names."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}.db")
    return free


def _verify(path: Path, key: bytes, counts: dict[str, int]) -> None:
    copy = cipher.connect(path, key)
    try:
        if cipher.faults(copy) or row_counts(copy) != counts:
            raise DiskFailed(
                "De reservekopie is niet goed gelukt. De dossiers zelf zijn in orde. "
                "Controleer de schijf; het programma probeert het later opnieuw."
            )
    except UserError:
        copy.conn.close()
        path.unlink()
        raise
    copy.conn.close()


def row_counts(db: "Database") -> dict[str, int]:
    names = db.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {name: int(db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in names}


def all_of(folder: Path) -> tuple[Backup, ...]:
    """The generations that count, newest first; what can't be read is left out."""
    found = []
    for path in (folder / FOLDER).glob("*.db"):
        try:
            beside = json.loads(path.with_suffix(".json").read_text("utf-8"))
            found.append(
                Backup(
                    path,
                    datetime.fromisoformat(beside["at"]),
                    dict(beside["counts"]),
                    (int(beside["log_length"]), str(beside["log_last"])),
                )
            )
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return tuple(sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True))


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


def thin(folder: Path, now: datetime) -> None:
    """Remove the generations that the rule of `kept` lets go."""
    found = all_of(folder)
    stay = kept((backup.at for backup in found), now)
    with cipher.errors_for_people():
        for backup in found:
            if backup.at not in stay:
                backup.beside.unlink()
                backup.path.unlink()
