"""All of resources/ into one Catalogue."""

from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from doorbraak import paths
from doorbraak.model.catalogue.checking import check
from doorbraak.model.catalogue.lists import SHEETS, by_id
from doorbraak.model.catalogue.records import Catalogue


def load(folder: Path | None = None) -> Catalogue:
    """All lists of a resources folder, checked; without a folder the program's own, read once.

    Raises CatalogueDamaged with file and line.
    """
    return _own() if folder is None else _read(folder)


@lru_cache(maxsize=1)
def _own() -> Catalogue:
    return _read(paths.resources())


def _read(folder: Path) -> Catalogue:
    lists: dict[str, Any] = {}
    lines: dict[str, tuple[int, ...]] = {}
    for name, sheet in SHEETS.items():
        rows, lines[name] = sheet.read(folder)
        lists[name] = MappingProxyType({row.id: row for row in rows}) if sheet.unique is by_id else rows
    catalogue = Catalogue(**lists, lines=MappingProxyType(lines))
    check(catalogue)
    return catalogue
