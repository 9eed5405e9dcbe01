"""A calendar file of open days that may lie anywhere: numbers of households and kinds of days, no name and no word."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from doorbraak.model.insight.worklist import KIND_NAMES, Item

FILE_NAME = "agenda.ics"
SAYS = "Alleen nummers van huishoudens en soorten data. Geen namen, geen instanties, geen teksten."


def write(items: Iterable[Item], keys: Mapping[int, bytes], made: datetime) -> bytes:
    """An iCalendar file (RFC 5545) with an all-day event for each item.

    `keys` by household (`agenda.calendar_keys`): the same day keeps its name, so that taking in a newer file changes
    it instead of doubling it, and nobody can tell from it whose it is. `made` is a moment with its time zone.
    """
    from icalendar import Calendar, Event  # late: it takes a fifth of a second

    calendar = Calendar()
    calendar.add("prodid", "-//Doorbraak//Agenda zonder namen//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Doorbraak")
    calendar.add("x-wr-caldesc", SAYS)
    for item in items:
        event = Event()
        event.add("uid", f"{_name(item, keys[item.household])}@doorbraak")
        event.add("dtstamp", made)
        event.add("dtstart", item.on)
        event.add("dtend", item.on + timedelta(days=1))
        event.add("summary", said(item))
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")  # a day that counts is no day that is taken
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def said(item: Item) -> str:
    """ "Huishouden 12: taak": all that a calendar says of a day."""
    mark = "VOORBEELD " if item.example else ""
    return f"{mark}Huishouden {item.number}: {KIND_NAMES[item.kind].lower()}"


def _name(item: Item, key: bytes) -> str:
    return hashlib.blake2b(item.id.encode(), key=key, digest_size=16).hexdigest()
