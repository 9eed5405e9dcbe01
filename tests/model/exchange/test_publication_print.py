"""Two people hear by a few digits whether they look at the same figures."""

import re
from random import Random

import pytest

from doorbraak.model.exchange import (
    constant_zip,
    publication_package,
    publication_print,
    publication_reading,
    published,
    published_method,
    yearly,
)
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.published_year import Quarter
from tests.model.exchange import test_published_views as views
from tests.model.exchange.merged_caseloads import merge, publish, small_laptops, small_tables
from tests.model.exchange.test_publication_package import files_of

SMALL = small_tables()


def made(seed: int) -> Publication:
    return publish(merge(small_laptops(seed, 120, 4), SMALL), SMALL)[0]


@pytest.fixture(scope="module")
def publication() -> Publication:
    return made(5)


def test_that_it_is_the_same_at_who_made_it_and_at_who_opened_its_package(publication: Publication) -> None:
    said = publication_print.spoken(publication)
    assert re.fullmatch(r"\d{4}( \d{4}){5}", said)
    for gemeente in ("", "GM0363"):
        package = publication_package.package_bytes(publication, gemeente, SMALL)
        assert publication_print.spoken(publication_reading.opened(package, SMALL)) == said
        packed = constant_zip.packed(dict(sorted(files_of(package).items(), reverse=True)))
        assert publication_print.spoken(publication_reading.opened(packed, SMALL)) == said


def test_that_one_other_figure_gives_other_digits(publication: Publication) -> None:
    """The only sign of it: a reader takes any figures that could have been published."""
    package = publication_package.package_bytes(publication, "", SMALL)
    files, random, changed = files_of(package), Random(1), 0
    for name in sorted(files):
        rows = files[name].split(b"\r\n")
        shown = [at for at, row in enumerate(rows) if b",shown," in row]
        if not name.startswith("data/") or not shown:
            continue
        at = random.choice(shown)
        before, after = rows[at].split(b",shown,")
        number, rest = after.split(b",", 1)
        rows[at] = before + b",shown," + str(int(number) + 5000).encode() + b"," + rest
        try:
            other = publication_reading.opened(constant_zip.packed({**files, name: b"\r\n".join(rows)}), SMALL)
        except publication_reading.PublicationRefused:
            continue  # the same figure stands elsewhere too
        changed += 1
        assert publication_print.spoken(other) != publication_print.spoken(publication)
    assert changed, "a change that changes nothing proves nothing"
    assert publication_print.spoken(made(6)) != publication_print.spoken(publication)


def test_that_the_digits_of_a_quarter_stand_in_its_report_and_in_a_year_made_of_it() -> None:
    quarters = [views.publication(views.drawn(at, period=f"2026Q{at}"), f"2026Q{at}") for at in (1, 2)]
    year = yearly.made(quarters)
    assert [one.fingerprint for one in year.quarters] == [publication_print.spoken(one) for one in quarters]
    for made in (*quarters, year):
        own = publication_print.spoken(made)
        assert any(own in sentence for sentence in dict(published_method.method(made))["Versie"])


def test_that_a_year_that_names_other_quarters_has_other_digits() -> None:
    def year(first: str) -> str:
        quarters = (Quarter("2026Q1", first), Quarter("2026Q2", "1234"))
        return publication_print.spoken(
            published.reopened("2026Q1Q2", views.TABLES, views.drawn(1), example=False, quarters=quarters)
        )

    assert year("0001") == year("0001") != year("0002")
