"""Where things are: the only code that knows how the program was installed."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

_APP = "Doorbraak"


def resources() -> Path:
    """The folder with catalogue/, law/, prices/, cases/ and so on. Read only.

    A frozen build and a wheel carry it inside the package; in a checkout it lies beside the package.
    Raises RuntimeError when neither is there: then the installation is not whole.
    """
    package = Path(__file__).resolve().parent
    if getattr(sys, "frozen", False):
        package = Path(getattr(sys, "_MEIPASS", package.parent)) / "doorbraak"
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / "catalogue").is_dir():
            return folder
    raise RuntimeError("The folder resources/ is neither inside nor beside the package: install it again.")


def manual() -> Path:
    """The folder with the manual, as Markdown with pictures. Inside the package, or docs/handleiding of a checkout."""
    inside = resources().parent / "handleiding"
    return inside if inside.is_dir() else resources().parent / "docs" / "handleiding"


def own_command() -> list[str]:
    """What starts this program once more; words can be added. A frozen build is its own command."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "doorbraak"]


def data_folder() -> Path:
    """The default place for a workspace. Per user, on this machine, never roaming. Not made here."""
    from platformdirs import user_data_path

    return user_data_path(_APP, appauthor=False, roaming=False)


def cache_folder() -> Path:
    """For what can be thrown away and holds nothing about a household, such as matplotlib's list of fonts."""
    from platformdirs import user_cache_path

    return user_cache_path(_APP, appauthor=False)


def policy_file(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> PurePath:
    """Where the administrator of this machine says what holds for everybody. Users can't write there, or should not."""
    if platform == "win32":
        folder = PureWindowsPath(environment.get("PROGRAMDATA", ""))
        return (folder if folder.is_absolute() else PureWindowsPath("C:/ProgramData")) / _APP / "beleid.json"
    if platform == "darwin":
        return PurePosixPath("/Library/Application Support") / _APP / "beleid.json"
    return PurePosixPath("/etc/doorbraak/beleid.json")
