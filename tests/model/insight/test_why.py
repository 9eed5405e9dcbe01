from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model import money
from doorbraak.model.catalogue import load
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.insight.price_level import level_of
from doorbraak.model.insight.savings import Saving, saving_of
from doorbraak.model.insight.why import FORMER_LIST, NO_GRADE, OLD, SAID, formula_of, number, weak_of, why_of
from tests.model.insight.records import dossier, event, line
from tests.model.insight.test_savings import lines

LISTS = load()
LINES = [price for price in LISTS.prices.values() if price.use == "line"]
ALL = Chances(100, 100, 0)


def of(one: CostLine, months: int = 12) -> Saving:
    return saving_of(dossier(one), LISTS, months, level=level_of(LISTS, 2025))


def weak(one: CostLine) -> tuple[str, ...]:
    saving = of(one)
    return weak_of(saving.lines[0], saving)


def test_that_a_formula_shows_price_year_index_quantity_chance_and_outcome() -> None:
    saving = of(line(12_700, quantity_e4=260_000, price_year=2022, chances=Chances(100, 100, 20), attribution=60))
    row, index = saving.lines[0], level_of(LISTS).index
    found = why_of(row, saving).formulas
    to, since = (f"{index[year] / 100:.2f}".replace(".", ",") for year in (2025, 2022))
    assert found == (
        f"€\u00a0127,00 (2022) × {to}/{since} × 26 × (100% − 20%) × 60% = {money.exact(row.amounts.saving)}",
    )


def test_that_a_price_of_the_level_itself_is_not_converted() -> None:
    saving = of(line(1_000, price_year=2025, chances=ALL))
    assert why_of(saving.lines[0], saving).formulas == ("€\u00a010,00 × 1 × (100% − 0%) × 100% = €\u00a010,00",)


@given(st.lists(lines(), max_size=5), st.sampled_from([12, 24]))
def test_that_the_lines_of_a_figure_add_up_to_it(costs: list[CostLine], months: int) -> None:
    saving = saving_of(dossier(*costs, events=(event(40, 5),)), LISTS, months)
    found = [why_of(row, saving) for row in saving.public_lines]
    assert sum(one.cents for one in found) == saving.public.saving
    assert all(len(one.formulas) == months // 12 for one in found)


def test_that_source_grade_and_address_come_from_the_list_and_the_own_words_stay() -> None:
    price = LINES[0]
    saving = of(line(price.price_cents, price=price.id, price_year=price.price_year, source="Geteld in mei."))
    found = why_of(saving.lines[0], saving)
    assert (found.grade, found.url, found.price_year) == (price.quality, price.source_url, price.price_year)
    assert found.source.startswith(price.source_title)
    assert found.source.endswith("Geteld in mei.")


@pytest.mark.parametrize(
    ("one", "mark", "expected"),
    [
        (line(100), "no-source", True),
        (line(100, source="Factuur"), "own-price", True),
        (line(100, source="Factuur"), "no-source", False),
        (line(100, price_year=2025 - OLD), "old", False),
        (line(100, price_year=2025 - OLD - 1), "old", True),
        (line(100, price_year=2026), "nearest-index", True),
        (line(100, price_year=2024), "nearest-index", False),
        (line(100, price="weg"), "gone", True),
        (line(100, price="weg"), "no-source", False),
        (line(100, price="weg", source="Factuur"), "own-price", False),
        (line(100, source="Factuur"), "gone", False),
        (line(100), "assumed-band", True),
        (line(100, price_low_cents=50, price_high_cents=200), "assumed-band", False),
        *(
            (line(100, price=next(p.id for p in LINES if p.quality == grade)), "grade-c", grade == "C")
            for grade in "ABC"
        ),
        (line(100, price=next(p.id for p in LISTS.prices.values() if p.use == "total")), "check", True),
        (line(100, price="wmo-begeleiding-regulier-zeist"), "local", True),
        (line(100, price="huisarts-consult"), "local", False),
    ],
)
def test_that_each_weakness_is_marked_and_nothing_else(one: CostLine, mark: str, expected: bool) -> None:
    assert (mark in weak(one)) == expected
    assert mark in SAID


def test_that_a_price_that_left_the_list_keeps_its_cents_and_is_weak_with_an_unknown_grade() -> None:
    saving = of(line(15_000_00, price="weg", price_year=2025, source="Geteld in mei.", chances=ALL))
    found = why_of(saving.lines[0], saving)
    assert (found.cents, found.weak[0], found.grade) == (15_000_00, "gone", NO_GRADE)
    assert found.source == f"{FORMER_LIST}. Geteld in mei."


def test_that_every_mark_of_every_price_can_be_said() -> None:
    found = {mark for price in LISTS.prices.values() for mark in weak(line(100, price=price.id, price_year=2000))}
    assert found <= SAID.keys()
    assert {"grade-c", "local", "old", "check", "assumed-band"} <= found


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(26), "26"),
        (Fraction(1, 2), "0,5"),
        (Fraction(1, 3), "≈ 0,3333"),
        (Fraction(0), "0"),
        (Fraction(100), "100"),
    ],
)
def test_that_a_number_says_when_it_is_rounded(value: Fraction, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(("part", "chance"), [("current", 90), ("threatening", 80), ("plan", 20)])
def test_that_the_formula_of_a_scenario_has_its_own_chance_and_no_attribution(part: str, chance: int) -> None:
    one = line(10_000, chances=Chances(90, 80, 20), attribution=60)
    saving = saving_of(dossier(one, events=(event(40, 5),)), LISTS)
    row = saving.lines[0]
    assert formula_of(row, saving, 0, part) == (  # type: ignore[arg-type]
        f"€\u00a0100,00 × 1 × {chance}% = {money.exact(getattr(row.amounts, part))}"
    )


def test_that_an_amount_that_is_not_the_lists_and_a_range_to_one_side_are_marked() -> None:
    price = LISTS.prices["opvangplek-jaar"]
    same = line(price.price_cents, price=price.id, price_year=price.price_year)
    assert "not-listed" not in weak(same)
    assert "one-sided" in weak(same)  # the list has this price as its lowest
    assert "not-listed" in weak(line(price.price_cents + 1, price=price.id, price_year=price.price_year))
    assert "one-sided" not in weak(line(100_000))
