"""By how much a cell changed, as a laptop says it."""

from collections import defaultdict
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak.model.exchange.contributions import Adding, Home, contributions
from doorbraak.model.exchange.contributions_changed import Before
from doorbraak.model.exchange.contributions_spread import spread
from doorbraak.model.exchange.memberships import Membership
from doorbraak.model.exchange.memberships_amounts import rounded
from doorbraak.model.exchange.rules import FEWEST_CHANGED
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


def most(old: list[Home], new: list[Home]) -> dict[tuple[str, str], int]:
    """Of each cell what changed in the finest cells of it, without sign."""
    then, now = ({home.secret: home.cells for home in homes} for homes in (old, new))
    found: dict[tuple[str, str], int] = defaultdict(int)
    for secret in then | now:
        before, after = ({(one.table, one.cell): one.value or 0 for one in of.get(secret, ())} for of in (then, now))
        parts = (Membership(*key, abs(after.get(key, 0) - before.get(key, 0))) for key in before | after)
        for key, size in spread((one for one in parts if TABLES.tables[one.table].has_amounts), TABLES).items():
            found[key] += size or 0
    return found


def caseload(random: Random, number: int) -> list[Home]:
    return [drawn(random, TABLES, most=2) for _ in range(number)]


@given(st.integers(0, 2**32).map(Random), st.integers(1, 6), st.integers(0, 4))
@settings(max_examples=25, deadline=None)
def test_that_of_five_changes_the_largest_and_of_fewer_only_all_of_them_are_said(
    random: Random, stay: int, go: int
) -> None:
    staying, leaving, new = caseload(random, stay), caseload(random, go), caseload(random, 1)
    again = [Home(old.secret, drawn(random, TABLES, most=2).cells) for old in staying]
    adding = Adding(PERIOD, TABLES, Before.of(EARLIER, contributions([*staying, *leaving], EARLIER, TABLES)))
    for one in (*again, *new):
        adding.add(one)
    for one in leaving:
        adding.absent(one.secret)
    truth = sizes([*staying, *leaving], [*again, *new])
    parts = most([*staying, *leaving], [*again, *new])
    for one in adding.made():
        each, step = truth.get((one.table, one.cell), []), TABLES.tables[one.table].top_step
        few = [parts[one.table, one.cell]] if each else []
        said = [*each[:2], min(each[0], sum(each[2:]))] if len(each) >= FEWEST_CHANGED else few
        assert one.moved == tuple(rounded(size, step) for size in said)


@given(st.integers(0, 2**32).map(Random), st.integers(0, 6), st.integers(1, 7))
@settings(max_examples=25, deadline=None)
def test_that_of_erased_households_no_less_is_said_than_they_had(random: Random, stay: int, go: int) -> None:
    """Their secrets are gone, and with them what they had on margins."""
    staying, leaving = caseload(random, stay), caseload(random, go)
    before = Before.of(EARLIER, contributions([*staying, *leaving], EARLIER, TABLES))
    truth, parts = sizes([*staying, *leaving], staying), most([*staying, *leaving], staying)
    for one in contributions(staying, PERIOD, TABLES, before):
        each, step = truth.get((one.table, one.cell), []), TABLES.tables[one.table].top_step
        if len(each) < FEWEST_CHANGED:
            assert one.moved == ((rounded(parts[one.table, one.cell], step),) if each else ())
            continue
        for said, size in zip(one.moved[:2], each[:2], strict=True):
            assert said >= rounded(size, step)
        if TABLES.tables[one.table].bears_value(one.cell):
            assert one.moved[:2] == tuple(rounded(size, step) for size in each[:2])


def test_that_counted_cells_say_nothing_of_amounts() -> None:
    made = contributions(caseload(Random(1), 6), PERIOD, TABLES)
    assert all(bool(one.moved) == TABLES.tables[one.table].has_amounts for one in made)
