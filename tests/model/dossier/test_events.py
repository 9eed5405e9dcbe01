from dataclasses import replace
from datetime import date

import pytest

from doorbraak.model.dossier import costs, events

DAY = date(2027, 2, 1)
GIVEN = {"expected_on": DAY, "reason": "Vonnis", "chance_threatening": 40, "chance_plan": 5}


def only(store, home) -> events.ThreateningEvent:
    (found,) = events.of_household(store, home)
    return found


def ranges(store, home) -> tuple[int | None, ...]:
    found = only(store, home)
    return found.threatening_low, found.threatening_high, found.plan_low, found.plan_high


def test_that_every_field_comes_back_as_it_was_written(store, do, home) -> None:
    event = do(events.add, home, kind="huisuitzetting", **GIVEN)
    plain = events.ThreateningEvent(
        id=event, household=home, kind="huisuitzetting", words="", expected_on=DAY, reason="Vonnis",
        chance_threatening=40, threatening_low=None, threatening_high=None, chance_plan=5, plan_low=None,
        plan_high=None, outcome="", outcome_on=None, origin="", noted_on=date.today(),
    )  # fmt: skip
    assert events.of_household(store, home) == (plain,)
    do(events.set_expected_on, event, date(2027, 3, 1))
    do(events.set_reason, event, "Nog een\nvonnis")
    do(events.set_chance_threatening, event, 0)
    do(events.set_chance_plan, event, 100)
    assert events.of_household(store, home) == (
        replace(plain, expected_on=date(2027, 3, 1), reason="Nog een\nvonnis", chance_threatening=0, chance_plan=100),
    )
    do(events.remove, event)
    given = {
        "words": "Ruzie", "threatening_low": 30, "threatening_high": 60, "plan_low": 5, "plan_high": 5,
        "outcome": "happened", "outcome_on": date(2026, 3, 1),
    }  # fmt: skip
    do(events.add, home, **GIVEN, **given)
    found = only(store, home)
    assert {name: getattr(found, name) for name in given} == given


def test_that_a_threat_has_a_kind_or_own_words(do, home, refused) -> None:
    with refused("words"):
        do(events.add, home, **GIVEN)
    do(events.add, home, words="Ruzie met de buren", **GIVEN)


def test_that_a_threat_without_a_reason_does_not_count(do, home, refused) -> None:
    with refused("reason"):
        do(events.add, home, kind="huisuitzetting", **{**GIVEN, "reason": "  "})
    event = do(events.add, home, kind="huisuitzetting", **GIVEN)
    with refused("reason"):
        do(events.set_reason, event, "")
    with refused("reason"):
        do(events.set_reason, event, "r" * (events.LONGEST_REASON + 1))


@pytest.mark.parametrize("chance", [-1, 101])
@pytest.mark.parametrize(
    ("field", "verb"),
    [("chance_threatening", events.set_chance_threatening), ("chance_plan", events.set_chance_plan)],
)
def test_that_a_chance_is_a_percentage(do, home, refused, field, verb, chance) -> None:
    with refused(field):
        do(events.add, home, kind="huisuitzetting", **{**GIVEN, field: chance})
    event = do(events.add, home, kind="huisuitzetting", **GIVEN)
    with refused(field):
        do(verb, event, chance)


def test_that_a_range_holds_its_chance_and_is_whole(store, do, home, refused) -> None:
    event = do(events.add, home, kind="huisuitzetting", **GIVEN)
    do(events.set_ranges, event, threatening=(40, 70), plan=(0, 5))
    assert ranges(store, home) == (40, 70, 0, 5)
    for wrong in ((41, 70), (10, 39), (60, 30), (-1, 50), (30, 101)):
        with refused("chance"):
            do(events.set_ranges, event, threatening=wrong, plan=None)
        with refused("chance"):
            do(events.add, home, words="x", **GIVEN, threatening_low=wrong[0], threatening_high=wrong[1])
    for half in ({"threatening_low": 30}, {"threatening_high": 50}, {"plan_low": 0}, {"plan_high": 9}):
        with refused("chance"):
            do(events.add, home, words="x", **GIVEN, **half)
    do(events.set_ranges, event, threatening=None, plan=(5, 9))
    assert ranges(store, home) == (None, None, 5, 9)


def test_that_a_range_goes_with_the_chance_that_it_no_longer_holds(store, do, home) -> None:
    event = do(events.add, home, kind="huisuitzetting", **GIVEN)
    do(events.set_ranges, event, threatening=(30, 60), plan=(0, 10))
    do(events.set_chance_threatening, event, 60)
    do(events.set_chance_plan, event, 0)
    assert ranges(store, home) == (30, 60, 0, 10), "its ends belong to it"
    do(events.set_chance_threatening, event, 61)
    assert ranges(store, home) == (None, None, 0, 10)
    do(events.set_chance_plan, event, 11)
    assert ranges(store, home) == (None, None, None, None)


def test_that_what_came_of_it_has_a_day_and_can_be_taken_back(store, do, home, refused) -> None:
    event = do(events.add, home, kind="huisuitzetting", **GIVEN)
    do(events.set_outcome, event, "averted", DAY)
    assert (only(store, home).outcome, only(store, home).outcome_on) == ("averted", DAY)
    do(events.set_outcome, event, "happened")
    assert (only(store, home).outcome, only(store, home).outcome_on) == ("happened", date.today())
    do(events.set_outcome, event, "", DAY)
    assert (only(store, home).outcome, only(store, home).outcome_on) == ("", None)
    with refused("outcome"):
        do(events.set_outcome, event, "soms", DAY)
    with refused("outcome_on"):
        do(events.set_outcome, event, "averted", date(1, 1, 1))
    for half in ({"outcome": "averted"}, {"outcome_on": DAY}):
        with refused("outcome"):
            do(events.add, home, words="x", **GIVEN, **half)


def test_that_a_year_that_cannot_be_is_refused(do, home, refused) -> None:
    with refused("expected_on"):
        do(events.add, home, kind="huisuitzetting", **{**GIVEN, "expected_on": date(1, 1, 1)})


def test_that_its_cost_lines_go_with_a_threat(store, do, home, contents) -> None:
    event = do(events.add, home, kind="huisuitzetting", **GIVEN)
    do(costs.add, home, words="Opvang", price_cents=100, event=event)
    before = contents()
    do(events.remove, event)
    assert costs.of_household(store, home) == ()
    store.undo()
    assert contents() == before
