"""Scripted sessions on a small workspace, a step at a time, and what its content is after each step.

Every step does the same whenever it is done, so that a run without faults tells what the others should come to.
"""

import hashlib
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from doorbraak import paths
from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile, dossier, erasure, goals, household
from doorbraak.model.errors import NotFound, UserError, WorkspaceMissing, WrongPassphrase
from doorbraak.model.workspace import attempts, passphrase, restore
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.faults import made_up_step

DAY = date(2024, 1, 1)
BEFORE = 4  # households in the first copy; then come as many
CASE = (paths.resources() / "cases" / "casus-01.json").read_bytes()


@dataclass(slots=True)
class Desk:
    """Who works: the folder, the open workspace or None, the secrets that may open it with the newest first."""

    folder: Path
    secrets: list[str] = field(default_factory=lambda: [PASSPHRASE])
    store: Store | None = None
    code: str = ""
    said: list[str] = field(default_factory=list)

    def opened(self) -> Store:
        """Open by now, with the newest secret that fits: a step may have been broken off."""
        if self.store is not None and not self.store.closed:
            return self.store
        self.store = None
        self.store = opened(self.folder, self.secrets)
        return self.store


def opened(folder: Path, secrets: list[str]) -> Store:
    for secret in secrets[:-1]:
        try:
            return Store.open(folder, secret, dossier.TABLES)
        except WrongPassphrase:
            continue
    return Store.open(folder, secrets[-1], dossier.TABLES)


Step = Callable[[Desk, int], object]
Program = Callable[[], AbstractContextManager[None]]


def open_(desk: Desk, at: int) -> object:
    return desk.opened()


def close(desk: Desk, at: int) -> object:
    if desk.store is not None:
        problem = desk.store.close()
        desk.store = None
        if problem is not None:
            desk.said.append(problem.sentence)
    return None


def add(desk: Desk, at: int) -> object:
    """Two tables in one change."""
    store = desk.opened()
    number = household.next_number(store)
    with store.change("Toevoegen", household=number):
        home = household.open_dossier(store, f"nummer {number}", opened=DAY, note=f"{at} " * 900)
        goals.add(store, home, words=f"doel {number}")
    return None


def rewrite(desk: Desk, at: int) -> object:
    """Every household in one change."""
    store = desk.opened()
    with store.change("Bijschrijven"):
        for row in household.all_of(store):
            store.update("household", row.id, note=f"na {at} " * 600)
    return None


def take_away(desk: Desk, at: int) -> object:
    """A household and all that hangs on it."""
    store = desk.opened()
    with store.change("Wissen"):
        household.remove(store, household.all_of(store)[0].id)
    return None


def erase(desk: Desk, at: int) -> object:
    """For good: what a kill leaves of it is finished by whoever opens the workspace as the program does."""
    store = desk.opened()
    done = erasure.erase(store, household.all_of(store)[0].id, "request")
    if done.problem is not None:
        desk.said.append(done.problem.sentence)
    return None


def draft(desk: Desk, at: int) -> object:
    desk.opened().drafts.keep("workspace:proef", f"half {at} " * 50)
    return None


def undo(desk: Desk, at: int) -> object:
    return desk.opened().undo()


def redo(desk: Desk, at: int) -> object:
    return desk.opened().redo()


def back_up(desk: Desk, at: int) -> object:
    return desk.opened().backup()


def take_in(desk: Desk, at: int) -> object:
    """A published household out of its case file."""
    store = desk.opened()
    case = casefile.read(CASE, catalogue.load(paths.resources()))
    with store.change("Huishouden invoeren", action="invoeren"):
        casefile.take_in(store, case)
    return None


def change(desk: Desk, at: int) -> object:
    store = desk.opened()
    present, new = _present_and_new(desk, at)
    passphrase.change(store, present, new, cost=CHEAP)
    return None


def new_code(desk: Desk, at: int) -> object:
    desk.code = passphrase.new_code(desk.opened(), desk.secrets[0], cost=CHEAP)
    return None


def renew(desk: Desk, at: int) -> object:
    """Another key for the whole file."""
    store = desk.opened()
    present, new = _present_and_new(desk, at)
    done = passphrase.renew(store, present, new, cost=CHEAP)
    desk.code = done.code
    if done.problem is not None:
        desk.said.append(done.problem.sentence)
    return None


def put_back(desk: Desk, at: int) -> object:
    """The oldest copy in the place of the closed workspace."""
    found = [one.backup for one in restore.restorable(desk.folder) if one.households == BEFORE]
    if not found:  # what can't be read is not in the list
        raise NotFound("Deze kopie staat niet in de lijst. Er is niets veranderd. Probeer het opnieuw.")
    return restore.restore(desk.folder, found[-1], desk.secrets[0], tables=dossier.TABLES)


def migrate(desk: Desk, at: int) -> object:
    """Opened by a program that is one version further."""
    with made_up_step.program():
        return desk.opened()


def create(desk: Desk, at: int) -> object:
    desk.store, desk.code = Store.create(desk.folder, PASSPHRASE, dossier.TABLES, title="Proef", cost=CHEAP)
    return None


def _present_and_new(desk: Desk, at: int) -> tuple[str, str]:
    """The same when a step is tried again."""
    new = f"kwartel molen fiets regenton {at}"
    if new not in desk.secrets:
        desk.secrets.insert(0, new)
    return desk.secrets[desk.secrets.index(new) + 1], new


SESSIONS: dict[str, tuple[Step, ...]] = {
    "edits": (open_, add, rewrite, add, undo, add, rewrite, draft, take_away, rewrite, close),
    "undo and redo": (open_, add, rewrite, take_away, undo, undo, redo, redo, undo, undo, undo, redo, close),
    "backup": (open_, back_up, add, back_up, rewrite, back_up, add, close),
    "opening": (open_, close, open_, draft, close, open_, close),
    "migration": (migrate, close),
    "import": (open_, take_in, take_in, close),
    "keys": (open_, change, add, new_code, add, close),
    "erase": (open_, erase, add, back_up, erase, close, open_, erase, close),
    "re-key": (open_, renew, add, renew, close),
    "restore": (open_, add, close, put_back, open_, add, close, put_back, open_, close),
    "creation": (create, add, close),
}


def template(folder: Path) -> None:
    """Eight households, a copy with four of them and one with all, a draft, and a wrong passphrase."""
    desk = Desk(folder)
    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, title="Proef", cost=CHEAP)
    desk.store = store
    for at in range(2 * BEFORE):
        if at == BEFORE:
            store.backup()
        add(desk, at)
    draft(desk, 0)
    store.close()
    attempts.count(folder)


def content(store: Store) -> str:
    """A short form of all that was typed: the same for the same content, whatever ids and secrets there are."""
    parts = [repr(store.rows(f"SELECT count(*) FROM {table.name}")) for table in dossier.TABLES]
    parts.append(repr(store.rows("SELECT number, name, note FROM household ORDER BY number")))
    parts.append(repr(store.rows("SELECT words FROM goal ORDER BY words")))
    parts.append(repr(sorted(store.drafts.all().items())))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def content_at_rest(folder: Path, secrets: list[str], beside: Path, program: Program = nullcontext) -> str:
    """Of a closed workspace, which is left alone; of none, nothing."""
    if not folder.exists():
        return ""
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(folder, beside)
    try:
        with program():
            store = opened(beside, secrets)
    except WorkspaceMissing:
        return ""
    try:
        return content(store)
    finally:
        store.close()


def wrong_at_rest(folder: Path, secrets: list[str], allowed: set[str], program: Program = nullcontext) -> str:
    """Opens the workspace as a next start would: whole, unbroken log, and of a content that is allowed.

    Returns what is wrong. A workspace that was never finished may be absent; then it can be made anew.
    """
    with program():
        try:
            store = opened(folder, secrets)
        except WorkspaceMissing:
            if "" not in allowed:
                return "the workspace is gone"
            store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, title="Proef", cost=CHEAP)
            store.close()
            return ""
        except UserError as error:
            return f"it does not open: {type(error).__name__} {error.sentence}"
        try:
            if store.faults():
                return f"integrity: {store.faults()[:3]}"
            if store.log_broken_at() is not None:
                return f"the access log is broken at {store.log_broken_at()}"
            if content(store) not in allowed:
                return "its content is neither that of before nor that of after"
        finally:
            problem = store.close()
        if problem is not None:
            return f"closing: {problem.sentence}"
    return wrong_modes(folder)


def wrong_modes(folder: Path) -> str:
    """What others could read: files are 0600, folders 0700."""
    for path in (folder, *folder.rglob("*")):
        mode = path.lstat().st_mode & 0o777
        if mode != (0o700 if path.is_dir() else 0o600):
            return f"{path.relative_to(folder)} has mode {mode:o}"
    return ""
