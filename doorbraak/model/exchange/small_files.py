"""Small files (*klein*) wait sealed until those of a period hold 5 or more households of 2 or more senders together.

Below that nothing of them is merged or kept readable: of four households every cell is nearly a profile.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

from doorbraak.model.exchange import rules, senders
from doorbraak.model.exchange.refusals import ExchangeRefused
from doorbraak.model.workspace.store import Store

if TYPE_CHECKING:
    from doorbraak.model.exchange.opening_box import Box
    from doorbraak.model.exchange.payload import Payload

FEWEST_SENDERS = 2
_WAITING = (
    "received JOIN sender ON sender.id = received.sender "
    f"WHERE period = ? AND small > 0 AND content = 'sealed' AND {senders.COUNTS}"
)


def opened(store: Store, period: str, box: "Box") -> tuple["Payload", ...]:
    """All small files of the period, in memory alone; none of them while they hold too little together.

    Their outside says how many households there are, and their tokens how many different ones. Raises ExchangeRefused
    when they are of other tables than the program knows by now.
    """
    from doorbraak.model.exchange.payload import COUNTED_IN

    ((homes, files),) = store.rows(f"SELECT coalesce(sum(small), 0), count(*) FROM {_WAITING}", [period])
    if homes < rules.SMALL or files < FEWEST_SENDERS:
        return ()
    rows = store.rows(f"SELECT sealed, key_pair FROM {_WAITING} ORDER BY received.id", [period])
    found = tuple(box.open_kept(sealed, key_pair).payload for sealed, key_pair in rows)
    different = {
        entry.token
        for payload in found
        for cell in payload.cells
        if (cell.table, cell.cell) == (COUNTED_IN, "")
        for entry in cell.entries
    }
    return found if len(different) >= rules.SMALL else ()


def enough(store: Store, period: str, box: "Box | None" = None) -> bool:
    """Whether they count."""
    from doorbraak.model.exchange import opening_box

    with suppress(ExchangeRefused):
        return bool(opened(store, period, box or opening_box.box_of(store)))
    return False
