"""A pasted list of agencies: what each line means, what is around the household already, what is own words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from doorbraak.model.catalogue import Catalogue, fold, search
from doorbraak.model.dossier.checks import LINE
from doorbraak.model.dossier.dossier import Dossier

MOST = 200  # entries at a time: more is no list of a household's agencies
MOST_CHARACTERS = MOST * LINE
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_BETWEEN = re.compile(r"[,;\t]")
_FEWEST = 3  # letters with which a name may begin


@dataclass(frozen=True, slots=True)
class PastedAgency:
    """`kind` is the catalogue's, or empty for own words. `known`: it is around the household, or higher in the list.

    `lost`: characters at its end that a name has no room for.
    """

    typed: str
    name: str
    kind: str
    known: bool
    lost: int = 0


@dataclass(frozen=True, slots=True)
class PastedList:
    """`rest` is the text that was not read, as so many lines: for a next time."""

    found: tuple[PastedAgency, ...]
    rest: str = ""
    lines_left: int = 0


def pasted_agencies(
    text: str, dossier: Dossier, catalogue: Catalogue, looked_up: dict[str, str] | None = None
) -> PastedList:
    """One for each line, or for each part between commas and semicolons when the line itself is no name.

    `looked_up` is what parts were found to be before, for who reads at each key; it is added to.
    """
    looked_up = {} if looked_up is None else looked_up
    kinds = {agency.kind for agency in dossier.agencies if agency.kind and not agency.words}
    words = {fold(agency.words) for agency in dossier.agencies if agency.words}
    found: list[PastedAgency] = []
    lines = text.splitlines()
    for at, line in enumerate(lines):
        parts = _parts(line, catalogue, looked_up)
        for part in parts:
            if len(found) == MOST:
                rest = [one for one in (part, *parts, *lines[at + 1 :]) if one.strip()]
                return PastedList(tuple(found), "\n".join(rest), len(rest))
            typed = part[:LINE].rstrip()
            kind = _kind(typed, catalogue, looked_up)
            known = kind in kinds if kind else fold(typed) in words
            name = catalogue.agencies[kind].name if kind else typed
            found.append(PastedAgency(typed, name, kind, known, max(0, len(part) - LINE)))
            (kinds if kind else words).add(kind or fold(typed))
    return PastedList(tuple(found))


def _parts(line: str, catalogue: Catalogue, looked_up: dict[str, str]) -> Iterator[str]:
    """What says something. A line that is too long for a name is not looked up as one."""
    bare = _BULLET.sub("", line)
    whole = len(bare) <= LINE and bool(_kind(" ".join(bare.split()), catalogue, looked_up))
    for part in [bare] if whole else _BETWEEN.split(bare):
        clean = " ".join(part.split())
        if fold(clean):
            yield clean


def _kind(typed: str, catalogue: Catalogue, looked_up: dict[str, str]) -> str:
    if typed not in looked_up:
        looked_up[typed] = _look_up(typed, catalogue)
    return looked_up[typed]


def _look_up(typed: str, catalogue: Catalogue) -> str:
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
