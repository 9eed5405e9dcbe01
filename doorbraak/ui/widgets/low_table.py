"""A table that takes the height of a few rows: more of the record chosen above it, or what belongs to it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from doorbraak.ui.session import Session


class LowTable(RecordTable):
    """`rows` in sight, the others by scrolling. With one row it shows one record: there is nothing to sort."""

    def __init__(
        self, session: "Session", name: str, title: str, columns: Sequence[Column], parent: QWidget, *, rows: int = 1
    ) -> None:  # fmt: skip
        self._rows = rows
        super().__init__(session, name, title, columns, parent)
        if rows == 1:
            self.setSortingEnabled(False)

    def _fit(self) -> None:
        super()._fit()
        header, bar = self.horizontalHeader().sizeHint().height(), self.horizontalScrollBar()
        below = bar.sizeHint().height() if self.isVisible() and bar.maximum() else 0
        self.setFixedHeight(
            header + self._rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + below
        )

    def show_record(self, record: Any | None) -> None:
        """This one, or nothing; what other records are called may have changed too."""
        self.show_records([] if record is None else [record])
        self.show_again()
