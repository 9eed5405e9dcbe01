from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.insight.tornado import Swing, tornado_of
from tests.model.insight.records import dossier, event, line

LISTS = load()
ALL = Chances(100, 100, 0)
BARE = next(p for p in LISTS.prices.values() if p.use == "line" and p.low_cents is None)


def swings(*costs: CostLine, most: int = 10, **of_event: int) -> tuple[Swing, ...]:
    return tornado_of(saving_of(dossier(*costs, events=(event(40, 5, **of_event),)), LISTS), most)


def test_that_a_price_swings_the_saving_by_its_range_and_leaves_the_rest() -> None:
    found = swings(line(100_000, chances=ALL, words="a"), line(40_000, chances=ALL, words="b"))
    assert [(one.at_low, one.at_high, one.width) for one in found] == [
        (115_000, 165_000, 50_000),
        (130_000, 150_000, 20_000),
    ]


def test_that_a_chance_of_an_event_swings_all_its_lines_at_once() -> None:
    """€ 100 and € 300 at 40% against 5%; at 20% the saving is 15% of € 400, at 60% it is 55% of it."""
    costs = [line(cents, event=1, words=str(cents), chances=Chances(0, 40, 5)) for cents in (10_000, 30_000)]
    first = swings(*costs, threatening_low=20, threatening_high=60)[0]
    assert (first.uncertainty.what, first.at_low, first.at_high, len(first.lines)) == (
        "chance_threatening", 6_000, 22_000, 2,
    )  # fmt: skip


def test_that_one_price_in_two_lines_is_one_swing() -> None:
    found = swings(*(line(10_000, price=BARE.id, id_=at, chances=ALL) for at in (1, 2)))
    assert [(one.at_low, one.at_high) for one in found] == [(15_000, 25_000)]


def test_that_a_higher_chance_in_the_plan_saves_less() -> None:
    found = swings(line(10_000, chances=Chances(100, 100, 50), chance_low=0, chance_high=100))
    assert [(one.at_low, one.at_high) for one in found if one.uncertainty.what == "chance_plan"] == [(10_000, 0)]


def test_that_what_moves_nothing_is_left_out_and_only_the_widest_stay() -> None:
    costs = [line(1_000 * at, id_=at, words=str(at), chances=ALL) for at in range(15)]
    assert len(swings(*costs, most=20)) == 14  # one costs nothing
    assert [one.lines[0].line.id for one in swings(*costs, most=3)] == [14, 13, 12]
    assert swings(line(5_000, payer="huishouden", chances=ALL)) == ()


@given(st.permutations([line(1_000 * at, id_=at, words=str(at), chances=ALL) for at in range(1, 7)]))
def test_that_the_order_of_the_lines_does_not_matter(costs: list[CostLine]) -> None:
    costs_in_order = sorted(costs, key=lambda one: one.id)
    assert swings(*costs) == swings(*costs_in_order)
