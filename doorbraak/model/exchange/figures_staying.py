"""Figures that stay as they were beside figures that are new: who subtracts would have the new one all the same.

That is the problem of the table itself once more. What is new is shown; what stays, and what is hidden anyway, is what
a reader looks for. So which others stay with it is a search for the cheapest pattern in the same way, and a total is
dearer than its parts. What stays and is hidden in a line has to have changed enough together, since who knows the new
total and the other parts knows that sum of every publication.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from doorbraak.model.exchange.cell_judgement import Judge
from doorbraak.model.exchange.figures_tied import Line
from doorbraak.model.exchange.ledger import Since
from doorbraak.model.exchange.ledger_amounts import together
from doorbraak.model.exchange.protection.pattern import Withheld
from doorbraak.model.exchange.protection.problem import Cell, Insider, Level, Problem, Sum
from doorbraak.model.exchange.protection.suppression import suppress
from doorbraak.model.exchange.publication_problem import FARTHEST, Marked, remembered, senders_of, weight
from doorbraak.model.exchange.published_rules import COUNT_WIDTH, Limits
from doorbraak.model.exchange.table_catalogue import CellKey


@dataclass(frozen=True, slots=True)
class Changed:
    """`since`: from the figure that stands there, None where nothing does; `latest`: from what it was in the last
    publication; `alone`: it has to stay for itself.
    """

    since: Since | None
    latest: Since | None
    alone: bool

    @property
    def nothing(self) -> bool:
        return all(one is None or not one.most for one in (self.since, self.latest))


def staying(
    marked: Sequence[Marked], lines: Sequence[Line], changed: Mapping[CellKey, Changed], step: int, judge: Judge,
    still: Callable[[], None] | None = None,
) -> frozenset[CellKey]:  # fmt: skip
    """Figures that stay, or stay hidden where nothing stands there. All of them, when nothing less helps.

    `marked`: what will be hidden is `held` in it. `step`: of amounts, what its values are counted in.
    """
    if not lines or not any(one.alone or one.since is not None for one in changed.values()):
        return frozenset(key for key, one in changed.items() if one.alone)
    place = {one.key: at for at, one in enumerate(marked)}
    cells = tuple(_cell(one, changed[one.key], step, judge.p) for one in marked)
    problem = Problem(
        cells,
        tuple(Sum(place[line.whole], tuple(place[part] for part in line.parts)) for line in lines),
        insiders=tuple(_insiders(marked, changed)),
        union_passes=remembered(lambda keys: _pass([changed[key] for key in sorted(keys)], judge.limits, judge.p)),
        whole_numbers=marked[0].figure.measured == "count",
    )
    found = suppress(problem, still=still)
    if isinstance(found, Withheld):
        return frozenset(changed)
    hidden = {cell.key for cell in cells if cell.duty == "hidden"}
    return found.hidden - hidden


def _cell(one: Marked, changed: Changed, step: int, p: int) -> Cell:
    """How far a figure that stays for others can be from what it is, is at most what changed. Of what is hidden anybody
    knows what the other figures leave open; what came to it since then, `_pass` asks.
    """
    if changed.alone:
        low, high = one.value - FARTHEST, one.value + FARTHEST
    elif one.must_hide:
        low, high = min(one.floor, one.value), max(one.ceiling, one.value)
    else:
        room = 0 if changed.nothing else -(-_size(changed) // step)
        low, high = one.value - room, one.value + room
    return Cell(
        one.key,
        one.value,
        low,
        high,
        weight=weight(one),
        level=_level(changed.since, step, p) if changed.alone else None,
        duty="hidden" if one.must_hide and not changed.alone else "free",
    )


def _size(changed: Changed) -> int:
    """Of amounts; of a count the households."""
    found = [one for one in (changed.since, changed.latest) if one is not None]
    return max((one.most if one.difference is None else one.difference.size() for one in found), default=0)


def _level(since: Since | None, step: int, p: int) -> Level:
    if since is None:
        return Level(lower=1, upper=1)
    if since.difference is None:
        return Level(sliding=COUNT_WIDTH, insider=COUNT_WIDTH)
    room = max(1, -(-since.difference.level(p) // step))
    return Level(lower=room, upper=room, insider=room)


def _insiders(marked: Sequence[Marked], changed: Mapping[CellKey, Changed]) -> Iterator[Insider]:
    """A sender knows what became of a figure in which nobody else has anything, or changed anything."""
    for sender in senders_of(marked):
        known = {}
        for at, one in enumerate(marked):
            facts = one.figure.facts
            own = facts.households and facts.own.get(sender, 0) == facts.households
            if own or _only(sender, changed[one.key]):
                known[at] = (one.value, one.value)
        if known:
            yield Insider(sender, known)


def _only(sender: str, changed: Changed) -> bool:
    since = changed.since
    return since is not None and {name for name, (_, high) in since.apart.items() if high} == {sender}


def _pass(parts: Sequence[Changed], limits: Limits, p: int) -> bool:
    """Since the last publication; and since the figures that stand there, where one stands for all of them.

    Parts in which nothing changed don't pass either: a total that is new then, and stays after one change, would tell.
    """
    latest, since = [one.latest for one in parts], [one.since for one in parts]
    if not _enough(latest, limits, p):
        return False
    return any(one.since is None for one in parts if not one.nothing) or _enough(since, limits, p)


def _enough(parts: Sequence[Since | None], limits: Limits, p: int) -> bool:
    """Of several figures: the same households may have changed in more than one of them."""
    some = [one for one in parts if one is not None]
    apart = {}
    for name in sorted({name for one in some for name in one.apart}):
        spans = [one.apart.get(name, (0, 0)) for one in some]
        apart[name] = (max(low for low, _ in spans), sum(high for _, high in spans))
    found = [one.difference for one in some if one.difference is not None]
    return Since(apart, sum(one.twice for one in some), together(found)).enough(limits, p)
