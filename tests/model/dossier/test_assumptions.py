from dataclasses import replace
from datetime import date

import pytest

from doorbraak.model.dossier import assumptions
from doorbraak.model.dossier.assumptions import Assumptions

OWN = Assumptions(2024, 300, "Het college, besluit 12", date(2026, 3, 1), 1400)


def test_that_those_of_the_program_hold_until_others_are_chosen_once(store, do) -> None:
    assert assumptions.read(store) == Assumptions(None, 225, assumptions.DISCOUNT_SOURCE, None, 1380)
    do(assumptions.write, OWN)
    assert assumptions.read(store) == OWN
    do(assumptions.write, replace(OWN, price_year=None, discount_on=None))
    assert assumptions.read(store) == replace(OWN, price_year=None, discount_on=None)
    assert store.rows("SELECT count(*) FROM assumptions") == [(1,)]
    store.undo()
    store.undo()
    assert assumptions.read(store) == Assumptions()


def test_that_the_ends_of_what_can_be_are_taken(store, do) -> None:
    for chosen in (
        replace(OWN, price_year=1990, discount_e4=0, hours_per_fte=1),
        replace(OWN, price_year=date.today().year + 1, discount_e4=assumptions.MOST_DISCOUNT_E4, hours_per_fte=3000),
    ):
        do(assumptions.write, chosen)
        assert assumptions.read(store) == chosen


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("price_year", 1989),
        ("price_year", date.today().year + 2),
        ("discount_e4", -1),
        ("discount_e4", assumptions.MOST_DISCOUNT_E4 + 1),
        ("discount_source", "s" * 201),
        ("discount_on", date(1, 1, 1)),
        ("hours_per_fte", 0),
        ("hours_per_fte", 3001),
    ],
)
def test_that_what_cannot_be_assumed_is_refused_by_its_field(do, refused, field, value) -> None:
    with refused(field):
        do(assumptions.write, replace(OWN, **{field: value}))
