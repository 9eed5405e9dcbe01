"""Writing the files of a publication outside any workspace: all or none, and over no other publication."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from doorbraak.model import whole_files
from doorbraak.model.errors import InputError, NoAccess, UserError
from doorbraak.model.exchange import publication_package, publication_reading
from doorbraak.model.exchange.published import Publication
from doorbraak.model.workspace.log import Action

Note = Callable[[Action, str], None]
"""Puts a line in the access log of the workspace that a publication was made in."""
OTHERS = (
    "In deze map staan al andere bestanden met de namen van deze publicatie. Er is niets geschreven en niets "
    "veranderd. Kies een andere map."
)


def refuse_folder(folder: Path, workspace: Path | None) -> None:
    """Before anything is published, which is for ever. `workspace`: what is open. Raises InputError, NoAccess."""
    if workspace is not None:
        whole_files.refuse_inside(workspace, folder)
    with whole_files.errors_for_people():
        if folder.exists() and not folder.is_dir():
            raise NoAccess(whole_files.NO_FOLDER)


def write(
    publication: Publication, files: Mapping[str, bytes], folder: Path, workspace: Path | None, note: Note | None = None
) -> tuple[Path, ...]:
    """Every file under its relative name, over earlier ones of the same publication alone.

    The log line comes first: what left is never missing from it. Who only reads a publication has no log for it.
    Raises UserError.
    """
    refuse_folder(folder, workspace)
    with whole_files.errors_for_people():
        others = [name for name, content in files.items() if _differs(folder / name, content)]
        if others and not _holds(folder, publication):
            raise InputError(OTHERS, "out")
        if note is not None:
            package = hashlib.sha256(files[publication_package.file_name(publication.period)]).hexdigest()
            note("uitvoeren", f"publicatie {publication.period}, {len(files)} bestanden, {package}")
        for parent in sorted({(folder / name).parent for name in files}):
            parent.mkdir(parents=True, exist_ok=True)
    return whole_files.write_all(folder, files)


def _differs(path: Path, content: bytes) -> bool:
    """Whether something else stands there."""
    if not path.exists():
        return False
    return not path.is_file() or path.stat().st_size != len(content) or path.read_bytes() != content


def _holds(folder: Path, publication: Publication) -> bool:
    """Whether the files in this folder are of the same publication, made by another version or for another reader."""
    try:
        return publication_reading.read(folder / publication_package.file_name(publication.period)) == publication
    except UserError:
        return False
