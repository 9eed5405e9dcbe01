"""The tables that every workspace has, whatever the dossier adds: settings, drafts, the access log, what was sent,
what was erased, where copies lie.
"""

from doorbraak.model.workspace import copy_places, exchange_tables, log, tombstones
from doorbraak.model.workspace.schema import Column, Table

TABLES = (
    Table(
        "setting",
        (Column("name", "TEXT NOT NULL UNIQUE", "never"), Column("value", "TEXT NOT NULL", "never")),
        undoable=False,
    ),
    Table(
        "draft",
        (
            Column("place", "TEXT NOT NULL UNIQUE", "never"),
            Column("content", "TEXT NOT NULL", "never"),
            Column("at", "TEXT NOT NULL", "never"),
        ),
        undoable=False,
    ),
    log.TABLE,
    *exchange_tables.TABLES,
    *tombstones.TABLES,
    copy_places.TABLE,
)
