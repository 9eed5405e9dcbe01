"""Who stands around the people in the house: whoever lives elsewhere and with whom there is a good tie."""

from datetime import date

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.people import Person
from doorbraak.model.insight.genogram_families import FEELINGS, PARENTS

GIVES = frozenset({"geeft-steun-aan", "zorgt-voor"})
"""From who gives it, to who gets it: whoever a household cares for is not yet its support."""
_HARM = frozenset({"geweld-tegen", "bedreigt", "controle-dwang", "contactverbod"})
_CHILD = frozenset({"kind", "dochter", "zoon", "pleegkind", "uithuisgeplaatst-kind", "uitwonend-kind"})
Tie = tuple[int, int, str]  # from whom, to whom, of which kind


def network_of(dossier: Dossier, today: date) -> tuple[Person, ...] | None:
    """None when nothing is known of any tie with somebody elsewhere. A child that is not grown up is no support."""
    home = {person.id for person in dossier.people if person.lives_here != "no"}
    away = {one.id: one for one in dossier.people if one.lives_here == "no" and not one.died}
    ties = [(one.person, one.other, one.kind) for one in dossier.relations if {one.person, one.other} & home]
    felt = [tie for tie in ties if tie[2] in FEELINGS or tie[2] in GIVES]
    if not any({tie[0], tie[1]} & away.keys() for tie in felt):
        return None
    return tuple(one for one in away.values() if _stands_by(one.id, felt) and not _is_child(one, ties, today))


def _stands_by(person: int, felt: list[Tie]) -> bool:
    kinds = {kind for giver, _, kind in felt if giver == person}
    kinds |= {kind for _, other, kind in felt if other == person and kind not in GIVES}
    return bool(kinds & {"hecht", *GIVES}) and not kinds & _HARM


def _is_child(person: Person, ties: list[Tie], today: date) -> bool:
    """Of somebody in the house; grown up only when the year of birth says so."""
    born_here = any(other == person.id and kind in PARENTS for _, other, kind in ties)
    grown = person.birth_year is not None and today.year - person.birth_year > 18
    return (born_here or person.role in _CHILD) and not grown
