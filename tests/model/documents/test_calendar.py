"""The calendar file: every open day, and not one word."""

from datetime import UTC, date, datetime
from typing import Any, get_args

from icalendar import Calendar

from doorbraak.model import catalogue
from doorbraak.model.documents import calendar
from doorbraak.model.dossier import agencies, agenda, events, household, interventions, letters, people, steps, tasks
from doorbraak.model.insight import worklist
from doorbraak.model.insight.worklist import Item
from doorbraak.model.workspace.store import Store

MADE = datetime(2026, 10, 5, 9, 30, tzinfo=UTC)
TODAY = MADE.date()
MARKER = "Geheimwoord"
DUE = date(2026, 11, 20)


def one_of_each(store: Store) -> int:
    """A household with an open day of every kind, and the marker in every text."""
    with store.change("Proef"):
        home = household.open_dossier(store, MARKER, opened=TODAY, note=MARKER)
        step = interventions.add(store, home, words=MARKER, decider=MARKER)
        steps.add(store, step, MARKER, lead=MARKER, due=DUE)
        refused = interventions.add(store, home, words=MARKER)
        interventions.set_status(store, refused, "refused", on=TODAY, reason=MARKER)
        for kind in tasks.KINDS:
            tasks.add(store, home, MARKER, kind=kind, lead=MARKER, due=DUE)
        agency = agencies.add(store, home, kind="deurwaarder", words=MARKER)
        letters.add(store, home, agency=agency, sender=MARKER, demand=MARKER, last_day=DUE)
        events.add(
            store, home, words=MARKER, expected_on=DUE, reason=MARKER, chance_threatening=40, chance_plan=5
        )  # fmt: skip
        people.add(store, home, name=MARKER, role="zoon", birth_year=2009)
    return home


def written(store: Store, made: datetime = MADE) -> bytes:
    return calendar.write(worklist.items(agenda.read(store), TODAY), agenda.calendar_keys(store), made)


def parsed(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_that_no_name_word_or_agency_is_in_the_file(store: Store) -> None:
    one_of_each(store)
    content = written(store)
    kinds = {found.kind for found in worklist.items(agenda.read(store), TODAY)}
    assert kinds == set(worklist.KIND_NAMES), "every kind has its day here"
    plain = content.replace(b"\r\n ", b"")  # long lines are folded
    assert MARKER.lower().encode() not in plain.lower()
    for agency in catalogue.load().agencies.values():
        assert agency.name.encode() not in plain
    allowed = {calendar.SAYS, "Doorbraak"} | {f"Huishouden 1: {name.lower()}" for name in worklist.KIND_NAMES.values()}
    said = {str(event["summary"]) for event in parsed(content)}
    assert said <= allowed


def test_that_it_holds_what_the_rules_allow_and_nothing_else(store: Store) -> None:
    one_of_each(store)
    for event in parsed(written(store)):
        assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP"}


def test_that_every_open_day_is_a_whole_day_in_it(store: Store) -> None:
    one_of_each(store)
    found = worklist.items(agenda.read(store), TODAY)
    events_ = parsed(written(store))
    assert [event["dtstart"].dt for event in events_] == [item.on for item in found]
    assert all((event["dtend"].dt - event["dtstart"].dt).days == 1 for event in events_)
    assert {event["dtstart"].params["VALUE"] for event in events_} == {"DATE"}
    assert {event["dtstamp"].dt for event in events_} == {MADE}
    assert str(Calendar.from_ical(written(store))["x-wr-caldesc"]) == calendar.SAYS


def test_that_a_day_keeps_its_name_and_has_one_of_its_own(store: Store) -> None:
    one_of_each(store)
    first = [str(event["uid"]) for event in parsed(written(store))]
    assert len(set(first)) == len(first)
    with store.change("Proef"):
        tasks.set_due(store, 1, date(2027, 1, 1))
    later = [str(event["uid"]) for event in parsed(written(store, datetime(2026, 10, 6, tzinfo=UTC)))]
    assert set(first) == set(later)


def test_that_an_example_says_so(store: Store) -> None:
    item = Item(1, 12, "", True, "task", 1, TODAY)
    assert calendar.said(item) == "VOORBEELD Huishouden 12: taak"


def test_that_every_kind_has_a_name() -> None:
    assert set(worklist.KIND_NAMES) == {*agenda.KINDS, "measurement", "term", "turns-18"}
    assert set(get_args(worklist.When)) == set(worklist.WHENS)
