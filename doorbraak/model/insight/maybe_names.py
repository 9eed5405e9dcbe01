"""What may be a name that nobody typed as one: a word with a capital that does not begin its sentence.

Dutch gives a capital to names alone, so one rule does what lists of titles and verbs can not: "zij heet Liv", "de
buurman, Gerrit, klaagt". What organisations, laws, languages and feasts are called is known, and stays. A word that
begins its sentence is taken for a name when the next one is, "Petra Jansen zei nee", when it is one elsewhere in the
text, when only people do what comes next, or when it is a known name in another spelling.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from doorbraak.model.catalogue import fold
from doorbraak.model.insight.name_words import EVERYDAY, folded_words
from doorbraak.model.insight.public_words import PLACES_NAMED_TOO, SPOKEN, opens
from doorbraak.model.insight.vocabulary import GOES_ON, LINKS, SHORTEST_IN_CAPITALS, TOKEN, Vocabulary

_PLACE = re.compile(r"(?:gemeente|provincie|rechtbank|gerechtshof|regio|waterschap|veiligheidsregio)$", re.IGNORECASE)
_ABBREVIATION = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]|mr|dr|drs|mw|mevr|dhr|ir|ing|prof|st|ds|fam|art|nr|tel|vd|[^\W\d_]\.[^\W\d_])\.[ ]*$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[ \u00a0]{1,2}([^\W_]+)")
_NUMBERED = re.compile(r"\.?[ \u00a0]?\d")
_ONLY_PEOPLE = folded_words((
    "zegt zei belt belde woont woonde slaapt sliep eet at drinkt dronk huilt huilde lacht lachte speelt speelde",
    "vraagt vroeg antwoordt antwoordde vindt vond denkt dacht weet wist hoopt hoopte tekent tekende schrijft schreef",
    "leest las mist miste voelt voelde slaat sloeg klaagt klaagde heet heette overleed sterft stierf fietst fietste",
    "kookt kookte verdient verdiende verhuist verhuisde vertelt vertelde begrijpt begreep ontkent ontkende weigert",
    "weigerde durft durfde wil wilde leert leerde",
))  # fmt: skip
"""Verbs of which the subject is somebody."""
_OTHERS = frozenset(("zij", "hij", "ik", "wij", "we", "ze", "men", "u", "jij", "iedereen", "niemand"))
"""After a verb they are who does it: "Gisteravond belde zij"."""
_WHO_IT_IS = re.compile(
    r", (?:de|het|haar|zijn|hun|mijn|onze|ons|een)(?: \w{2,20}e)? (?:\w{0,15}(?:moeder|vader|zoon|dochter|broer|"
    r"zus|zusje|oom|tante|oma|opa|neef|nicht|buurman|buurvrouw|vriend|vriendin|partner|man|vrouw|ex|kind|collega|coach|voogd|"
    r"consulent|begeleider))(?!\w)"
)
_FAMILIES = frozenset(("gezin", "familie", "fam", "huishouden"))
_THERE = frozenset(("in", "uit", "naar", "te", "vanuit"))
_SPEAKS = frozenset(("spreekt", "spreken", "leert", "leren", "het", "alleen", "goed"))
_OPENING = " \t\u00a0\"'‘’“”„«-–—•*·"
_NEAR = 24
_WIDEST = 3  # signs between two words of a name
_GAP = re.compile(r"\.?[ \u00a0]{1,2}|\.|[-‐‑/]|[ ]?&[ ]?")


@dataclass(frozen=True, slots=True)
class Maybe:
    """`words` stand from `start` to `end`, and may be a name."""

    start: int
    end: int
    words: str


def maybe_names(text: str, vocabulary: Vocabulary) -> tuple[Maybe, ...]:
    """From left to right; words that stand together are one."""
    if text.islower():
        return ()
    words = _read(text, vocabulary)
    found = tuple(_runs(text, words))
    if all(one.kind != "first" for one in words):
        return found
    named = folded_words(one.words for one in found) - LINKS
    again = [
        replace(one, kind="name") if one.kind == "first" and _somebody(text, one, named, vocabulary.people) else one
        for one in words
    ]
    return found if again == words else tuple(_runs(text, again))


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    kind: str
    """ "name"; "first": one at the start of a sentence; "link": a tussenvoegsel; "initial"; "other"."""


def _somebody(text: str, word: _Word, named: frozenset[str], people: frozenset[str]) -> bool:
    """Whether the word at the start of a sentence is a name: it is one elsewhere, it does what only people do, it is
    told who that is, or it is a name that is known in another spelling.
    """
    folded = fold(text[word.start : word.end].removesuffix("'s").removesuffix("’s"))
    if folded in named or _WHO_IT_IS.match(text, word.end):
        return True
    verb = _NEXT.match(text, word.end)
    if verb is not None and fold(verb[1]) in _ONLY_PEOPLE:
        subject = _NEXT.match(text, verb.end())
        return subject is None or fold(subject[1]) not in _OTHERS
    return any(_alike(folded, one) for one in people)


def _alike(one: str, two: str) -> bool:
    """Whether one letter is other, more or less."""
    if abs(len(one) - len(two)) > 1 or len(one) < SHORTEST_IN_CAPITALS:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return one[same + (len(one) >= len(two)) :] == two[same + (len(two) >= len(one)) :]


def _read(text: str, vocabulary: Vocabulary) -> list[_Word]:
    words = [*TOKEN.finditer(text)]
    folded = [fold(one[0]) for one in words]
    whole = _whole(folded, vocabulary.whole)
    found: list[_Word] = []
    for at, one in enumerate(words):
        word = one[0]
        if not word[0].isupper():
            kind = "link" if folded[at] in LINKS else "other"
        elif folded[at] in LINKS and word != "Ben":  # "ben Salah" links, Ben is somebody
            kind = "link"
        elif len(word) == 1:
            kind = "initial"
        elif at in whole:
            kind = "other"
        elif _of_a_name(text, words, folded, found):
            kind = "name"
        elif vocabulary.knows(word) or _in_a_name(folded, at, vocabulary) or _place(words, folded, at):
            kind = "other"
        elif not begins(text, one.start()):
            kind = "name"
        else:
            kind = "other" if opens(folded[at]) else "first"
        found.append(_Word(one.start(), one.end(), kind))
    return found


def _whole(folded: list[str], called: frozenset[tuple[str, ...]]) -> frozenset[int]:
    """Where the words stand of an organisation that is called whole."""
    index = _by_first(called)
    return frozenset(
        at + step
        for at, word in enumerate(folded)
        for name in index.get(word, ())
        if tuple(folded[at : at + len(name)]) == name
        for step in range(len(name))
    )


@lru_cache(maxsize=8)
def _by_first(called: frozenset[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    index: dict[str, list[tuple[str, ...]]] = {}
    for name in called:
        index.setdefault(name[0], []).append(name)
    return index


def _of_a_name(text: str, words: list[re.Match[str]], folded: list[str], found: list[_Word]) -> bool:
    """Whether a word with a capital, known or not, is of a name by what stands before it: a name, "gezin", "Van"."""
    at = len(found)
    word, before = words[at], words[at - 1] if at else None
    if before is None or word.start() - before.end() != 1 or text[before.end()] != " ":
        return False
    if word[0].isupper() or folded[at] in EVERYDAY:
        return False
    if found[-1].kind == "name" or folded[at - 1] in _FAMILIES:
        return True
    if before[0] == "Van":
        return not begins(text, before.start())
    return before[0] == "t" and text[max(0, before.start() - 1)] in "'’"


def _in_a_name(folded: list[str], at: int, vocabulary: Vocabulary) -> bool:
    """Of a list, together with the word beside it: "Jarige Job"."""
    this = folded[at]
    return (at > 0 and (folded[at - 1], this) in vocabulary.pairs) or (
        at + 1 < len(folded) and (this, folded[at + 1]) in vocabulary.pairs
    )


def _place(words: list[re.Match[str]], folded: list[str], at: int) -> bool:
    """By the word before it: "gemeente Ede", "uit Mali", "spreekt Frans"."""
    if at == 0 or words[at].start() - words[at - 1].end() != 1:
        return False
    return (
        _PLACE.fullmatch(words[at - 1][0]) is not None
        or (folded[at] in PLACES_NAMED_TOO and folded[at - 1] in _THERE)
        or (folded[at] in SPOKEN and folded[at - 1] in _SPEAKS)
    )


def begins(text: str, start: int) -> bool:
    """Whether a sentence begins there: after a full stop that belongs to no abbreviation, a colon or a new line."""
    before = text[max(0, start - _NEAR) : start].rstrip(_OPENING)
    if not before:
        return start <= _NEAR
    return before[-1] in ".!?:…\n\u2029" and _ABBREVIATION.search(before) is None


def stands_as_name(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word with a capital is the name that it also is: inside a sentence always, at the start of
    one before a verb, "en", a sign or a capital. So "Wil belt" is, and "Elke dag" and "Door de regel" are not.
    """
    if fold(text[start:end]) == "art" and _NUMBERED.match(text, end):
        return False
    if not begins(text, start) or text[start:end].isupper():
        return True
    following = _NEXT.match(text, end)
    return following is None or following[1][0].isupper() or fold(following[1]) in GOES_ON


def _runs(text: str, words: list[_Word]) -> Iterator[Maybe]:
    at = 0
    while at < len(words):
        if words[at].kind not in ("name", "first", "initial", "link"):
            at += 1
            continue
        first = at
        names: list[int] = []
        last = -1
        while (
            at < len(words) and words[at].kind != "other" and (at == first or _together(text, words[at - 1], words[at]))
        ):
            if words[at].kind in ("name", "first"):
                if words[at].kind == "first" and at > first and names:
                    break
                names.append(at)
                last = at
            at += 1
        lettered = bool(names) and at > last + 1 and words[last + 1].kind == "initial"  # "Fenna W."
        if not names or (len(names) == 1 and words[names[0]].kind == "first" and not lettered):
            at = max(at, first + 1)
            continue
        last += lettered
        begin = next(n for n in range(first, last + 1) if _part(text, words, n, names[0]))
        yield Maybe(words[begin].start, words[last].end, text[words[begin].start : words[last].end])
        at = max(last + 1, first + 1)


def _part(text: str, words: list[_Word], at: int, name: int) -> bool:
    """Whether the run begins here: at its first name, or at an initial or a "Van" before it."""
    if at == name:
        return True
    word = words[at]
    if word.kind == "initial":
        return True
    return word.kind == "link" and text[word.start].isupper() and not begins(text, word.start)


def _together(text: str, one: _Word, two: _Word) -> bool:
    if two.start - one.end > _WIDEST or ("." in text[one.end : two.start] and one.kind not in ("initial", "link")):
        return False
    return _GAP.fullmatch(text, one.end, two.start) is not None
