"""R6: a file of a newer program is refused and not touched; a migration may be killed at each of its statements."""

import os
import signal
from pathlib import Path
from typing import Any
from unittest import mock

from doorbraak.model.dossier import dossier
from doorbraak.model.errors import FileNewer
from doorbraak.model.workspace import cipher
from doorbraak.model.workspace.store import Store
from tests.faults import made_up_step, r1_kills, session, words
from tests.faults.forked import Line, begin
from tests.faults.row import Piece, Plan, Row, shared
from tests.model.workspace import outside

_MOST = 4000  # statements: far more than there are


def versions(plan: Plan) -> Row:
    """Every statement also in the short form: there are few, but one process counts them first."""
    (said,) = shared(count, [()], 1)
    statements = int(said)
    step = 1 if plan.every == 1 else 7
    tries: list[tuple[object, ...]] = [("newer", version) for version in range(2, 12)]
    tries += [("kill", at) for at in range(1, statements + 1, step)]
    wrong = shared(work, tries, plan.workers)
    notes = (f"10 newer files; a migration of {statements} statements",)
    return Row("R6", "a newer file is refused; a migration killed at a statement", len(tries), tuple(wrong), notes)


def _migrating(line: Line, folder: Path, last: int) -> None:
    """Ends itself when statement `last` is about to begin; tells how many there were."""
    count = 0
    connect = cipher.connect

    def seen(_: str) -> None:
        nonlocal count
        count += 1
        if count == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(path: Path, key: bytes) -> Any:
        db = connect(path, key)
        db.conn.set_trace_callback(seen)
        return db

    with made_up_step.program(), mock.patch.object(cipher, "connect", watched):
        store = Store.open(folder, session.PASSPHRASE, dossier.TABLES)
    store.file.db.conn.set_trace_callback(None)
    line.tell(count=count)
    store.close()


def count(piece: Piece) -> list[str]:
    place = Path(piece.folder)
    folder = r1_kills.fresh(place, "migration")
    child = begin(lambda line: _migrating(line, folder, _MOST), place / "gezegd")
    (answer,) = child.answers()
    child.end()
    return [str(answer["count"])]


def work(piece: Piece) -> list[str]:
    place, wrong = Path(piece.folder), []
    r1_kills.without_faults(place, "migration")
    for kind, at in piece.tries:
        said = (_newer if kind == "newer" else _killed)(place, int(str(at)))
        if said:
            wrong.append(f"{kind} {at}: {said}")
    return wrong


def _newer(place: Path, version: int) -> str:
    folder = r1_kills.fresh(place, "edits")
    made_up_step.set_version(folder, version)
    before = outside.content(folder)
    try:
        Store.open(folder, session.PASSPHRASE, dossier.TABLES)
    except FileNewer as error:
        changed = outside.content(folder) != before
        return "something in the folder changed" if changed else words.fault_in(error.sentence, folder)
    return "it was opened"


def _killed(place: Path, at: int) -> str:
    folder = r1_kills.fresh(place, "migration")
    allowed = {session.content_at_rest(folder, [session.PASSPHRASE], place / "ernaast")}
    child = begin(lambda line: _migrating(line, folder, at), place / "gezegd")
    answers = list(child.answers())
    if child.end() != -signal.SIGKILL:
        return f"it was not killed: {answers}"
    return (
        r1_kills.old_program_opens(folder, allowed)
        or session.wrong_at_rest(folder, [session.PASSPHRASE], allowed, made_up_step.program)
        or made_up_step.wrong_in(folder)
    )
