"""What belongs together on the map: what stays bright while somebody looks at one thing."""

from collections import defaultdict
from collections.abc import Iterator

from doorbraak.model.insight.ecomap import HOUSEHOLD, Ecomap, KnotMark, Link, Wait


def link_id(link: Link) -> str:
    return f"link {link.agency} {link.target}"


def wait_id(wait: Wait) -> str:
    return f"wait {wait.source} {wait.target}"


def knot_id(mark: KnotMark) -> str:
    return f"knot {mark.number}"


class Together:
    """By id, for one map. An agency with its problems and people; a problem with its agencies, waits and knots."""

    def __init__(self, ecomap: Ecomap) -> None:
        self._tied = _tied(ecomap)
        self._around: dict[str, set[str]] = defaultdict(set)
        for link in ecomap.links:
            self._tie(link_id(link), link.agency, link.target)
        for wait in ecomap.waits:
            self._tie(wait_id(wait), wait.source, wait.target)
        for mark in ecomap.knots:
            inside = {knot_id(mark), *mark.members, *_waits_of(mark, ecomap)}
            for id_ in inside:
                self._around[id_] |= inside

    def holds_for(self, ecomap: Ecomap) -> bool:
        """Whether the same things are tied there: after most edits they are."""
        return self._tied == _tied(ecomap)

    def _tie(self, line: str, *ends: str) -> None:
        self._around[line] |= set(ends)
        for end in ends:
            if end != HOUSEHOLD:  # all that is tied to nobody in particular has nothing to do with each other
                self._around[end] |= {line, *ends}

    def of(self, id_: str) -> frozenset[str]:
        return frozenset({id_} | self._around.get(id_, set()))


def _waits_of(mark: KnotMark, ecomap: Ecomap) -> Iterator[str]:
    return (wait_id(wait) for wait in ecomap.waits if wait.knot == mark.number)


def _tied(ecomap: Ecomap) -> tuple[object, ...]:
    return (
        [(link.agency, link.target) for link in ecomap.links],
        [(wait.source, wait.target, wait.knot) for wait in ecomap.waits],
        [(mark.number, mark.members) for mark in ecomap.knots],
    )
