"""Whether other laptops are in a publication than in the one before: then a total that falls may be nothing but that.

One sentence without a number, decided by whole laptops of 5 or more households. A laptop that becomes small or is small
no more was there both times, and of small ones nobody hears who came: else one household would show.
"""

from typing import TYPE_CHECKING

from doorbraak.model.exchange import senders
from doorbraak.model.exchange.small_senders import SMALL

if TYPE_CHECKING:
    from doorbraak.model.exchange.ledger import Ledger
    from doorbraak.model.exchange.periods import Period
    from doorbraak.model.exchange.published import Publication
    from doorbraak.model.workspace.store import Store

_BEWARE = "Een stijging of daling kan daardoor komen. Vergelijk de totalen daarom niet zomaar."
OTHERS = f"Bij de vorige publicatie deden er afzenders mee die nu ontbreken, of andersom. {_BEWARE}"
IN_A_YEAR = f"Niet in elk kwartaal deden dezelfde afzenders mee als in het kwartaal ervoor. {_BEWARE}"


def differ(store: "Store", period: "Period", before: "Ledger") -> bool:
    """`before`: of all publications until now."""
    if not before.published:
        return False
    then, now = before.senders[-1] - {SMALL}, _sent(store, period, small=False)
    gone = then - now - _sent(store, period, small=True)
    came = now - then - _sent(store, before.published[-1], small=True)
    return bool(gone or came)


def _sent(store: "Store", period: "Period", *, small: bool) -> frozenset[str]:
    rows = store.rows(
        "SELECT sender.sender FROM received JOIN sender ON sender.id = received.sender "
        f"WHERE period = ? AND content != 'none' AND (small > 0) = ? AND {senders.COUNTS}",
        [str(period), int(small)],
    )
    return frozenset(id_ for (id_,) in rows)


def said(publication: "Publication") -> str:
    """What its reader has to know, or nothing."""
    if not publication.other_senders:
        return ""
    return IN_A_YEAR if publication.quarters else OTHERS
