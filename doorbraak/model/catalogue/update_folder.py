"""A folder with newer lists, as somebody chose it: which files in it are lists, and their texts.

The files lie there flat ("articles.csv") or as in resources/ ("law/articles.csv"), or both ways mixed. A CSV file
that is no list of ours is refused: passed over, a name with a typing error would take half of an update. Other files
are named and not read.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from doorbraak.model import bounded
from doorbraak.model.catalogue.lists import SHEETS
from doorbraak.model.catalogue.sheet import decoded, without_odd_signs
from doorbraak.model.errors import CatalogueDamaged, InputError, UserError

MOST_BYTES = 5_000_000  # of all lists together; ours are a tenth of that
_MOST_FILES = 200
_FOLDERS = frozenset(sheet.file.partition("/")[0] for sheet in SHEETS.values())
_NAMES = {sheet.file.rpartition("/")[2]: sheet.file for sheet in SHEETS.values()}
_SAFE = "Er is niets veranderd."


@dataclass(frozen=True, slots=True)
class Update:
    """`lists`: the text of each file by its name in resources/. `passed`: names that were not read."""

    lists: dict[str, str]
    passed: tuple[str, ...]


def read_update(folder: Path) -> Update:
    """Reads nothing through a link, and never more than `MOST_BYTES`.

    Raises InputError, CatalogueDamaged, NotFound, NoAccess, DiskFailed: each says which file, and what to mend.
    """
    lists: dict[str, str] = {}
    passed: list[str] = []
    room = MOST_BYTES
    for name, path, link in _files(folder):
        if not name.casefold().endswith(".csv"):
            passed.append(name)
            continue
        file = _list_of(name)
        if link:
            raise InputError(f"{name} is een verwijzing naar elders. {_SAFE} Zet het bestand zelf in de map.", "folder")
        if file in lists:
            raise InputError(f"De lijst {file} staat twee keer in de map. {_SAFE} Haal er een weg.", "folder")
        raw = _content(name, path, room)
        room -= len(raw)
        try:
            lists[file] = without_odd_signs(file, decoded(file, raw))
        except CatalogueDamaged as wrong:
            sentence = f"{wrong.found} {_SAFE} Herstel de lijst en probeer het opnieuw."
            raise CatalogueDamaged(sentence, wrong.found, wrong.file) from None
    if not lists:
        raise InputError(
            f"In deze map staat geen lijst. {_SAFE} Kies de map met bestanden zoals articles.csv.", "folder"
        )
    return Update(lists, tuple(sorted(passed)))


def _list_of(name: str) -> str:
    """The file of resources/ that this is. Raises InputError for one that is none."""
    place, _, last = name.casefold().rpartition("/")
    file = _NAMES.get(last, "")
    if not file or (place and f"{place}/{last}" != file):
        raise InputError(
            f"{_shown(name)} is geen lijst van dit programma. {_SAFE} "
            "Kijk of de naam klopt, of haal het bestand uit de map.",
            "folder",
        )
    return file


def _content(name: str, path: Path, room: int) -> bytes:
    try:
        return bounded.read(path, room)
    except UserError as error:
        too_large = isinstance(error, InputError) and error.sentence != bounded.NOT_A_FILE
        said = f"Samen passen de lijsten in {MOST_BYTES // 1_000_000} MB. {_SAFE}" if too_large else error.sentence
        raise type(error)(f"{_shown(name)}: {said}") from error


def _files(folder: Path) -> Iterator[tuple[str, Path, bool]]:
    """Name, place and whether it is a link: of the folder, then of the folders in it that ours have too.

    Hidden files are of the system or of a spreadsheet that is open.
    """
    count = 0
    for name, path, link, is_folder in _sorted(folder, ""):
        inside = is_folder and not link and name.casefold() in _FOLDERS
        for found in _sorted(path, f"{name}/") if inside else ((name, path, link, is_folder),):
            count += 1
            if count > _MOST_FILES:
                raise InputError(f"In deze map staat te veel. {_SAFE} Kies een map met alleen de lijsten.", "folder")
            if found[3] or (found[2] and not found[0].casefold().endswith(".csv")):
                yield found[0].removesuffix("/") + "/", found[1], found[2]
            else:
                yield found[:3]


def _sorted(folder: Path, before: str) -> list[tuple[str, Path, bool, bool]]:
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.name.startswith((".", "~$")):
                    is_folder = entry.is_dir(follow_symlinks=False)
                    found.append((before + entry.name, Path(entry.path), entry.is_symlink(), is_folder))
                if len(found) > _MOST_FILES:
                    break
    except (OSError, ValueError) as error:
        raise InputError(f"Deze map kan niet worden gelezen. {_SAFE} Kies een andere map.", "folder") from error
    return sorted(found)


def _shown(name: str) -> str:
    """A name that somebody else chose, short and without signs that nobody sees."""
    seen = "".join(char for char in name if char.isprintable())
    return f"{seen[:60]}…" if len(seen) > 61 else seen
