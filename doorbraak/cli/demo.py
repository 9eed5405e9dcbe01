"""`demo`: examples that are made in one go, with the sums printed and the documents written."""

import os
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from doorbraak.cli import commands, export, household_figures, window
from doorbraak.cli.demo_folder import make_room
from doorbraak.cli.workspace import closed_after
from doorbraak.model import catalogue, whole_files
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import casefile, dossier, household, published_cases
from doorbraak.model.dossier.published_cases import PASSPHRASE
from doorbraak.model.workspace.store import Store

SIX, MANY, DOCUMENTS = "werkmap-zes-huishoudens", "werkmap-60-synthetisch", "documenten"
HOUSEHOLDS, SEED = 60, 20_260


def demo(arguments: Namespace) -> int:
    """Two workspaces marked as examples, their documents, and the window when somebody can see it."""
    if arguments.coordinator:
        from doorbraak.cli import demo_coordinator

        return demo_coordinator.demo(arguments)
    folder: Path = arguments.out
    shown = is_shown(arguments)
    known = catalogue.load()
    with whole_files.errors_for_people(), export.readable_by_owner_only():
        make_room(folder, (SIX, MANY, DOCUMENTS), (SIX, MANY))
    if shown:
        window.prepare()
    with closed_after(_workspace(folder / SIX, "VOORBEELD zes huishoudens")) as six:
        for path in published_cases.files():
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


def is_shown(arguments: Namespace) -> bool:
    """Whether a window is wanted, and can be there."""
    wanted = not arguments.no_window and not os.environ.get("CI") and window.has_screen(os.environ, sys.platform)
    return wanted and window.opens()


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
