"""Which agency of the household is meant by a typed sender: "CJIB", "belasting"."""

from collections.abc import Callable, Iterable

from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.insight import names

_ARTICLES = frozenset({"de", "het"})
_FEWEST = 3  # letters of the longest typed word: "de" or "B" means nobody in particular


def agency_meant(typed: str, agencies: Iterable[Agency], catalogue: Catalogue) -> int | None:
    """The id of the agency that clearly is meant, or None.

    It is called so; or it is the only one whose name or synonym is this; or the only one of whose name, or of one of
    whose synonyms, all typed words begin a word.
    """
    wanted, words = fold(typed), [word for word in fold(typed.replace("-", " ")).split() if word not in _ARTICLES]
    listed = [(agency.id, _phrases(agency, catalogue)) for agency in agencies]
    called = [id_ for id_, phrases in listed if wanted and fold(phrases[0]) == wanted]
    if called:
        return called[0]
    tests: tuple[Callable[[str], bool], ...] = (
        lambda phrase: fold(phrase) == wanted,
        lambda phrase: _begin(words, phrase),
    )
    for fits in tests:
        found = [id_ for id_, phrases in listed if any(map(fits, phrases))]
        if found and max(map(len, words), default=0) >= _FEWEST:
            return found[0] if len(found) == 1 else None
    return None


def _phrases(agency: Agency, catalogue: Catalogue) -> tuple[str, ...]:
    """What it is called on screen, and what else people call it."""
    kind = catalogue.agencies.get(agency.kind)
    shown = names.agency_name(agency, catalogue)
    return (shown, kind.name, *kind.synonyms) if kind else (shown,)


def _begin(words: list[str], phrase: str) -> bool:
    there = [*fold(phrase).split(), *fold(phrase.replace("-", " ")).split()]
    return bool(words) and all(any(word.startswith(typed) for word in there) for typed in words)
