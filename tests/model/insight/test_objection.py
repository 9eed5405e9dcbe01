from datetime import date

from doorbraak.model.dossier.interventions import StatusChange
from doorbraak.model.insight import objection
from tests.model.insight.records import intervention, made


def refusal(of: int, on: date, *, status: str = "refused") -> StatusChange:
    return made(StatusChange, intervention=of, status=status, on_day=on)


def test_that_six_weeks_run_from_the_last_refusal() -> None:
    one = intervention(id=3, status="refused", decided_on=date(2026, 1, 1))
    known = [
        refusal(3, date(2026, 10, 1)),
        refusal(3, date(2026, 10, 28)),
        refusal(4, date(2026, 11, 5)),
        refusal(3, date(2026, 11, 9), status="requested"),
    ]
    assert objection.refused_on(one, known) == date(2026, 10, 28)
    assert objection.last_day(one, known) == date(2026, 12, 9)


def test_that_without_a_history_the_day_of_the_decision_counts() -> None:
    assert objection.last_day(intervention(status="refused", decided_on=date(2026, 1, 1)), ()) == date(2026, 2, 12)
    assert objection.last_day(intervention(status="refused", decided_on=None), ()) is None


def test_that_nothing_but_a_refusal_has_a_term() -> None:
    one = intervention(id=3, status="granted", decided_on=date(2026, 1, 1))
    assert objection.last_day(one, [refusal(3, date(2026, 1, 1))]) is None


def test_that_the_day_of_the_decision_counts_when_the_status_was_noted_later() -> None:
    """The letter is of 1 November, and the status was chosen when it was read."""
    one = intervention(id=3, status="refused", decided_on=date(2026, 11, 1))
    assert objection.last_day(one, [refusal(3, date(2026, 11, 21))]) == date(2026, 12, 13)
    again = [refusal(3, date(2026, 11, 1)), refusal(3, date(2026, 11, 10), status="requested")]
    late = [*again, refusal(3, date(2026, 12, 20))]
    assert objection.refused_on(one, late) == date(2026, 12, 20), "the decision was about the first request"


def test_that_what_was_granted_in_part_was_refused_for_the_rest() -> None:
    one = intervention(id=3, status="partly", decided_on=date(2026, 10, 28))
    assert objection.last_day(one, [refusal(3, date(2026, 10, 28), status="partly")]) == date(2026, 12, 9)
