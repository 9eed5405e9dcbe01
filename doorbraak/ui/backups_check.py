"""Checking copies with the key of the open workspace. A passphrase is asked for those of another key only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget

from doorbraak.ui.backups_secret import ask_secret

if TYPE_CHECKING:
    from doorbraak.model.workspace.backup import Backup
    from doorbraak.model.workspace.store import Store


@dataclass(frozen=True, slots=True)
class Checkable:
    """A copy and what looks it over: the sentences that it returns tell what is wrong."""

    copy: "Backup"
    faults: Callable[[], tuple[str, ...]]


def checkable(parent: QWidget, store: "Store", copies: Sequence["Backup"]) -> tuple[Checkable, ...]:
    """Those that can be looked over, in their order: the others have a key that nobody gave."""
    from doorbraak.model.workspace import copy_check

    ways: dict[object, Callable[[], tuple[str, ...]]] = {}
    other: list[Backup] = []
    for made in copies:
        if copy_check.fits(made, store.keys.key):
            ways[made.path] = lambda made=made: store.copy_faults(made)
        else:
            other.append(made)
    while other:
        secret = ask_secret(parent, _tr("Kopieën controleren"), _why(len(other)), lambda typed: refused(other, typed))
        if secret is None or not parent.isVisible():  # a lock may have closed it meanwhile
            break
        for made in _opened(other, secret):
            ways[made.path] = lambda made=made, secret=secret: copy_check.faults(made, secret)
            other.remove(made)
    return tuple(Checkable(made, ways[made.path]) for made in copies if made.path in ways)


def _why(count: int) -> str:
    said = _tr("%d kopieën zijn van voor de nieuwe sleutel.") % count
    if count == 1:
        said = _tr("1 kopie is van voor de nieuwe sleutel.")
    return f"{said} {_tr('Typ de wachtzin of herstelcode van toen. Er verandert niets.')}"


def refused(copies: Sequence["Backup"], secret: str) -> str:
    """Why it can't be this one; empty when it opens one of them."""
    if _opened(copies, secret):
        return ""
    return _tr("Deze wachtzin past op geen van deze kopieën. Er is niets veranderd. Typ die van toen, of annuleer.")


def _opened(copies: Sequence["Backup"], secret: str) -> list["Backup"]:
    """Those of which the slots open with it: each set of slots is tried once, since that takes long."""
    from doorbraak.model.workspace import copy_check

    known: dict[object, bool] = {}
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        for made in copies:
            slots = copy_check.own_slots(made)
            if slots not in known:
                known[slots] = bool(copy_check.unwrapped(slots, secret))
        return [made for made in copies if known[copy_check.own_slots(made)]]
    finally:
        QApplication.restoreOverrideCursor()


def _tr(text: str) -> str:
    return QCoreApplication.translate("BackupsDialog", text)
