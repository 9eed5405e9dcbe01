"""What of a household may be pasted into another system: roles for names, and nothing by which one calls or visits."""

import re
from dataclasses import dataclass

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight import pseudonyms
from doorbraak.model.insight.name_watch import FAMILY, SOMEBODY
from doorbraak.model.insight.pseudonyms import WORKER, Pseudonyms, pseudonyms_of, visible
from doorbraak.model.insight.traces import without_old_days, without_traces

_OWN_NAME = re.compile(r"[A-Z]{2}|\w+ [A-Z]\w")  # of an organisation: it keeps its capital
_AS_IT_IS = frozenset((WORKER, SOMEBODY, FAMILY))


@dataclass(frozen=True, slots=True)
class Roles:
    """`people`: by id what somebody is called here, "moeder" or "zoon 1". `opened`, `born`: years."""

    people: dict[int, str]
    names: Pseudonyms
    opened: int
    born: frozenset[int]

    def told(self, text: str) -> str:
        """A text as it was written, in as many lines, without names and what stands beside them."""
        said = without_old_days(without_traces(visible(text)), self.opened, self.born)
        said = self.names.told(said)
        return "\n".join(" ".join(line.split()) for line in said.split("\n")).strip()

    def said(self, text: str) -> str:
        """The same on one line."""
        return " ".join(self.told(text).split())

    def who(self, text: str) -> str:
        """Who does something: a role or a function. Anything else may be a name, and is a hulpverlener here."""
        said = self.said(text)
        if not said or said.lower() in _AS_IT_IS:
            return said.lower()
        if not pseudonyms.who(said, self.names.ordinary):
            return WORKER
        return said if _OWN_NAME.match(said) else said[:1].lower() + said[1:]


def roles_of(dossier: Dossier, catalogue: Catalogue, profile: Profile) -> Roles:
    """Organisations keep their names: who reads it works with them."""
    names = pseudonyms_of(dossier, catalogue, profile)
    people = {id_: name[:1].lower() + name[1:] for id_, name in names.people.items()}
    born = frozenset(one.birth_year for one in dossier.people if one.birth_year is not None)
    return Roles(people, names, dossier.household.opened.year, born)
