"""`selftest`: is the program whole, and does it encrypt, in a folder that is gone afterwards?"""

import tempfile
from argparse import Namespace
from datetime import date
from pathlib import Path

from doorbraak import paths
from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile, dossier, household
from doorbraak.model.errors import UserError, WrongPassphrase
from doorbraak.model.workspace import DATABASE, keys
from doorbraak.model.workspace.store import Store

_PASSPHRASE = "probeer maar wat losse woorden"  # noqa: S105 - of a workspace that lives a second
_MARKER = "Zelftest Merkteken 7351"


def selftest(_: Namespace) -> int:
    """Each step is said when it is done. Raises UserError at the first that fails."""
    for step in (_resources, _example, _round_trip):
        print(f"Goed: {step()}")
    print("Het programma is compleet.")
    return 0


def _resources() -> str:
    known = catalogue.load()
    catalogue.check(known)
    return (
        f"de lijsten zijn gevonden en kloppen ({len(known.problems)} problemen, "
        f"{len(known.agencies)} instanties, {len(known.prices)} prijzen, {len(known.articles)} artikelen)"
    )


def _example() -> str:
    case = casefile.read((paths.resources() / "cases" / "casus-01.json").read_bytes(), catalogue.load())
    return f"de voorbeeldcasus is te lezen ({len(case.agencies)} instanties, {len(case.problems)} problemen)"


def _round_trip() -> str:
    with tempfile.TemporaryDirectory(prefix="doorbraak-") as temporary:
        folder = Path(temporary) / "werkmap"
        cheap = keys.Cost(1, 64 * 1024)  # the strength of the key is not what is tried here
        store, code = Store.create(folder, _PASSPHRASE, dossier.TABLES, cost=cheap, origin="opdrachtregel")
        with store.change("Zelftest"):
            household.open_dossier(store, _MARKER, opened=date(2026, 1, 1))
        _or_fail(store.close() is None, "een reservekopie maken")
        _or_fail(not _readable(folder), "versleutelen")
        _refuses(folder)
        for secret in (_PASSPHRASE, code):
            store = dossier.open_workspace(folder, secret, origin="opdrachtregel")
            names = [row.name for row in household.all_of(store)]
            whole = not store.faults() and store.log_broken_at() is None
            store.close()
            _or_fail(names == [_MARKER] and whole, "terughalen wat bewaard is")
    return f"versleutelen, bewaren, reservekopie, openen met wachtzin en herstelcode ({DATABASE})"


def _readable(folder: Path) -> bool:
    return any(_MARKER.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def _refuses(folder: Path) -> None:
    try:
        dossier.open_workspace(folder, _PASSPHRASE + "x").close()
    except WrongPassphrase:
        return
    _or_fail(False, "een verkeerde wachtzin weigeren")


def _or_fail(good: bool, what: str) -> None:
    if not good:
        raise UserError(f"De zelftest is niet gelukt: {what}. Gebruik dit programma niet. Installeer het opnieuw.")
