from dataclasses import replace
from datetime import date
from itertools import combinations
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.custody import Custody
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.people import LIVING, SEXES, Person
from doorbraak.model.dossier.relations import Relation
from doorbraak.model.insight.genogram import NOBODY, Genogram, Sign, genogram_of
from doorbraak.model.insight.genogram_families import COUPLES, FEELINGS, PARENTS
from tests.model.insight.records import dossier, made

CATALOGUE = load()
TODAY = date(2026, 11, 1)
ROLES = ["", *(role.id for role in CATALOGUE.roles.values() if role.kind == "rol")]
KINDS = [role.id for role in CATALOGUE.roles.values() if role.kind == "relatie"]
FAMILY = ["gehuwd", "gescheiden", "samenwonend", "ouder-kind", "stiefouder-kind", "broer-zus", "grootouder-kleinkind"]


def home(people: str, *relations: str, custody: tuple[Custody, ...] = ()) -> Dossier:
    """ "Anna/moeder Bo" and "Anna gehuwd Bo 2010"."""
    named = [each.partition("/") for each in people.split()]
    ids = {name: at for at, (name, _, _) in enumerate(named, 1)}
    ties = []
    for at, (one, kind, other, *since) in enumerate((each.split() for each in relations), 1):
        year = int(since[0]) if since else None
        ties.append(made(Relation, id=at, person=ids[one], other=ids[other], kind=kind, since=year))
    return dossier(
        people=tuple(made(Person, id=ids[name], name=name, role=role, lives_here="yes") for name, _, role in named),
        relations=tuple(ties),
        custody=custody,
    )


def of(people: str, *relations: str, **parts: Any) -> Genogram:
    return genogram_of(home(people, *relations, **parts), CATALOGUE, TODAY)


def sign(drawn: Genogram, name: str) -> Sign:
    return next(each for each in drawn.signs if each.name == name)


def left_to_right(drawn: Genogram, *names: str) -> list[str]:
    return sorted(names, key=lambda name: sign(drawn, name).x)


@st.composite
def households(draw: Any, most: int = 30) -> Dossier:
    count = draw(st.integers(1, most))
    people = tuple(
        made(
            Person, id=at, name=draw(st.sampled_from(["", "Bo", "Zelfgekozen Anna-Maria"])) or "x",
            role=draw(st.sampled_from(ROLES)), birth_year=draw(st.none() | st.integers(1930, 2027)),
            lives_here=draw(st.sampled_from(LIVING)), sex=draw(st.sampled_from(SEXES)), died=draw(st.booleans()),
        )
        for at in range(1, count + 1)
    )  # fmt: skip
    pairs = st.tuples(st.integers(1, count), st.integers(1, count), st.sampled_from(FAMILY) | st.sampled_from(KINDS))
    found = draw(st.lists(pairs, max_size=2 * count, unique=True))
    ties = tuple(
        made(Relation, id=at, person=one, other=other, kind=kind)
        for at, (one, other, kind) in enumerate(found, 1)
        if one != other
    )
    return dossier(people=people, relations=ties)


@settings(max_examples=150, deadline=None)
@given(drawn_from=households())
def test_that_any_household_is_drawn_whole_apart_and_the_same_again(drawn_from: Dossier) -> None:
    drawn = genogram_of(drawn_from, CATALOGUE, TODAY)
    assert [each.person for each in drawn.signs] == [person.id for person in drawn_from.people]
    for one, other in combinations(drawn.signs, 2):
        assert abs(one.x - other.x) > 1.2 or abs(one.y - other.y) > 1.8, (one, other)
    points = [point for tie in drawn.ties for point in tie.points]
    points += [(each.x + aside, each.y + down) for each in drawn.signs for aside in (-0.5, 0.5) for down in (-0.5, 1)]
    assert all(0 <= x <= drawn.width and 0 <= y <= drawn.height for x, y in points)
    assert genogram_of(drawn_from, CATALOGUE, TODAY) == drawn
    assert all(each.sentence for each in (*drawn.signs, *drawn.ties))


@settings(max_examples=60, deadline=None)
@given(drawn_from=households(most=8))
def test_that_every_relation_is_read_with_both_people_and_family_has_its_line(drawn_from: Dossier) -> None:
    drawn_from = replace(drawn_from, people=tuple(replace(p, name=f"Naam{p.id}x") for p in drawn_from.people))
    drawn = genogram_of(drawn_from, CATALOGUE, TODAY)
    lined = {relation for tie in drawn.ties for relation in tie.relations}
    read = {each.person: each.sentence for each in drawn.signs}
    for relation in drawn_from.relations:
        assert f"Naam{relation.other}x" in read[relation.person]
        assert f"Naam{relation.person}x" in read[relation.other]
        if relation.kind in FEELINGS or relation.kind in COUPLES or relation.kind in PARENTS:
            assert relation.id in lined


def test_that_nobody_gives_an_empty_drawing() -> None:
    assert genogram_of(dossier(), CATALOGUE, TODAY) == NOBODY


def test_that_partners_stand_beside_each_other_and_children_below_in_the_middle() -> None:
    drawn = of(
        "Anna Bo Cas Dia", "Anna gehuwd Bo", *(f"{p} ouder-kind {c}" for p in ("Anna", "Bo") for c in ("Cas", "Dia"))
    )
    anna, bo, cas, dia = (sign(drawn, name) for name in ("Anna", "Bo", "Cas", "Dia"))
    assert anna.y == bo.y < cas.y == dia.y
    assert (anna.x + bo.x) / 2 == pytest.approx((cas.x + dia.x) / 2)
    assert [tie.style for tie in drawn.ties] == ["solid"] * 3
    assert drawn.ties[1].sentence == "Cas: kind van Anna en Bo."
    assert drawn.ties[1].relations == (2, 4)


def test_that_partners_stand_in_order_former_ones_first() -> None:
    relations = ["Anna samenwonend Dirk 2016", "Anna uit-elkaar Cas 2009", "Bo gescheiden Anna 2003"]
    drawn = of("Anna Dirk Cas Bo", *relations)
    assert left_to_right(drawn, "Anna", "Bo", "Cas", "Dirk") == ["Bo", "Cas", "Anna", "Dirk"]
    assert {tie.people: tie.style for tie in drawn.ties} == {(1, 2): "solid", (1, 3): "broken", (4, 1): "broken"}
    later = of("Anna Dirk Cas Bo", "Anna uit-elkaar Cas 2001", *relations[::2])
    assert left_to_right(later, "Anna", "Bo", "Cas", "Dirk") == ["Cas", "Bo", "Anna", "Dirk"]


def test_that_children_of_two_couples_hang_from_their_own_and_the_parent_stands_once() -> None:
    drawn = of(
        "Anna Bo Dirk Emma Lot", "Anna gescheiden Bo", "Anna gehuwd Dirk", "Anna ouder-kind Emma",
        "Bo ouder-kind Emma", "Anna ouder-kind Lot", "Dirk ouder-kind Lot",
    )  # fmt: skip
    assert left_to_right(drawn, "Emma", "Lot") == ["Emma", "Lot"]
    assert [tie.people for tie in drawn.ties[2:]] == [(1, 2, 4), (1, 3, 5)]


@pytest.mark.parametrize("kind", ["stiefouder-kind", "pleegouder-kind", "adoptieouder-kind"])
def test_that_step_foster_and_adoptive_lines_are_dotted(kind: str) -> None:
    drawn = of("Anna Bo Cas", "Anna ouder-kind Cas", f"Bo {kind} Cas")
    assert {tie.people: tie.style for tie in drawn.ties} == {(1, 3): "solid", (2, 3): "dotted"}


def test_that_roles_make_rows_without_inventing_a_relation() -> None:
    drawn = of("Oma/oma Anna/moeder Emma/dochter Buur/buur")
    oma, anna, emma, buur = drawn.signs
    assert oma.y < anna.y < emma.y
    assert buur.x > max(oma.x, anna.x, emma.x) + 1
    assert drawn.ties == ()


def test_that_a_circle_of_parents_ends() -> None:
    drawn = of("Anna Bo Cas", "Anna ouder-kind Bo", "Bo ouder-kind Cas", "Cas ouder-kind Anna")
    assert len(drawn.ties) == 3


def test_that_brothers_and_sisters_without_parents_share_a_row_and_a_line() -> None:
    drawn = of("Anna/zus Bo", "Anna halfbroer-zus Bo")
    assert drawn.signs[0].y == drawn.signs[1].y
    assert [tie.style for tie in drawn.ties] == ["dotted"]


def test_that_feelings_have_lines_of_their_own() -> None:
    drawn = of("Anna Bo", "Anna gehuwd Bo", "Anna conflict Bo", "Anna hecht Bo", "Anna verbroken-contact Bo")
    assert [tie.style for tie in drawn.ties] == ["solid", "strained", "close", "broken"]
    assert len({tie.points for tie in drawn.ties}) == 4


@pytest.mark.parametrize(
    ("sex", "role", "shape"),
    [("man", "moeder", "square"), ("woman", "", "circle"), ("other", "", "diamond"), ("", "moeder", "circle"),
     ("", "opa", "square"), ("", "kind", "unknown"), ("", "", "unknown"), ("", "oom-tante", "unknown")],
)  # fmt: skip
def test_that_a_sign_is_what_is_said_or_what_the_role_says(sex: Any, role: str, shape: str) -> None:
    person = made(Person, id=1, name="Sam", role=role, sex=sex, lives_here="yes")
    assert genogram_of(dossier(people=(person,)), CATALOGUE, TODAY).signs[0].shape == shape


@pytest.mark.parametrize(
    ("given_", "inside", "said"),
    [
        ({"birth_year": 2016}, "10", "Sam, 10 jaar, woont hier."),
        ({"birth_year": 2027}, "0", "Sam, 0 jaar, woont hier."),
        ({}, "?", "Sam, leeftijd onbekend, woont hier."),
        ({"birth_year": 1950, "died": True}, "", "Sam, overleden."),
        ({"role": "ongeboren-kind", "lives_here": "partly"}, "", "Sam, ongeboren kind, woont hier deels."),
        ({"name": "", "role": "oom-tante", "lives_here": "no"}, "?",
         "Oom of tante, leeftijd onbekend, woont hier niet."),
    ],
)  # fmt: skip
def test_that_age_living_and_death_are_read(given_: dict[str, Any], inside: str, said: str) -> None:
    person = made(Person, **{"id": 1, "name": "Sam", "lives_here": "yes"} | given_)
    shown = genogram_of(dossier(people=(person,)), CATALOGUE, TODAY).signs[0]
    assert (shown.inside, shown.sentence) == (inside, said)


def test_that_the_sentence_tells_family_other_ties_and_authority() -> None:
    held = (
        made(Custody, id=1, person=3, authority="parental", holder=1),
        made(Custody, id=2, person=3, authority="guardian", holder=None, words="De instelling"),
    )
    drawn = of("Anna Bo Cas", "Anna gescheiden Bo 2019", "Anna ouder-kind Cas", "Bo zorgt-voor Cas", custody=held)
    assert sign(drawn, "Anna").sentence == (
        "Anna, leeftijd onbekend, woont hier. Ouder van Cas. Anna en Bo: gescheiden, sinds 2019. Heeft gezag over Cas."
    )
    assert sign(drawn, "Cas").sentence == (
        "Cas, leeftijd onbekend, woont hier. Kind van Anna. Bo zorgt voor Cas. Ouderlijk gezag: Anna. "
        "Voogdij: De instelling."
    )


def test_that_twelve_people_are_drawn_within_five_times_what_one_sort_of_them_may_cost() -> None:
    """As a ratio, for a slow machine: the drawing against 4,000 sorts of twelve numbers, about 3 ms on a laptop."""
    family = home(
        " ".join(f"P{at}" for at in range(12)), "P0 gehuwd P1", "P2 gehuwd P8",
        *(f"P{p} ouder-kind P{c}" for p in (0, 1) for c in range(2, 8)),
        *(f"P{p} ouder-kind P{c}" for p in (2, 8) for c in (9, 10, 11)), "P3 conflict P1",
    )  # fmt: skip

    def least(work: Any) -> float:
        took = []
        for _ in range(7):
            began = perf_counter()
            work()
            took.append(perf_counter() - began)
        return min(took)

    drawing = least(lambda: genogram_of(family, CATALOGUE, TODAY))
    sorting = least(lambda: [sorted(range(12, 0, -1)) for _ in range(4000)])
    assert drawing < 5 * sorting
