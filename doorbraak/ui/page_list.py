"""The list at the left of an open workspace: the pages that there are to go to, by their titles."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, QStringListModel, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from doorbraak.ui import theme
from doorbraak.ui.pages import LIST, OVERVIEWS, PAGES, overview_kind

_WIDEST = 340  # pixels: with large letters the page needs the room more, and the list cuts its titles with dots
_NARROWEST = 120
_INDENT = 16  # where its titles begin, and a line between two groups does
_OVERVIEWS = tuple(kind.at for kind in OVERVIEWS if kind.listed)
Index = QModelIndex | QPersistentModelIndex


class _Roomy(QStyledItemDelegate):
    """Entries high enough to hit, whatever the font."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, max(24, option.fontMetrics.height() + 9))  # as wide as the list is, whatever the title

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        pages = self.parent()
        if isinstance(pages, PageList) and pages.begins(index.row()):
            painter.setPen(QColor(theme.current().edge))
            painter.drawLine(option.rect.topLeft() + QPoint(_INDENT, 0), option.rect.topRight() - QPoint(_INDENT, 0))


class PageList(QListView):
    """`numbers` are the pages as they stand in it; `wanted` with the number of the one that it comes to."""

    wanted = Signal(int)

    def __init__(self, overviews: Sequence[int] = _OVERVIEWS, first: int = LIST) -> None:
        super().__init__()
        self.numbers = list(overviews)
        self._at_table = False
        self._titles = QStringListModel([title_of(at) for at in self.numbers], self)
        self.setObjectName("nav")
        self.setAccessibleName(self.tr("Onderdelen"))
        self.setModel(self._titles)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Roomy(self))
        self.go_to(first)
        self.selectionModel().currentChanged.connect(self._walked)

    def titles(self) -> list[str]:
        return self._titles.stringList()

    def offer(self, *, household: bool, at_table: bool) -> bool:
        """The pages of a household only while there is one to show on them; at the table no other household is in
        sight. Whether there are others now: then the list stands on that of the households, if that is one of them.
        """
        self._at_table = at_table
        if at_table and household:
            self.numbers = for_table()
        else:
            self.numbers = [*_OVERVIEWS, *(range(1, len(PAGES) + 1) if household else ())]
        titles = [title_of(at) for at in self.numbers]
        if self.titles() == titles:
            return False
        self._titles.setStringList(titles)
        self.go_to(LIST)
        return True

    def go_to(self, at: int) -> None:
        self.setCurrentIndex(self._titles.index(self.numbers.index(at) if at in self.numbers else -1))

    def begins(self, row: int) -> bool:
        """Whether what stands there begins a group below others."""
        at = self.numbers[row]
        return row > 0 and at > 0 and (PAGES[at - 1].begins or self.numbers[row - 1] <= 0)

    def leave(self) -> None:
        """For a page that does not stand in it."""
        self.setCurrentIndex(QModelIndex())

    def is_at(self, at: int) -> bool:
        return at in self.numbers and self.currentIndex().row() == self.numbers.index(at)

    def fit(self, within: int) -> None:
        """Wide enough for its longest title, also when a household opens; `within` is what it shares with the page."""
        both = LIST in self.numbers and not self._at_table
        shown = (*_OVERVIEWS, *range(1, len(PAGES) + 1)) if both else self.numbers
        widest = max(self.fontMetrics().horizontalAdvance(title_of(at)) for at in shown)
        self.setFixedWidth(min(widest + 50, _WIDEST, max(_NARROWEST, within // 4)))

    def _walked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(self.numbers[index.row()])


def for_table() -> list[int]:
    """The pages that a family may look along with."""
    return [at for at, kind in enumerate(PAGES, 1) if kind.at_table]


def title_of(at: int) -> str:
    return PAGES[at - 1].title if at > 0 else overview_kind(at).title
