"""What is chosen, everywhere the same: a problem on the map is the same one in the tables."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from doorbraak.ui.widgets.record_table import RecordTable

Chosen = tuple[str, int]
"""A table and the id of its row: ("problem", 12)."""
DOORBRAAK = "intervention"


class Selection(QObject):
    """One record at a time, or None. `changed` comes with it; `entered` when somebody wants to go on in its table.

    `doorbraak` is the id of the last one that was chosen: it stays the same while a problem or somebody is chosen.
    """

    changed = Signal(object)
    entered = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._chosen: Chosen | None = None
        self.doorbraak: int | None = None

    @property
    def chosen(self) -> Chosen | None:
        return self._chosen

    def choose(self, table: str, id_: int) -> None:
        self._set((table, id_))

    def enter(self, table: str, id_: int) -> None:
        """Choose it, and have the focus on its row in the table that is in sight."""
        self.choose(table, id_)
        self.entered.emit((table, id_))

    def clear(self) -> None:
        self.doorbraak = None
        self._set(None)

    def _set(self, chosen: Chosen | None) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            if chosen is not None and chosen[0] == DOORBRAAK:
                self.doorbraak = chosen[1]
            self.changed.emit(chosen)


def follows(shown: "RecordTable", table: str, selection: Selection) -> Callable[[], None]:
    """The row of `shown` that is chosen is the chosen record, both ways. It follows without taking the focus.

    Returns what makes it follow again, for when other rows have come.
    """

    def tell(record: object) -> None:
        if record is not None and shown.isVisible() and shown.hasFocus():
            selection.choose(table, record.id)  # type: ignore[attr-defined]

    def follow(chosen: Chosen | None) -> None:
        if not isValid(shown):  # a page may go before its session
            return
        if chosen is not None and chosen[0] == table and (shown.record() is None or shown.record().id != chosen[1]):
            shown.select(chosen[1])

    def enter(chosen: Chosen) -> None:
        if isValid(shown) and shown.isVisible() and chosen[0] == table:
            follow(chosen)  # a page that was made just now has not heard it
            shown.setFocus()

    shown.current.connect(tell)
    shown.entered.connect(lambda: tell(shown.record()))
    selection.changed.connect(follow)
    selection.entered.connect(enter)
    return lambda: follow(selection.chosen)
