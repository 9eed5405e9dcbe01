from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.confirmations import AFTER, After, Confirmation, State
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.insight.realised import Parts, Realised, parts_of, realised_of
from doorbraak.model.insight.savings import saving_of
from tests.model.insight.records import START, dossier, event, line, made
from tests.model.insight.test_savings import lines

LISTS = load()
SOON, LATE = date(2026, 12, 31), date(2027, 1, 1)
PLAN = Chances(100, 100, 20)
STATES: st.SearchStrategy[State] = st.sampled_from(["confirmed", "changed", "unknown"])


def said(after: After, state: State, cents: int | None = None, of_line: int = 1) -> Confirmation:
    return made(Confirmation, cost_line=of_line, after=after, state=state, actual_cents=cents, on_day=START)


def of(*costs: CostLine, confirmed: tuple[Confirmation, ...] = (), today: date = SOON) -> Realised:
    home = dossier(*costs, events=(event(40, 5, on=date(2026, 5, 1)),))
    return realised_of(saving_of(home, LISTS), confirmed, today)


@given(st.lists(lines(), max_size=6), st.sampled_from([SOON, LATE]))
def test_that_three_spans_add_up_to_the_saving_of_the_year_to_the_cent(costs: list[CostLine], today: date) -> None:
    found = of(*costs, today=today)
    for one in found.lines:
        assert sum(span.promised for span in one.spans) == one.row.years[0].saving
        assert sum(span.cents for span in one.spans) == one.row.years[0].saving
    public = saving_of(dossier(*costs, events=(event(40, 5, on=date(2026, 5, 1)),)), LISTS).public
    assert (found.direct.promised, found.prevented.promised) == (public.direct, public.prevented)


@given(st.lists(lines(), max_size=5), st.dictionaries(st.sampled_from(AFTER), STATES), st.integers(0, 10**9))
def test_that_every_span_is_in_one_part(costs: list[CostLine], states: dict[After, State], cents: int) -> None:
    confirmed = tuple(said(after, state, cents if state == "changed" else None) for after, state in states.items())
    for one in of(*costs, confirmed=confirmed).lines:
        parts = parts_of(one)
        assert parts.realised + parts.expected + parts.unconfirmed == sum(span.cents for span in one.spans)


@given(st.lists(lines(), max_size=8))
def test_that_groups_add_up_to_the_whole(costs: list[CostLine]) -> None:
    found = of(*costs)
    for key in ("law", "payer"):
        groups = found.by(lambda row, key=key: getattr(row.line, key))  # type: ignore[misc]
        assert sum((parts for _, parts in groups), Parts()) == found.direct + found.prevented


def test_that_what_was_confirmed_is_realised_and_the_rest_expected() -> None:
    """€ 1,200 a year, 80% of it saved: € 240 a quarter."""
    found = of(line(1_200_00, chances=PLAN), confirmed=(said("3", "confirmed"),))
    assert found.direct == Parts(promised=960_00, realised=240_00, expected=720_00)


@pytest.mark.parametrize("states", [(), ("unknown",)])
def test_that_what_was_not_confirmed_after_twelve_months_is_unconfirmed(states: tuple[State, ...]) -> None:
    confirmed = tuple(said("12", state) for state in states)
    one = line(1_200_00, chances=PLAN)
    assert of(one, confirmed=confirmed, today=SOON).direct == Parts(960_00, expected=960_00)
    assert of(one, confirmed=confirmed, today=LATE).direct == Parts(960_00, unconfirmed=960_00)


def test_that_a_changed_line_saves_what_it_no_longer_costs() -> None:
    """It really costs € 600 a year: in the second quarter € 300 threatened and € 150 was spent."""
    found = of(line(1_200_00, chances=PLAN), confirmed=(said("6", "changed", 600_00),))
    assert [span.cents for span in found.lines[0].spans] == [240_00, 150_00, 480_00]
    assert found.direct == Parts(promised=960_00, realised=150_00, expected=720_00)


def test_that_a_line_that_became_dearer_shows_a_negative_saving() -> None:
    found = of(line(1_200_00, chances=PLAN), confirmed=tuple(said(after, "changed", 2_000_00) for after in AFTER))
    assert found.direct.realised == -800_00


def test_that_only_the_attributed_share_of_a_change_counts() -> None:
    found = of(line(1_200_00, chances=PLAN, attribution=50), confirmed=(said("3", "changed", 0),))
    assert found.lines[0].spans[0].cents == 150_00


def test_that_what_comes_once_is_judged_where_it_falls() -> None:
    one = line(1_000_00, once=True, event=1, chances=Chances(0, 40, 5))  # in May
    found = of(one, confirmed=(said("3", "changed", 500_00), said("6", "changed", 100_00)))
    assert [span.promised for span in found.lines[0].spans] == [0, 350_00, 0]
    assert [span.cents for span in found.lines[0].spans] == [0, 300_00, 0]
    assert found.prevented.realised == 300_00


def test_that_another_line_is_not_confirmed_with_it() -> None:
    costs = (line(1_200_00, id_=1, chances=PLAN), line(1_200_00, id_=2, chances=PLAN))
    found = of(*costs, confirmed=(said("3", "confirmed", of_line=2),))
    assert [parts_of(one).realised for one in found.lines] == [0, 240_00]


def test_that_an_event_that_happened_prevented_nothing_however_often_it_was_confirmed() -> None:
    lost = line(100_000, chances=Chances(0, 40, 5), event=1, once=True)
    happened = replace(event(40, 5, on=START), outcome="happened", outcome_on=START)
    confirmed = tuple(said(after, "confirmed") for after in AFTER)
    found = realised_of(saving_of(dossier(lost, events=(happened,)), LISTS), confirmed, LATE)
    assert found.prevented == Parts(promised=35_000, realised=0)
