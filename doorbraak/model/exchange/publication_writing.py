"""Writing the files of a publication outside the workspace: all or none, and over no other publication."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from doorbraak.model import whole_files
from doorbraak.model.errors import InputError, NoAccess, UserError
from doorbraak.model.exchange import publication_package, publication_reading
from doorbraak.model.exchange.published import Publication
from doorbraak.model.workspace.store import Store

OTHERS = (
    "In deze map staan al andere bestanden met de namen van deze publicatie. Er is niets geschreven en niets "
    "veranderd. Kies een andere map."
)


def refuse_folder(store: Store, folder: Path) -> None:
    """Before anything is published, which is for ever. Raises InputError, NoAccess."""
    whole_files.refuse_inside(store.folder, folder)
    with whole_files.errors_for_people():
        if folder.exists() and not folder.is_dir():
            raise NoAccess(whole_files.NO_FOLDER)


def write(store: Store, publication: Publication, files: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Every file under its relative name, over earlier ones of the same publication alone.

    The log line comes first: what left is never missing from it. Raises UserError.
    """
    refuse_folder(store, folder)
    with whole_files.errors_for_people():
        others = [name for name, content in files.items() if _differs(folder / name, content)]
        if others and not _holds(folder, publication):
            raise InputError(OTHERS, "out")
        package = hashlib.sha256(files[publication_package.file_name(publication.period)]).hexdigest()
        store.note("uitvoeren", f"publicatie {publication.period}, {len(files)} bestanden, {package}")
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
