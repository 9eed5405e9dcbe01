"""P6: how long the map takes to lay out, how many of its lines cross, and whether labels overlap."""

import random
import time
from datetime import date
from statistics import median

from doorbraak.model import catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.ecomap import ecomap_of
from doorbraak.model.insight.ecomap_order import crossings, in_catalogue_order, order_of, served_of
from tests.benchmarks.row import Plan, Row
from tests.model.insight.ecomap_households import agency, people, problem
from tests.model.insight.ecomap_measures import overlapping, published
from tests.model.insight.records import dossier

HOW = "The whole layout of {size} problems, {size} agencies and {links} lines on 1150 x 560 pixels, letters of 11."
CROSS_HOW = "Crossings of lines between agencies and problems, ours / those in catalogue order; the median of: {each}."
OVERLAP_HOW = (
    "Labels that overlap another or the circle, on {count} maps: the six households, three sizes of letters, two rooms."
)
_SIZE, _LINKS = 60, 150
_ROOM = (1150.0, 560.0)
_TODAY = date(2026, 11, 1)


def large(seed: int) -> Dossier:
    """60 problems and 60 agencies, with lines anywhere: harder than people are."""
    chance = random.Random(seed)
    lines = chance.sample([(one, other) for one in range(1, _SIZE + 1) for other in range(1, _SIZE + 1)], _LINKS)
    return dossier(
        problems=tuple(
            problem(at, at * 3, waits_for=(chance.randint(1, _SIZE),) if at % 3 == 0 else ())
            for at in range(1, _SIZE + 1)
        ),
        agencies=tuple(
            agency(at, tuple(other for one, other in lines if one == at), chance.randint(0, 800))
            for at in range(1, _SIZE + 1)
        ),
        people=people(7),
    )


def measure(plan: Plan) -> list[Row]:
    known = catalogue.load()
    times = []
    for seed in range(plan.pairs):
        found = large(seed)
        begun = time.perf_counter()
        ecomap_of(found, known, font=11, room=_ROOM, today=_TODAY)
        times.append(1000 * (time.perf_counter() - begun))
    six = published(plan.folder / "werkmap")
    counts = {}
    for name, home in six.items():
        served = served_of(home.problems, home.agencies)
        ours, theirs = (
            crossings(made(home.problems, home.agencies, known), served) for made in (order_of, in_catalogue_order)
        )
        counts[name] = (ours, theirs)
    each = ", ".join(f"{name} {ours} of {theirs}" for name, (ours, theirs) in counts.items())
    maps = [
        ecomap_of(home, known, font=font, room=room, today=_TODAY)
        for home in six.values()
        for font in (11.0, 14.0, 22.0)
        for room in (None, _ROOM)
    ]
    overlaps = sum(len(overlapping(shown)) for shown in maps)
    return [
        Row("P6", "layout of the map, 60 + 60, median", median(times), 30, "ms", HOW.format(size=_SIZE, links=_LINKS)),
        Row(
            "P6-lines",
            "crossings on the map / catalogue order",
            median(ours / theirs for ours, theirs in counts.values()),
            0.5,
            "x",
            CROSS_HOW.format(each=each),
        ),
        Row("P6-words", "labels on the map that overlap", overlaps, 0, "", OVERLAP_HOW.format(count=len(maps))),
    ]
