"""What a workspace keeps of dossiers that go to a colleague and come from one. Undo never touches it.

A dossier has one holder. From the moment that a file was made for a colleague it is *onderweg*: it still lies here, and
goes when the colleague confirmed; it stays when the colleague refused, or when nobody can take the file in any more.
"""

from doorbraak.model.dossier import columns
from doorbraak.model.workspace.schema import Column, Table

OWN_KEY = Table("handover_key", (Column("private", "TEXT NOT NULL", "never"),), undoable=False)
"""Only this workspace opens what colleagues seal to it."""

COLLEAGUE = Table(
    "colleague",
    (
        Column("label", "TEXT NOT NULL", "never"),
        Column("public", "TEXT NOT NULL UNIQUE", "never"),
        columns.day("taken_on", "never"),
    ),
    undoable=False,
)
GIVEN = Table(
    "handover_given",
    (
        Column("household", "INTEGER NOT NULL UNIQUE REFERENCES household(id) ON DELETE CASCADE", "never"),
        Column("transfer", "TEXT NOT NULL UNIQUE", "never"),
        Column("receipt", "TEXT NOT NULL", "never"),  # who opened the file can answer with it
        Column("digest", "TEXT NOT NULL", "never"),  # of what was in the file: nothing may change here after it
        Column("label", "TEXT NOT NULL", "never"),
        columns.day("given_on", "never"),
        columns.day("last_day", "never"),
    ),
    undoable=False,
)
TAKEN = Table(
    "handover_taken",
    (
        Column("transfer", "TEXT NOT NULL UNIQUE", "never"),
        Column("receipt", "TEXT NOT NULL", "never"),
        Column("answer", "TEXT NOT NULL CHECK (answer IN ('taken', 'refused'))", "never"),
        columns.day("on_day", "never"),
    ),
    undoable=False,
)
TABLES = (OWN_KEY, COLLEAGUE, GIVEN, TAKEN)
