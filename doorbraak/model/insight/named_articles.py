"""Which articles of the catalogue a sentence names: "Wgs 5", "Fw 284 lid 4 of 287a", "artikel 8 EVRM"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from doorbraak.model.catalogue import Article, Catalogue, fold
from doorbraak.model.catalogue.finding import article_forms
from doorbraak.model.insight.ground_roles import role_of
from doorbraak.model.insight.names import law_name, numbered

_NUMBER = r"\d+[a-z]{0,3}(?:[.:]\d+[a-z]{0,3})*"
_LIST = r"(?:\s*(?:,|\ben\b|\bof\b)\s*)"
# A number that is followed by "lid" or "onder" is an article, also in "lid 7 en 13, 58 lid 8".
_LIDS = rf"\blid\s+(?P<lids>\d+(?!\w)(?:{_LIST}\d+(?!\w|[.:]\d|\s+(?:lid|onder)\b))*)"
_LETTERS = r"\bonder\s+(?P<letters>[a-z]\b(?:\s*(?:,|\ben\b|\bof\b)\s*[a-z]\b)*)"
_MORE = rf"(?:^|[,;]|\b(?:en|of|verder|via|artikel))\s*(?:artikel\s+)?(?P<number>{_NUMBER})(?!\w|[.:]\d)"
_SAME = r"\b(?:lid|onder)\b"
_LIDS_NEXT = re.compile(rf"[\s(]*{_LIDS}", re.IGNORECASE)
_LETTERS_NEXT = re.compile(rf"[\s(]*{_LETTERS}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Named:
    law: str
    number: str
    lids: frozenset[str]
    letters: frozenset[str]


def named_articles(text: str, catalogue: Catalogue, law: str = "", number: str = "") -> tuple[str, ...]:
    """Ids in the order of the text, each once; what the catalogue does not have is passed over.

    `law` and `number` are meant by "artikel 16" and "lid 2" before any law is named. An article without "lid" means
    its paragraphs, except those that block while another one does not.
    """
    found: dict[str, None] = {}
    for named in _names(text, catalogue, law, number):
        rows = [a for a in _of_number(catalogue).get((named.law, named.number), ()) if _is_meant(a, named)]
        free = [a for a in rows if role_of(a) != "blocks"]
        whole = not named.lids and not named.letters
        found.update(dict.fromkeys(a.id for a in (free if whole and free else rows)))
    return tuple(found)


def reference_of(article: str, catalogue: Catalogue) -> str:
    """The short way to name it: "Awb 3:4 lid 2", "Jw 2.1 onder f"; an unknown article keeps its id."""
    known = catalogue.articles.get(article)
    if known is None:
        return article
    return f"{law_name(known.law, catalogue)} {numbered(known)}"


def listed_as(words: str, catalogue: Catalogue) -> str:
    """The id of the article of which these words are a name that the program itself gives; empty for any other."""
    return _printed(catalogue).get(fold(words), "")


@lru_cache(maxsize=2)
def _printed(catalogue: Catalogue) -> dict[str, str]:
    found: dict[str, str] = {}
    for article in catalogue.articles.values():
        for form in article_forms(article, catalogue.laws[article.law]):
            found.setdefault(fold(form), article.id)
    return found


def _names(text: str, catalogue: Catalogue, law: str, number: str) -> Iterator[_Named]:
    """One per place in the text where an article begins, or where "lid" goes on about the last one."""
    pattern, laws = _pattern(catalogue)
    at = 0
    while match := pattern.search(text, at):
        at = match.end()
        if match["law"]:
            law, number = laws[match["law"].lower()], match["first"].lower()
        elif match["after"]:
            yield _Named(laws[match["after"].lower()], match["before"].lower(), frozenset(), frozenset())
            continue
        elif match["number"]:
            number = match["number"].lower()
        else:
            at = match.start()
        lids = letters = ""
        if part := _LIDS_NEXT.match(text, at):
            lids, at = part["lids"], part.end()
        if part := _LETTERS_NEXT.match(text, at):
            letters, at = part["letters"], part.end()
        at = max(at, match.start() + 1)
        if law and number and (match["law"] or match["number"] or lids or letters):
            yield _Named(law, number, frozenset(re.findall(r"\d+", lids)), frozenset(re.findall(r"\b[a-z]\b", letters)))


def _is_meant(article: Article, named: _Named) -> bool:
    lids = set(re.findall(r"\d+[a-z]?", article.paragraph))
    letters = set(re.findall(r"\b[a-z]\b", article.paragraph))
    return not (lids and named.lids and not lids & named.lids) and not (
        letters and named.letters and not letters & named.letters
    )


@lru_cache(maxsize=2)
def _of_number(catalogue: Catalogue) -> dict[tuple[str, str], tuple[Article, ...]]:
    found: dict[tuple[str, str], tuple[Article, ...]] = {}
    for article in catalogue.articles.values():
        key = (article.law, article.article.lower())
        found[key] = (*found.get(key, ()), article)
    return found


@lru_cache(maxsize=2)
def _pattern(catalogue: Catalogue) -> tuple[re.Pattern[str], dict[str, str]]:
    """Finds a law with its article, another article of the same law, or another paragraph; and laws by their names.

    A law is named by id, abbreviation or title, and without year, "Wet" or spaces: "Wmo", "Huisvestingswet", "BW1".
    """
    laws = {name.lower(): law.id for law in catalogue.laws.values() for name in (law.abbreviation, law.title, law.id)}
    for name, law_id in tuple(laws.items()):
        plain = re.sub(r"\s*\(.*\)$", "", name)
        for other in (plain, re.sub(r"\s*\d{4}$", "", plain), plain.removeprefix("wet "), plain.replace(" ", "")):
            laws.setdefault(other, law_id)
    names = "|".join(re.escape(name) for name in sorted(laws, key=len, reverse=True) if name)
    forward = rf"\b(?P<law>{names})\s+(?:artikel\s+)?(?P<first>{_NUMBER})(?!\w|[.:]\d)"
    backward = rf"\bartikel\s+(?P<before>{_NUMBER})\s+(?P<after>{names})\b"
    more = rf"{_MORE}(?!\s+(?:{names})\b)"
    return re.compile(f"{forward}|{backward}|{more}|{_SAME}", re.IGNORECASE), laws
