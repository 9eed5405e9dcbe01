"""The commands on a workspace: new, import, show, check. Each prints, and gives the exit code."""

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.cli import household_figures, passphrase
from doorbraak.cli.workspace import folder_of, opened
from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile, dossier, household
from doorbraak.model.errors import CaseFileRefused, UserError
from doorbraak.model.workspace import backup
from doorbraak.model.workspace.store import Store

if TYPE_CHECKING:
    from doorbraak.model.dossier.casefile_format import CaseFile


def new(arguments: Namespace) -> int:
    """A new workspace; the recovery code is shown this once."""
    folder = folder_of(arguments.workspace)
    secret = passphrase.given(arguments.passphrase_file, twice=True)
    store, code = Store.create(folder, secret, dossier.TABLES, title=arguments.title, origin="opdrachtregel")
    problem = store.close()
    print(f"De werkmap is gemaakt: {folder}")
    print()
    print(f"Herstelcode: {code}")
    print()
    print("Deze code ziet u alleen nu. Schrijf hem op papier en bewaar hem, niet bij de laptop.")
    print("Bent u de wachtzin kwijt? Dan opent alleen deze code de werkmap.")
    if problem is not None:
        raise problem
    return 0


def take_in(arguments: Namespace) -> int:
    """Case files, each a step of its own: a bad one stops no other and leaves nothing behind."""
    refused = False
    known = catalogue.load()
    with opened(arguments.workspace, arguments.passphrase_file) as store:
        for path in arguments.files:
            try:
                number = import_one(store, path, known)
            except UserError as error:
                print(f"{path}: {error.sentence}", file=sys.stderr)
                refused = True
            else:
                print(f"{path}: ingevoerd als huishouden {number}.")
    return 1 if refused else 0


def import_one(store: Store, path: Path, known: catalogue.Catalogue) -> int:
    """The number of the new household. Raises CaseFileRefused; then nothing was written."""
    from doorbraak.model.dossier.casefile_reading import MOST_BYTES

    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)  # enough to be refused by, and never a disk full
    except OSError as error:
        raise CaseFileRefused("Dit bestand is niet te lezen. Er is niets ingevoerd. Kijk of de naam klopt.") from error
    return add(store, casefile.read(content, known))


def add(store: Store, case: "CaseFile") -> int:
    """One household as one step; returns its number. Raises CaseFileRefused."""
    number = max((row.household.number for row in household.all_rows(store)), default=0) + 1
    with store.change("Huishouden invoeren", household=number, action="invoeren"):
        taken = casefile.take_in(store, case)
    return household.read(store, taken).number


def show(arguments: Namespace) -> int:
    """The list of households, or the figures of one."""
    with opened(arguments.workspace, arguments.passphrase_file) as store:
        if arguments.number is None:
            _show_all(store, arguments.json)
        else:
            _show_one(store, arguments.number, arguments.json)
    return 0


def _show_one(store: Store, number: int, as_json: bool) -> None:
    found = household.by_number(store, number)
    store.note("inzien", f"huishouden {number}")
    whole, known = dossier.read(store, found.id), catalogue.load()
    if as_json:
        print_json(household_figures.as_json(whole, known))
    else:
        print("\n".join(household_figures.lines(whole, known)))


def _show_all(store: Store, as_json: bool) -> None:
    rows = household.all_rows(store)
    store.note("inzien", "lijst van huishoudens")
    if as_json:
        print_json(
            [
                {
                    "number": row.household.number,
                    "name": row.household.name,
                    "example": row.household.example,
                    "people": row.people,
                    "problems": row.problems,
                    "agencies": row.agencies,
                    "interventions": row.interventions,
                }
                for row in rows
            ]
        )
        return
    if store.title:
        print(store.title)
    if not rows:
        print("Er zijn nog geen huishoudens. Voer een casusbestand in: doorbraak import BESTAND")
        return
    print("   Nr  Personen  Problemen  Instanties  Doorbraken  Naam")
    for row in rows:
        said = "voorbeeld" in row.household.name.lower()
        mark = " (voorbeeld)" if row.household.example and not said else ""
        counts = f"{row.people:>8}  {row.problems:>9}  {row.agencies:>10}  {row.interventions:>10}"
        print(f"{row.household.number:>5}  {counts}  {row.household.name}{mark}")


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def check(arguments: Namespace) -> int:
    """Opening runs every opening check; this says what they found, and looks at log and backups."""
    with opened(arguments.workspace, arguments.passphrase_file) as store:
        faults, broken = store.faults(), store.log_broken_at()
        store.note("controleren", "werkmap")
        rows = household.all_rows(store)
        print(f"Werkmap: {store.folder}")
        print(f"Huishoudens: {len(rows)}")
        print(f"Problemen: {sum(row.problems for row in rows)}")
        print(f"Instanties: {sum(row.agencies for row in rows)}")
        print("Dossierbestand: " + ("in orde" if not faults else f"{len(faults)} fouten"))
        print("Logboek: " + ("in orde" if broken is None else f"klopt niet vanaf regel {broken}"))
        copies = backup.all_of(store.folder)
        print("Laatste reservekopie: " + (f"{copies[0].at:%d-%m-%Y %H:%M}" if copies else "nog geen"))
    if faults:
        raise UserError("Het dossierbestand heeft fouten. Bewaar het, en zet een kopie uit backups terug.")
    if broken is not None:
        raise UserError(
            "Het logboek is veranderd of ingekort. De dossiers zijn niet veranderd. "
            "Meld dit bij wie over de beveiliging gaat."
        )
    return 0
