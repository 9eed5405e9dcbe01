"""An unlocked workspace: the list at the left, the household's figures above, one page at a time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from doorbraak.model.dossier import household
from doorbraak.model.errors import NotFound
from doorbraak.model.workspace.store import Changes
from doorbraak.ui import theme
from doorbraak.ui.household_top import HouseholdTop
from doorbraak.ui.overview.household_list import HouseholdList
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.page import Page
from doorbraak.ui.pages import LIST, OVERVIEWS, PAGES, overview_kind, page_of
from doorbraak.ui.quick_line import QuickLine
from doorbraak.ui.selection import DOORBRAAK
from doorbraak.ui.session import Session
from doorbraak.ui.typing_place import TypingPlace, type_on, typing_place
from doorbraak.ui.widgets.notice import OverNotice

if TYPE_CHECKING:
    from doorbraak.model.insight.missing_parts import Missing

_LOWEST_PAGE = 400  # pixels, at letters of the usual size: lower than this its tables show too little
_WIDEST_LIST = 340  # pixels: with large letters the page needs the room more, and the list cuts its titles with dots
_NARROWEST_LIST = 120
_ORDER = tuple(kind.at for kind in OVERVIEWS)
Place = tuple[int | None, int, TypingPlace | None, int | None]
"""The open household, the page in sight, where one types in it, and the doorbraak that is chosen."""


class _Roomy(QStyledItemDelegate):
    """Entries high enough to hit, whatever the font."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, max(26, option.fontMetrics.height() + 10))  # as wide as the list is, whatever the title


class _Pages(QStackedWidget):
    """As large as the page in sight needs, and not as the largest of all."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        least = shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()
        return least.expandedTo(QSize(0, round(_LOWEST_PAGE * theme.zoom())))

    def heightForWidth(self, width: int) -> int:
        """The least: lines that wrap ask for more, tables can do with less than they would like."""
        inside = self.currentWidget().layout() if self.currentWidget() is not None else None
        return inside.totalMinimumHeightForWidth(width) if inside is not None else -1


class WorkspaceView(QWidget):
    """`household` is the id of the open household, or None. Pages that are not in sight read when they come."""

    household_changed = Signal()
    page_shown = Signal(str)  # its title; empty for what is not of one household

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.household: int | None = None
        self._at_table = False
        self.top = HouseholdTop()
        self._nav = QListView()
        self._titles = QStringListModel([self._title(at) for at in _ORDER], self)
        self.notice = OverNotice(self.top, self)
        self.list = HouseholdList(session)
        self._stack, self._scroll = _Pages(), QScrollArea()
        self.quick = QuickLine(session, self, self._scroll)
        self._stack.addWidget(self.list)
        self._overviews: dict[int, OverviewPage] = {LIST: self.list}
        self._pages: dict[int, Page] = {}
        self._last, self._at = 1, LIST
        self._stale: set[int] = set()
        self._lay_out()
        self.list.chosen.connect(self.open_household)
        self.list.found.connect(self.open_at)
        session.changed.connect(self._changed)
        session.problem.connect(self.notice.show_error)
        session.mended.connect(self.notice.clear)
        session.wanted.connect(self.show_table)
        session.missing_wanted.connect(self._show_missing)
        QApplication.instance().focusChanged.connect(self._scroll_to)  # type: ignore[union-attr]
        self._show_top()
        self._fit()

    def _lay_out(self) -> None:
        self._nav.setObjectName("nav")
        self._nav.setAccessibleName(self.tr("Onderdelen"))
        self._nav.setModel(self._titles)
        self._nav.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._nav.setItemDelegate(_Roomy(self._nav))
        self._nav.setCurrentIndex(self._titles.index(self._row(LIST)))
        self._nav.selectionModel().currentChanged.connect(self._walked)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.quick)
        self._stack.currentChanged.connect(lambda _: self.quick.close_tiles())
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._stack)
        right.addWidget(self._scroll, 1)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._nav)
        both.addLayout(right, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _scroll_to(self, _: QWidget | None, now: QWidget | None) -> None:
        """With large letters a page is larger than its room: what gets the focus comes in sight."""
        if now is not None and self._stack.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 16, 16)

    def _fit(self) -> None:
        """Wide enough for its longest title."""
        shown = self._listed() if self._at_table else (*_ORDER, *range(1, len(PAGES) + 1))
        titles = [self._title(at) for at in shown]
        widest = max(self._nav.fontMetrics().horizontalAdvance(title) for title in titles)
        self._nav.setFixedWidth(min(widest + 44, _WIDEST_LIST, max(_NARROWEST_LIST, self.width() // 4)))

    # -- moving about ---------------------------------------------------------------------------------

    def open_at(self, id_: int, table: str) -> None:
        """The same, on the page where records of this table stand."""
        at = page_of(table)
        self._last = at if at is not None and at > 0 else self._last
        self.open_household(id_)
        if at is not None and at <= 0:
            self.show_page(at)

    def show_table(self, table: str) -> None:
        """The page of the open household where records of this table stand."""
        at = page_of(table)
        if at is not None:
            self.show_page(at)

    def _show_missing(self, doorbraak: int, one: "Missing") -> None:
        """The place of this doorbraak where it is filled in."""
        self._session.selection.choose(DOORBRAAK, doorbraak)
        self.show_table(one.table)
        shown = self._stack.currentWidget()
        if isinstance(shown, Page):
            shown.go_to(one)

    def place(self) -> Place:
        """To come back to after a lock."""
        return self.household, self._at, self._typing(), self._session.selection.doorbraak

    def _typing(self) -> TypingPlace | None:
        page = self._pages.get(self._at)
        return typing_place(page) if page is not None else None

    def back_to(
        self, household: int | None, at: int, typing: TypingPlace | None, doorbraak: int | None = None
    ) -> None:  # fmt: skip
        """Where `place` was; what is gone meanwhile leaves the list in sight."""
        if household is not None:
            self._last = at if at > 0 else self._last
            try:
                self.open_household(household)
            except NotFound:
                return
            if doorbraak is not None:
                self._session.selection.choose(DOORBRAAK, doorbraak)
        if at <= 0:
            self.show_page(at)
        elif typing is not None and self._at == at:
            type_on(self._pages[at], typing)

    def _walked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.show_page(self._listed()[index.row()])

    def _title(self, at: int) -> str:
        return PAGES[at - 1].title if at > 0 else overview_kind(at).title

    def for_table(self) -> list[int]:
        """The pages that a family may look along with."""
        return [at for at, kind in enumerate(PAGES, 1) if kind.at_table]

    def sit_at_table(self, on: bool) -> None:
        """Only what a family may look along with. Pages hold the names of their lists, so they are made again; who
        is typing types on in the same field.
        """
        was_at, typing, focused = self._at, self._typing(), self.window().focusWidget()
        self._session.flush()
        self._at_table = on
        self.top.show_costs(not on)
        self.quick.entry.asks_costs = not on
        self._end_quick_entry()
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages, self._stale = {}, set()
        self._name_pages()
        listed = self._listed()
        self.show_page(self._last if self._last in listed else LIST if LIST in listed else listed[0])
        self._fit()
        page, same = self._pages.get(self._at), self._at == was_at
        if page is not None and not (same and typing is not None and type_on(page, typing)):
            page.take_focus()  # the focus went with the page that was there
        if focused is not None and self.isAncestorOf(focused) and focused.isVisible():
            focused.setFocus()  # in the line above the pages, or the list beside them

    def _end_quick_entry(self) -> None:
        """Its words and tiles have the names of before; what was half typed stays as a draft."""
        self.quick.close_tiles()
        self.quick.entry.end()

    def _listed(self) -> list[int]:
        """The pages in the list at the left, as they stand there: at the table no other household is in sight."""
        if self._at_table and self.household is not None:
            return self.for_table()
        return [*_ORDER, *(range(1, len(PAGES) + 1) if self.household is not None else ())]

    def _row(self, at: int) -> int:
        listed = self._listed()
        return listed.index(at) if at in listed else -1

    def open_household(self, id_: int) -> None:
        """Show a household on the page that was last in sight, and log that it was looked at."""
        self._session.flush()
        opened = self._session.dossier(id_).household
        self._session.store.note("inzien", f"huishouden {opened.number}")
        if id_ != self.household:
            self._session.selection.clear()
        self.household = id_
        self._session.watched.follow(id_)
        self._name_pages()
        self._stale = set(self._pages)
        self.show_page(self._last)
        self._show_top()
        self.household_changed.emit()

    def _name_pages(self) -> None:
        """The list at the left holds the pages only while there is a household to show on them."""
        wanted = [self._title(at) for at in self._listed()]
        if self._titles.stringList() != wanted:
            self._titles.setStringList(wanted)
            self._nav.setCurrentIndex(self._titles.index(self._row(LIST)))
            self._fit()

    def show_page(self, at: int) -> None:
        """One of the overviews, or a page of the open household; without one there is nothing else."""
        if at not in self._listed():
            return
        if self._nav.currentIndex().row() != self._row(at):
            self._nav.setCurrentIndex(self._titles.index(self._row(at)))  # comes back here
            return
        self.notice.clear()
        self._session.flush()
        self._at = at
        walking = self._nav.hasFocus()  # through the list by arrow keys: the focus stays there
        if at > 0:
            self._last = at
            shown: OverviewPage | Page = self._page(at)
            self._stack.setCurrentWidget(shown)
            self._page_in_sight()
        else:
            shown = self._overview(at)
            if logged := overview_kind(at).logged:
                self._session.store.note("inzien", logged)
            shown.refresh()
            self._stack.setCurrentWidget(shown)
        if not walking:
            shown.take_focus()
        self._show_top()
        self.page_shown.emit(self._title(at) if at > 0 else "")

    def _overview(self, at: int) -> OverviewPage:
        """Made when it is first looked at: unlocking must not wait for it."""
        if at not in self._overviews:
            made = self._overviews[at] = overview_kind(at).make(self._session)
            made.found.connect(self.open_at)
            self._stack.addWidget(made)
        return self._overviews[at]

    def forget(self) -> None:
        """Let go of what pages over all households keep in memory."""
        for shown in self._overviews.values():
            shown.forget()

    def _page(self, at: int) -> Page:
        if at not in self._pages:
            page = PAGES[at - 1].make(self._session, self._stack)
            page.setAccessibleName(PAGES[at - 1].title)
            self._pages[at] = page
            self._stale.add(at)
            self._stack.addWidget(page)
        return self._pages[at]

    def _page_in_sight(self) -> None:
        at = next((at for at, page in self._pages.items() if page is self._stack.currentWidget()), 0)
        if at in self._stale and self.household is not None:
            self._stale.discard(at)
            self._pages[at].show_household(self._session.dossier(self.household))

    # -- following changes ----------------------------------------------------------------------------

    def _changed(self, changes: Changes) -> None:
        self.notice.clear()
        if self.household is None:
            return
        if "household" in changes.tables and not self._still_there():
            return
        sums = "assumptions" in changes.tables  # every figure may be another
        self._stale |= {at for at, page in self._pages.items() if sums or page.tables & changes.tables}
        self._page_in_sight()
        self._show_top()

    def _still_there(self) -> bool:
        try:
            self._session.dossier(self.household or 0)
        except NotFound:
            self.household = None
            self._name_pages()
            self.show_page(LIST)
            self.household_changed.emit()
            return False
        self.household_changed.emit()
        return True

    def _show_top(self) -> None:
        if self.household is None or not isinstance(self._stack.currentWidget(), Page):
            title = self._session.store.title or self.tr("Mijn werkmap")
            marked = self._session.store.example and self.tr("VOORBEELD") not in title
            self.top.show_title(title, self.tr("VOORBEELD") if marked else "")
            self.quick.show_household(None)
            return
        self.quick.show_household(self._session.dossier(self.household))
        self.top.show_household(self._session.dossier(self.household).household, self._session.figures(self.household))

    def number(self) -> int | None:
        """The number of the open household."""
        if self.household is None:
            return None
        return household.read(self._session.store, self.household).number
