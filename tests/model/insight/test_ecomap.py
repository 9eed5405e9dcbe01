from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.insight.ecomap import HOUSEHOLD, Ecomap, Link, ecomap_of
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import dossier, made

CATALOGUE = load()
KINDS = list(CATALOGUE.problems.values())
AGENCIES = list(CATALOGUE.agencies)

Box = tuple[float, float, float, float]


def problem(id_: int, kind: int, words: str = "") -> Problem:
    listed = KINDS[kind % len(KINDS)]
    return made(Problem, id=id_, kind=listed.id, words=words, life_domain=listed.life_domain)


def agency(id_: int, problems: tuple[int, ...] = (), contacts_e2: int = 100, words: str = "") -> Agency:
    kind = AGENCIES[id_ * 7 % len(AGENCIES)]
    return made(Agency, id=id_, kind=kind, words=words, contacts_e2=contacts_e2, problems=problems)


@st.composite
def households(draw: st.DrawFn) -> Dossier:
    """1 to 60 problems and agencies, any domains, any links, now and then very long or unbroken words."""
    words = st.sampled_from(["", "", "", "x" * 200, "Die ene kleine schuld " * 9])
    problems = tuple(
        problem(at + 1, draw(st.integers(0, len(KINDS))), draw(words)) for at in range(draw(st.integers(1, 60)))
    )
    ids = st.lists(st.integers(1, len(problems)), max_size=5, unique=True).map(tuple)
    agencies = tuple(
        agency(at + 1, draw(ids), draw(st.integers(0, 50_000)), draw(words)) for at in range(draw(st.integers(1, 60)))
    )
    return dossier(problems=problems, agencies=agencies)


def boxes(shown: Ecomap) -> list[Box]:
    return [one.label.box for one in (*shown.headings, *shown.problems, *shown.agencies)]


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def overlapping(shown: Ecomap) -> list[tuple[Box, Box]]:
    (x, y), r = shown.household, shown.radius
    return [pair for pair in combinations([*boxes(shown), (x - r, y - r, x + r, y + r)], 2) if overlap(*pair)]


def points(link: Link) -> list[tuple[float, float]]:
    """Forty points along each curve."""
    found, start = [], link.start
    for first, second, end in link.curves:
        for step in range(1, 41):
            t = step / 40
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            corners = (start, first, second, end)
            x, y = (sum(w * corner[axis] for w, corner in zip(weights, corners, strict=True)) for axis in (0, 1))
            found.append((x, y))
        start = end
    return found


def crossed(shown: Ecomap) -> list[str]:
    return [
        link.agency
        for link in shown.links
        for x, y in points(link)
        if any(left < x < right and top < y < bottom for left, top, right, bottom in boxes(shown))
    ]


@pytest.mark.parametrize("font", [11.0, 12.0, 16.0])
def test_that_labels_of_the_published_household_never_overlap(store: Store, casus: int, font: float) -> None:
    shown = ecomap_of(dossiers.read(store, casus), CATALOGUE, font=font)
    assert (len(shown.agencies), len(shown.problems)) == (48, 32)
    assert overlapping(shown) == []
    assert crossed(shown) == []


@settings(max_examples=40, deadline=None)
@given(households(), st.sampled_from([11.0, 12.0, 18.0]))
def test_that_labels_never_overlap_and_stay_on_the_map(found: Dossier, font: float) -> None:
    shown = ecomap_of(found, CATALOGUE, font=font)
    assert overlapping(shown) == []
    for left, top, right, bottom in boxes(shown):
        assert left >= 0
        assert top >= 0
        assert right <= shown.width
        assert bottom <= shown.height


@settings(max_examples=25, deadline=None)
@given(households())
def test_that_lines_cross_no_word(found: Dossier) -> None:
    assert crossed(ecomap_of(found, CATALOGUE)) == []


@settings(max_examples=25, deadline=None)
@given(households())
def test_that_every_agency_is_tied_to_its_problems_or_to_the_household(found: Dossier) -> None:
    shown = ecomap_of(found, CATALOGUE)
    tied = {(link.agency, link.target) for link in shown.links}
    expected = {(f"agency {one.id}", f"problem {id_}") for one in found.agencies for id_ in one.problems}
    expected |= {(f"agency {one.id}", HOUSEHOLD) for one in found.agencies if not one.problems}
    assert tied == expected


@settings(max_examples=25, deadline=None)
@given(households())
def test_that_the_same_household_looks_the_same_tomorrow(found: Dossier) -> None:
    assert ecomap_of(found, CATALOGUE) == ecomap_of(found, CATALOGUE)


def test_that_more_contacts_make_a_thicker_line() -> None:
    found = dossier(problems=(problem(1, 0),), agencies=tuple(agency(at, (1,), at * 200) for at in range(1, 6)))
    thickness = [link.thickness for link in ecomap_of(found, CATALOGUE).links]
    assert thickness == sorted(thickness)
    assert len(set(thickness)) == 5


def test_that_problems_look_inward_and_agencies_outward() -> None:
    problems = tuple(problem(at + 1, at * 9) for at in range(20))
    shown = ecomap_of(dossier(problems=problems, agencies=tuple(agency(at, (at,)) for at in range(1, 21))), CATALOGUE)
    middle = shown.household[0]
    for inner in shown.problems:
        assert inner.label.to_left == (inner.x > middle)
    for outer in shown.agencies:
        assert outer.label.to_left == (outer.x < middle)
    assert {inner.x > middle for inner in shown.problems} == {True, False}


def test_that_problems_of_one_life_domain_stand_together() -> None:
    problems = tuple(problem(at + 1, at * 37) for at in range(30))
    shown = ecomap_of(dossier(problems=problems), CATALOGUE)
    order = sorted(shown.problems, key=lambda node: (node.x > shown.household[0], node.y))
    domain = {f"problem {one.id}": one.life_domain for one in problems}
    seen = [domain[node.id] for node in order]
    changes = sum(one != other for one, other in pairwise(seen))
    assert changes == len(set(seen)) - 1 == len(shown.headings) - 1


def test_that_a_label_that_is_cut_keeps_its_whole_name() -> None:
    words = "Een heel lange zin die nooit op drie korte regels past omdat er steeds meer bij komt te staan, en meer"
    node = ecomap_of(dossier(problems=(problem(1, 0, words),)), CATALOGUE).problems[0]
    assert node.name == words
    assert node.label.lines[-1].endswith("…")


def test_that_an_empty_household_is_a_circle() -> None:
    shown = ecomap_of(dossier(), CATALOGUE)
    assert shown.household_lines == ("Huishouden 12",)
    assert (shown.headings, shown.problems, shown.agencies, shown.links) == ((), (), (), ())


def test_that_agencies_without_any_problem_on_the_map_surround_the_household() -> None:
    found = dossier(agencies=tuple(agency(at) for at in range(1, 9)))
    shown = ecomap_of(found, CATALOGUE)
    assert {link.target for link in shown.links} == {HOUSEHOLD}
    lost = replace(found, agencies=(agency(1, (99,)),))
    assert [link.target for link in ecomap_of(lost, CATALOGUE).links] == [HOUSEHOLD]
