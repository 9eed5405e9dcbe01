from datetime import date
from fractions import Fraction

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.insight.waiting import Waiting, only_prevents, waiting_of, weekly_of
from tests.model.insight.records import dossier, event, intervention, line

LISTS = load()
TODAY = date(2026, 3, 1)
ALL, THREAT = Chances(100, 100, 0), Chances(0, 40, 5)


def waiting(home: Dossier) -> list[Waiting]:
    return list(waiting_of(saving_of(home, LISTS), home.events, TODAY))


def test_that_a_week_costs_seven_days_of_the_direct_saving() -> None:
    assert weekly_of(saving_of(dossier(line(365_00, chances=ALL)), LISTS)) == 7_00
    twice = saving_of(dossier(line(365_00, chances=ALL)), LISTS, 24)
    assert weekly_of(twice) == 7_00  # of the first year, however far one looks


def test_that_the_cost_of_the_doorbraak_and_of_what_threatens_is_no_cost_of_a_week() -> None:
    home = dossier(
        line(365_00, chances=ALL),
        line(6_000_00, id_=2, once=True, intervention=1, chances=Chances(0, 0, 100)),
        line(1_000_00, id_=3, once=True, event=1, chances=THREAT),
        events=(event(40, 5),),
        interventions=(intervention(),),
    )
    assert weekly_of(saving_of(home, LISTS)) == Fraction(7_00)


def test_that_waiting_until_the_day_costs_its_weeks_and_what_happens_then_is_apart_from_its_chance() -> None:
    """30 days to 31 March at € 1 a day. It costs € 1,000 when it happens, of which 35% is expected to be prevented."""
    threat = event(40, 5, on=date(2026, 3, 31))
    home = dossier(
        line(365_00, chances=ALL), line(1_000_00, id_=2, once=True, event=1, chances=THREAT), events=(threat,)
    )
    assert waiting(home) == [Waiting(threat, 30, 7_00, 30_00, 1_000_00, 350_00)]


def test_that_a_day_that_has_passed_still_threatens_and_waits_no_longer() -> None:
    found = waiting(dossier(line(365_00, chances=ALL), events=(event(40, 5, on=date(2026, 2, 27)),)))
    assert [(one.days, one.until_then) for one in found] == [(-2, 0)]


def test_that_what_happened_or_was_averted_no_longer_threatens_and_the_nearest_comes_first() -> None:
    threats = (
        event(40, 5, id=1, on=date(2026, 9, 1)),
        event(40, 5, id=2, on=date(2026, 4, 1)),
        event(40, 5, id=3, on=date(2026, 3, 2), outcome="happened", outcome_on=TODAY),
        event(40, 5, id=4, on=date(2026, 3, 3), outcome="averted", outcome_on=TODAY),
    )
    assert [one.event.id for one in waiting(dossier(events=threats))] == [2, 1]


def test_that_a_plan_that_only_prevents_is_told_apart_from_one_that_saves_each_week() -> None:
    threat = event(40, 5)
    day = line(1_000_00, id_=2, once=True, event=1, chances=THREAT)
    paid = line(6_000_00, id_=3, once=True, intervention=1, chances=Chances(0, 0, 100))
    for costs, alone in (
        ((day,), True),
        ((day, paid), True),  # its own cost is no cost of waiting
        ((day, line(365_00, chances=ALL)), False),
        ((line(365_00, chances=Chances(100, 100, 100)),), False),
        ((), False),
    ):
        home = dossier(*costs, events=(threat,), interventions=(intervention(),))
        assert only_prevents(saving_of(home, LISTS)) is alone
