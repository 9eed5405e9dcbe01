from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.ecomap import Ecomap, ecomap_of
from doorbraak.model.insight.ecomap_order import (
    Order,
    Ordering,
    crossings,
    in_catalogue_order,
    order_of,
    served_of,
)
from tests.model.insight.ecomap_households import CATALOGUE, FONTS, KINDS, ROOMS, agency, households, problem
from tests.model.insight.ecomap_measures import farthest, published
from tests.model.insight.records import dossier

TODAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Dossier]:
    folder: Path = tmp_path_factory.mktemp("zes") / "werkmap"
    return published(folder)


def order(
    problems: tuple[tuple[int, ...], tuple[int, ...]], agencies: tuple[tuple[int, ...], tuple[int, ...]]
) -> Order:
    return Order(((("wonen", problems[0]),), (("geld", problems[1]),)), agencies)


@pytest.mark.parametrize(
    ("served", "expected"),
    [
        ({11: (1,), 12: (2,)}, 0),
        ({11: (2,), 12: (1,)}, 1),
        ({11: (1, 2), 12: (1, 2)}, 1),
        ({11: (2,), 12: (2,)}, 0),
        ({11: (3,), 12: (1, 2)}, 0),
        ({11: (1, 2), 12: (3,)}, 2),
        ({11: (3,), 12: (4,)}, 0),
        ({11: (4,), 12: (), 21: (3,)}, 1),
    ],
)
def test_that_crossings_are_counted_beside_the_labels_and_in_the_lane(
    served: dict[int, tuple[int, ...]], expected: int
) -> None:
    assert crossings(order(((1, 2), (3, 4)), ((11, 12), (21,))), served) == expected


def test_that_at_most_half_of_the_lines_cross_that_do_in_catalogue_order(six: dict[str, Dossier]) -> None:
    ratios = []
    for found in six.values():
        served = served_of(found.problems, found.agencies)
        ours, theirs = (
            crossings(made(found.problems, found.agencies, CATALOGUE), served)
            for made in (order_of, in_catalogue_order)
        )
        ratios.append(ours / theirs)
    assert len(ratios) == 6
    assert median(ratios) <= 0.5


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(households())
def test_that_everybody_has_one_place(found: Dossier) -> None:
    for made in (order_of, in_catalogue_order):
        placed = made(found.problems, found.agencies, CATALOGUE)
        inner = [id_ for blocks in placed.blocks for _, ids in blocks for id_ in ids]
        assert sorted(inner) == [one.id for one in found.problems]
        assert sorted(id_ for ids in placed.agencies for id_ in ids) == [one.id for one in found.agencies]
        domains = [domain for blocks in placed.blocks for domain, _ in blocks]
        assert len(domains) == len(set(domains))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(households())
def test_that_agencies_are_on_both_sides(found: Dossier) -> None:
    right, left = order_of(found.problems, found.agencies, CATALOGUE).agencies
    assert max(len(right), len(left)) <= max(6, len(found.agencies) * 0.6 + 2)


# -- one problem more -------------------------------------------------------------------------------------


def with_one_more(found: Dossier, kind: int, *agencies: int) -> Dossier:
    """A problem of any kind, and these agencies are there for it."""
    new = problem(max([0, *(one.id for one in found.problems)]) + 1, kind)
    return replace(
        found,
        problems=(*found.problems, new),
        agencies=tuple(
            replace(one, problems=(*one.problems, new.id)) if one.id in agencies else one for one in found.agencies
        ),
    )


def shown_of(found: Dossier, font: float = 11.0, room: tuple[float, float] | None = (1150.0, 560.0)) -> Ecomap:
    return ecomap_of(found, CATALOGUE, font=font, room=room, today=TODAY)


def everybody(shown: Ecomap) -> list[str]:
    return [node.id for node in (*shown.problems, *shown.agencies)]


def test_that_one_problem_of_any_kind_moves_nobody_by_a_sector_in_the_six_households(six: dict[str, Dossier]) -> None:
    for at, found in enumerate(six.values()):
        before = shown_of(found)
        for kind in range(at, len(KINDS), 6):
            assert farthest(before, shown_of(with_one_more(found, kind)), everybody(before)) < 1


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(households(), st.integers(0, len(KINDS) - 1), FONTS, ROOMS)
def test_that_one_problem_more_moves_nobody_by_a_sector(
    found: Dossier, kind: int, font: float, room: tuple[float, float] | None
) -> None:
    before, after = shown_of(found, font, room), shown_of(with_one_more(found, kind), font, room)
    assert farthest(before, after, everybody(before)) < 1


def test_that_a_problem_with_an_agency_moves_no_other_agency_or_problem_by_a_sector(six: dict[str, Dossier]) -> None:
    """That agency goes to its problem; one without any problem may change sides to make room."""
    for found in six.values():
        before = shown_of(found)
        free = {link.agency for link in before.links if not link.target.startswith("problem")}
        for at, one in enumerate(found.agencies):
            after = shown_of(with_one_more(found, at * 5, one.id))
            others = [id_ for id_ in everybody(before) if id_ != f"agency {one.id}" and id_ not in free]
            assert farthest(before, after, others) < 1


def test_that_the_new_agency_of_a_problem_stands_on_its_side() -> None:
    found = dossier(
        problems=tuple(problem(at, at * 20) for at in range(1, 11)),
        agencies=tuple(agency(at, (at,)) for at in range(1, 11)),
    )
    placed = order_of(found.problems, found.agencies, CATALOGUE)
    for blocks, agencies in zip(placed.blocks, placed.agencies, strict=True):
        assert {id_ for _, ids in blocks for id_ in ids} == set(agencies)
    assert crossings(placed, served_of(found.problems, found.agencies)) == 0


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(found=households(), cuts=st.lists(st.integers(0, 60), max_size=4))
def test_that_going_on_from_an_earlier_order_finds_the_same(found: Dossier, cuts: list[int]) -> None:
    """Problems come and go between two maps, with all agencies there or with some."""
    ordering = Ordering()
    for cut in cuts:
        ordering.of(found.problems[:cut], found.agencies, CATALOGUE)
        ordering.of(found.problems[:cut], found.agencies[: max(1, cut)], CATALOGUE)
        ordering.of(found.problems[: cut // 2], found.agencies, CATALOGUE)
    expected = order_of(found.problems, found.agencies, CATALOGUE)
    assert ordering.of(found.problems, found.agencies, CATALOGUE) == expected
