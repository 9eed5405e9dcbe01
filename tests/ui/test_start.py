"""The rooms before a workspace is open: what a start loads, and what happens to a code that somebody copies."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.start import NewWorkspace, RecoveryCode, Unlock
from doorbraak.ui.widgets import copying
from tests.conftest import PASSPHRASE
from tests.ui.conftest import line
from tests.ui.rooms import press, room

LATE = (
    "doorbraak.model.dossier", "doorbraak.model.catalogue", "doorbraak.model.documents", "doorbraak.ui.session",
    "doorbraak.ui.household", "_hashlib", "sqlcipher3", "sqlite_utils", "nacl", "msgspec", "matplotlib", "openpyxl",
    "numpy",
)  # fmt: skip


def test_that_the_first_window_is_there_before_anything_of_a_household_is_loaded(workspace: Path) -> None:
    """What is loaded later is half of a start."""
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QSettings\n"
        f"QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, {str(workspace.parent)!r})\n"
        "from doorbraak.ui import app\n"
        "app.application()\n"
        "from doorbraak.ui.main_window import MainWindow\n"
        f"window = MainWindow(Path({str(workspace)!r}))\n"
        "print(*sorted(sys.modules), sep='\\n')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "doorbraak.ui.start" in loaded
    assert [name for name in LATE if name in loaded] == []


LATE_OF_QT = ("Qt", "QStyle", "QMessageBox", "QFileDialog", "QInputDialog", "QWizard", "QAccessible", "QPainterPath")


def test_that_the_first_window_is_painted_before_qt_s_binding_makes_what_nobody_sees_yet(workspace: Path) -> None:
    """It makes a class with all its names when one asks for it, or all when a filter meets an unknown object.

    And it reads no source: Qt's binding would, of each module that is loaded after it (see doorbraak/ui/__init__.py).
    """
    settings = workspace.parent / "Doorbraak" / "Doorbraak.ini"
    settings.parent.mkdir()
    settings.write_text("[General]\ntheme_asked=light\n", encoding="utf-8")  # not the first start of all
    script = (
        "import linecache\n"
        "import doorbraak.ui\n"
        "from pathlib import Path\n"
        "from PySide6 import QtCore, QtGui, QtWidgets\n"
        "from PySide6.QtCore import QSettings\n"
        f"QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, {str(workspace.parent)!r})\n"
        "from doorbraak.ui import app, appearance\n"
        "running = app.application(appearance.at_start())\n"
        "from doorbraak.ui.main_window import MainWindow\n"
        f"window = MainWindow(Path({str(workspace)!r}))\n"
        "def painted():\n"
        "    print(*vars(QtCore), *vars(QtGui), *vars(QtWidgets), sep='\\n')\n"
        "    print(*(name for name in linecache.cache if 'doorbraak' in name), sep='\\n')\n"
        "    running.exit()\n"
        "window.closed.ahead.begin = painted\n"
        "window.show()\n"
        "running.exec()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made = set(done.stdout.split())
    assert "QMainWindow" in made
    assert [name for name in LATE_OF_QT if name in made] == []
    assert [name for name in made if name.endswith(".py")] == []


@pytest.fixture
def with_code(
    qtbot: object, make_window: Callable[[Path], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """A workspace that was made just now, its recovery code in sight and copied with keys."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)  # offscreen nobody knows whose it is
    copying.before.clear()
    window = make_window(tmp_path / "nieuw")
    window.ask_new()
    new = room(window)
    assert isinstance(new, NewWorkspace)
    new.passphrase.setText(PASSPHRASE)
    new.again.setText(PASSPHRASE)
    press(qtbot, new, "Werkmap maken")
    assert isinstance(room(window), RecoveryCode)
    shown = line(room(window), "Herstelcode")
    shown.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        QTest.keyClick(shown, key, Qt.KeyboardModifier.ControlModifier)
    return window


def test_that_a_recovery_code_that_is_copied_stays_out_of_histories_and_goes_after_a_minute(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    due: list[Callable[[], None]] = []
    monkeypatch.setattr(QTimer, "singleShot", lambda after, *given: due.append(given[-1]) if after == 60_000 else None)
    window: MainWindow = request.getfixturevalue("with_code")
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == line(room(window), "Herstelcode").text()
    assert clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")
    due[-1]()
    assert clipboard.text() == ""


def test_that_a_recovery_code_that_was_copied_goes_with_the_window(with_code: MainWindow) -> None:
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text()
    with_code.close()
    assert clipboard.text() == ""


def test_that_a_recovery_code_can_still_be_pasted_elsewhere_once_its_room_is_left(
    qtbot: object, with_code: MainWindow
) -> None:
    code = QGuiApplication.clipboard().text()
    press(qtbot, room(with_code), "Klaar, ik heb hem bewaard")
    assert with_code.session is not None
    assert QGuiApplication.clipboard().text() == code
    with_code.lock()
    assert QGuiApplication.clipboard().text() == ""


def test_that_enter_without_a_passphrase_is_no_attempt(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], workspace: Path
) -> None:
    window = make_window(workspace)
    asked = room(window)
    assert isinstance(asked, Unlock)
    tried: list[str] = []
    asked.given.connect(tried.append)
    qtbot.keyClick(asked.passphrase, Qt.Key.Key_Return)
    assert tried == []
    assert "Typ eerst de wachtzin" in asked.notice.text()
    assert not (workspace / "mislukte-pogingen.json").exists()
