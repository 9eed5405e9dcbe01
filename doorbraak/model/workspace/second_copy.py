"""The second place: a folder of choice, on another disk or a share, where each backup is copied to.

The copies lie there as they lie beside the workspace: in a folder `backups`, encrypted, each with its slots. Several
workspaces may share a second place.
"""

import os
from datetime import datetime
from pathlib import Path

from doorbraak.model import whole_files
from doorbraak.model.errors import DiskFailed, DiskFull, InputError, NoAccess, UserError
from doorbraak.model.workspace import DATABASE, backup, cipher, exact_copy
from doorbraak.model.workspace.backup import Backup

_PROBE = ".doorbraak-proef.nieuw"
_HERE = "De kopie in de werkmap is wel gemaakt."
ABSENT = f"De tweede plek voor kopieën is er nu niet. {_HERE} Sluit de schijf of stick aan, of kies een andere plek."


def refuse(folder: Path, second: Path) -> None:
    """Raises InputError for what can't be the second place of this workspace."""
    if not second.is_dir():
        raise InputError("Deze plek is geen map. Er is niets veranderd. Kies een map die er al is.", "second")
    try:
        whole_files.refuse_inside(folder, second)
    except InputError:
        raise InputError(
            "Deze map ligt in de werkmap zelf. Gaat die schijf stuk, dan is ook deze kopie weg. "
            "Er is niets veranderd. Kies een map op een andere schijf.",
            "second",
        ) from None
    if _same(second / backup.FOLDER, folder / backup.FOLDER) or (second / DATABASE).exists():
        raise InputError(
            "In deze map staat een werkmap, met haar eigen kopieën. Er is niets veranderd. Kies een andere map.",
            "second",
        )
    probe = second / _PROBE
    try:
        probe.unlink(missing_ok=True)
        os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        probe.unlink()
    except OSError:
        raise InputError(
            "Het programma mag in deze map niet schrijven. Er is niets veranderd. Kies een andere map.", "second"
        ) from None


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def copy(made: Backup, second: Path) -> None:
    """Both files, read back; then what is older there is thinned. Raises DiskFull, DiskFailed, NoAccess."""
    try:
        with cipher.errors_for_people():
            if not second.is_dir():
                raise NoAccess(ABSENT)
            place = second / backup.FOLDER
            place.mkdir(mode=0o700, exist_ok=True)
            target = _target(made, place)
            if target is not None:
                exact_copy.make(made.beside, target.with_suffix(".json"))
                exact_copy.make(made.path, target)  # last: from here it counts
            backup.thin(second, datetime.now(), made.workspace)
    except DiskFull as error:
        raise DiskFull(f"De tweede plek voor kopieën is vol. {_HERE} Maak daar ruimte vrij.") from error
    except NoAccess as error:
        if not second.is_dir():
            raise NoAccess(ABSENT) from error
        raise NoAccess(
            f"Het programma mag niet schrijven op de tweede plek voor kopieën. {_HERE} "
            "Vraag rechten op die map, of kies een andere plek."
        ) from error
    except DiskFailed as error:
        raise DiskFailed(
            f"De kopie op de tweede plek is niet gelukt: de schijf gaf een fout. {_HERE} Controleer die schijf."
        ) from error


def problem_of(made: Backup, second: Path) -> UserError | None:
    """The same for who may not be stopped by it."""
    try:
        copy(made, second)
    except UserError as error:
        return error
    return None


def _target(made: Backup, place: Path) -> Path | None:
    """A name that is free there; None when this very copy is there already."""
    path = place / made.path.name
    if path.exists() and path.with_suffix(".json").exists():
        known = [one for one in backup.all_of(place.parent) if one.path == path]
        if known and known[0].workspace == made.workspace and known[0].log_state == made.log_state:
            return None
    return backup.free(path)
