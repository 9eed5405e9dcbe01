"""Somebody new with what ties them to who is there already, as one step: verbs combine."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from doorbraak.model.dossier import people, relations
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.people import Living
from doorbraak.model.insight.genogram_families import COUPLES
from doorbraak.model.workspace.store import Store

Kin = Literal["partner", "former", "child", "parent", "other"]
_ROLES: dict[Kin, tuple[str, Living]] = {
    "partner": ("partner", "yes"),
    "former": ("ex-partner", "no"),
    "child": ("kind", "yes"),
    "parent": ("ouder", "no"),
    "other": ("steunfiguur", "no"),
}


@dataclass(frozen=True, slots=True)
class Bond:
    """A relation with who is new: `there` is the person who is there already; `first` when the relation reads so."""

    there: int
    kind: str
    first: bool


def bonds(dossier: Dossier, person: int | None, kin: Kin) -> tuple[Bond, ...]:
    """What ties a new one to `person`. A child is of both partners when there is one that lives with `person`."""
    if person is None:
        return ()
    if kin == "child":
        return tuple(Bond(each, "ouder-kind", first=True) for each in (person, *_partner(dossier, person)))
    kind = {"partner": "samenwonend", "former": "uit-elkaar", "parent": "ouder-kind"}.get(kin, "onbekende-relatie")
    return (Bond(person, kind, first=kin != "parent"),)


def _partner(dossier: Dossier, person: int) -> Sequence[int]:
    """The one partner of today; with several nobody can know whose child it is."""
    found = {
        one.other if one.person == person else one.person
        for one in dossier.relations
        if person in (one.person, one.other) and COUPLES.get(one.kind) == "solid"
    }
    return list(found) if len(found) == 1 else ()


def add_kin(store: Store, household: int, kin: Kin, ties: Sequence[Bond]) -> int:
    """A person without a name, known by a role, and the relations. Returns the person's id."""
    role, lives_here = _ROLES[kin]
    new = people.add(store, household, role=role, lives_here=lives_here)
    for tie in ties:
        first, second = (tie.there, new) if tie.first else (new, tie.there)
        relations.add(store, first, second, tie.kind)
    return new
