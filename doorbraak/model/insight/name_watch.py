"""The naam-wacht: what in a free text points at one person, and what to write instead. It marks, and never blocks.

A text is read once from left to right, however long it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from doorbraak.model.catalogue import Role, fold
from doorbraak.model.dossier.household import Household
from doorbraak.model.dossier.people import Person

Kind = Literal["bsn", "mail", "phone", "postcode", "name"]
SOMEBODY = "iemand uit het gezin"
FAMILY = "het gezin"
_INSTEAD: dict[Kind, str] = {
    "mail": "het mailadres",
    "phone": "het telefoonnummer",
    "bsn": "het burgerservicenummer",
    "postcode": "het adres",
}
_PREFIXES = frozenset(
    ("aan", "bij", "d", "de", "den", "der", "des", "di", "du", "el", "het", "in", "la", "le", "of", "op", "s", "t",
     "te", "ten", "ter", "uit", "v", "van", "von")
)  # fmt: skip
"""Words between first name and surname: alone they name nobody."""
_WHICH = frozenset(("oudste", "middelste", "jongste", "eerste", "tweede", "derde", "vierde", "grote", "kleine", "ex"))
_HOUSEHOLD = re.compile(r"\b(?:familie|fam|gezin)\b\.?\s+(.{1,100})", re.IGNORECASE)
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+(?:['’](?:[^\W_]|[\u0300-\u036f])+)*")
_ENDINGS = ("'s", "’s", "s", "'", "’")  # Anna's, Mohammeds

_MAIL = r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
_NO_DATE = r"(?!\d{1,2}[-./]\d{1,2}[-./]\d{4}(?!\d))"
_PHONE = rf"(?<![\w+]){_NO_DATE}(?:(?:\+|00)31[ -]?(?:\(0\))?|\(?0)(?:[ )-]{{0,2}}\d){{9}}(?![ .-]?\d)"
_NUMBER = r"(?<!\w)(?<!\d[ .,-])(?<!€)(?<!€ )(?:\d[ .]?){7,8}\d(?![ .,-]?\d)(?!\w)"
_CODE = r"[1-9]\d{3}(?: ?[A-Z]{2}|[a-z]{2})"
_POSTCODE = (
    rf"(?<!\w){_CODE}[ ,]{{1,3}}(?:nr\.? ?)?\d{{1,5}}(?:-?[a-zA-Z0-9]{{1,3}})?(?!\w)"
    rf"|(?<!\w)\d{{1,5}}[a-zA-Z]?[ ,]{{1,3}}{_CODE}(?!\w)"
)
_NUMBERS = re.compile(f"(?P<mail>{_MAIL})|(?P<phone>{_PHONE})|(?P<bsn>{_NUMBER})|(?P<postcode>{_POSTCODE})")
_HAS_NUMBERS = re.compile(r"[\d@]")
_DATE = re.compile(r"\d{1,2}[ .]\d{1,2}[ .]\d{4}")


@dataclass(frozen=True, slots=True)
class Known:
    """A name that is watched for, and the role to write instead."""

    name: str
    advice: str


@dataclass(frozen=True, slots=True)
class Found:
    """`words` stand from `start` to `end`; `advice` says the same and names nobody."""

    kind: Kind
    start: int
    end: int
    words: str
    advice: str


def names_of(household: Household, people: Iterable[Person], roles: Mapping[str, Role]) -> tuple[Known, ...]:
    """Who is known by name: each with the role. A role that was written down as a name ("oudste zoon") is no name."""
    in_roles = {fold(word) for role in roles.values() for word in _words(role.name)} - _PREFIXES
    named = _HOUSEHOLD.search(household.name)
    found = [Known(" ".join(_surname(named[1])), FAMILY)] if named else []
    for person in people:
        role = roles.get(person.role)
        words = _words(person.name)
        if any(fold(word) in in_roles for word in words):
            words = [word for word in words if fold(word) not in in_roles | _WHICH]
        found.append(Known(" ".join(words), role.name.lower() if role else SOMEBODY))
    return tuple(known for known in found if known.name)


def found_in(text: str, names: tuple[Known, ...] = ()) -> tuple[Found, ...]:
    """From left to right, none over another; of two at one place the longer one."""
    numbers = list(_numbers(text)) if _HAS_NUMBERS.search(text) else []
    taken = iter([*numbers, None])
    ahead = next(taken)
    kept = []
    for name in _names(text, _index(names)) if names else ():
        while ahead is not None and ahead.end <= name.start:
            ahead = next(taken)
        if ahead is None or name.end <= ahead.start:
            kept.append(name)
    return tuple(sorted([*numbers, *kept], key=lambda found: found.start))


def instead(text: str, found: Found) -> str:
    """The advice as it stands at that place: with a capital where a sentence begins."""
    before = text[max(0, found.start - 40) : found.start].rstrip(" \t\"'‘“(")
    begins = not before or before[-1] in ".!?\n\u2029"
    return found.advice[:1].upper() + found.advice[1:] if begins else found.advice


def _numbers(text: str) -> Iterator[Found]:
    for match in _NUMBERS.finditer(text):
        for kind, advice in _INSTEAD.items():
            if match.lastgroup == kind and (kind != "bsn" or _is_bsn(match[0])):
                yield Found(kind, match.start(), match.end(), match[0], advice)


def _is_bsn(written: str) -> bool:
    """The elfproef: nine digits, or eight with a nought left out (wetten.overheid.nl, Besluit BSN)."""
    digits = [int(sign) for sign in written if sign.isdecimal()]
    if _DATE.fullmatch(written) or not any(digits):
        return False
    weights = range(len(digits), 1, -1)
    return (sum(w * d for w, d in zip(weights, digits[:-1], strict=True)) - digits[-1]) % 11 == 0


_Index = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@lru_cache(maxsize=8)
def _index(names: tuple[Known, ...]) -> _Index:
    """By the first word: the words that make up a name, the most words first. Whole names, surnames, and each part."""
    listed: dict[tuple[str, ...], str] = {}
    for known in names:
        words = tuple(fold(word) for word in _words(known.name))
        surname = next((words[at:] for at, word in enumerate(words) if at and word in _PREFIXES), ())
        alone = [(word,) for word in words if word not in _PREFIXES and len(word) > 1]
        for part in (words, surname, *alone):
            if part and (len(part) > 1 or len(part[0]) > 1):
                listed.setdefault(part, known.advice)
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for part, advice in sorted(listed.items(), key=lambda item: -len(item[0])):
        index.setdefault(part[0], []).append((part, advice))
    return {first: tuple(parts) for first, parts in index.items()}


def _names(text: str, index: _Index) -> Iterator[Found]:
    words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]
    begins = {first[0] for first in index}
    at = 0
    while at < len(words):
        start, _, word = words[at]
        if (letter := word[0].lower()).isascii() and letter not in begins:  # most words: folding takes longest
            at += 1
            continue
        for first in _readings(word):
            hit = next((hit for hit in (_hit(text, words, at, p) for p in index.get(first[0], ())) if hit), None)
            if hit:
                end, count, advice = hit
                yield Found("name", start, end, text[start:end], advice)
                at += count - 1
                break
        at += 1


def _hit(
    text: str, words: list[tuple[int, int, str]], at: int, part: tuple[tuple[str, ...], str]
) -> tuple[int, int, str] | None:
    """Where the name ends, of how many words it is, and the role; None when other words follow the first one."""
    name, advice = part
    if at + len(name) > len(words):
        return None
    for step in range(1, len(name)):
        gap = text[words[at + step - 1][1] : words[at + step][0]]
        if len(gap) > 3 or gap.strip(" .-‐‑'’\t\n\u2029\u00a0"):
            return None
    for step, wanted in enumerate(name):
        last = step == len(name) - 1
        read = [length for folded, length in _readings(words[at + step][2], cut=last) if folded == wanted]
        if not read:
            return None
    return words[at + len(name) - 1][0] + read[0], len(name), advice


def _readings(word: str, *, cut: bool = True) -> Iterator[tuple[str, int]]:
    """The word as it compares, and without the ending of a possessive; each with its length in the text."""
    yield fold(word), len(word)
    if cut:
        lowered = word.casefold() if word.isascii() else word
        for ending in _ENDINGS:
            if lowered.endswith(ending) and len(word) > len(ending):
                yield fold(word[: -len(ending)]), len(word) - len(ending)


def _words(name: str) -> list[str]:
    return [match[0] for match in _WORD.finditer(name)]


def _surname(words: str) -> list[str]:
    """Of "familie de Vries (voorbeeld)" what begins with a capital, and the words before that go with it."""
    taken: list[str] = []
    for word in words.split():
        if not word[0].isupper() and fold(word) not in _PREFIXES:
            break
        taken.append(word)
    return taken if taken and taken[-1][0].isupper() and fold(taken[-1]) not in _PREFIXES else []
