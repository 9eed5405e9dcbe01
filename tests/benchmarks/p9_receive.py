"""P9: receiving the files of many senders, beside the same bytes unsealed, parsed and inserted in bare loops."""

import json
import re
import sys
import time
import zlib
from datetime import date
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING

import msgspec
from nacl.public import PrivateKey, SealedBox
from nacl.signing import SigningKey, VerifyKey

from doorbraak.model.exchange import container, coordinator, merging, periods, receiving, senders
from doorbraak.model.workspace import cipher
from doorbraak.model.workspace.store import Store
from tests.benchmarks import resident_memory
from tests.benchmarks.own_process import answer
from tests.benchmarks.row import Plan, Row, ratio
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.exchange.caseloads import PERIOD, TEAMS, WIJKEN, drawn, payload_of

if TYPE_CHECKING:
    from sqlite_utils import Database

FILES, HOUSEHOLDS = 100, 100
DAY = date(2026, 10, 5)
HOW = (
    "{files} files of {homes} made-up households with about {entries} tokens each, one after another through every "
    "check into an encrypted workspace; beside the same bytes unsealed, parsed by msgspec and put a row a token, "
    "one transaction a file, into a bare encrypted table."
)
MEMORY = "The most that a process of its own held while it received those files and then merged them, table by table."
FLAT = "Time of the last fifth of the files / time of the first 5; the goal is that of an exponent of 1.1."


def measure(plan: Plan) -> list[Row]:
    files, homes = (FILES, HOUSEHOLDS) if plan.households >= 300 else (6, 5)
    store = _workspace(plan.folder)
    paths, entries = _files(store, plan.folder, files, homes)
    private = coordinator.key_pairs(store)[0].private
    bare = cipher.connect(plan.folder / "kaal.db", bytes(32))
    bare.execute(
        "CREATE TABLE entry (id INTEGER PRIMARY KEY, sender TEXT, name TEXT, cell TEXT, token TEXT, value INT)"
    )
    pairs = []
    for path in paths:
        begun = time.perf_counter()
        (report,) = receiving.receive(store, [path], DAY)
        between = time.perf_counter()
        _in_bare_loops(bare, path, private)
        pairs.append((between - begun, time.perf_counter() - between))
        assert report.outcome == "taken"
    cipher.close(bare)
    store.close()
    grown = median(own for own, _ in pairs[-len(pairs) // 5 :]) / median(own for own, _ in pairs[:5])
    held = answer(plan.folder, "p9_receive", str(plan.folder), str(files))
    how = HOW.format(files=files, homes=homes, entries=entries // (files * homes))
    return [
        ratio("P9", f"receiving {files} x {homes} households", pairs, 1.5, how),
        Row("P9-memory", "receiving and merging them", held, 400, "MB", MEMORY),
        Row("P9-flat", "cost per household as files come", grown, (files / 5) ** 0.1, "", FLAT),
    ]


def _in_bare_loops(db: "Database", path: Path, private: bytes) -> None:
    signed = SealedBox(PrivateKey(private)).decrypt(path.read_bytes()[len(container.MAGIC) + 2 :])
    found = msgspec.json.decode(zlib.decompress(VerifyKey(signed[:32]).verify(signed[32:])))
    sql = "INSERT INTO entry(sender, name, cell, token, value) VALUES(?, ?, ?, ?, ?)"
    db.execute("BEGIN IMMEDIATE")
    cells = ((table, cell, token, value) for table, cell, entries, *_ in found["cells"] for token, value in entries)
    db.conn.executemany(sql, ((found["sender"], *row) for row in cells))
    db.execute("COMMIT")


def _workspace(folder: Path) -> Store:
    store, _ = coordinator.create(folder / "coordinator", PASSPHRASE, DAY, cost=CHEAP)
    given = {name: {code.id: code.label for code in codes} for name, codes in (("team", TEAMS), ("wijk", WIJKEN))}
    coordinator.add_codes(store, given)
    return store


def _files(store: Store, folder: Path, files: int, homes: int) -> tuple[list[Path], int]:
    """One of each sender, all of them confirmed; and how many tokens they hold."""
    tables, pair, paths, entries = coordinator.catalogue_of(store), coordinator.key_pairs(store)[0], [], 0
    for at in range(files):
        own = [drawn(Random(at * homes + number), tables) for number in range(homes)]
        seed, id_ = (at + 1).to_bytes(32, "big"), f"{at:032x}"
        made = payload_of(own, tables, coordinator=pair.fingerprint, sender=id_)
        entries += sum(len(cell.entries) for cell in made.cells)
        paths.append(folder / f"{at:03}.doorbraak")
        paths[-1].write_bytes(container.seal(made, seed, pair.public))
        with store.change("Afzender"):
            number = senders.add(store, id_, bytes(SigningKey(seed).verify_key))
        receiving.confirm(store, number, senders.numbered(store, number).spoken, DAY)
    return paths, entries


def main(folder: Path, files: int) -> None:
    """Prints the most memory, in MB, that receiving took, each file anew, and then merging."""
    store = coordinator.open_workspace(folder / "coordinator", PASSPHRASE, DAY)
    for line in senders.lines(store):
        senders.withdraw(store, line.sender.number, DAY)
        receiving.confirm(store, line.sender.number, line.sender.spoken, DAY)
    reports = receiving.receive(store, sorted(folder.glob("*.doorbraak")), DAY)
    assert [report.outcome for report in reports] == ["taken"] * files
    cells = sum(1 for _ in merging.sources(store, periods.parse(PERIOD)).cells())
    assert cells > 0
    print(json.dumps(_most_megabytes()))
    store.close()


def _most_megabytes() -> float:
    """The peak where the system tells it, else what it is now."""
    status = Path("/proc/self/status")
    peak = re.search(r"VmHWM:\s+(\d+)", status.read_text("ascii")) if status.exists() else None
    return int(peak[1]) / 1024 if peak else resident_memory.megabytes()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
