"""The pages of an open workspace: each made when it is first looked at, and read again when it comes in sight."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget

from doorbraak.model.workspace.store import Changes
from doorbraak.ui import theme
from doorbraak.ui.overview.household_list import HouseholdList
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.page import Page
from doorbraak.ui.pages import LIST, PAGES, overview_kind
from doorbraak.ui.session import Session

_LOWEST = 400  # pixels, at letters of the usual size: lower than this its tables show too little


class PageStack(QStackedWidget):
    """As large as the page in sight needs, and not as the largest of all. `found` is that of the overviews."""

    found = Signal(int, str)

    def __init__(self, session: Session, households: HouseholdList | None = None) -> None:
        """`households`: the list that is there at once; a coordinator has none."""
        super().__init__()
        self._session = session
        self._overviews: dict[int, OverviewPage] = {}
        self._pages: dict[int, Page] = {}
        self._stale: set[int] = set()
        self.currentChanged.connect(lambda _: self.updateGeometry())
        if households is not None:
            self._overviews[LIST] = households
            self.addWidget(households)
            households.found.connect(self.found)

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        least = shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()
        return least.expandedTo(QSize(0, round(_LOWEST * theme.zoom())))

    def heightForWidth(self, width: int) -> int:
        """The least: lines that wrap ask for more, tables can do with less than they would like."""
        inside = self.currentWidget().layout() if self.currentWidget() is not None else None
        return inside.totalMinimumHeightForWidth(width) if inside is not None else -1

    # -- looking at them ------------------------------------------------------------------------------

    def show_overview(self, at: int) -> OverviewPage:
        """Made when it is first looked at: unlocking must not wait for it."""
        if at not in self._overviews:
            made = self._overviews[at] = overview_kind(at).make(self._session)
            made.found.connect(self.found)
            self.addWidget(made)
        shown = self._overviews[at]
        shown.refresh()
        self.setCurrentWidget(shown)
        return shown

    def show_page(self, at: int, household: int | None) -> Page:
        if at not in self._pages:
            page = PAGES[at - 1].make(self._session, self)
            page.setAccessibleName(PAGES[at - 1].title)
            self._pages[at] = page
            self._stale.add(at)
            self.addWidget(page)
        shown = self._pages[at]
        self.setCurrentWidget(shown)
        self.read(household)
        return shown

    def made(self, at: int) -> Page | None:
        """This page of the household, if somebody looked at it."""
        return self._pages.get(at)

    def in_sight(self) -> Page | None:
        """The page of the household that is in sight, and None while that is an overview."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    # -- following what is in the file ----------------------------------------------------------------

    def read(self, household: int | None) -> None:
        """The page in sight, when what it shows is not what is in the file."""
        at = next((at for at, page in self._pages.items() if page is self.currentWidget()), 0)
        if at in self._stale and household is not None:
            self._stale.discard(at)
            self._pages[at].show_household(self._session.dossier(household))

    def outdate(self, changes: Changes | None = None) -> None:
        """What shows these tables reads again when it comes in sight; None for all, as for another household."""
        if changes is None or "assumptions" in changes.tables:  # every figure may be another
            self._stale = set(self._pages)
        else:
            self._stale |= {at for at, page in self._pages.items() if page.tables & changes.tables}

    # -- letting go -----------------------------------------------------------------------------------

    def drop_pages(self) -> None:
        """Those of a household are made again when they are looked at."""
        for page in self._pages.values():
            self.removeWidget(page)
            page.deleteLater()
        self._pages, self._stale = {}, set()

    def forget(self) -> None:
        """Let go of what pages over all households keep in memory."""
        for shown in self._overviews.values():
            shown.forget()
