"""All that was merged of a period, at once, as the program never has it: for who looks at every token."""

from dataclasses import dataclass

from doorbraak.model.exchange.merging import MergedCell, Sources
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.table_catalogue import CellKey


@dataclass(frozen=True, slots=True)
class Merged:
    period: Period
    catalogue: str
    senders: tuple[str, ...]
    example: bool
    cells: dict[CellKey, MergedCell]


def whole(sources: Sources) -> Merged:
    return Merged(sources.period, sources.catalogue, sources.senders, sources.example, dict(sources.cells()))
