from datetime import date, timedelta

import pytest

from doorbraak.model.errors import InputError
from doorbraak.model.insight.talk_promise import Promise, later, promised

TODAY = date(2026, 11, 20)  # a Friday


@pytest.mark.parametrize(
    ("typed", "words", "due"),
    [
        ("Brief lezen voor 1 dec", "Brief lezen", date(2026, 12, 1)),
        ("Brief lezen uiterlijk op 1 december", "Brief lezen", date(2026, 12, 1)),
        ("Brief lezen, voor 1 jan.", "Brief lezen", date(2027, 1, 1)),
        ("Brief lezen 3 mrt 2027", "Brief lezen", date(2027, 3, 3)),
        ("Brief lezen 1-12", "Brief lezen", date(2026, 12, 1)),
        ("Brief lezen voor 1-12-2027", "Brief lezen", date(2027, 12, 1)),
        ("Brief lezen 19-11", "Brief lezen", date(2027, 11, 19)),
        ("Brief lezen voor 20 nov", "Brief lezen", TODAY),
        ("Bellen morgen", "Bellen", TODAY + timedelta(days=1)),
        ("Bellen VANDAAG", "Bellen", TODAY),
        ("Bellen voor vrijdag", "Bellen", TODAY + timedelta(days=7)),
        ("Bellen maandag", "Bellen", TODAY + timedelta(days=3)),
        ("Bellen met de school", "Bellen met de school", None),
        ("Koop 2 fiets", "Koop 2 fiets", None),
        ("  Bellen  ", "Bellen", None),
        ("morgen", "morgen", None),
        ("", "", None),
    ],
)
def test_that_the_day_at_the_end_is_understood(typed: str, words: str, due: date | None) -> None:
    assert promised(typed, TODAY) == Promise(words, due)


@pytest.mark.parametrize("typed", ["Bellen 31 feb", "Bellen 31-2-2027", "Bellen voor 40-1", "Bellen 0-0"])
def test_that_a_day_that_does_not_exist_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InputError, match="1 dec"):
        promised(typed, TODAY)


def test_that_later_is_a_week_after_the_day_or_after_today() -> None:
    week = timedelta(weeks=1)
    assert later(date(2026, 12, 1), TODAY) == date(2026, 12, 8)
    assert later(date(2026, 11, 1), TODAY) == TODAY + week
    assert later(None, TODAY) == TODAY + week
