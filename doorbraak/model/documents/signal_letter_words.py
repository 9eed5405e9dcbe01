"""The words that somebody writes for a signaalbrief, and the watch over them: nothing that points at a household.

Elsewhere the naam-wacht marks and never blocks. A letter about a rule goes to people outside the household's circle,
so here it does block.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields

from doorbraak.model.catalogue import Role, fold
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError
from doorbraak.model.insight.name_watch import Found, Known, found_in, names_of

PARTS = frozenset({"household", "people", "workers"})
"""What of a dossier says who is known by name."""
WORKER, LEAD = "de medewerker", "de contactpersoon"
_TITLES = {
    "mail": "Hier staat een mailadres.",
    "phone": "Hier staat een telefoonnummer.",
    "bsn": "Hier staat een burgerservicenummer.",
    "postcode": "Hier staat een adres.",
    "name": "Hier staat een naam.",
}
_NO_NAMES = frozenset(("", "gezin", "het gezin", "huishouden", "familie"))
_STREET = re.compile(
    r"\b[\w'’-]{2,40}(?:straat|weg|laan|plein|hof|singel|gracht|kade|dijk|steeg|dreef|plantsoen|pad|park|markt)"
    r"\s+\d{1,3}(?!\d|[.,]\d|\s*(?:euro|uur|keer|jaar|dagen|weken|maanden|procent|%))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:huishouden|dossier|casus|zaak|gezin|familie)\s*(?:nummer|nr\.?)?\s*[:#]?\s*\d", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\b(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|"
    r"zeventien|achttien|negentien|twintig)\s+(?:\w+\s+)?(?:huishoudens|gezinnen|families|dossiers)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LetterWords:
    """`to`: whom the letter is for. `words`: what stands in the way; `tried` and `proposal` may be empty."""

    to: str = ""
    subject: str = ""
    words: str = ""
    tried: str = ""
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class Watched:
    """Names that a letter refuses. Those of `others`, who have not this knelpunt, only as a name is written: with a
    capital, else nobody could write "wil" or "roos" any more. `titles` are the names of dossiers, whole.
    """

    own: tuple[Known, ...] = ()
    others: tuple[Known, ...] = ()
    own_titles: tuple[str, ...] = ()
    other_titles: tuple[str, ...] = ()


def watched_of(dossiers: Iterable[Dossier], numbers: Collection[int], roles: Mapping[str, Role]) -> Watched:
    """`numbers`: the households that have this knelpunt."""
    names: dict[bool, list[Known]] = {True: [], False: []}
    titles: dict[bool, list[str]] = {True: [], False: []}
    for one in dossiers:
        own = one.household.number in numbers
        names[own] += names_of(one.household, one.people, roles)
        names[own] += [Known(worker.name, WORKER) for worker in one.workers if worker.name]
        names[own] += [Known(one.household.lead, LEAD)] if one.household.lead else []
        titles[own] += [one.household.name] if len(one.household.name) > 2 else []
    return Watched(tuple(names[True]), tuple(names[False]), tuple(titles[True]), tuple(titles[False]))


def refuse_names(words: LetterWords, watched: Watched) -> None:
    """Raises InputError at the first field that names somebody, an address, a number or how many households."""
    for field in fields(words):
        text = getattr(words, field.name)
        sentence = _wrong(text, watched)
        if sentence:
            raise InputError(f"{sentence} Er is niets gemaakt.", field.name)


def _wrong(text: str, watched: Watched) -> str:
    """One sentence that says what stands there and what to do, and never the words themselves."""
    found = _first(text, watched)
    if found is not None:
        return f"{_TITLES[found.kind]} Schrijf: {found.advice}."
    if any(_holds(fold(text), fold(title)) for title in watched.own_titles):
        return "Hier staat de naam van een huishouden. Schrijf: een gezin."
    if any(_holds(text, title) for title in watched.other_titles):
        return "Hier staat de naam van een huishouden. Schrijf: een gezin."
    if _STREET.search(text):
        return "Hier staat een adres. Laat het weg."
    if _NUMBERED.search(text):
        return "Hier staat het nummer van een huishouden. Laat het weg."
    if _COUNTED.search(text):
        return "Hier staat een aantal huishoudens. Laat het weg: de brief noemt zelf wat mag."
    return ""


def _holds(text: str, title: str) -> bool:
    """As whole words; what every gezin is called names none."""
    return fold(title) not in _NO_NAMES and re.search(rf"(?<!\w){re.escape(title)}(?!\w)", text) is not None


def _first(text: str, watched: Watched) -> Found | None:
    own = found_in(text, watched.own)
    others = (one for one in found_in(text, watched.others) if one.kind != "name" or one.words[:1].isupper())
    return next(iter((*own, *others)), None)
