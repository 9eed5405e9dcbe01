"""All of resources/ into one Catalogue, or newer lists in place of some of them."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from doorbraak import paths
from doorbraak.model.catalogue.checking import check
from doorbraak.model.catalogue.lists import SHEETS, by_id
from doorbraak.model.catalogue.records import Catalogue
from doorbraak.model.catalogue.sheet import Sheet
from doorbraak.model.errors import CatalogueDamaged

_Rows = tuple[tuple[Any, ...], tuple[int, ...]]
_MEND = "Er is niets veranderd. Herstel de lijst en probeer het opnieuw."


def load(folder: Path | None = None) -> Catalogue:
    """All lists of a resources folder, checked; without a folder the program's own, read once.

    Raises CatalogueDamaged with file and line.
    """
    return _own() if folder is None else _read(lambda sheet: sheet.read(folder))


def load_texts(lists: Mapping[str, str]) -> Catalogue:
    """These files by their name in resources/ ("law/articles.csv"), and the program's own for the others.

    Together they pass every check that a folder does. The same texts give the same catalogue, so that what is kept by
    catalogue stays. Raises CatalogueDamaged with file and line.
    """
    return _of_texts(tuple(sorted(lists.items()))) if lists else _own()


@lru_cache(maxsize=1)
def _own() -> Catalogue:
    return _read(lambda sheet: sheet.read(paths.resources()))


@lru_cache(maxsize=1)
def _of_texts(lists: tuple[tuple[str, str], ...]) -> Catalogue:
    given, folder = dict(lists), paths.resources()
    unknown = given.keys() - {sheet.file for sheet in SHEETS.values()}
    if unknown:
        found = f"De lijst {min(unknown)} hoort er niet bij."
        raise CatalogueDamaged(f"{found} {_MEND}", found, min(unknown))
    try:
        return _read(lambda sheet: sheet.read_text(given[sheet.file]) if sheet.file in given else sheet.read(folder))
    except CatalogueDamaged as wrong:
        found = wrong.found
        if wrong.file not in given:
            found += " Die lijst is van het programma zelf, en past niet meer bij de nieuwe lijsten."
        raise CatalogueDamaged(f"{found} {_MEND}", found, wrong.file) from None


def _read(rows_of: Callable[[Sheet[Any]], _Rows]) -> Catalogue:
    lists: dict[str, Any] = {}
    lines: dict[str, tuple[int, ...]] = {}
    for name, sheet in SHEETS.items():
        rows, lines[name] = rows_of(sheet)
        lists[name] = MappingProxyType({row.id: row for row in rows}) if sheet.unique is by_id else rows
    catalogue = Catalogue(**lists, lines=MappingProxyType(lines))
    check(catalogue)
    return catalogue
