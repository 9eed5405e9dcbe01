"""The secrets and the ledger of a coordinator's workspace: read, and written in the change that makes a period final.

Imports msgspec: only for who publishes.
"""

import zlib
from datetime import date

import msgspec

from doorbraak.model.exchange.ledger import Entry, Ledger
from doorbraak.model.exchange.periods import Period, parse
from doorbraak.model.exchange.published_rules import Secrets, drawn_secrets
from doorbraak.model.workspace.store import Store


class _Kept(msgspec.Struct, frozen=True):
    catalogue: str
    published: tuple[str, ...]
    senders: tuple[tuple[str, ...], ...]
    entries: tuple[tuple[str, str, Entry], ...]


def secrets(store: Store, drawn: Secrets | None = None) -> Secrets:
    """Those of this workspace; the first time `drawn`, or new ones. Inside a change."""
    known = known_secrets(store)
    if known is not None:
        return known
    made = drawn or drawn_secrets()
    store.insert("publisher", key=made.key.hex(), p=made.p)
    return made


def known_secrets(store: Store) -> Secrets | None:
    """None before the first publication."""
    rows = store.rows("SELECT key, p FROM publisher ORDER BY id LIMIT 1")
    return Secrets(bytes.fromhex(rows[0][0]), rows[0][1]) if rows else None


def ledger(store: Store) -> Ledger:
    """Of all publications; an empty one before the first."""
    rows = store.rows("SELECT entries FROM ledger")
    if not rows:
        return Ledger()
    kept = msgspec.json.decode(zlib.decompress(rows[0][0]), type=_Kept)
    return Ledger(
        kept.catalogue,
        tuple(parse(one) for one in kept.published),
        tuple(frozenset(one) for one in kept.senders),
        {(table, cell): entry for table, cell, entry in kept.entries},
    )


def keep(store: Store, after: Ledger, figures: bytes, today: date) -> None:
    """The ledger after a publication, and what was shown in it: from now on its last period is final.

    Inside a change.
    """
    period = after.published[-1]
    listed = tuple((table, cell, after.entries[table, cell]) for table, cell in sorted(after.entries))
    made = _Kept(
        after.catalogue, tuple(map(str, after.published)), tuple(tuple(sorted(one)) for one in after.senders), listed
    )
    packed = zlib.compress(msgspec.json.encode(made, order="deterministic"))
    rows = store.rows("SELECT id FROM ledger")
    if rows:
        store.update("ledger", rows[0][0], entries=packed)
    else:
        store.insert("ledger", entries=packed)
    store.insert("published", period=str(period), catalogue=after.catalogue, made_on=today.isoformat(), figures=figures)


def figures(store: Store, period: Period) -> bytes | None:
    """What was shown in a publication that is final."""
    rows = store.rows("SELECT figures FROM published WHERE period = ?", [str(period)])
    return rows[0][0] if rows else None
