"""An unlocked workspace: the list at the left, the household's figures above, one page at a time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from doorbraak.model.dossier import household
from doorbraak.model.errors import NotFound
from doorbraak.model.handover import on_the_way
from doorbraak.model.workspace.store import Changes
from doorbraak.ui import page_list
from doorbraak.ui.guide import Guide
from doorbraak.ui.household_top import HouseholdTop
from doorbraak.ui.overview.household_list import HouseholdList
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.page import Page
from doorbraak.ui.page_list import PageList
from doorbraak.ui.page_stack import PageStack
from doorbraak.ui.pages import LIST, overview_kind, page_of
from doorbraak.ui.quick_line import QuickLine
from doorbraak.ui.selection import DOORBRAAK
from doorbraak.ui.session import Session
from doorbraak.ui.typing_place import TypingPlace, type_on, typing_place
from doorbraak.ui.widgets.notice import OverNotice

if TYPE_CHECKING:
    from doorbraak.model.insight.missing_parts import Missing

Place = tuple[int | None, int, TypingPlace | None, int | None]
"""The open household, the page in sight, where one types in it, and the doorbraak that is chosen."""


class WorkspaceView(QWidget):
    """`household` is the id of the open household, or None."""

    household_changed = Signal()
    page_shown = Signal(str)  # its title; empty for what is not of one household

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.household: int | None = None
        self._at_table = False
        self._last, self._at = 1, LIST  # the page of a household that was last in sight, and what is in sight
        self.top = HouseholdTop()
        self._nav = PageList()
        self.notice = OverNotice(self.top, self)
        self.list = HouseholdList(session)
        self._stack, self._scroll = PageStack(session, self.list), QScrollArea()
        self.quick = QuickLine(session, self, self._scroll)
        self.guide = Guide(session, self)
        self.guide.page_wanted.connect(self._guided)
        self._lay_out()
        self._nav.wanted.connect(self.show_page)
        self._stack.currentChanged.connect(lambda _: self.quick.close_tiles())
        self._stack.found.connect(self.open_at)
        self.list.chosen.connect(self.open_household)
        session.changed.connect(self._changed)
        session.problem.connect(self.notice.show_error)
        session.mended.connect(self.notice.clear)
        session.wanted.connect(self.show_table)
        session.missing_wanted.connect(self._show_missing)
        QApplication.instance().focusChanged.connect(self._scroll_to)  # type: ignore[union-attr]
        self._show_top()
        self._fit()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.quick)
        right.addWidget(self.guide)
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

    def _fit(self) -> None:
        self._nav.fit(self.width())

    def _scroll_to(self, _: QWidget | None, now: QWidget | None) -> None:
        """With large letters a page is larger than its room: what gets the focus comes in sight."""
        if now is not None and self._stack.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 16, 16)

    # -- moving about ---------------------------------------------------------------------------------

    def show_page(self, at: int) -> None:
        """One of the overviews, or a page of the open household; without one there is nothing else."""
        if at <= 0 and not overview_kind(at).listed and not self._at_table:
            self._nav.leave()
        elif at not in self._nav.numbers:
            return
        elif not self._nav.is_at(at):
            self._nav.go_to(at)  # comes back here
            return
        self.notice.clear()
        self._session.flush()
        self._at = at
        walking = self._nav.hasFocus()  # through the list by arrow keys: the focus stays there
        if at > 0:
            self._last = at
            shown: OverviewPage | Page = self._stack.show_page(at, self.household)
        else:
            if logged := overview_kind(at).logged:
                self._session.store.note("inzien", logged)
            shown = self._stack.show_overview(at)
        if not walking:
            shown.take_focus()
        self._show_top()
        self.page_shown.emit(page_list.title_of(at) if at > 0 else "")

    def open_household(self, id_: int) -> None:
        """Show a household on the page that was last in sight, and log that it was looked at."""
        self._session.flush()
        opened = self._session.dossier(id_).household
        self._session.store.note("inzien", f"huishouden {opened.number}")
        if id_ != self.household:
            self._session.selection.clear()
        self.household = id_
        self._session.watched.follow(id_)
        self._list_pages()
        self._stack.outdate()
        self.show_page(self._last)
        self._show_top()
        self.household_changed.emit()

    def _list_pages(self) -> None:
        if self._nav.offer(household=self.household is not None, at_table=self._at_table):
            self._fit()

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
        """The place where it is filled in: of this doorbraak, or with 0 of the household."""
        if doorbraak:
            self._session.selection.choose(DOORBRAAK, doorbraak)
        self.show_table(one.table)
        shown = self._stack.in_sight()
        if shown is not None:
            shown.go_to(one)

    def show_paper(self, id_: str) -> None:
        """A paper of the open household, to look at before it is printed."""
        self.show_table("Papieren")
        shown = self._stack.in_sight()
        if shown is not None:
            shown.show_paper(id_)

    def page_title(self) -> str:
        """Of the page in sight."""
        return page_list.title_of(self._at)

    def take_focus(self) -> None:
        """Where the keys go when it comes."""
        self.list.search.setFocus()

    def search(self) -> None:
        """The line that searches all households."""
        self.show_page(LIST)
        self.list.search.setFocus()
        self.list.search.selectAll()

    # -- where one was --------------------------------------------------------------------------------

    def place(self) -> Place:
        """To come back to after a lock."""
        return self.household, self._at, self._typing(), self._session.selection.doorbraak

    def _typing(self) -> TypingPlace | None:
        page = self._stack.made(self._at)
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
        page = self._stack.made(at)
        if at <= 0:
            self.show_page(at)
        elif typing is not None and self._at == at and page is not None:
            type_on(page, typing)

    def forget(self) -> None:
        """Let go of what pages over all households keep in memory."""
        self._stack.forget()

    # -- at the table ---------------------------------------------------------------------------------

    def for_table(self) -> list[int]:
        """The pages that a family may look along with."""
        return page_list.for_table()

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
        self._stack.drop_pages()
        self._list_pages()
        listed = self._nav.numbers
        self.show_page(self._last if self._last in listed else LIST if LIST in listed else listed[0])
        self._fit()
        page, same = self._stack.made(self._at), self._at == was_at
        if page is not None and not (same and typing is not None and type_on(page, typing)):
            page.take_focus()  # the focus went with the page that was there
        if focused is not None and self.isAncestorOf(focused) and focused.isVisible():
            focused.setFocus()  # in the line above the pages, or the list beside them

    def _guided(self, title: str) -> None:
        """To the page where the next step is done, or to the line above it."""
        at = page_of(title) if title else None
        if at is not None:
            self.show_page(at)
        else:
            self.quick.take_focus()

    def _end_quick_entry(self) -> None:
        """Its words and tiles have the names of before; what was half typed stays as a draft."""
        self.quick.close_tiles()
        self.quick.entry.end()

    # -- following changes ----------------------------------------------------------------------------

    def _changed(self, changes: Changes) -> None:
        self.notice.clear()
        if self.household is None:
            return
        if "household" in changes.tables and not self._still_there():
            return
        self._stack.outdate(changes)
        self._stack.read(self.household)
        self._show_top()

    def _still_there(self) -> bool:
        try:
            self._session.dossier(self.household or 0)
        except NotFound:
            self.household = None
            self._list_pages()
            self.show_page(LIST)
            self.household_changed.emit()
            return False
        self.household_changed.emit()
        return True

    def _show_top(self) -> None:
        if self.household is None or self._stack.in_sight() is None:
            title = self._session.store.title or self.tr("Mijn werkmap")
            marked = self._session.store.example and self.tr("VOORBEELD") not in title
            self.top.show_title(title, self.tr("VOORBEELD") if marked else "")
            self.quick.show_household(None)
            self.guide.follow(None)
            return
        self.quick.show_household(self._session.dossier(self.household))
        self.guide.follow(None if self._at_table else self.household)
        ways = {one.household: one for one in on_the_way.all_of(self._session.store)}
        home, figures = self._session.dossier(self.household).household, self._session.figures(self.household)
        self.top.show_household(home, figures, ways.get(self.household))

    def number(self) -> int | None:
        """The number of the open household."""
        if self.household is None:
            return None
        return household.read(self._session.store, self.household).number
