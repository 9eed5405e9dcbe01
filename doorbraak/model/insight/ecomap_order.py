"""Which side of the map a life domain or agency is on, and in which order: few lines should cross.

A side is a list of life domains from top to bottom, each with its problems from top to bottom.
`served` gives for each agency id the ids of its problems.
"""

from collections.abc import Iterable, Sequence

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.problems import Problem

Side = list[tuple[str, list[Problem]]]


def domains_of(problems: Iterable[Problem], catalogue: Catalogue) -> Side:
    """Life domains with problems, in the catalogue's order; unknown ones last."""
    order = {id_: at for at, id_ in enumerate(catalogue.life_domains)}
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.life_domain, []).append(problem)
    return sorted(found.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))


def ids_of(side: Side) -> frozenset[int]:
    return frozenset(problem.id for _, problems in side for problem in problems)


def split(domains: Side, served: dict[int, tuple[int, ...]]) -> tuple[Side, Side]:
    """Clockwise from the top: the first domains right, the rest left; even in size, with few agencies on both."""

    def cost(at: int) -> tuple[float, int]:
        right, left = domains[:at], domains[at:]
        sizes = [sum(len(problems) + 1 for _, problems in side) for side in (right, left)]
        here = ids_of(right)
        both = (sum(id_ in here for id_ in ids) for ids in served.values())
        crossing = sum(min(on, len(ids) - on) for on, ids in zip(both, served.values(), strict=True))
        return abs(sizes[0] - sizes[1]) + crossing, at

    at = min(range(1, len(domains) + 1), key=cost, default=0)
    return domains[:at], domains[at:][::-1]


def agency_sides(
    agencies: Sequence[Agency], served: dict[int, tuple[int, ...]], on: tuple[frozenset[int], frozenset[int]]
) -> tuple[list[Agency], list[Agency]]:
    """Each agency where most of its problems are; those without any fill the shorter side."""
    sides: tuple[list[Agency], list[Agency]] = ([], [])

    def lean(one: Agency) -> int:
        return sum(1 if id_ in on[0] else -1 for id_ in served[one.id])

    for one in agencies:
        if served[one.id]:
            sides[lean(one) < 0].append(one)
    most = max(8, -(-len(agencies) * 3 // 5))
    for full, other, sign in ((0, 1, 1), (1, 0, -1)):
        while len(sides[full]) > most:
            moved = min(sides[full], key=lambda one: (sign * lean(one), -one.id))
            sides[full].remove(moved)
            sides[other].append(moved)
    for one in agencies:
        if not served[one.id]:
            sides[len(sides[1]) < len(sides[0])].append(one)
    return sides


def ordered(side: Side, agencies: list[Agency], served: dict[int, tuple[int, ...]]) -> tuple[Side, list[Agency]]:
    """Barycentre sweeps: agencies beside their problems, problems of one domain beside their agencies."""
    serving: dict[int, list[int]] = {}
    for one in agencies:
        for problem in served[one.id]:
            serving.setdefault(problem, []).append(one.id)
    for _ in range(3):
        places = {problem.id: at for at, problem in enumerate(p for _, group in side for p in group)}

        def of_agency(one: Agency, places: dict[int, int] = places) -> tuple[float, int]:
            if not served[one.id]:
                return float("inf"), one.id
            return _mean(places[id_] for id_ in served[one.id] if id_ in places), one.id

        agencies = sorted(agencies, key=of_agency)
        order = {one.id: at for at, one in enumerate(agencies)}

        def of_problem(problem: Problem, order: dict[int, int] = order) -> tuple[float, int]:
            return _mean(order[id_] for id_ in serving.get(problem.id, ())), problem.id

        side = [(domain, sorted(problems, key=of_problem)) for domain, problems in side]
    return side, agencies


def _mean(places: Iterable[int]) -> float:
    """-1, so at the top where the lane to the other side is, when there are none."""
    found = list(places)
    return sum(found) / len(found) if found else -1.0
