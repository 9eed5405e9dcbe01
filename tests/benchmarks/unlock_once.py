"""Prints how long one unlocking took, and its floor, in seconds: `unlock_once FOLDER`."""

import json
import sys
import time
from pathlib import Path
from statistics import median

from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from doorbraak.model.workspace import DATABASE, keys
from doorbraak.model.workspace.creation import SLOTS
from tests.benchmarks import bare_file, in_window, workspaces


def floor(folder: Path, slot: keys.Slot) -> float:
    begun = time.perf_counter()
    derived = argon2id.kdf(
        32, workspaces.PASSPHRASE.encode(), slot.salt, opslimit=slot.cost.rounds, memlimit=slot.cost.memory
    )
    with bare_file.opened(folder / DATABASE, SecretBox(derived).decrypt(slot.box)) as connection:
        bare_file.check(connection)
        return time.perf_counter() - begun


def main(folder: Path) -> None:
    window = in_window.closed(folder)
    begun = time.perf_counter()
    in_window.unlock(window)
    measured = time.perf_counter() - begun
    window.close()
    slot = next(slot for slot in keys.read(folder / SLOTS) if slot.kind == "passphrase")
    print(json.dumps([measured, median(floor(folder, slot) for _ in range(3))]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
