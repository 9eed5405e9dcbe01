"""Every figure that was ever published of a cell, and whether enough changed since to say something else.

One household that comes or goes must not show as the difference of two publications, whichever two: a reader has them
all. Tokens of two periods can't be compared, so each sender says how many of its households changed in a cell since its
previous file. From that follows, figure by figure, of how many households of each sender the cell differs at least and
at most from what it was then: what changed may have been undone. A cell gets a new figure only when it differs enough
from every figure that it ever had; else the last one stays. A sum stays also where the difference from any of its
figures would tell too much of one household.

What remains is in docs/security.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from doorbraak.model.errors import InputError
from doorbraak.model.exchange.ledger_amounts import Difference, Sums, Then, difference, moved_since, then_of
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.published_rules import FEWEST_OTHERS_OF_TWO, HIGHEST_P, LIMITS, Limits
from doorbraak.model.exchange.small_senders import SMALL
from doorbraak.model.exchange.table_catalogue import CellKey

Status = Literal["shown", "most", "hidden"]
FINAL = (
    "Deze periode is al gepubliceerd en dat blijft zo. Er is niets veranderd. Wat later kwam of anders bleek, telt mee "
    "in de volgende periode."
)
LATER = "Er is al een latere periode gepubliceerd. Er is niets gemaakt. Kies een periode daarna."
YEARS_BEFORE = (
    "Uit deze werkmap is al een jaar gepubliceerd, van bestanden over een jaar. Het verschil met een kwartaal kan van "
    "één huishouden zijn. Er is niets gemaakt en wat er staat blijft. Kies verder steeds een jaar."
)
QUARTERS_BEFORE = (
    "Uit deze werkmap zijn al kwartalen gepubliceerd. Het verschil met een jaar van andere bestanden kan van één "
    "huishouden zijn. Er is niets gemaakt en wat er staat blijft. Maak het jaar van de gepubliceerde kwartalen."
)
OTHER_TABLES = (
    "De vorige publicatie is met een andere versie van de tabellen gemaakt. Daardoor zijn de cijfers niet te "
    "vergelijken en is er niets gepubliceerd. Gebruik voor de nieuwe tabellen een nieuwe werkmap."
)
Span = tuple[int, int]
"""Households that differ: at least, and at most."""
_SAME = (0, 0)


@dataclass(frozen=True, slots=True)
class Said:
    """Of a cell what the files of a period say. `own`: of each sender the households in it; `twice`: how many of them
    another sender has too. `changed`: of each sender since its previous file; of `counted` cells these are households
    that came or left, elsewhere some may have another amount only. `sums`: of a cell with amounts.
    """

    own: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    twice: int = 0
    counted: bool = True
    sums: Sums | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What a cell was when a figure of it was published. `at`: in which publication of the ledger.

    `apart`: by how many households of each sender that had or has any there it differs by now. `sums`: of a cell with
    amounts.
    """

    at: int
    shown: bool
    own: Mapping[str, int] = field(default_factory=dict)
    twice: int = 0
    apart: Mapping[str, Span] = field(default_factory=dict)
    sums: Then | None = None


@dataclass(frozen=True, slots=True)
class Since:
    """How far a cell is by now from what it was when one of its figures was published."""

    apart: Mapping[str, Span]
    twice: int
    difference: Difference | None

    @property
    def most(self) -> int:
        """Households that changed, at most."""
        return sum(high for _, high in self.apart.values())

    def enough(self, limits: Limits, p: int, *, by_sender: bool = True) -> bool:
        """`by_sender`: where there was a number to subtract."""
        if not differ(self.apart, self.twice, limits, by_sender=by_sender):
            return False
        told = self.difference is not None and self.difference.tells(knowing(self.apart), self.twice, p)
        return not (by_sender and told)


@dataclass(frozen=True, slots=True)
class Entry:
    """Of one cell what stands in the last publication. `value`: as it was shown, in the unit of the table's amounts.

    `truth`, `low` and `high`: what it was and what the figure left open, in the last publication; `apart`: how far
    apart its ends had to stay; `own`: of each sender the households. `states`: of every figure that was shown, and at
    the end that of the one that stands there; `latest`: of what it was in the last publication. `households`: what
    stood beside an amount as the number of households when it was made.
    """

    status: Status
    value: int | None
    truth: int
    low: int
    high: int
    apart: int = 1
    own: Mapping[str, int] = field(default_factory=dict)
    states: tuple[State, ...] = ()
    latest: State | None = None
    households: int | None = None


_NOBODY = Entry("hidden", None, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Of all publications, in order, which are all quarters or all years: of how many households a year differs from a
    quarter, no file says. `senders`: of each of them.
    """

    catalogue: str = ""
    published: tuple[Period, ...] = ()
    senders: tuple[frozenset[str], ...] = ()
    entries: Mapping[CellKey, Entry] = field(default_factory=dict)

    def check(self, period: Period, catalogue: str) -> None:
        """Raises InputError when this period can't be published after those."""
        if period in self.published:
            raise InputError(FINAL, "period")
        if any(not one.same_kind(period) for one in self.published):
            raise InputError(YEARS_BEFORE if period.quarter else QUARTERS_BEFORE, "period")
        if any(one.order > period.order for one in self.published):
            raise InputError(LATER, "period")
        if self.published and catalogue != self.catalogue:
            raise InputError(OTHER_TABLES, "catalogue")

    def possible(self, key: CellKey, said: Said, senders: frozenset[str]) -> int:
        """Households that may differ from those of the last publication, at most."""
        entry = self.entries.get(key)
        before, certain = entry.own if entry is not None else {}, self._certain(senders)
        stayed = sum(number for sender, number in said.changed.items() if sender in certain)
        gone = sum(number for sender, number in before.items() if sender not in certain)
        return stayed + gone + sum(number for sender, number in said.own.items() if sender not in certain)

    def carried(
        self, key: CellKey, said: Said, senders: frozenset[str], limits: Limits = LIMITS, p: int = HIGHEST_P
    ) -> Entry | None:  # fmt: skip
        """What stands there and has to stay; None for a cell that may say something new."""
        entry = self.entries.get(key)
        if entry is None:
            return None
        for state in entry.states:
            if not self._since(entry, state, said, senders).enough(limits, p, by_sender=state.shown):
                return entry
        return None

    def since(self, key: CellKey, said: Said, senders: frozenset[str]) -> Since | None:
        """From the figure that stands there; None where there is none."""
        entry = self.entries.get(key)
        if entry is None or entry.status == "hidden" or not entry.states:
            return None
        return self._since(entry, entry.states[-1], said, senders)

    def since_last(self, key: CellKey, said: Said, senders: frozenset[str]) -> Since | None:
        """From what it was in the last publication, whatever was said of it; None before the first."""
        if not self.published:
            return None
        entry = self.entries.get(key, _NOBODY)
        return self._since(entry, entry.latest or self._state(Said(sums=Sums()), shown=False, at=-1), said, senders)

    def made_in(self, key: CellKey) -> Period:
        """Of a figure that is shown: the publication in which it was made. Raises KeyError or IndexError."""
        return self.published[self.entries[key].states[-1].at]

    def grown(self, key: CellKey, said: Said, senders: frozenset[str]) -> Entry:
        """The same figure one publication later."""
        entry = self.entries[key]
        latest = self._state(said, shown=entry.status != "hidden")
        return replace(entry, own=said.own, states=self._later(entry, entry.states, said, senders), latest=latest)

    def renewed(self, key: CellKey, entry: Entry, said: Said, senders: frozenset[str]) -> Entry:
        """`entry`, with what it is of, and with what was shown before it."""
        known = self.entries.get(key)
        shown = () if known is None else tuple(state for state in known.states if state.shown)
        states = () if known is None else self._later(known, shown, said, senders)
        new = self._state(said, shown=entry.status != "hidden")
        return replace(entry, own=said.own, states=(*states, new), latest=new)

    def after(
        self, period: Period, catalogue: str, senders: frozenset[str], entries: Mapping[CellKey, Entry]
    ) -> "Ledger":  # fmt: skip
        """With a publication added. Cells that are not in it keep what they had."""
        return Ledger(
            catalogue, (*self.published, period), (*self.senders, senders), {**self.entries, **entries}
        )  # fmt: skip

    def _state(self, said: Said, *, shown: bool, at: int = 0) -> State:
        """`at`: 0 of the publication that is being made, -1 of the last one."""
        sums = None if said.sums is None else then_of(said.sums)
        return State(len(self.published) + at, shown, said.own, said.twice, sums=sums)

    def _certain(self, senders: frozenset[str]) -> frozenset[str]:
        """Of whom every change since the last publication was said. Small files are other laptops each time."""
        return senders & (self.senders[-1] if self.senders else frozenset()) - {SMALL}

    def _later(
        self, entry: Entry, states: tuple[State, ...], said: Said, senders: frozenset[str]
    ) -> tuple[State, ...]:  # fmt: skip
        return tuple(
            replace(state, apart=self._apart(entry, state, said, senders), sums=self._moved(state, said, senders))
            for state in states
        )

    def _since(self, entry: Entry, state: State, said: Said, senders: frozenset[str]) -> Since:
        apart = self._one_laptop(state, self._apart(entry, state, said, senders), senders)
        return Since(apart, state.twice + said.twice, self._difference(state, said, senders))

    def _moved(self, state: State, said: Said, senders: frozenset[str]) -> Then | None:
        if state.sums is None:
            return None
        had = [sender for sender, number in state.own.items() if number]
        moved = moved_since(state.sums, had, said.sums or Sums(), self._certain(senders))
        return replace(state.sums, moved=moved)

    def _difference(self, state: State, said: Said, senders: frozenset[str]) -> Difference | None:
        sums = self._moved(state, said, senders)
        if sums is None:
            return None
        gone, came = self._gone_and_came(state, senders)
        return difference(sums, said.sums or Sums(), gone | came if gone and came else ())

    def _apart(self, entry: Entry, state: State, said: Said, senders: frozenset[str]) -> dict[str, Span]:
        """Who is not in a publication has nothing in it. Who was not in the last one counts from a file that nobody
        published, so that of its word nothing is certain: only how many it had and has.
        """
        found = {}
        for sender in sorted({*state.own, *said.own, *said.changed, *state.apart}):
            then, now = state.own.get(sender, 0), said.own.get(sender, 0)
            least, most = abs(then - now), then + now
            if sender in self._certain(senders):
                low, high = state.apart.get(sender, _SAME)
                step = min(said.changed.get(sender, 0), entry.own.get(sender, 0) + now)
                least = max(least, low - step, step - high if said.counted else 0)
                most = max(least, min(most, high + step))
            if most or then or now:
                found[sender] = (least, most)
        return found

    def _one_laptop(self, state: State, apart: Mapping[str, Span], senders: frozenset[str]) -> Mapping[str, Span]:
        """Who went and who is new may be one laptop under two names, with the same households."""
        gone, came = self._gone_and_came(state, senders)
        if not gone or not came:
            return apart
        left = sum(apart.get(sender, _SAME)[1] for sender in gone)
        new = sum(apart.get(sender, _SAME)[1] for sender in came)
        rest = {sender: span for sender, span in apart.items() if sender not in gone | came}
        return {**rest, min(gone | came): (abs(left - new), left + new)} if left or new else rest

    def _gone_and_came(self, state: State, senders: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
        then = self.senders[state.at]
        return then - senders, senders - then


def differ(apart: Mapping[str, Span], twice: int, limits: Limits = LIMITS, *, by_sender: bool = True) -> bool:
    """Whether enough households differ for certain, also for a sender, who takes off those of its own. `twice`: how
    many may be counted for two senders.
    """
    least = sum(low for low, _ in apart.values()) - twice
    if least < limits.fewest_changed:
        return False
    certain = sum(low > 0 for low, _ in apart.values())
    others = max(FEWEST_OTHERS_OF_TWO, limits.fewest_changed) if certain <= 2 else limits.fewest_changed
    return not by_sender or all(least - apart[sender][0] >= others for sender in knowing(apart))


def knowing(apart: Mapping[str, Span]) -> list[str]:
    """Senders who can take off what changed at themselves, and then see what others there changed. Also that it is
    nothing: were the figure new then, and did it stay after one to four changes, that would tell of a newcomer.
    """
    return [sender for sender, (_, high) in apart.items() if high and len(apart) > 1]
