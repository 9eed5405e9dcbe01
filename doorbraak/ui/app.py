"""Starts the window and catches our own bugs in one place."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6 import QtGui, QtWidgets  # what they hold loads when it is named
from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from doorbraak import paths
from doorbraak.model.errors import UserError
from doorbraak.ui import appearance, theme
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.qt_words import QtWords

OUR_BUG = (
    "Er ging iets mis in het programma zelf. Wat was opgeslagen, is veilig. "
    "Ga verder, of sluit het programma en open het opnieuw."
)


def application(look: "theme.Theme | None" = None) -> QApplication:
    """The one QApplication, Dutch and in our own colours: those of the desktop when no others are given."""
    present = QApplication.instance()
    app = present if isinstance(present, QApplication) else _made()
    app.setApplicationName("Doorbraak")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("doorbraak")
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    words = QTranslator(app)
    if words.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
    app.installTranslator(QtWords(app))
    theme.apply(app, look or theme.system_theme())
    return app


def _made() -> QApplication:
    """In the style that our colours are made for; asking for it afterwards loads the names of all that styles draw."""
    app = QApplication(["doorbraak", "-style", theme.STYLE])
    app.setProperty(theme.STYLED, True)
    return app


def run(folder: Path | None, passphrase: str | None, given: Path | None, painted: Callable[[], object]) -> int:
    """Show the window until it is closed. With a passphrase the workspace opens without asking (the demo).

    `given`: a file that was opened outside the program. `painted` is called once the window stands there.
    """
    app = application(appearance.at_start())
    sys.excepthook = our_bug
    window = MainWindow(folder)
    if given is not None:
        from doorbraak.ui.given_file import GivenFile  # late: the usual start has none

        GivenFile(window, given)
    if passphrase is not None:
        try:
            window.open_with(passphrase)
        except UserError as error:
            print(error.sentence, file=sys.stderr)
            return 1
    window.painted.connect(painted)
    window.painted.connect(lambda: window.setWindowIcon(icon()))
    window.show()
    return app.exec()


def icon() -> "QtGui.QIcon":
    """Of windows and the task bar."""
    return QtGui.QIcon(str(paths.resources() / "icons" / "doorbraak.svg"))


def where(error: BaseException) -> str:
    """Type and places in our code; never the message, which may hold what somebody typed."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(frames))
    return f"{type(error).__name__}: {places}"


def our_bug(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """What `sys.excepthook` calls: say it, and go on; the file is as the last commit left it."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    known = isinstance(error, UserError)  # nobody was there to say it at its place
    print(error.sentence if known else where(error), file=sys.stderr)
    box = QtWidgets.QMessageBox(QtWidgets.QMessageBox.Icon.NoIcon, "Doorbraak", error.sentence if known else OUR_BUG)
    box.addButton(QtWidgets.QMessageBox.StandardButton.Ok).setText("&Goed")
    if not known:
        box.setDetailedText(where(error))
    box.exec()
