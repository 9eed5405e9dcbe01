import os
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from math import hypot
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.insight.ecomap import HOUSEHOLD, Ecomap, ecomap_of, place_of
from tests.model.insight.ecomap_households import CATALOGUE, FONTS, ROOMS, agency, households, people, problem
from tests.model.insight.ecomap_measures import boxes, crossed, overlapping, places, points, published
from tests.model.insight.records import START, dossier, made

LAYOUTS = int(os.environ.get("DOORBRAAK_LAYOUTS", "60"))  # how many made-up households each rule is tried on
CALM = settings(max_examples=LAYOUTS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SCREEN = (1150.0, 560.0)  # what a window of 1366 x 768 leaves for the map
TODAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Dossier]:
    folder: Path = tmp_path_factory.mktemp("zes") / "werkmap"
    return published(folder)


def shown_of(found: Dossier, font: float = 11.0, room: tuple[float, float] | None = SCREEN) -> Ecomap:
    return ecomap_of(found, CATALOGUE, font=font, room=room, today=TODAY)


def test_that_48_agencies_and_32_problems_are_readable_without_zooming(six: dict[str, Dossier]) -> None:
    shown = shown_of(six["casus-01"])
    assert (len(shown.agencies), len(shown.problems)) == (48, 32)
    assert (shown.width, shown.height) == SCREEN
    assert len(shown.knots) == 2


@pytest.mark.parametrize("font", [11.0, 14.0, 22.0])
@pytest.mark.parametrize("room", [None, SCREEN])
def test_that_in_the_six_households_no_label_overlaps_and_no_line_crosses_a_word(
    six: dict[str, Dossier], font: float, room: tuple[float, float] | None
) -> None:
    for found in six.values():
        shown = shown_of(found, font, room)
        assert overlapping(shown) == []
        assert crossed(shown) == []


@CALM
@given(households(), FONTS, ROOMS)
def test_that_labels_never_overlap_and_stay_on_the_map(
    found: Dossier, font: float, room: tuple[float, float] | None
) -> None:
    shown = shown_of(found, font, room)
    assert overlapping(shown) == []
    for left, top, right, bottom in boxes(shown):
        assert left >= 0
        assert top >= 0
        assert right <= shown.width
        assert bottom <= shown.height
    if room:
        assert shown.width >= room[0]
        assert shown.height >= room[1]


@settings(CALM, max_examples=LAYOUTS // 3)
@given(households(), FONTS, ROOMS)
def test_that_lines_cross_no_word(found: Dossier, font: float, room: tuple[float, float] | None) -> None:
    assert crossed(shown_of(found, font, room)) == []


@settings(CALM, max_examples=LAYOUTS // 3)
@given(households())
def test_that_every_agency_is_tied_to_its_problems_its_people_or_the_household(found: Dossier) -> None:
    tied = {(link.agency, link.target) for link in shown_of(found).links}
    expected = {(f"agency {one.id}", f"problem {id_}") for one in found.agencies for id_ in one.problems}
    for one in found.agencies:
        if not one.problems:
            here = [id_ for id_ in one.people if id_ <= len(found.people)]
            expected |= {(f"agency {one.id}", f"person {id_}") for id_ in here}
            expected |= set() if here else {(f"agency {one.id}", HOUSEHOLD)}
    assert tied == expected


@settings(CALM, max_examples=LAYOUTS // 3)
@given(households())
def test_that_the_same_household_looks_the_same_tomorrow(found: Dossier) -> None:
    tomorrow = replace(found, agencies=found.agencies[::-1])
    assert places(shown_of(found)) == places(shown_of(tomorrow))


def test_that_what_is_solved_or_over_is_not_there_and_moves_nobody_to_the_other_side() -> None:
    found = dossier(
        problems=tuple(problem(at, at * 17) for at in range(1, 9)),
        agencies=tuple(agency(at, (at,)) for at in range(1, 9)),
    )
    before = shown_of(found)
    solved = replace(found.problems[2], solved_on=START)
    over = replace(found.agencies[4], ended_on=TODAY)
    after = shown_of(
        replace(
            found,
            problems=(*found.problems[:2], solved, *found.problems[3:]),
            agencies=(*found.agencies[:4], over, *found.agencies[5:]),
        )
    )
    assert before.problems != after.problems
    assert {node.id for node in before.problems} - {node.id for node in after.problems} == {"problem 3"}
    assert {node.id for node in before.agencies} - {node.id for node in after.agencies} == {"agency 5"}
    assert {(link.target) for link in after.links if link.agency == "agency 3"} == {HOUSEHOLD}
    for id_, (x, _) in places(after).items():
        assert (x > 0) == (places(before)[id_][0] > 0)
    still = replace(over, ended_on=TODAY + timedelta(days=1))
    assert "agency 5" in places(shown_of(replace(found, agencies=(*found.agencies[:4], still))))


def test_that_more_contacts_make_a_thicker_line() -> None:
    found = dossier(problems=(problem(1, 0),), agencies=tuple(agency(at, (1,), at * 200) for at in range(1, 6)))
    thickness = {link.agency: link.thickness for link in shown_of(found).links}
    grown = [thickness[f"agency {at}"] for at in range(1, 6)]
    assert grown == sorted(grown)
    assert len(set(grown)) == 5


def test_that_problems_look_inward_and_agencies_outward() -> None:
    problems = tuple(problem(at + 1, at * 9) for at in range(20))
    shown = shown_of(dossier(problems=problems, agencies=tuple(agency(at, (at,)) for at in range(1, 21))))
    middle = shown.household[0]
    for inner in shown.problems:
        assert inner.label.to_left == (inner.x > middle)
    for outer in shown.agencies:
        assert outer.label.to_left == (outer.x < middle)
    assert {inner.x > middle for inner in shown.problems} == {True, False}


def test_that_problems_of_one_life_domain_stand_together() -> None:
    problems = tuple(problem(at + 1, at * 37) for at in range(30))
    shown = shown_of(dossier(problems=problems))
    order = sorted(shown.problems, key=lambda node: (node.x > shown.household[0], node.y))
    domain = {f"problem {one.id}": one.life_domain for one in problems}
    seen = [domain[node.id] for node in order]
    changes = sum(one != other for one, other in pairwise(seen))
    assert changes == len(set(seen)) - 1 == len(shown.headings) - 1


def test_that_a_label_that_is_cut_keeps_its_whole_name() -> None:
    words = "Een heel lange zin die nooit op drie korte regels past omdat er steeds meer bij komt te staan, en meer"
    node = shown_of(dossier(problems=(problem(1, 0, words),))).problems[0]
    assert node.name == words
    assert node.label.lines[-1].endswith("…")
    assert len(node.label.lines) == 3


def test_that_labels_get_one_line_when_height_is_scarce() -> None:
    words = "Een zin die best op drie regels past als er maar plaats is"
    many = tuple(problem(at + 1, at * 7, words) for at in range(60))
    shown = shown_of(dossier(problems=many))
    assert {len(node.label.lines) for node in shown.problems} == {1}


def test_that_an_empty_household_is_a_circle_that_fills_the_room() -> None:
    shown = shown_of(dossier())
    assert shown.household_lines == ("Huishouden 12",)
    assert (shown.headings, shown.problems, shown.agencies, shown.links) == ((), (), (), ())
    assert (shown.width, shown.height, shown.household) == (1150, 560, (575, 280))


def test_that_agencies_without_any_problem_surround_the_household() -> None:
    found = dossier(agencies=tuple(agency(at) for at in range(1, 9)))
    shown = shown_of(found)
    assert {link.target for link in shown.links} == {HOUSEHOLD}
    assert sum(x > 0 for x, _ in places(shown).values()) == 4
    assert [link.target for link in shown_of(replace(found, agencies=(agency(1, (99,)),))).links] == [HOUSEHOLD]


def test_that_a_line_to_a_person_ends_at_the_persons_sign() -> None:
    found = dossier(people=people(3), problems=(problem(1, 0),), agencies=(agency(1, people=(2,)),))
    shown = shown_of(found)
    link = shown.links[0]
    sign = next(sign for sign in shown.genogram.signs if sign.person == 2)
    (x, y), unit = shown.genogram_at, shown.genogram_unit
    assert link.target == "person 2"
    assert link.curves[-1][-1] == pytest.approx((x + sign.x * unit, y + sign.y * unit))


@pytest.mark.parametrize("count", [1, 2, 7, 30])
def test_that_everybody_is_inside_the_circle(count: int) -> None:
    shown = shown_of(dossier(people=people(count)))
    (x, y), unit = shown.genogram_at, shown.genogram_unit
    assert len(shown.genogram.signs) == count
    for sign in shown.genogram.signs:
        far = hypot(x + sign.x * unit - shown.household[0], y + sign.y * unit - shown.household[1])
        assert far + unit / 2 <= shown.radius


def test_that_what_stops_pauses_or_merges_goes_after_the_plan() -> None:
    found = dossier(
        problems=(problem(1, 0),),
        agencies=(
            agency(1, (1,), future="stop"),
            agency(2, (1,), future="pause"),
            agency(3, (1,), future="merge", merges_into=4),
            agency(4, (1,), future="keep"),
            agency(5, (1,)),
            agency(6, (1,), future="merge"),
        ),
    )
    shown = shown_of(found)
    assert {node.id for node in shown.agencies if node.goes} == {"agency 1", "agency 2", "agency 3"}
    assert {link.agency for link in shown.links if link.goes} == {"agency 1", "agency 2", "agency 3"}
    assert not any(node.goes for node in shown.problems)


def test_that_a_line_knows_its_kind_and_a_problem_its_owner() -> None:
    found = dossier(problems=(problem(1, 0, owner="system"),), agencies=(agency(1, (1,), bond="strains"),))
    shown = shown_of(found)
    assert shown.links[0].bond == "strains"
    assert shown.problems[0].owner == "system"


# -- waits and knots --------------------------------------------------------------------------------------


def knotted() -> Dossier:
    """1 and 2 wait for each other, 3 for 1; 4 waits for what is solved."""
    return dossier(
        problems=(
            problem(1, 0, waits_for=(2,)),
            problem(2, 90, waits_for=(1,)),
            problem(3, 150, waits_for=(1,)),
            problem(4, 40, waits_for=(5,)),
            problem(5, 60, solved_on=START),
        )
    )


def test_that_a_wait_knows_its_knot_and_the_key_problem_is_marked() -> None:
    shown = shown_of(knotted())
    assert {(wait.source, wait.target): wait.knot for wait in shown.waits} == {
        ("problem 1", "problem 2"): 1,
        ("problem 2", "problem 1"): 1,
        ("problem 3", "problem 1"): None,
    }
    nodes = {node.id: node for node in shown.problems}
    assert [id_ for id_, node in nodes.items() if node.key] == ["problem 1"]
    assert {id_: node.knots for id_, node in nodes.items()} == {
        "problem 1": (1,), "problem 2": (1,), "problem 3": (), "problem 4": (),
    }  # fmt: skip
    assert [(mark.number, mark.members) for mark in shown.knots] == [(1, ("problem 1", "problem 2"))]
    assert shown.knots[0].label.lines[0] == "Knoop 1"
    assert " wacht op " in " ".join(shown.knots[0].label.lines)


def test_that_the_plan_opens_a_knot_when_it_is_for_one_of_its_problems() -> None:
    def opening(status: str, *problems: int) -> tuple[tuple[int, ...], set[bool], bool]:
        plan = made(Intervention, id=1, words="Doen", status=status, problems=problems)
        shown = shown_of(replace(knotted(), interventions=(plan,)))
        return shown.opening, {wait.opens for wait in shown.waits if wait.knot}, "Gaat open" in shown.knots[0].sentence

    assert opening("requested", 2) == ((1,), {True}, True)
    assert opening("requested", 3) == ((), {False}, False)
    for status in ("refused", "withdrawn", "evaluated"):
        assert opening(status, 2) == ((), {False}, False)


def test_that_the_name_of_a_knot_is_whole_where_there_is_room(six: dict[str, Dossier]) -> None:
    for name in ("casus-01", "casus-05"):
        for mark in shown_of(six[name]).knots:
            words = " ".join(mark.label.lines)
            assert "…" not in words
            assert words.endswith("en terug")


def test_that_at_most_five_knots_are_named_and_all_are_counted() -> None:
    found = dossier(problems=tuple(problem(at, at * 11, waits_for=tuple({1, 2, 3, 4} - {at})) for at in range(1, 5)))
    shown = shown_of(found)
    assert [mark.number for mark in shown.knots] == [1, 2, 3, 4, 5]
    assert max(max(node.knots) for node in shown.problems) > 5
    assert overlapping(shown) == []


def test_that_an_arrow_runs_from_words_to_words_and_not_through_the_circle(six: dict[str, Dossier]) -> None:
    for found in six.values():
        shown = shown_of(found)
        nodes = {node.id: node for node in shown.problems}
        for wait in shown.waits:
            left, _, right, _ = nodes[wait.source].label.box
            inner = left if nodes[wait.source].label.to_left else right
            assert abs(wait.start[0] - inner) < shown.font
            for x, y in points(wait):
                assert hypot(x - shown.household[0], y - shown.household[1]) > shown.radius


def test_that_arrows_seldom_cross_a_word(six: dict[str, Dossier]) -> None:
    waits = [(shown, wait) for found in six.values() for shown in [shown_of(found)] for wait in shown.waits]
    across = [wait for shown, wait in waits if crossed(shown, [wait])]
    assert len(waits) > 50
    assert len(across) <= len(waits) // 10


# -- what somebody moved ----------------------------------------------------------------------------------


@settings(CALM, max_examples=LAYOUTS // 3)
@given(households(), st.integers(-9000, 9000), st.integers(-9000, 9000))
def test_that_moving_one_leaves_the_others_where_they_were(found: Dossier, x: int, y: int) -> None:
    moved = replace(found.problems[0], map_x=x, map_y=y)
    before, after = shown_of(found), shown_of(replace(found, problems=(moved, *found.problems[1:])))
    here, there = places(before), places(after)
    assert there.pop("problem 1") == pytest.approx((x * 0.11, y * 0.11))
    here.pop("problem 1")
    assert all(there[id_] == pytest.approx(place) for id_, place in here.items())
    node = next(node for node in after.problems if node.moved)
    assert 0 <= node.x <= after.width
    assert 0 <= node.y <= after.height
    assert node.label.to_left == (x >= 0)
    assert all(left >= 0 and top >= 0 for left, top, _, _ in boxes(after))
    assert all(right <= after.width and bottom <= after.height for _, _, right, bottom in boxes(after))


@pytest.mark.parametrize("font", [11.0, 14.0, 22.0])
def test_that_a_place_survives_another_size_of_letters(font: float) -> None:
    found = dossier(problems=(problem(1, 0),), agencies=(agency(1, (1,), map_x=-4321, map_y=1234),))
    shown = shown_of(found, font)
    node = shown.agencies[0]
    assert node.moved
    assert place_of(shown, node.x, node.y) == (-4321, 1234)
    assert shown.links[0].start == (node.x, node.y)


def test_that_the_name_of_a_knot_gives_way_to_what_was_put_there() -> None:
    found = knotted()
    label = shown_of(found).knots[0].label
    middle = shown_of(found).household
    x, y = place_of(shown_of(found), middle[0] + 20, label.y + 10)
    put = replace(found.problems[2], map_x=x, map_y=y)
    after = shown_of(replace(found, problems=(*found.problems[:2], put, *found.problems[3:])))
    assert after.knots[0].label.y != label.y
    assert overlapping(after) == []
