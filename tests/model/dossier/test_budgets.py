import pytest

from doorbraak.model.dossier import budgets
from doorbraak.model.money import MOST_CENTS


def test_that_a_budget_comes_back_by_year_the_newest_first(store, do) -> None:
    assert budgets.all_of(store) == ()
    old = do(budgets.write, 2025, "gemeente", 10_000_00)
    other = do(budgets.write, 2026, "zorgverzekeraar", 0, words="Convenant")
    new = do(budgets.write, 2026, "gemeente", MOST_CENTS, words="Begroting,  blz. 4")
    assert budgets.all_of(store) == (
        budgets.Budget(new, 2026, "gemeente", MOST_CENTS, "Begroting, blz. 4"),
        budgets.Budget(other, 2026, "zorgverzekeraar", 0, "Convenant"),
        budgets.Budget(old, 2025, "gemeente", 10_000_00, ""),
    )


def test_that_a_payer_has_one_budget_a_year(store, do) -> None:
    first = do(budgets.write, 2026, "gemeente", 100, words="Raad")
    assert do(budgets.write, 2026, " gemeente ", 200) == first
    assert budgets.all_of(store) == (budgets.Budget(first, 2026, "gemeente", 200, ""),)
    do(budgets.remove, first)
    assert budgets.all_of(store) == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("year", 1999),
        ("year", 2201),
        ("payer", ""),
        ("payer", " \u200b"),
        ("payer", "p" * 81),
        ("cents", -1),
        ("cents", MOST_CENTS + 1),
        ("words", "w" * 201),
    ],
)
def test_that_what_a_budget_cannot_hold_is_refused_by_its_field(do, refused, field, value) -> None:
    given = {"year": 2026, "payer": "gemeente", "cents": 1, "words": ""}
    with refused(field):
        do(budgets.write, **{**given, field: value})
