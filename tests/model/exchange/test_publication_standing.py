"""An amount that stays as it was says of when it is, wherever it is read."""

import io
from dataclasses import replace
from random import Random

from openpyxl import load_workbook

from doorbraak.model.documents.publication_charts import chart_of
from doorbraak.model.exchange import published_views, yearly
from doorbraak.model.exchange.contributions import Home
from doorbraak.model.exchange.ledger import Ledger
from doorbraak.model.exchange.publication_package import package_bytes
from doorbraak.model.exchange.publication_reading import opened
from doorbraak.model.exchange.publication_workbook import STAND, workbook_bytes
from doorbraak.model.exchange.published import Publication, reopened
from doorbraak.model.exchange.published_sentences import STOOD
from tests.model.exchange.coordination import TABLES
from tests.model.exchange.merged_caseloads import NEXT, PERIOD, Laptops, home, merge, publish

RANDOM = Random(21)
AMOUNT = ("|gemeente", "wmo2015|gemeente", "|", "wmo2015|")


def homes(number: int, amount: int) -> list[Home]:
    return [
        home(
            RANDOM,
            "households_team none",
            f"cost_before wmo2015|gemeente {amount}",
            f"cost_after wmo2015|gemeente {amount}",
        )
        for _ in range(number)
    ]


FIRST: Laptops = {"a" * 32: homes(20, 10_000), "b" * 32: homes(20, 9_000), "c" * 32: homes(15, 8_000)}
"""Fifteen come whose care costs nothing yet, and one of whom it does: the number is new, the amount has to stay."""
SECOND: Laptops = {
    **FIRST,
    "b" * 32: [*FIRST["b" * 32], *homes(1, 37_400)],
    "c" * 32: [*FIRST["c" * 32], *homes(15, 0)],
}


def both() -> tuple[Publication, Publication]:
    first, ledger = publish(merge(FIRST, TABLES), TABLES, Ledger())
    return first, publish(merge(SECOND, TABLES, NEXT, earlier=(PERIOD, FIRST)), TABLES, ledger)[0]


def test_that_an_amount_that_stays_is_of_then_with_the_households_of_then() -> None:
    first, second = (one.table("cost_before") for one in both())
    for cell in AMOUNT:
        assert (first.at(cell).value, first.at(cell).period) == (500_000, "")
        assert (second.at(cell).value, second.at(cell).period) == (500_000, PERIOD)
        assert second.at(cell).households == first.at(cell).households


def test_that_a_package_tells_of_when_it_is_and_is_read_so() -> None:
    second = both()[1]
    assert opened(package_bytes(second)).table("cost_before").at("|").period == PERIOD


def test_that_views_and_workbook_say_it_too() -> None:
    first, second = both()
    chapters = published_views.chapters(second, first)
    view = next(one for one in chapters[0].views if one.id == "kosten")
    assert view.notes[0] == STOOD
    assert f"€\N{NO-BREAK SPACE}500.000 (stand van {PERIOD})" in view.conclusion
    assert all(one.period == PERIOD for row in view.rows for one in row.figures if one.value is not None)
    book = load_workbook(io.BytesIO(workbook_bytes(second, chapters)))
    texts = {value for sheet in book for row in sheet.iter_rows(values_only=True) for value in row}
    assert STAND in texts
    assert STOOD in texts


def test_that_a_year_of_quarters_says_it_of_its_last_one() -> None:
    year = opened(package_bytes(yearly.made(both(), TABLES)))
    assert year.table("cost_before").at("|").period == PERIOD


def test_that_amounts_of_unlike_quarters_do_not_stand_beside_each_other() -> None:
    """What it costs with the plan is new, without it stayed: both are of then, or they say that they differ."""
    first, second = both()
    cells = {(table.id, one.cell): one for table in second.tables for one in table.cells}
    cells |= {
        key: replace(one, value=600_000, period="")
        for key, one in cells.items()
        if key[0] == "cost_after" and one.value
    }
    now = reopened(NEXT, TABLES, cells, example=False)
    for then, of in ((first, {PERIOD}), (None, {PERIOD, NEXT})):
        view = next(one for one in published_views.chapters(now, then)[0].views if one.id == "kosten")
        assert {one.period for one in view.rows[-1].figures} == of
        assert [row.apart for row in view.rows] == [len(of) > 1] * len(view.rows)
        assert ("trek ze niet van elkaar af" in view.conclusion) == (len(of) > 1)
        assert bool(chart_of(view).panels) == (len(of) == 1)
