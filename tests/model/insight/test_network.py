from datetime import date

import pytest

from doorbraak.model.dossier.relations import Relation
from doorbraak.model.insight.network import network_of
from tests.model.insight.records import dossier, made, person

TODAY = date(2026, 11, 22)
HOME, GRAN, EX, CHILD, GROWN, DEAD, FAR = range(1, 8)
PEOPLE = (
    person(id=HOME),
    person(id=GRAN, role="oma", lives_here="no"),
    person(id=EX, role="ex-partner", lives_here="no"),
    person(id=CHILD, role="pleegkind", birth_year=2017, lives_here="no"),
    person(id=GROWN, role="dochter", birth_year=2002, lives_here="no"),
    person(id=DEAD, role="moeder", lives_here="no", died=True),
    person(id=FAR, role="vriend", lives_here="no"),
)


def found(*ties: tuple[int, int, str]) -> list[int] | None:
    relations = tuple(made(Relation, id=at, person=a, other=b, kind=kind) for at, (a, b, kind) in enumerate(ties, 1))
    network = network_of(dossier(people=PEOPLE, relations=relations), TODAY)
    return None if network is None else [one.id for one in network]


@pytest.mark.parametrize("tie", [(HOME, EX, "gescheiden"), (HOME, CHILD, "ouder-kind"), (GRAN, FAR, "hecht"),
                                 (HOME, DEAD, "hecht")])  # fmt: skip
def test_that_without_a_known_tie_to_somebody_elsewhere_nothing_is_said(tie: tuple[int, int, str]) -> None:
    assert found(tie) is None


@pytest.mark.parametrize("tie", [(HOME, GRAN, "hecht"), (GRAN, HOME, "hecht"), (GRAN, HOME, "geeft-steun-aan"),
                                 (GRAN, HOME, "zorgt-voor")])  # fmt: skip
def test_that_who_is_close_or_gives_support_counts(tie: tuple[int, int, str]) -> None:
    assert found(tie) == [GRAN]


@pytest.mark.parametrize("kind", ["conflict", "afstandelijk", "hecht-en-conflict", "verbroken-contact"])
def test_that_another_tie_is_known_and_does_not_count(kind: str) -> None:
    assert found((HOME, EX, kind)) == []


def test_that_who_is_cared_for_is_no_support_and_who_harms_never_is() -> None:
    assert found((HOME, GRAN, "zorgt-voor")) == []
    assert found((HOME, EX, "hecht"), (EX, HOME, "geweld-tegen")) == []


def test_that_a_child_that_lives_elsewhere_counts_only_when_grown_up() -> None:
    assert found((HOME, CHILD, "hecht"), (HOME, GROWN, "hecht")) == [GROWN]
    assert found((HOME, FAR, "ouder-kind"), (HOME, FAR, "hecht")) == [], "nobody knows how old"
