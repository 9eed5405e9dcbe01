"""A pasted list of agencies: what each line means, what is around the household already, what is own words."""

import re
from dataclasses import dataclass

from doorbraak.model.catalogue import Catalogue, fold, search
from doorbraak.model.dossier.dossier import Dossier

MOST = 200  # entries: more is no list of a household's agencies
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_LONGEST = 200  # characters of a name
_FEWEST = 3  # letters with which a name may begin


@dataclass(frozen=True, slots=True)
class PastedAgency:
    """`kind` is the catalogue's, or empty for own words. `known`: it is around the household, or higher in the list."""

    typed: str
    name: str
    kind: str
    known: bool


def pasted_agencies(text: str, dossier: Dossier, catalogue: Catalogue) -> tuple[PastedAgency, ...]:
    """One for each line, or for each part between commas and semicolons when the line itself is no name."""
    kinds = {agency.kind for agency in dossier.agencies if agency.kind and not agency.words}
    words = {fold(agency.words) for agency in dossier.agencies if agency.words}
    found = []
    for typed in _entries(text, catalogue)[:MOST]:
        kind = _kind(typed, catalogue)
        known = kind in kinds if kind else fold(typed) in words
        found.append(PastedAgency(typed, catalogue.agencies[kind].name if kind else typed, kind, known))
        (kinds if kind else words).add(kind or fold(typed))
    return tuple(found)


def _entries(text: str, catalogue: Catalogue) -> list[str]:
    found: list[str] = []
    for line in text.splitlines():
        bare = _BULLET.sub("", line)
        whole = bool(_kind(bare, catalogue))
        found += [bare] if whole else re.split(r"[,;\t]", bare)
    cleaned = [" ".join(part.split())[:_LONGEST] for part in found]
    return [part for part in cleaned if fold(part)]


def _kind(typed: str, catalogue: Catalogue) -> str:
    """The catalogue's agency with this name or synonym, or the first one of which a name begins so."""
    wanted = fold(typed)
    if not wanted:
        return ""
    hits = [catalogue.agencies[hit.id] for hit in search(catalogue, typed, ("agency",), 40)]
    named = [(agency.id, [fold(name) for name in (agency.name, *agency.synonyms)]) for agency in hits]
    exact = next((id_ for id_, phrases in named if wanted == phrases[0]), "")
    exact = exact or next((id_ for id_, phrases in named if wanted in phrases), "")
    if exact or len(wanted) < _FEWEST:
        return exact
    return next((id_ for id_, phrases in named if any(one.startswith(wanted) for one in phrases)), "")
