from datetime import date
from typing import Any

import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.costs import Chances
from doorbraak.model.insight.stopping_costs import sentence, stop_and_go_on
from tests.model.insight.records import agency, dossier, line

TODAY = date(2026, 11, 23)
WHOLE, LESS = Chances(100, 100, 100), Chances(100, 100, 20)


def found(cost: dict[str, Any], **of: Any) -> tuple[int, ...]:
    home = dossier(line(100_00, agency=1, **({"chances": WHOLE} | cost)), agencies=(agency(1, "politie", **of),))
    return tuple(one.id for one in stop_and_go_on(home, TODAY))


def test_that_an_agency_that_stops_while_its_costs_go_on_is_found() -> None:
    assert found({}, future="stop") == (1,)


@pytest.mark.parametrize("cost", [{"chances": LESS}, {"once": True}, {"agency": None}])
def test_that_costs_that_somebody_thought_about_are_left_alone(cost: dict[str, Any]) -> None:
    home = dossier(line(100_00, **({"agency": 1, "chances": WHOLE} | cost)), agencies=(agency(1, future="stop"),))
    assert stop_and_go_on(home, TODAY) == ()


@pytest.mark.parametrize("of", [{"future": "keep"}, {"future": "pause"}, {"future": "stop", "ended_on": TODAY}])
def test_that_an_agency_that_goes_on_or_is_over_is_not_found(of: dict[str, Any]) -> None:
    assert found({}, **of) == ()


def test_that_three_are_named_and_the_others_counted() -> None:
    stopping = tuple(agency(at, kind, future="stop") for at, kind in enumerate(("politie", "uwv", "cak", "svb", "ggd")))
    said = sentence(stopping, load())
    assert ": Politie, UWV, CAK en nog 2. " in said
    assert sentence((), load()) == ""
