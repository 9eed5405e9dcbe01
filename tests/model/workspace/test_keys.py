"""What opens the file, and what is done with slots that are not as they should be."""

import base64
import json
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak.model.dossier import dossier
from doorbraak.model.errors import SlotsMissing, WrongPassphrase
from doorbraak.model.workspace import DATABASE, attempts, keys
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside

KEY = bytes(range(32))


def test_that_passphrase_and_recovery_code_give_the_same_key() -> None:
    code = keys.new_recovery_code()
    slots = (keys.wrap("passphrase", PASSPHRASE, KEY, CHEAP), keys.wrap("recovery", code, KEY, CHEAP))
    assert keys.unwrap(slots, PASSPHRASE) == KEY
    assert keys.unwrap(slots, code) == KEY


def test_that_the_recovery_code_opens_however_it_is_typed(tmp_path: Path) -> None:
    folder = tmp_path / "werkmap"
    store, code = Store.create(folder, PASSPHRASE, dossier.TABLES, cost=CHEAP)
    store.close()
    misread = code.replace("0", "o").replace("1", "l")
    for typed in (code, code.lower(), code.replace("-", ""), f" {code.lower().replace('-', ' ')}\n", misread):
        outside.opens_whole(folder, typed)


def test_that_a_recovery_code_has_150_bits_and_no_letters_to_misread() -> None:
    codes = {keys.new_recovery_code() for _ in range(50)}
    assert len(codes) == 50
    for code in codes:
        assert [len(group) for group in code.split("-")] == [5] * 6
        assert set(code) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ-")


@pytest.mark.parametrize("wrong", ["", "vier losse woorden", PASSPHRASE.upper(), PASSPHRASE + " ", "\ud800", "0" * 30])
def test_that_a_wrong_passphrase_changes_nothing_but_the_count(workspace: Path, wrong: str) -> None:
    before = outside.content(workspace)
    outside.refused(WrongPassphrase, lambda: Store.open(workspace, wrong, dossier.TABLES))
    after = outside.content(workspace)
    assert after.pop(attempts.FILE)
    assert after == before
    outside.opens_whole(workspace)


def test_that_nothing_is_wiped_by_hundreds_of_wrong_guesses(workspace: Path) -> None:
    before = outside.content(workspace)
    for number in range(attempts.MOST + 20):
        with pytest.raises(WrongPassphrase):
            Store.open(workspace, f"gok {number}", dossier.TABLES)
    assert len(attempts.read(workspace)) == attempts.MOST
    after = outside.content(workspace)
    del after[attempts.FILE]
    assert after == before
    outside.opens_whole(workspace)


def test_that_a_passphrase_opens_in_every_unicode_spelling(tmp_path: Path) -> None:
    phrase = "café één ruïne über"
    composed, apart = unicodedata.normalize("NFC", phrase), unicodedata.normalize("NFD", phrase)
    assert composed != apart
    for made, typed in ((composed, apart), (apart, composed)):
        folder = tmp_path / str(len(made))
        Store.create(folder, made, dossier.TABLES, cost=CHEAP)[0].close()
        outside.opens_whole(folder, typed)


def test_that_the_key_costs_at_least_64_mib_and_3_rounds_unless_told_otherwise(tmp_path: Path) -> None:
    folder = tmp_path / "werkmap"
    Store.create(folder, PASSPHRASE, dossier.TABLES)[0].close()
    costs = [slot.cost for slot in keys.read(folder / SLOTS)]
    assert len(costs) == 2
    for cost in costs:
        assert cost.rounds >= 3
        assert cost.memory >= 64 * 1024 * 1024


def test_that_two_workspaces_with_one_passphrase_share_nothing(tmp_path: Path) -> None:
    one, other = (keys.wrap("passphrase", PASSPHRASE, KEY, CHEAP) for _ in range(2))
    assert one.salt != other.salt
    assert one.box != other.box
    assert keys.new_database_key() != keys.new_database_key()


def test_that_missing_slots_are_named_with_the_way_back(workspace: Path) -> None:
    slots = (workspace / SLOTS).read_bytes()
    (workspace / SLOTS).unlink()
    sentence = outside.refused_untouched(SlotsMissing, workspace)
    assert "ontbreekt" in sentence
    assert "backups" in sentence
    (workspace / SLOTS).write_bytes(slots)
    outside.opens_whole(workspace)


def _with(name: str, value: object) -> str:
    slots = json.loads(keys.to_json((keys.wrap("passphrase", PASSPHRASE, KEY, CHEAP),)))
    slots["slots"][0][name] = value
    return json.dumps(slots)


DAMAGED_SLOTS = (
    b"", b"{}", b"[]", b"null", b"\xff\xfe", b"[" * 200_000, b'{"format": 1, "slots": []}',
    b'{"format": 1, "slots": 5}', b'{"format": 2, "slots": [{}]}', b'{"format": 1, "slots": ["x"]}',
    _with("rounds", 0).encode(), _with("rounds", 10**9).encode(), _with("rounds", float("inf")).encode(),
    _with("rounds", "veel").encode(), _with("memory", 10**15).encode(), _with("memory", 1).encode(),
    _with("salt", "AAAA").encode(), _with("salt", "é").encode(), _with("box", "").encode(),
    _with("kind", "iets").encode(), _with("kind", ["x"]).encode(),
    _with("mark", 5).encode(), _with("mark", "x" * 5000).encode(),
)  # fmt: skip


@pytest.mark.parametrize("number", range(len(DAMAGED_SLOTS)))
def test_that_damaged_slots_are_refused_untouched(workspace: Path, number: int) -> None:
    (workspace / SLOTS).write_bytes(DAMAGED_SLOTS[number])
    assert "beschadigd" in outside.refused_untouched(SlotsMissing, workspace)


def test_that_a_forged_heap_of_slots_is_refused_before_any_is_tried(workspace: Path) -> None:
    slots = json.loads((workspace / SLOTS).read_text())
    slots["slots"] = slots["slots"] * 5000
    (workspace / SLOTS).write_text(json.dumps(slots))
    outside.refused_untouched(SlotsMissing, workspace)


def _slots(*rows: tuple[str, int, int]) -> str:
    box = base64.b64encode(bytes(72)).decode()
    salt = base64.b64encode(bytes(16)).decode()
    shown = [
        {"kind": kind, "salt": salt, "rounds": rounds, "memory": memory, "box": box} for kind, rounds, memory in rows
    ]
    return json.dumps({"format": keys.FORMAT, "slots": shown})


def test_that_forged_slots_can_cost_no_more_than_three_tries_of_each_kind_within_bounds() -> None:
    most = (10, 256 * 1024**2)
    taken = keys.from_json(_slots(("passphrase", *most), ("recovery", *most)))
    assert [slot.cost for slot in taken] == [keys.Cost(*most)] * 2
    for forged in (
        [("passphrase", 11, 65536)], [("recovery", 1, 256 * 1024**2 + 1)],
        [("passphrase", 1, 65536)] * 4, [*[("recovery", 1, 65536)] * 4, ("passphrase", 1, 65536)],
    ):  # fmt: skip
        with pytest.raises(SlotsMissing):
            keys.from_json(_slots(*forged))


@pytest.mark.parametrize("device", ["pipe", "/dev/zero", "folder", "huge"])
def test_that_what_never_ends_in_the_place_of_the_slots_is_refused_at_once(workspace: Path, device: str) -> None:
    (workspace / SLOTS).unlink()
    if device == "pipe":
        os.mkfifo(workspace / SLOTS)
    elif device == "folder":
        (workspace / SLOTS).mkdir()
    elif device == "huge":
        with (workspace / SLOTS).open("wb") as file:
            file.truncate(10**12)
    else:
        (workspace / SLOTS).symlink_to(device)
    sentence = outside.refused(SlotsMissing, lambda: Store.open(workspace, PASSPHRASE, dossier.TABLES))
    assert "beschadigd" in sentence


def test_that_slots_are_never_written_through_a_link_or_a_pipe(tmp_path: Path) -> None:
    slots = (keys.wrap("passphrase", PASSPHRASE, KEY, CHEAP),)
    os.mkfifo(tmp_path / (SLOTS + ".nieuw"))
    keys.write(tmp_path / SLOTS, slots)
    (tmp_path / (SLOTS + ".nieuw")).symlink_to(tmp_path / "elders")
    keys.write(tmp_path / SLOTS, slots)
    assert [path.name for path in tmp_path.iterdir()] == [SLOTS]
    assert keys.read(tmp_path / SLOTS) == slots


def test_that_slots_cut_anywhere_are_refused_and_changed_ones_open_nothing(workspace: Path) -> None:
    whole = (workspace / SLOTS).read_bytes()
    for length in range(0, len(whole) - 2, 7):
        (workspace / SLOTS).write_bytes(whole[:length])
        outside.refused_untouched(SlotsMissing, workspace)
    (workspace / SLOTS).write_bytes(whole)
    slot = keys.read(workspace / SLOTS)[0]
    for place in range(len(slot.box)):
        box = bytes(byte ^ (place == at) for at, byte in enumerate(slot.box))
        with pytest.raises(WrongPassphrase):
            keys.unwrap((keys.Slot(slot.kind, slot.salt, slot.cost, box),), PASSPHRASE)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
                    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(
                        ["format", "slots", "kind", "salt", "rounds", "memory", "box"]), inner)))  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_that_no_json_at_all_passes_for_slots_or_ends_in_a_traceback(anything: object) -> None:
    with pytest.raises(SlotsMissing):
        keys.from_json(json.dumps(anything))


def test_that_slots_come_back_as_written(tmp_path: Path) -> None:
    slots = (keys.wrap("passphrase", PASSPHRASE, KEY, CHEAP), keys.wrap("recovery", "x", KEY, CHEAP))
    keys.write(tmp_path / SLOTS, slots)
    assert keys.read(tmp_path / SLOTS) == slots
    assert keys.from_json(keys.to_json(slots)) == slots


def test_that_a_lost_slots_file_comes_back_from_a_backup(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    copy = store.backup()
    store.close()
    (workspace / SLOTS).write_text(json.dumps(json.loads(copy.beside.read_text())["slots"]))
    assert (workspace / DATABASE).exists()
    outside.opens_whole(workspace)


def test_that_too_little_memory_is_not_called_a_wrong_passphrase() -> None:
    code = """
import resource
from doorbraak.model.workspace import keys
slots = (keys.wrap("passphrase", passphrase, bytes(32), keys.Cost(1, 65536)),)
keys.unwrap(slots, passphrase)
dear = (keys.Slot("passphrase", slots[0].salt, keys.Cost(1, 1024 ** 3), slots[0].box),)
resource.setrlimit(resource.RLIMIT_AS, (600 * 1024 ** 2, 600 * 1024 ** 2))
try:
    keys.unwrap(dear, passphrase)
except UserError as error:
    print(type(error).__name__, "geheugen" in error.sentence)
"""
    assert outside.run(code, Path()) == "UserError True"


def test_that_the_file_beside_a_backup_stands_in_for_lost_slots(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    beside = store.backup().beside
    store.close()
    (workspace / SLOTS).unlink()
    with pytest.raises(SlotsMissing, match="backups"):
        Store.open(workspace, PASSPHRASE, dossier.TABLES)
    (workspace / SLOTS).write_bytes(beside.read_bytes())
    Store.open(workspace, PASSPHRASE, dossier.TABLES).close()


def test_that_slots_of_two_keys_each_give_their_own_and_settle_on_the_one_that_opened() -> None:
    other = bytes(32)
    code = keys.new_recovery_code()
    old = (keys.wrap("passphrase", PASSPHRASE, KEY, CHEAP), keys.wrap("recovery", code, KEY, CHEAP))
    new = (keys.wrap("passphrase", PASSPHRASE, other, CHEAP), keys.wrap("recovery", "x", other, CHEAP))
    both = keys.from_json(keys.to_json((*old, *new)))
    assert [key for _, key in keys.unwrapped(both, PASSPHRASE)] == [KEY, other]
    assert [key for _, key in keys.unwrapped(both, code)] == [KEY]
    assert keys.settled(both, new[0]) == new
    assert keys.settled(both, old[1]) == old
    with pytest.raises(WrongPassphrase, match="nieuwe wachtzin"):
        keys.unwrap(both, "iets heel anders")


def test_that_of_two_passphrases_on_one_key_the_one_that_was_used_stays() -> None:
    slots = (keys.wrap("passphrase", "oude zin van toen", KEY, CHEAP), keys.wrap("passphrase", PASSPHRASE, KEY, CHEAP))
    assert keys.settled(slots, slots[1]) == (slots[1],)


def test_that_the_mark_of_a_key_tells_it_apart_and_nothing_of_it() -> None:
    assert keys.mark_of(KEY) == keys.mark_of(bytes(range(32)))
    assert keys.mark_of(KEY) != keys.mark_of(bytes(32))
    assert len(keys.mark_of(KEY)) == 16
