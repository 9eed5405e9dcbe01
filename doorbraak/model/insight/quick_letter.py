"""A letter in one typed line: "brief woningcorporatie 1.250 voor 1 dec" as sender, amount, last day and demand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue, fold, search
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.errors import InputError
from doorbraak.model.insight import names

FIRST_WORD = "brief"
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
BINDING = frozenset({"van", "voor", "uiterlijk", "op", "tot", "de", "het", "euro", "eur", "€"})
"""Words that only bind others together: beside a sender, a day or an amount they say nothing more."""
_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?", re.ASCII)
_NUMBER = re.compile(r"\d{1,2}", re.ASCII)
_YEAR = re.compile(r"(?:19|20|21)\d{2}", re.ASCII)
_FEWEST = 3  # letters of a typed word that can mean somebody
_MOST_WORDS = 15  # of a name: every one more is looked up at each key


@dataclass(frozen=True, slots=True)
class TypedLetter:
    """`agency` is the household's own, `kind` the catalogue's; `sender` is how it was typed."""

    agency: int | None
    kind: str
    sender: str
    demand: str
    amount_cents: int | None
    last_day: date | None


def typed_letter(text: str, today: date, agencies: Iterable[Agency], catalogue: Catalogue) -> TypedLetter | None:
    """None unless it says that it is a letter, and from whom. A day without a year is the next one that comes."""
    words = text.split()
    if len(words) < 2 or fold(words[0]) != FIRST_WORD:
        return None
    left = words[1:]
    last_day, left = _taken_day(left, today)
    amount, left = _taken_amount(left)
    while left and fold(left[0]) in {"van", "de", "het"}:
        left = left[1:]
    if not left:
        return None
    agency, kind, long = _sender(left, tuple(agencies), catalogue)
    return TypedLetter(agency, kind, " ".join(left[:long]), " ".join(left[long:]), amount, last_day)


def letter_line(letter: TypedLetter, called: str) -> str:
    """ "Brief van Woningcorporatie, € 1.250, uiterlijk 1 december 2026: betalen": what will be written down."""
    parts = [f"Brief van {called}" if called else "Brief"]
    if letter.amount_cents is not None:
        whole = letter.amount_cents % 100 == 0
        parts.append((money.whole if whole else money.exact)(letter.amount_cents))
    if letter.last_day is not None:
        day = letter.last_day
        parts.append(f"uiterlijk {day.day} {MONTHS[day.month - 1]} {day.year}")
    return ", ".join(parts) + (f": {letter.demand}" if letter.demand else "")


def _sender(words: list[str], agencies: tuple[Agency, ...], catalogue: Catalogue) -> tuple[int | None, str, int]:
    """Who wrote it, and how many words say so: as many as fit one name, and else the first."""
    for long in range(min(len(words), _MOST_WORDS), 0, -1):
        typed = " ".join(words[:long])
        if max(len(fold(word)) for word in words[:long]) < _FEWEST:
            continue
        own = [agency for agency in agencies if any(_begins(typed, phrase) for phrase in _phrases(agency, catalogue))]
        if own:
            exact = [agency for agency in own if fold(names.agency_name(agency, catalogue)) == fold(typed)]
            return (exact or own)[0].id, "", long
        for hit in search(catalogue, typed, ("agency",), 1):
            kind = catalogue.agencies[hit.id]
            if any(_begins(typed, phrase) for phrase in (kind.name, *kind.synonyms)):
                return None, hit.id, long
    return None, "", 1


def _phrases(agency: Agency, catalogue: Catalogue) -> tuple[str, ...]:
    kind = catalogue.agencies.get(agency.kind)
    shown = names.agency_name(agency, catalogue)
    return (shown, kind.name, *kind.synonyms) if kind else (shown,)


def _begins(typed: str, phrase: str) -> bool:
    there = [*fold(phrase).split(), *fold(phrase.replace("-", " ")).split()]
    words = fold(typed).split()
    return bool(words) and all(any(word.startswith(one) for word in there) for one in words)


def _taken_amount(words: list[str]) -> tuple[int | None, list[str]]:
    """The first word that is an amount, and the words that are left."""
    for at, word in enumerate(words):
        bare = word.rstrip(",;:").removeprefix("€")
        if not bare[:1].isdigit():
            continue
        try:
            cents = money.parse(bare)
        except InputError:
            continue
        before, after = words[:at], words[at + 1 :]
        if before and before[-1] == "€":
            before = before[:-1]
        if after and fold(after[0]) in {"euro", "eur"}:
            after = after[1:]
        return cents, before + after
    return None, words


def _taken_day(words: list[str], today: date) -> tuple[date | None, list[str]]:
    """The first words that are a day, and the words that are left."""
    for at in range(len(words)):
        day, long = _day_at(words[at : at + 3], today)
        if day is not None:
            before = words[:at]
            while before and fold(before[-1]) in {"voor", "uiterlijk", "op", "tot"}:
                before = before[:-1]
            return day, before + words[at + long :]
    return None, words


def _day_at(words: list[str], today: date) -> tuple[date | None, int]:
    bare = [word.rstrip(",;:") for word in words]
    dashed = _DAY.fullmatch(bare[0])
    if dashed:
        year = int(dashed[3]) if dashed[3] else None
        return _day(int(dashed[1]), int(dashed[2]), year, today), 1
    month = _month(bare[1]) if len(bare) > 1 and _NUMBER.fullmatch(bare[0]) else 0
    if month:
        known = len(bare) > 2 and _YEAR.fullmatch(bare[2])
        return _day(int(bare[0]), month, int(bare[2]) if known else None, today), 3 if known else 2
    return None, 0


def _month(word: str) -> int:
    typed = "maart" if fold(word) == "mrt" else fold(word)
    return next((at for at, name in enumerate(MONTHS, 1) if len(typed) >= 3 and name.startswith(typed)), 0)


def _day(day: int, month: int, year: int | None, today: date) -> date | None:
    """Without a year the next time that this day comes: 29 February may take eight years."""
    for one in (year,) if year is not None else range(today.year, min(today.year + 9, date.max.year + 1)):
        try:
            found = date(one, month, day)
        except ValueError:
            continue
        if year is not None or found >= today:
            return found
    return None
