"""The commands on a workspace: new, import, show, check. Each prints, and gives the exit code."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.cli import household_figures, passphrase
from doorbraak.cli.catalogue_lists import known_in
from doorbraak.cli.workspace import either, folder_of, opened
from doorbraak.model import bounded, catalogue, whole_files
from doorbraak.model.dossier import assumptions, casefile, dossier, household, overview
from doorbraak.model.errors import DiskFailed, FileDamaged, NotFound, UserError
from doorbraak.model.workspace import backup, copy_check, kept
from doorbraak.model.workspace import passphrase as passphrases
from doorbraak.model.workspace.store import Store

if TYPE_CHECKING:
    from doorbraak.model.dossier.casefile_format import CaseFile


_MADE = """De werkmap is gemaakt.

Herstelcode: {}

Deze code staat hier alleen nu. Schrijf hem op papier en bewaar hem, niet bij de laptop.
Is de wachtzin kwijt? Dan opent alleen deze code de werkmap."""
_CODE_NOT_SHOWN = (
    "De werkmap is gemaakt en de wachtzin opent hem. Maar de herstelcode kon niet worden getoond, "
    "en is nergens bewaard. Zonder die code is alles kwijt als de wachtzin kwijt is. "
    "Haal deze lege werkmap weg en maak hem opnieuw."
)
_NO_PLACE = (
    "Op deze plek kan het programma geen werkmap maken: er ligt iets anders, of de schijf gaf een fout. "
    "Er is geen werkmap gemaakt. Kies een andere map met --workspace MAP."
)
_UNSEEN = (
    "Er is een nieuwe herstelcode, maar die heeft niemand gezien. De dossiers zijn heel. "
    "Maak een nieuwe met doorbraak passphrase --recovery."
)
_FROM_COPY = "Of haal de sleutels van een kopie terug met doorbraak restore --keys."
_FAULTS = (
    "Het dossierbestand heeft fouten. Het is niet veranderd. Zet een kopie terug: daarbij blijft dit bestand bewaard."
)
_LARGEST_NUMBER = 2**63 - 1  # what the database can look for


def new(arguments: Namespace) -> int:
    """A new workspace; the recovery code is shown this once."""

    def made(folder: Path, secret: str) -> tuple[Store, str]:
        return Store.create(folder, secret, dossier.TABLES, title=arguments.title, origin="opdrachtregel")

    return make(arguments, folder_of(arguments.workspace), made)


def make(arguments: Namespace, folder: Path, create: Callable[[Path, str], tuple[Store, str]]) -> int:
    """A workspace as `create` makes it, of any kind, with the passphrase asked twice.

    The first line goes out before anything is made: where nothing can be shown, nothing is made.
    """
    secret = passphrase.given(arguments.passphrase_file, twice=True)
    print(f"Nieuwe werkmap: {folder}", flush=True)
    try:
        store, code = create(folder, secret)
    except DiskFailed as error:
        raise DiskFailed(_NO_PLACE) from error
    problem = store.close()
    try:
        print(_MADE.format(code), flush=True)
    except OSError as error:
        raise UserError(_CODE_NOT_SHOWN) from error
    if problem is not None:
        raise problem
    return 0


def take_in(arguments: Namespace) -> int:
    """Case files, each a step of its own: a bad one stops no other and leaves nothing behind."""
    refused = False
    with opened(arguments.workspace, arguments.passphrase_file) as store:
        known = known_in(store)
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
    """The number of the new household. Then nothing was written when it raises.

    Raises CaseFileRefused, what `bounded.read` raises, and InputError for a file of the workspace itself.
    """
    from doorbraak.model.dossier.casefile_limits import MOST_BYTES

    whole_files.refuse_inside(store.folder, path)  # to read the open database would break its lock
    return add(store, casefile.read(bounded.read(path, MOST_BYTES), known))


def add(store: Store, case: "CaseFile") -> int:
    """One household as one step; returns its number. Raises CaseFileRefused, InputError when all numbers are taken."""
    number = household.next_number(store)
    with store.change("Huishouden invoeren", household=number, action="invoeren"):
        casefile.take_in(store, case)
    return number


def show(arguments: Namespace) -> int:
    """The list of households, or the figures of one."""
    with opened(arguments.workspace, arguments.passphrase_file) as store:
        if arguments.number is None:
            _show_all(store, arguments.json)
        else:
            _show_one(store, arguments.number, arguments.json)
    return 0


def _show_one(store: Store, number: int, as_json: bool) -> None:
    found = numbered(store, number)
    store.note("inzien", f"huishouden {number}")
    whole, known, year = dossier.read(store, found.id), known_in(store), assumptions.read(store).price_year
    if as_json:
        print_json(household_figures.as_json(whole, known, year=year))
    else:
        print("\n".join(household_figures.lines(whole, known, year=year)))


def numbered(store: Store, number: int) -> household.Household:
    """Raises NotFound, also for a number that the database can't look for."""
    try:
        if abs(number) <= _LARGEST_NUMBER:
            return household.by_number(store, number)
    except NotFound:
        pass
    raise NotFound(f"Er is geen huishouden met nummer {number}. Er is niets veranderd. Bekijk de lijst: doorbraak show")


def _show_all(store: Store, as_json: bool) -> None:
    rows = overview.all_rows(store)
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
    """In ASCII: whatever encoding the stream has, no sign of a name is lost."""
    print(json.dumps(value, ensure_ascii=True, indent=2))


def _count(store: Store) -> None:
    if store.kind == "coordinator":
        ((senders,),) = store.rows("SELECT count(*) FROM sender")
        print(f"Werkmap van een coördinator; afzenders: {senders}")
        return
    rows = overview.all_rows(store)
    print(f"Huishoudens: {len(rows)}")
    print(f"Problemen: {sum(row.problems for row in rows)}")
    print(f"Instanties: {sum(row.agencies for row in rows)}")


def check(arguments: Namespace) -> int:
    """Opening runs every opening check; this says what they found, and looks at log and backups."""
    with either(arguments.workspace, arguments.passphrase_file) as store:
        faults, broken, secrets = store.faults(), store.log_broken_at(), store.keys.faults()
        if secrets:
            secrets = (*secrets, _FROM_COPY)
        if passphrases.code_is_unseen(store):
            secrets = (*secrets, _UNSEEN)
        strange = store.strange()
        store.note("controleren", "werkmap")
        print(f"Werkmap: {store.folder}")
        _count(store)
        for sentence in store.mended:
            print(sentence)
        print("Dossierbestand: " + ("in orde" if not faults else f"{len(faults)} fouten"))
        print("Logboek: " + ("in orde" if broken is None else f"klopt niet vanaf regel {broken}"))
        print("Wachtzin en herstelcode: " + ("in orde" if not secrets else "niet in orde"))
        copies = backup.of_workspace(store.folder, store.identity)
        print("Laatste reservekopie: " + (f"{copies[0].at:%d-%m-%Y %H:%M}" if copies else "nog geen"))
        ours = bool(copies) and copy_check.fits(copies[0], store.keys.key)  # else it is of before a new key
        bad = store.copy_faults(copies[0]) if ours else ()
        print(f"Reservekopieën: {len(copies)}" + (", de nieuwste is niet goed" if bad else ""))
        aside = kept.files(store.folder)
        if aside:
            print(f"Bewaard van voor een terugzetting: {len(aside)}")
    if faults:
        raise FileDamaged(_FAULTS)
    if strange:
        raise UserError(" ".join(strange))
    if broken is not None:
        raise UserError(
            "Het logboek is veranderd of ingekort. De dossiers zijn niet veranderd. "
            "Meld dit bij wie over de beveiliging gaat. Welke regel het is, zegt doorbraak log verify."
        )
    if secrets:
        raise UserError(" ".join(secrets))
    if bad:
        raise UserError(f"{bad[0]} Maak een nieuwe kopie met doorbraak backup.")
    return 0
