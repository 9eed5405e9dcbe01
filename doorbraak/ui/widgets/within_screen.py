"""How large a dialog begins: as it likes, and never larger than the screen that it is on."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = 40  # pixels of title bar and border that a window manager adds


def room(window: QWidget) -> QSize:
    """What a window may be on its screen, its frame included."""
    screen = window.screen().availableSize()
    return QSize(screen.width(), screen.height() - FRAME)


def begin(dialog: QWidget, wide: int, high: int) -> None:
    dialog.resize(QSize(wide, high).boundedTo(room(dialog)))
