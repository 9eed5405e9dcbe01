"""What waits, and how near it is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model import catalogue as lists
from doorbraak.model.dossier.agenda import Agenda, Child, Due, Refusal
from doorbraak.model.insight import worklist
from doorbraak.model.insight.worklist import Item
from tests.model.insight.records import household

TODAY = date(2026, 10, 5)
DAY = timedelta(days=1)


def agenda(*due: Due, opened: date = TODAY, closed: date | None = None, **parts: object) -> Agenda:
    home = household(plan_date=None, opened=opened, closed=closed, number=12, name="Familie Proef")
    given_: dict[str, object] = {
        "households": (home,), "due": due, "refusals": (), "requested": frozenset(), "measured": frozenset(),
        "children": (), "decided": {},
    }  # fmt: skip
    return Agenda(**(given_ | parts))  # type: ignore[arg-type]


def task(on: date, row: int = 1) -> Due:
    return Due(1, "task", row, on, "Bellen", "", "")


def item(on: date, kind: worklist.Kind = "task") -> Item:
    return Item(1, 12, "Familie Proef", False, kind, 1, on)


def due_from(planned: date, today: date, *measured: tuple[int, worklist.Moment]) -> worklist.Moment | None:
    home = household(plan_date=planned)
    return worklist.measurement_due(agenda(households=(home,), measured=frozenset(measured)), home, today)


def kinds(known: Agenda, today: date = TODAY) -> list[tuple[str, date]]:
    """Without the follow-ups, unless they are what it is about."""
    return [(found.kind, found.on) for found in worklist.items(known, today) if found.kind != "measurement"]


def follow_ups(known: Agenda, today: date) -> list[tuple[str, date]]:
    return [(found.detail, found.on) for found in worklist.items(known, today) if found.kind == "measurement"]


def test_that_open_days_come_by_date_however_late_or_far() -> None:
    known = agenda(task(TODAY + 400 * DAY, 1), task(TODAY - 400 * DAY, 2), task(TODAY, 3))
    assert kinds(known) == [("task", TODAY - 400 * DAY), ("task", TODAY), ("task", TODAY + 400 * DAY)]


def test_that_a_closed_household_asks_for_nothing() -> None:
    child = Child(1, 5, "Sem", "", 2009, 3)
    known = agenda(task(TODAY), closed=TODAY, refusals=(Refusal(1, 2, TODAY, "", ""),), children=(child,))
    assert worklist.items(known, TODAY) == ()


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-1, "overdue"), (0, "today"), (1, "week"), (7, "week"), (8, "later"), (30, "later")],
)
def test_that_a_day_is_late_today_this_week_or_later(days: int, expected: str) -> None:
    assert worklist.when(item(TODAY + days * DAY), TODAY) == expected


def test_that_the_worklist_looks_thirty_days_ahead_and_starts_with_what_is_late() -> None:
    of = [item(TODAY + days * DAY) for days in (31, 30, 0, -500)]
    assert [found.on for found in worklist.near(of, TODAY)] == [TODAY - 500 * DAY, TODAY, TODAY + 30 * DAY]


def test_that_a_measurement_is_never_late_and_gives_way_to_what_is() -> None:
    old = item(TODAY - 90 * DAY, "measurement")
    assert worklist.when(old, TODAY) == "week"
    assert worklist.how_near(old, TODAY) == "kan nu"
    assert worklist.near([old, item(TODAY)], TODAY) == (item(TODAY), old)


@pytest.mark.parametrize(
    ("days", "said"),
    [(-2, "2 dagen te laat"), (-1, "1 dag te laat"), (0, "vandaag"), (1, "morgen"), (2, "over 2 dagen")],
)
def test_that_a_day_is_said_as_people_say_it(days: int, said: str) -> None:
    assert worklist.how_near(item(TODAY + days * DAY), TODAY) == said


def test_that_follow_ups_count_from_the_plan_or_else_from_the_start() -> None:
    known = agenda(opened=date(2026, 8, 31))
    assert follow_ups(known, TODAY) == [("3", date(2026, 11, 30)), ("6", date(2027, 2, 28)), ("12", date(2027, 8, 31))]
    planned = agenda(households=(household(plan_date=date(2026, 9, 30), opened=date(2026, 1, 1)),))
    assert follow_ups(planned, TODAY)[0] == ("3", date(2026, 12, 30))


def test_that_follow_ups_count_from_the_first_decision_like_the_sums() -> None:
    home = household(plan_date=date(2026, 9, 30), opened=date(2026, 1, 1))
    known = agenda(households=(home,), decided={home.id: date(2026, 3, 15)})
    assert follow_ups(known, date(2026, 5, 1)) == [
        ("3", date(2026, 6, 15)),
        ("6", date(2026, 9, 15)),
        ("12", date(2027, 3, 15)),
    ]
    assert worklist.measurement_due(known, home, date(2026, 6, 1)) == "3"


def test_that_a_follow_up_is_due_when_its_month_has_come_until_it_is_made() -> None:
    assert due_from(date(2026, 7, 20), date(2026, 9, 30)) is None
    assert due_from(date(2026, 7, 20), date(2026, 10, 1)) == "3"
    assert due_from(date(2026, 7, 20), date(2026, 10, 1), (1, "3")) is None
    assert due_from(date(2026, 7, 20), date(2026, 10, 1), (2, "3")) == "3"


def test_that_a_follow_up_that_was_missed_gives_way_to_the_next() -> None:
    assert due_from(date(2026, 1, 1), date(2026, 7, 1)) == "6"
    assert due_from(date(2026, 1, 1), date(2026, 7, 1), (1, "6")) is None
    assert follow_ups(agenda(opened=date(2026, 1, 1)), date(2026, 7, 1)) == [
        ("6", date(2026, 7, 1)),
        ("12", date(2027, 1, 1)),
    ]


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_that_follow_ups_fall_in_the_third_sixth_and_twelfth_month(begun: date) -> None:
    days = worklist.follow_up_days(begun)
    months = [(on.year - begun.year) * 12 + on.month - begun.month for _, on in days]
    assert months == [3, 6, 12]
    assert all(on.day <= begun.day for _, on in days)


def test_that_the_term_for_bezwaar_is_six_weeks_and_ends() -> None:
    known = agenda(refusals=(Refusal(1, 2, date(2026, 9, 1), "", ""),))
    last = date(2026, 10, 13)
    assert kinds(known) == [("term", last)]
    assert kinds(known, last) == [("term", last)]
    assert kinds(known, last + DAY) == []


@pytest.mark.parametrize(
    ("year", "month", "expected"),
    [
        (2008, 9, False),  # became 18 last month
        (2008, 10, True),  # becomes so this month
        (2009, 10, True),
        (2009, 11, False),  # in a year and a month
        (2008, None, True),  # some time this year
        (2009, None, True),
        (2010, None, False),
        (2007, None, False),
    ],
)
def test_that_who_turns_18_within_a_year_counts(year: int, month: int | None, expected: bool) -> None:
    assert worklist.comes_of_age(Child(1, 5, "Sem", "", year, month), TODAY) == expected


def test_that_a_birthday_stands_there_until_its_month_is_over() -> None:
    children = (Child(1, 5, "Sem", "", 2008, 10), Child(1, 6, "Bo", "", 2009, 2), Child(1, 7, "Jip", "", 2009, None))
    found = [item for item in worklist.items(agenda(children=children), TODAY) if item.kind == "turns-18"]
    assert [(item.row, item.on) for item in found] == [
        (5, date(2026, 10, 31)),
        (6, date(2027, 2, 28)),
        (7, date(2027, 12, 31)),
    ]
    known = lists.load()
    assert [worklist.what(item, known) for item in found] == [
        "Sem wordt 18 in 10-2026",
        "Bo wordt 18 in 2-2027",
        "Jip wordt 18 in 2027",
    ]


def test_that_each_item_says_what_it_asks() -> None:
    known = lists.load()
    agency, event, step = (next(iter(of)) for of in (known.agencies, known.events, known.interventions))

    def said(kind: worklist.Kind, **given_: str) -> str:
        return worklist.what(Item(1, 1, "", False, kind, 1, TODAY, **given_), known)

    assert said("task", words="Bellen") == "Bellen"
    assert said("letter", words="Betalen", code=agency) == f"{known.agencies[agency].name}: Betalen"
    assert said("letter", words="Betalen", who="Buurvrouw", code=agency) == "Buurvrouw: Betalen"
    assert said("letter", who="Buurvrouw") == "Buurvrouw"
    assert said("event", code=event) == known.events[event].name
    assert said("event", code=event, words="Uit huis") == "Uit huis"
    assert said("measurement", detail="6") == "Meting na 6 maanden"
    assert said("term", code=step, words="x") == f"Laatste dag voor bezwaar: {known.interventions[step].name}"
    assert said("turns-18", detail="year") == "Iemand wordt 18 in 2026"


def test_that_only_what_has_a_done_can_be_done() -> None:
    assert {kind for kind in worklist.KIND_NAMES if not item(TODAY, kind).can_be_done} == {
        "event",
        "measurement",
        "term",
        "turns-18",
    }


def test_that_every_item_has_a_name_of_its_own() -> None:
    children = tuple(Child(1, at, "", "", 2009, 3) for at in range(3))
    refusals = tuple(Refusal(1, at, TODAY, "", "") for at in range(3))
    known = agenda(*(task(TODAY, at) for at in range(3)), children=children, refusals=refusals)
    found = worklist.items(known, TODAY)
    assert len(found) == len({item.id for item in found}) == 12
