"""Opening a workspace for one command, and closing it whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from doorbraak import paths
from doorbraak.cli import passphrase
from doorbraak.model.dossier import dossier
from doorbraak.model.exchange import either_kind
from doorbraak.model.workspace.store import Store


def folder_of(given: Path | None) -> Path:
    return paths.data_folder() if given is None else given


@contextmanager
def opened(folder: Path | None, passphrase_file: Path | None) -> Iterator[Store]:
    """The open workspace. Raises what `Store.open` raises, and what closing its backup failed on."""
    secret = passphrase.given(passphrase_file)
    with closed_after(dossier.open_workspace(folder_of(folder), secret, origin="opdrachtregel")) as store:
        yield store


def open_either(folder: Path, secret: str) -> Store:
    """With households, or a coordinator's: for what both need. Raises as `Store.open`."""
    return either_kind.open_workspace(folder, secret, date.today(), origin="opdrachtregel")


@contextmanager
def either(folder: Path | None, passphrase_file: Path | None) -> Iterator[Store]:
    """As `opened`, of any kind."""
    secret = passphrase.given(passphrase_file)
    with closed_after(open_either(folder_of(folder), secret)) as store:
        yield store


@contextmanager
def closed_after(store: Store) -> Iterator[Store]:
    """Closes it whatever happens. Raises what the backup at the end failed on, unless something else did first."""
    try:
        yield store
    except BaseException:
        store.close()
        raise
    problem = store.close()
    if problem is not None:
        raise problem
