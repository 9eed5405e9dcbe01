"""Wat is er nieuw: the chapter of the manual that says it, and one quiet line the first time after a new version."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings

from doorbraak import __version__

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow

_VERSION = "version"  # in the settings: the one that was used last
_LONG = 20_000  # milliseconds


def show_news(window: "MainWindow") -> None:
    from doorbraak.ui import manual_parts
    from doorbraak.ui.manual import show_manual

    part = manual_parts.linked("nieuw.md", "index")
    if part is not None:
        show_manual(window, part)


def say_once(window: "MainWindow", settings: QSettings) -> None:
    """Below, once per version; the very first time all is new, and nothing is said."""
    before = str(settings.value(_VERSION, "") or "")
    if before == __version__:
        return
    settings.setValue(_VERSION, __version__)
    if before:
        said = QCoreApplication.translate("News", "Dit is een nieuwe uitgave: %s. Kijk bij Hulp, Wat is er nieuw.")
        window.status.say(said % __version__, _LONG)
