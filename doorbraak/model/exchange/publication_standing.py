"""What stands in the last publication, beside what the files say of now: what of it has to stay, and what is kept of
it for the next.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from doorbraak.model.exchange.cell_facts import HOUSEHOLDS, CaseloadFacts, Facts, table_of
from doorbraak.model.exchange.figures_staying import Changed
from doorbraak.model.exchange.figures_tied import Figure
from doorbraak.model.exchange.ledger import Entry, Ledger, Said, Since
from doorbraak.model.exchange.published_rules import Limits
from doorbraak.model.exchange.small_senders import kept_as
from doorbraak.model.exchange.table_catalogue import CellKey

_NEVER_SHOWN = Entry("hidden", None, 0, 0, 0)
"""Of a figure that stands nowhere yet, and has to stay hidden for the sake of others."""


@dataclass
class Standing:
    """`senders`: of this publication, by the names that may be kept: the ledger stays."""

    ledger: Ledger
    facts: CaseloadFacts
    senders: frozenset[str]
    limits: Limits
    p: int
    _kept: dict[CellKey, Entry | None] = field(default_factory=dict)

    @property
    def first(self) -> bool:
        """Nothing was published before."""
        return not self.ledger.published

    def earlier(self, key: CellKey) -> Entry | None:
        """What stands there and has to stay."""
        if key not in self._kept:
            self._kept[key] = self.ledger.carried(key, self._files(key), self.senders, self.limits, self.p)
        return self._kept[key]

    def staying(self, figure: Figure) -> dict[CellKey, Entry]:
        """One of its cells that has to stay keeps all of them: they are the same number."""
        if any(self.earlier(key) is not None for key in figure.cells):
            self.keep(figure)
        return {key: entry for key in figure.cells if (entry := self.earlier(key)) is not None}

    def keep(self, figure: Figure) -> None:
        """It has to stay for the sake of others."""
        for key in figure.cells:
            if self.earlier(key) is None:
                self._kept[key] = self.ledger.entries.get(key, _NEVER_SHOWN)

    def possible(self, key: CellKey) -> int:
        return self.ledger.possible(key, self._files(key), self.senders)

    def changed(self, figure: Figure, *, alone: bool) -> Changed:
        """Of the cell of which the most may have changed."""
        since = _farthest(self.ledger.since(key, self._files(key), self.senders) for key in figure.cells)
        latest = _farthest(self.ledger.since_last(key, self._files(key), self.senders) for key in figure.cells)
        return Changed(since, latest, alone)

    def grown(self, key: CellKey) -> Entry:
        """What stands there, one publication later."""
        return self.ledger.grown(key, self._files(key), self.senders)

    def after(self, key: CellKey, made: Entry) -> Entry:
        """What is kept of `made`: as what stood there already, or as a figure of its own."""
        earlier = self.earlier(key)
        if earlier is None or earlier is _NEVER_SHOWN or earlier.status != made.status:
            return self.ledger.renewed(key, made, self._files(key), self.senders)
        return replace(self.grown(key), truth=made.truth, low=made.low, high=made.high, apart=made.apart)

    def _files(self, key: CellKey) -> Said:
        facts = self.facts.counts.get(key) or self.facts.amounts.get(key) or Facts()
        own = {sender: number for sender, number in facts.kept.items() if number}
        changed: dict[str, int] = {}
        for sender, number in self.facts.changed.get((table_of(key), key[1]), {}).items():
            changed[kept_as(sender)] = changed.get(kept_as(sender), 0) + number
        sums = None if facts.amounts is None else facts.amounts.sums(self.facts.moved.get(key, {}))
        return Said(
            own, changed, max(0, sum(own.values()) - facts.households), not key[0].endswith(HOUSEHOLDS), sums
        )  # fmt: skip


def _farthest(found: Iterable[Since | None]) -> Since | None:
    return max((one for one in found if one is not None), key=lambda one: one.most, default=None)
