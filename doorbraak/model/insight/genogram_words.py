"""The genogram in sentences, for who does not see it: a person with all that ties them, and each line."""

from collections.abc import Iterable, Sequence
from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.people import Living, Person
from doorbraak.model.dossier.relations import Relation
from doorbraak.model.enumeration import listed
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.genogram_families import PARENTS

_LIVING: dict[Living, str] = {"yes": "woont hier", "partly": "woont hier deels", "no": "woont hier niet"}
_DOWN = {
    "ouder-kind": ("Ouder van", "Kind van"),
    "stiefouder-kind": ("Stiefouder van", "Stiefkind van"),
    "pleegouder-kind": ("Pleegouder van", "Pleegkind van"),
    "adoptieouder-kind": ("Adoptieouder van", "Adoptiekind van"),
    "grootouder-kleinkind": ("Grootouder van", "Kleinkind van"),
}
_VERBS = ("heeft ", "zorgt ", "geeft ", "woont ", "mag ", "bedreigt")  # "Anna zorgt voor Bo"
_TOWARDS = frozenset({"geweld-tegen", "voogdij", "financieel-afhankelijk-van"})  # "Anna: geweld tegen Bo"


class Wording:
    """The sentences of one household."""

    def __init__(self, dossier: Dossier, catalogue: Catalogue, today: date) -> None:
        self._dossier, self._catalogue, self._today = dossier, catalogue, today
        self.called = {person.id: names.person_called(person, catalogue) for person in dossier.people}

    def age(self, person: Person) -> int | None:
        """In years, of somebody who is born and alive; this year's birthday counts as past."""
        if person.birth_year is None or person.died or person.role == "ongeboren-kind":
            return None
        return max(0, self._today.year - person.birth_year)

    def of_person(self, person: Person) -> str:
        role = self._catalogue.roles.get(person.role)
        age = self.age(person)
        said = [self.called[person.id]]
        if role and person.name and role.name.casefold() != person.name.casefold():
            said.append(role.name.lower())
        if person.died:
            said.append("overleden")
        else:
            born = person.role != "ongeboren-kind"
            said += [f"{age} jaar" if age is not None else "leeftijd onbekend"] if born else []
            said.append(_LIVING[person.lives_here])
        return " ".join((f"{', '.join(said)}.", *self._family(person), *self._authority(person)))

    def _family(self, person: Person) -> Iterable[str]:
        mine = [one for one in self._dossier.relations if person.id in (one.person, one.other)]
        grouped: dict[str, list[str]] = {}
        for one in mine:
            if one.kind in _DOWN:
                parent = one.person == person.id
                grouped.setdefault(_DOWN[one.kind][not parent], []).append(
                    self.called[one.other if parent else one.person]
                )
        yield from (f"{words} {listed(each)}." for words, each in grouped.items())
        yield from (self.of_relation(one) for one in mine if one.kind not in _DOWN)

    def _authority(self, person: Person) -> Iterable[str]:
        by_kind: dict[str, list[str]] = {}
        for one in self._dossier.custody:
            if one.person == person.id:
                holder = self.called[one.holder] if one.holder is not None else one.words or "iemand anders"
                by_kind.setdefault(choice_names.AUTHORITIES[one.authority], []).append(holder)
        yield from (f"{kind}: {listed(holders)}." for kind, holders in by_kind.items())
        over = [self.called[one.person] for one in self._dossier.custody if one.holder == person.id]
        if over:
            yield f"Heeft gezag over {listed(list(dict.fromkeys(over)))}."

    def of_relation(self, one: Relation) -> str:
        """ "Anna en Bo: gescheiden, sinds 2019." """
        first, second = self.called[one.person], self.called[one.other]
        kind = names.relation_name(one.kind, self._catalogue)
        kind = kind[:1].lower() + kind[1:]
        if one.kind in _DOWN:
            said = f"{first}: {_DOWN[one.kind][0].lower()} {second}"
        elif kind.startswith(_VERBS):
            said = f"{first} {kind} {second}"
        else:
            said = f"{first}: {kind} {second}" if one.kind in _TOWARDS else f"{first} en {second}: {kind}"
        since = f", sinds {one.since}" if one.since is not None else ""
        return f"{said}{since}{f' ({one.words})' if one.words else ''}."

    def of_relations(self, relations: Sequence[Relation]) -> str:
        """One line may stand for both parents of a child."""
        if len(relations) > 1 and all(one.kind in PARENTS for one in relations):
            parents = listed([self.called[one.person] for one in relations])
            return f"{self.called[relations[0].other]}: {_DOWN[relations[0].kind][1].lower()} {parents}."
        return " ".join(self.of_relation(one) for one in relations)
