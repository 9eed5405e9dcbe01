"""P5: how long the type-ahead takes for one key."""

import time
from collections.abc import Iterator

from doorbraak.model import catalogue
from doorbraak.model.catalogue import KINDS, Catalogue, search
from tests.benchmarks.row import Plan, Row, p95

HOW = (
    "One key of the type-ahead over all catalogues at once: each prefix, up to twelve letters, of {count} names and "
    "synonyms spread over the lists; the first search, which folds the lists once, is left out."
)


def typed(lists: Catalogue, count: int) -> list[str]:
    """`count` names and synonyms, evenly spread over all the lists."""
    names = list(_names(lists))
    step = max(1, len(names) // count)
    return names[::step][:count]


def _names(lists: Catalogue) -> Iterator[str]:
    for problem in lists.problems.values():
        yield from (problem.name, *problem.synonyms)
    for agency in lists.agencies.values():
        yield from (agency.name, *agency.synonyms)
    for group in (lists.interventions, lists.prices, lists.events, lists.roles):
        yield from (record.name for record in group.values())
    for group in (lists.articles, lists.laws):
        yield from (record.title for record in group.values())


def measure(plan: Plan) -> list[Row]:
    lists = catalogue.load()
    search(lists, "a", KINDS)
    names = typed(lists, plan.names)
    times = []
    for name in names:
        for length in range(1, min(12, len(name)) + 1):
            begun = time.perf_counter()
            search(lists, name[:length], KINDS)
            times.append(1000 * (time.perf_counter() - begun))
    return [Row("P5", "type-ahead, per key, 95th percentile", p95(times), 5, "ms", HOW.format(count=len(names)))]
