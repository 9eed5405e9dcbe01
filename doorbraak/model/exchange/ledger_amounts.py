"""What the difference of two published sums says of one household that made up most of it.

The p% rule holds for every sum by itself. Two of them, laid side by side, show what came and went between: that is a
sum too, and has to pass as well, for everybody and for each sender who takes off the own part. Between two periods no
amount of one household is known, only what senders said of their largest changes and of the rest; of fewer than 5 only
what all come to at most. From that follows what the largest since a figure was published are at most, and all of them
together at least; where little is certain a figure stays longer.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from doorbraak.model.exchange.published_rules import dominated, level

Pair = tuple[int, int]
"""Without signs, at most: the largest of a sender's, and the two largest together."""
_NO_PAIR: Pair = (0, 0)
_ANY = 10**12


class Moved(NamedTuple):
    """Of one sender's changes in a cell, without signs: the largest and the two largest together, at most; all of them
    together, at least and at most.
    """

    first: int = 0
    both: int = 0
    least: int = 0
    most: int = 0


NOTHING = Moved()


def moved_of(sizes: Sequence[int], changed: int, more: int) -> Moved:
    """As a file says it: the two largest, and what the rest comes to, up to the largest; of few only what all of them
    come to at most. `more`: what each can be more or less than it was rounded to.
    """
    if not sizes:
        return NOTHING
    if len(sizes) == 1:
        most = sizes[0] + more
        return Moved(most, most, 0, most)
    first, second, rest = sizes
    least = sum(max(0, size - more) for size in sizes)
    both = first + second + 2 * more
    others = rest + more if 0 < rest < first else (changed - 2) * (second + more)
    return Moved(first + more, both, least, both + max(0, others))


@dataclass(frozen=True, slots=True)
class Sums:
    """Of a cell with amounts what the files of a period say. `own`: of each sender; `top`: its largest amounts;
    `moved`: its changes since its previous file.
    """

    total: int = 0
    own: Mapping[str, int] = field(default_factory=dict)
    top: Mapping[str, Pair] = field(default_factory=dict)
    moved: Mapping[str, Moved] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Then:
    """What it added up to when a figure of it was published. `top`: of whomever; `moved`: of each sender since then."""

    total: int
    own: Mapping[str, int]
    top: Pair
    moved: Mapping[str, Moved] = field(default_factory=dict)


def then_of(sums: Sums) -> Then:
    return Then(sums.total, sums.own, _largest(sums.top.values()))


def moved_since(then: Then, had: Collection[str], said: Sums, certain: Collection[str]) -> dict[str, Moved]:
    """`had`: senders with households in the cell then. Only of who is `certain` every change was said."""
    found = {}
    for sender in sorted({*had, *then.moved, *said.top, *said.moved}):
        apart = abs(said.own.get(sender, 0) - then.own.get(sender, 0))
        had_top, top = then.top if sender in had else _NO_PAIR, said.top.get(sender, _NO_PAIR)
        made = Moved(had_top[0] + top[0], had_top[1] + top[1], apart, _ANY)
        if sender in certain:
            before, step = then.moved.get(sender, NOTHING), said.moved.get(sender, NOTHING)
            made = Moved(
                min(made.first, before.first + step.first),
                min(made.both, before.both + step.both),
                max(apart, before.least - step.most, step.least - before.most),
                before.most + step.most,
            )
        if made.most and made.first:
            found[sender] = made
    return found


@dataclass(frozen=True, slots=True)
class Difference:
    """Of a cell, or of several together, what is new less what was published. `own`: of each sender; `moved`: its
    changes.
    """

    own: Mapping[str, int]
    moved: Mapping[str, Moved]

    def tells(self, knowing: Iterable[str], twice: int, p: int) -> bool:
        """Whether it says too much of one household, to everybody or to one of these, who know their own part.

        `twice`: how many households may be counted for two senders.
        """
        return any(self._tells({*self.moved} - {sender}, twice, p) for sender in (None, *knowing))

    def size(self) -> int:
        """What all changes come to without their signs, at least."""
        return max(sum(one.least for one in self.moved.values()), abs(sum(self.own.values())))

    def level(self, p: int) -> int:
        """How uncertain it has to stay, in each direction."""
        first, both = _largest((one.first, one.both) for one in self.moved.values())
        return level(self.size(), first, both - first, p)

    def _tells(self, senders: Collection[str | None], twice: int, p: int) -> bool:
        moved = [one for name, one in self.moved.items() if name in senders]
        first, both = _largest((one.first, one.both) for one in moved)
        size = sum(one.least for one in moved) - twice * first
        return dominated(size, first, both - first, p)


def difference(then: Then, now: Sums, same: Collection[str] = ()) -> Difference:
    """`same`: senders who may be one laptop, which are then the first of them."""
    own = {name: now.own.get(name, 0) - then.own.get(name, 0) for name in {*then.own, *now.own}}
    if not same:
        return Difference(own, then.moved)
    apart = sum(amount for name, amount in own.items() if name in same)
    found = _joined([one for name, one in then.moved.items() if name in same], apart)
    rest = {name: amount for name, amount in own.items() if name not in same}
    moved = {name: one for name, one in then.moved.items() if name not in same}
    return Difference({**rest, min(same): apart}, {**moved, min(same): found})


def together(parts: Collection[Difference]) -> Difference:
    """Of several cells: a household may be in more than one of them, and have moved from one to another."""
    own = {
        name: sum(one.own.get(name, 0) for one in parts) for name in sorted({name for one in parts for name in one.own})
    }
    names = sorted({name for one in parts for name in one.moved})
    return Difference(
        own, {name: _joined([one.moved.get(name, NOTHING) for one in parts], own.get(name, 0)) for name in names}
    )


def _joined(parts: Collection[Moved], apart: int) -> Moved:
    """The same households may be in all of them, and what changed in the one may be undone in the others."""
    most = sum(one.most for one in parts)
    least = max((one.least - (most - one.most) for one in parts), default=0)
    return Moved(sum(one.first for one in parts), sum(one.both for one in parts), max(abs(apart), least), most)


def _largest(pairs: Iterable[Pair]) -> Pair:
    """Of whomever: the largest, and two of one sender or of two senders."""
    listed = list(pairs)
    firsts = sorted((first for first, _ in listed), reverse=True)[:2]
    return max(firsts, default=0), max([sum(firsts), *(both for _, both in listed)])
