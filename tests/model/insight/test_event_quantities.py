from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from doorbraak.model import catalogue
from doorbraak.model.dossier.costs import MOST_QUANTITY_E4
from doorbraak.model.insight.event_quantities import asks_time, for_time, hint_without_time
from doorbraak.model.insight.proposals import FILL_IN_QUANTITY, Proposal, proposals_of
from tests.model.insight import records

LISTS = catalogue.load()


def asked(kind: str) -> list[Proposal]:
    threat = replace(records.event(40, 5), kind=kind)
    return list(proposals_of(records.dossier(events=(threat,)), LISTS, today=date(2026, 11, 22)).proposals)


def test_that_six_people_for_six_months_are_three_places_of_a_year() -> None:
    place, talks = asked("huisuitzetting")
    found = for_time(place, 6, Fraction(6))
    assert found.line.quantity_e4 == 30_000
    assert found.line.cents == 3 * place.line.price_cents
    assert FILL_IN_QUANTITY in place.cautions
    assert FILL_IN_QUANTITY not in found.cautions
    assert not asks_time(talks)
    assert for_time(talks, 6, Fraction(6)) == talks, "of talks the months say nothing"


def test_that_days_are_30_and_four_tenths_a_month() -> None:
    stay = asked("gesloten-jeugdhulp")[0]
    assert stay.line.unit == "per dag"
    assert for_time(stay, 1, Fraction(2)).line.quantity_e4 == 608_000


@pytest.mark.parametrize(("people", "months"), [(0, Fraction(6)), (6, Fraction(0))])
def test_that_a_missing_number_leaves_the_quantity_to_fill_in(people: int, months: Fraction) -> None:
    place = asked("huisuitzetting")[0]
    assert for_time(place, people, months) == place


def test_that_more_than_fits_is_the_most_that_fits() -> None:
    assert for_time(asked("huisuitzetting")[0], 999_999, Fraction(120)).line.quantity_e4 <= MOST_QUANTITY_E4


def test_that_a_hint_keeps_what_the_two_questions_do_not_answer() -> None:
    kind = LISTS.events["huisuitzetting"]
    assert hint_without_time(kind.quantity_hint) == "Gesprekken: ongeveer een per week zolang de opvang duurt."
    assert not any("gedeeld door 12" in hint_without_time(one.quantity_hint) for one in LISTS.events.values())
