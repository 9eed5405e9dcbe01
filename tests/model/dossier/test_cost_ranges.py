from datetime import date

import pytest

from doorbraak.model.dossier import cost_ranges, costs, events, interventions
from doorbraak.model.dossier.cost_ranges import Part
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.money import MOST_CENTS

# Part -> its two columns, the middle of the line below, and the setter of that middle.
PARTS = {
    "price": ("price_low_cents", "price_high_cents", 1000, lambda n: (costs.set_price, n, {"source": ""})),
    "quantity": ("quantity_low_e4", "quantity_high_e4", 10_000, lambda n: (costs.set_quantity, n, {})),
    "chance": ("chance_low", "chance_high", 50, lambda n: (costs.set_chances, Chances(100, 100, n), {})),
    "attribution": ("attribution_low", "attribution_high", 80, lambda n: (costs.set_attribution, n, {})),
}
MOST = {"price": MOST_CENTS, "quantity": costs.MOST_QUANTITY_E4, "chance": 100, "attribution": 100}
EACH = pytest.mark.parametrize("part", PARTS)


@pytest.fixture
def line(do, home) -> int:
    return do(costs.add, home, words="Huur", price_cents=1000, chances=Chances(100, 100, 50), attribution=80)


@pytest.fixture
def event(do, home) -> int:
    return do(
        events.add, home, words="Uit huis", expected_on=date(2027, 2, 1), reason="r", chance_threatening=40,
        chance_plan=5,
    )  # fmt: skip


@pytest.fixture
def step(do, home) -> int:
    return do(interventions.add, home, kind="briefadres")


def ends(store, line: int, part: str) -> tuple[int | None, int | None]:
    low, high = PARTS[part][:2]
    return store.one(f"SELECT {low}, {high} FROM cost_line WHERE id = ?", [line])


@EACH
def test_that_a_range_is_set_beside_the_others_and_taken_away(store, do, line, part: Part) -> None:
    middle = PARTS[part][2]
    for other in PARTS:
        do(cost_ranges.set_range, line, other, (PARTS[other][2], PARTS[other][2]))
    do(cost_ranges.set_range, line, part, (middle - 1, middle + 1))
    assert {other: ends(store, line, other) for other in PARTS} == {
        other: (middle - 1, middle + 1) if other == part else (PARTS[other][2],) * 2 for other in PARTS
    }
    do(cost_ranges.set_range, line, part, None)
    assert ends(store, line, part) == (None, None)


@EACH
def test_that_a_range_holds_its_middle_and_stays_within_bounds(store, do, line, refused, part: Part) -> None:
    middle = PARTS[part][2]
    for wrong in ((middle + 1, middle + 2), (0, middle - 1), (middle + 1, middle - 1), (-1, middle)):
        with refused(part):
            do(cost_ranges.set_range, line, part, wrong)
    with refused(part):
        do(cost_ranges.set_range, line, part, (0, MOST[part] + 1))
    do(cost_ranges.set_range, line, part, (0, MOST[part]))
    assert ends(store, line, part) == (0, MOST[part])


@EACH
def test_that_half_a_range_is_none(do, home, refused, part: Part) -> None:
    low, high, middle, _ = PARTS[part]
    plain = {"words": "Huur", "price_cents": 1000, "chances": Chances(100, 100, 50), "attribution": 80}
    for end in (low, high):
        with refused(part):
            do(costs.add, home, **plain, **{end: middle})


@EACH
def test_that_a_range_goes_with_the_number_that_it_no_longer_holds(store, do, line, part: Part) -> None:
    middle, change = PARTS[part][2:]
    for other in PARTS:
        do(cost_ranges.set_range, line, other, (PARTS[other][2] - 5, PARTS[other][2] + 5))
    for number, left in ((middle + 5, (middle - 5, middle + 5)), (middle - 5, (middle - 5, middle + 5)),
                         (middle - 6, (None, None))):  # fmt: skip
        verb, value, more = change(number)
        do(verb, line, value, **more)
        assert ends(store, line, part) == left
    assert all(ends(store, line, other) != (None, None) for other in PARTS if other != part)


def test_that_a_part_that_is_none_of_the_four_is_refused(do, line, refused) -> None:
    with refused("part"):
        do(cost_ranges.set_range, line, "words", (1, 2))


def test_that_the_chance_of_a_threat_has_its_range_there(store, do, home, event, refused) -> None:
    given = {"words": "Opvang", "price_cents": 1000, "event": event}
    with refused("chance"):
        do(costs.add, home, **given, chance_low=0, chance_high=10)
    line = do(costs.add, home, **given, price_low_cents=900, price_high_cents=1100)
    with refused("chance"):
        do(cost_ranges.set_range, line, "chance", (0, 100))
    do(cost_ranges.set_range, line, "attribution", (60, 100))
    assert ends(store, line, "attribution") == (60, 100)
    assert ends(store, line, "price") == (900, 1100)


def test_that_the_own_cost_of_a_doorbraak_is_certain_in_chance_and_attribution(store, do, home, step, refused) -> None:
    given = {"words": "De schuld", "price_cents": 1000, "intervention": step}
    for part in ("chance", "attribution"):
        low, high = PARTS[part][:2]
        with refused(part):
            do(costs.add, home, **given, **{low: 0, high: 100})
    line = do(costs.add, home, **given)
    for part in ("chance", "attribution"):
        with refused(part):
            do(cost_ranges.set_range, line, part, (0, 100))
    do(cost_ranges.set_range, line, "price", (900, 1100))
    assert ends(store, line, "price") == (900, 1100)


def test_that_a_line_that_moves_leaves_the_ranges_that_are_no_longer_its_own(store, do, line, event, step) -> None:
    def own() -> list[str]:
        return [part for part in PARTS if ends(store, line, part) != (None, None)]

    for part in PARTS:
        do(cost_ranges.set_range, line, part, (PARTS[part][2], PARTS[part][2]))
    do(costs.attach, line)
    assert own() == ["price", "quantity", "chance", "attribution"]
    do(costs.attach, line, event=event)
    assert own() == ["price", "quantity", "attribution"]
    do(costs.attach, line, intervention=step)
    assert own() == ["price", "quantity"]
