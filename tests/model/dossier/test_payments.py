from datetime import date

import pytest

from doorbraak.model.dossier import costs, interventions, payments
from doorbraak.model.dossier.noted import Noted
from doorbraak.model.money import MOST_CENTS

DAY, LATER, NEVER = date(2026, 5, 1), date(2026, 6, 1), date(1, 1, 1)


@pytest.fixture
def line(do, home) -> int:
    step = do(interventions.add, home, words="De schuld betalen")
    return do(costs.add, home, words="De schuld", price_cents=1000, intervention=step)


def test_that_a_payment_comes_back_as_it_was_written(store, do, home, elsewhere, line) -> None:
    row = do(payments.add, line, DAY, 250, words="Eerste deel", noted=Noted("agency", DAY))
    assert payments.of_household(store, home) == (
        payments.Payment(
            id=row, cost_line=line, on_day=DAY, cents=250, words="Eerste deel", origin="agency", noted_on=DAY
        ),
    )
    assert payments.of_household(store, elsewhere) == ()


def test_that_each_field_is_changed_alone(store, do, home, line) -> None:
    row = do(payments.add, line, DAY, 250, words="Eerste deel")
    do(payments.add, line, DAY, 250, words="Eerste deel")  # the same twice may be two payments
    do(payments.set_day, row, LATER)
    do(payments.set_cents, row, MOST_CENTS)
    do(payments.reword, row, "")
    first, second = payments.of_household(store, home)
    assert (first.on_day, first.cents, first.words) == (LATER, MOST_CENTS, "")
    assert (second.on_day, second.cents, second.words) == (DAY, 250, "Eerste deel")
    do(payments.remove, row)
    assert payments.of_household(store, home) == (second,)


@pytest.mark.parametrize("cents", [0, -1, MOST_CENTS + 1])
def test_that_a_payment_is_more_than_nothing(do, line, refused, cents) -> None:
    with refused("cents"):
        do(payments.add, line, DAY, cents)
    row = do(payments.add, line, DAY, 1)
    with refused("cents"):
        do(payments.set_cents, row, cents)


def test_that_what_a_payment_cannot_hold_is_refused_by_its_field(do, line, refused) -> None:
    with refused("on_day"):
        do(payments.add, line, NEVER, 1)
    with refused("words"):
        do(payments.add, line, DAY, 1, words="w" * 201)
    row = do(payments.add, line, DAY, 1)
    with refused("on_day"):
        do(payments.set_day, row, NEVER)
    with refused("words"):
        do(payments.reword, row, "w" * 201)


def test_that_only_the_cost_of_a_doorbraak_is_paid_here(do, home, refused) -> None:
    plain = do(costs.add, home, words="Jeugdhulp", price_cents=1000)
    with refused("cost_line"):
        do(payments.add, plain, DAY, 250)


def test_that_what_was_paid_for_stays(store, do, home, line, refused) -> None:
    step = costs.of_household(store, home)[0].intervention
    paid = do(payments.add, line, DAY, 250)
    for verb, row in ((costs.remove, line), (interventions.remove, step), (costs.attach, line)):
        with refused("payment"):
            do(verb, row)
    do(payments.remove, paid)
    do(interventions.remove, step)
    assert costs.of_household(store, home) == ()
