"""One spoken line: what somebody will do and, when it is said, by when: "Brief lezen voor 1 dec"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from doorbraak.model.errors import InputError

_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WHOLE = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_SOON = {"vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2}
_BEFORE = r"(?:\s*,)?\s+(?:(?:uiterlijk|voor|vóór|op|om)\s+)*"
_NUMBERS = re.compile(rf"(.*?\S){_BEFORE}(\d{{1,2}})[-/](\d{{1,2}})(?:[-/](\d{{4}}))?", re.DOTALL | re.IGNORECASE)
_NAMED = re.compile(rf"(.*?\S){_BEFORE}(\d{{1,2}})\s+([a-z]{{3,9}})\.?(?:\s+(\d{{4}}))?", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(rf"(.*?\S){_BEFORE}([a-z]+)", re.DOTALL | re.IGNORECASE)
_WRONG = "Deze datum bestaat niet. Schrijf hem zo: 1 dec, of 31-12-2026."


@dataclass(frozen=True, slots=True)
class Promise:
    words: str
    due: date | None


def promised(text: str, today: date) -> Promise:
    """Without a year the next such day is meant. Raises InputError for a day that does not exist."""
    bare = text.strip()
    if found := _NUMBERS.fullmatch(bare):
        return Promise(found[1], _day(int(found[2]), int(found[3]), found[4], today))
    if (found := _NAMED.fullmatch(bare)) and (month := _month(found[3])):
        return Promise(found[1], _day(int(found[2]), month, found[4], today))
    if (found := _WORD.fullmatch(bare)) and (on := _near(found[2].casefold(), today)):
        return Promise(found[1], on)
    return Promise(bare, None)


def _month(text: str) -> int | None:
    said = text.casefold()
    for at, (short, whole) in enumerate(zip(_MONTHS, _WHOLE, strict=True), 1):
        if said in (short, whole, whole[:3], "sept" if at == 9 else short):
            return at
    return None


def _near(said: str, today: date) -> date | None:
    if said in _SOON:
        return today + timedelta(days=_SOON[said])
    if said in _WEEKDAYS:
        return today + timedelta(days=(_WEEKDAYS.index(said) - today.weekday() - 1) % 7 + 1)
    return None


def _day(day: int, month: int, year: str | None, today: date) -> date:
    try:
        if year:
            return date(int(year), month, day)
        for on in (date(today.year + late, month, day) for late in (0, 1)):
            if on >= today:
                return on
    except ValueError:
        pass
    raise InputError(_WRONG, "due")


def short_day(on: date) -> str:
    """ "1 december": which year is plain at the table."""
    return f"{on.day} {_WHOLE[on.month - 1]}"


def later(due: date | None, today: date, *, weeks: int = 1) -> date:
    """The same weekday a week on; counted from today when that day has gone by or was never set."""
    return max(due or today, today) + timedelta(weeks=weeks)
