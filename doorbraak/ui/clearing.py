"""What goes before a lock: what lies over the window, and what was put on the clipboard."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication


class Kept(QObject):
    """Belongs to a dialog in which something is typed that a lock must not take away."""

    def keep_typed(self) -> None:
        raise NotImplementedError


def close_all_above() -> None:
    """Menus, lists and dialogs that are open over the window; what is half typed in them is kept."""
    for _ in range(20):  # one that does not close must not keep the rest from locking
        above = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if above is None:
            return
        for one in above.findChildren(Kept):
            one.keep_typed()
        above.close()


def forget_copied() -> None:
    """What we put on the clipboard, and on X11 what was last selected."""
    from doorbraak.ui.widgets import copying  # late: a start needs none of it

    copying.forget()
    copying.before.clear()
    clipboard = QApplication.clipboard()
    for mode in QClipboard.Mode:
        owned = {
            QClipboard.Mode.Clipboard: clipboard.ownsClipboard,
            QClipboard.Mode.Selection: clipboard.ownsSelection,
            QClipboard.Mode.FindBuffer: clipboard.ownsFindBuffer,
        }[mode]
        if owned():
            clipboard.clear(mode)
