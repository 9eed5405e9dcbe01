import subprocess
import sys
from pathlib import Path

LATE = (
    "doorbraak.model.dossier", "doorbraak.model.catalogue", "doorbraak.model.documents", "doorbraak.ui.session",
    "doorbraak.ui.household", "sqlcipher3", "sqlite_utils", "nacl", "msgspec", "matplotlib", "openpyxl", "numpy",
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
