"""What the coordinator's workspace keeps of publications: the secrets, every final publication and the ledger.

Undo never touches any of it. What was published is kept as it was shown, so that a period is the same for ever.
"""

from doorbraak.model.workspace.schema import Column, Table

SECRETS = Table(
    "publisher",
    (
        Column("key", "TEXT NOT NULL", "never"),  # what rounding by chance is drawn from; nowhere but here
        Column("p", "INTEGER NOT NULL", "never"),
    ),
    undoable=False,
)
PUBLISHED = Table(
    "published",
    (
        Column("period", "TEXT NOT NULL UNIQUE", "never"),
        Column("catalogue", "TEXT NOT NULL", "never"),
        Column("made_on", "TEXT NOT NULL", "never"),
        Column("figures", "BLOB NOT NULL", "counted"),  # what of each cell is shown, and nothing of what is hidden
    ),
    undoable=False,
)
LEDGER = Table(
    "ledger",
    (Column("entries", "BLOB NOT NULL", "counted"),),  # of each cell what was published last, and what it was
    undoable=False,
)
TABLES = (SECRETS, PUBLISHED, LEDGER)
