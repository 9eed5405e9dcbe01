"""Which words are no name, however they are written: those of the lists and of public life, and what organisations
are called, whole.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from itertools import pairwise

from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.insight.name_words import NAMES_TOO, Ordinary, compound, folded_words, ordinary_of, words_in
from doorbraak.model.insight.public_words import ABBREVIATIONS, KNOWN, PEOPLES, WHOLE

LINKS = frozenset(("van", "de", "den", "der", "des", "vd", "vdr", "v", "d", "te", "ter", "ten", "el", "al", "ben",
                   "la", "le", "di", "du", "von", "het", "t"))  # fmt: skip
"""Tussenvoegsels that join what stands before and after them into one name."""
_ENDINGS = ("e", "s", "en", "se", "r", "n", "'s", "’s")
_LONG_ENOUGH = 4  # letters before an ending: "Omar" is no oma
_NAMES_THERE = folded_words((
    "zoe mees jan omar mulder meer wal ton bron elke door an lex cor arie toon jo mo otto william",
    "frans martijn ben karel maarten heleen justice sterk lange korte rode heijn lister",
))  # fmt: skip
"""Names that stand in the lists for something else."""
GOES_ON = folded_words((
    "en ook is was had heeft wil wou wilde kan kon kunnen zal zou mag mocht moet moest gaat ging komt kwam doet",
    "deed zegt zei ziet zag krijgt kreeg blijft bleef wordt werd belt belde woont woonde werkt werkte slaapt",
    "sliep loopt liep staat stond zit zat ligt lag eet at drinkt dronk huilt huilde lacht lachte speelt speelde",
    "leert leerde vraagt vroeg antwoordt antwoordde vindt vond denkt dacht weet wist hoopt hoopte wacht wachtte",
    "helpt hielp brengt bracht haalt haalde betaalt betaalde tekent tekende schrijft schreef leest las stuurt",
    "stuurde mist miste gebruikt gebruikte houdt hield geeft gaf neemt nam zoekt zocht hoort hoorde voelt voelde",
    "slaat sloeg klaagt klaagde dreigt dreigde past paste zorgt zorgde stopt stopte begint begon heet heette",
    "leeft leefde overleed sterft stierf rijdt reed fietst fietste kookt kookte koopt kocht verkoopt verkocht",
    "verdient verdiende verhuist verhuisde vertrok vertrekt verloor verliest vertelt vertelde begrijpt begreep",
    "kent kende ontkent ontkende weigert weigerde durft durfde probeert probeerde regelt regelde steunt steunde",
))  # fmt: skip
"""Verbs that may come after a name at the start of a sentence."""
TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SURNAME_ENDS = ("huis", "meester", "man", "hart", "kamp", "horst")
SHORTEST_IN_CAPITALS = 4
_MOST_WHOLE = 8  # words of what an organisation is called
_LEAST_ALIKE = 5  # letters of a name that another spelling is told by
_LONGEST = 60
_WHERE_FOUND = frozenset(("source_url", "source_title", "url", "note"))

_NOTHING = Ordinary(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded words that are no name, however they are written. `whole`: what organisations are called, word by word;
    a part of it says nothing. `people`: words of names that are known, of which another spelling is a name too.
    """

    words: frozenset[str] = KNOWN
    pairs: frozenset[tuple[str, str]] = frozenset()
    whole: frozenset[tuple[str, ...]] = WHOLE
    people: frozenset[str] = frozenset()
    ordinary: Ordinary = _NOTHING

    def with_whole(self, names: Iterable[str]) -> "Vocabulary":
        found = (tuple(fold(word) for word in TOKEN.findall(name)) for name in names)
        return replace(self, whole=self.whole | {words for words in found if 0 < len(words) <= _MOST_WHOLE})

    def with_people(self, names: Iterable[str]) -> "Vocabulary":
        long = (fold(word) for name in names for word in words_in(name))
        ordinary = self.ordinary.everyday | NAMES_TOO
        return replace(self, people=self.people | {w for w in long if len(w) >= _LEAST_ALIKE and w not in ordinary})

    def knows(self, word: str) -> bool:
        if len(word) > _LONGEST:
            return False
        folded = fold(word)
        if word.isupper() and (1 < len(word) < SHORTEST_IN_CAPITALS or folded in ABBREVIATIONS):
            return True
        if folded in NAMES_TOO or folded in _NAMES_THERE:
            return False
        parts = re.split(r"[-‐‑./]", word)
        if len(parts) > 1:  # "Wmo-consulent", "e-Herkenning"
            return all(not part or part.islower() or self.knows(part) for part in parts)
        if self._listed(folded) or folded in self.ordinary.everyday or (word.isupper() and folded in GOES_ON):
            return True
        return not folded.endswith(_SURNAME_ENDS) and compound(word, self.ordinary)

    def _listed(self, folded: str) -> bool:
        return folded in self.words or any(
            folded.removesuffix(ending) in self.words
            for ending in _ENDINGS
            if folded.endswith(ending) and len(folded) - len(ending) >= _LONG_ENOUGH
        )


LEAST = Vocabulary()
"""Without any list."""


@lru_cache(maxsize=2)
def vocabulary_of(catalogue: Catalogue) -> Vocabulary:
    texts = tuple(_texts(catalogue))
    ordinary = ordinary_of(catalogue)
    peoples = frozenset(people + ending for people in PEOPLES for ending in ("", "e", "s", "en"))
    names = (words_in(text) for text in texts)
    pairs = frozenset(
        (fold(one), fold(two))
        for words in names
        for one, two in pairwise(words)
        if one[0].isupper() and two[0].isupper()
    )
    words = folded_words(texts) - _NAMES_THERE
    words |= (KNOWN | peoples) - _NAMES_THERE | ordinary.roles | ordinary.functions
    return Vocabulary(words, pairs, ordinary=ordinary)


def _texts(found: object) -> Iterator[str]:
    """Every text of the lists, but not where it was found: who wrote a page is somebody."""
    if isinstance(found, str):
        yield found
    elif is_dataclass(found):
        for field in fields(found):
            if field.name not in _WHERE_FOUND:
                yield from _texts(getattr(found, field.name))
    elif hasattr(found, "values"):
        for one in found.values():
            yield from _texts(one)
    elif isinstance(found, tuple | list | frozenset):
        for one in found:
            yield from _texts(one)
