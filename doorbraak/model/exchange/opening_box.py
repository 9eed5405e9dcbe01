"""Opening a sealed file with the coordinator's keys: the one of now, or one of before that has not had its day."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.exchange import container, coordinator, refusals
from doorbraak.model.exchange.container import Opened
from doorbraak.model.exchange.coordinator import KeyPair
from doorbraak.model.exchange.refusals import ExchangeRefused, refuse
from doorbraak.model.exchange.table_catalogue import TableCatalogue
from doorbraak.model.workspace.store import Store


@dataclass(frozen=True, slots=True)
class Box:
    """The keys and tables of one coordinator, read once for any number of files."""

    tables: TableCatalogue
    pairs: tuple[KeyPair, ...]

    def open_new(self, content: bytes, today: date) -> tuple[Opened, KeyPair]:
        """A file that comes in. Raises ExchangeRefused."""
        for pair in self.pairs:
            if pair.opens(today) and (opened := self._opened(content, pair)) is not None:
                return opened, pair
        return refuse(refusals.NOT_FOR_US)

    def open_kept(self, content: bytes, key_pair: int) -> Opened:
        """One that waited. Raises ExchangeRefused: its tables may be of another version by now."""
        for pair in self.pairs:
            if pair.id == key_pair and pair.private and (opened := self._opened(content, pair)) is not None:
                return opened
        return refuse(refusals.NOT_FOR_US)

    def _opened(self, content: bytes, pair: KeyPair) -> Opened | None:
        """None when another key may fit."""
        try:
            return container.open_(content, pair.private, self.tables)
        except ExchangeRefused as refused:
            if refused.sentence != refusals.NOT_FOR_US:
                raise
        return None


def box_of(store: Store, tables: TableCatalogue | None = None) -> Box:
    return Box(coordinator.catalogue_of(store, tables), coordinator.key_pairs(store))
