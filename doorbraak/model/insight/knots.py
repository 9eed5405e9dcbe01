"""Who waits for whom: circular waits (knots), the key problem, and the longest chain of waits.

Only open problems count: a solved one holds nobody up. "Order" is always that of the problems as given. What is
found is shown and never decides: the household's own choice of a first step comes first.

Sets of problems are bits of an int, by their place in that order: a union is one operation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from doorbraak.model.dossier.problems import Problem

MOST_CIRCUITS = 1000
MOST_WORK = 40_000  # unions of sets in one search: some hundredths of a second


@dataclass(frozen=True, slots=True)
class Key:
    """The problem whose solving helps most others forward, and which: all that wait for it, directly or through
    others, in order. Some of them may wait for something else too. In a knot everybody waits for everybody, so
    all its members free the same number; then the first in order is the key.
    """

    problem: int
    frees: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Knots:
    """`circuits`: each wait that comes back to itself, as ids: every one waits for the next, the last for the first.

    Each circuit starts with its first problem in order; the shortest come first. `bounded`: there may be more
    than were looked for; what is missing is as long as the longest here, or longer.

    `key` is None when nobody waits. `longest_chain`: from who waits longest to who can move first, with a knot as
    one entry under the name of its first member; from one to the next is a wait, maybe through others of a knot.
    Empty when there is no wait outside a knot.
    """

    circuits: tuple[tuple[int, ...], ...]
    bounded: bool
    key: Key | None
    longest_chain: tuple[int, ...]


def knots_of(problems: Sequence[Problem]) -> Knots:
    """Waits for a problem that is solved or not among these are left out."""
    ids = tuple(problem.id for problem in problems if problem.solved_on is None)
    place = {id_: at for at, id_ in enumerate(ids)}
    waits = [0] * len(ids)
    for problem in problems:
        if problem.id in place:
            at = place[problem.id]
            waits[at] = _set(place[other] for other in problem.waits_for if other in place and other != problem.id)
    reach = [_reached(waits, at) for at in range(len(ids))]
    found, bounded = _circuits(waits, reach)
    return Knots(
        circuits=tuple(tuple(ids[at] for at in circuit) for circuit in found),
        bounded=bounded,
        key=_key(ids, reach),
        longest_chain=tuple(ids[at] for at in _longest_chain(waits, reach)),
    )


def _set(places: Iterator[int]) -> int:
    found = 0
    for at in places:
        found |= 1 << at
    return found


def _members(places: int) -> Iterator[int]:
    while places:
        lowest = places & -places
        yield lowest.bit_length() - 1
        places ^= lowest


def _reached(links: Sequence[int], start: int) -> int:
    """Everything that `start` waits for, directly or through others; itself only when it is in a knot."""
    found, fresh = 0, links[start]
    while fresh:
        found |= fresh
        after = 0
        for at in _members(fresh):
            after |= links[at]
        fresh = after & ~found
    return found


def _key(ids: Sequence[int], reach: Sequence[int]) -> Key | None:
    waiting = [0] * len(ids)
    for at, reached in enumerate(reach):
        for other in _members(reached & ~(1 << at)):
            waiting[other] |= 1 << at
    best = max(range(len(ids)), key=lambda at: (waiting[at].bit_count(), -at), default=None)
    if best is None or not waiting[best]:
        return None
    return Key(ids[best], tuple(ids[at] for at in _members(waiting[best])))


def _longest_chain(waits: Sequence[int], reach: Sequence[int]) -> tuple[int, ...]:
    """Exact, since knots taken as one leave no circuit. Of equally long chains the first in order."""
    knot = [(1 << at) | _set(other for other in _members(reached) if reach[other] >> at & 1)
            for at, reached in enumerate(reach)]  # fmt: skip
    first = [next(_members(members)) for members in knot]
    chains: dict[int, tuple[int, ...]] = {}
    best: tuple[int, ...] = ()
    # What somebody waits for reaches less than he does, so it comes first.
    for at in sorted(set(first), key=lambda at: ((reach[at] | knot[at]).bit_count(), at)):
        after = {first[other] for member in _members(knot[at]) for other in _members(waits[member] & ~knot[at])}
        rest = min((chains[other] for other in after), key=lambda chain: (-len(chain), chain), default=())
        chains[at] = (at, *rest)
        best = min(best, chains[at], key=lambda chain: (-len(chain), chain))
    return best if len(best) > 1 else ()


# -- circuits -------------------------------------------------------------------------------------------


def _circuits(waits: Sequence[int], reach: Sequence[int]) -> tuple[list[tuple[int, ...]], bool]:
    """All of them. When those are too many: the shortest as far as the work allows, then what was met by chance."""
    knotted = [links & reach[at] if reach[at] >> at & 1 else 0 for at, links in enumerate(waits)]
    search = _Search(knotted)
    found = sorted(search.up_to(len(waits)), key=_shortest)
    if not search.cut:
        return found, False
    search = _Search(knotted)  # one amount of work for all lengths together
    kept: list[tuple[int, ...]] = []
    for length in range(2, len(waits) + 1):
        kept += sorted(circuit for circuit in search.up_to(length) if len(circuit) == length)
        if search.cut:
            break
    known = set(kept)
    return [*kept, *(circuit for circuit in found if circuit not in known)][:MOST_CIRCUITS], True


def _shortest(circuit: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    return len(circuit), circuit


class _Search:
    """Walks from each problem along later ones, and only to where a way back is left: no step is in vain."""

    def __init__(self, waits: Sequence[int]) -> None:
        self._waits = waits
        self._back = [0] * len(waits)
        for at, links in enumerate(waits):
            for other in _members(links):
                self._back[other] |= 1 << at
        self._work = MOST_WORK
        self.cut = False

    def up_to(self, length: int) -> list[tuple[int, ...]]:
        """Circuits of at most `length` problems; stops at the bounds, then `cut` is True."""
        found: list[tuple[int, ...]] = []
        for start in range(len(self._waits)):
            if self._waits[start]:
                self._from(start, length, found)
            if self.cut:
                break
        return found

    def _from(self, start: int, length: int, found: list[tuple[int, ...]]) -> None:
        home = 1 << start
        path = [start]
        free = ~((home << 1) - 1)  # later in order, and not on the path
        ahead = [self._choices(start, start, free, length - 1)]
        while path:
            left = ahead[-1]
            if not left:
                ahead.pop()
                free |= 1 << path.pop()
                continue
            step = left & -left
            ahead[-1] ^= step
            if step == home:
                if len(found) == MOST_CIRCUITS:
                    self.cut = True
                    return
                found.append(tuple(path))
                continue
            at = step.bit_length() - 1
            path.append(at)
            free &= ~step
            ahead.append(self._choices(at, start, free, length - len(path)))
            if self._work < 0:
                self.cut = True
                return

    def _choices(self, at: int, start: int, free: int, room: int) -> int:
        """Where to go from `at`: home, and free ones from which home is at most `room` waits away."""
        links = self._waits[at]
        home = links & (1 << start)
        wanted = links & free
        self._work -= 1
        if not wanted or room < 1:
            return home
        if not home and wanted & (wanted - 1) == 0 and at != start:
            return wanted  # the only way, and there is one: else nobody had come here
        near, fresh = 0, self._back[start] & free
        while fresh and room:
            near |= fresh
            if not wanted & ~near:
                break
            after = 0
            for other in _members(fresh):
                after |= self._back[other]
            self._work -= fresh.bit_count()
            fresh = after & free & ~near
            room -= 1
        return home | (wanted & near)
