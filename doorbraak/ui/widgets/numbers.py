"""What people type in number and date cells, as the units of the model."""

import re
from datetime import date

from doorbraak.model.errors import InputError

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_DUTCH = re.compile(r"\d{1,3}(\.\d{3})+,\d{1,4}|\d{1,7}(,\d{1,4})?", re.ASCII)
_POINT = re.compile(r"\d{1,7}\.\d{1,4}|\d{1,3}(,\d{3})+\.\d{1,4}", re.ASCII)  # and 1,234.56, as elsewhere
_TWO_MEANINGS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)  # 1.500: one and a half, or fifteen hundred?
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
_NO_YEAR = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ]?", re.ASCII)
_SHORT_YEAR = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ]'?(\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def typed_number(text: str, decimals: int, field: str, asked: str = "") -> int:
    """ "1,3" as a whole number of 10**-decimals. Raises InputError for what is no number, or too fine.

    `asked`: the question, to say again with what is wrong.
    """
    bare = "".join(text.split()) or "0"
    if _TWO_MEANINGS.fullmatch(bare):
        raise InputError("Dit getal is op twee manieren te lezen. Schrijf 1500 of 1,5.", field)
    if _DUTCH.fullmatch(bare):
        whole, _, part = bare.replace(".", "").partition(",")
    elif _POINT.fullmatch(bare):
        whole, _, part = bare.replace(",", "").partition(".")
    else:
        raise InputError(f"{asked} Dit is geen getal. Schrijf het zo: 1,5.".lstrip(), field)
    part = part.rstrip("0")
    if len(part) > decimals:
        raise InputError(f"Dit getal is te precies. Er passen {decimals} cijfers achter de komma.", field)
    return int(whole) * 10**decimals + int(part.ljust(decimals, "0") or 0)


def typed_percent(text: str, field: str) -> int:
    """ "40" or "40%". Raises InputError for anything but whole per cents from 0 to 100."""
    bare = "".join(text.split()).removesuffix("%")
    if not bare.isascii() or not bare.isdigit() or int(bare[:4]) > 100:
        raise InputError("Een kans is een heel getal van 0 tot en met 100.", field)
    return int(bare)


def typed_whole(text: str, field: str) -> int:
    """ "45". Raises InputError for anything but a whole number of at most six figures."""
    bare = "".join(text.split())
    if not re.fullmatch(r"[0-9]{1,6}", bare):
        raise InputError("Dit is geen heel getal. Schrijf alleen cijfers.", field)
    return int(bare)


def typed_year(text: str, field: str) -> int | None:
    bare = text.strip()
    if not bare:
        return None
    if not re.fullmatch(r"[0-9]{4}", bare):
        raise InputError("Een jaar heeft vier cijfers, bijvoorbeeld 2012.", field)
    return int(bare)


def typed_month(text: str, field: str) -> int | None:
    """ "5", "mei", "mrt" or "mei 2027" as a month from 1; nothing for an empty text. Raises InputError."""
    bare = text.strip().casefold()
    if not bare:
        return None
    month = re.sub(r"\s+[0-9]{4}", "", bare).removesuffix(".")
    if re.fullmatch(r"[0-9]{1,2}", month) and 1 <= int(month) <= 12:
        return int(month)
    found = [at for at, name in enumerate(MONTHS, 1) if name.startswith(month) and len(month) >= 3]
    if month == "mrt":
        found = [3]
    if len(found) != 1:
        raise InputError("Dit is geen maand. Schrijf hem zo: mei, of 5.", field)
    return found[0]


def typed_day(text: str, field: str) -> date | None:
    """ "1-2-2027" or "2027-02-01"; nothing for an empty text. Raises InputError, which asks for a missing year."""
    bare = text.strip()
    if not bare:
        return None
    dutch, iso = _DAY.fullmatch(bare), _ISO.fullmatch(bare)
    try:
        if dutch:
            return date(int(dutch[3]), int(dutch[2]), int(dutch[1]))
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError:
        pass
    without, short = _NO_YEAR.fullmatch(bare), _SHORT_YEAR.fullmatch(bare)
    if without and _exists(meant := f"{int(without[1])}-{int(without[2])}-{date.today().year}"):
        raise InputError(f"Schrijf het jaar erbij: {meant}.", field)
    if short and _exists(meant := f"{int(short[1])}-{int(short[2])}-20{short[3]}"):
        raise InputError(f"Schrijf het jaar met vier cijfers: {meant}.", field)
    raise InputError("Deze datum bestaat niet. Schrijf hem zo: 31-12-2026.", field)


def _exists(text: str) -> bool:
    day, month, year = map(int, text.split("-"))
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def shown_day(day: date | None) -> str:
    return f"{day.day}-{day.month}-{day.year}" if day else ""


def shown_version(text: str) -> str:
    """The day of a law text that was read, as days are shown; a year, or other words, as they stand."""
    try:
        return shown_day(date.fromisoformat(text)) if _ISO.fullmatch(text) else text
    except ValueError:
        return text
