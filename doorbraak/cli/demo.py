"""`demo`: examples that are made in one go, with the sums printed and the documents written."""

import os
import shutil
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from doorbraak import paths
from doorbraak.cli import commands, export, household_figures, window
from doorbraak.cli.workspace import closed_after
from doorbraak.model import catalogue, whole_files
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import casefile, dossier, household
from doorbraak.model.errors import InputError, NoAccess, WorkspaceMissing, WrongPassphrase
from doorbraak.model.workspace import DATABASE
from doorbraak.model.workspace.store import Store

PASSPHRASE = "voorbeeld zonder echte gezinnen"  # noqa: S105 - printed, and the same for everybody
SIX, MANY, DOCUMENTS = "werkmap-zes-huishoudens", "werkmap-60-synthetisch", "documenten"
MARK = "VOORBEELD.txt"
HOUSEHOLDS, SEED = 60, 20_260
_MARKED = (
    "Deze map is gemaakt door: doorbraak demo\n"
    "Alles hierin is voorbeeld: gepubliceerd of verzonnen. De volgende keer wordt het opnieuw gemaakt.\n"
    "Bewaar hier niets van jezelf.\n"
)
_KEEP = "Er is niets veranderd. Kies een andere map met --out."


def demo(arguments: Namespace) -> int:
    """Two workspaces marked as examples, their documents, and the window when somebody can see it."""
    folder: Path = arguments.out
    shown = not arguments.no_window and not os.environ.get("CI") and window.has_screen(os.environ, sys.platform)
    shown = shown and window.opens()
    known = catalogue.load()
    with whole_files.errors_for_people(), export.readable_by_owner_only():
        _make_room(folder)
    if shown:
        window.prepare()
    with closed_after(_workspace(folder / SIX, "VOORBEELD zes huishoudens")) as six:
        for path in _cases():
            commands.add(six, casefile.read(path.read_bytes(), known))
        _print_figures(six, known)
        written = export.write_households(six, known, folder / DOCUMENTS, date.today())
    with closed_after(_workspace(folder / MANY, f"VOORBEELD {HOUSEHOLDS} synthetische huishoudens")) as many:
        written += _summary_of_many(many, known, folder)
    export.print_written(written, folder / DOCUMENTS)
    print()
    print("Twee werkmappen met voorbeelden, om te openen en in te proberen:")
    print(f"  {(folder / SIX).absolute()}")
    print(f"  {(folder / MANY).absolute()}")
    print(f"De wachtzin van allebei: {PASSPHRASE}")
    if not shown:
        return 0
    return window.run(folder / SIX, PASSPHRASE)


def _cases() -> list[Path]:
    """The published households, the first of the list first."""
    return sorted((paths.resources() / "cases").glob("casus-*.json"))


def _workspace(folder: Path, title: str) -> Store:
    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, title=title, example=True, origin="opdrachtregel")
    return store


def _print_figures(store: Store, known: Catalogue) -> None:
    for home in household.all_of(store):
        print("\n".join(household_figures.lines(dossier.read(store, home.id), known)))
        print()


def _summary_of_many(store: Store, known: Catalogue, folder: Path) -> list[export.Written]:
    from doorbraak.model.dossier import synthetic

    for case in synthetic.households(HOUSEHOLDS, SEED, known):
        commands.add(store, case)
    return export.write_summary(store, known, folder / DOCUMENTS, date.today())


def _make_room(folder: Path) -> None:
    """A marked folder without what an earlier demo left. Raises InputError or NoAccess for any other folder."""
    _refuse_in_a_workspace(folder)
    if folder.exists() and not folder.is_dir():
        raise NoAccess(whole_files.NO_FOLDER)
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARK).is_file():
            raise InputError(f"Deze map is niet leeg, en niet door de demo gemaakt. {_KEEP}", "out")
        for name in (SIX, MANY, DOCUMENTS):
            if (folder / name).is_symlink() or ((folder / name).exists() and not (folder / name).is_dir()):
                raise InputError(f"Op de plek van {name} staat een verwijzing of een bestand, geen map. {_KEEP}", "out")
        for name in (SIX, MANY):
            _check_nothing_of_anybody(folder / name)
    ignore = b"*\n"  # when it is made inside a checkout
    whole_files.write_all(folder, {MARK: _MARKED.encode(), ".gitignore": ignore})
    for name in (SIX, MANY, DOCUMENTS):
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)


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
        store = dossier.open_workspace(folder, PASSPHRASE, origin="opdrachtregel")
    except WorkspaceMissing:
        return
    except WrongPassphrase:
        raise InputError(f"De werkmap in deze map heeft een eigen wachtzin. {_KEEP}", "out") from None
    own = not store.example or any(not row.example for row in household.all_of(store))
    store.close()
    if own:
        raise InputError(f"In de werkmap van de demo staan eigen huishoudens. {_KEEP}", "out")
