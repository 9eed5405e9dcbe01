"""Counts to protect: made directly, or from records without a file."""

from datetime import date

import pytest

from doorbraak.model import catalogue
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.exchange.tables import CountRow, Counts, CountTable


@pytest.fixture(scope="session")
def known() -> Catalogue:
    return catalogue.load()


@pytest.fixture
def day() -> date:
    return date(2026, 11, 21)


def counts(households: int, *inside: int, example: bool = False) -> Counts:
    """One table with a row per number of households in it, called A, B, C, ..."""
    rows = tuple(
        CountRow(f"code-{number}", chr(ord("A") + number), number_of) for number, number_of in enumerate(inside)
    )
    return Counts(households, example, (CountTable("proef", "Proef", "Huishoudens met dit", rows),))
