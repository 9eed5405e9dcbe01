"""Opens a workspace for the window, with all that a household needs. Loaded after the first window is painted."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTableView

from doorbraak.model import catalogue
from doorbraak.model.dossier import dossier
from doorbraak.model.errors import FileInUse, UserError
from doorbraak.model.exchange import either_kind
from doorbraak.model.workspace import cipher, keys, lock, lost_slots, passphrase
from doorbraak.model.workspace.store import Store
from doorbraak.ui.open_workspace import OpenWorkspace
from doorbraak.ui.pages import PAGES

if TYPE_CHECKING:
    from doorbraak.ui.autolock import AutoLock
    from doorbraak.ui.main_window import MainWindow


def create(folder: Path, secret: str, *, coordinates: bool = False) -> tuple[Store, str]:
    """A new workspace, of households or of a coordinator, and its recovery code. Raises UserError."""
    if coordinates:
        from doorbraak.model.exchange import coordinator

        return coordinator.create(folder, secret, date.today())
    return Store.create(folder, secret, dossier.TABLES)


def unlock(folder: Path, secret: str) -> Store:
    """Of either kind: which one it is, is known once it is open. Raises UserError."""
    return either_kind.open_workspace(folder, secret, date.today())


def slots_lost(folder: Path) -> bool:
    """Whether the slots of this workspace can't be read, so that no passphrase would fit."""
    return lost_slots.missing(folder) is not None


def slots_kept_at(folder: Path, elsewhere: Path | None = None) -> datetime | None:
    """The moment of the newest copy with slots beside it."""
    found = lost_slots.candidates(folder, elsewhere)
    return found[0].at if found else None


def recovered(folder: Path, secret: str, elsewhere: Path | None) -> tuple[Store, datetime]:
    """The workspace opened with the slots of a copy, and the moment of that copy. Raises UserError."""
    at = lost_slots.recover(folder, secret, elsewhere)
    store = unlock(folder, secret)
    store.note("herstellen", "sleutels")
    return store, at


def secrets_need_care(store: Store) -> bool:
    """Who needed the recovery code has no passphrase; and a code that nobody saw helps nobody."""
    return store.keys.opened_with == "recovery" or passphrase.code_is_unseen(store)


def in_use(folder: Path) -> UserError | None:
    """Whether another program has the workspace open, before anybody types a passphrase for nothing."""
    try:
        lock.take(folder).release()
    except FileInUse as error:
        return error
    except UserError:
        return None  # opening itself will say it
    return None


def shown(window: "MainWindow", lock: "AutoLock", store: Store) -> OpenWorkspace:
    """An open workspace as the window holds it; its view is not in sight yet."""
    return OpenWorkspace(window, lock, store)


def pieces() -> tuple[Callable[[], object], ...]:
    """What opening will need besides this module, a piece at a time: keys that are typed meanwhile don't wait long."""
    return cipher.preload, keys.preload, lambda: catalogue.search(catalogue.load(), "a"), _first_table, PAGES[0].load


def _first_table() -> None:
    """The first table of a process takes fifteen times as long as the others: Qt's binding makes its types then."""
    table = QTableView()
    table.viewport()
    table.deleteLater()
