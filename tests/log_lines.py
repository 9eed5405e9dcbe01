"""Lines written straight into an access log, with a chain that is right: as a log of years has them."""

from doorbraak.model.workspace import log
from doorbraak.model.workspace.store import Store

FIELDS = ("at", "action", "object", "result", "origin", "actor")
Line = tuple[str, str, str, str, str, str]


def add(store: Store, *lines: Line) -> None:
    """In the order of `FIELDS`; also inside a transaction that somebody else takes back."""
    db = store.file.db
    _, previous = log.length_and_last(db)
    rows = []
    for line in lines:
        previous = log._chained(previous, line)
        rows.append([*line, previous])
    db.execute("SAVEPOINT lines")
    db.conn.executemany(f"INSERT INTO access_log({', '.join(FIELDS)}, hash) VALUES(?,?,?,?,?,?,?)", rows)
    db.execute("RELEASE lines")
