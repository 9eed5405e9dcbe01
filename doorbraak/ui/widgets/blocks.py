"""The pieces that pages and rooms are laid out with: headings, quiet lines, buttons, blocks, cards."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6 import QtCore  # its constants load when one is named
from PySide6.QtCore import QSize
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from doorbraak.ui.widgets.by_number import as_typed
from doorbraak.ui.widgets.wrapped_label import WrappedLabel


def heading(text: str, buddy: QWidget | None = None) -> QLabel:
    """The title of a block on a page, bound to what it names: a click on it goes there."""
    label = _Heading(text)
    label.setProperty("letters", "heading")
    if buddy is not None:
        label.setBuddy(buddy)
    return label


class _Heading(QLabel):
    """Qt gives the focus to what lies under a label that is clicked: what one typed next would go nowhere."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        named = self.buddy()
        if event.button() == QtCore.Qt.MouseButton.LeftButton and named is not None and named.isEnabled():
            named.setFocus(QtCore.Qt.FocusReason.MouseFocusReason)
            event.accept()
        else:
            super().mousePressEvent(event)


def quiet(text: str = "") -> QLabel:
    """A line of help in the quiet colour."""
    label = WrappedLabel(text)
    as_typed(label)
    label.setProperty("quiet", True)
    return label


def button(text: str, work: Callable[[], object]) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(True)  # outside a dialog this is what makes Enter press it
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


def form_row(form: QFormLayout, text: str, field: QWidget) -> None:
    """The label on the height of its field: Qt gives it 7/4 of its own height, too little for a field with air."""
    form.addRow(text, field)
    label = form.labelForField(field)
    if label is not None:  # a box to tick has its words itself
        label.setMinimumHeight(label.sizeHint().height() + 4)


def stays(widget: QWidget) -> None:
    """Keeps its room when it is hidden, so that what stands above it does not come down."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


def beside(*parts: QWidget) -> QWidget:
    """Parts next to each other, equally wide and no higher than they need."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    for part in parts:
        row.addWidget(part, 1, QtCore.Qt.AlignmentFlag.AlignTop)
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return holder


def tab_order(*widgets: QWidget) -> None:
    """Tab walks along these as one reads them, where they were made in another order."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def padded(widget: QWidget, *, low: bool = False) -> QWidget:
    """The inside of a tab: a little room under the titles. What is `low` keeps its height."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 8, 0, 0)
    column.addWidget(widget)
    if low:
        column.addStretch()
    return holder


def tabs(name: str) -> QTabWidget:
    """Tabs that a screen reader can name."""
    made = _Tabs()
    made.setDocumentMode(True)
    made.setAccessibleName(name)
    made.tabBar().setAccessibleName(name)
    return made


class _Tabs(QTabWidget):
    """A page gives it the height that is left: Qt would ask for as much as the tables in it would like, and as much
    as the largest tab needs when a low one is in sight.
    """

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        asked, shown = super().minimumSizeHint(), self.currentWidget()
        if shown is None:
            return asked
        largest = max(self.widget(at).minimumSizeHint().height() for at in range(self.count()))
        titles = max(asked.height() - largest, self.tabBar().sizeHint().height())
        return QSize(asked.width(), titles + shown.minimumSizeHint().height())


def side_by_side(holder: QWidget, *parts: tuple[QWidget, int]) -> QSplitter:
    """Widgets with their first width in pixels; who works with them can give one more room."""
    return _split(QtCore.Qt.Orientation.Horizontal, holder, parts)


def stacked(holder: QWidget, *parts: tuple[QWidget, int]) -> QSplitter:
    """The same under each other, with heights."""
    return _split(QtCore.Qt.Orientation.Vertical, holder, parts)


def _split(way: "QtCore.Qt.Orientation", holder: QWidget, parts: Sequence[tuple[QWidget, int]]) -> QSplitter:
    made = QSplitter(
        way, holder
    )  # first: what it takes in is measured at once, and would be styled again when it moves
    made.setChildrenCollapsible(False)
    made.setHandleWidth(16)
    for widget, _ in parts:
        made.addWidget(widget)
    made.setSizes([size for _, size in parts])
    return made


def card(title: str) -> tuple[QFrame, QLabel, QLabel]:
    """A framed figure: its title, the figure and a line under it. Returns frame, figure and line."""
    frame = QFrame()
    frame.setObjectName("card")
    figure, line = QLabel(), quiet()
    as_typed(figure)
    figure.setAccessibleName(title)
    figure.setProperty("letters", "figure")
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(2)
    column.addWidget(quiet(title))
    column.addWidget(figure)
    column.addWidget(line)
    column.addStretch()
    return frame, figure, line
