from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.insight.longer_view import longer_view_of
from doorbraak.model.insight.savings import Amounts, saving_of
from tests.model.insight.records import dossier, event, line
from tests.model.insight.test_savings import lines

LISTS = load()


@given(st.lists(lines(), max_size=6), st.sampled_from([36, 60]))
def test_that_without_a_rate_the_years_add_up_to_the_saving(costs: list[CostLine], months: int) -> None:
    saving = saving_of(dossier(*costs, events=(event(40, 5),)), LISTS, months)
    found = longer_view_of(saving, 0)
    assert [one.year for one in found] == list(range(1, months // 12 + 1))
    assert sum((one.amounts for one in found), Amounts()) == saving.public
    assert all((one.direct, one.prevented) == (one.amounts.direct, one.amounts.prevented) for one in found)


@pytest.mark.parametrize(("rate_e4", "cents"), [(225, (100_000, 97_800, 95_647)), (1000, (100_000, 90_909, 82_645))])
def test_that_each_later_year_weighs_less(rate_e4: int, cents: tuple[int, ...]) -> None:
    """€ 1,000 a year: / 1.0225 is 977.995..., / 1.0225 again is 956.474...; at 10% 909.09... and 826.44..."""
    saving = saving_of(dossier(line(100_000, chances=Chances(100, 100, 0))), LISTS, 36)
    assert tuple(one.direct for one in longer_view_of(saving, rate_e4)) == cents


def test_that_year_one_counts_in_full_and_amounts_stay_in_constant_prices() -> None:
    saving = saving_of(dossier(line(100_000, chances=Chances(100, 100, 0))), LISTS, 60)
    found = longer_view_of(saving, 500)
    assert found[0].direct == 100_000
    assert {one.amounts.current for one in found} == {100_000}
    assert found[4].direct == round(100_000 / Fraction(105, 100) ** 4)
