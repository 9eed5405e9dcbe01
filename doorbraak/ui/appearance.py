"""How the window looks and where it stands: colours, size of letters, place on the screen; kept between starts."""

from typing import TYPE_CHECKING

from PySide6 import QtCore  # its constants load when one is named
from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from doorbraak.ui import theme
from doorbraak.ui.widgets import within_screen

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


_CHOSEN, _ASKED = "theme", "theme_asked"


def kept() -> QSettings:
    """What is kept between starts: nothing of any household."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Doorbraak", "Doorbraak")


def at_start() -> theme.Theme:
    """The colours that somebody chose; else what the desktop asked for the last time that it was asked.

    Asking makes all of Qt's constants, and the window waits for none of them: `Appearance.begin` asks it anew.
    """
    settings = kept()
    name = str(settings.value(_CHOSEN, "") or settings.value(_ASKED, ""))
    return theme.THEMES.get(name) or theme.system_theme()


class Appearance(QObject):
    """Belongs to one window. `theme_name` is empty while the colours follow the system."""

    def __init__(self, window: "MainWindow", settings: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.theme_name = str(settings.value(_CHOSEN, ""))
        self._place()

    def begin(self) -> None:
        """The window is painted: from now on it goes by what the desktop asks."""
        QCoreApplication.setAttribute(QtCore.Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        self._accessibility = hints.accessibility()  # held: its signal goes when it goes
        self._accessibility.contrastPreferenceChanged.connect(self._follow)
        self._follow()

    def _follow(self, _: object = None) -> None:
        """The desktop asks for something else than before: followed by who chose no colours here."""
        wanted = theme.system_theme()
        if self._settings.value(_ASKED, "") != wanted.name:
            self._settings.setValue(_ASKED, wanted.name)
        if not self.theme_name and wanted is not theme.current():
            theme.apply(QApplication.instance(), wanted)

    def _place(self) -> None:
        """As it was left, the first time as on a small laptop; never larger than the screen, its frame included."""
        restored = self._window.restoreGeometry(self._settings.value("geometry", QByteArray()))
        room = (self._window.screen() if restored else QApplication.primaryScreen()).availableSize()
        wanted = self._window.size() if restored else QSize(1366, 768)
        if not (self._window.isMaximized() or self._window.isFullScreen()):
            self._window.resize(wanted.boundedTo(QSize(room.width(), room.height() - within_screen.FRAME)))

    def keep(self) -> None:
        self._settings.setValue("geometry", self._window.saveGeometry())

    def use_theme(self, name: str) -> None:
        self.theme_name = name
        self._settings.setValue(_CHOSEN, name)
        theme.apply(QApplication.instance(), theme.THEMES.get(name, theme.system_theme()))

    def zoom(self, steps: int) -> None:
        """Letters and all that goes by them, a point at a time."""
        font = QApplication.font()
        font.setPointSizeF(min(24.0, max(8.0, font.pointSizeF() + steps)))
        QApplication.setFont(font)
        self.use_theme(self.theme_name)
