from datetime import date

import pytest

from doorbraak.model.dossier import confirmations, costs
from doorbraak.model.dossier.noted import Noted
from doorbraak.model.errors import NotFound

DAY, LATER, NEVER = date(2026, 5, 1), date(2026, 6, 1), date(1, 1, 1)
SAID = Noted("household", date(2026, 4, 30))


@pytest.fixture
def line(do, home) -> int:
    return do(costs.add, home, words="Huur", price_cents=1000)


def test_that_what_is_said_of_a_line_comes_back_as_it_was_written(store, do, home, elsewhere, line) -> None:
    row = do(
        confirmations.write, line, "6", "changed", actual_cents=0, on_day=DAY, reason="Het\nis gestopt", noted=SAID
    )
    assert confirmations.of_household(store, home) == (
        confirmations.Confirmation(
            id=row, cost_line=line, after="6", state="changed", actual_cents=0, on_day=DAY, reason="Het\nis gestopt",
            origin="household", noted_on=date(2026, 4, 30),
        ),
    )  # fmt: skip
    assert confirmations.of_household(store, elsewhere) == ()


def test_that_it_is_said_today_unless_another_day_is_given(store, do, home, line) -> None:
    do(confirmations.write, line, "3", "confirmed")
    assert confirmations.of_household(store, home)[0].on_day == date.today()


def test_that_each_moment_is_said_once_and_the_last_word_counts(store, do, home, line) -> None:
    other = do(costs.add, home, words="Zorg", price_cents=1)
    first = do(confirmations.write, line, "3", "changed", actual_cents=500, on_day=DAY, reason="Minder", noted=SAID)
    for of, after in ((line, "6"), (line, "12"), (other, "3")):
        do(confirmations.write, of, after, "confirmed", on_day=DAY)
    assert do(confirmations.write, line, "3", "unknown", on_day=LATER) == first
    found = confirmations.of_household(store, home)
    assert [(one.cost_line, one.after) for one in found] == [(line, "3"), (line, "6"), (line, "12"), (other, "3")]
    again = found[0]
    assert (again.state, again.actual_cents, again.on_day, again.reason) == ("unknown", None, LATER, "")
    assert (again.origin, again.noted_on) == ("household", date(2026, 4, 30))


@pytest.mark.parametrize(("state", "cents"), [("changed", None), ("confirmed", 100), ("unknown", 0)])
def test_that_only_a_change_has_an_amount_and_it_always_has(do, line, refused, state, cents) -> None:
    with refused("actual_cents"):
        do(confirmations.write, line, "3", state, actual_cents=cents)


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("after", {"after": "start"}),
        ("state", {"state": "soms", "actual_cents": None}),
        ("actual_cents", {"actual_cents": -1}),
        ("on_day", {"on_day": NEVER}),
        ("reason", {"reason": "r" * (confirmations.LONGEST + 1)}),
    ],
)
def test_that_what_it_cannot_hold_is_refused_by_its_field(do, line, refused, field, given) -> None:
    whole = {"after": "3", "state": "changed", "actual_cents": 1, **given}
    with refused(field):
        do(confirmations.write, line, **whole)
    do(confirmations.write, line, "3", "confirmed")
    with refused(field):
        do(confirmations.write, line, **whole)


def test_that_it_can_be_taken_back_and_goes_with_its_line(store, do, home, line) -> None:
    row = do(confirmations.write, line, "3", "confirmed")
    do(confirmations.remove, row)
    assert confirmations.of_household(store, home) == ()
    do(confirmations.write, line, "3", "confirmed")
    do(costs.remove, line)
    assert confirmations.of_household(store, home) == ()
    with pytest.raises(NotFound):
        do(confirmations.write, line, "3", "confirmed")


def test_that_a_line_that_changes_has_to_be_confirmed_again_and_a_real_cost_stays(store, do, home, line) -> None:
    do(confirmations.write, line, "3", "confirmed", on_day=DAY)
    do(confirmations.write, line, "6", "changed", actual_cents=500, on_day=DAY)
    do(costs.reword, line, "Huur van het huis")
    assert [one.after for one in confirmations.of_household(store, home)] == ["3", "6"]
    do(costs.set_price, line, 90_000_000, source="Factuur")
    assert [one.after for one in confirmations.of_household(store, home)] == ["6"]
    store.undo()
    assert [one.after for one in confirmations.of_household(store, home)] == ["3", "6"]
