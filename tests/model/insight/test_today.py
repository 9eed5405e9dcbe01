from datetime import date, datetime, timedelta

import pytest

from doorbraak.model import catalogue
from doorbraak.model.dossier.goals import Goal
from doorbraak.model.dossier.visits import Visit
from doorbraak.model.insight.today import Start, ago, copy_words, is_task, start_of, today_of
from doorbraak.model.insight.worklist import Item, Kind
from tests.model.insight.records import START, dossier, intervention, made, step, task

CATALOGUE = catalogue.load()
TODAY = date(2026, 2, 10)
DAY = timedelta(days=1)


def item(kind: Kind, on: date, row: int = 1) -> Item:
    return Item(1, 12, "", False, kind, row, on)


def test_that_promises_come_first_and_what_is_done_is_gone() -> None:
    of = dossier(
        tasks=(
            task(1, due=TODAY),
            task(2, kind="promise", due=TODAY + DAY),
            task(3, kind="promise", done_on=START),
            task(4, kind="appointment"),
            task(5, kind="promise", due=TODAY),
            task(6, kind="payment", due=TODAY),
        )
    )
    assert [one.id for one in today_of(of, (), CATALOGUE, TODAY).agreed] == [5, 2, 1, 4]


def test_that_what_is_late_is_on_top_and_what_is_long_past_is_last() -> None:
    items = (
        item("letter", TODAY - 60 * DAY),
        item("event", TODAY + 30 * DAY),
        item("objection", TODAY + 9 * DAY),
        item("letter", TODAY - DAY, 2),
        item("promise", TODAY),
        item("measurement", TODAY),
    )
    found = today_of(dossier(), items, CATALOGUE, TODAY).dates
    assert [one.on for one in found] == [TODAY - DAY, TODAY + 9 * DAY, TODAY + 30 * DAY, TODAY - 60 * DAY]
    assert [is_task(one) for one in found] == [False, True, False, False]


def test_that_the_last_visit_is_before_today_and_contact_may_be_today() -> None:
    old, new, later = (made(Visit, id=at, on_day=TODAY + days * DAY) for at, days in ((1, -20), (2, -13), (3, 4)))
    found = today_of(dossier(visits=(new, old, later)), (), CATALOGUE, TODAY)
    assert (found.last_visit, found.since) == (new, 13)
    assert today_of(dossier(), (), CATALOGUE, TODAY).since is None
    found = today_of(dossier(visits=(old, made(Visit, id=4, on_day=TODAY))), (), CATALOGUE, TODAY)
    assert (found.last_visit, found.since) == (old, 0)


def test_that_we_start_with_the_first_open_step_else_a_doorbraak_else_a_wish() -> None:
    steps = (
        step(1, words="Later", due=TODAY + DAY),
        step(2, words="Bellen", lead="Noor", due=TODAY),
        step(3, words="Gedaan", due=START, done_on=START),
    )
    wish = made(Goal, words="Rust", first=True)
    of = dossier(steps=steps, interventions=(intervention(),), goals=(wish,))
    assert start_of(of, CATALOGUE) == Start("Bellen", "Noor", TODAY)
    off = dossier(steps=steps, interventions=(intervention(status="refused"),), goals=(wish,))
    assert start_of(off, CATALOGUE) == Start("Rust")
    without = dossier(interventions=(intervention(decider="College"),), goals=(wish,))
    assert start_of(without, CATALOGUE) == Start("De schuld betalen", "College")
    assert start_of(dossier(goals=(made(Goal, words="Ooit"),)), CATALOGUE) is None


def test_that_a_follow_up_that_can_be_made_is_told() -> None:
    found = today_of(dossier(), (), CATALOGUE, START + timedelta(days=100)).follow_up
    assert found is not None
    assert (found.moment, found.due) == ("3", True)


def test_that_days_ago_are_words() -> None:
    assert [ago(days) for days in (0, 1, 13)] == ["vandaag", "gisteren", "13 dagen geleden"]


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (None, "Nog geen kopie"),
        (datetime(2026, 2, 10, 14, 50), "Kopie van 14:50, net gemaakt"),
        (datetime(2026, 2, 10, 14, 49), "Kopie van 14:49, 1 minuut geleden"),
        (datetime(2026, 2, 10, 14, 30), "Kopie van 14:30, 20 minuten geleden"),
        (datetime(2026, 2, 10, 9, 5), "Kopie van 09:05, 5 uur geleden"),
        (datetime(2026, 2, 9, 23, 59), "Kopie van 9-2 23:59, gisteren"),
        (datetime(2026, 2, 1, 8, 0), "Kopie van 1-2 08:00, 9 dagen geleden"),
        (datetime(2026, 2, 10, 15, 30), "Kopie van 15:30, net gemaakt"),
    ],
)
def test_that_the_copy_says_its_age(at: datetime | None, said: str) -> None:
    assert copy_words(at, datetime(2026, 2, 10, 14, 50, 30)) == said
