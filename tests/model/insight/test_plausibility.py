import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.insight.plausibility import (
    MOST_PREVENTED,
    RETURN_E2,
    SAVING_PER_HOUSEHOLD,
    TIMES,
    Mark,
    marks_of,
)
from doorbraak.model.insight.savings import saving_of
from tests.model.insight.records import dossier, event, intervention, line

LISTS = load()
ALL = Chances(100, 100, 0)
BORDER = TIMES * SAVING_PER_HOUSEHOLD


def marks(*costs: CostLine) -> dict[str, Mark]:
    home = dossier(*costs, events=(event(100, 0),), interventions=(intervention(),))
    return {mark.what: mark for mark in marks_of(saving_of(home, LISTS))}


def direct(cents: int) -> CostLine:
    return line(cents, id_=1, chances=ALL)


def prevented(cents: int) -> CostLine:
    return line(cents, id_=2, once=True, event=1, chances=Chances(0, 100, 0))


def own(cents: int) -> CostLine:
    return line(cents, id_=3, once=True, intervention=1, chances=Chances(0, 0, 100))


def test_that_the_borders_are_those_of_the_published_programmes() -> None:
    assert (BORDER, MOST_PREVENTED, TIMES * RETURN_E2) == (66_000_00, 90, 570)


@pytest.mark.parametrize(("cents", "marked"), [(BORDER - 1, False), (BORDER, False), (BORDER + 1, True)])
def test_that_a_saving_is_marked_one_cent_beyond_three_times_the_published(cents: int, marked: bool) -> None:
    found = marks(direct(cents))
    assert ("saving" in found) == marked
    if marked:
        mark = found["saving"]
        assert (mark.figure, mark.published, mark.border) == (cents, SAVING_PER_HOUSEHOLD, BORDER)
        assert "Maatpact" in mark.source


@pytest.mark.parametrize(("cents", "marked"), [(9_000, False), (9_001, True)])
def test_that_prevented_is_marked_one_cent_beyond_nine_tenths(cents: int, marked: bool) -> None:
    found = marks(direct(10_000 - cents), prevented(cents))
    assert ("prevented" in found) == marked
    if marked:
        assert (found["prevented"].figure, found["prevented"].border) == (90, MOST_PREVENTED)


def test_that_a_share_is_never_more_than_the_whole() -> None:
    assert marks(prevented(70_000_00), own(40_000_00))["prevented"].figure == 100


def test_that_every_source_stands_by_itself() -> None:
    found = {**marks(prevented(BORDER * 2), own(1))}
    assert found.keys() == {"saving", "prevented", "return"}
    assert all(any(name in one.source for name in ("Maatpact", "Amsterdam")) for one in found.values())
    assert not any("deze twee programma" in one.source for one in found.values())


@pytest.mark.parametrize(("cents", "marked"), [(5_700, False), (5_701, True)])
def test_that_a_return_is_marked_one_cent_beyond_three_times_the_published(cents: int, marked: bool) -> None:
    found = marks(direct(cents), own(1_000))
    assert ("return" in found) == marked
    if marked:
        assert (found["return"].figure, found["return"].published) == (570, RETURN_E2)


def test_that_a_plan_without_own_cost_has_no_return() -> None:
    assert marks(direct(10_000)) == {}


@pytest.mark.parametrize("costs", [(), (own(10**9),), (line(BORDER * 2, payer="huishouden", chances=ALL),)])
def test_that_nothing_or_less_or_private_is_not_far_outside(costs: tuple[CostLine, ...]) -> None:
    assert marks(*costs) == {}
