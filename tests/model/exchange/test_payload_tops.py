"""The two largest of a margin, against the amounts below it."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from doorbraak.model.exchange import payload, refusals
from doorbraak.model.exchange.contributions import Home
from doorbraak.model.exchange.memberships import Membership
from doorbraak.model.exchange.payload_tops import tops_agree
from doorbraak.model.exchange.refusals import ExchangeRefused
from tests.model.exchange.caseloads import drawn, known_tables, payload_of

TABLES = known_tables()
RANDOM = Random(3)


def costs(*amounts: int) -> Home:
    cells = tuple(
        Membership("cost_after", f"wmo2015|{payer}", amount)
        for payer, amount in zip(("gemeente", "rijk"), amounts, strict=False)
    )
    return Home(RANDOM.randbytes(32), (*cells, Membership("households_team", "noord")))


HOMES = [costs(20_000, 5_000), costs(8_000), costs(2_000, 1_000), *(costs(1_000) for _ in range(5))]


def with_top(*top: int) -> bytes:
    made = payload_of(HOMES, TABLES)
    cells = tuple(
        structs.replace(one, top=top) if (one.table, one.cell) == ("cost_after", "wmo2015|") else one
        for one in made.cells
    )
    return payload.encode(structs.replace(made, cells=cells))


@pytest.mark.parametrize("top", [(25_000, 8_000), (20_000, 8_000), (22_000, 11_000)])
def test_that_what_may_be_is_taken(top: tuple[int, int]) -> None:
    """Which household has what in both cells, nobody can tell from outside."""
    assert payload.decode(with_top(*top), TABLES)


@pytest.mark.parametrize(
    "top", [(19_000, 8_000), (5_000, 5_000), (20_000, 0), (26_000, 8_000), (25_000, 12_000), (10**7, 8_000)]
)
def test_that_no_top_is_lower_or_higher_than_can_be(top: tuple[int, int]) -> None:
    """No lower than an amount below it, no higher than what one household, or two, can have there."""
    with pytest.raises(ExchangeRefused) as error:
        payload.decode(with_top(*top), TABLES)
    assert error.value.sentence == refusals.DAMAGED


def test_that_somebody_has_the_mean_also_where_amounts_can_be_negative() -> None:
    made = payload_of([costs(-9_000, -9_000) for _ in range(6)], TABLES)
    assert tops_agree(made.cells, TABLES)
    for one in made.cells:
        if one.top == (18_000, 18_000):
            low = structs.replace(one, top=(17_000, 17_000))
            assert not tops_agree([low if other is one else other for other in made.cells], TABLES)


@given(st.integers(0, 2**32).map(Random), st.integers(1, 8))
@settings(max_examples=40, deadline=None)
def test_that_what_a_program_makes_always_agrees(random: Random, number: int) -> None:
    made = payload_of([drawn(random, TABLES, most=4) for _ in range(number)], TABLES)
    assert tops_agree(made.cells, TABLES)
