"""Undo for every table at once, by temporary triggers that write the inverse statement.

The idea is SQLite's own (sqlite.org/undoredo.html). The log lives in memory and ends with the
connection. Undoing runs a step backwards; the same triggers record how to redo it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak.model.workspace.schema import Table

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST_STEPS = 1000  # so that a long day doesn't fill the memory


@dataclass(frozen=True, slots=True)
class Step:
    """One thing the user did: the log lines first..last undo it."""

    label: str
    first: int
    last: int
    merge: str | None
    household: int | None


class Undo:
    """The two stacks of steps over one connection. Never commits: `Store` owns the transactions."""

    def __init__(self, db: "Database", tables: tuple[Table, ...]) -> None:
        self._tables = tables
        self._begin(db)

    def _begin(self, db: "Database") -> None:
        self._db = db
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._watching = False
        db.execute("CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY, tbl TEXT, sql TEXT) STRICT")

    def follow(self, db: "Database") -> None:
        """The file may have another connection now: then what was remembered ended with the one of before."""
        if db is not self._db:
            self._begin(db)

    def watch(self) -> None:
        """From here on every write is kept. Who only reads does not wait for a hundred triggers."""
        if self._watching:
            return
        self._watching = True
        for table in self._tables:
            if table.undoable:
                for trigger in _triggers(table):
                    self._db.execute(trigger)

    def position(self) -> int:
        """The last line of the log; a step is what comes after it."""
        return int(self._db.execute("SELECT coalesce(max(seq), 0) FROM temp.undo_log").fetchone()[0])

    def tables_since(self, position: int) -> frozenset[str]:
        rows = self._db.execute("SELECT DISTINCT tbl FROM temp.undo_log WHERE seq > ?", [position])
        return frozenset(str(row[0]) for row in rows.fetchall())

    def record(self, label: str, since: int, merge: str | None, household: int | None) -> None:
        """Call after the commit: the lines after `since` become a step, or part of the last one."""
        self._forget(self._undone)
        last = self.position()
        if merge is not None and self._done and self._done[-1].merge == merge:
            self._done[-1] = Step(label, self._done[-1].first, last, merge, household)
        else:
            self._done.append(Step(label, since + 1, last, merge, household))
        if len(self._done) > MOST_STEPS:
            self._forget(self._done, self._done[0])

    def forget_all(self) -> None:
        """Nothing that was done before can be undone or redone any more."""
        self._done.clear()
        self._undone.clear()
        self._db.execute("DELETE FROM temp.undo_log")

    def _forget(self, stack: list[Step], *steps: Step) -> None:
        for step in steps or tuple(stack):
            self._db.execute("DELETE FROM temp.undo_log WHERE seq BETWEEN ? AND ?", [step.first, step.last])
            stack.remove(step)

    @property
    def undo_step(self) -> Step | None:
        return self._done[-1] if self._done else None

    @property
    def redo_step(self) -> Step | None:
        return self._undone[-1] if self._undone else None

    def run(self, step: Step) -> tuple[Step, frozenset[str]]:
        """Run a step's statements backwards inside the caller's transaction; returns its inverse."""
        rows = self._db.execute(
            "SELECT sql FROM temp.undo_log WHERE seq BETWEEN ? AND ? ORDER BY seq DESC",
            [step.first, step.last],
        ).fetchall()
        since = self.position()
        self._db.execute("PRAGMA defer_foreign_keys = ON")
        for (statement,) in rows:
            self._db.execute(statement)
        tables = self.tables_since(since)
        inverse = Step(step.label, since + 1, self.position(), None, step.household)
        self._db.execute("DELETE FROM temp.undo_log WHERE seq BETWEEN ? AND ?", [step.first, step.last])
        return inverse, tables

    def undone(self, inverse: Step) -> None:
        self._done.pop()
        self._undone.append(inverse)

    def redone(self, inverse: Step) -> None:
        self._undone.pop()
        self._done.append(inverse)


def _triggers(table: Table) -> tuple[str, str, str]:
    """The three temporary triggers of a table. U+0000 is kept out by the store: quote() would cut there."""
    name, columns = table.name, table.column_names
    values = "||','||".join(f"quote(old.{column})" for column in columns)
    pairs = "||','||".join(f"'{column}='||quote(old.{column})" for column in columns)

    def trigger(event: str, inverse: str) -> str:
        return (
            f"CREATE TEMP TRIGGER undo_{name}_{event} AFTER {event} ON main.{name} BEGIN "
            f"INSERT INTO undo_log(tbl, sql) VALUES('{name}', {inverse}); END"
        )

    return (
        trigger("insert", f"'DELETE FROM {name} WHERE id='||new.id"),
        trigger("update", f"'UPDATE {name} SET '||{pairs}||' WHERE id='||new.id"),
        trigger("delete", f"'INSERT INTO {name}({','.join(columns)}) VALUES('||{values}||')'"),
    )
