from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier import costs, events
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.insight.what_if import Handle, differences, handles_of, knobs_of, turned
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import dossier, event, line

LISTS = load()
PLAIN, OF_EVENT, OWN = Handle("line", 1), Handle("line", 2), Handle("line", 3)
THREAT = Handle("event", 1)


@pytest.fixture
def home() -> Dossier:
    return dossier(
        line(100_000, id_=1, chances=Chances(100, 100, 40)),
        line(200_000, id_=2, chances=Chances(0, 40, 5), event=1),
        line(5_000, id_=3, chances=Chances(0, 0, 100), intervention=1),
        events=(event(40, 5),),
    )


def test_that_everything_can_be_turned_but_the_doorbraaks_own_cost(home: Dossier) -> None:
    assert handles_of(home) == (THREAT, PLAIN, OF_EVENT)
    assert knobs_of(home, THREAT) == {"threatening": 40, "plan": 5}
    assert knobs_of(home, OF_EVENT) == {"attribution": 100}
    assert knobs_of(home, PLAIN) == {"attribution": 100, "threatening": 100, "plan": 40}


def test_that_without_events_what_threatens_can_not_be_turned(home: Dossier) -> None:
    calm = replace(home, events=(), costs=home.costs[:1])
    assert "threatening" not in knobs_of(calm, PLAIN)


def test_that_the_chance_of_an_event_is_that_of_its_lines(home: Dossier) -> None:
    other = turned(home, THREAT, "threatening", 80)
    assert saving_of(other, LISTS).public.prevented == 200_000 * 75 // 100
    assert saving_of(other, LISTS).public.direct == saving_of(home, LISTS).public.direct
    assert saving_of(home, LISTS).public.prevented == 200_000 * 35 // 100, "the dossier itself is as it was"


def test_that_a_range_without_the_new_middle_goes_and_one_with_it_stays(home: Dossier) -> None:
    held = replace(home.costs[0], chance_low=30, chance_high=50)
    with_range = replace(home, costs=(held, *home.costs[1:]))
    assert turned(with_range, PLAIN, "plan", 45).costs[0].chance_low == 30
    assert turned(with_range, PLAIN, "plan", 51).costs[0].chance_low is None


def test_that_the_attribution_is_not_of_an_event(home: Dossier) -> None:
    with pytest.raises(ValueError, match="line"):
        turned(home, THREAT, "attribution", 50)


@given(st.integers(0, 100), st.integers(0, 100))
def test_that_turned_back_is_no_difference(threatening: int, plan: int) -> None:
    begin = dossier(line(200_000, id_=2, chances=Chances(0, 40, 5), event=1), events=(event(40, 5),))
    other = turned(turned(begin, THREAT, "threatening", threatening), THREAT, "plan", plan)
    assert bool(differences(begin, other)) == ((threatening, plan) != (40, 5))
    assert differences(begin, turned(turned(other, THREAT, "threatening", 40), THREAT, "plan", 5)) == ()


def test_that_a_copy_sums_like_the_file_after_the_same_verbs(store: Store, casus: int) -> None:
    found = dossiers.read(store, casus)
    plain = next(one for one in found.costs if one.event is None and one.intervention is None)
    threat = found.events[0]
    copy = turned(found, Handle("event", threat.id), "plan", 20)
    copy = turned(copy, Handle("line", plain.id), "plan", 55)
    copy = turned(copy, Handle("line", plain.id), "attribution", 70)
    with store.change("Proef"):
        events.set_chance_plan(store, threat.id, 20)
        costs.set_chances(store, plain.id, replace(plain.chances, plan=55))
        costs.set_attribution(store, plain.id, 70)
    assert dossiers.read(store, casus) == copy
