"""The folder of a demo: marked as its own, and nothing of anybody else in it is ever touched."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from doorbraak.model import whole_files
from doorbraak.model.dossier import household
from doorbraak.model.dossier.published_cases import PASSPHRASE
from doorbraak.model.errors import InputError, NoAccess, WorkspaceMissing, WrongPassphrase
from doorbraak.model.exchange import either_kind
from doorbraak.model.workspace import DATABASE

MARK = "VOORBEELD.txt"
_MARKED = (
    "Deze map is gemaakt door: doorbraak demo\n"
    "Alles hierin is voorbeeld: gepubliceerd of verzonnen. De volgende keer wordt het opnieuw gemaakt.\n"
    "Bewaar hier niets van jezelf.\n"
)
_KEEP = "Er is niets veranderd. Kies een andere map met --out."


def make_room(folder: Path, names: Sequence[str], workspaces: Sequence[str]) -> None:
    """A marked folder without what an earlier demo left. Raises InputError or NoAccess for any other folder."""
    claim(folder, names, workspaces)
    for name in names:
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)


def claim(folder: Path, names: Sequence[str], workspaces: Sequence[str]) -> None:
    """A marked folder in which these names may be made again; nothing of them is gone yet. Raises as `make_room`."""
    _refuse_in_a_workspace(folder)
    if folder.exists() and not folder.is_dir():
        raise NoAccess(whole_files.NO_FOLDER)
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARK).is_file():
            raise InputError(f"Deze map is niet leeg, en niet door de demo gemaakt. {_KEEP}", "out")
        for name in names:
            if (folder / name).is_symlink() or ((folder / name).exists() and not (folder / name).is_dir()):
                raise InputError(f"Op de plek van {name} staat een verwijzing of een bestand, geen map. {_KEEP}", "out")
        for name in workspaces:
            _check_nothing_of_anybody(folder / name)
    ignore = b"*\n"  # when it is made inside a checkout
    whole_files.write_all(folder, {MARK: _MARKED.encode(), ".gitignore": ignore})


def _refuse_in_a_workspace(folder: Path) -> None:
    """Raises InputError when any folder around it, or itself, is somebody's workspace."""
    try:
        place = folder.resolve()
    except RuntimeError:  # a link to itself
        raise NoAccess(whole_files.NO_NAME) from None
    for around in (place, *place.parents):
        if (around / DATABASE).exists():
            whole_files.refuse_inside(around, folder)


def _check_nothing_of_anybody(folder: Path) -> None:
    """Raises InputError unless this workspace is a demo's own, with nothing in it but examples."""
    try:
        own = _holds_own(folder)
    except WorkspaceMissing:
        return
    except WrongPassphrase:
        raise InputError(f"De werkmap in deze map heeft een eigen wachtzin. {_KEEP}", "out") from None
    if own:
        raise InputError(f"In de werkmap van de demo staan eigen huishoudens of echte bestanden. {_KEEP}", "out")


def _holds_own(folder: Path) -> bool:
    """Raises as `Store.open`."""
    store = either_kind.open_workspace(folder, PASSPHRASE, date.today(), origin="opdrachtregel")
    try:
        if not store.example:
            return True
        if store.kind == "households":
            return any(not row.example for row in household.all_of(store))
        from doorbraak.model.exchange import synthetic_laptops

        return synthetic_laptops.received_real(store)
    finally:
        store.close()
