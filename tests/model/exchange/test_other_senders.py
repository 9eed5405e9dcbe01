"""Other laptops than the last time: said of whole laptops of five households or more, and never of one household."""

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from doorbraak.model.documents import publication_report
from doorbraak.model.exchange import (
    constant_zip,
    merging,
    other_senders,
    periods,
    publication_package,
    publication_print,
    publication_reading,
    publication_workbook,
    published,
    published_views,
    senders,
    yearly,
)
from doorbraak.model.exchange.ledger import Ledger
from doorbraak.model.exchange.published import Publication
from doorbraak.model.workspace.store import Store
from tests.model.exchange.coordination import LATER, TABLES, Laptop, begun, believed, number_of, take
from tests.model.exchange.merged_caseloads import NEXT, PERIOD
from tests.model.exchange.test_publication_package import files_of

BIG, MORE, THIRD, FOURTH = Laptop(1), Laptop(2), Laptop(3), Laptop(4)
THEN, NOW = periods.parse(PERIOD), periods.parse(NEXT)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = begun(tmp_path / "coordinator")
    believed(made, BIG, MORE, THIRD, FOURTH)
    yield made
    made.close()


def send(store: Store, period: str, **homes: int) -> None:
    for at, laptop in enumerate((BIG, MORE, THIRD, FOURTH)):
        number = homes.get(("big", "more", "third", "fourth")[at], 0)
        if number:
            sequence = 1 if period == PERIOD else 2
            take(store, laptop.file(store, range(at * 50, at * 50 + number), period=period, sequence=sequence), LATER)


def both(store: Store, then: dict[str, int], now: dict[str, int]) -> Publication:
    send(store, PERIOD, **then)
    first = published.publish_in(store, THEN, LATER)
    assert not first.other_senders, "there is none before it"
    send(store, NEXT, **now)
    return published.publish_in(store, NOW, LATER)


ALL = {"big": 12, "more": 12, "third": 12}


@pytest.mark.parametrize(
    ("then", "now", "differ"),
    [
        (ALL, ALL, False), (ALL, {"big": 12, "more": 12}, True), ({"big": 12, "more": 12}, ALL, True),
        ({"big": 12, "more": 12}, {"big": 12, "third": 12}, True),
        (ALL, {**ALL, "third": 4}, False), ({**ALL, "third": 4}, ALL, False),
        (ALL, {**ALL, "fourth": 4}, False), ({**ALL, "fourth": 4}, ALL, False),
        ({**ALL, "fourth": 4, "third": 3}, ALL, False), (ALL, {"big": 12, "more": 12, "third": 3, "fourth": 3}, False),
    ],
)  # fmt: skip
def test_that_a_laptop_that_comes_or_goes_is_said_and_one_household_never(
    store: Store, then: dict[str, int], now: dict[str, int], differ: bool
) -> None:
    send(store, PERIOD, **then)
    before = Ledger().after(THEN, TABLES.version, frozenset(merging.sources(store, THEN).senders), {})
    send(store, NEXT, **now)
    assert other_senders.differ(store, NOW, before) == differ


def test_that_it_is_of_what_was_published_and_not_of_what_came_later(store: Store) -> None:
    send(store, PERIOD, big=12, more=12)
    published.publish_in(store, THEN, LATER)
    send(store, PERIOD, third=12)  # too late
    send(store, NEXT, **ALL)
    assert published.publish_in(store, NOW, LATER).other_senders


def test_that_one_who_was_withdrawn_is_missing(store: Store) -> None:
    send(store, PERIOD, **ALL)
    published.publish_in(store, THEN, LATER)
    send(store, NEXT, **ALL)
    senders.withdraw(store, number_of(store, THIRD), LATER)
    assert published.publish_in(store, NOW, LATER).other_senders


def test_that_it_survives_keeping_the_package_and_a_year_and_is_in_the_digits(store: Store) -> None:
    made = both(store, ALL, {"big": 12, "more": 12})
    assert published.kept_in(store, NOW) == made
    package = publication_package.package_bytes(made)
    assert publication_package.package_bytes(published.publish_in(store, NOW, LATER)) == package
    opened = publication_reading.opened(package)
    assert opened == made
    assert opened.other_senders
    first = published.kept_in(store, THEN)
    assert first is not None
    year = yearly.made([first, made])
    assert other_senders.said(year) == other_senders.IN_A_YEAR
    assert publication_reading.opened(publication_package.package_bytes(year)) == year
    assert publication_print.spoken(made) == publication_print.spoken(opened)


def test_that_hiding_it_changes_the_digits_that_two_people_compare(store: Store) -> None:
    made = both(store, ALL, {"big": 12, "more": 12})
    package = publication_package.package_bytes(made)
    files = files_of(package)
    name = publication_package.DESCRIPTION
    files[name] = files[name].replace(b'"other_senders": true', b'"other_senders": false')
    forged = publication_reading.opened(constant_zip.packed(files))
    assert not forged.other_senders
    assert publication_print.spoken(forged) != publication_print.spoken(made)


def test_that_the_report_and_the_workbook_say_it_where_one_begins_to_read(store: Store) -> None:
    made = both(store, ALL, {"big": 12, "more": 12})
    chapters = published_views.chapters(made)
    report = publication_report.report_of(made, chapters)
    assert other_senders.OTHERS in repr(report.sections[0])
    book = openpyxl.load_workbook(io.BytesIO(publication_workbook.workbook_bytes(made, chapters)))
    first = [cell.value for row in book.worksheets[0].iter_rows(max_row=8) for cell in row]
    assert other_senders.OTHERS in first
