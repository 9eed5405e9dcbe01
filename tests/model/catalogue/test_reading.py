from pathlib import Path

from doorbraak.model import catalogue as lists
from doorbraak.model.catalogue import Catalogue


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
