"""Practising a restore: each copy put back in a folder of its own, opened and checked, then taken away again.

A copy that was never put back is a hope. Nothing of the workspace is touched.
"""

import contextlib
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from doorbraak.model.errors import DiskFull, FileDamaged, UserError, WrongPassphrase
from doorbraak.model.workspace import (
    DATABASE,
    backup,
    cipher,
    contents,
    copy_check,
    creation,
    exact_copy,
    key_of_now,
    keys,
    restore,
)
from doorbraak.model.workspace.backup import Backup

_STALE = 24 * 60 * 60  # seconds: a practice that was broken off


@dataclass(frozen=True, slots=True)
class Tried:
    """How it went with one copy. `size` is of its file in bytes; `faults` are sentences, none when it is whole.

    `other_phrase`: it opens with another passphrase, as a copy of before a re-key does, and so was not tried.
    `contents`: how much is in it, for a list.
    """

    at: datetime
    households: int | None
    size: int
    seconds: float
    faults: tuple[str, ...]
    elsewhere: bool = False
    other_phrase: bool = False
    contents: str = "?"

    @property
    def outcome(self) -> str:
        return "andere wachtzin" if self.other_phrase else "niet goed" if self.faults else "goed"


def drill(folder: Path, secret: str, second: Path | None = None) -> tuple[Tried, ...]:
    """Every copy, newest first. Raises WrongPassphrase when it opens none of them, DiskFull."""
    return tuple(one_by_one(folder, secret, second))


def one_by_one(folder: Path, secret: str, second: Path | None = None) -> Iterator[Tried]:
    """The same, for who shows how far it is and may stop."""
    present = key_of_now.slots(folder)
    found = restore.restorable(folder, second)
    refused: WrongPassphrase | None = None
    any_opened = False
    if found:
        (folder / backup.FOLDER).mkdir(mode=0o700, exist_ok=True)
        _clear(folder / backup.FOLDER)
    waiting: list[Tried] = []
    for one in found:
        began = time.perf_counter()
        try:
            faults = _try(folder, one.backup, secret, present)
            any_opened = True
            other = False
        except WrongPassphrase as error:
            refused, faults, other = error, (), True
        seconds = time.perf_counter() - began
        much = contents.cell(one.backup.counts)
        waiting.append(
            Tried(one.backup.at, one.households, _size(one.backup), seconds, faults, one.elsewhere, other, much)
        )
        if any_opened:
            yield from waiting
            waiting.clear()
    if refused is not None and not any_opened:
        raise refused


def _try(folder: Path, copy: Backup, secret: str, present: tuple[keys.Slot, ...]) -> tuple[str, ...]:
    from doorbraak.model.workspace.store import Store  # late: the store makes copies itself

    try:
        with copy_check.said_of_checking(), copy_check.place_of_its_own(folder / backup.FOLDER) as place:
            exact_copy.make(copy.path, place / DATABASE)
            opened = copy_check.opened(place / DATABASE, copy, secret, present)
            try:
                faults = copy_check.faults_of(opened.db, copy)
            finally:
                cipher.close(opened.db)
            keys.write(place / creation.SLOTS, opened.slots)
            if not faults:
                Store.open(place, secret, (), origin="opdrachtregel", kind=None).close()
            return faults
    except (WrongPassphrase, DiskFull):  # no fault of the copy
        raise
    except FileDamaged:
        return (copy_check.DAMAGED,)
    except UserError as error:
        return (error.sentence,)


def _clear(place: Path) -> None:
    for left in place.glob(copy_check.PREFIX + "*"):
        with contextlib.suppress(OSError):
            if left.is_dir() and time.time() - left.stat().st_mtime > _STALE:
                shutil.rmtree(left, ignore_errors=True)


def _size(copy: Backup) -> int:
    try:
        return copy.path.stat().st_size
    except OSError:
        return 0


def report(tried: Sequence[Tried], today: date) -> str:
    """Plain text that prints: a line for each copy, and what follows from them. It names nobody."""
    lines = [
        "Verslag van een oefening met terugzetten",
        f"Datum: {today:%d-%m-%Y}",
        "",
        "Elke kopie is teruggezet in een eigen map, geopend en nagekeken:",
        "het bestand, de aantallen en het logboek. Daarna is die map weer weggehaald.",
        "",
    ]
    if tried:
        much = contents.title(one.contents for one in tried)
        wide = max(len(much), *(len(one.contents) for one in tried))
        lines.append(f"{'Kopie van':<21}{'Waar':<13}{much:>{wide}}{'Grootte':>9}{'Seconden':>9}  Uitkomst")
    for one in tried:
        where = "tweede plek" if one.elsewhere else "werkmap"
        lines.append(
            f"{one.at:%d-%m-%Y %H:%M:%S}  {where:<13}{one.contents:>{wide}}{_shown(one.size):>9}"
            f"{f'{one.seconds:.1f}'.replace('.', ','):>9}  {one.outcome}"
        )
        lines += [f"    {fault}" for fault in one.faults]
    return "\n".join([*lines, *([""] if tried else []), *_conclusion(tried)]) + "\n"


def _shown(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def _conclusion(tried: Sequence[Tried]) -> list[str]:
    others = [one for one in tried if one.other_phrase]
    mine = [one for one in tried if not one.other_phrase]
    good = [one for one in mine if not one.faults]
    if not tried:
        return ["Uitkomst: er zijn nog geen kopieën. Maak er een, en oefen dan opnieuw."]
    if not good:
        return [
            "Uitkomst: geen enkele kopie is terug te zetten. Maak nu een nieuwe kopie en oefen opnieuw.",
            "Lukt dat weer niet, meld het dan bij wie over de computers gaat.",
            *_of_others(len(others)),
        ]
    newest = max(good, key=lambda one: one.at)
    said = [f"Uitkomst: {len(good)} van {len(mine)} kopieën zijn terug te zetten."]
    if len(good) == 1:
        said = [f"Uitkomst: 1 van {len(mine)} kopieën is terug te zetten."]
    said.append(f"De nieuwste die goed is: {newest.at:%d-%m-%Y %H:%M:%S}.")
    if len(good) < len(mine):
        said.append("Zet geen kopie terug die niet goed is. Bewaar haar wel tot duidelijk is wat er mis ging.")
    return [*said, *_of_others(len(others))]


def _of_others(count: int) -> list[str]:
    """Nothing is wrong with them; but whoever changed the key because of a leak should not keep them."""
    if not count:
        return []
    first = "1 kopie gaat open met een andere wachtzin en is"
    if count > 1:
        first = f"{count} kopieën gaan open met een andere wachtzin en zijn"
    return [
        f"{first} niet geprobeerd.",
        "Was die gelekt? Vernietig de oude kopieën: Bestand, Wachtzin en herstelcode.",
    ]
