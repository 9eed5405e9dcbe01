"""The teams and wijken that the coordinator handed out with its key: what else is filled in, counts as overig."""

from collections.abc import Sequence
from typing import Literal

from doorbraak.model.exchange.table_catalogue import Code
from doorbraak.model.workspace.store import Store

NOT_CHOSEN = "Nog niet gekozen"


def of(store: Store, dimension: Literal["team", "wijk"]) -> tuple[Code, ...]:
    """None without a key, or with a key without a list: then a code is typed."""
    if not store.rows("SELECT 1 FROM exchange_coordinator LIMIT 1"):  # most have none, and pages ask at every change
        return ()
    from doorbraak.model.exchange import sent

    key = sent.coordinator(store)
    return () if key is None else key.codes[dimension]


def choices(codes: Sequence[Code], present: str) -> tuple[tuple[str, str], ...]:
    """Values with their words; one that is there and not handed out stays, and is said to count as overig."""
    listed = [("", NOT_CHOSEN), *((code.id, code.label) for code in codes)]
    if present and present not in {code.id for code in codes}:
        listed.append((present, f"{present} (telt als “overig”)"))
    return tuple(listed)
