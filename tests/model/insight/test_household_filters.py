"""Which households ask for something now."""

from datetime import date, timedelta

from doorbraak.model.dossier.agenda import Agenda, Child, Due, Kind
from doorbraak.model.dossier.household import Household
from doorbraak.model.insight import household_filters
from tests.model.insight.records import household

TODAY = date(2026, 10, 5)
DAY = timedelta(days=1)


def agenda(*homes: Household, **parts: object) -> Agenda:
    given: dict[str, object] = {
        "households": homes, "due": (), "refusals": (), "requested": frozenset(), "measured": frozenset(),
        "children": (), "decided": {},
    }  # fmt: skip
    return Agenda(**(given | parts))  # type: ignore[arg-type]


def home(id_: int = 1, **given: object) -> Household:
    return household(plan_date=None, **{"opened": TODAY, "id": id_, "number": id_, **given})  # type: ignore[arg-type]


def due(on: date, kind: Kind = "task") -> Due:
    return Due(1, kind, 1, on, "", "", "")


def filters(known: Agenda) -> set[str]:
    return set(household_filters.standings(known, TODAY)[1].filters) - {"all"}


def test_that_a_household_is_open_until_it_is_closed() -> None:
    assert filters(agenda(home())) == {"open"}
    assert filters(agenda(home(closed=TODAY))) == {"closed"}


def test_that_a_day_that_passed_is_overdue_and_today_is_not() -> None:
    for kind in ("task", "step", "letter", "event"):
        assert filters(agenda(home(), due=(due(TODAY - DAY, kind),))) == {"open", "overdue"}
        assert filters(agenda(home(), due=(due(TODAY, kind),))) == {"open"}


def test_that_a_measurement_that_can_be_made_is_due_and_not_overdue() -> None:
    known = agenda(home(opened=date(2026, 7, 1)))
    assert filters(known) == {"open", "measurement"}
    assert filters(agenda(home(opened=date(2026, 7, 1)), measured=frozenset({(1, "3")}))) == {"open"}


def test_that_a_request_and_a_child_that_turns_18_are_seen() -> None:
    child = Child(1, 5, "Sem", "", 2009, 3)
    assert filters(agenda(home(), requested=frozenset({1}))) == {"open", "decision"}
    assert filters(agenda(home(), children=(child,))) == {"open", "turns-18"}


def test_that_a_closed_household_asks_for_nothing() -> None:
    child = Child(1, 5, "Sem", "", 2009, 3)
    known = agenda(
        home(opened=date(2026, 7, 1), closed=TODAY),
        due=(due(TODAY - DAY),),
        requested=frozenset({1}),
        children=(child,),
    )
    assert filters(known) == {"closed"}
    assert household_filters.standings(known, TODAY)[1].first_day is None


def test_that_the_first_day_is_the_earliest_that_is_open() -> None:
    def first(*days: date) -> date | None:
        known = agenda(home(), due=tuple(due(on) for on in days))
        return household_filters.standings(known, TODAY)[1].first_day

    assert first() == date(2027, 1, 5), "the first measurement"
    assert first(TODAY + 9 * DAY, TODAY + 3 * DAY) == TODAY + 3 * DAY
    assert first(TODAY, TODAY - 3 * DAY) == TODAY - 3 * DAY


def test_that_a_measurement_that_can_be_made_is_no_first_day() -> None:
    known = agenda(home(opened=date(2026, 7, 1)))
    assert household_filters.standings(known, TODAY)[1].first_day == date(2027, 1, 1)


def test_that_each_filter_counts_its_households() -> None:
    known = agenda(home(1), home(2, closed=TODAY), home(3), due=(due(TODAY - DAY),))
    counted = household_filters.counts(household_filters.standings(known, TODAY))
    assert counted == {
        "open": 2, "overdue": 1, "measurement": 0, "decision": 0, "turns-18": 0, "closed": 1, "all": 3,
    }  # fmt: skip


def test_that_marks_are_said_in_dutch_and_only_when_they_say_something() -> None:
    standing = household_filters.standings(agenda(home(), due=(due(TODAY - DAY),), requested=frozenset({1})), TODAY)[1]
    assert standing.marks == "Over tijd · Wacht op besluit"
    assert household_filters.standings(agenda(home()), TODAY)[1].marks == ""
