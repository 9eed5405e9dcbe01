"""Who published the prices of the list: each once, with the years, and only of what may be a cost line."""

import pytest

from doorbraak.model import catalogue as lists
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.insight.price_sources import sources


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return lists.load()


def test_that_every_price_that_may_be_a_cost_line_has_its_source_and_year(catalogue: Catalogue) -> None:
    found = sources(catalogue)
    lines = [one for one in catalogue.prices.values() if one.use == "line"]
    assert sum(one.prices for one in found) == len(lines)
    assert len({one.name for one in found}) == len(found)
    assert len(found) < len(lines) / 2
    for price in lines:
        one = max((one for one in found if price.source_title.startswith(one.name)), key=lambda one: len(one.name))
        first, _, last = one.years.partition(" tot en met ")
        assert int(first) <= price.price_year <= int(last or first)


def test_that_the_one_with_most_prices_comes_first(catalogue: Catalogue) -> None:
    found = sources(catalogue)
    assert [one.prices for one in found] == sorted((one.prices for one in found), reverse=True)
    assert found[0].name == "Zorginstituut Nederland"
