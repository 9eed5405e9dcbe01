"""Opening a workspace whatever it holds: households, or what senders sent to a coordinator. Its key is derived once."""

from datetime import date
from pathlib import Path

from doorbraak.model.dossier import dossier
from doorbraak.model.exchange import coordinator_tables
from doorbraak.model.workspace.log import Origin
from doorbraak.model.workspace.opening import OfKind
from doorbraak.model.workspace.store import Store


def open_workspace(folder: Path, secret: str, today: date, *, origin: Origin = "venster") -> Store:
    """Raises as `Store.open`."""
    tables: OfKind = {"households": dossier.TABLES, "coordinator": coordinator_tables.TABLES}
    store = Store.open_of(folder, secret, tables, origin=origin)
    if store.kind == "households":
        return dossier.with_time_passed(store, today)
    from doorbraak.model.exchange import coordinator  # late: a workspace of households needs none of it

    return coordinator.with_key(store, today)
