"""The part of the self-test that works in a workspace: from an empty folder to a copy that is put back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from doorbraak import paths
from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile, dossier, household
from doorbraak.model.errors import UserError, WrongPassphrase
from doorbraak.model.workspace import DATABASE, keys, restore
from doorbraak.model.workspace.store import Store

_PASSPHRASE = "probeer maar wat losse woorden"  # noqa: S105 - of a workspace that lives some seconds
_MARKER = "Zelftest Merkteken 7351"
_CHEAP = keys.Cost(1, 64 * 1024)  # the strength of the key is not what is tried here
_TODAY = date(2026, 7, 9)
_CASE = "casus-05.json"  # the smallest of the published ones
_HEADS = {".pdf": b"%PDF-", ".png": b"\x89PNG", ".svg": b"<", ".xlsx": b"PK"}


class Tried:
    """`folder` is empty, and thrown away by who made it. The steps go in their order."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._workspace = folder / "werkmap"
        self._code = ""

    def steps(self) -> tuple[Callable[[], str], ...]:
        return self._edit, self._open_again, self._papers, self._exchange, self._put_back

    def _edit(self) -> str:
        """Made, changed, taken back and done again: closed with a copy, and nothing of it can be read."""
        store, self._code = Store.create(
            self._workspace, _PASSPHRASE, dossier.TABLES, cost=_CHEAP, origin="opdrachtregel"
        )
        case = casefile.read((paths.resources() / "cases" / _CASE).read_bytes(), catalogue.load())
        with store.change("Zelftest: invoeren"):
            made = casefile.take_in(store, case)
        with store.change("Zelftest: naam wijzigen"):
            household.rename(store, made, _MARKER)
        store.undo()
        back = household.read(store, made).name
        store.redo()
        _or_fail((back, household.read(store, made).name) == (case.household.name, _MARKER), "ongedaan maken")
        _or_fail(store.close() is None, "een reservekopie maken")
        _or_fail(not _readable(self._workspace), "versleutelen")
        return f"invoeren, wijzigen, ongedaan maken, versleuteld bewaren ({DATABASE}), reservekopie"

    def _open_again(self) -> str:
        _refuses(self._workspace)
        for secret in (_PASSPHRASE, self._code):
            store = self._opened(secret)
            names = [row.name for row in household.all_of(store)]
            whole = not store.faults() and store.log_broken_at() is None
            store.close()
            _or_fail(names == [_MARKER] and whole, "terughalen wat bewaard is")
        return "openen met wachtzin en herstelcode, en met niets anders"

    def _papers(self) -> str:
        from doorbraak.ui.paper import write_documents

        store = self._opened(_PASSPHRASE)
        found = dossier.read(store, household.all_of(store)[0].id)
        store.close()
        out = self._folder / "papieren"
        out.mkdir()
        made = write_documents(found, catalogue.load(), out, _TODAY)
        kinds = {path.suffix for path in made}
        good = all(path.read_bytes().startswith(_HEADS[path.suffix]) for path in made)
        _or_fail(good and kinds == set(_HEADS), "documenten maken")
        return f"{len(made)} documenten, met kaart, grafiek en werkboek"

    def _exchange(self) -> str:
        from doorbraak.model.exchange import coordinator, periods, receiving, sending, sent, table_catalogue

        period = periods.parse("2026Q2")
        other, _ = coordinator.create(
            self._folder / "coordinator", _PASSPHRASE, _TODAY, cost=_CHEAP, origin="opdrachtregel"
        )
        store = self._opened(_PASSPHRASE)
        with store.change("Zelftest: sleutel overnemen", action="invoeren", undoable=False):
            sent.take_coordinator(store, coordinator.key_file(other), _TODAY)
        prepared = sending.prepare(store, catalogue.load(), table_catalogue.load(), period, _TODAY)
        sealed = self._folder / "uitwisseling.doorbraak"
        sealed.write_bytes(sending.make(store, prepared, _TODAY))
        store.close()
        (report,) = receiving.receive(other, [sealed], _TODAY)
        other.close()
        _or_fail(not report.refused and _MARKER.encode() not in sealed.read_bytes(), "uitwisselen")
        return "een verzegeld uitwisselbestand, dat de coördinator kan openen"

    def _put_back(self) -> str:
        store = self._opened(_PASSPHRASE)
        with store.change("Zelftest: weghalen"):
            household.remove(store, household.all_of(store)[0].id)
        store.close()
        oldest = restore.restorable(self._workspace)[-1]
        restore.restore(self._workspace, oldest.backup, _PASSPHRASE, origin="opdrachtregel", tables=dossier.TABLES)
        store = self._opened(_PASSPHRASE)
        names = [row.name for row in household.all_of(store)]
        store.close()
        _or_fail(names == [_MARKER], "een reservekopie terugzetten")
        return "een reservekopie terugzetten"

    def _opened(self, secret: str) -> Store:
        return dossier.open_workspace(self._workspace, secret, origin="opdrachtregel")


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
