"""`print`: one paper of one household as a PDF, out of a workspace or straight from a case file."""

import secrets
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from doorbraak import paths
from doorbraak.cli import commands
from doorbraak.cli.catalogue_lists import known_in
from doorbraak.cli.export import Written, print_written, readable_by_owner_only
from doorbraak.cli.workspace import closed_after, opened
from doorbraak.model import bounded, catalogue, whole_files
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import printable
from doorbraak.model.documents.papers import Paper
from doorbraak.model.documents.safety import refuse_paper
from doorbraak.model.documents.sources import Sources
from doorbraak.model.documents.subject_access import to_read
from doorbraak.model.dossier import assumptions, casefile, dossier, household
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError, NotFound
from doorbraak.model.insight.price_level import level_of
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.workspace import keys
from doorbraak.model.workspace.store import Store


def print_paper(arguments: Namespace) -> int:
    """What is asked for is looked at before a workspace is opened, and all is refused before anything is written."""
    kind, folder, known = printable.paper(arguments.paper), arguments.out, catalogue.load()
    if not arguments.household.isdecimal():
        with _of_case(_case(arguments.household), known) as store:
            written = _print_one(store, household.all_of(store)[0].number, kind, arguments, known)
    else:
        with opened(arguments.workspace, arguments.passphrase_file) as store:
            whole_files.refuse_inside(store.folder, folder)
            written = _print_one(store, int(arguments.household), kind, arguments, known_in(store))
    print_written([written], folder)
    return 0


def _say_what_to_read(sources: Sources, kind: Paper, about: int | None) -> None:
    """Before the paper is given to anybody: what no rule can see, somebody has to."""
    found = to_read(sources, about) if kind.of_person else ()
    if found:
        places = ", ".join(f"{heading} ({number})" for heading, number in found)
        print(f"Lees na of er nog iets over een ander staat. Hier kan dat: {places}.")


def _case(named: str) -> Path:
    """A file of one's own, or a published household by its name. Raises InputError that does not repeat the name."""
    published = {path.stem: path for path in sorted((paths.resources() / "cases").glob("casus-*.json"))}
    if named in published:
        return published[named]
    if Path(named).is_file():
        return Path(named)
    raise InputError(
        "Dit huishouden is er niet. Er is niets gemaakt. Typ een nummer, een casusbestand of een voorbeeld: "
        f"{', '.join(published)}.",
        "household",
    )


@contextmanager
def _of_case(path: Path, known: Catalogue) -> Iterator[Store]:
    """The household of a case file in a workspace that is gone afterwards, under a key that nobody has."""
    from doorbraak.model.dossier.casefile_limits import MOST_BYTES

    case = casefile.read(bounded.read(path, MOST_BYTES), known)
    with tempfile.TemporaryDirectory(prefix="doorbraak-") as temporary:
        cheap = keys.Cost(1, 64 * 1024)  # guessing 32 random bytes is hopeless without a slow key too
        place, secret = Path(temporary) / "werkmap", secrets.token_urlsafe(32)
        store, _ = Store.create(place, secret, dossier.TABLES, cost=cheap, origin="opdrachtregel")
        with closed_after(store):
            commands.add(store, case)
            yield store


def _print_one(store: Store, number: int, kind: Paper, arguments: Namespace, known: Catalogue) -> Written:
    """The log line comes before the file. Raises InputError for what can't be made, NotFound for an unknown number."""
    found = dossier.read(store, commands.numbered(store, number).id)
    refuse_paper(found.household)
    level = level_of(known, assumptions.read(store).price_year)
    saving = saving_of(found, known, level=level)
    about = _person(found, arguments.person) if kind.of_person else _doorbraak(found, kind, arguments.doorbraak)
    sources = printable.sources_of(store, found, known, saving, date.today())
    made = printable.made(kind, sources, about)
    name = printable.file_name(kind, found, about)
    folder: Path = arguments.out
    if (folder / name).exists():
        raise InputError("Dit papier staat al in deze map. Er is niets veranderd. Kies een andere map.", "out")
    from doorbraak.ui.paper import pdf

    content = pdf.pdf(made)
    store.note("uitvoeren", f"huishouden {number}")
    with readable_by_owner_only():
        (path,) = whole_files.write_all(folder, {name: content})
    _say_what_to_read(sources, kind, about)
    return Written(path, True, found.household.example)


def _doorbraak(found: Dossier, kind: Paper, wanted: int) -> int | None:
    """The id of the first, second, ... doorbraak; None for a paper about none, or when there is none at all."""
    if not kind.of_doorbraak or not found.interventions:
        return None
    if not 1 <= wanted <= len(found.interventions):
        raise NotFound(f"Deze doorbraak is er niet. Er is niets gemaakt. Kies 1 tot en met {len(found.interventions)}.")
    return found.interventions[wanted - 1].id


def _person(found: Dossier, wanted: int | None) -> int | None:
    """The id of the first, second, ... person; None for the whole household."""
    if wanted is None:
        return None
    if not 1 <= wanted <= len(found.people):
        raise NotFound(f"Deze persoon is er niet. Er is niets gemaakt. Kies 1 tot en met {len(found.people)}.")
    return found.people[wanted - 1].id
