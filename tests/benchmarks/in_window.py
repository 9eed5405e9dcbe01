"""The real window, led by keys to the page with problems and agencies."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from doorbraak.ui.app import application
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import PAGES, Page
from doorbraak.ui.start import SecretField
from tests.benchmarks import workspaces
from tests.benchmarks.eye import Eye, wait_for

PAGE = next(at for at, kind in enumerate(PAGES, 1) if kind.make.__name__ == "ProblemsPage")
_A_PERSON_TYPES = 600  # milliseconds, in which the program reads ahead


def closed(folder: Path) -> MainWindow:
    """The window that asks for the passphrase of `folder`, painted and at rest, with the passphrase typed."""
    application()
    settings = folder.parent / "settings"
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(settings))
    window = MainWindow(folder)
    window.use_theme("light")
    seen = Eye(window)
    window.show()
    wait_for(seen)
    QTest.keyClicks(secret(window), workspaces.PASSPHRASE)
    QTest.qWait(_A_PERSON_TYPES)
    return window


def secret(window: MainWindow) -> SecretField:
    return window.findChild(SecretField)


def unlock(window: MainWindow) -> Page:
    """Enter, Enter on the first household of the list, and its page; returns when that has been painted."""
    QTest.keyClick(secret(window), Qt.Key.Key_Return)
    QTest.keyClick(window.view.list.search, Qt.Key.Key_Return)
    window.show_page(PAGE)
    page = window.findChild(kind_of_page())
    seen = Eye(page)
    wait_for(seen)
    return page


def kind_of_page() -> type[Page]:
    return PAGES[PAGE - 1].make


def agencies(page: Page) -> QTableView:
    """The table of agencies on that page."""
    return next(table for table in page.findChildren(QTableView) if table.accessibleName() == "Instanties")
