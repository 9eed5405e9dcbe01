from datetime import date

import pytest

from doorbraak.model.dossier import costs, events

DAY = date(2027, 2, 1)
GIVEN = {"expected_on": DAY, "reason": "Vonnis", "chance_threatening": 40, "chance_plan": 5}


def test_that_every_field_comes_back_as_it_was_written(store, do, home) -> None:
    event = do(events.add, home, kind="huisuitzetting", **GIVEN)
    assert events.of_household(store, home) == (
        events.ThreateningEvent(event, home, "huisuitzetting", "", DAY, "Vonnis", 40, 5, "", date.today()),
    )
    do(events.set_expected_on, event, date(2027, 3, 1))
    do(events.set_reason, event, "Nog een\nvonnis")
    do(events.set_chance_threatening, event, 0)
    do(events.set_chance_plan, event, 100)
    assert events.of_household(store, home) == (
        events.ThreateningEvent(
            event, home, "huisuitzetting", "", date(2027, 3, 1), "Nog een\nvonnis", 0, 100, "", date.today()
        ),
    )


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
