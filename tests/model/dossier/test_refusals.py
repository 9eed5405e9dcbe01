from datetime import date

import pytest

from doorbraak.model.dossier import agencies, events, interventions, problems, refusals
from doorbraak.model.dossier.noted import Noted
from doorbraak.model.errors import NotFound

FOUR = ("agency", "problem", "event", "intervention")
EACH = pytest.mark.parametrize("of", FOUR)
PRICE = "opvangplek-jaar"
REMOVE = {
    "agency": agencies.remove, "problem": problems.remove, "event": events.remove,
    "intervention": interventions.remove,
}  # fmt: skip


def four(do, home: int) -> dict[str, int]:
    return {
        "agency": do(agencies.add, home, words="De kerk"),
        "problem": do(problems.add, home, words="Post", life_domain="wonen"),
        "event": do(
            events.add, home, words="Uit huis", expected_on=date(2027, 2, 1), reason="r", chance_threatening=40,
            chance_plan=5,
        ),
        "intervention": do(interventions.add, home, words="Betalen"),
    }  # fmt: skip


@pytest.fixture
def rows(do, home) -> dict[str, int]:
    return four(do, home)


@EACH
def test_that_a_refusal_comes_back_as_it_was_written(store, do, home, elsewhere, rows, of) -> None:
    day = date(2026, 4, 30)
    row = do(refusals.add, home, price=PRICE, **{of: rows[of]}, noted=Noted("professional", day))
    asks = {name: rows[of] if name == of else None for name in FOUR}
    assert refusals.of_household(store, home) == (
        refusals.Refusal(id=row, household=home, price=PRICE, **asks, origin="professional", noted_on=day),
    )
    assert refusals.of_household(store, elsewhere) == ()


def test_that_what_is_refused_again_is_there_once(store, do, home, rows) -> None:
    kept = [do(refusals.add, home, price=PRICE, **{of: rows[of]}) for of in FOUR]
    kept.append(do(refusals.add, home, agency=rows["agency"]))
    kept.append(do(refusals.add, home, price="huur", agency=rows["agency"]))
    again = [do(refusals.add, home, price=PRICE, **{of: rows[of]}) for of in FOUR]
    again.append(do(refusals.add, home, price=" ", agency=rows["agency"]))
    assert again == kept[:5]
    assert [one.id for one in refusals.of_household(store, home)] == kept


def test_that_one_record_asks_for_what_is_refused(do, home, rows, contents) -> None:
    before = contents()
    with pytest.raises(ValueError, match="exactly one"):
        do(refusals.add, home, price=PRICE)
    with pytest.raises(ValueError, match="exactly one"):
        do(refusals.add, home, price=PRICE, agency=rows["agency"], problem=rows["problem"])
    assert contents() == before


@EACH
def test_that_a_row_of_another_household_is_no_reason(do, home, elsewhere, of) -> None:
    theirs = four(do, elsewhere)
    with pytest.raises(NotFound):
        do(refusals.add, home, **{of: theirs[of]})


def test_that_a_code_has_a_length(do, home, rows, refused) -> None:
    with refused("price"):
        do(refusals.add, home, price="p" * 81, agency=rows["agency"])


def test_that_it_can_be_taken_back(store, do, home, rows) -> None:
    do(refusals.remove, do(refusals.add, home, price=PRICE, agency=rows["agency"]))
    assert refusals.of_household(store, home) == ()


@EACH
def test_that_a_refusal_goes_with_what_asked_for_it(store, do, home, rows, of) -> None:
    for each in FOUR:
        do(refusals.add, home, price=PRICE, **{each: rows[each]})
    do(REMOVE[of], rows[of])
    left = refusals.of_household(store, home)
    assert [name for one in left for name in FOUR if getattr(one, name) is not None] == [n for n in FOUR if n != of]
