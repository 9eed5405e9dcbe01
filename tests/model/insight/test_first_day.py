from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.interventions import ALLOWED, Status
from doorbraak.model.insight import measuring
from doorbraak.model.insight.first_day import far_before, first_day
from doorbraak.model.insight.realised import SPANS, realised_of
from doorbraak.model.insight.savings import saving_of
from tests.model.insight.records import START, dossier, household, intervention, line

DECIDED, EARLIER = date(2026, 3, 1), date(2026, 2, 1)


@pytest.mark.parametrize("status", sorted(ALLOWED))
def test_that_it_is_the_first_decision_that_still_stands(status: Status) -> None:
    allowed = intervention(status=status, decided_on=DECIDED)
    refused = intervention(status="refused", decided_on=EARLIER)
    assert first_day(dossier(interventions=(refused, allowed))) == DECIDED
    assert first_day(dossier(interventions=(refused,))) == START


def test_that_without_decision_or_plan_it_is_the_opening() -> None:
    assert first_day(dossier(of=household(plan_date=None, opened=EARLIER))) == EARLIER


days = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@given(days, days, days, days)
def test_that_no_line_lapses_before_it_could_be_confirmed(
    opened: date, planned: date, decided: date, now: date
) -> None:
    """The sums and the follow-ups count from one day."""
    home = dossier(
        line(10_000),
        of=household(plan_date=planned, opened=opened),
        interventions=(intervention(status="granted", decided_on=decided),),
    )
    (row,) = realised_of(saving_of(home, load()), (), now).lines
    lapsed = any(span.certainty == "unconfirmed" for span in row.spans)
    assert not lapsed or measuring.moment_now(home, now) == SPANS[-1][0]


@pytest.mark.parametrize(
    ("decided", "planned", "far"),
    [
        (date(1900, 1, 1), START, True),
        (date(1900, 1, 1), None, True),
        (date(2025, 1, 31), START, True),
        (date(2025, 2, 1), START, False),
        (date(2025, 1, 31), date(2025, 1, 31), False),
    ],
)
def test_that_a_decision_more_than_a_year_before_opening_and_plan_is_noticed(
    decided: date, planned: date | None, far: bool
) -> None:
    home = household(plan_date=planned, opened=EARLIER)
    one = intervention(status="granted", decided_on=decided)
    assert far_before(dossier(of=home, interventions=(one,))) == (decided if far else None)
    assert first_day(dossier(of=home, interventions=(one,))) == decided, "what was typed is kept"
    assert far_before(dossier(of=home, interventions=(intervention(decided_on=decided),))) is None
