"""What every page of a household is, and the list in which pages enter themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.ui.session import Session


@dataclass(frozen=True, slots=True)
class PageKind:
    """`title` stands in the list at the left; `order` places it there."""

    order: int
    title: str
    make: Callable[[Session], "Page"]


PAGES: list[PageKind] = []


class Page(QWidget):
    """A page shows one household. It reads again when its tables changed, and runs verbs through `attempt`."""

    tables: frozenset[str] = frozenset()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.household = 0
        self.number: int | None = None

    def show_household(self, dossier: Dossier) -> None:
        """Show this household; called for another one and after each change of `tables`."""
        self.household = dossier.household.id
        self.number = dossier.household.number
        self.refresh(dossier)

    def refresh(self, dossier: Dossier) -> None:
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


def register(order: int, title: str) -> Callable[[type[Page]], type[Page]]:
    """Class decorator: the page enters itself in the list."""

    def enter(page: type[Page]) -> type[Page]:
        PAGES.append(PageKind(order, title, page))
        PAGES.sort(key=lambda kind: kind.order)
        return page

    return enter


def heading(text: str, buddy: QWidget | None = None) -> QLabel:
    """The title of a block on a page, bound to what it names."""
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * 1.1)
    label.setFont(font)
    if buddy is not None:
        label.setBuddy(buddy)
    return label


def quiet(text: str = "") -> QLabel:
    """A line of help in the quiet colour."""
    label = QLabel(text)
    label.setProperty("quiet", True)
    label.setWordWrap(True)
    return label


def button(text: str, work: Callable[[], object]) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.clicked.connect(lambda: work())
    return made


def block(*rows: QWidget | tuple[QWidget, ...]) -> QWidget:
    """Widgets under each other; a tuple stands on one line. The last one takes the room that is left."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for row in rows:
        if isinstance(row, tuple):
            line = QHBoxLayout()
            line.setSpacing(6)
            for at, widget in enumerate(row):
                line.addWidget(widget, 0 if at else 1)
            column.addLayout(line)
        else:
            column.addWidget(row)
    return holder


def card(title: str) -> tuple[QFrame, QLabel, QLabel]:
    """A framed figure: its title, the figure and a line under it. Returns frame, figure and line."""
    frame = QFrame()
    frame.setObjectName("card")
    figure, line = QLabel(), quiet()
    figure.setAccessibleName(title)
    font = figure.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * 1.5)
    figure.setFont(font)
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(1)
    column.addWidget(quiet(title))
    column.addWidget(figure)
    column.addWidget(line)
    column.addStretch()
    return frame, figure, line
