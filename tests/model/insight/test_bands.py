import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.payments import Payment
from doorbraak.model.insight import bands
from doorbraak.model.insight.bands import DRAWS, Band, band_around, band_of, drawn, saving_with
from doorbraak.model.insight.savings import Saving, saving_of
from doorbraak.model.insight.uncertainty import uncertainties_of
from doorbraak.model.money import MOST_CENTS
from tests.model.insight.records import dossier, event, intervention, line, made

LISTS = load()
ALL, HALF = Chances(100, 100, 0), Chances(100, 100, 50)
RANGED = next(p for p in LISTS.prices.values() if p.use == "line" and p.low_cents and p.high_cents)
THREAT = event(40, 5, threatening_low=20, threatening_high=70, plan_low=0, plan_high=15)


def of(*costs: CostLine) -> Saving:
    return saving_of(dossier(*costs, events=(THREAT,)), LISTS)


def mixed() -> tuple[CostLine, ...]:
    return (
        line(12_345_67, id_=1, words="Een", chances=HALF),
        line(RANGED.price_cents, id_=2, price=RANGED.id, quantity_e4=730_000, chances=ALL),
        line(45_000_00, id_=3, words="Opvang", event=1, once=True, chances=Chances(0, 40, 5)),
        line(9_000_00, id_=4, words="Hulp", chances=Chances(100, 100, 20), chance_low=10, chance_high=60,
             quantity_low_e4=5_000, quantity_high_e4=20_000, attribution=60, attribution_low=40, attribution_high=80),
    )  # fmt: skip


def test_that_the_same_numbers_come_out_in_every_process_and_year() -> None:
    """Written down once: where this changes, every band that was ever shown does."""
    listed = line(309_00, id_=2, price="huisarts-consult", quantity_e4=730_000, chances=ALL, price_low_cents=300_00,
                  price_high_cents=400_00)  # fmt: skip
    first, _, *others = mixed()
    assert of(first, listed, *others).band == Band(4_181_831, 4_879_983, 6_056_280, assumed=True)


def test_that_drawing_anew_gives_the_same() -> None:
    first = of(*mixed()).band
    bands.forget()
    assert of(*mixed()).band == first


@given(st.permutations(mixed()))
def test_that_the_order_of_the_lines_does_not_matter(costs: list[CostLine]) -> None:
    assert of(*costs).band == of(*mixed()).band


def test_that_equal_lines_with_other_ranges_do_not_depend_on_their_order() -> None:
    costs = [line(999_999_99, chances=ALL, price_low_cents=low, price_high_cents=MOST_CENTS) for low in range(20)]
    found = set()
    for seed in range(5):
        random.Random(seed).shuffle(costs)
        found.add(bytes(drawn(of(*costs).public_lines, LISTS)))
    assert len(found) == 1


def test_that_the_draws_of_two_households_may_be_added() -> None:
    one, other = of(*mixed()[:2]), of(*mixed()[2:])
    both = band_around(
        drawn(one.public_lines, LISTS) + drawn(other.public_lines, LISTS),
        one.public.saving + other.public.saving,
        assumed=True,
    )
    together = band_of((*one.public_lines, *other.public_lines), LISTS)
    assert abs(both.low - together.low) <= 1
    assert abs(both.high - together.high) <= 1
    assert both.middle == together.middle
    apart = one.band.high + other.band.high
    assert both.high < apart  # never all-high plus all-high


@given(st.integers(0, 10**9), st.integers(0, 100), st.integers(0, 100), st.integers(0, 100))
def test_that_the_band_contains_the_middle(cents: int, plan: int, low: int, high: int) -> None:
    low, high = min(low, plan), max(high, plan)
    band = of(line(cents, chances=Chances(100, 100, plan), chance_low=low, chance_high=high)).band
    assert band.low <= band.middle <= band.high


@pytest.mark.parametrize("cents", [10**9, MOST_CENTS])
def test_that_large_amounts_neither_overflow_nor_lose_their_middle(cents: int) -> None:
    saving = of(*(line(cents, id_=at, words=str(at), chances=ALL) for at in range(60)))
    assert saving.band.middle == saving.public.saving == 60 * cents
    assert 50 * cents < saving.band.low < saving.band.middle < saving.band.high < 70 * cents


def test_that_a_band_of_one_price_lies_within_its_range() -> None:
    """5% of a symmetric triangle from -25% to 25% lies below -17.1%, and 5% above 17.1%; a thousand draws come near."""
    band = of(line(1_000_000, chances=ALL)).band
    assert 750_000 < band.low < band.high < 1_250_000
    assert (band.low, band.high) == (pytest.approx(829_057, abs=15_000), pytest.approx(1_170_943, abs=15_000))


@given(st.integers(-100, 0), st.integers(0, 300))
def test_that_as_many_draws_lie_below_the_middle_as_above_it(low: int, high: int) -> None:
    """Also of a range to one side: a band that had to be stretched to its middle would tell of another saving."""
    one = line(1_000_000, chances=ALL, price_low_cents=10_000 * (100 + low), price_high_cents=10_000 * (100 + high))
    draws = drawn(of(one).public_lines, LISTS)
    off = np.abs(draws - 1_000_000) > 1e-3
    assert np.count_nonzero(off & (draws < 1_000_000)) <= DRAWS * 0.55
    assert np.count_nonzero(off & (draws > 1_000_000)) <= DRAWS * 0.55


def test_that_a_wider_range_gives_a_wider_band() -> None:
    def width(high: int) -> int:
        band = of(line(1_000_000, chances=ALL, price_low_cents=900_000, price_high_cents=high)).band
        return band.high - band.low

    assert width(1_100_000) < width(1_500_000) < width(3_000_000)


def test_that_a_line_that_saves_nothing_is_not_drawn_and_assumes_nothing() -> None:
    same = line(1_000_000, chances=Chances(100, 100, 100))
    assert of(same).band == Band(0, 0, 0, assumed=False)
    known = line(RANGED.price_cents, price=RANGED.id, chances=ALL)
    assert not of(same, known).band.assumed


def test_that_a_chance_that_may_be_higher_counts_also_when_the_middle_saves_nothing() -> None:
    band = of(line(1_000_000, chances=Chances(100, 100, 100), chance_low=20, chance_high=100)).band
    assert band.low == band.middle == 0 < band.high


@pytest.mark.parametrize("row", range(4))
def test_that_one_uncertainty_at_its_middle_is_the_saving_itself(row: int) -> None:
    one = of(*mixed()).lines[row]
    for part in uncertainties_of(one, LISTS):
        assert saving_with(one, LISTS, part.name, part.middle) == pytest.approx(one.amounts.saving, abs=1)
    assert saving_with(one, LISTS, "of nothing", 7.0) == one.amounts.saving


def test_that_a_saving_at_an_end_of_its_band_can_only_be_otherwise_to_one_side() -> None:
    def side(low: int, high: int) -> tuple[str, bool]:
        band = of(line(1_000_000, chances=ALL, price_low_cents=low, price_high_cents=high)).band
        return band.side, band.one_sided

    assert side(1_000_000, 1_500_000) == ("higher", True)
    assert side(500_000, 1_000_000) == ("lower", True)
    assert side(990_000, 1_500_000) == ("higher", False)
    assert side(800_000, 1_500_000) == side(1_000_000, 1_000_000) == ("", False)


def test_that_own_costs_that_were_paid_are_their_own_band() -> None:
    one = line(200_000, once=True, intervention=1, chances=Chances(0, 0, 100))
    home = dossier(one, interventions=(intervention(),), payments=(made(Payment, id=1, cents=200_000),))
    assert saving_of(home, LISTS).band == Band(-200_000, -200_000, -200_000, assumed=False)
    assert saving_of(dossier(one, interventions=(intervention(),)), LISTS).band.assumed
