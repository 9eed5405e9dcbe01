"""Visits and talks: when, how long, what came of it, and a private working note that lasts 30 days."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.workspace.store import Store

Place = Literal["home", "office", "phone", "elsewhere"]
PLACES: tuple[Place, ...] = ("home", "office", "phone", "elsewhere")
Conversation = Literal["", "first", "plan", "look-back"]
CONVERSATIONS: tuple[Conversation, ...] = ("", "first", "plan", "look-back")
MOST_MINUTES = 24 * 60
NOTE_LASTS = timedelta(days=30)
LONGEST_NOTE = 4000

TABLE = columns.record_table(
    "visit",
    columns.belongs_to("household"),
    columns.day("on_day", "never"),
    columns.choice("place", PLACES, "never"),
    columns.choice("conversation", CONVERSATIONS, "never"),
    columns.number("minutes_with_people", 0, MOST_MINUTES, "summed"),
    columns.number("minutes_at_keyboard", 0, MOST_MINUTES, "summed"),
    columns.words("report"),
    columns.words("private_note"),
    columns.maybe_day("note_since", "never"),
    blanked=(  # a backup lasts longer than the note may, as a record and as a draft
        "UPDATE visit SET private_note = '', note_since = NULL WHERE private_note <> ''",
        "UPDATE draft SET content = '' WHERE place LIKE '%:private_note'",
    ),
)


@dataclass(frozen=True, slots=True)
class Visit:
    """`private_note`: a working note, never in a document, case file or backup, gone 30 days after `note_since`."""

    id: int
    household: int
    on_day: date
    place: Place
    conversation: Conversation
    minutes_with_people: int
    minutes_at_keyboard: int
    report: str
    private_note: str
    note_since: date | None
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Visit, ...]:
    return reading.records(store, TABLE, Visit, household)


def add(
    store: Store, household: int, on_day: date, *, place: Place = "home", conversation: Conversation = "",
    minutes_with_people: int = 0, minutes_at_keyboard: int = 0, report: str = "", noted: Noted = NOW,
) -> int:  # fmt: skip
    return store.insert(
        "visit",
        household=household,
        on_day=checks.known_day(on_day, "on_day"),
        place=checks.one_of(place, PLACES, "place"),
        conversation=checks.one_of(conversation, CONVERSATIONS, "conversation"),
        minutes_with_people=_minutes(minutes_with_people, "minutes_with_people"),
        minutes_at_keyboard=_minutes(minutes_at_keyboard, "minutes_at_keyboard"),
        report=checks.paragraph(report, "report"),
        private_note="",
        note_since=None,
        **values(noted),
    )


def set_day(store: Store, visit: int, on: date) -> None:
    store.update("visit", visit, on_day=checks.known_day(on, "on_day"))


def set_place(store: Store, visit: int, place: Place) -> None:
    store.update("visit", visit, place=checks.one_of(place, PLACES, "place"))


def set_conversation(store: Store, visit: int, conversation: Conversation) -> None:
    store.update("visit", visit, conversation=checks.one_of(conversation, CONVERSATIONS, "conversation"))


def set_minutes_with_people(store: Store, visit: int, minutes: int) -> None:
    store.update("visit", visit, minutes_with_people=_minutes(minutes, "minutes_with_people"))


def set_minutes_at_keyboard(store: Store, visit: int, minutes: int) -> None:
    store.update("visit", visit, minutes_at_keyboard=_minutes(minutes, "minutes_at_keyboard"))


def add_minutes(store: Store, visit: int, with_people: int, at_keyboard: int) -> None:
    """What a clock counted, on top of what stands there; no more than a day holds."""
    people, keyboard = store.one("SELECT minutes_with_people, minutes_at_keyboard FROM visit WHERE id = ?", [visit])
    store.update(
        "visit",
        visit,
        minutes_with_people=min(MOST_MINUTES, people + _minutes(with_people, "minutes_with_people")),
        minutes_at_keyboard=min(MOST_MINUTES, keyboard + _minutes(at_keyboard, "minutes_at_keyboard")),
    )


def set_report(store: Store, visit: int, report: str) -> None:
    store.update("visit", visit, report=checks.paragraph(report, "report"))


def write_private_note(store: Store, visit: int, note: str, today: date) -> None:
    """The 30 days run from the first words: going on writing does not make the note older or younger."""
    text = checks.paragraph(note, "private_note", most=LONGEST_NOTE)
    (since,) = store.one("SELECT note_since FROM visit WHERE id = ?", [visit])
    begun = (since or checks.day(today, "note_since")) if text else None
    store.update("visit", visit, private_note=text, note_since=begun)


def with_expired_note(store: Store, today: date) -> tuple[int, ...]:
    """The visits, of all households, with a note that is 30 days old."""
    ends = (today - NOTE_LASTS).isoformat()
    return tuple(visit for (visit,) in store.rows("SELECT id FROM visit WHERE note_since <= ?", [ends]))


def expire_private_notes(store: Store, today: date) -> int:
    """Take away every note that is 30 days old; returns how many."""
    visits = with_expired_note(store, today)
    for visit in visits:
        store.update("visit", visit, private_note="", note_since=None)
    return len(visits)


def remove(store: Store, visit: int) -> None:
    store.delete("visit", visit)


def _minutes(minutes: int, field: str) -> int:
    return checks.whole(minutes, field, 0, MOST_MINUTES, "Vul de minuten in: 0 tot en met 1440.")
