"""P8: how long reading a whole household takes beside its bare rows."""

import time
from typing import Any

from doorbraak.model.dossier import dossier
from tests.benchmarks import workspaces
from tests.benchmarks.row import Plan, Row, ratio

HOW = (
    "All records of one household with 60 problems, agencies and cost lines and a few of all else, fresh from "
    "the encrypted file, beside the same rows by one bare SELECT a table on the same connection."
)
_REPEATS = 20  # a reading takes about a millisecond: too short to time once


def questions() -> list[str]:
    """One SELECT for each table that a dossier is read from: its first column names what its rows belong to."""
    made = ["SELECT * FROM household WHERE id = ?"]
    for table in dict.fromkeys(table for part in dossier.PARTS.values() for table in part.tables):
        owner = table.column_names[1]
        if owner == "household":
            made.append(f"SELECT * FROM {table.name} WHERE household = ?")
        elif table.name != "household":
            made.append(f"SELECT t.* FROM {table.name} t JOIN {owner} r ON r.id = t.{owner} WHERE r.household = ?")
    return made


def bare(connection: Any, statements: list[str], home: int) -> int:
    """How many rows there are, all of them fetched."""
    return sum(len(connection.execute(statement, (home,)).fetchall()) for statement in statements)


def measure(plan: Plan) -> list[Row]:
    store = workspaces.create(plan.folder / "werkmap", "groot huishouden")
    try:
        home = workspaces.large(store)
        connection, statements = store.file.db.conn, questions()  # the same connection is the point of this row
        pairs = []
        for _ in range(plan.pairs + 2):
            begun = time.perf_counter()
            for _ in range(_REPEATS):
                dossier.read(store, home)
            between = time.perf_counter()
            for _ in range(_REPEATS):
                bare(connection, statements, home)
            ended = time.perf_counter()
            pairs.append(((between - begun) / _REPEATS, (ended - between) / _REPEATS))
    finally:
        store.close()
    return [ratio("P8", "reading one household", pairs[2:], 3, HOW)]
