"""Writing out: documents and case file per household, and the protected summary."""

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from doorbraak.cli.catalogue_lists import known_in
from doorbraak.cli.workspace import opened
from doorbraak.model import whole_files
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import assumptions, casefile, dossier, household, local_mandates, precedents, profile
from doorbraak.model.errors import InputError, NoAccess
from doorbraak.model.exchange import door, summary, tables
from doorbraak.model.workspace.store import Store


@dataclass(frozen=True, slots=True)
class Written:
    """`personal`: about one household. `example`: of which the data are made up or published."""

    path: Path
    personal: bool
    example: bool


def export(arguments: Namespace) -> int:
    """Everything of the workspace into an empty or new folder, or what is exchanged with the coordinator."""
    _refuse_loose(arguments)
    if arguments.exchange or arguments.xray or arguments.coordinator_key is not None:
        from doorbraak.cli import export_exchange  # late: it loads what seals a file

        return export_exchange.run(arguments)
    folder: Path = arguments.out
    with opened(arguments.workspace, arguments.passphrase_file) as store:
        known = known_in(store)
        party = _party(known, arguments.party)
        written = write_all(store, known, folder, date.today(), party)
    print_written(written, folder)
    return 0


def _refuse_loose(given: Namespace) -> None:
    """An option that would do nothing: who typed it expects something else. Raises InputError."""
    exchanged, keyed = given.exchange or given.xray, given.coordinator_key is not None
    for loose, said in (
        (bool(given.period) and not exchanged, "--period hoort bij --exchange of --xray"),
        (bool(given.fingerprint) and not keyed, "--fingerprint hoort bij --coordinator-key"),
        (bool(given.party) and (exchanged or keyed), "--party hoort niet bij uitwisselen"),
        (given.incomplete and not given.exchange, "--incomplete hoort bij --exchange"),
        (given.exchange and given.out is None, "--exchange hoort bij --out"),
    ):
        if loose:
            raise InputError(f"{said}. Er is niets gedaan. Typ de opdracht opnieuw.")


def _party(known: Catalogue, named: str) -> str:
    """The id of who gets a talk sheet, by id or name; empty when nobody was asked for.

    Raises InputError for one that is not in the list, and for the household itself.
    """
    others = [one for one in known.payers.values() if one.kind != "huishouden"]
    for one in others:
        if named and named.casefold() in (one.id, one.name.casefold()):
            return one.id
    if named:
        choice = ", ".join(one.id for one in others)
        raise InputError(f"Deze partij staat niet in de lijst. Er is niets geschreven. Kies uit: {choice}.", "party")
    return ""


def write_all(store: Store, known: Catalogue, folder: Path, today: date, party: str = "") -> list[Written]:
    """Each household in a folder named by its number, the summary beside them; one log line each. `party`: a payer or
    winner that gets a talk sheet about each household in which it is one.

    Raises InputError for a folder that holds files, since nothing is overwritten, and for one inside the
    workspace. And what writing raises.
    """
    written = write_households(store, known, folder, today, party)
    return [*written, *write_summary(store, known, folder, today)]


def write_households(store: Store, known: Catalogue, folder: Path, today: date, party: str = "") -> list[Written]:
    """As `write_all`, without the summary. Raises NoAccess, DiskFull, DiskFailed."""
    whole_files.refuse_inside(store.folder, folder)
    with readable_by_owner_only(), whole_files.errors_for_people():
        make_empty(folder)
        written: list[Written] = []
        for home in household.all_of(store):
            written += _write_household(store, home, known, folder, today, party)
    return written


def make_empty(folder: Path) -> None:
    """A new folder, or one that is there and holds nothing. Raises NoAccess, InputError."""
    if folder.exists() and not folder.is_dir():
        raise NoAccess(whole_files.NO_FOLDER)
    if folder.exists() and any(folder.iterdir()):
        raise InputError("In deze map staan al bestanden. Er is niets veranderd. Kies een lege map.", "out")
    folder.mkdir(parents=True, exist_ok=True)


def _write_household(
    store: Store, home: household.Household, known: Catalogue, folder: Path, today: date, party: str
) -> list[Written]:
    """Documents and case file. The log line comes first: what left is never missing from it."""
    from doorbraak.ui.paper import write_documents

    store.note("uitvoeren", f"huishouden {home.number}")
    found = dossier.read(store, home.id)
    content = casefile.write(found)  # first: what does not fit in one refuses before anything is written
    place = folder / f"huishouden-{home.number}"
    place.mkdir(exist_ok=True)
    documents: tuple[Path, ...] = ()
    if home.no_paper:
        print(f"Huishouden {home.number}: niet op papier achterlaten. Geen documenten gemaakt, wel het casusbestand.")
    else:
        own, rest_on = profile.read(store), assumptions.read(store)
        others, mandates = precedents.of_others(store, home.id), local_mandates.all_of(store)
        documents = write_documents(
            found, known, place, today, own, rest_on, party, precedents=others, mandates=mandates
        )
    case = whole_files.write_all(place, {f"casus-{home.number}.json": content})
    return [Written(path, True, home.example) for path in (*documents, *case)]


def write_summary(store: Store, known: Catalogue, folder: Path, today: date) -> list[Written]:
    """samenvatting.xlsx through the one door; nothing when there is no household."""
    counts = tables.of_store(store, known)
    protected = door.protect(counts)
    if protected is None:
        return []
    store.note("uitvoeren", "samenvatting")
    path = folder / summary.FILE_NAME
    with readable_by_owner_only():
        summary.write(protected, path, today)
    return [Written(path, False, counts.example)]


@contextmanager
def readable_by_owner_only() -> Iterator[None]:
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def print_written(written: list[Written], folder: Path) -> None:
    """What was written, and what of it is about a household."""
    print(f"Geschreven in: {folder.absolute()}")
    personal = [found for found in written if found.personal and not found.example]
    example = [found for found in written if found.personal and found.example]
    protected = [found for found in written if not found.personal]
    for title, files in (
        ("Bevat persoonsgegevens. Bewaar en deel dit zorgvuldig:", personal),
        ("Voorbeeldgegevens, in de vorm van een document met persoonsgegevens:", example),
        ("Statistisch beveiligd, geen gegevens van één huishouden:", protected),
    ):
        if files:
            print()
            print(title)
            for found in files:
                print(f"  {found.path.relative_to(folder)}")
    if not written:
        print("Er zijn nog geen huishoudens, dus er is niets geschreven.")
