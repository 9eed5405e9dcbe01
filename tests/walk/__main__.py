"""`python3 run.py walk`: plays the whole walk in windows on a screen, and keeps a picture of each step in walk/."""

import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType

FOLDER = Path("walk")
_SCREEN = "1366x768x24"


@contextmanager
def screen() -> Iterator[None]:
    """One that is there, else one that nobody looks at. Elsewhere than on Linux there always is one."""
    if not sys.platform.startswith("linux") or os.environ.get("DISPLAY"):
        yield
        return
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", _SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as shown:
        try:
            assert shown.stdout is not None
            os.environ["DISPLAY"] = f":{shown.stdout.readline().strip()}"
            yield
        finally:
            shown.terminate()


def main() -> int:
    with screen(), tempfile.TemporaryDirectory() as place:
        return _walk(Path(place))


def _walk(place: Path) -> int:
    home = place / "thuis"
    home.mkdir()
    os.environ |= {name: str(home) for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    from PySide6.QtCore import QSettings

    from doorbraak.ui import app, theme
    from tests.walk import whole
    from tests.walk.camera import Camera
    from tests.walk.hands import Hands

    opened = app.application()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(place / "instellingen"))
    theme.apply(opened, theme.LIGHT)
    faults: list[BaseException] = []

    def fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, error, trace)
        faults.append(error)

    sys.excepthook = fault  # what goes wrong in a slot
    for old in FOLDER.glob("*.png"):
        old.unlink()
    hands = Hands(Camera(FOLDER))
    try:
        whole.whole(hands, home, date.today())
    except BaseException:
        hands.see("Hier ging het mis")
        raise
    finally:
        hands.camera.index(whole.told(hands))
    print(whole.told(hands))
    print(f"De beelden: {(FOLDER / 'index.html').absolute()}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
