from dataclasses import fields
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.interventions import Status
from doorbraak.model.dossier.payments import Payment
from doorbraak.model.insight.price_level import level_of
from doorbraak.model.insight.savings import Amounts, amounts_of, saving_of
from doorbraak.model.money import MOST_CENTS
from tests.model.insight.records import dossier, event, intervention, line, made

CATALOGUE = load()
PAYERS = ["gemeente", "zorgverzekeraar", "rijk", "huishouden", "schuldeiser", ""]
LAWS = ["jeugdwet", "wmo2015", "zvw", ""]
PERCENT = st.integers(0, 100)
DAYS = st.dates(date(2025, 1, 1), date(2029, 12, 31))
GROUPINGS = ("by_law", "by_payer", "by_beneficiary", "by_effect", "pockets")
CHANCES = st.builds(Chances, PERCENT, PERCENT, PERCENT)


@st.composite
def lines(draw: st.DrawFn, *, chances: st.SearchStrategy[Chances] = CHANCES) -> CostLine:
    starts, ends = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if starts and ends and ends < starts:
        starts, ends = ends, starts
    return line(
        draw(st.integers(0, 10**9)),
        chances=draw(chances),
        quantity_e4=draw(st.integers(0, 10**7)),
        law=draw(st.sampled_from(LAWS)),
        payer=draw(st.sampled_from(PAYERS)),
        once=draw(st.booleans()),
        starts=starts,
        ends=ends,
        attribution=draw(PERCENT),
        transfer=draw(st.booleans()),
        event=draw(st.sampled_from([None, 1])),
        beneficiary=draw(st.sampled_from(["", "zorgverzekeraar", "rijk"])),
        effect=draw(st.sampled_from(["", "cash", "capacity"])),
        price_year=draw(st.none() | st.integers(1990, 2030)),
    )


def added(rows: list[Amounts]) -> Amounts:
    return sum(rows, Amounts())


@given(st.lists(lines(), max_size=12))
def test_that_every_grouping_adds_up_to_the_same_cents(costs: list[CostLine]) -> None:
    saving = saving_of(dossier(*costs, events=(event(40, 5),)), CATALOGUE)
    assert added([row.amounts for row in saving.lines]) == saving.total
    assert added([row.amounts for row in saving.by_law]) == saving.public
    assert added([row.amounts for row in saving.by_payer]) == saving.public
    assert added([row.amounts for row in saving.by_beneficiary]) == saving.public
    assert added([row.amounts for row in saving.by_effect]) == saving.public
    assert added([amounts for _, _, amounts in saving.pockets]) == saving.public
    assert added([year for row in saving.lines for year in row.years]) == saving.total
    assert saving.public + saving.private == saving.total
    for row in saving.by_payer:
        assert added([amounts for payer, _, amounts in saving.pockets if payer == row.id]) == row.amounts
    for row in saving.by_beneficiary:
        assert added([amounts for _, winner, amounts in saving.pockets if winner == row.id]) == row.amounts


@given(st.lists(lines(), max_size=8), st.randoms())
def test_that_the_order_of_the_lines_does_not_matter(costs: list[CostLine], random: object) -> None:
    mixed = list(costs)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = (saving_of(dossier(*some, events=(event(40, 5),)), CATALOGUE) for some in (costs, mixed))
    for name in ("total", "public", "private", "public_without_transfers", "own_cost", "band", *GROUPINGS):
        assert getattr(one, name) == getattr(other, name), name


@given(st.lists(lines(chances=st.builds(lambda chance: Chances(chance, chance, chance), PERCENT)), max_size=8))
def test_that_a_plan_that_changes_nothing_saves_nothing(costs: list[CostLine]) -> None:
    saving = saving_of(dossier(*costs, events=(event(40, 40),)), CATALOGUE)
    assert (saving.total.direct, saving.total.prevented, saving.public.saving) == (0, 0, 0)
    assert (saving.band.low, saving.band.middle, saving.band.high) == (0, 0, 0)


@given(st.lists(lines().filter(lambda one: one.event is None), max_size=8))
def test_that_without_events_what_threatens_equals_what_is_current(costs: list[CostLine]) -> None:
    saving = saving_of(dossier(*costs), CATALOGUE)
    assert saving.total.threatening == saving.total.current
    assert saving.total.prevented == 0


@given(st.integers(0, 10**8), DAYS)
def test_that_broken_months_before_and_after_a_day_add_up_to_the_year(cents: int, day: date) -> None:
    """A line up to a day and one from the next day cost together what the whole year costs, a cent apart."""
    before = saving_of(dossier(line(cents, ends=day)), CATALOGUE).total.current
    after = saving_of(dossier(line(cents, starts=date.fromordinal(day.toordinal() + 1))), CATALOGUE).total.current
    assert abs(before + after - cents) <= 1


@pytest.mark.parametrize(
    ("starts", "ends", "months_e2"),
    [
        (None, None, 1200),
        (date(2026, 7, 1), None, 600),  # July up to and including December
        (None, date(2026, 1, 31), 100),  # the end day counts
        (date(2026, 6, 16), date(2026, 6, 30), 50),  # 15 of the 30 days of June
        (date(2027, 1, 1), None, 0),  # after the year
    ],
)
def test_that_a_part_of_a_year_counts_by_months_and_days(
    starts: date | None, ends: date | None, months_e2: int
) -> None:
    saving = saving_of(dossier(line(120_000, starts=starts, ends=ends)), CATALOGUE)
    assert saving.total.current == 120_000 * months_e2 // 1200


@given(st.lists(lines(), min_size=1, max_size=8))
def test_that_the_band_contains_the_middle_and_repeats(costs: list[CostLine]) -> None:
    one, again = (saving_of(dossier(*costs, events=(event(40, 5),)), CATALOGUE).band for _ in range(2))
    assert one == again
    assert one.low <= one.middle <= one.high


def test_that_one_price_in_three_lines_is_one_uncertainty() -> None:
    """Lines of one price move together: their band is as wide as all of it; separate prices partly even out."""
    price = next(p.id for p in CATALOGUE.prices.values() if p.use == "line" and p.low_cents is None)
    chances = Chances(100, 100, 0)
    same = [line(100_000, price=price, chances=chances) for _ in range(3)]
    apart = [line(100_000, words=f"Post {at}", chances=chances) for at in range(3)]
    one, three, separate = (
        band.high - band.low for band in (saving_of(dossier(*some), CATALOGUE).band for some in (same[:1], same, apart))
    )
    assert abs(three - 3 * one) <= 3
    assert separate < three * 3 // 4


def test_that_a_price_without_a_range_says_that_its_range_is_assumed() -> None:
    ranged = next(p for p in CATALOGUE.prices.values() if p.use == "line" and p.low_cents and p.high_cents)
    known = line(ranged.price_cents, price=ranged.id, chances=Chances(100, 100, 0))
    own = line(100_000, chances=Chances(100, 100, 0))
    assert not saving_of(dossier(known), CATALOGUE).band.assumed
    assert saving_of(dossier(known, own), CATALOGUE).band.assumed


def test_the_eviction_example_worked_out_by_hand() -> None:
    """Eviction: 40% as it goes now, 5% with the plan.

    youth care   € 28,000 a year, chance 100 / 100 / 40  -> current 28,000  threatening 28,000  plan 11,200
    shelter      € 15,000 x 3 places, of the event       -> current      0  threatening 18,000  plan  2,250
                 (45,000 x 40% = 18,000; 45,000 x 5% = 2,250)
    the debt     € 6,000 once, the doorbraak's own cost  -> current      0  threatening      0  plan  6,000
    together                                                current 28,000  threatening 46,000  plan 19,450
    direct       (28,000 - 11,200) - 6,000 = 10,800
    prevented    18,000 - 2,250 = 15,750
    saving       46,000 - 19,450 = 26,550 = 10,800 + 15,750
    """
    saving = saving_of(
        dossier(
            line(28_000_00, id_=1, chances=Chances(100, 100, 40)),
            line(15_000_00, id_=2, quantity_e4=30_000, once=True, event=1, law="wmo2015", chances=Chances(0, 40, 5)),
            line(6_000_00, id_=3, once=True, intervention=1, law="wgs", chances=Chances(0, 0, 100)),
            events=(event(40, 5, on=date(2026, 4, 1)),),
            interventions=(intervention(),),
        ),
        CATALOGUE,
    )
    assert saving.public == Amounts(28_000_00, 46_000_00, 19_450_00, direct=10_800_00, prevented=15_750_00)
    assert saving.public.saving == saving.public.threatening - saving.public.plan == 26_550_00
    assert [(row.id, row.amounts.saving) for row in saving.by_law] == [
        ("jeugdwet", 16_800_00),
        ("wmo2015", 15_750_00),
        ("wgs", -6_000_00),
    ]


def test_that_only_the_attributed_share_is_saved() -> None:
    saving = saving_of(dossier(line(100_000, chances=Chances(100, 100, 0), attribution=30)), CATALOGUE)
    assert saving.public == Amounts(100_000, 100_000, 0, direct=30_000)


def test_that_a_half_cent_goes_to_the_even_cent() -> None:
    """5 cents at 50% is 2.5: rounded to 2. 15 cents at 50% is 7.5: rounded to 8."""
    half = Chances(50, 50, 50)
    assert saving_of(dossier(line(5, chances=half)), CATALOGUE).total.current == 2
    assert saving_of(dossier(line(15, chances=half)), CATALOGUE).total.current == 8


def test_that_a_negative_saving_stays_visible() -> None:
    saving = saving_of(dossier(line(50_000, chances=Chances(0, 0, 100))), CATALOGUE)
    assert saving.public.direct == -50_000
    assert saving.by_law[0].amounts.saving == -50_000
    assert saving.band.low < 0


@pytest.mark.parametrize(
    ("starts", "months", "expected"),
    [
        (None, 12, 100),  # without a date it falls in the first year
        (None, 24, 100),  # and only there
        (date(2026, 12, 31), 12, 100),
        (date(2027, 1, 1), 12, 0),
        (date(2027, 1, 1), 24, 100),
        (date(2025, 12, 31), 12, 0),  # paid before the plan: not in its year
    ],
)
def test_that_a_cost_that_comes_once_counts_in_its_own_year(starts: date | None, months: int, expected: int) -> None:
    assert saving_of(dossier(line(100, once=True, starts=starts)), CATALOGUE, months).total.current == expected


def test_that_the_cost_of_the_doorbraak_counts_also_when_it_was_paid_before_the_decision() -> None:
    paid = line(600, once=True, starts=date(2025, 11, 1), intervention=1, chances=Chances(0, 0, 100))
    saving = saving_of(dossier(paid, interventions=(intervention(),)), CATALOGUE)
    assert saving.total.direct == -600


def test_that_two_years_of_a_yearly_line_cost_twice_as_much() -> None:
    assert saving_of(dossier(line(123_45)), CATALOGUE, 24).total.current == 2 * 123_45


def test_that_private_payers_and_private_prices_are_never_in_the_public_sum() -> None:
    found = {use: next(p.id for p in CATALOGUE.prices.values() if p.use == use) for use in ("private", "benefit")}
    saving = saving_of(
        dossier(
            line(1_000),
            line(2_000, payer="huishouden"),
            line(4_000, price=found["private"]),
            line(8_000, price=found["benefit"]),
        ),
        CATALOGUE,
    )
    assert saving.public.current == 1_000
    assert saving.private.current == 14_000
    assert {row.id for row in saving.by_payer} == {"gemeente"}


def test_that_a_published_total_checks_a_sum_and_is_never_added() -> None:
    price = next(p.id for p in CATALOGUE.prices.values() if p.use == "total")
    saving = saving_of(dossier(line(1_000), line(9_000, price=price)), CATALOGUE)
    assert saving.total.current == saving.public.current == 1_000


def test_that_transfers_count_for_the_payer_and_not_for_society() -> None:
    saving = saving_of(dossier(line(21_000, transfer=True), line(9_000)), CATALOGUE)
    assert saving.public.current == 30_000
    assert saving.public_without_transfers.current == 9_000


def test_that_the_largest_amount_loses_no_cent() -> None:
    costs = [line(MOST_CENTS, id_=at, chances=Chances(100, 100, 0)) for at in range(3)]
    saving = saving_of(dossier(*costs), CATALOGUE)
    assert saving.public == Amounts(3 * MOST_CENTS, 3 * MOST_CENTS, 0, direct=3 * MOST_CENTS)


def test_that_an_empty_dossier_is_nothing_but_zeros() -> None:
    saving = saving_of(dossier(), CATALOGUE)
    assert saving.total == saving.public == saving.private == Amounts()
    assert [field.name for field in fields(saving.band) if getattr(saving.band, field.name)] == []


@given(st.lists(lines(), max_size=6))
def test_that_two_years_are_the_two_years_added(costs: list[CostLine]) -> None:
    home = dossier(*costs, events=(event(40, 5),))
    one, two = (saving_of(home, CATALOGUE, months) for months in (12, 24))
    assert added([row.years[0] for row in two.lines if row.standing != "check"]) == one.total
    assert added([row.years[1] for row in two.lines if row.standing != "check"]) + one.total == two.total


@given(lines(), st.integers(0, 10**4), st.integers(1, 10**4))
def test_that_whole_numbers_round_like_exact_fractions(one: CostLine, up: int, down: int) -> None:
    """Beside the plainest way to say it: price x factor x units x chance, half-even; the saving from these cents."""
    factor, units = Fraction(up, down), Fraction(down, 7)
    found = amounts_of(one, one.chances, factor, units)
    current, threatening, plan = (
        round(one.price_cents * factor * units * chance / 100)
        for chance in (one.chances.current, one.chances.threatening, one.chances.plan)
    )
    assert (found.current, found.threatening, found.plan) == (current, threatening, plan)
    assert found.saving == round(Fraction((threatening - plan) * one.attribution, 100))


@given(st.lists(st.integers(10**9, MOST_CENTS), min_size=1, max_size=60))
def test_that_a_milliard_cents_and_more_neither_overflow_nor_round(cents: list[int]) -> None:
    costs = [line(one, id_=at, words=str(at), chances=Chances(100, 100, 0)) for at, one in enumerate(cents)]
    saving = saving_of(dossier(*costs), CATALOGUE, 24)
    assert saving.public == Amounts(2 * sum(cents), 2 * sum(cents), 0, direct=2 * sum(cents))
    assert saving.band.middle == 2 * sum(cents)


def test_that_a_wrong_pocket_shows_who_pays_and_who_gains() -> None:
    saving = saving_of(
        dossier(
            line(1_000, chances=Chances(100, 100, 0), beneficiary="zorgverzekeraar"),
            line(400, chances=Chances(100, 100, 0)),
        ),
        CATALOGUE,
    )
    assert [(payer, winner, amounts.direct) for payer, winner, amounts in saving.pockets] == [
        ("gemeente", "gemeente", 400),
        ("gemeente", "zorgverzekeraar", 1_000),
    ]


def test_that_prices_of_other_years_are_brought_to_the_chosen_one() -> None:
    cents = {
        year: saving_of(dossier(line(100_000, price_year=2015)), CATALOGUE, level=level_of(CATALOGUE, year))
        for year in (2015, 2025)
    }
    index = level_of(CATALOGUE).index
    assert cents[2015].public.current == 100_000
    assert cents[2025].public.current == round(Fraction(100_000 * index[2025], index[2015]))


def test_that_the_own_cost_of_the_doorbraak_is_inside_and_apart() -> None:
    own = line(600, once=True, intervention=1, chances=Chances(0, 0, 100))
    saving = saving_of(
        dossier(own, line(1_000, chances=Chances(100, 100, 0)), interventions=(intervention(),)), CATALOGUE
    )
    assert (saving.own_cost.saving, saving.public.saving) == (-600, 400)


@pytest.mark.parametrize("status", ["refused", "withdrawn"])
def test_that_what_does_not_come_costs_nothing_unless_it_was_paid(status: Status) -> None:
    step = intervention(status=status)
    own = line(740_000, intervention=step.id, chances=Chances(0, 0, 100))
    found = saving_of(dossier(own, interventions=(step,)), CATALOGUE)
    assert (found.total.saving, found.own_cost.saving) == (0, 0)
    assert [row.standing for row in found.lines] == ["off"]
    paid = made(Payment, cost_line=own.id, cents=100_000)
    assert saving_of(dossier(own, interventions=(step,), payments=(paid,)), CATALOGUE).total.saving < 0
