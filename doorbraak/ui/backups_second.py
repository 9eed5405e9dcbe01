"""Where the second copies of a workspace go, if anywhere: kept on this computer, since a stick is called otherwise
on another.

Only the place is kept, under a number made of the place of the workspace; nothing of what is in either.
"""

from pathlib import Path

from PySide6.QtCore import QSettings

from doorbraak.model import policy


def second_place(folder: Path, *, example: bool = False) -> Path | None:
    """The one that was chosen here, else the one of the administrator; not for examples, which nobody has to keep."""
    return chosen_place(folder) or (None if example else policy.in_force().backup_folder)


def chosen_place(folder: Path) -> Path | None:
    found = str(_settings().value(_key(folder), "") or "")
    return Path(found) if found else None


def keep_second_place(folder: Path, second: Path | None) -> None:
    settings = _settings()
    if second is None:
        settings.remove(_key(folder))
    else:
        settings.setValue(_key(folder), str(second))


def same_disk(folder: Path, second: Path) -> bool:
    """Whether both are gone when one disk breaks; not known counts as no."""
    try:
        return folder.stat().st_dev == second.stat().st_dev
    except OSError:
        return False


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Doorbraak", "Doorbraak")


def _key(folder: Path) -> str:
    import hashlib  # late: a start needs none of it

    return f"second/{hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:16]}"
