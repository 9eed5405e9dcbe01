"""What has to be hidden among figures that sums tie together, put as a problem for the search; and the same figures as
the audit sees them, which checks what came out.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from doorbraak.model.exchange import audit
from doorbraak.model.exchange.cell_facts import Facts
from doorbraak.model.exchange.figures_tied import Figure, Line
from doorbraak.model.exchange.protection.problem import Cell, Insider, Level, Problem, Sum
from doorbraak.model.exchange.table_catalogue import SEPARATOR, CellKey

FARTHEST = 10**8
"""What a reader who knows nothing holds possible for an amount, in steps, either way when it can be negative."""
_DEARER = 4
_SHOWN_BEFORE = 3
NONE: Level = Level()


@dataclass(frozen=True, slots=True)
class Marked:
    """A figure with what is decided about it before the search. Numbers are in steps of the table.

    `primary`: it may not be shown by itself; `held`: it is hidden for another reason; `most`: "meer dan 90%" of
    `lowest` to `highest`. `floor` and `ceiling`: what anybody holds possible. `own`: what each sender has of it.
    `at_most`: what each sender holds possible for a count at most, where that is less.
    `kept`: it stands in the last publication and has to stay. `firm`: not hidden for the sake of others.
    """

    figure: Figure
    value: int
    floor: int
    ceiling: int
    level: Level | None = None
    held: bool = False
    most: bool = False
    lowest: int = 0
    highest: int = 0
    kept: bool = False
    firm: bool = False
    own: Mapping[str, int] | None = None
    at_most: Mapping[str, int] = field(default_factory=dict)

    @property
    def key(self) -> CellKey:
        return self.figure.key

    @property
    def primary(self) -> bool:
        return self.level is not None

    @property
    def must_hide(self) -> bool:
        return self.primary or self.held


def problem_of(
    marked: Sequence[Marked], lines: Sequence[Line], together: Callable[[Sequence[Facts]], bool]
) -> Problem:  # fmt: skip
    """`together`: whether several of them could be shown as one. Raises ValueError when the sums do not hold."""
    place = {one.key: at for at, one in enumerate(marked)}
    facts = {one.key: one.figure.facts for one in marked}

    def passes(keys: frozenset[CellKey]) -> bool:
        return together([facts[key] for key in sorted(keys)])

    alone = _telling(marked, lines)
    return Problem(
        tuple(_cell(one, single=one.key in alone) for one in marked),
        tuple(Sum(place[line.whole], tuple(place[part] for part in line.parts)) for line in lines),
        insiders=tuple(_insiders(marked)),
        union_passes=remembered(passes),
        whole_numbers=marked[0].figure.measured == "count",
    )


def remembered(passes: Callable[[frozenset[CellKey]], bool]) -> Callable[[frozenset[CellKey]], bool]:
    """The same, and each question asked once."""
    known: dict[frozenset[CellKey], bool] = {}

    def asked(keys: frozenset[CellKey]) -> bool:
        if keys not in known:
            known[keys] = passes(keys)
        return known[keys]

    return asked


def _telling(marked: Sequence[Marked], lines: Iterable[Line]) -> frozenset[CellKey]:
    """Figures that one sender knows by itself, in a line with a small one that holds others' households too: only
    that is something to find out. What is hidden beside it could be shown, to a colleague as well.
    """
    by_key = {one.key: one for one in marked}
    found = set()
    for line in lines:
        small = [by_key[key].figure.facts for key in line.members if by_key[key].primary]
        for key in line.members:
            facts = by_key[key].figure.facts
            if not facts.households or not facts.single:
                continue
            alone = {sender for sender, number in facts.own.items() if number == facts.households}
            if any(
                other is not facts and any(other.own.get(sender, 0) < other.households for sender in alone)
                for other in small
            ):
                found.add(key)
    return frozenset(found)


def _cell(one: Marked, *, single: bool) -> Cell:
    lower, upper = (one.lowest, one.highest) if one.most else (one.floor, one.ceiling)
    return Cell(
        one.key,
        one.value,
        min(lower, one.value),
        max(upper, one.value),
        weight(one),
        level=None if one.most else one.level,
        duty="hidden" if one.held or one.most else "shown" if one.firm and not one.primary else "free",
        single=single,
    )


def weight(one: Marked) -> int:
    """A total says more than its parts, and what was shown before is missed most."""
    totals = max(key[1].split(SEPARATOR).count("") for key in one.figure.cells)
    dear: int = _DEARER ** min(totals, 3)
    return dear * len(one.figure.cells) * (_SHOWN_BEFORE if one.kept else 1)


def _insiders(marked: Sequence[Marked]) -> Iterable[Insider]:
    for sender in senders_of(marked):
        known = {one.key: _known(one, sender) for one in marked if not one.most}
        bounds = {at: found for at, one in enumerate(marked) if (found := known.get(one.key)) is not None}
        if bounds:
            yield Insider(sender, bounds)


def senders_of(marked: Iterable[Marked]) -> list[str]:
    """Who knows something about the households here and has not all of them: else there is nobody to find out about."""
    figures = list(marked)
    listed = [one.figure.facts for one in figures]
    having = {sender for facts in listed for sender, number in facts.own.items() if number}
    having |= {sender for one in figures for sender, most in one.at_most.items() if most < one.ceiling}
    return sorted(
        sender for sender in having if any(facts.own.get(sender, 0) < facts.households for facts in listed)
    )  # fmt: skip


def _known(one: Marked, sender: str) -> audit.Range | None:
    """What the own households say: at least those, and no more than there are others beside them; and all of it, where
    there are no others in it.
    """
    facts = one.figure.facts
    if facts.households and facts.own.get(sender, 0) == facts.households:
        return (one.value, one.value)
    own = one.own.get(sender, 0) if one.own is not None else 0
    low = own if 0 < own <= one.value else one.floor
    most = max(min(one.ceiling, one.at_most.get(sender, one.ceiling)), one.value)
    return (low, most) if low > one.floor or most < one.ceiling else None


def audited(one: Marked, said: audit.Range | None, ceiling: int) -> audit.Audited:
    """`said`: what its figure leaves open, None when it is hidden; `ceiling`: by what is shown of its wholes."""
    level = one.level or NONE
    need = audit.Need(level.lower, level.upper, max(1, level.sliding), level.insider)
    return audit.Audited(one.key, one.value, said, (min(one.floor, one.value), max(ceiling, one.value)), need)


def readers_of(marked: Sequence[Marked]) -> list[audit.Reader]:
    return [
        audit.Reader(sender, {one.key: found for one in marked if (found := _known(one, sender)) is not None})
        for sender in senders_of(marked)
    ]
