"""What every page of a household is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from doorbraak.model.dossier.dossier import Dossier
    from doorbraak.model.insight.missing_parts import Missing
    from doorbraak.ui.session import Session
    from doorbraak.ui.widgets.fields import DraftLine


class Page(QWidget):
    """A page shows one household. It reads again when its tables changed, and runs verbs through `attempt`."""

    tables: frozenset[str] = frozenset()
    after = False  # whether it shows how it is when the plan is carried out
    paper: tuple[str, int | None] | None = None  # what Ctrl+P prints while it is in sight; else the plan

    def __init__(self, session: "Session", parent: QWidget) -> None:
        """Made where it will stand: each time that a whole page moves, it is styled again from top to bottom."""
        super().__init__(parent)
        self.session = session
        self.household = 0
        self.number: int | None = None

    def show_household(self, dossier: "Dossier") -> None:
        """Show this household; called for another one and after each change of `tables`."""
        self.household = dossier.household.id
        self.number = dossier.household.number
        for line in self._add_lines():
            line.belongs_to(self.household)
        self.refresh(dossier)

    def _add_lines(self) -> "list[DraftLine]":
        from doorbraak.ui.widgets.fields import DraftLine

        return self.findChildren(DraftLine)

    def take_focus(self) -> None:
        """Where typing begins: the first line in sight, as one reads, in which something is added."""
        lines = [line for line in self._add_lines() if line.isVisible()]
        if lines:
            min(lines, key=lambda line: line.mapTo(self, QPoint()).toTuple()[::-1]).setFocus()

    def part(self) -> tuple[int, ...]:
        """Which part is in sight, of a page that shows one at a time: a page that is made again goes back to it."""
        return ()

    def back_to_part(self, part: tuple[int, ...]) -> None:
        """Does nothing where all parts are in sight."""

    def go_to(self, one: "Missing") -> None:
        """Where this part of the justification is filled in, with the focus; on the pages that have such a place."""

    def show_paper(self, id_: str) -> None:
        """This paper in sight; on the page that has them."""

    def refresh(self, dossier: "Dossier") -> None:
        raise NotImplementedError

    def run(self, label: str, verb: Callable[..., object], *args: object, **values: object) -> object:
        """A verb on this household as one step. Raises UserError."""
        return self.session.run(label, verb, *args, household=self.number, by=self, **values)

    def writes(
        self, label: str, verb: Callable[..., object], read: Callable[[str], object] = str
    ) -> Callable[[Any, str], object]:
        """For a column: `verb` on the record's id with what `read` makes of the typed text. Raises UserError."""
        return lambda record, text: self.run(label, verb, record.id, read(text))

    def removes(self, label: str, verb: Callable[..., object]) -> Callable[[Any], object]:
        """For a table's Delete key: `verb` on the record's id."""
        return lambda record: self.attempt(label, verb, record.id)

    def attempt(self, label: str, verb: Callable[..., object], *args: object, **values: object) -> bool:
        """The same with a refusal shown above the page."""
        return self.session.attempt(label, verb, *args, household=self.number, by=self, **values)
