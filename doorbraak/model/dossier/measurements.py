"""What is measured at the start and again after 3, 6 and 12 months, in the scales of the catalogue."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, links, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.store import Store

Moment = Literal["start", "3", "6", "12", "between"]
MOMENTS: tuple[Moment, ...] = ("start", "3", "6", "12", "between")
CORE = (
    "aantal-instanties", "contacten-per-maand", "ervaren-grip", "nut-van-de-hulp", "vertrouwen", "eigen-woning",
)  # fmt: skip
"""The six that every household is asked; the others of the catalogue are by choice."""
MOST_E2 = 10**10

TABLE = columns.record_table(
    "measurement",
    columns.belongs_to("household"),
    columns.code("measure", "counted"),
    columns.choice("moment", MOMENTS, "counted"),
    columns.day("on_day", "counted"),
    columns.maybe_number("value_e2", -MOST_E2, MOST_E2, "summed"),
    columns.words("answer"),
    columns.may_name("person", "person"),
    columns.words("words"),
    constraints=("CHECK ((value_e2 IS NULL) = (answer <> ''))",),
    indexes=("person",),
)


@dataclass(frozen=True, slots=True)
class Measurement:
    """`value_e2`: hundredths of the scale's unit; or `answer`: one of the scale's words. One of the two.

    `moment`: "3" is three months after the start. `person`: whose figure it is; None is the household's.
    """

    id: int
    household: int
    measure: str
    moment: Moment
    on_day: date
    value_e2: int | None
    answer: str
    person: int | None
    words: str
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Measurement, ...]:
    return reading.records(store, TABLE, Measurement, household)


def add(
    store: Store, household: int, measure: str, *, moment: Moment, on_day: date, value_e2: int | None = None,
    answer: str = "", person: int | None = None, words: str = "", noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError without a figure or an answer."""
    links.same_household(store, household, person=person)
    return store.insert(
        "measurement",
        household=household,
        measure=checks.needed(checks.code(measure, "measure"), "measure", "Kies wat er gemeten is."),
        moment=checks.one_of(moment, MOMENTS, "moment"),
        on_day=checks.known_day(on_day, "on_day"),
        **_found(value_e2, answer),
        person=person,
        words=checks.line(words, "words"),
        **values(noted),
    )


def set_found(store: Store, measurement: int, value_e2: int | None, answer: str = "") -> None:
    """The figure, or the answer in the scale's words. Raises InputError when both or none are given."""
    store.update("measurement", measurement, **_found(value_e2, answer))


def set_moment(store: Store, measurement: int, moment: Moment) -> None:
    store.update("measurement", measurement, moment=checks.one_of(moment, MOMENTS, "moment"))


def set_day(store: Store, measurement: int, on: date) -> None:
    store.update("measurement", measurement, on_day=checks.known_day(on, "on_day"))


def set_person(store: Store, measurement: int, person: int | None) -> None:
    links.same_household(store, links.household_of(store, "measurement", measurement), person=person)
    store.update("measurement", measurement, person=person)


def reword(store: Store, measurement: int, words: str) -> None:
    store.update("measurement", measurement, words=checks.line(words, "words"))


def remove(store: Store, measurement: int) -> None:
    store.delete("measurement", measurement)


def _found(value_e2: int | None, answer: str) -> dict[str, int | str | None]:
    answer = checks.line(answer, "answer", most=80)
    if (value_e2 is None) == (not answer):
        raise InputError("Vul in wat er gemeten is: een getal, of een woord uit de lijst.", "value_e2")
    if value_e2 is not None:
        checks.whole(
            value_e2, "value_e2", -MOST_E2, MOST_E2, "Dit getal is te groot. Kijk of er een cijfer te veel staat."
        )
    return {"value_e2": value_e2, "answer": answer}
