"""What a relation and a role mean in a genogram: who is a couple, a parent or a sibling, and of which generation."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from doorbraak.model.dossier.people import Person, Sex
from doorbraak.model.dossier.relations import Relation

Shape = Literal["square", "circle", "diamond", "unknown"]
TieStyle = Literal["solid", "dotted", "broken", "strained", "close"]

COUPLES: dict[str, TieStyle] = {
    "gehuwd": "solid",
    "geregistreerd-partner": "solid",
    "samenwonend": "solid",
    "lat-relatie": "dotted",
    "kortdurende-relatie": "dotted",
    "scheiding-loopt": "broken",
    "gescheiden": "broken",
    "uit-elkaar": "broken",
}
PARENTS: dict[str, TieStyle] = {
    "ouder-kind": "solid",
    "adoptieouder-kind": "dotted",
    "pleegouder-kind": "dotted",
    "stiefouder-kind": "dotted",
}
SIBLINGS: dict[str, TieStyle] = {"broer-zus": "solid", "tweeling": "solid", "halfbroer-zus": "dotted"}
GRANDPARENT = "grootouder-kleinkind"
FEELINGS: dict[str, TieStyle] = {
    "hecht": "close",
    "verstrengeld": "close",
    "hecht-en-conflict": "strained",
    "conflict": "strained",
    "geweld-tegen": "strained",
    "bedreigt": "strained",
    "controle-dwang": "strained",
    "contactverbod": "strained",
    "afstandelijk": "dotted",
    "begeleide-omgang": "dotted",
    "contact-hersteld": "dotted",
    "verbroken-contact": "broken",
}
_GRANDPARENT, _PARENT, _CHILD, _GRANDCHILD = range(4)
_GENERATIONS = {
    _GRANDPARENT: ("oma", "opa"),
    _PARENT: (
        "moeder", "vader", "ouder", "stiefmoeder", "stiefvader", "pleegouder", "adoptieouder", "partner", "ex-partner",
        "alleenstaande", "hoofdbewoner",
    ),
    _CHILD: (
        "kind", "dochter", "zoon", "baby", "ongeboren-kind", "stiefkind", "pleegkind", "adoptiekind",
        "volwassen-kind-inwonend", "uitwonend-kind", "uithuisgeplaatst-kind",
    ),
    _GRANDCHILD: ("kleinkind",),
}  # fmt: skip
_BY_ROLE = {role: generation for generation, roles in _GENERATIONS.items() for role in roles}
_SHAPES: dict[Sex, Shape] = {"man": "square", "woman": "circle", "other": "diamond"}
_WOMEN = frozenset({"moeder", "stiefmoeder", "oma", "dochter", "zus"})
_MEN = frozenset({"vader", "stiefvader", "opa", "zoon", "broer"})


def shape_of(person: Person) -> Shape:
    """By what is said, or else by a role that says it: a mother is a woman. Nothing else is guessed."""
    said = _SHAPES.get(person.sex)
    if said is None and person.role in _WOMEN | _MEN:
        return "circle" if person.role in _WOMEN else "square"
    return said or "unknown"


def generations(people: Sequence[Person], relations: Iterable[Relation]) -> dict[int, int]:
    """In which row each person belongs, from 0. Who has neither family nor a role that tells is left out.

    Relations are taken one after the other, parents first: one that would contradict those before it is passed over,
    so that a circle of parents ends.
    """
    home = {person.id: person.id for person in people}
    level = {person.id: 0 for person in people}
    for relation in sorted(relations, key=_firmness):
        down = _down(relation.kind)
        if down is not None and home[relation.person] != home[relation.other]:
            _join(home, level, relation, down)
    rows: dict[int, int] = {}
    for first in dict.fromkeys(home.values()):
        members = [person for person in people if home[person.id] == first]
        rows |= _placed(members, level)
    used = sorted(set(rows.values()))
    return {person: used.index(row) for person, row in rows.items()}


def _firmness(relation: Relation) -> int:
    order = (frozenset({"ouder-kind"}), COUPLES, PARENTS, SIBLINGS)
    return next((at for at, kinds in enumerate(order) if relation.kind in kinds), len(order))


def _down(kind: str) -> int | None:
    """How many rows `other` stands under `person`."""
    if kind in COUPLES or kind in SIBLINGS:
        return 0
    return 1 if kind in PARENTS else 2 if kind == GRANDPARENT else None


def _join(home: dict[int, int], level: dict[int, int], relation: Relation, down: int) -> None:
    kept, gone = home[relation.person], home[relation.other]
    shift = level[relation.person] + down - level[relation.other]
    for person in home:
        if home[person] == gone:
            home[person] = kept
            level[person] += shift


def _placed(members: Sequence[Person], level: Mapping[int, int]) -> dict[int, int]:
    """The rows of people who belong together: where most of their roles say so."""
    told = Counter(_BY_ROLE[person.role] - level[person.id] for person in members if person.role in _BY_ROLE)
    if told:
        shift = min(told, key=lambda each: (-told[each], each))
    elif len(members) > 1:
        levels = [level[person.id] for person in members]
        shift = (_PARENT if max(levels) - min(levels) < 2 else _GRANDPARENT) - min(levels)
    else:
        return {}
    return {person.id: level[person.id] + shift for person in members}
