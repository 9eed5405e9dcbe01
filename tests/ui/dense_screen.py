"""Every page on a screen of twice the density, for a process of its own. Prints what is wrong, a fault a line."""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from doorbraak.model.dossier import household
from doorbraak.ui import app
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import PAGES
from tests.conftest import PASSPHRASE
from tests.ui import accessibility
from tests.ui.test_screens import clipped


def main(folder: Path) -> None:
    app.application()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder.parent / "dense"))
    window = MainWindow(folder)
    window.resize(683, 384)
    window.show()
    window.open_with(PASSPHRASE)
    window.view.open_household(household.all_of(window.session.store)[0].id)
    for at, kind in enumerate(PAGES, 1):
        window.show_page(at)
        QApplication.processEvents()
        for fault in (*accessibility.unnamed(window), *accessibility.small(window), *clipped(window)):
            print(f"{kind.title}: {fault}")
        if (window.width(), window.height()) != (683, 384):
            print(f"{kind.title}: the window became {window.width()} by {window.height()}")
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
