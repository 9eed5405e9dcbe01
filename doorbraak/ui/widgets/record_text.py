"""A long text of the record that is chosen in a table above it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from doorbraak.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from doorbraak.ui.page import Page


class RecordText(TextField):
    """Shows field `key` of a record of `table` and writes it by `verb`; without a record it is off.

    `label` names the undo step; keys in a row are one step.
    """

    def __init__(
        self, page: "Page", table: str, key: str, name: str, label: str, verb: Callable[..., object], *, hint: str = "",
        height: int = 0,
    ) -> None:  # fmt: skip
        super().__init__(page.session, name, self._write)
        self._page, self._table, self._key = page, table, key
        self._label, self._verb = label, verb
        self.setPlaceholderText(hint)
        if height:
            self.setFixedHeight(height)

    def show_record(self, record: Any | None) -> None:
        self.setEnabled(record is not None)
        place = f"{self._table}:{record.id}:{self._key}" if record is not None else ""
        self.show_value(place, getattr(record, self._key) if record is not None else "")

    def _write(self, text: str, merge: str) -> None:
        row = int(merge.split(":")[1])  # of the place: the record in sight may be another by now
        self._page.run(self._label, self._verb, row, text, merge=merge)
