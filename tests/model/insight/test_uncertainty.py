import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.confirmations import Confirmation
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.payments import Payment
from doorbraak.model.insight.savings import LineSum, saving_of
from doorbraak.model.insight.uncertainty import Uncertainty, price_of, uncertainties_of
from tests.model.insight.records import dossier, event, intervention, line, made

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


def paid(*cents: int, **given: object) -> LineSum:
    one = line(200_000, once=True, intervention=1, **given)  # type: ignore[arg-type]
    payments = tuple(made(Payment, id=at, cents=each) for at, each in enumerate(cents, 1))
    return saving_of(dossier(one, interventions=(intervention(),), payments=payments), LISTS).lines[0]


def test_that_what_was_paid_to_the_cent_has_no_range_and_nothing_assumed() -> None:
    """€ 2,000 that went out on a day is no € 1,677 to € 2,358."""
    for row, exact in (
        (paid(200_000), True),
        (paid(150_000, 50_000), True),
        (paid(), False),
        (paid(150_000), False),  # the rest still has to come
        (paid(250_000), False),  # the line does not say what it cost
        (paid(400_000, quantity_e4=20_000), True),
        (paid(200_000, quantity_e4=20_000), False),
    ):
        found = price_of(row, LISTS)
        assert (found.low == found.high == 1, found.assumed) == (exact, not exact)


def test_that_a_range_that_somebody_gave_stays_also_when_it_was_paid() -> None:
    found = price_of(paid(200_000, price_low_cents=100_000, price_high_cents=300_000), LISTS)
    assert (found.low, found.high) == (0.5, 1.5)


@pytest.mark.parametrize(
    ("said", "exact"),
    [
        (("confirmed",), True), (("unknown", "confirmed"), True), (("confirmed", "changed"), False),
        (("unknown",), False),
    ],
)  # fmt: skip
def test_that_own_costs_that_were_last_confirmed_have_nothing_assumed(said: tuple[str, ...], exact: bool) -> None:
    of_months = zip(said, ("3", "6", "12"), strict=False)
    came = tuple(made(Confirmation, id=at, state=state, after=after) for at, (state, after) in enumerate(of_months, 1))
    for one, known in (
        (line(200_000, once=True, intervention=1), exact),
        (line(200_000, intervention=1), False),  # every year again: the next one is not known yet
        (line(200_000, once=True), False),  # what would have been spent without the plan stays an estimate
    ):
        home = dossier(one, interventions=(intervention(),), confirmations=came)
        assert price_of(saving_of(home, LISTS).lines[0], LISTS).assumed is not known
