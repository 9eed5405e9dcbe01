"""What people type about a life event: its kind by name, its own words, its year and perhaps its month."""

import re
from dataclasses import dataclass

from doorbraak.model.catalogue import fold
from doorbraak.model.dossier.life_events import Kind
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names

_WHEN = re.compile(r"(?:(\d{1,2})[-/. ])?(\d{4})", re.ASCII)
_LAST = re.compile(r"(.*?)[ ,]*(?<!\S)((?:\d{1,2}[-/.])?\d{4})\s*", re.ASCII | re.DOTALL)
_WHOLE_DAY = re.compile(r"(?:.*\s)?\d{1,2}[-/.](\d{1,2})[-/.](\d{4})", re.ASCII | re.DOTALL)

_BY_NAME: list[tuple[str, Kind]] = sorted(
    (
        (fold(part), kind)
        for kind, name in choice_names.LIFE_EVENTS.items()
        if kind != "other"
        for part in (name, *name.split(" of "))
    ),
    key=lambda named: -len(named[0]),
)
"""Every name, and each half of one such as "Ziekte of opname"; the longest first."""


@dataclass(frozen=True, slots=True)
class Typed:
    kind: Kind
    words: str
    year: int
    month: int | None


def typed_event(text: str) -> Typed:
    """ "Verhuizing naar Almere 3-2024" or "scheiding 2019". Raises InputError without a year at its end."""
    _refuse_day(text)
    found = _LAST.fullmatch(text.strip())
    if not found:
        raise InputError("Schrijf er een jaar achter. Bijvoorbeeld: scheiding 2019, of verhuizing 3-2024.", "year")
    year, month = typed_when(found[2])
    kind, words = _kind(" ".join(found[1].split()))
    return Typed(kind, words, year, month)


def typed_when(text: str) -> tuple[int, int | None]:
    """ "3-2024" or "2024" as year and month. Raises InputError."""
    _refuse_day(text)
    found = _WHEN.fullmatch(text.strip())
    if not found:
        raise InputError("Schrijf een jaar, of maand en jaar: 2024 of 3-2024.", "year")
    return int(found[2]), int(found[1]) if found[1] else None


def _refuse_day(text: str) -> None:
    """A life event has no day: leaving it out is up to who typed it."""
    found = _WHOLE_DAY.fullmatch(text.strip())
    if found:
        when = f"{int(found[1])}-{found[2]}" if 1 <= int(found[1]) <= 12 else found[2]
        raise InputError(f"Hier hoort geen dag bij. Schrijf alleen maand en jaar, of het jaar: {when}.", "year")


def shown_when(year: int, month: int | None) -> str:
    return f"{month}-{year}" if month else str(year)


def _kind(typed: str) -> tuple[Kind, str]:
    """The kind that the words begin with, and the rest of them."""
    words = typed.split()
    for name, kind in _BY_NAME:
        long = len(name.split())
        if fold(" ".join(words[:long])) == name:
            return kind, " ".join(words[long:]).strip(":,- ")
    return "other", typed
