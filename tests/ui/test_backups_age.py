"""How old a copy is, in words."""

from datetime import datetime

import pytest

from doorbraak.ui import backups_age

NOW = datetime(2026, 2, 10, 14, 50)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 2, 10, 14, 32), "vandaag 14:32"),
        (datetime(2026, 2, 10, 15, 30), "vandaag 15:30"),  # the clock was set back
        (datetime(2026, 2, 11, 1, 0), "vandaag 01:00"),
        (datetime(2026, 2, 9, 23, 59), "gisteren 23:59"),
        (datetime(2026, 2, 8, 8, 0), "2 dagen oud"),
        (datetime(2026, 2, 2, 8, 0), "8 dagen oud"),
    ],
)
def test_that_the_age_is_said_in_words(at: datetime, words: str) -> None:
    assert backups_age.age(at, NOW) == words


@pytest.mark.parametrize(
    ("at", "old"),
    [
        (None, False),
        (datetime(2026, 2, 8, 14, 50), False),
        (datetime(2026, 2, 8, 14, 49), True),
        (datetime(2026, 2, 12), False),
    ],
)
def test_that_a_copy_is_old_after_two_days(at: datetime | None, old: bool) -> None:
    assert backups_age.is_old(at, NOW) is old


@pytest.mark.parametrize(("count", "words"), [(0, "1 kB"), (412_300, "412 kB"), (3_400_000, "3,4 MB")])
def test_that_a_size_reads_as_in_a_folder(count: int, words: str) -> None:
    assert backups_age.size(count) == words
