"""What of the plakpakket was copied already, kept in the file: a lock while one pastes elsewhere must not lose it."""

import hashlib
import json

from doorbraak.model.documents.copy_pack import Piece
from doorbraak.ui.session import Session


class CopiedMarks:
    """Of one visit of one household. A block whose text changed since is not copied any more."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._place = ""
        self._digests: dict[str, str] = {}

    def belong_to(self, household: int, visit: int) -> None:
        """`visit` 0: there is none yet."""
        place = f"visit:{visit}:copied" if visit else f"household:{household}:copied"
        if place != self._place:
            self._place = place
            self._digests = _read(self._session.store.drafts.all().get(place, ""))

    def copied(self, piece: Piece) -> bool:
        return self._digests.get(piece.part) == _digest(piece)

    def add(self, *pieces: Piece) -> None:
        self._digests |= {piece.part: _digest(piece) for piece in pieces}
        self._session.keep_draft(self._place, json.dumps(self._digests))


def _digest(piece: Piece) -> str:
    return hashlib.sha256(piece.text.encode()).hexdigest()


def _read(kept: str) -> dict[str, str]:
    """Nothing for what is no such list."""
    try:
        found = json.loads(kept or "{}")
    except ValueError:
        return {}
    return {str(part): str(digest) for part, digest in found.items()} if isinstance(found, dict) else {}
