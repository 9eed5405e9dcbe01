from datetime import date

from doorbraak.model.dossier.visits import Visit
from doorbraak.model.insight.visiting import VisitTime, note_goes_on, time_of, visit_of
from tests.model.insight.records import made


def visit(people: int, keyboard: int, **given: object) -> Visit:
    return made(Visit, minutes_with_people=people, minutes_at_keyboard=keyboard, **given)


def test_that_the_share_is_of_people_and_keyboard_together() -> None:
    spent = time_of((visit(75, 10), visit(60, 20), visit(75, 5)))
    assert spent == VisitTime(3, 210, 35)
    assert spent.keyboard_share == 14


def test_that_without_minutes_there_is_no_share() -> None:
    assert time_of((visit(0, 0),)).keyboard_share is None
    assert time_of(()) == VisitTime(0, 0, 0)


def test_that_a_note_goes_thirty_days_after_its_first_words() -> None:
    assert note_goes_on(visit(0, 0, note_since=date(2026, 11, 21))) == date(2026, 12, 21)
    assert note_goes_on(visit(0, 0)) is None


def test_that_time_goes_to_the_visit_of_that_day_that_was_noted_last() -> None:
    day = date(2026, 11, 21)
    visits = (
        visit(0, 0, id=1, on_day=day),
        visit(0, 0, id=3, on_day=day),
        visit(0, 0, id=4, on_day=date(2026, 11, 20)),
    )
    found = visit_of(visits, day)
    assert found is not None
    assert found.id == 3
    assert visit_of(visits, date(2026, 11, 22)) is None
