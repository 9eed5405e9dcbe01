"""Copying what a household's figures say: only on purpose, out of clipboard histories, and gone after a minute."""

from collections.abc import Callable
from functools import cache
from itertools import count

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QAction, QClipboard, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from doorbraak.ui.widgets.plain import tooltip

STAYS = 60_000  # milliseconds
_KEEP_OUT = (
    # Windows' history and its cloud, then KDE's Klipper: each asks for its own mark.
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"\x00\x00\x00\x00"),
    ('application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"', b"\x00\x00\x00\x00"),
    ('application/x-qt-windows-mime;value="CanUploadToCloudClipboard"', b"\x00\x00\x00\x00"),
    ("x-kde-passwordManagerHint", b"secret"),
)


def marked(text: str) -> QMimeData:
    """For the clipboard, with the marks that keep it out of histories."""
    made = QMimeData()
    made.setText(text)
    for kind, content in _KEEP_OUT:
        made.setData(kind, content)
    return made


@cache
def watch() -> None:
    """From now on what somebody copies out of any field, with Ctrl+C or a menu, is marked and goes as soon too.

    Once: there is one clipboard as long as the program runs.
    """
    QApplication.clipboard().dataChanged.connect(_adopt)


def _adopt() -> None:
    clipboard = QApplication.clipboard()
    data = clipboard.mimeData()
    ours = clipboard.ownsClipboard() and data is not None and data.hasText() and not data.hasFormat(_KEEP_OUT[-1][0])
    if ours and not copy(data.text()):  # without its colours and letters: a field of another program wants words
        clipboard.clear(QClipboard.Mode.Clipboard)


_due: dict[str, int] = {}
"""What we put there in the last minute, and which time of how many: copied again, it stays a minute from then on."""
_times = count()


before: list[Callable[[], bool]] = []
"""Asked before anything is copied: the log has to say so first, or nothing goes."""


def copy(text: str) -> bool:
    """Put on the clipboard, and taken away after `STAYS` unless something else was copied since. Whether it may."""
    if not all(ask() for ask in before):
        return False
    QApplication.clipboard().setMimeData(marked(text))
    _forget_later(text)
    return True


def forget() -> None:
    """Before a lock: what we put on the clipboard goes, unless something of another program stands there now."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard() or (_due and clipboard.text() in _due):  # not every platform knows whose it is
        clipboard.clear(QClipboard.Mode.Clipboard)
    _due.clear()


def _forget_later(text: str) -> None:
    clipboard = QApplication.clipboard()
    time = _due[text] = next(_times)

    def go() -> None:
        if _due.get(text) == time:
            del _due[text]
            if clipboard.text() == text:
                clipboard.clear(QClipboard.Mode.Clipboard)

    QTimer.singleShot(STAYS, clipboard, go)


class Readable(QPlainTextEdit):
    """A text to read and to select in. What is copied from it has the same marks and goes as soon."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setToolTip(tooltip(name))

    def copy(self) -> None:
        if self.textCursor().hasSelection():
            copy(self.textCursor().selection().toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.findChildren(QAction, "edit-copy"):
            action.triggered.disconnect()
            action.triggered.connect(lambda: self.copy())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt asks for this itself when text is dragged, and on X11 when it is selected."""
        text = self.textCursor().selection().toPlainText()
        _forget_later(text)
        return marked(text)
