"""Whom a signaalbrief may not name: everybody that the plakpakket watches for, and who sent or received something.

What a name is, says `name_words`; where it stands, `name_watch`. Who writes the letter is its sender and no secret.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.maybe_names import maybe_names
from doorbraak.model.insight.name_watch import found_in
from doorbraak.model.insight.name_words import PREFIXES, Known, Ordinary, words_in
from doorbraak.model.insight.pseudonyms import LEFT_OUT, Pseudonyms, pseudonyms_of, visible
from doorbraak.model.insight.vocabulary import LEAST, Vocabulary, vocabulary_of

PARTS = frozenset(
    ("household", "people", "workers", "agencies", "letters", "problems", "steps", "tasks", "interventions",
     "perspectives", "corrections", "statements", "custody", "sharing")
)  # fmt: skip
"""What of a dossier says who is known by name."""
_IN_A_ROW = 4  # words of a title that tell which household it is
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]\.[ ]?){1,5}[^\W\d_](?!\w)")
_UNTOLD = re.compile(r"(?:['’]?[a-z]+[ ]+){0,4}[^\s,;:!?]+[^\s,;:!?.]")  # van der Wal
_NOBODY = frozenset(("bv", "nv", "bw", "eu", "vn"))  # abbreviations that letters of a name may be, by chance
_NO_TITLES = frozenset(("het gezin", "een gezin", "het huishouden", "een huishouden", "de familie"))
_SCHOOL = re.compile(r"school|opvang|creche|peuter|college|lyceum|gymnasium|mavo")  # it is near where they live
_ANYBODY = Ordinary(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Watched:
    """Names that a letter refuses. Those of `others`, who have not this knelpunt, only as a name is written: with a
    capital, else nobody could write "wil" or "roos" any more. `titles` are what households are called, whole.
    `initials`: of who is known in the households of this knelpunt, "sm" for Sanne Merel.
    """

    own: tuple[Known, ...] = ()
    others: tuple[Known, ...] = ()
    own_titles: tuple[str, ...] = ()
    other_titles: tuple[str, ...] = ()
    initials: frozenset[str] = frozenset()
    ordinary: Ordinary = _ANYBODY
    vocabulary: Vocabulary = LEAST


def watched_of(dossiers: Iterable[Dossier], numbers: Collection[int], catalogue: Catalogue) -> Watched:
    """`numbers`: the households that have this knelpunt."""
    names: dict[bool, list[Known]] = {True: [], False: []}
    titles: dict[bool, list[str]] = {True: [], False: []}
    initials: set[str] = set()
    ordinary, vocabulary = _ANYBODY, vocabulary_of(catalogue)
    for one in dossiers:
        own = one.household.number in numbers
        known = pseudonyms_of(one, catalogue)
        ordinary = known.ordinary
        found = [*known.known]
        vocabulary = replace(vocabulary, people=vocabulary.people | known.vocabulary.people)
        if own:
            called = {name for name in known.vocabulary.whole if not any(_SCHOOL.search(word) for word in name)}
            vocabulary = replace(vocabulary, whole=vocabulary.whole | called)
        names[own] += found
        titles[own] += [known.title] if known.title else []
        if own:
            initials |= _initials_of(found)
    mine, others = tuple(dict.fromkeys(names[True])), tuple(dict.fromkeys(names[False]))
    return Watched(mine, others, tuple(titles[True]), tuple(titles[False]), frozenset(initials), ordinary, vocabulary)


def _initials_of(known: Iterable[Known]) -> frozenset[str]:
    """Of each name of more words, and of each first name with each last one: surnames may stand in a title."""
    names = [[fold(word) for word in words_in(one.name)] for one in known]
    bare = [[word for word in name if word and word not in PREFIXES] for name in names]
    firsts = {name[0][0] for name in bare if name}
    lasts = {name[-1][0] for name in bare if name}
    whole = {"".join(word[0] for word in name if word) for name in (*names, *bare)}
    return frozenset({one for one in whole if len(one) > 1} | {a + b for a in firsts for b in lasts}) - _NOBODY


def name_in(text: str, watched: Watched) -> str:
    """The first name of somebody, as it stands in the text; empty without one."""
    own = (one for one in found_in(text, watched.own) if one.kind == "name")
    others = (
        one for one in found_in(text, watched.others) if one.kind == "name" and one.words.lstrip("'’")[:1].isupper()
    )
    found = next(iter((*own, *others)), None)
    if found is not None:
        return found.words
    for match in _DOTTED.finditer(text):
        if fold(match[0]).replace(" ", "") in watched.initials and match[0].replace(".", "").replace(" ", "").isupper():
            return match[0]
    return ""


def untold_in(text: str, ordinary: Ordinary) -> str:
    """A name that is only told by the word before it: "tante Riet"."""
    told = Pseudonyms({}, (), "", ordinary).untitled(visible(text))
    said = visible(text)
    at = next((at for at, sign in enumerate(told) if said[at : at + 1] != sign), len(told))
    name = _UNTOLD.match(said, at) if told[at:].startswith(LEFT_OUT) else None
    return name[0] if name else ""


def maybe_in(text: str, watched: Watched) -> tuple[str, ...]:
    """What may be a name of somebody whom no dossier knows, each once."""
    return tuple(dict.fromkeys(one.words for one in maybe_names(text, watched.vocabulary)))


def title_in(text: str, watched: Watched) -> str:
    """What a household is called, whole or four words of it, as it stands in the text."""
    for titles, plainly in ((watched.own_titles, True), (watched.other_titles, False)):
        said = _spaced(text, plainly)
        for title in titles:
            words = _spaced(title, plainly).split()
            if len(words) < 2 or fold(title) in _NO_TITLES:
                continue
            runs = range(max(1, len(words) - _IN_A_ROW + 1))
            for part in (words[at : at + _IN_A_ROW] for at in runs):
                if f" {' '.join(part)} " in said:
                    return " ".join(part)
    return ""


def _spaced(text: str, plainly: bool) -> str:
    """Words with one space around each. `plainly`: whatever letters they are written in."""
    return f" {' '.join(fold(word) if plainly else word for word in words_in(text))} "
