"""One edit of the signals of several households: they get one theme, or are told to somebody together."""

from datetime import date

from doorbraak.model.dossier import signals
from doorbraak.model.dossier.signals import TABLE
from doorbraak.model.workspace.store import Store

__all__ = ["TABLE", "set_theme", "tell"]


def set_theme(store: Store, signal: tuple[int, ...], theme: str) -> None:
    """Merging by hand: signals of one theme are one knelpunt. An empty theme takes them apart. Raises NotFound."""
    for one in signal:
        signals.set_theme(store, one, theme)


def tell(store: Store, signal: tuple[int, ...], told_to: str, on: date) -> None:
    """Somebody who can change the rule knows it. What came of it before stays: promised is not less than told.

    Raises NotFound.
    """
    for one in signal:
        signals.set_told_to(store, one, told_to)
        signals.set_told_on(store, one, on)
        if not store.one("SELECT solving FROM signal WHERE id = ?", [one])[0]:
            signals.set_solving(store, one, "told")
