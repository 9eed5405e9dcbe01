"""R8: of programs that open a workspace at once exactly one gets it; the others say so at once and change nothing."""

import contextlib
import io
import os
from pathlib import Path

from doorbraak.cli import program
from doorbraak.model.dossier import dossier
from doorbraak.model.errors import FileInUse
from doorbraak.model.workspace import DATABASE
from doorbraak.model.workspace.store import Store
from tests.faults import r1_kills, session, words
from tests.faults.forked import Line, begin
from tests.faults.row import Piece, Plan, Row, shared

RACING = 4


def second(plan: Plan) -> Row:
    wrong = shared(work, [(at,) for at in range(plan.races)], plan.workers)
    notes = (f"{RACING} at once, then one by command while the first has it",)
    return Row("R8", "a second start says 'al geopend'; one writer", plan.races, tuple(wrong), notes)


def work(piece: Piece) -> list[str]:
    place, wrong = Path(piece.folder), []
    r1_kills.without_faults(place, "edits")
    os.environ["DOORBRAAK_PASSPHRASE"] = session.PASSPHRASE
    for (at,) in piece.tries:
        said = raced(place)
        if said:
            wrong.append(f"{at}: {said}")
    return wrong


def _racer(line: Line, folder: Path) -> None:
    line.wait()
    try:
        store = Store.open(folder, session.PASSPHRASE, dossier.TABLES)
    except FileInUse as error:
        line.tell(refused=error.sentence)
        return
    line.tell(opened=True)
    line.wait()
    desk = session.Desk(folder, store=store)
    session.add(desk, 1)
    session.close(desk, 1)
    line.tell(added=True)


def raced(place: Path) -> str:
    folder = r1_kills.fresh(place, "edits")
    homes = 2 * session.BEFORE
    children = [begin(lambda line: _racer(line, folder), place / f"gezegd {at}") for at in range(RACING)]
    for child in children:
        child.go()
    first = [child.answer() for child in children]
    winners = [child for child, got in zip(children, first, strict=True) if got == {"opened": True}]
    (folder / DATABASE).read_bytes()  # in this process; in theirs nothing is lost by it
    said = _by_command(folder)
    for child in winners:
        child.go()
    rest = [list(child.answers()) for child in children]
    codes = [child.end() for child in children]
    if len(winners) != 1 or any(codes):
        return f"{len(winners)} opened it: {first} {rest} {codes}"
    for got in first:
        if got and "refused" in got and ("al geopend" not in got["refused"] or words.fault_in(got["refused"], folder)):
            return str(got)
    store = Store.open(folder, session.PASSPHRASE, dossier.TABLES)
    try:
        (found,) = store.one("SELECT count(*) FROM household")
        return said or (f"{found} households" if found != homes + 1 or store.faults() else "")
    finally:
        store.close()


def _by_command(folder: Path) -> str:
    errors, output = io.StringIO(), io.StringIO()
    with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(output):
        code = program.main(["show", "--workspace", str(folder)])
    if code != 1 or output.getvalue() or "al geopend" not in errors.getvalue():
        return f"by command: {code} {errors.getvalue()}"
    return words.fault_in(errors.getvalue(), folder)
