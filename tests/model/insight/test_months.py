from datetime import date

from doorbraak.model.insight.months import add_months


def test_that_a_month_after_the_thirty_first_is_the_last_day() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2027, 12, 31), 2) == date(2028, 2, 29)
