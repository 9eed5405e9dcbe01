"""What was published last of every cell, and whether enough changed since to say something else.

One household that comes or goes must not show as the difference of two publications. Tokens of two periods can't be
compared, so each sender says how many households changed in a cell since its previous file. A cell gets a new figure
only when at least 5 differ from those of its last figure for certain: what changed before may have been undone, so
as many more have to change as went by since. A cell in which a few change every time gets a new figure after 20
in all: else it would never be renewed.

What remains: the coordinator's program can see that cells of one sender changed. Its workspace holds personal data.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from doorbraak.model.errors import InputError
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.published_rules import LIMITS, Limits
from doorbraak.model.exchange.table_catalogue import CellKey

Status = Literal["shown", "most", "hidden"]
ENOUGH_IN_ALL = 20
FINAL = (
    "Deze periode is al gepubliceerd en dat blijft zo. Er is niets veranderd. Wat later kwam of anders bleek, telt mee "
    "in de volgende periode."
)
LATER = "Er is al een latere periode gepubliceerd. Er is niets gemaakt. Kies een periode daarna."
OTHER_TABLES = (
    "De vorige publicatie is met een andere versie van de tabellen gemaakt. Daardoor zijn de cijfers niet te "
    "vergelijken en is er niets gepubliceerd. Gebruik voor de nieuwe tabellen een nieuwe werkmap."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Of one cell what stands in the last publication. `value`: as it was shown, in the unit of the table's amounts.

    `truth`, `low` and `high`: what it was and what the figure left open, when it was published; `apart`: how far
    apart its ends had to stay. `own`: of each sender the households when it last sent; `drift`: how many changed
    since the figure was new.
    """

    status: Status
    value: int | None
    truth: int
    low: int
    high: int
    apart: int = 1
    own: Mapping[str, int] = field(default_factory=dict)
    drift: int = 0
    drifted: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """Between two publications: `certain` households at least, `possible` ones at most."""

    certain: int
    possible: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """Of the publications of one kind, quarters or years. `senders`: of the last one."""

    catalogue: str = ""
    published: tuple[Period, ...] = ()
    senders: frozenset[str] = frozenset()
    entries: Mapping[CellKey, Entry] = field(default_factory=dict)

    def check(self, period: Period, catalogue: str) -> None:
        """Raises InputError when this period can't be published after those."""
        if period in self.published:
            raise InputError(FINAL, "period")
        if any(one.order > period.order or not one.same_kind(period) for one in self.published):
            raise InputError(LATER, "period")
        if self.published and catalogue != self.catalogue:
            raise InputError(OTHER_TABLES, "catalogue")

    def change(self, key: CellKey, said: int, now: Mapping[str, int], senders: frozenset[str]) -> Change:
        """`said`: by the files, added up; `now`: of each sender the households in the cell.

        A sender that is not in the publication took its households away without a word. One that comes back counted
        from a file that the last publication did not have, so that of its word nothing is certain.
        """
        entry = self.entries.get(key)
        own = entry.own if entry is not None else {}
        gone = sum(number for sender, number in own.items() if sender in self.senders - senders)
        back = senders - self.senders
        came = sum(now.get(sender, 0) for sender in back)
        unsure = came + sum(own.get(sender, 0) for sender in back)
        return Change(max(0, said - unsure) + came + gone, said + came + gone)

    def carried(self, key: CellKey, change: Change, limits: Limits = LIMITS) -> Entry | None:
        """What stands there and has to stay; None for a cell that may say something new."""
        entry = self.entries.get(key)
        if entry is None or change.certain >= limits.fewest_changed + entry.drift:
            return None
        return None if change.certain + entry.drifted >= ENOUGH_IN_ALL else entry

    def after(
        self, period: Period, catalogue: str, senders: frozenset[str], entries: Mapping[CellKey, Entry]
    ) -> "Ledger":  # fmt: skip
        """With a publication added. Cells that are not in it keep what they had."""
        return Ledger(catalogue, (*self.published, period), senders, {**self.entries, **entries})


def grown(entry: Entry, change: Change, own: Mapping[str, int], senders: frozenset[str]) -> Entry:
    """The same figure one publication later."""
    away = {sender: number for sender, number in entry.own.items() if sender not in senders}
    return replace(
        entry, own={**away, **own}, drift=entry.drift + change.possible, drifted=entry.drifted + change.certain
    )  # fmt: skip
