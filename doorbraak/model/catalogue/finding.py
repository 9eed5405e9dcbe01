"""Type-ahead over the catalogue: all typed words, in any order, in a name, in its hidden synonyms or in its id.

An id is made of the words of the work ("huurachterstand"), which a name in plain words need not hold. An article is
found by what it says too, after everything else; a doorbraak by that, and by the problems and threats it is for.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from doorbraak.model.catalogue.folding import fold
from doorbraak.model.catalogue.records import Article, Catalogue, Law

_AROUND = 9  # after every tier
_FEW = 3  # kinds of doorbraak that rest on a law: of a law that all do, nobody can tell what for
_SAYS = 5  # signs of the shortest phrase that tells what a doorbraak is for
KINDS = ("problem", "agency", "intervention", "article", "price", "event", "role", "law", "measure")


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its kind (one of KINDS), its id in that list and the name to show."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A record as search sees it. A line break opens every phrase and a space every word in it."""

    hit: Hit
    name: str  # "\n" and the folded name
    name_words: str  # " " before each word of the name, also before the second half of "ggz-hulp"
    phrases: str  # name and synonyms, each after "\n"
    words: str  # the words of name and synonyms, each after " "
    whole: frozenset[str]  # each synonym, and the id, in words and joined
    id_words: str  # the words of the id, each after " "
    searched: str  # name, synonyms and id
    text: str  # the words of what it says, each after " "
    everything: str  # searched and text
    around: str = ""  # the words of what it is for, each after " "


def search(
    catalogue: Catalogue,
    text: str,
    kinds: Collection[str] = ("problem", "agency"),
    limit: int = 12,
) -> tuple[Hit, ...]:
    """At most `limit` hits of `kinds`, best first; () for empty text.

    The order: the name is what was typed; it starts with that, or a synonym or the id is what was typed; words of
    the name start with the typed words; a synonym starts with what was typed; words of name or synonyms start with
    the typed words; with words of the id too; rest; with words of what it says too, at their start first; what it
    is for.
    Among equals the one with most phrases that start so comes first, then the order of `kinds` and file.
    Raises ValueError for a kind that is not in KINDS.
    """
    typed = fold(text)
    words = typed.split()
    if not words:
        return ()
    starts = [" " + word for word in words]
    phrase = "\n" + typed
    found: list[tuple[int, int, int, Hit]] = []
    for kind in kinds:
        for entry in _index(catalogue, kind):
            everything = entry.everything
            for word in words:
                if word not in everything:
                    if entry.around and all(start in entry.around for start in starts):
                        found.append((_AROUND, 0, len(found), entry.hit))
                    break
            else:
                found.append(
                    (_tier(entry, typed, phrase, words, starts), -entry.phrases.count(phrase), len(found), entry.hit)
                )
    found.sort()
    return tuple(hit for _, _, _, hit in found[:limit])


def _tier(entry: _Entry, typed: str, phrase: str, words: list[str], starts: list[str]) -> int:
    if entry.name.startswith(phrase):
        return 0 if entry.name == phrase else 1
    if typed in entry.whole:
        return 1
    if _all_in(starts, entry.name_words):
        return 2
    if phrase in entry.phrases:
        return 3
    if _all_in(starts, entry.words):
        return 4
    if _all_in(starts, entry.words, entry.id_words):
        return 5
    if _all_in(words, entry.searched):
        return 6
    return 7 if _all_in(starts, entry.text, entry.words) else 8


def _all_in(parts: list[str], one: str, other: str = "") -> bool:
    """Each in one of the two. A loop: it is asked for every record at every key, and a generator takes far longer."""
    for part in parts:  # noqa: SIM110
        if part not in one and part not in other:
            return False
    return True


@lru_cache(maxsize=2 * len(KINDS))
def _index(catalogue: Catalogue, kind: str) -> tuple[_Entry, ...]:
    """One kind's entries in file order; folded once per catalogue, when first asked for."""
    c = catalogue
    match kind:
        case "problem":
            return tuple(_entry(kind, p.id, p.name, p.synonyms) for p in c.problems.values())
        case "agency":
            return tuple(_entry(kind, a.id, a.name, a.synonyms) for a in c.agencies.values())
        case "intervention":
            return _interventions(c)
        case "article":
            return tuple(_article(a, c.laws[a.law]) for a in c.articles.values())
        case "price":
            return tuple(_entry(kind, p.id, p.name) for p in c.prices.values())
        case "event":
            return tuple(_entry(kind, e.id, e.name, e.synonyms) for e in c.events.values())
        case "role":
            return tuple(_entry(kind, r.id, r.name) for r in c.roles.values())
        case "law":
            return tuple(_entry(kind, law.id, law.title, (law.abbreviation,)) for law in c.laws.values())
        case "measure":
            return tuple(_entry(kind, m.id, m.name) for m in c.measures.values())
    raise ValueError(f"no such kind in the catalogue: {kind}")


def _interventions(catalogue: Catalogue) -> tuple[_Entry, ...]:
    """Also by the words of each problem or threat that a kind names, or with which it shares a law that few rest on:
    the first law of a problem, or that of a threat which it leads to.
    """
    kinds = catalogue.interventions.values()
    often = Counter(law for one in kinds for law in one.laws)
    threats = catalogue.events.values()
    known: list[tuple[tuple[str, ...], tuple[str, ...]]] = [((e.law,), (e.name, *e.synonyms)) for e in threats]
    for p in catalogue.problems.values():
        laws = (*p.laws[:1], *(e.law for e in threats if p.id in e.problems))
        known.append((laws, (p.name, *p.synonyms)))
    folded = [(laws, tuple(map(fold, phrases))) for laws, phrases in known]
    made = []
    for one in kinds:
        said = f" {fold(f'{one.name} {one.description}')} "
        own = {law for law in one.laws if often[law] <= _FEW}
        around = [" ".join(phrases) for laws, phrases in folded if not own.isdisjoint(laws)
                  or any(len(phrase) >= _SAYS and f" {phrase} " in said for phrase in phrases)]  # fmt: skip
        entry = _entry("intervention", one.id, one.name, said=one.description)
        made.append(replace(entry, around=" " + " ".join(around) if around else ""))
    return tuple(made)


def _article(article: Article, law: Law) -> _Entry:
    """Also by how people name it: "PW 18", "Participatiewet 18"; and by its kind ("hardheidsclausule")."""
    citations = (f"{law.abbreviation} {article.article}", f"{law.title} {article.article}")
    said = f"{article.kind.replace('_', ' ')} {article.what} {article.example}"
    entry = _entry("article", article.id, article.title, (*citations, *article.synonyms), said)
    printed = [fold(form) for form in article_forms(article, law)]
    return replace(
        entry,
        phrases="\n".join((entry.phrases, *printed)),
        whole=entry.whole.union(printed),
        everything=" ".join((entry.everything, *printed)),
    )


def article_forms(article: Article, law: Law) -> tuple[str, ...]:
    """Every way in which the program names it: "PW 13 lid 1", "PW artikel 13 lid 1", and with its title."""
    short = [f"{name} {word}{article.numbered}" for name in dict.fromkeys((law.abbreviation or law.title, law.title))
             for word in ("", "artikel ")]  # fmt: skip
    return (*short, *(f"{form}: {article.title}" for form in short))


def _entry(kind: str, key: str, name: str, synonyms: Iterable[str] = (), said: str = "") -> _Entry:
    texts = (name, *synonyms)
    phrases = [fold(text) for text in texts]
    words = [_words(text, phrase) for text, phrase in zip(texts, phrases, strict=True)]
    ids = dict.fromkeys((fold(key.replace("-", " ")), fold(key)))
    shown, id_words = "\n" + "\n".join(phrases), " " + " ".join(ids)
    hit, whole = Hit(kind, key, name), frozenset((*phrases, *ids))
    searched, text = shown + id_words, _words(said, fold(said)) if said else ""
    return _Entry(
        hit, "\n" + phrases[0], words[0], shown, "".join(words), whole, id_words, searched, text, searched + text
    )


def _words(text: str, phrase: str) -> str:
    halves = " " + fold(text.replace("-", " ")) if "-" in text else ""
    return f" {phrase}{halves}"
