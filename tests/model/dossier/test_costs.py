from datetime import date

import pytest

from doorbraak.model.dossier import agencies, costs, events, interventions, people, problems
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.errors import NotFound
from doorbraak.model.money import MOST_CENTS


@pytest.fixture
def line(do, home) -> int:
    return do(costs.add, home, words="Huur", price_cents=1000)


@pytest.fixture
def event(do, home) -> int:
    return do(
        events.add, home, kind="huisuitzetting", expected_on=date(2027, 2, 1), reason="Vonnis",
        chance_threatening=40, chance_plan=5,
    )  # fmt: skip


@pytest.fixture
def step(do, home) -> int:
    return do(interventions.add, home, kind="briefadres")


def only(store, home) -> costs.CostLine:
    (found,) = costs.of_household(store, home)
    return found


def test_that_every_field_comes_back_as_it_was_written(store, do, home) -> None:
    given = {
        "words": "Opvang", "price": "opvangplek-jaar", "price_cents": 1_500_000, "price_year": 2025,
        "source": "De lijst", "unit": "per jaar", "quantity_e4": 5_000, "recurrence": "once", "law": "wmo2015",
        "payer": "gemeente", "beneficiary": "zorgkantoor", "effect": "capacity", "transfer": True,
        "chances": Chances(10, 20, 30), "attribution": 90, "price_low_cents": 1_000_000,
        "price_high_cents": 1_500_000, "quantity_low_e4": 5_000, "quantity_high_e4": 9_000, "chance_low": 0,
        "chance_high": 40, "attribution_low": 80, "attribution_high": 100, "starts": date(2026, 1, 1),
        "ends": date(2026, 6, 30), "person": do(people.add, home, name="Oom"),
        "problem": do(problems.add, home, words="Post", life_domain="wonen"),
        "agency": do(agencies.add, home, words="De kerk"),
    }  # fmt: skip
    line = do(costs.add, home, **given)
    assert only(store, home) == costs.CostLine(
        id=line, household=home, event=None, intervention=None, origin="", noted_on=date.today(), **given
    )


def test_that_a_plain_line_costs_the_same_everywhere_unless_said(store, home, line) -> None:
    assert only(store, home).chances == Chances(100, 100, 100)


def test_that_a_line_of_an_event_follows_its_chances(store, do, home, event) -> None:
    do(costs.add, home, words="Opvang", price_cents=100, event=event)
    assert only(store, home).chances == Chances(0, 40, 5)
    do(events.set_chance_threatening, event, 60)
    assert only(store, home).chances == Chances(0, 60, 5)


def test_that_the_own_cost_of_a_doorbraak_is_certain_and_counts_in_full(store, do, home, step, refused) -> None:
    line = do(costs.add, home, words="De schuld", price_cents=100, intervention=step, attribution=50)
    assert only(store, home).chances == Chances(0, 0, 100)
    assert only(store, home).attribution == 100
    with refused("attribution"):
        do(costs.set_attribution, line, 99)
    do(costs.set_attribution, line, 100)
    with refused("chance_plan"):
        do(costs.set_chances, line, Chances(1, 1, 1))


def test_that_chances_of_a_line_of_an_event_are_changed_at_the_event(do, home, event, refused) -> None:
    line = do(costs.add, home, words="Opvang", price_cents=100, event=event)
    with refused("chance_plan"):
        do(costs.set_chances, line, Chances(1, 1, 1))
    with pytest.raises(ValueError, match="chances"):
        do(costs.add, home, words="Opvang", price_cents=100, event=event, chances=Chances(1, 1, 1))


def test_that_a_line_can_move_to_an_event_a_doorbraak_and_back(store, do, home, line, event, step) -> None:
    do(costs.set_attribution, line, 50)
    do(costs.attach, line, event=event)
    assert (only(store, home).chances, only(store, home).event) == (Chances(0, 40, 5), event)
    do(costs.attach, line, intervention=step)
    assert (only(store, home).chances, only(store, home).attribution) == (Chances(0, 0, 100), 100)
    do(costs.attach, line)
    found = only(store, home)
    assert (found.chances, found.event, found.intervention) == (Chances(100, 100, 100), None, None)
    with pytest.raises(ValueError, match="both"):
        do(costs.attach, line, event=event, intervention=step)


@pytest.mark.parametrize("field", ["current", "threatening", "plan"])
@pytest.mark.parametrize("chance", [-1, 101])
def test_that_a_chance_is_a_percentage(do, home, line, refused, field, chance) -> None:
    chances = Chances(**{"current": 0, "threatening": 50, "plan": 100, field: chance})
    with refused(f"chance_{field}"):
        do(costs.set_chances, line, chances)
    with refused(f"chance_{field}"):
        do(costs.add, home, words="Huur", price_cents=1, chances=chances)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("words", ""),
        ("price_cents", -1),
        ("price_cents", MOST_CENTS + 1),
        ("price_year", 1989),
        ("price_year", 9999),
        ("attribution", 101),
        ("recurrence", "soms"),
        ("effect", "soms"),
        ("beneficiary", "b" * 81),
        ("starts", date(1, 1, 1)),
        ("unit", "u" * 41),
        ("source", "s" * 501),
    ],
)
def test_that_what_a_line_cannot_hold_is_refused_by_its_field(do, home, refused, field, value) -> None:
    with refused(field):
        do(costs.add, home, **{"words": "Huur", "price_cents": 1, field: value})


def test_that_a_quantity_has_bounds(store, do, home, line, refused) -> None:
    for quantity in (-1, costs.MOST_QUANTITY_E4 + 1):
        with refused("quantity"):
            do(costs.set_quantity, line, quantity)
    for quantity in (0, costs.MOST_QUANTITY_E4):
        do(costs.set_quantity, line, quantity)
        assert only(store, home).quantity_e4 == quantity


def test_that_an_end_before_the_start_is_refused(store, do, home, line, refused) -> None:
    with refused("ends"):
        do(costs.set_period, line, date(2026, 1, 2), date(2026, 1, 1))
    do(costs.set_period, line, date(2026, 1, 1), date(2026, 1, 1))
    assert only(store, home).ends == date(2026, 1, 1)


def test_that_an_own_price_lets_go_of_the_list_and_says_its_source(store, do, home) -> None:
    line = do(costs.add, home, words="Opvang", price="opvangplek-jaar", price_cents=1_500_000, price_year=2025)
    do(costs.set_price, line, 900, source="De rekening")
    found = only(store, home)
    assert (found.price, found.price_year, found.price_cents, found.source) == ("", None, 900, "De rekening")


def test_that_each_other_field_can_be_changed_alone(store, do, home, line) -> None:
    before = only(store, home)
    do(costs.reword, line, "Opvang")
    do(costs.set_source, line, "De rekening")
    do(costs.set_recurrence, line, "once")
    do(costs.set_law, line, "wmo2015")
    do(costs.set_payer, line, "gemeente")
    do(costs.set_beneficiary, line, "zorgverzekeraar")
    do(costs.set_effect, line, "cash")
    do(costs.set_transfer, line, True)
    do(costs.set_chances, line, Chances(1, 2, 3))
    found = only(store, home)
    assert (found.words, found.source, found.recurrence) == ("Opvang", "De rekening", "once")
    assert (found.law, found.payer, found.transfer) == ("wmo2015", "gemeente", True)
    assert (found.beneficiary, found.effect) == ("zorgverzekeraar", "cash")
    assert found.chances == Chances(1, 2, 3)
    assert (found.price_cents, found.quantity_e4) == (before.price_cents, before.quantity_e4)
    do(costs.remove, line)
    assert costs.of_household(store, home) == ()


def test_that_a_line_is_for_somebody_because_of_something_and_with_an_agency(store, do, home, elsewhere, line) -> None:
    def three(of: int) -> dict[str, int]:
        return {
            "person": do(people.add, of, name="Oom"),
            "problem": do(problems.add, of, words="Post", life_domain="wonen"),
            "agency": do(agencies.add, of, words="De kerk"),
        }

    mine, theirs = three(home), three(elsewhere)
    do(costs.set_about, line, **mine)
    assert {name: getattr(only(store, home), name) for name in mine} == mine
    for name, row in theirs.items():
        with pytest.raises(NotFound):
            do(costs.set_about, line, **{**mine, name: row})
        with pytest.raises(NotFound):
            do(costs.add, home, words="Huur", price_cents=1, **{name: row})
    assert {name: getattr(only(store, home), name) for name in mine} == mine
    do(costs.set_about, line, person=None, problem=mine["problem"], agency=None)
    do(problems.remove, mine["problem"])
    found = only(store, home)
    assert (found.person, found.problem, found.agency) == (None, None, None)


def test_that_a_line_never_belongs_to_another_households_event(store, do, home, elsewhere) -> None:
    theirs = do(
        events.add,
        elsewhere,
        words="Ruzie",
        expected_on=date(2027, 2, 1),
        reason="x",
        chance_threatening=1,
        chance_plan=0,
    )
    mine = do(costs.add, home, words="Huur", price_cents=1)
    with pytest.raises(NotFound):
        do(costs.attach, mine, event=theirs)
    with pytest.raises(NotFound):
        do(costs.add, home, words="Huur", price_cents=1, event=theirs)
    assert only(store, home).event is None
