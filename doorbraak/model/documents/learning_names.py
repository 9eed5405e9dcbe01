"""What a learning circle may read of a household: roles instead of names, and no text that still points at somebody."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.name_watch import FAMILY, SOMEBODY, Known, found_in, instead, names_of

WORKER = "een hulpverlener"
AN_AGENCY = "een instantie"
LEFT_OUT = "Deze tekst is weggelaten, omdat hij naar iemand kan wijzen."
_AGES = ((4, "0 tot 4 jaar"), (12, "4 tot 12 jaar"), (18, "12 tot 18 jaar"), (27, "18 tot 27 jaar"),
         (40, "27 tot 40 jaar"), (65, "40 tot 65 jaar"))  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_POINTS = re.compile(
    rf"\d[-/.]\d{{1,2}}[-/.]\d|\d\s*(?:{_MONTHS})\b|\b(?:19|20)\d\d\b|\d,\d\d\b|\bhuishouden\s+\d|https?:|www\.",
    re.IGNORECASE,
)
"""A date, a year, an amount to the cent, the number of a household, an address."""


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """`people`: by id what somebody is called here. `texts`: typed names that no words to be shown may hold."""

    people: dict[int, str]
    known: tuple[Known, ...]
    texts: tuple[str, ...]

    def shown(self, words: str) -> str:
        """With roles for names; LEFT_OUT when it still points at somebody."""
        said = words
        for found in reversed(found_in(words, self.known)):
            if found.kind != "name":
                return LEFT_OUT
            said = said[: found.start] + instead(words, found) + said[found.end :]
        folded = fold(said)
        if _POINTS.search(said) or found_in(said) or any(text in folded for text in self.texts):
            return LEFT_OUT
        return said


def pseudonyms_of(dossier: Dossier, catalogue: Catalogue) -> Pseudonyms:
    ordinary = _ordinary(catalogue)
    household = dossier.household
    leads = [household.lead, *(one.lead for one in dossier.problems)]
    leads += [*(one.lead for one in dossier.steps), *(one.lead for one in dossier.tasks)]
    typed = [(one.name, WORKER) for one in dossier.workers]
    typed += [(_unknown(lead, ordinary), WORKER) for lead in leads]
    typed += [(_unknown(one.by_role, ordinary), WORKER) for one in dossier.perspectives]
    typed += [(_unknown(one.decider, ordinary), WORKER) for one in dossier.interventions]
    typed += [(_unknown(one.words, ordinary), AN_AGENCY) for one in dossier.agencies]
    typed += [(_unknown(one.sender, ordinary), AN_AGENCY) for one in dossier.letters]
    typed.append((_unknown(household.name, ordinary), FAMILY))
    people = [
        Known(name, one.advice)
        for one in names_of(household, dossier.people, catalogue.roles)
        if (name := " ".join(word for word in one.name.split() if word[:1].isupper() or fold(word) not in ordinary))
    ]  # "vader van de broer" leaves words of which nobody's name is made
    known = dict.fromkeys(Known(name, advice) for name, advice in typed if name)
    # Two names that only stand beside each other are no name: each word by itself is watched for.
    single = [Known(word, one.advice) for one in known for word in _WORD.findall(one.name)]
    whole = (fold(household.name), *(fold(one.name) for one in dossier.workers))
    return Pseudonyms(_people(dossier, catalogue), (*people, *dict.fromkeys(single)), tuple(filter(None, whole)))


def agency_called(agency: Agency, catalogue: Catalogue) -> str:
    """As the list calls it; how the household calls it may be a name."""
    kind = catalogue.agencies.get(agency.kind)
    return kind.name if kind else AN_AGENCY


def age_band(birth_year: int | None, year: int) -> str:
    """Wide enough to be shared by many."""
    if birth_year is None or birth_year > year:
        return "onbekend"
    return next((band for until, band in _AGES if year - birth_year < until), "65 jaar en ouder")


def _people(dossier: Dossier, catalogue: Catalogue) -> dict[int, str]:
    """ "Moeder", "Zoon 1", "Zoon 2": numbered where there are more, in the order of the dossier."""
    roles = {}
    for one in dossier.people:
        role = catalogue.roles.get(one.role)
        roles[one.id] = role.name if role else SOMEBODY.capitalize()
    more = Counter(roles.values())
    seen: Counter[str] = Counter()
    found = {}
    for id_, name in roles.items():
        seen[name] += 1
        found[id_] = f"{name} {seen[name]}" if more[name] > 1 else name
    return found


def _unknown(words: str, ordinary: frozenset[str]) -> str:
    """What begins with a capital and is no word of the lists is taken for a name: rather too much than too little."""
    return " ".join(
        word for word in _WORD.findall(words) if word[:1].isupper() and fold(word) not in ordinary and len(word) > 1
    )


@lru_cache(maxsize=2)
def _ordinary(catalogue: Catalogue) -> frozenset[str]:
    """Every word that the lists use for a kind of thing."""
    texts = [
        *(one.name for one in catalogue.roles.values()),
        *(one.name for one in catalogue.agencies.values()),
        *(one.name for one in catalogue.problems.values()),
        *(f"{one.title} {one.abbreviation}" for one in catalogue.laws.values()),
        *(f"{one.name} {one.description}" for one in catalogue.interventions.values()),
        *(f"{one.title} {one.what}" for one in catalogue.articles.values()),
        *(f"{one.decider} {one.decision} {one.hint}" for one in catalogue.mandates),
    ]
    return frozenset(fold(word) for text in texts for word in _WORD.findall(text))
