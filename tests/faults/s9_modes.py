"""S9: whatever a session made, only its owner can read it, whatever the account's own mask is."""

import os
from pathlib import Path

from tests.faults import r1_kills, session
from tests.faults.row import Piece, Plan, Row, shared
from tests.faults.session import SESSIONS, Desk


def modes(plan: Plan) -> Row:
    found = shared(work, [(name, mask) for name in SESSIONS for mask in (0o000, 0o022)], plan.workers)
    wrong = [said for said in found if not said.isdigit()]
    tried = sum(int(said) for said in found if said.isdigit())
    return Row("S9", "files are 0600 and folders 0700", tried, tuple(wrong), (f"files, of {len(SESSIONS)} sessions",))


def work(piece: Piece) -> list[str]:
    place, found = Path(piece.folder), []
    for name, mask in piece.tries:
        before = os.umask(int(str(mask)))
        try:
            desk = Desk(r1_kills.fresh(place, str(name)))
            for at, step in enumerate(SESSIONS[str(name)], 1):
                step(desk, at)
                wrong = session.wrong_modes(desk.folder)
                if wrong:
                    found.append(f"{name} after {step.__name__}: {wrong}")
            found.append(str(sum(path.is_file() for path in desk.folder.rglob("*"))))
        finally:
            os.umask(before)
    return found
