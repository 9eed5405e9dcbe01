"""The slots of an open workspace, as they lie in the folder: what was damaged is said, what was changed is not."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.errors import SlotsMissing
from doorbraak.model.workspace import backup, keys, lost_slots, old_copies, passphrase, restore
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.faults import words

NEW = "drie gele fietsen buiten"


def opened(folder: Path, secret: str = PASSPHRASE) -> Store:
    return Store.open(folder, secret, dossier.TABLES)


def edited(folder: Path, kind: keys.SlotKind, edit: Callable[[dict[str, object]], object]) -> None:
    """The slot of this kind, changed in its file by somebody else."""
    path = folder / SLOTS
    content = json.loads(path.read_text())
    for slot in content["slots"]:
        if slot["kind"] == kind:
            edit(slot)
    path.write_text(json.dumps(content, indent=1) + "\n")


def flip(slot: dict[str, object]) -> None:
    """One sign of the box."""
    box = str(slot["box"])
    slot["box"] = box[:40] + ("A" if box[40] != "A" else "B") + box[41:]


def meaning(content: bytes) -> str | None:
    try:
        return keys.to_json(keys.from_json(content.decode("utf-8", "replace")))
    except SlotsMissing:
        return None


def test_that_any_flipped_byte_of_the_slots_is_told_unless_it_means_the_same(store: Store) -> None:
    path = store.folder / SLOTS
    whole = path.read_bytes()
    assert store.keys.faults() == ()
    told = same = 0
    for at in range(len(whole)):
        damaged = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        path.write_bytes(damaged)
        if meaning(damaged) == meaning(whole):
            same += 1
            assert store.keys.faults() == (), at
        else:
            told += 1
            assert [words.fault_in(said) for said in store.keys.faults()] in (["", ""], [""]), at
    path.write_bytes(whole)
    assert told > 400
    assert same < told


def test_that_a_damaged_recovery_slot_is_told_until_there_is_another_code(workspace: Path) -> None:
    edited(workspace, "recovery", flip)
    store = opened(workspace)
    (said,) = store.keys.faults()
    assert "herstelcode" in said
    passphrase.change(store, PASSPHRASE, NEW, cost=CHEAP)
    store.close()
    store = opened(workspace, NEW)
    assert store.keys.faults() == (said,), "another passphrase mends no code"
    code = passphrase.new_code(store, NEW, cost=CHEAP)
    assert store.keys.faults() == ()
    store.close()
    store = opened(workspace, code)
    assert store.keys.faults() == ()
    store.close()


@pytest.mark.parametrize(("kind", "word"), [("recovery", "herstelcode"), ("passphrase", "wachtzin")])
def test_that_a_slot_that_is_gone_is_told(store: Store, kind: keys.SlotKind, word: str) -> None:
    keys.write(store.folder / SLOTS, tuple(slot for slot in store.keys.slots if slot.kind != kind))
    (said,) = store.keys.faults()
    assert word in said.split(":")[0].lower()
    assert words.fault_in(said) == ""


def test_that_slots_that_are_gone_altogether_are_told(store: Store) -> None:
    (store.folder / SLOTS).unlink()
    (said,) = store.keys.faults()
    assert "sleutels.json" in said


def test_that_a_slot_with_another_key_is_told(store: Store) -> None:
    """What a program that syncs folders may bring: whole in itself, and of another workspace."""
    strange = keys.wrap("recovery", keys.new_recovery_code(), keys.new_database_key(), CHEAP)
    own = next(slot for slot in store.keys.slots if slot.kind == "passphrase")
    keys.write(store.folder / SLOTS, (own, strange))
    (said,) = store.keys.faults()
    assert "herstelcode" in said


def test_that_no_change_of_ours_is_ever_told(tmp_path: Path) -> None:
    folder = tmp_path / "werkmap"
    store, code = Store.create(folder, PASSPHRASE, dossier.TABLES, cost=CHEAP)
    assert store.keys.faults() == ()
    first = store.backup()
    passphrase.change(store, PASSPHRASE, NEW, cost=CHEAP)
    assert store.keys.faults() == ()
    store.close()
    restore.restore(folder, first, NEW)
    store = opened(folder, NEW)
    assert store.keys.faults() == (), "a copy of before the change, with the slots of now"
    assert passphrase.new_code(store, NEW, cost=CHEAP) != code
    done = passphrase.renew(store, NEW, PASSPHRASE, cost=CHEAP)
    assert store.keys.faults() == ()
    store.close()
    (folder / SLOTS).unlink()
    lost_slots.recover(folder, PASSPHRASE)
    store = opened(folder, done.code)
    assert store.keys.faults() == ()
    store.close()


def test_that_a_renewal_that_was_killed_is_settled_and_not_told(workspace: Path) -> None:
    from doorbraak.model.workspace import rekey

    store = opened(workspace)
    coming = rekey.prepared(store.keys.key, store.keys.slots, NEW, keys.new_recovery_code(), CHEAP)
    store.close()
    keys.write(workspace / SLOTS, coming.between)
    store = opened(workspace, NEW)
    assert store.keys.faults() == ()
    store.close()


def without_seals(folder: Path) -> None:
    """As an older program wrote them, also beside its copies."""
    for kind in ("passphrase", "recovery"):
        edited(folder, kind, lambda slot: slot.pop("seal"))
    for made in backup.all_of(folder):
        beside = json.loads(made.beside.read_text())
        for slot in beside["slots"]["slots"]:
            del slot["seal"]
        made.beside.write_text(json.dumps(beside))


def test_that_slots_of_an_older_program_get_their_seal_and_its_copies_stay_of_now(workspace: Path) -> None:
    store = opened(workspace)
    store.backup()
    store.close()
    without_seals(workspace)
    store = opened(workspace)
    assert store.keys.faults() == ()
    assert old_copies.old_copies(store) == ()
    store.close()
    edited(workspace, "recovery", flip)
    store = opened(workspace)
    assert len(store.keys.faults()) == 1
    store.close()


def test_that_a_lost_seal_is_not_given_anew(workspace: Path) -> None:
    edited(workspace, "recovery", lambda slot: (flip(slot), slot.pop("seal")))
    for _ in range(2):
        store = opened(workspace)
        assert len(store.keys.faults()) == 1
        store.close()


def test_that_the_seal_tells_nothing_of_the_key_and_is_of_this_slot_alone() -> None:
    key, other = keys.new_database_key(), keys.new_database_key()
    one, two = (keys.wrap("recovery", "x", key, CHEAP) for _ in range(2))
    assert len({one.seal, two.seal}) == 2
    assert keys.damaged((one,), key) == ("passphrase",)
    assert keys.damaged((one,), other) == ("passphrase", "recovery")
