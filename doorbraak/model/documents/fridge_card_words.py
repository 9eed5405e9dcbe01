"""How what was typed is said on the fridge card: plain words, and no name of who works at an agency."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.documents import wording
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight import names
from doorbraak.model.insight.plain_names import at_table
from doorbraak.model.insight.talk_promise import short_day
from doorbraak.model.insight.talk_words import in_plain_words

_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_TEAM = "wijkteam"
_ADDRESS = frozenset(("mevrouw", "meneer", "heer", "dokter", "van", "der", "den", "het"))
_MISTER = r"(?:(?:[Mm]evrouw|[Mm]eneer|[Dd]e heer|[Dd]okter) )?"
_SHORTEST_NAME = 3
_OFFICE = re.compile(r"(?<![\w-])([Ii])nstantie(s?)(?![\w-])")
"""One word for one thing: in our list of plain words it is an organisatie."""
TOO_LATE = "Dit had al gedaan moeten zijn."


@dataclass(frozen=True, slots=True)
class Said:
    """What one household's card may say. `workers`: a name, or a part of one, and the agency to say instead."""

    catalogue: Catalogue
    workers: Mapping[str, str]

    def agency(self, agency: Agency) -> str:
        return _name(agency, self.catalogue)

    def plain(self, typed: str) -> str:
        """On one line, without a full stop: what follows has its own."""
        bare = " ".join(typed.split()).rstrip(" .")
        if self.workers:
            listed = "|".join(re.escape(name) for name in sorted(self.workers, key=len, reverse=True))
            found = re.compile(rf"(?<!\w){_MISTER}({listed})(?!\w)")
            bare = found.sub(lambda match: f"iemand van {self.workers[match[1]]}", bare)
        bare = _OFFICE.sub(lambda match: f"{'O' if match[1] == 'I' else 'o'}rganisatie{match[2]}", bare)
        return in_plain_words(bare, self.catalogue.words)

    def who(self, lead: str) -> str:
        """Of somebody who works at an agency only the agency."""
        bare = " ".join(lead.split())
        return self.workers.get(bare) or self.plain(bare)


def said_of(dossier: Dossier, catalogue: Catalogue, profile: Profile) -> Said:
    """Somebody of the wijkteam, who comes there, keeps the name that the household knows; so does the family."""
    plain = at_table(catalogue)
    agencies = {agency.id: agency for agency in dossier.agencies}
    family = " ".join(person.name for person in dossier.people)
    known = {fold(part) for part in _parts(f"{family} {dossier.household.lead} {profile.name}")}
    workers: dict[str, str] = {}
    for worker in dossier.workers:
        agency = agencies.get(worker.agency)
        if agency is None or agency.kind == _TEAM:
            continue
        parts = [part for part in _parts(worker.name) if part[:1].isupper() and len(part) >= _SHORTEST_NAME]
        whole = " ".join(worker.name.split())
        for name in (whole, *parts):
            if name and fold(name) not in known | _ADDRESS:
                workers.setdefault(name, _name(agency, plain))
    return Said(plain, workers)


def _parts(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name)


def _name(agency: Agency, catalogue: Catalogue) -> str:
    """As the family knows it; the law behind the name is not for the fridge."""
    name = " ".join(names.agency_name(agency, catalogue).split())
    laws = "|".join(re.escape(law.abbreviation) for law in catalogue.laws.values() if law.abbreviation)
    return in_plain_words(re.sub(rf" \((?:{laws}|Wmo)\)$", "", name), catalogue.words)


def whole_day(on: date, today: date) -> str:
    """ "vrijdag 27 november"; with its year when that is not plain."""
    near = abs((on - today).days) < 365
    return f"{_WEEKDAYS[on.weekday()]} {short_day(on) if near else wording.day(on)}"


def by(due: date | None, today: date, *, on_it: bool = False) -> str:
    """Until when, or on which day. Of a day that went by it is said that it is still to be done: the day itself would
    leave open whether it was done or is too late.
    """
    if due is None:
        return ""
    if due < today:
        return TOO_LATE
    return f"{'Op' if on_it or due == today else 'Voor'} {whole_day(due, today)}."


def sentence(words: str) -> str:
    return words if words.endswith(("?", "!", "…")) else f"{words}."
