"""A small window to tick which of a list belong to one thing."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from doorbraak.ui import theme
from doorbraak.ui.widgets import within_screen
from doorbraak.ui.widgets.blocks import quiet

_ROW = 30  # pixels, with the letters that the system began with
_BESIDE = 40  # pixels for the tick and the edges


class PickMany(QDialog):
    """`about` names what it is for; `options` are (id, name); `chosen` afterwards holds the ticked ids, in order."""

    def __init__(
        self,
        title: str,
        about: str,
        question: str,
        options: Sequence[tuple[int, str]],
        chosen: Collection[int],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._list = QListWidget()
        self._list.setAccessibleName(question)
        # Measured by the list itself they overlap: it does so before the style has made its letters and ticks larger.
        high, letters = round(_ROW * theme.zoom()), QFontMetrics(QApplication.font())
        for id_, name in options:
            item = QListWidgetItem(name)
            item.setSizeHint(QSize(letters.horizontalAdvance(name) + _BESIDE, high))
            item.setData(Qt.ItemDataRole.UserRole, id_)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if id_ in chosen else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Goed"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("&Annuleren"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        label = QLabel(question)
        label.setBuddy(self._list)
        layout = QVBoxLayout(self)
        layout.addWidget(quiet(about))
        layout.addWidget(label)
        layout.addWidget(self._list)
        layout.addWidget(QLabel(self.tr("Spatie zet een vinkje of haalt het weg.")))
        layout.addWidget(buttons)
        within_screen.begin(self, 420, 480)

    @property
    def chosen(self) -> tuple[int, ...]:
        items = [self._list.item(row) for row in range(self._list.count())]
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
        )


def pick(
    title: str, about: str, question: str, options: Sequence[tuple[int, str]], chosen: Collection[int],
    parent: QWidget,
) -> tuple[int, ...] | None:  # fmt: skip
    """The ids that were ticked in such a window, or None when it was cancelled."""
    dialog = PickMany(title, about, question, options, chosen, parent)
    ticked = dialog.chosen if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return ticked
