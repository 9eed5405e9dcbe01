"""An unlocked workspace of a coordinator: the list at the left, one page at a time. Files drop all over its window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from doorbraak.model.workspace.store import Changes
from doorbraak.ui.household_top import HouseholdTop
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.page_list import PageList, title_of
from doorbraak.ui.page_stack import PageStack
from doorbraak.ui.pages import COORDINATION, RECEIVING, SENDERS, overview_kind
from doorbraak.ui.publication.over import publication_in
from doorbraak.ui.session import Session
from doorbraak.ui.typing_place import TypingPlace
from doorbraak.ui.widgets.notice import OverNotice


class CoordinationView(QWidget):
    """As the view of households to whoever holds it; `household` is always None."""

    household_changed = Signal()
    page_shown = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._at = session, SENDERS
        self.household: int | None = None
        self.top = HouseholdTop()
        self.notice = OverNotice(self.top, self)
        self._nav = PageList([kind.at for kind in COORDINATION], SENDERS)
        self._stack, self._scroll = PageStack(session), QScrollArea()
        self._lay_out()
        title = session.store.title or self.tr("Werkmap van de coördinator")
        marked = session.store.example and self.tr("VOORBEELD") not in title
        self.top.show_title(title, self.tr("VOORBEELD") if marked else "")
        self._nav.wanted.connect(self.show_page)
        session.changed.connect(self._changed)
        session.problem.connect(self.notice.show_error)
        session.mended.connect(self.notice.clear)
        session.wanted.connect(self._show_titled)
        QApplication.instance().focusChanged.connect(self._scroll_to)  # type: ignore[union-attr]
        self._nav.fit(self.width())
        self._stack.show_overview(SENDERS)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
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
            self._nav.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._nav.fit(self.width())

    def _scroll_to(self, _: QWidget | None, now: QWidget | None) -> None:
        """With large letters a page is larger than its room: what gets the focus comes in sight."""
        if now is not None and self._stack.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 16, 16)

    # -- moving about ---------------------------------------------------------------------------------

    def show_page(self, at: int) -> None:
        if at not in self._nav.numbers:
            return
        if not self._nav.is_at(at):
            self._nav.go_to(at)  # comes back here
            return
        self.notice.clear()
        self._session.flush()
        self._at = at
        walking = self._nav.hasFocus()  # through the list by arrow keys: the focus stays there
        if logged := overview_kind(at).logged:
            self._session.store.note("inzien", logged)
        shown = self._stack.show_overview(at)
        if not walking:
            shown.take_focus()

    def _show_titled(self, title: str) -> None:
        found = next((kind.at for kind in COORDINATION if kind.title == title), None)
        if found is not None:
            self.show_page(found)

    def page_title(self) -> str:
        """Of the page in sight."""
        return title_of(self._at)

    def take_focus(self) -> None:
        """Where the keys go when it comes."""
        self._shown().take_focus()

    def search(self) -> None:
        """The line that searches all senders."""
        self.show_page(SENDERS)
        self._shown().take_focus()

    def _shown(self) -> OverviewPage:
        shown = self._stack.currentWidget()
        assert isinstance(shown, OverviewPage)
        return shown

    def place(self) -> tuple[int | None, int, TypingPlace | None, int | None]:
        """To come back to after a lock."""
        return None, self._at, None, None

    def back_to(
        self, household: int | None, at: int, typing: TypingPlace | None, doorbraak: int | None = None
    ) -> None:  # fmt: skip
        """Where `place` was; a place among households is none of these."""
        self.show_page(at)

    def forget(self) -> None:
        """Let go of what pages keep in memory, and of what is going on."""
        self._stack.forget()

    # -- what belongs to households -------------------------------------------------------------------

    def number(self) -> int | None:
        """No household is open."""
        return None

    def for_table(self) -> list[int]:
        """Nothing here is for a kitchen table."""
        return []

    # -- files that are dropped -----------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """The window takes drops on whatever does not, its menu bar and status line too."""
        super().showEvent(event)
        self.window().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Something else is in its place."""
        super().hideEvent(event)
        self.window().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            paths = _paths(event)
            if paths:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.take(paths)
                return True
        return False  # a publication, or words: the window may know what to do with it

    def take(self, paths: list[Path]) -> None:
        """Files of senders, on the page that receives them."""
        from doorbraak.ui.coordination.receiving import ReceivingPage

        self.show_page(RECEIVING)
        page = self._shown()
        assert isinstance(page, ReceivingPage)
        page.take(paths)

    def _changed(self, _: Changes) -> None:
        self.notice.clear()


def _paths(event: QDropEvent) -> list[Path]:
    """What a sender may have sent: a publication opens in the window instead."""
    if publication_in(event) is not None:
        return []
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
