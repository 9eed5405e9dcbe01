"""Where things are: the only code that knows how the program was installed."""

import sys
from pathlib import Path

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


def data_folder() -> Path:
    """The default place for a workspace. Per user, on this machine, never roaming. Not made here."""
    from platformdirs import user_data_path

    return user_data_path(_APP, appauthor=False, roaming=False)


def cache_folder() -> Path:
    """For what can be thrown away and holds nothing about a household, such as matplotlib's list of fonts."""
    from platformdirs import user_cache_path

    return user_cache_path(_APP, appauthor=False)
