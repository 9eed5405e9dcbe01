"""The real window, led by keys to a page of a household."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsView, QTableView

from doorbraak.ui.app import application
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import Page
from doorbraak.ui.pages import PAGES
from doorbraak.ui.widgets.secret_field import SecretField
from tests.benchmarks import workspaces
from tests.benchmarks.eye import Eye, wait_for

_A_PERSON_TYPES = 600  # milliseconds, in which the program reads ahead


def closed(folder: Path) -> MainWindow:
    """The window that asks for the passphrase of `folder`, painted and at rest, with the passphrase typed."""
    application()
    settings = folder.parent / "settings"
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(settings))
    window = MainWindow(folder)
    window.appearance.use_theme("light")
    seen = Eye(window)
    window.show()
    wait_for(seen)
    QTest.keyClicks(secret(window), workspaces.PASSPHRASE)
    QTest.qWait(_A_PERSON_TYPES)
    return window


def secret(window: MainWindow) -> SecretField:
    return window.findChild(SecretField)


def unlock(window: MainWindow) -> Page:
    """Enter, and Enter on the first household of the list; returns its page when that has been painted."""
    QTest.keyClick(secret(window), Qt.Key.Key_Return)
    QTest.keyClick(window.view.list.search, Qt.Key.Key_Return)
    return painted(window)


def problems_page(window: MainWindow) -> Page:
    """The same household on its page with problems and agencies, painted."""
    return _page(window, "ProblemsPage")


def map_page(window: MainWindow) -> Page:
    """The same household on its map, painted."""
    return _page(window, "MapPage")


def _page(window: MainWindow, kind_name: str) -> Page:
    window.show_page(next(at for at, kind in enumerate(PAGES, 1) if kind.name == kind_name))
    return painted(window)


def painted(window: MainWindow) -> Page:
    """The page in sight, once it has been painted."""
    page = next(page for page in window.findChildren(Page) if page.isVisible())
    wait_for(Eye(page))
    return page


def drawing(page: Page) -> QGraphicsView:
    """The map itself."""
    return page.findChild(QGraphicsView)


def agencies(page: Page) -> QTableView:
    """The table of agencies on that page."""
    return next(table for table in page.findChildren(QTableView) if table.accessibleName() == "Instanties")
