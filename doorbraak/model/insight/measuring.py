"""Measurements beside each other: the six core ones at each moment, what a scale takes, and when the next is due."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from doorbraak.model.catalogue import Measure, scale_of
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import CORE, Measurement, Moment
from doorbraak.model.errors import InputError
from doorbraak.model.insight import names, worklist
from doorbraak.model.insight.figures import present_agencies
from doorbraak.model.insight.first_day import first_day

CORE_MOMENTS: tuple[Moment, ...] = ("start", "3", "6", "12")


@dataclass(frozen=True, slots=True)
class CoreRow:
    """One core measure. `found`: the household's latest measurement at each moment; `of_people`: those of each person
    at each moment, the latest first.
    """

    measure: str
    found: dict[Moment, Measurement] = field(default_factory=dict)
    of_people: dict[Moment, tuple[Measurement, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up measurement that can be made from `on`; `due`: that day has come, and it was not made."""

    moment: Moment
    on: date
    due: bool


def core_rows(measurements: Iterable[Measurement]) -> tuple[CoreRow, ...]:
    """All six, in the order of CORE, also those that nobody measured yet."""
    listed = sorted(measurements, key=lambda one: (one.on_day, one.id))
    return tuple(
        CoreRow(
            measure,
            {one.moment: one for one in listed if one.measure == measure and one.person is None},
            _of_people(one for one in reversed(listed) if one.measure == measure and one.person is not None),
        )
        for measure in CORE
    )


def _of_people(latest_first: Iterable[Measurement]) -> dict[Moment, tuple[Measurement, ...]]:
    """One of each person at each moment."""
    found: dict[Moment, dict[int | None, Measurement]] = {}
    for one in latest_first:
        found.setdefault(one.moment, {}).setdefault(one.person, one)
    return {moment: tuple(of_each.values()) for moment, of_each in found.items()}


def moment_now(dossier: Dossier, today: date) -> Moment:
    """The moment that a measurement of today belongs to: the last one that has come."""
    return worklist.moment_reached(first_day(dossier), today)


def moment_days(dossier: Dossier) -> dict[Moment, date]:
    """From when on each moment can be measured; the start as soon as the dossier is there."""
    begun = first_day(dossier)
    return {"start": min(begun, dossier.household.opened), **dict(worklist.follow_up_days(begun))}


def next_follow_up(dossier: Dossier, today: date) -> FollowUp | None:
    """The one that is due now, else the first that comes; None after the last, and for a closed household."""
    if dossier.household.closed is not None:
        return None
    found: dict[Moment, set[str]] = defaultdict(set)
    for one in dossier.measurements:
        found[one.moment].add(one.measure)
    measured = {moment for moment, measures in found.items() if measures.issuperset(CORE)}
    days = moment_days(dossier)
    reached = CORE_MOMENTS.index(moment_now(dossier, today))
    for at, moment in enumerate(CORE_MOMENTS[1:], 1):
        if at >= reached and moment not in measured:
            return FollowUp(moment, days[moment], due=at == reached)
    return None


def from_dossier(dossier: Dossier, today: date) -> dict[str, int]:
    """The core measures that the list of agencies answers by itself, in hundredths; {} without agencies."""
    present = present_agencies(dossier.agencies, today)
    if not dossier.agencies:
        return {}
    return {
        "aantal-instanties": 100 * len(present),
        "contacten-per-maand": sum(agency.contacts_e2 for agency in present),
    }


def found_words(value_e2: int | None, answer: str = "") -> str:
    """ "7,5", "-269.000", or the answer itself."""
    if value_e2 is None:
        return answer
    whole, comma, part = names.quantity(abs(value_e2) * 100).partition(",")
    return f"{'-' if value_e2 < 0 else ''}{int(whole):,}".replace(",", ".") + comma + part


def typed_words(value_e2: int | None, answer: str = "") -> str:
    """The same as one types it: no dots, which can be read in two ways."""
    return found_words(value_e2).replace(".", "") if value_e2 is not None else answer


def scale_words(measure: Measure) -> str:
    """ "0-10, hoger is beter"; a measure without a better side has its scale alone."""
    return measure.scale if measure.direction == "geen voorkeur" else f"{measure.scale}, {measure.direction}"


def on_scale(measure: Measure, value_e2: int | None, answer: str = "") -> None:
    """Raises InputError, which names the scale, for what it does not hold."""
    scale = scale_of(measure)
    if scale.takes(value_e2, answer):
        return
    if scale.answers:
        sentence = f"Kies bij {measure.name} een van deze woorden: {', '.join(scale.answers)}."
    else:
        low, high = found_words(scale.low * 100), found_words(scale.high * 100)
        sentence = f"{measure.name}: schrijf een getal van {low} tot en met {high}."
    raise InputError(sentence, "value_e2")
