import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.insight.savings import LineSum, saving_of
from doorbraak.model.insight.uncertainty import Uncertainty, price_of, uncertainties_of
from tests.model.insight.records import dossier, event, line

LISTS = load()
RANGED = next(p for p in LISTS.prices.values() if p.use == "line" and p.low_cents and p.high_cents)
BARE = next(p for p in LISTS.prices.values() if p.use == "line" and p.low_cents is None)


def row_of(one: CostLine, **of_event: int) -> LineSum:
    return saving_of(dossier(one, events=(event(40, 5, **of_event),)), LISTS).lines[0]


def test_that_the_range_of_the_line_goes_before_that_of_the_list() -> None:
    given = line(RANGED.price_cents, price=RANGED.id, price_low_cents=1, price_high_cents=2 * RANGED.price_cents)
    assert price_of(row_of(given), LISTS).high == 2
    listed = price_of(row_of(line(RANGED.price_cents, price=RANGED.id)), LISTS)
    assert listed.low == RANGED.low_cents / RANGED.price_cents  # type: ignore[operator]
    assert not listed.assumed


@pytest.mark.parametrize("price", [BARE.id, ""])
def test_that_a_quarter_up_and_down_is_assumed_where_nobody_gave_a_range(price: str) -> None:
    found = price_of(row_of(line(10_000, price=price)), LISTS)
    assert (found.low, found.middle, found.high, found.assumed) == (0.75, 1.0, 1.25, True)


def test_that_only_the_price_is_uncertain_of_a_bare_line() -> None:
    assert [one.what for one in uncertainties_of(row_of(line(10_000)), LISTS)] == ["price"]


def test_that_each_given_range_is_an_uncertainty() -> None:
    one = line(
        10_000, quantity_e4=40_000, quantity_low_e4=20_000, quantity_high_e4=80_000, chance_low=50, chance_high=100,
        attribution=60, attribution_low=50, attribution_high=70,
    )  # fmt: skip
    found = {part.what: (part.low, part.middle, part.high) for part in uncertainties_of(row_of(one), LISTS)[1:]}
    assert found == {"quantity": (0.5, 1.0, 2.0), "chance_plan": (50, 100, 100), "attribution": (50, 60, 70)}


def test_that_the_chances_of_an_event_are_one_uncertainty_for_all_its_lines() -> None:
    ranges = {"threatening_low": 30, "threatening_high": 50, "plan_low": 0, "plan_high": 10}
    one, other = (row_of(line(cents, event=1, words=str(cents)), **ranges) for cents in (1_000, 2_000))

    def chances(row: LineSum) -> list[Uncertainty]:
        return [part for part in uncertainties_of(row, LISTS) if part.what.startswith("chance")]

    assert chances(one) == chances(other)
    assert [part.what for part in chances(one)] == ["chance_threatening", "chance_plan"]


def test_that_one_price_has_one_name_and_own_prices_go_by_their_words() -> None:
    listed = {price_of(row_of(line(cents, price=BARE.id, words=str(cents))), LISTS).name for cents in (1, 2)}
    own = {price_of(row_of(line(1, words=words)), LISTS).name for words in "ab"}
    assert (len(listed), len(own)) == (1, 2)


def test_that_a_price_of_nothing_divides_nothing() -> None:
    assert price_of(row_of(line(0, price_low_cents=0, price_high_cents=100)), LISTS).assumed
