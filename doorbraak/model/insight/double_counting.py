"""What may be counted twice: found, said in one sentence, with the ways to solve it. Nothing is changed by itself.

In one published table plain adding overstated by a third. What is right as it stands can be kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from doorbraak.model import money
from doorbraak.model.catalogue import fold
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.names import person_called
from doorbraak.model.insight.savings import LineSum, Saving
from doorbraak.model.insight.uncertainty import price_of
from doorbraak.model.money import round_half_even
from doorbraak.model.shortening import cut

Kind = Literal["twice", "total", "attribution"]
_MOST_WORDS = 60  # of a line's own words inside a sentence


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way to solve it: remove `lines`, give them these `attributions` (as many), or keep all as it is."""

    kind: Literal["remove", "attribution", "keep"]
    lines: tuple[int, ...] = ()
    attributions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """`lines`: the ids that it is about. `cents`: how much of the public saving is counted too often; zero for a total,
    which is in no sum.
    """

    kind: Kind
    lines: tuple[int, ...]
    sentence: str
    cents: int
    remedies: tuple[Remedy, ...]


KEEP = Remedy("keep")


def doubles_of(dossier: Dossier, saving: Saving) -> tuple[Finding, ...]:
    """`saving` of the same dossier. What concerns most of it first."""
    people = {person.id: person_called(person, saving.catalogue) for person in dossier.people}
    counted = [row for row in saving.lines if row.counts and row.line.price_cents and row.line.quantity_e4]
    found = [*_twice(counted, people), *_beside_totals(saving), *_attributed(counted)]
    return tuple(sorted(found, key=lambda one: (-abs(one.cents), one.lines, one.kind)))


def service_of(row: LineSum) -> tuple[str, str]:
    """The same price is the same service; without one, the same words under the same law."""
    line = row.line
    return (line.price, "") if line.price else (f" {fold(line.words)}", line.law)


# -- the same twice ------------------------------------------------------------------------------------


def _twice(rows: list[LineSum], people: Mapping[int, str]) -> Iterable[Finding]:
    alike: dict[tuple[object, ...], list[LineSum]] = defaultdict(list)
    for row in rows:
        alike[_group(row), service_of(row), row.line.person].append(row)
    for some in alike.values():
        # Those that say most, and weigh most, stay: an extra one is what goes together with one of these.
        some.sort(key=lambda row: (row.line.agency is None, -abs(row.amounts.saving), row.line.id))
        stay: list[LineSum] = []
        doubles: dict[int, list[LineSum]] = defaultdict(list)
        for row in some:
            first = next((at for at, other in enumerate(stay) if _are_one(row, other)), None)
            if first is None:
                stay.append(row)
            else:
                doubles[first].append(row)
        for at, extra in sorted(doubles.items()):
            yield _same(stay[at], extra, people)


def _same(one: LineSum, extra: list[LineSum], people: Mapping[int, str]) -> Finding:
    lines = tuple(sorted(row.line.id for row in (one, *extra)))
    events = {row.line.event for row in (one, *extra)} - {None}
    whose = "" if one.line.person is None else f"voor {people.get(one.line.person, 'dezelfde persoon')} "
    where = f"{whose}bij meer dan één dreiging" if len(events) > 1 else f"{whose}in dezelfde periode"
    return Finding(
        "twice",
        lines,
        f"{_called(one)} staat er {len(lines)} keer, {where}.",
        sum(row.amounts.saving for row in extra if row.standing == "public"),
        (*(Remedy("remove", (row.line.id,)) for row in (*extra, one)), KEEP),
    )


def _group(row: LineSum) -> str:
    """A cost of now, of what threatens and of a doorbraak differ, also when they are alike."""
    return "event" if row.line.event is not None else "intervention" if row.line.intervention is not None else "now"


def _are_one(one: LineSum, other: LineSum) -> bool:
    agencies = {one.line.agency, other.line.agency} - {None}
    if len(agencies) > 1:
        return False  # two agencies, each with an hour of its own
    if one.line.event is not None and one.line.event == other.line.event:
        return False  # doorbraken may share an event: then the attributions tell
    begin, end = _period(one)
    other_begin, other_end = _period(other)
    return begin <= other_end and other_begin <= end


def _period(row: LineSum) -> tuple[date, date]:
    line = row.line
    if line.recurrence == "once" and line.starts is not None and line.event is None:
        return line.starts, line.starts  # a payment of one day; what an event brings about lasts
    begins = line.starts or (row.event.expected_on if row.event else None)
    return begins or date.min, line.ends or date.max


# -- a total beside its parts --------------------------------------------------------------------------


def _beside_totals(saving: Saving) -> Iterable[Finding]:
    for total in saving.lines:
        if total.standing != "check":
            continue
        parts = [row for row in saving.public_lines if _is_part(row, total, saving)]
        if parts:
            yield _beside(total, parts, saving)


def _is_part(row: LineSum, total: LineSum, saving: Saving) -> bool:
    """Of the same event, or of none, and under the same law or category."""
    prices = saving.catalogue.prices
    price = prices.get(row.line.price)
    same_category = price is not None and price.category == prices[total.line.price].category
    same_law = bool(row.line.law) and row.line.law == total.line.law
    return row.line.event == total.line.event and row.line.intervention is None and (same_category or same_law)


def _beside(total: LineSum, parts: list[LineSum], saving: Saving) -> Finding:
    """Compared in what threatens: that holds the lines of now that go on, and those of an event."""
    summed, published = sum(row.amounts.threatening for row in parts), total.amounts.threatening
    band = price_of(total, saving.catalogue)
    if summed > published * band.high:
        fits = f"de posten ernaast zijn samen {money.whole(summed - published)} hoger"
    elif summed < published * band.low:
        fits = f"de posten ernaast zijn samen {money.whole(published - summed)} lager"
    else:
        fits = "de posten ernaast passen daarbij"
    return Finding(
        "total",
        (total.line.id, *(row.line.id for row in parts)),
        f"{_called(total)} is een totaal en telt niet mee; {fits}.",
        0,
        (KEEP, Remedy("remove", (total.line.id,))),
    )


# -- more than all of it attributed --------------------------------------------------------------------


def _attributed(rows: list[LineSum]) -> Iterable[Finding]:
    shared: dict[tuple[object, ...], list[LineSum]] = defaultdict(list)
    for row in rows:
        if row.line.event is not None:
            shared[row.line.event, service_of(row), row.line.person].append(row)
    for alike in shared.values():
        for some in _at_one_time(alike):
            together = sum(row.line.attribution for row in some)
            if len(some) > 1 and together > 100:
                yield _too_much(sorted(some, key=lambda row: row.line.id), together)


def _at_one_time(rows: list[LineSum]) -> Iterable[list[LineSum]]:
    """Those that follow each other up without overlap are apart."""
    some: list[LineSum] = []
    last = date.min
    for row in sorted(rows, key=lambda row: (_period(row), row.line.id)):
        begin, end = _period(row)
        if some and begin > last:
            yield some
            some = []
        some.append(row)
        last = max(last, end)
    yield some


def _too_much(some: list[LineSum], together: int) -> Finding:
    lines = tuple(row.line.id for row in some)
    saved = sum(row.amounts.saving for row in some if row.standing == "public")
    alone = (
        Remedy("attribution", (row.line.id,), (row.line.attribution - (together - 100),))
        for row in some
        if row.line.attribution >= together - 100
    )
    return Finding(
        "attribution",
        lines,
        f"{_called(some[0])} wordt bij één dreiging voor {together}% toegerekend; samen kan het hoogstens 100% zijn.",
        round_half_even(Fraction(saved * (together - 100), together)),
        (
            Remedy("attribution", lines, _shares([row.line.attribution for row in some])),
            *alone,
            *(Remedy("remove", (line,)) for line in lines),
            KEEP,
        ),
    )


def _shares(attributions: list[int]) -> tuple[int, ...]:
    """The same proportions in whole per cents that are 100 together: the largest rests are rounded up."""
    together = sum(attributions)
    down = [one * 100 // together for one in attributions]
    rests = sorted(range(len(attributions)), key=lambda at: (-(attributions[at] * 100 % together), at))
    for at in rests[: 100 - sum(down)]:
        down[at] += 1
    return tuple(down)


def _called(row: LineSum) -> str:
    return f"“{cut(row.line.words, _MOST_WORDS)}”"
