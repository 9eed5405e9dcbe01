"""Copies of another day, for tests of what the window says about them."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from doorbraak.model.workspace import backup


def age_all(folder: Path, days: int) -> None:
    """As if all copies of a workspace were made so long ago."""
    for made in backup.all_of(folder):
        content = json.loads(made.beside.read_text(encoding="utf-8"))
        content["at"] = (datetime.now() - timedelta(days=days)).isoformat(timespec="seconds")
        made.beside.write_text(json.dumps(content), encoding="utf-8")


def damage(folder: Path) -> None:
    """A few bytes in the middle of the file."""
    path = folder / "dossiers.db"
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 64] = bytes(byte ^ 0xFF for byte in content[middle : middle + 64])
    path.write_bytes(bytes(content))
