"""What a coordinator's workspace holds: keys, senders and their contributions. No household has a row anywhere.

Undo never touches any of it: what was received, was received.
"""

from doorbraak.model.exchange import ledger_tables
from doorbraak.model.workspace.schema import Column, Table

KEY_PAIR = Table(
    "key_pair",
    (
        Column("public", "TEXT NOT NULL UNIQUE", "never"),
        Column("private", "TEXT NOT NULL", "never"),  # nowhere but here; empty once it opens nothing any more
        Column("made_on", "TEXT NOT NULL", "never"),
        Column("until", "TEXT", "never"),  # of one that was replaced: the last day that it opens what comes in
    ),
    undoable=False,
)
CODE = Table(
    "handed_code",
    (
        Column("dimension", "TEXT NOT NULL CHECK (dimension IN ('team', 'wijk'))", "never"),
        Column("code", "TEXT NOT NULL", "never"),
        Column("label", "TEXT NOT NULL", "never"),
    ),
    ("UNIQUE (dimension, code)",),
    undoable=False,
)
SENDER = Table(
    "sender",
    (
        Column("sender", "TEXT NOT NULL", "never"),  # as the files say: random
        Column("verify_key", "TEXT NOT NULL", "never"),
        Column("label", "TEXT NOT NULL", "never"),
        Column("confirmed_on", "TEXT", "never"),
        Column("withdrawn_on", "TEXT", "never"),
        Column("expected", "TEXT NOT NULL", "never"),  # digits of the key that takes the place of this one
    ),
    ("UNIQUE (sender, verify_key)",),
    undoable=False,
)
RECEIVED = Table(
    "received",
    (
        Column("sender", "INTEGER NOT NULL REFERENCES sender(id) ON DELETE CASCADE", "never"),
        Column("period", "TEXT NOT NULL", "never"),
        Column("sequence", "INTEGER NOT NULL CHECK (sequence > 0)", "never"),
        Column("sha256", "TEXT NOT NULL", "never"),
        Column("digest", "TEXT NOT NULL", "never"),  # of what is inside: two seals of one content are the same
        Column("catalogue", "TEXT NOT NULL", "never"),
        Column("received_on", "TEXT NOT NULL", "never"),
        Column("example", "INTEGER NOT NULL CHECK (example IN (0, 1))", "never"),
        Column("small", "INTEGER NOT NULL", "never"),  # households of a small file as its outside says; else 0
        Column("content", "TEXT NOT NULL CHECK (content IN ('open', 'sealed', 'none'))", "never"),
        Column("sealed", "BLOB", "never"),  # the file as it came
        Column("key_pair", "INTEGER REFERENCES key_pair(id)", "never"),  # what opens it
    ),
    (
        "UNIQUE (sender, period)",
        "CHECK ((content = 'sealed') = (sealed IS NOT NULL AND key_pair IS NOT NULL))",
    ),
    indexes=("period", "sha256"),
    undoable=False,
)
CONTRIBUTION = Table(
    "contribution",
    (
        Column("received", "INTEGER NOT NULL REFERENCES received(id) ON DELETE CASCADE", "never"),
        Column("table_id", "TEXT NOT NULL", "never"),
        Column("cells", "BLOB NOT NULL", "counted"),  # all of one table, packed: tokens and amounts by cell
    ),
    ("UNIQUE (received, table_id)",),
    undoable=False,
)
TABLES = (KEY_PAIR, CODE, SENDER, RECEIVED, CONTRIBUTION, *ledger_tables.TABLES)
