from pathlib import Path

import pytest

from doorbraak import paths
from doorbraak.model import catalogue as lists
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.errors import CatalogueDamaged


def test_that_the_programs_own_lists_are_read_once(catalogue: Catalogue) -> None:
    assert lists.load() is catalogue


def test_that_another_folder_is_read_afresh(copied: Path, catalogue: Catalogue) -> None:
    assert lists.load(copied) is not lists.load(copied)
    assert lists.load(copied).problems == catalogue.problems


def test_that_records_keep_the_order_of_the_file(copied: Path, catalogue: Catalogue) -> None:
    lines = (copied / "catalogue/roles.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert list(catalogue.roles) == [line.split(",")[0] for line in lines]


def test_that_a_row_is_read_as_written(catalogue: Catalogue) -> None:
    """huisarts-consult: 30.87 euro, range 28.74 to 42.47, price year 2022."""
    price = catalogue.prices["huisarts-consult"]
    assert (price.price_cents, price.low_cents, price.high_cents) == (30_87, 28_74, 42_47)
    assert (price.unit, price.price_year, price.quality, price.use) == ("per keer", 2022, "B", "line")
    assert price.payers == ("zorgverzekeraar",)
    assert catalogue.prices["ziekenhuis-ic-dag"].low_cents is None
    problem = catalogue.problems["bankslapen"]
    assert problem.agencies == ("wijkteam", "burgerzaken", "sociale-dienst", "onder-de-pannen")
    quantities = {row.quantity_e4 for row in catalogue.agency_prices}
    assert {833, 2_500, 5_000, 10_000, 304_000} <= quantities
    assert next(cpi.index_hundredths for cpi in catalogue.cpi if cpi.year == 2025) == 134_56
    assert catalogue.retention["jeugdwet-dossier"].term == 20
    assert catalogue.retention["jeugdwet-toegang"].term is None
    assert catalogue.laws["participatiewet"].verified
    assert not catalogue.laws["overig"].verified
    assert catalogue.payers["zorgverzekeraar"].public
    assert not catalogue.payers["woningcorporatie"].public


def test_that_texts_stand_in_for_the_files_that_they_are(catalogue: Catalogue) -> None:
    text = (paths.resources() / "prices/prices.csv").read_text(encoding="utf-8").replace(",30.87,", ",31.20,")
    fresh = lists.load_texts({"prices/prices.csv": text})
    assert fresh.prices["huisarts-consult"].price_cents == 31_20
    assert fresh.problems == catalogue.problems
    assert lists.load_texts({"prices/prices.csv": text}) is fresh
    assert lists.load_texts({}) is catalogue


def test_that_a_text_of_an_unknown_list_is_refused() -> None:
    with pytest.raises(CatalogueDamaged, match=r"De lijst law/lws\.csv hoort er niet bij"):
        lists.load_texts({"law/lws.csv": "id\n"})


def test_that_a_year_missing_from_the_index_is_told(catalogue: Catalogue) -> None:
    text = (paths.resources() / "prices/cpi.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    with pytest.raises(CatalogueDamaged, match=r"op regel 5: na 2003 ontbreekt een jaar\. Er is niets veranderd"):
        lists.load_texts({"prices/cpi.csv": "".join(text[:5] + text[6:])})
