"""A disk that is full or fails, and a system that refuses: a sentence, nothing changed, and later all is well.

Writes past a limit are refused by the system itself (RLIMIT_FSIZE), in a process of their own. That is a
disk error to SQLite; a full disk is met through its own limit of pages.

tests/faults/ has the same for every call of the system, with real disks, damaged files and racing programs; a tenth
of that runs here. All of it: FAULTS=full make faults
"""

import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import DiskFull
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.faults import __main__ as faults
from tests.faults import (
    r2_places,
    r2_writes,
    r6_versions,
    r7_damage,
    r8_second,
    r10_receiving,
    s2_marker,
    s6_sockets,
    s9_modes,
    words,
)
from tests.faults.row import FULL, SHORT, Plan, Row, shared
from tests.model.workspace import outside


def test_that_a_full_disk_refuses_the_change_and_keeps_all_before_it(store: Store) -> None:
    with store.change("Toevoegen"):
        household.open_dossier(store, "Ervoor", opened=outside.DAY)
    lines = store.log_entries()
    pages = store.rows("PRAGMA page_count")[0][0]
    assert store.rows(f"PRAGMA max_page_count = {pages}") == [(pages,)]

    def act() -> None:
        with store.change("Te veel"):
            for number in range(50):
                household.open_dossier(store, f"Te veel {number}", opened=outside.DAY, note="x" * 3000)

    assert "alles daarvoor wel" in outside.refused(DiskFull, act)
    assert [row.name for row in household.all_of(store)] == ["Ervoor"]
    assert store.log_entries() == lines
    assert store.undo_label == "Toevoegen"
    store.rows("PRAGMA max_page_count = 1000000")
    act()
    assert len(household.all_of(store)) == 51
    store.undo()
    assert [row.name for row in household.all_of(store)] == ["Ervoor"]
    assert store.faults() == []


def test_that_the_lock_is_kept_when_a_write_fails(store: Store) -> None:
    pages = store.rows("PRAGMA page_count")[0][0]
    store.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull), store.change("Te veel"):  # noqa: PT012
        for number in range(50):
            household.open_dossier(store, f"Te veel {number}", opened=outside.DAY, note="x" * 3000)
    assert outside.run(outside.OPEN_AND_SAY, store.folder) == "FileInUse"


FAILING = """
import resource
free, most = resource.getrlimit(resource.RLIMIT_FSIZE)
def limited(bytes_, act):
    # Writes past this many bytes in any file fail with EFBIG.
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, most))
    try:
        act()
        return "done"
    except UserError as error:
        assert type(error) is not UserError
        return type(error).__name__
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (free, most))
"""


def test_that_each_write_of_a_change_may_fail_once(workspace: Path) -> None:
    code = """
big = "x" * 9000
store = Store.open(folder, passphrase, dossier.TABLES)
with store.change("Vullen"):
    for number in range(20):
        household.open_dossier(store, f"Huis {number}", opened=date(2024, 1, 1), note=big)
def read():
    return store.rows("SELECT * FROM household ORDER BY id"), store.log_entries(), store.undo_label
seen = set()
for limit in [*range(0, 60_000, 1000), *range(60_000, 1_500_000, 30_000)]:
    before = read()
    def act():
        with store.change(f"Stap {limit}"):
            for home in (1, 2, 3):
                store.update("household", home, note=f"{limit}" + big)
            household.open_dossier(store, "Erbij", opened=date(2024, 1, 1), note=big)
    said = limited(limit, act)
    seen.add(said)
    assert (read() == before) == (said != "done"), (limit, said)
assert store.faults() == []
while store.undo():
    pass
assert household.all_of(store) == ()
assert store.close() is None
print(*sorted(seen))
"""
    assert outside.run(FAILING + code, workspace) == "DiskFailed done"
    outside.opens_whole(workspace)


def test_that_each_write_of_a_backup_may_fail_once(workspace: Path) -> None:
    code = """
from doorbraak.model.workspace import backup
store = Store.open(folder, passphrase, dossier.TABLES)
with store.change("Vullen"):
    household.open_dossier(store, "Huis", opened=date(2024, 1, 1), note="x" * 9000)
size = (folder / "dossiers.db").stat().st_size
seen = set()
for limit in [0, 100, 600, 1000, *range(3000, size + 12_000, 9000)]:
    copies = len(backup.all_of(folder))
    said = limited(limit, store.backup)
    seen.add(said)
    assert len(backup.all_of(folder)) == copies + (said == "done")
    assert len(list((folder / "backups").iterdir())) == 2 * len(backup.all_of(folder)), "no half copy stays"
assert store.close() is None
print(*sorted(seen))
"""
    assert outside.run(FAILING + code, workspace) == "DiskFailed done"
    outside.opens_whole(workspace)


def test_that_each_write_of_a_creation_may_fail_once_and_leaves_only_the_empty_lock_file(tmp_path: Path) -> None:
    code = """
made = folder / "leeg"
made.mkdir(parents=True)
seen = []
for limit in [0, 100, 300, 500, *range(600, 40_000, 2500), *range(40_000, 900_000, 20_000)]:
    def act():
        Store.create(made, passphrase, dossier.TABLES, cost=keys.Cost(1, 65536))[0].close()
    seen.append(limited(limit, act))
    if seen[-1] == "done":
        break
    assert [(path.name, path.stat().st_size) for path in made.iterdir()] == [("werkmap.slot", 0)]
print(len(seen) > 20, *sorted(set(seen)))
"""
    folder = tmp_path / "werkmap"
    assert outside.run(FAILING + code, folder) == "True DiskFailed done"
    outside.opens_whole(folder / "leeg")


def test_that_a_failing_write_at_the_start_changes_nothing(workspace: Path) -> None:
    code = """
def act():
    Store.open(folder, passphrase, dossier.TABLES)
print(*[limited(limit, act) for limit in (0, 100, 600, 3000, 5000)])
"""
    before = outside.content(workspace)
    assert set(outside.run(FAILING + code, workspace).split()) == {"DiskFailed"}
    after = {name: content for name, content in outside.content(workspace).items() if "journal" not in name}
    assert after == before
    outside.opens_whole(workspace)


# -- rights -----------------------------------------------------------------------------------------

WITHOUT_RIGHTS = """
import os
from doorbraak.model.workspace import cipher
cipher.preload()
Store.create(folder / "oefening", passphrase, dossier.TABLES, cost=keys.Cost(1, 65536))[0].close()
if os.geteuid() == 0:  # root may do everything: go on as nobody
    for path in (folder, *folder.rglob("*")):
        os.chown(path, 65534, 65534)
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
assert os.geteuid() != 0
work = folder / "oefening"
files = {path: path.read_bytes() for path in work.rglob("*") if path.is_file()}
def try_(act):
    try:
        act()
        return "done"
    except UserError as error:
        return type(error).__name__
def open_():
    Store.open(work, passphrase, dossier.TABLES).close()
for name, mode in (("", 0o500), ("", 0o000), ("dossiers.db", 0o400), ("dossiers.db", 0o000), ("sleutels.json", 0o000)):
    right = (work / name).stat().st_mode
    (work / name).chmod(mode)
    print(name or "map", oct(mode), try_(open_))
    (work / name).chmod(right)
    assert {path: path.read_bytes() for path in work.rglob("*") if path.is_file()} == files, name
place = folder / "dicht"
place.mkdir()
for mode in (0o500, 0o000):
    place.chmod(mode)
    for new in (place, place / "nieuw"):
        print("nieuw", oct(mode), try_(lambda: Store.create(new, passphrase, dossier.TABLES, cost=keys.Cost(1, 65536))))
    place.chmod(0o700)
    assert list(place.iterdir()) == []
work.chmod(0o500)
print("fout", try_(lambda: Store.open(work, "iets heel anders", dossier.TABLES)))
work.chmod(0o700)
store = Store.open(work, passphrase, dossier.TABLES)
with store.change("Toevoegen"):
    household.open_dossier(store, "Huis", opened=date(2024, 1, 1))
(work / "backups").mkdir()
(work / "backups").chmod(0o500)
print("kopie", type(store.close()).__name__)
(work / "backups").chmod(0o700)
print("daarna", try_(open_))
"""


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that another account can reach, which those of pytest are not."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield Path(place)


def test_that_missing_rights_are_named_and_nothing_changes(open_place: Path) -> None:
    said = outside.run(WITHOUT_RIGHTS, open_place).splitlines()
    assert said == [
        "map 0o500 NoAccess",
        "map 0o0 NoAccess",
        "dossiers.db 0o400 NoAccess",
        "dossiers.db 0o0 NoAccess",
        "sleutels.json 0o0 NoAccess",
        *["nieuw 0o500 NoAccess"] * 2,
        *["nieuw 0o0 NoAccess"] * 2,
        "fout WrongPassphrase",
        "kopie NoAccess",
        "daarna done",
    ]


# -- a tenth of `make faults` -----------------------------------------------------------------------

ONE = replace(SHORT, workers=1)  # the suite itself runs on all processors


@pytest.mark.parametrize("part", range(4))
def test_that_each_write_sync_rename_and_open_may_fail_once(part: int) -> None:
    row = r2_writes.writes(ONE, part, 4)
    assert row.tried > (10 if "may not be used here" in str(row) else 20)
    assert row.wrong == ()


@pytest.mark.parametrize(
    "try_",
    [
        r2_places.places,
        r6_versions.versions,
        r7_damage.damaged,
        r8_second.second,
        r10_receiving.mutated,
        r10_receiving.orders,
        r10_receiving.kills,
        r10_receiving.writes,
        s2_marker.marker,
        s6_sockets.sockets,
        s9_modes.modes,
    ],
    ids=lambda try_: try_.__name__,
)
def test_that_a_tenth_of_the_faults_ends_well(try_: Callable[[Plan], Row]) -> None:
    row = try_(ONE)
    assert row.wrong == ()
    assert row.tried > 1 or "may not be used here" in str(row)


def test_that_where_no_call_can_be_made_to_fail_a_limit_on_files_does() -> None:
    tries = [(name, "limit", "", size) for name in ("edits", "keys", "restore") for size in (0, 1000, 100_000, 700_000)]
    assert shared(r2_writes.work, tries, 1) == []


@pytest.mark.parametrize("which", [0, 1])
def test_that_a_mark_that_was_damaged_costs_nobody_a_key(tmp_path: Path, which: int) -> None:
    """It was found so: the slot of the other kind went, and the recovery code with it."""
    store, code = Store.create(tmp_path / "werkmap", PASSPHRASE, dossier.TABLES, cost=CHEAP)
    store.close()
    path = tmp_path / "werkmap" / SLOTS
    slots = json.loads(path.read_text())
    slots["slots"][which]["mark"] = "0" * 16
    path.write_text(json.dumps(slots))
    outside.opens_whole(tmp_path / "werkmap")
    outside.opens_whole(tmp_path / "werkmap", code)
    outside.opens_whole(tmp_path / "werkmap")


def test_that_the_full_numbers_are_those_that_are_promised() -> None:
    assert (FULL.kills, FULL.writes, FULL.every, FULL.damaged, FULL.day) == (1000, 300, 1, 1000, 10_000)
    assert {id_ for id_, _ in faults.ROWS} == {"R1", "R2", "R6", "R7", "R8", "R10", "R11", "S2", "S6", "S9"}


def test_that_an_unknown_row_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert faults.main(["R99"]) == 2
    assert "R1, R2" in capsys.readouterr().err


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "De schijf is vol",
        "De schijf is vol. Er is niets veranderd.",
        "De schijf is vol. Maak ruimte vrij.",
        "DiskFull: de schijf is vol. Er is niets veranderd. Maak ruimte vrij.",
        "De map /tmp/werkmap is vol. Er is niets veranderd. Maak ruimte vrij.",
        "Traceback (most recent call last). Er is niets veranderd. Maak ruimte vrij.",
    ],
)
def test_that_a_sentence_that_will_not_do_is_seen(sentence: str) -> None:
    assert words.fault_in(sentence)
    assert not words.fault_in("De schijf is vol. Er is niets veranderd. Maak ruimte vrij.")
