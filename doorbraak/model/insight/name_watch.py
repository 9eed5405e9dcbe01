"""The naam-wacht: what in a free text points at one person, and what to write instead. It marks, and never blocks.

A text is read once from left to right, however long it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from doorbraak.model.catalogue import Role, fold
from doorbraak.model.dossier.household import Household
from doorbraak.model.dossier.people import Person
from doorbraak.model.insight.disguises import SURE, as_read, beginnings, halves, humps, spaced, stems
from doorbraak.model.insight.maybe_names import stands_as_name
from doorbraak.model.insight.name_words import (
    DOUBLE,
    EVERYDAY,
    FIRST_NAMES_TOO,
    PREFIXES,
    ROLE_WORDS,
    UNSEEN,
    Known,
    Ordinary,
    all_letters_of,
    known_in,
    letters_of,
    ordinary_in,
    title_names,
)

__all__ = ["FAMILY", "SOMEBODY", "Found", "Kind", "Known", "found_in", "instead", "names_of"]

Kind = Literal["bsn", "mail", "phone", "postcode", "name"]
SOMEBODY = "iemand uit het gezin"
FAMILY = "het gezin"
_INSTEAD: dict[Kind, str] = {
    "mail": "het mailadres",
    "phone": "het telefoonnummer",
    "bsn": "het burgerservicenummer",
    "postcode": "het adres",
}
_SIGN = rf"(?:[^\W_]|[\u0300-\u036f{UNSEEN}])"
_WORD = re.compile(rf"{_SIGN}+(?:['’]{_SIGN}+)*")
_HIDDEN = re.compile(f"[{UNSEEN}]")
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
_INITIALS = re.compile(r"(?<![\w.])(?<!B\. en )(?<!B en )(?:[A-Z]\.[ ]?){0,3}[A-Z]\.")
_ALONE = re.compile(r"(?:['’]s|,? (?!en W\b)[a-z])")
_DOT = re.compile(r"\.(?=[ ]?[a-z,;:)'’])")  # of an initial, not of the sentence
_DOTTED = re.compile(r"(?<!\w)[^\W\d_]\.")
_DATE = re.compile(r"\d{1,2}[ .]\d{1,2}[ .]\d{4}")
_HYPHENS = ("-", "‐", "‑")
_CUT = re.compile(r"[ ]?[-‐‑]?[ ]?(?:\r?\n|[\u2028\u2029])[ ]{0,2}")
"""Between two pieces of a word at the end of a line."""
_MOST_PIECES = 4
_LONGEST_NAME = 80  # letters of one word
_SMALL_ONE = 4  # letters of a name in a diminutive that is written small: "hansje"
_CUT_BY_S = 4  # letters of a name from which a word in small letters may be its genitive: "in het bos" is not of Bo
_FLOWER = re.compile(r"(?<!\w)(?:een|de|die|elke|geen|mijn|rode|witte)[ ]{1,2}$", re.IGNORECASE)
_NEAR = 8  # letters in which that word fits


@dataclass(frozen=True, slots=True)
class Found:
    """`words` stand from `start` to `end`; `advice` says the same and names nobody."""

    kind: Kind
    start: int
    end: int
    words: str
    advice: str


def names_of(
    household: Household, people: Iterable[Person], roles: Mapping[str, Role], ordinary: Ordinary | None = None
) -> tuple[Known, ...]:
    """Who is known by name: each with the role. `name_words` says what a name is; `ordinary` is better than roles."""
    ordinary = ordinary or ordinary_in(roles)
    found = list(title_names(household.name, FAMILY, ordinary))
    for person in people:
        role = roles.get(person.role)
        found += known_in(person.name, role.name.lower() if role else SOMEBODY, ordinary)
    return tuple(found)


def found_in(text: str, names: tuple[Known, ...] = ()) -> tuple[Found, ...]:
    """From left to right, none over another; of two at one place the longer one."""
    numbers = list(_numbers(text)) if _HAS_NUMBERS.search(text) else []
    named = _named(text, names) if names else []
    taken = iter([*numbers, None])
    ahead = next(taken)
    kept = []
    for name in named:
        while ahead is not None and ahead.end <= name.start:
            ahead = next(taken)
        if ahead is None or name.end <= ahead.start:
            kept.append(name)
    return tuple(sorted([*numbers, *kept], key=lambda found: found.start))


def _named(text: str, names: tuple[Known, ...]) -> list[Found]:
    read = as_read(text)
    named = [*_names(read, _index(names))]
    if apart := [*_spaced(read, _index(names))]:
        named = [*_apart(sorted((*named, *apart), key=lambda found: (found.start, -found.end)))]
    if _INITIALS.search(text):
        named = _with_initials(text, named, names)
    return named if read == text else [replace(one, words=text[one.start : one.end]) for one in named]


def _apart(found: list[Found]) -> Iterator[Found]:
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


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


@dataclass(frozen=True, slots=True)
class _Part:
    """Words of a name that stand beside each other. `capital`: only with one, because it says something else too."""

    words: tuple[str, ...]
    advice: str
    capital: bool


_Index = dict[str, tuple[_Part, ...]]


@lru_cache(maxsize=8)
def _index(names: tuple[Known, ...]) -> _Index:
    """By the first word: the words that make up a name, the most words first. Whole names, surnames, and each part."""
    listed: dict[tuple[str, ...], _Part] = {}
    for known in names:
        for words in _parts(known):
            if not words[0] or (len(words) == 1 and len(words[0]) < 2 and words != (fold(known.name),)):
                continue
            letters = (fold(_initials(known.name)), letters_of(known.name), all_letters_of(known.name))  # JP
            capital = len(words) == 1 and words[0] in letters
            capital = capital or words in _double(known.name)
            capital = capital or (len(words[0]) == len(words) == 1 and words[0].upper() != words[0])  # X
            capital = capital or known.plain.issuperset(word for word in words if word not in PREFIXES)
            first = listed.setdefault(words, _Part(words, known.advice, capital))
            if first.capital and not capital:
                listed[words] = replace(first, capital=False)
    index: dict[str, list[_Part]] = {}
    for part in sorted(listed.values(), key=lambda part: -len(part.words)):
        index.setdefault(part.words[0], []).append(part)
    return {first: tuple(parts) for first, parts in index.items()}


def _parts(known: Known) -> Iterator[tuple[str, ...]]:
    typed = _words(known.name)
    words = tuple(fold(word) for word in typed)
    if words:
        yield words
    for at, word in enumerate(words):  # van den Kwartel-Pluim, van den Kwartel, Sofie van den Kwartel
        if word in PREFIXES and words[-1] not in PREFIXES:
            core = next(i for i in range(at, len(words)) if words[i] not in PREFIXES) + 1
            yield from (words[at:], words[at:core], (words[0], *words[at:core]) if at else words[:core])
            yield ("".join(words[at:core]),)  # elAmrani
    yield from ((word,) for word in words if word not in PREFIXES and (word not in ROLE_WORDS or words == (word,)))
    if (letters := letters_of(known.name)) and letters not in known.plain:
        yield (letters,)
    if (letters := all_letters_of(known.name)) and letters not in known.plain:
        yield (letters,)  # HdV
        yield tuple(letters)
    for word in typed:  # D'Angelo
        first, _, rest = word.replace("’", "'").partition("'")
        if len(first) == 1 and len(rest) > 2:
            yield (fold(rest),)
    if (initials := _initials(known.name)) and len(initials) > 1:
        yield (fold(initials),)
    for joined in DOUBLE.findall(known.name):
        yield (fold(joined),)
    yield from (letters for letters in _double(known.name) if letters[0] not in known.plain)


@lru_cache(maxsize=256)
def _double(name: str) -> tuple[tuple[str, ...], ...]:
    """Of "Jean-Pierre" JP and J-P."""
    found = []
    for joined in DOUBLE.findall(name):
        letters = tuple(fold(part)[:1] for part in re.split("[-‐‑]", joined))
        if all(letters):
            found += [("".join(letters),), letters]
    return tuple(found)


def _initials(name: str) -> str:
    """Of "J.P. de Vries" JP."""
    return "".join(re.findall(r"(?<!\w)([^\W\d_])(?!\w|['’]\w)", name)) if _DOTTED.search(name) else ""


def _with_initials(text: str, named: list[Found], names: tuple[Known, ...]) -> list[Found]:
    """With the letters before a surname, and letters that stand alone where a name of that letter is known."""
    known = {fold(word)[:1]: one.advice for one in reversed(names) for word in _words(one.name)[:1]}
    kept: list[Found] = []
    ahead = iter([*named, None])
    name = next(ahead)
    for match in _INITIALS.finditer(text):
        while name is not None and name.end <= match.start():
            kept.append(name)
            name = next(ahead)
        after = match.end() + (text[match.end() : match.end() + 1] in (" ", "\u00a0"))
        if name is not None and name.start == after:
            name = replace(name, start=match.start(), words=text[match.start() : name.end])
        elif (
            (name is None or match.end() <= name.start)
            and _ALONE.match(text, match.end())
            and (advice := known.get(fold(match[0])[:1]))
        ):
            kept.append(Found("name", match.start(), match.end(), match[0], advice))
    return [*kept, *([name] if name else []), *(one for one in ahead if one)]


def _names(text: str, index: _Index) -> Iterator[Found]:
    words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]
    begins = {first[0] for first in index}
    at = 0
    while at < len(words):
        start, _, word = words[at]
        if (letter := word[0].lower()).isascii() and letter not in begins:  # most words: folding takes longest
            if not (word.islower() or word.istitle()) and (advice := _within(word, index)) is not None:
                yield Found("name", start, words[at][1], word, advice)
            at += 1
            continue
        for first in _readings(word):
            hit = next((hit for hit in (_hit(text, words, at, p) for p in index.get(first[0], ())) if hit), None)
            if hit:
                end, count, advice = hit
                yield Found("name", start, end, text[start:end], advice)
                at += count - 1
                break
        else:
            if joined := _joined(text, words, at, index):
                end, count, advice = joined
                yield Found("name", start, end, text[start:end], advice)
                at += count
            elif (advice := _within(word, index)) is not None:
                yield Found("name", start, words[at][1], word, advice)
        at += 1


def _joined(text: str, words: list[tuple[int, int, str]], at: int, index: _Index) -> tuple[int, int, str] | None:
    """Where a name ends that is one word and stands there in pieces, how many follow, and the role.

    "Roos-Marijn" of Roosmarijn, and a name that was cut at the end of a line.
    """
    first, upper = fold(words[at][2]), words[at][2][0].isupper()
    for count in range(1, min(_MOST_PIECES, len(words) - at)):
        one, two = words[at + count - 1], words[at + count]
        gap = text[one[1] : two[0]]
        lines = _CUT.fullmatch(gap) is not None
        apart = gap == " " and count == 1 and two[2][0].isupper() and (upper or first in PREFIXES)
        if not (gap in _HYPHENS or lines or apart):
            return None
        for second, length in _readings(two[2]):
            for part in index.get(first + second, ()):
                whole = lines or min(len(first), len(second)) > 1
                if len(part.words) == 1 and whole and (upper or not (lines and part.capital)):
                    return two[0] + length, count, part.advice
        first += fold(two[2])
        if len(first) > _LONGEST_NAME:
            return None
    return None


def _only(folded: str, index: _Index) -> _Part | None:
    """The name of this one word."""
    return next((part for part in index.get(folded, ()) if len(part.words) == 1), None)


def _within(word: str, index: _Index) -> str | None:
    """The role for a word in which a name hides: "Samiraatje", "Boukharigezin", "SamiraYoussef"."""
    if len(word) > _LONGEST_NAME:
        return None
    whole, upper = fold(_HIDDEN.sub("", word)), word[0].isupper()
    for stem, behind in stems(whole):
        part = _only(stem, index)
        if part and (upper or (len(stem) >= (SURE if behind else _SMALL_ONE) and not part.capital)):
            return _advice(part.advice, behind)
    for hump in humps(word):
        if len(hump) > 2 and (part := _only(fold(hump), index)):
            return part.advice
    for one, two in halves(whole):
        part = _only(one, index)
        if part and not part.capital and _only(two, index):
            return part.advice
    if upper:
        for begin in beginnings(whole):
            if (part := _only(begin, index)) and not part.capital:
                return part.advice
    return None


def _advice(role: str, behind: str) -> str:
    """Of "Boukharikinderen" the children of whom."""
    if not behind or (role == FAMILY and behind in ("gezin", "familie", "huishouden")):
        return role
    return f"{behind} van {role}"


def _spaced(text: str, index: _Index) -> Iterator[Found]:
    """Names with something between each two letters."""
    for start, end, letters in spaced(text):
        folded = fold(letters)
        for name, parts in index.items():
            if len(name) > 2 and name in folded:
                part = next((one for one in parts if "".join(one.words) in folded), None)
                if part:
                    yield Found("name", start, end, text[start:end], part.advice)
                    break


def _hit(text: str, words: list[tuple[int, int, str]], at: int, part: _Part) -> tuple[int, int, str] | None:
    """Where the name ends, of how many words it is, and the role; None when other words follow the first one."""
    name = part.words
    if at + len(name) > len(words):
        return None
    capital = part.capital
    if capital and not words[at if name[0] not in PREFIXES else at + len(name) - 1][2][0].isupper():
        start = words[at][0]
        if name[0] not in FIRST_NAMES_TOO or len(name) > 1 or _FLOWER.search(text, max(0, start - _NEAR), start):
            return None
        capital = False
    for step in range(1, len(name)):
        gap = text[words[at + step - 1][1] : words[at + step][0]]
        if len(gap) > 3 or gap.strip(" .-‐‑'’\t\n\u2029\u00a0"):
            return None
    for step, wanted in enumerate(name):
        last = step == len(name) - 1
        read = [length for folded, length in _readings(words[at + step][2], cut=last) if folded == wanted]
        if not read:
            return None
    end = words[at + len(name) - 1][0] + read[0]
    whole = read[0] == len(words[at][2])  # else it is a genitive, and so a name: "Elke's school", "Wils hond"
    if capital and len(name) == 1 and whole and not stands_as_name(text, words[at][0], words[at][1]):
        return None
    if len(name[-1]) == 1 and _DOT.match(text, end):
        end += 1
    return end, len(name), part.advice


def _readings(word: str, *, cut: bool = True) -> Iterator[tuple[str, int]]:
    """The word as it compares, and without the ending of a possessive; each with its length in the text."""
    if not word.isascii() and _HIDDEN.search(word):
        yield fold(_HIDDEN.sub("", word)), len(word)
    yield fold(word), len(word)
    if word[-1].isdigit() and (bare := word.rstrip("0123456789")):  # Samira1
        yield fold(bare), len(word)
    if cut:
        lowered = word.lower() if len(word.lower()) == len(word) else word
        for ending in _ENDINGS if lowered not in EVERYDAY else ():  # "als" is not of Al
            if ending == "s" and len(word) <= _CUT_BY_S and not word[0].isupper():
                continue
            if lowered.endswith(ending) and len(word) > len(ending):
                yield fold(word[: -len(ending)]), len(word) - len(ending)


def _words(name: str) -> list[str]:
    return [match[0] for match in _WORD.finditer(as_read(_HIDDEN.sub("", name)))]
