from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.insight.longer_view import band_ahead, longer_view_of
from doorbraak.model.insight.savings import Amounts, saving_of
from tests.model.insight.records import dossier, event, line
from tests.model.insight.test_savings import lines

LISTS = load()


@given(st.lists(lines(), max_size=6), st.sampled_from([36, 60]))
def test_that_without_a_rate_the_years_add_up_to_the_saving(costs: list[CostLine], months: int) -> None:
    saving = saving_of(dossier(*costs, events=(event(40, 5),)), LISTS, months)
    found = longer_view_of(saving, 0)
    assert [one.year for one in found] == list(range(1, months // 12 + 1))
    assert sum((one.amounts for one in found), Amounts()) == saving.public
    assert all((one.direct, one.prevented) == (one.amounts.direct, one.amounts.prevented) for one in found)


@pytest.mark.parametrize(("rate_e4", "cents"), [(225, (100_000, 97_800, 95_647)), (1000, (100_000, 90_909, 82_645))])
def test_that_each_later_year_weighs_less(rate_e4: int, cents: tuple[int, ...]) -> None:
    """€ 1,000 a year: / 1.0225 is 977.995..., / 1.0225 again is 956.474...; at 10% 909.09... and 826.44..."""
    saving = saving_of(dossier(line(100_000, chances=Chances(100, 100, 0))), LISTS, 36)
    assert tuple(one.direct for one in longer_view_of(saving, rate_e4)) == cents


def test_that_year_one_counts_in_full_and_amounts_stay_in_constant_prices() -> None:
    saving = saving_of(dossier(line(100_000, chances=Chances(100, 100, 0))), LISTS, 60)
    found = longer_view_of(saving, 500)
    assert found[0].direct == 100_000
    assert {one.amounts.current for one in found} == {100_000}
    assert found[4].direct == round(100_000 / Fraction(105, 100) ** 4)


@pytest.mark.parametrize("years", [1, 3, 5])
def test_that_the_band_of_the_years_holds_their_discounted_sum(years: int) -> None:
    saving = saving_of(dossier(line(100_000, chances=Chances(100, 100, 0))), LISTS, 60)
    ahead = longer_view_of(saving, 225)[:years]
    band = band_ahead(saving, ahead, 225)
    assert band.middle == sum(one.direct for one in ahead)
    assert band.low < band.middle < band.high
    assert band.assumed


def test_that_one_price_is_one_uncertainty_in_all_years() -> None:
    """Were each year drawn apart, five years would be less uncertain than five times one."""
    saving = saving_of(dossier(line(100_000, chances=Chances(100, 100, 0))), LISTS, 60)
    ahead = longer_view_of(saving, 0)
    one, five = band_ahead(saving, ahead[:1], 0), band_ahead(saving, ahead, 0)
    assert abs(five.low - 5 * one.low) <= 5
    assert abs(five.high - 5 * one.high) <= 5
    assert (one.low, one.high) == (
        saving_of(saving_dossier(), LISTS).band.low,
        saving_of(saving_dossier(), LISTS).band.high,
    )


def saving_dossier():  # type: ignore[no-untyped-def]
    return dossier(line(100_000, chances=Chances(100, 100, 0)))
