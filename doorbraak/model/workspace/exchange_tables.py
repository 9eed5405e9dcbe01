"""What a workspace keeps of what it sent to the coordinator. Undo never touches it: what has left, has left."""

from doorbraak.model.workspace.schema import Column, Table

SENDER = Table(
    "exchange_sender",
    (
        Column("sender", "TEXT NOT NULL UNIQUE", "never"),
        Column("seed", "TEXT NOT NULL", "never"),  # of the signing key: it makes files and opens none
    ),
    undoable=False,
)
COORDINATOR = Table(
    "exchange_coordinator",
    (
        Column("fingerprint", "TEXT NOT NULL", "never"),
        Column("content", "TEXT NOT NULL", "never"),
        Column("taken_on", "TEXT NOT NULL", "never"),
    ),
    undoable=False,
)
SENT = Table(
    "exchange_sent",
    (
        Column("period", "TEXT NOT NULL", "never"),
        Column("sequence", "INTEGER NOT NULL UNIQUE CHECK (sequence > 0)", "never"),
        Column("made_on", "TEXT NOT NULL", "never"),
        Column("present", "TEXT NOT NULL", "never"),  # a token of each household that was in it
        Column("content", "TEXT NOT NULL", "never"),  # as it left, before it was sealed
    ),
    undoable=False,
    indexes=("period",),
)
TABLES = (SENDER, COORDINATOR, SENT)
