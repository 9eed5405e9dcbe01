"""Opens the real window on a workspace, types the passphrase and says so when the households are painted.

Run as a script: folder, passphrase. A dialog, a second window or a word of trouble makes it fail.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from doorbraak.ui import app
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.start import Unlock
from doorbraak.ui.widgets.notice import Notice
from doorbraak.ui.widgets.secret_field import SecretField
from tests.benchmarks.eye import Eye, wait_for


def start(folder: Path, secret: str) -> str:
    """What stands in the way, empty when nothing does."""
    app.application()
    window = MainWindow(folder)
    seen = Eye(window)
    window.show()
    wait_for(seen)
    if window.findChild(Unlock) is None:
        return "it did not ask for the passphrase"
    field = window.findChild(SecretField)
    QTest.keyClicks(field, secret)
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait_for(Eye(window))
    print("open", flush=True)
    if QApplication.activeModalWidget() is not None or window.view is None:
        return "a dialog, or no households"
    others = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not window]
    if others:
        return f"another window: {others}"
    said = [notice for notice in window.findChildren(Notice) if notice.isVisible()]
    return f"{len(said)} notices" if said else ""


if __name__ == "__main__":
    warnings: list[str] = []

    def keep(kind: QtMsgType, _: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and "plugin does not support" not in text:
            warnings.append(text)

    qInstallMessageHandler(keep)
    wrong = start(Path(sys.argv[1]), sys.argv[2]) or "; ".join(warnings)
    print(wrong, file=sys.stderr)
    sys.stdout.flush()
    sys.stderr.flush()
    sys.exit(bool(wrong))
