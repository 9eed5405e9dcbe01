"""What every field agrees to before it is written: NFC, no control characters, length, range."""

from collections.abc import Collection
from datetime import date
from unicodedata import category, combining, normalize

from doorbraak.model.errors import InputError
from doorbraak.model.money import MOST_CENTS

LINE = 200
FARTHEST = 20_000  # on the map: hundredths of a letter's height, so two hundred letters from its middle
TEXT = 10_000
LONGEST_CODE = 20  # of a team or a wijk
MOST_YEARS_AHEAD = 100

_MOST_ACCENTS = 30
_JOINERS = "\u200c\u200d"
"""They choose between two shapes of the letters around them: Persian, Hindi and others are misspelt without."""
_BLANK = frozenset(
    map(chr, (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x2065, 0x2800, 0x3164,
              *range(0xFE00, 0xFE10), 0xFFA0, *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000)))
) | frozenset(_JOINERS)  # fmt: skip
"""What shows as nothing without being white space or a control: Unicode's default ignorables, and empty braille."""


def line(text: str, field: str, *, most: int = LINE) -> str:
    """One line: white space folded, nothing invisible, NFC. Raises InputError past `most` characters."""
    return _short(" ".join(_visible(text).split()), field, most)


def paragraph(text: str, field: str, *, most: int = TEXT) -> str:
    """A longer text with its line ends. Raises InputError past `most` characters."""
    return _short(_visible(text).replace("\t", " ").strip(), field, most)


def _visible(text: str) -> str:
    """Without controls and format signs (Unicode's Cc and Cf); empty when nothing of it would be seen."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    kept = "".join(ch for ch in text if ch in "\n\t" or ch in _JOINERS or category(ch) not in ("Cc", "Cf"))
    shown = "".join(ch for at, ch in enumerate(kept) if ch not in _JOINERS or _joins(kept, at))
    if not shown.isascii():
        shown = _few_accents(shown)
    return "" if all(ch.isspace() or ch in _BLANK for ch in shown) else normalize("NFC", shown)


def _few_accents(text: str) -> str:
    """At most 30 in a row: no language has more (UAX #15, stream-safe text), and ordering them takes quadratic time."""
    kept, run = [], 0
    for ch in text:
        run = run + 1 if combining(ch) else 0
        if run <= _MOST_ACCENTS:
            kept.append(ch)
    return "".join(kept)


def _joins(text: str, at: int) -> bool:
    """Whether a letter, or an accent that belongs to one, is on both sides."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return len(around) == 2 and all(category(ch)[0] in "LM" for ch in around)


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


def code(value: str, field: str) -> str:
    """An id of the catalogue, or empty: one line of at most 80 characters. Whether it exists is not asked here."""
    return line(value, field, most=80)


def code_that_leaves(value: str, field: str) -> str:
    """A code of the coordinator's for a team or wijk, which may leave the laptop: no place for words."""
    code = line(value, field)
    if code and not (code.isascii() and code.replace("-", "").isalnum() and len(code) <= LONGEST_CODE):
        raise InputError("Een code heeft alleen letters, cijfers en streepjes, hoogstens 20.", field)
    return code


def needed(text: str, field: str, sentence: str) -> str:
    """`text` when there is any. Raises InputError with `sentence`."""
    if not text:
        raise InputError(sentence, field)
    return text


def known_day(value: date, field: str) -> str:
    """`day` for a day that has to be there."""
    return day(value, field) or ""


def cents(value: int | None, field: str) -> int | None:
    """An amount of nothing or more, or none."""
    sentence = "Een bedrag is nul of meer, en kleiner dan 100 miljard."
    return None if value is None else whole(value, field, 0, MOST_CENTS, sentence)


def map_place(map_x: int | None, map_y: int | None) -> dict[str, int | None]:
    """Both columns, or both empty. Raises InputError for half a place, or one far off the map."""
    if map_x is None and map_y is None:
        return {"map_x": None, "map_y": None}
    sentence = "Deze plaats ligt buiten de kaart. Kies een plaats dichter bij het midden."
    return {
        name: whole(FARTHEST + 1 if value is None else value, name, -FARTHEST, FARTHEST, sentence)
        for name, value in (("map_x", map_x), ("map_y", map_y))
    }
