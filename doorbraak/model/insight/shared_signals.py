"""Knelpunten that households share: like goes with like, by a rule that one can say aloud.

A signal goes under the first of these that it has: its theme; its article; what stands in the way together with the
kind of agency; else it stands alone. So no signal drags another one along, and who gives a theme decides.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.dossier.barriers import RUNGS, Rung
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.signals import FIXING, SOLVING, Fixing, Signal, Solving
from doorbraak.model.insight import names

Rule = Literal["theme", "article", "rung-agency", "alone"]
RULE_NAMES: dict[Rule, str] = {
    "theme": "Zelfde thema",
    "article": "Zelfde artikel",
    "rung-agency": "Zelfde soort regel bij zelfde soort instantie",
    "alone": "Staat alleen",
}
MORE_OFTEN = 2  # households of one wijk


@dataclass(frozen=True, slots=True)
class Told:
    """A signal with the household that it is of. `kind` tells which agencies are alike, `agency` what it is called.

    `listed`: `kind` is an id of the catalogue, and no own words. `tried`: what was tried against the barrier.
    """

    signal: Signal
    number: int
    wijk: str
    kind: str
    listed: bool
    agency: str
    tried: str

    @property
    def id(self) -> int:
        return self.signal.id


@dataclass(frozen=True, slots=True)
class Known:
    """A sum of what is known: of how many households, and the most that one of them has."""

    total: int
    households: int
    most: int


@dataclass(frozen=True, slots=True)
class SharedSignal:
    """A knelpunt with every signal of it, the first household first. `value` is what they are alike in."""

    rule: Rule
    value: str
    told: tuple[Told, ...]

    @property
    def id(self) -> str:
        return f"{self.rule}:{self.value}"

    @property
    def theme(self) -> str:
        return next((one.signal.theme for one in self.told if one.signal.theme), "")

    @property
    def words(self) -> str:
        """What it is called: the theme, or what was written first."""
        return self.theme or self.told[0].signal.words

    @property
    def rung(self) -> Rung:
        """Named most; of two the harder one."""
        counted: Counter[Rung] = Counter(one.signal.rung for one in self.told if one.signal.rung)
        return max(counted, key=lambda rung: (counted[rung], -RUNGS.index(rung)), default="")

    @property
    def article(self) -> str:
        return _most(one.signal.article for one in self.told)

    @property
    def agency(self) -> str:
        """What the agency is called, as it is named most."""
        return _most(one.agency for one in self.told)

    @property
    def agency_kind(self) -> str:
        """An id of the catalogue, when that is named most; own words are none."""
        return _most(one.kind if one.listed else "" for one in self.told)

    @property
    def households(self) -> tuple[int, ...]:
        return tuple(sorted({one.number for one in self.told}))

    @property
    def wijken(self) -> dict[str, int]:
        """How many households of each wijk, the most first; without a wijk they don't count."""
        counted = Counter(wijk for _, wijk in {(one.number, one.wijk) for one in self.told} if wijk)
        return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))

    @property
    def more_often(self) -> tuple[str, ...]:
        """In these wijken it is no chance any more."""
        return tuple(wijk for wijk, number in self.wijken.items() if number >= MORE_OFTEN)

    @property
    def hours_e2(self) -> Known:
        return self._known(lambda signal: signal.hours_e2)

    @property
    def lost_cents(self) -> Known:
        return self._known(lambda signal: signal.lost_cents)

    @property
    def fixing(self) -> dict[Fixing, int]:
        """How far the families are helped, in signals, as far as it was said."""
        counted = Counter(one.signal.fixing for one in self.told)
        return {status: counted[status] for status in FIXING if status and counted[status]}

    @property
    def solving(self) -> dict[Solving, int]:
        """How far the rule is mended."""
        counted = Counter(one.signal.solving for one in self.told)
        return {status: counted[status] for status in SOLVING if status and counted[status]}

    def _known(self, of: Callable[[Signal], int | None]) -> Known:
        sums: dict[int, int] = defaultdict(int)
        for one in self.told:
            found = of(one.signal)
            if found is not None:
                sums[one.number] += found
        return Known(sum(sums.values()), len(sums), max(sums.values(), default=0))


def shared_signals(dossiers: Iterable[Dossier], catalogue: Catalogue) -> tuple[SharedSignal, ...]:
    """All knelpunten of these households: what most of them share first, then what costs most hours."""
    found: dict[tuple[Rule, str], list[Told]] = {}
    for dossier in sorted(dossiers, key=lambda one: one.household.number):
        for signal in dossier.signals:
            told = _told(signal, dossier, catalogue)
            found.setdefault(_alike(told), []).append(told)
    made = (SharedSignal(rule, value, tuple(told)) for (rule, value), told in found.items())
    return tuple(sorted(made, key=lambda one: (-len(one.households), -one.hours_e2.total, fold(one.words), one.id)))


def _told(signal: Signal, dossier: Dossier, catalogue: Catalogue) -> Told:
    agency = next((one for one in dossier.agencies if one.id == signal.agency), None)
    barrier = next((one for one in dossier.barriers if one.id == signal.barrier), None)
    return Told(
        signal=signal,
        number=dossier.household.number,
        wijk=dossier.household.wijk,
        kind=(agency.kind or fold(agency.words)) if agency else "",
        listed=bool(agency and agency.kind in catalogue.agencies),
        agency=names.agency_name(agency, catalogue) if agency else "",
        tried=barrier.tried if barrier else "",
    )


def _alike(told: Told) -> tuple[Rule, str]:
    signal = told.signal
    if theme := fold(signal.theme):
        return "theme", theme
    if signal.article:
        return "article", signal.article
    if signal.rung and told.kind:
        return "rung-agency", f"{signal.rung} {told.kind}"
    return "alone", str(signal.id)


def _most(values: Iterable[str]) -> str:
    """What is there most; of two the one that was there first."""
    counted = Counter(value for value in values if value)
    return max(counted, key=lambda value: counted[value], default="")
