"""What a sheet of a workbook may be called: 31 signs at most, none that mean something in a reference, no two alike."""

from collections.abc import Iterable

LONGEST = 31
_FORBIDDEN = dict.fromkeys(map(ord, "[]:*?/\\'"))


def unique(titles: Iterable[str]) -> tuple[str, ...]:
    """In the same order. A title that is too long ends in dots, one that is there already in a number."""
    found: list[str] = []
    for title in titles:
        plain = title.translate(_FORBIDDEN).strip() or "Blad"
        name, number = _fitted(plain, ""), 1
        while name.lower() in {one.lower() for one in found}:
            number += 1
            name = _fitted(plain, f" {number}")
        found.append(name)
    return tuple(found)


def _fitted(title: str, end: str) -> str:
    room = LONGEST - len(end)
    return title + end if len(title) <= room else f"{title[: room - 1].rstrip(' ,')}…{end}"
