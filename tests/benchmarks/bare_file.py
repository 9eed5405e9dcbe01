"""The least that any program must do for an encrypted file: the driver alone, with the same settings as ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

SETTINGS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "temp_store = MEMORY",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "secure_delete = ON",
)


@contextmanager
def opened(path: Path, key: bytes) -> Iterator[Any]:
    """A bare connection to an encrypted file with a raw 32-byte key; a missing file begins empty."""
    connection = driver.connect(str(path), isolation_level=None, timeout=0)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        yield connection
    finally:
        connection.close()


def check(connection: Any) -> None:
    """The checks at opening, as three bare questions. Raises ValueError when the file is not whole."""
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")
    found = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    found += [row for row in connection.execute("PRAGMA integrity_check").fetchall() if row[0] != "ok"]
    found += connection.execute("PRAGMA foreign_key_check").fetchall()
    if found:
        raise ValueError("the file to measure on is not whole")
