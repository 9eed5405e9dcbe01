from datetime import date

import pytest

from doorbraak.model import catalogue
from doorbraak.model.dossier.interventions import Status, StatusChange
from doorbraak.model.dossier.tasks import Task
from doorbraak.ui.household import breakthrough_course as course
from tests.model.insight.records import dossier, household, intervention, made, task

TODAY = date(2026, 11, 22)


def change(status: Status, on: date, of: int = 1) -> StatusChange:
    return made(StatusChange, intervention=of, status=status, on_day=on)


ASKED = (change("requested", date(2026, 9, 1)), change("requested", date(2026, 10, 30)), change("requested", TODAY, 2))


def test_that_a_request_tells_how_long_it_waits_from_the_last_one() -> None:
    one = intervention(status="requested")
    assert course.status_words(one, ASKED, TODAY) == "Aangevraagd, 23 dagen geleden"
    assert course.request_words(one, ASKED, TODAY) == "Aangevraagd op 30-10-2026, 23 dagen geleden."
    assert course.status_words(one, [change("requested", TODAY)], TODAY) == "Aangevraagd, vandaag"
    assert course.status_words(one, (), TODAY) == "Aangevraagd"
    assert course.status_words(one, [change("requested", date(2026, 12, 1))], TODAY) == "Aangevraagd"


def test_that_a_decision_tells_how_long_it_took() -> None:
    one = intervention(status="partly", decided_on=date(2026, 10, 31))
    assert course.status_words(one, ASKED, TODAY) == "Deels toegekend"
    assert course.request_words(one, ASKED, TODAY).endswith("Het besluit kwam na 1 dag.")
    early = intervention(status="partly", decided_on=date(2026, 10, 1))
    assert course.request_words(early, ASKED, TODAY) == "Aangevraagd op 30-10-2026."
    assert course.request_words(one, (), TODAY) == ""


@pytest.mark.parametrize("status", ["done", "evaluated"])
def test_that_help_without_a_decision_is_said_until_there_is_one(status: Status) -> None:
    one = intervention(status=status)
    assert course.help_first_words(one, ASKED) == "Hulp is er al; het besluit volgt nog."
    assert course.help_first_words(one, [change("granted", TODAY, of=2)]) != ""
    assert course.help_first_words(one, [change("partly", TODAY)]) == ""
    assert course.help_first_words(intervention(status=status, decided_on=TODAY), ASKED) == ""
    assert course.help_first_words(intervention(status="requested"), ASKED) == ""


def test_that_the_decision_that_moves_the_sums_to_long_ago_asks_for_its_day() -> None:
    early = intervention(id=1, status="granted", decided_on=date(1990, 1, 1))
    later = intervention(id=2, status="granted", decided_on=date(2026, 10, 1))
    found = dossier(of=household(opened=date(2026, 2, 1)), interventions=(early, later))
    assert course.first_day_words(early, found).endswith("(1 januari 1990). De som loopt daarom over een jaar dat al "
        "voorbij is. Klopt de dag?")  # fmt: skip
    assert course.first_day_words(later, found) == ""
    assert course.first_day_words(later, dossier(interventions=(later,))) == ""


def test_that_bezwaar_is_offered_as_a_task_once_and_while_there_is_time() -> None:
    one, refused = intervention(status="refused"), (change("refused", date(2026, 11, 2)),)
    last = date(2026, 12, 14)
    assert course.objection_to_plan(one, refused, (), TODAY) == last
    assert course.objection_to_plan(one, refused, (), last) == last
    assert course.objection_to_plan(one, refused, (), date(2026, 12, 15)) is None
    others: tuple[Task, ...] = (task(1, kind="objection", intervention=2), task(2, kind="task", intervention=1))
    assert course.objection_to_plan(one, refused, others, TODAY) == last
    assert course.objection_to_plan(one, refused, (task(3, kind="objection", intervention=1),), TODAY) is None
    assert course.objection_to_plan(intervention(status="granted"), refused, (), TODAY) is None


def test_that_the_words_of_the_task_stay_short() -> None:
    words = course.objection_task(intervention(kind="", words="De huur\nbetalen " * 40), catalogue.load())
    assert words.startswith("Laatste dag voor bezwaar: De huur betalen")
    assert len(words) <= 120
    assert "\n" not in words
