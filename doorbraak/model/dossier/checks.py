"""What every field agrees to before it is written: NFC, no control characters, length, range."""

import unicodedata
from collections.abc import Collection
from datetime import date

from doorbraak.model.errors import InputError

LINE = 200
TEXT = 10_000
MOST_YEARS_AHEAD = 100

_CONTROL = {code: None for code in (*range(0x20), 0x7F) if chr(code) not in "\n\t"}
_INVISIBLE = dict.fromkeys((0x200B, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def line(text: str, field: str, *, most: int = LINE) -> str:
    """One line: white space folded, nothing invisible, NFC. Raises InputError past `most` characters."""
    return _short(" ".join(_visible(text).split()), field, most)


def paragraph(text: str, field: str, *, most: int = TEXT) -> str:
    """A longer text with its line ends. Raises InputError past `most` characters."""
    return _short(_visible(text).replace("\t", " ").strip(), field, most)


def _visible(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    return unicodedata.normalize("NFC", text.translate(_CONTROL).translate(_INVISIBLE))


def _short(text: str, field: str, most: int) -> str:
    if len(text) > most:
        raise InputError(f"Deze tekst is te lang: {len(text)} tekens. Er passen er {most}. Maak hem korter.", field)
    return text


def whole(value: int, field: str, low: int, high: int, sentence: str) -> int:
    """`value` between `low` and `high`. Raises InputError with `sentence`."""
    if not low <= value <= high:
        raise InputError(sentence, field)
    return value


def percent(value: int, field: str) -> int:
    return whole(value, field, 0, 100, "Een kans of aandeel ligt tussen 0 en 100 procent.")


def day(value: date | None, field: str) -> str | None:
    """ISO text for the file. Raises InputError for a year before 1900 or far ahead."""
    if value is None:
        return None
    if not 1900 <= value.year <= date.today().year + MOST_YEARS_AHEAD:
        raise InputError("Dit jaartal klopt niet. Kijk of het jaar goed is getypt.", field)
    return value.isoformat()


def one_of(value: str, allowed: Collection[str], field: str) -> str:
    if value not in allowed:
        raise InputError("Deze keuze bestaat niet. Kies uit de lijst.", field)
    return value


def read_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
