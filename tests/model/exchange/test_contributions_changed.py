"""By how much a cell changed, as a laptop says it."""

from collections import defaultdict
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak.model.exchange.contributions import Adding, Home, contributions
from doorbraak.model.exchange.contributions_changed import Before
from doorbraak.model.exchange.contributions_spread import spread
from doorbraak.model.exchange.memberships_amounts import rounded
from tests.model.exchange.caseloads import PERIOD, drawn, known_tables

TABLES = known_tables()
EARLIER = "2026Q2"
Sizes = dict[tuple[str, str], list[int]]


def sizes(old: list[Home], new: list[Home]) -> Sizes:
    """By who knows every household: of each cell with amounts the changes, the largest first."""
    nothing = object()
    then, now = ({home.secret: spread(home.cells, TABLES) for home in homes} for homes in (old, new))
    found: Sizes = defaultdict(list)
    for secret in then | now:
        before, after = then.get(secret, {}), now.get(secret, {})
        for key in before | after:
            if TABLES.tables[key[0]].has_amounts and before.get(key, nothing) != after.get(key, nothing):
                found[key].append(abs((after.get(key) or 0) - (before.get(key) or 0)))
    return {key: sorted(each, reverse=True) for key, each in found.items()}


def caseload(random: Random, number: int) -> list[Home]:
    return [drawn(random, TABLES, most=2) for _ in range(number)]


@given(st.integers(0, 2**32).map(Random), st.integers(1, 6), st.integers(0, 4))
@settings(max_examples=25, deadline=None)
def test_that_the_two_largest_changes_and_the_rest_are_said_in_thousands(random: Random, stay: int, go: int) -> None:
    staying, leaving, new = caseload(random, stay), caseload(random, go), caseload(random, 1)
    again = [Home(old.secret, drawn(random, TABLES, most=2).cells) for old in staying]
    adding = Adding(PERIOD, TABLES, Before.of(EARLIER, contributions([*staying, *leaving], EARLIER, TABLES)))
    for one in (*again, *new):
        adding.add(one)
    for one in leaving:
        adding.absent(one.secret)
    truth = sizes([*staying, *leaving], [*again, *new])
    for one in adding.made():
        each, step = truth.get((one.table, one.cell), []), TABLES.tables[one.table].top_step
        said = [*each[:2], *([min(each[0], sum(each[2:]))] if len(each) >= 5 else [])]
        assert one.moved == tuple(rounded(size, step) for size in said)


@given(st.integers(0, 2**32).map(Random), st.integers(0, 6), st.integers(1, 4))
@settings(max_examples=25, deadline=None)
def test_that_of_erased_households_no_less_is_said_than_they_had(random: Random, stay: int, go: int) -> None:
    """Their secrets are gone, and with them what they had on margins."""
    staying, leaving = caseload(random, stay), caseload(random, go)
    before = Before.of(EARLIER, contributions([*staying, *leaving], EARLIER, TABLES))
    truth = sizes([*staying, *leaving], staying)
    for one in contributions(staying, PERIOD, TABLES, before):
        each, step = truth.get((one.table, one.cell), []), TABLES.tables[one.table].top_step
        assert len(one.moved[:2]) == len(each[:2])
        for said, size in zip(one.moved[:2], each[:2], strict=True):
            assert said >= rounded(size, step)
        if TABLES.tables[one.table].bears_value(one.cell) or go == 1:
            assert one.moved[:2] == tuple(rounded(size, step) for size in each[:2])


def test_that_counted_cells_say_nothing_of_amounts() -> None:
    made = contributions(caseload(Random(1), 6), PERIOD, TABLES)
    assert all(bool(one.moved) == TABLES.tables[one.table].has_amounts for one in made)
