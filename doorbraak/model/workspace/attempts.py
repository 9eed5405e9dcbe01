"""Failed unlocks, counted beside the key slots until the next unlock writes them to the access log."""

import json
from datetime import datetime
from pathlib import Path

from doorbraak.model import bounded
from doorbraak.model.errors import UserError
from doorbraak.model.workspace import keys, log

FILE = "mislukte-pogingen.json"
MOST = 200
_MOST_BYTES = 20_000


def read(folder: Path) -> tuple[str, ...]:
    """The moments, oldest first; what can't be read counts as none."""
    try:
        kept = json.loads(bounded.read(folder / FILE, _MOST_BYTES))
        return tuple(datetime.fromisoformat(at).isoformat() for at in kept)[-MOST:]
    except (UserError, *keys.UNREADABLE):
        return ()


def count(folder: Path) -> None:
    """One more, now. A read-only folder stops no one from trying again."""
    moments = [*read(folder), log.now()][-MOST:]
    try:
        keys.write_whole(folder / FILE, json.dumps(moments).encode())
    except OSError:
        return


def forget(folder: Path) -> None:
    """They are in the log now. Raises OSError."""
    (folder / FILE).unlink(missing_ok=True)
