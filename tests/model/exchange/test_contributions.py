"""What a laptop adds to each cell, in one way only."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak.model.exchange.contributions import CellContributions, Entry, Home, contributions
from doorbraak.model.exchange.contributions_changed import Before
from doorbraak.model.exchange.contributions_spread import spread
from doorbraak.model.exchange.memberships import Membership
from doorbraak.model.exchange.table_catalogue import is_finest
from doorbraak.model.exchange.tokens import token
from tests.model.exchange.caseloads import PERIOD, drawn, known_tables

TABLES = known_tables()
A, B, C = (bytes([number]) * 32 for number in (1, 2, 3))
Cells = dict[tuple[str, str], CellContributions]


def of(*homes: Home, before: Before | None = None, period: str = PERIOD) -> Cells:
    return {(one.table, one.cell): one for one in contributions(homes, period, TABLES, before)}


def remembered(cells: Cells, period: str) -> Before:
    return Before.of(period, cells.values())


def euros(secret: bytes, *cells: tuple[str, str, int]) -> Home:
    return Home(secret, tuple(Membership(*cell) for cell in cells))


def test_that_a_cell_holds_one_token_of_each_household_in_it_and_every_margin_too() -> None:
    found = of(Home(A, (Membership("problems_children", "dakloos|met"),)))
    assert set(found) == {("problems_children", cell) for cell in ("dakloos|met", "dakloos|", "|met", "|")}
    for (table, cell), one in found.items():
        assert one.entries == (Entry(token(A, PERIOD, table, cell), None),)
        assert one.top == ()


def test_that_amounts_stand_beside_tokens_in_finest_cells_alone_and_the_two_largest_on_margins() -> None:
    found = of(
        euros(A, ("cost_after", "wmo2015|gemeente", 4_200), ("cost_after", "wmo2015|rijk", 900)),
        euros(B, ("cost_after", "wmo2015|gemeente", -12_600)),
        euros(C, ("cost_after", "wmo2015|gemeente", 300)),
    )
    finest = found["cost_after", "wmo2015|gemeente"]
    assert sorted(entry.value for entry in finest.entries if entry.value is not None) == [-12_600, 300, 4_200]
    assert finest.top == ()
    margin = found["cost_after", "wmo2015|"]
    assert {entry.value for entry in margin.entries} == {None}
    assert margin.top == (13_000, 5_000), "what a household has in all, without its sign, in thousands"
    assert found["cost_after", "|rijk"].top == (1_000,)


def test_that_what_follows_from_other_tables_has_tokens_and_the_two_largest_sums_and_no_amount() -> None:
    found = of(
        euros(
            A,
            ("cost_after", "wmo2015|gemeente", 4_200),
            ("saved_direct_expected", "wmo2015|gemeente", 8_000),
            ("saved_prevented_realised", "zvw|rijk", 2_400),
        )
    )
    before = found["cost_before", "wmo2015|gemeente"]
    assert before.entries == (Entry(token(A, PERIOD, "cost_before", "wmo2015|gemeente"), None),)
    assert before.top == (12_000,)
    assert found["cost_before", "|"].top == (15_000,)


@given(st.integers(0, 2**32).map(Random), st.integers(1, 6))
@settings(max_examples=40, deadline=None)
def test_that_the_order_of_households_and_of_their_cells_does_not_matter(random: Random, number: int) -> None:
    homes = [drawn(random, TABLES, most=3) for _ in range(number)]
    turned = [Home(home.secret, tuple(random.sample(home.cells, len(home.cells)))) for home in homes]
    random.shuffle(turned)
    assert contributions(homes, PERIOD, TABLES) == contributions(turned, PERIOD, TABLES)


@given(st.integers(0, 2**32).map(Random), st.integers(1, 6))
@settings(max_examples=40, deadline=None)
def test_that_cells_and_tokens_are_sorted_and_no_amount_stands_where_it_may_not(random: Random, number: int) -> None:
    made = contributions([drawn(random, TABLES, most=3) for _ in range(number)], PERIOD, TABLES)
    keys = [(one.table, one.cell) for one in made]
    assert keys == sorted(set(keys))
    for one in made:
        names = [entry.token for entry in one.entries]
        assert names == sorted(set(names))
        if not is_finest(one.cell):
            assert all(entry.value is None for entry in one.entries)


@given(st.integers(0, 2**32).map(Random), st.integers(1, 5), st.integers(0, 5))
@settings(max_examples=30, deadline=None)
def test_that_changed_is_who_entered_who_left_and_whose_amount_is_another(random: Random, stay: int, go: int) -> None:
    """Against a count that knows every household."""
    staying, leaving = ([drawn(random, TABLES, most=2) for _ in range(number)] for number in (stay, go))
    after = [drawn(random, TABLES, most=2) for _ in staying]
    again = [Home(old.secret, new.cells) for old, new in zip(staying, after, strict=True)]
    entering = [drawn(random, TABLES, most=2)]
    first = of(*staying, *leaving, period="2026Q2")
    second = of(*again, *entering, before=remembered(first, "2026Q2"))

    old = {home.secret: spread(home.cells, TABLES) for home in (*staying, *leaving)}
    new = {home.secret: spread(home.cells, TABLES) for home in (*again, *entering)}
    for key in {key for cells in (*old.values(), *new.values()) for key in cells}:
        nothing = object()
        moved = sum(
            old.get(secret, {}).get(key, nothing) != new.get(secret, {}).get(key, nothing) for secret in old | new
        )
        assert second[key].changed == moved if key in second else not moved


def test_that_in_the_first_export_everybody_entered() -> None:
    found = of(*(drawn(Random(seed), TABLES) for seed in range(4)))
    assert all(one.changed == len(one.entries) for one in found.values())


def test_that_nothing_changed_between_two_equal_exports() -> None:
    homes = [drawn(Random(seed), TABLES) for seed in range(4)]
    found = of(*homes, before=remembered(of(*homes, period="2026Q2"), "2026Q2"))
    assert {one.changed for one in found.values()} == {0}


def test_that_a_household_that_was_erased_with_its_secret_left() -> None:
    homes = [drawn(Random(seed), TABLES) for seed in range(3)]
    found = of(*homes[1:], before=remembered(of(*homes, period="2026Q2"), "2026Q2"))
    assert found["households_team", ""].changed == 1
    gone = spread(homes[0].cells, TABLES)
    assert all(found[key].changed == 1 for key in gone), "also cells in which nobody is left"


@pytest.mark.parametrize("value", [4_200, 4_300])
def test_that_an_amount_that_changed_changes_its_margins_and_what_follows_from_it(value: int) -> None:
    first = of(euros(A, ("cost_after", "wmo2015|gemeente", 4_200)), period="2026Q2")
    found = of(euros(A, ("cost_after", "wmo2015|gemeente", value)), before=remembered(first, "2026Q2"))
    changed = int(value != 4_200)
    assert {found[key].changed for key in found} == {changed}
    assert ("cost_before", "|") in found
