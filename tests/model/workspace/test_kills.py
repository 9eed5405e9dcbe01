"""kill -9 in the middle of the work: every answered edit is there at the next start, and no half one.

The parent reads the answers of a worker through a pipe and kills it after a number of them that a fixed
seed draws, and after a moment within the next edit that it draws too. Five kills run each time. For more:

    DOORBRAAK_KILLS=1000 make test ARGS="-k kill"
"""

import os
import random
import subprocess
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import FileDamaged, WrongPassphrase
from doorbraak.model.workspace import backup
from doorbraak.model.workspace.store import DATABASE, SLOTS, Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside

KILLS = int(os.environ.get("DOORBRAAK_KILLS", "5"))
EDITS = 200

WORKER = """
from doorbraak.model.dossier import goals
store = Store.open(folder, passphrase, dossier.TABLES)
first = len(household.all_of(store))
print("ready", flush=True)
for number in range(first, first + 200):
    with store.change("Toevoegen", household=number):
        home = household.open_dossier(store, f"nummer {number}", opened=date(2024, 1, 1), note="x" * 3000)
        goals.add(store, home, words=f"doel {number}")
    if number % 7 == 0 and number > 20:
        with store.change("Bijschrijven", household=number):
            for row in household.all_of(store)[:20]:
                store.update("household", row.id, note=f"na {number} " + "y" * 4000)
    if number % 10 == 0:
        store.undo()
        store.redo()
    if number % 60 == 0:
        store.backup()
    print(number, flush=True)
"""


def answers_until_killed(folder: Path, chance: random.Random) -> list[int]:
    """The numbers that the worker answered before it was killed; fewer than all of them."""
    with subprocess.Popen(
        outside.command(WORKER, folder), env=outside.environment(), stdout=subprocess.PIPE, text=True, bufsize=1
    ) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        answered = [int(worker.stdout.readline()) for _ in range(chance.randrange(EDITS - 20))]
        for _ in range(chance.randrange(20_000)):  # somewhere within the next edit, without waiting for a clock
            pass
        worker.kill()
        answered += [int(line) for line in worker.stdout if line.endswith("\n")]
    assert worker.returncode != 0, "killed before it was done"
    return answered


def check(folder: Path, answered: list[int]) -> None:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    try:
        homes = household.all_of(store)
        names = [row.name for row in homes]
        assert names == [f"nummer {number}" for number in range(len(names))]
        if answered:  # at most the edit that was under way may be there beside the answered ones
            assert answered[-1] + 1 <= len(names) <= answered[-1] + 2
        goals_there = store.rows("SELECT household FROM goal ORDER BY household")
        assert goals_there == [(row.id,) for row in homes], "no half change"
        notes = {row.note for row in homes[:20]}
        if answered and answered[-1] >= 21:
            (note,) = notes  # written over all twenty in one step: all of them or none
            assert int(note.split()[1]) >= answered[-1] // 7 * 7
        assert store.faults() == []
        assert store.log_broken_at() is None
        for copy in backup.all_of(folder):
            assert copy.counts["household"] <= len(names)
    finally:
        assert store.close() is None


@pytest.mark.parametrize("seed", range(KILLS))
def test_that_a_kill_in_the_middle_of_200_edits_loses_no_answered_one(workspace: Path, seed: int) -> None:
    answered = answers_until_killed(workspace, random.Random(seed))
    check(workspace, answered)


def test_that_one_workspace_outlives_kill_after_kill(workspace: Path) -> None:
    chance = random.Random(77)
    for _ in range(2):
        check(workspace, answers_until_killed(workspace, chance))


HALF = """
import os
store = Store.open(folder, passphrase, dossier.TABLES)
store._db.execute("PRAGMA cache_size = 2").fetchall()  # so that pages reach the file before the commit
with store.change("Half"):
    for row in household.all_of(store):
        store.update("household", row.id, note="half " * 600)
    os._exit(0)
"""


@pytest.fixture
def half_written(workspace: Path) -> Path:
    """A workspace that was killed with part of a change in the file and the way back in the journal."""
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    with store.change("Vullen"):
        for number in range(30):
            household.open_dossier(store, f"Huis {number}", opened=outside.DAY, note="heel " * 600)
    store.close()
    before = outside.content(workspace)[DATABASE]
    outside.run(HALF, workspace)
    assert outside.content(workspace)[DATABASE] != before
    assert (workspace / (DATABASE + "-journal")).stat().st_size > 4096
    return workspace


def notes(folder: Path) -> set[str]:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    try:
        assert store.faults() == []
        return {row.note[:5] for row in household.all_of(store)}
    finally:
        store.close()


def test_that_a_half_change_is_taken_back_at_the_next_start(half_written: Path) -> None:
    assert notes(half_written) == {"heel "}


def test_that_a_wrong_passphrase_leaves_the_way_back_alone(half_written: Path) -> None:
    before = outside.content(half_written)
    outside.refused(WrongPassphrase, lambda: Store.open(half_written, "iets heel anders", dossier.TABLES))
    after = outside.content(half_written)
    assert {name: after[name] for name in before} == before
    assert notes(half_written) == {"heel "}


def test_that_slots_of_another_workspace_do_not_spoil_the_way_back(half_written: Path, tmp_path: Path) -> None:
    own = (half_written / SLOTS).read_bytes()
    Store.create(tmp_path / "ander", PASSPHRASE, dossier.TABLES, cost=CHEAP)[0].close()
    (half_written / SLOTS).write_bytes((tmp_path / "ander" / SLOTS).read_bytes())
    outside.refused(FileDamaged, lambda: Store.open(half_written, PASSPHRASE, dossier.TABLES))
    (half_written / SLOTS).write_bytes(own)
    assert notes(half_written) == {"heel "}


def test_that_a_page_that_was_half_written_at_the_end_is_taken_back_too(half_written: Path) -> None:
    with (half_written / DATABASE).open("ab") as file:
        file.write(b"a part of a page")
    assert notes(half_written) == {"heel "}
