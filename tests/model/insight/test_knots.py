from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.dossier.problems import Problem
from doorbraak.model.insight import knots
from doorbraak.model.insight.knots import Key, Knots, knots_of
from tests.model.insight.records import START, problem

Waits = dict[int, set[int]]


@st.composite
def small(draw: st.DrawFn, most: int = 6) -> tuple[Problem, ...]:
    """Up to six problems in any order of ids; waits for themselves, for strangers and for solved ones too."""
    ids = draw(st.lists(st.integers(1, 9), max_size=most, unique=True))
    waits = st.lists(st.sampled_from([*ids, 99]), max_size=len(ids)) if ids else st.just([])
    solved = st.sampled_from([None, None, None, START])
    return tuple(problem(id_, "", *draw(waits), solved_on=draw(solved)) for id_ in ids)


def plain(problems: Sequence[Problem]) -> Waits:
    """Who waits for whom, of what is open."""
    ids = {one.id for one in problems if one.solved_on is None}
    return {one.id: set(one.waits_for) & ids - {one.id} for one in problems if one.id in ids}


def is_circuit(path: Sequence[int], waits: Waits) -> bool:
    return all(other in waits[one] for one, other in pairwise([*path, path[0]]))


def every_circuit(waits: Waits) -> Iterator[tuple[int, ...]]:
    """Each order of each choice of problems, tried one by one; the first in order comes first."""
    order = list(waits)
    for length in range(2, len(order) + 1):
        for path in permutations(order, length):
            if path[0] == min(path, key=order.index) and is_circuit(path, waits):
                yield path


def freed_by(solved: int, waits: Waits) -> set[int]:
    """All that waits for it, by adding who waits for one of them until nobody is added."""
    found: set[int] = set()
    while True:
        more = {one for one, others in waits.items() if others & (found | {solved})} - {solved}
        if more <= found:
            return found
        found |= more


def merged(waits: Waits) -> dict[frozenset[int], set[frozenset[int]]]:
    """The same with each knot as one."""
    knot = {one: frozenset({one, *(o for o in freed_by(one, waits) if one in freed_by(o, waits))}) for one in waits}
    return {
        members: {knot[other] for one in members for other in waits[one]} - {members} for members in set(knot.values())
    }


def longest(waits: dict[frozenset[int], set[frozenset[int]]], start: frozenset[int]) -> int:
    return 1 + max((longest(waits, other) for other in waits[start]), default=0)


@given(small())
def test_that_the_circuits_are_those_of_a_plain_search(problems: tuple[Problem, ...]) -> None:
    waits = plain(problems)
    found = knots_of(problems)
    assert not found.bounded
    assert len(set(found.circuits)) == len(found.circuits)
    assert set(found.circuits) == set(every_circuit(waits))
    assert [len(path) for path in found.circuits] == sorted(len(path) for path in found.circuits)


@given(small(), st.integers(1, 12), st.integers(1, 60))
def test_that_bounds_leave_real_circuits_and_say_that_something_is_missing(
    problems: tuple[Problem, ...], most: int, work: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(knots, "MOST_CIRCUITS", most)
        patch.setattr(knots, "MOST_WORK", work)
        found = knots_of(problems)
    waits = plain(problems)
    assert len(found.circuits) <= most
    assert len(set(found.circuits)) == len(found.circuits)
    assert all(is_circuit(path, waits) and path[0] == min(path, key=list(waits).index) for path in found.circuits)
    assert found.bounded or set(found.circuits) == set(every_circuit(waits))


@given(st.lists(st.sets(st.integers(1, 5), min_size=3), min_size=5, max_size=5), st.integers(1, 12))
def test_that_a_limit_on_their_number_keeps_the_shortest(waits: list[set[int]], most: int) -> None:
    problems = tuple(problem(at, "", *others) for at, others in enumerate(waits, 1))
    lengths = sorted(len(path) for path in every_circuit(plain(problems)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(knots, "MOST_CIRCUITS", most)
        found = knots_of(problems)
    assert found.bounded == (len(lengths) > most)
    assert [len(path) for path in found.circuits] == lengths[:most]


@given(small())
def test_that_the_key_problem_frees_most_and_says_whom(problems: tuple[Problem, ...]) -> None:
    waits = plain(problems)
    freed = {one: freed_by(one, waits) for one in waits}
    most = max((len(others) for others in freed.values()), default=0)
    key = knots_of(problems).key
    if not most:
        assert key is None
        return
    assert key is not None
    assert key.problem == next(one for one in waits if len(freed[one]) == most)
    assert list(key.frees) == [one for one in waits if one in freed[key.problem]]


@given(small())
def test_that_the_longest_chain_is_as_long_as_any_with_a_knot_as_one(problems: tuple[Problem, ...]) -> None:
    waits = plain(problems)
    chain = knots_of(problems).longest_chain
    parts = merged(waits)
    most = max((longest(parts, part) for part in parts), default=0)
    assert len(chain) == (most if most > 1 else 0)
    of = {one: part for part in parts for one in part}
    assert all(of[other] in parts[of[one]] for one, other in pairwise(chain))
    assert all(one == next(member for member in waits if member in of[one]) for one in chain)


@given(small(), st.randoms())
def test_that_the_order_of_the_links_does_not_matter(problems: tuple[Problem, ...], random: object) -> None:
    mixed = []
    for one in problems:
        waits = list(one.waits_for)
        random.shuffle(waits)  # type: ignore[attr-defined]
        mixed.append(replace(one, waits_for=tuple(waits)))
    assert knots_of(mixed) == knots_of(problems)


def test_that_a_knot_is_named_with_all_that_it_holds_up() -> None:
    """Psychiatry (2) waits for the debts, debt help (1) for psychiatry; the house (3) waits for debt help."""
    found = knots_of((problem(1, "", 2), problem(2, "", 1), problem(3, "", 1)))
    assert found == Knots(((1, 2),), False, Key(1, (2, 3)), (3, 1))


def test_that_a_solved_problem_holds_nobody_up() -> None:
    waiting = (problem(1, "", 2), problem(2, "", 1), problem(3, "", 2))
    solved = (waiting[0], replace(waiting[1], solved_on=START), waiting[2])
    assert knots_of(waiting).circuits == ((1, 2),)
    assert knots_of(solved) == Knots((), False, None, ())


def test_that_a_household_without_waits_has_none_of_it() -> None:
    assert knots_of(()) == knots_of((problem(1), problem(2))) == Knots((), False, None, ())


def test_that_everybody_waiting_for_everybody_is_bounded_and_the_shortest_come_first() -> None:
    """60 problems have more circuits than there are atoms; the work that it takes is counted, not timed."""
    everybody = tuple(problem(at, "", *range(1, 61)) for at in range(1, 61))
    found = knots_of(everybody)
    assert found.bounded
    assert len(found.circuits) == knots.MOST_CIRCUITS
    assert {len(path) for path in found.circuits} == {2}
    assert found.key == Key(1, tuple(range(2, 61)))
    assert found.longest_chain == ()


def test_that_a_long_way_round_does_not_exhaust_the_stack() -> None:
    ring = tuple(problem(at, "", at % 300 + 1) for at in range(1, 301))
    assert knots_of(ring).circuits == (tuple(range(1, 301)),)
    assert len(knots_of(ring[:-1]).longest_chain) == 299
